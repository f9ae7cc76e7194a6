// The commands of this folder, and the types they write.

import Runtime

enum DataCommands {
    static let all: [any Command.Type] = [
        ConvertToCsv.self, ExportCsv.self, ImportCsv.self, ConvertFromCsv.self, ConvertToJson.self, ConvertFromJson.self,
    ]
    static var types: [KnownType] { [KnownType(CsvParameters.quoteKind), KnownType(ConvertToJson.escapeKinds), KnownType(ConvertFromJson.dateKinds), KnownType(JsonReader.tableType)] }
}
