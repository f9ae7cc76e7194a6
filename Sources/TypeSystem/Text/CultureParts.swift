// The parts of a culture: `NumberFormatInfo`, `DateTimeFormatInfo`, `TextInfo`, `CompareInfo`, the calendar; and `RegionInfo`.

import Runtime
import Scalars

/// One part of a culture. A change of a part is a change of its culture.
final class CulturePart: Box, @unchecked Sendable {
    let owner: CultureObject
    private let partType: TypeInfo
    init(_ owner: CultureObject, _ type: TypeInfo) {
        self.owner = owner
        partType = type
    }
    override var type: TypeInfo { partType }

    static let numbers = TypeInfo("System.Globalization.NumberFormatInfo", base: .object, interfaces: [CultureMembers.provider, .iCloneable])
    static let dates = TypeInfo("System.Globalization.DateTimeFormatInfo", base: .object, interfaces: [CultureMembers.provider, .iCloneable])
    static let text = TypeInfo("System.Globalization.TextInfo", base: .object, interfaces: [.iCloneable])
    static let comparison = TypeInfo("System.Globalization.CompareInfo", base: .object)
    static let calendar = TypeInfo("System.Globalization.GregorianCalendar", base: TypeInfo("System.Globalization.Calendar", base: .object, isAbstract: true))
    static let weekRules = TypeInfo.names("System.Globalization.CalendarWeekRule", ["FirstDay", "FirstFullWeek", "FirstFourDayWeek"])
    static let compareOptions = TypeInfo.enumeration(
        "System.Globalization.CompareOptions",
        EnumerationInfo(
            [
                ("None", 0), ("IgnoreCase", 1), ("IgnoreNonSpace", 2), ("IgnoreSymbols", 4), ("IgnoreKanaType", 8), ("IgnoreWidth", 16),
                ("NumericOrdering", 32),
                ("OrdinalIgnoreCase", 268_435_456), ("StringSort", 536_870_912), ("Ordinal", 1_073_741_824),
            ], isFlags: true))

    private static func own(_ value: Value) throws -> CulturePart {
        guard let part = value.object as? CulturePart else { throw Refusals.null("this") }
        return part
    }
    private static func fresh(_ type: TypeInfo) -> Value { .object(CulturePart(CultureObject(.invariant, isReadOnly: false), type)) }
    /// Members of every part that can be changed.
    private static func shared(_ type: TypeInfo) -> [Method] {
        [
            Method("Clone", returns: .object) { t, _, _ in .object(CulturePart(CultureObject(try own(t).owner.culture, isReadOnly: false), type)) },
            Method("GetFormat", [.of("formatType", .type)], returns: .object) { t, a, _ in a[0].asType?.value === type ? t : .null },
        ]
    }
    private static func statics(_ type: TypeInfo) -> [Property] {
        [
            Property("InvariantInfo", type, get: { _, _ in .object(CulturePart(CultureObject(.invariant), type)) }),
            Property("CurrentInfo", type, get: { _, session in .object(CulturePart(CultureObject(session.culture), type)) }),
        ]
    }
    private static func instance(_ type: TypeInfo) -> Method {
        Method("GetInstance", [.object("provider")], returns: type) { _, a, session in
            .object(CulturePart(CultureObject(CultureMembers.culture(a[0]) ?? session.culture), type))
        }
    }
    private static let readOnly = Property("IsReadOnly", .bool, get: { t, _ in .bool(try own(t).owner.isReadOnly) })

    // MARK: Numbers

    private static func text(
        _ name: String, _ read: @escaping @Sendable (NumberCulture) -> String, _ changed: @escaping @Sendable (NumberCulture, String) -> NumberCulture
    ) -> Property {
        Property(
            name, .string, get: { t, _ in .text(read(try own(t).owner.culture)) },
            set: { t, value, _ in
                guard let text = value.asString else { throw Refusals.null("value") }
                try own(t).owner.change(changed(own(t).owner.culture, text))
            })
    }
    private static func number(
        _ name: String, _ range: ClosedRange<Int>, _ read: @escaping @Sendable (NumberCulture) -> Int,
        _ changed: @escaping @Sendable (NumberCulture, Int) -> NumberCulture
    ) -> Property {
        Property(
            name, .int32, get: { t, _ in .int(Int32(read(try own(t).owner.culture))) },
            set: { t, value, _ in
                let number = Int(value.asInt64 ?? 0)
                guard range.contains(number) else {
                    throw Refusals.outOfRange(name, "Valid values are between \(range.lowerBound) and \(range.upperBound), inclusive.")
                }
                try own(t).owner.change(changed(own(t).owner.culture, number))
            })
    }
    private static func sizes(
        _ name: String, _ read: @escaping @Sendable (NumberCulture) -> [Int], _ changed: @escaping @Sendable (NumberCulture, [Int]) -> NumberCulture
    ) -> Property {
        Property(
            name, TypeInfo.int32.arrayType(),
            get: { t, _ in .object(ArrayObject(read(try own(t).owner.culture).map { .int(Int32($0)) }, elementType: .int32)) },
            set: { t, value, _ in try own(t).owner.change(changed(own(t).owner.culture, (value.asArray?.elements ?? []).map { Int($0.asInt64 ?? 0) })) })
    }

