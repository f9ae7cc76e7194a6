// `[regex]`, its matches and groups.

import Patterns
import Runtime
import Scalars

enum RegexMembers {
    static let options = TypeInfo.enumeration(
        "System.Text.RegularExpressions.RegexOptions",
        EnumerationInfo(
            [
                ("None", 0), ("IgnoreCase", 1), ("Multiline", 2), ("ExplicitCapture", 4), ("Compiled", 8), ("Singleline", 16), ("IgnorePatternWhitespace", 32),
                ("RightToLeft", 64), ("ECMAScript", 256), ("CultureInvariant", 512), ("NonBacktracking", 1024),
            ], isFlags: true))

    private static func make(_ pattern: String, _ flags: Int64 = 0) throws -> RegularExpression {
        do { return try RegularExpression(pattern, options: RegexOptions(rawValue: Int(flags))) } catch {
            throw MethodFailure("System.Text.RegularExpressions.RegexParseException", error.message)
        }
    }
    private static func own(_ value: Value) throws -> RegularExpression {
        guard let regex = value.object as? RegexObject else { throw Refusals.null("regex") }
        return regex.expression
    }
    private static func guarded<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch RegexError.tooLarge { throw ScalarError.outOfMemory } catch let error as RegexError {
            throw MethodFailure("System.Text.RegularExpressions.RegexParseException", error.message)
        }
    }
    private static func offset(_ text: String, _ units: Int) -> Int { withUtf8(text) { utf8Offset($0, utf16: units)?.offset ?? $0.count } }

    private static func match(_ expression: RegularExpression, _ text: String, from: Int = 0) throws -> Value {
        let whole = Text(text)
        // From right to left the search begins at the end.
        let start = from == 0 && expression.options.contains(.rightToLeft) ? nil : offset(text, from)
        return .object(MatchObject(text: whole, match: try guarded { try expression.firstMatch(in: text, from: start) }, expression: expression))
    }
    private static func matches(_ expression: RegularExpression, _ text: String, from: Int = 0) throws -> Value {
        let whole = Text(text)
        let start = from == 0 && expression.options.contains(.rightToLeft) ? nil : offset(text, from)
        let found = try guarded { try expression.matches(in: text, from: start) }
        return .object(
            ListObject(
                found.map { .object(MatchObject(text: whole, match: $0, expression: expression)) }, type: matchCollection, elementType: MatchObject.matchType))
    }
    static let matchCollection = TypeInfo("System.Text.RegularExpressions.MatchCollection", base: .object, interfaces: [.iList], code: .list)
    static let groupCollection = TypeInfo("System.Text.RegularExpressions.GroupCollection", base: .object, interfaces: [.iCollection])

    private static func replace(_ expression: RegularExpression, _ text: String, _ replacement: Value, limit: Int, _ session: Session) throws -> Value {
        try guarded {
            if let block = replacement.asScriptBlock {
                let whole = Text(text)
                return .text(
                    try expression.replace(text, limit: max(0, limit)) { match in
                        let object = Value.object(MatchObject(text: whole, match: match, expression: expression))
                        return try session.call(block, arguments: [object]).toText(session)
                    })
            }
            return .text(try expression.replace(text, with: try replacement.toText(session), limit: max(0, limit)))
        }
    }
    private static func split(_ expression: RegularExpression, _ text: String, limit: Int = 0) throws -> Value {
        .strings(try guarded { try expression.split(text, limit: limit) })
    }

    static let types: [KnownType] = [
        KnownType(RegexObject.typeInfo) {
            let pattern = OverloadParameter.text("pattern"), input = OverloadParameter.text("input"), flags = OverloadParameter.of("options", options)
            return MemberTable(
                properties: [
                    Property("Options", options, get: { t, _ in .object(EnumerationObject(options, Int64(try own(t).options.rawValue))) }),
                    Property("RightToLeft", .bool, get: { t, _ in .bool(try own(t).options.contains(.rightToLeft)) }),
                    Property("MatchTimeout", .timeSpan, get: { t, _ in .object(SpanObject(TimeSpan(ticks: (t.object as? RegexObject)?.timeout ?? -10_000))) }),
                ],
                methods: [
                    Method(
                        "IsMatch",
                        [
                            Overload([input], returns: .bool) { t, a, _ in .bool(try guarded { try own(t).isMatch(a.text(0)) }) },
                            Overload([input, .int("startat")], returns: .bool) { t, a, _ in
                                .bool(try guarded { try own(t).firstMatch(in: a.text(0), from: offset(a.text(0), a.int(1))) } != nil)
                            },
                        ]),
                    Method(
                        "Match",
                        [
                            Overload([input], returns: MatchObject.matchType) { t, a, _ in try match(own(t), a.text(0)) },
                            Overload([input, .int("startat")], returns: MatchObject.matchType) { t, a, _ in try match(own(t), a.text(0), from: a.int(1)) },
                        ]),
                    Method(
                        "Matches",
                        [
                            Overload([input], returns: matchCollection) { t, a, _ in try matches(own(t), a.text(0)) },
                            Overload([input, .int("startat")], returns: matchCollection) { t, a, _ in try matches(own(t), a.text(0), from: a.int(1)) },
                        ]),
                    Method(
                        "Replace",
                        [
                            Overload([input, .text("replacement")], returns: .string) { t, a, session in try replace(own(t), a.text(0), a[1], limit: 0, session)
                            },
                            Overload([input, .of("evaluator", .scriptBlock)], returns: .string) { t, a, session in
                                try replace(own(t), a.text(0), a[1], limit: 0, session)
                            },
                            Overload([input, .text("replacement"), .int("count")], returns: .string) { t, a, session in
                                try replace(own(t), a.text(0), a[1], limit: a.int(2), session)
                            },
                            Overload([input, .of("evaluator", .scriptBlock), .int("count")], returns: .string) { t, a, session in
                                try replace(own(t), a.text(0), a[1], limit: a.int(2), session)
                            },
                        ]),
                    Method(
                        "Split",
                        [
                            Overload([input], returns: .stringArray) { t, a, _ in try split(own(t), a.text(0)) },
                            Overload([input, .int("count")], returns: .stringArray) { t, a, _ in try split(own(t), a.text(0), limit: a.int(1)) },
                        ]),
                    Method("GroupNumberFromName", [.text("name")], returns: .int32) { t, a, _ in
                        let expression = try own(t)
                        return .int(Int32(zip(expression.groupNames, expression.groupNumbers).first { $0.0 == a.text(0) }?.1 ?? -1))
                    },
                    Method("GroupNameFromNumber", [.int("i")], returns: .string) { t, a, _ in
                        let expression = try own(t)
                        return .text(zip(expression.groupNames, expression.groupNumbers).first { $0.1 == a.int(0) }?.0 ?? "")
                    },
                    Method("Count", [input], returns: .int32) { t, a, _ in
                        .int(Int32(try guarded { try own(t).matches(in: a.text(0)).count }))
                    },
                    Method("GetGroupNames", returns: .stringArray) { t, _, _ in .strings(try own(t).groupNames) },
                    Method("GetGroupNumbers", returns: TypeInfo.int32.arrayType()) { t, _, _ in
                        .object(ArrayObject(try own(t).groupNumbers.map { .int(Int32($0)) }, elementType: .int32))
                    },
                    Method("ToString", returns: .string) { t, _, _ in .text(try own(t).pattern) },
                ],
                staticProperties: [
                    Property("InfiniteMatchTimeout", .timeSpan, get: { _, _ in .object(SpanObject(TimeSpan(ticks: -10_000))) }),
                    Property("CacheSize", .int32, get: { _, _ in 15 }, set: { _, _, _ in }),
                ],
                staticMethods: [
                    Method("Count", [input, pattern], returns: .int32) { _, a, _ in
                        .int(Int32(try guarded { try make(a.text(1)).matches(in: a.text(0)).count }))
                    },
                    Method("Escape", [.text("str")], returns: .string) { _, a, _ in .text(RegularExpression.escape(a.text(0))) },
                    Method("Unescape", [.text("str")], returns: .string) { _, a, _ in .text(try guarded { try RegularExpression.unescape(a.text(0)) }) },
                    Method(
                        "IsMatch",
                        [
                            Overload([input, pattern], returns: .bool) { _, a, _ in .bool(try guarded { try make(a.text(1)).isMatch(a.text(0)) }) },
                            Overload([input, pattern, flags], returns: .bool) { _, a, _ in
                                .bool(try guarded { try make(a.text(1), a.enumeration(2)).isMatch(a.text(0)) })
                            },
                        ]),
                    Method(
                        "Match",
                        [
                            Overload([input, pattern], returns: MatchObject.matchType) { _, a, _ in try match(make(a.text(1)), a.text(0)) },
                            Overload([input, pattern, flags], returns: MatchObject.matchType) { _, a, _ in
                                try match(make(a.text(1), a.enumeration(2)), a.text(0))
                            },
                        ]),
                    Method(
                        "Matches",
                        [
                            Overload([input, pattern], returns: matchCollection) { _, a, _ in try matches(make(a.text(1)), a.text(0)) },
                            Overload([input, pattern, flags], returns: matchCollection) { _, a, _ in try matches(make(a.text(1), a.enumeration(2)), a.text(0))
                            },
                        ]),
                    Method(
                        "Replace",
                        [
                            Overload([input, pattern, .text("replacement")], returns: .string) { _, a, session in
                                try replace(make(a.text(1)), a.text(0), a[2], limit: 0, session)
                            },
                            Overload([input, pattern, .of("evaluator", .scriptBlock)], returns: .string) { _, a, session in
                                try replace(make(a.text(1)), a.text(0), a[2], limit: 0, session)
                            },
                            Overload([input, pattern, .text("replacement"), flags], returns: .string) { _, a, session in
                                try replace(make(a.text(1), a.enumeration(3)), a.text(0), a[2], limit: 0, session)
                            },
                            Overload([input, pattern, .of("evaluator", .scriptBlock), flags], returns: .string) { _, a, session in
                                try replace(make(a.text(1), a.enumeration(3)), a.text(0), a[2], limit: 0, session)
                            },
                        ]),
                    Method(
                        "Split",
                        [
                            Overload([input, pattern], returns: .stringArray) { _, a, _ in try split(make(a.text(1)), a.text(0)) },
                            Overload([input, pattern, flags], returns: .stringArray) { _, a, _ in try split(make(a.text(1), a.enumeration(2)), a.text(0)) },
                        ]),
                ],
                constructors: [
                    Overload([pattern], returns: RegexObject.typeInfo) { _, a, _ in .object(RegexObject(try make(a.text(0)))) },
                    Overload([pattern, flags], returns: RegexObject.typeInfo) { _, a, _ in .object(RegexObject(try make(a.text(0), a.enumeration(1)))) },
                    Overload([pattern, flags, .of("matchTimeout", .timeSpan)], returns: RegexObject.typeInfo) { _, a, _ in
                        .object(RegexObject(try make(a.text(0), a.enumeration(1)), timeout: DateTimeMembers.span(a[2]).ticks))
                    },
                ],
                convert: { value, _ in
                    guard let text = value.asString else { return nil }
                    return .object(RegexObject(try make(text)))
                })
        },
        KnownType(options),
        KnownType(GroupObject.captureType) {
            @Sendable func own(_ value: Value) -> GroupObject? { value.object as? GroupObject }
            return MemberTable(properties: [
                Property("Index", .int32, get: { t, _ in .int(Int32(own(t)?.index ?? 0)) }),
                Property("Length", .int32, get: { t, _ in .int(Int32(own(t)?.length ?? 0)) }),
                Property("Value", .string, get: { t, _ in .text(own(t)?.value ?? "") }),
            ])
        },
        KnownType(GroupObject.typeInfo) {
            @Sendable func own(_ value: Value) -> GroupObject? { value.object as? GroupObject }
            return MemberTable(properties: [
                Property("Success", .bool, get: { t, _ in .bool(own(t)?.isSuccess ?? false) }),
                Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
                Property(
                    "Captures", .object,
                    get: { t, _ in
                        .object(
                            ListObject(
                                try (own(t)?.captures() ?? []).map { .object($0) },
                                type: TypeInfo("System.Text.RegularExpressions.CaptureCollection", base: .object, interfaces: [.iList], code: .list)))
                    }),
            ])
        },
        KnownType(MatchObject.matchType) {
            @Sendable func own(_ value: Value) -> MatchObject? { value.object as? MatchObject }
            return MemberTable(
                properties: [Property("Groups", groupCollection, get: { t, _ in .object(GroupListObject(own(t))) })],
                methods: [
                    Method("NextMatch", returns: MatchObject.matchType) { t, _, _ in try own(t).map { .object(try $0.next()) } ?? .null },
                    Method("Result", [.text("replacement")], returns: .string) { t, a, _ in
                        guard let match = own(t) else { return "" }
                        return .text(try guarded { try match.expression.replace(match.value, with: a.text(0), limit: 1) })
                    },
                ])
        },
        KnownType(groupCollection) {
            @Sendable func groups(_ value: Value) -> [GroupObject] { (value.object as? GroupListObject)?.match?.groups ?? [] }
            return MemberTable(
                properties: [
                    Property("Count", .int32, get: { t, _ in .int(Int32(groups(t).count)) }),
                    Property("Keys", .object, get: { t, _ in .strings(groups(t).map(\.name)) }),
                    Property("Values", .object, get: { t, _ in .array(groups(t).map { .object($0) }) }),
                ],
                methods: [Method("ContainsKey", [.text("key")], returns: .bool) { t, a, _ in .bool(groups(t).contains { $0.name == a.text(0) }) }],
                indexer: (
                    get: { t, a, _ in
                        let all = groups(t)
                        let name = a[0].asString ?? String(a[0].asInt64 ?? -1)
                        if let found = all.first(where: { $0.name == name }) { return .object(found) }
                        return .object(GroupObject(text: Text(""), range: MatchedRange(start: -1, end: -1), name: ""))
                    }, set: nil
                ), enumerate: { t, _ in groups(t).map { .object($0) } })
        },
        KnownType(matchCollection) {
            MemberTable(
                properties: ListMembers.properties, methods: ListMembers.shared.filter { ["Contains", "CopyTo", "GetEnumerator", "IndexOf"].contains($0.name) })
        },
    ]
}

final class GroupListObject: Box, @unchecked Sendable {
    let match: MatchObject?
    init(_ match: MatchObject?) { self.match = match }
    override var type: TypeInfo { RegexMembers.groupCollection }
}

enum WildcardMatch {
    static func matches(_ text: String, _ pattern: String) -> Bool { (try? WildcardPattern(pattern, ignoreCase: true))?.matches(text) ?? false }
}
