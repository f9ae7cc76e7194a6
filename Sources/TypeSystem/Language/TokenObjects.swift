// Tokens as scripts see them, and the names of operators and keywords among them.

import Diagnostics
import Runtime
import Syntax

enum TokenKinds {
    private static let symbols: [String] = [
        "Unknown", "Variable", "SplattedVariable", "Parameter", "Number", "Label", "Identifier", "Generic", "NewLine", "LineContinuation", "Comment",
        "EndOfInput",
        "StringLiteral", "StringExpandable", "HereStringLiteral", "HereStringExpandable", "LParen", "RParen", "LCurly", "RCurly", "LBracket", "RBracket",
        "AtParen",
        "AtCurly", "DollarParen", "Semi", "AndAnd", "OrOr", "Ampersand", "Pipe", "Comma", "MinusMinus", "PlusPlus", "DotDot", "ColonColon", "Dot", "Exclaim",
        "Multiply", "Divide", "Rem", "Plus", "Minus", "Equals", "PlusEquals", "MinusEquals", "MultiplyEquals", "DivideEquals", "RemainderEquals", "Redirection",
        "RedirectInStd", "Format", "Not", "Bnot", "And", "Or", "Xor", "Band", "Bor", "Bxor", "Join", "Ieq", "Ine", "Ige", "Igt", "Ilt", "Ile", "Ilike",
        "Inotlike",
        "Imatch", "Inotmatch", "Ireplace", "Icontains", "Inotcontains", "Iin", "Inotin", "Isplit", "Ceq", "Cne", "Cge", "Cgt", "Clt", "Cle", "Clike",
        "Cnotlike",
        "Cmatch", "Cnotmatch", "Creplace", "Ccontains", "Cnotcontains", "Cin", "Cnotin", "Csplit", "Is", "IsNot", "As", "PostfixPlusPlus", "PostfixMinusMinus",
        "Shl",
        "Shr", "Colon", "QuestionMark", "QuestionQuestionEquals", "QuestionQuestion", "QuestionDot", "QuestionLBracket",
    ]
    private static let words: [String] = [
        "Begin", "Break", "Catch", "Class", "Continue", "Data", "Define", "Do", "Dynamicparam", "Else", "ElseIf", "End", "Exit", "Filter", "Finally", "For",
        "Foreach",
        "From", "Function", "If", "In", "Param", "Process", "Return", "Switch", "Throw", "Trap", "Try", "Until", "Using", "Var", "While", "Workflow",
        "Parallel",
        "Sequence", "InlineScript", "Configuration", "DynamicKeyword", "Public", "Private", "Static", "Interface", "Enum", "Namespace", "Module", "Type",
        "Assembly",
        "Command", "Hidden", "Base", "Default", "Clean",
    ]
    static let type = TypeInfo.enumeration(
        "System.Management.Automation.Language.TokenKind",
        EnumerationInfo(symbols.enumerated().map { ($1, Int64($0)) } + words.enumerated().map { ($1, Int64($0) + 119) }))
    static let strings = TypeInfo.names(
        "System.Management.Automation.Language.StringConstantType",
        ["SingleQuoted", "SingleQuotedHereString", "DoubleQuoted", "DoubleQuotedHereString", "BareWord"])

    static func string(_ kind: StringKind) -> Value {
        let name =
            switch kind {
            case .bareWord: "BareWord"
            case .singleQuoted: "SingleQuoted"
            case .doubleQuoted: "DoubleQuoted"
            case .singleQuotedHere: "SingleQuotedHereString"
            case .doubleQuotedHere: "DoubleQuotedHereString"
            }
        return .object(EnumerationObject(strings, strings.enumeration?.value(of: name) ?? 0))
    }

    static func name(_ op: AssignmentOperator) -> String {
        switch op {
        case .assign: "Equals"
        case .add: "PlusEquals"
        case .subtract: "MinusEquals"
        case .multiply: "MultiplyEquals"
        case .divide: "DivideEquals"
        case .remainder: "RemainderEquals"
        case .nullCoalesce: "QuestionQuestionEquals"
        }
    }

    static func name(_ op: UnaryOperator) -> String {
        switch op {
        case .plus: "Plus"
        case .minus: "Minus"
        case .not: "Not"
        case .bitwiseNot: "Bnot"
        case .split, .caseInsensitiveSplit: "Isplit"
        case .caseSensitiveSplit: "Csplit"
        case .join: "Join"
        case .preIncrement: "PlusPlus"
        case .preDecrement: "MinusMinus"
        case .postIncrement: "PostfixPlusPlus"
        case .postDecrement: "PostfixMinusMinus"
        }
    }

