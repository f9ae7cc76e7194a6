// Numbers as text and from text, against the reference; arithmetic against known results.

import XCTest

@testable import Scalars

final class NumberTests: XCTestCase {
    private func format(_ type: String, _ text: String, _ format: String) -> String {
        do {
            switch type {
            case "int32": return try XCTUnwrap(Int64(text)).formatted(format, width: .bits32)
            case "int64": return try XCTUnwrap(Int64(text)).formatted(format)
            case "byte": return try XCTUnwrap(UInt64(text)).formatted(format)
            case "decimal": return try NumberParsing.decimal(text).formatted(format)
            default: return try NumberParsing.double(text).formatted(format)
            }
        } catch {
            return "THROWS"
        }
    }

    func testFormats() {
        check("number formats", formatNumberFacts, expected: { $0[3] }, run: { self.format($0[0], $0[1], $0[2]) })
    }

    func testAlignment() {
        check(
            "alignment and language text", alignNumberFacts, expected: { $0[3] },
            run: { fact in
                do {
                    if fact[2] == "LANGUAGE" {
                        return fact[0] == "double" ? try NumberParsing.double(fact[1]).languageText : self.format(fact[0], fact[1], "")
                    }
                    return try CompositeFormat(fact[2]).filled(argumentCount: 1) { _, format in self.format(fact[0], fact[1], format ?? "") }
                } catch {
                    return "THROWS"
                }
            })
    }

    func testLiterals() {
        check(
            "literals", literalFacts, expected: { $0[1] },
            run: { fact in
                guard case .number(let number) = LanguageNumber.read(fact[0], allowSign: true) else { return "THROWS" }
                let (name, netName, text): (String, String, String)
                switch number {
                case .int8(let value): (name, netName, text) = ("sbyte", "SByte", String(value))
                case .uint8(let value): (name, netName, text) = ("byte", "Byte", String(value))
                case .int16(let value): (name, netName, text) = ("short", "Int16", String(value))
                case .uint16(let value): (name, netName, text) = ("ushort", "UInt16", String(value))
                case .int32(let value): (name, netName, text) = ("int", "Int32", String(value))
                case .uint32(let value): (name, netName, text) = ("uint", "UInt32", String(value))
                case .int64(let value): (name, netName, text) = ("long", "Int64", String(value))
                case .uint64(let value): (name, netName, text) = ("ulong", "UInt64", String(value))
                case .bigInteger(let value): (name, netName, text) = ("bigint", "BigInteger", value.description)
                case .double(let value): (name, netName, text) = ("double", "Double", value.languageText)
                case .decimal(let value): (name, netName, text) = ("decimal", "Decimal", value.description)
                }
                return fact[1].hasPrefix("type ") ? "type \(netName)" : "\(name) \"\(text)\""
            })
    }

    func testCasts() {
        check(
            "casts", castFacts, expected: { $0[2] },
            run: { fact in
                func integer(_ bits: Int, _ signed: Bool) throws -> String {
                    try NumericCast.integer(fact[1], type: "Int32", bits: bits, isSigned: signed).description
                }
                do {
                    switch fact[0] {
                    case "int": return try integer(32, true)
                    case "long": return try integer(64, true)
                    case "sbyte": return try integer(8, true)
                    case "int16": return try integer(16, true)
                    case "byte": return try integer(8, false)
                    case "uint16": return try integer(16, false)
                    case "uint32": return try integer(32, false)
                    case "uint64": return try integer(64, false)
                    case "decimal": return try NumericCast.decimal(fact[1]).description
                    default: return try NumericCast.double(fact[1]).languageText
                    }
                } catch {
                    return "THROWS"
                }
            })
    }

