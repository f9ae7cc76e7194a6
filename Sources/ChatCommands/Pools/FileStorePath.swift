// Whether a file store exists, as far as this machine can see.

import Glibc
import Runtime

extension Session {
    /// False for a local path where there is no folder; paths of other machines are taken to exist, since they cannot be looked at.
    func fileStoreExists(_ path: String) -> Bool {
        guard path.hasPrefix("/") else { return true }
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