    static func name(_ op: BinaryOperator, isCaseSensitive: Bool) -> String {
        func cased(_ name: String) -> String { (isCaseSensitive ? "C" : "I") + name }
        switch op {
        case .add: return "Plus"
        case .subtract: return "Minus"
        case .multiply: return "Multiply"
        case .divide: return "Divide"
        case .remainder: return "Rem"
        case .and: return "And"
        case .or: return "Or"
        case .xor: return "Xor"
        case .bitwiseAnd: return "Band"
        case .bitwiseOr: return "Bor"
        case .bitwiseXor: return "Bxor"
        case .shiftLeft: return "Shl"
        case .shiftRight: return "Shr"
        case .equal: return cased("eq")
        case .notEqual: return cased("ne")
        case .less: return cased("lt")
        case .lessOrEqual: return cased("le")
        case .greater: return cased("gt")
        case .greaterOrEqual: return cased("ge")
        case .like: return cased("like")
        case .notLike: return cased("notlike")
        case .match: return cased("match")
        case .notMatch: return cased("notmatch")
        case .replace: return cased("replace")
        case .contains: return cased("contains")
        case .notContains: return cased("notcontains")
        case .in: return cased("in")
        case .notIn: return cased("notin")
        case .split: return cased("split")
        case .join: return "Join"
        case .format: return "Format"
        case .range: return "DotDot"
        case .is: return "Is"
        case .isNot: return "IsNot"
        case .as: return "As"
        case .nullCoalesce: return "QuestionQuestion"
        }
    }

    /// The name of a token's kind.
    static func name(of token: Token) -> String {
        switch token.kind {
        case .unknown: return "Unknown"
        case .endOfInput: return "EndOfInput"
        case .newLine: return "NewLine"
        case .lineContinuation: return "LineContinuation"
        case .comment: return "Comment"
        case .variable: return "Variable"
        case .splattedVariable: return "SplattedVariable"
        case .number: return "Number"
        case .identifier: return "Identifier"
        case .generic: return "Generic"
        case .parameter: return "Parameter"
        case .label: return "Label"
        case .stringLiteral: return "StringLiteral"
        case .stringExpandable: return "StringExpandable"
        case .hereStringLiteral: return "HereStringLiteral"
        case .hereStringExpandable: return "HereStringExpandable"
        case .leftParen: return "LParen"
        case .rightParen: return "RParen"
        case .leftBrace: return "LCurly"
        case .rightBrace: return "RCurly"
        case .leftBracket: return "LBracket"
        case .rightBracket: return "RBracket"
        case .atParen: return "AtParen"
        case .atBrace: return "AtCurly"
        case .dollarParen: return "DollarParen"
        case .comma: return "Comma"
        case .semicolon: return "Semi"
        case .pipe: return "Pipe"
        case .ampersand: return "Ampersand"
        case .andAnd: return "AndAnd"
        case .orOr: return "OrOr"
        case .dot: return "Dot"
        case .dotDot: return "DotDot"
        case .colon: return "Colon"
        case .colonColon: return "ColonColon"
        case .question: return "QuestionMark"
        case .questionQuestion: return "QuestionQuestion"
        case .questionDot: return "QuestionDot"
        case .questionBracket: return "QuestionLBracket"
        case .exclaim: return "Exclaim"
        case .plusPlus: return "PlusPlus"
        case .minusMinus: return "MinusMinus"
        case .plus: return "Plus"
        case .minus: return "Minus"
        case .multiply: return "Multiply"
        case .divide: return "Divide"
        case .remainder: return "Rem"
        case .equals: return "Equals"
        case .plusEquals: return "PlusEquals"
        case .minusEquals: return "MinusEquals"
        case .multiplyEquals: return "MultiplyEquals"
        case .divideEquals: return "DivideEquals"
        case .remainderEquals: return "RemainderEquals"
        case .questionQuestionEquals: return "QuestionQuestionEquals"
        case .redirection: return "Redirection"
        case .inputRedirection: return "RedirectInStd"
        case .dashOperator:
            let word = token.operatorName ?? ""
            if word == "f" { return "Format" }
            if word == "isnot" { return "IsNot" }
            let plain = ["and", "or", "xor", "band", "bor", "bxor", "shl", "shr", "join", "is", "as", "not", "bnot"]
            if plain.contains(word) { return word.prefix(1).uppercased() + word.dropFirst() }
            if word.hasPrefix("c"), word != "contains" { return "C" + word.dropFirst() }
            return word == "isplit" ? "Isplit" : "I" + word
        case .keyword:
            let word = token.keyword.map { "\($0)" } ?? ""
            return words.first { $0.equalsIgnoringCase(word) } ?? "Identifier"
        }
    }
}

