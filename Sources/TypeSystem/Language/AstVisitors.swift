// Visitors of syntax trees: classes of scripts that derive from `AstVisitor` and say what is done at each kind of node.

import Runtime

enum AstVisitors {
    private static let base = TypeInfo("System.Management.Automation.Language.AstVisitor", base: .object)
    private static let second = TypeInfo("System.Management.Automation.Language.AstVisitor2", base: base)
    private static let custom = TypeInfo("System.Management.Automation.Language.ICustomAstVisitor", isInterface: true)
    private static let custom2 = TypeInfo("System.Management.Automation.Language.ICustomAstVisitor2", interfaces: [custom], isInterface: true)
    private static let action = TypeInfo.names("System.Management.Automation.Language.AstVisitAction", ["Continue", "SkipChildren", "StopVisit"])

    static let known: [KnownType] =
        [base, second].map { type in KnownType(type) { MemberTable(constructors: [Overload(returns: type) { _, _, _ in .null }]) } } + [
            KnownType(custom), KnownType(custom2), KnownType(action),
        ]

    /// What a visitor of a node does: itself in `ICustomAstVisitor`, otherwise node after node in the order of the text.
    static func visit(_ node: AstObject, _ visitor: Value, _ session: Session) throws -> Value {
        let type = visitor.unwrapped.type
        if type.isAssignable(to: custom) { return try session.call(visitor, method(of: node), [.object(node)], session.scope) }
        var names = Set<String>()
        for ancestor in type.ancestors where ancestor.scriptClass != nil {
            for method in session.types.table(of: ancestor).methods { names.insert(method.name.lowercased()) }
        }
        _ = try walk(node, visitor, names, session)
        return .nothing
    }

    /// - Returns: false once the visitor wants to see no more.
    private static func walk(_ node: AstObject, _ visitor: Value, _ names: Set<String>, _ session: Session) throws -> Bool {
        var goesOn = true, goesIn = true
        for name in ["DefaultVisit", method(of: node)] where names.contains(name.lowercased()) {
            switch try session.call(visitor, name, [.object(node)], session.scope).toText(session) {
            case "SkipChildren": goesIn = false
            case "StopVisit": goesOn = false
            default: break
            }
        }
        if goesOn, goesIn {
            for child in node.children where try !walk(child, visitor, names, session) {
                goesOn = false
                break
            }
        }
        if goesOn, names.contains("postvisit") { _ = try session.call(visitor, "PostVisit", [.object(node)], session.scope) }
        return goesOn
    }

    /// `VisitCommand` for a `CommandAst`.
    private static func method(of node: AstObject) -> String {
        let name = node.astType.name
        return "Visit" + (name.hasSuffix("Ast") ? String(name.dropLast(3)) : name)
    }
}
