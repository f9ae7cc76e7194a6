// ConvertTo-Json: objects as JSON.

import Runtime
import TypeSystem

final class ConvertToJson: Command {
    static let name = "ConvertTo-Json"
    static let escapeKinds = TypeInfo.enumeration("Newtonsoft.Json.StringEscapeHandling", EnumerationInfo(names: ["Default", "EscapeNonAscii", "EscapeHtml"]))
    static let inputObject = Parameter<Value>(
        "InputObject", position: 0, mandatory: true, pipeline: true, allowsNull: true, help: "The object. Several through the pipeline become one array.")
    static let depth = Parameter<Int>(
        "Depth", validations: [.range(.int(0), .int(100))], help: "How many levels of objects are written out; deeper ones as text. 2 if not given.")
    static let compress = Parameter<Bool>("Compress", help: "Without blanks and line breaks.")
    static let enumsAsStrings = Parameter<Bool>("EnumsAsStrings", help: "Values of enumerations by name.")
    static let asArray = Parameter<Bool>("AsArray", help: "An array even for one object.")
    static let escapeHandling = Parameter<Value>("EscapeHandling", type: escapeKinds, help: "What else is escaped: EscapeNonAscii, EscapeHtml.")
    static let declaration = CommandDeclaration(
        synopsis: "Turns objects into JSON.",
        description: "Tables and objects become JSON objects, collections arrays, dates text of the ISO form. The order of properties stays.",
        parameters: [inputObject, depth, compress, enumsAsStrings, asArray, escapeHandling], outputTypes: ["System.String"],
        examples: [CommandExample("A table", "[ordered]@{room = 'lobby'; seats = 3} | ConvertTo-Json -Compress", output: "{\"room\":\"lobby\",\"seats\":3}\n")])

    private var items: [Value] = []

    func process(_ run: Invocation) throws {
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        // What comes through the pipeline brings the properties that the shell adds to its type.
        if !run.input.isMissing, item.object is GuidObject {
            let text = try item.toText(run.session)
            return items.append(run.session.record([("value", .text(text)), ("Guid", .text(text))]))
        }
        items.append(item)
    }

    func end(_ run: Invocation) throws {
        if items.isEmpty { return }
        let whole: Value = items.count > 1 || run.has(Self.asArray) ? .array(items) : items[0]
        var style = JsonStyle()
        style.isCompressed = run.has(Self.compress)
        style.enumsAsStrings = run.has(Self.enumsAsStrings)
        style.depth = run[Self.depth] ?? 2
        switch run[Self.escapeHandling]?.asEnumeration?.rawValue {
        case 1: style.escape = .nonAscii
        case 2: style.escape = .html
        default: break
        }
        var writer = JsonWriter(style, run.session)
        do { try writer.write(whole) } catch let error as NonStringKey {
            throw run.failure(
                "NonStringKeyInDictionary",
                "The type '\(error.type)' is not supported for serialization or deserialization of a dictionary. Keys must be strings.",
                type: "System.InvalidOperationException", category: .invalidOperation, target: whole)
        }
        if writer.isTruncated { try run.writeWarning("Resulting JSON is truncated as serialization has exceeded the set depth of \(style.depth).") }
        try run.write(.text(String(decoding: writer.output, as: UTF8.self)))
    }
}