/// `Token` and its kin.
final class TokenObject: Box, @unchecked Sendable {
    let token: Token
    let source: SourceText
    let nested: [TokenObject]
    /// Text or number of a literal; null for others.
    let value: Value
    private let places: TokenPlaces?
    init(_ token: Token, _ source: SourceText, value: Value, nested: [TokenObject], places: TokenPlaces? = nil) {
        self.token = token; self.source = source; self.value = value; self.nested = nested; self.places = places
    }
    /// What the token is in its place: a command's name, a keyword, an operator.
    var flags: Int64 { places?.flags(of: token) ?? TokenPlaces.standing(token) }
    var text: String { token.kind == .endOfInput ? "" : source.text(token.range) }
    override func describe(_ session: Session) throws -> String { text }

    private static func type(_ name: String, _ base: TypeInfo) -> TypeInfo { TypeInfo("System.Management.Automation.Language." + name, base: base) }
    static let root = type("Token", .object)
    private static let variable = type("VariableToken", root), number = type("NumberToken", root), parameter = type("ParameterToken", root)
    private static let string = type("StringToken", root)
    private static let literal = type("StringLiteralToken", string), expandable = type("StringExpandableToken", string), label = type("LabelToken", root)
    override var type: TypeInfo {
        switch token.kind {
        case .variable, .splattedVariable: TokenObject.variable
        case .number: TokenObject.number
        case .parameter: TokenObject.parameter
        case .stringLiteral, .hereStringLiteral: TokenObject.literal
        case .stringExpandable, .hereStringExpandable, .generic: TokenObject.expandable
        case .label: TokenObject.label
        default: TokenObject.root
        }
    }

    static let known: [KnownType] = {
        @Sendable func own(_ value: Value) -> TokenObject? { value.object as? TokenObject }
        @Sendable func property(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (TokenObject) -> Value) -> Property {
            Property(name, type, get: { t, _ in own(t).map(read) ?? .null })
        }
        @Sendable func name(_ token: TokenObject) -> String {
            var text = token.text.dropFirst()
            if text.hasPrefix("{"), text.hasSuffix("}") { text = text.dropFirst().dropLast() }
            return String(text)
        }
        return [
            KnownType(root) {
                MemberTable(properties: [
                    property("Text", .string) { .text($0.text) },
                    property("Kind", TokenKinds.type) {
                        .object(EnumerationObject(TokenKinds.type, TokenKinds.type.enumeration?.value(of: TokenKinds.name(of: $0.token)) ?? 0))
                    },
                    property("TokenFlags", TokenPlaces.type) { .object(EnumerationObject(TokenPlaces.type, $0.flags)) },
                    property("HasError", .bool) { _ in false }, property("Extent", .object) { .object(ExtentObject($0.source, $0.token.range)) },
                ])
            },
            KnownType(variable) {
                MemberTable(properties: [
                    property("Name", .string) { .text(name($0)) },
                    property("VariablePath", .object) { token in
                        let parts = name(token).split(separator: ":", maxSplits: 1).map(String.init)
                        return .object(parts.count == 2 ? VariablePathObject(parts[1], parts[0]) : VariablePathObject(name(token), nil))
                    },
                ])
            }, KnownType(number) { MemberTable(properties: [property("Value", .object) { $0.value }]) },
            KnownType(string) { MemberTable(properties: [property("Value", .string) { $0.value }]) }, KnownType(literal),
            KnownType(expandable) {
                MemberTable(properties: [property("NestedTokens", .object) { $0.nested.isEmpty ? .null : .array($0.nested.map { .object($0) }) }])
            },
            KnownType(parameter) {
                MemberTable(properties: [
                    property("ParameterName", .string) { .text(String($0.text.dropFirst().filter { $0 != ":" })) },
                    property("UsedColon", .bool) { .bool($0.text.hasSuffix(":")) },
                ])
            }, KnownType(label) { MemberTable(properties: [property("LabelText", .string) { .text(String($0.text.dropFirst())) }]) },
        ]
    }()

    /// The tokens of a text, with what literals mean.
    static func all(_ parsed: ParsedScript, _ source: SourceText) -> [TokenObject] {
        var strings: [Int32: (String, [VariableExpression])] = [:]
        let root = AstBuilder(source).scriptBlock(parsed.root, nil)
        _ = root.walk(intoBlocks: true) { node in
            if node.astType === AstTypes.named("StringConstantExpressionAst") || node.astType === AstTypes.named("ExpandableStringExpressionAst") {
                let variables = (node.value("NestedExpressions").asList?.elements ?? []).compactMap { value -> VariableExpression? in
                    guard let inner = value.object as? AstObject, let path = inner.value("VariablePath").object as? VariablePathObject else { return nil }
                    return VariableExpression(range: inner.range, name: path.name, qualifier: path.qualifier, isSplatted: false, isBraced: false)
                }
                strings[node.range.start] = (node.value("Value").asString ?? "", variables)
            }
            return true
        }
        let places = TokenPlaces(root)
        return parsed.tokens.map { token in
            var value = Value.null
            var nested: [TokenObject] = []
            switch token.kind {
            case .number: value = Literals.number(source.text(token.range))
            case .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable, .generic:
                if let found = strings[token.range.start] {
                    value = .text(found.0)
                    nested = found.1.map { TokenObject(Token(variableAt: $0.range), source, value: .null, nested: []) }
                }
            default: break
            }
            return TokenObject(token, source, value: value, nested: nested, places: places)
        }
    }
}

