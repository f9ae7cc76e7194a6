// `class` and `enum`: the types of a block are made when it begins, names first, so that they may speak of each other in any order.

import Diagnostics
import Syntax

final class TypeDefinitionsNode: StatementNode {
    let definitions: [TypeDefinition]
    init(_ definitions: [TypeDefinition]) {
        self.definitions = definitions
        super.init(definitions[0].range)
    }

    override func run(_ s: Scope) throws -> Flow {
        let known = s.session.attachment(BuiltTypes.self) { BuiltTypes() }
        let key = ObjectIdentifier(definitions[0])
        if let built = known.types[key], built.module === s.module {
            for type in built.types {
                type.scriptClass?.home = s
                s.session.define(type, in: s.module)
            }
            return .next
        }
        try TypeBuilder(s).build(definitions)
        known.types[key] = BuiltTypes.Entry(
            definitions: definitions, module: s.module, types: definitions.compactMap { s.session.scriptType(named: $0.name, s) })
        return .next
    }
}

/// The types of each block that has run: running it again defines the same types.
private final class BuiltTypes {
    struct Entry {
        let definitions: [TypeDefinition]
        let module: ModuleInfo?
        let types: [TypeInfo]
    }
    var types: [ObjectIdentifier: Entry] = [:]
}

/// Makes the types of one block.
struct TypeBuilder {
    private let s: Scope
    init(_ s: Scope) { self.s = s }

    func build(_ definitions: [TypeDefinition]) throws {
        var classes: [(TypeDefinition, ScriptClass, TypeInfo)] = []
        try EnumBuilder(s).build(definitions.filter { $0.kind == .enum })
        for one in ordered(definitions.filter { $0.kind != .enum }) { try guarded(one) { classes.append(try declare(one)) } }
        for (one, made, type) in classes { try guarded(one) { try fill(made, type, one) } }
        for (one, made, _) in classes { try guarded(one) { try start(made, one) } }
    }

    /// What is wrong with a type is wrong with the text.
    private func guarded(_ definition: TypeDefinition, _ body: () throws -> Void) throws {
        do { try body() } catch let failure as ShellError where failure.record.errorId == "TypeNotFound" && !failure.endsScript {
            throw refusal("TypeNotFound", failure.record.message, definition.range)
        }
    }

    private func refusal(_ id: String, _ message: String, _ range: SourceRange) -> ShellError { s.refusedType(id, message, range) }

    /// Bases before what derives from them.
    private func ordered(_ definitions: [TypeDefinition]) -> [TypeDefinition] {
        var result: [TypeDefinition] = []
        var visited = Set<ObjectIdentifier>()
        func visit(_ one: TypeDefinition) {
            guard visited.insert(ObjectIdentifier(one)).inserted else { return }
            for base in one.bases {
                if case .simple(let name) = base.form, let other = definitions.first(where: { $0.name.equalsIgnoringCase(name) }), other !== one {
                    visit(other)
                }
            }
            result.append(one)
        }
        for one in definitions { visit(one) }
        return result
    }

    /// True if a base has the name among its arguments.
    private static func mentions(_ base: TypeName, _ name: String) -> Bool {
        func isNamed(_ type: TypeName) -> Bool {
            switch type.form {
            case .simple(let text): text.equalsIgnoringCase(name)
            case .array(let element, _): isNamed(element)
            case .generic(_, let arguments): arguments.contains(where: isNamed)
            }
        }
        if case .generic(_, let arguments) = base.form { return arguments.contains(where: isNamed) }
        return false
    }

    private func declare(_ syntax: TypeDefinition) throws -> (TypeDefinition, ScriptClass, TypeInfo) {
        let session = s.session
        let made = ScriptClass(name: syntax.name, home: s, attributes: syntax.attributes)
        var base: TypeInfo = .object
        var interfaces: [TypeInfo] = []
        // `class Room : IEquatable[Room]`: the name means something before the class is there.
        if syntax.bases.contains(where: { Self.mentions($0, syntax.name) }) {
            session.define(TypeInfo(syntax.name, base: .object, code: .scriptClass, scriptClass: made), in: s.module)
        }
        for (i, name) in syntax.bases.enumerated() {
            if case .array = name.form { throw refusal("SubtypeArray", Messages.arrayBase(name.description, syntax.name), name.range) }
            if case .simple(let text) = name.form, text.equalsIgnoringCase(syntax.name) {
                throw refusal("TypeNotFound", Messages.typeNotFound(text), name.range)
            }
            let type: TypeInfo
            do { type = try TypeResolver.resolve(name, s) } catch let failure as ShellError {
                throw refusal("TypeNotFound", failure.record.message, name.range)
            }
            if type.isInterface {
                interfaces.append(type)
            } else if i > 0 {
                throw refusal("InterfaceNameExpected", Messages.interfaceExpected(type, syntax.name), name.range)
            } else if type.code == .type {
                throw refusal("TypeCreationError", "The class '\(syntax.name)' must implement what System.Type leaves open, but does not.", syntax.range)
            } else if type.isSealed {
                throw refusal("SealedBaseClass", Messages.sealedBase(type, syntax.name), name.range)
            } else if case .simple(let text) = name.form, text.contains("`") {
                throw refusal("SubtypeUnclosedGeneric", Messages.openGenericBase(type, syntax.name), name.range)
            } else {
                base = type
            }
        }
        let type = TypeInfo(
            syntax.name, base: base, interfaces: interfaces, code: base.code == .exception ? .exception : .scriptClass, scriptClass: made)
        made.type = type
        session.define(type, in: s.module)
        return (syntax, made, type)
    }

