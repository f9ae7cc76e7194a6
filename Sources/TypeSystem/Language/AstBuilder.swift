// From the parser's nodes to those that scripts see.

import Diagnostics
import Runtime
import Syntax

struct AstBuilder {
    let source: SourceText
    init(_ source: SourceText) { self.source = source }

    func node(_ name: String, _ range: SourceRange, _ parent: AstObject?, block: ScriptBlockSyntax? = nil, _ make: @escaping (AstObject) -> [(String, AstPart)])
        -> AstObject
    {
        AstObject(name, range, source, parent: parent, block: block, make)
    }

    static func kind(_ name: String) -> AstPart { .value(.object(EnumerationObject(TokenKinds.type, TokenKinds.type.enumeration?.value(of: name) ?? 0))) }
    private func flag(_ value: Bool) -> AstPart { .value(.bool(value)) }
    private func text(_ value: String?) -> AstPart { .value(value.map { .text($0) } ?? .null) }
    private func type(_ name: String) -> AstPart { .value(.text(name)) }

    // MARK: Blocks

    func scriptBlock(_ block: ScriptBlockSyntax, _ parent: AstObject?) -> AstObject {
        node("ScriptBlockAst", block.range, parent, block: block) { own in
            func named(_ part: StatementBlock?, _ kind: String, unnamed: Bool = false) -> AstPart {
                .node(part.map { self.named($0, kind, unnamed: unnamed, own) })
            }
            let hasParameters = block.parameterRange != nil && block.parameters != nil && !block.hasParametersInHead
            return [
                ("Attributes", .list([])), ("UsingStatements", .list(block.usings.map { self.using($0, own) })),
                (
                    "ParamBlock",
                    .node(
                        hasParameters
                            ? self.node("ParamBlockAst", block.parameterRange ?? block.range, own) { inner in
                                [
                                    ("Attributes", .list(block.attributes.map { self.attribute($0, inner) })),
                                    ("Parameters", .list((block.parameters ?? []).map { self.parameter($0, inner) })),
                                ]
                            } : nil)
                ),
                ("BeginBlock", named(block.begin, "Begin")), ("ProcessBlock", named(block.process, "Process")),
                ("EndBlock", named(block.end, "End", unnamed: !block.isEndNamed)), ("CleanBlock", named(block.clean, "Clean")),
                ("DynamicParamBlock", named(block.dynamicParameters, "Dynamicparam")), ("ScriptRequirements", .value(.null)),
            ]
        }
    }

    private func named(_ block: StatementBlock, _ kind: String, unnamed: Bool, _ parent: AstObject) -> AstObject {
        node("NamedBlockAst", block.range, parent) { own in
            [("Unnamed", self.flag(unnamed)), ("BlockKind", AstBuilder.kind(kind))] + self.statements(block, own)
        }
    }

    private func statements(_ block: StatementBlock, _ parent: AstObject) -> [(String, AstPart)] {
        var plain: [AstObject] = [], traps: [AstObject] = []
        for one in block.statements {
            if case .trap = one { traps.append(statement(one, parent)) } else { plain.append(statement(one, parent)) }
        }
        return [("Statements", .list(plain)), ("Traps", .list(traps))]
    }

    func body(_ block: StatementBlock, _ parent: AstObject) -> AstObject {
        node("StatementBlockAst", block.range, parent) { self.statements(block, $0) }
    }

    private func using(_ statement: UsingStatement, _ parent: AstObject) -> AstObject {
        node("UsingStatementAst", statement.range, parent) { own in
            let name = self.node("StringConstantExpressionAst", statement.range, own) { _ in [("Value", self.text(statement.name))] }
            return [
                ("UsingStatementKind", self.text("\(statement.kind)".prefix(1).uppercased() + "\(statement.kind)".dropFirst())), ("Name", .node(name)),
                ("Alias", .value(.null)), ("ModuleSpecification", .node(statement.specification.map { self.expression(.hashtable($0), own) })),
            ]
        }
    }

