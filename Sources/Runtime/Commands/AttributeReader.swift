// Attributes in front of parameters and variables: what a script may write and what it means.

import Diagnostics
import Syntax

enum AttributeReader {
    struct Result {
        var validations: [Validation] = []
        var transformations: [@Sendable (Value, Session) throws -> Value] = []
    }

    /// Validations and transformations of a variable.
    static func read(_ attributes: [AttributeSyntax], _ s: Scope) throws -> Result {
        var result = Result()
        for attribute in attributes {
            let values = AttributeValues(attribute, s)
            if let validation = try validation(values) {
                result.validations.append(validation)
            } else if AttributeKind.named(values.name) == nil, let own = try custom(attribute, values, s) {
                add(own, to: &result)
            }
        }
        return result
    }

    /// Attributes as objects; one that cannot be made is left out: whoever uses what it stands on hears of it.
    static func objects(_ attributes: [AttributeSyntax], _ s: Scope) -> [Value] {
        attributes.compactMap { attribute in
            let values = AttributeValues(attribute, s)
            return values.object ?? (try? custom(attribute, values, s))
        }
    }

    /// An attribute of a script's own class as an object; nil for what is none.
    static func custom(_ attribute: AttributeSyntax, _ values: AttributeValues, _ s: Scope) throws -> Value? {
        guard case .simple(let name) = attribute.type.form else { return nil }
        let session = s.session
        guard let type = session.scriptType(named: name, s) ?? session.scriptType(named: name + "Attribute", s), type.isAssignable(to: AttributeKind.root)
        else {
            return nil
        }
        let made = try session.construct(type, values.positional)
        for (name, value) in values.allNamed { try session.setProperty(of: made, name, value) }
        return made
    }

    /// What an attribute of a script's own class does to an argument.
    static func add(_ own: Value, to result: inout Result) {
        let type = own.unwrapped.type
        if type.isAssignable(to: AttributeKind.transforming) {
            result.transformations.append { value, session in
                let engine = session.variable("ExecutionContext") ?? .null
                do { return try session.call(own, "Transform", [engine, value], session.scope) } catch let failure as ShellError {
                    throw ShellError(failure.record.errorId, (failure.record.exception.inner ?? failure.record.exception).message, category: .invalidData)
                }
            }
        } else if type.isAssignable(to: AttributeKind.validatingEach) {
            result.validations.append(.custom(own, each: true))
        } else if type.isAssignable(to: AttributeKind.validating) {
            result.validations.append(.custom(own, each: false))
        }
    }

    /// The attributes that stand for a command's declaration of a parameter.
    static func objects(of info: ParameterInfo) -> [Value] {
        var result: [AttributeObject] = info.places.map { place in
            AttributeObject(
                .parameter,
                named: [
                    ("Position", place.position.map { .int(Int32($0)) } ?? .int(.min)), ("ParameterSetName", .text(place.set ?? "__AllParameterSets")),
                    ("Mandatory", .bool(place.isMandatory)), ("ValueFromPipeline", .bool(place.takesPipeline)),
                    ("ValueFromPipelineByPropertyName", .bool(place.takesPipelineByName)), ("ValueFromRemainingArguments", .bool(place.takesRemaining)),
                    ("HelpMessage", place.helpMessage.map { .text($0) } ?? .null), ("DontShow", .bool(info.isHidden)),
                ])
        }
        func add(_ name: String, _ positional: [Value] = [], _ named: [(String, Value)] = []) {
            if let kind = AttributeKind.named(name) { result.append(AttributeObject(kind, positional: positional, named: named)) }
        }
        if !info.aliases.isEmpty { add("alias", info.aliases.map { .text($0) }) }
        if info.allowsNull { add("allownull") }
        if info.allowsEmptyString { add("allowemptystring") }
        if info.allowsEmptyCollection { add("allowemptycollection") }
        for validation in info.validations {
            switch validation {
            case .set(let values, let ignoreCase, _): add("validateset", values.map { .text($0) }, [("IgnoreCase", .bool(ignoreCase))])
            case .range(let low, let high): add("validaterange", [low, high])
            case .rangeKind(let kind): add("validaterange", [.text(kind)])
            case .length(let low, let high): add("validatelength", [.int(Int32(low)), .int(Int32(high))])
            case .count(let low, let high): add("validatecount", [.int(Int32(low)), .int(Int32(high))])
            case .pattern(let pattern, _, _): add("validatepattern", [.text(pattern)])
            case .script(let block, _): add("validatescript", [.object(block)])
            case .notNull: add("validatenotnull")
            case .notNullOrEmpty: add("validatenotnullorempty")
            case .notNullOrWhiteSpace: add("validatenotnullorwhitespace")
            case .drive(let drives): add("validatedrive", drives.map { .text($0) })
            case .computedSet, .custom: break
            }
        }
        return result.map { .object($0) }
    }

