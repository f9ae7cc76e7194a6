// `System.Globalization.CultureInfo` with the objects behind it that say how numbers and dates are written.

import Runtime
import Scalars

public final class CultureObject: Box, @unchecked Sendable {
    public internal(set) var culture: NumberCulture
    /// The cultures of the system cannot be changed; a clone can.
    let isReadOnly: Bool
    var firstDayOfWeek: Int64
    public init(_ culture: NumberCulture, isReadOnly: Bool = true) {
        self.culture = culture
        self.isReadOnly = isReadOnly
        firstDayOfWeek = CultureNames.firstDayOfWeek(culture.name)
    }
    public override var type: TypeInfo { CultureMembers.type }
    public override func describe(_ session: Session) throws -> String { culture.name }
    public override func isEqual(to other: Object) -> Bool { (other as? CultureObject)?.culture.name == culture.name }
    public override var equalityHash: Int { culture.name.hashValue }

    /// - Throws: `InvalidOperationException` for a culture of the system.
    func change(_ changed: NumberCulture) throws {
        if isReadOnly { throw Refusals.invalid("Instance is read-only.") }
        culture = changed
    }
}

public enum CultureMembers {
    /// What formatting methods take: a culture, or its part for numbers or dates.
    static let provider = TypeInfo("System.IFormatProvider", isInterface: true)
    public static let type = TypeInfo("System.Globalization.CultureInfo", accelerator: "cultureinfo", base: .object, interfaces: [provider, .iCloneable])
    static let cultureTypes = TypeInfo.enumeration(
        "System.Globalization.CultureTypes",
        EnumerationInfo(
            [("NeutralCultures", 1), ("SpecificCultures", 2), ("InstalledWin32Cultures", 4), ("AllCultures", 7), ("UserCustomCulture", 8)], isFlags: true))

    /// The data behind a format provider of any kind.
    static func culture(_ value: Value) -> NumberCulture? {
        switch value.object {
        case let culture as CultureObject: culture.culture
        case let part as CulturePart: part.owner.culture
        default: nil
        }
    }
    private static func own(_ value: Value) throws -> CultureObject {
        guard let culture = value.object as? CultureObject else { throw Refusals.null("culture") }
        return culture
    }
    private static func name(_ value: Value) -> String { culture(value)?.name ?? "" }

    /// Any well-formed name is a culture; one without data of its own writes as the invariant culture does.
    static func find(_ text: String, isReadOnly: Bool = true) throws -> Value {
        guard let name = CultureNames.canonical(text) else {
            throw MethodFailure(
                "System.Globalization.CultureNotFoundException", "Culture is not supported. (Parameter 'name')\n\(text) is an invalid culture identifier.")
        }
        let known = NumberCulture.named(name) ?? CultureNames.language(name).flatMap(NumberCulture.named) ?? .invariant
        return .object(CultureObject(known.name == name ? known : NumberCulture(copying: known, name: name), isReadOnly: isReadOnly))
    }

    /// By the number Windows gives a language or a language with its country.
    static func find(number: Int) throws -> Value {
        guard let name = CultureNames.name(number: number) else {
            throw MethodFailure(
                "System.Globalization.CultureNotFoundException", "Culture is not supported. (Parameter 'culture')\n\(number) is an invalid culture identifier.")
        }
        return try find(name)
    }

    private static func text(_ name: String, _ read: @escaping @Sendable (String) -> String) -> Property {
        Property(name, .string, get: { t, _ in .text(read(self.name(t))) })
    }
    private static func part(_ name: String, _ type: TypeInfo) -> Property {
        Property(name, type, get: { t, _ in .object(CulturePart(try own(t), type)) })
    }

