// Use-ChatDeployment: opens another deployment.

import ChatModel
import Runtime

final class UseChatDeploymentCommand: Command {
    static let name = "Use-ChatDeployment"
    static let path = Parameter<String>(
        "Path", aliases: ["Store", "FullName"], position: 0, mandatory: true, byName: true, help: "The file of the store; created at first use.")
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Opens another deployment.",
        "All commands of the session work on it from now on, and so do programs that the session starts: the path stands in $env:CHATSH_STORE.",
        parameters: [path, passThru], output: ["Chat.Deployment"],
        examples: [
            CommandExample("A deployment of its own for rehearsals", "Use-ChatDeployment rehearsal.db; (Get-ChatDeployment).Users", output: "0\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        let former = session.environment[SessionDeployment.variable]
        let path = run[Self.path] ?? ""
        session.environment[SessionDeployment.variable] = path.hasPrefix("postgres") ? path : session.fullPath(path)
        do {
            try run.read { store in
                if run.has(Self.passThru) { try run.write(ShownDeployment.face.show(try ShownDeployment(path: try SessionDeployment.path(session), store))) }
            }
        } catch {
            session.environment[SessionDeployment.variable] = former
            throw error
        }
    }
}
