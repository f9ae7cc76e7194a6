// The commands of this folder, and the types they write.

import Runtime

enum DataCommands {
    static let all: [any Command.Type] = []
    static var types: [KnownType] { [] }
}
