// A session whose screen is a string.

import CoreCommands
import Formatting
import Runtime
import TypeSystem

final class TestScreen: Host {
    var text = ""
    var errors = ""
    func write(_ text: String) { self.text += text }
    func writeError(_ text: String) { errors += text }
    func readLine(prompt: String, isSecret: Bool) -> String? { nil }
    var width: Int { 80 }
    var isInteractive: Bool { false }
    var usesColor: Bool { false }
    func flush() {}
}

struct TestShell {
    let screen = TestScreen()
    let session: Session

    init(location: String = "/tmp") {
        let screen = screen
        session = Session(
            surroundings: Surroundings(
                host: screen, environment: ["PATH": "/usr/bin:/bin"], now: { 638_000_000_000_000_000 }, location: location,
                errorView: ErrorView.text, defaultOutput: { DefaultOutput($0) }, fileFormatter: { TextOutput($0) }),
            types: [KnownTypes.catalogue, CoreCommands.catalogue], commands: [CoreCommands.all])
    }

    /// What a script shows.
    func output(_ script: String, path: String? = nil) throws -> String {
        screen.text = ""
        do { try session.runAtPrompt(session.scriptBlock(script, path: path)) } catch is TopLevelFailure {}
        return screen.text
    }
}
