// The commands of this folder.

import Runtime

enum LanguageCommands {
    static let all: [any Command.Type] = [
        WriteOutput.self, WriteError.self, WriteWarning.self, WriteVerbose.self, WriteDebug.self, WriteInformation.self, WriteHost.self, WriteProgress.self,
        GetVariable.self, SetVariable.self, NewVariable.self, ClearVariable.self, RemoveVariable.self, SetAlias.self, NewAlias.self, GetAlias.self,
        RemoveAlias.self, ExportAlias.self, ImportAlias.self, GetHistory.self, AddHistory.self, ClearHistory.self, InvokeHistory.self, GetError.self,
        RegisterArgumentCompleter.self, SetPSDebug.self,
        InvokeExpression.self, InvokeCommand.self, MeasureCommand.self, SetStrictMode.self, GetPSCallStack.self, GetCommand.self, UpdateTypeData.self,
        RemoveTypeData.self, GetHelp.self, TabExpansion.self,
    ]

    static let types: [KnownType] = [HistoryMembers.known, KnownType(HistoryMembers.states), KnownType(ExportAlias.formats), CallFrameObject.known]

    /// What the language's objects need from its commands.
    static func install(in session: Session) { session.describeSyntax = { CommandSyntaxText.parameters(of: $0, $1) } }
}
