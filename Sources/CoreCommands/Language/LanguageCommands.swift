// The commands of this folder.

import Runtime

enum LanguageCommands {
    static let all: [any Command.Type] = [
        WriteOutput.self, WriteError.self, WriteWarning.self, WriteVerbose.self, WriteDebug.self, WriteInformation.self, WriteHost.self, WriteProgress.self,
        GetVariable.self, SetVariable.self, NewVariable.self, ClearVariable.self, RemoveVariable.self, SetAlias.self, NewAlias.self, GetAlias.self,
        RemoveAlias.self,
        InvokeExpression.self, InvokeCommand.self, MeasureCommand.self, SetStrictMode.self, GetPSCallStack.self, GetCommand.self, UpdateTypeData.self,
        RemoveTypeData.self, GetHelp.self, TabExpansion.self,
    ]

    /// What the language's objects need from its commands.
    static func install(in session: Session) { session.describeSyntax = { CommandSyntaxText.parameters(of: $0, $1) } }
}
