// What a type offers: properties, methods with overloads, constructors, statics, conversions. One table a type.

/// A property of a type, or one of an object added by type data.
public struct Property: Sendable {
    public typealias Getter = @Sendable (_ target: Value, _ session: Session) throws -> Value
    public typealias Setter = @Sendable (_ target: Value, _ value: Value, _ session: Session) throws -> Void
    public let name: String
    public let type: TypeInfo
    public let get: Getter
    public let set: Setter?
    /// True for what the shell adds to a type of the framework (`PSPath`): shown as a note, script or code property.
    public let memberType: String

    public init(_ name: String, _ type: TypeInfo, memberType: String = "Property", get: @escaping Getter, set: Setter? = nil) {
        self.name = name; self.type = type; self.get = get; self.set = set; self.memberType = memberType
    }
}

/// A parameter of an overload.
public struct OverloadParameter: Sendable {
    public let name: String
    public let type: TypeInfo
    /// `params T[]`: takes any number of further arguments.
    public let isVariadic: Bool
    /// `[ref]`/`out`: the argument is a `ReferenceObject`.
    public let isByReference: Bool
    /// Used where the argument is left out.
    public let defaultValue: Value?

    public init(_ name: String, _ type: TypeInfo, isVariadic: Bool = false, isByReference: Bool = false, defaultValue: Value? = nil) {
        self.name = name; self.type = type; self.isVariadic = isVariadic; self.isByReference = isByReference; self.defaultValue = defaultValue
    }
}

/// One way to call a method or constructor. Arguments arrive converted to the parameters' types; a variadic one as an array.
public struct Overload: Sendable {
    public typealias Body = @Sendable (_ target: Value, _ arguments: [Value], _ session: Session) throws -> Value
    public let parameters: [OverloadParameter]
    public let returns: TypeInfo
    /// The interface whose member it is where the type itself does not show it: `IConvertible`.
    public let declaredBy: String?
    public let body: Body

    public init(_ parameters: [OverloadParameter] = [], returns: TypeInfo = .void, declaredBy: String? = nil, _ body: @escaping Body) {
        self.parameters = parameters; self.returns = returns; self.declaredBy = declaredBy; self.body = body
    }
}

public struct Method: Sendable {
    public let name: String
    public let overloads: [Overload]
    /// The method for types given in brackets: `[array]::Empty[string]()`; nil where they change nothing.
    public let generic: (@Sendable ([TypeInfo]) -> [Overload])?
    public init(_ name: String, _ overloads: [Overload], generic: (@Sendable ([TypeInfo]) -> [Overload])? = nil) {
        self.name = name; self.overloads = overloads; self.generic = generic
    }

    /// The same under types given in brackets.
    public func with(_ arguments: [TypeInfo]) -> Method { generic.map { Method(name, $0(arguments)) } ?? self }

    /// A method with one overload.
    public init(_ name: String, _ parameters: [OverloadParameter] = [], returns: TypeInfo = .void, _ body: @escaping Overload.Body) {
        self.init(name, [Overload(parameters, returns: returns, body)])
    }
}

public enum Member: Sendable {
    case property(Property)
    case method(Method)
}

/// The members of one type; those of its bases and interfaces are found through it.
public final class MemberTable: @unchecked Sendable {
    public let properties: [Property]
    public let methods: [Method]
    public let staticProperties: [Property]
    public let staticMethods: [Method]
    public let constructors: [Overload]
    /// `target[index]`: read and write, for types that are not arrays, lists, tables or text.
    public let indexer: (get: Overload.Body, set: Overload.Body?)?
    /// The elements, for types that enumerate and are not arrays, lists or tables.
    public let enumerate: (@Sendable (Value, Session) throws -> [Value])?
    /// A conversion of a value to this type beyond those of the language; nil: not convertible. Errors: the reason.
    public let convert: (@Sendable (Value, Session) throws -> Value?)?
    /// Binary operators the type itself defines, by .NET's names: `op_Addition`.
    public let operators: [String: Overload.Body]
    /// Order among values of the type: negative, zero, positive.
    public let compare: (@Sendable (Value, Value, Session) throws -> Int)?
    private let byName: [String: Member]
    private let staticByName: [String: Member]

    public init(
        properties: [Property] = [], methods: [Method] = [], staticProperties: [Property] = [], staticMethods: [Method] = [],
        constructors: [Overload] = [], indexer: (get: Overload.Body, set: Overload.Body?)? = nil,
        enumerate: (@Sendable (Value, Session) throws -> [Value])? = nil, convert: (@Sendable (Value, Session) throws -> Value?)? = nil,
        operators: [String: Overload.Body] = [:], compare: (@Sendable (Value, Value, Session) throws -> Int)? = nil
    ) {
        self.properties = properties
        self.methods = methods
        self.staticProperties = staticProperties
        self.staticMethods = staticMethods
        self.constructors = constructors
        self.indexer = indexer
        self.enumerate = enumerate
        self.convert = convert
        self.operators = operators
        self.compare = compare
        byName = MemberTable.index(properties, methods)
        staticByName = MemberTable.index(staticProperties, staticMethods)
    }

    private static func index(_ properties: [Property], _ methods: [Method]) -> [String: Member] {
        var result: [String: Member] = [:]
        result.reserveCapacity(properties.count + methods.count)
        for property in properties { result[property.name.lowercased()] = .property(property) }
        for method in methods { result[method.name.lowercased()] = .method(method) }
        return result
    }

    public func member(_ name: String) -> Member? { byName[name] ?? byName[name.lowercased()] }
    public func staticMember(_ name: String) -> Member? { staticByName[name] ?? staticByName[name.lowercased()] }
}
