// New-Module: a module from a script block, without a file.

import Runtime
import Scalars

final class NewModule: Command {
    static let name = "New-Module"
    static let aliases = ["nmo"]
    static let moduleName = Parameter<String>("Name", position: 0, mandatory: true, pipeline: true, sets: ["Name"], help: "The module's name.")
    static let scriptBlock = Parameter<ScriptBlock>(
        "ScriptBlock",
        places: [ParameterPlace(set: "ScriptBlock", position: 0, isMandatory: true), ParameterPlace(set: "Name", position: 1, isMandatory: true)],
        validations: [.notNull], help: "The module's code.")
    static let functions = Parameter<[String]>("Function", validations: [.notNull], help: "The functions it shows; wildcards allowed.")
    static let cmdlets = Parameter<[String]>("Cmdlet", validations: [.notNull], help: "The commands it shows; wildcards allowed.")
    static let returnResult = Parameter<Bool>("ReturnResult", help: "Writes what the block writes in place of the module.")
    static let asCustomObject = Parameter<Bool>("AsCustomObject", help: "Writes an object with the module's functions as methods.")
    static let arguments = Parameter<[Value]>("ArgumentList", aliases: ["Args"], remaining: true, help: "Arguments of the block.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes a module in memory.",
        description:
            "Runs a block in a scope of its own. Its functions are visible at once; Get-Module lists the module only after Import-Module.",
        parameters: [moduleName, scriptBlock, functions, cmdlets, returnResult, asCustomObject, arguments], defaultSet: "ScriptBlock",
        outputTypes: ["System.Management.Automation.PSModuleInfo"], module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "A counter", "$null = New-Module { $count = 0; function Add-Visit { $script:count++; $script:count } }\nAdd-Visit\nAdd-Visit", output: "1\n2\n")
        ])

    func process(_ run: Invocation) throws {
        guard let block = run[Self.scriptBlock] else { return }
        let session = run.session
        let identifier = NetGuid(randomBytes: (0..<16).map { _ in UInt8.random(in: 0...255) })?.description ?? ""
        let module = session.makeModule(name: run[Self.moduleName] ?? "__DynamicModule_" + identifier, path: identifier)
        let result: Value
        do {
            result = try session.run(block, in: module, arguments: run[Self.arguments] ?? [], caller: run.scope, streams: run.streams)
        } catch let failure as ShellError {
            // The failure of the block is told as it is; there is no module then.
            return try session.report(failure.record, streams: run.streams, preferences: run.ownPreferences, scope: run.scope)
        }
        session.settleExports(of: module)
        session.keep(module)
        if run.has(Self.asCustomObject) { return try run.write(session.customObject(of: module)) }
        var selection = ImportSelection()
        if let functions = run[Self.functions] {
            selection.functions = ModuleLoader.anyOf(functions)
            session.narrowExports(of: module, functions: ModuleLoader.anyOf(functions))
        } else if run[Self.cmdlets] != nil {
            selection.functions = nil
        }
        session.importMembers(of: module, into: session.importTarget(for: run.scope), selection)
        if run.has(Self.returnResult) { try run.writeEnumerated(result) } else { try run.write(.object(module)) }
    }
}
