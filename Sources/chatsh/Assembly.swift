// Puts the rooms together: the host, the session with every command and type, the life of the process.

import ChatCommands
import Completion
import CoreCommands
import Formatting
import Glibc
import LineEditor
import Repl
import Runtime
import TypeSystem

/// Not in `main.swift`: code there belongs to the main actor, and the shell runs on a deep stack of its own.
enum Assembly {
    /// Runs the shell as its arguments say, and gives the exit code.
    static func run(onStackFrom lowest: UInt?) -> Int32 {
        let environment = ProcessSurroundings.environment()
        let options: CommandLineOptions
        do throws(CommandLineOptions.Refusal) { options = try CommandLineOptions.read(Array(CommandLine.arguments.dropFirst())) } catch {
            ProcessSurroundings.complain("chatsh: \(error.message)\n")
            return 64
        }
        let host = TerminalHost(isInteractive: options.isInteractive, environment: environment)
        var surroundings = Surroundings(
            host: host, environment: environment, now: ProcessSurroundings.now, location: ProcessSurroundings.location(environment),
            errorView: ErrorView.text, defaultOutput: { DefaultOutput($0) }, fileFormatter: { TextOutput($0) })
        surroundings.lowestOfStack = lowest
        surroundings.objectText = CoreCommands.objectText
        let session = Session(
            surroundings: surroundings, types: [KnownTypes.catalogue, CoreCommands.catalogue, ChatCommands.catalogue],
            commands: [CoreCommands.all, ChatCommands.all])
        MemoryWatch(session.cancellation, output: host.waiting)
        ItemCommands.installDrives(in: session)
        if let store = options.store { session.environment["CHATSH_STORE"] = store }
        return ShellLife(session: session, options: options) { session, line, cursor in
            let before = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
            let found = Completer.complete(line, cursor: before.utf16.count, session)
            let start = String(decoding: Array(line.utf16.prefix(found.start)), as: UTF16.self).utf8.count
            return LineCompletion(start: start, length: cursor - start, candidates: found.matches.map { ($0.text, $0.listText) })
        }.run()
    }
}