    private static var numberProperties: [Property] {
        [
            number("CurrencyDecimalDigits", 0...99, { $0.currencyDecimalDigits }) { NumberCulture(copying: $0, currencyDecimalDigits: $1) },
            text("CurrencyDecimalSeparator", { $0.currencyDecimalSeparator }) { NumberCulture(copying: $0, currencyDecimalSeparator: $1) }, readOnly,
            sizes("CurrencyGroupSizes", { $0.currencyGroupSizes }) { NumberCulture(copying: $0, currencyGroupSizes: $1) },
            sizes("NumberGroupSizes", { $0.numberGroupSizes }) { NumberCulture(copying: $0, numberGroupSizes: $1) },
            sizes("PercentGroupSizes", { $0.percentGroupSizes }) { NumberCulture(copying: $0, percentGroupSizes: $1) },
            text("CurrencyGroupSeparator", { $0.currencyGroupSeparator }) { NumberCulture(copying: $0, currencyGroupSeparator: $1) },
            text("CurrencySymbol", { $0.currencySymbol }) { NumberCulture(copying: $0, currencySymbol: $1) },
            text("NaNSymbol", { $0.nanSymbol }) { NumberCulture(copying: $0, nanSymbol: $1) },
            number("CurrencyNegativePattern", 0...16, { $0.currencyNegativePattern }) { NumberCulture(copying: $0, currencyNegativePattern: $1) },
            number("NumberNegativePattern", 0...4, { $0.numberNegativePattern }) { NumberCulture(copying: $0, numberNegativePattern: $1) },
            number("PercentPositivePattern", 0...3, { $0.percentPositivePattern }) { NumberCulture(copying: $0, percentPositivePattern: $1) },
            number("PercentNegativePattern", 0...11, { $0.percentNegativePattern }) { NumberCulture(copying: $0, percentNegativePattern: $1) },
            text("NegativeInfinitySymbol", { $0.negativeInfinitySymbol }) { NumberCulture(copying: $0, negativeInfinitySymbol: $1) },
            text("NegativeSign", { $0.negativeSign }) { NumberCulture(copying: $0, negativeSign: $1) },
            number("NumberDecimalDigits", 0...99, { $0.numberDecimalDigits }) { NumberCulture(copying: $0, numberDecimalDigits: $1) },
            text("NumberDecimalSeparator", { $0.numberDecimalSeparator }) { NumberCulture(copying: $0, numberDecimalSeparator: $1) },
            text("NumberGroupSeparator", { $0.numberGroupSeparator }) { NumberCulture(copying: $0, numberGroupSeparator: $1) },
            number("CurrencyPositivePattern", 0...3, { $0.currencyPositivePattern }) { NumberCulture(copying: $0, currencyPositivePattern: $1) },
            text("PositiveInfinitySymbol", { $0.positiveInfinitySymbol }) { NumberCulture(copying: $0, positiveInfinitySymbol: $1) },
            text("PositiveSign", { $0.positiveSign }) { NumberCulture(copying: $0, positiveSign: $1) },
            number("PercentDecimalDigits", 0...99, { $0.percentDecimalDigits }) { NumberCulture(copying: $0, percentDecimalDigits: $1) },
            text("PercentDecimalSeparator", { $0.percentDecimalSeparator }) { NumberCulture(copying: $0, percentDecimalSeparator: $1) },
            text("PercentGroupSeparator", { $0.percentGroupSeparator }) { NumberCulture(copying: $0, percentGroupSeparator: $1) },
            text("PercentSymbol", { $0.percentSymbol }) { NumberCulture(copying: $0, percentSymbol: $1) },
            text("PerMilleSymbol", { $0.perMilleSymbol }) { NumberCulture(copying: $0, perMilleSymbol: $1) },
            Property("NativeDigits", .stringArray, get: { _, _ in .strings((0...9).map(String.init)) }),
        ]
    }

