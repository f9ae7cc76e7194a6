// What a parameter of a function or command is: names, type, place in the parameter sets, validations. The binder, completion and help read this.

/// How a parameter stands in one parameter set, or in all.
public struct ParameterPlace: Sendable {
    /// nil: in every set.
    public var set: String?
    public var position: Int?
    public var isMandatory: Bool
    public var takesPipeline: Bool
    public var takesPipelineByName: Bool
    public var takesRemaining: Bool
    public var helpMessage: String?
    public init(
        set: String? = nil, position: Int? = nil, isMandatory: Bool = false, takesPipeline: Bool = false, takesPipelineByName: Bool = false,
        takesRemaining: Bool = false, helpMessage: String? = nil
    ) {
        self.set = set; self.position = position; self.isMandatory = isMandatory; self.takesPipeline = takesPipeline
        self.takesPipelineByName = takesPipelineByName; self.takesRemaining = takesRemaining; self.helpMessage = helpMessage
    }
}

/// What an argument must satisfy after conversion.
public enum Validation: @unchecked Sendable {
    case set([String], ignoreCase: Bool, message: String?)
    /// Valid values computed by a script's class or block when asked.
    case computedSet(@Sendable (Session) throws -> [String])
    case range(Value, Value)
    /// `Positive`, `Negative`, `NonPositive`, `NonNegative`.
    case rangeKind(String)
    case length(Int, Int)
    case count(Int, Int)
    case pattern(String, caseSensitive: Bool, message: String?)
    case script(ScriptBlock, message: String?)
    case notNull
    case notNullOrEmpty
    case notNullOrWhiteSpace
    case drive([String])
    /// An attribute of a script's own class; `each` asks it for every element.
    case custom(Value, each: Bool)
}

public final class ParameterInfo: @unchecked Sendable {
    public let name: String
    public let aliases: [String]
    public let type: TypeInfo
    public let places: [ParameterPlace]
    public let validations: [Validation]
    public let allowsNull: Bool
    public let allowsEmptyString: Bool
    public let allowsEmptyCollection: Bool
    /// What it is for, in one or two sentences: shown by `Get-Help -Parameter`.
    public let help: String
    /// Names offered by completion beside those of validations and enumerations.
    public let completions: [String]
    public let completer: ScriptBlock?
    public let isHidden: Bool
    /// The value a command's parameter has when it is not given.
    public let defaultValue: Value?
    /// Its place among the command's parameters and bound values; set by the table it belongs to.
    public internal(set) var index = -1
    /// The default of a script's parameter.
    var defaultNode: Node?
    /// Conversions a script asks for by attribute before the type's own.
    public internal(set) var transformations: [@Sendable (Value, Session) throws -> Value] = []
    /// True if a script wrote a type.
    var hasWrittenType = false
    /// Made while its function is being called.
    public internal(set) var isDynamic = false
    /// What `[Obsolete]` says: whoever uses the parameter is warned.
    var obsolete: String?
    /// `[PSTypeName]`: a name that the argument must have among its types.
    var typeName: String?
    /// Makes the attributes a script wrote, in their order.
    var writtenAttributes: (() -> [Value])?
    /// As objects: those that were written, or what stands for a command's declaration.
    public private(set) lazy var attributes: [Value] = writtenAttributes?() ?? AttributeReader.objects(of: self)

    public init(
        _ name: String, aliases: [String] = [], type: TypeInfo = .object, places: [ParameterPlace] = [ParameterPlace()], validations: [Validation] = [],
        allowsNull: Bool = false, allowsEmptyString: Bool = false, allowsEmptyCollection: Bool = false, help: String = "", completions: [String] = [],
        completer: ScriptBlock? = nil, isHidden: Bool = false, defaultValue: Value? = nil
    ) {
        self.name = name; self.aliases = aliases; self.type = type; self.places = places; self.validations = validations
        self.allowsNull = allowsNull; self.allowsEmptyString = allowsEmptyString; self.allowsEmptyCollection = allowsEmptyCollection
        self.help = help; self.completions = completions; self.completer = completer; self.isHidden = isHidden; self.defaultValue = defaultValue
    }

