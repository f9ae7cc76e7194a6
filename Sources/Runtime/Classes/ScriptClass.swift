// Classes that a script defines: their members as a table like that of any other type.

import Diagnostics
import Syntax

/// What a class definition says, with what its members need to run.
public final class ScriptClass: @unchecked Sendable {
    struct Field: @unchecked Sendable {
        let name: String
        let type: TypeInfo
        let initial: Node?
        let isHidden: Bool
        let validations: [Validation]
        let attributes: [AttributeSyntax]
    }
    let name: String
    /// Instance properties of this class alone, in order.
    var fields: [Field] = []
    var statics: [Field] = []
    var staticValues: [Value] = []
    var methods: [ScriptMethod] = []
    var constructors: [ScriptMethod] = []
    var staticConstructor: ScriptMethod?
    /// Where the class was defined: what its methods see.
    var home: Scope
    private let attributes: [AttributeSyntax]
    /// The type that owns this; counted, every use of the type would be slower.
    unowned(unsafe) var type: TypeInfo?
    /// Place of the first own field among the values of an instance.
    var firstField = 0
    /// Where output of methods goes that is not returned.
    let discard = NullSink()

    init(name: String, home: Scope, attributes: [AttributeSyntax] = []) {
        self.name = name
        self.attributes = attributes
        self.home = home
    }

    /// Names that `Get-Member` and formatting leave out.
    public var hiddenNames: Set<String> {
        Set((fields + statics).filter(\.isHidden).map { $0.name.lowercased() } + methods.filter(\.isHidden).map { $0.name.lowercased() })
    }

    var session: Session { home.session }

    /// The attributes of the class or of one of its members, as objects.
    public func attributeObjects(of member: String? = nil) -> [Value] {
        guard let member else { return AttributeReader.objects(attributes, home) }
        if let field = (fields + statics).first(where: { $0.name.equalsIgnoringCase(member) }) {
            let hidden = field.isHidden ? AttributeKind.named("hidden").map { [Value.object(AttributeObject($0))] } ?? [] : []
            return hidden + AttributeReader.objects(field.attributes, home)
        }
        guard let method = methods.first(where: { $0.name.equalsIgnoringCase(member) }) else { return [] }
        let hidden = method.isHidden ? AttributeKind.named("hidden").map { [Value.object(AttributeObject($0))] } ?? [] : []
        return hidden + AttributeReader.objects(method.attributes, home)
    }

    func memberTable(_ registry: TypeRegistry) -> MemberTable {
        guard let type else { return MemberTable() }
        let properties = fields.enumerated().map { index, field in
            Property(
                field.name, field.type, get: { [firstField] target, _ in (target.object as? Instance)?.values[firstField + index] ?? .null },
                set: { [firstField] target, value, session in
                    for validation in field.validations {
                        if let failure = try validation.failure(of: value, session) {
                            throw ShellError("ValidationFailure", failure.message, type: "ValidationMetadataException", category: .invalidData)
                        }
                    }
                    (target.object as? Instance)?.values[firstField + index] = value
                })
        }
        let staticProperties = statics.enumerated().map { index, field in
            Property(
                field.name, field.type, get: { [unowned self] _, _ in self.staticValues[index] },
                set: { [unowned self] _, value, _ in self.staticValues[index] = value })
        }
        let own =
            constructors.isEmpty
            ? [Overload([], returns: type) { _, _, session in try self.make(type, nil, [], session) }]
            : constructors.map { constructor in
                Overload(constructor.parameters, returns: type) { _, arguments, session in try self.make(type, constructor, arguments, session) }
            }
        return MemberTable(
            properties: properties, methods: grouped(methods.filter { !$0.isStatic }), staticProperties: staticProperties,
            staticMethods: grouped(methods.filter(\.isStatic)),
            constructors: own, enumerate: enumerator, compare: comparer)
    }

    private func grouped(_ methods: [ScriptMethod]) -> [Method] {
        var names: [String] = []
        for method in methods where !names.contains(where: { $0.equalsIgnoringCase(method.name) }) { names.append(method.name) }
        return names.map { name in
            Method(
                name,
                methods.filter { $0.name.equalsIgnoringCase(name) }.map { method in
                    Overload(method.parameters, returns: method.returns) { target, arguments, session in try method.call(target, arguments, session) }
                })
        }
    }

    private var enumerator: (@Sendable (Value, Session) throws -> [Value])? {
        let interfaces = type?.interfaces ?? []
        if methods.contains(where: { $0.name.equalsIgnoringCase("MoveNext") && $0.parameters.isEmpty }),
            interfaces.contains(where: { $0.isAssignable(to: .iEnumerator) })
        {
            return { target, session in try ScriptClass.walk(target, session) }
        }
        guard methods.contains(where: { $0.name.equalsIgnoringCase("GetEnumerator") && $0.parameters.isEmpty }),
            interfaces.contains(where: { $0.isAssignable(to: .iEnumerable) })
        else { return nil }
        return { target, session in
            let result = try session.call(target, "GetEnumerator", [], session.scope)
            return try session.elements(of: result) ?? [result]
        }
    }

