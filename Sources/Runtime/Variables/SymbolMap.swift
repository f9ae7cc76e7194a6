// A table from symbols to what they stand for. Symbols are numbers, so finding one is a multiplication and a look.

struct SymbolMap<Element> {
    /// Symbols by place, -1 where a place is free; elements beside them. The number of places is a power of two, half of them free.
    private var ids: [Int32] = []
    private var elements: [Element?] = []
    private(set) var count = 0

    subscript(symbol: Symbol) -> Element? {
        @inline(__always) get {
            if count == 0 { return nil }
            let place = place(of: symbol.id)
            return ids[place] < 0 ? nil : elements[place]
        }
    }

    mutating func set(_ symbol: Symbol, _ element: Element) {
        if (count + 1) * 2 > ids.count { grow() }
        let place = place(of: symbol.id)
        if ids[place] < 0 {
            ids[place] = symbol.id
            count += 1
        }
        elements[place] = element
    }

    /// In no order.
    var symbols: [Symbol] { ids.compactMap { $0 < 0 ? nil : Symbol(id: $0) } }
    var values: [Element] { elements.compactMap { $0 } }

    /// Where a symbol is, or the free place where it would be.
    @inline(__always) private func place(of id: Int32) -> Int {
        let mask = ids.count - 1
        var place = Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: id) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while ids[place] >= 0, ids[place] != id { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = (ids, elements)
        let size = max(8, ids.count * 2)
        ids = Array(repeating: -1, count: size)
        elements = Array(repeating: nil, count: size)
        for (i, id) in old.0.enumerated() where id >= 0 {
            let place = place(of: id)
            ids[place] = id
            elements[place] = old.1[i]
        }
    }
}