    /// The name without `Attribute` and namespace, in lower case.
    static func name(_ attribute: AttributeSyntax) -> String {
        var name = attribute.type.description.lowercased()
        if let dot = name.lastIndex(of: ".") { name = String(name[name.index(after: dot)...]) }
        return name.hasSuffix("attribute") ? String(name.dropLast(9)) : name
    }

    /// The validation an attribute stands for; nil for other attributes.
    static func validation(_ a: AttributeValues) throws -> Validation? {
        switch a.name {
        case "validateset":
            let values = try a.positional.map { try $0.toText(a.session) }
            if values.count == 1, let type = a.positional.first?.asType?.value { return .computedSet { session in try validValues(of: type, session) } }
            return .set(values, ignoreCase: try a.flag("IgnoreCase") ?? true, message: try a.text("ErrorMessage"))
        case "validaterange":
            if a.positional.count == 1 { return .rangeKind(try a.positional[0].toText(a.session)) }
            guard a.positional.count == 2 else { return nil }
            return .range(a.positional[0], a.positional[1])
        case "validatelength": return .length(try a.integer(0) ?? 0, try a.integer(1) ?? 0)
        case "validatecount": return .count(try a.integer(0) ?? 0, try a.integer(1) ?? 0)
        case "validatepattern":
            let options = try a.named("Options")?.toText(a.session).lowercased()
            return .pattern(try a.positional.first?.toText(a.session) ?? "", caseSensitive: options == "none", message: try a.text("ErrorMessage"))
        case "validatescript":
            guard let block = a.positional.first?.asScriptBlock else { return nil }
            return .script(block, message: try a.text("ErrorMessage"))
        case "validatenotnull": return .notNull
        case "validatenotnullorempty": return .notNullOrEmpty
        case "validatenotnullorwhitespace": return .notNullOrWhiteSpace
        case "validatedrive": return .drive(try a.positional.map { try $0.toText(a.session) })
        default: return nil
        }
    }

    /// `[ValidateSet([Class])]`: what the class's `GetValidValues` gives.
    private static func validValues(of type: TypeInfo, _ session: Session) throws -> [String] {
        let made = try session.construct(type, [])
        let values = try session.call(made, "GetValidValues", [], session.scope)
        return try (session.elements(of: values) ?? [values]).map { try $0.toText(session) }
    }
}

/// The arguments of one attribute, evaluated.
struct AttributeValues {
    let name: String
    let positional: [Value]
    let session: Session
    private let namedValues: [(String, Value)]
    var allNamed: [(String, Value)] { namedValues }

    init(_ syntax: AttributeSyntax, _ s: Scope) {
        name = AttributeReader.name(syntax)
        session = s.session
        func value(_ expression: Expression) -> Value { AttributeConstant.value(expression, s) }
        positional = syntax.positional.map(value)
        namedValues = syntax.named.map { ($0.name, $0.value.map(value) ?? .true) }
    }

    /// An attribute that a script has made itself.
    init(_ object: AttributeObject, _ session: Session) {
        name = object.attribute.name.lowercased()
        self.session = session
        positional = object.attribute.name == "ValidateRange" && !object["RangeKind"].isNull ? [object["RangeKind"]] : object.positional
        // A value nobody has set says nothing.
        namedValues = object.values.filter { entry in
            guard let standard = object.attribute.defaults.first(where: { $0.name == entry.name })?.value else { return true }
            return !HashTable.areEqual(standard, entry.value, .ordinal)
        }.map { ($0.name, $0.value) }
    }

