// The commands of this folder.

import Runtime

enum FormattingCommands {
    static let all: [any Command.Type] = []
}
