// The base of everything a value can refer to, and how members are hung beside an object.

/// Tells the final class of an object without a cast.
public enum ObjectKind: UInt8, Sendable {
    case text, array, list, table, record, scriptBlock, decimal, bigInteger, date, span, enumeration
    case type, errorRecord, exception, instance, extended, variable, reference, box
}

/// Base of all objects. Eight bytes beyond the class header: the kind and what a subclass keeps small.
open class Object: @unchecked Sendable {
    public final let kind: ObjectKind
    /// For the subclass: text keeps what it knows about itself here.
    @usableFromInline final var flags: UInt8 = 0
    /// For the subclass: text keeps its folded hash here, 0 for not yet known.
    @usableFromInline final var stamp: UInt32 = 0

    @inlinable public init(kind: ObjectKind) { self.kind = kind }

    /// The type whose table says what members the object has.
    open var type: TypeInfo { .object }

    /// What `ToString()` gives; the type's full name unless a subclass knows better.
    open func describe(_ session: Session) throws -> String { type.plainName }

    /// Equality as `Equals` has it: identity, unless the class is a value.
    open func isEqual(to other: Object) -> Bool { self === other }
    /// Agrees with `isEqual`.
    open var equalityHash: Int { ObjectIdentifier(self).hashValue }

    /// Members added to this object alone; objects that cannot carry any are wrapped instead.
    open var extensions: ExtendedMembers? {
        get { nil }
        set {}
    }
    open var canCarryExtensions: Bool { false }

    /// Set for objects whose properties are what they hold rather than what their type says.
    open var adapter: (any MemberAdapter)? { nil }
}

/// Properties an object has by its content: the children of an XML element. They are what scripts see; the properties of
/// the type can still be named where no adapted one takes the name.
public protocol MemberAdapter {
    var adaptedNames: [String] { get }
    /// The value of a property, nil where there is none of the name.
    func adaptedValue(_ name: String) throws -> Value?
    /// - Returns: false where there is no property of the name.
    func setAdapted(_ name: String, _ value: Value, _ session: Session) throws -> Bool
    /// As `Get-Member` shows it.
    func adaptedDefinition(_ name: String) throws -> String
}

/// An object that can have members added to it in place.
open class ExtensibleObject: Object, @unchecked Sendable {
    private final var added: ExtendedMembers?
    open override var extensions: ExtendedMembers? {
        get { added }
        set { added = newValue }
    }
    open override var canCarryExtensions: Bool { true }
}

/// Whatever has a class of its own: files, processes, matches. The type says everything about it.
open class Box: ExtensibleObject, @unchecked Sendable {
    public init() { super.init(kind: .box) }
}

/// A number, text or other object that cannot carry members itself, with members beside it.
public final class ExtendedObject: Object, @unchecked Sendable {
    public let base: Value
    private var members: ExtendedMembers?
    public init(_ base: Value, _ members: ExtendedMembers) {
        self.base = base.unwrapped
        self.members = members
        super.init(kind: .extended)
    }
    public override var type: TypeInfo { base.type }
    public override var extensions: ExtendedMembers? {
        get { members }
        set { members = newValue }
    }
    public override var canCarryExtensions: Bool { true }
    public override func describe(_ session: Session) throws -> String { try base.toText(session) }
}

/// Members added by `Add-Member` or type data, in order, and type names put in front of the type's own.
public final class ExtendedMembers: @unchecked Sendable {
    public var members: [AddedMember] = []
    public var typeNames: [String]?
    /// How a number argument was written, for programs and text parameters.
    public var writtenText: String?
    /// For a table seen as an object: its entries are no properties.
    public var hidesEntries = false
    /// Properties shown unless others are asked for: `DefaultDisplayPropertySet`.
    public var defaultDisplay: [String]?
    /// The properties that tell objects of the type apart: `DefaultKeyPropertySet`.
    public var defaultKeys: [String]?
    /// How objects of the type are written as CLIXML and read back, by the names of `Update-TypeData`'s parameters.
    public var serialization: [String: Value] = [:]
    /// The property that names an object of the type.
    public var defaultDisplayProperty: String?
    public init() {}

    public func member(_ name: String) -> AddedMember? { members.first { $0.name.equalsIgnoringCase(name) } }
    public func remove(_ name: String) { members.removeAll { $0.name.equalsIgnoringCase(name) } }

    public func copy() -> ExtendedMembers {
        let other = ExtendedMembers()
        other.members = members.map { $0.copy() }
        other.typeNames = typeNames
        return other
    }
}

/// One added member.
public final class AddedMember: @unchecked Sendable {
    public enum Content {
        case note(Value)
        case alias(String, TypeInfo?)
        case scriptProperty(get: ScriptBlock, set: ScriptBlock?)
        case scriptMethod(ScriptBlock)
        case propertySet([String])
        case memberSet([AddedMember])
        /// A property written in Swift: type data of the shell itself.
        case codeProperty(Property)
    }
    public let name: String
    public var content: Content
    public init(_ name: String, _ content: Content) { self.name = name; self.content = content }
    deinit {
        guard DeepRelease.isPlaceToLook, case .note = content else { return }
        DeepRelease.release({ content = .note(.null) }, held: { if case .note(let value) = content { [value] } else { [] } })
    }
    func copy() -> AddedMember { AddedMember(name, content) }
}
