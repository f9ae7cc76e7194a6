// Calling a command that stands alone: a function, a command written in Swift, a program, a script.

import Diagnostics
import Syntax

enum Call {
    /// Runs a command without pipeline input.
    static func run(_ node: CommandNode, _ s: Scope, output: Sink, streams: Streams) throws -> Flow {
        let command = try node.resolve(s)
        if let direct = node.directCall { return try direct.run(node, s, output: output, streams: streams) }
        if let function = command as? FunctionInfo, node.invocation != .dot {
            let code = function.block.code
            if !code.parameters.isAdvanced, code.dynamicParameters == nil {
                return try simple(node, function.block, code, command, s, output: output, streams: streams)
            }
        } else if let block = (command as? BlockCommand)?.block {
            if node.invocation == .dot { return try dotted(node, block, command, s, output: output, streams: streams) }
            if !block.code.parameters.isAdvanced { return try simple(node, block, block.code, command, s, output: output, streams: streams) }
        }
        return try Pipeline([.command(node)], s, output: output, streams: streams, first: command).run()
    }

    /// A function without attributes: arguments go straight into its slots.
    private static func simple(
        _ node: CommandNode, _ block: ScriptBlock, _ code: CompiledBlock, _ command: CommandInfo, _ s: Scope, output: Sink, streams: Streams
    ) throws -> Flow {
        let session = s.session
        try session.checkDepth()
        let arguments = try node.evaluateArguments(s)
        let scope: Scope
        do {
            let plan = try node.plan(arguments, code.parameters, command, session)
            scope = try enter(block, code, command, plan, arguments, s, output: output, streams: streams, callSite: node)
        } catch let failure as ShellError {
            throw placed(failure, node, command, s)
        }
        return try perform(code, in: scope, session)
    }

    /// A failure to bind belongs to the place that calls.
    static func placed(_ failure: ShellError, _ node: CommandNode, _ command: CommandInfo, _ s: Scope) -> ShellError {
        if failure.record.invocation == nil {
            failure.record.invocation = InvocationInfo(command: command, invocationName: node.name ?? "", source: s.currentSource, range: node.range)
        }
        return failure
    }

    /// Runs the blocks of a simple function in the scope of its call.
    static func perform(_ code: CompiledBlock, in scope: Scope, _ session: Session) throws -> Flow {
        let savedScope = session.scope
        session.scope = scope
        let savedItem = session.item
        defer {
            session.scope = savedScope
            session.item = savedItem
        }
        var flow = Flow.next
        if let begin = code.begin { flow = try begin.run(scope) }
        if let process = code.process {
            session.item = .null
            flow = try process.run(scope)
            session.item = savedItem
        }
        if let end = code.end, flow == .next || flow == .return { flow = try end.run(scope) }
        if let clean = code.clean { _ = try clean.run(scope) }
        session.lastSucceeded = true
        return flow == .return ? .next : flow
    }

    /// A scope for a call with its arguments in place.
    static func enter(
        _ block: ScriptBlock, _ code: CompiledBlock, _ command: CommandInfo, _ plan: BindingPlan, _ arguments: CallArguments, _ s: Scope, output: Sink,
        streams: Streams, callSite: Node?
    ) throws -> Scope {
        let session = s.session
        let scope = session.makeScope(block, code, command, caller: s, output: output, streams: streams, callSite: callSite)
        for move in plan.moves {
            let parameter = move.parameter
            let value = move.argument < 0 ? Value.true : arguments.values[move.argument]
            scope.boundMask |= 1 << UInt64(min(parameter.index, 63))
            if parameter.type.code == .object, parameter.validations.isEmpty, parameter.transformations.isEmpty, parameter.typeName == nil {
                scope.slots[parameter.index] = value.isAbsent ? .null : value
            } else {
                scope.slots[parameter.index] = try Binder.convert(value, for: parameter, command, session, isSimple: true)
            }
        }
        if !plan.rest.isEmpty { scope.arguments = plan.rest.flatMap { arguments.rest($0) } }
        if code.parameterCount > 0 { try fillDefaults(scope, code, command) }
        return scope
    }

    /// Parameters that were not given: their default, or what their type starts with. Typed ones keep their type.
    static func fillDefaults(_ scope: Scope, _ code: CompiledBlock, _ command: CommandInfo) throws {
        let session = scope.session
        for parameter in code.parameters.parameters.prefix(code.parameterCount) {
            let storage = scope.slots + parameter.index
            if storage.pointee.isMissing {
                if let node = parameter.defaultNode {
                    let savedScope = session.scope
                    session.scope = scope
                    defer { session.scope = savedScope }
                    let value = try node.evaluate(scope)
                    storage.pointee =
                        try parameter.hasWrittenType ? Binder.convertDefault(value, for: parameter, command, session) : (value.isAbsent ? .null : value)
                } else {
                    storage.pointee = parameter.hasWrittenType ? initialValue(of: parameter.type, session) : .null
                }
            }
            if parameter.hasWrittenType, parameter.type.code != .object, code.assignedParameters.contains(parameter.index) || !parameter.validations.isEmpty {
                constrain(storage, parameter)
            }
        }
    }

    /// From here on assignments to the parameter convert and validate.
    private static func constrain(_ storage: UnsafeMutablePointer<Value>, _ parameter: ParameterInfo) {
        if case .object(let object) = storage.pointee, object.kind == .variable { return }
        let cell = VariableCell(name: parameter.name, value: storage.pointee)
        cell.declaredType = parameter.type
        cell.validations = parameter.validations
        cell.isParameter = true
        storage.pointee = .object(cell)
    }

    private static func initialValue(of type: TypeInfo, _ session: Session) -> Value {
        switch type.code {
        case .string: .text("")
        case .object, .array, .hashtable, .scriptBlock, .list: .null
        default: type.isValueType ? session.defaultValue(of: type) : .null
        }
    }

    /// `. { … }` and `. script.ps1`: runs in the caller's scope.
    static func dotted(_ node: CommandNode, _ block: ScriptBlock, _ command: CommandInfo, _ s: Scope, output: Sink, streams: Streams) throws -> Flow {
        let arguments = try node.evaluateArguments(s)
        let flow = try s.session.runDotted(block, arguments, s.session.dottedScope(block, s), output: output, streams: streams, command: command)
        return flow == .return ? .next : flow
    }
}

extension Binder {
    /// A default's value as the parameter's type.
    static func convertDefault(_ value: Value, for parameter: ParameterInfo, _ command: CommandInfo, _ session: Session) throws -> Value {
        if value.isNull, !parameter.type.isValueType, parameter.type.code != .string { return .null }
        do { return try convert(value, for: ParameterInfo(parameter.name, type: parameter.type, places: []), command, session, isSimple: true) } catch let error
            as ShellError
        {
            throw BindingError.transformation(parameter, command, error)
        }
    }
}

/// A script block that is called.
final class BlockCommand: CommandInfo, @unchecked Sendable {
    let block: ScriptBlock
    init(_ block: ScriptBlock) {
        self.block = block
        super.init(name: "", kind: .script)
    }
    override var code: ScriptBlock? { block }
    override var parameters: ParameterTable? { block.code.parameters }
    override var errorSource: String { "" }
    override var type: TypeInfo { BlockCommand.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.ScriptInfo", base: CommandInfo.baseType)
}
