// Where an error happened, as people are shown it: the line with the place marked.

import Diagnostics

/// The place an error record speaks of.
public struct ErrorPlace {
    public let source: SourceText
    public let range: SourceRange

    /// nil where nothing is known.
    public init?(_ record: ErrorRecord) {
        if let source = record.source, let range = record.range {
            self.init(source: source, range: range)
        } else if let invocation = record.invocation, let source = invocation.source {
            self.init(source: source, range: invocation.range)
        } else {
            return nil
        }
    }

    public init(source: SourceText, range: SourceRange) {
        self.source = source
        self.range = range
    }

    public var position: SourcePosition { source.position(at: range.start) }
    /// A script, or not the first line: the line alone would be what was just typed.
    public var isWorthShowing: Bool { source.path != nil || position.line > 1 }

    /// Longest stretch of a line that is shown, and how much behind the place stays in any case.
    private static let mostShown = 69, leastBehind = 8, mostBefore = 12

    /// The line cut around the place, and the marks to stand below it; each begins with a blank.
    public var markedLine: (line: String, marks: String) {
        var line = source.lineText(position.line).trimmingEnd()
        var before = position.column - 1
        let last = source.position(at: max(range.start, range.end))
        var length = max(0, last.line == position.line && last.column <= line.utf16.count + 1 ? last.column - position.column : line.utf16.count - before)
        if line.utf8.contains(0x09) {
            let head = line.units(0, before).expandingTabs(), place = line.units(before, length).expandingTabs()
            line = head + place + line.units(before + length, line.utf16.count - before - length).expandingTabs()
            before = head.utf16.count
            length = place.utf16.count
        }
        var isCutBefore = false, isCutBehind = false
        let excess = line.utf16.count - ErrorPlace.mostShown
        if excess > 0 {
            var start = 0
            if length >= ErrorPlace.mostShown {
                start = max(0, before - ErrorPlace.mostBefore)
            } else {
                let behind = line.utf16.count - before - length
                start = min(before, max(0, excess - max(0, behind - ErrorPlace.leastBehind)))
                start = max(start, before + length - ErrorPlace.mostShown)
            }
            isCutBefore = start > 0
            isCutBehind = start + ErrorPlace.mostShown < line.utf16.count
            line = line.units(start, min(ErrorPlace.mostShown, line.utf16.count - start))
            before -= start
            length = min(length, line.utf16.count - before)
        }
        let shown = (isCutBefore ? "… " : "") + line + (isCutBehind ? " …" : "")
        return (" " + shown, " " + String(repeating: " ", count: before + (isCutBefore ? 2 : 0)) + String(repeating: "~", count: max(1, length)))
    }

    /// `At path:line char:column` with the line and the marks below.
    public var message: String {
        let (line, marks) = markedLine
        return "At \(source.path ?? "line"):\(position.line) char:\(position.column)\n+\(line)\n+\(marks)"
    }
}

extension String {
    /// A stretch in UTF-16 units.
    fileprivate func units(_ start: Int, _ count: Int) -> String {
        String(decoding: Array(utf16.dropFirst(start).prefix(max(0, count))), as: UTF16.self)
    }
    fileprivate func expandingTabs() -> String { map { $0 == "\t" ? "    " : String($0) }.joined() }
    fileprivate func trimmingEnd() -> String {
        var view = unicodeScalars
        while let last = view.last, last.properties.isWhitespace { view.removeLast() }
        return String(view)
    }
}
