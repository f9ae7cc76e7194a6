// ConvertFrom-Json: JSON as objects.

import Runtime

final class ConvertFromJson: Command {
    static let name = "ConvertFrom-Json"
    static let dateKinds = TypeInfo.enumeration(
        "Microsoft.PowerShell.Commands.JsonDateKind", EnumerationInfo(names: ["Default", "Local", "Utc", "Offset", "String"]))
    static let inputObject = Parameter<String>(
        "InputObject", position: 0, mandatory: true, pipeline: true, allowsEmptyString: true,
        help: "The text. Several texts that are no JSON each are read as the lines of one.")
    static let asHashtable = Parameter<Bool>("AsHashtable", help: "Tables in place of objects; their keys may differ in case alone.")
    static let depth = Parameter<Int>("Depth", validations: [.rangeKind("Positive")], help: "How many levels are allowed; 1024 if not given.")
    static let noEnumerate = Parameter<Bool>("NoEnumerate", help: "An array as one object.")
    static let dateKind = Parameter<Value>("DateKind", type: dateKinds, help: "What texts of the form of a date become: Default, Local, Utc, Offset or String.")
    static let declaration = CommandDeclaration(
        synopsis: "Turns JSON into objects.",
        description:
            "JSON objects become custom objects, arrays arrays, whole numbers Int64 or BigInteger, other numbers doubles, ISO dates dates. Comments and trailing commas are taken.",
        parameters: [inputObject, asHashtable, depth, noEnumerate, dateKind],
        examples: [CommandExample("A property", "('{\"room\": \"lobby\"}' | ConvertFrom-Json).room", output: "lobby\n")])

    private var texts: [String] = []

    func process(_ run: Invocation) throws { texts.append(run[Self.inputObject] ?? "") }

    func end(_ run: Invocation) throws {
        if texts.isEmpty { return }
        do {
            if texts.count == 1 { return try emit(read(texts[0], run), run) }
            // If the first line is JSON by itself, every line is; else the lines are one text.
            let first: Value?
            do { first = try read(texts[0], run) } catch is JsonFailure { return try emit(read(texts.joined(separator: "\n"), run), run) }
            if first?.asArray != nil, texts[0].trimmedSpaces.last != "]" { return try emit(read(texts.joined(separator: "\n"), run), run) }
            try emit(first, run)
            for text in texts.dropFirst() { try emit(read(text, run), run) }
        } catch let failure as JsonFailure {
            throw run.failure(
                failure.id, failure.message, type: failure.exceptionType, category: failure.id.hasPrefix("System.") ? .notSpecified : .invalidOperation)
        }
    }

    private func read(_ text: String, _ run: Invocation) throws -> Value? {
        let kind: JsonDateKind =
            switch run[Self.dateKind]?.asEnumeration?.rawValue {
            case 1: .local
            case 2: .utc
            case 3: .offset
            case 4: .text
            default: .standard
            }
        var text = text
        return try text.withUTF8 { bytes in
            var reader = JsonReader(bytes, asTables: run.has(Self.asHashtable), dates: kind, maxDepth: run[Self.depth] ?? 1024, run.session)
            return try reader.read()
        }
    }

    private func emit(_ value: Value?, _ run: Invocation) throws {
        guard let value else { return try run.write(.null) }
        if !run.has(Self.noEnumerate), let array = value.asArray {
            for element in array.elements { try run.write(element) }
            return
        }
        try run.write(value)
    }
}
