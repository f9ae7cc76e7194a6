// Comment-based help: `.SYNOPSIS`, `.PARAMETER name` and their kin in the comment of a function or script.

import Runtime

struct CommentHelp {
    var synopsis: String?
    var description: String?
    var notes: String?
    var parameters: [(name: String, text: String)] = []
    var examples: [String] = []
    var links: [String] = []
    var inputs: [String] = []
    var outputs: [String] = []

    private static let sections: Set<String> = [
        "SYNOPSIS", "DESCRIPTION", "PARAMETER", "EXAMPLE", "INPUTS", "OUTPUTS", "NOTES", "LINK", "COMPONENT", "ROLE", "FUNCTIONALITY", "FORWARDHELPTARGETNAME",
        "FORWARDHELPCATEGORY", "REMOTEHELPRUNSPACE", "EXTERNALHELP",
    ]

    /// nil if the comment is no help; one unknown section voids the whole comment.
    init?(_ text: String) {
        var section: (name: String, argument: String)?
        var lines: [String] = []
        var found: [(name: String, argument: String, text: String)] = []
        func close() { if let section { found.append((section.name, section.argument, CommentHelp.trimmed(lines))) } }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let plain = String(line).trimmedSpaces
            // Words before the first section make it an ordinary comment.
            if section == nil, !plain.isEmpty, !plain.hasPrefix(".") { return nil }
            if plain.hasPrefix("."), let word = plain.dropFirst().split(separator: " ", maxSplits: 1).first, word.allSatisfy({ $0.isLetter }) {
                let name = word.uppercased()
                guard CommentHelp.sections.contains(name) else { return nil }
                close()
                section = (name, String(plain.dropFirst(word.count + 1)).trimmedSpaces)
                lines = []
            } else {
                lines.append(String(line))
            }
        }
        close()
        if found.isEmpty { return nil }
        for one in found {
            switch one.name {
            case "SYNOPSIS": synopsis = one.text
            case "DESCRIPTION": description = one.text
            case "NOTES": notes = one.text
            case "PARAMETER": parameters.append((one.argument, one.text))
            case "EXAMPLE": examples.append(one.text)
            case "LINK": links.append(one.text)
            case "INPUTS": inputs.append(one.text)
            case "OUTPUTS": outputs.append(one.text)
            default: break
            }
        }
    }

    /// Without blank lines at both ends and the indent all lines share.
    private static func trimmed(_ lines: [String]) -> String {
        var rest = lines[...]
        while let first = rest.first, first.trimmedSpaces.isEmpty { rest.removeFirst() }
        while let last = rest.last, last.trimmedSpaces.isEmpty { rest.removeLast() }
        let indent = rest.filter { !$0.trimmedSpaces.isEmpty }.map { $0.prefix { $0 == " " || $0 == "\t" }.count }.min() ?? 0
        return rest.map { String($0.dropFirst(min(indent, $0.count))) }.joined(separator: "\n")
    }
}
