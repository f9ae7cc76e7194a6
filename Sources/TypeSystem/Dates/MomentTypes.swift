// `DateTimeOffset`, `DateOnly`, `TimeOnly`, `ISOWeek`, and small types that other members take: `ConsoleColor`, delegates, pairs.

import Runtime
import Scalars

enum MomentTypes {
    static let consoleColor = TypeInfo.names(
        "System.ConsoleColor",
        [
            "Black", "DarkBlue", "DarkGreen", "DarkCyan", "DarkRed", "DarkMagenta", "DarkYellow", "Gray", "DarkGray", "Blue", "Green", "Cyan", "Red", "Magenta",
            "Yellow", "White",
        ])
    static let types: [KnownType] =
        [
            OffsetObject.known, DayObject.known, ClockObject.known, KnownType(consoleColor), isoWeek, PairObject.tuple, PairObject.valueTuple,
        ] + plainDelegates

    private static let isoWeek = KnownType(TypeInfo("System.Globalization.ISOWeek", base: .object, isAbstract: true)) {
        /// The Thursday of the week decides which year it belongs to.
        @Sendable func thursday(_ value: Value) -> DateTime {
            let date = DateTimeMembers.date(value)
            let day = (date.dayOfWeek + 6) % 7
            return (try? date.addDays(Double(3 - day))) ?? date
        }
        /// The Monday a week begins with; the fourth of January lies in the first one.
        @Sendable func monday(_ year: Int, _ week: Int) throws -> DateTime {
            guard (1...9999).contains(year) else { throw Refusals.outOfRange("year", "Year must be between 1 and 9999.") }
            let fourth = try DateTime(year: year, month: 1, day: 4)
            return try fourth.addDays(Double((week - 1) * 7 - (fourth.dayOfWeek + 6) % 7))
        }
        return MemberTable(staticMethods: [
            Method("GetWeekOfYear", [.of("date", .dateTime)], returns: .int32) { _, a, _ in .int(Int32((thursday(a[0]).dayOfYear - 1) / 7 + 1)) },
            Method("GetYear", [.of("date", .dateTime)], returns: .int32) { _, a, _ in .int(Int32(thursday(a[0]).year)) },
            Method("GetWeeksInYear", [.int("year")], returns: .int32) { _, a, _ in
                .int(try monday(a.int(0) + 1, 1).subtract(monday(a.int(0), 1)).totalDays > 365 ? 53 : 52)
            },
            Method("GetYearStart", [.int("year")], returns: .dateTime) { _, a, _ in DateTimeMembers.make(try monday(a.int(0), 1)) },
            Method("GetYearEnd", [.int("year")], returns: .dateTime) { _, a, _ in DateTimeMembers.make(try monday(a.int(0) + 1, 1).addDays(-1)) },
            Method("ToDateTime", [.int("year"), .int("week"), .of("dayOfWeek", Enumerations.dayOfWeek)], returns: .dateTime) { _, a, _ in
                guard (1...53).contains(a.int(1)) else { throw Refusals.outOfRange("week", "The week parameter must be in the range 1 through 53.") }
                return DateTimeMembers.make(try monday(a.int(0), a.int(1)).addDays(Double((a.enumeration(2) + 6) % 7)))
            },
        ])
    }

    /// Delegates: a script block that stands where the delegate is asked for, and is called as one.
    static let delegates: [KnownGeneric] =
        ["Func", "Action"].flatMap { name in (1...8).map { delegate("System.\(name)", $0) } } + [
            delegate("System.Predicate", 1), delegate("System.Comparison", 1), delegate("System.Converter", 2), delegate("System.EventHandler", 1),
        ]
    static let plainDelegates: [KnownType] =
        [
            "System.Action", "System.EventHandler", "System.Threading.ThreadStart", "System.Threading.ParameterizedThreadStart",
            "System.Threading.WaitCallback", "System.Threading.TimerCallback", "System.AsyncCallback", "System.Text.RegularExpressions.MatchEvaluator",
        ].map { name in
            let type = TypeInfo(name, base: .delegateBase)
            return KnownType(type) { members(of: type, returns: name.hasSuffix("MatchEvaluator") ? .string : nil) }
        }

