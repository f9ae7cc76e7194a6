// Finds what the cursor stands in (a command name, a parameter, its value, a variable, a member, a type, a path) and asks the
// registry, the parameter tables and the type tables what fits.

import Diagnostics
import Runtime
import Syntax

public struct Completer {
    let session: Session
    let source: SourceText
    let tokens: [Token]
    /// The token the cursor stands at the end of; nil after a blank.
    let word: Token?
    let cursor: Int

    /// - Parameter cursor: UTF-16 units from the start of the line.
    public static func complete(_ text: String, cursor: Int, _ session: Session) -> CompletionResult {
        let units = Array(text.utf16.prefix(cursor))
        let prefix = String(decoding: units, as: UTF16.self)
        return Completer(prefix, session).result()
    }

    private init(_ text: String, _ session: Session) {
        self.session = session
        source = SourceText(text)
        let parsed = parse(source)
        tokens = (parsed.tokens + parsed.nestedTokens).filter { $0.kind != .endOfInput && $0.kind != .comment && !$0.range.isEmpty }.sorted {
            $0.range.start < $1.range.start
        }
        let end = source.bytes.count
        cursor = end
        word = tokens.last.flatMap { Int($0.range.end) == end ? $0 : nil }
    }

    private func text(_ token: Token) -> String { token.text(in: source) }

    private func make(from start: Int32, _ matches: [CompletionMatch]) -> CompletionResult {
        let from = source.position(at: start).offset
        return CompletionResult(start: from, length: source.position(at: Int32(cursor)).offset - from, matches: matches)
    }

    private func result() -> CompletionResult {
        if let member = memberContext() { return make(from: member.start, Members.matches(member, session)) }
        if let word {
            let typed = text(word)
            if word.kind == .variable || word.kind == .splattedVariable || typed == "$" {
                return make(from: word.range.start, Variables.matches(typed, assigned: assignedNames, session))
            }
            if let type = typeContext(word) { return make(from: type.start, Types.matches(type.typed, session)) }
        }
        return commandContext()
    }

    /// Names that this very line assigns.
    private var assignedNames: [String] {
        zip(tokens, tokens.dropFirst()).compactMap { token, next in
            token.kind == .variable && (next.kind == .equals || next.kind == .plusEquals) ? String(text(token).dropFirst()) : nil
        }
    }

    // MARK: Members

    struct MemberContext {
        let target: Value?
        let type: TypeInfo?
        let isStatic: Bool
        let typed: String
        let start: Int32
    }

    private func memberContext() -> MemberContext? {
        var rest = tokens[...]
        var typed = ""
        var start = Int32(cursor)
        if let word, word.kind == .identifier || word.kind == .generic || word.kind == .keyword, rest.count >= 2 {
            typed = text(word)
            start = word.range.start
            rest = rest.dropLast()
        }
        guard let mark = rest.last, mark.range.end == start, mark.kind == .dot || mark.kind == .colonColon || mark.kind == .questionDot else { return nil }
        rest = rest.dropLast()
        guard let last = rest.last, last.range.end == mark.range.start, let first = SafeExpression.start(of: rest, source) else { return nil }
        let expression = source.text(SourceRange(Int(first), Int(mark.range.start)))
        let value = SafeExpression.value(expression, in: source.text(SourceRange(0, Int(first))), session)
        let isStatic = mark.kind == .colonColon
        let type = value?.asType?.value ?? SafeExpression.type(expression, session)
        if value == nil, type == nil { return nil }
        return MemberContext(
            target: isStatic ? nil : value, type: isStatic ? type : value.map { $0.unwrapped.type } ?? type, isStatic: isStatic, typed: typed, start: start)
    }

    // MARK: Types

    private func typeContext(_ word: Token) -> (typed: String, start: Int32)? {
        guard let open = tokens.last(where: { $0.kind == .leftBracket && $0.range.start < word.range.start }) else { return nil }
        let between = source.text(SourceRange(Int(open.range.end), cursor))
        guard !between.isEmpty, between.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }) else { return nil }
        // An index is no type.
        if let before = tokens.last(where: { $0.range.end <= open.range.start }), before.range.end == open.range.start,
            before.kind == .variable || before.kind == .rightParen || before.kind == .rightBracket || before.kind == .identifier
        {
            return nil
        }
        return (between, open.range.end)
    }

    // MARK: Commands

    private func commandContext() -> CompletionResult {
        let separators: Set<TokenKind> = [
            .newLine, .semicolon, .pipe, .leftParen, .leftBrace, .atParen, .dollarParen, .andAnd, .orOr, .equals, .plusEquals, .ampersand, .rightBrace,
        ]
        var own: [Token] = []
        for token in tokens.reversed() {
            if separators.contains(token.kind) { break }
            own.insert(token, at: 0)
        }
        let typed = word.map { separators.contains($0.kind) ? "" : text($0) } ?? ""
        let start = typed.isEmpty ? Int32(cursor) : word?.range.start ?? Int32(cursor)
        if own.isEmpty || (own.count == 1 && !typed.isEmpty) {
            if typed.contains("/") || typed.hasPrefix("~") { return make(from: start, Paths.matches(typed, session)) }
            return make(from: start, Commands.matches(typed, session))
        }
        guard let command = session.findCommand(text(own[0])).flatMap(resolved) else { return make(from: start, Paths.matches(typed, session)) }
        let table = command.parameters
        if typed.hasPrefix("-"), !typed.dropFirst().hasPrefix("-"), let table {
            return make(from: start, Parameters.names(String(typed.dropFirst()), table, session))
        }
        let arguments = typed.isEmpty ? own.dropFirst() : own.dropFirst().dropLast()
        if let table, let parameter = parameterBefore(Array(arguments), table),
            let offered = session.scriptCompletions(command: command, parameter: parameter, word: typed, bound: TableObject()), !offered.isEmpty
        {
            return make(from: start, Parameters.offered(offered, session))
        }
        if let table, let parameter = parameterBefore(Array(arguments), table), let values = Parameters.values(of: parameter, typed, session) {
            return make(from: start, values)
        }
        if ["get-help", "get-command"].contains(command.name.lowercased()) { return make(from: start, Commands.matches(typed, session)) }
        return make(from: start, Paths.matches(typed, session))
    }

    private func resolved(_ command: CommandInfo) -> CommandInfo? {
        guard let alias = command as? AliasInfo else { return command }
        return session.findCommand(alias.definition).flatMap { $0 === alias ? nil : resolved($0) }
    }

    /// The parameter whose value is due: a name stands right before, or the position says.
    private func parameterBefore(_ arguments: [Token], _ table: ParameterTable) -> ParameterInfo? {
        if let last = arguments.last, text(last).hasPrefix("-") {
            let found = table.candidates(for: String(text(last).dropFirst().prefix { $0 != ":" }))
            return found.count == 1 && !found[0].isSwitch ? found[0] : nil
        }
        var position = 0
        var expectsValue = false
        for token in arguments {
            if text(token).hasPrefix("-") {
                let found = table.candidates(for: String(text(token).dropFirst()))
                expectsValue = found.count == 1 && !found[0].isSwitch
            } else if expectsValue {
                expectsValue = false
            } else {
                position += 1
            }
        }
        return table.parameters.first { $0.places.contains { $0.position == position } }
    }
}
