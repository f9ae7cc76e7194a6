// The syntax tree as scripts see it: one class whose type, extent and parts come from the parser's own nodes.

import Diagnostics
import Runtime
import Syntax

/// A part of a node: further nodes, or a plain value.
enum AstPart {
    case node(AstObject?)
    case list([AstObject])
    /// Pairs of nodes, as clauses and entries of tables are.
    case pairs([(AstObject, AstObject)])
    case value(Value)
}

final class AstObject: Box, @unchecked Sendable {
    let astType: TypeInfo
    let source: SourceText
    let range: SourceRange
    let parent: AstObject?
    private let make: (AstObject) -> [(String, AstPart)]
    /// The block this node is, where it can be run.
    let block: ScriptBlockSyntax?

    init(
        _ name: String, _ range: SourceRange, _ source: SourceText, parent: AstObject?, block: ScriptBlockSyntax? = nil,
        _ make: @escaping (AstObject) -> [(String, AstPart)]
    ) {
        astType = AstTypes.named(name)
        self.range = range
        self.source = source
        self.parent = parent
        self.block = block
        self.make = make
        super.init()
    }

    override var type: TypeInfo { astType }
    override func describe(_ session: Session) throws -> String { source.text(range) }
    /// Nodes are made anew whenever they are asked for: the same place is the same node.
    override func isEqual(to other: Object) -> Bool {
        guard let other = other as? AstObject else { return false }
        return other.source === source && other.range == range && other.astType === astType
    }
    override var equalityHash: Int { Int(range.start) &* 31 &+ Int(range.end) }

    var parts: [(String, AstPart)] { make(self) }

    func value(_ name: String) -> Value {
        switch parts.first(where: { $0.0.equalsIgnoringCase(name) })?.1 {
        case .node(let node): return node.map { .object($0) } ?? .null
        case .list(let nodes): return .object(ListObject(nodes.map { .object($0) }, type: AstTypes.list))
        case .pairs(let pairs): return .object(ListObject(pairs.map { .object(AstPair($0.0, $0.1)) }, type: AstTypes.list))
        case .value(let value): return value
        case nil: return .null
        }
    }

    var children: [AstObject] {
        var result: [AstObject] = []
        for (_, part) in parts {
            switch part {
            case .node(let node): if let node { result.append(node) }
            case .list(let nodes): result += nodes
            case .pairs(let pairs): for pair in pairs { result += [pair.0, pair.1] }
            case .value: break
            }
        }
        // The order of the text, each node once.
        var seen: [AstObject] = []
        for child in result where !seen.contains(where: { $0.isEqual(to: child) }) { seen.append(child) }
        return seen.sorted { $0.range.start < $1.range.start }
    }

    /// The node and all below it, in the order of the text. Blocks that could run apart are left out unless asked for.
    func walk(intoBlocks: Bool, _ visit: (AstObject) throws -> Bool) rethrows -> Bool {
        if !(try visit(self)) { return false }
        for child in children {
            if !intoBlocks, child.astType.name == "ScriptBlockExpressionAst" || child.astType.name == "FunctionDefinitionAst" {
                if !(try visit(child)) { return false }
                continue
            }
            if !(try child.walk(intoBlocks: intoBlocks, visit)) { return false }
        }
        return true
    }
}

/// Two nodes that belong together: `Item1` and `Item2`.
final class AstPair: Box, @unchecked Sendable {
    let first: AstObject, second: AstObject
    init(_ first: AstObject, _ second: AstObject) { self.first = first; self.second = second }
    override var type: TypeInfo { AstPair.typeInfo }
    static let typeInfo = TypeInfo("System.Tuple`2[[System.Management.Automation.Language.Ast],[System.Management.Automation.Language.Ast]]", base: .object)
}

enum AstTypes {
    static let list = TypeInfo(
        "System.Collections.ObjectModel.ReadOnlyCollection`1[[System.Management.Automation.Language.Ast]]", base: .object, interfaces: [.iList], code: .list,
        genericArguments: [named("Ast")])

