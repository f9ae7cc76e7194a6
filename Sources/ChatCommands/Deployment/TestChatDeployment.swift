// Test-ChatDeployment: tells what is wrong with the deployment.

import ChatModel
import Runtime

final class TestChatDeploymentCommand: Command {
    static let name = "Test-ChatDeployment"

    static let declaration = chatDeclaration(
        name, "Tells what is wrong with the deployment.", "Asks the rules about everything that is stored, and writes what they find; nothing if all is well.",
        parameters: [],
        output: ["Chat.Finding"],
        examples: [
            CommandExample("Three generations side by side", "(Test-ChatDeployment).Rule", output: "R11\n")
        ])

    func process(_ run: Invocation) throws {
        try run.read { store in
            for finding in try store.findingsAboutDeployment() { try run.write(FindingFace.own.show(finding)) }
            for pool in try store.chatPools() {
                let exists = run.session.fileStoreExists(pool.fileStore)
                for finding in try store.findings(about: pool, fileStoreExists: exists) { try run.write(FindingFace.own.show(finding)) }
            }
        }
    }
}
