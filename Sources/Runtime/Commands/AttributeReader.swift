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
            if let validation = try validation(values) { result.validations.append(validation) }
        }
        return result
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

    init(_ syntax: AttributeSyntax, _ s: Scope) {
        name = AttributeReader.name(syntax)
        session = s.session
        func value(_ expression: Expression) -> Value { AttributeConstant.value(expression, s) }
        positional = syntax.positional.map(value)
        namedValues = syntax.named.map { ($0.name, $0.value.map(value) ?? .true) }
    }

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
                if let text = try? values.text("ConfirmImpact"), let number = TypeInfo.confirmImpact.enumeration?.value(of: text) {
                    confirmImpact = Int(number)
                }
            case "outputtype":
                for value in values.positional { outputTypes.append(value.asType?.value.fullName ?? ((try? value.toText(compiler.session)) ?? "")) }
            default: break
            }
        }
    }

    static func isParameterAttribute(_ attribute: AttributeSyntax) -> Bool { AttributeReader.name(attribute) == "parameter" }
}

/// A parameter of a script from its syntax.
enum ParameterReader {
    static func read(_ syntax: ParameterSyntax, _ compiler: Compiler, isAdvanced: Bool) -> ParameterInfo {
        let session = compiler.session
        let s: Scope = session.scope
        var places: [ParameterPlace] = []
        var aliases: [String] = []
        var validations: [Validation] = []
        var completions: [String] = []
        var completer: ScriptBlock?
        var allowsNull = false, allowsEmptyString = false, allowsEmptyCollection = false, isHidden = false
        for attribute in syntax.attributes {
            let a = AttributeValues(attribute, s)
            switch a.name {
            case "parameter": places.append(place(a))
            case "alias": aliases += a.positional.compactMap { try? $0.toText(session) }
            case "allownull": allowsNull = true
            case "allowemptystring": allowsEmptyString = true
            case "allowemptycollection": allowsEmptyCollection = true
            case "argumentcompletions": completions += a.positional.compactMap { try? $0.toText(session) }
            case "argumentcompleter": completer = a.positional.first?.asScriptBlock
            case "psdefaultvalue": break
            default: if let validation = try? AttributeReader.validation(a) { validations.append(validation) }
            }
            if a.name == "parameter", (try? a.flag("DontShow")) == true { isHidden = true }
        }
        if places.isEmpty, isAdvanced { places = [ParameterPlace()] }
        // A type that is not known is an error when the function is called.
        let type = syntax.type.flatMap { TypeResolver.find($0, session, s) }
        let info = ParameterInfo(
            syntax.name, aliases: aliases, type: type ?? .object, places: places, validations: validations, allowsNull: allowsNull,
            allowsEmptyString: allowsEmptyString,
            allowsEmptyCollection: allowsEmptyCollection, completions: completions, completer: completer, isHidden: isHidden)
        info.defaultNode = syntax.defaultValue.map { compiler.expression($0) }
        info.hasWrittenType = syntax.type != nil
        if let name = syntax.type, type == nil {
            info.transformations.append { _, _ in throw ShellError("TypeNotFound", Messages.typeNotFound(name.description), category: .invalidOperation) }
        }
        return info
    }

    private static func place(_ a: AttributeValues) -> ParameterPlace {
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
