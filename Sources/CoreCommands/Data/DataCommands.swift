// The commands of this folder, and the types they write.

import Runtime

enum DataCommands {
    static let all: [any Command.Type] = [
        ConvertToCsv.self, ExportCsv.self, ImportCsv.self, ConvertFromCsv.self, ConvertToJson.self, ConvertFromJson.self, GetDate.self, NewTimeSpan.self,
        GetRandom.self, GetSecureRandom.self, NewGuid.self,
        SelectString.self, JoinString.self, ConvertFromStringData.self, FormatHex.self, GetCulture.self, GetUICulture.self, ImportPowerShellDataFile.self,
        ConvertToHtml.self, SelectXml.self, ConvertToXml.self, ExportClixml.self, ImportClixml.self, ConvertToCliXml.self, ConvertFromCliXml.self,
    ]
    static var types: [KnownType] {
        [
            KnownType(CsvParameters.quoteKind), KnownType(ConvertToJson.escapeKinds), KnownType(ConvertFromJson.dateKinds), KnownType(JsonReader.tableType),
            KnownType(GetDate.hints), ByteRow.known, SelectXmlInfo.known,
        ] + MatchInfoObject.known
    }
}
