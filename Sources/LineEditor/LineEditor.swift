// One line at a time from a person: libedit with prompt, history and completion.

import CLibedit
import Glibc

/// What a person has typed.
public enum ReadLine: Equatable {
    case line(String)
    case interrupted
    case endOfInput
}

/// What can stand at the cursor.
public struct LineCompletion {
    /// UTF-8 byte offset of the word to replace, and its length.
    public let start: Int
    public let length: Int
    public let candidates: [(text: String, shown: String)]
    public init(start: Int, length: Int, candidates: [(text: String, shown: String)]) { self.start = start; self.length = length; self.candidates = candidates }
}

public final class LineEditor {
    private let editor: OpaquePointer
    private let lines: OpaquePointer
    private let historyPath: String
    private var promptText: UnsafeMutablePointer<CChar>?
    private var isLoaded = false
    /// Asked on Tab with the line and the cursor's byte offset.
    public var complete: ((_ line: String, _ cursor: Int) -> LineCompletion)?

    /// nil where there is no terminal to read from.
    public init?(name: String, historyPath: String) {
        guard isatty(0) == 1, let editor = edit_start(name), let lines = history_init() else { return nil }
        self.editor = editor
        self.lines = lines
        self.historyPath = historyPath
        _ = edit_use_locale()
        _ = edit_set_editor(editor, "emacs")
        _ = edit_handle_signals(editor, 1)
        _ = edit_history_size(lines, 5000)
        _ = edit_set_history(editor, lines)
        _ = edit_set_data(editor, Unmanaged.passUnretained(self).toOpaque())
        _ = edit_set_prompt(editor) { editor in
            let owner = Unmanaged<LineEditor>.fromOpaque(edit_data(editor)).takeUnretainedValue()
            return owner.promptText
        }
        _ = edit_add_function(editor, "complete-word", "Completes the word at the cursor") { editor, _ in
            let owner = Unmanaged<LineEditor>.fromOpaque(edit_data(editor)).takeUnretainedValue()
            return owner.completeWord()
        }
        _ = edit_bind(editor, "\t", "complete-word")
        _ = edit_bind(editor, "^R", "em-inc-search-prev")
    }

    deinit {
        free(promptText)
        history_end(lines)
        el_end(editor)
    }

    /// Reads a line under a prompt.
    public func read(prompt: String) -> ReadLine {
        if !isLoaded {
            isLoaded = true
            _ = edit_history_load(lines, historyPath)
        }
        free(promptText)
        promptText = strdup(prompt)
        var count: Int32 = 0
        errno = 0
        guard let text = el_gets(editor, &count), count > 0 else {
            if errno == EINTR {
                el_reset(editor)
                return .interrupted
            }
            return .endOfInput
        }
        var line = String(cString: text)
        while line.hasSuffix("\n") { line.removeLast() }
        return .line(line)
    }

    /// Keeps a line for this and later sessions.
    public func remember(_ line: String) {
        _ = edit_history_add(lines, line)
        _ = edit_history_append(lines, historyPath, 1)
    }

    private func completeWord() -> UInt8 {
        guard let complete, let info = el_line(editor)?.pointee, let start = info.buffer, let cursor = info.cursor, let end = info.lastchar else {
            return UInt8(CC_ERROR)
        }
        let line = String(decoding: UnsafeRawBufferPointer(start: start, count: end - start), as: UTF8.self)
        let offset = cursor - start
        let found = complete(line, offset)
        guard let first = found.candidates.first else { return UInt8(CC_REFRESH_BEEP) }
        let bytes = Array(line.utf8)
        guard found.start >= 0, found.start <= offset, offset <= bytes.count else { return UInt8(CC_ERROR) }
        let typed = String(decoding: bytes[found.start..<offset], as: UTF8.self)
        let insert = found.candidates.count == 1 ? first.text : LineEditor.commonStart(found.candidates.map(\.text))
        if found.candidates.count > 1, insert.unicodeScalars.count <= typed.unicodeScalars.count {
            list(found.candidates.map(\.shown))
            return UInt8(CC_REDISPLAY)
        }
        el_deletestr(editor, Int32(typed.unicodeScalars.count))
        _ = el_insertstr(editor, insert)
        return UInt8(CC_REFRESH)
    }

    /// The beginning that all texts share, without regard to case; spelled as in the first.
    static func commonStart(_ texts: [String]) -> String {
        guard var common = texts.first else { return "" }
        for text in texts.dropFirst() { common = String(zip(common, text).prefix { $0.0.lowercased() == $0.1.lowercased() }.map(\.0)) }
        return common
    }

    private func list(_ names: [String]) {
        var size = winsize()
        let columns = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
        let width = (names.map(\.count).max() ?? 0) + 2
        let perLine = max(1, columns / max(1, width))
        var text = "\n"
        for (i, name) in names.prefix(200).enumerated() {
            text += name + String(repeating: " ", count: max(1, width - name.count))
            if (i + 1) % perLine == 0 { text += "\n" }
        }
        if !text.hasSuffix("\n") { text += "\n" }
        _ = text.withCString { write(1, $0, strlen($0)) }
    }
}
