// Any value as JSON text.

import Runtime
import Scalars

struct JsonStyle {
    enum Escape { case standard, nonAscii, html }
    var isCompressed = false
    var enumsAsStrings = false
    var escape = Escape.standard
    var depth = 2
}

/// Writes values into one buffer of UTF-8.
struct JsonWriter {
    private let style: JsonStyle
    private let session: Session
    private(set) var output: [UInt8] = []
    /// Something lay deeper than allowed and was written as text.
    private(set) var isTruncated = false
    /// The names of the shape last written, quoted and escaped with their colon.
    private var shape: Shape?
    private var names: [[UInt8]] = []

    init(_ style: JsonStyle, _ session: Session) {
        self.style = style
        self.session = session
        output.reserveCapacity(1024)
    }

    private mutating func ascii(_ text: StaticString) { output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) }

    private mutating func newLine(_ level: Int) {
        if style.isCompressed { return }
        output.append(10)
        for _ in 0..<level * 2 { output.append(32) }
    }

    /// - Parameter level: how many collections enclose the value.
    /// - Throws: `NonStringKey` for a table with a key that is no text; what properties throw.
    mutating func write(_ value: Value, level: Int = 0) throws {
        switch value {
        case .null, .nothing, .missing: ascii("null")
        case .bool(let flag): if flag { ascii("true") } else { ascii("false") }
        case .int(let number): integer(Int64(number))
        case .long(let number): integer(number)
        case .byte(let number): integer(Int64(number))
        case .sbyte(let number): integer(Int64(number))
        case .short(let number): integer(Int64(number))
        case .ushort(let number): integer(Int64(number))
        case .uint(let number): integer(Int64(number))
        case .ulong(let number): output.append(contentsOf: String(number).utf8)
        case .double(let number): real(number.netText, isFinite: number.isFinite)
        case .single(let number): real(number.netText, isFinite: number.isFinite)
        case .char(let unit): text(String(decoding: [unit], as: UTF16.self))
        case .object(let object): try write(object, value, level)
        }
    }

    private mutating func integer(_ number: Int64) {
        if number >= 0, number < 10 {
            output.append(48 + UInt8(number))
            return
        }
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var rest = number.magnitude
        withUnsafeMutableBytes(of: &digits) { buffer in
            var i = 24
            repeat {
                i -= 1
                buffer[i] = 48 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 {
                i -= 1
                buffer[i] = 45
            }
            output.append(contentsOf: buffer[i...])
        }
    }

    private mutating func real(_ text: String, isFinite: Bool) {
        if !isFinite { return self.text(text) }
        output.append(contentsOf: text.utf8)
        if !text.utf8.contains(where: { $0 == 46 || $0 == 69 }) { ascii(".0") }
    }

    private mutating func write(_ object: Object, _ value: Value, _ level: Int) throws {
        // What lies in itself twice becomes twice as long with every level.
        try session.checkCancelled()
        switch object.kind {
        case .text: text(unsafeDowncast(object, to: Text.self).string)
        case .array: try list(unsafeDowncast(object, to: ArrayObject.self).elements, value, level)
        case .list: try list(unsafeDowncast(object, to: ListObject.self).elements, value, level)
        case .table: try table(unsafeDowncast(object, to: TableObject.self), value, level)
        case .record: try record(unsafeDowncast(object, to: Record.self), value, level)
        case .decimal: real(try value.toText(session), isFinite: true)
        case .bigInteger:
            // Beyond 64 bits a number is as exact as a double.
            let number = unsafeDowncast(object, to: BigIntegerObject.self).value
            let exact = number.int64Value == nil ? BigInteger(number.doubleValue) ?? number : number
            output.append(contentsOf: exact.description.utf8)
        case .date: text(JsonDates.text(unsafeDowncast(object, to: DateObject.self).value, session))
        case .enumeration:
            let member = unsafeDowncast(object, to: EnumerationObject.self)
            if style.enumsAsStrings { text(member.name) } else { integer(member.rawValue) }
        case .extended: try extended(object, value, level)
        case .type: text(try value.toText(session))
        case .box where object is SwitchObject: try members(["IsPresent"], value, level)
        default: try other(object, value, level)
        }
    }

    private static let textual: Set<String> = [
        "System.Guid", "System.Uri", "System.DateTimeOffset", "System.DBNull", "System.Globalization.CultureInfo", "System.Net.IPAddress", "System.DateOnly",
        "System.TimeOnly",
    ]

    private mutating func other(_ object: Object, _ value: Value, _ level: Int) throws {
        let name = object.type.fullName
        if JsonWriter.textual.contains(name) {
            if name == "System.DBNull" { return ascii("null") }
            return text(name == "System.DateTimeOffset" ? try session.format(value, as: "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz") : try value.toText(session))
        }
        if let elements = try session.elements(of: value) { return try list(elements, value, level) }
        try members(try session.propertyNames(of: value, showingHidden: true), value, level)
    }

    /// A number or text that carries members: the members count only where the value is no plain date or text.
    private mutating func extended(_ object: Object, _ value: Value, _ level: Int) throws {
        let base = value.unwrapped
        let added = object.extensions?.members.filter(\.isProperty) ?? []
        if added.isEmpty || base.asArray != nil || base.asList != nil || base.asTable != nil { return try write(base, level: level) }
        if level > style.depth { return try tooDeep(value) }
        output.append(123)
        newLine(level + 1)
        try name("value", level)
        try write(base, level: level + 1)
        for member in added {
            output.append(44)
            newLine(level + 1)
            try name(member.name, level)
            try write(try session.ownProperty(of: value, member.name) ?? .null, level: level + 1)
        }
        newLine(level)
        output.append(125)
    }

    private mutating func tooDeep(_ value: Value) throws {
        isTruncated = true
        if value.isNull { return ascii("null") }
        if value.asArray != nil || value.asList != nil {
            return text(try (session.elements(of: value) ?? []).map { try $0.toText(session) }.joined(separator: " "))
        }
        text(try value.toText(session))
    }

    private mutating func list(_ elements: [Value], _ value: Value, _ level: Int) throws {
        if level > style.depth { return try tooDeep(value) }
        if elements.isEmpty { return ascii("[]") }
        output.append(91)
        for i in elements.indices {
            if i > 0 { output.append(44) }
            newLine(level + 1)
            try write(elements[i], level: level + 1)
        }
        newLine(level)
        output.append(93)
    }

    private mutating func table(_ table: TableObject, _ value: Value, _ level: Int) throws {
        if level > style.depth { return try tooDeep(value) }
        if table.table.count == 0 { return ascii("{}") }
        output.append(123)
        var isFirst = true
        for (key, element) in table.table.pairs {
            guard let name = key.asString else { throw NonStringKey(type: table.type.fullName) }
            if !isFirst { output.append(44) }
            isFirst = false
            newLine(level + 1)
            try self.name(name, level)
            try write(element, level: level + 1)
        }
        newLine(level)
        output.append(125)
    }

    private mutating func name(_ name: String, _ level: Int) throws {
        text(name)
        output.append(58)
        if !style.isCompressed { output.append(32) }
    }

    private mutating func record(_ record: Record, _ value: Value, _ level: Int) throws {
        if level > style.depth { return try tooDeep(value) }
        if record.shape.hasActiveMembers || !session.types.typeData.isEmpty {
            return try members(try session.propertyNames(of: value, showingHidden: true), value, level)
        }
        if record.count == 0 { return ascii("{}") }
        if record.shape !== shape {
            var writer = JsonWriter(style, session)
            var made: [[UInt8]] = []
            for name in record.shape.names {
                writer.output.removeAll()
                try writer.name(name.string, level)
                made.append(writer.output)
            }
            shape = record.shape
            names = made
        }
        let own = names
        output.append(123)
        for i in own.indices {
            if i > 0 { output.append(44) }
            newLine(level + 1)
            output.append(contentsOf: own[i])
            try write(record[i], level: level + 1)
        }
        newLine(level)
        output.append(125)
    }

    private mutating func members(_ names: [String], _ value: Value, _ level: Int) throws {
        if level > style.depth { return try tooDeep(value) }
        if names.isEmpty { return ascii("{}") }
        output.append(123)
        for (i, name) in names.enumerated() {
            if i > 0 { output.append(44) }
            newLine(level + 1)
            try self.name(name, level)
            try write(read(name, value), level: level + 1)
        }
        newLine(level)
        output.append(125)
    }

    /// A property that fails is null.
    private func read(_ name: String, _ value: Value) throws -> Value {
        do { return try session.ownProperty(of: value, name) ?? .null } catch let failure as ShellError where !failure.isExhaustion { return .null } catch is MethodFailure { return .null }
    }

    // MARK: Text

    private mutating func text(_ string: String) {
        var string = string
        output.append(34)
        string.withUTF8 { bytes in
            var start = 0
            var i = 0
            let isPlainStyle = style.escape == .standard
            while i < bytes.count {
                let byte = bytes[i]
                if byte >= 0x20, byte != 34, byte != 92, byte < 0x80, isPlainStyle || !isHtml(byte) {
                    i += 1
                    continue
                }
                if byte >= 0x80 {
                    let (scalar, length) = decodeScalar(bytes, at: i)
                    if style.escape != .nonAscii, scalar != 0x85, scalar != 0x2028, scalar != 0x2029 {
                        i += length
                        continue
                    }
                    output.append(contentsOf: bytes[start..<i])
                    unicode(scalar)
                    i += length
                    start = i
                    continue
                }
                output.append(contentsOf: bytes[start..<i])
                escape(byte)
                i += 1
                start = i
            }
            output.append(contentsOf: bytes[start..<bytes.count])
        }
        output.append(34)
    }

    private func isHtml(_ byte: UInt8) -> Bool { style.escape == .html && (byte == 60 || byte == 62 || byte == 38 || byte == 39) }

    private mutating func escape(_ byte: UInt8) {
        if style.escape == .html, byte == 34 { return unicode(34) }
        switch byte {
        case 34: ascii("\\\"")
        case 92: ascii("\\\\")
        case 8: ascii("\\b")
        case 9: ascii("\\t")
        case 10: ascii("\\n")
        case 12: ascii("\\f")
        case 13: ascii("\\r")
        default: unicode(UInt32(byte))
        }
    }

    private mutating func unicode(_ scalar: UInt32) {
        func unit(_ value: UInt32) {
            ascii("\\u")
            for shift in [12, 8, 4, 0] as [UInt32] {
                let digit = UInt8(value >> shift & 15)
                output.append(digit < 10 ? 48 + digit : 87 + digit)
            }
        }
        if scalar < 0x10000 { return unit(scalar) }
        unit(0xD800 + (scalar - 0x10000) >> 10)
        unit(0xDC00 + (scalar - 0x10000) & 0x3FF)
    }
}

/// A table cannot be written: a key is no text.
struct NonStringKey: Error { let type: String }

enum JsonDates {
    /// Round-trip form: local dates with their offset, UTC with Z, others without.
    static func text(_ date: DateTime, _ session: Session) -> String {
        let format = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"
        // The format is a constant and always good.
        return (try? date.formatted(format, zone: session.zone)) ?? date.description
    }
}
