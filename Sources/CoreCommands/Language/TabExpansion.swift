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
        let column = run[Self.cursorColumn] ?? text.utf16.count
        try run.write(.object(CompletionList(Completer.complete(text, cursor: column, session, scope: run.scope))))
    }
}
