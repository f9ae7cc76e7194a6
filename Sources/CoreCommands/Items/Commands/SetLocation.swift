// Set-Location: where relative paths begin.

import Runtime

final class SetLocation: Command {
    static let name = "Set-Location"
    static let aliases = ["cd", "chdir", "sl"]
    static let path = Parameter<String>(
        "Path", position: 0, pipeline: true, byName: true, sets: ["Path"],
        help: "The place; - for the one before, + for the one after. The home folder if not given.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["LiteralPath"], help: "The place, without wildcards.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the place.")
    static let stackName = Parameter<String>("StackName", byName: true, sets: ["Stack"], help: "The stack that Push-Location and Pop-Location use from now on.")
    static let declaration = CommandDeclaration(
        synopsis: "Goes to another place.", description: "Sets the current location, a folder or another drive.",
        parameters: [path, literalPath, passThru, stackName], defaultSet: "Path", outputTypes: ["System.Management.Automation.PathInfo"],
        module: "Microsoft.PowerShell.Management", examples: [CommandExample("There and back", "Set-Location /usr; (Get-Location).Path", output: "/usr\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let history = session.locations
        if run.isBound(Self.stackName) {
            history.current = history.key(run[Self.stackName] ?? "")
            return
        }
        let text = run[Self.literalPath] ?? run[Self.path] ?? session.environment["HOME"] ?? "/"
        do {
            let start = session.place
            if !run.isBound(Self.literalPath), text == "-" || text == "+" {
                let isBack = text == "-"
                guard let target = isBack ? history.back.popLast() : history.forward.popLast() else {
                    throw run.failure(
                        "System.InvalidOperationException",
                        isBack ? "There is no place before this one to go back to." : "There is no place after this one to go to.",
                        type: "System.InvalidOperationException", category: .invalidOperation)
                }
                if isBack { history.forward.append(start) } else { history.back.append(start) }
                session.go(to: target)
                if run.has(Self.passThru) { try run.write(.object(PathInfo(session.currentPath))) }
                return
            }
            session.go(to: try session.place(of: text.isEmpty ? "." : text, isLiteral: run.isBound(Self.literalPath), run))
            history.back.append(start)
            history.forward = []
            if run.has(Self.passThru) { try run.write(.object(PathInfo(session.currentPath))) }
        } catch let failure as ShellError where !failure.endsScript && failure.record.errorId != "System.InvalidOperationException" {
            try run.writeError(failure.record)
        }
    }
}
