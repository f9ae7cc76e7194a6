// Type names: `int`, `string[]`, `int[,]`, `List[int]`, `Dictionary[string, List[int]]`, assembly-qualified names.

import Diagnostics

extension Parser {
    /// A type's name at this place; nil (and nothing read) where none begins.
    func typeName(allowsAssembly: Bool = true) -> TypeName? {
        let mode = lexer.mode
        setMode(.typeName)
        defer { setMode(mode) }
        let token = next()
        guard token.kind == .identifier else {
            unget(token)
            return nil
        }
        return finishTypeName(token, isGenericArgument: !allowsAssembly)
    }

    private func simple(_ token: Token) -> TypeName { TypeName(range: token.range, form: .simple(text(token))) }

    private func finishTypeName(_ name: Token, isGenericArgument: Bool) -> TypeName {
        guard enter() else { leave(); return simple(name) }
        defer { leave() }
        let token = peek()
        if token.kind == .leftBracket {
            skip()
            skipNewlines()
            let inner = next()
            switch inner.kind {
            case .rightBracket, .comma:
                return arrayType(simple(name), inner)
            case .leftBracket, .identifier:
                unget(inner)
                let (arguments, end) = typeArguments()
                let type = TypeName(range: span(name.range, end), form: .generic(text(name), arguments))
                return afterType(type, isGenericArgument: isGenericArgument)
            case .endOfInput:
                unget(inner)
                reportIncomplete(.missingTypename, after(token))
            default:
                report(.unexpectedToken, inner.range, text(inner))
                syncOnError(consume: true, .rightBracket)
            }
            return simple(name)
        }
        return assemblyName(simple(name), isGenericArgument: isGenericArgument)
    }

    /// `, Assembly, Version=…` behind a name that is not itself an argument: kept out of the tree.
    private func assemblyName(_ type: TypeName, isGenericArgument: Bool) -> TypeName {
        let token = peek()
        guard token.kind == .comma, !isGenericArgument else { return type }
        skip()
        let start = lexer.index
        while lexer.index < lexer.limit, lexer.base[lexer.index] != UInt8(ascii: "]"), lexer.base[lexer.index] != 0x0A { lexer.index += 1 }
        if lexer.string(start, lexer.index).allSatisfy(\.isWhitespace) {
            report(.missingAssemblyNameSpecification, after(token))
        }
        return type
    }

    private func afterType(_ type: TypeName, isGenericArgument: Bool) -> TypeName {
        let token = peek()
        if token.kind == .leftBracket {
            skip()
            skipNewlines()
            return arrayType(type, next())
        }
        return assemblyName(type, isGenericArgument: isGenericArgument)
    }

    /// `]` or `,` has been read behind `[`.
    private func arrayType(_ element: TypeName, _ first: Token) -> TypeName {
        var type = element
        var token = first
        var dimensions = 0
        while true {
            var rank = 1
            var last = token
            if token.kind == .comma {
                while token.kind == .comma { rank += 1; last = token; token = next() }
                if token.kind == .rightBracket {
                    last = token
                } else {
                    unget(token)
                    reportIncomplete(.endSquareBracketExpectedAtEndOfType, after(last))
                }
            } else if token.kind != .rightBracket {
                unget(token)
                if token.kind == .endOfInput {
                    reportIncomplete(.missingTypename, after(type.range))
                } else {
                    report(.unexpectedToken, token.range, text(token))
                    syncOnError(consume: true, .rightBracket)
                }
                return type
            }
            type = TypeName(range: span(element.range, last.range), form: .array(type, rank: rank))
            dimensions += 1
            if dimensions > Parser.maximumChain { sink.halt(at: last.range); lexer.index = lexer.limit; return type }
            guard !hasUngot, peek().kind == .leftBracket else { return assemblyName(type, isGenericArgument: false) }
            skip()
            skipNewlines()
            token = next()
        }
    }

    /// The arguments of a generic type, up to and with the closing bracket.
    func typeArguments() -> ([TypeName], SourceRange) {
        var arguments: [TypeName] = []
        var end = peek().range
        while true {
            skipNewlines()
            let token = peek()
            var argument: TypeName?
            if token.kind == .leftBracket {
                skip()
                argument = typeName(allowsAssembly: true)
                let close = next()
                if close.kind == .rightBracket {
                    end = close.range
                } else {
                    unget(close)
                    reportIncomplete(.endSquareBracketExpectedAtEndOfAttribute, before(close))
                }
            } else {
                argument = typeName(allowsAssembly: false)
            }
            guard let argument else {
                reportIncomplete(.missingTypename, after(end))
                break
            }
            arguments.append(argument)
            end = SourceRange(Int(argument.range.start), max(Int(end.end), Int(argument.range.end)))
            skipNewlines()
            if peek().kind != .comma { break }
            end = peek().range
            skip()
        }
        let close = next()
        if close.kind == .rightBracket { return (arguments, close.range) }
        unget(close)
        reportIncomplete(.endSquareBracketExpectedAtEndOfAttribute, before(close))
        return (arguments, end)
    }
}
