// What there is to say about one command, gathered from its declaration or its comment.

import Runtime

struct HelpTopic {
    let command: CommandInfo
    let category: String
    let synopsis: String
    let description: String?
    let parameterTexts: [String: String]
    let examples: [(code: String, remarks: String)]
    let notes: String?
    let links: [String]
    let inputs: [String]
    let outputs: [String]
    /// False where only the syntax is known.
    let isWritten: Bool

    init(_ command: CommandInfo, _ session: Session) {
        self.command = command
        switch command {
        case let cmdlet as CmdletInfo:
            let declaration = cmdlet.declaration
            category = "Cmdlet"
            synopsis = declaration.synopsis
            description = declaration.description.isEmpty ? nil : declaration.description
            parameterTexts = Dictionary(declaration.parameters.parameters.map { ($0.name.lowercased(), $0.help) }, uniquingKeysWith: { first, _ in first })
            examples = declaration.examples.map { ($0.code, $0.title + ($0.output.isEmpty ? "" : "\n\n" + $0.output)) }
            notes = nil
            links = declaration.relatedLinks
            inputs = declaration.inputTypes
            outputs = declaration.outputTypes
            isWritten = true
        default:
            let block = (command as? FunctionInfo)?.block ?? (command as? ScriptInfo)?.block
            category = command is ScriptInfo ? "ExternalScript" : (command as? FunctionInfo)?.isFilter == true ? "Filter" : "Function"
            let comment = block?.syntax.helpText.flatMap { CommentHelp($0) }
            synopsis = comment?.synopsis ?? "\n" + (command.parameters.map { CommandSyntaxText.line(command, $0, $0.setNames.first) } ?? command.name) + " \n"
            description = comment?.description
            parameterTexts = Dictionary((comment?.parameters ?? []).map { ($0.name.lowercased(), $0.text) }, uniquingKeysWith: { first, _ in first })
            // Code and remarks part at a blank line.
            examples = (comment?.examples ?? []).map { text in
                let pieces = text.components(separatedBy: "\n\n")
                return (pieces[0], pieces.dropFirst().joined(separator: "\n\n"))
            }
            notes = comment?.notes
            links = comment?.links ?? []
            inputs = comment?.inputs ?? []
            outputs = comment?.outputs ?? []
            isWritten = comment != nil
        }
    }

    // MARK: As an object

    /// The help as an object of one of the views' types.
    func object(view: String, _ session: Session) -> Value {
        let base = isWritten ? "MamlCommandHelpInfo" : "ExtendedCmdletHelpInfo"
        let texts: (String?) -> Value = { text in text.map { .array([session.record([("Text", .text($0))], typeName: "MamlParaTextItem")]) } ?? .null }
        let syntax = session.record([("syntaxItem", .array(syntaxLines.map { .text($0) })), ("lines", .strings(syntaxLines))], typeName: base + "#syntax")
        let exampleObjects = examples.enumerated().map { index, example in
            session.record(
                [
                    ("title", .text("-------------------------- EXAMPLE \(index + 1) --------------------------")), ("code", .text(example.code)),
                    ("remarks", .array([session.record([("Text", .text(example.remarks))])])),
                ], typeName: "MamlCommandHelpInfo#example")
        }
        let details = session.record([("name", .text(command.name)), ("description", texts(isWritten ? synopsis : nil))], typeName: base + "#details")
        let record = session.record([
            ("Name", .text(command is ScriptInfo ? (command as? ScriptInfo)?.path ?? command.name : command.name)), ("Category", .text(category)),
            ("Synopsis", .text(synopsis)), ("ModuleName", .text(command.moduleName)), ("Details", details), ("description", texts(description)),
            ("Syntax", syntax), ("parameters", session.record([("parameter", .array(ownParameters.map { parameterObject($0, session) }))])),
            ("examples", examples.isEmpty ? .null : session.record([("example", .array(exampleObjects))])),
            (
                "relatedLinks",
                links.isEmpty
                    ? .null : session.record([("navigationLink", .array(links.map { session.record([($0.contains("://") ? "uri" : "linkText", .text($0))]) }))])
            ),
            ("alertSet", notes.map { session.record([("alert", .array([session.record([("Text", .text($0))])]))]) } ?? .null),
            (
                "inputTypes",
                inputs.isEmpty
                    ? .null : session.record([("inputType", .array(inputs.map { session.record([("type", session.record([("name", .text($0))]))]) }))])
            ),
            (
                "returnValues",
                outputs.isEmpty
                    ? .null : session.record([("returnValue", .array(outputs.map { session.record([("type", session.record([("name", .text($0))]))]) }))])
            ),
        ])
        record.asRecord?.setTypeNames(view.isEmpty ? [base] : ["\(base)#\(view)", base])
        HelpLines.remember(self, for: record, session)
        return record
    }

    var ownParameters: [ParameterInfo] {
        guard let table = command.parameters else { return [] }
        let own = table.parameters.filter { !table.isCommonParameter($0) }
        // Where nothing is written they stand by name.
        return isWritten ? own : own.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }

    var syntaxLines: [String] {
        guard let table = command.parameters else { return [command.name] }
        let sets: [String?] = table.setNames.isEmpty ? [nil] : table.setNames
        if !isWritten { return sets.map { command.name + " " + CommandSyntaxText.parameters(of: table, $0) + " " } }
        return sets.map { CommandSyntaxText.help(command, table, $0) + (table.isAdvanced || command is CmdletInfo ? "" : " [<CommonParameters>]") }
    }

    func parameterObject(_ parameter: ParameterInfo, _ session: Session) -> Value {
        let place = parameter.places.first
        let record = session.record(
            [
                ("name", .text(parameter.name)), ("required", .text(place?.isMandatory == true ? "true" : "false")),
                ("pipelineInput", .text(pipelineText(parameter))), ("position", .text(positionText(parameter))), ("globbing", "false"),
                ("defaultValue", ""), ("aliases", .text(parameter.aliases.joined(separator: ", "))),
                ("type", session.record([("name", .text(CommandSyntaxText.typeName(parameter.type)))])),
                ("description", .array([session.record([("Text", .text(parameterTexts[parameter.name.lowercased()] ?? ""))])])),
                ("lines", .strings(HelpLines.parameter(parameter, self))),
            ], typeName: "MamlCommandHelpInfo#parameter")
        return record
    }

    func pipelineText(_ parameter: ParameterInfo) -> String {
        let value = parameter.places.contains { $0.takesPipeline }, name = parameter.places.contains { $0.takesPipelineByName }
        if !value && !name { return "false" }
        return "true (" + [value ? "ByValue" : nil, name ? "ByPropertyName" : nil].compactMap { $0 }.joined(separator: ", ") + ")"
    }

    func positionText(_ parameter: ParameterInfo) -> String {
        if let position = parameter.places.compactMap(\.position).min() { return String(position + 1) }
        return command.parameters?.position(of: parameter, in: nil).map { String($0 + 1) } ?? "named"
    }
}

extension String {
    func components(separatedBy mark: String) -> [String] {
        var result: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            result.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return result + [String(rest)]
    }
}

extension Substring {
    fileprivate func firstRange(of mark: String) -> Range<Index>? {
        guard !mark.isEmpty else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
            start = index(after: start)
        }
        return nil
    }
}
