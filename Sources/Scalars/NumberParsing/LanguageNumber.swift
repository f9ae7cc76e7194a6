// Numbers as the language writes them: 0x1F, 0b101, 1.5e3, suffixes (l, d, n, u, s, y ...), multipliers (kb to pb).

/// A number literal's value, in the type the language gives it.
public enum LanguageNumber: Sendable, Equatable {
    case int8(Int8)
    case uint8(UInt8)
    case int16(Int16)
    case uint16(UInt16)
    case int32(Int32)
    case uint32(UInt32)
    case int64(Int64)
    case uint64(UInt64)
    case bigInteger(BigInteger)
    case double(Double)
    case decimal(NetDecimal)

    /// Why a text gives no value.
    public enum Outcome: Sendable, Equatable {
        case number(LanguageNumber)
        /// It has the form of a number but does not fit its type (`BadNumericConstant`).
        case outOfRange
        /// It is no number.
        case notNumeric
    }

    /// The value of a whole token, without white space. A sign is taken only if `allowSign`.
    public static func read(_ text: String, allowSign: Bool = false) -> Outcome {
        withUtf8(text) { read($0, allowSign: allowSign) }
    }

    /// The same on bytes.
    public static func read(_ bytes: Utf8Bytes, allowSign: Bool = false) -> Outcome {
        var i = 0
        var isNegative = false
        func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
        if allowSign, at(0) == 45 || at(0) == 43 {
            isNegative = at(0) == 45
            i += 1
        }
        let radix: Int
        var digits: [UInt8] = []
        var isReal = false
        if at(i) == 48, at(i + 1) | 0x20 == 120, hexValue(at(i + 2)) != nil {
            radix = 16
            i += 2
            while hexValue(at(i)) != nil, i < bytes.count {
                digits.append(at(i))
                i += 1
            }
        } else if at(i) == 48, at(i + 1) | 0x20 == 98, at(i + 2) == 48 || at(i + 2) == 49 {
            radix = 2
            i += 2
            while at(i) == 48 || at(i) == 49 {
                digits.append(at(i))
                i += 1
            }
        } else {
            radix = 10
            let start = i
            func isDigit(_ index: Int) -> Bool { at(index) >= 48 && at(index) <= 57 }
            while isDigit(i) { i += 1 }
            let whole = i - start
            if at(i) == 46 && !(at(i + 1) == 46) {
                i += 1
                isReal = true
                let fraction = i
                while isDigit(i) { i += 1 }
                if whole == 0 && i == fraction { return .notNumeric }
            } else if whole == 0 {
                return .notNumeric
            }
            if at(i) | 0x20 == 101 {
                var j = i + 1
                if at(j) == 43 || at(j) == 45 { j += 1 }
                if isDigit(j) {
                    while isDigit(j) { j += 1 }
                    i = j
                    isReal = true
                }
            }
            digits = Array(bytes[start..<i])
        }
        guard let suffix = Suffix(bytes, &i) else { return .notNumeric }
        var multiplier: Int64 = 1
        if i + 1 < bytes.count, at(i + 1) | 0x20 == 98 {
            switch at(i) | 0x20 {
            case 107: multiplier = 1 << 10
            case 109: multiplier = 1 << 20
            case 103: multiplier = 1 << 30
            case 116: multiplier = 1 << 40
            case 112: multiplier = 1 << 50
            default: return .notNumeric
            }
            i += 2
        }
        if i != bytes.count { return .notNumeric }
        let value =
            isReal
            ? real(digits, isNegative, suffix, multiplier)
            : whole(digits, radix, isNegative, suffix, multiplier)
        return value.map(Outcome.number) ?? .outOfRange
    }

    private enum Suffix {
        case none, signedByte, unsignedByte, short, unsignedShort, unsigned, long, unsignedLong, big, decimal

        /// Reads a suffix if one stands here.
        init?(_ bytes: Utf8Bytes, _ i: inout Int) {
            func letter(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] | 0x20 : 0 }
            self = .none
            switch letter(i) {
            case 117:
                switch letter(i + 1) {
                case 121: self = .unsignedByte
                case 115: self = .unsignedShort
                case 108: self = .unsignedLong
                default:
                    self = .unsigned
                    i -= 1
                }
                i += 2
            case 121:
                self = .signedByte
                i += 1
            case 115:
                self = .short
                i += 1
            case 108:
                self = .long
                i += 1
            case 110:
                self = .big
                i += 1
            case 100:
                self = .decimal
                i += 1
            default: break
            }
        }

