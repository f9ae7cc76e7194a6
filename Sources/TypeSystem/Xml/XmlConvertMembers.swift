// `System.Xml.XmlConvert`: values in the forms that XML gives them.

import Runtime
import Scalars
import XmlDocuments

enum XmlConvertMembers {
    static let known = KnownType(TypeInfo("System.Xml.XmlConvert", base: .object)) {
        func reading(_ name: String, _ type: TypeInfo) -> Method {
            Method(name, [.text("s")], returns: type) { _, a, session in
                do { return try session.convert(.text(a.text(0)), to: type) } catch is ShellError {
                    throw Refusals.format("The string '\(a.text(0))' is not a valid \(type.name) value.")
                }
            }
        }
        func writing(_ type: TypeInfo, _ body: @escaping @Sendable (Value, Session) throws -> String) -> Overload {
            Overload([.of("value", type)], returns: .string) { _, a, session in .text(try body(a[0], session)) }
        }
        let whole: [TypeInfo] = [.byte, .sbyte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .decimal]
        return MemberTable(staticMethods: [
            Method(
                "ToString",
                whole.map { writing($0) { try $0.toText($1) } } + [
                    writing(.bool) { value, session in value.isTrue(session) ? "true" : "false" }, writing(.double) { value, _ in XmlText.real(value) },
                    writing(.single) { value, _ in XmlText.real(value) }, writing(.char) { try $0.toText($1) },
                    writing(GuidObject.typeInfo) { try $0.toText($1) },
                    writing(.timeSpan) { value, _ in (value.object as? SpanObject).map { XmlText.duration($0.value) } ?? "PT0S" },
                    writing(.dateTime) { try $1.format($0, as: XmlText.dateFormat) },
                    Overload([.of("value", .dateTime), .text("format")], returns: .string) { _, a, session in .text(try session.format(a[0], as: a.text(1))) },
                ]),
            Method("ToBoolean", [.text("s")], returns: .bool) { _, a, _ in
                switch trimmed(a.text(0)) {
                case "true", "1": return .true
                case "false", "0": return .false
                default: throw Refusals.format("The string '\(a.text(0))' is not a valid Boolean value.")
                }
            },
            reading("ToInt16", .int16), reading("ToInt32", .int32), reading("ToInt64", .int64), reading("ToByte", .byte), reading("ToUInt16", .uint16),
            reading("ToUInt32", .uint32), reading("ToUInt64", .uint64), reading("ToDecimal", .decimal), reading("ToChar", .char),
            reading("ToGuid", GuidObject.typeInfo), reading("ToDateTime", .dateTime),
            Method("ToDouble", [.text("s")], returns: .double) { _, a, session in
                switch trimmed(a.text(0)) {
                case "INF": return .double(.infinity)
                case "-INF": return .double(-.infinity)
                default: return try session.convert(a[0], to: .double)
                }
            },
            Method("ToTimeSpan", [.text("s")], returns: .timeSpan) { _, a, _ in
                guard let span = XmlText.span(a.text(0)) else { throw Refusals.format("The string '\(a.text(0))' is not a valid TimeSpan value.") }
                return .object(SpanObject(span))
            },
            Method("EncodeName", [.text("name")], returns: .string) { _, a, _ in .text(encoded(a.text(0), keepsColon: true)) },
            Method("EncodeLocalName", [.text("name")], returns: .string) { _, a, _ in .text(encoded(a.text(0), keepsColon: false)) },
            Method("DecodeName", [.text("name")], returns: .string) { _, a, _ in .text(XmlText.decoded(a.text(0))) },
            Method("VerifyName", [.text("name")], returns: .string) { _, a, _ in
                do throws(XmlError) { try XmlName.check(a.text(0)) } catch { throw XmlNodeMembers.malformed(error) }
                return a[0]
            },
        ])
    }

    private static func trimmed(_ text: String) -> String {
        func isBlank(_ character: Character) -> Bool { character.isWhitespace }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }

    /// A name with what no name may hold as `_x0020_`.
    private static func encoded(_ text: String, keepsColon: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isFine = result.isEmpty ? XmlName.canBegin(scalar) : XmlName.canHold(scalar)
            if isFine, keepsColon || scalar != ":" {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "_x" + String(repeating: "0", count: max(0, (scalar.value > 0xFFFF ? 8 : 4) - digits.count)) + digits + "_"
            }
        }
        return result
    }
}