    // MARK: Dates

    private static func date(
        _ name: String, _ read: @escaping @Sendable (DateCulture) -> String, _ changed: (@Sendable (DateCulture, String) -> DateCulture)? = nil
    ) -> Property {
        let get: Property.Getter = { t, _ in .text(read(try own(t).owner.culture.dates)) }
        guard let changed else { return Property(name, .string, get: get) }
        return Property(
            name, .string, get: get,
            set: { t, value, _ in
                let culture = try own(t).owner.culture
                try own(t).owner.change(NumberCulture(copying: culture, dates: changed(culture.dates, value.asString ?? "")))
            })
    }
    private static func names(_ name: String, _ read: @escaping @Sendable (DateCulture) -> [String]) -> Property {
        Property(name, .stringArray, get: { t, _ in .strings(read(try own(t).owner.culture.dates)) })
    }
    private static func named(_ name: String, _ range: ClosedRange<Int>, _ parameter: String, _ read: @escaping @Sendable (DateCulture) -> [String]) -> Method {
        let isDay = range.lowerBound == 0
        return Method(name, [isDay ? .of(parameter, Enumerations.dayOfWeek) : .int(parameter)], returns: .string) { t, a, _ in
            let index = isDay ? Int(a.enumeration(0)) : a.int(0)
            guard range.contains(index) else {
                throw Refusals.outOfRange(parameter, "Valid values are between \(range.lowerBound) and \(range.upperBound), inclusive.")
            }
            return .text(read(try own(t).owner.culture.dates)[index - range.lowerBound])
        }
    }

    private static var dateProperties: [Property] { patterns + dateNames }

    private static var patterns: [Property] {
        [
            date("AMDesignator", { $0.amDesignator }) { DateCulture(copying: $0, amDesignator: $1) },
            Property("Calendar", calendar, get: { t, _ in .object(CulturePart(try own(t).owner, calendar)) }),
            date("DateSeparator", { $0.dateSeparator }) { DateCulture(copying: $0, dateSeparator: $1) },
            Property(
                "FirstDayOfWeek", Enumerations.dayOfWeek, get: { t, _ in .object(EnumerationObject(Enumerations.dayOfWeek, try own(t).owner.firstDayOfWeek)) },
                set: { t, value, _ in
                    try own(t).owner.change(own(t).owner.culture)
                    try own(t).owner.firstDayOfWeek = value.asEnumeration?.rawValue ?? 0
                }),
            Property(
                "CalendarWeekRule", weekRules, get: { t, _ in .object(EnumerationObject(weekRules, CultureNames.weekRule(try own(t).owner.culture.name))) }),
            date("FullDateTimePattern", { $0.longDatePattern + " " + $0.longTimePattern }),
            date("LongDatePattern", { $0.longDatePattern }) { DateCulture(copying: $0, longDatePattern: $1) },
            date("LongTimePattern", { $0.longTimePattern }) { DateCulture(copying: $0, longTimePattern: $1) },
            date("MonthDayPattern", { $0.monthDayPattern }),
            date("PMDesignator", { $0.pmDesignator }) { DateCulture(copying: $0, pmDesignator: $1) },
            date("RFC1123Pattern", { _ in "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'" }),
            date("ShortDatePattern", { $0.shortDatePattern }) { DateCulture(copying: $0, shortDatePattern: $1) },
            date("ShortTimePattern", { $0.shortTimePattern }) { DateCulture(copying: $0, shortTimePattern: $1) },
            date("SortableDateTimePattern", { _ in "yyyy'-'MM'-'dd'T'HH':'mm':'ss" }),
            date("TimeSeparator", { $0.timeSeparator }) { DateCulture(copying: $0, timeSeparator: $1) },
            date("UniversalSortableDateTimePattern", { _ in "yyyy'-'MM'-'dd HH':'mm':'ss'Z'" }), date("YearMonthPattern", { $0.yearMonthPattern }),
        ]
    }

