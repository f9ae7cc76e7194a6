// The compact, ordered hash table behind hashtables, ordered tables, dictionaries and name tables: an index of Int32
// over entries in insertion order, so that one structure gives look-up and order. Where entries come between others, the order is
// a list of their places beside them.

import Glibc
/// How keys are compared: text with or without case; everything else by type and value.
public enum KeyComparison: Sendable { case ignoringCase, ordinal }

public struct HashTable: @unchecked Sendable {
    @usableFromInline struct Entry {
        @usableFromInline var hash: UInt32
        @usableFromInline var isLive: Bool
        @usableFromInline var key: Value
        @usableFromInline var value: Value
        @usableFromInline init(hash: UInt32, isLive: Bool, key: Value, value: Value) {
            self.hash = hash; self.isLive = isLive; self.key = key; self.value = value
        }
    }
    /// Hash in the upper half, place among the entries in the lower: a probe that misses looks at no entry.
    @usableFromInline var index: [UInt64] = []
    private static let empty = UInt64.max
    @usableFromInline var entries: [Entry] = []
    @usableFromInline var removed = 0
    /// The places of all live entries in order; nil while they stand in order themselves.
    private var sequence: [Int32]?
    /// Grows with every change, so that a loop over the entries can tell.
    public private(set) var version: UInt32 = 0
    public let comparison: KeyComparison

    public init(_ comparison: KeyComparison = .ignoringCase, capacity: Int = 0) {
        self.comparison = comparison
        if capacity > 0 {
            entries.reserveCapacity(capacity)
            rebuild(minimum: capacity)
        }
    }

    @inlinable public var count: Int { entries.count - removed }

    public subscript(key: Value) -> Value? {
        get {
            let position = find(key, HashTable.hash(key))
            return position >= 0 ? entries[position].value : nil
        }
        set {
            if let newValue { set(key, newValue) } else { remove(key) }
        }
    }

    public func contains(_ key: Value) -> Bool { find(key, HashTable.hash(key)) >= 0 }

    /// The key as it was first stored.
    public func storedKey(_ key: Value) -> Value? {
        let position = find(key, HashTable.hash(key))
        return position >= 0 ? entries[position].key : nil
    }

    /// Keeps the place and the stored key of an entry that exists.
    public mutating func set(_ key: Value, _ value: Value) {
        let hash = HashTable.hash(key)
        let position = find(key, hash)
        version &+= 1
        if position >= 0 {
            entries[position].value = value
            return
        }
        if (entries.count + 1) * 2 > index.count { rebuild(minimum: count + 1) }
        link(hash, Int32(entries.count))
        sequence?.append(Int32(entries.count))
        entries.append(Entry(hash: hash, isLive: true, key: key, value: value))
    }

    /// Changes the value of a key in place; false if there is none.
    public mutating func change(_ key: Value, _ body: (inout Value) throws -> Bool) rethrows -> Bool {
        let position = find(key, HashTable.hash(key))
        guard position >= 0 else { return false }
        version &+= 1
        return try body(&entries[position].value)
    }

    @discardableResult public mutating func remove(_ key: Value) -> Value? {
        let position = find(key, HashTable.hash(key))
        guard position >= 0 else { return nil }
        if let place = sequence?.firstIndex(of: Int32(position)) { sequence?.remove(at: place) }
        return bury(position)
    }

    private mutating func bury(_ position: Int) -> Value {
        let old = entries[position].value
        entries[position].isLive = false
        entries[position].key = .null
        entries[position].value = .null
        removed += 1
        version &+= 1
        if removed > 32, removed * 2 > entries.count { rebuild(minimum: count) }
        return old
    }

    public mutating func removeAll() {
        version &+= 1
        index = []
        entries = []
        removed = 0
        sequence = nil
    }

    public var keys: [Value] { inOrder { $0.key } }
    public var values: [Value] { inOrder { $0.value } }
    public var pairs: [(key: Value, value: Value)] { inOrder { ($0.key, $0.value) } }

    @inline(__always) private func inOrder<Element>(_ part: (borrowing Entry) -> Element) -> [Element] {
        var result: [Element] = []
        result.reserveCapacity(count)
        if let sequence {
            for place in sequence { result.append(part(entries[Int(place)])) }
        } else {
            for i in entries.indices where entries[i].isLive { result.append(part(entries[i])) }
        }
        return result
    }

    // MARK: By place

    /// Where among the entries the one at a place in the order is.
    private mutating func position(at place: Int) -> Int {
        if removed == 0, sequence == nil { return place }
        return Int(arranged()[place])
    }

    private mutating func arranged() -> [Int32] {
        if let sequence { return sequence }
        let made = entries.indices.compactMap { entries[$0].isLive ? Int32($0) : nil }
        sequence = made
        return made
    }

    /// The entry at a place in the order, from 0.
    public mutating func pair(at place: Int) -> (key: Value, value: Value)? {
        guard place >= 0, place < count else { return nil }
        let position = position(at: place)
        return (entries[position].key, entries[position].value)
    }

    public mutating func setValue(at place: Int, _ value: Value) {
        version &+= 1
        entries[position(at: place)].value = value
    }

    public mutating func remove(at place: Int) {
        let position = position(at: place)
        if removed > 0 || sequence != nil || place < count - 1 {
            _ = arranged()
            sequence?.remove(at: place)
        }
        _ = bury(position)
    }

    /// A key that is not there yet.
    public mutating func insert(at place: Int, _ key: Value, _ value: Value) {
        if place == count { return set(key, value) }
        _ = arranged()
        set(key, value)
        _ = arranged()
        guard let last = sequence?.popLast() else { return }
        sequence?.insert(last, at: place)
    }