    /// Called with its arguments; what it gives is converted to what the delegate promises.
    private static func members(of type: TypeInfo, returns: TypeInfo?) -> MemberTable {
        MemberTable(
            properties: [Property("Target", .object, get: { _, _ in .null }), Property("Method", .object, get: { _, _ in .null })],
            methods: [
                Method("Invoke", [.rest("args", .object)], returns: returns ?? .void) { t, a, session in
                    let result = try session.call(Delegates.block(t), arguments: a.values(0))
                    guard let returns else { return .nothing }
                    do { return try session.convert(result, to: returns) } catch let error as ShellError {
                        throw MethodFailure(ExceptionObject("PSInvalidCastException", error.record.message))
                    }
                },
                Method("DynamicInvoke", [.rest("args", .object)], returns: .object) { t, a, session in
                    try session.call(Delegates.block(t), arguments: a.values(0))
                },
            ], convert: { value, _ in value.asScriptBlock.map { .object($0.standing(for: type)) } })
    }
    private static func delegate(_ fullName: String, _ arity: Int) -> KnownGeneric {
        KnownGeneric(fullName, arity: arity) { arguments in
            let type = TypeInfo(
                "\(fullName)`\(arity)[\(arguments.map { "[\($0.fullName)]" }.joined(separator: ","))]", base: .delegateBase, genericArguments: arguments)
            let returns: TypeInfo? =
                switch fullName {
                case "System.Func": arguments.last
                case "System.Predicate": .bool
                case "System.Comparison": .int32
                case "System.Converter": arguments.last
                default: nil
                }
            return KnownType(type) { members(of: type, returns: returns) }
        }
    }
}

final class OffsetObject: Box, @unchecked Sendable {
    let value: DateTimeOffset
    init(_ value: DateTimeOffset) { self.value = value }
    override var type: TypeInfo { OffsetObject.typeInfo }
    static let typeInfo = TypeInfo("System.DateTimeOffset", base: .valueType, interfaces: [.iComparable, .iFormattable], isValueType: true)
    override func describe(_ session: Session) throws -> String { try value.formatted("", culture: .invariant) }
    override func isEqual(to other: Object) -> Bool { (other as? OffsetObject)?.value == value }
    override var equalityHash: Int { value.hashValue }