    private static var dateNames: [Property] {
        [
            names("AbbreviatedDayNames") { $0.abbreviatedDayNames },
            Property(
                "ShortestDayNames", .stringArray,
                get: { t, _ in
                    let culture = try own(t).owner.culture
                    return .strings(culture.name.isEmpty ? culture.dates.abbreviatedDayNames.map { String($0.prefix(2)) } : culture.dates.abbreviatedDayNames)
                }), names("DayNames") { $0.dayNames },
            names("AbbreviatedMonthNames") { $0.abbreviatedMonthNames + [""] }, names("MonthNames") { $0.monthNames + [""] }, readOnly,
            Property("NativeCalendarName", .string, get: { _, _ in "Gregorian Calendar" }),
            names("AbbreviatedMonthGenitiveNames") { $0.abbreviatedMonthGenitiveNames + [""] }, names("MonthGenitiveNames") { $0.monthGenitiveNames + [""] },
        ]
    }

    // MARK: Calendar

    /// The number of the week: from the first day of the year, the first whole week, or the first with four days.
    private static func week(of date: DateTime, rule: Int64, firstDay: Int) -> Int {
        let dayOfYear = date.dayOfYear - 1
        let dayForJanuary = ((date.dayOfWeek - dayOfYear % 7) + 14) % 7
        if rule == 0 { return (dayOfYear + (dayForJanuary - firstDay + 14) % 7) / 7 + 1 }
        let fullDays = rule == 1 ? 7 : 4
        var offset = (firstDay - dayForJanuary + 14) % 7
        if offset != 0, offset >= fullDays { offset -= 7 }
        let day = dayOfYear - offset
        if day >= 0 { return day / 7 + 1 }
        guard let last = try? date.addDays(Double(-(dayOfYear + 1))) else { return 1 }
        return week(of: last, rule: rule, firstDay: firstDay)
    }

    private static func field(_ name: String, _ read: @escaping @Sendable (DateTime) -> Int) -> Method {
        Method(name, [.of("time", .dateTime)], returns: .int32) { _, a, _ in .int(Int32(read(DateTimeMembers.date(a[0])))) }
    }
    private static func adding(_ name: String, _ body: @escaping @Sendable (DateTime, Int) throws -> DateTime) -> Method {
        Method(name, [.of("time", .dateTime), .int("value")], returns: .dateTime) { _, a, _ in
            DateTimeMembers.make(try body(DateTimeMembers.date(a[0]), a.int(1)))
        }
    }
    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    private static var calendarMethods: [Method] {
        [
            Method("GetWeekOfYear", [.of("time", .dateTime), .of("rule", weekRules), .of("firstDayOfWeek", Enumerations.dayOfWeek)], returns: .int32) {
                _, a, _ in
                .int(Int32(week(of: DateTimeMembers.date(a[0]), rule: a.enumeration(1), firstDay: Int(a.enumeration(2)))))
            },
            field("GetYear") { $0.year }, field("GetMonth") { $0.month }, field("GetDayOfMonth") { $0.day }, field("GetDayOfYear") { $0.dayOfYear },
            field("GetHour") { $0.hour }, field("GetMinute") { $0.minute }, field("GetSecond") { $0.second },
            Method("GetDayOfWeek", [.of("time", .dateTime)], returns: Enumerations.dayOfWeek) { _, a, _ in
                .object(EnumerationObject(Enumerations.dayOfWeek, Int64(DateTimeMembers.date(a[0]).dayOfWeek)))
            },
            Method("GetDaysInMonth", [.int("year"), .int("month")], returns: .int32) { _, a, _ in
                let start = try DateTime(year: a.int(0), month: a.int(1), day: 1)
                return .int(Int32((try start.addMonths(1).ticks - start.ticks) / 864_000_000_000))
            },
            Method("GetDaysInYear", [.int("year")], returns: .int32) { _, a, _ in .int(isLeap(a.int(0)) ? 366 : 365) },
            Method("GetMonthsInYear", [.int("year")], returns: .int32) { _, _, _ in .int(12) },
            Method("IsLeapYear", [.int("year")], returns: .bool) { _, a, _ in .bool(isLeap(a.int(0))) },
            adding("AddDays") { try $0.addDays(Double($1)) }, adding("AddMonths") { try $0.addMonths($1) }, adding("AddYears") { try $0.addYears($1) },
            adding("AddWeeks") { try $0.addDays(Double(7 * $1)) }, adding("AddHours") { try $0.addHours(Double($1)) },
        ]
    }

    // MARK: Text

