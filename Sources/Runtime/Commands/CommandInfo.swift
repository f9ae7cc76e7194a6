// What a name can stand for: a command of the shell, a function, an alias, a program, a script file.

/// The kinds of commands, as `Get-Command -CommandType` names them.
public enum CommandKind: Int, Sendable { case alias = 1, function = 2, filter = 4, cmdlet = 8, externalScript = 16, application = 32, script = 64 }

open class CommandInfo: Box, @unchecked Sendable {
    public let name: String
    public let commandKind: CommandKind
    public init(name: String, kind: CommandKind) {
        self.name = name
        commandKind = kind
        super.init()
    }
    /// nil where nothing is known about them, as for programs.
    open var parameters: ParameterTable? { nil }
    open var moduleName: String { "" }
    /// The code behind it; nil for what is no script.
    open var code: ScriptBlock? { nil }
    public static let baseType = TypeInfo("System.Management.Automation.CommandInfo", base: .object)
    /// What stands behind the comma of an error id.
    open var errorSource: String { name }
    open override func describe(_ session: Session) throws -> String { name }
}

/// A command written in Swift.
public final class CmdletInfo: CommandInfo, @unchecked Sendable {
    public let command: any Command.Type
    public init(_ command: any Command.Type) {
        self.command = command
        super.init(name: command.name, kind: .cmdlet)
    }
    public var declaration: CommandDeclaration { command.declaration }
    public override var parameters: ParameterTable? { declaration.parameters }
    public override var moduleName: String { declaration.module }
    public override var errorSource: String {
        declaration.implementingType ?? "Microsoft.PowerShell.Commands." + name.replacingDash() + "Command"
    }
    public override var type: TypeInfo { CmdletInfo.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.CmdletInfo", base: CommandInfo.baseType)
}

extension String {
    fileprivate func replacingDash() -> String { split(separator: "-", maxSplits: 1).joined() }
}

/// A function or filter of a script.
public final class FunctionInfo: CommandInfo, @unchecked Sendable {
    public let block: ScriptBlock
    public let isFilter: Bool
    public weak var module: ModuleInfo?
    public var options: VariableOptions = []
    public var describedAs = ""
    public init(name: String, block: ScriptBlock, isFilter: Bool) {
        self.block = block
        self.isFilter = isFilter
        super.init(name: name, kind: isFilter ? .filter : .function)
    }
    public override var code: ScriptBlock? { block }
    /// Arguments that its dynamic parameters depend on, where somebody asks for them.
    public private(set) var arguments: [Value] = []
    /// The same function as it is with these arguments.
    public func called(with arguments: [Value]) -> FunctionInfo {
        let other = renamed(name)
        other.arguments = arguments
        return other
    }

    /// The same function under another name, as an import with a prefix makes it.
    func renamed(_ name: String) -> FunctionInfo {
        let other = FunctionInfo(name: name, block: block, isFilter: isFilter)
        other.module = module
        other.options = options
        other.describedAs = describedAs
        return other
    }
    public override var parameters: ParameterTable? { block.code.parameters }
    public override var moduleName: String { module?.name ?? "" }
    public override var type: TypeInfo { isFilter ? FunctionInfo.filterType : FunctionInfo.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.FunctionInfo", base: CommandInfo.baseType)
    public static let filterType = TypeInfo("System.Management.Automation.FilterInfo", base: typeInfo)
}

public final class AliasInfo: CommandInfo, @unchecked Sendable {
    public let definition: String
    public internal(set) weak var module: ModuleInfo?
    /// Those of a command's own alias follow from the command's module and are found when somebody asks: the declarations of all commands stay unread at the first line.
    public lazy var options: VariableOptions = command.map { BuiltInAliases.options(name, module: $0.declaration.module) } ?? []
    public var describedAs = ""
    private let command: (any Command.Type)?
    public init(name: String, definition: String) {
        self.definition = definition
        command = nil
        super.init(name: name, kind: .alias)
    }
    /// An alias that a command declares for itself.
    init(name: String, of command: any Command.Type) {
        definition = command.name
        self.command = command
        super.init(name: name, kind: .alias)
    }
    public override var moduleName: String { module?.name ?? "" }
    public override var type: TypeInfo { AliasInfo.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.AliasInfo", base: CommandInfo.baseType)
}

/// A program in a folder of `PATH`.
public final class ApplicationInfo: CommandInfo, @unchecked Sendable {
    public let path: String
    public init(name: String, path: String) {
        self.path = path
        super.init(name: name, kind: .application)
    }
    public override var type: TypeInfo { ApplicationInfo.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.ApplicationInfo", base: CommandInfo.baseType)
}

/// A `.ps1` file.
public final class ScriptInfo: CommandInfo, @unchecked Sendable {
    public let path: String
    public let block: ScriptBlock
    public init(path: String, block: ScriptBlock) {
        self.path = path
        self.block = block
        super.init(name: path.split(separator: "/").last.map(String.init) ?? path, kind: .externalScript)
    }
    public override var code: ScriptBlock? { block }
    public override var parameters: ParameterTable? { block.code.parameters }
    public override var type: TypeInfo { ScriptInfo.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.ExternalScriptInfo", base: CommandInfo.baseType)
}
