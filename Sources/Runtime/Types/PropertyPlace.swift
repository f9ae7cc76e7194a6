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

/// The same for the instances of a script's class.
struct FieldPlace {
    private let name: String
    private unowned(unsafe) var seen: TypeInfo?
    /// Keeps the remembered class alive, so that its address is not used again.
    private var kept: TypeInfo?
    private var index = 0
    /// The type whose values can be put there as they are; nil where more is asked of them.
    private var type: TypeInfo?

    init(_ name: String) { self.name = name }

    /// The value of a property; nil where the object must be asked the long way.
    @inline(__always) mutating func value(in object: Value, _ session: Session) -> Value? { instance(object, session)?.values[index] }

    /// Puts a value there that is of the property's type; false where it must go the long way.
    mutating func set(_ value: Value, in object: Value, _ session: Session) -> Bool {
        guard let instance = instance(object, session), let type, !value.isNull, value.type === type || type.code == .object else { return false }
        if case .object(let content) = value, content.kind == .extended { return false }
        instance.values[index] = value
        return true
    }

    /// Changes the value in place; false where it must go the long way.
    mutating func change(in object: Value, _ session: Session, _ body: (inout Value, TypeInfo) throws -> Bool) throws -> Bool {
        guard let instance = instance(object, session), let type else { return false }
        return try body(&instance.values[index], type)
    }

    @inline(__always) private mutating func instance(_ object: Value, _ session: Session) -> Instance? {
        guard case .object(let candidate) = object, candidate.kind == .instance else { return nil }
        let instance = unsafeDowncast(candidate, to: Instance.self)
        if instance.extensions != nil || !session.types.typeData.isEmpty { return nil }
        return instance.instanceType === seen || look(at: instance.instanceType, session) ? instance : nil
    }

    private mutating func look(at type: TypeInfo, _ session: Session) -> Bool {
        guard case .property? = session.types.member(of: type, name), let (place, field) = type.field(name) else { return false }
        kept = type
        seen = type
        index = place
        self.type = field.validations.isEmpty ? field.type : nil
        return true
    }
}
