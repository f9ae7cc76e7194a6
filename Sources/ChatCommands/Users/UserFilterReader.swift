// Reads a filter: `RegistrarPool -eq "pool" -and -not (Enabled -eq $true)`.

import ChatModel
import ChatStore
import Runtime

/// Reads the text of a filter. What it cannot read, a script block evaluates instead.
struct UserFilterReader {
    private enum Token: Equatable {
        case word(String), dashed(String), text(String), variable(String), open, close, not
    }

    private var tokens: [Token] = []
    private var place = 0
    private let variable: (String) -> Value?

    /// - Parameter variable: The value of a variable of the script; nil if there is none of the name.
    /// - Returns: nil if the text is no filter of comparisons.
    static func read(_ text: String, variable: @escaping (String) -> Value?) -> UserCondition? {
        guard var reader = UserFilterReader(text, variable) else { return nil }
        guard let condition = reader.alternatives(), reader.place == reader.tokens.count else { return nil }
        return condition
    }

    private init?(_ text: String, _ variable: @escaping (String) -> Value?) {
        self.variable = variable
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            switch scalar {
            case " ", "\t", "\n", "\r": rest.removeFirst()
            case "(": tokens.append(.open); rest.removeFirst()
            case ")": tokens.append(.close); rest.removeFirst()
            case "!": tokens.append(.not); rest.removeFirst()
            case "'", "\"":
                guard let quoted = Self.quoted(&rest, scalar, variable) else { return nil }
                tokens.append(.text(quoted))
            case "$":
                rest.removeFirst()
                tokens.append(.variable(Self.word(&rest)))
            case "-":
                rest.removeFirst()
                let word = Self.word(&rest)
                if word.isEmpty { return nil }
                tokens.append(word.equalsIgnoringCase("not") ? .not : word.first.map { $0.isNumber } == true ? .word("-" + word) : .dashed(word))
            default:
                let word = Self.word(&rest)
                if word.isEmpty { return nil }
                tokens.append(.word(word))
            }
        }
    }

    /// Letters, digits and what names and addresses are made of.
    private static func word(_ rest: inout Substring.UnicodeScalarView) -> String {
        var word = ""
        while let scalar = rest.first, !" \t\n\r()'\"$!;|{}[],".unicodeScalars.contains(scalar) {
            word.unicodeScalars.append(scalar)
            rest.removeFirst()
        }
        return word
    }

    /// A quoted text; double quotes take variables in.
    private static func quoted(_ rest: inout Substring.UnicodeScalarView, _ quote: Unicode.Scalar, _ variable: (String) -> Value?) -> String? {
        rest.removeFirst()
        var text = ""
        while let scalar = rest.popFirst() {
            if scalar == quote {
                guard rest.first == quote else { return text }
                rest.removeFirst()
                text.unicodeScalars.append(quote)
            } else if scalar == "$", quote == "\"" {
                var name = ""
                while let next = rest.first, next.properties.isAlphabetic || next == "_" || ("0"..."9").contains(next) {
                    name.unicodeScalars.append(next)
                    rest.removeFirst()
                }
                guard !name.isEmpty, rest.first != "(", rest.first != "{", rest.first != ":" else { return nil }
                text += variable(name)?.asString ?? ""
            } else if scalar == "`", quote == "\"" {
                return nil
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return nil
    }

    // MARK: Grammar

    private mutating func accepts(_ token: Token) -> Bool {
        guard place < tokens.count, tokens[place] == token else { return false }
        place += 1
        return true
    }

    private mutating func acceptsOperator(_ word: String) -> Bool {
        guard place < tokens.count, case .dashed(let name) = tokens[place], name.equalsIgnoringCase(word) else { return false }
        place += 1
        return true
    }

    private mutating func alternatives() -> UserCondition? {
        guard let first = conjunction() else { return nil }
        var conditions = [first]
        while acceptsOperator("or") {
            guard let next = conjunction() else { return nil }
            conditions.append(next)
        }
        return conditions.count == 1 ? first : .any(conditions)
    }

    private mutating func conjunction() -> UserCondition? {
        guard let first = term() else { return nil }
        var conditions = [first]
        while acceptsOperator("and") {
            guard let next = term() else { return nil }
            conditions.append(next)
        }
        return conditions.count == 1 ? first : .all(conditions)
    }

    private mutating func term() -> UserCondition? {
        if accepts(.not) { return term().map { .not($0) } }
        if accepts(.open) {
            guard let inner = alternatives(), accepts(.close) else { return nil }
            return inner
        }
        return comparison()
    }

    private mutating func comparison() -> UserCondition? {
        guard place < tokens.count else { return nil }
        let name: String
        switch tokens[place] {
        case .word(let word): name = word
        case .variable(let path) where path.hasPrefix("_."): name = String(path.dropFirst(2))
        default: return nil
        }
        guard let position = UserColumns.position(of: name), place + 2 < tokens.count, case .dashed(var word) = tokens[place + 1] else { return nil }
        word = word.lowercased()
        if word.hasPrefix("i"), FilterOperator(rawValue: String(word.dropFirst())) != nil { word.removeFirst() }
        guard let comparison = FilterOperator(rawValue: word), let operand = operand(tokens[place + 2]) else { return nil }
        place += 3
        guard comparison == .like || comparison == .notLike else { return .compare(position: position, comparison, operand.bare(at: position)) }
        if case .text(let pattern) = operand { return .compare(position: position, comparison, .pattern(NamePattern(pattern))) }
        return .compare(position: position, comparison, operand)
    }

    private func operand(_ token: Token) -> FilterOperand? {
        switch token {
        case .text(let text): .text(text)
        case .word(let word): Int64(word).map { .number($0) } ?? .text(word)
        case .variable(let name):
            switch name.lowercased() {
            case "null": .null
            case "true": .truth(true)
            case "false": .truth(false)
            default: variable(name).flatMap(Self.operand)
            }
        default: nil
        }
    }

    private static func operand(_ value: Value) -> FilterOperand? {
        if value.isNull { return .null }
        if let text = value.asString { return .text(text) }
        if case .bool(let flag) = value.unwrapped { return .truth(flag) }
        return Int.read(value).map { .number(Int64($0)) }
    }
}
