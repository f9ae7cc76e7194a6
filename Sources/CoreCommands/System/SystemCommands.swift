// The commands of this folder, and the types they write.

import Runtime

enum SystemCommands {
    static let all: [any Command.Type] = []
    static var types: [KnownType] { [] }
}