    private static func cased(_ name: String, _ body: @escaping @Sendable (String, NumberCulture) -> String) -> Method {
        Method(name, [.text("str")], returns: .string) { t, a, _ in
            if a[0].isNull { throw Refusals.null("str") }
            return .text(body(a.text(0), try own(t).owner.culture))
        }
    }
    private static func comparison(_ options: Int64) -> Int64 { options & 1_073_741_824 != 0 ? 4 : options & 268_435_456 != 0 ? 5 : options & 1 != 0 ? 3 : 2 }
    private static func compared(_ name: String, returns: TypeInfo, _ body: @escaping @Sendable (String, String, Int64, Session) throws -> Value) -> Method {
        Method(
            name,
            [
                Overload([.text("string1"), .text("string2")], returns: returns) { _, a, session in try body(a.text(0), a.text(1), 2, session) },
                Overload([.text("string1"), .text("string2"), .of("options", compareOptions)], returns: returns) { _, a, session in
                    try body(a.text(0), a.text(1), comparison(a.enumeration(2)), session)
                },
            ])
    }

    static let types: [KnownType] = [
        KnownType(numbers) {
            MemberTable(
                properties: numberProperties, methods: shared(numbers), staticProperties: statics(numbers), staticMethods: [instance(numbers)],
                constructors: [Overload(returns: numbers) { _, _, _ in fresh(numbers) }])
        },
        KnownType(dates) {
            MemberTable(
                properties: dateProperties,
                methods: shared(dates) + [
                    named("GetMonthName", 1...13, "month") { $0.monthNames + [""] },
                    named("GetAbbreviatedMonthName", 1...13, "month") { $0.abbreviatedMonthNames + [""] },
                    named("GetDayName", 0...6, "dayofweek") { $0.dayNames }, named("GetAbbreviatedDayName", 0...6, "dayofweek") { $0.abbreviatedDayNames },
                    named("GetShortestDayName", 0...6, "dayOfWeek") { $0.abbreviatedDayNames.map { String($0.prefix(2)) } },
                    Method("GetEraName", [.int("era")], returns: .string) { t, _, _ in .text(try own(t).owner.culture.dates.eraName) },
                ], staticProperties: statics(dates), staticMethods: [instance(dates)], constructors: [Overload(returns: dates) { _, _, _ in fresh(dates) }])
        },
        KnownType(text) {
            MemberTable(
                properties: [
                    Property("CultureName", .string, get: { t, _ in .text(try own(t).owner.culture.name) }),
                    Property("ListSeparator", .string, get: { t, _ in .text(try own(t).owner.culture.numberDecimalSeparator == "," ? ";" : ",") }),
                    Property(
                        "IsRightToLeft", .bool,
                        get: { t, _ in .bool(["ar", "he", "fa", "ur"].contains(CultureNames.language(try own(t).owner.culture.name) ?? "")) }),
                    Property("LCID", .int32, get: { t, _ in .int(Int32(CultureNames.number(try own(t).owner.culture.name))) }), readOnly,
                ],
                methods: [
                    cased("ToTitleCase") { text, _ in SimpleCase.title(text) }, cased("ToUpper", CultureCase.upper), cased("ToLower", CultureCase.lower),
                ])
        },
        KnownType(comparison) {
            MemberTable(
                properties: [
                    Property("Name", .string, get: { t, _ in .text(try own(t).owner.culture.name) }),
                    Property("LCID", .int32, get: { t, _ in .int(Int32(CultureNames.number(try own(t).owner.culture.name))) }),
                ],
                methods: [
                    compared("Compare", returns: .int32) { a, b, kind, _ in .int(Int32(StringStatics.compare(a, b, kind).signum())) },
                    compared("IsPrefix", returns: .bool) { a, b, kind, session in
                        try session.call(.text(a), "StartsWith", [.text(b), .object(EnumerationObject(Enumerations.stringComparison, kind))], session.scope)
                    },
                    compared("IsSuffix", returns: .bool) { a, b, kind, session in
                        try session.call(.text(a), "EndsWith", [.text(b), .object(EnumerationObject(Enumerations.stringComparison, kind))], session.scope)
                    },
                    compared("LastIndexOf", returns: .int32) { a, b, kind, session in
                        try session.call(.text(a), "LastIndexOf", [.text(b), .object(EnumerationObject(Enumerations.stringComparison, kind))], session.scope)
                    },
                    compared("IndexOf", returns: .int32) { a, b, kind, session in
                        try session.call(.text(a), "IndexOf", [.text(b), .object(EnumerationObject(Enumerations.stringComparison, kind))], session.scope)
                    },
                ],
                staticMethods: [
                    Method("GetCompareInfo", [.text("name")], returns: comparison) { _, a, _ in
                        guard let culture = try CultureMembers.find(a.text(0)).object as? CultureObject else { return .null }
                        return .object(CulturePart(culture, comparison))
                    }
                ])
        },
        KnownType(calendar) {
            MemberTable(
                properties: [
                    Property("MinSupportedDateTime", .dateTime, get: { _, _ in DateTimeMembers.make(DateTime.minValue) }),
                    Property("MaxSupportedDateTime", .dateTime, get: { _, _ in DateTimeMembers.make(DateTime.maxValue) }),
                    Property("TwoDigitYearMax", .int32, get: { _, _ in .int(2049) }), Property("IsReadOnly", .bool, get: { _, _ in false }),
                ], methods: calendarMethods,
                constructors: [Overload(returns: calendar) { _, _, _ in .object(CulturePart(CultureObject(.invariant), calendar)) }])
        },
        KnownType(weekRules), KnownType(compareOptions),
    ]
}

