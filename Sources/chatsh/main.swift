// The command line: reads the arguments and puts the rooms together.

import Glibc
import CoreCommands
import Runtime
import TypeSystem

final class PlainHost: Host {
    func write(_ text: String) { print(text, terminator: "") }
    func writeError(_ text: String) { _ = text.withCString { Glibc.write(2, $0, strlen($0)) } }
    func readLine(prompt: String, isSecret: Bool) -> String? { nil }
    var width: Int { 80 }
    var isInteractive: Bool { false }
    var usesColor: Bool { false }
    func flush() { fflush(nil) }
}
final class PlainSink: FormattingSink {
    let session: Session
    init(_ session: Session) { self.session = session }
    override func write(_ value: Value) throws { print(try value.toText(session)) }
}
let surroundings = Surroundings(host: PlainHost(), environment: ["PATH": "/usr/bin:/bin"], now: { 638_000_000_000_000_000 }, location: "/tmp", errorView: { record, _ in record.fullyQualifiedErrorId + ": " + record.message + "\n" }, defaultOutput: { PlainSink($0) })
let session = Session(surroundings: surroundings, types: [KnownTypes.catalogue, CoreCommands.catalogue], commands: [CoreCommands.all])
do {
    let block = try session.scriptBlock(try ScriptReader.text(of: CommandLine.arguments[1]), path: CommandLine.arguments[1])
    try session.runAtPrompt(block)
} catch let error as ShellError {
    print(error.record.message)
}
