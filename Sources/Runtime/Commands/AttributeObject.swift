// Attributes as objects: `[Parameter(Mandatory)]` as it stands in a parameter's `Attributes`, or made by a script for a dynamic parameter.

/// One attribute with its values by property name.
public final class AttributeObject: Box, @unchecked Sendable {
    public let attribute: AttributeKind
    public private(set) var values: [(name: String, value: Value)]

    public init(_ kind: AttributeKind, positional: [Value] = [], named: [(String, Value)] = []) {
        attribute = kind
        values = kind.defaults
        super.init()
        for (name, value) in kind.place(positional) + named { self[name] = value }
    }
    public override var type: TypeInfo { attribute.type }

    public subscript(name: String) -> Value {
        get { values.first { $0.name.equalsIgnoringCase(name) }?.value ?? .null }
        set {
            if let index = values.firstIndex(where: { $0.name.equalsIgnoringCase(name) }) {
                values[index].value = newValue
            } else {
                values.append((name, newValue))
            }
        }
    }

    /// What its constructor would be given.
    var positional: [Value] {
        attribute.positional.flatMap { name -> [Value] in
            let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
            let value = self[plain]
            if value.isNull { return [] }
            return name.hasSuffix("*") ? value.asArray?.elements ?? [value] : [value]
        }
    }
}

/// What one attribute of the language may say.
public final class AttributeKind: Sendable {
    /// Without `Attribute`: `ValidateSet`.
    public let name: String
    public let type: TypeInfo
    /// Properties in the order of the constructor's arguments; one with `*` takes all that are left.
    public let positional: [String]
    public let defaults: [(name: String, value: Value)]

    private init(
        _ name: String, _ base: TypeInfo, _ positional: [String] = [], _ defaults: [(String, Value)] = [], in namespace: String = "System.Management.Automation"
    ) {
        self.name = name
        type = TypeInfo("\(namespace).\(name)Attribute", base: base)
        self.positional = positional
        let own = positional.map { ($0.hasSuffix("*") ? String($0.dropLast()) : $0, Value.null) }
        self.defaults = (own + defaults).map { (name: $0.0, value: $0.1) }
    }

    public static let root = TypeInfo("System.Attribute", base: .object)
    static let metadata = TypeInfo("System.Management.Automation.Internal.CmdletMetadataAttribute", base: root)
    static let parsing = TypeInfo("System.Management.Automation.Internal.ParsingBaseAttribute", base: metadata)
    static let validating = TypeInfo("System.Management.Automation.ValidateArgumentsAttribute", base: metadata)
    static let validatingEach = TypeInfo("System.Management.Automation.ValidateEnumeratedArgumentsAttribute", base: validating)
    static let transforming = TypeInfo("System.Management.Automation.ArgumentTransformationAttribute", base: metadata)
    /// What a script's own attributes derive from.
    public static let bases = [root, metadata, parsing, validating, validatingEach, transforming]