    func testDecimalArithmetic() throws {
        func d(_ text: String) throws -> NetDecimal { try NumberParsing.decimal(text) }
        XCTAssertEqual(try NetDecimal.add(d("1.10"), d("2.9")).description, "4.00")
        XCTAssertEqual(try NetDecimal.multiply(d("1.50"), d("2.00")).description, "3.0000")
        XCTAssertEqual(try NetDecimal.divide(d("1"), d("3")).description, "0.3333333333333333333333333333")
        XCTAssertEqual(try NetDecimal.divide(d("2"), d("3")).description, "0.6666666666666666666666666667")
        XCTAssertEqual(try NetDecimal.divide(d("10.0"), d("4")).description, "2.5")
        XCTAssertEqual(try NetDecimal.divide(d("2.00"), d("1")).description, "2.00")
        XCTAssertEqual(try NetDecimal.divide(d("1"), d("0.00001")).description, "100000")
        XCTAssertEqual(try NetDecimal.remainder(d("7.5"), d("2")).description, "1.5")
        XCTAssertEqual(try NetDecimal.remainder(d("-7"), d("2.50")).description, "-2.00")
        XCTAssertEqual(try NetDecimal.subtract(d("1.00"), d("1")).description, "0.00")
        XCTAssertThrowsError(try NetDecimal.add(.maxValue, .one))
        XCTAssertThrowsError(try NetDecimal.divide(.one, .zero))
        XCTAssertEqual(try NetDecimal.add(.maxValue, d("0.4")).description, "79228162514264337593543950335")
        XCTAssertEqual(try NetDecimal(0.1).description, "0.1")
        XCTAssertEqual(try NetDecimal(1.0 / 3).description, "0.333333333333333")
        XCTAssertEqual(try NetDecimal(1e28).description, "10000000000000000000000000000")
        XCTAssertEqual(try NetDecimal(123456789.123456789).description, "123456789.123457")
        XCTAssertEqual(try NetDecimal(Float(1.1)).description, "1.1")
        XCTAssertEqual(try d("2.5").rounded().description, "2")
        XCTAssertEqual(try d("-2.555").rounded(digits: 2, mode: .awayFromZero).description, "-2.56")
        XCTAssertEqual(try d("-2.5").floor.description, "-3")
        XCTAssertEqual(try d("1.0").hashValue, try d("1").hashValue)
        XCTAssertEqual(try d("79228162514264337593543950335").doubleValue, 7.922816251426434e28)
        XCTAssertEqual(NetDecimal(bits: try d("-1.50").bits)?.description, "-1.50")
    }

    func testBigInteger() throws {
        func b(_ text: String) throws -> BigInteger { try NumberParsing.bigInteger(text) }
        let a = try b("123456789012345678901234567890123456789012345678901234567890")
        let c = try b("987654321098765432109876543210")
        XCTAssertEqual((a * c).description, "121932631137021795226185032733744855963374485596337448559633622923332237463801111263526900")
        let (q, r) = try BigInteger.divideWithRemainder(a, c)
        XCTAssertEqual((q * c + r), a)
        XCTAssertEqual(try BigInteger(2).power(100).description, "1267650600228229401496703205376")
        XCTAssertEqual(
            try BigInteger.modPow(BigInteger(3), BigInteger(200), BigInteger(1_000_007)),
            try BigInteger.remainder(BigInteger(3).power(200), BigInteger(1_000_007)))
        XCTAssertEqual(try b("-17").formatted("X"), "EF")
        XCTAssertEqual(try b("255").formatted("X"), "0FF")
        XCTAssertEqual(try b("1000").formatted("N0"), "1,000")
        XCTAssertEqual(BigInteger(-5) & BigInteger(0xFF), BigInteger(0xFB))
        XCTAssertEqual(BigInteger(-5) >> 1, BigInteger(-3))
        XCTAssertEqual(~BigInteger(5), BigInteger(-6))
        XCTAssertEqual(BigInteger(hexDigits: "FF"), BigInteger(-1))
        XCTAssertEqual(BigInteger(hexDigits: "0FF"), BigInteger(255))
        XCTAssertEqual(BigInteger(1e30)?.description, "1000000000000000019884624838656")
        XCTAssertEqual(try b("1000000000000000019884624838656").doubleValue, 1e30)
        XCTAssertEqual(BigInteger.greatestCommonDivisor(BigInteger(48), BigInteger(-36)), BigInteger(12))
        for text in ["-1", "0", "127", "128", "-128", "-129", "65535", "-340282366920938463463374607431768211456"] {
            XCTAssertEqual(BigInteger(bytes: try b(text).byteArray).description, text)
        }
        // Division with every awkward shape of words.
        var seed: UInt64 = 42
        func next() -> UInt {
            seed = seed &* 6364136223846793005 &+ 1442695040888963407
            return [0, 1, .max, 1 << 63, UInt(seed)][Int(seed >> 60) % 5]
        }
        for _ in 0..<3000 {
            let x = BigInteger(magnitude: (0..<Int(next() % 6)).map { _ in next() }, negative: false)
            let y = BigInteger(magnitude: (0..<Int(next() % 4)).map { _ in next() } + [3], negative: false)
            let (q, r) = try BigInteger.divideWithRemainder(x, y)
            XCTAssertEqual(q * y + r, x)
            XCTAssertLessThan(r, y)
        }
    }