        var isUnsigned: Bool { self == .unsigned || self == .unsignedByte || self == .unsignedShort || self == .unsignedLong }
    }

    /// A literal with a point or an exponent.
    private static func real(_ digits: [UInt8], _ isNegative: Bool, _ suffix: Suffix, _ multiplier: Int64) -> LanguageNumber? {
        let text = (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
        do throws(ScalarError) {
            if suffix == .decimal {
                let value = try NumberParsing.decimal(text, styles: [.allowLeadingSign, .allowDecimalPoint, .allowExponent])
                return .decimal(multiplier == 1 ? value : try NetDecimal.multiply(value, NetDecimal(multiplier)))
            }
            let value = try NumberParsing.double(text, styles: [.allowLeadingSign, .allowDecimalPoint, .allowExponent]) * Double(multiplier)
            if suffix == .none { return .double(value) }
            guard let whole = BigInteger(value.rounded(.toNearestOrEven)) else { return nil }
            return fit(whole, suffix)
        } catch {
            return nil
        }
    }

    /// A literal without: as wide as it needs.
    private static func whole(_ digits: [UInt8], _ radix: Int, _ isNegative: Bool, _ suffix: Suffix, _ multiplier: Int64) -> LanguageNumber? {
        var value: BigInteger
        // Sixteen hexadecimal digits with the sign bit set are a long, however small the number.
        var isWide = false
        if radix == 10, digits.count <= 18 {
            var small: Int64 = 0
            for digit in digits { small = small * 10 + Int64(digit) - 48 }
            if isNegative { small = -small }
            if suffix == .none {
                let (product, over) = small.multipliedReportingOverflow(by: multiplier)
                if !over { return Int32(exactly: product).map(LanguageNumber.int32) ?? .int64(product) }
            }
            value = BigInteger(small)
        } else if radix == 10 {
            value = BigInteger(decimalDigits: digits, negative: isNegative)
        } else {
            value = BigInteger(digits: digits, bitsEach: radix == 16 ? 4 : 1)
            if !suffix.isUnsigned, let bits = signedBits(digits, radix, suffix), (value >> (bits - 1)).isEven == false {
                value = value - (BigInteger.one << bits)
                isWide = bits == 64
            }
            if isNegative { value = -value }
        }
        if multiplier != 1 { value = value * BigInteger(multiplier) }
        if isWide, suffix == .none, let long = value.int64Value { return .int64(long) }
        return fit(value, suffix)
    }

    /// Of how many bits a hexadecimal or binary literal of this length is a two's complement form; nil if it has no sign bit.
    private static func signedBits(_ digits: [UInt8], _ radix: Int, _ suffix: Suffix) -> Int? {
        if radix == 16 {
            let wanted: Int
            switch suffix {
            case .signedByte: wanted = 2
            case .short: wanted = 4
            case .long: wanted = 16
            default: wanted = digits.count < 15 ? 8 : 16
            }
            return digits.count == wanted ? wanted * 4 : nil
        }
        switch digits.count {
        case 8, 16, 32, 64, 96: return digits.count
        default: return digits.count >= 128 ? digits.count : nil
        }
    }

    private static func fit(_ value: BigInteger, _ suffix: Suffix) -> LanguageNumber? {
        let small = value.int64Value
        switch suffix {
        case .signedByte: return small.flatMap { Int8(exactly: $0) }.map(LanguageNumber.int8)
        case .unsignedByte: return small.flatMap { UInt8(exactly: $0) }.map(LanguageNumber.uint8)
        case .short: return small.flatMap { Int16(exactly: $0) }.map(LanguageNumber.int16)
        case .unsignedShort: return small.flatMap { UInt16(exactly: $0) }.map(LanguageNumber.uint16)
        case .unsigned:
            if let narrow = small.flatMap({ UInt32(exactly: $0) }) { return .uint32(narrow) }
            return value.uint64Value.map(LanguageNumber.uint64)
        case .long: return small.map(LanguageNumber.int64)
        case .unsignedLong: return value.uint64Value.map(LanguageNumber.uint64)
        case .big: return .bigInteger(value)
        case .decimal: return NetDecimal(value).map(LanguageNumber.decimal)
        case .none:
            if let small { return Int32(exactly: small).map(LanguageNumber.int32) ?? .int64(small) }
            if let decimal = NetDecimal(value) { return .decimal(decimal) }
            let wide = value.doubleValue
            return wide.isFinite ? .double(wide) : nil
        }
    }
}

