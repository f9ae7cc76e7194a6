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

    public let currencyDecimalSeparator: String
    public let currencyGroupSeparator: String
    public let currencyGroupSizes: [Int]
    public let percentDecimalSeparator: String
    public let percentGroupSeparator: String
    public let percentGroupSizes: [Int]
    public let percentDecimalDigits: Int
    public let negativeSign: String
    public let positiveSign: String
    public let percentSymbol: String
    public let perMilleSymbol: String
    public let negativeInfinitySymbol: String

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
        currencyDecimalSeparator = decimal
        currencyGroupSeparator = group
        currencyGroupSizes = [3]
        percentDecimalSeparator = decimal
        percentGroupSeparator = group
        percentGroupSizes = [3]
        percentDecimalDigits = isInvariant ? 2 : 3
        currencySymbol = currency
        currencyDecimalDigits = 2
        (currencyPositivePattern, currencyNegativePattern) = currencyPatterns
        (percentPositivePattern, percentNegativePattern) = percentPatterns
        nanSymbol = nan
        positiveInfinitySymbol = isInvariant ? "Infinity" : "∞"
        negativeInfinitySymbol = isInvariant ? "-Infinity" : "-∞"
        negativeSign = "-"
        positiveSign = "+"
        percentSymbol = "%"
        perMilleSymbol = "‰"
        self.dates = dates
    }

    /// A culture like another but for what is given (a `NumberFormatInfo` a script has changed). Patterns are .NET's numbers.
    public init(
        copying base: NumberCulture,
        numberDecimalSeparator: String? = nil,
        numberGroupSeparator: String? = nil,
        numberGroupSizes: [Int]? = nil,
        numberDecimalDigits: Int? = nil,
        numberNegativePattern: Int? = nil,
        currencySymbol: String? = nil,
        currencyDecimalDigits: Int? = nil,
        currencyPositivePattern: Int? = nil,
        currencyNegativePattern: Int? = nil,
        currencyDecimalSeparator: String? = nil,
        currencyGroupSeparator: String? = nil,
        currencyGroupSizes: [Int]? = nil,
        percentPositivePattern: Int? = nil,
        percentNegativePattern: Int? = nil,
        percentDecimalSeparator: String? = nil,
        percentGroupSeparator: String? = nil,
        percentGroupSizes: [Int]? = nil,
        percentDecimalDigits: Int? = nil,
        nanSymbol: String? = nil,
        positiveInfinitySymbol: String? = nil,
        negativeInfinitySymbol: String? = nil,
        negativeSign: String? = nil,
        positiveSign: String? = nil,
        percentSymbol: String? = nil,
        perMilleSymbol: String? = nil,
        dates: DateCulture? = nil,
        name: String? = nil
    ) {
        self.name = name ?? base.name
        self.numberDecimalSeparator = numberDecimalSeparator ?? base.numberDecimalSeparator
        self.numberGroupSeparator = numberGroupSeparator ?? base.numberGroupSeparator
        self.numberGroupSizes = numberGroupSizes ?? base.numberGroupSizes
        self.numberDecimalDigits = numberDecimalDigits ?? base.numberDecimalDigits
        self.numberNegativePattern = numberNegativePattern ?? base.numberNegativePattern
        self.currencySymbol = currencySymbol ?? base.currencySymbol
        self.currencyDecimalDigits = currencyDecimalDigits ?? base.currencyDecimalDigits
        self.currencyPositivePattern = currencyPositivePattern ?? base.currencyPositivePattern
        self.currencyNegativePattern = currencyNegativePattern ?? base.currencyNegativePattern
        self.currencyDecimalSeparator = currencyDecimalSeparator ?? base.currencyDecimalSeparator
        self.currencyGroupSeparator = currencyGroupSeparator ?? base.currencyGroupSeparator
        self.currencyGroupSizes = currencyGroupSizes ?? base.currencyGroupSizes
        self.percentPositivePattern = percentPositivePattern ?? base.percentPositivePattern
        self.percentNegativePattern = percentNegativePattern ?? base.percentNegativePattern
        self.percentDecimalSeparator = percentDecimalSeparator ?? base.percentDecimalSeparator
        self.percentGroupSeparator = percentGroupSeparator ?? base.percentGroupSeparator
        self.percentGroupSizes = percentGroupSizes ?? base.percentGroupSizes
        self.percentDecimalDigits = percentDecimalDigits ?? base.percentDecimalDigits
        self.nanSymbol = nanSymbol ?? base.nanSymbol
        self.positiveInfinitySymbol = positiveInfinitySymbol ?? base.positiveInfinitySymbol
        self.negativeInfinitySymbol = negativeInfinitySymbol ?? base.negativeInfinitySymbol
        self.negativeSign = negativeSign ?? base.negativeSign
        self.positiveSign = positiveSign ?? base.positiveSign
        self.percentSymbol = percentSymbol ?? base.percentSymbol
        self.perMilleSymbol = perMilleSymbol ?? base.perMilleSymbol
        self.dates = dates ?? base.dates
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
        case "ja", "ja-jp": jaJP
        case "zh", "zh-hans", "zh-cn": zhCN
        case "tr", "tr-tr": trTR
        case "pt", "pt-br": ptBR
        case "nl", "nl-nl": nlNL
        case "pl", "pl-pl": plPL
        default: nil
        }
    }
}