/// Case by the rules of a culture: Turkish and Azeri keep the dot of the i.
enum CultureCase {
    private static func keepsDots(_ culture: NumberCulture) -> Bool { ["tr", "az"].contains(CultureNames.language(culture.name) ?? "") }
    static func upper(_ text: String, _ culture: NumberCulture) -> String {
        keepsDots(culture) ? SimpleCase.upper(TextSearch.replace(text, "i", with: "İ")) : SimpleCase.upper(text)
    }
    static func lower(_ text: String, _ culture: NumberCulture) -> String {
        keepsDots(culture)
            ? SimpleCase.lower(TextSearch.replace(TextSearch.replace(text, "I", with: "ı"), "İ", with: "i")) : SimpleCase.lower(text)
    }
}

/// `System.Globalization.RegionInfo`.
final class RegionObject: Box, @unchecked Sendable {
    private let region: CultureNames.Region
    private let givenName: String
    init(_ region: CultureNames.Region, _ name: String) {
        self.region = region
        givenName = name
    }
    override var type: TypeInfo { RegionObject.typeInfo }
    static let typeInfo = TypeInfo("System.Globalization.RegionInfo", base: .object)
    override func describe(_ session: Session) throws -> String { region.code }
    override func isEqual(to other: Object) -> Bool { (other as? RegionObject)?.region.code == region.code }
    override var equalityHash: Int { region.code.hashValue }

    private static func own(_ value: Value) throws -> RegionObject {
        guard let region = value.object as? RegionObject else { throw Refusals.null("this") }
        return region
    }
    private static func make(_ name: String) throws -> Value {
        let code = name.split(separator: "-").last.map(String.init) ?? ""
        guard let region = CultureNames.region(code) else { throw Refusals.argument("Culture name '\(name)' is not supported. (Parameter 'name')") }
        return .object(RegionObject(region, name.contains("-") ? name : region.code))
    }
    private static func text(_ name: String, _ read: @escaping @Sendable (CultureNames.Region) -> String) -> Property {
        Property(name, .string, get: { t, _ in .text(read(try own(t).region)) })
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Name", .string, get: { t, _ in .text(try own(t).givenName) }), text("EnglishName") { $0.name }, text("DisplayName") { $0.name },
                text("NativeName") { $0.name }, text("TwoLetterISORegionName") { $0.code }, text("ThreeLetterISORegionName") { $0.letters },
                text("ThreeLetterWindowsRegionName") { $0.letters },
                Property("IsMetric", .bool, get: { t, _ in .bool(!["US", "LR", "MM"].contains(try own(t).region.code)) }),
                Property("GeoId", .int32, get: { t, _ in .int(Int32(try own(t).region.geoId)) }), text("CurrencyEnglishName") { $0.currencyName },
                text("CurrencyNativeName") { $0.currencyName }, text("CurrencySymbol") { $0.symbol }, text("ISOCurrencySymbol") { $0.currency },
            ],
            staticProperties: [
                Property("CurrentRegion", typeInfo, get: { _, session in try make(session.culture.name.contains("-") ? session.culture.name : "US") })
            ],
            constructors: [Overload([.text("name")], returns: typeInfo) { _, a, _ in try make(a.text(0)) }])
    }
}
