// `dynamicparam { }`: parameters that depend on those given. The block runs while its function is being called, sees what
// could be bound so far, and gives the others.

enum DynamicParameters {
    /// The function's own parameters with those its block makes.
    /// - Parameter scope: the function's scope; parameters that can be bound already stand in it when the block runs.
    static func table(_ code: CompiledBlock, _ block: BlockNode, _ arguments: CallArguments, _ command: CommandInfo, in scope: Scope, _ session: Session) throws
        -> (table: ParameterTable, made: [DynamicParameter])
    {
        let own = code.parameters
        let plan = try Binder.plan(arguments, own, command: command, session, isLenient: true)
        for move in plan.moves where move.parameter.index < code.parameterCount {
            // What cannot be bound is told when the whole call is.
            guard let value = try? Binder.convert(move.argument < 0 ? .true : arguments.values[move.argument], for: move.parameter, command, session) else {
                continue
            }
            scope.slots[move.parameter.index] = value
            scope.boundMask |= 1 << UInt64(min(move.parameter.index, 63))
        }
        try Call.fillDefaults(scope, code, command)
        let output = Collector()
        let saved = (session.scope, scope.output)
        session.scope = scope
        scope.output = output
        defer {
            (session.scope, scope.output) = saved
            scope.boundParameters = nil
        }
        _ = try block.run(scope)
        var made: [DynamicParameter] = []
        for value in output.values {
            guard let table = value.asTable else { continue }
            for (_, entry) in table.table.pairs { if let one = entry.object as? DynamicParameter { made.append(one) } }
        }
        let all = own.parameters.filter { !own.isCommon($0) }.map { $0.forTable() } + made.map { ParameterReader.read($0, session) }
        return (
            ParameterTable(
                all, defaultSet: own.defaultSet, positionalBinding: own.positionalBinding, isAdvanced: true, supportsShouldProcess: own.supportsShouldProcess,
                supportsPaging: own.supportsPaging),
            made
        )
    }

    /// Tells the objects a script has made what they were given.
    static func tell(_ made: [DynamicParameter], _ run: Invocation, _ table: ParameterTable) {
        for one in made {
            guard let parameter = table.parameter(named: one.name), !run.values[parameter.index].isMissing else { continue }
            one.value = run.values[parameter.index]
            one.isSet = true
        }
    }
}

extension Session {
    /// All parameters a command has when called with the given arguments, those made by its `dynamicparam` block too.
    public func parameters(of command: CommandInfo, with values: [Value] = []) -> ParameterTable? {
        let block = (command as? FunctionInfo)?.block ?? (command as? ScriptInfo)?.block
        guard let block, let dynamic = block.code.dynamicParameters else { return command.parameters }
        var arguments = CallArguments()
        for value in values.isEmpty ? (command as? FunctionInfo)?.arguments ?? [] : values {
            if let text = value.asString, text.hasPrefix("-") { arguments.append(name: String(text.dropFirst()), nil) } else { arguments.append(value) }
        }
        let caller: Scope = scope
        let inner = makeScope(block, block.code, command, caller: caller, output: NullSink(), streams: caller.streams, callSite: nil)
        // A block that fails has no parameters to offer.
        return (try? DynamicParameters.table(block.code, dynamic, arguments, command, in: inner, self))?.table ?? command.parameters
    }
}
