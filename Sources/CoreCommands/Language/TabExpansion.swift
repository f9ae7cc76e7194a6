// TabExpansion2: what Tab would offer, as objects.

import Completion
import Runtime

final class TabExpansion: Command {
    static let name = "TabExpansion2"
    static let inputScript = Parameter<String>("inputScript", position: 0, mandatory: true, allowsEmptyString: true, help: "The line.")
    static let cursorColumn = Parameter<Int>("cursorColumn", position: 1, help: "Where the cursor stands, from 0; at the end unless given.")
    static let options = Parameter<Value>("options", position: 2, help: "A table of options; none count here.")
    static let declaration = CommandDeclaration(
        synopsis: "Says what could complete a line.", description: "Gives the matches for the word at the cursor and the stretch they replace.",
        parameters: [inputScript, cursorColumn, options], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("A command", "(TabExpansion2 'Get-Uni' 7).CompletionMatches[0].CompletionText", output: "Get-Unique\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let text = run[Self.inputScript] ?? ""
        let result = Completer.complete(text, cursor: run[Self.cursorColumn] ?? text.utf16.count, session)
        let matches = result.matches.map { match in
            session.record(
                [
                    ("CompletionText", .text(match.text)), ("ListItemText", .text(match.listText)), ("ResultType", .text(match.kind.rawValue)),
                    ("ToolTip", .text(match.toolTip)),
                ], typeName: "System.Management.Automation.CompletionResult")
        }
        try run.write(
            session.record(
                [
                    ("CurrentMatchIndex", .int(-1)), ("ReplacementIndex", .int(Int32(result.start))), ("ReplacementLength", .int(Int32(result.length))),
                    ("CompletionMatches", .array(matches)),
                ], typeName: "System.Management.Automation.CommandCompletion"))
    }
}
