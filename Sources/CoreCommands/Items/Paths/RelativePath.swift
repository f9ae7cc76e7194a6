// Paths as seen from another place.

import Runtime

enum RelativePath {
    /// `./x` below the base, `../x` beside it; the base itself from its parent.
    static func text(_ path: String, from base: String) -> String {
        let own = path.split(separator: "/"), start = base.split(separator: "/")
        var shared = 0
        while shared < own.count, shared < start.count, own[shared] == start[shared] { shared += 1 }
        if shared == start.count, shared == own.count, let last = own.last { return "../" + last }
        let up = Array(repeating: "..", count: start.count - shared)
        let down = own[shared...].map(String.init)
        let text = (up + down).joined(separator: "/")
        return up.isEmpty && !text.hasPrefix(".") ? "./" + text : text
    }
}