    private static func own(_ value: Value) throws -> DateTimeOffset {
        guard let object = value.object as? OffsetObject else { throw Refusals.null("this") }
        return object.value
    }
    private static func make(_ value: DateTimeOffset) -> Value { .object(OffsetObject(value)) }
    private static func number(_ name: String, _ read: @escaping @Sendable (DateTime) -> Int) -> Property {
        Property(name, .int32, get: { t, _ in .int(Int32(read(try own(t).dateTime))) })
    }
    private static func adding(_ name: String, _ body: @escaping @Sendable (DateTime, Double) throws -> DateTime) -> Method {
        Method(name, [.double("value")], returns: typeInfo) { t, a, _ in make(try own(t).with(try body(own(t).dateTime, a.double(0)))) }
    }
    private static func parse(_ text: String, _ session: Session) throws -> Value {
        make(try DateTimeOffset.parse(text, today: session.today, zone: session.zone))
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("DateTime", .dateTime, get: { t, _ in DateTimeMembers.make(try own(t).dateTime) }),
                Property("UtcDateTime", .dateTime, get: { t, _ in DateTimeMembers.make(try own(t).utcDateTime) }),
                Property("LocalDateTime", .dateTime, get: { t, session in DateTimeMembers.make(try own(t).localDateTime(session.zone)) }),
                Property("Date", .dateTime, get: { t, _ in DateTimeMembers.make(try own(t).dateTime.date) }),
                number("Day") { $0.day },
                Property(
                    "DayOfWeek", Enumerations.dayOfWeek,
                    get: { t, _ in .object(EnumerationObject(Enumerations.dayOfWeek, Int64(try own(t).dateTime.dayOfWeek))) }),
                number("DayOfYear") { $0.dayOfYear },
                number("Hour") { $0.hour }, number("Millisecond") { $0.millisecond }, number("Microsecond") { $0.microsecond },
                number("Nanosecond") { $0.nanosecond }, number("Minute") { $0.minute }, number("Month") { $0.month },
                Property("Offset", .timeSpan, get: { t, _ in DateTimeMembers.make(try own(t).offset) }),
                Property("TotalOffsetMinutes", .int32, get: { t, _ in .int(Int32(try own(t).offset.ticks / 600_000_000)) }), number("Second") { $0.second },
                Property("Ticks", .int64, get: { t, _ in .long(try own(t).dateTime.ticks) }),
                Property("UtcTicks", .int64, get: { t, _ in .long(try own(t).utcTicks) }),
                Property("TimeOfDay", .timeSpan, get: { t, _ in DateTimeMembers.make(try own(t).dateTime.timeOfDay) }), number("Year") { $0.year },
            ],
            methods: [
                adding("AddDays") { try $0.addDays($1) }, adding("AddHours") { try $0.addHours($1) }, adding("AddMinutes") { try $0.addMinutes($1) },
                adding("AddSeconds") { try $0.addSeconds($1) }, adding("AddMilliseconds") { try $0.addMilliseconds($1) },
                Method("AddMonths", [.int("months")], returns: typeInfo) { t, a, _ in make(try own(t).with(own(t).dateTime.addMonths(a.int(0)))) },
                Method("AddYears", [.int("years")], returns: typeInfo) { t, a, _ in make(try own(t).with(own(t).dateTime.addYears(a.int(0)))) },
                Method("Add", [.of("timeSpan", .timeSpan)], returns: typeInfo) { t, a, _ in make(try own(t).add(DateTimeMembers.span(a[0]))) },
                Method(
                    "Subtract",
                    [
                        Overload([.of("value", typeInfo)], returns: .timeSpan) { t, a, _ in DateTimeMembers.make(try own(t).subtract(own(a[0]))) },
                        Overload([.of("value", .timeSpan)], returns: typeInfo) { t, a, _ in make(try own(t).subtract(DateTimeMembers.span(a[0]))) },
                    ]),
                Method("ToUniversalTime", returns: typeInfo) { t, _, _ in make(try own(t).toUniversalTime) },
                Method("ToLocalTime", returns: typeInfo) { t, _, session in make(try own(t).toLocalTime(session.zone)) },
                Method("ToOffset", [.of("offset", .timeSpan)], returns: typeInfo) { t, a, _ in make(try own(t).toOffset(DateTimeMembers.span(a[0]))) },
                Method("ToUnixTimeSeconds", returns: .int64) { t, _, _ in .long(try own(t).unixSeconds) },
                Method("ToUnixTimeMilliseconds", returns: .int64) { t, _, _ in .long(try own(t).unixMilliseconds) },
                Method("EqualsExact", [.of("other", typeInfo)], returns: .bool) { t, a, _ in .bool(try own(t).equalsExactly(own(a[0]))) },
                Method("CompareTo", [.of("other", typeInfo)], returns: .int32) { t, a, _ in .int(try own(t) < own(a[0]) ? -1 : own(a[0]) < own(t) ? 1 : 0) },
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, session in .text(try own(t).formatted("", culture: session.culture)) },
                        Overload([.text("format")], returns: .string) { t, a, session in .text(try own(t).formatted(a.text(0), culture: session.culture)) },
                        Overload([.text("format"), .of("provider", CultureMembers.provider)], returns: .string) { t, a, _ in
                            .text(try own(t).formatted(a.text(0), culture: CultureMembers.culture(a[1]) ?? .invariant))
                        },
                    ]),
            ],
            staticProperties: [
                Property("Now", typeInfo, get: { _, session in make(DateTimeOffset(DateTime.now(in: session.zone), zone: session.zone)) }),
                Property("UtcNow", typeInfo, get: { _, _ in make(try DateTimeOffset(DateTime(ticks: DateTime.utcNow().ticks), offset: .zero)) }),
                Property("MinValue", typeInfo, get: { _, _ in make(try DateTimeOffset(.minValue, offset: .zero)) }),
                Property("MaxValue", typeInfo, get: { _, _ in make(try DateTimeOffset(.maxValue, offset: .zero)) }),
                Property("UnixEpoch", typeInfo, get: { _, _ in make(try DateTimeOffset(unixSeconds: 0)) }),
            ],
            staticMethods: [
                Method(
                    "Parse",
                    [
                        Overload([.text("input")], returns: typeInfo) { _, a, session in try parse(a.text(0), session) },
                        Overload([.text("input"), .object("provider")], returns: typeInfo) { _, a, session in try parse(a.text(0), session) },
                    ])
            ]
                + MomentParsing.methods(
                    typeInfo, read: { text, session in try parse(text, session) },
                    exact: { text, format, culture, styles, session in
                        make(try DateTimeOffset.parseExact(text, format, culture: culture, styles: styles, today: session.today, zone: session.zone))
                    }) + [
                    Method("FromUnixTimeSeconds", [.long("seconds")], returns: typeInfo) { _, a, _ in make(try DateTimeOffset(unixSeconds: a.long(0))) },
                    Method("FromUnixTimeMilliseconds", [.long("milliseconds")], returns: typeInfo) { _, a, _ in
                        make(try DateTimeOffset(unixMilliseconds: a.long(0)))
                    },
                ],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in make(try DateTimeOffset(.minValue, offset: .zero)) },
                Overload([.of("dateTime", .dateTime)], returns: typeInfo) { _, a, session in
                    make(DateTimeOffset(DateTimeMembers.date(a[0]), zone: session.zone))
                },
                Overload([.of("dateTime", .dateTime), .of("offset", .timeSpan)], returns: typeInfo) { _, a, _ in
                    make(try DateTimeOffset(DateTimeMembers.date(a[0]), offset: DateTimeMembers.span(a[1])))
                },
                Overload([.int("year"), .int("month"), .int("day"), .int("hour"), .int("minute"), .int("second"), .of("offset", .timeSpan)], returns: typeInfo)
                { _, a, _ in
                    let day = try DateTime(year: a.int(0), month: a.int(1), day: a.int(2))
                    return make(try DateTimeOffset(try day.addSeconds(Double(a.int(3) * 3600 + a.int(4) * 60 + a.int(5))), offset: DateTimeMembers.span(a[6])))
                },
            ],
            operators: [
                "op_Subtraction": { a, b, _ in
                    guard a.object is OffsetObject else { throw Refusals.argument("The left side must be a DateTimeOffset.") }
                    return b[0].object is OffsetObject
                        ? DateTimeMembers.make(try own(a).subtract(own(b[0]))) : make(try own(a).subtract(DateTimeMembers.span(b[0])))
                },
                "op_Addition": { a, b, _ in make(try own(a).add(DateTimeMembers.span(b[0]))) },
            ],
            compare: { a, b, _ in try own(a) < own(b) ? -1 : own(b) < own(a) ? 1 : 0 })
    }
}