    /// A declaration that several commands share belongs to the first; the others have copies that know it.
    init(copyOf other: ParameterInfo) {
        name = other.name; aliases = other.aliases; type = other.type; places = other.places; validations = other.validations; allowsNull = other.allowsNull
        allowsEmptyString = other.allowsEmptyString; allowsEmptyCollection = other.allowsEmptyCollection; help = other.help; completions = other.completions
        completer = other.completer; isHidden = other.isHidden; defaultValue = other.defaultValue
        origin = other.origin ?? other
    }
    private(set) var origin: ParameterInfo?

    /// A copy for a table with further parameters, with all that a script wrote.
    func forTable() -> ParameterInfo {
        let other = ParameterInfo(copyOf: self)
        other.defaultNode = defaultNode
        other.transformations = transformations
        other.obsolete = obsolete
        other.typeName = typeName
        other.hasWrittenType = hasWrittenType
        other.writtenAttributes = writtenAttributes
        other.isDynamic = isDynamic
        return other
    }

    public var isSwitch: Bool { type.code == .switchParameter }
    public func answers(to name: String) -> Bool { self.name.equalsIgnoringCase(name) || aliases.contains { $0.equalsIgnoringCase(name) } }

    /// Its place in a set; nil if it is not part of it.
    public func place(in set: String?) -> ParameterPlace? {
        if let set, let own = places.first(where: { $0.set?.equalsIgnoringCase(set) == true }) { return own }
        return places.first { $0.set == nil }
    }
    public var isInAllSets: Bool { places.isEmpty || places.contains { $0.set == nil } }
}

/// All parameters of a command, in order of declaration.
public final class ParameterTable: @unchecked Sendable {
    public let parameters: [ParameterInfo]
    public let defaultSet: String?
    /// Arguments without a name are taken in order of declaration where no position is written.
    public let positionalBinding: Bool
    /// Common parameters are there; unknown arguments are errors.
    public let isAdvanced: Bool
    public let supportsShouldProcess: Bool
    /// `-First`, `-Skip` and `-IncludeTotalCount` are there.
    public let supportsPaging: Bool
    /// Set names in order of appearance; empty where there is one nameless set.
    public let setNames: [String]
    private let byName: [String: ParameterInfo]

    /// A parameter in a place that has a position.
    struct Positional {
        let parameter: ParameterInfo
        let place: ParameterPlace
    }

    /// Parameters by position, lowest first; order of declaration where a script writes no positions.
    private(set) lazy var positions: [[Positional]] = makePositions()

    private func makePositions() -> [[Positional]] {
        var written: [Int: [Positional]] = [:]
        for parameter in parameters {
            for place in parameter.places where !place.takesRemaining || place.position != nil {
                if let position = place.position { written[position, default: []].append(Positional(parameter: parameter, place: place)) }
            }
        }
        if written.isEmpty, positionalBinding, setNames.isEmpty {
            return parameters.filter { !$0.isSwitch && !isCommon($0) && !$0.places.contains { $0.takesRemaining } }.map { parameter in
                parameter.places.isEmpty
                    ? [Positional(parameter: parameter, place: ParameterPlace())] : parameter.places.map { Positional(parameter: parameter, place: $0) }
            }
        }
        return written.keys.sorted().map { written[$0] ?? [] }
    }

    /// Where a parameter stands among arguments without a name: as written, or by its place where no position is written at all.
    public func position(of parameter: ParameterInfo, in set: String?) -> Int? {
        if let written = parameter.place(in: set)?.position { return written }
        guard positionalBinding, setNames.isEmpty, !parameter.isSwitch, !isCommon(parameter),
            !parameters.contains(where: { $0.places.contains { $0.position != nil } })
        else { return nil }
        return parameters.filter { !$0.isSwitch && !isCommon($0) }.firstIndex { $0 === parameter }
    }

    func isCommon(_ parameter: ParameterInfo) -> Bool {
        isAdvanced
            && (CommonParameters.names.contains(parameter.name) || (supportsShouldProcess && CommonParameters.shouldProcessNames.contains(parameter.name))
                || (supportsPaging && CommonParameters.pagingNames.contains(parameter.name)))
    }

