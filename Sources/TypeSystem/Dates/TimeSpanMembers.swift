// `System.TimeSpan`.

import Runtime
import Scalars

enum TimeSpanMembers {
    private static func span(_ value: Value) -> TimeSpan { DateTimeMembers.span(value) }
    private static func make(_ span: TimeSpan) -> Value { DateTimeMembers.make(span) }
    private static func number(_ name: String, _ read: @escaping @Sendable (TimeSpan) -> Int) -> Property {
        Property(name, .int32, get: { t, _ in .int(Int32(read(span(t)))) })
    }
    private static func total(_ name: String, _ read: @escaping @Sendable (TimeSpan) -> Double) -> Property {
        Property(name, .double, get: { t, _ in .double(read(span(t))) })
    }
    private static func from(_ name: String, _ body: @escaping @Sendable (Double) throws(ScalarError) -> TimeSpan) -> Method {
        Method(name, [.double("value")], returns: .timeSpan) { _, a, _ in make(try body(a.double(0))) }
    }

    /// A real number of units, or whole numbers of the unit and of those below it.
    private static func from(_ name: String, _ parts: [(String, Int64)], _ body: @escaping @Sendable (Double) throws(ScalarError) -> TimeSpan) -> Method {
        var overloads = [Overload([.double("value")], returns: .timeSpan) { _, a, _ in make(try body(a.double(0))) }]
        // One whole number alone is a real one's work, but for days and hours.
        let parameters =
            [parts[0].0 == "days" || parts[0].0 == "hours" ? OverloadParameter.int(parts[0].0) : .long(parts[0].0)]
            + parts.dropFirst().map { $0.0 == "hours" ? .optional($0.0, .int32, .int(0)) : .optional($0.0, .int64, .long(0)) }
        overloads.append(
            Overload(parameters, returns: .timeSpan) { _, a, _ in
                var ticks: Int64 = 0
                for (i, part) in parts.enumerated() {
                    let (product, isTooLarge) = a.long(i).multipliedReportingOverflow(by: part.1)
                    let (sum, isOver) = ticks.addingReportingOverflow(product)
                    if isTooLarge || isOver { throw Refusals.outOfRange("value", "TimeSpan overflowed because the duration is too long.") }
                    ticks = sum
                }
                return make(TimeSpan(ticks: ticks))
            })
        return Method(name, overloads)
    }
    private static let units: [(String, Int64)] = [
        ("days", TimeSpan.ticksPerDay), ("hours", TimeSpan.ticksPerHour), ("minutes", TimeSpan.ticksPerMinute), ("seconds", TimeSpan.ticksPerSecond),
        ("milliseconds", TimeSpan.ticksPerMillisecond), ("microseconds", 10),
    ]
    private static let constants: [(String, Int64)] = [
        ("HoursPerDay", 24), ("MinutesPerDay", 1440), ("SecondsPerDay", 86400), ("MillisecondsPerDay", 86_400_000), ("MicrosecondsPerDay", 86_400_000_000),
        ("MinutesPerHour", 60), ("SecondsPerHour", 3600), ("MillisecondsPerHour", 3_600_000), ("MicrosecondsPerHour", 3_600_000_000), ("SecondsPerMinute", 60),
        ("MillisecondsPerMinute", 60000), ("MicrosecondsPerMinute", 60_000_000), ("MillisecondsPerSecond", 1000), ("MicrosecondsPerSecond", 1_000_000),
        ("MicrosecondsPerMillisecond", 1000), ("TicksPerMicrosecond", 10), ("NanosecondsPerTick", 100),
    ]
    private static func tried(_ result: Value, _ session: Session, _ body: () throws -> TimeSpan) throws -> Value {
        let found = try? body()  // what cannot be read is told by the answer
        try (result.object as? ReferenceObject)?.variable.write(make(found ?? .zero), session)
        return .bool(found != nil)
    }
    private static func exact(_ text: String, _ formats: [Value]) throws -> TimeSpan {
        for format in formats.dropLast() { if let found = try? TimeSpan.parseExact(text, format.asString ?? "") { return found } }
        return try TimeSpan.parseExact(text, formats.last?.asString ?? "")
    }

    private static func parsed(_ text: String) throws -> Value {
        do { return make(try TimeSpan.parse(text)) } catch {
            throw MethodFailure(
                error.exceptionType,
                error.exceptionType == "System.FormatException" ? "String '\(text)' was not recognized as a valid TimeSpan." : error.message)
        }
    }

