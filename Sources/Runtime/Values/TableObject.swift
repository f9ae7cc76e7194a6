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

    public init(_ table: HashTable = HashTable(.ignoringCase), type: TypeInfo = .hashtable, keyType: TypeInfo = .object, valueType: TypeInfo = .object) {
        self.table = table
        tableType = type
        self.keyType = keyType
        self.valueType = valueType
        super.init(kind: .table)
    }

    public convenience init(ordered pairs: [(String, Value)], type: TypeInfo = .orderedDictionary) {
        var table = HashTable(.ignoringCase, capacity: pairs.count)
        for (key, value) in pairs { table.set(.text(key), value) }
        self.init(table, type: type)
    }

    public override var type: TypeInfo { tableType }

    public subscript(name: String) -> Value? {
        get { table[.text(name)] }
        set { table[.text(name)] = newValue }
    }
}