    private func fill(_ made: ScriptClass, _ type: TypeInfo, _ syntax: TypeDefinition) throws {
        made.firstField = type.base?.ancestors.reduce(0) { $0 + ($1.scriptClass?.fields.count ?? 0) } ?? 0
        let compiler = Compiler.forConstants(s)
        for member in syntax.members {
            switch member {
            case .property(let property): try add(property, to: made, compiler, s)
            case .method(let method): try add(method, to: made, type, s)
            case .enumValue: break
            }
        }
        for interface in type.interfaces { try check(interface, of: type, made, syntax) }
        if made.constructors.isEmpty, let base = type.base, let other = base.scriptClass, !other.constructors.isEmpty,
            !other.constructors.contains(where: { $0.parameters.isEmpty })
        {
            throw refusal("BaseClassNoDefaultCtor", Messages.noDefaultConstructor(base, syntax.name), syntax.range)
        }
    }

    /// What an interface asks for must be there, in the class or a script's class it derives from.
    private func check(_ interface: TypeInfo, of type: TypeInfo, _ made: ScriptClass, _ syntax: TypeDefinition) throws {
        let needed: [(String, Int)] =
            switch interface.fullName.prefix(while: { $0 != "`" }) {
            case "System.IDisposable": [("Dispose", 0)]
            case "System.IComparable": [("CompareTo", 1)]
            case "System.ICloneable": [("Clone", 0)]
            case "System.IEquatable": interface.genericArguments.first?.code == .object ? [] : [("Equals", 1)]
            case "System.Collections.IEnumerable", "System.Collections.Generic.IEnumerable": [("GetEnumerator", 0)]
            case "System.Collections.IComparer", "System.Collections.Generic.IComparer": [("Compare", 2)]
            case "System.Collections.IEqualityComparer", "System.Collections.Generic.IEqualityComparer": [("GetHashCode", 1)]
            case "System.IFormattable": [("ToString", 2)]
            case "System.Management.Automation.IValidateSetValuesGenerator": [("GetValidValues", 0)]
            default: []
            }
        let base = type.base
        if let base, base.scriptClass == nil, base.code != .object { return }
        for (name, count) in needed {
            let isThere = type.ancestors.contains { ancestor in
                ancestor.scriptClass?.methods.contains { $0.name.equalsIgnoringCase(name) && $0.parameters.count == count && !$0.isStatic } ?? false
            }
            if !isThere { throw refusal("TypeCreationError", Messages.missingInterfaceMember(type, name, interface), syntax.range) }
        }
    }

    /// Static values and the static constructor, once all types are there.
    private func start(_ made: ScriptClass, _ syntax: TypeDefinition) throws {
        for (i, field) in made.statics.enumerated() {
            if let node = field.initial { made.staticValues[i] = try s.session.convertElement(node.evaluate(s), to: field.type) }
        }
        if let constructor = made.staticConstructor { _ = try constructor.call(.missing, [], s.session) }
    }

    private func add(_ property: PropertySyntax, to scriptClass: ScriptClass, _ compiler: Compiler, _ s: Scope) throws {
        let type = try property.type.map { try TypeResolver.resolve($0, s) } ?? .object
        let field = ScriptClass.Field(
            name: property.name, type: type, initial: property.initialValue.map { compiler.expression($0) }, isHidden: property.isHidden,
            validations: try AttributeReader.read(property.attributes, s).validations,
            attributes: property.attributes)
        if property.isStatic {
            scriptClass.statics.append(field)
            scriptClass.staticValues.append(s.session.defaultValue(of: type))
        } else {
            scriptClass.fields.append(field)
        }
    }

    private func add(_ method: MethodSyntax, to scriptClass: ScriptClass, _ type: TypeInfo, _ s: Scope) throws {
        let session = s.session
        let block = ScriptBlock(method.body, session: session, module: s.module)
        let parameters = try (method.body.parameters ?? []).map { parameter in
            OverloadParameter(parameter.name, try parameter.type.map { try TypeResolver.resolve($0, s) } ?? .object)
        }
        let baseArguments = method.baseArguments.map { arguments in
            let inner = Compiler(session: session, layout: block.code.layout, source: method.body.source)
            return arguments.map { inner.expression($0) }
        }
        let returns = try method.returnType.map { try TypeResolver.resolve($0, s) } ?? (method.isConstructor ? .void : .void)
        let made = ScriptMethod(
            name: method.name, parameters: parameters, returns: returns, isStatic: method.isStatic, isHidden: method.isHidden, block: block,
            baseArguments: baseArguments, owner: scriptClass, attributes: method.attributes)
        if method.isConstructor {
            if method.isStatic { scriptClass.staticConstructor = made } else { scriptClass.constructors.append(made) }
        } else {
            scriptClass.methods.append(made)
        }
    }
}

extension Session {
    /// A class or enumeration of a script, by name.
    func scriptType(named name: String, _ s: Scope?) -> TypeInfo? {
        let key = name.lowercased()
        if let module = s?.module, let own = module.types[key] { return own }
        return attachment(ScriptTypes.self) { ScriptTypes() }.types[key]
    }
    /// A module's types are its own until a script uses it.
    func define(_ type: TypeInfo, in module: ModuleInfo?) {
        if let module, module.scope?.kind == .module, !module.isClosure {
            module.types[type.fullName.lowercased()] = type
        } else {
            attachment(ScriptTypes.self) { ScriptTypes() }.types[type.fullName.lowercased()] = type
        }
    }
}

final class ScriptTypes {
    var types: [String: TypeInfo] = [:]
}
