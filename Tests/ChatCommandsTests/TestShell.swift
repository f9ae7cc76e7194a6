// A shell in process for tests: its own store, a fixed clock, what a person would see as text.

import ChatCommands
import CoreCommands
import Formatting
import Foundation
import Runtime
import TypeSystem

/// Keeps everything that would appear on the screen.
final class RecordingHost: Runtime.Host {
    var text = ""
    var answers: [String] = []
    let isInteractive: Bool
    init(isInteractive: Bool) { self.isInteractive = isInteractive }
    func write(_ text: String) { self.text += text }
    func writeError(_ text: String) { self.text += text }
    func readLine(prompt: String, isSecret: Bool) -> String? {
        let answer = answers.isEmpty ? nil : answers.removeFirst()
        text += prompt + (answer ?? "") + "\n"
        return answer
    }
    var width: Int { 120 }
    var usesColor: Bool { false }
    func flush() {}
}

/// One session with a store of its own.
final class TestShell {
    let host: RecordingHost
    let session: Session
    let folder: URL
    private let isOwner: Bool

    /// - Parameter folder: Where the store is; a new one unless given.
    init(folder: URL? = nil, isInteractive: Bool = false) throws {
        isOwner = folder == nil
        self.folder = folder ?? FileManager.default.temporaryDirectory.appendingPathComponent("chatcommands-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        host = RecordingHost(isInteractive: isInteractive)
        let path = self.folder.path
        let surroundings = Surroundings(
            host: host,
            environment: ["PATH": "/usr/bin:/bin", "HOME": path, "USER": "admin", "CHATSH_STORE": path + "/deployment.db", "TZ": "UTC"],
            now: { 638_000_000_000_000_000 }, location: path,
            errorView: { record, _ in "\(record.fullyQualifiedErrorId): \(record.message)\n" + (record.recommendedAction.map { "  \($0)\n" } ?? "") },
            defaultOutput: { DefaultOutput($0) })
        session = Session(
            surroundings: surroundings, types: [KnownTypes.catalogue, CoreCommands.catalogue, ChatCommands.catalogue],
            commands: [CoreCommands.all, ChatCommands.all])
        ItemCommands.installDrives(in: session)
    }

    deinit {
        if isOwner { do { try FileManager.default.removeItem(at: folder) } catch { print(error) } }
    }

    /// Runs code as if typed, and gives what appeared.
    @discardableResult
    func run(_ code: String) throws -> String {
        host.text = ""
        do {
            try session.runAtPrompt(try session.scriptBlock(code))
        } catch is TopLevelFailure {
            // Shown already.
        } catch let error as ShellError {
            host.text += session.surroundings.errorView(error.record, session)
        }
        return shown
    }

    /// Runs a script file as `chatsh FILE` does, and gives what appeared with the exit code.
    func runScript(_ file: URL, _ arguments: [String] = []) throws -> (text: String, status: Int32) {
        host.text = ""
        let block = try session.scriptBlock(try String(contentsOf: file, encoding: .utf8), path: file.path)
        do {
            let status = try session.runScript(block, path: file.path, arguments: arguments)
            return (shown, status)
        } catch Interrupt.exit(let code) {
            return (shown, code)
        }
    }

    /// What appeared, with the place of the store left out.
    private var shown: String { host.text.replacingOccurrences(of: folder.path, with: "/TEMP") }
}

/// The folder of a kind of test data.
func testData(_ name: String) -> URL { URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name) }
