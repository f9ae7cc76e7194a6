// ConvertTo-Html: objects as a table or list in a page.

import Runtime

final class ConvertToHtml: Command {
    static let name = "ConvertTo-Html"
    static let property = Parameter<[Value]>(
        "Property", position: 0, help: "The columns: names, wildcards, blocks, or tables with Label, Expression, Alignment and Width.")
    static let head = Parameter<[String]>("Head", position: 1, sets: ["Page"], help: "The whole head of the page.")
    static let title = Parameter<String>("Title", position: 2, sets: ["Page"], validations: [.notNullOrEmpty], help: "The title of the page.")
    static let body = Parameter<[String]>("Body", position: 3, sets: ["Page"], help: "What stands first in the page.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "The objects.")
    static let shape = Parameter<String>(
        "As", validations: [.notNullOrEmpty, .set(["Table", "List"], ignoreCase: true, message: nil)], help: "Table or List.")
    static let cssUri = Parameter<String>("CssUri", aliases: ["cu", "uri"], sets: ["Page"], validations: [.notNullOrEmpty], help: "A style sheet.")
    static let fragment = Parameter<Bool>("Fragment", sets: ["Fragment"], help: "The table alone, without a page around it.")
    static let postContent = Parameter<[String]>("PostContent", validations: [.notNullOrEmpty], help: "What stands after.")
    static let preContent = Parameter<[String]>("PreContent", validations: [.notNullOrEmpty], help: "What stands before.")
    static let meta = Parameter<TableObject>("Meta", sets: ["Page"], validations: [.notNullOrEmpty], help: "Further entries of the head.")
    static let charset = Parameter<String>("Charset", sets: ["Page"], validations: [.notNullOrEmpty], help: "The character set that the head names.")
    static let transitional = Parameter<Bool>("Transitional", sets: ["Page"], help: "The transitional document type.")
    static let declaration = CommandDeclaration(
        synopsis: "Turns objects into HTML.",
        description: "A row for each object under the properties of the first, in a page of its own or with -Fragment alone.",
        parameters: [property, head, title, body, inputObject, shape, cssUri, fragment, postContent, preContent, meta, charset, transitional],
        defaultSet: "Page", outputTypes: ["System.String"],
        examples: [
            CommandExample(
                "A table alone", "[pscustomobject]@{Room = 'lobby'} | ConvertTo-Html -Fragment",
                output: "<table>\n<colgroup><col/></colgroup>\n<tr><th>Room</th></tr>\n<tr><td>lobby</td></tr>\n</table>\n")
        ])

    private struct Column {
        let label: String
        let expression: PropertyExpression?
        let name: String
        let width: String?
        let alignment: String?
    }
    private var written: [PropertyExpression] = []
    private var columns: [Column]?
    private var rows = 0
    private var hasStarted = false

    private func isList(_ run: Invocation) -> Bool { run[Self.shape]?.equalsIgnoringCase("List") ?? false }

    func begin(_ run: Invocation) throws {
        written = try PropertyExpression.read(run[Self.property] ?? [], keys: ["expression", "label", "alignment", "width"], run)
    }

    /// What stands before the first row, written when the pipeline runs.
    private func start(_ run: Invocation) throws {
        if hasStarted { return }
        hasStarted = true
        if !run.has(Self.fragment) { try beginPage(run) }
        for line in run[Self.preContent] ?? [] { try run.write(.text(line)) }
        try run.write("<table>")
    }

    private func beginPage(_ run: Invocation) throws {
        let kind = run.has(Self.transitional) ? "Transitional" : "Strict"
        try run.write(
            .text("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 \(kind)//EN\"  \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-\(kind.lowercased()).dtd\">"))
        try run.write("<html xmlns=\"http://www.w3.org/1999/xhtml\">")
        try run.write("<head>")
        if let charset = run[Self.charset] { try run.write(.text("<meta charset=\"\(charset)\">")) }
        for (key, value) in run[Self.meta]?.table.pairs ?? [] {
            try run.write(.text("<meta name=\"\(try key.toText(run.session))\" content=\"\(try value.toText(run.session))\">"))
        }
        if let head = run[Self.head] {
            for line in head { try run.write(.text(line)) }
        } else {
            try run.write(.text("<title>\(run[Self.title] ?? "HTML TABLE")</title>"))
        }
        if let uri = run[Self.cssUri] { try run.write(.text("<link rel=\"stylesheet\" type=\"text/css\" href=\"\(uri)\" />")) }
        try run.write("</head><body>")
        for line in run[Self.body] ?? [] { try run.write(.text(line)) }
    }

    func process(_ run: Invocation) throws {
        try start(run)
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if item.isNull { return }
        if columns == nil || isList(run) { columns = try makeColumns(item, run) }
        guard let columns else { return }
        if isList(run) {
            if rows > 0 { try run.write("<tr><td><hr></td></tr>") }
            for column in columns { try run.write(.text("<tr><td>\(column.label):</td><td>\(escaped(try text(column, item, run)))</td></tr>")) }
        } else {
            if rows == 0 { try writeHeader(columns, run) }
            try run.write(.text("<tr>" + columns.map { "<td>\(escaped(try text($0, item, run)))</td>" }.joined() + "</tr>"))
        }
        rows += 1
    }

    private func writeHeader(_ columns: [Column], _ run: Invocation) throws {
        let groups = columns.map { column -> String in
            let width = column.width.map { " width = \"\($0)\"" } ?? "", alignment = column.alignment.map { " align = \"\($0)\"" } ?? ""
            return "<col\(width)\(alignment)/>"
        }
        try run.write(.text("<colgroup>" + groups.joined() + "</colgroup>"))
        try run.write(.text("<tr>" + columns.map { "<th>\($0.label)</th>" }.joined() + "</tr>"))
    }

    private func makeColumns(_ item: Value, _ run: Invocation) throws -> [Column] {
        let session = run.session
        let names = try session.propertyNames(of: item)
        if written.isEmpty { return names.map { Column(label: $0, expression: nil, name: $0, width: nil, alignment: nil) } }
        var result: [Column] = []
        for expression in written {
            func option(_ name: String) throws -> String? { try expression.options[name].map { try $0.toText(session) } }
            if expression.block == nil, let name = expression.name, !expression.hasOwnLabel {
                for found in names where WildcardName.matches(found, name) {
                    result.append(Column(label: found, expression: nil, name: found, width: try option("width"), alignment: try option("alignment")))
                }
                continue
            }
            result.append(
                Column(
                    label: expression.label, expression: expression, name: expression.name ?? "", width: try option("width"), alignment: try option("alignment")
                ))
        }
        return result
    }

    private func text(_ column: Column, _ item: Value, _ run: Invocation) throws -> String {
        let value = try column.expression.map { try $0.value(of: item, run) } ?? run.session.property(of: item, column.name, run.scope)
        return value.isNull ? "" : try value.objectText(run.session)
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    func end(_ run: Invocation) throws {
        try start(run)
        try run.write("</table>")
        for line in run[Self.postContent] ?? [] { try run.write(.text(line)) }
        if !run.has(Self.fragment) { try run.write("</body></html>") }
    }
}
