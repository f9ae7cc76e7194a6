// `FileVersionInfo`: what a file tells of its version. Programs of this system carry none, so only the name is known.

import Runtime

final class FileVersionObject: Box, @unchecked Sendable {
    let path: String
    init(_ path: String) { self.path = path }
    override var type: TypeInfo { FileVersionObject.typeInfo }
    static let typeInfo = TypeInfo("System.Diagnostics.FileVersionInfo", base: .object)

    private static let texts = [
        "InternalName", "OriginalFilename", "FileVersion", "FileDescription", "Product", "ProductName", "ProductVersion", "Comments", "CompanyName",
        "Language", "LegalCopyright", "LegalTrademarks", "PrivateBuild", "SpecialBuild",
    ]
    private static let flags = ["IsDebug", "IsPatched", "IsPreRelease", "IsPrivateBuild", "IsSpecialBuild"]
    private static let numbers = [
        "FileBuildPart", "FileMajorPart", "FileMinorPart", "FilePrivatePart", "ProductBuildPart", "ProductMajorPart", "ProductMinorPart",
        "ProductPrivatePart",
    ]

    override func describe(_ session: Session) throws -> String {
        let shown = ["InternalName", "OriginalFilename", "FileVersion", "FileDescription", "Product", "ProductVersion"]
        func line(_ name: String, _ value: String) -> String { name + ":" + String(repeating: " ", count: max(0, 17 - name.count)) + value }
        return
            ([line("File", path)] + shown.map { line($0, "") }
            + [("Debug", "False"), ("Patched", "False"), ("PreRelease", "False"), ("PrivateBuild", "False"), ("SpecialBuild", "False"), ("Language", "")].map(
                line))
            .joined(separator: "\n") + "\n"
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [Property("FileName", .string, get: { t, _ in .text((t.object as? FileVersionObject)?.path ?? "") })]
                + texts.filter { $0 != "Product" }.map { Property($0, .string, get: { _, _ in .null }) }
                + flags.map { Property($0, .bool, get: { _, _ in .false }) } + numbers.map { Property($0, .int32, get: { _, _ in .int(0) }) },
            methods: [Method("ToString", returns: .string) { t, _, session in .text(try (t.object as? FileVersionObject)?.describe(session) ?? "") }],
            staticMethods: [
                Method("GetVersionInfo", [OverloadParameter("fileName", .string)], returns: typeInfo) { _, a, session in
                    let path = session.fullPath(a[0].asString ?? "")
                    guard FileStatus(path) != nil else {
                        throw MethodFailure("System.IO.FileNotFoundException", FileFailure(path: path, code: 2).message)
                    }
                    return .object(FileVersionObject(path))
                }
            ])
    }
}