    /// Each type with its base and the properties its nodes have.
    private static let table: [(String, String, [String])] = [
        ("Ast", "", []),
        (
            "ScriptBlockAst", "Ast",
            ["Attributes", "UsingStatements", "ParamBlock", "BeginBlock", "ProcessBlock", "EndBlock", "CleanBlock", "DynamicParamBlock", "ScriptRequirements"]
        ),
        ("ParamBlockAst", "Ast", ["Attributes", "Parameters"]), ("NamedBlockAst", "Ast", ["Unnamed", "BlockKind", "Statements", "Traps"]),
        ("NamedAttributeArgumentAst", "Ast", ["ArgumentName", "Argument", "ExpressionOmitted"]), ("AttributeBaseAst", "Ast", ["TypeName"]),
        ("AttributeAst", "AttributeBaseAst", ["PositionalArguments", "NamedArguments"]), ("TypeConstraintAst", "AttributeBaseAst", []),
        ("ParameterAst", "Ast", ["Attributes", "Name", "DefaultValue", "StaticType"]), ("StatementBlockAst", "Ast", ["Statements", "Traps"]),
        ("CatchClauseAst", "Ast", ["CatchTypes", "IsCatchAll", "Body"]), ("StatementAst", "Ast", []),
        ("TypeDefinitionAst", "StatementAst", ["Name", "Attributes", "BaseTypes", "Members", "TypeAttributes", "IsClass", "IsEnum", "IsInterface"]),
        ("UsingStatementAst", "StatementAst", ["UsingStatementKind", "Name", "Alias", "ModuleSpecification"]),
        ("FunctionDefinitionAst", "StatementAst", ["IsFilter", "IsWorkflow", "Name", "Parameters", "Body"]),
        ("IfStatementAst", "StatementAst", ["Clauses", "ElseClause"]),
        ("DataStatementAst", "StatementAst", ["Variable", "CommandsAllowed", "Body"]), ("LabeledStatementAst", "StatementAst", ["Label", "Condition"]),
        ("LoopStatementAst", "LabeledStatementAst", ["Body"]), ("ForEachStatementAst", "LoopStatementAst", ["Variable", "ThrottleLimit", "Flags"]),
        ("ForStatementAst", "LoopStatementAst", ["Initializer", "Iterator"]), ("DoWhileStatementAst", "LoopStatementAst", []),
        ("DoUntilStatementAst", "LoopStatementAst", []), ("WhileStatementAst", "LoopStatementAst", []),
        ("SwitchStatementAst", "LabeledStatementAst", ["Flags", "Clauses", "Default"]),
        ("TryStatementAst", "StatementAst", ["Body", "CatchClauses", "Finally"]),
        ("TrapStatementAst", "StatementAst", ["TrapType", "Body"]), ("BreakStatementAst", "StatementAst", ["Label"]),
        ("ContinueStatementAst", "StatementAst", ["Label"]),
        ("ReturnStatementAst", "StatementAst", ["Pipeline"]), ("ExitStatementAst", "StatementAst", ["Pipeline"]),
        ("ThrowStatementAst", "StatementAst", ["Pipeline", "IsRethrow"]),
        ("PipelineBaseAst", "StatementAst", []), ("ChainableAst", "PipelineBaseAst", []), ("PipelineAst", "ChainableAst", ["PipelineElements", "Background"]),
        ("PipelineChainAst", "ChainableAst", ["LhsPipelineChain", "RhsPipeline", "Operator", "Background"]),
        ("AssignmentStatementAst", "PipelineBaseAst", ["Left", "Operator", "Right", "ErrorPosition"]), ("ErrorStatementAst", "PipelineBaseAst", ["NestedAst"]),
        ("CommandBaseAst", "StatementAst", ["Redirections"]), ("CommandAst", "CommandBaseAst", ["CommandElements", "InvocationOperator"]),
        ("CommandExpressionAst", "CommandBaseAst", ["Expression"]), ("MemberAst", "Ast", ["Name"]),
        ("PropertyMemberAst", "MemberAst", ["PropertyType", "Attributes", "InitialValue", "IsPublic", "IsPrivate", "IsHidden", "IsStatic"]),
        (
            "FunctionMemberAst", "MemberAst",
            ["ReturnType", "Parameters", "Body", "Attributes", "IsPublic", "IsPrivate", "IsHidden", "IsStatic", "IsConstructor"]
        ),
        ("CommandElementAst", "Ast", []), ("CommandParameterAst", "CommandElementAst", ["ParameterName", "Argument", "ErrorPosition"]),
        ("ExpressionAst", "CommandElementAst", ["StaticType"]), ("TernaryExpressionAst", "ExpressionAst", ["Condition", "IfTrue", "IfFalse"]),
        ("BinaryExpressionAst", "ExpressionAst", ["Operator", "Left", "Right", "ErrorPosition"]),
        ("UnaryExpressionAst", "ExpressionAst", ["TokenKind", "Child"]),
        ("AttributedExpressionAst", "ExpressionAst", ["Child", "Attribute"]), ("ConvertExpressionAst", "AttributedExpressionAst", ["Type"]),
        ("MemberExpressionAst", "ExpressionAst", ["Expression", "Member", "Static", "NullConditional"]),
        ("InvokeMemberExpressionAst", "MemberExpressionAst", ["Arguments", "GenericTypeArguments"]), ("TypeExpressionAst", "ExpressionAst", ["TypeName"]),
        ("VariableExpressionAst", "ExpressionAst", ["VariablePath", "Splatted"]), ("ConstantExpressionAst", "ExpressionAst", ["Value"]),
        ("StringConstantExpressionAst", "ConstantExpressionAst", ["StringConstantType"]),
        ("ExpandableStringExpressionAst", "ExpressionAst", ["Value", "StringConstantType", "NestedExpressions"]),
        ("ScriptBlockExpressionAst", "ExpressionAst", ["ScriptBlock"]), ("ArrayLiteralAst", "ExpressionAst", ["Elements"]),
        ("HashtableAst", "ExpressionAst", ["KeyValuePairs"]),
        ("ArrayExpressionAst", "ExpressionAst", ["SubExpression"]), ("ParenExpressionAst", "ExpressionAst", ["Pipeline"]),
        ("SubExpressionAst", "ExpressionAst", ["SubExpression"]), ("UsingExpressionAst", "ExpressionAst", ["SubExpression"]),
        ("IndexExpressionAst", "ExpressionAst", ["Target", "Index", "NullConditional"]), ("ErrorExpressionAst", "ExpressionAst", ["NestedAst"]),
        ("RedirectionAst", "Ast", ["FromStream"]), ("MergingRedirectionAst", "RedirectionAst", ["ToStream"]),
        ("FileRedirectionAst", "RedirectionAst", ["Append", "Location"]),
    ]

