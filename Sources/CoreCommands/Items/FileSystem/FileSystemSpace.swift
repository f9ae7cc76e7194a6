// How full a file system is.

import Glibc

struct FileSystemSpace {
    let used: Int64
    let free: Int64
    /// nil if the system does not say.
    init?(_ path: String) {
        var info = statvfs()
        guard statvfs(path, &info) == 0 else { return nil }
        let block = Int64(info.f_frsize)
        free = Int64(info.f_bavail) * block
        used = (Int64(info.f_blocks) - Int64(info.f_bfree)) * block
    }
}