/// `[System.Management.Automation.PSParser]`: tokens in fewer kinds.
enum OldTokens {
    static let parser = TypeInfo("System.Management.Automation.PSParser", base: .object)
    static let token = TypeInfo("System.Management.Automation.PSToken", base: .object)
    static let kinds = TypeInfo.names(
        "System.Management.Automation.PSTokenType",
        [
            "Unknown", "Command", "CommandParameter", "CommandArgument", "Number", "String", "Variable", "Member", "LoopLabel", "Attribute", "Type", "Operator",
            "GroupStart", "GroupEnd", "Keyword", "Comment", "StatementSeparator", "NewLine", "LineContinuation", "Position",
        ])

    static let known: [KnownType] = [
        KnownType(kinds), KnownType(token),
        KnownType(parser) {
            MemberTable(staticMethods: [
                Method("Tokenize", [.text("script"), .byReference("errors", .object)], returns: .object) { _, a, session in
                    let source = SourceText(a.text(0))
                    let parsed = parse(source)
                    try (a[1].object as? ReferenceObject)?.variable.write(
                        .object(ListObject(parsed.diagnostics.map { .object(ParseErrorObject($0, source)) }, type: Intrinsics.collectionType)), session)
                    return .object(ListObject(tokens(parsed, source, session), type: Intrinsics.collectionType))
                }
            ])
        },
    ]

    private static func tokens(_ parsed: ParsedScript, _ source: SourceText, _ session: Session) -> [Value] {
        let places = TokenPlaces(AstBuilder(source).scriptBlock(parsed.root, nil))
        let commands = places.commands, arguments = places.arguments, members = places.members, types = places.types
        return TokenObject.all(parsed, source).compactMap { one in
            let start = one.token.range.start
            let (kind, content): (String, String)
            switch one.token.kind {
            case .endOfInput: return nil
            case .variable, .splattedVariable: (kind, content) = ("Variable", String(one.text.dropFirst()))
            case .number: (kind, content) = (arguments.contains(start) ? "Number" : "Number", one.text)
            case .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable:
                (kind, content) = (commands.contains(start) ? "Command" : "String", one.value.asString ?? one.text)
            case .parameter: (kind, content) = ("CommandParameter", one.text)
            case .comment: (kind, content) = ("Comment", one.text)
            case .newLine: (kind, content) = ("NewLine", one.text)
            case .lineContinuation: (kind, content) = ("LineContinuation", one.text)
            case .semicolon: (kind, content) = ("StatementSeparator", one.text)
            case .leftParen, .leftBrace, .atParen, .atBrace, .dollarParen: (kind, content) = ("GroupStart", one.text)
            case .rightParen, .rightBrace: (kind, content) = ("GroupEnd", one.text)
            case .keyword: (kind, content) = ("Keyword", one.text)
            case .label: (kind, content) = ("LoopLabel", String(one.text.dropFirst()))
            case .identifier, .generic:
                let name =
                    commands.contains(start) ? "Command" : members.contains(start) ? "Member" : types.contains(start) ? "Type" : "CommandArgument"
                (kind, content) = (name, one.text)
            default: (kind, content) = ("Operator", one.text)
            }
            return record(kind, content, one.token.range, source, session)
        }
    }

    /// A stretch of source as an old token.
    static func record(_ kind: String, _ content: String, _ range: SourceRange, _ source: SourceText, _ session: Session) -> Value {
        let from = source.position(at: range.start), to = source.position(at: range.end)
        return session.record(
            [
                ("Content", .text(content)), ("Type", .object(EnumerationObject(kinds, kinds.enumeration?.value(of: kind) ?? 0))),
                ("Start", .int(Int32(from.offset))), ("Length", .int(Int32(to.offset - from.offset))), ("StartLine", .int(Int32(from.line))),
                ("StartColumn", .int(Int32(from.column))), ("EndLine", .int(Int32(to.line))), ("EndColumn", .int(Int32(to.column))),
            ], typeName: "System.Management.Automation.PSToken")
    }
}
