// The commands of this folder.

import Runtime

enum DataCommands {
    static let all: [any Command.Type] = []
}
