// Get-TraceSource, Set-TraceSource and Trace-Command. They are about one list of sources, so they share this file.

import Runtime
import TypeSystem

enum TraceParameters {
    static let option = Parameter<Value>(
        "Option", position: 1, type: TraceSourceObject.optionType, help: "What of it is told: WriteLine, All, None and others.")
    static let details = Parameter<Value>(
        "ListenerOption", type: TraceSourceObject.detailType, help: "What stands below each line: DateTime, ProcessId, ThreadId and others.")
    static let filePath = Parameter<String>("FilePath", aliases: ["PSPath", "Path"], help: "The file the lines are added to.")
    static let force = Parameter<Bool>("Force", help: "Read-only files too.")
    static let debugger = Parameter<Bool>("Debugger", help: "The lines go to standard error.")
    static let host = Parameter<Bool>("PSHost", help: "The lines go to the screen.")

    /// Where the parameters say that lines go.
    static func listeners(_ run: Invocation) throws -> [TraceListener] {
        let bits = run[details]?.asEnumeration?.rawValue ?? 0
        var result: [TraceListener] = []
        if run.has(host) { result.append(TraceListener(target: .host, details: bits)) }
        if run.has(debugger) { result.append(TraceListener(target: .errors, details: bits)) }
        if let path = run[filePath] {
            let item = try OutputPath.file(path, isLiteral: false, run)
            if run.has(force), let status = FileStatus(item.path), status.isReadOnly { try FileObject(item.path, isDirectory: false).setReadOnly(false) }
            result.append(TraceListener(target: .file(item.path), details: bits))
        }
        return result
    }
}

final class GetTraceSource: Command {
    static let name = "Get-TraceSource"
    static let names = Parameter<[String]>(
        "Name", position: 0, pipeline: true, byName: true, validations: [.notNullOrEmpty], help: "Names; wildcards allowed.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets what tells of the shell's own work.", description: "Gets the sources that Trace-Command and Set-TraceSource can listen to.",
        parameters: [names], outputTypes: ["System.Management.Automation.PSTraceSource"], module: "Microsoft.PowerShell.Utility",
        examples: [CommandExample("By name", "(Get-TraceSource Param*).Name", output: "ParameterBinding\n")])

    func process(_ run: Invocation) throws {
        let patterns = run[Self.names] ?? ["*"]
        let found = run.session.traces.matching(patterns)
        for pattern in patterns where !WildcardName.isWildcard(pattern) && run.session.traces.matching([pattern]).isEmpty {
            try run.writeError(
                "TraceSourceNotFound", "There is no source of the name '\(pattern)'.", type: "System.Management.Automation.ItemNotFoundException",
                category: .objectNotFound, target: .text(pattern))
        }
        for source in found { try run.write(.object(source)) }
    }
}