    static let types: [KnownType] =
        [
            KnownType(provider) { MemberTable(convert: { value, _ in try value.asString.map { try find($0) } }) },
            KnownType(type) {
                MemberTable(
                    properties: [
                        text("Name") { $0 }, text("DisplayName", CultureNames.englishName), text("EnglishName", CultureNames.englishName),
                        text("NativeName", CultureNames.nativeName), text("IetfLanguageTag") { $0 },
                        text("TwoLetterISOLanguageName") { $0.isEmpty ? "iv" : String($0.prefix { $0 != "-" }) },
                        text("ThreeLetterISOLanguageName", CultureNames.threeLetters),
                        text("ThreeLetterWindowsLanguageName") { CultureNames.threeLetters($0).uppercased() },
                        Property("LCID", .int32, get: { t, _ in .int(Int32(CultureNames.number(name(t)))) }),
                        Property("KeyboardLayoutId", .int32, get: { t, _ in .int(Int32(CultureNames.number(name(t)))) }),
                        Property("IsNeutralCulture", .bool, get: { t, _ in .bool(!name(t).isEmpty && !name(t).contains("-")) }),
                        Property("IsReadOnly", .bool, get: { t, _ in .bool(try own(t).isReadOnly) }),
                        Property("UseUserOverride", .bool, get: { _, _ in false }),
                        Property(
                            "CultureTypes", cultureTypes,
                            get: { t, _ in .object(EnumerationObject(cultureTypes, name(t).isEmpty ? 6 : name(t).contains("-") ? 6 : 5)) }),
                        Property("Parent", type, get: { t, _ in try find(name(t).lastIndex(of: "-").map { String(name(t)[..<$0]) } ?? "") }),
                        Property(
                            "NumberFormat", CulturePart.numbers, get: { t, _ in .object(CulturePart(try own(t), CulturePart.numbers)) },
                            set: { t, value, _ in
                                if let other = culture(value) { try own(t).change(NumberCulture(copying: other, dates: own(t).culture.dates, name: name(t))) }
                            }),
                        Property(
                            "DateTimeFormat", CulturePart.dates, get: { t, _ in .object(CulturePart(try own(t), CulturePart.dates)) },
                            set: { t, value, _ in
                                if let other = culture(value) { try own(t).change(NumberCulture(copying: own(t).culture, dates: other.dates, name: name(t))) }
                            }),
                        part("TextInfo", CulturePart.text), part("CompareInfo", CulturePart.comparison), part("Calendar", CulturePart.calendar),
                    ],
                    methods: [
                        Method("Clone", returns: .object) { t, _, _ in .object(CultureObject(try own(t).culture, isReadOnly: false)) },
                        Method("ClearCachedData") { _, _, _ in .nothing }, Method("GetConsoleFallbackUICulture", returns: type) { t, _, _ in t },
                        Method("GetFormat", [.of("formatType", .type)], returns: .object) { t, a, _ in
                            switch a[0].asType?.value {
                            case let wanted? where wanted === CulturePart.numbers || wanted === CulturePart.dates: .object(CulturePart(try own(t), wanted))
                            default: .null
                            }
                        },
                    ],
                    staticProperties: [
                        Property("InvariantCulture", type, get: { _, _ in .object(CultureObject(.invariant)) }),
                        current("CurrentCulture"), current("CurrentUICulture"), current("DefaultThreadCurrentCulture"),
                        current("DefaultThreadCurrentUICulture"),
                        Property("InstalledUICulture", type, get: { _, _ in .object(CultureObject(.invariant)) }),
                    ],
                    staticMethods: [
                        Method(
                            "GetCultureInfo",
                            [
                                Overload([.text("name")], returns: type) { _, a, _ in try find(a.text(0)) },
                                Overload([.int("culture")], returns: type) { _, a, _ in try find(number: a.int(0)) },
                                Overload([.text("name"), .bool("predefinedOnly")], returns: type) { _, a, _ in
                                    if a.bool(1), CultureNames.language(a.text(0)).map({ CultureNames.isKnown($0) }) != true, !a.text(0).isEmpty {
                                        throw MethodFailure(
                                            "System.Globalization.CultureNotFoundException",
                                            "Culture is not supported. (Parameter 'name')\n\(a.text(0)) is an invalid culture identifier.")
                                    }
                                    return try find(a.text(0))
                                },
                            ]),
                        Method("GetCultureInfoByIetfLanguageTag", [.text("name")], returns: type) { _, a, _ in try find(a.text(0)) },
                        Method("CreateSpecificCulture", [.text("name")], returns: type) { _, a, _ in
                            try find(CultureNames.specific(a.text(0)), isReadOnly: false)
                        },
                        Method("GetCultures", [.of("types", cultureTypes)], returns: type.arrayType()) { _, a, _ in
                            .object(ArrayObject(try CultureNames.all(a.enumeration(0)).map { try find($0) }, elementType: type))
                        },
                        Method("ReadOnly", [.of("ci", type)], returns: type) { _, a, _ in .object(CultureObject(try own(a[0]).culture)) },
                    ],
                    constructors: [
                        Overload([.text("name")], returns: type) { _, a, _ in try find(a.text(0), isReadOnly: false) },
                        Overload([.text("name"), .bool("useUserOverride")], returns: type) { _, a, _ in try find(a.text(0), isReadOnly: false) },
                        Overload([.int("culture")], returns: type) { _, a, _ in try find(number: a.int(0)) },
                    ])
            },
            KnownType(cultureTypes),
        ] + CulturePart.types + [RegionObject.known]

    private static func current(_ name: String) -> Property {
        Property(
            name, type, get: { _, session in .object(CultureObject(session.culture)) },
            set: { _, value, session in if !name.contains("UI") { session.culture = culture(value) ?? .invariant } })
    }
}
