// `-split` and `-join`.

import Patterns
import Scalars

enum Splitting {
    /// Unary `-split`: by white space, ends trimmed.
    static func byWhiteSpace(_ value: Value, _ session: Session) throws -> Value {
        var result: [Value] = []
        for part in try session.operandElements(of: value) ?? [value] {
            var current = ""
            let text = try part.toText(session).trimmed
            if text.isEmpty {
                result.append(.text(""))
                continue
            }
            for scalar in text.unicodeScalars {
                if scalar.properties.isWhitespace {
                    try session.checkCancelled()
                    if !current.isEmpty { result.append(.text(current)) }
                    current = ""
                } else {
                    current.unicodeScalars.append(scalar)
                }
            }
            if !current.isEmpty { result.append(.text(current)) }
        }
        return .object(ArrayObject(result, elementType: .string))
    }

    /// `text -split pattern, limit, options` and `text -split { … }`.
    static func split(_ left: Value, _ right: Value, ignoreCase: Bool, _ s: Scope) throws -> Value {
        let session = s.session
        let arguments = right.asArray?.elements ?? right.asList?.elements ?? [right]
        if arguments.isEmpty { throw ShellError("BadOperatorArgument", "The right operand of '-split' must have a pattern.", category: .invalidOperation) }
        var limit = 0
        var options: Int64 = 0
        if arguments.count > 1 {
            do { limit = Int(try session.convert(arguments[1], to: .int32).asInt64 ?? 0) } catch let error as ShellError {
                throw ShellError("RuntimeException", error.record.message, category: .invalidArgument, inner: error.record.exception)
            }
        }
        if arguments.count > 2 {
            options = try session.convert(arguments[2], to: splitOptions).asEnumeration?.rawValue ?? 0
            if options & 1 != 0, options & ~65 != 0 {
                throw ShellError(
                    "InvalidSplitOptionCombination", "The options of the split operator cannot be combined: SimpleMatch takes only IgnoreCase.",
                    type: "ParseException", category: .parserError)
            }
        }
        var result: [Value] = []
        for part in try session.operandElements(of: left) ?? [left] {
            let text = try part.toText(session)
            if let block = arguments.first?.asScriptBlock {
                result += try byBlock(text, block, limit: limit, s)
            } else {
                let parts = try byPattern(text, arguments.first ?? .text(""), limit: limit, options: options, ignoreCase: ignoreCase, session)
                // Each piece becomes an object.
                try RoomFor.bytes((result.count + parts.count) * 96)
                result += parts.map { .text($0) }
            }
        }
        return .object(ArrayObject(result, elementType: .string))
    }

    static let splitOptions = TypeInfo.enumeration(
        "System.Management.Automation.SplitOptions",
        EnumerationInfo(
            [
                ("SimpleMatch", 1), ("RegexMatch", 2), ("CultureInvariant", 4), ("IgnorePatternWhitespace", 8), ("Multiline", 16), ("Singleline", 32),
                ("IgnoreCase", 64), ("ExplicitCapture", 128),
            ], isFlags: true))

    private static func byPattern(_ text: String, _ pattern: Value, limit: Int, options: Int64, ignoreCase: Bool, _ session: Session) throws -> [String] {
        var flags: RegexOptions = ignoreCase || options & 64 != 0 ? .ignoreCase : []
        if options & 4 != 0 { flags.insert(.cultureInvariant) }
        if options & 8 != 0 { flags.insert(.ignorePatternWhitespace) }
        if options & 16 != 0 { flags.insert(.multiline) }
        if options & 32 != 0 { flags.insert(.singleline) }
        if options & 128 != 0 { flags.insert(.explicitCapture) }
        do {
            let expression: RegularExpression
            if let regex = pattern.object as? RegexObject {
                expression = regex.expression
            } else {
                var source = try pattern.toText(session)
                if options & 1 != 0 { source = RegularExpression.escape(source) }
                expression = try session.regexes.expression(source, options: flags)
            }
            if limit < 0 { return try fromTheEnd(text, expression, pieces: -limit) }
            return try expression.split(text, limit: limit)
        } catch let error as RegexError { throw ShellError(pattern: error) }
    }

    /// A negative limit counts the pieces from the end.
    private static func fromTheEnd(_ text: String, _ expression: RegularExpression, pieces: Int) throws(RegexError) -> [String] {
        let matches = try expression.matches(in: text)
        let used = matches.suffix(max(0, pieces - 1))
        var result: [String] = []
        var start = 0
        let bytes = Array(text.utf8)
        for match in used {
            result.append(String(decoding: bytes[start..<match.start], as: UTF8.self))
            for group in match.groups.dropFirst() where group.isSuccess { result.append(String(decoding: bytes[group.start..<group.end], as: UTF8.self)) }
            start = match.end
        }
        result.append(String(decoding: bytes[start...], as: UTF8.self))
        return result
    }

    /// A block decides for each character whether it separates; it is given the text and the place as arguments. A negative limit counts from the end.
    private static func byBlock(_ text: String, _ block: ScriptBlock, limit: Int, _ s: Scope) throws -> [Value] {
        let session = s.session
        let units = Array(text.utf16)
        var pieces: [Value] = []
        var start = limit < 0 ? units.count : 0
        func isSeparator(_ place: Int) throws -> Bool {
            if limit != 0, pieces.count >= abs(limit) - 1 { return false }
            return try session.evaluate(
                block, item: .text(String(decoding: units[place...place], as: UTF16.self)), arguments: [.text(text), .int(Int32(place))], scope: s
            )
            .isTrue(session)
        }
        if limit < 0 {
            for place in units.indices.reversed() where try isSeparator(place) {
                pieces.append(.text(String(decoding: units[(place + 1)..<start], as: UTF16.self)))
                start = place
            }
            return [.text(String(decoding: units[..<start], as: UTF16.self))] + pieces.reversed()
        }
        for place in units.indices where try isSeparator(place) {
            pieces.append(.text(String(decoding: units[start..<place], as: UTF16.self)))
            start = place + 1
        }
        return pieces + [.text(String(decoding: units[start...], as: UTF16.self))]
    }

    static func join(_ value: Value, separator: String, _ session: Session) throws -> Value {
        // `$input` is one object here, though its text is that of what it goes through.
        if let enumerator = value.object as? ForEachEnumerator { return .text(try enumerator.describe(session)) }
        guard let elements = try session.operandElements(of: value) else { return .text(value.isNull ? "" : try value.toText(session)) }
        let buffer = session.textBuffer
        let start = buffer.count
        do {
            for (i, element) in elements.enumerated() {
                try session.checkCancelled()
                if i > 0 { try buffer.append(separator) }
                switch element {
                case .int(let number): try buffer.append(decimal: number)
                case .object(let object) where object.kind == .text: try buffer.append(unsafeDowncast(object, to: Text.self).string)
                case let element: try buffer.append(element.asArray != nil || element.asList != nil ? element.type.plainName : element.toText(session))
                }
            }
        } catch {
            buffer.drop(from: start)
            throw error
        }
        return .object(buffer.take(from: start))
    }
}