    /// The attribute as an object; nil for one the language does not know.
    var object: Value? { AttributeKind.named(name).map { .object(AttributeObject($0, positional: positional, named: namedValues)) } }

    func named(_ name: String) -> Value? { namedValues.first { $0.0.equalsIgnoringCase(name) }?.1 }
    func text(_ name: String) throws -> String? { try named(name)?.toText(session) }
    func flag(_ name: String) throws -> Bool? { named(name)?.isTrue(session) }
    func integer(_ index: Int) throws -> Int? {
        guard index < positional.count else { return nil }
        return try session.convert(positional[index], to: .int32).asInt64.map(Int.init)
    }
}

/// Attribute arguments are constants: literals, types, arrays of them, script blocks; the compiler reads them without running the script.
enum AttributeConstant {
    static func value(_ expression: Expression, _ s: Scope) -> Value {
        let compiler = Compiler.forConstants(s)
        // An argument that cannot be evaluated reads as null; the parser has reported what is no constant.
        return (try? compiler.expression(expression).evaluate(s)) ?? .null
    }
}

/// What `[CmdletBinding()]` and its kin say about a block.
struct CommandTraits {
    var isAdvanced = false
    var defaultSet: String?
    var positionalBinding = true
    var supportsShouldProcess = false
    var supportsPaging = false
    var confirmImpact = 2
    var outputTypes: [String] = []

    init(_ attributes: [AttributeSyntax], _ compiler: Compiler) {
        let s: Scope = compiler.session.scope
        for attribute in attributes {
            let values = AttributeValues(attribute, s)
            switch values.name {
            case "cmdletbinding":
                isAdvanced = true
                defaultSet = try? values.text("DefaultParameterSetName")
                positionalBinding = (try? values.flag("PositionalBinding")) ?? true
                supportsShouldProcess = (try? values.flag("SupportsShouldProcess")) ?? false
                supportsPaging = (try? values.flag("SupportsPaging")) ?? false
                if let text = try? values.text("ConfirmImpact"), let number = TypeInfo.confirmImpact.enumeration?.value(of: text) {
                    confirmImpact = Int(number)
                }
            case "outputtype":
                for value in values.positional { outputTypes.append(value.asType?.value.fullName ?? ((try? value.toText(compiler.session)) ?? "")) }
            default: break
            }
        }
    }

    /// True for `[Experimental(feature, 'Show')]`: no feature is switched on here.
    static func isSwitchedOff(_ attribute: AttributeSyntax) -> Bool {
        guard AttributeReader.name(attribute) == "experimental", attribute.positional.count == 2 else { return false }
        switch attribute.positional[1] {
        case .string(let literal): return literal.value.equalsIgnoringCase("Show")
        case .member(let member): if case .string(let name) = member.name { return name.value.equalsIgnoringCase("Show") } else { return false }
        default: return false
        }
    }

    static func isParameterAttribute(_ attribute: AttributeSyntax) -> Bool { AttributeReader.name(attribute) == "parameter" }
}

/// A parameter of a script, from its syntax or as one made at run time.
enum ParameterReader {
    /// What the attributes of a parameter come to.
    private struct Traits {
        var places: [ParameterPlace] = []
        var aliases: [String] = []
        var read = AttributeReader.Result()
        var completions: [String] = []
        var completer: ScriptBlock?
        var obsolete: String?, typeName: String?
        var allowsNull = false, allowsEmptyString = false, allowsEmptyCollection = false, isHidden = false

        mutating func add(_ a: AttributeValues) {
            switch a.name {
            case "parameter":
                places.append(ParameterReader.place(a))
                // What cannot be read as a truth hides nothing.
                if (try? a.flag("DontShow")) == true { isHidden = true }
            case "alias": aliases += a.positional.compactMap { try? $0.toText(a.session) }
            case "allownull": allowsNull = true
            case "allowemptystring": allowsEmptyString = true
            case "allowemptycollection": allowsEmptyCollection = true
            case "argumentcompletions": completions += a.positional.compactMap { try? $0.toText(a.session) }
            case "obsolete": obsolete = (try? a.positional.first?.toText(a.session)) ?? ""
            case "pstypename": typeName = try? a.positional.first?.toText(a.session)
            case "argumentcompleter": completer = a.positional.first?.asScriptBlock
            default: if let validation = try? AttributeReader.validation(a) { read.validations.append(validation) }
            }
        }

