// Every example in the help is run, and every command is complete in what it says about itself.

import CoreCommands
import Runtime
import XCTest

final class ExampleTests: XCTestCase {
    func testExamplesInHelpAreTrue() throws {
        for command in CoreCommands.all {
            for example in command.declaration.examples {
                let output = try TestShell().output(example.code)
                if output != example.output {
                    XCTFail("\(command.name), \(example.title): \(example.code)\nexpected:\n\(example.output)\ngot:\n\(output)")
                }
            }
        }
    }

    func testCommandsSayWhatTheyAre() {
        var names: Set<String> = []
        for command in CoreCommands.all {
            let declaration = command.declaration
            XCTAssert(names.insert(command.name.lowercased()).inserted, "\(command.name) is declared twice")
            XCTAssert(declaration.synopsis.hasSuffix("."), "\(command.name) has no synopsis")
            XCTAssertFalse(declaration.examples.isEmpty, "\(command.name) has no example")
            for parameter in declaration.parameters.parameters
            where !CommonParameters.names.contains(parameter.name) && !CommonParameters.shouldProcessNames.contains(parameter.name) {
                XCTAssertFalse(parameter.help.isEmpty, "\(command.name) -\(parameter.name) has no help")
            }
        }
    }
}
