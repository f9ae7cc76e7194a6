// `[pscustomobject]`: values in a row under a shared shape.

import Glibc

/// The ordered property names of a layout. Records of one layout share one shape, so a place in code that has seen the
/// shape once knows the index from then on.
public final class Shape: @unchecked Sendable {
    public private(set) var names: [Text]
    /// Type names before `PSCustomObject`, from `PSTypeName` or type data; first is most specific.
    public let typeNames: [String]
    private var hashes: [UInt32]
    /// The first place of each hash, for shapes of many names; made when it is first asked for.
    private var places: [UInt32: Int32] = [:]
    private var next: [Shape] = []
    private weak var previous: Shape?
    /// Some value is an `AddedMemberBox`: a script or alias property rather than a plain value.
    public private(set) var hasActiveMembers: Bool
    /// The text of the one record of this shape, where it was read together with the text of what it was.
    public let text: String?

    private init(names: [Text], typeNames: [String], previous: Shape?, hasActiveMembers: Bool, text: String? = nil) {
        self.text = text
        self.names = names
        self.typeNames = typeNames
        self.previous = previous
        self.hasActiveMembers = hasActiveMembers
        hashes = names.map(\.foldedHash)
    }

    /// The shape without any property; every session starts from its own.
    public static func root() -> Shape { Shape(names: [], typeNames: [], previous: nil, hasActiveMembers: false) }

    /// Shapes of more names than this are not shared by who makes them: they would be as many as there are names, each with all before.
    private static let longest = 64

    /// One more property at the end. A long shape that nobody else holds grows itself.
    public static func extend(_ shape: inout Shape, _ name: Text, active: Bool = false) {
        guard shape.names.count >= longest else {
            shape = shape.adding(name, active: active)
            return
        }
        if !isKnownUniquelyReferenced(&shape) {
            shape = Shape(names: shape.names, typeNames: shape.typeNames, previous: nil, hasActiveMembers: shape.hasActiveMembers)
        }
        if !shape.places.isEmpty, shape.places[name.foldedHash] == nil { shape.places[name.foldedHash] = Int32(shape.names.count) }
        shape.names.append(name)
        shape.hashes.append(name.foldedHash)
        shape.hasActiveMembers = shape.hasActiveMembers || active
    }

    private func adding(_ name: Text, active: Bool) -> Shape {
        let mark = hasActiveMembers || active
        for candidate in next where candidate.names[names.count].string == name.string && candidate.hasActiveMembers == mark { return candidate }
        let shape = Shape(names: names + [name], typeNames: typeNames, previous: self, hasActiveMembers: mark)
        next.append(shape)
        return shape
    }

    /// The same layout under other type names.
    public func named(_ typeNames: [String]) -> Shape {
        if typeNames == self.typeNames { return self }
        return Shape(names: names, typeNames: typeNames, previous: nil, hasActiveMembers: hasActiveMembers)
    }

    /// The same layout under other type names, for one record that has a text of its own.
    public func named(_ typeNames: [String], text: String) -> Shape {
        Shape(names: names, typeNames: typeNames, previous: nil, hasActiveMembers: hasActiveMembers, text: text)
    }

    public func index(of name: Text) -> Int? {
        let hash = name.foldedHash
        var first = 0
        if hashes.count > Shape.longest {
            if places.isEmpty { places = Dictionary(zip(hashes, 0...), uniquingKeysWith: { old, _ in old }) }
            guard let place = places[hash] else { return nil }
            first = Int(place)
        }
        for i in first..<hashes.count where hashes[i] == hash && (names[i] === name || names[i].string.equalsIgnoringCase(name.string)) { return i }
        return nil
    }

    public func index(of name: String) -> Int? { index(of: Text(name)) }
}

/// A custom object. Its values stand in one block behind it, in the order of its shape.
public final class Record: Object, @unchecked Sendable {
    public private(set) var shape: Shape
    private var values: UnsafeMutablePointer<Value>
    private var capacity: Int32

    public init(shape: Shape, values: [Value]) {
        self.shape = shape
        capacity = Int32(values.count)
        let block = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
        values.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { block.initialize(from: base, count: buffer.count) }
        }
        self.values = block
        super.init(kind: .record)
    }

    /// For who fills all values in order itself.
    public init(shape: Shape, fill: (UnsafeMutablePointer<Value>) throws -> Void) rethrows {
        self.shape = shape
        capacity = Int32(shape.names.count)
        values = .allocate(capacity: max(1, shape.names.count))
        for i in shape.names.indices { (values + i).initialize(to: .null) }
        super.init(kind: .record)
        try fill(values)
    }

    deinit {
        let count = shape.names.count
        if DeepRelease.isPlaceToLook {
            DeepRelease.release({ values.update(repeating: .null, count: count) }, held: { Array(UnsafeBufferPointer(start: values, count: count)) })
        }
        values.deinitialize(count: count)
        values.deallocate()
    }

    public override var type: TypeInfo { .customObject }
    public var count: Int { shape.names.count }

    public subscript(index: Int) -> Value {
        get { values[index] }
        set { values[index] = newValue }
    }

    func change(_ index: Int, _ body: (inout Value) throws -> Bool) rethrows -> Bool { try body(&values[index]) }

    public subscript(name: String) -> Value? {
        get { shape.index(of: name).map { values[$0] } }
        set {
            if let newValue { set(Text(name), newValue) } else { remove(name) }
        }
    }

    /// Replaces the value of a property or adds the property at the end.
    public func set(_ name: Text, _ value: Value) {
        if let index = shape.index(of: name) { values[index] = value } else { append(name, value) }
    }

    func append(_ name: Text, _ value: Value) {
        let old = shape.names.count
        var active = false
        if case .object(let object) = value, object.kind == .box, object is AddedMemberBox { active = true }
        Shape.extend(&shape, name, active: active)
        if Int(capacity) <= old {
            let larger = max(4, old * 2)
            let block = UnsafeMutablePointer<Value>.allocate(capacity: larger)
            block.moveInitialize(from: values, count: old)
            values.deallocate()
            values = block
            capacity = Int32(larger)
        }
        (values + old).initialize(to: value)
    }

    public func remove(_ name: String) {
        guard let index = shape.index(of: name) else { return }
        var kept: [(Text, Value)] = []
        for i in shape.names.indices where i != index { kept.append((shape.names[i], values[i])) }
        rebuild(kept, typeNames: shape.typeNames)
    }

    /// The same values under other type names, with the text of what they were.
    public func setTypeNames(_ typeNames: [String], text: String) { shape = shape.named(typeNames, text: text) }

    /// The same values under other type names.
    public func setTypeNames(_ typeNames: [String]) { shape = shape.named(typeNames) }

    public func copy() -> Record { Record(shape: shape, values: Array(UnsafeBufferPointer(start: values, count: count))) }

    private func rebuild(_ pairs: [(Text, Value)], typeNames: [String]) {
        values.deinitialize(count: shape.names.count)
        values.deallocate()
        var base = Shape.root().named(typeNames)
        values = .allocate(capacity: max(1, pairs.count))
        capacity = Int32(pairs.count)
        for (i, pair) in pairs.enumerated() {
            var active = false
            if case .object(let object) = pair.1, object is AddedMemberBox { active = true }
            Shape.extend(&base, pair.0, active: active)
            (values + i).initialize(to: pair.1)
        }
        shape = base
    }
}

/// A member of a record that is more than a value: a script property, an alias, a method.
public final class AddedMemberBox: Box, @unchecked Sendable {
    public let member: AddedMember
    public init(_ member: AddedMember) { self.member = member }
}