final class DayObject: Box, @unchecked Sendable {
    let value: DateOnly
    init(_ value: DateOnly) { self.value = value }
    override var type: TypeInfo { DayObject.typeInfo }
    static let typeInfo = TypeInfo("System.DateOnly", base: .valueType, interfaces: [.iComparable, .iFormattable], isValueType: true)
    override func describe(_ session: Session) throws -> String { try value.formatted("", culture: .invariant) }
    override func isEqual(to other: Object) -> Bool { (other as? DayObject)?.value == value }
    override var equalityHash: Int { value.dayNumber }
    private static func own(_ value: Value) throws -> DateOnly {
        guard let object = value.object as? DayObject else { throw Refusals.null("this") }
        return object.value
    }
    private static func make(_ value: DateOnly) -> Value { .object(DayObject(value)) }
    private static func number(_ name: String, _ read: @escaping @Sendable (DateOnly) -> Int) -> Property {
        Property(name, .int32, get: { t, _ in .int(Int32(read(try own(t)))) })
    }
    private static func parse(_ text: String, _ session: Session) throws -> Value { make(try DateOnly.parse(text, today: session.today)) }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                number("Year") { $0.year }, number("Month") { $0.month }, number("Day") { $0.day },
                Property("DayOfWeek", Enumerations.dayOfWeek, get: { t, _ in .object(EnumerationObject(Enumerations.dayOfWeek, Int64(try own(t).dayOfWeek))) }),
                number("DayOfYear") { $0.dayOfYear }, number("DayNumber") { $0.dayNumber },
            ],
            methods: [
                Method("AddDays", [.int("value")], returns: typeInfo) { t, a, _ in make(try own(t).addDays(a.int(0))) },
                Method("AddMonths", [.int("value")], returns: typeInfo) { t, a, _ in make(try own(t).addMonths(a.int(0))) },
                Method("AddYears", [.int("value")], returns: typeInfo) { t, a, _ in make(try own(t).addYears(a.int(0))) },
                Method(
                    "ToDateTime",
                    [
                        Overload([.of("time", ClockObject.typeInfo)], returns: .dateTime) { t, a, _ in
                            DateTimeMembers.make(try own(t).dateTime(at: (a[0].object as? ClockObject)?.value ?? TimeOnly(.minValue)))
                        },
                        Overload([.of("time", ClockObject.typeInfo), .of("kind", DateTimeMembers.kindType)], returns: .dateTime) { t, a, _ in
                            let made = try own(t).dateTime(at: (a[0].object as? ClockObject)?.value ?? TimeOnly(.minValue))
                            return DateTimeMembers.make(made.withKind(DateTimeKind(rawValue: UInt8(a.enumeration(1))) ?? .unspecified))
                        },
                    ]),
                Method("ToLongDateString", returns: .string) { t, _, session in .text(try own(t).formatted("D", culture: session.culture)) },
                Method("ToShortDateString", returns: .string) { t, _, session in .text(try own(t).formatted("d", culture: session.culture)) },
                Method("CompareTo", [.of("value", typeInfo)], returns: .int32) { t, a, _ in .int(try own(t) < own(a[0]) ? -1 : own(a[0]) < own(t) ? 1 : 0) },
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, session in .text(try own(t).formatted("", culture: session.culture)) },
                        Overload([.text("format")], returns: .string) { t, a, session in .text(try own(t).formatted(a.text(0), culture: session.culture)) },
                        Overload([.of("provider", CultureMembers.provider)], returns: .string) { t, a, _ in
                            .text(try own(t).formatted("", culture: CultureMembers.culture(a[0]) ?? .invariant))
                        },
                        Overload([.text("format"), .of("provider", CultureMembers.provider)], returns: .string) { t, a, _ in
                            .text(try own(t).formatted(a.text(0), culture: CultureMembers.culture(a[1]) ?? .invariant))
                        },
                    ]),
            ],
            staticProperties: [
                Property("MinValue", typeInfo, get: { _, _ in make(DateOnly(.minValue)) }),
                Property("MaxValue", typeInfo, get: { _, _ in make(DateOnly(.maxValue)) }),
            ],
            staticMethods: [
                Method(
                    "Parse",
                    [
                        Overload([.text("s")], returns: typeInfo) { _, a, session in try parse(a.text(0), session) },
                        Overload([.text("s"), .object("provider")], returns: typeInfo) { _, a, session in try parse(a.text(0), session) },
                    ])
            ]
                + MomentParsing.methods(
                    typeInfo, read: { text, session in try parse(text, session) },
                    exact: { text, format, culture, styles, session in
                        make(DateOnly(try DateTime.parseExact(text, format, culture: culture, styles: styles, today: session.today, zone: session.zone)))
                    }) + [
                    Method("FromDateTime", [.of("dateTime", .dateTime)], returns: typeInfo) { _, a, _ in make(DateOnly(DateTimeMembers.date(a[0]))) },
                    Method("FromDayNumber", [.int("dayNumber")], returns: typeInfo) { _, a, _ in make(try DateOnly(dayNumber: a.int(0))) },
                ],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in make(DateOnly(.minValue)) },
                Overload([.int("year"), .int("month"), .int("day")], returns: typeInfo) { _, a, _ in
                    make(try DateOnly(year: a.int(0), month: a.int(1), day: a.int(2)))
                },
            ],
            compare: { a, b, _ in try own(a) < own(b) ? -1 : own(b) < own(a) ? 1 : 0 })
    }
}

