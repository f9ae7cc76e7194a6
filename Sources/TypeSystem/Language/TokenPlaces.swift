// What tokens are in their places: names of commands, members and types, which the token alone does not tell.

import Runtime
import Syntax

/// The places of one text, worked out when first asked for.
final class TokenPlaces: @unchecked Sendable {
    private let root: AstObject
    init(_ root: AstObject) { self.root = root }

    private struct Found {
        var commands = Set<Int32>(), arguments = Set<Int32>(), members = Set<Int32>(), types = Set<Int32>()
    }
    private lazy var found: Found = {
        var found = Found()
        _ = root.walk(intoBlocks: true) { node in
            if node.astType === AstTypes.named("CommandAst") {
                for (i, element) in (node.value("CommandElements").asList?.elements ?? []).enumerated() {
                    guard let inner = element.object as? AstObject else { continue }
                    if i == 0 { found.commands.insert(inner.range.start) } else { found.arguments.insert(inner.range.start) }
                }
            } else if let member = node.value("Member").object as? AstObject {
                found.members.insert(member.range.start)
            } else if let name = node.value("TypeName").object as? TypeNameObject {
                found.types.insert(name.name.range.start)
            }
            return true
        }
        return found
    }()
    /// Where they begin.
    var commands: Set<Int32> { found.commands }
    var arguments: Set<Int32> { found.arguments }
    var members: Set<Int32> { found.members }
    var types: Set<Int32> { found.types }

    private enum Flag {
        static let keyword: Int64 = 0x10, binary: Int64 = 0x100, unary: Int64 = 0x200, assignment: Int64 = 0x2000, prefixOrPostfix: Int64 = 0x40000
        static let commandName: Int64 = 0x80000, memberName: Int64 = 0x100000, typeName: Int64 = 0x200000
    }
    static let type = TypeInfo.enumeration(
        "System.Management.Automation.Language.TokenFlags",
        EnumerationInfo(
            [
                ("None", 0), ("BinaryPrecedenceLogical", 1), ("BinaryPrecedenceBitwise", 2), ("BinaryPrecedenceComparison", 5), ("BinaryPrecedenceCoalesce", 7),
                ("BinaryPrecedenceAdd", 9), ("BinaryPrecedenceMultiply", 10), ("BinaryPrecedenceFormat", 12), ("BinaryPrecedenceRange", 13),
                ("BinaryPrecedenceMask", 15), ("Keyword", Flag.keyword), ("ScriptBlockBlockName", 0x20), ("BinaryOperator", Flag.binary),
                ("UnaryOperator", Flag.unary), ("CaseSensitiveOperator", 0x400), ("TernaryOperator", 0x800), ("SpecialOperator", 0x1000),
                ("AssignmentOperator", Flag.assignment), ("ParseModeInvariant", 0x8000), ("TokenInError", 0x10000), ("DisallowedInRestrictedMode", 0x20000),
                ("PrefixOrPostfixOperator", Flag.prefixOrPostfix), ("CommandName", Flag.commandName), ("MemberName", Flag.memberName),
                ("TypeName", Flag.typeName), ("AttributeName", 0x400000), ("CanConstantFold", 0x800000), ("StatementDoesntSupportAttributes", 0x1000000),
            ], isFlags: true))

    func flags(of token: Token) -> Int64 {
        let start = token.range.start
        switch token.kind {
        case .identifier, .generic, .keyword, .stringLiteral, .stringExpandable:
            if commands.contains(start) { return Flag.commandName }
            if members.contains(start) { return Flag.memberName }
            if types.contains(start) { return Flag.typeName }
        default: break
        }
        return TokenPlaces.standing(token)
    }

    /// What a token is wherever it stands.
    static func standing(_ token: Token) -> Int64 {
        switch token.kind {
        case .keyword: return Flag.keyword
        case .equals, .plusEquals: return Flag.assignment
        default:
            let name = TokenKinds.name(of: token)
            if name == "PlusPlus" || name == "MinusMinus" { return Flag.prefixOrPostfix | Flag.unary }
            if name.hasSuffix("Equals") { return Flag.assignment }
            if name == "Not" || name == "Bnot" || name == "Exclaim" { return Flag.unary }
            let binary = [
                "Plus", "Minus", "Multiply", "Divide", "Rem", "Format", "And", "Or", "Xor", "Band", "Bor", "Bxor", "Shl", "Shr", "Join", "Is", "IsNot", "As",
                "DotDot",
                "QuestionQuestion",
            ]
            return binary.contains(name) || name.hasPrefix("I") && name.count > 2
                || name.hasPrefix("C") && ["Ceq", "Cne", "Cge", "Cgt", "Clt", "Cle"].contains(name)
                ? Flag.binary : 0
        }
    }
}
