// Runs a script as `chatsh script.ps1` would, inside the test process: real files behind the standard descriptors, a session of its own.

import CPosix
import ChatCommands
import Completion
import CoreCommands
import CPosix
import Formatting
import Foundation
import Glibc
import Repl
import Runtime
import TypeSystem

/// What a run has left.
struct Outcome: Equatable {
    var output: String
    var exit: Int32
    var errors = ""
}

enum InProcess {
    /// Runs a text as the file `name` in a new folder that is gone afterwards. The folder is left out of what is given back.
    /// - Parameters:
    ///   - patience: seconds after which the script is cancelled.
    ///   - path: where programs are found, if not where the tests find them.
    ///   - room: MiB of memory the script may have beyond what the process has, if it is to have a bound.
    static func run(_ text: String, as name: String, patience: Double = 60, path: String? = nil, room: Int? = nil) throws -> Outcome {
        let folder = try makeFolder()
        defer { remove(folder) }
        try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
        return try inFolder(folder) { run(.file(name, []), in: folder, lowest: $0, patience, path, room) }
    }

    /// Runs a text as `-Command` in a folder that is there.
    static func run(command: String, in folder: String) throws -> Outcome { try inFolder(folder) { run(.command(command), in: folder, lowest: $0) } }

    private static func run(
        _ work: CommandLineOptions.Work, in folder: String, lowest: UInt?, _ patience: Double = 60, _ path: String? = nil, _ room: Int? = nil
    ) -> Int32 {
        var environment = ProcessSurroundings.environment()
        environment["PWD"] = folder
        if let path { environment["PATH"] = path }
        let host = TerminalHost(isInteractive: false, environment: environment)
        var surroundings = Surroundings(
            host: host, environment: environment, now: ProcessSurroundings.now, location: folder, errorView: ErrorView.text,
            defaultOutput: { DefaultOutput($0) }, fileFormatter: { TextOutput($0) })
        surroundings.lowestOfStack = lowest
        let session = Session(
            surroundings: surroundings, types: [KnownTypes.catalogue, CoreCommands.catalogue, ChatCommands.catalogue],
            commands: [CoreCommands.all, ChatCommands.all])
        defer { session.dismantle() }
        ItemCommands.installDrives(in: session)
        let memory = room.map { MemoryWatch(session.cancellation, bytes: residentBytes() + ($0 << 20)) }
        defer { memory?.stop() }
        var options = CommandLineOptions()
        options.work = work
        options.isInteractive = false
        options.loadsProfile = false
        let watch = DispatchWorkItem { [flag = session.cancellation] in flag.set() }
        DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: watch)
        defer { watch.cancel() }
        return ShellLife(session: session, options: options) { _, _, _ in fatalError("nobody presses Tab here") }.run()
    }

    /// Memory this process has.
    private static func residentBytes() -> Int {
        // What earlier tests have freed would be room.
        posix_return_memory()
        var space = 0
        return posix_memory_in_use(&space)
    }

    /// Lets the standard descriptors stand for files while a body runs on a deep stack in a folder.
    private static func inFolder(_ folder: String, _ body: @escaping (UInt?) -> Int32) throws -> Outcome {
        let before = FileManager.default.currentDirectoryPath
        guard FileManager.default.changeCurrentDirectoryPath(folder) else { throw CocoaError(.fileNoSuchFile) }
        defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
        let captured = folder.appending(".captured")
        try FileManager.default.createDirectory(atPath: captured, withIntermediateDirectories: true)
        defer { remove(captured) }
        let files = ["/dev/null", captured + "/out", captured + "/err"]
        fflush(nil)
        let saved = (0..<3).map { dup(Int32($0)) }
        for (number, file) in files.enumerated() {
            let descriptor = open(file, number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
            dup2(descriptor, Int32(number))
            close(descriptor)
        }
        let exit = DeepStack.run(body)
        fflush(nil)
        for (number, descriptor) in saved.enumerated() {
            dup2(descriptor, Int32(number))
            close(descriptor)
        }
        return Outcome(output: try read(files[1], without: folder), exit: exit, errors: try read(files[2], without: folder))
    }

    private static func read(_ file: String, without folder: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self).replacingOccurrences(of: folder + "/", with: "")
    }

    /// Folder names are as long as they were when the cases were recorded.
    private static func makeFolder() throws -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789_")
        let folder = "/tmp/case-" + String((0..<8).map { _ in letters[Int.random(in: 0..<letters.count)] })
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        return folder
    }

    private static func remove(_ path: String) { do { try FileManager.default.removeItem(atPath: path) } catch { print("\(path) stays: \(error)") } }

    /// What recordings were made with; set before the first run.
    static func prepare() {
        for (name, value) in ["TERM": "dumb", "NO_COLOR": "1", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC"] { setenv(name, value, 1) }
        tzset()
    }
}
