// The commands of this folder.

import Runtime

enum SecurityCommands {
    static let all: [any Command.Type] = [ConvertToSecureString.self, ConvertFromSecureString.self, GetCredential.self]
}