    public init(
        _ parameters: [ParameterInfo], defaultSet: String? = nil, positionalBinding: Bool = true, isAdvanced: Bool = true, supportsShouldProcess: Bool = false,
        supportsPaging: Bool = false
    ) {
        var all = parameters
        if supportsPaging { all += CommonParameters.paging(besides: parameters) }
        if isAdvanced { all += CommonParameters.make(supportsShouldProcess: supportsShouldProcess, besides: parameters) }
        self.defaultSet = defaultSet
        self.positionalBinding = positionalBinding
        self.isAdvanced = isAdvanced
        self.supportsShouldProcess = supportsShouldProcess
        self.supportsPaging = supportsPaging
        var names: [String] = []
        var index: [String: ParameterInfo] = [:]
        for i in all.indices where all[i].index >= 0 { all[i] = ParameterInfo(copyOf: all[i]) }
        self.parameters = all
        for (i, parameter) in all.enumerated() {
            parameter.index = i
            index[parameter.name.lowercased()] = parameter
            for alias in parameter.aliases where index[alias.lowercased()] == nil { index[alias.lowercased()] = parameter }
            for place in parameter.places {
                if let set = place.set, !names.contains(where: { $0.equalsIgnoringCase(set) }) { names.append(set) }
            }
        }
        if let defaultSet, !names.isEmpty, !names.contains(where: { $0.equalsIgnoringCase(defaultSet) }) { names.append(defaultSet) }
        setNames = names
        byName = index
    }

    /// By full name or alias.
    public func parameter(named name: String) -> ParameterInfo? { byName[name.lowercased()] }

    /// Where the values of a declared parameter stand for this command.
    @inline(__always) func index(of info: ParameterInfo) -> Int {
        let index = info.index
        if index >= 0, index < parameters.count, parameters[index] === info { return index }
        return parameters.firstIndex { $0 === info || $0.origin === info } ?? -1
    }

    /// All parameters a shortened name could mean; one for a full name.
    public func candidates(for prefix: String) -> [ParameterInfo] {
        if let exact = parameter(named: prefix) { return [exact] }
        let key = prefix.lowercased()
        var found: [ParameterInfo] = []
        for parameter in parameters where parameter.name.lowercased().hasPrefix(key) || parameter.aliases.contains(where: { $0.lowercased().hasPrefix(key) }) {
            found.append(parameter)
        }
        return found
    }
}

/// The parameters every advanced function and command has.
public enum CommonParameters {
    public static let names = [
        "Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "ErrorVariable", "WarningVariable",
        "InformationVariable", "OutVariable", "OutBuffer", "PipelineVariable",
    ]
    public static let shouldProcessNames = ["WhatIf", "Confirm"]

    public static let pagingNames = ["IncludeTotalCount", "Skip", "First"]
    static func paging(besides own: [ParameterInfo]) -> [ParameterInfo] {
        [
            ParameterInfo("IncludeTotalCount", type: .switchParameter), ParameterInfo("Skip", type: .uint64), ParameterInfo("First", type: .uint64),
        ].filter { one in !own.contains { $0.name.equalsIgnoringCase(one.name) } }
    }

    static func make(supportsShouldProcess: Bool, besides own: [ParameterInfo]) -> [ParameterInfo] {
        func preference(_ name: String, _ alias: String) -> ParameterInfo { ParameterInfo(name, aliases: [alias], type: .actionPreference) }
        func variable(_ name: String, _ alias: String) -> ParameterInfo { ParameterInfo(name, aliases: [alias], type: .string) }
        var common = [
            ParameterInfo("Verbose", aliases: ["vb"], type: .switchParameter), ParameterInfo("Debug", aliases: ["db"], type: .switchParameter),
            preference("ErrorAction", "ea"), preference("WarningAction", "wa"), preference("InformationAction", "infa"), preference("ProgressAction", "proga"),
            variable("ErrorVariable", "ev"), variable("WarningVariable", "wv"), variable("InformationVariable", "iv"), variable("OutVariable", "ov"),
            ParameterInfo("OutBuffer", aliases: ["ob"], type: .int32), variable("PipelineVariable", "pv"),
        ]
        if supportsShouldProcess {
            common =
                [ParameterInfo("WhatIf", aliases: ["wi"], type: .switchParameter), ParameterInfo("Confirm", aliases: ["cf"], type: .switchParameter)] + common
        }
        return common.filter { one in !own.contains { $0.name.equalsIgnoringCase(one.name) } }
    }
}