final class ClockObject: Box, @unchecked Sendable {
    let value: TimeOnly
    init(_ value: TimeOnly) { self.value = value }
    override var type: TypeInfo { ClockObject.typeInfo }
    static let typeInfo = TypeInfo("System.TimeOnly", base: .valueType, interfaces: [.iComparable, .iFormattable], isValueType: true)
    override func describe(_ session: Session) throws -> String { try value.formatted("", culture: .invariant) }
    override func isEqual(to other: Object) -> Bool { (other as? ClockObject)?.value == value }
    override var equalityHash: Int { value.ticks.hashValue }
    private static func own(_ value: Value) throws -> TimeOnly {
        guard let object = value.object as? ClockObject else { throw Refusals.null("this") }
        return object.value
    }
    private static func make(_ value: TimeOnly) -> Value { .object(ClockObject(value)) }
    private static func number(_ name: String, _ read: @escaping @Sendable (TimeOnly) -> Int) -> Property {
        Property(name, .int32, get: { t, _ in .int(Int32(read(try own(t)))) })
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                number("Hour") { $0.hour }, number("Minute") { $0.minute }, number("Second") { $0.second }, number("Millisecond") { $0.millisecond },
                number("Microsecond") { Int($0.ticks / 10 % 1000) }, number("Nanosecond") { Int($0.ticks % 10 * 100) },
                Property("Ticks", .int64, get: { t, _ in .long(try own(t).ticks) }),
            ],
            methods: [
                Method("ToLongTimeString", returns: .string) { t, _, session in .text(try own(t).formatted("T", culture: session.culture)) },
                Method("ToShortTimeString", returns: .string) { t, _, session in .text(try own(t).formatted("t", culture: session.culture)) },
                Method("Add", [.of("value", .timeSpan)], returns: typeInfo) { t, a, _ in make(try own(t).add(DateTimeMembers.span(a[0]))) },
                Method("AddHours", [.double("value")], returns: typeInfo) { t, a, _ in
                    make(try own(t).add(.fromHours(a.double(0))))
                },
                Method("AddMinutes", [.double("value")], returns: typeInfo) { t, a, _ in make(try own(t).add(.fromMinutes(a.double(0))))
                },
                Method("IsBetween", [.of("start", typeInfo), .of("end", typeInfo)], returns: .bool) { t, a, _ in
                    .bool(try own(t).isBetween(own(a[0]), own(a[1])))
                }, Method("ToTimeSpan", returns: .timeSpan) { t, _, _ in DateTimeMembers.make(try own(t).span) },
                Method("CompareTo", [.of("value", typeInfo)], returns: .int32) { t, a, _ in .int(try own(t) < own(a[0]) ? -1 : own(a[0]) < own(t) ? 1 : 0) },
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, session in .text(try own(t).formatted("", culture: session.culture)) },
                        Overload([.text("format")], returns: .string) { t, a, session in .text(try own(t).formatted(a.text(0), culture: session.culture)) },
                        Overload([.of("provider", CultureMembers.provider)], returns: .string) { t, a, _ in
                            .text(try own(t).formatted("", culture: CultureMembers.culture(a[0]) ?? .invariant))
                        },
                        Overload([.text("format"), .of("provider", CultureMembers.provider)], returns: .string) { t, a, _ in
                            .text(try own(t).formatted(a.text(0), culture: CultureMembers.culture(a[1]) ?? .invariant))
                        },
                    ]),
            ],
            staticProperties: [
                Property("MinValue", typeInfo, get: { _, _ in make(TimeOnly(.minValue)) }),
                Property("MaxValue", typeInfo, get: { _, _ in make(TimeOnly(.maxValue)) }),
            ],
            staticMethods: [
                Method(
                    "Parse",
                    [
                        Overload([.text("s")], returns: typeInfo) { _, a, _ in make(try TimeOnly.parse(a.text(0))) },
                        Overload([.text("s"), .object("provider")], returns: typeInfo) { _, a, _ in make(try TimeOnly.parse(a.text(0))) },
                    ])
            ]
                + MomentParsing.methods(
                    typeInfo, read: { text, _ in make(try TimeOnly.parse(text)) },
                    exact: { text, format, culture, styles, session in
                        make(TimeOnly(try DateTime.parseExact(text, format, culture: culture, styles: styles, today: session.today, zone: session.zone)))
                    }) + [
                    Method("FromDateTime", [.of("dateTime", .dateTime)], returns: typeInfo) { _, a, _ in make(TimeOnly(DateTimeMembers.date(a[0]))) },
                    Method("FromTimeSpan", [.of("timeSpan", .timeSpan)], returns: typeInfo) { _, a, _ in
                        make(try TimeOnly(ticks: DateTimeMembers.span(a[0]).ticks))
                    },
                ],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in make(TimeOnly(.minValue)) },
                Overload([.int("hour"), .int("minute")], returns: typeInfo) { _, a, _ in make(try TimeOnly(hour: a.int(0), minute: a.int(1))) },
                Overload([.int("hour"), .int("minute"), .int("second")], returns: typeInfo) { _, a, _ in
                    make(try TimeOnly(hour: a.int(0), minute: a.int(1), second: a.int(2)))
                },
                Overload([.int("hour"), .int("minute"), .int("second"), .int("millisecond")], returns: typeInfo) { _, a, _ in
                    guard (0...999).contains(a.int(3)) else { throw Refusals.outOfRange("millisecond", "Valid values are between 0 and 999, inclusive.") }
                    return make(try TimeOnly(ticks: TimeOnly(hour: a.int(0), minute: a.int(1), second: a.int(2)).ticks + Int64(a.int(3)) * 10_000))
                },
                Overload([.long("ticks")], returns: typeInfo) { _, a, _ in make(try TimeOnly(ticks: a.long(0))) },
            ],
            operators: [
                // Around midnight the difference goes on to the next day.
                "op_Subtraction": { a, b, _ in
                    let day = TimeSpan.ticksPerDay
                    return DateTimeMembers.make(TimeSpan(ticks: ((try own(a).ticks - own(b[0]).ticks) % day + day) % day))
                }
            ],
            compare: { a, b, _ in try own(a) < own(b) ? -1 : own(b) < own(a) ? 1 : 0 })
    }
}