/// Casts of text to numbers: .NET's parser first, then the language's own notation.
public enum NumericCast {
    private static func trimmed(_ text: String) -> String {
        var bytes = Array(text.utf8)[...]
        func isWhite(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
        bytes = bytes.drop(while: isWhite)
        while let last = bytes.last, isWhite(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What arithmetic makes of a text: empty is 0, then the narrowest of int, long, decimal and double it fits; nil if it is no number.
    public static func number(_ text: String) -> LanguageNumber? {
        let plain = trimmed(text)
        if plain.isEmpty { return .int32(0) }
        if case .number(let value) = LanguageNumber.read(plain, allowSign: true) { return value }
        return nil
    }

    /// Up to 18 digits after an optional minus sign and nothing else.
    private static func plainInteger(_ text: String) -> Int64? {
        withUtf8(text) { bytes in
            let isNegative = bytes.first == 45
            let start = isNegative ? 1 : 0
            guard bytes.count > start, bytes.count - start <= 18 else { return nil }
            var value: Int64 = 0
            for byte in bytes[start...] {
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int64(byte) - 48
            }
            return isNegative ? -value : value
        }
    }

    /// `[int]'text'` and its like, rounded half to even. Empty is 0. Throws `badInput` or `overflow`.
    public static func integer(_ text: String, type: String, bits: Int, isSigned: Bool) throws(ScalarError) -> Int128 {
        if bits == 32, isSigned, let plain = plainInteger(text), let narrow = Int32(exactly: plain) { return Int128(narrow) }
        if bits == 64, isSigned, let plain = plainInteger(text) { return Int128(plain) }
        let plain = trimmed(text)
        if plain.isEmpty { return 0 }
        let low: Int128 = isSigned ? -(Int128(1) << Int128(bits - 1)) : 0
        let high: Int128 = (Int128(1) << Int128(isSigned ? bits - 1 : bits)) - 1
        // The converter of integers knows three ways to write hexadecimal numbers; they fill the type's bits.
        for prefix in ["0x", "0X", "&h", "&H", "#"] where plain.hasPrefix(prefix) {
            let digits = String(decoding: plain.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
            return try NumberParsing.integer(digits, styles: [.allowHexSpecifier], type: type, bits: bits, isSigned: isSigned)
        }
        do throws(ScalarError) {
            return try NumberParsing.integer(plain, type: type, bits: bits, isSigned: isSigned)
        } catch .overflow(let name) {
            throw .overflow(name)
        } catch {
            guard let number = number(plain) else { throw .badInput(text) }
            let value: Int128
            switch number {
            case .double(let real):
                let rounded = real.rounded(.toNearestOrEven)
                guard rounded.magnitude < 1e30 else { throw .overflow(type) }
                value = Int128(rounded)
            case .decimal(let exact):
                let rounded = exact.rounded()
                value = Int128(rounded.mantissa) * (rounded.isNegative ? -1 : 1)
            case .bigInteger(let big):
                if let small = big.int64Value {
                    value = Int128(small)
                } else if let small = big.uint64Value {
                    value = Int128(small)
                } else {
                    throw .overflow(type)
                }
            case .int8(let small): value = Int128(small)
            case .uint8(let small): value = Int128(small)
            case .int16(let small): value = Int128(small)
            case .uint16(let small): value = Int128(small)
            case .int32(let small): value = Int128(small)
            case .uint32(let small): value = Int128(small)
            case .int64(let small): value = Int128(small)
            case .uint64(let small): value = Int128(small)
            }
            guard value >= low, value <= high else { throw .overflow(type) }
            return value
        }
    }

    /// `[double]'text'`. Empty is 0. Throws `badInput`.
    public static func double(_ text: String) throws(ScalarError) -> Double {
        if let plain = plainInteger(text), plain != 0 { return Double(plain) }
        let plain = trimmed(text)
        if plain.isEmpty { return 0 }
        do throws(ScalarError) {
            return try NumberParsing.double(plain, styles: .float)
        } catch {
            guard let number = number(plain) else { throw .badInput(text) }
            return number.doubleValue
        }
    }

    /// `[decimal]'text'`. Empty is 0. Throws `badInput` or `overflow`.
    public static func decimal(_ text: String) throws(ScalarError) -> NetDecimal {
        let plain = trimmed(text)
        if plain.isEmpty { return .zero }
        do throws(ScalarError) {
            return try NumberParsing.decimal(plain, styles: .float)
        } catch {
            if case .overflow = error { throw error }
            guard let number = number(plain) else { throw .badInput(text) }
            switch number {
            case .decimal(let value): return value
            case .double(let value): return try NetDecimal(value)
            case .bigInteger(let value):
                guard let decimal = NetDecimal(value) else { throw .overflow("Decimal") }
                return decimal
            case .uint64(let value): return NetDecimal(value)
            default: return NetDecimal(Int64(number.doubleValue))
            }
        }
    }
}

extension LanguageNumber {
    /// The value as a Double.
    public var doubleValue: Double {
        switch self {
        case .int8(let value): Double(value)
        case .uint8(let value): Double(value)
        case .int16(let value): Double(value)
        case .uint16(let value): Double(value)
        case .int32(let value): Double(value)
        case .uint32(let value): Double(value)
        case .int64(let value): Double(value)
        case .uint64(let value): Double(value)
        case .bigInteger(let value): value.doubleValue
        case .double(let value): value
        case .decimal(let value): value.doubleValue
        }
    }
}
