// The weights of characters beyond ASCII, unpacked when first needed and never changed.

/// One collation element: the primary weight with room for characters without an entry, then secondary and tertiary.
struct CollationElement {
    /// Zero for what only modifies the character before.
    let primary: UInt64
    let secondary: UInt16
    let tertiary: UInt8
}

final class CollationTable: Sendable {
    static let shared = CollationTable()

    private let elements: [CollationElement]
    /// For each code point below 0x3000: where its elements begin, times 8, plus how many; 0 if there is no entry.
    private let lowIndex: [UInt32]
    private let highCodes: [UInt32]
    private let highIndex: [UInt32]
    /// Pairs with elements of their own: first code point << 32 | second.
    private let pairs: [UInt64: UInt32]
    private let pairStarts: Set<UInt32>

    /// Ranks leave room below them for code points.
    private static let room: UInt64 = 1 << 21

    private init() {
        var elements: [CollationElement] = []
        var lowIndex = [UInt32](repeating: 0, count: 0x3000)
        var highCodes: [UInt32] = []
        var highIndex: [UInt32] = []
        var pairs: [UInt64: UInt32] = [:]
        var pairStarts: Set<UInt32> = []
        var position = 0
        let bytes = CollationData.weights.utf8Start
        func number() -> Int {
            var value = 0
            var shift = 0
            while true {
                let digit = CollationTable.digit(bytes[position])
                position += 1
                value |= (digit & 31) << shift
                if digit & 32 == 0 { return value }
                shift += 5
            }
        }
        var rank = 0
        func entry() -> UInt32 {
            let count = number()
            let start = elements.count
            for _ in 0..<count {
                let zigzag = number()
                rank += zigzag & 1 == 0 ? zigzag / 2 : -(zigzag + 1) / 2
                let packed = number()
                let (secondary, tertiary) = packed == 0 ? (0x20, 2) : ((packed - 1) / 32, (packed - 1) % 32)
                elements.append(
                    CollationElement(primary: UInt64(rank) * CollationTable.room, secondary: UInt16(secondary), tertiary: UInt8(tertiary)))
            }
            return UInt32(start << 8 | count)
        }
        var code = 0
        for _ in 0..<number() {
            code += number()
            let index = entry() + 0x8000_0000
            if code < 0x3000 {
                lowIndex[code] = index
            } else {
                highCodes.append(UInt32(code))
                highIndex.append(index)
            }
        }
        for _ in 0..<number() {
            let (first, second) = (number(), number())
            pairs[UInt64(first) << 32 | UInt64(second)] = entry()
            pairStarts.insert(UInt32(first))
        }
        self.elements = elements
        self.lowIndex = lowIndex
        self.highCodes = highCodes
        self.highIndex = highIndex
        self.pairs = pairs
        self.pairStarts = pairStarts
    }

    @inline(__always) private static func digit(_ byte: UInt8) -> Int {
        switch byte {
        case 65...90: Int(byte) - 65
        case 97...122: Int(byte) - 71
        case 48...57: Int(byte) + 4
        case 43: 62
        default: 63
        }
    }

    /// Appends the elements of a text, without those that are ignored altogether.
    func append(_ bytes: Utf8Bytes, to output: inout [CollationElement]) {
        output.reserveCapacity(output.count + bytes.count)
        var i = 0
        while i < bytes.count {
            let (value, length) = decodeScalar(bytes, at: i)
            i += length
            if i < bytes.count, pairStarts.contains(value) {
                let (second, secondLength) = decodeScalar(bytes, at: i)
                if let index = pairs[UInt64(value) << 32 | UInt64(second)] {
                    append(index, to: &output)
                    i += secondLength
                    continue
                }
            }
            let index = index(of: value)
            if index != 0 {
                append(index & 0x7FFF_FFFF, to: &output)
            } else {
                appendImplicit(value, to: &output)
            }
        }
    }

    private func append(_ index: UInt32, to output: inout [CollationElement]) {
        let start = Int(index >> 8)
        for offset in start..<start + Int(index & 0xFF) {
            let element = elements[offset]
            if element.primary != 0 || element.secondary != 0 || element.tertiary != 0 { output.append(element) }
        }
    }

    private func index(of value: UInt32) -> UInt32 {
        if value < 0x3000 { return lowIndex[Int(value)] }
        var low = 0
        var high = highCodes.count
        while low < high {
            let middle = (low + high) / 2
            if highCodes[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < highCodes.count && highCodes[low] == value ? highIndex[low] : 0
    }

    /// Characters without an entry: symbols after the symbols, marks by their code, all others after the letters.
    private func appendImplicit(_ value: UInt32, to output: inout [CollationElement]) {
        guard let scalar = Unicode.Scalar(value) else { return }
        let primary: UInt64
        switch scalar.properties.generalCategory {
        case .control, .format: return
        case .nonspacingMark, .enclosingMark:
            output.append(CollationElement(primary: 0, secondary: UInt16(0x200 + value & 0x3FFF), tertiary: 2))
            return
        case .otherSymbol, .mathSymbol, .modifierSymbol, .currencySymbol, .otherPunctuation, .openPunctuation, .closePunctuation, .dashPunctuation:
            primary = UInt64(CollationData.lastSymbolRank) * CollationTable.room + UInt64(value)
        default: primary = UInt64(0xFFFF) * CollationTable.room + UInt64(value)
        }
        output.append(CollationElement(primary: primary, secondary: 0x20, tertiary: 2))
    }
}
