// `-Property` of many commands: a name, a wildcard, a block, or a table that names and calculates.

import Runtime

/// One property asked for: what it is called and how its value is found.
struct PropertyExpression {
    /// The name it gets; for wildcards the pattern.
    let label: String
    let block: ScriptBlock?
    let name: String?
    /// Further entries of the table, by lower-case full name.
    let options: [String: Value]
    /// True if the label was written, not taken from the expression.
    let hasOwnLabel: Bool

    var isWildcard: Bool { name.map { WildcardName.isWildcard($0) } ?? false }

    /// - Parameter keys: full names of the keys allowed in a table, such as `expression`, `label`, `descending`.
    ///   - takesWildcards: false where one value is wanted from each expression.
    static func read(_ values: [Value], keys: [String], takesWildcards: Bool = true, _ run: Invocation) throws -> [PropertyExpression] {
        try values.map { value in
            let made = try read(value, keys: keys, run)
            if !takesWildcards, made.isWildcard {
                throw run.failure(
                    "ExpressionGlobbing2", "A wildcard stands for several properties, but one is wanted: '\(made.name ?? "")'.",
                    type: "System.NotSupportedException", category: .invalidArgument)
            }
            return made
        }
    }

    static func read(_ value: Value, keys: [String], _ run: Invocation) throws -> PropertyExpression {
        let session = run.session
        if let block = value.asScriptBlock {
            return PropertyExpression(label: block.body, block: block, name: nil, options: [:], hasOwnLabel: false)
        }
        guard let table = value.asTable else {
            let name = try value.toText(session)
            return PropertyExpression(label: name, block: nil, name: name, options: [:], hasOwnLabel: false)
        }
        var options: [String: Value] = [:]
        for (key, entry) in table.table.pairs {
            let text = try key.toText(session).lowercased()
            let isLabel = keys.contains("label") && (text == "name" || text == "n" || text == "l")
            let full = isLabel ? "label" : keys.first { $0.hasPrefix(text) }
            guard let full, !text.isEmpty else {
                throw run.failure(
                    "DictionaryKeyIllegal", "Specified method is not supported.", type: "System.NotSupportedException", category: .invalidArgument)
            }
            options[full] = entry
        }
        guard let expression = options["expression"] else {
            throw run.failure(
                "DictionaryKeyMandatoryEntry", "The table needs an entry Expression: a property name or a script block.", type: "System.NotSupportedException",
                category: .invalidArgument)
        }
        let label = try options["label"].map { try $0.toText(session) }
        if let block = expression.asScriptBlock {
            return PropertyExpression(label: label ?? block.body, block: block, name: nil, options: options, hasOwnLabel: label != nil)
        }
        let name = try expression.toText(session)
        return PropertyExpression(label: label ?? name, block: nil, name: name, options: options, hasOwnLabel: label != nil && options["expression"] != nil)
    }

    /// The value on an object; an error in a block gives null, as the reference does.
    func value(of object: Value, _ run: Invocation) throws -> Value {
        if let block { return try evaluate(block, object, run) }
        return try run.session.property(of: object, name ?? "", run.scope)
    }

    private func evaluate(_ block: ScriptBlock, _ object: Value, _ run: Invocation) throws -> Value {
        let session = run.session
        let saved = session.currentItem
        defer { session.currentItem = saved }
        do {
            let result = try session.evaluateQuietly(block, item: object, scope: run.scope)
            return result.isAbsent ? .null : result
        } catch let failure as ShellError where !failure.isExhaustion { return .null }
    }

    /// The value objects are put together by: where it cannot be had, that is an error of its own.
    func key(of object: Value, _ run: Invocation) throws -> Value {
        guard let block else { return try run.session.property(of: object, name ?? "", run.scope) }
        let session = run.session, saved = session.currentItem
        defer { session.currentItem = saved }
        do {
            let result = try session.evaluateQuietly(block, item: object, scope: run.scope)
            return result.isAbsent ? .null : result
        } catch let failure as ShellError where !failure.isExhaustion {
            try run.writeError(ErrorRecord(failure.record.exception, id: "ExpressionEvaluation", category: .invalidResult, target: object))
            return .null
        }
    }

    func flag(_ key: String, _ session: Session) -> Bool? { options[key]?.isTrue(session) }
}

extension String {
    /// Without white space at both ends.
    var trimmedSpaces: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
