// `using` statements, which stand first, and `#requires` lines.

import Diagnostics

extension Parser {
    func usingStatements() -> [UsingStatement] {
        var list: [UsingStatement] = []
        skipNewlinesAndSemicolons()
        while case let token = peek(), token.isKeyword(.using) {
            skip()
            if let statement = usingStatement(token, isFirst: true) { list.append(statement) }
            skipNewlinesAndSemicolons()
        }
        return list
    }

    /// Anywhere but first it is read and reported.
    @discardableResult
    func usingStatement(_ keyword: Token, isFirst: Bool = false) -> UsingStatement? {
        let mode = lexer.mode
        setMode(.command)
        defer { setMode(mode) }
        let directive = next()
        let kind: UsingStatement.Kind
        if isWord(directive, "namespace") {
            kind = .namespace
        } else if isWord(directive, "module") {
            kind = .module
        } else if isWord(directive, "assembly") {
            kind = .assembly
        } else if isWord(directive, "command") {
            kind = .command
        } else if isWord(directive, "type") {
            kind = .type
        } else {
            unget(directive)
            reportIncomplete(.missingUsingStatementDirective, after(keyword))
            return nil
        }
        let item = peek()
        if item.kind == .endOfInput || item.kind == .newLine || item.kind == .semicolon {
            reportIncomplete(.missingUsingItemName, after(directive))
            return nil
        }
        guard let value = singleArgument(.file) else {
            reportIncomplete(.invalidValueForUsingItemName, item.range, text(item))
            return nil
        }
        var end = value.range
        var name = "", alias: String?, specification: HashtableExpression?
        switch value {
        case .string(let literal): name = literal.value
        case .hashtable(let table) where kind == .module:
            specification = table
        default: report(.invalidValueForUsingItemName, value.range, source.text(value.range))
        }
        if peek().kind == .equals {
            skip()
            alias = name
            if let target = singleArgument(.file) {
                end = target.range
                switch target {
                case .string(let literal): name = literal.value
                case .hashtable(let table): specification = table
                default: break
                }
            } else {
                reportIncomplete(.missingUsingAliasItem, after(end))
            }
        }
        let following = peek()
        if following.kind != .newLine, following.kind != .semicolon, following.kind != .endOfInput {
            reportIncomplete(.missingStatementTerminator, following.range, text(following))
        }
        let range = span(keyword.range, end)
        if !isFirst { report(.usingMustBeAtStartOfScript, range) }
        if kind == .command || kind == .type { report(.usingStatementNotSupported, range) }
        return UsingStatement(range: range, kind: kind, name: name, alias: alias, specification: specification)
    }

    /// `#requires` comments, one entry for each parameter.
    func requirements() -> [Requirement] {
        var list: [Requirement] = []
        for token in lexer.tokens where token.kind == .comment && token.range.end - token.range.start > 9 {
            let text = text(token)
            guard text.lowercased().hasPrefix("#requires"), text.utf8.dropFirst(9).first.map({ ASCII.isBlank($0) }) == true else { continue }
            var name: String?
            var value: [Substring] = []
            func finish() {
                if let name { list.append(Requirement(range: token.range, name: name, value: value.joined(separator: " "))) }
            }
            for word in text.dropFirst(9).split(whereSeparator: { $0 == " " || $0 == "\t" }) {
                if word.first == "-", word.count > 1, word.dropFirst().first?.isLetter == true {
                    finish()
                    name = String(word.dropFirst())
                    value = []
                } else {
                    value.append(word)
                }
            }
            finish()
        }
        return list
    }
}