        func parameter(_ name: String, _ type: TypeInfo) -> ParameterInfo {
            let info = ParameterInfo(
                name, aliases: aliases, type: type, places: places, validations: read.validations, allowsNull: allowsNull, allowsEmptyString: allowsEmptyString,
                allowsEmptyCollection: allowsEmptyCollection, completions: completions, completer: completer, isHidden: isHidden)
            info.transformations = read.transformations
            info.obsolete = obsolete
            info.typeName = typeName
            return info
        }
    }

    static func read(_ syntax: ParameterSyntax, _ compiler: Compiler, isAdvanced: Bool) -> ParameterInfo {
        let session = compiler.session
        let s: Scope = session.scope
        var traits = Traits()
        var failure: ShellError?
        for attribute in syntax.attributes {
            let a = AttributeValues(attribute, s)
            if AttributeKind.named(a.name) == nil {
                // One that cannot be made is an error when the function is called.
                do { if let own = try AttributeReader.custom(attribute, a, s) { AttributeReader.add(own, to: &traits.read) } } catch let error as ShellError {
                    failure = error
                } catch {}
            } else {
                traits.add(a)
            }
        }
        if traits.places.isEmpty, isAdvanced { traits.places = [ParameterPlace()] }
        // A type that is not known is an error when the function is called.
        let type = syntax.type.flatMap { TypeResolver.find($0, session, s) }
        let info = traits.parameter(syntax.name, type ?? .object)
        info.defaultNode = syntax.defaultValue.map { compiler.expression($0) }
        info.hasWrittenType = syntax.type != nil
        if let name = syntax.type, type == nil {
            info.transformations.append { _, _ in throw ShellError("TypeNotFound", Messages.typeNotFound(name.description), category: .invalidOperation) }
        }
        if let failure { info.transformations.append { _, _ in throw failure } }
        info.writtenAttributes = { [unowned session] in
            var objects = AttributeReader.objects(syntax.attributes, session.scope)
            if !objects.contains(where: { ($0.object as? AttributeObject)?.attribute === AttributeKind.parameter }) {
                objects.insert(.object(AttributeObject(.parameter)), at: 0)
            }
            if syntax.type != nil { objects.append(.object(AttributeObject(.converter))) }
            return objects
        }
        return info
    }

    /// A parameter that a script has made while its function is being called.
    static func read(_ made: DynamicParameter, _ session: Session) -> ParameterInfo {
        var traits = Traits()
        for attribute in made.attributes.elements {
            if let object = attribute.object as? AttributeObject {
                traits.add(AttributeValues(object, session))
            } else if attribute.object is Instance {
                AttributeReader.add(attribute, to: &traits.read)
            }
        }
        if traits.places.isEmpty { traits.places = [ParameterPlace()] }
        let info = traits.parameter(made.name, made.parameterType)
        info.hasWrittenType = true
        info.isDynamic = true
        info.writtenAttributes = { made.attributes.elements }
        return info
    }

    fileprivate static func place(_ a: AttributeValues) -> ParameterPlace {
        func flag(_ name: String) -> Bool { (try? a.flag(name)) ?? false }
        var set = try? a.text("ParameterSetName")
        if set?.equalsIgnoringCase("__AllParameterSets") == true { set = nil }
        return ParameterPlace(
            set: set, position: a.named("Position")?.asInt64.map(Int.init), isMandatory: flag("Mandatory"), takesPipeline: flag("ValueFromPipeline"),
            takesPipelineByName: flag("ValueFromPipelineByPropertyName"), takesRemaining: flag("ValueFromRemainingArguments"),
            helpMessage: try? a.text("HelpMessage"))
    }
}

extension Compiler {
    /// A compiler for expressions outside any block.
    static func forConstants(_ s: Scope) -> Compiler { Compiler(constantsIn: s) }
    convenience init(constantsIn s: Scope) { self.init(session: s.session, layout: ScopeLayout([]), source: s.currentSource ?? SourceText("")) }
}
