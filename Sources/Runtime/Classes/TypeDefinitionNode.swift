// `class` and `enum`: the type is made when the block that defines it begins.

import Diagnostics
import Syntax

final class TypeDefinitionNode: StatementNode {
    let syntax: TypeDefinition
    init(_ syntax: TypeDefinition) {
        self.syntax = syntax
        super.init(syntax.range)
    }

    override func run(_ s: Scope) throws -> Flow {
        switch syntax.kind {
        case .enum: try defineEnum(s)
        default: try defineClass(s)
        }
        return .next
    }

    private func defineEnum(_ s: Scope) throws {
        let session = s.session
        var members: [(String, Int64)] = []
        var next: Int64 = 0
        for case .enumValue(let member) in syntax.members {
            if let expression = member.value {
                // A value may use members written before it.
                let partial = EnumerationInfo(members)
                session.define(TypeInfo.enumeration(syntax.name, partial), in: s.module)
                let value = try Compiler.forConstants(s).expression(expression).evaluate(s)
                next = try session.convert(value, to: .int64).asInt64 ?? 0
            }
            members.append((member.name, next))
            next += 1
        }
        let isFlags = syntax.attributes.contains { AttributeReader.name($0) == "flags" }
        let underlying = try syntax.bases.first.map { try TypeResolver.resolve($0, s).code } ?? .int32
        session.define(TypeInfo.enumeration(syntax.name, EnumerationInfo(members, isFlags: isFlags, underlying: underlying)), in: s.module)
    }

    private func defineClass(_ s: Scope) throws {
        let session = s.session
        let scriptClass = ScriptClass(name: syntax.name, home: s)
        var base: TypeInfo = .object
        var interfaces: [TypeInfo] = []
        for name in syntax.bases {
            let type = try TypeResolver.resolve(name, s)
            if type.isInterface { interfaces.append(type) } else { base = type }
        }
        let type = TypeInfo(
            syntax.name, base: base, interfaces: interfaces, code: base.code == .exception ? .exception : .scriptClass, scriptClass: scriptClass)
        scriptClass.type = type
        scriptClass.firstField = base.ancestors.reduce(0) { $0 + ($1.scriptClass?.fields.count ?? 0) }
        session.define(type, in: s.module)
        let compiler = Compiler.forConstants(s)
        for member in syntax.members {
            switch member {
            case .property(let property): try add(property, to: scriptClass, compiler, s)
            case .method(let method): try add(method, to: scriptClass, type, s)
            case .enumValue: break
            }
        }
        for (i, field) in scriptClass.statics.enumerated() {
            if let node = field.initial { scriptClass.staticValues[i] = try session.convertElement(node.evaluate(s), to: field.type) }
        }
    }

    private func add(_ property: PropertySyntax, to scriptClass: ScriptClass, _ compiler: Compiler, _ s: Scope) throws {
        let type = try property.type.map { try TypeResolver.resolve($0, s) } ?? .object
        let field = ScriptClass.Field(
            name: property.name, type: type, initial: property.initialValue.map { compiler.expression($0) }, isHidden: property.isHidden,
            validations: try AttributeReader.read(property.attributes, s).validations)
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
            baseArguments: baseArguments, owner: scriptClass)
        if method.isConstructor {
            if method.isStatic { _ = try made.call(.missing, [], session) } else { scriptClass.constructors.append(made) }
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
