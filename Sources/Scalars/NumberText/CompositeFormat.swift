// Composite formats such as "{0,10:N2} of {{1}}": read once, filled in by whoever knows the arguments.

/// A composite format, read.
public struct CompositeFormat: Sendable {
    public enum Piece: Sendable, Equatable {
        case literal(String)
        /// Index of the argument, least width (negative: text to the left), format text or nil.
        case item(index: Int, alignment: Int, format: String?)
    }

    public let pieces: [Piece]
    /// The highest index used plus one.
    public let leastArgumentCount: Int

    /// Throws `badCompositeFormat` with .NET's reason.
    public init(_ text: String) throws(ScalarError) {
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var literal: [UInt8] = []
        var least = 0
        var i = 0
        func failure(_ reason: String) -> ScalarError {
            .badCompositeFormat("Input string was not in a correct format. Failure to parse near offset \(i). \(reason)")
        }
        let ends = "Format item ends prematurely."
        let digit = "Expected an ASCII digit."
        func next() throws(ScalarError) -> UInt8 {
            i += 1
            if i >= bytes.count { throw failure(ends) }
            return bytes[i]
        }
        while i < bytes.count {
            let brace = bytes[i]
            if brace != 123 && brace != 125 {
                literal.append(brace)
                i += 1
                continue
            }
            var byte = try next()
            if byte == brace {
                literal.append(byte)
                i += 1
                continue
            }
            if brace == 125 { throw failure("Unexpected closing brace without a corresponding opening brace.") }
            guard byte >= 48, byte <= 57 else { throw failure(digit) }
            var index = Int(byte) - 48
            var alignment = 0
            var format: String? = nil
            byte = try next()
            while byte >= 48, byte <= 57, index < 1_000_000 {
                index = index * 10 + Int(byte) - 48
                byte = try next()
            }
            while byte == 32 { byte = try next() }
            if byte == 44 {
                repeat { byte = try next() } while byte == 32
                let isLeft = byte == 45
                if isLeft { byte = try next() }
                guard byte >= 48, byte <= 57 else { throw failure(digit) }
                while byte >= 48, byte <= 57, alignment < 1_000_000 {
                    alignment = alignment * 10 + Int(byte) - 48
                    byte = try next()
                }
                if isLeft { alignment = -alignment }
                while byte == 32 { byte = try next() }
            }
            if byte != 125 {
                if byte != 58 { throw failure(ends) }
                let start = i + 1
                while true {
                    byte = try next()
                    if byte == 125 { break }
                    if byte == 123 { throw failure(ends) }
                }
                format = String(decoding: bytes[start..<i], as: UTF8.self)
            }
            i += 1
            if !literal.isEmpty {
                pieces.append(.literal(String(decoding: literal, as: UTF8.self)))
                literal = []
            }
            pieces.append(.item(index: index, alignment: alignment, format: format))
            least = max(least, index + 1)
        }
        if !literal.isEmpty { pieces.append(.literal(String(decoding: literal, as: UTF8.self))) }
        self.pieces = pieces
        leastArgumentCount = least
    }

    /// The text with each item filled in. Throws `badCompositeFormat` for too few arguments, or what `argument` throws.
    public func filled(argumentCount: Int, _ argument: (_ index: Int, _ format: String?) throws -> String) throws -> String {
        if leastArgumentCount > argumentCount {
            throw ScalarError.badCompositeFormat(
                "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")
        }
        var output = ""
        for piece in pieces {
            switch piece {
            case .literal(let text): output += text
            case .item(let index, let alignment, let format):
                let text = try argument(index, format)
                try Room.check(units: output.utf8.count + text.utf8.count)
                let padding = alignment == 0 ? 0 : Int(alignment.magnitude) - text.utf16Length
                if padding > 0 && alignment > 0 { output += try Room.text(" ", times: padding) }
                output += text
                if padding > 0 && alignment < 0 { output += try Room.text(" ", times: padding) }
            }
        }
        return output
    }
}
