// What completion gives to scripts, and what their completers give back.

import Completion
import Runtime

/// One thing that can stand at the cursor: `System.Management.Automation.CompletionResult`.
final class CompletionItem: Box, @unchecked Sendable {
    let match: CompletionMatch
    init(_ match: CompletionMatch) { self.match = match }
    override var type: TypeInfo { Self.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.CompletionResult", base: .object)
    static let kinds = TypeInfo.enumeration(
        "System.Management.Automation.CompletionResultType",
        EnumerationInfo(
            names: [
                "Text", "History", "Command", "ProviderItem", "ProviderContainer", "Property", "Method", "ParameterName", "ParameterValue", "Variable",
                "Namespace", "Type", "Keyword", "DynamicKeyword",
            ]))

    static let known = KnownType(typeInfo) {
        func text(_ name: String, _ read: @escaping @Sendable (CompletionMatch) -> String) -> Property {
            Property(name, .string, get: { t, _ in (t.object as? CompletionItem).map { .text(read($0.match)) } ?? .null })
        }
        return MemberTable(
            properties: [
                text("CompletionText", { $0.text }), text("ListItemText", { $0.listText }),
                Property(
                    "ResultType", kinds,
                    get: { t, session in
                        try (t.object as? CompletionItem).map { try session.convert(.text($0.match.kind.rawValue), to: kinds) } ?? .null
                    }),
                text("ToolTip", { $0.toolTip }),
            ],
            constructors: [
                Overload([.init("completionText", .string)], returns: typeInfo) { _, a, _ in
                    .object(CompletionItem(CompletionMatch(a[0].asString ?? "", kind: .text)))
                },
                Overload(
                    [.init("completionText", .string), .init("listItemText", .string), .init("resultType", kinds), .init("toolTip", .string)],
                    returns: typeInfo
                ) { _, a, session in
                    for (name, value) in zip(["completionText", "listItemText", "", "toolTip"], a) where !name.isEmpty && (value.asString ?? "").isEmpty {
                        throw MethodFailure(
                            "System.Management.Automation.PSArgumentNullException",
                            "Cannot process argument because the value of argument \"\(name)\" is null. Change the value of argument \"\(name)\" to a non-null value."
                        )
                    }
                    let kind = CompletionKind(rawValue: try a[2].toText(session)) ?? .text
                    return .object(
                        CompletionItem(CompletionMatch(a[0].asString ?? "", kind: kind, listText: a[1].asString, toolTip: a[3].asString)))
                },
            ])
    }
}

/// All that can stand there, with the stretch it replaces: `System.Management.Automation.CommandCompletion`.
final class CompletionList: Box, @unchecked Sendable {
    let start: Int
    let length: Int
    let matches: [CompletionItem]
    private var current = -1
    init(_ result: CompletionResult) {
        start = result.start
        length = result.length
        matches = result.matches.map(CompletionItem.init)
    }
    override var type: TypeInfo { Self.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.CommandCompletion", base: .object)

    /// The next match round the list, as repeated Tab goes; nil if there is none.
    private func next(forward: Bool) -> CompletionItem? {
        if matches.isEmpty { return nil }
        current = forward ? (current + 1) % matches.count : (current <= 0 ? matches.count - 1 : current - 1)
        return matches[current]
    }

    private static let parsing = """
        $tokens = $problems = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseInput($args[0], [ref]$tokens, [ref]$problems)
        [System.Tuple]::Create($tree, $tokens, $args[1])
        """

    /// - Parameters:
    ///   - tree: the parsed line.
    ///   - position: what `MapStringInputToParsedInput` gave, or another position in the line.
    static func complete(_ tree: Value, at position: Value, _ session: Session) throws -> CompletionList {
        let text = try session.property(of: session.property(of: tree, "Extent"), "Text").toText(session)
        let offset = try session.property(of: position, "Offset").asInt64 ?? 0
        return CompletionList(Completer.complete(text, cursor: Int(offset), session, scope: session.scope))
    }

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) -> CompletionList? { value.object as? CompletionList }
        return MemberTable(
            properties: [
                Property("CurrentMatchIndex", .int32, get: { t, _ in .int(Int32(own(t)?.current ?? -1)) }),
                Property("ReplacementIndex", .int32, get: { t, _ in .int(Int32(own(t)?.start ?? -1)) }),
                Property("ReplacementLength", .int32, get: { t, _ in .int(Int32(own(t)?.length ?? -1)) }),
                Property("CompletionMatches", .object, get: { t, _ in .array((own(t)?.matches ?? []).map { .object($0) }) }),
            ],
            methods: [
                Method("GetNextResult", [.init("forward", .bool)], returns: CompletionItem.typeInfo) { t, a, session in
                    own(t)?.next(forward: a[0].isTrue(session)).map { .object($0) } ?? .null
                }
            ],
            staticMethods: [
                Method(
                    "CompleteInput",
                    [
                        Overload([.init("input", .string), .init("cursorIndex", .int32), .init("options", .object)], returns: typeInfo) { _, a, session in
                            .object(CompletionList(Completer.complete(a[0].asString ?? "", cursor: Int(a[1].asInt64 ?? 0), session, scope: session.scope)))
                        },
                        Overload(
                            [.init("ast", .object), .init("tokens", .object), .init("positionOfCursor", .object), .init("options", .object)], returns: typeInfo
                        ) { _, a, session in try .object(complete(a[0], at: a[2], session)) },
                    ]),
                Method("MapStringInputToParsedInput", [.init("input", .string), .init("cursorIndex", .int32)], returns: .object) { _, a, session in
                    let text = a[0].asString ?? ""
                    let position = CompletionPosition(text, Int(a[1].asInt64 ?? 0))
                    return try session.call(session.scriptBlock(parsing), arguments: [.text(text), .object(position)])
                },
            ])
    }
}

/// Where the cursor stands in a line: `System.Management.Automation.Language.InternalScriptPosition`.
final class CompletionPosition: Box, @unchecked Sendable {
    let text: String
    /// UTF-16 units from the start.
    let offset: Int
    init(_ text: String, _ offset: Int) {
        self.text = text
        self.offset = offset
    }
    override var type: TypeInfo { Self.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Language.InternalScriptPosition", base: .object)

    private var before: String { String(decoding: text.utf16.prefix(offset), as: UTF16.self) }
    private var lineNumber: Int { before.split(separator: "\n", omittingEmptySubsequences: false).count }
    private var column: Int { (before.split(separator: "\n", omittingEmptySubsequences: false).last?.utf16.count ?? 0) + 1 }

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) -> CompletionPosition? { value.object as? CompletionPosition }
        return MemberTable(properties: [
            Property("File", .string, get: { _, _ in .null }), Property("LineNumber", .int32, get: { t, _ in .int(Int32(own(t)?.lineNumber ?? 0)) }),
            Property("ColumnNumber", .int32, get: { t, _ in .int(Int32(own(t)?.column ?? 0)) }),
            Property("Offset", .int32, get: { t, _ in .int(Int32(own(t)?.offset ?? 0)) }),
            Property(
                "Line", .string,
                get: { t, _ in
                    guard let own = own(t) else { return .null }
                    let lines = own.text.split(separator: "\n", omittingEmptySubsequences: false)
                    return own.lineNumber <= lines.count ? .text(String(lines[own.lineNumber - 1])) : .null
                }),
        ])
    }
}
