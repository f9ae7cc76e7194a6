// Register-ArgumentCompleter: a block that offers values for an argument.

import Runtime

final class RegisterArgumentCompleter: Command {
    static let name = "Register-ArgumentCompleter"
    static let commands = Parameter<[String]>(
        "CommandName",
        places: [ParameterPlace(set: "NativeCommandSet", isMandatory: true), ParameterPlace(set: "PowerShellSet")],
        help: "The commands; without them the block serves the parameter of all.")
    static let parameter = Parameter<String>("ParameterName", mandatory: true, sets: ["PowerShellSet"], help: "The parameter.")
    static let scriptBlock = Parameter<Value>(
        "ScriptBlock", mandatory: true, type: .scriptBlock, allowsNull: true,
        help: "Called with command, parameter, word, null and the arguments so far; for programs with word, line and cursor. Null takes it away.")
    static let native = Parameter<Bool>("Native", sets: ["NativeCommandSet"], help: "The commands are programs.")
    static let fallback = Parameter<Bool>("NativeFallback", sets: ["NativeFallbackSet"], help: "For all programs that have none of their own.")
    static let declaration = CommandDeclaration(
        synopsis: "Offers values for arguments.", description: "Registers a block whose output Tab offers as values of a parameter.",
        parameters: [commands, parameter, scriptBlock, native, fallback], defaultSet: "NativeCommandSet", module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "Rooms",
                "function Get-Room($Name) { }\nRegister-ArgumentCompleter -CommandName Get-Room -ParameterName Name -ScriptBlock { 'lobby', 'ops' }\n(TabExpansion2 'Get-Room -Name ' 15).CompletionMatches.CompletionText",
                output: "lobby\nops\n")
        ])

    func end(_ run: Invocation) throws {
        let completers = run.session.argumentCompleters
        let block = run[Self.scriptBlock]?.asScriptBlock
        if run.has(Self.fallback) { return completers.registerFallback(block) }
        if run[Self.parameter] == nil {
            for command in run[Self.commands] ?? [] { completers.registerNative(block, program: command) }
            return
        }
        for command in run[Self.commands]?.map({ Optional($0) }) ?? [nil] { completers.register(block, command: command, parameter: run[Self.parameter] ?? "") }
    }
}
