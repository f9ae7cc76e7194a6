// Values whose equality is that of their number or text, as keys of a table: so that ten thousand objects are not compared each with each.

import Runtime

struct PlainKey: Hashable {
    private enum Part: Hashable {
        case null
        case int(Int32)
        case text(String)
    }
    private let parts: [Part]
    /// Which parts are numbers, which text. Keys of different kinds may be equal all the same: 1 is "1".
    let kinds: [UInt8]

    /// Nil where equality asks for more: other types, and text beyond printable ASCII, which is equal in ways of its own.
    init?(_ values: [Value], ignoreCase: Bool) {
        var parts: [Part] = [], kinds: [UInt8] = []
        for value in values {
            switch value {
            case .null:
                parts.append(.null)
                kinds.append(0)
            case .int(let number):
                parts.append(.int(number))
                kinds.append(1)
            case .object(let object) where object.kind == .text:
                let string = unsafeDowncast(object, to: Text.self).string
                guard string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
                parts.append(.text(ignoreCase ? string.lowercased() : string))
                kinds.append(2)
            default: return nil
            }
        }
        self.parts = parts
        self.kinds = kinds
    }
}

/// Things in order, with the values they are found by. As long as all values are of the same plain kinds they are found by hash, else one by one.
struct KeyedList<Item> {
    private var items: [(item: Item, values: [Value])?] = []
    private var head = 0
    private(set) var count = 0
    private let ignoreCase: Bool
    private var places: [PlainKey: [Int]] = [:]
    private var kinds: [UInt8]?
    private var isPlain = true

    init(ignoreCase: Bool) { self.ignoreCase = ignoreCase }

    var all: [Item] { items[head...].compactMap { $0?.item } }

    mutating func append(_ item: Item, _ values: [Value]) {
        if isPlain {
            if let key = key(values) {
                kinds = key.kinds
                places[key, default: []].append(items.count)
            } else {
                isPlain = false
                places = [:]
            }
        }
        items.append((item, values))
        count += 1
    }

    /// The key of values that are of the same kinds as all before.
    private func key(_ values: [Value]) -> PlainKey? {
        guard let key = PlainKey(values, ignoreCase: ignoreCase), kinds == nil || kinds == key.kinds else { return nil }
        return key
    }

    /// Where the first thing with equal values is; one by one they are asked whether they are the same.
    func place(of values: [Value], _ isSame: (Item) throws -> Bool) rethrows -> Int? {
        if isPlain, let key = key(values) { return places[key]?.first }
        return try items.indices.dropFirst(head).first { place in try items[place].map { try isSame($0.item) } ?? false }
    }

    mutating func remove(at place: Int) -> Item? {
        guard let found = items[place] else { return nil }
        if isPlain, let key = key(found.values) {
            places[key]?.removeAll { $0 == place }
            if places[key]?.isEmpty ?? false { places[key] = nil }
        }
        items[place] = nil
        count -= 1
        while head < items.count, items[head] == nil { head += 1 }
        return found.item
    }

    mutating func removeFirst() -> Item? { head < items.count ? remove(at: head) : nil }
}
