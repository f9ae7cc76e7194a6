// A session with every core command, in a folder of its own, whose screen is a string.

import CoreCommands
import Formatting
import Foundation
import Runtime
import TypeSystem

final class TestScreen: Runtime.Host {
    var text = ""
    func write(_ text: String) { self.text += text }
    func writeError(_ text: String) { self.text += text }
    func readLine(prompt: String, isSecret: Bool) -> String? { nil }
    var width: Int { 80 }
    var isInteractive: Bool { false }
    var usesColor: Bool { false }
    func flush() {}
}

/// A shell that works in a new folder under the temporary folder and removes it afterwards.
final class TestShell {
    let screen = TestScreen()
    let session: Session
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("corecommands-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        session = Session(
            surroundings: Surroundings(
                host: screen, environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path, "USER": "admin", "TZ": "UTC"],
                now: { 638_000_000_000_000_000 }, location: folder.path,
                errorView: ErrorView.text, defaultOutput: { DefaultOutput($0) }, fileFormatter: { TextOutput($0) }),
            types: [KnownTypes.catalogue, CoreCommands.catalogue], commands: [CoreCommands.all])
        ItemCommands.installDrives(in: session)
    }

    deinit { do { try FileManager.default.removeItem(at: folder) } catch { print(error) } }

    /// Runs code as if typed, and gives what appeared; the folder is written as `/TEMP`.
    func output(_ code: String) throws -> String {
        screen.text = ""
        do { try session.runAtPrompt(session.scriptBlock(code)) } catch is TopLevelFailure {}
        return screen.text.replacingOccurrences(of: folder.path, with: "/TEMP")
    }
}
