// The commands of this folder.

import Runtime

enum FormattingCommands {
    static let all: [any Command.Type] = [
        FormatCustom.self, FormatList.self, FormatTable.self, FormatWide.self, OutDefault.self, OutFile.self, OutHost.self, OutNull.self, OutString.self,
        UpdateFormatData.self, GetFormatData.self, ExportFormatData.self,
    ]
}
