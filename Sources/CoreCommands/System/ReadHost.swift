// Read-Host: a line from the person at the terminal.

import Runtime
import TypeSystem

final class ReadHost: Command {
    static let name = "Read-Host"
    static let prompt = Parameter<Value>("Prompt", position: 0, remaining: true, allowsNull: true, help: "What to ask.")
    static let maskInput = Parameter<Bool>("MaskInput", sets: ["AsString"], help: "What is typed is not shown.")
    static let asSecureString = Parameter<Bool>("AsSecureString", sets: ["AsSecureString"], help: "The answer is a secret; what is typed is not shown.")
    static let declaration = CommandDeclaration(
        synopsis: "Reads a line from the person at the terminal, or from standard input.",
        description: "Writes the line as text. Without a person and without input it is an error.", parameters: [prompt, maskInput, asSecureString],
        defaultSet: "AsString", outputTypes: ["System.String", "System.Security.SecureString"],
        examples: [CommandExample("Without input", "try { Read-Host 'Room' } catch { 'nobody answers' }", output: "nobody answers\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let value = run[Self.prompt] ?? .null
        let words = try (session.elements(of: value) ?? [value]).map { try $0.toText(session) }.joined(separator: " ")
        session.host.flush()
        guard let line = session.host.readLine(prompt: words.isEmpty ? "" : words + ": ", isSecret: run.has(Self.maskInput) || run.has(Self.asSecureString))
        else {
            throw run.failure(
                "InvalidOperation", "There is nobody to ask and no input to read: standard input is at its end.", type: "PSInvalidOperationException",
                category: .invalidOperation)
        }
        guard run.has(Self.asSecureString) else { return try run.write(.text(line)) }
        let secret = SecretObject(line)
        secret.close()
        try run.write(.object(secret))
    }
}
