// ConvertTo-SecureString: text that output does not show.

import Runtime
import TypeSystem

final class ConvertToSecureString: Command {
    static let name = "ConvertTo-SecureString"
    static let string = Parameter<String>("String", position: 0, mandatory: true, pipeline: true, help: "The text, or what ConvertFrom-SecureString wrote.")
    static let secureKey = Parameter<Value>(
        "SecureKey", position: 1, sets: ["Secure"], type: SecretObject.typeInfo, help: "The key it was enciphered with, as a secret.")
    static let asPlainText = Parameter<Bool>("AsPlainText", position: 1, sets: ["PlainText"], help: "The text is the secret itself.")
    static let force = Parameter<Bool>("Force", position: 2, sets: ["PlainText"], help: "Accepted with -AsPlainText; nothing depends on it.")
    static let key = Parameter<[Value]>("Key", sets: ["Open"], type: TypeInfo.byte.arrayType(), help: "The key it was enciphered with: 16, 24 or 32 bytes.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes a secret of text.",
        description:
            "The secret keeps its text out of output. Without -AsPlainText the text is what ConvertFrom-SecureString wrote, with the same key if it had one.",
        parameters: [string, secureKey, asPlainText, force, key], defaultSet: "Secure", outputTypes: ["System.Security.SecureString"],
        module: "Microsoft.PowerShell.Security",
        examples: [CommandExample("A secret", "(ConvertTo-SecureString 'lobby' -AsPlainText).Length", output: "5\n")])

    func process(_ run: Invocation) throws {
        let text = run[Self.string] ?? ""
        let found: String?
        if run.has(Self.asPlainText) {
            found = text
        } else if let secret = run[Self.secureKey]?.object as? SecretObject {
            found = SecretText.deciphered(text, key: SecretText.key(secret))
        } else if let key = run[Self.key] {
            found = SecretText.deciphered(text, key: key.map { UInt8(truncatingIfNeeded: $0.asInt64 ?? 0) })
        } else {
            found = SecretText.plain(text)
        }
        guard let found else {
            throw run.failure(
                "ImportSecureString_InvalidArgument_CryptographicError",
                "Cannot read the text as a secret: it was not written by ConvertFrom-SecureString with this key.",
                type: "PSArgumentException", category: .invalidArgument)
        }
        let made = SecretObject(found)
        made.close()
        try run.write(.object(made))
    }
}