    private static let types: [String: TypeInfo] = {
        var made: [String: TypeInfo] = [:]
        for (name, base, _) in table {
            made[name] = TypeInfo("System.Management.Automation.Language." + name, base: base.isEmpty ? .object : made[base])
        }
        return made
    }()
    static func named(_ name: String) -> TypeInfo { types[name] ?? .object }

    static var known: [KnownType] {
        table.map { name, _, properties in
            KnownType(named(name)) {
                MemberTable(
                    properties: properties.map { property in
                        Property(property, .object, get: { t, _ in (t.object as? AstObject)?.value(property) ?? .null })
                    } + (name == "Ast" ? shared : []),
                    methods: name == "Ast"
                        ? methods
                        : name == "ScriptBlockAst"
                            ? blockMethods
                            : name == "FunctionDefinitionAst"
                                ? functionMethods
                                : name == "CommandAst" ? commandMethods : name == "ExpressionAst" || name == "HashtableAst" ? valueMethods : [])
            }
        } + AstVisitors.known + [
            KnownType(AstPair.typeInfo) {
                MemberTable(properties: [
                    Property("Item1", .object, get: { t, _ in (t.object as? AstPair).map { .object($0.first) } ?? .null }),
                    Property("Item2", .object, get: { t, _ in (t.object as? AstPair).map { .object($0.second) } ?? .null }),
                ])
            }, KnownType(VariablePathObject.typeInfo, members: VariablePathObject.table), KnownType(TypeNameObject.typeInfo, members: TypeNameObject.table),
            KnownType(TokenKinds.type), KnownType(TokenKinds.strings), KnownType(TokenPlaces.type),
        ]
    }

