// `System.Management.Automation.WildcardPattern`.

import Patterns
import Runtime

final class WildcardObject: Box, @unchecked Sendable {
    let pattern: WildcardPattern
    init(_ pattern: WildcardPattern) { self.pattern = pattern }
    override var type: TypeInfo { WildcardObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.WildcardPattern", accelerator: "WildcardPattern", base: .object)
    static let options = TypeInfo.enumeration(
        "System.Management.Automation.WildcardOptions",
        EnumerationInfo([("None", 0), ("Compiled", 1), ("IgnoreCase", 2), ("CultureInvariant", 4)], isFlags: true))

    /// Without options case counts.
    private static func make(_ text: Value, _ bits: Int64) throws -> Value {
        if text.isNull { throw Refusals.null("pattern") }
        do { return .object(WildcardObject(try WildcardPattern(text.asString ?? "", ignoreCase: bits & 2 != 0))) } catch {
            throw MethodFailure("System.Management.Automation.WildcardPatternException", error.message)
        }
    }
    private static func text(_ name: String, _ body: @escaping @Sendable (String) -> String) -> Method {
        Method(name, [.text("pattern")], returns: .string) { _, a, _ in .text(body(a.text(0))) }
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            methods: [
                Method("IsMatch", [.text("input")], returns: .bool) { t, a, _ in .bool((t.object as? WildcardObject)?.pattern.matches(a.text(0)) ?? false) },
                Method("ToWql", returns: .string) { t, _, _ in
                    let pattern = (t.object as? WildcardObject)?.pattern.pattern ?? ""
                    return .text(pattern.map { $0 == "*" ? "%" : $0 == "?" ? "_" : String($0) }.joined())
                },
            ],
            staticMethods: [
                Method(
                    "Escape",
                    [
                        Overload([.text("pattern")], returns: .string) { _, a, _ in .text(WildcardPattern.escape(a.text(0))) },
                        Overload([.text("pattern"), .of("charsNotToEscape", TypeInfo.char.arrayType())], returns: .string) { _, a, _ in
                            let kept = StringMembers.joined(a.values(1))
                            return .text(a.text(0).map { kept.contains($0) ? String($0) : WildcardPattern.escape(String($0)) }.joined())
                        },
                    ]),
                text("Unescape", WildcardPattern.unescape),
                Method("ContainsWildcardCharacters", [.text("pattern")], returns: .bool) { _, a, _ in .bool(WildcardPattern.containsWildcards(a.text(0))) },
                Method("Get", [.text("pattern"), .of("options", options)], returns: typeInfo) { _, a, _ in try make(a[0], a.enumeration(1)) },
            ],
            constructors: [
                Overload([.text("pattern")], returns: typeInfo) { _, a, _ in try make(a[0], 0) },
                Overload([.text("pattern"), .of("options", options)], returns: typeInfo) { _, a, _ in try make(a[0], a.enumeration(1)) },
            ], convert: { value, _ in try value.asString.map { try make(.text($0), 0) } })
    }
}
