// Binding of one call that may take pipeline input: what the call gave, what each object gives, what must be there.

final class CommandBinding {
    let table: ParameterTable
    let command: CommandInfo
    let session: Session
    private let plan: BindingPlan
    /// Parameters that take the object itself, and those that take one of its properties.
    private var byValue: [ParameterInfo] = []
    private var byName: [InputProperty] = []
    /// Parameters bound by the last object: unbound before the next.
    private var fromInput: [Int] = []
    private var lastFromInput: [Int] = []
    /// What parameters bound by input held before; missing where nothing was remembered.
    private var defaults: [Value]
    /// The mandatory parameters of a command without parameter sets.
    private let mandatory: [Int]
    /// Blocks given where a value is wanted: run for each object.
    private var delayed: [(parameter: ParameterInfo, block: ScriptBlock)] = []
    private let isPlain: Bool
    private(set) var warnings: [String] = []
    private var plainIndex = -1
    /// Null goes the long way, which says what is wrong with it.
    private let refusesNull: Bool

    init(plan: BindingPlan, table: ParameterTable, command: CommandInfo, session: Session) {
        self.plan = plan
        self.table = table
        self.command = command
        self.session = session
        defaults = Array(repeating: .missing, count: table.parameters.count)
        mandatory = table.setNames.isEmpty ? table.parameters.filter { $0.place(in: nil)?.isMandatory == true }.map(\.index) : []
        for parameter in table.parameters where !plan.bound.contains(parameter.index) {
            let places = parameter.places.filter { place in
                plan.sets.isEmpty || place.set == nil || plan.sets.contains { $0.equalsIgnoringCase(place.set ?? "") }
            }
            if places.contains(where: \.takesPipeline) { byValue.append(parameter) }
            if places.contains(where: \.takesPipelineByName) { byName.append(InputProperty(parameter)) }
        }
        let objects = byValue
        let one = objects.count == 1 && byName.allSatisfy { $0.parameter === objects[0] } ? objects[0] : nil
        isPlain = one != nil && one?.type.code == .object && one?.validations.isEmpty == true && one?.transformations.isEmpty == true
        refusesNull = !(one?.allowsNull == true || one?.places.allSatisfy { !$0.isMandatory } == true)
        if isPlain, let one { plainIndex = one.index }
    }

    var takesInput: Bool { !byValue.isEmpty || !byName.isEmpty }

    /// Puts the call's own arguments into place.
    func bindArguments(_ values: [Value], _ run: Invocation) throws {
        for move in plan.moves {
            if let text = move.parameter.obsolete { warnings.append("Parameter '\(move.parameter.name)' is obsolete. \(text)") }
            if move.argument >= 0, let block = values[move.argument].asScriptBlock, !CommandBinding.takesBlocks(move.parameter.type),
                move.parameter.places.contains(where: { $0.takesPipeline || $0.takesPipelineByName })
            {
                guard run.hasPipelineInput else {
                    throw ShellError(
                        "ScriptBlockArgumentNoInput",
                        "Cannot evaluate parameter '\(move.parameter.name)' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.",
                        type: "ParameterBindingException", category: .metadataError)
                }
                delayed.append((move.parameter, block))
                continue
            }
            run.values[move.parameter.index] = try Binder.convert(move.argument < 0 ? .true : values[move.argument], for: move.parameter, command, session)
        }
        if let collector = plan.collector, !plan.rest.isEmpty {
            let rest = plan.rest.map { values[$0] }
            let list: Value = rest.count == 1 && rest[0].asArray != nil ? rest[0] : .object(ListObject(rest, type: .list(of: .object)))
            run.values[collector.index] = try Binder.convert(list, for: collector, command, session)
        }
        applyDefaultValues(run)
    }

    /// What whoever uses obsolete parameters is told once the common parameters are known.
    func warn(_ run: Invocation) throws {
        for text in warnings { try run.writeWarning(text) }
        warnings = []
    }