/// Numbers, spans and text in the forms that XML gives them.
public enum XmlText {
    public static let dateFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"

    /// The shortest text that reads back, with XML's words for what is no number.
    public static func real(_ value: Value) -> String {
        switch value.unwrapped {
        case .double(let number): number.isNaN ? "NaN" : number.isInfinite ? number < 0 ? "-INF" : "INF" : number.netText
        case .single(let number): number.isNaN ? "NaN" : number.isInfinite ? number < 0 ? "-INF" : "INF" : number.netText
        default: ""
        }
    }

    /// `P1DT2H3M4.5S`.
    public static func duration(_ span: TimeSpan) -> String {
        var rest = span.ticks.magnitude
        func take(_ size: Int64) -> UInt64 {
            defer { rest %= UInt64(size) }
            return rest / UInt64(size)
        }
        let days = take(TimeSpan.ticksPerHour * 24), hours = take(TimeSpan.ticksPerHour), minutes = take(TimeSpan.ticksPerMinute)
        let seconds = take(TimeSpan.ticksPerSecond)
        var text = span.ticks < 0 ? "-P" : "P"
        if days > 0 { text += "\(days)D" }
        var time = ""
        if hours > 0 { time += "\(hours)H" }
        if minutes > 0 { time += "\(minutes)M" }
        if seconds > 0 || rest > 0 {
            time += "\(seconds)"
            if rest > 0 {
                var digits = String(rest)
                digits = String(repeating: "0", count: 7 - digits.count) + digits
                while digits.hasSuffix("0") { digits.removeLast() }
                time += "." + digits
            }
            time += "S"
        }
        if time.isEmpty, days == 0 { time = "0S" }
        return time.isEmpty ? text : text + "T" + time
    }

    /// nil for text that is no span.
    public static func span(_ text: String) -> TimeSpan? {
        var fraction: Double = 0, whole: Int64 = 0
        var number = "", isTime = false, hasPart = false
        guard text.drop(while: { $0 == "-" }).hasPrefix("P") else { return nil }
        for character in text.drop(while: { $0 == "-" }).dropFirst() {
            switch character {
            case "T": isTime = true
            case "0"..."9", ".": number.append(character)
            case "D", "H", "M", "S", "Y":
                guard let value = Double(number) else { return nil }
                let unit: Int64
                switch character {
                case "Y": unit = TimeSpan.ticksPerHour * 24 * 365
                case "D": unit = TimeSpan.ticksPerHour * 24
                case "H": unit = TimeSpan.ticksPerHour
                case "M": unit = isTime ? TimeSpan.ticksPerMinute : TimeSpan.ticksPerHour * 24 * 30
                default: unit = TimeSpan.ticksPerSecond
                }
                if let exact = Int64(number) {
                    let (product, overflow) = exact.multipliedReportingOverflow(by: unit)
                    if overflow { return nil }
                    whole &+= product
                } else {
                    fraction += (value * Double(unit)).rounded()
                }
                number = ""
                hasPart = true
            default: return nil
            }
        }
        guard hasPart, number.isEmpty, fraction < 1e18 else { return nil }
        let sum = whole &+ Int64(fraction)
        return TimeSpan(ticks: text.hasPrefix("-") ? 0 &- sum : sum)
    }

    /// Text whose `_x000A_` are the characters they stand for.
    public static func decoded(_ text: String) -> String {
        let units = Array(text.utf16)
        guard units.contains(0x5F) else { return text }
        var result: [UInt16] = []
        var i = 0
        while i < units.count {
            if units[i] == 0x5F, i + 6 < units.count, units[i + 1] == 0x78 || units[i + 1] == 0x58, units[i + 6] == 0x5F,
                let unit = UInt16(String(decoding: units[(i + 2)..<(i + 6)], as: UTF16.self), radix: 16)
            {
                result.append(unit)
                i += 7
            } else {
                result.append(units[i])
                i += 1
            }
        }
        return String(decoding: result, as: UTF16.self)
    }
}