    private static var constructors: [Overload] {
        var result = [
            Overload(returns: .timeSpan) { _, _, _ in make(.zero) },
            Overload([.long("ticks")], returns: .timeSpan) { _, a, _ in make(TimeSpan(ticks: a.long(0))) },
        ]
        result.append(
            Overload([.int("hours"), .int("minutes"), .int("seconds")], returns: .timeSpan) { _, a, _ in
                make(try TimeSpan(hours: a.int(0), minutes: a.int(1), seconds: a.int(2)))
            })
        let names = ["days", "hours", "minutes", "seconds", "milliseconds"].map { OverloadParameter.int($0) }
        result.append(
            Overload(Array(names.prefix(4)), returns: .timeSpan) { _, a, _ in
                make(try TimeSpan(days: a.int(0), hours: a.int(1), minutes: a.int(2), seconds: a.int(3)))
            })
        result.append(
            Overload(names, returns: .timeSpan) { _, a, _ in
                make(try TimeSpan(days: a.int(0), hours: a.int(1), minutes: a.int(2), seconds: a.int(3), milliseconds: a.int(4)))
            })
        result.append(
            Overload(names + [.int("microseconds")], returns: .timeSpan) { _, a, _ in
                make(try TimeSpan(days: a.int(0), hours: a.int(1), minutes: a.int(2), seconds: a.int(3), milliseconds: a.int(4), microseconds: a.int(5)))
            })
        return result
    }

    /// What has no conversion to a number or span fits no overload.
    private static func refuseUnlike(_ value: Value, _ name: String) throws {
        guard let object = value.object, object.kind == .box || object.kind == .scriptBlock || object.kind == .type, object.type.code != .switchParameter else {
            return
        }
        throw ShellError(
            "MethodCountCouldNotFindBest", "Cannot find an overload for \"\(name)\" and the argument count: \"2\".", type: "MethodException",
            category: .notSpecified)
    }

    /// A number and a span in either order for products; otherwise both are spans.
    private static func arithmetic(_ name: String, _ a: Value, _ b: Value, _ session: Session) throws -> Value {
        do {
            switch name {
            case "op_Multiply":
                try refuseUnlike(b, name)
                let (span, factor) = a.object is SpanObject ? (self.span(a), b) : (self.span(b), a)
                guard let number = try session.convert(factor, to: .double).asDouble else { throw DateTimeMembers.conversionFailure(a, b, session) }
                return make(try TimeSpan.multiply(span, number))
            case "op_Division":
                try refuseUnlike(b, name)
                guard a.object is SpanObject else { return .double(TimeSpan.divide(span(try session.convert(a, to: .timeSpan)), span(b))) }
                if let other = b.object as? SpanObject { return .double(TimeSpan.divide(span(a), other.value)) }
                guard let number = try session.convert(b, to: .double).asDouble else { throw DateTimeMembers.conversionFailure(a, b, session) }
                return make(try TimeSpan.divide(span(a), number))
            default:
                let x = span(try session.convert(a, to: .timeSpan)), y = span(try session.convert(b, to: .timeSpan))
                return make(name == "op_Addition" ? try TimeSpan.add(x, y) : try TimeSpan.subtract(x, y))
            }
        } catch let error as ShellError where error.record.errorId.hasPrefix("InvalidCast") || error.record.errorId.hasPrefix("ConvertTo") {
            throw DateTimeMembers.conversionFailure(a, b, session)
        }
    }

