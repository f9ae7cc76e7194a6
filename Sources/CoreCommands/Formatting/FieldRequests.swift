// `-Property` and `-GroupBy` of the formatting commands: names, wildcards, blocks, and tables that name and calculate.

import Formatting
import Runtime

enum FieldRequests {
    /// Keys a table may have, by their full names.
    enum Key: String, CaseIterable { case label, name, expression, formatString, alignment, width, depth }

    static let table: [Key] = [.label, .name, .expression, .formatString, .alignment, .width]
    static let list: [Key] = [.label, .name, .expression, .formatString]
    static let wide: [Key] = [.expression, .formatString]
    static let custom: [Key] = [.expression, .depth]
    static let grouping: [Key] = [.label, .name, .expression, .formatString]

    static func read(_ values: [Value], _ keys: [Key], _ run: Invocation) throws -> [FieldRequest] { try values.map { try read($0, keys, run) } }

    static func read(_ value: Value, _ keys: [Key], _ run: Invocation) throws -> FieldRequest {
        if let table = value.asTable { return try read(table, keys, run) }
        return FieldRequest(source: try source(value, run))
    }

    private static func read(_ table: TableObject, _ keys: [Key], _ run: Invocation) throws -> FieldRequest {
        var entries: [Key: Value] = [:]
        for (given, value) in table.table.pairs {
            let text = try given.toText(run.session)
            guard given.asText != nil, !text.isEmpty else {
                throw refusal("DictionaryKeyUnknownType", "A key of a calculated property must be text, but is \(text).", run)
            }
            guard let key = keys.first(where: { $0.rawValue.lowercased().hasPrefix(text.lowercased()) }) else {
                throw refusal("DictionaryKeyIllegal", "The key \(text) is not valid; valid keys are \(keys.map(\.rawValue).joined(separator: ", ")).", run)
            }
            entries[key == .name ? .label : key] = value
        }
        guard let expression = entries[.expression] else {
            throw refusal("DictionaryKeyMandatoryEntry", "A calculated property needs the key expression.", run)
        }
        var request = FieldRequest(source: try source(expression, run))
        request.label = try entries[.label]?.toText(run.session)
        request.format = try entries[.formatString]?.toText(run.session)
        if let alignment = entries[.alignment] { request.alignment = try self.alignment(alignment, run) }
        if let width = entries[.width] {
            guard let cells = Int.read(try run.session.convert(width, to: .int32)), cells > 0 else {
                throw refusal("WidthOutOfRange", "The width of a column must be at least 1, but is \(try width.toText(run.session)).", run)
            }
            request.width = cells
        }
        if let depth = entries[.depth] { request.depth = Int.read(try run.session.convert(depth, to: .int32)) }
        return request
    }

    private static func source(_ value: Value, _ run: Invocation) throws -> FieldSource {
        if let block = value.asScriptBlock { return .block(block) }
        guard let name = value.asString else {
            throw refusal(
                "DictionaryKeyUnknownType", "A property must be a name, a script block or a hashtable, but is a value of type \(value.type.fullName).", run)
        }
        if name.isEmpty { throw refusal("ExpressionEmptyString2", "The name of a property must not be empty.", run) }
        return .property(name)
    }

    private static func alignment(_ value: Value, _ run: Invocation) throws -> Alignment {
        let text = try value.toText(run.session).lowercased()
        let known: [(String, Alignment)] = [("left", .left), ("center", .center), ("right", .right)]
        guard !text.isEmpty, let found = known.first(where: { $0.0.hasPrefix(text) }) else {
            throw refusal("AlignmentIllegalValue", "The alignment must be left, center or right, but is \(text).", run)
        }
        return found.1
    }

    private static func refusal(_ id: String, _ message: String, _ run: Invocation) -> ShellError {
        let failure = run.failure(id, "Specified method is not supported.", type: "System.NotSupportedException", category: .invalidArgument)
        failure.record.detailsMessage = message
        return failure
    }
}
