// A shell that dies in the middle of an import leaves nothing of it; others read meanwhile.

import Foundation
import XCTest

final class CrashTests: XCTestCase {
    /// The program built beside the tests.
    private var program: URL { URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("chatsh") }

    func testKilledImportLeavesNothing() throws {
        try XCTSkipUnless(FileManager.default.isExecutableFile(atPath: program.path), "chatsh is not built")
        let shell = try TestShell()
        try shell.run(try Fixture.script)
        let before = try shell.run("(Get-ChatDeployment).Users")

        // Half-way the import says so through a named pipe, and then waits for input that never comes.
        let signal = shell.folder.appendingPathComponent("signal").path
        XCTAssertEqual(mkfifo(signal, 0o600), 0)
        let reader = open(signal, O_RDWR | O_NONBLOCK)
        defer { close(reader) }
        let script = shell.folder.appendingPathComponent("import.ps1")
        try """
        1..10000 | ForEach-Object {
            if ($_ -eq 5000) { sh -c 'echo half > \(signal); cat' }
            [pscustomobject]@{ SipAddress = "sip:user$_@contoso.com"; HomePool = 'fe2013.contoso.com' }
        } | New-ChatUser | Out-Null
        """.write(to: script, atomically: true, encoding: .utf8)
        let child = Process()
        child.executableURL = program
        child.arguments = ["-Store", shell.folder.appendingPathComponent("deployment.db").path, script.path]
        let input = Pipe()
        child.standardInput = input
        child.standardOutput = FileHandle.nullDevice
        try child.run()
        defer { if child.isRunning { kill(child.processIdentifier, SIGKILL) } }
        var waiting = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
        XCTAssertEqual(poll(&waiting, 1, 30_000), 1, "the import did not get half-way")

        // Under way, another shell sees nothing of it and is not held up.
        XCTAssertEqual(try shell.run("(Get-ChatDeployment).Users"), before)
        kill(child.processIdentifier, SIGKILL)
        // What it was waiting for ends too: Foundation would wait for the grandchild as well.
        try input.fileHandleForWriting.close()
        child.waitUntilExit()
        XCTAssertEqual(try shell.run("(Get-ChatDeployment).Users"), before)
        XCTAssertEqual(try shell.run("(New-ChatUser sip:user1@contoso.com).SipAddress"), "sip:user1@contoso.com\n")
    }
}