    private static var shared: [Property] {
        [
            Property("Extent", .object, get: { t, _ in (t.object as? AstObject).map { .object(ExtentObject($0.source, $0.range)) } ?? .null }),
            Property("Parent", .object, get: { t, _ in (t.object as? AstObject)?.parent.map { .object($0) } ?? .null }),
        ]
    }

    private static func found(_ t: Value, _ a: [Value], all: Bool, _ session: Session) throws -> [Value] {
        guard let node = t.object as? AstObject else { return [] }
        let block = try Delegates.block(a[0])
        var hits: [Value] = []
        _ = try node.walk(intoBlocks: a.bool(1)) { one in
            if try session.call(block, arguments: [.object(one)]).isTrue(session) {
                hits.append(.object(one))
                return all
            }
            return true
        }
        return hits
    }

    private static var methods: [Method] {
        [
            Method("FindAll", [.of("predicate", .scriptBlock), .bool("searchNestedScriptBlocks")], returns: .object) { t, a, session in
                .object(ListObject(try found(t, a, all: true, session), type: list))
            },
            Method("Find", [.of("predicate", .scriptBlock), .bool("searchNestedScriptBlocks")], returns: named("Ast")) { t, a, session in
                try found(t, a, all: false, session).first ?? .null
            },
            Method("ToString", returns: .string) { t, _, session in .text(try t.toText(session)) }, Method("Copy", returns: named("Ast")) { t, _, _ in t },
            Method("Visit", [.object("visitor")], returns: .object) { t, a, session in
                guard let node = t.object as? AstObject else { throw Refusals.null("this") }
                return try AstVisitors.visit(node, a[0], session)
            },
        ]
    }

    private static var blockMethods: [Method] {
        [
            Method("GetScriptBlock", returns: .scriptBlock) { t, _, session in
                (t.object as? AstObject)?.block.map { .object(ScriptBlock($0, session: session)) } ?? .null
            },
            Method("GetHelpContent", returns: .object) { t, _, session in HelpContent.of((t.object as? AstObject)?.block?.helpText, session) },
        ]
    }

    private static var functionMethods: [Method] {
        [
            Method("GetHelpContent", returns: .object) { t, _, session in
                HelpContent.of(((t.object as? AstObject)?.value("Body").object as? AstObject)?.block?.helpText, session)
            }
        ]
    }

    private static var commandMethods: [Method] {
        [
            Method("GetCommandName", returns: .string) { t, _, _ in
                guard let first = (t.object as? AstObject)?.value("CommandElements").asList?.elements.first?.object as? AstObject,
                    first.astType === named("StringConstantExpressionAst")
                else { return .null }
                return first.value("Value")
            }
        ]
    }

    private static var valueMethods: [Method] {
        [
            Method("SafeGetValue", returns: .object) { t, _, session in
                guard let node = t.object as? AstObject else { return .null }
                let parsed = parse(SourceText(node.source.text(node.range)))
                guard let statements = parsed.root.end?.statements, statements.count == 1, parsed.diagnostics.isEmpty, DataTable.isData(statements[0]) else {
                    throw Refusals.invalid("The expression is not a constant that can be had without running code.")
                }
                return try session.evaluate(ScriptBlock(parsed.root, session: session), scope: session.scope)
            }
        ]
    }
}

