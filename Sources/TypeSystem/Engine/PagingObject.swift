// `$PSCmdlet.PagingParameters`: which part of its results a function with `SupportsPaging` is asked for.

import Runtime

final class PagingObject: Box, @unchecked Sendable {
    let first: UInt64, skip: UInt64, wantsCount: Bool
    private init(_ first: UInt64, _ skip: UInt64, _ wantsCount: Bool) { self.first = first; self.skip = skip; self.wantsCount = wantsCount }
    override var type: TypeInfo { PagingObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PagingParameters", base: .object)

    /// Nil for a command without these parameters.
    static func of(_ run: Invocation) -> PagingObject? {
        guard let table = run.parameterTable, table.supportsPaging else { return nil }
        func value(_ name: String) -> Value? {
            guard let parameter = table.parameter(named: name), parameter.index < run.values.count else { return nil }
            let value = run.values[parameter.index]
            return value.isMissing ? nil : value.unwrapped
        }
        func number(_ name: String, _ standard: UInt64) -> UInt64 { if case .ulong(let number)? = value(name) { number } else { standard } }
        return PagingObject(number("First", .max), number("Skip", 0), value("IncludeTotalCount")?.isTrue(run.session) ?? false)
    }

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) throws -> PagingObject {
            guard let object = value.object as? PagingObject else { throw Refusals.null("this") }
            return object
        }
        return MemberTable(
            properties: [
                Property("First", .uint64, get: { t, _ in .ulong(try own(t).first) }), Property("Skip", .uint64, get: { t, _ in .ulong(try own(t).skip) }),
                Property("IncludeTotalCount", .switchParameter, get: { t, _ in .object(SwitchObject(try own(t).wantsCount)) }),
            ],
            methods: [
                Method("NewTotalCount", [.of("totalCount", .uint64), .of("accuracy", .double)], returns: .object) { _, a, session in
                    let text =
                        "param($c) if ($args[0] -ge 1) { \"Total count: $c\" } elseif ($args[0] -le 0) { 'Unknown total count' } else { \"Estimated total count: $c\" }"
                    let shown = try session.call(session.scriptBlock(text), arguments: [a[0], a[1]])
                    let block = try session.scriptBlock("'" + shown.toText(session) + "'")
                    return session.add(AddedMember("ToString", .scriptMethod(block)), to: session.add(AddedMember("Accuracy", .note(a[1])), to: a[0]))
                }
            ])
    }
}
