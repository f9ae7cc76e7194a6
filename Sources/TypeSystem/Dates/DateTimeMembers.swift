// `System.DateTime`.

import Runtime
import Scalars

public enum DateTimeMembers {
    static let kindType = TypeInfo.names("System.DateTimeKind", ["Unspecified", "Utc", "Local"])
    static let styles = TypeInfo.enumeration(
        "System.Globalization.DateTimeStyles",
        EnumerationInfo(
            [
                ("None", 0), ("AllowLeadingWhite", 1), ("AllowTrailingWhite", 2), ("AllowInnerWhite", 4), ("AllowWhiteSpaces", 7), ("NoCurrentDateDefault", 8),
                ("AdjustToUniversal", 16), ("AssumeLocal", 32), ("AssumeUniversal", 64), ("RoundtripKind", 128),
            ], isFlags: true))

    static func date(_ value: Value) -> DateTime { (value.object as? DateObject)?.value ?? .minValue }
    static func span(_ value: Value) -> TimeSpan { (value.object as? SpanObject)?.value ?? .zero }
    static func make(_ date: DateTime) -> Value { .object(DateObject(date)) }
    static func make(_ span: TimeSpan) -> Value { .object(SpanObject(span)) }

    private static func number(_ name: String, _ read: @escaping @Sendable (DateTime) -> Int) -> Property {
        Property(name, .int32, get: { t, _ in .int(Int32(read(date(t)))) })
    }

    private static var properties: [Property] {
        [
            // In the order the framework declares them, which lists show.
            Property("Date", .dateTime, get: { t, _ in make(date(t).date) }), number("Day") { $0.day },
            Property("DayOfWeek", Enumerations.dayOfWeek, get: { t, _ in .object(EnumerationObject(Enumerations.dayOfWeek, Int64(date(t).dayOfWeek))) }),
            number("DayOfYear") { $0.dayOfYear }, number("Hour") { $0.hour },
            Property("Kind", kindType, get: { t, _ in .object(EnumerationObject(kindType, Int64(date(t).kind.rawValue))) }),
            number("Millisecond") { $0.millisecond }, number("Microsecond") { $0.microsecond }, number("Nanosecond") { $0.nanosecond },
            number("Minute") { $0.minute }, number("Month") { $0.month }, number("Second") { $0.second },
            Property("Ticks", .int64, get: { t, _ in .long(date(t).ticks) }), Property("TimeOfDay", .timeSpan, get: { t, _ in make(date(t).timeOfDay) }),
            number("Year") { $0.year },
            Property(
                "DateTime", .string, memberType: "ScriptProperty",
                get: { t, session in
                    // What `Get-Date -DisplayHint` notes leaves out a part.
                    let hint = try t.object?.extensions?.member("DisplayHint") == nil ? nil : session.property(of: t, "DisplayHint").toText(session)
                    let parts = hint?.equalsIgnoringCase("Date") == true ? ["D"] : hint?.equalsIgnoringCase("Time") == true ? ["T"] : ["D", "T"]
                    return .text(try parts.map { try date(t).formatted($0, culture: session.culture, zone: session.zone) }.joined(separator: " "))
                }),
        ]
    }

    private static func adding(_ name: String, _ parameter: String, _ body: @escaping @Sendable (DateTime, Double) throws -> DateTime) -> Method {
        Method(name, [.double(parameter)], returns: .dateTime) { t, a, _ in make(try body(date(t), a.double(0))) }
    }
    private static func text(_ name: String, _ format: String) -> Method {
        Method(name, returns: .string) { t, _, session in .text(try date(t).formatted(format, culture: session.culture, zone: session.zone)) }
    }

