// The small immutable objects: decimal, big integer, date, span, enumeration value, type, reference.

import Scalars

public final class DecimalObject: Object, @unchecked Sendable {
    public let value: NetDecimal
    public init(_ value: NetDecimal) { self.value = value; super.init(kind: .decimal) }
    public override var type: TypeInfo { .decimal }
    public override func isEqual(to other: Object) -> Bool { other.kind == .decimal && unsafeDowncast(other, to: DecimalObject.self).value == value }
    public override var equalityHash: Int { value.hashValue }
    public override func describe(_ session: Session) throws -> String { value.description }
}

public final class BigIntegerObject: Object, @unchecked Sendable {
    public let value: BigInteger
    public init(_ value: BigInteger) { self.value = value; super.init(kind: .bigInteger) }
    public override var type: TypeInfo { .bigInteger }
    public override func isEqual(to other: Object) -> Bool { other.kind == .bigInteger && unsafeDowncast(other, to: BigIntegerObject.self).value == value }
    public override var equalityHash: Int { value.hashValue }
    public override func describe(_ session: Session) throws -> String { value.description }
}

public final class DateObject: Object, @unchecked Sendable {
    public let value: DateTime
    public init(_ value: DateTime) { self.value = value; super.init(kind: .date) }
    public override var type: TypeInfo { .dateTime }
    public override func isEqual(to other: Object) -> Bool { other.kind == .date && unsafeDowncast(other, to: DateObject.self).value.ticks == value.ticks }
    public override var equalityHash: Int { value.ticks.hashValue }
}

public final class SpanObject: Object, @unchecked Sendable {
    public let value: TimeSpan
    public init(_ value: TimeSpan) { self.value = value; super.init(kind: .span) }
    public override var type: TypeInfo { .timeSpan }
    public override func isEqual(to other: Object) -> Bool { other.kind == .span && unsafeDowncast(other, to: SpanObject.self).value.ticks == value.ticks }
    public override var equalityHash: Int { value.ticks.hashValue }
}

/// A value of an enumeration: known by name, or several flags, or a bare number.
public final class EnumerationObject: Object, @unchecked Sendable {
    public let enumeration: TypeInfo
    public let rawValue: Int64
    public init(_ enumeration: TypeInfo, _ rawValue: Int64) {
        self.enumeration = enumeration
        self.rawValue = rawValue
        super.init(kind: .enumeration)
    }
    public override var type: TypeInfo { enumeration }
    public override func isEqual(to other: Object) -> Bool {
        guard other.kind == .enumeration else { return false }
        let other = unsafeDowncast(other, to: EnumerationObject.self)
        return other.enumeration === enumeration && other.rawValue == rawValue
    }
    public override var equalityHash: Int { rawValue.hashValue }
    public override func describe(_ session: Session) throws -> String { name }
    /// As `ToString()` gives it: the name, names joined by a comma for flags, or the number.
    public var name: String { enumeration.enumeration?.name(of: rawValue) ?? String(rawValue) }
}

/// A type as a value: `[int]`.
public final class TypeObject: Object, @unchecked Sendable {
    public let value: TypeInfo
    public init(_ value: TypeInfo) { self.value = value; super.init(kind: .type) }
    public override var type: TypeInfo { .runtimeType }
    public override func isEqual(to other: Object) -> Bool { other.kind == .type && unsafeDowncast(other, to: TypeObject.self).value === value }
    public override var equalityHash: Int { ObjectIdentifier(value).hashValue }
    public override func describe(_ session: Session) throws -> String { value.displayName }
}

/// `[ref]`: something with a `Value` that can be read and set.
public final class ReferenceObject: Object, @unchecked Sendable {
    public let variable: VariableCell
    public init(_ variable: VariableCell) { self.variable = variable; super.init(kind: .reference) }
    public override var type: TypeInfo { .reference }
}