    static let parameter = AttributeKind(
        "Parameter", parsing, [],
        [
            ("ExperimentName", .null), ("Position", .int(.min)), ("ParameterSetName", "__AllParameterSets"), ("Mandatory", .false),
            ("ValueFromPipeline", .false),
            ("ValueFromPipelineByPropertyName", .false), ("ValueFromRemainingArguments", .false), ("HelpMessage", .null), ("HelpMessageBaseName", .null),
            ("HelpMessageResourceId", .null), ("DontShow", .false),
        ])
    static let converter = AttributeKind("ArgumentTypeConverter", transforming, [], [("TransformNullOptionalParameters", .true)])
    public static let all: [AttributeKind] = [
        parameter, converter, AttributeKind("Alias", parsing, ["AliasNames*"]),
        AttributeKind("ValidateSet", validatingEach, ["ValidValues*"], [("ErrorMessage", .null), ("IgnoreCase", .true)]),
        AttributeKind("ValidateRange", validatingEach, ["MinRange", "MaxRange"], [("RangeKind", .null)]),
        AttributeKind("ValidatePattern", validatingEach, ["RegexPattern"], [("Options", "IgnoreCase"), ("ErrorMessage", .null)]),
        AttributeKind("ValidateScript", validatingEach, ["ScriptBlock"], [("ErrorMessage", .null)]),
        AttributeKind("ValidateLength", validatingEach, ["MinLength", "MaxLength"]), AttributeKind("ValidateCount", validating, ["MinLength", "MaxLength"]),
        AttributeKind("ValidateDrive", validatingEach, ["ValidRootDrives*"]), AttributeKind("ValidateUserDrive", validatingEach),
        AttributeKind("ValidateNotNull", validating), AttributeKind("ValidateNotNullOrEmpty", validating),
        AttributeKind("ValidateNotNullOrWhiteSpace", validating), AttributeKind("ValidateTrustedData", validating), AttributeKind("AllowNull", metadata),
        AttributeKind("AllowEmptyString", metadata), AttributeKind("AllowEmptyCollection", metadata), AttributeKind("SupportsWildcards", parsing),
        AttributeKind("PSDefaultValue", parsing, [], [("Value", .null), ("Help", .null)]),
        AttributeKind("ArgumentCompleter", root, ["ScriptBlock"], [("Type", .null)]), AttributeKind("ArgumentCompletions", root, ["Completions*"]),
        AttributeKind(
            "CmdletBinding", metadata, [],
            [
                ("PositionalBinding", .true), ("DefaultParameterSetName", .null), ("SupportsShouldProcess", .false), ("SupportsPaging", .false),
                ("SupportsTransactions", .false), ("ConfirmImpact", "Medium"), ("HelpUri", ""), ("RemotingCapability", "PowerShell"),
            ]), AttributeKind("OutputType", metadata, ["Type*"], [("ParameterSetName", .null), ("ProviderCmdlet", .null)]),
        AttributeKind("Credential", transforming), AttributeKind("Experimental", parsing, ["ExperimentName", "ExperimentAction"]),
        AttributeKind("PSTypeName", root, ["PSTypeName"]), AttributeKind("Hidden", parsing), AttributeKind("DscResource", metadata),
        AttributeKind("DscProperty", metadata, [], [("Key", .false), ("Mandatory", .false), ("NotConfigurable", .false)]),
        AttributeKind(
            "Cmdlet", metadata, ["VerbName", "NounName"],
            [("DefaultParameterSetName", .null), ("SupportsShouldProcess", .false), ("SupportsPaging", .false), ("ConfirmImpact", "Medium"), ("HelpUri", "")]),
        AttributeKind("DynamicClassImplementationAssembly", root), AttributeKind("Flags", root, in: "System"),
        AttributeKind("Serializable", root, in: "System"),
        AttributeKind("Obsolete", root, ["Message", "IsError"], [("DiagnosticId", .null), ("UrlFormat", .null)], in: "System"),
        AttributeKind(
            "SuppressMessage", root, ["Category", "CheckId"], [("Justification", .null), ("MessageId", .null), ("Scope", .null), ("Target", .null)],
            in: "System.Diagnostics.CodeAnalysis"),
        AttributeKind("ExcludeFromCodeCoverage", root, [], [("Justification", .null)], in: "System.Diagnostics.CodeAnalysis"),
    ]
    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

    /// By its name in lower case without `attribute`.
    static func named(_ name: String) -> AttributeKind? { byName[name] }

    /// Constructor arguments by property.
    func place(_ values: [Value]) -> [(String, Value)] {
        if name == "ValidateRange", values.count == 1 { return [("RangeKind", values[0])] }
        if name == "ArgumentCompleter", let first = values.first, first.asType != nil { return [("Type", first)] }
        if let only = positional.first, only.hasSuffix("*") {
            return [(String(only.dropLast()), values.count == 1 && values[0].asArray != nil ? values[0] : .array(values))]
        }
        return Array(zip(positional, values))
    }
}

/// A parameter that a script makes while its function is being called.
public final class DynamicParameter: Box, @unchecked Sendable {
    public var name: String
    public var parameterType: TypeInfo
    public let attributes: ListObject
    public var value: Value = .null
    public var isSet = false
    public init(_ name: String, _ type: TypeInfo, _ attributes: [Value]) {
        self.name = name
        parameterType = type
        self.attributes = ListObject(attributes, type: DynamicParameter.attributeList)
    }
    public override var type: TypeInfo { DynamicParameter.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.RuntimeDefinedParameter", base: .object)
    public static let attributeList = TypeInfo(
        "System.Collections.ObjectModel.Collection`1[[System.Attribute]]", base: .object, interfaces: [.iList], code: .list,
        genericArguments: [AttributeKind.root])
    /// `RuntimeDefinedParameterDictionary`.
    public static let tableType = TypeInfo(
        "System.Management.Automation.RuntimeDefinedParameterDictionary", base: .object, interfaces: [.iDictionary], code: .dictionary)
}