    /// True where a block is an argument like any other: for blocks, for objects, and for several of them.
    private static func takesBlocks(_ type: TypeInfo) -> Bool {
        if type.code == .scriptBlock || type.code == .object { return true }
        return type.rank == 1 && (type.elementType.map { takesBlocks($0) } ?? false)
    }

    /// `$PSDefaultParameterValues`.
    private func applyDefaultValues(_ run: Invocation) {
        guard let defaults = session.variable("PSDefaultParameterValues", in: run.scope)?.asTable, defaults.table.count > 0 else { return }
        for (parameter, value) in DefaultParameterValues.matching(command.name, defaults, table, session) where run.values[parameter.index].isMissing {
            if let converted = try? Binder.convert(value, for: parameter, command, session) { run.values[parameter.index] = converted }
        }
    }

    /// Chooses the parameter set and checks that mandatory parameters are there or can still come from input.
    func checkMandatory(_ run: Invocation, expectingInput: Bool) throws {
        let set: String?
        // What is ambiguous now, the input may decide.
        do { set = try chosenSet(run, expectingInput: expectingInput) } catch let failure as ShellError where expectingInput && takesInput {
            guard failure.record.errorId == "AmbiguousParameterSet" else { throw failure }
            run.parameterSet = "__AllParameterSets"
            return
        }
        run.parameterSet = set ?? (table.setNames.isEmpty ? "__AllParameterSets" : table.defaultSet ?? "__AllParameterSets")
        let missing = table.parameters.filter { parameter in
            guard let place = parameter.place(in: set), place.isMandatory, run.values[parameter.index].isMissing,
                !delayed.contains(where: { $0.parameter === parameter })
            else { return false }
            return !(expectingInput && (place.takesPipeline || place.takesPipelineByName))
        }
        if missing.isEmpty { return }
        try askFor(missing, run)
    }

    private func askFor(_ missing: [ParameterInfo], _ run: Invocation) throws {
        guard session.host.isInteractive else { throw BindingError.missingMandatory(missing.map(\.name), command) }
        session.host.write("\ncmdlet \(command.name) at command pipeline position 1\nSupply values for the following parameters:\n")
        for parameter in missing {
            guard let line = session.host.readLine(prompt: parameter.name + ": ", isSecret: false) else {
                throw BindingError.missingMandatory(missing.map(\.name), command)
            }
            run.values[parameter.index] = try Binder.convert(.text(line), for: parameter, command, session)
        }
    }

    /// The one set that what is bound allows.
    private func chosenSet(_ run: Invocation, expectingInput: Bool) throws -> String? {
        if table.setNames.isEmpty { return nil }
        var sets = plan.sets
        for parameter in table.parameters where !run.values[parameter.index].isMissing && !parameter.isInAllSets && !parameter.places.isEmpty {
            let narrowed = sets.filter { set in parameter.places.contains { $0.set?.equalsIgnoringCase(set) == true } }
            if !narrowed.isEmpty { sets = narrowed }
        }
        if sets.count == 1 { return sets[0] }
        // A set whose mandatory parameters are all given beats the default that lacks some.
        let complete = sets.filter { set in
            table.parameters.allSatisfy { parameter in
                guard let place = parameter.place(in: set), place.isMandatory else { return true }
                return !run.values[parameter.index].isMissing || (expectingInput && (place.takesPipeline || place.takesPipelineByName))
            }
        }
        if complete.count == 1 { return complete[0] }
        if let preferred = sets.first(where: { table.defaultSet?.equalsIgnoringCase($0) == true }) {
            if complete.isEmpty || complete.contains(where: { $0.equalsIgnoringCase(preferred) }) { return preferred }
        }
        if complete.count > 1, let most = mostSpecific(complete, run) { return most }
        if table.defaultSet == nil || !sets.contains(where: { $0.equalsIgnoringCase(table.defaultSet ?? "") }) { throw BindingError.ambiguousSet(command) }
        return table.defaultSet
    }

