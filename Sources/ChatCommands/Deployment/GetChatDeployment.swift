// Get-ChatDeployment: gets the deployment of the session: its store and how much is in it.

import ChatModel
import Runtime

final class GetChatDeploymentCommand: Command {
    static let name = "Get-ChatDeployment"

    static let declaration = chatDeclaration(
        name, "Gets the deployment of the session: its store and how much is in it.", "Use-ChatDeployment opens another one.", parameters: [],
        output: ["Chat.Deployment"],
        examples: [
            CommandExample("How many users there are", "(Get-ChatDeployment).Users", output: "5\n")
        ])

    func process(_ run: Invocation) throws {
        try run.read { store in try run.write(ShownDeployment.face.show(try ShownDeployment(path: try SessionDeployment.path(run.session), store))) }
    }
}
