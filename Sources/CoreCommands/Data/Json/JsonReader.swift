// JSON text as values. Lenient as the reference is: comments, single quotes, names without quotes, trailing commas.

import Runtime
import Scalars

/// What a date-like text becomes.
enum JsonDateKind { case standard, local, utc, offset, text }

/// Why a text is no JSON.
struct JsonFailure: Error {
    let id: String
    let message: String
    let exceptionType: String
    init(_ message: String) {
        id = "System.ArgumentException"
        self.message = "Conversion from JSON failed with error: " + message
        exceptionType = "System.ArgumentException"
    }
    init(id: String, _ message: String) {
        self.id = id
        self.message = message
        exceptionType = "System.InvalidOperationException"
    }
}

struct JsonReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let session: Session
    private let asTables: Bool
    private let dates: JsonDateKind
    private let maxDepth: Int
    private var i = 0
    /// By level: the shape of the object last read there, which the next one probably has too.
    private var expected: [Shape?] = []

    static let tableType = TypeInfo("System.Management.Automation.OrderedHashtable", base: .hashtable, code: .hashtable)

    init(_ bytes: UnsafeBufferPointer<UInt8>, asTables: Bool, dates: JsonDateKind, maxDepth: Int, _ session: Session) {
        self.bytes = bytes
        self.asTables = asTables
        self.dates = dates
        self.maxDepth = maxDepth
        self.session = session
    }

    /// The one value of the text; nil if there is none.
    mutating func read() throws -> Value? {
        try skipBlank()
        if i >= bytes.count { return nil }
        let result = try value(level: 0)
        try skipBlank()
        if i < bytes.count {
            throw JsonFailure("Additional text encountered after finished reading JSON content: \(shown(i)). Path '', line \(lineNumber), position \(column).")
        }
        return result
    }

    // MARK: Places

    private var lineNumber: Int {
        var line = 1
        for k in 0..<min(i, bytes.count) where bytes[k] == 10 { line += 1 }
        return line
    }
    private var column: Int {
        var start = min(i, bytes.count)
        while start > 0, bytes[start - 1] != 10 { start -= 1 }
        return min(i, bytes.count) - start
    }
    private func shown(_ position: Int) -> String {
        if position >= bytes.count { return "" }
        let (scalar, _) = decodeScalar(bytes, at: position)
        return Unicode.Scalar(scalar).map { String($0) } ?? ""
    }
    private func unexpected() -> JsonFailure {
        // The reference counts the very first character as line 0.
        let atStart = i == 0
        if i >= bytes.count { return JsonFailure("Unexpected end when reading JSON. Path '', line \(lineNumber), position \(column).") }
        return JsonFailure("Unexpected character encountered while parsing value: \(shown(i)). Path '', line \(atStart ? 0 : lineNumber), position \(column).")
    }

    private mutating func skipBlank() throws {
        while i < bytes.count {
            let byte = bytes[i]
            if byte == 32 || (byte >= 9 && byte <= 13) {
                i += 1
            } else if byte == 47 {
                try comment()
            } else if byte == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBB, bytes[i + 2] == 0xBF {
                i += 3
            } else if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA0 {
                i += 2
            } else {
                return
            }
        }
    }

    private mutating func comment() throws {
        guard i + 1 < bytes.count else { throw unexpected() }
        if bytes[i + 1] == 47 {
            while i < bytes.count, bytes[i] != 10, bytes[i] != 13 { i += 1 }
            return
        }
        guard bytes[i + 1] == 42 else { throw unexpected() }
        i += 2
        while i + 1 < bytes.count {
            if bytes[i] == 42, bytes[i + 1] == 47 {
                i += 2
                return
            }
            i += 1
        }
        i = bytes.count
        throw JsonFailure("Unexpected end while parsing comment. Path '', line \(lineNumber), position \(column).")
    }

    // MARK: Values

    private mutating func value(level: Int) throws -> Value {
        guard i < bytes.count else { throw unexpected() }
        if level > maxDepth { throw JsonFailure("The reader's MaxDepth of \(maxDepth) has been exceeded. Path '', line \(lineNumber), position \(column).") }
        let byte = bytes[i]
        switch byte {
        case 123: return try asTables ? table(level) : object(level)
        case 91: return try array(level)
        case 34, 39: return dated(try string(byte))
        case 45, 43, 46, 48...57: return try number()
        default: return try word()
        }
    }

    private mutating func word() throws -> Value {
        let start = i
        while i < bytes.count, isWordByte(bytes[i]) { i += 1 }
        let text = String(decoding: bytes[start..<i], as: UTF8.self)
        switch text {
        case "true": return .true
        case "false": return .false
        case "null", "undefined": return .null
        case "NaN": return .double(.nan)
        case "Infinity": return .double(.infinity)
        default:
            i = start
            throw unexpected()
        }
    }
    private func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 97 && byte | 0x20 <= 122) || (byte >= 48 && byte <= 57) || byte == 95 || byte == 36 || byte >= 0x80 || byte == 45
    }

    private mutating func number() throws -> Value {
        let start = i
        var isInteger = true
        if bytes[i] == 45 || bytes[i] == 43 { i += 1 }
        if i < bytes.count, bytes[i] == 73 {
            let isNegative = bytes[start] == 45
            _ = try word()
            return .double(isNegative ? -.infinity : .infinity)
        }
        if i + 1 < bytes.count, bytes[i] == 48, bytes[i + 1] | 0x20 == 120 { return try hexadecimal(start) }
        var small: Int64 = 0
        var digits = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte >= 48, byte <= 57 {
                if digits < 18 { small = small * 10 + Int64(byte - 48) }
                digits += 1
            } else if byte == 46 || byte | 0x20 == 101 || ((byte == 43 || byte == 45) && bytes[i - 1] | 0x20 == 101) {
                isInteger = false
            } else {
                break
            }
            i += 1
        }
        if i < bytes.count, isWordByte(bytes[i]) { throw unexpected() }
        if digits == 0 { throw unexpected() }
        if isInteger, digits <= 18 { return .long(bytes[start] == 45 ? -small : small) }
        let text = String(decoding: bytes[start..<i], as: UTF8.self)
        if isInteger {
            if let number = Int64(text) { return .long(number) }
            guard let big = try? NumberParsing.bigInteger(text) else { throw unexpected() }
            return .object(BigIntegerObject(big))
        }
        guard let number = Double(text) else {
            i = start
            throw JsonFailure("Input string '\(text)' is not a valid number. Path '', line \(lineNumber), position \(column).")
        }
        return .double(number)
    }

    private mutating func hexadecimal(_ start: Int) throws -> Value {
        i += 2
        var number: Int64 = 0
        let first = i
        while i < bytes.count, let digit = JsonReader.hex(bytes[i]) {
            number = number &* 16 &+ Int64(digit)
            i += 1
        }
        if i == first { throw unexpected() }
        return .long(bytes[start] == 45 ? -number : number)
    }

    private static func hex(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 48...57: UInt32(byte - 48)
        case 65...70: UInt32(byte - 55)
        case 97...102: UInt32(byte - 87)
        default: nil
        }
    }

    // MARK: Collections

    private mutating func array(_ level: Int) throws -> Value {
        i += 1
        var elements: [Value] = []
        while true {
            try skipBlank()
            // A text that ends inside an array gives what is there.
            if i >= bytes.count { return .array(elements) }
            if bytes[i] == 93 {
                i += 1
                return .array(elements)
            }
            if bytes[i] == 44 {
                elements.append(.null)
                i += 1
                continue
            }
            elements.append(try value(level: level + 1))
            try skipBlank()
            if i >= bytes.count { return .array(elements) }
            if bytes[i] == 44 {
                i += 1
                continue
            }
            if bytes[i] != 93 {
                throw JsonFailure(
                    "After parsing a value an unexpected character was encountered: \(shown(i)). Path '', line \(lineNumber), position \(column).")
            }
        }
    }

    /// Calls the closure with each name's place; the closure reads the value.
    private mutating func members(_ level: Int, _ member: (inout JsonReader) throws -> Void) throws {
        i += 1
        while true {
            try skipBlank()
            guard i < bytes.count else { throw JsonFailure("Unexpected end when reading JSON. Path '', line \(lineNumber), position \(column).") }
            if bytes[i] == 125 {
                i += 1
                return
            }
            try member(&self)
            try skipBlank()
            guard i < bytes.count else { throw JsonFailure("Unexpected end when reading JSON. Path '', line \(lineNumber), position \(column).") }
            if bytes[i] == 44 {
                i += 1
            } else if bytes[i] != 125 {
                throw JsonFailure(
                    "After parsing a value an unexpected character was encountered: \(shown(i)). Path '', line \(lineNumber), position \(column).")
            }
        }
    }

    private mutating func name() throws -> String {
        let byte = bytes[i]
        if byte == 34 || byte == 39 { return try string(byte) }
        let start = i
        while i < bytes.count, isWordByte(bytes[i]) { i += 1 }
        if i == start { throw JsonFailure("Invalid property identifier character: \(shown(i)). Path '', line \(lineNumber), position \(column).") }
        return String(decoding: bytes[start..<i], as: UTF8.self)
    }

    private mutating func colon() throws {
        try skipBlank()
        guard i < bytes.count, bytes[i] == 58 else {
            throw i < bytes.count
                ? JsonFailure(
                    "Invalid character after parsing property name. Expected ':' but got: \(shown(i)). Path '', line \(lineNumber), position \(column).")
                : JsonFailure("Unexpected end when reading JSON. Path '', line \(lineNumber), position \(column).")
        }
        i += 1
        try skipBlank()
    }

    private mutating func table(_ level: Int) throws -> Value {
        let made = TableObject(HashTable(.ordinal), type: JsonReader.tableType)
        try members(level) { reader in
            let key = try reader.name()
            try reader.colon()
            made.table.set(.text(key), try reader.value(level: level + 1))
        }
        return .object(made)
    }

    private mutating func object(_ level: Int) throws -> Value {
        while expected.count <= level { expected.append(nil) }
        let guess = expected[level]
        var values: [Value] = []
        if let guess { values.reserveCapacity(guess.names.count) }
        // As long as the names come as in the object before, they are only compared.
        var shape = guess ?? session.emptyShape
        var follows = guess != nil
        try members(level) { reader in
            let count = values.count
            if follows, count < shape.names.count, reader.passName(shape.names[count]) {
                try reader.colon()
                values.append(try reader.value(level: level + 1))
                return
            }
            if follows {
                shape = JsonReader.prefix(shape, count, reader.session)
                follows = false
            }
            let name = try reader.name()
            if name.isEmpty {
                throw JsonFailure(
                    id: "EmptyKeyInJsonString",
                    "The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.")
            }
            try reader.colon()
            let value = try reader.value(level: level + 1)
            if let known = shape.index(of: name) {
                let old = shape.names[known].string
                if old != name {
                    throw JsonFailure(
                        id: "KeysWithDifferentCasingInJsonString",
                        "Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '\(old)' was '\(name)'."
                    )
                }
                values[known] = value
                return
            }
            Shape.extend(&shape, Text(name))
            values.append(value)
        }
        if follows, values.count < shape.names.count { shape = JsonReader.prefix(shape, values.count, session) }
        expected[level] = shape
        return .object(Record(shape: shape, values: values))
    }

    private static func prefix(_ shape: Shape, _ count: Int, _ session: Session) -> Shape {
        var made = session.emptyShape
        for name in shape.names.prefix(count) { Shape.extend(&made, name) }
        return made
    }

    /// Passes over a quoted name if it is exactly this one.
    private mutating func passName(_ name: Text) -> Bool {
        let length = name.string.utf8.count
        guard i + length + 1 < bytes.count, bytes[i] == 34, bytes[i + 1 + length] == 34 else { return false }
        var k = i + 1
        for byte in name.string.utf8 {
            if bytes[k] != byte || byte == 92 { return false }
            k += 1
        }
        i = k + 1
        return true
    }

    // MARK: Text

    private mutating func string(_ quote: UInt8) throws -> String {
        i += 1
        let start = i
        while i < bytes.count, bytes[i] != quote, bytes[i] != 92 { i += 1 }
        if i < bytes.count, bytes[i] == quote {
            defer { i += 1 }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<i]), as: UTF8.self)
        }
        var collected = Array(bytes[start..<i])
        while i < bytes.count, bytes[i] != quote {
            if bytes[i] != 92 {
                collected.append(bytes[i])
                i += 1
            } else {
                try escaped(into: &collected)
            }
        }
        guard i < bytes.count else {
            throw JsonFailure("Unterminated string. Expected delimiter: \(quote == 34 ? "\"" : "'"). Path '', line \(lineNumber), position \(column).")
        }
        i += 1
        return String(decoding: collected, as: UTF8.self)
    }

    private mutating func escaped(into output: inout [UInt8]) throws {
        i += 1
        guard i < bytes.count else { return }
        let byte = bytes[i]
        i += 1
        switch byte {
        case 98: output.append(8)
        case 102: output.append(12)
        case 110: output.append(10)
        case 114: output.append(13)
        case 116: output.append(9)
        case 34, 39, 47, 92: output.append(byte)
        case 117:
            var unit = try fourDigits()
            if unit >= 0xD800, unit < 0xDC00, i + 1 < bytes.count, bytes[i] == 92, bytes[i + 1] == 117 {
                let saved = i
                i += 2
                let low = try fourDigits()
                if low >= 0xDC00, low < 0xE000 { unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00) } else { i = saved }
            }
            appendScalar(&output, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit)
        default:
            i -= 1
            throw JsonFailure("Bad JSON escape sequence: \\\(shown(i)). Path '', line \(lineNumber), position \(column).")
        }
    }

    private mutating func fourDigits() throws -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard i < bytes.count, let digit = JsonReader.hex(bytes[i]) else {
                throw JsonFailure("Invalid Unicode escape sequence. Path '', line \(lineNumber), position \(column).")
            }
            unit = unit * 16 + digit
            i += 1
        }
        return unit
    }

    /// A text of the form of a date becomes one.
    private func dated(_ text: String) -> Value {
        guard dates != .text, let date = JsonDateText.read(text, dates, session) else { return .text(text) }
        return date
    }
}