    /// Of several complete sets, the one with mandatory parameters that were given.
    private func mostSpecific(_ sets: [String], _ run: Invocation) -> String? {
        let scored = sets.map { set in (set, table.parameters.filter { $0.place(in: set)?.isMandatory == true && !run.values[$0.index].isMissing }.count) }
        guard let best = scored.map(\.1).max(), scored.filter({ $0.1 == best }).count == 1 else { return nil }
        return scored.first { $0.1 == best }?.0
    }

    // MARK: Input

    /// Binds one input object. False: the object was refused with an error on the error stream.
    @inline(__always) func bindInput(_ value: Value, _ run: Invocation) throws -> Bool {
        if isPlain, delayed.isEmpty, !refusesNull || !value.isNull {
            run.values[plainIndex] = value
            return true
        }
        return try bindSlowly(value, run)
    }

    private func bindSlowly(_ value: Value, _ run: Invocation) throws -> Bool {
        for index in fromInput { run.values[index] = .missing }
        swap(&lastFromInput, &fromInput)
        fromInput.removeAll(keepingCapacity: true)
        for (parameter, block) in delayed {
            let result = try session.evaluate(block, item: value, scope: run.scope.run === run ? run.scope.parent ?? run.scope : run.scope)
            run.values[parameter.index] = try Binder.convert(result, for: parameter, command, session)
        }
        if !delayed.isEmpty, !takesInput { return true }
        if !takesInput {
            try refuse(value, run)
            return false
        }
        var failure: ShellError?
        let sets = plan.sets
        // What is bound leaves only the sets it is in.
        var open = sets
        func isOpen(_ parameter: ParameterInfo) -> Bool { open.isEmpty || parameter.isInAllSets || open.contains { parameter.place(in: $0) != nil } }
        func bind(_ found: Value, _ parameter: ParameterInfo) throws {
            run.values[parameter.index] = try Binder.convert(found, for: parameter, command, session)
            fromInput.append(parameter.index)
            if !parameter.isInAllSets { open = open.filter { parameter.place(in: $0) != nil } }
        }
        // First without conversion, then with: the object itself before its properties.
        for isExact in [true, false] {
            for parameter in byValue where run.values[parameter.index].isMissing && isOpen(parameter) {
                if isExact, !fits(value, parameter.type) { continue }
                do { try bind(value, parameter) } catch let error as ShellError { failure = error }
                if !fromInput.isEmpty, !sets.isEmpty { break }
            }
            for property in byName where run.values[property.parameter.index].isMissing && isOpen(property.parameter) {
                guard let found = try property.value(in: value, session) else { continue }
                if isExact, !fits(found, property.parameter.type) { continue }
                do { try bind(found, property.parameter) } catch let error as ShellError { failure = error }
            }
        }
        if fromInput.isEmpty, delayed.isEmpty {
            if let failure { try report(failure, value, run) } else { try refuse(value, run) }
            return false
        }
        if !sets.isEmpty { run.parameterSet = try chosenSet(run, expectingInput: false) ?? run.parameterSet }
        let missing =
            table.setNames.isEmpty
            ? mandatory.filter { run.values[$0].isMissing }.map { table.parameters[$0] }
            : table.parameters.filter { $0.place(in: run.parameterSet)?.isMandatory == true && run.values[$0.index].isMissing }
        if !missing.isEmpty {
            if let failure { try report(failure, value, run) } else { throw BindingError.missingMandatory(missing.map(\.name), command) }
            return false
        }
        return true
    }

    private func fits(_ value: Value, _ type: TypeInfo) -> Bool {
        if type.code == .object || type.code == .psObject { return true }
        // One element for a parameter that takes several needs no conversion.
        if type.rank == 1, let element = type.elementType, value.asArray == nil { return fits(value, element) }
        return !value.isNull && value.unwrapped.type.isAssignable(to: type)
    }

