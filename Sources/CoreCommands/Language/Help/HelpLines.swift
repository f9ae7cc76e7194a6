// Help as a person reads it: the lines of each view.

import Formatting
import Runtime

enum HelpLines {
    /// The topics behind help objects, so that a view can print what the object was made from.
    final class Shown {
        var topics: [(record: Record, topic: HelpTopic)] = []
    }

    static func remember(_ topic: HelpTopic, for value: Value, _ session: Session) {
        guard let record = value.asRecord else { return }
        let shown = session.attachment(Shown.self) {
            ViewTable.of(session).add(views)
            return Shown()
        }
        shown.topics.append((record, topic))
        if shown.topics.count > 200 { shown.topics.removeFirst(100) }
    }

    private static let kinds = ["", "FullView", "DetailedView", "ExamplesView"]
    static let views: [View] =
        ["MamlCommandHelpInfo", "ExtendedCmdletHelpInfo"].flatMap { base in
            kinds.map { kind in
                View(
                    "help" + kind, types: [kind.isEmpty ? base : base + "#" + kind],
                    .custom { value, session in
                        guard let record = value.asRecord,
                            let topic = session.attachment(Shown.self, make: { Shown() }).topics.last(where: { $0.record === record })?.topic
                        else { return [] }
                        return lines(topic, kind)
                    })
            }
        } + [
            View(
                "help parameter", types: ["MamlCommandHelpInfo#parameter"],
                .custom { value, session in try (session.elements(of: session.property(of: value, "lines")) ?? []).map { try $0.toText(session) } }),
            View(
                "help syntax", types: ["MamlCommandHelpInfo#syntax", "ExtendedCmdletHelpInfo#syntax"],
                .custom { value, session in try (session.elements(of: session.property(of: value, "lines")) ?? []).flatMap { [try $0.toText(session), ""] } }),
        ]

    private static func indented(_ text: String) -> [String] { text.components(separatedBy: "\n").map { "    " + $0 } }

    private static func lines(_ topic: HelpTopic, _ kind: String) -> [String] {
        if !topic.isWritten { return bare(topic) }
        var result = ["NAME", "    \(topic.command.name)", "    ", "SYNOPSIS"]
        result += indented(topic.synopsis) + ["    ", "    "]
        if kind == "ExamplesView" { return result + examples(topic) + [""] }
        result.append("SYNTAX")
        for line in topic.syntaxLines { result += indented(line) + ["    "] }
        result += ["    ", "DESCRIPTION"]
        if let description = topic.description { result += indented(description) + ["    "] }
        result.append("")
        if kind == "DetailedView" || kind == "FullView" {
            result.append("PARAMETERS")
            for parameter in topic.ownParameters { result += self.parameter(parameter, topic).map { "    " + $0 } }
            result += [
                "    <CommonParameters>", "        This cmdlet supports the common parameters: Verbose, Debug,",
                "        ErrorAction, ErrorVariable, WarningAction, WarningVariable,",
                "        OutBuffer, PipelineVariable, and OutVariable. For more information, see",
                "        about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). ", "    ",
            ]
        }
        if kind == "FullView" {
            result += ["INPUTS"] + topic.inputs.flatMap(indented) + ["    ", "OUTPUTS"] + topic.outputs.flatMap(indented) + ["    "]
            if let notes = topic.notes { result += ["NOTES", "    "] + indented(notes) + ["    "] }
        }
        if kind == "DetailedView" || kind == "FullView" { result += examples(topic) }
        result += ["RELATED LINKS"] + topic.links.map { "    " + $0 } + [""]
        if kind.isEmpty || kind == "DetailedView" {
            result += [
                "REMARKS", "    To see the examples, type: \"Get-Help \(topic.command.name) -Examples\"",
                "    For more information, type: \"Get-Help \(topic.command.name) -Detailed\"",
                "    For technical information, type: \"Get-Help \(topic.command.name) -Full\"", "",
            ]
        }
        return result
    }

    /// All there is to say about a function without a comment.
    private static func bare(_ topic: HelpTopic) -> [String] {
        var result = ["NAME", "    \(topic.command.name)", "    ", "SYNTAX"]
        for line in topic.syntaxLines { result += indented(line) + ["    "] }
        return result + ["", "ALIASES", "    None", "    ", "", "REMARKS", "    None", ""]
    }

    private static func examples(_ topic: HelpTopic) -> [String] {
        topic.examples.enumerated().flatMap { index, example in
            ["    -------------------------- EXAMPLE \(index + 1) --------------------------", "    "] + indented(example.code) + ["    "]
                + (example.remarks.isEmpty ? [] : indented(example.remarks)) + ["    ", "    ", "    "]
        }
    }

    static func parameter(_ parameter: ParameterInfo, _ topic: HelpTopic) -> [String] {
        let type = parameter.isSwitch ? " [<SwitchParameter>]" : " <\(CommandSyntaxText.typeName(parameter.type))>"
        let text = topic.parameterTexts[parameter.name.lowercased()] ?? ""
        let isRequired = parameter.places.contains { $0.isMandatory }
        return ["-\(parameter.name)\(type)"] + (text.isEmpty ? [] : indented(text)) + [
            "    ", "    Required?                    \(isRequired)", "    Position?                    \(topic.positionText(parameter))",
            "    Default value                ", "    Accept pipeline input?       \(topic.pipelineText(parameter))",
            "    Aliases                      \(parameter.aliases.joined(separator: ", "))", "    Accept wildcard characters?  false", "    ", "",
        ]
    }
}

extension CommandSyntaxText {
    /// The type as help writes it: `String`, `Int32[]`.
    static func typeName(_ type: TypeInfo) -> String { type.rank > 0 ? (type.elementType.map(typeName) ?? "Object") + "[]" : type.name }

    /// A line of syntax with help's spelling of types.
    static func help(_ command: CommandInfo, _ table: ParameterTable, _ set: String?) -> String {
        var text = line(command, table, set)
        for parameter in table.parameters {
            text = text.components(separatedBy: "<\(parameter.type.displayName)>").joined(separator: "<\(typeName(parameter.type))>")
        }
        return text
    }
}
