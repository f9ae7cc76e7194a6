// How a culture writes and reads numbers; dates stand in DateCulture. Data as .NET with ICU has them on Linux.

/// The formatting data of one culture. Immutable and cheap to hand around.
public final class NumberCulture: Sendable {
    /// The name, such as "de-DE"; empty for the invariant culture.
    public let name: String
    public let numberDecimalSeparator: String
    public let numberGroupSeparator: String
    public let numberGroupSizes: [Int]
    public let numberDecimalDigits: Int
    public let numberNegativePattern: Int
    public let currencySymbol: String
    public let currencyDecimalDigits: Int
    public let currencyPositivePattern: Int
    public let currencyNegativePattern: Int
    public let percentPositivePattern: Int
    public let percentNegativePattern: Int
    public let nanSymbol: String
    public let positiveInfinitySymbol: String
    /// Names and patterns of dates.
    public let dates: DateCulture

    public var currencyDecimalSeparator: String { numberDecimalSeparator }
    public var currencyGroupSeparator: String { numberGroupSeparator }
    public var currencyGroupSizes: [Int] { numberGroupSizes }
    public var percentDecimalSeparator: String { numberDecimalSeparator }
    public var percentGroupSeparator: String { numberGroupSeparator }
    public var percentGroupSizes: [Int] { numberGroupSizes }
    public var percentDecimalDigits: Int { numberDecimalDigits }
    public var negativeSign: String { "-" }
    public var positiveSign: String { "+" }
    public var percentSymbol: String { "%" }
    public var perMilleSymbol: String { "‰" }
    public var negativeInfinitySymbol: String { "-" + positiveInfinitySymbol }

    init(
        name: String, decimal: String, group: String, currency: String, currencyPatterns: (Int, Int), percentPatterns: (Int, Int),
        nan: String = "NaN", dates: DateCulture
    ) {
        let isInvariant = name.isEmpty
        self.name = name
        numberDecimalSeparator = decimal
        numberGroupSeparator = group
        numberGroupSizes = [3]
        numberDecimalDigits = isInvariant ? 2 : 3
        numberNegativePattern = 1
        currencySymbol = currency
        currencyDecimalDigits = 2
        (currencyPositivePattern, currencyNegativePattern) = currencyPatterns
        (percentPositivePattern, percentNegativePattern) = percentPatterns
        nanSymbol = nan
        positiveInfinitySymbol = isInvariant ? "Infinity" : "∞"
        self.dates = dates
    }

    /// The culture of a script that says nothing else.
    public static let invariant = NumberCulture(
        name: "", decimal: ".", group: ",", currency: "¤", currencyPatterns: (0, 0), percentPatterns: (0, 0), dates: .invariant)
    static let enUS = NumberCulture(
        name: "en-US", decimal: ".", group: ",", currency: "$", currencyPatterns: (0, 1), percentPatterns: (1, 1), dates: .enUS)
    static let enGB = NumberCulture(
        name: "en-GB", decimal: ".", group: ",", currency: "£", currencyPatterns: (0, 1), percentPatterns: (1, 1), dates: .enGB)
    static let deDE = NumberCulture(
        name: "de-DE", decimal: ",", group: ".", currency: "€", currencyPatterns: (3, 8), percentPatterns: (0, 0), dates: .deDE)
    static let frFR = NumberCulture(
        name: "fr-FR", decimal: ",", group: "\u{202F}", currency: "€", currencyPatterns: (3, 8), percentPatterns: (0, 0), dates: .frFR)
    static let esES = NumberCulture(
        name: "es-ES", decimal: ",", group: ".", currency: "€", currencyPatterns: (3, 8), percentPatterns: (0, 0), dates: .esES)
    static let itIT = NumberCulture(
        name: "it-IT", decimal: ",", group: ".", currency: "€", currencyPatterns: (3, 8), percentPatterns: (1, 1), dates: .itIT)
    static let ruRU = NumberCulture(
        name: "ru-RU", decimal: ",", group: "\u{A0}", currency: "₽", currencyPatterns: (3, 8), percentPatterns: (0, 0),
        nan: "не\u{A0}число", dates: .ruRU)

    /// The culture of a name, in any case, with or without a region; nil for one without data here.
    public static func named(_ name: String) -> NumberCulture? {
        switch name.lowercased() {
        case "", "iv": invariant
        case "en", "en-us": enUS
        case "en-gb": enGB
        case "de", "de-de": deDE
        case "fr", "fr-fr": frFR
        case "es", "es-es": esES
        case "it", "it-it": itIT
        case "ru", "ru-ru": ruRU
        default: nil
        }
    }
}