    func parameter(_ parameter: ParameterSyntax, _ parent: AstObject) -> AstObject {
        node("ParameterAst", parameter.range, parent) { own in
            let name = self.expression(
                .variable(VariableExpression(range: parameter.nameRange, name: parameter.name, qualifier: nil, isSplatted: false, isBraced: false)), own)
            let constraint = parameter.type.map { self.constraint($0, own) }
            return [
                ("Attributes", .list(parameter.attributes.map { self.attribute($0, own) } + (constraint.map { [$0] } ?? []))), ("Name", .node(name)),
                ("DefaultValue", .node(parameter.defaultValue.map { self.expression($0, own) })), ("StaticType", .value(self.staticType(parameter.type))),
            ]
        }
    }

    private func staticType(_ name: TypeName?) -> Value {
        guard let name else { return .object(TypeObject(.object)) }
        return StaticTypes.find(name.description).map { .object(TypeObject($0)) } ?? .object(TypeObject(.object))
    }

    func constraint(_ type: TypeName, _ parent: AstObject) -> AstObject {
        node("TypeConstraintAst", type.range, parent) { _ in [("TypeName", .value(.object(TypeNameObject(type, self.source))))] }
    }

    func attribute(_ attribute: AttributeSyntax, _ parent: AstObject) -> AstObject {
        node("AttributeAst", attribute.range, parent) { own in
            [
                ("TypeName", .value(.object(TypeNameObject(attribute.type, self.source)))),
                ("PositionalArguments", .list(attribute.positional.map { self.expression($0, own) })),
                (
                    "NamedArguments",
                    .list(
                        attribute.named.map { entry in
                            self.node("NamedAttributeArgumentAst", entry.value?.range ?? attribute.range, own) { inner in
                                [
                                    ("ArgumentName", self.text(entry.name)),
                                    (
                                        "Argument",
                                        .node(
                                            entry.value.map { self.expression($0, inner) }
                                                ?? self.node("ConstantExpressionAst", attribute.range, inner) { _ in [("Value", self.flag(true))] })
                                    ), ("ExpressionOmitted", self.flag(entry.value == nil)),
                                ]
                            }
                        })
                ),
            ]
        }
    }

    // MARK: Statements

