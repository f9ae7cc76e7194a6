// ConvertFrom-StringData: lines of `name = value` as a table.

import Patterns
import Runtime

final class ConvertFromStringData: Command {
    static let name = "ConvertFrom-StringData"
    static let stringData = Parameter<String>("StringData", position: 0, mandatory: true, pipeline: true, allowsEmptyString: true, help: "The lines.")
    static let delimiter = Parameter<Value>("Delimiter", position: 1, type: .char, help: "What stands between name and value; = if not given.")
    static let declaration = CommandDeclaration(
        synopsis: "Turns lines of name and value into a table.",
        description: "Blank lines and lines that begin with # are left out. Backslashes escape characters as in regular expressions.",
        parameters: [stringData, delimiter], outputTypes: ["System.Collections.Hashtable"],
        examples: [CommandExample("One line", "(ConvertFrom-StringData 'Room = lobby').Room", output: "lobby\n")])

    func process(_ run: Invocation) throws {
        var mark: Character = "="
        if case .char(let unit) = run.raw(Self.delimiter).unwrapped { mark = String(decoding: [unit], as: UTF16.self).first ?? "=" }
        let table = TableObject()
        let text = run[Self.stringData] ?? ""
        // Escapes may make line breaks, so lines are told apart before they are read.
        for line in lines(text) {
            let trimmed = line.trimmedSpaces
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            guard let place = trimmed.firstIndex(of: mark) else {
                throw run.failure(
                    "InvalidOperation", "The line '\(trimmed)' must have the form name\(mark)value.", type: "PSInvalidOperationException",
                    category: .invalidOperation, target: .text(trimmed))
            }
            let name = try unescape(String(trimmed[..<place]).trimmedSpaces, run),
                value = try unescape(String(trimmed[trimmed.index(after: place)...]).trimmedSpaces, run)
            if table[name] != nil {
                throw run.failure(
                    "InvalidOperation", "The name '\(name)' stands in more than one line.", type: "PSInvalidOperationException", category: .invalidOperation,
                    target: .text(name))
            }
            table[name] = .text(value)
        }
        try run.write(.object(table))
    }

    private func lines(_ text: String) -> [String] { text.split(omittingEmptySubsequences: true) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map(String.init) }

    private func unescape(_ text: String, _ run: Invocation) throws -> String {
        if !text.contains("\\") { return text }
        do { return try RegularExpression.unescape(text) } catch {
            throw run.failure(
                "System.Text.RegularExpressions.RegexParseException", error.message, type: "System.Text.RegularExpressions.RegexParseException",
                category: .notSpecified)
        }
    }
}
