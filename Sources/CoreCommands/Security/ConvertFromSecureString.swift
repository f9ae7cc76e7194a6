// ConvertFrom-SecureString: a secret as text that can be kept.

import Runtime
import TypeSystem

final class ConvertFromSecureString: Command {
    static let name = "ConvertFrom-SecureString"
    static let secret = Parameter<Value>("SecureString", position: 0, mandatory: true, pipeline: true, type: SecretObject.typeInfo, help: "The secret.")
    static let secureKey = Parameter<Value>(
        "SecureKey", position: 1, sets: ["Secure"], type: SecretObject.typeInfo, help: "A key of 8, 12 or 16 characters, as a secret.")
    static let asPlainText = Parameter<Bool>("AsPlainText", sets: ["AsPlainText"], help: "The text itself.")
    static let key = Parameter<[Value]>("Key", sets: ["Open"], type: TypeInfo.byte.arrayType(), help: "A key of 16, 24 or 32 bytes.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes a secret as text.",
        description:
            "With a key the text is enciphered with AES. Without one it is written as digits that everybody can read: nothing on Linux could protect it.",
        parameters: [secret, secureKey, asPlainText, key], defaultSet: "Secure", outputTypes: ["System.String"], module: "Microsoft.PowerShell.Security",
        examples: [
            CommandExample("There and back", "ConvertTo-SecureString 'lobby' -AsPlainText | ConvertFrom-SecureString -AsPlainText", output: "lobby\n")
        ])

    func process(_ run: Invocation) throws {
        guard let secret = run[Self.secret]?.object as? SecretObject else { return }
        if run.has(Self.asPlainText) { return try run.write(.text(secret.text)) }
        let key: [UInt8]
        if let own = run[Self.secureKey]?.object as? SecretObject {
            key = SecretText.key(own)
        } else if let own = run[Self.key] {
            key = own.map { UInt8(truncatingIfNeeded: $0.asInt64 ?? 0) }
        } else {
            return try run.write(.text(SecretText.hex(secret.text)))
        }
        guard let text = SecretText.enciphered(secret.text, key: key) else {
            throw run.failure(
                "Argument", "The key must have 128, 192 or 256 bits, but has \(key.count * 8).", type: "System.ArgumentException", category: .invalidArgument)
        }
        try run.write(.text(text))
    }
}
