// Arrays (fixed length, typed) and lists (growing).

/// An array: `object[]` unless another element type is given. Rank 1; `dimensions` is set for more.
public final class ArrayObject: ExtensibleObject, @unchecked Sendable {
    public var elements: [Value]
    public let elementType: TypeInfo
    /// Lengths by dimension for a multi-dimensional array, whose elements stand in row-major order.
    public let dimensions: [Int]?

    public init(_ elements: [Value], elementType: TypeInfo = .object, dimensions: [Int]? = nil) {
        self.elements = elements
        self.elementType = elementType
        self.dimensions = dimensions
        super.init(kind: .array)
    }
    deinit { if DeepRelease.isPlaceToLook { DeepRelease.release({ elements = [] }, held: { elements }) } }
    public override var type: TypeInfo { elementType.arrayType(rank: dimensions?.count ?? 1) }
}

/// A list that grows: `ArrayList`, `List<T>`, `Collection<T>`, queues and stacks by their type.
public final class ListObject: ExtensibleObject, @unchecked Sendable {
    /// Changed in place: behind an observer every `Add` would copy the list.
    @inlinable public var elements: [Value] {
        get { stored }
        _modify {
            defer { onChange?(stored) }
            yield &stored
        }
    }
    @usableFromInline var stored: [Value]
    /// Told of every change, for lists that stand for something else.
    @usableFromInline var onChange: (([Value]) -> Void)?
    public let listType: TypeInfo
    /// What elements are converted to on the way in.
    public let elementType: TypeInfo
    public var isFixedSize = false
    /// As `Synchronized` made it; one thread runs scripts, so that nothing else changes.
    public var isSynchronized = false
    public var isReadOnly = false
    /// Room asked for; see `Capacity`.
    public var room = 0
    /// For the keys or values of a table: the table, whose changes end a loop over them.
    public weak var source: TableObject?

    public init(_ elements: [Value], type: TypeInfo, elementType: TypeInfo = .object) {
        stored = elements
        listType = type
        self.elementType = elementType
        super.init(kind: .list)
    }
    deinit { if DeepRelease.isPlaceToLook { DeepRelease.release({ stored = [] }, held: { stored }) } }
    public override var type: TypeInfo { listType }
}
