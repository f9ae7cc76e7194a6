// A property asked of one record after another: records of one shape have it in one place.

public struct PropertyPlace {
    private let name: Text
    private unowned(unsafe) var seen: Shape?
    /// Keeps the remembered shape alive, so that its address is not used again.
    private var kept: Shape?
    private var index = 0

    public init(_ name: Text) { self.name = name }

    /// The value of a plain property of a record; nil where the object must be asked the long way.
    @inline(__always) public mutating func value(in object: Value) -> Value? {
        guard case .object(let candidate) = object, candidate.kind == .record else { return nil }
        let record = unsafeDowncast(candidate, to: Record.self)
        if record.shape === seen { return record[index] }
        return look(at: record)
    }

    private mutating func look(at record: Record) -> Value? {
        guard !record.shape.hasActiveMembers, let found = record.shape.index(of: name) else { return nil }
        kept = record.shape
        seen = record.shape
        index = found
        return record[found]
    }
}
