// Hashtables, ordered tables and dictionaries as objects.

/// A table of keys and values. Its type says whether it is a hashtable, an ordered table or a typed dictionary.
public final class TableObject: ExtensibleObject, @unchecked Sendable {
    public var table: HashTable
    public let tableType: TypeInfo
    public let keyType: TypeInfo
    public let valueType: TypeInfo
    /// Integers index by position too, as in ordered tables.
    public var isOrdered: Bool { tableType === TypeInfo.orderedDictionary }
    public var isReadOnly = false
    /// What `Synchronized` gave away; there is one thread, so that nothing else differs.
    public var isSynchronized = false
    /// For tables that keep their keys in order: negative, zero or positive.
    public var order: ((Value, Value) throws -> Int)?

    public init(_ table: HashTable = HashTable(.ignoringCase), type: TypeInfo = .hashtable, keyType: TypeInfo = .object, valueType: TypeInfo = .object) {
        self.table = table
        tableType = type
        self.keyType = keyType
        self.valueType = valueType
        super.init(kind: .table)
    }

    deinit { if DeepRelease.isPlaceToLook { DeepRelease.release({ table = HashTable() }, held: { table.keys + table.values }) } }

    public convenience init(ordered pairs: [(String, Value)], type: TypeInfo = .orderedDictionary) {
        var table = HashTable(.ignoringCase, capacity: pairs.count)
        for (key, value) in pairs { table.set(.text(key), value) }
        self.init(table, type: type)
    }

    public override var type: TypeInfo { tableType }

    /// Stores an entry where the order of keys wants it.
    public func put(_ key: Value, _ value: Value) throws {
        guard let order, !table.contains(key) else { return table.set(key, value) }
        // The order may be a script's own, which may look into the table.
        var sorted = table
        let place = try sorted.firstPlace { try order($0, key) < 0 }
        sorted = HashTable()
        table.insert(at: place, key, value)
    }

    public subscript(name: String) -> Value? {
        get { table[.text(name)] }
        set { table[.text(name)] = newValue }
    }
}
