// Finds what the cursor stands in (a command name, a parameter, its value, a variable, a member, a type, a path) and asks the
// registry, the parameter tables and the type tables what fits.

import Diagnostics
import Runtime
import Syntax

public struct Completer {
    let session: Session
    let scope: Scope
    let line: String
    let source: SourceText
    let tokens: [Token]
    /// The token the cursor stands at the end of; nil after a blank.
    let word: Token?
    /// Where a comment begins that the cursor stands in.
    let comment: Int32?
    let cursor: Int

    /// - Parameters:
    ///   - cursor: UTF-16 units from the start of the line.
    ///   - scope: whose variables and functions are offered; the global ones unless given.
    public static func complete(_ text: String, cursor: Int, _ session: Session, scope: Scope? = nil) -> CompletionResult {
        let units = Array(text.utf16.prefix(cursor))
        let prefix = String(decoding: units, as: UTF16.self)
        return Completer(prefix, session, scope ?? session.global).result()
    }

    private init(_ text: String, _ session: Session, _ scope: Scope) {
        self.session = session
        self.scope = scope
        line = text
        source = SourceText(text)
        let parsed = parse(source)
        let all = parsed.tokens + parsed.nestedTokens
        tokens = all.filter { $0.kind != .endOfInput && $0.kind != .comment && !$0.range.isEmpty }.sorted { $0.range.start < $1.range.start }
        let end = source.bytes.count
        cursor = end
        comment = all.first { $0.kind == .comment && Int($0.range.end) == end }?.range.start
        word = tokens.last.flatMap { Int($0.range.end) == end ? $0 : nil }
    }

    private func text(_ token: Token) -> String { token.text(in: source) }

    private func make(from start: Int32, _ matches: [CompletionMatch]) -> CompletionResult {
        let from = source.position(at: start).offset
        return CompletionResult(start: from, length: source.position(at: Int32(cursor)).offset - from, matches: matches)
    }
    /// For words that the text alone tells, not the tokens.
    private func make(replacing typed: String, _ matches: [CompletionMatch]) -> CompletionResult {
        make(from: Int32(cursor - typed.utf8.count), matches)
    }

    private func result() -> CompletionResult {
        if let comment {
            if let found = ValueContexts.comment(source.text(SourceRange(Int(comment), cursor)), session) { return make(replacing: found.typed, found.matches) }
            return make(from: comment, [])
        }
        if let using = LineContexts.using(line) { return self.using(using.words, using.typed) }
        if let attribute = LineContexts.attribute(line), let names = LineContexts.arguments(of: attribute.name, attribute.typed) {
            return make(replacing: attribute.typed, names)
        }
        if let key = LineContexts.key(line), let table = inference.variable(key.variable)?.value?.asTable {
            let keys = table.table.keys.compactMap { $0.asString }.filter { begins($0, key.typed) }
            return make(
                replacing: key.quote + key.typed, keys.map { CompletionMatch(key.quote + $0 + key.quote, kind: .property, listText: $0) })
        }
        if let members = members() { return members }
        if let keys = tableKeys() { return keys }
        if let place = ValueContexts.beside(line), let values = ValueContexts.values(of: place.variable, source, session, scope) {
            let quote = place.quote.isEmpty ? "'" : place.quote
            let found = values.filter { begins($0, place.typed) }.map { CompletionMatch(quote + $0 + quote, kind: .parameterValue, listText: $0) }
            if !found.isEmpty { return make(replacing: place.quote + place.typed, found) }
        }
        if let word {
            let typed = text(word)
            if word.kind == .variable || word.kind == .splattedVariable || typed == "$" || typed.hasPrefix("${") {
                return make(from: word.range.start, Variables.matches(typed, written: writtenNames, session, scope))
            }
            if word.kind == .stringExpandable || word.kind == .hereStringExpandable || typed.hasPrefix("\""), let typed = LineContexts.variable(line) {
                return make(replacing: typed, Variables.matches(typed, written: writtenNames, session, scope))
            }
            if let type = typeContext(word) { return make(from: type.start, Types.matches(type.typed, session)) }
        }
        return commandContext()
    }

