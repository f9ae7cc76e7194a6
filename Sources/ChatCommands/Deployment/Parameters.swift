// How the domain's commands declare what they all have, and how given parameters become alterations.

import ChatModel
import Runtime

/// A choice of the domain that scripts write by name.
public protocol NamedChoice: ParameterType, CaseIterable {
    /// As scripts write it.
    var code: String { get }
}

extension NamedChoice {
    public static var parameterType: TypeInfo { .string }
    public static func read(_ value: Value) -> Self? {
        guard let text = value.asString else { return nil }
        return allCases.first { $0.code.equalsIgnoringCase(text) }
    }
    /// What may be written.
    static var validation: Validation { .set(allCases.map(\.code), ignoreCase: true, message: nil) }
}

extension Generation: NamedChoice {}
extension ClientKind: NamedChoice {}
extension Edition: NamedChoice { public var code: String { rawValue } }
extension SiteType: NamedChoice { public var code: String { rawValue } }
extension PoolKind: NamedChoice { public var code: String { rawValue } }
extension SignInProtocol: NamedChoice { public var code: String { rawValue } }

extension Parameter where T: NamedChoice {
    /// A parameter that takes one of the choices, also from a property of the piped object.
    static func choice(_ name: String, aliases: [String] = [], mandatory: Bool = false, help: String) -> Parameter {
        Parameter(name, aliases: aliases, mandatory: mandatory, byName: true, validations: [T.validation], help: help)
    }
}

extension Parameter where T == String {
    /// The object to change: the piped text, or a property of the piped object.
    static func identity(aliases: [String] = [], position: Int = 0, mandatory: Bool = true, sets: [String] = [], help: String) -> Parameter {
        Parameter("Identity", aliases: aliases, position: position, mandatory: mandatory, pipeline: true, byName: true, sets: sets, help: help)
    }

    /// A text, also from a property of the piped object.
    static func text(_ name: String, aliases: [String] = [], position: Int? = nil, mandatory: Bool = false, help: String) -> Parameter {
        Parameter(name, aliases: aliases, position: position, mandatory: mandatory, byName: true, allowsEmptyString: !mandatory, help: help)
    }

    /// A text that `$null` takes away, also from a property of the piped object.
    static func clearable(_ name: String, aliases: [String] = [], help: String) -> Parameter {
        Parameter(name, aliases: aliases, byName: true, allowsNull: true, allowsEmptyString: true, help: help)
    }
}

extension Parameter where T == [String] {
    /// The objects to get, by names or patterns.
    static func identities(aliases: [String] = [], help: String) -> Parameter {
        Parameter("Identity", aliases: aliases, position: 0, pipeline: true, byName: true, help: help)
    }
}

extension Parameter where T == Bool {
    static func flag(_ name: String, aliases: [String] = [], help: String) -> Parameter { Parameter(name, aliases: aliases, help: help) }

    /// `$true` or `$false`, also from a property of the piped object.
    static func truth(_ name: String, aliases: [String] = [], mandatory: Bool = false, help: String) -> Parameter {
        Parameter(name, aliases: aliases, mandatory: mandatory, byName: true, type: .bool, help: help)
    }

    static var passThru: Parameter { flag("PassThru", help: "Writes the object as it is afterwards.") }
}

extension Invocation {
    /// A given value, as an alteration.
    func alteration<T: ParameterType>(_ parameter: Parameter<T>) -> Alteration<T> {
        guard isBound(parameter), let value = self[parameter] else { return .keep }
        return .set(value)
    }

    /// A given value made into something of the domain.
    func alteration<T: ParameterType, New>(_ parameter: Parameter<T>, _ make: (T) -> New) -> Alteration<New> {
        guard isBound(parameter), let value = self[parameter] else { return .keep }
        return .set(make(value))
    }

    /// A given text; `$null` and the empty text take the value away.
    func clearing<New>(_ parameter: Parameter<String>, _ make: (String) -> New) -> Alteration<New?> {
        guard isBound(parameter) else { return .keep }
        let text = self[parameter] ?? ""
        return .set(text.isEmpty ? nil : make(text))
    }

    /// A given text that is not empty.
    func filled(_ parameter: Parameter<String>) -> String? {
        guard let text = self[parameter], !text.isEmpty else { return nil }
        return text
    }
}

/// The module that all commands of the domain belong to.
let chatModule = "ChatShell"

/// A declaration of a command of the domain; in error ids it goes by its own name.
func chatDeclaration(
    _ name: String, _ synopsis: String, _ description: String, changes: Bool = false, parameters: [any AnyParameter], defaultSet: String? = nil,
    output: [String] = [],
    examples: [CommandExample] = []
) -> CommandDeclaration {
    CommandDeclaration(
        synopsis: synopsis, description: description, parameters: parameters, defaultSet: defaultSet, supportsShouldProcess: changes, outputTypes: output,
        module: chatModule, implementingType: name, examples: examples)
}
