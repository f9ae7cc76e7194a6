// Views of files and folders.

import Runtime

enum FileViews {
    private static let types = ["System.IO.DirectoryInfo", "System.IO.FileInfo"]
    private static let isFile: @Sendable (Value, Session) throws -> Bool = { file, _ in file.type.fullName == "System.IO.FileInfo" }

    static let all: [View] = [
        View(
            "childrenWithUnixStat", types: types,
            .table([
                ViewField("UnixMode", width: 10), ViewField("User", width: 16), ViewField("Group", width: 16),
                .computed("LastWriteTime", width: 18, alignment: .right) { file, session in
                    try session.format("{0:d} {0:HH}:{0:mm}", [session.ownProperty(of: file, "LastWriteTime") ?? .null])
                },
                ViewField("Size", width: 14, alignment: .right), ViewField("Name"),
            ]), groupedBy: parent, groupIndent: 4, wraps: true),
        View(
            "children", types: types,
            .table([
                ViewField("Mode", width: 7),
                .computed("LastWriteTime", width: 26, alignment: .right) { file, session in
                    try session.format("{0,11:d} {0,12:t}", [session.ownProperty(of: file, "LastWriteTime") ?? .null])
                },
                ViewField("Length", width: 14, alignment: .right), ViewField("Name"),
            ]), groupedBy: parent, groupIndent: 4, wraps: true),
        View(
            "children", types: types,
            .list([
                ViewField("Name"), ViewField("Length", .property("Length"), isShown: isFile), ViewField("CreationTime"), ViewField("LastWriteTime"),
                ViewField("LastAccessTime"), ViewField("Mode"),
                ViewField("LinkType"), ViewField("Target"), ViewField("VersionInfo", .property("VersionInfo"), isShown: isFile),
            ]), groupedBy: parent, groupIndent: 4),
        View(
            "children", types: types,
            .wide(
                .computed { file, session in
                    let name = try (session.ownProperty(of: file, "Name") ?? .null).toText(session)
                    return .text(try isFile(file, session) ? name : "[\(name)]")
                }), groupedBy: parent, groupIndent: 4),
        View(
            "FileHash", types: ["Microsoft.Powershell.Utility.FileHash"],
            .table([ViewField("Algorithm", width: 15), ViewField("Hash", width: 70), ViewField("Path")])),
        View(
            "ByteCollection", types: ["Microsoft.PowerShell.Commands.ByteCollection"],
            .table([
                ViewField("Offset", width: 16, alignment: .right, .property("HexOffset")),
                ViewField("Bytes\n00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F", width: 47, .property("HexBytes")), ViewField("Ascii", .property("Ascii")),
            ]), groupedBy: ViewField("Label")),
    ]

    /// The folder a file stands in, without the provider's name.
    private static let parent = ViewField.computed("Directory") { file, session in
        guard let path = try session.ownProperty(of: file, "PSParentPath")?.toText(session) else { return .null }
        let provider = "Microsoft.PowerShell.Core\\FileSystem::"
        return .text(path.hasPrefix(provider) ? String(path.dropFirst(provider.count)) : path)
    }
}
