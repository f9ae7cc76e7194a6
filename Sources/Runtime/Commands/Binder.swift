// The one binder: which argument belongs to which parameter. It plans from the shape of a call (names and positions), so
// that a place in code plans once; values are converted and validated each time.

/// One argument of a call as it stands in the text.
enum ArgumentShape: Equatable {
    case positional
    /// `-Name`; `hasValue` for `-Name:value`.
    case named(String, hasValue: Bool)
}

/// What goes where, for one call.
struct BindingPlan {
    struct Move {
        let parameter: ParameterInfo
        /// Argument that holds the value; -1 for a switch that stands alone.
        let argument: Int
    }
    var moves: [Move] = []
    /// Arguments nobody took, by position: `$args` of a simple function, or what a remaining-arguments parameter collects.
    var rest: [Int] = []
    /// The parameter that collects the rest.
    var collector: ParameterInfo?
    /// The parameter set chosen, or those still possible until pipeline input decides.
    var sets: [String] = []
    /// Bit mask of parameters bound by the call.
    var bound: Set<Int> = []
}

enum Binder {
    /// Plans a call.
    /// - Throws: `NamedParameterNotFound`, `AmbiguousParameter`, `ParameterAlreadyBound`, `MissingArgument`, `PositionalParameterNotFound`, `AmbiguousParameterSet`.
    static func plan(_ shapes: [ArgumentShape], _ table: ParameterTable, command: CommandInfo) throws -> BindingPlan {
        var plan = BindingPlan()
        var positional: [Int] = []
        var endOfParameters = false
        var i = 0
        while i < shapes.count {
            guard case .named(let name, let hasValue) = shapes[i], !endOfParameters else {
                positional.append(i)
                i += 1
                continue
            }
            if name == "-" {
                endOfParameters = true
                i += 1
                continue
            }
            guard let parameter = try find(name, table, command) else {
                // A simple function takes unknown names as plain arguments.
                if table.isAdvanced {
                    if let collector = table.parameters.first(where: { $0.places.contains { $0.takesRemaining } }), collector.type.code == .array || collector.type.code == .object {
                        positional.append(i)
                        i += 1
                        continue
                    }
                    throw BindingError.unknownName(name, command)
                }
                positional.append(i)
                i += 1
                continue
            }
            if plan.bound.contains(parameter.index) { throw BindingError.alreadyBound(parameter, command) }
            if hasValue {
                plan.moves.append(.init(parameter: parameter, argument: i))
                i += 1
            } else if parameter.isSwitch {
                plan.moves.append(.init(parameter: parameter, argument: -1))
                i += 1
            } else {
                guard i + 1 < shapes.count, isValue(shapes[i + 1], table) else { throw BindingError.missingArgument(parameter, command) }
                plan.moves.append(.init(parameter: parameter, argument: i + 1))
                i += 2
            }
            plan.bound.insert(parameter.index)
        }
        plan.sets = try possibleSets(plan, table, command)
        try placePositional(positional, &plan, table, command)
        return plan
    }

    private static func isValue(_ shape: ArgumentShape, _ table: ParameterTable) -> Bool {
        guard case .named(let name, _) = shape else { return true }
        return table.candidates(for: name).isEmpty && name != "-"
    }

    /// The parameter a name or its beginning means; nil if none.
    private static func find(_ name: String, _ table: ParameterTable, _ command: CommandInfo) throws -> ParameterInfo? {
        let found = table.candidates(for: name)
        if found.count <= 1 { return found.first }
        // A command's own parameters come before the common ones.
        let own = found.filter { one in !CommonParameters.names.contains(one.name) && !CommonParameters.shouldProcessNames.contains(one.name) }
        if own.count == 1 { return own[0] }
        throw BindingError.ambiguous(name, found, command)
    }

    /// Sets that all bound parameters belong to.
    private static func possibleSets(_ plan: BindingPlan, _ table: ParameterTable, _ command: CommandInfo) throws -> [String] {
        var sets = table.setNames
        for move in plan.moves where !move.parameter.isInAllSets {
            sets = sets.filter { set in move.parameter.places.contains { $0.set?.equalsIgnoringCase(set) == true } }
        }
        if sets.isEmpty, !table.setNames.isEmpty { throw BindingError.ambiguousSet(command) }
        return sets
    }

    private static func placePositional(_ arguments: [Int], _ plan: inout BindingPlan, _ table: ParameterTable, _ command: CommandInfo) throws {
        var rest = arguments[...]
        if !rest.isEmpty {
            for parameter in positionalOrder(plan, table) {
                guard !rest.isEmpty else { break }
                if plan.bound.contains(parameter.index) { continue }
                // Taking a parameter of some sets rules out the others.
                if !parameter.isInAllSets {
                    let remaining = plan.sets.filter { set in parameter.places.contains { $0.set?.equalsIgnoringCase(set) == true } }
                    if remaining.isEmpty { continue }
                    plan.sets = remaining
                }
                plan.moves.append(.init(parameter: parameter, argument: rest.removeFirst()))
                plan.bound.insert(parameter.index)
            }
        }
        plan.rest = Array(rest)
        let inSet = plan.sets.first
        plan.collector = table.parameters.first { parameter in !plan.bound.contains(parameter.index) && parameter.place(in: inSet)?.takesRemaining == true }
        if plan.collector == nil, !plan.rest.isEmpty, table.isAdvanced { throw BindingError.tooManyPositional(plan.rest[0], command) }
        if let collector = plan.collector, !plan.rest.isEmpty { plan.bound.insert(collector.index) }
    }

