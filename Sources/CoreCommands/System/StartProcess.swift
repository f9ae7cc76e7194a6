// Start-Process: a program beside the shell.

import Glibc
import Runtime

final class StartProcess: Command {
    static let name = "Start-Process"
    static let aliases = ["saps"]
    static let windowStyles = TypeInfo.enumeration(
        "System.Diagnostics.ProcessWindowStyle", EnumerationInfo(names: ["Normal", "Hidden", "Minimized", "Maximized"]))
    private static let plain = ["Default"]
    static let filePath = Parameter<String>(
        "FilePath", aliases: ["PSPath", "Path"], position: 0, mandatory: true, validations: [.notNullOrEmpty], help: "The program.")
    static let argumentList = Parameter<[String]>(
        "ArgumentList", aliases: ["Args"], position: 1, allowsNull: true, help: "Its arguments; joined by blanks, so that quotes inside tell them apart.")
    static let workingDirectory = Parameter<String>("WorkingDirectory", validations: [.notNullOrEmpty], help: "Where it runs; here if not given.")
    static let loadUserProfile = Parameter<Bool>("LoadUserProfile", aliases: ["Lup"], sets: plain, help: "Has no effect on this system.")
    static let noNewWindow = Parameter<Bool>("NoNewWindow", aliases: ["nnw"], sets: plain, help: "It never opens a window.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the process.")
    static let redirectError = Parameter<String>(
        "RedirectStandardError", aliases: ["RSE"], sets: plain, validations: [.notNullOrEmpty], help: "The file for its errors.")
    static let redirectInput = Parameter<String>(
        "RedirectStandardInput", aliases: ["RSI"], sets: plain, validations: [.notNullOrEmpty], help: "The file it reads.")
    static let redirectOutput = Parameter<String>(
        "RedirectStandardOutput", aliases: ["RSO"], sets: plain, validations: [.notNullOrEmpty], help: "The file for its output.")
    static let verb = Parameter<String>("Verb", sets: ["UseShellExecute"], validations: [.notNullOrEmpty], help: "Has no effect on this system.")
    static let windowStyle = Parameter<Value>("WindowStyle", type: windowStyles, help: "Not supported on this system.")
    static let wait = Parameter<Bool>("Wait", help: "Waits until it has ended.")
    static let useNewEnvironment = Parameter<Bool>("UseNewEnvironment", sets: plain, help: "Without variables that this session has set.")
    static let environment = Parameter<TableObject>("Environment", help: "Variables of its environment; null takes one away.")
    static let declaration = CommandDeclaration(
        synopsis: "Starts a program.", description: "Beside the shell, or with -Wait one after the other. Use a plain command line if its output is wanted.",
        parameters: [
            filePath, argumentList, workingDirectory, loadUserProfile, noNewWindow, passThru, redirectError, redirectInput, redirectOutput, verb, windowStyle,
            wait, useNewEnvironment, environment,
        ], defaultSet: "Default", supportsShouldProcess: true,
        outputTypes: ["System.Diagnostics.Process"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("An exit code", "(Start-Process sh '-c \"exit 4\"' -Wait -PassThru).ExitCode", output: "4\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        if run.isBound(Self.windowStyle) {
            throw run.failure(
                "NotSupportedException", "-WindowStyle is not supported: programs here have no window of their own.", type: "System.NotSupportedException",
                category: .notImplemented)
        }
        guard let start = try prepared(run) else { return }
        guard try run.shouldProcess(start.program, "Start-Process") else { return }
        session.host.flush()
        switch Result(catching: { () throws(FileFailure) in try start.spawn() }) {
        case .success(let id): try follow(ProcessObject(id: id, isChild: true, name: PathText.leaf(start.program)), run)
        case .failure(let failure):
            try refuse(
                "InvalidOperationException", "An error occurred trying to start process '\(start.program)': \(String(cString: strerror(failure.code)))",
                "System.InvalidOperationException", run)
        }
    }

    private func follow(_ process: ProcessObject, _ run: Invocation) throws {
        let session = run.session
        session.startedProcesses.byNumber[process.id] = process
        if run.has(Self.wait) { _ = try process.wait(milliseconds: nil, session) }
        if run.has(Self.passThru) { try run.write(.object(process)) }
    }

    private func refuse(_ id: String, _ message: String, _ type: String, _ run: Invocation) throws {
        try run.writeError(id, "This command cannot be run due to the error: \(message)", type: type, category: .invalidOperation)
    }

    private func prepared(_ run: Invocation) throws -> ProcessStart? {
        let session = run.session
        let name = run[Self.filePath] ?? ""
        let path =
            name.contains("/") || name.hasPrefix("~")
            ? session.fullPath(name) : (session.program(named: name) as? ApplicationInfo)?.path ?? session.fullPath(name)
        let folder = run[Self.workingDirectory].map { session.fullPath($0) } ?? session.location
        guard FileStatus(folder)?.isDirectory == true else {
            try refuse("DirectoryNotFoundException", "The folder '\(folder)' does not exist.", "System.IO.DirectoryNotFoundException", run)
            return nil
        }
        func file(_ parameter: Parameter<String>) -> String? { run[parameter].map { session.fullPath($0) } }
        if let input = file(Self.redirectInput), FileStatus(input) == nil {
            try refuse("FileNotFoundException", "The file '\(input)' does not exist.", "System.IO.FileNotFoundException", run)
            return nil
        }
        let targets = [file(Self.redirectInput), file(Self.redirectOutput), file(Self.redirectError)].compactMap { $0 }
        if Set(targets).count < targets.count {
            try refuse("InvalidOperationException", "the redirections must lead to different files.", "System.InvalidOperationException", run)
            return nil
        }
        guard FileStatus(path)?.isFile == true else {
            try refuse(
                "InvalidOperationException", "An error occurred trying to start process '\(name)': No such file or directory",
                "System.InvalidOperationException", run)
            return nil
        }
        var environment = run.has(Self.useNewEnvironment) ? session.surroundings.environment : session.environment
        for (key, value) in run[Self.environment]?.table.pairs ?? [] { environment[try key.toText(session)] = value.isNull ? nil : try value.toText(session) }
        let line = (run[Self.argumentList] ?? []).joined(separator: " ")
        return ProcessStart(
            program: path, arguments: CommandLineText.split(line), environment: environment, directory: folder, input: file(Self.redirectInput),
            addsLineBreak: true,
            output: file(Self.redirectOutput), errors: file(Self.redirectError))
    }
}
