// Invoke-Expression and Invoke-Command: text and blocks run where they are called.

import Runtime

final class InvokeExpression: Command {
    static let name = "Invoke-Expression"
    static let aliases = ["iex"]
    static let command = Parameter<String>("Command", position: 0, mandatory: true, pipeline: true, help: "The text to run.")
    static let declaration = CommandDeclaration(
        synopsis: "Runs text as a script.", description: "Parses the text and runs it in the caller's scope.", parameters: [command],
        examples: [CommandExample("A sum", "Invoke-Expression '1 + 2'", output: "3\n")])

    func process(_ run: Invocation) throws {
        do {
            let block = try run.session.scriptBlock(run[Self.command] ?? "", module: run.scope.owningModule)
            try run.run(block, into: run.output)
        } catch let failure as ShellError {
            // What fails inside counts as this command's error.
            if failure.record.invocation == nil, !failure.record.isFromThrow { failure.record.invocation = run.info }
            throw failure
        }
    }
}

final class InvokeCommand: Command {
    static let name = "Invoke-Command"
    static let aliases = ["icm"]
    static let scriptBlock = Parameter<ScriptBlock>(
        "ScriptBlock", aliases: ["Command"],
        places: [ParameterPlace(set: "InProcess", position: 0, isMandatory: true)] + elsewhere.map { ParameterPlace(set: $0, position: 1, isMandatory: true) },
        help: "The block to run.")
    /// Sets of parameters for sessions elsewhere: there are none, so what belongs to several of them alone is always ambiguous.
    private static let elsewhere = ["Session", "ComputerName"]
    static let filePath = Parameter<String>(
        "FilePath", aliases: ["PSPath"], position: 1, mandatory: true, sets: ["FilePathRunspace", "FilePathComputerName"],
        help: "A script to run in a session elsewhere; there is none, so it is refused.")
    static let asJob = Parameter<Bool>("AsJob", sets: elsewhere, help: "As a job of a session elsewhere; there is none, so it is refused.")
    static let noNewScope = Parameter<Bool>("NoNewScope", sets: ["InProcess"], help: "Runs in the caller's scope.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "Objects the block sees as $input.")
    static let argumentList = Parameter<[Value]>("ArgumentList", aliases: ["Args"], help: "Arguments of the block.")
    static let declaration = CommandDeclaration(
        synopsis: "Runs a script block here.",
        description: "Runs a block in this session, in a scope of its own unless -NoNewScope is on. Other computers are not supported.",
        parameters: [scriptBlock, noNewScope, inputObject, argumentList, filePath, asJob], defaultSet: "InProcess", module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("With arguments", "Invoke-Command { param($a, $b) $a * $b } -ArgumentList 6, 7", output: "42\n")])

    private var input: [Value] = []

    func process(_ run: Invocation) throws { if !run.input.isMissing { input.append(run.input) } }

    func end(_ run: Invocation) throws {
        guard let block = run[Self.scriptBlock] else { return }
        var arguments = run[Self.argumentList] ?? []
        if run.isBound(Self.argumentList), arguments.isEmpty, run.raw(Self.argumentList).isNull { arguments = [.null] }
        if run.isBound(Self.inputObject), !run.hasPipelineInput, block.hasProcessBlock {
            throw run.failure(
                "InvalidOperation", "A block with named parts cannot be given its input by -InputObject; pipe it.", type: "PSInvalidOperationException",
                category: .invalidOperation)
        }
        if run.has(Self.noNewScope) { return try run.run(block, item: nil, arguments: arguments, into: run.output) }
        let given: [Value]? =
            run.hasPipelineInput
            ? input : run.isBound(Self.inputObject) ? try run.session.elements(of: run[Self.inputObject] ?? .null) ?? [run[Self.inputObject] ?? .null] : nil
        let syntax = block.syntax
        if [syntax.begin, syntax.process, syntax.isEndNamed ? syntax.end : nil].compactMap({ $0 }).count > 1 {
            throw run.failure(
                "InvalidOperation", "A block that runs once must have one of begin, process and end, but has several.", type: "PSInvalidOperationException",
                category: .invalidOperation)
        }
        let flow = try run.session.invoke(
            block, arguments: arguments, input: block.hasProcessBlock ? nil : given, caller: run.scope, output: run.output, streams: run.streams)
        if flow == .break || flow == .continue { throw Interrupt.loop(flow) }
    }
}