    static let known = KnownType(.timeSpan) {
        let culture = OverloadParameter.of("provider", CultureMembers.provider)
        let names = ["op_Addition", "op_Subtraction", "op_Multiply", "op_Division"]
        return MemberTable(
            properties: [
                Property("Ticks", .int64, get: { t, _ in .long(span(t).ticks) }), number("Days") { $0.days }, number("Hours") { $0.hours },
                number("Milliseconds") { $0.milliseconds }, number("Microseconds") { $0.microseconds }, number("Nanoseconds") { $0.nanoseconds },
                number("Minutes") { $0.minutes }, number("Seconds") { $0.seconds }, total("TotalDays") { $0.totalDays }, total("TotalHours") { $0.totalHours },
                total("TotalMilliseconds") { $0.totalMilliseconds },
                total("TotalMicroseconds") { $0.totalMicroseconds }, total("TotalNanoseconds") { $0.totalNanoseconds },
                total("TotalMinutes") { $0.totalMinutes }, total("TotalSeconds") { $0.totalSeconds },
            ],
            methods: [
                Method("Add", [.of("ts", .timeSpan)], returns: .timeSpan) { t, a, _ in make(try TimeSpan.add(span(t), span(a[0]))) },
                Method("Subtract", [.of("ts", .timeSpan)], returns: .timeSpan) { t, a, _ in make(try TimeSpan.subtract(span(t), span(a[0]))) },
                Method("Multiply", [.double("factor")], returns: .timeSpan) { t, a, _ in make(try TimeSpan.multiply(span(t), a.double(0))) },
                Method(
                    "Divide",
                    [
                        Overload([.double("divisor")], returns: .timeSpan) { t, a, _ in make(try TimeSpan.divide(span(t), a.double(0))) },
                        Overload([.of("ts", .timeSpan)], returns: .double) { t, a, _ in .double(TimeSpan.divide(span(t), span(a[0]))) },
                    ]),
                SpanMembers.formatting(),
                Method("Negate", returns: .timeSpan) { t, _, _ in make(try span(t).negated()) },
                Method("Duration", returns: .timeSpan) { t, _, _ in make(try span(t).duration()) },
                Method("CompareTo", [.object("value")], returns: .int32) { t, a, session in
                    if a[0].isNull { return .int(1) }
                    guard a[0].object is SpanObject else { throw Refusals.argument("Object must be of type TimeSpan.") }
                    return .int(Int32(try session.compare(t, a[0])))
                },
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, _ in .text(span(t).description) },
                        Overload([.text("format")], returns: .string) { t, a, session in .text(try span(t).formatted(a.text(0), culture: session.culture)) },
                        Overload([.text("format"), culture], returns: .string) { t, a, _ in
                            .text(try span(t).formatted(a.text(0), culture: CultureMembers.culture(a[1]) ?? .invariant))
                        },
                    ]),
            ],
            staticProperties: [
                Property("Zero", .timeSpan, get: { _, _ in make(.zero) }), Property("MaxValue", .timeSpan, get: { _, _ in make(.maxValue) }),
                Property("MinValue", .timeSpan, get: { _, _ in make(.minValue) }),
                Property("TicksPerSecond", .int64, get: { _, _ in .long(TimeSpan.ticksPerSecond) }),
                Property("TicksPerDay", .int64, get: { _, _ in .long(TimeSpan.ticksPerDay) }),
                Property("TicksPerHour", .int64, get: { _, _ in .long(TimeSpan.ticksPerHour) }),
                Property("TicksPerMinute", .int64, get: { _, _ in .long(TimeSpan.ticksPerMinute) }),
                Property("TicksPerMillisecond", .int64, get: { _, _ in .long(TimeSpan.ticksPerMillisecond) }),
            ]
                + constants.map { name, value in
                    name == "HoursPerDay" ? Property(name, .int32, get: { _, _ in .int(24) }) : Property(name, .int64, get: { _, _ in .long(value) })
                },
            staticMethods: [
                from("FromDays", units) { (x) throws(ScalarError) in try TimeSpan.fromDays(x) },
                from("FromHours", Array(units.dropFirst(1))) { (x) throws(ScalarError) in try TimeSpan.fromHours(x) },
                from("FromMinutes", Array(units.dropFirst(2))) { (x) throws(ScalarError) in try TimeSpan.fromMinutes(x) },
                from("FromSeconds", Array(units.dropFirst(3))) { (x) throws(ScalarError) in try TimeSpan.fromSeconds(x) },
                from("FromMilliseconds", Array(units.dropFirst(4))) { (x) throws(ScalarError) in try TimeSpan.fromMilliseconds(x) },
                from("FromMicroseconds") { (x) throws(ScalarError) in try TimeSpan.fromMicroseconds(x) },
                Method("FromTicks", [.long("value")], returns: .timeSpan) { _, a, _ in make(TimeSpan(ticks: a.long(0))) },
                Method(
                    "Parse",
                    [
                        Overload([.text("s")], returns: .timeSpan) { _, a, _ in try parsed(a.text(0)) },
                        Overload([.text("s"), culture], returns: .timeSpan) { _, a, _ in try parsed(a.text(0)) },
                    ]),
                Method(
                    "TryParse",
                    [
                        Overload([.text("s"), .byReference("result", .timeSpan)], returns: .bool) { _, a, session in
                            try tried(a[1], session) { try TimeSpan.parse(a.text(0)) }
                        },
                        Overload([.text("input"), culture, .byReference("result", .timeSpan)], returns: .bool) { _, a, session in
                            try tried(a[2], session) { try TimeSpan.parse(a.text(0)) }
                        },
                    ]),
                Method(
                    "ParseExact",
                    [
                        Overload([.text("input"), .text("format"), culture], returns: .timeSpan) { _, a, _ in make(try exact(a.text(0), [a[1]])) },
                        Overload([.text("input"), .of("formats", .stringArray), culture], returns: .timeSpan) { _, a, _ in
                            make(try exact(a.text(0), a.values(1)))
                        },
                    ]),
                Method(
                    "TryParseExact",
                    [
                        Overload([.text("input"), .text("format"), culture, .byReference("result", .timeSpan)], returns: .bool) { _, a, session in
                            try tried(a[3], session) { try exact(a.text(0), [a[1]]) }
                        },
                        Overload([.text("input"), .of("formats", .stringArray), culture, .byReference("result", .timeSpan)], returns: .bool) { _, a, session in
                            try tried(a[3], session) { try exact(a.text(0), a.values(1)) }
                        },
                    ]),
                Method("Compare", [.of("t1", .timeSpan), .of("t2", .timeSpan)], returns: .int32) { _, a, session in .int(Int32(try session.compare(a[0], a[1])))
                },
            ],
            constructors: constructors,
            operators: Dictionary(
                uniqueKeysWithValues: names.map { name in
                    (name, { @Sendable (target: Value, a: [Value], session: Session) throws -> Value in try arithmetic(name, target, a[0], session) })
                }))
    }
}
