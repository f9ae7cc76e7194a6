// The commands of this folder.

import Runtime

enum ObjectCommands {
    static let all: [any Command.Type] = [ForEachObject.self, WhereObject.self]
}
