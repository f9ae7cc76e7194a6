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
    /// Parameters bound by the call, by index.
    var bound: Set<Int> = []
    /// The types of the values had a say: the plan is good for this call only.
    var dependsOnValues = false
}

enum Binder {
    /// Plans a call.
    /// - Throws: `NamedParameterNotFound`, `AmbiguousParameter`, `ParameterAlreadyBound`, `MissingArgument`, `PositionalParameterNotFound`, `AmbiguousParameterSet`.
    /// - Parameter isLenient: what belongs to nobody is left out, for parameters that are made later.
    static func plan(_ arguments: CallArguments, _ table: ParameterTable, command: CommandInfo, _ session: Session, isLenient: Bool = false) throws
        -> BindingPlan
    {
        let shapes = arguments.shapes
        var plan = BindingPlan()
        var positional: [Int] = []
        var unknown: [Int] = []
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
                if isLenient {
                    i += hasValue || i + 1 >= shapes.count || shapes[i + 1] != .positional ? 1 : 2
                    continue
                }
                // A simple function takes unknown names as plain arguments.
                if table.isAdvanced {
                    if let collector = table.parameters.first(where: { $0.places.contains { $0.takesRemaining } }),
                        collector.type.code == .array || collector.type.code == .object
                    {
                        positional.append(i)
                        i += 1
                        continue
                    }
                    throw BindingError.unknownName(name, command)
                }
                unknown.append(i)
                i += 1
                if !hasValue, i < shapes.count, shapes[i] == .positional {
                    unknown.append(i)
                    i += 1
                }
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
                guard i + 1 < shapes.count, isValue(shapes[i + 1], table) else {
                    if isLenient { break }
                    throw BindingError.missingArgument(parameter, command)
                }
                plan.moves.append(.init(parameter: parameter, argument: i + 1))
                i += 2
            }
            plan.bound.insert(parameter.index)
        }
        plan.sets = try possibleSets(plan, table, command)
        do { try placePositional(positional, arguments.values, &plan, table, command, session) } catch let failure as ShellError {
            if !isLenient { throw failure }
        }
        plan.rest = (plan.rest + unknown).sorted()
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

    private static func placePositional(
        _ arguments: [Int], _ values: [Value], _ plan: inout BindingPlan, _ table: ParameterTable, _ command: CommandInfo, _ session: Session
    ) throws {
        var rest = arguments[...]
        for group in table.positions {
            guard let argument = rest.first else { break }
            let open = group.filter { candidate in !plan.bound.contains(candidate.parameter.index) && isPossible(candidate.place, plan) }
            guard let chosen = choose(open, values[argument], plan, table, session) else { continue }
            if open.count > 1 { plan.dependsOnValues = true }
            if let set = chosen.place.set {
                plan.sets = plan.sets.filter { one in
                    chosen.parameter.places.contains { $0.set?.equalsIgnoringCase(one) == true && $0.position != nil } || one.equalsIgnoringCase(set)
                }
            }
            // What takes all that remains takes it below, together.
            if chosen.place.takesRemaining { break }
            plan.moves.append(.init(parameter: chosen.parameter, argument: argument))
            plan.bound.insert(chosen.parameter.index)
            rest.removeFirst()
        }
        plan.rest = Array(rest)
        let inSet = plan.sets.first { set in table.defaultSet?.equalsIgnoringCase(set) == true } ?? plan.sets.first
        plan.collector = table.parameters.first { parameter in !plan.bound.contains(parameter.index) && parameter.place(in: inSet)?.takesRemaining == true }
        if plan.collector == nil, let argument = plan.rest.first, table.isAdvanced {
            throw BindingError.positional((try? values[argument].toText(session)) ?? "", command)
        }
        if let collector = plan.collector, !plan.rest.isEmpty { plan.bound.insert(collector.index) }
    }

    private static func isPossible(_ place: ParameterPlace, _ plan: BindingPlan) -> Bool {
        guard let set = place.set else { return true }
        return plan.sets.contains { $0.equalsIgnoringCase(set) }
    }

    /// Of the parameters at one position: the default set's if the value is of its type, then another's whose type it is, then one it can be converted to.
    private static func choose(_ candidates: [ParameterTable.Positional], _ value: Value, _ plan: BindingPlan, _ table: ParameterTable, _ session: Session)
        -> ParameterTable.Positional?
    {
        if candidates.count <= 1 { return candidates.first }
        func isDefault(_ one: ParameterTable.Positional) -> Bool { one.place.set == nil || table.defaultSet?.equalsIgnoringCase(one.place.set ?? "") == true }
        let ordered = candidates.filter(isDefault) + candidates.filter { !isDefault($0) }
        // A value its validation refuses is meant for another.
        func allows(_ one: ParameterTable.Positional) -> Bool {
            one.parameter.validations.allSatisfy { validation in
                do { if try validation.failure(of: value, session) != nil { return false }; return true } catch { return false }
            }
        }
        if let exact = ordered.first(where: { fits(value, $0.parameter.type) && allows($0) }) { return exact }
        if let convertible = ordered.first(where: { session.converted(value, to: $0.parameter.type) != nil }) { return convertible }
        return ordered[0]
    }

    /// True if the value can be bound without conversion.
    static func fits(_ value: Value, _ type: TypeInfo) -> Bool {
        if type.code == .object || type.code == .psObject { return true }
        if value.isNull { return false }
        if value.unwrapped.type.isAssignable(to: type) { return true }
        guard type.code == .array, let element = type.elementType else { return false }
        if let array = value.asArray { return array.elements.allSatisfy { fits($0, element) } }
        return fits(value, element)
    }

    // MARK: Values

    /// Converts and validates one argument.
    /// - Throws: `ParameterArgumentTransformationError`, `ParameterArgumentValidationError` and their kin.
    static func convert(_ value: Value, for parameter: ParameterInfo, _ command: CommandInfo, _ session: Session, isSimple: Bool = false) throws -> Value {
        var result = value.isAbsent ? Value.null : value
        // Text that may be empty may still not be null.
        if result.isNull, parameter.allowsEmptyString, !parameter.allowsNull, parameter.type.code == .string, command is CmdletInfo,
            parameter.places.contains(where: \.isMandatory)
        {
            throw BindingError.nullNotAllowed(parameter, command)
        }
        if let name = parameter.typeName { try checkTypeName(result, name, parameter, command, session) }
        do {
            if parameter.type.code == .reference, !result.isNull, !(result.object is ReferenceObject) {
                throw ShellError("InvalidCast", "Reference type is expected in argument.", category: .invalidData)
            }
            for transformation in parameter.transformations { result = try transformation(result, session) }
            do { result = try typed(result, parameter, command, session, isSimple: isSimple) } catch let error as ShellError where command is CmdletInfo {
                if error.record.errorId.hasPrefix("CannotConvertArgument") { throw error }
                throw BindingError.conversion(parameter, command, error)
            }
        } catch let error as ShellError {
            if error.record.errorId.hasPrefix("Parameter") || error.record.errorId.hasPrefix("CannotConvertArgument") { throw error }
            throw BindingError.transformation(parameter, command, error)
        }
        if !isSimple || !parameter.validations.isEmpty || !parameter.places.isEmpty { try validate(result, given: value, parameter, command, session) }
        return result
    }

    /// The argument, or each of several, must have the name among its types.
    private static func checkTypeName(_ value: Value, _ name: String, _ parameter: ParameterInfo, _ command: CommandInfo, _ session: Session) throws {
        let values = parameter.type.rank > 0 ? try session.elements(of: value) ?? [value] : [value]
        if value.isNull || values.allSatisfy({ session.typeNames(of: $0).contains { $0.equalsIgnoringCase(name) } }) { return }
        throw BindingError.typeNameMismatch(parameter, name, command)
    }

    private static func typed(_ value: Value, _ parameter: ParameterInfo, _ command: CommandInfo, _ session: Session, isSimple: Bool) throws -> Value {
        let type = parameter.type
        switch type.code {
        case .object: return value
        case .bool:
            if case .bool = value.unwrapped { return value }
            if value.unwrapped.isNumber || value.object is SwitchObject { return .bool(value.isTrue(session)) }
            throw BindingError.cannotConvertToBool(parameter, command, value)
        case .switchParameter:
            if case .bool(let flag) = value.unwrapped { return .object(SwitchObject(flag)) }
            if value.object is SwitchObject { return value }
            if value.isNull { return .object(SwitchObject(false)) }
            throw BindingError.cannotConvertToSwitch(parameter, command, value)
        case .string:
            if !isSimple, value.asArray != nil || value.asList != nil { throw BindingError.cannotConvertList(parameter, command, value, type) }
            if let written = value.rawObject?.extensions?.writtenText { return .text(written) }
            return try session.convert(value, to: type)
        case .scriptBlock:
            if value.isNull || value.asScriptBlock != nil { return value }
            return try session.convert(value, to: type)
        // As it was written: `1.10` is a version, not the number 1.1.
        case .other where value.rawObject?.extensions?.writtenText != nil:
            if let written = value.rawObject?.extensions?.writtenText, let found = session.converted(.text(written), to: type) { return found }
            return try session.convert(value, to: type)
        default: return try session.convert(value, to: type)
        }
    }

    private static func validate(_ value: Value, given: Value, _ parameter: ParameterInfo, _ command: CommandInfo, _ session: Session) throws {
        let isMandatory = parameter.places.contains { $0.isMandatory }
        // A null among texts is no empty text.
        if isMandatory, !parameter.allowsNull, !parameter.allowsEmptyString, parameter.type.elementType?.code == .string,
            given.asArray?.elements.contains(where: { $0.isNull }) == true
        {
            throw BindingError.nullElementNotAllowed(parameter, command)
        }
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
            if parameter.type.elementType?.code == .string, !parameter.allowsEmptyString, elements.contains(where: { $0.asString == "" || $0.isNull }) {
                throw BindingError.emptyStringNotAllowed(parameter, command)
            }
            if !parameter.allowsNull, elements.contains(where: { $0.isNull }) { throw BindingError.nullElementNotAllowed(parameter, command) }
        }
    }
}
