// A path as written becomes a drive and a place in it.

import Runtime

struct ItemPath {
    let drive: Drive
    /// For files the full path; else the item's name, empty for the drive itself.
    let path: String

    var isFileSystem: Bool { drive.isFileSystem }
    var flat: (any FlatProvider)? { drive.provider as? any FlatProvider }
    /// `Microsoft.PowerShell.Core\FileSystem::/tmp/x`.
    var qualified: String { drive.provider.qualified(path) }
    /// As locations show it: `/tmp/x`, `Env:/HOME`, `P:/in`.
    var shown: String {
        if drive.name == "/" { return path }
        if !isFileSystem { return "\(drive.name):/\(path)" }
        let root = drive.root.hasSuffix("/") ? String(drive.root.dropLast()) : drive.root
        return "\(drive.name):/" + path.dropFirst(root.count).drop { $0 == "/" }
    }

    /// The part before the path: `env`, `FileSystem::`; nil for a plain path.
    static func qualifier(_ text: String) -> (name: String, isProvider: Bool, rest: String)? {
        if let double = text.range(ofText: "::") {
            return (String(text[..<double.lowerBound]), true, String(text[double.upperBound...]))
        }
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
        let name = text[..<colon]
        if name.contains(where: { $0 == "/" || $0 == "\\" || $0 == "." || $0 == "~" || $0 == "*" || $0 == "?" || $0 == "[" }) { return nil }
        return (String(name), false, String(text[text.index(after: colon)...]))
    }

    /// - Throws: `DriveNotFound`, `ProviderNotFound`.
    static func read(_ text: String, _ session: Session) throws -> ItemPath {
        let drives = session.drives
        if let (name, isProvider, rest) = qualifier(text) {
            if isProvider {
                guard let provider = drives.provider(name) else {
                    throw ShellError(
                        "ProviderNotFound", "Cannot find a provider with the name '\(name)'.", type: "ProviderNotFoundException", category: .objectNotFound,
                        target: .text(name))
                }
                guard let drive = drives.drives(of: provider).first else { throw driveNotFound(name) }
                return ItemPath(drive: drive, path: drive.isFileSystem ? session.fullPath(rest) : trimmed(rest))
            }
            guard let drive = drives.drive(name) else { throw driveNotFound(name) }
            return inside(drive, rest, session)
        }
        let current = currentDrive(session)
        if current.isFileSystem || text.hasPrefix("/") || text.hasPrefix("~") {
            return ItemPath(
                drive: text.hasPrefix("/") || text.hasPrefix("~") || !current.isFileSystem ? drives.drive("/") ?? current : current,
                path: session.fullPath(text))
        }
        return ItemPath(drive: current, path: text == "." ? "" : trimmed(text))
    }

    private static func inside(_ drive: Drive, _ rest: String, _ session: Session) -> ItemPath {
        if !drive.isFileSystem { return ItemPath(drive: drive, path: trimmed(rest)) }
        let root = drive.root.hasSuffix("/") ? drive.root : drive.root + "/"
        let isRooted = rest.hasPrefix("/") || rest.hasPrefix("\\")
        let below = rest.drop { $0 == "/" || $0 == "\\" }
        let start = isRooted || drive.current.isEmpty ? root : root + drive.current + "/"
        return ItemPath(drive: drive, path: session.fullPath(start + below))
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first == "/" || first == "\\" { rest = rest.dropFirst() }
        while let last = rest.last, last == "/" || last == "\\", rest.count > 1 { rest = rest.dropLast() }
        return String(rest)
    }

    static func driveNotFound(_ name: String) -> ShellError {
        ShellError(
            "DriveNotFound", "Cannot find drive. A drive with the name '\(name)' does not exist.", type: "DriveNotFoundException", category: .objectNotFound,
            target: .text(name))
    }

    /// The drive of the current location.
    static func currentDrive(_ session: Session) -> Drive {
        let drives = session.drives
        if let colon = session.currentDrive.firstIndex(of: ":"), let drive = drives.drive(String(session.currentDrive[..<colon])) { return drive }
        return drives.drive("/") ?? drives.all[0]
    }

    func exists(_ run: Invocation) -> Bool {
        if let flat { return path.isEmpty || flat.exists(path, run.session, run.scope) }
        return FileStatus(path) != nil
    }
    func isContainer(_ run: Invocation) -> Bool {
        if flat != nil { return path.isEmpty }
        return FileStatus(path)?.isDirectory ?? false
    }
}

extension String {
    /// Where a piece of text stands first.
    func range(ofText piece: String) -> Range<Index>? {
        guard let first = piece.first else { return nil }
        var start = startIndex
        while let found = self[start...].firstIndex(of: first) {
            if self[found...].hasPrefix(piece) { return found..<index(found, offsetBy: piece.count) }
            start = index(after: found)
        }
        return nil
    }
}