    func statement(_ statement: Statement, _ parent: AstObject) -> AstObject {
        switch statement {
        case .pipeline(let s):
            return node("PipelineAst", s.range, parent) { own in
                [("PipelineElements", .list(s.elements.map { self.element($0, own) })), ("Background", self.flag(s.isBackground))]
            }
        case .chain(let s):
            return node("PipelineChainAst", s.range, parent) { own in
                [
                    ("LhsPipelineChain", .node(self.statement(s.left, own))), ("RhsPipeline", .node(self.statement(s.right, own))),
                    ("Operator", AstBuilder.kind(s.isAnd ? "AndAnd" : "OrOr")), ("Background", self.flag(s.isBackground)),
                ]
            }
        case .assignment(let s):
            return node("AssignmentStatementAst", s.range, parent) { own in
                [
                    ("Left", .node(self.expression(s.target, own))), ("Operator", AstBuilder.kind(TokenKinds.name(s.op))),
                    ("Right", .node(self.right(s.value, own))),
                ]
            }
        case .if(let s):
            return node("IfStatementAst", s.range, parent) { own in
                [
                    ("Clauses", .pairs(s.clauses.map { (self.statement($0.condition, own), self.body($0.body, own)) })),
                    ("ElseClause", .node(s.otherwise.map { self.body($0, own) })),
                ]
            }
        case .switch(let s):
            return node("SwitchStatementAst", s.range, parent) { own in
                [
                    ("Label", self.text(s.label)), ("Condition", .node(self.statement(s.condition, own))), ("Flags", .value(.int(Int32(s.options.rawValue)))),
                    ("Clauses", .pairs(s.clauses.map { (self.expression($0.pattern, own), self.body($0.body, own)) })),
                    ("Default", .node(s.otherwise.map { self.body($0, own) })),
                ]
            }
        case .loop(let s):
            let name = s.kind == .whileDo ? "WhileStatementAst" : s.kind == .doWhile ? "DoWhileStatementAst" : "DoUntilStatementAst"
            return node(name, s.range, parent) { own in
                [("Label", self.text(s.label)), ("Condition", .node(self.statement(s.condition, own))), ("Body", .node(self.body(s.body, own)))]
            }
        case .for(let s):
            return node("ForStatementAst", s.range, parent) { own in
                [
                    ("Label", self.text(s.label)), ("Initializer", .node(s.initializer.map { self.statement($0, own) })),
                    ("Condition", .node(s.condition.map { self.statement($0, own) })), ("Iterator", .node(s.iterator.map { self.statement($0, own) })),
                    ("Body", .node(self.body(s.body, own))),
                ]
            }
        case .forEach(let s):
            return node("ForEachStatementAst", s.range, parent) { own in
                [
                    ("Label", self.text(s.label)), ("Variable", .node(self.expression(.variable(s.variable), own))),
                    ("Condition", .node(self.statement(s.collection, own))), ("Body", .node(self.body(s.body, own))),
                    ("ThrottleLimit", .node(s.throttleLimit.map { self.expression($0, own) })), ("Flags", self.text(s.isParallel ? "Parallel" : "None")),
                ]
            }
        case .function(let s): return function(s, parent)
        case .type(let s): return definition(s, parent)
        case .try(let s):
            return node("TryStatementAst", s.range, parent) { own in
                [
                    ("Body", .node(self.body(s.body, own))),
                    (
                        "CatchClauses",
                        .list(
                            s.catches.map { clause in
                                self.node("CatchClauseAst", clause.range, own) { inner in
                                    [
                                        ("CatchTypes", .list(clause.types.map { self.constraint($0, inner) })), ("IsCatchAll", self.flag(clause.types.isEmpty)),
                                        ("Body", .node(self.body(clause.body, inner))),
                                    ]
                                }
                            })
                    ), ("Finally", .node(s.finally.map { self.body($0, own) })),
                ]
            }
        case .trap(let s):
            return node("TrapStatementAst", s.range, parent) { own in
                [("TrapType", .node(s.type.map { self.constraint($0, own) })), ("Body", .node(self.body(s.body, own)))]
            }
        case .data(let s):
            return node("DataStatementAst", s.range, parent) { own in
                [
                    ("Variable", self.text(s.variable)), ("CommandsAllowed", .list(s.supportedCommands.map { self.expression($0, own) })),
                    ("Body", .node(self.body(s.body, own))),
                ]
            }
        case .flow(let s):
            let names: [FlowStatement.Kind: String] = [
                .break: "BreakStatementAst", .continue: "ContinueStatementAst", .return: "ReturnStatementAst", .throw: "ThrowStatementAst",
                .exit: "ExitStatementAst",
            ]
            return node(names[s.kind] ?? "StatementAst", s.range, parent) { own in
                [
                    ("Label", .node(s.label.map { self.expression($0, own) })), ("Pipeline", .node(s.value.map { self.statement($0, own) })),
                    ("IsRethrow", self.flag(s.kind == .throw && s.value == nil)),
                ]
            }
        case .error(let s): return node("ErrorStatementAst", s.range, parent) { own in [("NestedAst", .list(s.parts.map { self.expression($0, own) }))] }
        }
    }

    /// What stands right of `=`: a lone expression is a statement of its own kind there.
    private func right(_ statement: Statement, _ parent: AstObject) -> AstObject {
        if case .pipeline(let pipeline) = statement, pipeline.elements.count == 1, case .expression = pipeline.elements[0], !pipeline.isBackground {
            return element(pipeline.elements[0], parent)
        }
        return self.statement(statement, parent)
    }