    /// Parameters in order of position: of the default set first where several are possible.
    private static func positionalOrder(_ plan: BindingPlan, _ table: ParameterTable) -> [ParameterInfo] {
        let hasWritten = table.parameters.contains { $0.places.contains { $0.position != nil } }
        if !hasWritten, table.positionalBinding {
            // Order of declaration; switches and collectors have no position.
            return table.parameters.filter { parameter in
                !parameter.isSwitch && !isCommon(parameter, table) && !parameter.places.contains { $0.takesRemaining }
            }
        }
        let preferred = plan.sets.first { set in table.defaultSet?.equalsIgnoringCase(set) == true } ?? (plan.sets.count == 1 ? plan.sets[0] : nil)
        func position(_ parameter: ParameterInfo) -> (Int, Int)? {
            if let place = parameter.place(in: preferred), let position = place.position, place.set != nil || preferred == nil || true, !place.takesRemaining { return (position, 0) }
            let others = parameter.places.filter { place in plan.sets.isEmpty || place.set == nil || plan.sets.contains { $0.equalsIgnoringCase(place.set ?? "") } }
            return others.compactMap { $0.takesRemaining ? nil : $0.position }.min().map { ($0, 1) }
        }
        let ordered = table.parameters.compactMap { parameter in position(parameter).map { (parameter, $0) } }
        return ordered.sorted { ($0.1.1, $0.1.0, $0.0.index) < ($1.1.1, $1.1.0, $1.0.index) }.map(\.0)
    }

    private static func isCommon(_ parameter: ParameterInfo, _ table: ParameterTable) -> Bool {
        table.isAdvanced && (CommonParameters.names.contains(parameter.name) || (table.supportsShouldProcess && CommonParameters.shouldProcessNames.contains(parameter.name)))
    }

    // MARK: Values

    /// Converts and validates one argument.
    /// - Throws: `ParameterArgumentTransformationError`, `ParameterArgumentValidationError` and their kin.
    static func convert(_ value: Value, for parameter: ParameterInfo, _ command: CommandInfo, _ session: Session, isSimple: Bool = false) throws -> Value {
        var result = value.isAbsent ? Value.null : value
        do {
            for transformation in parameter.transformations { result = try transformation(result, session) }
            do { result = try typed(result, parameter, command, session) } catch let error as ShellError where command is CmdletInfo {
                if error.record.errorId.hasPrefix("CannotConvertArgument") { throw error }
                throw BindingError.conversion(parameter, command, error)
            }
        } catch let error as ShellError {
            if error.record.errorId.hasPrefix("Parameter") || error.record.errorId.hasPrefix("CannotConvertArgument") { throw error }
            throw BindingError.transformation(parameter, command, error)
        }
        if !isSimple || !parameter.validations.isEmpty || !parameter.places.isEmpty { try validate(result, parameter, command, session) }
        return result
    }

    private static func typed(_ value: Value, _ parameter: ParameterInfo, _ command: CommandInfo, _ session: Session) throws -> Value {
        let type = parameter.type
        switch type.code {
        case .object: return value
        case .bool where parameter.hasWrittenType || true:
            if case .bool = value.unwrapped { return value }
            if value.unwrapped.isNumber || value.object is SwitchObject { return .bool(value.isTrue(session)) }
            throw BindingError.cannotConvertToBool(parameter, command, value)
        case .switchParameter:
            if case .bool(let flag) = value.unwrapped { return .object(SwitchObject(flag)) }
            if value.object is SwitchObject { return value }
            if value.isNull { return .object(SwitchObject(false)) }
            throw BindingError.cannotConvertToSwitch(parameter, command, value)
        case .string:
            if value.asArray != nil || value.asList != nil { throw BindingError.cannotConvertList(parameter, command, value, type) }
            if let written = value.rawObject?.extensions?.writtenText { return .text(written) }
            return try session.convert(value, to: type)
        case .int32, .int64, .double, .decimal, .single, .byte, .char, .dateTime, .timeSpan, .enumeration:
            if value.isNull, type.code != .enumeration { return try session.convert(value, to: type) }
            return try session.convert(value, to: type)
        case .scriptBlock:
            if value.isNull || value.asScriptBlock != nil { return value }
            return try session.convert(value, to: type)
        default: return try session.convert(value, to: type)
        }
    }

    private static func validate(_ value: Value, _ parameter: ParameterInfo, _ command: CommandInfo, _ session: Session) throws {
        let isMandatory = parameter.places.contains { $0.isMandatory }
        if isMandatory { try validateMandatory(value, parameter, command, session) }
        for validation in parameter.validations {
            if let failure = try validation.failure(of: value, session) { throw BindingError.validation(parameter, command, failure) }
        }
    }

    /// Mandatory parameters take no null, no empty text and no empty collection unless they say so.
    private static func validateMandatory(_ value: Value, _ parameter: ParameterInfo, _ command: CommandInfo, _ session: Session) throws {
        if value.isNull {
            if !parameter.allowsNull { throw BindingError.nullNotAllowed(parameter, command) }
            return
        }
        if value.asString == "", !parameter.allowsEmptyString, parameter.type.code == .string { throw BindingError.emptyStringNotAllowed(parameter, command) }
        if parameter.type.code == .array || parameter.type.code == .list, let elements = value.asArray?.elements ?? value.asList?.elements {
            if elements.isEmpty, !parameter.allowsEmptyCollection { throw BindingError.emptyCollectionNotAllowed(parameter, command) }
            if parameter.type.elementType?.code == .string, !parameter.allowsEmptyString, elements.contains(where: { $0.asString == "" || $0.isNull }) { throw BindingError.emptyStringNotAllowed(parameter, command) }
            if !parameter.allowsNull, elements.contains(where: { $0.isNull }) { throw BindingError.nullElementNotAllowed(parameter, command) }
        }
    }
}