final class SetTraceSource: Command {
    static let name = "Set-TraceSource"
    private static let options = ["optionsSet"]
    static let names = Parameter<[String]>("Name", position: 0, mandatory: true, pipeline: true, byName: true, help: "Names; wildcards allowed.")
    static let removeListener = Parameter<[String]>(
        "RemoveListener", sets: ["removeAllListenersSet"], validations: [.notNullOrEmpty], help: "Names of listeners to take away: PSHost, Debug.")
    static let removeFile = Parameter<[String]>(
        "RemoveFileListener", sets: ["removeFileListenersSet"], validations: [.notNullOrEmpty], help: "Files that nothing more is to be added to.")
    static let passThru = Parameter<Bool>("PassThru", sets: options, help: "Writes the sources.")
    static let declaration = CommandDeclaration(
        synopsis: "Listens to what tells of the shell's own work.", description: "Says what of the sources is told, and where it goes.",
        parameters: [
            names, TraceParameters.option, TraceParameters.details, TraceParameters.filePath, TraceParameters.force, TraceParameters.debugger,
            TraceParameters.host, removeListener, removeFile, passThru,
        ], defaultSet: "optionsSet", outputTypes: ["System.Management.Automation.PSTraceSource"], module: "Microsoft.PowerShell.Utility",
        examples: [CommandExample("What is told", "(Set-TraceSource ParameterBinding -Option WriteLine -PassThru).Options", output: "WriteLine\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let found = session.traces.matching(run[Self.names] ?? [])
        let added = try TraceParameters.listeners(run)
        for source in found {
            if let option = run[TraceParameters.option]?.asEnumeration { source.options = option.rawValue } else if !added.isEmpty { source.options = 32767 }
            source.listeners += added
            if let names = run[Self.removeListener] {
                source.listeners.removeAll { one in names.contains { WildcardName.matches(one.name, $0) } }
            }
            if let files = run[Self.removeFile]?.map({ session.fullPath($0) }) { source.listeners.removeAll { files.contains($0.name) } }
            if run.has(Self.passThru) { try run.write(.object(source)) }
        }
        session.traces.update(session)
    }
}

final class TraceCommand: Command {
    static let name = "Trace-Command"
    static let names = Parameter<[String]>("Name", position: 0, mandatory: true, help: "The sources; wildcards allowed.")
    static let expression = Parameter<ScriptBlock>("Expression", position: 1, mandatory: true, sets: ["expressionSet"], help: "What to run.")
    static let command = Parameter<String>("Command", position: 1, mandatory: true, sets: ["commandSet"], help: "The command to run.")
    static let arguments = Parameter<[Value]>(
        "ArgumentList", aliases: ["Args"], remaining: true, sets: ["commandSet"], help: "The arguments of the command.")
    static let option = Parameter<Value>("Option", position: 2, type: TraceSourceObject.optionType, help: "What of it is told; all if not given.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "Objects for what is run, as $input.")
    static let declaration = CommandDeclaration(
        synopsis: "Runs something and tells how the shell did it.",
        description: "While it runs, the sources named tell of the shell's work: which command was found, which argument became which parameter.",
        parameters: [
            names, expression, command, arguments, option, inputObject, TraceParameters.details, TraceParameters.filePath, TraceParameters.force,
            TraceParameters.debugger, TraceParameters.host,
        ], defaultSet: "expressionSet", module: "Microsoft.PowerShell.Utility",
        examples: [
            CommandExample(
                "How arguments were bound",
                "Trace-Command ParameterBinding { Get-Verb Add } -FilePath t.log | Out-Null\nSelect-String 'to parameter' t.log -Raw | Select-Object -First 1",
                output: "ParameterBinding Information: 0 : BIND arg [Add] to parameter [Verb]\n")
        ])
    private var input: [Value] = []

    func process(_ run: Invocation) throws { if !run.input.isMissing { input.append(run.input) } }

    func end(_ run: Invocation) throws {
        let session = run.session
        let found = session.traces.matching(run[Self.names] ?? [])
        let added = try TraceParameters.listeners(run)
        let before = found.map { ($0, $0.options, $0.listeners) }
        for source in found {
            source.options = run[Self.option]?.asEnumeration?.rawValue ?? 32767
            source.listeners += added
        }
        session.traces.update(session)
        defer {
            for (source, options, listeners) in before { (source.options, source.listeners) = (options, listeners) }
            session.traces.update(session)
        }
        let given: [Value]? = run.hasPipelineInput ? input : run.isBound(Self.inputObject) ? [run[Self.inputObject] ?? .null] : nil
        if let block = run[Self.expression] {
            _ = try session.invoke(block, arguments: [], input: given, caller: run.scope, output: run.output, streams: run.streams)
            return
        }
        let block = try session.scriptBlock(given == nil ? "$c, $a = $args; & $c @a" : "$c, $a = $args; $input | & $c @a")
        _ = try session.invoke(
            block, arguments: [.text(run[Self.command] ?? "")] + (run[Self.arguments] ?? []), input: given, caller: run.scope, output: run.output,
            streams: run.streams)
    }
}