    private func function(_ s: FunctionDefinition, _ parent: AstObject) -> AstObject {
        node("FunctionDefinitionAst", s.range, parent) { own in
            let isHeaded = s.body.hasParametersInHead
            return [
                ("IsFilter", self.flag(s.isFilter)), ("IsWorkflow", self.flag(false)), ("Name", self.text(s.name)),
                ("Parameters", isHeaded ? .list((s.body.parameters ?? []).map { self.parameter($0, own) }) : .value(.null)),
                ("Body", .node(self.scriptBlock(s.body, own))),
            ]
        }
    }

    private func definition(_ s: TypeDefinition, _ parent: AstObject) -> AstObject {
        node("TypeDefinitionAst", s.range, parent) { own in
            [
                ("Name", self.text(s.name)), ("Attributes", .list(s.attributes.map { self.attribute($0, own) })),
                ("BaseTypes", .list(s.bases.map { self.constraint($0, own) })), ("Members", .list(s.members.map { self.member($0, own) })),
                ("TypeAttributes", self.text(s.kind == .enum ? "Enum" : s.kind == .class ? "Class" : "Interface")), ("IsClass", self.flag(s.kind == .class)),
                ("IsEnum", self.flag(s.kind == .enum)), ("IsInterface", self.flag(s.kind == .interface)),
            ]
        }
    }

    private func member(_ member: TypeMember, _ parent: AstObject) -> AstObject {
        func flags(isStatic: Bool, isHidden: Bool) -> [(String, AstPart)] {
            [("IsPublic", flag(true)), ("IsPrivate", flag(false)), ("IsHidden", flag(isHidden)), ("IsStatic", flag(isStatic))]
        }
        switch member {
        case .property(let p):
            return node("PropertyMemberAst", p.range, parent) { own in
                [
                    ("Name", self.text(p.name)), ("PropertyType", .node(p.type.map { self.constraint($0, own) })),
                    ("Attributes", .list(p.attributes.map { self.attribute($0, own) })),
                    ("InitialValue", .node(p.initialValue.map { self.expression($0, own) })),
                ] + flags(isStatic: p.isStatic, isHidden: p.isHidden)
            }
        case .enumValue(let v):
            return node("PropertyMemberAst", v.range, parent) { own in
                [("Name", self.text(v.name)), ("InitialValue", .node(v.value.map { self.expression($0, own) }))] + flags(isStatic: true, isHidden: false)
            }
        case .method(let m):
            return node("FunctionMemberAst", m.range, parent) { own in
                [
                    ("Name", self.text(m.name)), ("ReturnType", .node(m.returnType.map { self.constraint($0, own) })),
                    ("Parameters", .list((m.body.parameters ?? []).map { self.parameter($0, own) })), ("Body", .node(self.scriptBlock(m.body, own))),
                    ("Attributes", .list(m.attributes.map { self.attribute($0, own) })), ("IsConstructor", self.flag(m.isConstructor)),
                ] + flags(isStatic: m.isStatic, isHidden: m.isHidden)
            }
        }
    }

    private func element(_ element: PipelineElement, _ parent: AstObject) -> AstObject {
        switch element {
        case .expression(let e):
            return node("CommandExpressionAst", e.range, parent) { own in
                [("Expression", .node(self.expression(e.expression, own))), ("Redirections", .list(e.redirections.map { self.redirection($0, own) }))]
            }
        case .command(let c):
            return node("CommandAst", c.range, parent) { own in
                [
                    (
                        "CommandElements",
                        .list(
                            c.elements.map { element in
                                switch element {
                                case .argument(let e): return self.expression(e, own)
                                case .parameter(let p):
                                    return self.node("CommandParameterAst", p.range, own) { inner in
                                        [("ParameterName", self.text(p.name)), ("Argument", .node(p.argument.map { self.expression($0, inner) }))]
                                    }
                                }
                            })
                    ), ("InvocationOperator", AstBuilder.kind(c.invocation == .call ? "Ampersand" : c.invocation == .dot ? "Dot" : "Unknown")),
                    ("Redirections", .list(c.redirections.map { self.redirection($0, own) })),
                ]
            }
        }
    }

