// Every example in the help is run from the deployment of the examples, and every command is complete in what it says about itself.

import ChatCommands
import Foundation
import Runtime
import XCTest

final class ExampleTests: XCTestCase {
    func testExamplesInHelpAreTrue() throws {
        let origin = try TestShell()
        XCTAssertEqual(
            try origin.run(try Fixture.script),
            "WARNING: three server generations are running side by side; this combination is not a supported topology.\nWARNING: three server generations are running side by side; this combination is not a supported topology.\n"
        )
        for command in ChatCommands.all {
            for example in command.declaration.examples {
                let shell = try copy(of: origin)
                let output = try shell.run(example.code)
                if output != example.output { XCTFail("\(command.name), \(example.title): \(example.code)\nexpected:\n\(example.output)\ngot:\n\(output)") }
            }
        }
    }

    /// A shell on a copy of another's store.
    private func copy(of shell: TestShell) throws -> TestShell {
        let new = try TestShell()
        for name in ["deployment.db", "deployment.db-wal"] {
            let old = shell.folder.appendingPathComponent(name)
            if FileManager.default.fileExists(atPath: old.path) { try FileManager.default.copyItem(at: old, to: new.folder.appendingPathComponent(name)) }
        }
        return new
    }

    func testCommandsSayWhatTheyAre() {
        let verbs: Set = ["Get", "New", "Set", "Remove", "Start", "Stop", "Test", "Add", "Enable", "Disable", "Move", "Grant", "Use"]
        var names: Set<String> = []
        for command in ChatCommands.all {
            let declaration = command.declaration
            XCTAssert(names.insert(command.name.lowercased()).inserted, command.name)
            XCTAssert(verbs.contains(String(command.name.prefix { $0 != "-" })), command.name)
            XCTAssert(declaration.synopsis.hasSuffix("."), command.name)
            XCTAssertFalse(declaration.description.isEmpty, command.name)
            XCTAssertFalse(declaration.examples.isEmpty, command.name)
            XCTAssertEqual(declaration.implementingType, command.name)
            for parameter in declaration.parameters.parameters
            where !CommonParameters.names.contains(parameter.name) && !CommonParameters.shouldProcessNames.contains(parameter.name) {
                XCTAssertFalse(parameter.help.isEmpty, "\(command.name) -\(parameter.name)")
            }
        }
    }
}
