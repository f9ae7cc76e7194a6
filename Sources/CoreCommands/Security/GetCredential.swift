// Get-Credential: a name with a secret, asked of the person at the terminal.

import Runtime
import TypeSystem

final class GetCredential: Command {
    static let name = "Get-Credential"
    static let credential = Parameter<Value>(
        "Credential", position: 0, sets: ["CredentialSet"], help: "A credential, which is given back, or a name whose secret is asked for.")
    static let userName = Parameter<String>("UserName", position: 0, sets: ["MessageSet"], help: "The name whose secret is asked for.")
    static let message = Parameter<String>("Message", sets: ["MessageSet"], help: "What to say above the question.")
    static let title = Parameter<String>("Title", sets: ["MessageSet"], help: "The heading of the question.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets a name with a secret from the person at the terminal.",
        description: "Asks for what is not given. A credential that is given comes back as it is. Without a person and without input it is an error.",
        parameters: [credential, userName, message, title], defaultSet: "CredentialSet", outputTypes: ["System.Management.Automation.PSCredential"],
        module: "Microsoft.PowerShell.Security",
        examples: [
            CommandExample(
                "One that is there already",
                "$known = [pscredential]::new('anna', (ConvertTo-SecureString 'x' -AsPlainText)); (Get-Credential $known).UserName",
                output: "anna\n")
        ])

    func process(_ run: Invocation) throws {
        let given = run[Self.credential] ?? .null
        if given.object is CredentialObject { return try run.write(given) }
        let host = run.session.host
        host.flush()
        host.write("\n\(run[Self.title] ?? "PowerShell credential request")\n\(run[Self.message] ?? "Enter your credentials.")\n")
        var name = try given.isNull ? run[Self.userName] ?? "" : given.toText(run.session)
        if name.isEmpty { name = try answer("User: ", isSecret: false, run) }
        let password = try answer("Password for user \(name): ", isSecret: true, run)
        if name.isEmpty { return }
        let secret = SecretObject(password)
        secret.close()
        try run.write(.object(CredentialObject(name, secret)))
    }

    private func answer(_ prompt: String, isSecret: Bool, _ run: Invocation) throws -> String {
        guard let line = run.session.host.readLine(prompt: prompt, isSecret: isSecret) else {
            throw run.failure(
                "InvalidOperation", "There is nobody to ask and no input to read: standard input is at its end.", type: "PSInvalidOperationException",
                category: .invalidOperation)
        }
        return line
    }
}
