// The short view of an error: what failed, where, the line with the place marked, the message.

import Diagnostics
import Runtime

enum ConciseErrorView {
    static func text(_ record: ErrorRecord, _ session: Session) -> String {
        if record.errorId == "NativeCommandErrorMessage" || record.errorId == "NativeCommandError" { return record.exception.message + "\n" }
        let reason = reason(record, session)
        let advice = record.recommendedAction.map { $0.isEmpty ? "" : "\n  Recommendation: \($0)\n" } ?? ""
        guard let place = ErrorPlace(record), place.isWorthShowing else { return "\(reason): \(record.message)\n" + advice }
        let position = place.position
        let number = String(position.line)
        let margin = String(repeating: " ", count: max(0, number.utf8.count - 4))
        let prefix = margin + "     | "
        var text = "\(reason): "
        if let path = place.source.path { text += "\(path):\(number)" }
        text += "\n\(margin)Line |\n"
        let (line, marks) = place.markedLine
        text += String(repeating: " ", count: max(0, 4 - number.utf8.count)) + "\(number) | \(line)\n"
        text += prefix + marks + "\n"
        return text + wrapped(prefix, message(record), width: session.host.width) + "\n" + advice
    }

    /// The command that failed, or the kind of error where no command did.
    private static func reason(_ record: ErrorRecord, _ session: Session) -> String {
        if record.wasThrown { return "Exception" }
        if let name = record.invocation?.command?.name, !name.isEmpty { return name }
        if let activity = record.activity, !activity.isEmpty { return activity }
        if let invocation = record.invocation, invocation.command == nil, !invocation.invocationName.isEmpty { return invocation.invocationName }
        if record.category != .notSpecified { return record.category.name }
        return record.reason ?? record.exception.type.name
    }

    private static func message(_ record: ErrorRecord) -> String {
        var text = record.message
        // The message of a parser error brings its own drawing of the line.
        if record.category == .parserError, record.detailsMessage == nil, let drawing = text.range(of: "~\n") {
            text = String(text[drawing.upperBound...])
            if let end = text.range(of: "\n\n") { text = String(text[..<end.lowerBound]) }
        }
        return String(text.map { $0 == "\n" || $0 == "\r\n" || $0 == "\t" ? " " : $0 })
    }

    /// Lines of at most `width` characters, each behind the prefix, broken at white space.
    private static func wrapped(_ prefix: String, _ message: String, width: Int) -> String {
        var lines: [String] = []
        let scalars = Array(message.unicodeScalars)
        let room = width - prefix.unicodeScalars.count
        var start = 0
        while room > 0, scalars.count - start > room {
            // Up to the last white space of what fits; what has none stays whole.
            guard let cut = scalars[start..<start + room].lastIndex(where: { $0.properties.isWhitespace }), cut > start else { break }
            lines.append(prefix + text(scalars[start..<cut]))
            start = cut
            while start < scalars.count, scalars[start].properties.isWhitespace { start += 1 }
        }
        lines.append(prefix + text(scalars[start...]))
        return lines.joined(separator: "\n")
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

extension String {
    /// The first place of a text; Foundation's search is not on the way.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
