// The commands of this folder.

import Runtime

enum ItemCommands {
    static let all: [any Command.Type] = []
}