    /// What an enumerator of the script's own has left.
    private static func walk(_ target: Value, _ session: Session) throws -> [Value] {
        var result: [Value] = []
        while try session.call(target, "MoveNext", [], session.scope).isTrue(session) {
            try session.checkCancelled()
            result.append(try session.ownProperty(of: target, "Current") ?? session.call(target, "get_Current", [], session.scope))
        }
        return result
    }

    private var comparer: (@Sendable (Value, Value, Session) throws -> Int)? {
        guard let method = methods.first(where: { $0.name.equalsIgnoringCase("CompareTo") && $0.parameters.count == 1 }) else { return nil }
        return { a, b, session in Int(try method.call(a, [b], session).asInt64 ?? 0) }
    }

    // MARK: Instances

    /// A new object: fields of the whole line first, then the constructors from the base down.
    private func make(_ type: TypeInfo, _ constructor: ScriptMethod?, _ arguments: [Value], _ session: Session) throws -> Value {
        let instance = Instance(type)
        try instance.initialize(session)
        try run(constructor, arguments, on: instance, session)
        return .object(instance)
    }

    /// Runs a constructor after that of its base.
    func run(_ constructor: ScriptMethod?, _ arguments: [Value], on instance: Instance, _ session: Session) throws {
        let scope = try constructor?.enter(.object(instance), arguments, session)
        var baseArguments: [Value] = []
        if let nodes = constructor?.baseArguments, let scope { baseArguments = try nodes.map { try $0.evaluate(scope) } }
        if let base = type?.base {
            if let baseClass = base.scriptClass {
                let chosen = try OverloadChoice.best(
                    baseClass.constructors.map { Overload($0.parameters, returns: .void) { _, _, _ in .null } }, baseArguments, session, "new")
                let match = baseClass.constructors.first { candidate in
                    chosen.map {
                        $0.parameters.map(\.type.fullName) == candidate.parameters.map(\.type.fullName) && $0.parameters.count == candidate.parameters.count
                    } ?? false
                }
                if match == nil, !baseClass.constructors.isEmpty {
                    throw ShellError(
                        "MethodCountCouldNotFindBest", Messages.noOverload("new", baseArguments.count), type: "MethodException", category: .notSpecified)
                }
                var converted = baseArguments
                if let match, let overload = chosen { converted = try OverloadChoice.convert(baseArguments, for: overload, session, match.name) }
                try baseClass.run(match, converted, on: instance, session)
            } else if base.code != .object {
                try instance.adopt(try session.construct(base, baseArguments))
            }
        }
        if let constructor, let scope { _ = try constructor.run(in: scope, session) }
    }
}

extension TypeInfo {
    /// Members that a script's class hides, in lower case.
    public var hiddenMembers: Set<String> { ancestors.reduce(into: []) { $0.formUnion($1.scriptClass?.hiddenNames ?? []) } }

    /// A property that a script's class or one of its bases defines, with its place among the values of an instance.
    func field(_ name: String) -> (place: Int, field: ScriptClass.Field)? {
        for ancestor in ancestors {
            guard let owner = ancestor.scriptClass, let i = owner.fields.firstIndex(where: { $0.name.equalsIgnoringCase(name) }) else { continue }
            return (owner.firstField + i, owner.fields[i])
        }
        return nil
    }
}

/// An object of a script's class.
public final class Instance: ExtensibleObject, @unchecked Sendable {
    let instanceType: TypeInfo
    public internal(set) var values: [Value] = []
    /// For classes that derive from an exception.
    public private(set) var exception: ExceptionObject?
    /// For classes that derive from another known type: the object that does what the base does.
    public private(set) var native: Value = .missing

    /// The object that does what a known base type does; the value itself if there is none.
    static func native(_ value: Value) -> Value {
        guard let instance = value.object as? Instance, !instance.native.isMissing else { return value }
        return instance.native
    }

    init(_ type: TypeInfo) {
        instanceType = type
        super.init(kind: .instance)
    }
    deinit { if DeepRelease.isPlaceToLook { DeepRelease.release({ values = [] }, held: { values }) } }
    public override var type: TypeInfo { instanceType }

    /// A method that some class of the line defines.
    private func method(_ name: String, _ count: Int) -> (ScriptMethod, Session)? {
        for ancestor in instanceType.ancestors {
            guard let owner = ancestor.scriptClass else { continue }
            if let found = owner.methods.first(where: { !$0.isStatic && $0.name.equalsIgnoringCase(name) && $0.parameters.count == count }) {
                return (found, owner.session)
            }
        }
        return nil
    }