    /// `Format-Table @{ `: what such a table may say of a property.
    private func tableKeys() -> CompletionResult? {
        var depth = 0
        var open: Int?
        for (i, token) in tokens.enumerated().reversed() {
            if Self.closers.contains(token.kind) { depth += 1 }
            if Self.openers.contains(token.kind) {
                if depth == 0 {
                    open = i
                    break
                }
                depth -= 1
            }
        }
        guard let open, tokens[open].kind == .atBrace else { return nil }
        let inside = tokens[(open + 1)...]
        let begun = inside.lastIndex { $0.kind == .semicolon || $0.kind == .newLine }.map { inside[($0 + 1)...] } ?? inside
        let typed = begun.first.map(text) ?? ""
        guard begun.count <= 1, begun.isEmpty || word != nil, !typed.contains("=") else { return nil }
        let before = Completer(source.text(SourceRange(0, Int(tokens[open].range.start))), session, scope)
        let (own, _) = before.currentCommand()
        guard let first = own.first, let command = session.findCommand(text(first), scope).flatMap(resolved), let table = command.parameters else { return nil }
        let parameter = parameterBefore(Array(own.dropFirst()), table)
        guard let keys = ValueContexts.keys(of: command.name, parameter) else { return nil }
        let given = Set(inside.filter { $0.kind == .identifier || $0.kind == .stringLiteral }.map { text($0).lowercased() })
        return make(
            replacing: typed,
            keys.filter { begins($0, typed) && (!given.contains($0.lowercased()) || $0.equalsIgnoringCase(typed)) }.map { CompletionMatch($0, kind: .property) }
        )
    }

    private var inference: Inference { Inference(session: session, scope: scope, line: line) }

    private func using(_ words: [String], _ typed: String) -> CompletionResult {
        if words.count == 1 {
            let names = ["assembly", "module", "namespace", "type"].filter { begins($0, typed) }
            return make(replacing: typed, names.map { CompletionMatch($0, kind: .keyword) })
        }
        if words.count == 2, words[1].equalsIgnoringCase("namespace") { return make(replacing: typed, Types.matches(typed, session, namespacesOnly: true)) }
        return CompletionResult(start: -1, length: -1, matches: [])
    }

