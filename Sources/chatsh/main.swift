// The command line: reads the arguments and puts the rooms together.

import ChatCommands
import CoreCommands
import Formatting
import Glibc
import LineEditor
import Repl
import Runtime
import TypeSystem

let status = DeepStack.run {
    let environment = ProcessSurroundings.environment()
    let options: CommandLineOptions
    do throws(CommandLineOptions.Refusal) { options = try CommandLineOptions.read(Array(CommandLine.arguments.dropFirst())) } catch {
        ProcessSurroundings.complain("chatsh: \(error.message)\n")
        return 64
    }
    let host = TerminalHost(isInteractive: options.isInteractive, environment: environment)
    let surroundings = Surroundings(
        host: host, environment: environment, now: ProcessSurroundings.now, location: ProcessSurroundings.location(environment),
        errorView: ErrorView.text, defaultOutput: { DefaultOutput($0) }, fileFormatter: { TextOutput($0) })
    let session = Session(surroundings: surroundings, types: [KnownTypes.catalogue, CoreCommands.catalogue, ChatCommands.catalogue], commands: [CoreCommands.all, ChatCommands.all])
    ItemCommands.installDrives(in: session)
    if let store = options.store { session.environment["CHATSH_STORE"] = store }
    return ShellLife(session: session, options: options) { _, _, cursor in LineCompletion(start: cursor, length: 0, candidates: []) }.run()
}
exit(status)