    private func redirection(_ redirection: Redirection, _ parent: AstObject) -> AstObject {
        let streams = ["All", "Output", "Error", "Warning", "Verbose", "Debug", "Information"]
        let from = streams.indices.contains(redirection.from) ? streams[redirection.from] : "All"
        switch redirection.target {
        case .file(let target, let append):
            return node("FileRedirectionAst", redirection.range, parent) { own in
                [("FromStream", self.text(from)), ("Append", self.flag(append)), ("Location", .node(self.expression(target, own)))]
            }
        case .stream(let number):
            return node("MergingRedirectionAst", redirection.range, parent) { _ in
                [("FromStream", self.text(from)), ("ToStream", self.text(streams.indices.contains(number) ? streams[number] : "Output"))]
            }
        }
    }

    // MARK: Expressions

    func expression(_ expression: Expression, _ parent: AstObject) -> AstObject {
        func typed(_ type: TypeInfo) -> (String, AstPart) { ("StaticType", .value(.object(TypeObject(type)))) }
        switch expression {
        case .number(let e):
            return node("ConstantExpressionAst", e.range, parent) { _ in
                let value = Literals.number(e.text)
                return [("Value", .value(value)), typed(value.type)]
            }
        case .string(let e):
            return node("StringConstantExpressionAst", e.range, parent) { _ in
                [("Value", self.text(e.value)), ("StringConstantType", .value(TokenKinds.string(e.kind))), typed(.string)]
            }
        case .expandableString(let e):
            return node("ExpandableStringExpressionAst", e.range, parent) { own in
                let nested = e.parts.compactMap { part -> AstObject? in
                    if case .expression(let inner) = part { return self.expression(inner, own) }
                    return nil
                }
                return [
                    ("Value", self.text(e.rawValue)), ("StringConstantType", .value(TokenKinds.string(e.kind))), ("NestedExpressions", .list(nested)),
                    typed(.string),
                ]
            }
        case .variable(let e):
            let variable: (AstObject) -> [(String, AstPart)] = { _ in
                [
                    ("VariablePath", .value(.object(VariablePathObject(e.name, e.qualifier.flatMap { $0.equalsIgnoringCase("using") ? nil : $0 })))),
                    ("Splatted", self.flag(e.isSplatted)), typed(.object),
                ]
            }
            if e.qualifier?.equalsIgnoringCase("using") == true {
                return node("UsingExpressionAst", e.range, parent) { own in
                    [("SubExpression", .node(self.node("VariableExpressionAst", e.range, own, variable))), typed(.object)]
                }
            }
            return node("VariableExpressionAst", e.range, parent, variable)
        case .arrayLiteral(let e):
            return node("ArrayLiteralAst", e.range, parent) { own in [("Elements", .list(e.elements.map { self.expression($0, own) })), typed(.objectArray)] }
        case .arrayExpression(let e):
            return node("ArrayExpressionAst", e.range, parent) { own in [("SubExpression", .node(self.body(e.body, own))), typed(.objectArray)] }
        case .subexpression(let e):
            return node("SubExpressionAst", e.range, parent) { own in [("SubExpression", .node(self.body(e.body, own))), typed(.object)] }
        case .parenthesized(let e):
            return node("ParenExpressionAst", e.range, parent) { own in [("Pipeline", .node(self.statement(e.pipeline, own))), typed(.object)] }
        case .hashtable(let e):
            return node("HashtableAst", e.range, parent) { own in
                [("KeyValuePairs", .pairs(e.entries.map { (self.expression($0.key, own), self.statement($0.value, own)) })), typed(.hashtable)]
            }
        case .scriptBlock(let e):
            return node("ScriptBlockExpressionAst", e.range, parent) { own in [("ScriptBlock", .node(self.scriptBlock(e.block, own))), typed(.scriptBlock)] }
        case .unary(let e):
            return node("UnaryExpressionAst", e.range, parent) { own in
                [("TokenKind", AstBuilder.kind(TokenKinds.name(e.op))), ("Child", .node(self.expression(e.operand, own))), typed(.object)]
            }
        case .binary(let e):
            return node("BinaryExpressionAst", e.range, parent) { own in
                [
                    ("Operator", AstBuilder.kind(TokenKinds.name(e.op, isCaseSensitive: e.isCaseSensitive))), ("Left", .node(self.expression(e.left, own))),
                    ("Right", .node(self.expression(e.right, own))), ("ErrorPosition", .value(.object(ExtentObject(self.source, e.operatorRange)))),
                    typed(.object),
                ]
            }
        case .ternary(let e):
            return node("TernaryExpressionAst", e.range, parent) { own in
                [
                    ("Condition", .node(self.expression(e.condition, own))), ("IfTrue", .node(self.expression(e.ifTrue, own))),
                    ("IfFalse", .node(self.expression(e.ifFalse, own))), typed(.object),
                ]
            }
        case .convert(let e):
            return node("ConvertExpressionAst", e.range, parent) { own in
                [
                    ("Type", .node(self.constraint(e.type, own))), ("Attribute", .node(self.constraint(e.type, own))),
                    ("Child", .node(self.expression(e.operand, own))),
                    ("StaticType", .value(self.staticType(e.type))),
                ]
            }
        case .attributed(let e):
            return node("AttributedExpressionAst", e.range, parent) { own in
                [("Attribute", .node(self.attribute(e.attribute, own))), ("Child", .node(self.expression(e.operand, own))), typed(.object)]
            }
        case .type(let e):
            return node("TypeExpressionAst", e.range, parent) { _ in [("TypeName", .value(.object(TypeNameObject(e.type, self.source)))), typed(.type)] }
        case .member(let e):
            return node("MemberExpressionAst", e.range, parent) { own in
                [
                    ("Expression", .node(self.expression(e.target, own))), ("Member", .node(self.expression(e.name, own))), ("Static", self.flag(e.isStatic)),
                    ("NullConditional", self.flag(e.isNullConditional)), typed(.object),
                ]
            }
        case .call(let e):
            return node("InvokeMemberExpressionAst", e.range, parent) { own in
                [
                    ("Expression", .node(self.expression(e.target, own))), ("Member", .node(self.expression(e.name, own))),
                    ("Arguments", e.arguments.isEmpty ? .value(.null) : .list(e.arguments.map { self.expression($0, own) })), ("Static", self.flag(e.isStatic)),
                    ("NullConditional", self.flag(e.isNullConditional)), typed(.object),
                ]
            }
        case .index(let e):
            return node("IndexExpressionAst", e.range, parent) { own in
                [
                    ("Target", .node(self.expression(e.target, own))), ("Index", .node(self.expression(e.index, own))),
                    ("NullConditional", self.flag(e.isNullConditional)), typed(.object),
                ]
            }
        case .error(let e): return node("ErrorExpressionAst", e.range, parent) { own in [("NestedAst", .list(e.parts.map { self.expression($0, own) }))] }
        }
    }
}

/// The types that a node may name as its own without a session: those of the core.
enum StaticTypes {
    private static let known: [String: TypeInfo] = {
        let types: [TypeInfo] = [
            .string, .int32, .int64, .double, .bool, .char, .byte, .decimal, .single, .dateTime, .timeSpan, .hashtable, .switchParameter, .scriptBlock,
            .psObject,
            .type, .uint32, .uint64, .int16, .uint16, .sbyte, .bigInteger, .customObject, .object, .arrayBase,
        ]
        var result: [String: TypeInfo] = [:]
        for type in types {
            if let accelerator = type.accelerator { result[accelerator.lowercased()] = type }
            result[type.fullName.lowercased()] = type
            result[type.name.lowercased()] = type
        }
        return result
    }()
    static func find(_ name: String) -> TypeInfo? {
        if name.hasSuffix("[]") { return find(String(name.dropLast(2)))?.arrayType() }
        return known[name.lowercased()]
    }
}