/// `VariablePath`.
final class VariablePathObject: Box, @unchecked Sendable {
    let name: String, qualifier: String?
    init(_ name: String, _ qualifier: String?) { self.name = name; self.qualifier = qualifier }
    override var type: TypeInfo { VariablePathObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.VariablePath", base: .object)
    var userPath: String { qualifier.map { $0 + ":" + name } ?? name }
    override func describe(_ session: Session) throws -> String { userPath }

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) -> VariablePathObject? { value.object as? VariablePathObject }
        @Sendable func isScope(_ path: VariablePathObject?) -> Bool {
            ["global", "local", "script", "private", "using"].contains(path?.qualifier?.lowercased() ?? "")
        }
        @Sendable func named(_ name: String, _ scope: String) -> Property {
            Property(name, .bool, get: { t, _ in .bool(own(t)?.qualifier?.equalsIgnoringCase(scope) ?? false) })
        }
        return MemberTable(properties: [
            Property("UserPath", .string, get: { t, _ in own(t).map { .text($0.userPath) } ?? .null }), named("IsGlobal", "global"), named("IsLocal", "local"),
            named("IsPrivate", "private"), named("IsScript", "script"),
            Property("IsUnqualified", .bool, get: { t, _ in .bool(own(t)?.qualifier == nil) }),
            Property("IsUnscopedVariable", .bool, get: { t, _ in .bool(own(t)?.qualifier == nil) }),
            Property("IsVariable", .bool, get: { t, _ in .bool(own(t)?.qualifier == nil || isScope(own(t))) }),
            Property("IsDriveQualified", .bool, get: { t, _ in .bool(own(t)?.qualifier != nil && !isScope(own(t))) }),
            Property("DriveName", .string, get: { t, _ in isScope(own(t)) ? .null : own(t)?.qualifier.map { .text($0) } ?? .null }),
        ])
    }
}

/// `TypeName` as it stands in a script.
final class TypeNameObject: Box, @unchecked Sendable {
    let name: TypeName
    let source: SourceText
    init(_ name: TypeName, _ source: SourceText) { self.name = name; self.source = source }
    override var type: TypeInfo { TypeNameObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.Language.TypeName", base: .object)
    override func describe(_ session: Session) throws -> String { name.description }

    @Sendable static func table() -> MemberTable {
        @Sendable func own(_ value: Value) -> TypeNameObject? { value.object as? TypeNameObject }
        @Sendable func isOf(_ value: Value, array: Bool) -> Bool {
            switch own(value)?.name.form {
            case .array: array
            case .generic: !array
            default: false
            }
        }
        return MemberTable(
            properties: [
                Property("FullName", .string, get: { t, _ in own(t).map { .text($0.name.description) } ?? .null }),
                Property(
                    "Name", .string,
                    get: { t, _ in own(t).map { .text($0.name.description.split(separator: ".").last.map(String.init) ?? $0.name.description) } ?? .null }),
                Property("IsArray", .bool, get: { t, _ in .bool(isOf(t, array: true)) }),
                Property("IsGeneric", .bool, get: { t, _ in .bool(isOf(t, array: false)) }),
                Property("AssemblyName", .string, get: { _, _ in .null }),
                Property("Extent", .object, get: { t, _ in own(t).map { .object(ExtentObject($0.source, $0.name.range)) } ?? .null }),
            ],
            methods: [
                Method("GetReflectionType", returns: .type) { t, _, session in
                    own(t).flatMap { session.findType($0.name.description) }.map { .object(TypeObject($0)) } ?? .null
                },
                Method("GetReflectionAttributeType", returns: .type) { t, _, session in
                    own(t).flatMap { session.findType($0.name.description) }.map { .object(TypeObject($0)) } ?? .null
                },
            ])
    }
}
