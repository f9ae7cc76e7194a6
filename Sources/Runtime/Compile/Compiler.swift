// From syntax tree to running code: blocks. Expressions, statements, commands and definitions stand beside this file.

import Diagnostics
import Syntax

/// Compiles one script block for one layout.
final class Compiler {
    let session: Session
    let layout: ScopeLayout
    let source: SourceText

    init(session: Session, layout: ScopeLayout, source: SourceText) {
        self.session = session
        self.layout = layout
        self.source = source
    }

    /// - Parameter outer: the layout of the scope the block will run inside, or nil for a scope of its own.
    static func compile(_ block: ScriptBlock, session: Session, into outer: ScopeLayout?) -> CompiledBlock {
        let syntax = block.syntax
        let parameters = (syntax.parameters ?? []).filter { !$0.attributes.contains(where: CommandTraits.isSwitchedOff) }
        for using in syntax.usings where using.kind == .namespace && !session.namespaces.contains(where: { $0.equalsIgnoringCase(using.name) }) {
            session.namespaces.append(using.name)
        }
        let layout = outer ?? makeLayout(syntax, parameters, session)
        let compiler = Compiler(session: session, layout: layout, source: syntax.source)
        let table = compiler.parameterTable(syntax, parameters)
        let traits = CommandTraits(syntax.attributes, compiler)
        let end = compiler.block(syntax.end)
        return CompiledBlock(
            layout: layout, parameters: table, parameterCount: parameters.count, begin: compiler.block(syntax.begin), process: compiler.block(syntax.process),
            end: end, clean: compiler.block(syntax.clean), dynamicParameters: compiler.block(syntax.dynamicParameters), confirmImpact: traits.confirmImpact,
            outputTypes: traits.outputTypes, assignedParameters: assigned(syntax, parameters), single: single(syntax, end))
    }

    private static func makeLayout(_ syntax: ScriptBlockSyntax, _ parameters: [ParameterSyntax], _ session: Session) -> ScopeLayout {
        var names = AssignedNames()
        for parameter in parameters { names.add(parameter.name) }
        names.visit(syntax, isNested: false)
        let symbols = names.names.filter { name in CallVariables.isOrdinary(name) || parameters.contains { $0.name.equalsIgnoringCase(name) } }
        // A variable of all scopes is never a new one here.
        return ScopeLayout(symbols.map { session.symbols.symbol($0) }.filter { !session.allScopeNames.contains($0) })
    }

    private static func assigned(_ syntax: ScriptBlockSyntax, _ parameters: [ParameterSyntax]) -> Set<Int> {
        if parameters.isEmpty { return [] }
        var names = AssignedNames()
        names.visit(syntax, isNested: false)
        var result = Set<Int>()
        for (i, parameter) in parameters.enumerated() where names.names.contains(where: { $0.equalsIgnoringCase(parameter.name) }) { result.insert(i) }
        return result
    }

    /// The one expression a block consists of, for `Where-Object` and its kin.
    private static func single(_ syntax: ScriptBlockSyntax, _ end: BlockNode?) -> Node? {
        guard syntax.begin == nil, syntax.process == nil, syntax.clean == nil, let end, end.statements.count == 1, end.traps.isEmpty else { return nil }
        let node = end.statements[0]
        return node is StatementNode || node is AssigningNode || node is IncrementNode ? nil : node
    }

    // MARK: Blocks

    func block(_ syntax: StatementBlock?) -> BlockNode? { syntax.map { block($0) } }

    func block(_ syntax: StatementBlock) -> BlockNode {
        var nodes: [Node] = []
        var traps: [TrapNode] = []
        nodes.reserveCapacity(syntax.statements.count)
        var types: [TypeDefinition] = []
        for statement in syntax.statements {
            if case .type(let type) = statement {
                types.append(type)
            } else if case .trap(let trap) = statement {
                traps.append(TrapNode(trap.range, type: trap.type.map { TypeReference($0) }, body: block(trap.body)))
            } else {
                nodes.append(self.statement(statement))
            }
        }
        if !types.isEmpty { nodes.insert(TypeDefinitionsNode(types), at: 0) }
        return BlockNode(syntax.range, nodes, traps: traps)
    }

    // MARK: Parameters

    private func parameterTable(_ syntax: ScriptBlockSyntax, _ parameters: [ParameterSyntax]) -> ParameterTable {
        let traits = CommandTraits(syntax.attributes, self)
        let isAdvanced = traits.isAdvanced || parameters.contains { $0.attributes.contains { CommandTraits.isParameterAttribute($0) } }
        let infos = parameters.map { ParameterReader.read($0, self, isAdvanced: isAdvanced) }
        return ParameterTable(
            infos, defaultSet: traits.defaultSet, positionalBinding: traits.positionalBinding, isAdvanced: isAdvanced,
            supportsShouldProcess: traits.supportsShouldProcess, supportsPaging: traits.supportsPaging)
    }

    // MARK: Variables

    /// The node that reads and assigns a variable.
    func variable(_ syntax: VariableExpression) -> TargetNode {
        let name = syntax.name
        if let qualifier = syntax.qualifier {
            switch qualifier.lowercased() {
            case "local":
                let symbol = session.symbols.symbol(name)
                if let slot = layout.slot(symbol) { return SlotNode(syntax.range, slot: slot, symbol: symbol, name: name) }
                return ScopedVariableNode(syntax.range, qualifier: "local", symbol: symbol, name: name)
            case "global", "script", "private": return ScopedVariableNode(syntax.range, qualifier: qualifier, symbol: session.symbols.symbol(name), name: name)
            case "using":
                // The item of whoever sent the block is an ordinary variable here.
                let isItem = name == "_" || name.equalsIgnoringCase("PSItem")
                let sent = isItem ? NamedVariableNode(syntax.range, symbol: session.symbols.symbol(name), name: name) : unqualified(name, syntax.range)
                return UsingVariableNode(syntax.range, sent)
            case "variable": return unqualified(name, syntax.range)
            default: return DriveVariableNode(syntax.range, drive: qualifier, name: name)
            }
        }
        return unqualified(name, syntax.range)
    }

    func unqualified(_ name: String, _ range: SourceRange) -> TargetNode {
        if name.lowercased() == "null" { return DiscardNode(range) }
        let symbol = session.symbols.symbol(name)
        if let slot = layout.slot(symbol) { return SlotNode(range, slot: slot, symbol: symbol, name: name) }
        if let special = CallVariables.node(name, symbol, range) { return special }
        return NamedVariableNode(range, symbol: symbol, name: name)
    }
}
