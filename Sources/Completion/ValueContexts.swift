// Places where a value of a known set is due: beside a variable with few values, as a key of a table that a command takes, in comments
// that the language reads.

import Diagnostics
import Runtime
import Syntax

enum ValueContexts {
    // MARK: Comments

    /// What stands after `#requires -`, and the words of help in a block comment; nil in any other comment.
    static func comment(_ text: String, _ session: Session) -> (typed: String, matches: [CompletionMatch])? {
        if text.lowercased().hasPrefix("#requires") { return requires(text, session) }
        guard text.hasPrefix("<#"), let line = text.split(separator: "\n", omittingEmptySubsequences: false).last else { return nil }
        let word = line.drop { $0 == " " || $0 == "\t" }
        guard word.hasPrefix("."), word.dropFirst().allSatisfy(\.isLetter) else { return nil }
        let typed = String(word.dropFirst())
        return (typed, helpWords.filter { begins($0, typed) }.map { CompletionMatch($0, kind: .keyword) })
    }

    private static let helpWords = [
        "COMPONENT", "DESCRIPTION", "EXAMPLE", "EXTERNALHELP", "FORWARDHELPCATEGORY", "FORWARDHELPTARGETNAME", "FUNCTIONALITY", "INPUTS", "LINK", "NOTES",
        "OUTPUTS", "PARAMETER", "REMOTEHELPRUNSPACE", "ROLE", "SYNOPSIS",
    ]

    private static func requires(_ text: String, _ session: Session) -> (typed: String, matches: [CompletionMatch])? {
        let words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        let typed = text.hasSuffix(" ") ? "" : words.last ?? ""
        let before = (text.hasSuffix(" ") ? words : words.dropLast()).dropFirst()
        if typed.hasPrefix("-") {
            let given = Set(before.filter { $0.hasPrefix("-") }.map { $0.dropFirst().lowercased() })
            let names = ["Modules", "PSEdition", "RunAsAdministrator", "Version"].filter {
                begins($0, String(typed.dropFirst())) && !given.contains($0.lowercased())
            }
            return (String(typed.dropFirst()), names.map { CompletionMatch($0, kind: .parameterName, listText: $0) })
        }
        switch before.last?.lowercased() {
        case "-psedition": return (typed, ["Core", "Desktop"].filter { begins($0, typed) }.map { CompletionMatch($0, kind: .parameterValue) })
        case "-modules": return (typed, Commands.modules(typed, session))
        default: return (typed, [])
        }
    }

    // MARK: Keys

    /// The keys of the tables by which commands describe a property.
    static func keys(of command: String, _ parameter: ParameterInfo?) -> [String]? {
        guard parameter == nil || parameter?.name.equalsIgnoringCase("Property") == true || parameter?.name.equalsIgnoringCase("GroupBy") == true else {
            return nil
        }
        switch command.lowercased() {
        case "format-table": return ["Expression", "FormatString", "Label", "Width", "Alignment"]
        case "format-list": return ["Expression", "FormatString", "Label"]
        case "format-wide": return ["Expression", "FormatString"]
        case "format-custom": return ["Expression", "Depth"]
        case "sort-object": return ["Expression", "Ascending", "Descending"]
        case "group-object", "measure-object", "compare-object", "convertto-html": return ["Expression"]
        case "select-object": return ["Name", "Expression"]
        default: return nil
        }
    }

    // MARK: Beside a variable

    private static let comparing: Set<String> = [
        "=", "-eq", "-ne", "-ceq", "-cne", "-ieq", "-ine", "-like", "-notlike", "-match", "-notmatch", "-contains", "-notcontains", "-in", "-notin", "-gt",
        "-ge",
        "-lt", "-le",
    ]

    /// `$name = '…` or `$name -eq …`: the variable, the quote, and what is typed of the value.
    static func beside(_ text: String) -> (variable: String, quote: String, typed: String)? {
        let typed = String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
        var rest = Substring(text).dropLast(typed.count)
        var quote = ""
        if let last = rest.last, last == "'" || last == "\"" {
            quote = String(last)
            rest = rest.dropLast()
        }
        guard rest.last == " " || rest.last == "=" else { return nil }
        while rest.last == " " { rest = rest.dropLast() }
        let operation = String(rest.reversed().prefix { $0.isLetter || $0 == "=" || $0 == "-" }.reversed())
        guard comparing.contains(operation.lowercased()) else { return nil }
        rest = rest.dropLast(operation.count)
        while rest.last == " " { rest = rest.dropLast() }
        let name = String(rest.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" }.reversed())
        guard !name.isEmpty, rest.dropLast(name.count).last == "$" else { return nil }
        let plain = name.split(separator: ":").last.map(String.init) ?? name
        return (plain, quote, typed)
    }

    /// The values a variable may have: those of its enumeration, or those its attribute names; nil for any other.
    static func values(of variable: String, _ source: SourceText, _ session: Session, _ scope: Scope) -> [String]? {
        switch variable.lowercased() {
        case "erroractionpreference", "warningpreference", "informationpreference", "verbosepreference", "debugpreference", "progresspreference":
            return TypeInfo.actionPreference.enumeration?.members.map(\.name).sorted()
        case "confirmpreference": return TypeInfo.confirmImpact.enumeration?.members.map(\.name).sorted()
        case "psnativecommandargumentpassing": return ["Legacy", "Standard", "Windows"]
        default: break
        }
        if let written = written(variable, source, session) { return written }
        guard let enumeration = session.variable(variable, in: scope)?.asEnumeration?.enumeration.enumeration else { return nil }
        return enumeration.members.map(\.name).sorted()
    }

    /// What the line itself says of a variable by a type or an attribute in front of it.
    private static func written(_ variable: String, _ source: SourceText, _ session: Session) -> [String]? {
        var found: [String]?
        for statement in parse(source).root.end?.statements ?? [] {
            guard case .assignment(let assignment) = statement else { continue }
            var target = assignment.target
            var values: [String]?
            while true {
                if case .attributed(let attributed) = target {
                    if attributed.attribute.type.description.equalsIgnoringCase("ValidateSet") {
                        values = attributed.attribute.positional.compactMap { if case .string(let text) = $0 { text.value } else { nil } }.sorted {
                            $0.lowercased() < $1.lowercased()
                        }
                    }
                    target = attributed.operand
                } else if case .convert(let convert) = target {
                    if values == nil { values = session.findType(convert.type.description)?.enumeration?.members.map(\.name).sorted() }
                    target = convert.operand
                } else {
                    break
                }
            }
            if case .variable(let name) = target, name.name.equalsIgnoringCase(variable), let values { found = values }
        }
        return found
    }
}
