// Questions and confirmations at a prompt with a person.

import XCTest

final class QuestionTests: XCTestCase {
    private func shell(answers: [String]) throws -> TestShell {
        let shell = try TestShell(isInteractive: true)
        try shell.run(try Fixture.script)
        shell.host.answers = answers
        return shell
    }

    /// R49 asks; no leaves the policy, yes removes it.
    func testRemovingAnAssignedPolicyAsks() throws {
        let shell = try shell(answers: ["?", "n", "y"])
        let question = "\nConfirm\nPolicy Tag:ChatOn is assigned to 1 users. Remove it anyway?\n"
        let prompt = "[Y] Yes  [N] No  [?] Help (default is \"Y\"): "
        XCTAssertEqual(try shell.run("Remove-ChatPolicy ChatOn"), question + prompt + "?\n" + prompt + "n\n")
        XCTAssertEqual(try shell.run("(Get-ChatPolicy).Identity"), "Global\nTag:ChatOn\n")
        XCTAssertEqual(try shell.run("Remove-ChatPolicy ChatOn"), question + prompt + "y\n")
        XCTAssertEqual(try shell.run("(Get-ChatPolicy).Identity"), "Global\n")
    }

    /// -Confirm asks for each object, before any transaction.
    func testConfirmingEachObject() throws {
        let shell = try shell(answers: ["n", "a"])
        try shell.run("Get-ChatUser -Filter { DisplayName -like '* *' } | Remove-ChatUser -Confirm")
        XCTAssertEqual(try shell.run("(Get-ChatUser -Filter { DisplayName -like '* *' }).DisplayName"), "Ann Berg\n")
    }

    /// A rehearsal holds no lock and changes nothing.
    func testRehearsalHoldsNoLock() throws {
        let shell = try shell(answers: [])
        let second = try TestShell(folder: shell.folder)
        let output = try shell.run("Get-ChatUser bob@contoso.com | Move-ChatUser -Target fe2013.contoso.com -WhatIf")
        XCTAssertEqual(output, "What if: Performing the operation \"Move-ChatUser\" on target \"sip:bob@contoso.com\".\n")
        XCTAssertEqual(try second.run("(Move-ChatUser bob@contoso.com fe2013.contoso.com -PassThru).HomePool"), "fe2013.contoso.com\n")
        XCTAssertEqual(try shell.run("(Get-ChatUser bob@contoso.com).HomePool"), "fe2013.contoso.com\n")
    }
}
