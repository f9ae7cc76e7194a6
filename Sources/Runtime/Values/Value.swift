// A value of the language: 16 bytes, numbers inline, everything else one reference.

/// What a variable, an argument or a pipeline carries.
///
/// `.nothing` is the value of a command that gave no output: it reads as `$null`, but enumerates to no objects.
/// `.missing` marks an empty variable slot or an argument that was not given; it never reaches a script.
public enum Value: @unchecked Sendable {
    case missing
    case nothing
    case null
    case bool(Bool)
    case int(Int32)
    case long(Int64)
    case double(Double)
    case char(UInt16)
    case byte(UInt8)
    case sbyte(Int8)
    case short(Int16)
    case ushort(UInt16)
    case uint(UInt32)
    case ulong(UInt64)
    case single(Float)
    case object(Object)
}

extension Value {
    @inlinable public static var `true`: Value { .bool(true) }
    @inlinable public static var `false`: Value { .bool(false) }

    public static func text(_ string: String) -> Value { .object(Text(string)) }
    public static func array(_ elements: [Value]) -> Value { .object(ArrayObject(elements)) }
    public static func strings(_ strings: some Sequence<String>) -> Value { .object(ArrayObject(strings.map { .text($0) }, elementType: .string)) }
    public static func integer(_ value: Int) -> Value {
        if let small = Int32(exactly: value) { return .int(small) }
        return .long(Int64(value))
    }

    /// True for `$null` in every form, also a command without output.
    @inlinable public var isNull: Bool {
        switch self {
        case .null, .nothing, .missing: true
        case .object(let object): object.kind == .extended && unwrapped.isNull
        default: false
        }
    }

    @inlinable public var isMissing: Bool {
        if case .missing = self { return true }
        return false
    }

    /// The reference, if it is one; wrappers that only carry extended members are looked through.
    @inlinable public var object: Object? {
        if case .object(let object) = self {
            if object.kind != .extended { return object }
            if case .object(let inner) = unsafeDowncast(object, to: ExtendedObject.self).base { return inner }
        }
        return nil
    }

    /// The value without the wrapper that carries extended members.
    @inlinable public var unwrapped: Value {
        if case .object(let object) = self, object.kind == .extended { return unsafeDowncast(object, to: ExtendedObject.self).base }
        return self
    }

    /// The string, if the value is one (no conversion).
    @inlinable public var asString: String? {
        if let object, object.kind == .text { return unsafeDowncast(object, to: Text.self).string }
        return nil
    }
    @inlinable public var asText: Text? { downcast(.text, to: Text.self) }
    @inlinable public var asArray: ArrayObject? { downcast(.array, to: ArrayObject.self) }
    @inlinable public var asList: ListObject? { downcast(.list, to: ListObject.self) }
    @inlinable public var asTable: TableObject? { downcast(.table, to: TableObject.self) }
    @inlinable public var asRecord: Record? { downcast(.record, to: Record.self) }
    @inlinable public var asScriptBlock: ScriptBlock? { downcast(.scriptBlock, to: ScriptBlock.self) }
    @inlinable public var asType: TypeObject? { downcast(.type, to: TypeObject.self) }
    @inlinable public var asErrorRecord: ErrorRecord? { downcast(.errorRecord, to: ErrorRecord.self) }
    @inlinable public var asException: ExceptionObject? { downcast(.exception, to: ExceptionObject.self) }
    @inlinable public var asEnumeration: EnumerationObject? { downcast(.enumeration, to: EnumerationObject.self) }

    @inlinable func downcast<T: Object>(_ kind: ObjectKind, to type: T.Type) -> T? {
        if let object, object.kind == kind { return unsafeDowncast(object, to: type) }
        return nil
    }

    /// The Swift box of type `T`, if the value holds one.
    public func box<T: Object>(_ type: T.Type) -> T? { object as? T }

    /// True if both are the same reference or equal inline values of the same type.
    public func isIdentical(to other: Value) -> Bool {
        switch (unwrapped, other.unwrapped) {
        case (.object(let a), .object(let b)): a === b
        case (.null, .null), (.nothing, .nothing), (.null, .nothing), (.nothing, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.long(let a), .long(let b)): a == b
        case (.double(let a), .double(let b)): a == b
        case (.char(let a), .char(let b)): a == b
        default: false
        }
    }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral {
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(arrayLiteral elements: Value...) { self = .array(elements) }
}
