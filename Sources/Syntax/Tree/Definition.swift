// Script blocks, functions, parameters, attributes, classes and enums: what is defined rather than done.

import Diagnostics

/// The inside of a script, a function or `{ }`.
public final class ScriptBlockSyntax: Sendable {
    public let range: SourceRange
    public let source: SourceText
    public let usings: [UsingStatement]
    public let requirements: [Requirement]
    public let attributes: [AttributeSyntax]
    /// From `param( )`, or from `function name( )`. `nil` where neither is written.
    public let parameters: [ParameterSyntax]?
    public let parameterRange: SourceRange?
    /// The parameters stand behind the name of a function, before its braces.
    public var hasParametersInHead: Bool { parameters != nil && (parameterRange.map { $0.start < range.start } ?? true) }
    public let dynamicParameters: StatementBlock?
    public let begin: StatementBlock?
    public let process: StatementBlock?
    /// Statements outside any named block are the `end` block; `isEndNamed` tells them from a written `end { }`.
    public let end: StatementBlock?
    public let clean: StatementBlock?
    public let isEndNamed: Bool
    /// Comment-based help that belongs to this block: the comments' text without `#` and `<# #>`, or nil.
    public let helpText: String?
    public init(
        range: SourceRange, source: SourceText, usings: [UsingStatement], requirements: [Requirement], attributes: [AttributeSyntax],
        parameters: [ParameterSyntax]?, parameterRange: SourceRange?, dynamicParameters: StatementBlock?, begin: StatementBlock?, process: StatementBlock?,
        end: StatementBlock?, clean: StatementBlock?, isEndNamed: Bool, helpText: String?
    ) {
        self.range = range; self.source = source; self.usings = usings; self.requirements = requirements
        self.attributes = attributes; self.parameters = parameters; self.parameterRange = parameterRange
        self.dynamicParameters = dynamicParameters; self.begin = begin; self.process = process
        self.end = end; self.clean = clean; self.isEndNamed = isEndNamed; self.helpText = helpText
    }
}

public final class UsingStatement: Sendable {
    public enum Kind: Sendable { case namespace, module, assembly, type, command }
    public let range: SourceRange
    public let kind: Kind
    public let name: String
    /// `using namespace Alias = Name`.
    public let alias: String?
    /// `using module @{ ModuleName = ... }`.
    public let specification: HashtableExpression?
    public init(range: SourceRange, kind: Kind, name: String, alias: String?, specification: HashtableExpression?) {
        self.range = range; self.kind = kind; self.name = name; self.alias = alias; self.specification = specification
    }
}

/// One `#requires` parameter with its text, such as `Version` and `7.0`.
public struct Requirement: Sendable {
    public let range: SourceRange
    public let name: String
    public let value: String
    public init(range: SourceRange, name: String, value: String) { self.range = range; self.name = name; self.value = value }
}

public final class FunctionDefinition: Sendable {
    public let range: SourceRange
    /// With its scope where written: `script:Get-Room`.
    public let name: String
    public let nameRange: SourceRange
    public let isFilter: Bool
    public let body: ScriptBlockSyntax
    public init(range: SourceRange, name: String, nameRange: SourceRange, isFilter: Bool, body: ScriptBlockSyntax) {
        self.range = range; self.name = name; self.nameRange = nameRange; self.isFilter = isFilter; self.body = body
    }
}

public final class ParameterSyntax: Sendable {
    public let range: SourceRange
    public let name: String
    public let attributes: [AttributeSyntax]
    /// The last type constraint before the name, if any.
    public let type: TypeName?
    public let defaultValue: Expression?
    /// The variable alone.
    public let nameRange: SourceRange
    /// Where a second type constraint stands, if there is one.
    public let secondType: SourceRange?
    public init(
        range: SourceRange, name: String, attributes: [AttributeSyntax], type: TypeName?, defaultValue: Expression?, nameRange: SourceRange? = nil,
        secondType: SourceRange? = nil
    ) {
        self.secondType = secondType
        self.range = range; self.name = name; self.attributes = attributes; self.type = type; self.defaultValue = defaultValue
        self.nameRange = nameRange ?? range
    }
}

/// `[Name(positional, Named = value)]`. A type constraint on a parameter is not one of these.
public final class AttributeSyntax: Sendable {
    public let range: SourceRange
    public let type: TypeName
    public let positional: [Expression]
    /// `value` is nil for the short form `[Parameter(Mandatory)]`.
    public let named: [(name: String, value: Expression?)]
    public init(range: SourceRange, type: TypeName, positional: [Expression], named: [(name: String, value: Expression?)]) {
        self.range = range; self.type = type; self.positional = positional; self.named = named
    }
}

public final class TypeDefinition: Sendable {
    public enum Kind: Sendable { case `class`, `enum`, interface }
    public let range: SourceRange
    public let kind: Kind
    public let name: String
    public let attributes: [AttributeSyntax]
    /// Base class, interfaces, or an enum's underlying type.
    public let bases: [TypeName]
    public let members: [TypeMember]
    public init(range: SourceRange, kind: Kind, name: String, attributes: [AttributeSyntax], bases: [TypeName], members: [TypeMember]) {
        self.range = range; self.kind = kind; self.name = name; self.attributes = attributes; self.bases = bases; self.members = members
    }
}

public enum TypeMember: Sendable {
    case property(PropertySyntax)
    case method(MethodSyntax)
    case enumValue(EnumValueSyntax)
}

public final class PropertySyntax: Sendable {
    public let range: SourceRange
    public let name: String
    public let type: TypeName?
    public let attributes: [AttributeSyntax]
    public let isStatic: Bool
    public let isHidden: Bool
    public let initialValue: Expression?
    public init(range: SourceRange, name: String, type: TypeName?, attributes: [AttributeSyntax], isStatic: Bool, isHidden: Bool, initialValue: Expression?) {
        self.range = range; self.name = name; self.type = type; self.attributes = attributes
        self.isStatic = isStatic; self.isHidden = isHidden; self.initialValue = initialValue
    }
}

public final class MethodSyntax: Sendable {
    public let range: SourceRange
    public let name: String
    public let returnType: TypeName?
    public let attributes: [AttributeSyntax]
    public let isStatic: Bool
    public let isHidden: Bool
    public let isConstructor: Bool
    /// Arguments of `: base( )`; nil where not written.
    public let baseArguments: [Expression]?
    /// Parameters are the body's parameters.
    public let body: ScriptBlockSyntax
    public let nameRange: SourceRange
    public init(
        range: SourceRange, name: String, returnType: TypeName?, attributes: [AttributeSyntax], isStatic: Bool, isHidden: Bool, isConstructor: Bool,
        baseArguments: [Expression]?, body: ScriptBlockSyntax, nameRange: SourceRange? = nil
    ) {
        self.nameRange = nameRange ?? range
        self.range = range; self.name = name; self.returnType = returnType; self.attributes = attributes; self.isStatic = isStatic
        self.isHidden = isHidden; self.isConstructor = isConstructor; self.baseArguments = baseArguments; self.body = body
    }
}

public final class EnumValueSyntax: Sendable {
    public let range: SourceRange
    public let name: String
    public let value: Expression?
    public init(range: SourceRange, name: String, value: Expression?) { self.range = range; self.name = name; self.value = value }
}