    public override func isEqual(to other: Object) -> Bool {
        if self === other { return true }
        guard let (own, session) = method("Equals", 1) else { return false }
        // Whoever compares for a set or a table has no place for an error; a failing comparison finds nothing equal.
        return ((try? own.call(.object(self), [session.convert(.object(other), to: own.parameters[0].type)], session)) ?? .false).isTrue(session)
    }

    public override var equalityHash: Int {
        guard let (own, session) = method("GetHashCode", 0) else { return super.equalityHash }
        // As above: what cannot be computed counts as 0.
        return Int(((try? own.call(.object(self), [], session)) ?? .int(0)).asInt64 ?? 0)
    }

    /// Fields of base classes come first.
    func initialize(_ session: Session) throws {
        for type in instanceType.ancestors.reversed() {
            guard let scriptClass = type.scriptClass else { continue }
            for field in scriptClass.fields {
                var value = session.defaultValue(of: field.type)
                if field.type.code == .string { value = .null }
                values.append(value)
            }
        }
        for type in instanceType.ancestors.reversed() {
            guard let scriptClass = type.scriptClass else { continue }
            for (i, field) in scriptClass.fields.enumerated() {
                guard let node = field.initial else { continue }
                let scope = Scope(
                    session, layout: ScopeLayout([]), parent: scriptClass.home, kind: .function, output: NullSink(), streams: scriptClass.home.streams,
                    module: scriptClass.home.module)
                scope.this = .object(self)
                values[scriptClass.firstField + i] = try session.convertElement(node.evaluate(scope), to: field.type)
            }
        }
    }

    func adopt(_ base: Value) throws {
        if let exception = base.asException {
            exception.instance = self
            self.exception = exception
        }
        native = base
    }

    public override func describe(_ session: Session) throws -> String {
        // Only one that a script wrote: that of every object asks here again.
        for ancestor in instanceType.ancestors where ancestor.scriptClass != nil {
            if case .method(let method)? = session.types.table(of: ancestor).member("ToString"), method.overloads.contains(where: { $0.parameters.isEmpty }) {
                return try session.invoke(method, on: .object(self), []).toText(session)
            }
        }
        if let exception { return exception.message }
        if let elements = try session.elements(of: .object(self)) { return try session.joined(elements) }
        return instanceType.fullName
    }
}

/// A method or constructor of a script's class.
final class ScriptMethod: @unchecked Sendable {
    let name: String
    let parameters: [OverloadParameter]
    let returns: TypeInfo
    let isStatic: Bool
    let isHidden: Bool
    let block: ScriptBlock
    let baseArguments: [Node]?
    let attributes: [AttributeSyntax]
    /// The class that has this among its methods.
    unowned(unsafe) let owner: ScriptClass
    private let returnsNothing: Bool

    init(
        name: String, parameters: [OverloadParameter], returns: TypeInfo, isStatic: Bool, isHidden: Bool, block: ScriptBlock, baseArguments: [Node]?,
        owner: ScriptClass, attributes: [AttributeSyntax] = []
    ) {
        self.attributes = attributes
        self.name = name
        self.parameters = parameters
        self.returns = returns
        self.isStatic = isStatic
        self.isHidden = isHidden
        self.block = block
        self.baseArguments = baseArguments
        self.owner = owner
        returnsNothing = returns.code == .void
    }

    func call(_ target: Value, _ arguments: [Value], _ session: Session) throws -> Value {
        let scope = try enter(isStatic ? .missing : target, arguments, session)
        let result = try run(in: scope, session)
        if returnsNothing { return .nothing }
        return try session.convert(result, to: returns)
    }

    func enter(_ this: Value, _ arguments: [Value], _ session: Session) throws -> Scope {
        try session.checkDepth()
        let code = block.code
        let sink = owner.discard
        let scope = Scope(session, layout: code.layout, parent: owner.home, kind: .method, output: sink, streams: owner.home.streams, module: owner.home.module)
        scope.caller = session.scope
        scope.this = this
        scope.block = block
        scope.command = nil
        scope.methodName = name
        scope.source = block.syntax.source
        for i in arguments.indices where i < code.parameterCount { scope.slots[i] = arguments[i] }
        return scope
    }

    /// Runs the body: only `return` gives a value, other output is dropped. Errors end the method.
    func run(in scope: Scope, _ session: Session) throws -> Value {
        let saved = (session.scope, session.item, session.tryDepth)
        session.scope = scope
        session.tryDepth += 1
        defer { (session.scope, session.item, session.tryDepth) = saved }
        if let end = block.code.end {
            let flow = try end.run(scope)
            if flow == .break || flow == .continue { throw Interrupt.loop(flow) }
        }
        return scope.returnValue.isMissing ? .null : scope.returnValue
    }
}