    private static var methods: [Method] {
        [
            adding("AddDays", "value") { try $0.addDays($1) }, adding("AddHours", "value") { try $0.addHours($1) },
            adding("AddMinutes", "value") { try $0.addMinutes($1) }, adding("AddSeconds", "value") { try $0.addSeconds($1) },
            adding("AddMilliseconds", "value") { try $0.addMilliseconds($1) }, adding("AddMicroseconds", "value") { try $0.addMicroseconds($1) },
            Method("AddMonths", [.int("months")], returns: .dateTime) { t, a, _ in make(try date(t).addMonths(a.int(0))) },
            Method("AddYears", [.int("value")], returns: .dateTime) { t, a, _ in make(try date(t).addYears(a.int(0))) },
            Method("AddTicks", [.long("value")], returns: .dateTime) { t, a, _ in make(try date(t).addTicks(a.long(0))) },
            Method("Add", [.of("value", .timeSpan)], returns: .dateTime) { t, a, _ in make(try date(t).add(span(a[0]))) },
            Method(
                "Subtract",
                [
                    Overload([.of("value", .dateTime)], returns: .timeSpan) { t, a, _ in make(date(t).subtract(date(a[0]))) },
                    Overload([.of("value", .timeSpan)], returns: .dateTime) { t, a, _ in make(try date(t).subtract(span(a[0]))) },
                ]),
            Method("ToUniversalTime", returns: .dateTime) { t, _, session in make(date(t).toUniversalTime(session.zone)) },
            Method("ToLocalTime", returns: .dateTime) { t, _, session in make(date(t).toLocalTime(session.zone)) },
            Method(
                "ToString",
                [
                    Overload(returns: .string) { t, _, session in .text(try date(t).formatted("G", culture: session.culture, zone: session.zone)) },
                    Overload([.text("format")], returns: .string) { t, a, session in
                        .text(try date(t).formatted(a.text(0), culture: session.culture, zone: session.zone))
                    },
                    Overload([.of("provider", CultureMembers.provider)], returns: .string) { t, a, session in
                        .text(try date(t).formatted("G", culture: CultureMembers.culture(a[0]) ?? .invariant, zone: session.zone))
                    },
                    Overload([.text("format"), .of("provider", CultureMembers.provider)], returns: .string) { t, a, session in
                        .text(try date(t).formatted(a.text(0), culture: CultureMembers.culture(a[1]) ?? .invariant, zone: session.zone))
                    },
                ]),
            text("ToShortDateString", "d"), text("ToLongDateString", "D"), text("ToShortTimeString", "t"), text("ToLongTimeString", "T"),
            Method("ToFileTime", returns: .int64) { t, _, session in try fileTime(date(t).toUniversalTime(session.zone)) },
            Method("ToFileTimeUtc", returns: .int64) { t, _, _ in try fileTime(date(t)) },
            Method("ToOADate", returns: .double) { t, _, _ in .double(date(t).oleDate ?? 0) },
            Method("ToBinary", returns: .int64) { t, _, _ in .long(date(t).ticks | Int64(date(t).kind.rawValue) << 62) },
            Method("IsDaylightSavingTime", returns: .bool) { t, _, session in
                .bool(date(t).kind != .utc && session.zone.isDaylightSaving(atLocalTicks: date(t).ticks))
            },
            Method("CompareTo", [.object("value")], returns: .int32) { t, a, session in
                if a[0].isNull { return .int(1) }
                guard a[0].object is DateObject else { throw Refusals.argument("Object must be of type DateTime.") }
                return .int(Int32(try session.compare(t, a[0])))
            },
            Method("Equals", [.object("value")], returns: .bool) { t, a, _ in .bool((a[0].object as? DateObject)?.value.ticks == date(t).ticks) },
            Method(
                "GetDateTimeFormats",
                [
                    Overload(returns: .stringArray) { t, _, session in
                        .strings(
                            try ["d", "D", "f", "F", "g", "G", "m", "o", "r", "s", "t", "T", "u", "y"].map {
                                try date(t).formatted($0, culture: session.culture, zone: session.zone)
                            })
                    },
                    Overload([.of("provider", CultureMembers.provider)], returns: .stringArray) { t, a, session in
                        .strings(
                            try ["d", "D", "f", "F", "g", "G", "m", "o", "r", "s", "t", "T", "u", "y"].map {
                                try date(t).formatted($0, culture: CultureMembers.culture(a[0]) ?? session.culture, zone: session.zone)
                            })
                    },
                    Overload([.char("format")], returns: .stringArray) { t, a, session in
                        .strings([try date(t).formatted(String(utf16Unit: a.char(0)), culture: session.culture, zone: session.zone)])
                    },
                    Overload([.char("format"), .of("provider", CultureMembers.provider)], returns: .stringArray) { t, a, session in
                        .strings([
                            try date(t).formatted(String(utf16Unit: a.char(0)), culture: CultureMembers.culture(a[1]) ?? session.culture, zone: session.zone)
                        ])
                    },
                ]),
            Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, 16)) },
            SpanMembers.formatting(),
            Method(
                "Deconstruct",
                [
                    Overload([.byReference("date", DayObject.typeInfo), .byReference("time", ClockObject.typeInfo)]) { t, a, session in
                        try (a[0].object as? ReferenceObject)?.variable.write(.object(DayObject(DateOnly(date(t)))), session)
                        try (a[1].object as? ReferenceObject)?.variable.write(.object(ClockObject(TimeOnly(date(t)))), session)
                        return .nothing
                    },
                    Overload(["year", "month", "day"].map { .byReference($0, .int32) }) { t, a, session in
                        for (variable, part) in zip(a, [date(t).year, date(t).month, date(t).day]) {
                            try (variable.object as? ReferenceObject)?.variable.write(.int(Int32(part)), session)
                        }
                        return .nothing
                    },
                ]),
        ]
    }

    private static func fileTime(_ date: DateTime) throws -> Value {
        guard let time = date.fileTime else { throw Refusals.outOfRange("fileTime", "Not a valid Win32 FileTime.") }
        return .long(time)
    }

    private static func kind(_ value: Value) -> DateTimeKind { DateTimeKind(rawValue: UInt8(value.asEnumeration?.rawValue ?? 0)) ?? .unspecified }
    private static func refused(_ error: ScalarError, _ text: String) -> MethodFailure {
        Refusals.format(DateTime.refusal(of: text))
    }

    private static func parse(_ text: String, _ culture: NumberCulture?, _ styles: Int64, _ session: Session) throws -> Value {
        do {
            return make(
                try DateTime.parse(
                    text, culture: culture ?? .invariant, styles: DateTimeStyles(rawValue: Int(styles)), today: session.today, zone: session.zone))
        } catch { throw refused(error, text) }
    }
    private static func exact(_ text: String, _ formats: [String], _ culture: NumberCulture?, _ styles: Int64, _ session: Session) throws -> Value {
        for format in formats {
            if let date = try? DateTime.parseExact(
                text, format, culture: culture ?? .invariant, styles: DateTimeStyles(rawValue: Int(styles)), today: session.today, zone: session.zone)
            {
                return make(date)
            }
        }
        throw Refusals.format("String '\(text)' was not recognized as a valid DateTime.")
    }
    private static func tried(_ result: Value, _ session: Session, _ body: () throws -> Value) throws -> Value {
        let parsed = try? body()
        try (result.object as? ReferenceObject)?.variable.write(parsed ?? make(DateTime.minValue), session)
        return .bool(parsed != nil)
    }

    /// - Throws: `ArgumentOutOfRangeException` for a time no date can have.
    private static func fileTicks(_ time: Int64) throws -> Int64 {
        guard time >= 0, time <= DateTime.maxValue.ticks - DateTime.fileTimeTicks else { throw Refusals.outOfRange("fileTime", "Not a valid Win32 FileTime.") }
        return time + DateTime.fileTimeTicks
    }

    private static var statics: [Method] {
        let culture = OverloadParameter.of("provider", CultureMembers.provider), style = OverloadParameter.of("style", styles),
            formats = OverloadParameter.of("formats", .stringArray)
        func texts(_ value: Value) -> [String] { (value.asArray?.elements ?? []).compactMap { $0.asString } }
        return [
            Method(
                "Parse",
                [
                    Overload([.text("s")], returns: .dateTime) { _, a, session in try parse(a.text(0), nil, 0, session) },
                    Overload([.text("s"), culture], returns: .dateTime) { _, a, session in try parse(a.text(0), CultureMembers.culture(a[1]), 0, session) },
                    Overload([.text("s"), culture, style], returns: .dateTime) { _, a, session in
                        try parse(a.text(0), CultureMembers.culture(a[1]), a.enumeration(2), session)
                    },
                ]),
            Method(
                "ParseExact",
                [
                    Overload([.text("s"), .text("format"), culture], returns: .dateTime) { _, a, session in
                        try exact(a.text(0), [a.text(1)], CultureMembers.culture(a[2]), 0, session)
                    },
                    Overload([.text("s"), .text("format"), culture, style], returns: .dateTime) { _, a, session in
                        try exact(a.text(0), [a.text(1)], CultureMembers.culture(a[2]), a.enumeration(3), session)
                    },
                    Overload([.text("s"), formats, culture, style], returns: .dateTime) { _, a, session in
                        try exact(a.text(0), a.values(1).compactMap { $0.asString }, CultureMembers.culture(a[2]), a.enumeration(3), session)
                    },
                ]),
            Method(
                "TryParse",
                [
                    Overload([.text("s"), .byReference("result", .dateTime)], returns: .bool) { _, a, session in
                        try tried(a[1], session) { try parse(a.text(0), nil, 0, session) }
                    },
                    Overload([.text("s"), culture, .byReference("result", .dateTime)], returns: .bool) { _, a, session in
                        try tried(a[2], session) { try parse(a.text(0), CultureMembers.culture(a[1]), 0, session) }
                    },
                    Overload([.text("s"), culture, style, .byReference("result", .dateTime)], returns: .bool) { _, a, session in
                        try tried(a[3], session) { try parse(a.text(0), CultureMembers.culture(a[1]), a.enumeration(2), session) }
                    },
                ]),
            Method(
                "TryParseExact",
                [
                    Overload([.text("s"), .text("format"), culture, style, .byReference("result", .dateTime)], returns: .bool) { _, a, session in
                        try tried(a[4], session) { try exact(a.text(0), [a.text(1)], CultureMembers.culture(a[2]), a.enumeration(3), session) }
                    },
                    Overload([.text("s"), formats, culture, style, .byReference("result", .dateTime)], returns: .bool) { _, a, session in
                        try tried(a[4], session) {
                            try exact(a.text(0), a.values(1).compactMap { $0.asString }, CultureMembers.culture(a[2]), a.enumeration(3), session)
                        }
                    },
                ]),
            Method("IsLeapYear", [.int("year")], returns: .bool) { _, a, _ in
                guard (1...9999).contains(a.int(0)) else { throw Refusals.outOfRange("year", "Year must be between 1 and 9999.") }
                return .bool(DateTime.isLeapYear(a.int(0)))
            },
            Method("DaysInMonth", [.int("year"), .int("month")], returns: .int32) { _, a, _ in
                guard (1...12).contains(a.int(1)) else { throw Refusals.outOfRange("month", "Month must be between one and twelve.") }
                guard (1...9999).contains(a.int(0)) else { throw Refusals.outOfRange("year", "Year must be between 1 and 9999.") }
                return .int(Int32(DateTime.daysInMonth(a.int(0), a.int(1))))
            },
            Method("Equals", [.of("t1", .dateTime), .of("t2", .dateTime)], returns: .bool) { _, a, _ in .bool(date(a[0]).ticks == date(a[1]).ticks) },
            Method("Compare", [.of("t1", .dateTime), .of("t2", .dateTime)], returns: .int32) { _, a, session in .int(Int32(try session.compare(a[0], a[1]))) },
            Method("SpecifyKind", [.of("value", .dateTime), .of("kind", kindType)], returns: .dateTime) { _, a, _ in make(date(a[0]).withKind(kind(a[1]))) },
            Method("FromFileTime", [.long("fileTime")], returns: .dateTime) { _, a, session in
                make(try DateTime(checkedTicks: fileTicks(a.long(0)), kind: .utc).toLocalTime(session.zone))
            },
            Method("FromFileTimeUtc", [.long("fileTime")], returns: .dateTime) { _, a, _ in
                make(try DateTime(checkedTicks: fileTicks(a.long(0)), kind: .utc))
            },
            Method("FromOADate", [.double("d")], returns: .dateTime) { _, a, _ in make(try DateTime(oleDate: a.double(0))) },
            Method("FromBinary", [.long("dateData")], returns: .dateTime) { _, a, _ in
                make(try DateTime(checkedTicks: a.long(0) & 0x3FFF_FFFF_FFFF_FFFF, kind: a.long(0) >> 62 & 3 == 1 ? .utc : .unspecified))
            },
        ]
    }

    /// Constructors with from three to eight numbers, and a kind.
    private static var constructors: [Overload] {
        let names = ["year", "month", "day", "hour", "minute", "second", "millisecond", "microsecond"]
        var result = [
            Overload(returns: .dateTime) { _, _, _ in make(DateTime.minValue) },
            Overload([.long("ticks")], returns: .dateTime) { _, a, _ in make(try DateTime(checkedTicks: a.long(0))) },
            Overload([.long("ticks"), .of("kind", kindType)], returns: .dateTime) { _, a, _ in make(try DateTime(checkedTicks: a.long(0), kind: kind(a[1]))) },
            Overload([.of("date", DayObject.typeInfo), .of("time", ClockObject.typeInfo)], returns: .dateTime) { _, a, session in
                try session.call(a[0], "ToDateTime", [a[1]], session.scope)
            },
            Overload([.of("date", DayObject.typeInfo), .of("time", ClockObject.typeInfo), .of("kind", kindType)], returns: .dateTime) { _, a, session in
                make(date(try session.call(a[0], "ToDateTime", [a[1]], session.scope)).withKind(kind(a[2])))
            },
        ]
        for count in [3, 6, 7, 8] {
            let parameters = names.prefix(count).map { OverloadParameter.int($0) }
            @Sendable func built(_ a: [Value], _ kind: DateTimeKind) throws -> Value {
                func part(_ i: Int) -> Int { i < count ? a.int(i) : 0 }
                let whole = try DateTime(
                    year: part(0), month: part(1), day: part(2), hour: part(3), minute: part(4), second: part(5), millisecond: part(6), kind: kind)
                guard (0...999).contains(part(7)) else { throw Refusals.outOfRange("microsecond", "Valid values are between 0 and 999, inclusive.") }
                return make(DateTime(ticks: whole.ticks + Int64(part(7)) * 10, kind: kind))
            }
            result.append(Overload(parameters, returns: .dateTime) { _, a, _ in try built(a, .unspecified) })
            if count > 3 { result.append(Overload(parameters + [.of("kind", kindType)], returns: .dateTime) { _, a, _ in try built(a, kind(a[count])) }) }
        }
        return result
    }

    /// `date + span`, `date - span`, `date - date`; text on the right is read as what fits.
    private static func arithmetic(_ a: Value, _ right: Value, _ session: Session, isSum: Bool) throws -> Value {
        if !isSum {
            // Two overloads: anything but a date or a span fits both equally.
            guard let left = session.converted(a, to: .dateTime)?.object as? DateObject else { throw conversionFailure(a, right, session) }
            if let other = right.object as? DateObject { return make(left.value.subtract(other.value)) }
            guard right.object is SpanObject else {
                throw ShellError(
                    "MethodCountCouldNotFindBest", "Cannot find an overload for \"op_Subtraction\" and the argument count: \"2\".", type: "MethodException",
                    category: .notSpecified)
            }
        }
        guard let left = a.object as? DateObject else { throw conversionFailure(a, right, session) }
        let span: TimeSpan
        do { span = self.span(try session.convert(right, to: .timeSpan)) } catch { throw conversionFailure(a, right, session) }
        return make(isSum ? try left.value.add(span) : try left.value.subtract(span))
    }

    static func conversionFailure(_ a: Value, _ b: Value, _ session: Session) -> ShellError {
        let shown = (try? b.toText(session)) ?? ""
        return ShellError(
            "MethodArgumentConversionInvalidCastArgument",
            "Cannot convert argument \"1\", with value: \"\(shown)\", for \"op_Addition\" to type \"\(a.type.fullName)\".", type: "MethodException",
            category: .notSpecified)
    }

    static let types: [KnownType] = [
        KnownType(.dateTime) {
            MemberTable(
                properties: properties, methods: methods,
                staticProperties: [
                    Property("Now", .dateTime, get: { _, session in make(session.localNow) }),
                    Property("UtcNow", .dateTime, get: { _, session in make(DateTime(ticks: session.now, kind: .utc)) }),
                    Property("Today", .dateTime, get: { _, session in make(session.today) }),
                    Property("MinValue", .dateTime, get: { _, _ in make(DateTime.minValue) }),
                    Property("MaxValue", .dateTime, get: { _, _ in make(DateTime.maxValue) }),
                    Property("UnixEpoch", .dateTime, get: { _, _ in make(DateTime.unixEpoch) }),
                ],
                staticMethods: statics, constructors: constructors,
                operators: [
                    "op_Addition": { target, a, session in try arithmetic(target, a[0], session, isSum: true) },
                    "op_Subtraction": { target, a, session in try arithmetic(target, a[0], session, isSum: false) },
                ])
        },
        KnownType(kindType), KnownType(styles),
    ]
}
