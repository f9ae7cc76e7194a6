// Linguistic comparison in the root collation: base letters decide first, then accents, then case, lower case first.

/// Comparison of texts as people sort them.
public enum Collation {
    /// -1, 0 or 1. Without case, texts that differ only in case are equal.
    public static func compare(_ a: Utf8Bytes, _ b: Utf8Bytes, ignoreCase: Bool) -> Int {
        if let order = compareAscii(a, b, ignoreCase) { return order }
        return compareElements(a, b, ignoreCase)
    }

    public static func compare(_ a: String, _ b: String, ignoreCase: Bool) -> Int {
        withUtf8(a) { x in withUtf8(b) { compare(x, $0, ignoreCase: ignoreCase) } }
    }

    /// Both texts ASCII: one weight a byte, and the first difference of case. Nil if one is not.
    private static func compareAscii(_ a: Utf8Bytes, _ b: Utf8Bytes, _ ignoreCase: Bool) -> Int? {
        let weights = CollationData.ascii.utf8Start
        var i = 0
        var j = 0
        var caseOrder = 0
        var order = 0
        while true {
            var x: UInt8 = 0
            var y: UInt8 = 0
            var p: UInt8 = 0
            var q: UInt8 = 0
            while i < a.count {
                x = a[i]
                if x >= 0x80 { return nil }
                i += 1
                p = weights[Int(x)]
                if p != 0 { break }
            }
            while j < b.count {
                y = b[j]
                if y >= 0x80 { return nil }
                j += 1
                q = weights[Int(y)]
                if q != 0 { break }
            }
            if p != q {
                order = p < q ? -1 : 1
                break
            }
            if p == 0 { break }
            if x != y && caseOrder == 0 { caseOrder = x > y ? -1 : 1 }
        }
        if order != 0 {
            // What follows in a mark could still belong to the letters that differ.
            if (i < a.count && a[i] >= 0x80) || (j < b.count && b[j] >= 0x80) { return nil }
            return order
        }
        return ignoreCase ? 0 : caseOrder
    }

    private static func compareElements(_ a: Utf8Bytes, _ b: Utf8Bytes, _ ignoreCase: Bool) -> Int {
        let table = CollationTable.shared
        var x: [CollationElement] = []
        var y: [CollationElement] = []
        table.append(a, to: &x)
        table.append(b, to: &y)
        let primary = compareLevel(x, y) { $0.primary }
        if primary != 0 { return primary }
        let secondary = compareLevel(x, y) { UInt64($0.secondary) }
        if secondary != 0 || ignoreCase { return secondary }
        return compareLevel(x, y) { UInt64($0.tertiary) }
    }

    /// Compares the weights of one level, without those that are zero.
    @inline(__always)
    private static func compareLevel(_ a: [CollationElement], _ b: [CollationElement], _ weight: (CollationElement) -> UInt64) -> Int {
        var i = 0
        var j = 0
        while true {
            var p: UInt64 = 0
            var q: UInt64 = 0
            while i < a.count {
                p = weight(a[i])
                i += 1
                if p != 0 { break }
            }
            while j < b.count {
                q = weight(b[j])
                j += 1
                if q != 0 { break }
            }
            if p != q { return p < q ? -1 : 1 }
            if p == 0 { return 0 }
        }
    }

    /// Bytes whose plain order is the order of the texts; worth it when each text is compared many times.
    public static func sortKey(_ text: Utf8Bytes, ignoreCase: Bool) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(text.count * 8 + 8)
        var elements: [CollationElement] = []
        CollationTable.shared.append(text, to: &elements)
        for element in elements where element.primary != 0 {
            for shift in stride(from: 32, through: 0, by: -8) { key.append(UInt8(truncatingIfNeeded: element.primary >> UInt64(shift))) }
        }
        key += [0, 0, 0, 0, 0]
        for element in elements where element.secondary != 0 {
            key.append(UInt8(element.secondary >> 8))
            key.append(UInt8(truncatingIfNeeded: element.secondary))
        }
        if ignoreCase { return key }
        key += [0, 0]
        for element in elements where element.tertiary != 0 { key.append(element.tertiary) }
        return key
    }
}
