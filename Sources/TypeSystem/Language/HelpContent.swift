// `GetHelpContent`: the sections of a help comment as an object.

import Runtime

enum HelpContent {
    /// - Parameter text: the comment without its marks; null for none.
    static func of(_ text: String?, _ session: Session) -> Value {
        guard let text else { return .null }
        var sections: [(name: String, argument: String, lines: [Substring])] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            if let first = words.first, first.hasPrefix("."), first.dropFirst().allSatisfy(\.isLetter), first.count > 1 {
                let argument = words.count > 1 ? words[1].split(separator: " ").joined(separator: " ") : ""
                sections.append((first.dropFirst().uppercased(), argument, []))
            } else if !sections.isEmpty {
                sections[sections.count - 1].lines.append(line)
            }
        }
        func body(_ lines: [Substring]) -> Value {
            func isBlank(_ line: Substring) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" } }
            let from = lines.drop(while: isBlank)
            let kept = from.prefix((from.lastIndex { !isBlank($0) } ?? from.startIndex - 1) - from.startIndex + 1)
            return .text(kept.joined(separator: "\n") + "\n")
        }
        func one(_ name: String) -> Value { sections.first { $0.name == name }.map { body($0.lines) } ?? .null }
        func all(_ name: String) -> Value { .object(ListObject(sections.filter { $0.name == name }.map { body($0.lines) }, type: AstTypes.list)) }
        func argument(_ name: String) -> Value { sections.first { $0.name == name }.map { .text($0.argument) } ?? .null }
        let parameters = TableObject()
        for section in sections where section.name == "PARAMETER" { parameters.table.set(.text(section.argument.uppercased()), body(section.lines)) }
        return session.record(
            [
                ("Synopsis", one("SYNOPSIS")), ("Description", one("DESCRIPTION")), ("Notes", one("NOTES")), ("Parameters", .object(parameters)),
                ("Links", all("LINK")), ("Examples", all("EXAMPLE")), ("Inputs", all("INPUTS")), ("Outputs", all("OUTPUTS")), ("Component", one("COMPONENT")),
                ("Role", one("ROLE")), ("Functionality", one("FUNCTIONALITY")), ("ForwardHelpTargetName", argument("FORWARDHELPTARGETNAME")),
                ("ForwardHelpCategory", argument("FORWARDHELPCATEGORY")), ("RemoteHelpRunspace", argument("REMOTEHELPRUNSPACE")),
                ("MamlHelpFile", argument("EXTERNALHELP")),
            ], typeName: "System.Management.Automation.Language.CommentHelpInfo")
    }
}
