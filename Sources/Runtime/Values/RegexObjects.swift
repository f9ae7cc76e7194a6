// Regular expressions, their matches and groups as objects.

import Patterns
import Scalars

public final class RegexObject: Box, @unchecked Sendable {
    public let expression: RegularExpression
    /// Ticks; -1 ms stands for no end. PCRE2 has limits of its own, so that no expression runs for ever.
    public let timeout: Int64
    public init(_ expression: RegularExpression, timeout: Int64 = -10_000) {
        self.expression = expression
        self.timeout = timeout
    }
    public override var type: TypeInfo { RegexObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Text.RegularExpressions.Regex", accelerator: "regex", base: .object)
    public override func describe(_ session: Session) throws -> String { expression.pattern }
    public override func isEqual(to other: Object) -> Bool { self === other }
}

/// A group of a match; group 0 is the match itself.
public class GroupObject: Box, @unchecked Sendable {
    public let text: Text
    public let range: MatchedRange
    public let name: String
    /// The match it belongs to, with its place there; nil for none.
    private let origin: (match: RegexMatch, slot: Int, expression: RegularExpression)?
    public init(text: Text, range: MatchedRange, name: String, origin: (match: RegexMatch, slot: Int, expression: RegularExpression)? = nil) {
        self.text = text
        self.range = range
        self.name = name
        self.origin = origin
    }
    /// Everything a repeated group captured, in order; the group itself for one that does not repeat.
    public func captures() throws -> [GroupObject] {
        guard isSuccess else { return [] }
        guard let origin, origin.slot > 0 else { return [self] }
        do {
            let ranges = try origin.expression.allCaptures(ofSlot: origin.slot, of: origin.match, in: text.string)
            return ranges.map { $0 == range ? self : GroupObject(text: text, range: $0, name: name) }
        } catch { throw ShellError(pattern: error) }
    }
    public var isSuccess: Bool { range.isSuccess }
    public var value: String {
        if !range.isSuccess { return "" }
        let utf8 = text.string.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.start)
        return String(text.string[start..<utf8.index(start, offsetBy: range.count)])
    }
    /// In UTF-16 units.
    public var index: Int { isSuccess ? units(before: range.start) : 0 }
    public var length: Int { isSuccess ? units(before: range.end) - units(before: range.start) : 0 }
    private func units(before offset: Int) -> Int { text.isASCII ? offset : withUtf8(text.string) { utf16Index($0, utf8: offset) } }
    public override var type: TypeInfo { GroupObject.typeInfo }
    public static let captureType = TypeInfo("System.Text.RegularExpressions.Capture", base: .object)
    public static let typeInfo = TypeInfo("System.Text.RegularExpressions.Group", base: captureType)
    public override func describe(_ session: Session) throws -> String { value }
}

public final class MatchObject: GroupObject, @unchecked Sendable {
    public let expression: RegularExpression
    public let match: RegexMatch?
    /// Offset from which the next match is looked for.
    public init(text: Text, match: RegexMatch?, expression: RegularExpression) {
        self.expression = expression
        self.match = match
        super.init(text: text, range: match?.groups[0] ?? MatchedRange(start: -1, end: -1), name: "0")
    }
    public override var type: TypeInfo { MatchObject.matchType }
    public static let matchType = TypeInfo("System.Text.RegularExpressions.Match", base: GroupObject.typeInfo)

    /// All groups by slot.
    public var groups: [GroupObject] {
        guard let match else { return [self] }
        return expression.groupNames.enumerated().map { slot, name in
            slot == 0 ? self : GroupObject(text: text, range: match.groups[slot], name: name, origin: (match, slot, expression))
        }
    }
    public func group(_ name: String) -> GroupObject? {
        guard let match, let slot = expression.slot(named: name) else { return nil }
        return GroupObject(text: text, range: match.groups[slot], name: name, origin: (match, slot, expression))
    }
    /// The match after this one; unsuccessful at the end.
    public func next() throws -> MatchObject {
        guard let match else { return self }
        let from = match.end > match.start ? match.end : match.end + 1
        do {
            let found = from > text.string.utf8.count ? nil : try expression.firstMatch(in: text.string, from: from)
            return MatchObject(text: text, match: found, expression: expression)
        } catch { throw ShellError(pattern: error) }
    }
}

extension ShellError {
    /// A pattern that cannot be read.
    public convenience init(pattern error: RegexError) {
        if error == .tooLarge {
            self.init(operator: .outOfMemory)
            return
        }
        self.init(
            "System.Text.RegularExpressions.RegexParseException", error.message, type: "System.Text.RegularExpressions.RegexParseException",
            category: .operationStopped, inner: ExceptionObject("System.Text.RegularExpressions.RegexParseException", error.message))
    }
}
