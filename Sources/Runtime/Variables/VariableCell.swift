// A variable that is more than a slot: it has a type, options or validations, or something holds on to it.

public struct VariableOptions: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let readOnly = VariableOptions(rawValue: 1), constant = VariableOptions(rawValue: 2)
    public static let isPrivate = VariableOptions(rawValue: 4), allScope = VariableOptions(rawValue: 8)
}

/// Stands in a slot in place of the plain value. `Get-Variable`, `[ref]` and typed variables make one.
public final class VariableCell: Object, @unchecked Sendable {
    public let name: String
    public var value: Value
    public var options: VariableOptions = []
    public lazy var describedAs = VariableCell.descriptions[name.lowercased()] ?? ""
    /// Not shown to who lists variables from outside.
    public var isHidden = false
    /// Assigned values are converted to this type.
    public var declaredType: TypeInfo?
    public var validations: [Validation] = []
    /// A parameter that keeps its type: a conversion that fails is reported as it is.
    var isParameter = false
    public var transformations: [@Sendable (Value, Session) throws -> Value] = []
    /// A variable that computes its value: `$PWD`, `$?`.
    let computed: (@Sendable (Session) -> Value)?
    let assign: (@Sendable (Session, Value) throws -> Void)?
    /// The property this cell stands for, for `[ref]` to a property.
    public init(name: String, value: Value) {
        self.name = name
        self.value = value
        computed = nil
        assign = nil
        super.init(kind: .variable)
    }
    init(name: String, computed: @escaping @Sendable (Session) -> Value, assign: (@Sendable (Session, Value) throws -> Void)? = nil) {
        self.name = name
        value = .null
        self.computed = computed
        self.assign = assign
        super.init(kind: .variable)
    }
    public override var type: TypeInfo { .variableType }

    public func read(_ session: Session) -> Value { computed.map { $0(session) } ?? value }

    /// Assigns with conversion and validation.
    /// - Throws: `VariableNotWritable` for a constant or read-only variable; conversion and validation errors.
    public func write(_ newValue: Value, _ session: Session, force: Bool = false) throws {
        if options.contains(.constant) || (options.contains(.readOnly) && !force) {
            throw ShellError(
                "VariableNotWritable", Messages.variableNotWritable(name), type: "SessionStateUnauthorizedAccessException", category: .writeError,
                target: .text(name))
        }
        if let assign { return try assign(session, newValue) }
        var converted = newValue
        for transformation in transformations { converted = try transformation(converted, session) }
        if declaredType?.code == .bool, converted.asString != nil {
            throw ShellError("RuntimeException", Messages.notABoolean(converted), type: "ArgumentTransformationMetadataException", category: .metadataError)
        }
        if let declaredType {
            do { converted = try session.convert(converted, to: declaredType) } catch let error as ShellError {
                if isParameter || converted.isNull { throw error }
                throw ShellError(
                    "RuntimeException", error.record.message, type: "ArgumentTransformationMetadataException", category: .metadataError,
                    inner: error.record.exception)
            }
        } else if case .nothing = converted {
            converted = .nothing
        }
        for validation in validations {
            if let failure = try validation.failure(of: converted, session) {
                throw ShellError(
                    "ValidateSetFailure", Messages.variableValidation(name, failure.message), type: "ValidationMetadataException", category: .metadataError)
            }
        }
        value = converted
    }

    /// What the variables a session starts with are for.
    private static let descriptions = [
        "confirmpreference": "Dictates when confirmation should be requested",
        "debugpreference": "Dictates the action taken when a debug message is delivered",
        "erroractionpreference": "Dictates the action taken when an error message is delivered",
        "errorview": "Dictates how errors are shown",
        "formatenumerationlimit": "Dictates how many elements of a collection are shown",
        "informationpreference": "Dictates the action taken when an information message is delivered",
        "nestedpromptlevel": "Dictates what type of prompt is shown for the current nesting level",
        "progresspreference": "Dictates the action taken when progress records are delivered",
        "psdefaultparametervalues": "Values that parameters have when they are not given",
        "verbosepreference": "Dictates the action taken when a verbose message is delivered",
        "warningpreference": "Dictates the action taken when a warning message is delivered",
        "whatifpreference": "If true, commands only tell what they would do",
    ]
}

/// A variable as a script holds it, `PSVariable`: apart from the cell, which in a slot would stand for its own value.
public final class VariableObject: Box, @unchecked Sendable {
    public let cell: VariableCell
    public init(_ cell: VariableCell) { self.cell = cell }
    public override var type: TypeInfo { .variableType }
    public override func describe(_ session: Session) throws -> String { try cell.describe(session) }
    public override func isEqual(to other: Object) -> Bool { (other as? VariableObject)?.cell === cell }
    public override var equalityHash: Int { ObjectIdentifier(cell).hashValue }

    /// The cell behind a value that is a variable.
    public static func cell(_ value: Value) -> VariableCell? { (value.object as? VariableObject)?.cell ?? value.object as? VariableCell }
}