    func testDoubleText() {
        for (value, text) in [
            (1e20, "1E+20"), (1.5e-5, "1.5E-05"), (0.0001, "0.0001"), (123456789012345680, "1.2345678901234568E+17"), (-0.0, "-0"), (.nan, "NaN"),
            (.infinity, "Infinity"), (-.infinity, "-Infinity"), (.leastNonzeroMagnitude, "5E-324"), (1e15, "1E+15"),
            (1.7976931348623157e308, "1.7976931348623157E+308"),
            (100, "100"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
        ] as [(Double, String)] { XCTAssertEqual(value.netText, text) }
        XCTAssertEqual((1.0 / 3).languageText, "0.333333333333333")
        XCTAssertEqual((-0.0).languageText, "-0")
        XCTAssertEqual(Float(0.1).netText, "0.1")
        XCTAssertEqual(Float(16777216).netText, "16777216")
    }

    func testCultures() throws {
        let german = try XCTUnwrap(NumberCulture.named("de-DE"))
        XCTAssertEqual(try 1234.5.formatted("C", culture: german), "1.234,50 €")
        XCTAssertEqual(try 1234.5.formatted("N2", culture: german), "1.234,50")
        XCTAssertEqual(try NumberParsing.double("1.234,5", culture: german), 1234.5)
        XCTAssertEqual(try NumberParsing.decimal("12,50 €", styles: .currency, culture: german).description, "12.50")
        let french = try XCTUnwrap(NumberCulture.named("fr-FR"))
        XCTAssertEqual(try NumberParsing.double("1 234,5", culture: french), 1234.5)
        XCTAssertEqual(try NumberParsing.double("1\u{202F}234,5", culture: french), 1234.5)
        XCTAssertEqual(try NumberParsing.int32("(42)", styles: .allowParentheses), -42)
        XCTAssertEqual(try NumberParsing.double("1,5"), 15)
        XCTAssertThrowsError(try NumberParsing.decimal("1e2"))
        XCTAssertEqual(try NumberParsing.int32("ff", styles: .hexNumber), 255)
    }
}

final class DigitTests: XCTestCase {
    /// The short cut over shortest digits must agree with exact printing.
    func testRoundedDigitsAreExact() {
        var seed: UInt64 = 7
        for index in 0..<20_000 {
            seed = seed &* 6364136223846793005 &+ 1442695040888963407
            let value: Double
            switch index % 3 {
            case 0: value = Double(Int64(bitPattern: seed) >> 30) / 1000
            case 1: value = Double(seed >> 40) / 64
            default: value = Double(bitPattern: seed & 0x7FEF_FFFF_FFFF_FFFF | 0x3000_0000_0000_0000)
            }
            guard value.isFinite, value != 0, value.magnitude < 1e30 else { continue }
            let precision = Int(seed >> 8 & 15)
            let exact = String(decoding: printed(value, precision: precision, conversion: "f"), as: UTF8.self)
            XCTAssertEqual(try value.formatted("F\(precision)"), exact)
            let scientific = String(decoding: printed(value, precision: precision, conversion: "e"), as: UTF8.self)
            let mantissa = scientific.prefix { $0 != "e" }
            XCTAssertEqual(try String(value.formatted("e\(precision)").prefix { $0 != "e" }), String(mantissa))
        }
    }
}
