// The life of one shell process: what it was asked to do, its exit code, its prompt.

import Diagnostics
import Glibc
import LineEditor
import Runtime
import Syntax

public struct ShellLife {
    private let session: Session
    private let options: CommandLineOptions
    private let complete: (Session, String, Int) -> LineCompletion

    /// - Parameter complete: what Tab offers for a line and a byte offset in it.
    public init(session: Session, options: CommandLineOptions, complete: @escaping (Session, String, Int) -> LineCompletion) {
        self.session = session
        self.options = options
        self.complete = complete
    }

    /// Does the work and gives the exit code.
    public func run() -> Int32 {
        // Whoever closes a pipe makes the write to it fail, and that is dealt with where it is written.
        signal(SIGPIPE, SIG_IGN)
        do {
            if let directory = options.workingDirectory { try enter(directory) }
            switch options.work {
            case .version:
                session.host.write("ChatShell \(Version.current) (language \(Version.language))\n")
                return finish(0)
            case .help:
                session.host.write(CommandLineOptions.usage)
                return finish(0)
            case .file(let path, let arguments):
                if options.loadsProfile, options.staysOpen { try loadProfile() }
                let code = try script(path, arguments)
                return options.staysOpen ? try prompt() : finish(code)
            case .command(let text):
                if options.loadsProfile { try loadProfile() }
                let code = try command(text)
                return options.staysOpen ? try prompt() : finish(code)
            case .encodedCommand(let encoded):
                guard let text = decoded(encoded) else {
                    session.host.writeError("chatsh: -EncodedCommand must be followed by UTF-16 text in base 64, but what follows is none.\n")
                    return finish(64)
                }
                if options.loadsProfile { try loadProfile() }
                let code = try command(text)
                return options.staysOpen ? try prompt() : finish(code)
            case .commandsFromInput: return finish(try commandsFromInput())
            case .standardInput:
                if isatty(0) == 1 && session.host.isInteractive { return try prompt() }
                return finish(try commandsFromInput())
            }
        } catch Interrupt.exit(let code) {
            return finish(code)
        } catch let failure as ShellError {
            show(failure)
            return finish(1)
        } catch is TopLevelFailure {
            return finish(1)
        } catch Interrupt.cancelled {
            return finish(130)
        } catch {
            session.host.writeError("\(error)\n")
            return finish(1)
        }
    }

    private func finish(_ code: Int32) -> Int32 {
        session.host.flush()
        session.close()
        return code
    }

    private func show(_ failure: ShellError) { session.host.writeError(session.surroundings.errorView(failure.record, session)) }