/// A tuple of up to seven items, or a pair of key and value.
final class PairObject: Box, @unchecked Sendable {
    let items: [Value]
    let tupleType: TypeInfo
    init(_ items: [Value], _ type: TypeInfo) {
        self.items = items
        tupleType = type
    }
    override var type: TypeInfo { tupleType }
    override func describe(_ session: Session) throws -> String {
        let isEntry = tupleType.name.hasPrefix("KeyValuePair")
        return (isEntry ? "[" : "(") + (try items.map { try $0.toText(session) }.joined(separator: ", ")) + (isEntry ? "]" : ")")
    }
    override func isEqual(to other: Object) -> Bool {
        (other as? PairObject).map {
            $0.tupleType === tupleType && $0.items.count == items.count && zip($0.items, items).allSatisfy { HashTable.areEqual($0, $1, .ordinal) }
        } ?? false
    }
    override var equalityHash: Int { items.reduce(17) { $0 &* 31 &+ Int(HashTable.hash($1)) } }

    private static func own(_ value: Value) -> [Value] { (value.object as? PairObject)?.items ?? [] }
    private static func generic(_ fullName: String, _ arity: Int) -> KnownGeneric {
        KnownGeneric(fullName, arity: arity) { arguments in
            let isEntry = fullName.hasSuffix("KeyValuePair")
            let isValue = isEntry || fullName.hasSuffix("ValueTuple")
            let type = TypeInfo(
                "\(fullName)`\(arity)[\(arguments.map { "[\($0.fullName)]" }.joined(separator: ","))]", base: isValue ? .valueType : .object,
                interfaces: isEntry ? [] : [.iComparable], isValueType: isValue, genericArguments: arguments)
            return KnownType(type) {
                MemberTable(
                    properties: arguments.enumerated().map { i, item in
                        Property(isEntry ? ["Key", "Value"][i] : "Item\(i + 1)", item, get: { t, _ in i < own(t).count ? own(t)[i] : .null })
                    }
                        + (isEntry ? [] : [Property("Length", .int32, get: { t, _ in .int(Int32(own(t).count)) })]),
                    methods: isEntry
                        ? []
                        : [
                            Method("CompareTo", [.of("other", type)], returns: .int32) { t, a, session in
                                for (x, y) in zip(own(t), own(a[0])) {
                                    let order = try session.compare(x, y, ignoreCase: false)
                                    if order != 0 { return .int(order < 0 ? -1 : 1) }
                                }
                                return .int(0)
                            }
                        ],
                    constructors: [Overload(arguments.enumerated().map { .of("item\($0 + 1)", $1) }, returns: type) { _, a, _ in .object(PairObject(a, type)) }]
                )
            }
        }
    }
    static let generics: [KnownGeneric] =
        (1...7).flatMap { [generic("System.Tuple", $0), generic("System.ValueTuple", $0)] } + [generic("System.Collections.Generic.KeyValuePair", 2)]

    private static func factory(_ fullName: String) -> KnownType {
        KnownType(TypeInfo(fullName, base: .object, isAbstract: true)) {
            MemberTable(staticMethods: [
                Method(
                    "Create",
                    (1...7).map { count in
                        Overload((1...count).map { .object("item\($0)") }, returns: .object) { _, a, session in
                            guard let type = session.types.genericType(named: fullName, a.map { $0.isNull ? .object : $0.unwrapped.type }) else { return .null }
                            return .object(PairObject(a, type))
                        }
                    },
                    generic: { types in
                        [
                            Overload(types.enumerated().map { .of("item\($0 + 1)", $1) }, returns: .object) { _, a, session in
                                guard let type = session.types.genericType(named: fullName, types) else { return .null }
                                return .object(PairObject(a, type))
                            }
                        ]
                    })
            ])
        }
    }
    static let tuple = factory("System.Tuple")
    static let valueTuple = factory("System.ValueTuple")
}