    /// The first place whose key does not precede; the keys stand in that order.
    public mutating func firstPlace(where precedes: (Value) throws -> Bool) rethrows -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if try precedes(entries[position(at: middle)].key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    public mutating func sort(by precedes: (Value, Value) -> Bool) {
        if removed > 0 || sequence != nil { rebuild(minimum: count) }
        entries.sort { precedes($0.key, $1.key) }
        rebuild(minimum: entries.count)
    }

    private mutating func rebuild(minimum: Int) {
        if let sequence {
            entries = sequence.map { entries[Int($0)] }
            self.sequence = nil
        } else if removed > 0 {
            entries.removeAll { !$0.isLive }
        }
        removed = 0
        var size = 8
        while size < minimum * 2 + 2 { size *= 2 }
        if size < index.count, minimum * 4 > index.count { size = index.count }
        index = [UInt64](repeating: HashTable.empty, count: size)
        for i in entries.indices { link(entries[i].hash, Int32(i)) }
    }

    private mutating func link(_ hash: UInt32, _ position: Int32) {
        let mask = index.count - 1
        var slot = Int(hash) & mask
        index.withUnsafeMutableBufferPointer { buffer in
            while buffer[slot] != HashTable.empty { slot = (slot + 1) & mask }
            buffer[slot] = UInt64(hash) << 32 | UInt64(UInt32(bitPattern: position))
        }
    }

    @usableFromInline func find(_ key: Value, _ hash: UInt32) -> Int {
        if index.isEmpty { return -1 }
        let mask = index.count - 1
        var slot = Int(hash) & mask
        return index.withUnsafeBufferPointer { buffer in
            entries.withUnsafeBufferPointer { entries in
                while true {
                    let found = buffer[slot]
                    if found == HashTable.empty { return -1 }
                    if UInt32(truncatingIfNeeded: found >> 32) == hash {
                        let position = Int(UInt32(truncatingIfNeeded: found))
                        let entry = entries.baseAddress.unsafelyUnwrapped + position
                        if entry.pointee.isLive, HashTable.areEqual(entry.pointee.key, key, comparison) { return position }
                    }
                    slot = (slot + 1) & mask
                }
            }
        }
    }

    public static func hash(_ key: Value) -> UInt32 {
        switch key {
        case .object(let object):
            switch object.kind {
            case .text: return unsafeDowncast(object, to: Text.self).foldedHash
            case .extended: return hash(key.unwrapped)
            default: return UInt32(truncatingIfNeeded: object.equalityHash)
            }
        case .int(let value): return mix(UInt64(bitPattern: Int64(value)))
        case .long(let value): return mix(UInt64(bitPattern: value))
        case .double(let value): return mix(value.bitPattern)
        case .single(let value): return mix(UInt64(value.bitPattern))
        case .char(let value): return mix(UInt64(value))
        case .byte(let value): return mix(UInt64(value))
        case .sbyte(let value): return mix(UInt64(bitPattern: Int64(value)))
        case .short(let value): return mix(UInt64(bitPattern: Int64(value)))
        case .ushort(let value): return mix(UInt64(value))
        case .uint(let value): return mix(UInt64(value))
        case .ulong(let value): return mix(value)
        case .bool(let value): return value ? 1 : 2
        case .null, .nothing, .missing: return 3
        }
    }

    private static func mix(_ value: UInt64) -> UInt32 {
        let product = (value ^ 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
        return UInt32(truncatingIfNeeded: product >> 32)
    }

    /// Equality of keys: same type and value; text by the comparison.
    public static func areEqual(_ a: Value, _ b: Value, _ comparison: KeyComparison) -> Bool {
        switch (a, b) {
        case (.object(let x), .object(let y)):
            if x === y { return true }
            if x.kind == .text, y.kind == .text {
                var s = unsafeDowncast(x, to: Text.self).string, t = unsafeDowncast(y, to: Text.self).string
                if comparison == .ignoringCase { return s.equalsIgnoringCase(t) }
                return s.withUTF8 { p in
                    t.withUTF8 { q in
                        p.count == q.count && (p.count == 0 || memcmp(p.baseAddress.unsafelyUnwrapped, q.baseAddress.unsafelyUnwrapped, p.count) == 0)
                    }
                }
            }
            if x.kind == .extended || y.kind == .extended { return areEqual(a.unwrapped, b.unwrapped, comparison) }
            return x.isEqual(to: y)
        case (.object(let x), _) where x.kind == .extended: return areEqual(a.unwrapped, b, comparison)
        case (_, .object(let y)) where y.kind == .extended: return areEqual(a, b.unwrapped, comparison)
        case (.int(let x), .int(let y)): return x == y
        case (.long(let x), .long(let y)): return x == y
        case (.double(let x), .double(let y)): return x == y || (x.isNaN && y.isNaN)
        case (.single(let x), .single(let y)): return x == y
        case (.char(let x), .char(let y)): return x == y
        case (.bool(let x), .bool(let y)): return x == y
        case (.byte(let x), .byte(let y)): return x == y
        case (.sbyte(let x), .sbyte(let y)): return x == y
        case (.short(let x), .short(let y)): return x == y
        case (.ushort(let x), .ushort(let y)): return x == y
        case (.uint(let x), .uint(let y)): return x == y
        case (.ulong(let x), .ulong(let y)): return x == y
        case (.null, .null), (.nothing, .null), (.null, .nothing), (.nothing, .nothing): return true
        default: return false
        }
    }
}
