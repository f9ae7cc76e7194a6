// The commands of this folder.

import Runtime

enum LanguageCommands {
    static let all: [any Command.Type] = [
        WriteOutput.self, WriteError.self, WriteWarning.self, WriteVerbose.self, WriteDebug.self, WriteInformation.self, WriteHost.self, WriteProgress.self,
        GetVariable.self, SetVariable.self, NewVariable.self, ClearVariable.self, RemoveVariable.self, SetAlias.self, NewAlias.self, GetAlias.self,
        RemoveAlias.self, ExportAlias.self, ImportAlias.self, GetVerb.self, GetTypeData.self, GetHistory.self, AddHistory.self, ClearHistory.self,
        InvokeHistory.self, GetError.self,
        RegisterArgumentCompleter.self, SetPSDebug.self, AddType.self,
        InvokeExpression.self, InvokeCommand.self, MeasureCommand.self, SetStrictMode.self, GetPSCallStack.self, GetCommand.self, UpdateTypeData.self,
        RemoveTypeData.self, GetHelp.self, TabExpansion.self, GetTraceSource.self, SetTraceSource.self, TraceCommand.self,
    ]

    static let types: [KnownType] =
        [
            CompletionItem.known, CompletionList.known, CompletionPosition.known, KnownType(CompletionItem.kinds),
            HistoryMembers.known, KnownType(HistoryMembers.states), KnownType(ExportAlias.formats), CallFrameObject.known,
            HostMessage.known, VerbObject.known, TypeDataRecord.known,
        ] + TraceSourceObject.types

    /// What the language's objects need from its commands.
    static func install(in session: Session) {
        session.describeSyntax = { CommandSyntaxText.parameters(of: $0, $1) }
        session.startInBackground = { [unowned session] text, scope in
            let script = text.hasSuffix("&") ? String(text.dropLast()) : text
            var order = JobOrder(script: script)
            order.variables = try SentVariables.collect(script, all: true, scope, session)
            return .object(try StartJob.start(order, name: nil, command: script, session))
        }
        // Whoever waits for the session's end is told; what fails then has nobody to hear of it.
        session.lastActs.append { session in
            if session.events.subscribers.contains(where: { $0.source.equalsIgnoringCase("PowerShell.Exiting") }) {
                _ = try? session.events.raise("PowerShell.Exiting", sender: .null, arguments: [], messageData: .null, session)
            }
        }
    }
}
