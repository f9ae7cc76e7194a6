// What Select-String writes: a line with where it stands and what matched.

import Runtime

final class MatchInfoObject: Box, @unchecked Sendable {
    let line: Value
    let lineNumber: Int
    /// nil for lines from the pipeline.
    let path: String?
    let pattern: String
    let ignoresCase: Bool
    let matches: [MatchObject]
    var context: MatchContextObject?

    init(line: Value, lineNumber: Int, path: String?, pattern: String, ignoresCase: Bool, matches: [MatchObject]) {
        self.line = line; self.lineNumber = lineNumber; self.path = path; self.pattern = pattern; self.ignoresCase = ignoresCase; self.matches = matches
    }
    override var type: TypeInfo { MatchInfoObject.typeInfo }
    static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.MatchInfo", base: .object)

    override func describe(_ session: Session) throws -> String { try text(directory: nil, session) }

    /// `path:number:line` for files, with the lines around it if there are any. The path is relative to the directory.
    func text(directory: String?, _ session: Session) throws -> String {
        func shown(_ line: String, _ number: Int, _ mark: String) -> String {
            let prefix = context == nil ? "" : mark == ":" ? "> " : "  "
            guard let path else { return prefix + line }
            let name = directory.flatMap { path.hasPrefix($0 + "/") ? String(path.dropFirst($0.count + 1)) : nil } ?? path
            return "\(prefix)\(name):\(number):\(line)"
        }
        var lines: [String] = []
        let before = context?.display ?? []
        for (i, line) in before.enumerated() { lines.append(shown(line, lineNumber - before.count + i, "-")) }
        lines.append(shown(try line.toText(session), lineNumber, ":"))
        for (i, line) in (context?.displayAfter ?? []).enumerated() { lines.append(shown(line, lineNumber + 1 + i, "-")) }
        return lines.joined(separator: "\n")
    }

    static var known: [KnownType] {
        @Sendable func own(_ value: Value) -> MatchInfoObject? { value.object as? MatchInfoObject }
        return [
            KnownType(typeInfo) {
                MemberTable(
                    properties: [
                        Property("IgnoreCase", .bool, get: { t, _ in .bool(own(t)?.ignoresCase ?? true) }),
                        Property("LineNumber", .uint64, get: { t, _ in .ulong(UInt64(own(t)?.lineNumber ?? 0)) }),
                        Property("Line", .string, get: { t, _ in own(t)?.line ?? .null }),
                        Property("Filename", .string, get: { t, _ in .text(own(t)?.path.map { PathText.leaf($0) } ?? "InputStream") }),
                        Property("Path", .string, get: { t, _ in .text(own(t)?.path ?? "InputStream") }),
                        Property("Pattern", .string, get: { t, _ in .text(own(t)?.pattern ?? "") }),
                        Property("Context", MatchContextObject.typeInfo, get: { t, _ in own(t)?.context.map { .object($0) } ?? .null }),
                        Property(
                            "Matches", MatchObject.matchType.arrayType(),
                            get: { t, _ in .object(ArrayObject(own(t)?.matches.map { .object($0) } ?? [], elementType: MatchObject.matchType)) }),
                    ],
                    methods: [
                        Method(
                            "ToString",
                            [
                                Overload([], returns: .string) { t, _, session in .text(try own(t)?.text(directory: nil, session) ?? "") },
                                Overload([OverloadParameter("directory", .string)], returns: .string) { t, a, session in
                                    .text(try own(t)?.text(directory: a[0].asString, session) ?? "")
                                },
                            ]),
                        Method("RelativePath", [OverloadParameter("directory", .string)], returns: .string) { t, a, _ in
                            let path = own(t)?.path ?? "InputStream", directory = (a[0].asString ?? "") + "/"
                            return .text(path.hasPrefix(directory) ? String(path.dropFirst(directory.count)) : path)
                        },
                    ])
            },
            KnownType(MatchContextObject.typeInfo) {
                func lines(_ name: String, _ read: @escaping @Sendable (MatchContextObject) -> [String]) -> Property {
                    Property(name, .stringArray, get: { t, _ in .strings((t.object as? MatchContextObject).map(read) ?? []) })
                }
                return MemberTable(properties: [
                    lines("PreContext") { $0.before }, lines("PostContext") { $0.after }, lines("DisplayPreContext") { $0.display },
                    lines("DisplayPostContext") { $0.displayAfter },
                ])
            },
        ]
    }
}

/// The lines around a match.
final class MatchContextObject: Box, @unchecked Sendable {
    var before: [String] = []
    var after: [String] = []
    /// Without lines that the match before shows already.
    var display: [String] = []
    var displayAfter: [String] = []
    override var type: TypeInfo { MatchContextObject.typeInfo }
    static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.MatchInfoContext", base: .object)
}
