// The commands of this folder.

import Runtime

enum LanguageCommands {
    static let all: [any Command.Type] = [
        WriteOutput.self, WriteError.self, WriteWarning.self, WriteVerbose.self, WriteDebug.self, WriteInformation.self, WriteHost.self, WriteProgress.self,
        GetVariable.self, SetVariable.self, NewVariable.self, ClearVariable.self, RemoveVariable.self, SetAlias.self, NewAlias.self, GetAlias.self,
        RemoveAlias.self, ExportAlias.self, ImportAlias.self, GetVerb.self, GetTypeData.self,
        InvokeExpression.self, InvokeCommand.self, MeasureCommand.self, SetStrictMode.self, GetPSCallStack.self, GetCommand.self, UpdateTypeData.self,
        RemoveTypeData.self, GetHelp.self, TabExpansion.self,
    ]
    static var types: [KnownType] { [VerbObject.known, TypeDataRecord.known, KnownType(ExportAlias.formats)] }
}
