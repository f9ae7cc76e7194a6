// Where lexer and parser put what they find wrong: no two alike, nothing after reading has stopped.

import Diagnostics

final class DiagnosticSink {
    private struct Key: Hashable { let id: String, start: Int32, end: Int32 }

    let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Key> = []
    /// Set when nesting went too deep: the rest of the text is not read.
    private(set) var isHalted = false
    /// The text of the subexpression in a string that is being read, as the reference counts it; nil outside strings.
    var nested: SourceRange?

    /// A text with this much wrong is not read to its end.
    static let maximum = 250

    init(source: SourceText) { self.source = source }

    var isEmpty: Bool { diagnostics.isEmpty }

    func report(_ id: ErrorID, _ range: SourceRange, _ given: String = "", incomplete: Bool = false) {
        if isHalted { return }
        guard seen.insert(Key(id: id.rawValue, start: range.start, end: range.end)).inserted else { return }
        let message = id.message(given.utf8.count > 80 ? String(decoding: given.utf8.prefix(80), as: UTF8.self) + "…" : given)
        diagnostics.append(Diagnostic(id: id.rawValue, range: range, message: message, isIncompleteInput: incomplete))
        if diagnostics.count >= DiagnosticSink.maximum { isHalted = true }
    }

    /// Reports at `range`; more input would complete it where nothing but blanks and comments follows `detected`, and
    /// then it says true.
    @discardableResult
    func reportIncomplete(_ id: ErrorID, _ range: SourceRange, detected: SourceRange? = nil, _ given: String = "") -> Bool {
        if isHalted { return true }
        let isIncomplete = isAtEnd((detected ?? range).end)
        report(id, range, given, incomplete: isIncomplete)
        return isIncomplete
    }

    func halt(at range: SourceRange) {
        if isHalted { return }
        report(.scriptTooComplicated, range)
        isHalted = true
    }

    /// Inside a string the reference compares a place in the whole text with the length of the nested text, and the
    /// recorded facts show it.
    private func isAtEnd(_ offset: Int32) -> Bool {
        guard let nested else {
            return offset >= source.bytes.count || isBlankOrComment(from: Int(offset), to: source.bytes.count)
        }
        let place = source.position(at: offset).offset
        let start = source.position(at: nested.start).offset
        let length = source.position(at: nested.end).offset - start
        if place >= length { return true }
        return isBlankOrComment(from: Int(nested.start) + place, to: Int(nested.end))
    }

    private func isBlankOrComment(from start: Int, to end: Int) -> Bool {
        let bytes = source.bytes
        var i = start
        while i < end {
            let byte = bytes[i]
            if byte == UInt8(ascii: "#") {
                while i < end, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
                continue
            }
            if byte == UInt8(ascii: "<"), i + 1 < end, bytes[i + 1] == UInt8(ascii: "#") {
                i += 2
                while i < end, !(bytes[i] == UInt8(ascii: "#") && i + 1 < end && bytes[i + 1] == UInt8(ascii: ">")) { i += 1 }
                i += 2
                continue
            }
            if !ASCII.isBlank(byte), byte != 0x0A, byte != 0x0D { return false }
            i += 1
        }
        return true
    }
}
