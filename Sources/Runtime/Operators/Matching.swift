// `-match`, `-like`, `-replace`, `-split` on patterns.

import Patterns
import Scalars

/// A pattern ready for use.
struct PatternValue {
    let expression: RegularExpression
}

final class WildcardKeeper {
    let text: String
    let pattern: WildcardPattern
    init(_ text: String, ignoreCase: Bool) throws {
        self.text = text
        do { pattern = try WildcardPattern(text, ignoreCase: ignoreCase) } catch {
            throw ShellError(
                "RuntimeException", error.message, type: "WildcardPatternException", category: .invalidArgument,
                inner: ExceptionObject("WildcardPatternException", error.message))
        }
    }
}

/// The groups of an expression as keys of a table, hashed once for all its matches.
private final class MatchTemplate {
    let table: HashTable
    let count: Int

    private init(_ expression: RegularExpression) {
        var table = HashTable(.ignoringCase, capacity: expression.groupNames.count)
        for (name, number) in zip(expression.groupNames, expression.groupNumbers) {
            table.set(name == String(number) ? .int(Int32(number)) : .text(name), .null)
        }
        self.table = table
        count = expression.groupNames.count
    }

    static func of(_ expression: RegularExpression) -> MatchTemplate {
        if let known = expression.companion { return unsafeDowncast(known, to: MatchTemplate.self) }
        let made = MatchTemplate(expression)
        expression.companion = made
        return made
    }
}

enum Matching {
    /// A `[regex]` keeps its own options; text is a pattern with or without case.
    static func pattern(_ value: Value, ignoreCase: Bool, _ session: Session) throws -> PatternValue {
        if let regex = value.object as? RegexObject { return PatternValue(expression: regex.expression) }
        let text = try value.toText(session)
        do {
            return PatternValue(expression: try session.regexes.expression(text, options: ignoreCase ? .ignoreCase : []))
        } catch {
            throw ShellError(pattern: error)
        }
    }

    static func match(_ left: Value, _ pattern: PatternValue, isNegated: Bool, _ s: Scope) throws -> Value {
        let session = s.session
        if let elements = try session.operandElements(of: left) {
            return .array(try elements.filter { try found(Text($0.toText(session)), pattern.expression) != isNegated })
        }
        let text = try left.asText ?? Text(left.toText(session))
        guard try found(text, pattern.expression) else { return .bool(isNegated) }
        try remember(text, pattern.expression, s)
        return .bool(!isNegated)
    }

    private static func found(_ text: Text, _ expression: RegularExpression) throws -> Bool {
        do { return try withUtf8(text.string) { try expression.find(in: $0, isAscii: text.isASCII) } } catch let error as RegexError {
            throw ShellError(pattern: error)
        }
    }

    /// `$Matches`: the groups that took part, by name or number.
    private static func remember(_ text: Text, _ expression: RegularExpression, _ s: Scope) throws {
        let template = MatchTemplate.of(expression)
        var table = template.table
        let isAscii = text.isASCII
        var areAllThere = true
        withUtf8(text.string) { bytes in
            for slot in 0..<template.count {
                let range = expression.range(ofSlot: slot)
                guard range.isSuccess else {
                    areAllThere = false
                    continue
                }
                let part = String(decoding: UnsafeBufferPointer(rebasing: bytes[range.start..<range.start + range.count]), as: UTF8.self)
                table.setValue(at: slot, .object(isAscii ? Text(ascii: part) : Text(part)))
            }
        }
        if !areAllThere { for slot in (0..<template.count).reversed() where !expression.range(ofSlot: slot).isSuccess { table.remove(at: slot) } }
        try s.session.assign(s.session.matchesSymbol, .object(TableObject(table)), in: s)
    }

    static func like(_ left: Value, _ pattern: WildcardPattern, isNegated: Bool, _ session: Session) throws -> Value {
        if let elements = try session.operandElements(of: left) {
            return .array(try elements.map { .text(try $0.toText(session)) }.filter { pattern.matches($0.asString ?? "") != isNegated })
        }
        return .bool(pattern.matches(try left.toText(session)) != isNegated)
    }

    /// `text -replace pattern, replacement`; the replacement may be a block that sees the match as `$_`.
    static func replace(_ left: Value, _ right: Value, ignoreCase: Bool, _ s: Scope) throws -> Value {
        let session = s.session
        var parts = right.asArray?.elements ?? right.asList?.elements ?? [right]
        if parts.count > 2 { throw ShellError("BadReplaceArgument", Messages.badReplaceArgument, category: .invalidOperation) }
        if parts.isEmpty { parts = [.text("")] }
        let pattern: PatternValue
        do { pattern = try self.pattern(parts[0], ignoreCase: ignoreCase, session) } catch let failure as ShellError
            where failure.record.errorId.hasSuffix("RegexParseException")
        {
            throw ShellError(
                "InvalidRegularExpression", "The regular expression pattern \(try parts[0].toText(session)) is not valid.", category: .invalidOperation,
                inner: failure.record.exception)
        }
        let replacement = parts.count > 1 ? parts[1] : .text("")
        func one(_ value: Value) throws -> Value {
            let text = try value.toText(session)
            do {
                if let block = replacement.asScriptBlock {
                    let whole = Text(text)
                    return .text(
                        try pattern.expression.replace(text) { match in
                            try session.evaluate(block, item: .object(MatchObject(text: whole, match: match, expression: pattern.expression)), scope: s).toText(
                                session)
                        })
                }
                return .text(try pattern.expression.replace(text, with: try replacement.toText(session)))
            } catch let error as RegexError { throw ShellError(pattern: error) }
        }
        if let elements = try session.operandElements(of: left) { return .array(try elements.map(one)) }
        return try one(left)
    }
}