    /// Names that this very line gives values: by assignment or as parameters.
    private var writtenNames: [String] {
        var names: [String] = []
        var depth = 0
        var parameterDepth: Int?
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            if token.keyword == .param, next.kind == .leftParen { parameterDepth = depth }
            if token.kind == .leftParen { depth += 1 }
            if token.kind == .rightParen {
                depth -= 1
                if parameterDepth == depth { parameterDepth = nil }
            }
            guard token.kind == .variable, next.kind == .equals || next.kind == .plusEquals || parameterDepth == depth - 1 else { continue }
            let name = text(token).dropFirst()
            names.append(String(name.hasPrefix("{") ? name.dropFirst().dropLast() : name))
        }
        return names
    }

    // MARK: Members

    private func members() -> CompletionResult? {
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
        let before = Inference(session: session, scope: scope, line: source.text(SourceRange(0, Int(first))))
        if mark.kind == .colonColon {
            if let name = writtenType(expression), let definition = Inference.definitions(in: source).last(where: { $0.name.equalsIgnoringCase(name) }) {
                return make(from: start, Members.matches(definition, isStatic: true, typed))
            }
            let type = writtenType(expression).flatMap { session.findType($0) } ?? before.expression(expression)?.value?.asType?.value
            return type.map { make(from: start, Members.statics(of: $0, typed, session)) }
        }
        if let made = madeObject(expression) { return make(from: start, Members.matches(made, isStatic: false, typed)) }
        guard let inferred = before.expression(expression) else {
            // An element of the list of errors can be anything.
            if last.kind == .rightBracket, let list = rest.first(where: { $0.range.start == first }), list.kind == .variable {
                return make(from: start, Members.instance(Inferred(types: [.object]), typed, session))
            }
            return last.kind == .variable ? make(from: start, []) : nil
        }
        if let definition = inferred.definition { return make(from: start, Members.matches(definition, isStatic: false, typed)) }
        return make(from: start, Members.instance(inferred, typed, session))
    }

    /// `[Name]::new(…)` of a class that the line itself defines.
    private func madeObject(_ expression: String) -> TypeDefinition? {
        guard expression.hasPrefix("["), expression.hasSuffix(")"), let close = expression.firstIndex(of: "]") else { return nil }
        guard expression[close...].lowercased().hasPrefix("]::new(") else { return nil }
        let name = String(expression[expression.index(after: expression.startIndex)..<close])
        return Inference.definitions(in: source).last { $0.name.equalsIgnoringCase(name) }
    }

    /// The name between the brackets of `[name]`.
    private func writtenType(_ expression: String) -> String? {
        expression.hasPrefix("[") && expression.hasSuffix("]") ? String(expression.dropFirst().dropLast()) : nil
    }

    // MARK: Types

    private func typeContext(_ word: Token) -> (typed: String, start: Int32)? {
        guard let open = tokens.last(where: { $0.kind == .leftBracket && $0.range.start < word.range.start }) else { return nil }
        let between = source.text(SourceRange(Int(open.range.end), cursor))
        guard !between.isEmpty, between.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }) else { return nil }
        // An index is no type.
        if let before = tokens.last(where: { $0.range.end <= open.range.start }), before.range.end == open.range.start,
            before.kind == .variable || before.kind == .rightParen || before.kind == .rightBracket
        {
            return nil
        }
        return (between, open.range.end)
    }

    // MARK: Commands

    private static let separators: Set<TokenKind> = [
        .newLine, .semicolon, .pipe, .leftParen, .leftBrace, .atParen, .dollarParen, .andAnd, .orOr, .equals, .plusEquals, .ampersand, .atBrace,
    ]
    private static let openers: Set<TokenKind> = [.leftParen, .leftBrace, .leftBracket, .atParen, .dollarParen, .atBrace]
    private static let closers: Set<TokenKind> = [.rightParen, .rightBrace, .rightBracket]

    /// The tokens of the command the cursor stands in, and the separator before it.
    private func currentCommand() -> (own: [Token], separator: Token?) {
        var own: [Token] = []
        var depth = 0
        var separator: Token?
        for token in tokens.reversed() {
            if Self.closers.contains(token.kind) { depth += 1 }
            if depth == 0, Self.separators.contains(token.kind) {
                separator = token
                break
            }
            if Self.openers.contains(token.kind) { depth -= 1 }
            own.append(token)
        }
        own.reverse()
        // What follows a keyword's block begins anew: `try { } ca`; so does what `return` gives.
        while let keyword = own.first?.keyword {
            if let close = own.lastIndex(where: { $0.kind == .rightBrace }) {
                own = Array(own[(close + 1)...])
            } else if [.return, .throw, .exit].contains(keyword), own.count > 1 {
                own.removeFirst()
            } else {
                break
            }
        }
        return (own, separator)
    }

    private func commandContext() -> CompletionResult {
        let (own, separator) = currentCommand()
        let typed = word.map { Self.separators.contains($0.kind) || $0.kind == .rightBrace ? "" : text($0) } ?? ""
        let start = typed.isEmpty ? Int32(cursor) : word?.range.start ?? Int32(cursor)
        if own.isEmpty || (own.count == 1 && !typed.isEmpty) {
            if typed.contains("/") || typed.hasPrefix("~") { return make(from: start, Paths.matches(typed, session)) }
            return make(from: start, Commands.matches(typed, session, scope))
        }
        if let first = own.first, typed.hasPrefix("-"), own.count > 1, isOperand(first) {
            return make(from: start, Operators.matches(String(typed.dropFirst())))
        }
        guard let command = session.findCommand(text(own[0]), scope).flatMap(resolved) ?? writtenFunction(text(own[0])) else {
            if session.argumentCompleters.nativeBlock(text(own[0])) != nil { return native(nil, typed, start, own) }
            return make(from: start, Paths.matches(typed, session))
        }
        let arguments = Array(typed.isEmpty ? own.dropFirst() : own.dropFirst().dropLast())
        guard let table = command.parameters else { return native(command, typed, start, own) }
        let given = self.given(arguments, table)
        if typed.hasPrefix("-"), !typed.dropFirst().hasPrefix("-") {
            return make(from: start, Parameters.names(String(typed.dropFirst()), table, given: given.map(\.parameter)))
        }
        if let parameter = parameterBefore(arguments, table) {
            let bound = TableObject()
            for (known, value) in given { if let value { bound.table.set(.text(known.name), value) } }
            let plain = typed.first == "'" || typed.first == "\"" ? String(typed.dropFirst()) : typed
            if let offered = session.scriptCompletions(command: command, parameter: parameter, word: plain, bound: bound), !offered.isEmpty {
                return make(from: start, Parameters.offered(offered, session))
            }
            if let matches = values(of: parameter, command, typed, separator) { return make(from: start, matches) }
        }
        return make(from: start, Paths.matches(typed, session, foldersOnly: ["set-location", "push-location"].contains(command.name.lowercased())))
    }

    /// True for tokens a value ends or begins with, as against a command's name.
    private func isOperand(_ token: Token) -> Bool {
        switch token.kind {
        case .variable, .number, .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable, .leftParen, .leftBracket, .atParen, .atBrace,
            .dollarParen:
            true
        default: false
        }
    }

    /// What is known of a parameter's values beyond what scripts offer; nil where paths may stand.
    private func values(of parameter: ParameterInfo, _ command: CommandInfo, _ typed: String, _ separator: Token?) -> [CompletionMatch]? {
        if let values = Parameters.values(of: parameter, typed, command, session) { return values }
        let place = command.name.lowercased() + " " + parameter.name.lowercased()
        switch place {
        case "get-help name", "get-command name": return Commands.matches(typed, session, scope)
        case "get-alias name", "remove-alias name": return named(Array(session.aliases(in: scope).values.map(\.name)), typed)
        case "get-alias definition", "set-alias value", "new-alias value": return Commands.matches(typed, session, scope)
        case "get-verb verb": return listed("Get-Verb", typed, "Verb")
        case "get-psdrive name", "remove-psdrive name": return listed("Get-PSDrive", typed)
        case "get-psprovider psprovider", "get-psdrive psprovider", "new-psdrive psprovider", "get-location psprovider": return listed("Get-PSProvider", typed)
        case "get-process name", "stop-process name", "wait-process name", "debug-process name": return listed("Get-Process", typed)
        case "get-childitem attributes": return named(session.findType("System.IO.FileAttributes")?.enumeration?.members.map(\.name) ?? [], typed)
        case "import-module name", "remove-module name", "get-module name": return Commands.modules(typed, session)
        case "new-object typename": return Types.matches(typed, session)
        case "get-variable name", "set-variable name", "clear-variable name", "remove-variable name":
            return session.variables(in: scope).map(\.name).filter { begins($0, typed) }.sorted { $0.lowercased() < $1.lowercased() }.map {
                CompletionMatch($0, kind: .parameterValue)
            }
        case "select-object property", "select-object excludeproperty", "select-object expandproperty", "sort-object property", "group-object property",
            "measure-object property", "where-object property", "format-table property", "format-list property", "format-wide property",
            "format-custom property", "foreach-object membername", "where-object filterscript", "foreach-object process":
            guard let separator, separator.kind == .pipe, !typed.hasPrefix("{") else { return nil }
            guard let inferred = inference.pipeline(before: source.text(SourceRange(0, Int(separator.range.start)))) else { return nil }
            return Members.properties(inferred, typed, session)
        default: return nil
        }
    }

    private func named(_ names: [String], _ typed: String) -> [CompletionMatch] {
        Set(names).filter { begins($0, typed) }.sorted { $0.lowercased() < $1.lowercased() }.map { CompletionMatch($0, kind: .parameterValue) }
    }

    /// The names of what a command lists. One that fails offers nothing: there is nowhere to say so while somebody types.
    private func listed(_ command: String, _ typed: String, _ property: String = "Name") -> [CompletionMatch] {
        guard let found = try? session.evaluateQuietly(session.scriptBlock(command), item: .null, scope: scope), !found.isNull,
            let elements = try? session.elements(of: found) ?? [found]
        else { return [] }
        return named(elements.compactMap { try? session.property(of: $0, property).toText(session) }, typed)
    }

    /// What a completer registered for a program offers.
    private func native(_ command: CommandInfo?, _ typed: String, _ start: Int32, _ own: [Token]) -> CompletionResult {
        let whole = own.first.map { source.text(SourceRange(Int($0.range.start), cursor)) } ?? ""
        // A completer that fails offers nothing: there is nowhere to say so while somebody types.
        if let block = session.argumentCompleters.nativeBlock(text(own[0])),
            let given = try? session.call(block, arguments: [.text(typed), .text(whole), .int(Int32(whole.utf16.count))]), !given.isAbsent,
            let offered = try? session.elements(of: given) ?? [given], !offered.isEmpty
        {
            return make(from: start, Parameters.offered(offered, session))
        }
        return make(from: start, typed.hasPrefix("-") ? [] : Paths.matches(typed, session))
    }

    private func resolved(_ command: CommandInfo) -> CommandInfo? {
        guard let alias = command as? AliasInfo else { return command }
        return session.findCommand(alias.definition, scope).flatMap { $0 === alias ? nil : resolved($0) }
    }

    /// A function that the line itself defines.
    private func writtenFunction(_ name: String) -> CommandInfo? {
        for statement in (parse(source).root.end?.statements ?? []).reversed() {
            if case .function(let definition) = statement, definition.name.equalsIgnoringCase(name) {
                return FunctionInfo(name: name, block: ScriptBlock(definition.body, session: session), isFilter: definition.isFilter)
            }
        }
        return nil
    }

    /// The parameters that stand in the line by name, with their values where those are plain.
    private func given(_ arguments: [Token], _ table: ParameterTable) -> [(parameter: ParameterInfo, value: Value?)] {
        var result: [(parameter: ParameterInfo, value: Value?)] = []
        for (i, token) in arguments.enumerated() where text(token).hasPrefix("-") {
            let found = table.candidates(for: String(text(token).dropFirst().prefix { $0 != ":" }))
            guard found.count == 1 else { continue }
            var value: Value? = found[0].isSwitch ? .true : nil
            if !found[0].isSwitch, i + 1 < arguments.count {
                let argument = text(arguments[i + 1])
                let isQuoted = argument.count > 1 && (argument.hasPrefix("'") || argument.hasPrefix("\""))
                value = .text(isQuoted ? String(argument.dropFirst().dropLast()) : argument)
            }
            result.append((found[0], value))
        }
        return result
    }

    /// The parameter whose value is due: a name stands right before, or the position says.
    private func parameterBefore(_ arguments: [Token], _ table: ParameterTable) -> ParameterInfo? {
        if let last = arguments.last, text(last).hasPrefix("-") {
            let found = table.candidates(for: String(text(last).dropFirst().prefix { $0 != ":" }))
            if found.count == 1, !found[0].isSwitch { return found[0] }
        }
        var position = 0
        var expectsValue = false
        var depth = 0
        for token in arguments {
            if Self.closers.contains(token.kind) { depth -= 1 }
            if depth == 0 {
                if text(token).hasPrefix("-") {
                    let found = table.candidates(for: String(text(token).dropFirst()))
                    expectsValue = found.count == 1 && !found[0].isSwitch
                } else if token.kind == .comma {
                    // Another element of the argument before.
                    if !expectsValue { position -= 1 } else { expectsValue = true }
                } else if !Self.closers.contains(token.kind) {
                    if expectsValue { expectsValue = false } else { position += 1 }
                }
            }
            if Self.openers.contains(token.kind) { depth += 1 }
        }
        position = max(position, 0)
        if let set = table.defaultSet, let found = table.parameters.first(where: { $0.place(in: set) != nil && table.position(of: $0, in: set) == position }) {
            return found
        }
        return table.parameters.first { $0.places.contains { $0.position == position } || table.position(of: $0, in: nil) == position }
    }
}
