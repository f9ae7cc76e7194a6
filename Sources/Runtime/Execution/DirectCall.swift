// The short way into a simple function: arguments go from where they stand straight into the slots of the parameters.

/// A place in code that calls a simple function by name, with arguments whose shapes are fixed. Made once for each meaning of the name.
final class DirectCall {
    private struct Argument {
        /// The command node keeps it alive; nil: a switch that stands alone.
        let node: Unmanaged<Node>?
        let slot: Int
    }
    private struct Check {
        let parameter: ParameterInfo
        let slot: Int
        /// What passes as it is; `.object` where nothing does.
        let code: TypeCode
    }

    private let function: FunctionInfo
    private let block: ScriptBlock
    private let code: CompiledBlock
    /// In the order they are written.
    private let arguments: [Argument]
    /// Parameters whose values are converted or validated, in the order they were bound.
    private let checks: [Check]
    private let boundMask: UInt64
    private let needsDefaults: Bool

    /// nil where the plan leaves something over that needs the long way.
    init?(_ function: FunctionInfo, _ plan: BindingPlan, _ node: CommandNode) {
        guard plan.rest.isEmpty, !plan.dependsOnValues else { return nil }
        self.function = function
        block = function.block
        code = block.code
        var arguments: [(place: Int, argument: Argument)] = []
        var checks: [Check] = []
        var mask: UInt64 = 0
        for move in plan.moves {
            let parameter = move.parameter
            mask |= 1 << UInt64(min(parameter.index, 63))
            var value: Node?
            if move.argument >= 0 {
                switch node.arguments[move.argument] {
                case .value(let node): value = node
                case .parameter(_, let node?, _): value = node
                default: return nil
                }
            }
            arguments.append((move.argument, Argument(node: value.map { .passUnretained($0) }, slot: parameter.index)))
            let isChecked = !parameter.validations.isEmpty || !parameter.transformations.isEmpty || parameter.typeName != nil
            if isChecked || parameter.type.code != .object {
                checks.append(Check(parameter: parameter, slot: parameter.index, code: isChecked || !parameter.places.isEmpty ? .object : parameter.type.code))
            }
        }
        self.arguments = arguments.sorted { $0.place < $1.place }.map(\.argument)
        self.checks = checks
        boundMask = mask
        let code = code
        needsDefaults = code.parameters.parameters.prefix(code.parameterCount).contains { parameter in
            !plan.bound.contains(parameter.index)
                || parameter.hasWrittenType && parameter.type.code != .object
                    && (code.assignedParameters.contains(parameter.index) || !parameter.validations.isEmpty)
        }
    }

    func run(_ node: CommandNode, _ s: Scope, output: Sink, streams: Streams) throws -> Flow {
        let session = s.session
        try session.checkDepth()
        let scope = session.makeScope(block, code, function, caller: s, output: output, streams: streams, callSite: node)
        scope.boundMask = boundMask
        let slots = scope.slots
        for argument in arguments {
            guard let node = argument.node else {
                slots[argument.slot] = .true
                continue
            }
            let value = try node._withUnsafeGuaranteedRef { try $0.evaluate(s) }
            slots[argument.slot] = value.isAbsent ? .null : value
        }
        do {
            for check in checks where !DirectCall.passes(slots[check.slot], check.code) {
                slots[check.slot] = try Binder.convert(slots[check.slot], for: check.parameter, function, session, isSimple: true)
            }
            if needsDefaults { try Call.fillDefaults(scope, code, function) }
        } catch let failure as ShellError {
            throw Call.placed(failure, node, function, s)
        }
        return try Call.perform(code, in: scope, session)
    }

    /// True where conversion would give the value back.
    @inline(__always) private static func passes(_ value: Value, _ code: TypeCode) -> Bool {
        switch value {
        case .int: code == .int32
        case .long: code == .int64
        case .double: code == .double
        case .bool: code == .bool
        case .object(let object): object.kind == .text && code == .string
        default: false
        }
    }
}
