// The commands of this folder.

import Runtime

enum SystemCommands {
    static let all: [any Command.Type] = []
}
