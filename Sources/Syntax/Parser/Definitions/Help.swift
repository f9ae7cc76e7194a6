// Comment-based help: which comments belong to a function or a script, and their text without comment signs.

import Diagnostics

extension Parser {
    /// Directly before the function, or first or last in its body.
    func functionHelp(keyword: Int32, open: SourceRange, close: SourceRange) -> String? {
        guard lexer.nesting == 0, lexer.hasComments, let start = tokenIndex(at: keyword) else { return nil }
        if let text = help(in: commentsBefore(start, distance: 2)) { return text }
        guard let first = tokenIndex(at: open.start) else { return nil }
        var index = first + 1
        while case let block = commentsAfter(&index), !block.isEmpty {
            if let text = help(in: block) { return text }
        }
        guard let last = tokenIndex(at: close.end - 1) else { return nil }
        return help(in: commentsBefore(last, distance: Int.max))
    }

    /// First in the file (not where a function follows that it would belong to), or last.
    func scriptHelp(firstStatement: Statement?) -> String? {
        guard lexer.hasComments else { return nil }
        var index = 0
        while case let block = commentsAfter(&index), !block.isEmpty {
            guard let text = help(in: block) else { continue }
            if case .function(let function)? = firstStatement, let last = block.last {
                let distance = line(function.range.start) - line(last.range.end)
                if distance <= 2 { break }
            }
            return text
        }
        let tokens = lexer.tokens
        let end = tokens.lastIndex { $0.kind != .endOfInput } ?? 0
        return tokens.isEmpty ? nil : help(in: commentsBefore(end + 1, distance: Int.max))
    }

    private func line(_ offset: Int32) -> Int { source.line(at: offset) }

    private func tokenIndex(at start: Int32) -> Int? {
        let tokens = lexer.tokens
        var low = 0, high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].range.start < start { low = middle + 1 } else { high = middle }
        }
        return low < tokens.count && tokens[low].range.start == start ? low : nil
    }

    /// Comments that end at most `distance` lines before a token, and each other directly.
    private func commentsBefore(_ index: Int, distance: Int) -> [Token] {
        let tokens = lexer.tokens
        var block: [Token] = []
        var earliest = Int.min
        if distance != Int.max, index < tokens.count { earliest = line(tokens[index].range.start) - distance }
        var i = index - 1
        while i >= 0 {
            let token = tokens[i]
            if token.kind == .comment {
                if line(max(token.range.start, token.range.end - 1)) < earliest { break }
                block.append(token)
                earliest = line(token.range.start) - 1
            } else if token.kind != .newLine {
                break
            }
            i -= 1
        }
        return block.reversed()
    }

    /// The next run of comments on adjoining lines; `index` moves behind it.
    private func commentsAfter(_ index: inout Int) -> [Token] {
        let tokens = lexer.tokens
        var block: [Token] = []
        var latest = Int.max
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .comment {
                if line(token.range.start) > latest { break }
                block.append(token)
                latest = line(max(token.range.start, token.range.end - 1)) + 1
            } else if token.kind != .newLine {
                break
            }
            index += 1
        }
        return block
    }

    private static let sections: Set<Substring> = [
        ".synopsis", ".description", ".parameter", ".example", ".inputs", ".outputs", ".notes", ".link", ".component", ".role",
        ".functionality", ".forwardhelptargetname", ".forwardhelpcategory", ".remotehelprunspace", ".externalhelp",
    ]

    /// The comments' text if one of its lines begins a section.
    private func help(in block: [Token]) -> String? {
        guard !block.isEmpty else { return nil }
        let lines = block.map(plainText).joined(separator: "\n")
        for line in lines.split(separator: "\n") {
            let text = line.drop { $0 == " " || $0 == "\t" }
            guard text.first == "." else { continue }
            let word = text.prefix { !$0.isWhitespace }.lowercased()
            if Parser.sections.contains(word[...]) { return lines }
        }
        return nil
    }

    private func plainText(_ comment: Token) -> String {
        var text = Substring(self.text(comment).replacingCarriageReturns)
        if text.hasPrefix("<#") {
            text = text.dropFirst(2)
            if text.hasSuffix("#>") { text = text.dropLast(2) }
            return String(text)
        }
        return String(text.drop { $0 == "#" })
    }
}

extension String {
    /// Line breaks as single line feeds.
    fileprivate var replacingCarriageReturns: String {
        utf8.contains(0x0D) ? String(decoding: utf8.filter { $0 != 0x0D }, as: UTF8.self) : self
    }
}
