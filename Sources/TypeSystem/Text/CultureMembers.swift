// `System.Globalization.CultureInfo`: the invariant culture and those of the six languages.

import Runtime
import Scalars

public final class CultureObject: Box, @unchecked Sendable {
    public let culture: NumberCulture
    public init(_ culture: NumberCulture) { self.culture = culture }
    public override var type: TypeInfo { CultureMembers.type }
    public override func describe(_ session: Session) throws -> String { culture.name }
    public override func isEqual(to other: Object) -> Bool { (other as? CultureObject)?.culture.name == culture.name }
}

public enum CultureMembers {
    public static let type = TypeInfo("System.Globalization.CultureInfo", accelerator: "cultureinfo", base: .object)

    static func culture(_ value: Value) -> NumberCulture? { (value.object as? CultureObject)?.culture }

    private static func find(_ name: String) throws -> Value {
        guard let culture = NumberCulture.named(name) else {
            throw MethodFailure(
                "System.Globalization.CultureNotFoundException", "Culture is not supported. (Parameter 'name')\n\(name) is an invalid culture identifier.")
        }
        return .object(CultureObject(culture))
    }

    /// By the number Windows gives a language or a language with its country.
    private static func find(number: Int) throws -> Value {
        let names = [
            127: "", 7: "de", 9: "en", 10: "es", 12: "fr", 16: "it", 25: "ru", 1031: "de-DE", 1033: "en-US", 1034: "es-ES", 1036: "fr-FR", 1040: "it-IT",
            1049: "ru-RU", 2057: "en-GB", 3082: "es-ES",
        ]
        guard let name = names[number] else {
            throw MethodFailure(
                "System.Globalization.CultureNotFoundException", "Culture is not supported. (Parameter 'culture')\n\(number) is an invalid culture identifier.")
        }
        return try find(name)
    }

    static let known = KnownType(type, aliases: ["System.IFormatProvider"]) {
        MemberTable(
            properties: [
                Property("Name", .string, get: { t, _ in .text(culture(t)?.name ?? "") }),
                Property(
                    "DisplayName", .string,
                    get: { t, _ in .text(culture(t).map { $0.name.isEmpty ? "Invariant Language (Invariant Country)" : $0.name } ?? "") }),
                Property(
                    "TwoLetterISOLanguageName", .string, get: { t, _ in .text(culture(t).map { $0.name.isEmpty ? "iv" : String($0.name.prefix(2)) } ?? "") }),
            ],
            staticProperties: [
                Property("InvariantCulture", type, get: { _, _ in .object(CultureObject(.invariant)) }),
                Property(
                    "CurrentCulture", type, get: { _, session in .object(CultureObject(session.culture)) },
                    set: { _, value, session in session.culture = culture(value) ?? .invariant }),
                Property("CurrentUICulture", type, get: { _, session in .object(CultureObject(session.culture)) }),
            ],
            staticMethods: [
                Method("GetCultureInfo", [.text("name")], returns: type) { _, a, _ in try find(a.text(0)) },
                Method("CreateSpecificCulture", [.text("name")], returns: type) { _, a, _ in try find(a.text(0)) },
            ],
            constructors: [
                Overload([.text("name")], returns: type) { _, a, _ in try find(a.text(0)) },
                Overload([.int("culture")], returns: type) { _, a, _ in try find(number: a.int(0)) },
            ])
    }
}
