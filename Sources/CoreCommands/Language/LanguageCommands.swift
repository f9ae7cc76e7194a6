// The commands of this folder.

import Runtime

enum LanguageCommands {
    static let all: [any Command.Type] = []
}