    private func refuse(_ value: Value, _ run: Invocation) throws {
        let error = ShellError("InputObjectNotBound", Messages.inputNotBound, type: "ParameterBindingException", category: .invalidArgument, target: value)
        try report(error, value, run)
    }

    private func report(_ failure: ShellError, _ value: Value, _ run: Invocation) throws {
        failure.record.target = value
        failure.record.invocation = run.info
        try run.writeError(failure.record)
    }

    /// Gives a function's scope what the call itself has bound, before anything runs.
    func move(_ run: Invocation, into scope: Scope) {
        for index in run.values.indices.prefix(scope.block?.code.parameterCount ?? 0) { move(index, run, into: scope) }
        scope.boundParameters = nil
    }

    @inline(__always) private func move(_ index: Int, _ run: Invocation, into scope: Scope) {
        let value = run.values[index]
        if value.isMissing { return }
        scope.boundMask |= 1 << UInt64(min(index, 63))
        (scope.slots + index).pointee = value
    }

    /// What an input object gave; the other parameters keep what the block has made of them.
    func moveInput(_ run: Invocation, into scope: Scope) {
        let own = scope.block?.code.parameterCount ?? 0
        // What the last object gave and this one does not is as if it had never been given.
        for index in lastFromInput where index < own && run.values[index].isMissing { scope.slots[index] = defaults[index].isMissing ? .null : defaults[index] }
        for index in fromInput where index < own && defaults[index].isMissing { defaults[index] = scope.slots[index].readThrough(session) }
        if isPlain {
            if plainIndex < own { move(plainIndex, run, into: scope) }
        } else {
            for index in fromInput where index < own { move(index, run, into: scope) }
        }
        for (parameter, _) in delayed where parameter.index < own { move(parameter.index, run, into: scope) }
        scope.boundParameters = nil
    }
}

/// A parameter that takes a property of each input object.
private final class InputProperty {
    let parameter: ParameterInfo
    private let names: [String]
    private var place: PropertyPlace

    init(_ parameter: ParameterInfo) {
        self.parameter = parameter
        place = PropertyPlace(Text(parameter.name))
        names = [parameter.name] + parameter.aliases
    }

    /// The property of the parameter's name or of one of its other names; nil if the object has none.
    func value(in object: Value, _ session: Session) throws -> Value? {
        if let found = place.value(in: object) { return found }
        // The entries of a table are no properties here.
        if object.asTable != nil {
            for name in names {
                if object.object?.extensions?.member(name) != nil { return try session.property(of: object, name) }
                if case .property(let property)? = session.types.member(of: object.unwrapped.type, name) { return try property.get(object.unwrapped, session) }
            }
            return nil
        }
        for name in names where try session.hasProperty(object, name) { return try session.property(of: object, name) }
        return nil
    }
}

/// `$PSDefaultParameterValues`: `Command:Parameter` with wildcards.
enum DefaultParameterValues {
    static func matching(_ command: String, _ defaults: TableObject, _ table: ParameterTable, _ session: Session) -> [(ParameterInfo, Value)] {
        if let disabled = defaults["Disabled"], disabled.isTrue(session) { return [] }
        var result: [(ParameterInfo, Value)] = []
        for (key, value) in defaults.table.pairs {
            guard let text = key.asString, let colon = text.firstIndex(of: ":") else { continue }
            let commandPart = String(text[..<colon]), parameterPart = String(text[text.index(after: colon)...])
            guard let commandPattern = try? WildcardKeeper(commandPart, ignoreCase: true).pattern, commandPattern.matches(command) else { continue }
            guard let parameterPattern = try? WildcardKeeper(parameterPart, ignoreCase: true).pattern else { continue }
            for parameter in table.parameters
            where parameterPattern.matches(parameter.name) || parameter.aliases.contains(where: { parameterPattern.matches($0) }) {
                let given = value.asScriptBlock.map { block in (try? session.evaluate(block, item: nil, scope: session.scope)) ?? .null } ?? value
                result.append((parameter, given))
            }
        }
        return result
    }
}