    private func enter(_ directory: String) throws {
        let path = session.fullPath(directory)
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
            throw ShellError(
                "PathNotFound", "The working directory '\(directory)' must be a folder that exists, but is not.", type: "ItemNotFoundException",
                category: .objectNotFound, target: .text(directory))
        }
        session.location = path
    }

    // MARK: Scripts and commands

    /// A script file with its arguments, in a scope of its own.
    private func script(_ path: String, _ arguments: [String]) throws -> Int32 {
        let full = session.fullPath(path)
        let text: String
        do { text = try ScriptReader.text(of: full) } catch let failure as ShellError {
            show(failure)
            return 64
        }
        let block = try session.scriptBlock(text, path: full)
        return try session.runScript(block, path: full, arguments: arguments, input: try input(for: text))
    }

    private func command(_ text: String) throws -> Int32 {
        let arguments = try self.arguments()
        let objects = options.writesObjects ? ObjectOutput(session) : nil
        defer { objects?.send() }
        do {
            try session.runAtPrompt(session.scriptBlock(text), arguments: arguments, input: try input(for: text), output: objects)
        } catch is TopLevelFailure { return 1 }
        return session.lastSucceeded ? 0 : 1
    }

    private func decoded(_ text: String) -> String? {
        guard let bytes = session.surroundings.objectText?.bytes(text), bytes.count % 2 == 0, !bytes.isEmpty else { return nil }
        return String(decoding: stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }, as: UTF16.self)
    }

    /// What stands in `$args`.
    private func arguments() throws -> [Value] {
        guard let encoded = options.encodedArguments, let form = session.surroundings.objectText else { return options.arguments.map { .text($0) } }
        guard let text = decoded(encoded) else { return [] }
        return try form.decode(text, session).flatMap { try session.elements(of: $0.value) ?? [$0.value] }
    }

    /// What stands in `$input`: standard input, where the text asks for it. A program that shares its input with others is not to take it unasked.
    private func input(for text: String) throws -> [Value]? {
        guard isatty(0) == 0, options.readsObjects || ShellLife.mentionsInput(text) else { return nil }
        var lines = InputLines(), all: [String] = []
        while let line = lines.next() { all.append(line) }
        guard options.readsObjects, let form = session.surroundings.objectText, let start = all.firstIndex(of: ObjectText.header) else {
            return all.map { .text($0) }
        }
        return try form.decode(all[(start + 1)...].joined(separator: "\n"), session).map(\.value)
    }

    private static func mentionsInput(_ text: String) -> Bool {
        let wanted = Array("$input".utf8), bytes = Array(text.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in wanted.indices.allSatisfy { bytes[start + $0] | ($0 > 0 ? 0x20 : 0) == wanted[$0] } }
    }

    /// Commands from standard input, one complete statement after another.
    private func commandsFromInput() throws -> Int32 {
        if options.loadsProfile { try loadProfile() }
        var lines = InputLines()
        var text = ""
        while let line = lines.next() {
            text += text.isEmpty ? line : "\n" + line
            if isIncomplete(text) { continue }
            try runShown(text)
            text = ""
        }
        if !text.isEmpty { try runShown(text) }
        return session.lastSucceeded ? 0 : 1
    }

    private func isIncomplete(_ text: String) -> Bool { parse(SourceText(text)).isIncomplete }

    /// Runs a text; what fails is shown and the session goes on.
    private func runShown(_ text: String) throws {
        do {
            try session.runAtPrompt(session.scriptBlock(text))
        } catch let failure as ShellError {
            session.lastSucceeded = false
            session.record(failure.record)
            show(failure)
        } catch is TopLevelFailure {
        }
        session.host.flush()
    }

    private func loadProfile() throws {
        let path = session.profilePath
        guard access(path, R_OK) == 0 else { return }
        do {
            let block = try session.scriptBlock(try ScriptReader.text(of: path), path: path)
            try session.runAtPrompt(block)
        } catch let failure as ShellError {
            show(failure)
        } catch is TopLevelFailure {
        }
    }

    // MARK: Prompt

    private func prompt() throws -> Int32 {
        guard let editor = LineEditor(name: "chatsh", historyPath: historyPath) else { return try commandsFromInput() }
        editor.complete = { [session, complete] line, cursor in complete(session, line, cursor) }
        InterruptSignal.install(session.cancellation)
        if options.showsLogo { session.host.write("ChatShell \(Version.current). Get-Help shows help, exit leaves.\n") }
        if options.loadsProfile { try loadProfile() }
        while true {
            session.host.flush()
            session.cancellation.clear()
            switch read(editor) {
            case .line(let text):
                if text.allSatisfy({ $0 == " " || $0 == "\t" || $0 == "\n" }) { continue }
                editor.remember(text.split(separator: "\n").joined(separator: " "))
                let start = session.localNow
                var status = "Completed"
                do { try runShown(text) } catch Interrupt.cancelled {
                    status = "Stopped"
                    session.host.write("\n")
                } catch Interrupt.exit(let code) { return finish(code) }
                session.history.add(text, status: status, start: start, end: session.localNow, limit: session.historyLimit)
            case .interrupted: session.host.write("\n")
            case .endOfInput:
                session.host.write("\n")
                return finish(session.lastSucceeded ? 0 : 1)
            }
        }
    }

    /// A whole statement: further lines under `>> ` while it is not finished.
    private func read(_ editor: LineEditor) -> ReadLine {
        var text = ""
        while true {
            let result = editor.read(prompt: text.isEmpty ? promptText() : ">> ")
            guard case .line(let line) = result else { return result }
            // An empty line ends what cannot be finished.
            if !text.isEmpty, line.isEmpty { return .line(text) }
            text += text.isEmpty ? line : "\n" + line
            if !isIncomplete(text) { return .line(text) }
        }
    }

    /// What the function `prompt` gives, or the location.
    private func promptText() -> String {
        let standard = "chat \(session.currentPath)> "
        guard session.findCommand("prompt") is FunctionInfo else { return standard }
        do {
            let text = try session.evaluate(session.scriptBlock("prompt"), scope: session.global).toText(session)
            return text.isEmpty ? standard : text
        } catch { return standard }
    }

    private var historyPath: String {
        let home = session.environment["HOME"] ?? "/tmp"
        let base = session.environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/state"
        let folder = base + "/chatsh"
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/" + part
            mkdir(path, 0o700)
        }
        return folder + "/history"
    }
}

/// Ctrl-C sets the session's flag; the running command ends at its next step.
enum InterruptSignal {
    static func install(_ flag: CancellationFlag) {
        InterruptStorage.address.pointee = flag.storage
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in InterruptStorage.address.pointee?.pointee = 1 }
        sigemptyset(&action.sa_mask)
        sigaction(SIGINT, &action, nil)
    }
}

/// A signal handler can reach only what has a fixed address.
private enum InterruptStorage {
    nonisolated(unsafe) static let address: UnsafeMutablePointer<UnsafeMutablePointer<Int32>?> = {
        let made = UnsafeMutablePointer<UnsafeMutablePointer<Int32>?>.allocate(capacity: 1)
        made.initialize(to: nil)
        return made
    }()
}
