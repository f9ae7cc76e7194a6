// Script blocks: parameters, named blocks, and the whole script.

import Diagnostics

extension Parser {
    /// The text as a script.
    func script() -> ScriptBlockSyntax {
        let usings = usingStatements()
        let block = scriptBlock(open: nil, isFilter: false, usings: usings)
        return block
    }

    /// The inside of `{ }` after `open`, or of the whole text.
    func scriptBlock(
        open: Token?, isFilter: Bool, parameters given: (list: [ParameterSyntax]?, range: SourceRange?)? = nil,
        usings: [UsingStatement] = [], helpStart: Int32? = nil, isMethod: Bool = false
    ) -> ScriptBlockSyntax {
        let mode = lexer.mode, comma = commaSeparates
        setMode(.command)
        commaSeparates = false
        defer { commaSeparates = comma; setMode(mode) }
        var parts = BlockParts()
        let start = open?.range ?? SourceRange(0, 0)
        parameterBlock(&parts)
        if let list = given?.list {
            if parts.parameters != nil { report(isMethod ? .paramBlockNotAllowedInMethod : .onlyOneParameterListAllowed, parts.parameterRange ?? start) }
            parts.parameters = list
            parts.parameterRange = given?.range
        }
        skipNewlinesAndSemicolons()
        var end = start
        let first = peek()
        if let word = first.keyword, isBlockName(word) {
            namedBlocks(open, &parts, &end)
        } else {
            statements(open, isFilter, &parts, &end)
        }
        let range = open == nil ? SourceRange(0, source.bytes.count) : span(start, end)
        let help: String?
        if let open {
            help = helpStart.flatMap { functionHelp(keyword: $0, open: open.range, close: end) }
        } else {
            help = scriptHelp(firstStatement: parts.end?.statements.first)
        }
        return ScriptBlockSyntax(
            range: range, source: source, usings: usings, requirements: open == nil ? requirements() : [],
            attributes: parts.attributes, parameters: parts.parameters, parameterRange: parts.parameterRange,
            dynamicParameters: parts.dynamicParameters, begin: parts.begin, process: parts.process,
            end: parts.end, clean: parts.clean, isEndNamed: parts.isEndNamed, helpText: help)
    }

    struct BlockParts {
        var attributes: [AttributeSyntax] = []
        var parameters: [ParameterSyntax]?
        var parameterRange: SourceRange?
        var dynamicParameters: StatementBlock?
        var begin: StatementBlock?
        var process: StatementBlock?
        var end: StatementBlock?
        var clean: StatementBlock?
        var isEndNamed = false
    }

    private func isBlockName(_ word: Keyword) -> Bool {
        word == .begin || word == .process || word == .end || word == .clean || word == .dynamicparam
    }

    private func statements(_ open: Token?, _ isFilter: Bool, _ parts: inout BlockParts, _ end: inout SourceRange) {
        var list: [Statement] = []
        var range: SourceRange?
        while true {
            if let added = statementList(into: &list) { range = range?.union(added) ?? added }
            let token = next()
            guard let open else {
                if token.kind == .endOfInput { unget(token); break }
                report(.unexpectedToken, token.range, text(token))
                continue
            }
            if token.kind == .rightBrace {
                end = token.range
            } else {
                unget(token)
                end = range ?? open.range
                reportIncomplete(.missingEndCurlyBrace, open.range, detected: token.range)
            }
            break
        }
        let place = range ?? (open.map { after($0) } ?? SourceRange(0, 0))
        let block = StatementBlock(range: span(place, place), statements: list)
        if isFilter { parts.process = block } else { parts.end = block }
    }

    private func namedBlocks(_ open: Token?, _ parts: inout BlockParts, _ end: inout SourceRange) {
        while true {
            let name = next()
            guard let word = name.keyword, isBlockName(word) else {
                if name.kind == .rightBrace, open != nil {
                    end = name.range
                    return
                }
                if name.kind == .endOfInput, open == nil { unget(name); return }
                if name.kind != .endOfInput, name.kind != .rightBrace || open == nil {
                    report(.missingNamedBlocks, name.range, text(name))
                }
                unget(name)
                guard let open else {
                    // Nothing after the stray token is read.
                    hasUngot = false
                    lexer.index = lexer.limit
                    return
                }
                reportIncomplete(.missingEndCurlyBrace, open.range, detected: name.range)
                return
            }
            var block = statementBlock()
            if block == nil { reportIncomplete(.missingNamedStatementBlock, after(name), text(name)) }
            let body = block ?? StatementBlock(range: name.range, statements: [])
            block = body
            end = body.range
            var isDuplicate = false
            switch word {
            case .begin: if parts.begin == nil { parts.begin = block } else { isDuplicate = true }
            case .process: if parts.process == nil { parts.process = block } else { isDuplicate = true }
            case .end: if parts.end == nil { parts.end = block; parts.isEndNamed = true } else { isDuplicate = true }
            case .clean: if parts.clean == nil { parts.clean = block } else { isDuplicate = true }
            default: if parts.dynamicParameters == nil { parts.dynamicParameters = block } else { isDuplicate = true }
            }
            if isDuplicate { report(.duplicateScriptCommandClause, span(name.range, body.range), text(name)) }
            skipNewlinesAndSemicolons()
        }
    }
}
