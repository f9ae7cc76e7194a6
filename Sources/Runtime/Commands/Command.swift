// What a command is: declared in one file with its parameters and help, made anew for each use in a pipeline.

/// A command written in Swift. One instance serves one use: `begin`, `process` for each input object (once without input), `end`.
public protocol Command: AnyObject, SendableMetatype {
    /// `Verb-Noun`.
    static var name: String { get }
    static var aliases: [String] { get }
    static var declaration: CommandDeclaration { get }
    init()
    func begin(_ run: Invocation) throws
    func process(_ run: Invocation) throws
    func end(_ run: Invocation) throws
    /// Runs at the end in any case, also after an error or a stop.
    func clean(_ run: Invocation)
}

extension Command {
    public static var aliases: [String] { [] }
    public func begin(_ run: Invocation) throws {}
    public func process(_ run: Invocation) throws {}
    public func end(_ run: Invocation) throws {}
    public func clean(_ run: Invocation) {}
}

/// Everything about a command but what it does: the one source of binding, completion, help and syntax.
public final class CommandDeclaration: @unchecked Sendable {
    /// One line.
    public let synopsis: String
    public let description: String
    public let examples: [CommandExample]
    public let parameters: ParameterTable
    /// Type names of what it writes, as `Get-Command` shows them.
    public let outputTypes: [String]
    public let inputTypes: [String]
    /// The module it is said to belong to.
    public let module: String
    /// The type name in error ids: `Microsoft.PowerShell.Commands.GetItemCommand`; nil: made from the name.
    public let implementingType: String?
    public let confirmImpact: Int
    public let relatedLinks: [String]

    public init(
        synopsis: String, description: String = "", parameters: [any AnyParameter] = [], defaultSet: String? = nil, supportsShouldProcess: Bool = false,
        confirmImpact: Int = 2, inputTypes: [String] = [], outputTypes: [String] = [], module: String = "Microsoft.PowerShell.Utility",
        implementingType: String? = nil, examples: [CommandExample] = [], relatedLinks: [String] = []
    ) {
        self.synopsis = synopsis; self.description = description; self.examples = examples
        self.parameters = ParameterTable(parameters.map(\.info), defaultSet: defaultSet, positionalBinding: false, supportsShouldProcess: supportsShouldProcess)
        self.outputTypes = outputTypes; self.inputTypes = inputTypes; self.module = module
        self.implementingType = implementingType; self.confirmImpact = confirmImpact; self.relatedLinks = relatedLinks
    }
}

/// An example in the help: input lines and the output they really give; the tests run them.
public struct CommandExample: Sendable {
    public let title: String
    public let code: String
    public let output: String
    public init(_ title: String, _ code: String, output: String = "") { self.title = title; self.code = code; self.output = output }
}
