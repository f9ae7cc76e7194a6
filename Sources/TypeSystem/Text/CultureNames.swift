// The names of languages and countries: what a culture or region is called, its numbers and its money.

import Scalars

enum CultureNames {
    private struct Language { let name: String, native: String, letters: String, number: Int, region: String }
    /// By two letters: English name, own name, three letters, Windows' number, the country meant when none is named.
    private static let languages: [String: Language] = {
        let rows = [
            ("ar", "Arabic", "العربية", "ara", 1, "SA"), ("bg", "Bulgarian", "български", "bul", 2, "BG"), ("ca", "Catalan", "català", "cat", 3, "ES"),
            ("zh", "Chinese", "中文", "zho", 30724, "CN"), ("cs", "Czech", "čeština", "ces", 5, "CZ"), ("da", "Danish", "dansk", "dan", 6, "DK"),
            ("de", "German", "Deutsch", "deu", 7, "DE"), ("el", "Greek", "Ελληνικά", "ell", 8, "GR"), ("en", "English", "English", "eng", 9, "US"),
            ("es", "Spanish", "español", "spa", 10, "ES"), ("fi", "Finnish", "suomi", "fin", 11, "FI"), ("fr", "French", "français", "fra", 12, "FR"),
            ("he", "Hebrew", "עברית", "heb", 13, "IL"), ("hu", "Hungarian", "magyar", "hun", 14, "HU"), ("is", "Icelandic", "íslenska", "isl", 15, "IS"),
            ("it", "Italian", "italiano", "ita", 16, "IT"), ("ja", "Japanese", "日本語", "jpn", 17, "JP"), ("ko", "Korean", "한국어", "kor", 18, "KR"),
            ("nl", "Dutch", "Nederlands", "nld", 19, "NL"), ("nb", "Norwegian Bokmål", "norsk bokmål", "nob", 31764, "NO"),
            ("pl", "Polish", "polski", "pol", 21, "PL"), ("pt", "Portuguese", "português", "por", 22, "BR"), ("ro", "Romanian", "română", "ron", 24, "RO"),
            ("ru", "Russian", "русский", "rus", 25, "RU"), ("hr", "Croatian", "hrvatski", "hrv", 26, "HR"), ("sk", "Slovak", "slovenčina", "slk", 27, "SK"),
            ("sv", "Swedish", "svenska", "swe", 29, "SE"), ("th", "Thai", "ไทย", "tha", 30, "TH"), ("tr", "Turkish", "Türkçe", "tur", 31, "TR"),
            ("uk", "Ukrainian", "українська", "ukr", 34, "UA"), ("sl", "Slovenian", "slovenščina", "slv", 36, "SI"),
            ("et", "Estonian", "eesti", "est", 37, "EE"),
            ("lv", "Latvian", "latviešu", "lav", 38, "LV"), ("lt", "Lithuanian", "lietuvių", "lit", 39, "LT"),
            ("vi", "Vietnamese", "Tiếng Việt", "vie", 42, "VN"),
            ("hi", "Hindi", "हिन्दी", "hin", 57, "IN"),
        ]
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, Language(name: $0.1, native: $0.2, letters: $0.3, number: $0.4, region: $0.5)) })
    }()

    struct Region { let code: String, letters: String, name: String, currency: String, symbol: String, currencyName: String, geoId: Int }
    private static let regions: [String: Region] = {
        let rows = [
            ("AT", "AUT", "Austria", "EUR", 14), ("AU", "AUS", "Australia", "AUD", 12), ("BE", "BEL", "Belgium", "EUR", 21),
            ("BG", "BGR", "Bulgaria", "BGN", 35),
            ("BR", "BRA", "Brazil", "BRL", 32), ("CA", "CAN", "Canada", "CAD", 39), ("CH", "CHE", "Switzerland", "CHF", 223), ("CN", "CHN", "China", "CNY", 45),
            ("CZ", "CZE", "Czechia", "CZK", 75), ("DE", "DEU", "Germany", "EUR", 94), ("DK", "DNK", "Denmark", "DKK", 61), ("EE", "EST", "Estonia", "EUR", 70),
            ("ES", "ESP", "Spain", "EUR", 217), ("FI", "FIN", "Finland", "EUR", 77), ("FR", "FRA", "France", "EUR", 84),
            ("GB", "GBR", "United Kingdom", "GBP", 242),
            ("GR", "GRC", "Greece", "EUR", 98), ("HR", "HRV", "Croatia", "EUR", 108), ("HU", "HUN", "Hungary", "HUF", 109), ("IE", "IRL", "Ireland", "EUR", 68),
            ("IL", "ISR", "Israel", "ILS", 117), ("IN", "IND", "India", "INR", 113), ("IS", "ISL", "Iceland", "ISK", 110), ("IT", "ITA", "Italy", "EUR", 118),
            ("JP", "JPN", "Japan", "JPY", 122), ("KR", "KOR", "South Korea", "KRW", 134), ("LT", "LTU", "Lithuania", "EUR", 141),
            ("LU", "LUX", "Luxembourg", "EUR", 147),
            ("LV", "LVA", "Latvia", "EUR", 140), ("MX", "MEX", "Mexico", "MXN", 166), ("NL", "NLD", "Netherlands", "EUR", 176),
            ("NO", "NOR", "Norway", "NOK", 177),
            ("NZ", "NZL", "New Zealand", "NZD", 183), ("PL", "POL", "Poland", "PLN", 191), ("PT", "PRT", "Portugal", "EUR", 193),
            ("RO", "ROU", "Romania", "RON", 200),
            ("RU", "RUS", "Russia", "RUB", 203), ("SA", "SAU", "Saudi Arabia", "SAR", 205), ("SE", "SWE", "Sweden", "SEK", 221),
            ("SI", "SVN", "Slovenia", "EUR", 212),
            ("SK", "SVK", "Slovakia", "EUR", 143), ("TH", "THA", "Thailand", "THB", 227), ("TR", "TUR", "Türkiye", "TRY", 235),
            ("TW", "TWN", "Taiwan", "TWD", 237),
            ("UA", "UKR", "Ukraine", "UAH", 241), ("US", "USA", "United States", "USD", 244), ("VN", "VNM", "Vietnam", "VND", 251),
            ("ZA", "ZAF", "South Africa", "ZAR", 209),
        ]
        let symbols = [
            "EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "CNY": "¥", "RUB": "₽", "INR": "₹", "KRW": "₩", "ILS": "₪", "UAH": "₴", "TRY": "₺", "VND": "₫",
            "PLN": "zł", "CZK": "Kč", "HUF": "Ft", "BRL": "R$", "AUD": "$", "CAD": "$", "NZD": "$", "MXN": "$", "TWD": "$", "DKK": "kr.", "SEK": "kr",
            "NOK": "kr",
            "ISK": "kr.", "BGN": "лв.", "ZAR": "R", "THB": "฿",
        ]
        let moneys = [
            "EUR": "Euro", "GBP": "British Pound", "USD": "US Dollar", "JPY": "Japanese Yen", "CNY": "Chinese Yuan", "RUB": "Russian Ruble",
            "CHF": "Swiss Franc",
            "AUD": "Australian Dollar", "CAD": "Canadian Dollar", "BRL": "Brazilian Real", "DKK": "Danish Krone", "SEK": "Swedish Krona",
            "NOK": "Norwegian Krone",
            "PLN": "Polish Zloty", "CZK": "Czech Koruna", "HUF": "Hungarian Forint", "INR": "Indian Rupee", "TRY": "Turkish Lira", "KRW": "South Korean Won",
            "MXN": "Mexican Peso", "NZD": "New Zealand Dollar", "ZAR": "South African Rand", "UAH": "Ukrainian Hryvnia",
        ]
        return Dictionary(
            uniqueKeysWithValues: rows.map {
                (
                    $0.0,
                    Region(
                        code: $0.0, letters: $0.1, name: $0.2, currency: $0.3, symbol: symbols[$0.3] ?? $0.3, currencyName: moneys[$0.3] ?? $0.3, geoId: $0.4)
                )
            })
    }()

    static func region(_ code: String) -> Region? { regions[code.uppercased()] }
    static func isKnown(_ language: String) -> Bool { languages[language] != nil }

    /// The name as cultures spell theirs; nil for what cannot be one.
    static func canonical(_ name: String) -> String? {
        guard name.utf8.count <= 85, name.utf8.allSatisfy({ ($0 | 32) >= 97 && ($0 | 32) <= 122 || $0 >= 48 && $0 <= 57 || $0 == 45 || $0 == 95 }) else {
            return nil
        }
        if !name.isEmpty, !name.contains("-"), name.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) { return nil }
        let parts = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { return name.lowercased() == "iv" ? "" : name.lowercased() }
        return parts.enumerated().map { i, part in
            i == 0
                ? part.lowercased()
                : part.count == 2 ? part.uppercased() : part.count == 4 && i == 1 ? part.prefix(1).uppercased() + part.dropFirst().lowercased() : part
        }.joined(separator: "-")
    }

    static func language(_ name: String) -> String? {
        let first = String(name.lowercased().prefix { $0 != "-" })
        return first.isEmpty ? nil : first
    }
    private static func country(_ name: String) -> String? { name.split(separator: "-").dropFirst().last.map(String.init) }

    static func englishName(_ name: String) -> String {
        if name.isEmpty { return "Invariant Language (Invariant Country)" }
        let language = language(name).flatMap { languages[$0]?.name } ?? name
        guard let country = country(name) else { return language }
        return "\(language) (\(region(country)?.name ?? country))"
    }
    static func nativeName(_ name: String) -> String {
        guard let own = language(name).flatMap({ languages[$0] }) else { return englishName(name) }
        let countries = [
            "de-DE": "Deutschland", "fr-FR": "France", "es-ES": "España", "it-IT": "Italia", "ru-RU": "Россия", "en-US": "United States",
            "en-GB": "United Kingdom",
        ]
        guard let country = country(name) else { return own.native }
        return "\(own.native) (\(countries[name] ?? region(country)?.name ?? country))"
    }
    static func threeLetters(_ name: String) -> String { name.isEmpty ? "ivl" : language(name).flatMap { languages[$0]?.letters } ?? "" }

    private static let countryNumbers = [
        "ar-SA": 1025, "zh-CN": 2052, "zh-TW": 1028, "nb-NO": 1044, "en-GB": 2057, "en-AU": 3081, "en-CA": 4105, "en-NZ": 5129, "en-IE": 6153, "en-ZA": 7177,
        "en-IN": 16393, "de-CH": 2055, "de-AT": 3079, "fr-BE": 2060, "fr-CA": 3084, "fr-CH": 4108, "it-CH": 2064, "nl-BE": 2067, "pt-PT": 2070, "es-MX": 2058,
        "es-ES": 3082,
    ]
    static func number(_ name: String) -> Int {
        if name.isEmpty { return 127 }
        if let known = countryNumbers[name] { return known }
        guard let own = language(name).flatMap({ languages[$0] }) else { return 4096 }
        guard let country = country(name) else { return own.number }
        return country == own.region && own.number < 256 ? 1024 + own.number : 4096
    }
    static func name(number: Int) -> String? {
        if number == 127 { return "" }
        if number == 1034 { return "es-ES" }
        if let known = countryNumbers.first(where: { $0.value == number }) { return known.key }
        if let language = languages.first(where: { $0.value.number == number }) { return language.key }
        return languages.first { 1024 + $0.value.number == number && $0.value.number < 256 }.map { $0.key + "-" + $0.value.region }
    }

    /// The culture of a language in its first country.
    static func specific(_ name: String) -> String {
        guard !name.contains("-"), let own = languages[name.lowercased()] else { return name }
        return name.lowercased() + "-" + own.region
    }
    /// Names for `GetCultures`, by its flags.
    static func all(_ kinds: Int64) -> [String] {
        var names: [String] = kinds & 7 == 7 ? [""] : []
        for key in languages.keys.sorted() {
            if kinds & 1 != 0 { names.append(key) }
            if kinds & 2 != 0 { names.append(specific(key)) }
        }
        if kinds & 2 != 0 { names += countryNumbers.keys }
        return Array(Set(names)).sorted()
    }

    /// Sunday is 0.
    static func firstDayOfWeek(_ name: String) -> Int64 {
        if name.isEmpty { return 0 }
        switch country(name) ?? language(name).flatMap({ languages[$0]?.region }) ?? "" {
        case "US", "CA", "JP", "BR", "MX", "IL", "IN", "KR", "TW", "ZA", "SA", "AU", "TH", "PT": return 0
        default: return 1
        }
    }
    /// 0: the week of 1 January; 2: the first with four days.
    static func weekRule(_ name: String) -> Int64 {
        switch country(name) ?? language(name).flatMap({ languages[$0]?.region }) ?? "" {
        case "AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IS", "IT", "LT", "LU", "NL", "NO", "PL", "PT", "RU",
            "SE", "SK":
            2
        default: 0
        }
    }
}
