// What can go wrong when arguments meet parameters, with the ids scripts know.

enum BindingError {
    private static func make(
        _ id: String, _ message: String, _ command: CommandInfo, type: String = "ParameterBindingException", inner: ExceptionObject? = nil,
        category: ErrorCategory = .invalidArgument, parameter: String? = nil
    ) -> ShellError {
        let error = ShellError(id, message, type: type, category: category, inner: inner)
        error.record.exception.details["ParameterName"] = parameter.map { .text($0) } ?? ""
        error.record.exception.details["ErrorId"] = .text(id)
        return error
    }

    static func unknownName(_ name: String, _ command: CommandInfo) -> ShellError {
        make("NamedParameterNotFound", Messages.parameterNotFound(name), command, parameter: name)
    }
    static func ambiguous(_ name: String, _ found: [ParameterInfo], _ command: CommandInfo) -> ShellError {
        make("AmbiguousParameter", Messages.ambiguousParameter(name, found.map(\.name)), command, parameter: name)
    }
    static func alreadyBound(_ parameter: ParameterInfo, _ command: CommandInfo) -> ShellError {
        make("ParameterAlreadyBound", Messages.parameterAlreadyBound(parameter.name), command, parameter: parameter.name)
    }
    static func missingArgument(_ parameter: ParameterInfo, _ command: CommandInfo) -> ShellError {
        make("MissingArgument", Messages.missingArgument(parameter.name, parameter.type), command, parameter: parameter.name)
    }
    static func ambiguousSet(_ command: CommandInfo) -> ShellError { make("AmbiguousParameterSet", Messages.ambiguousParameterSet, command) }
    static func tooManyPositional(_ argument: Int, _ command: CommandInfo) -> ShellError {
        make("PositionalParameterNotFound", Messages.positionalNotFound, command)
    }
    static func positional(_ value: String, _ command: CommandInfo) -> ShellError {
        make("PositionalParameterNotFound", Messages.positionalNotFound(value), command)
    }
    static func missingMandatory(_ names: [String], _ command: CommandInfo) -> ShellError {
        make("MissingMandatoryParameter", Messages.missingMandatory(names), command, parameter: names.map { " " + $0 }.joined())
    }
    static func nullNotAllowed(_ parameter: ParameterInfo, _ command: CommandInfo) -> ShellError {
        make(
            "ParameterArgumentValidationErrorNullNotAllowed", Messages.nullNotAllowed(parameter.name), command, type: "ParameterBindingValidationException",
            category: .invalidData, parameter: parameter.name)
    }
    static func nullElementNotAllowed(_ parameter: ParameterInfo, _ command: CommandInfo) -> ShellError {
        make(
            "ParameterArgumentValidationErrorNullNotAllowed", Messages.nullElementNotAllowed(parameter.name), command,
            type: "ParameterBindingValidationException", category: .invalidData, parameter: parameter.name)
    }
    static func typeNameMismatch(_ parameter: ParameterInfo, _ name: String, _ command: CommandInfo) -> ShellError {
        make(
            "MismatchedPSTypeName",
            "Cannot bind argument to parameter '\(parameter.name)', because PSTypeNames of the argument do not match the PSTypeName required by the parameter: \(name).",
            command, type: "ParameterBindingArgumentTransformationException", parameter: parameter.name)
    }
    static func emptyStringNotAllowed(_ parameter: ParameterInfo, _ command: CommandInfo) -> ShellError {
        make(
            "ParameterArgumentValidationErrorEmptyStringNotAllowed", Messages.emptyStringNotAllowed(parameter.name), command,
            type: "ParameterBindingValidationException", category: .invalidData, parameter: parameter.name)
    }
    static func emptyCollectionNotAllowed(_ parameter: ParameterInfo, _ command: CommandInfo) -> ShellError {
        make(
            "ParameterArgumentValidationErrorEmptyArrayNotAllowed", Messages.emptyCollectionNotAllowed(parameter.name), command,
            type: "ParameterBindingValidationException", category: .invalidData, parameter: parameter.name)
    }
    static func transformation(_ parameter: ParameterInfo, _ command: CommandInfo, _ cause: ShellError) -> ShellError {
        make(
            "ParameterArgumentTransformationError", Messages.cannotProcessTransformation(parameter.name, cause.record.exception.message), command,
            type: "ParameterBindingArgumentTransformationException", inner: cause.record.exception, category: .invalidData, parameter: parameter.name)
    }
    /// An argument of a command written in Swift that is not of the parameter's type.
    static func conversion(_ parameter: ParameterInfo, _ command: CommandInfo, _ cause: ShellError) -> ShellError {
        make(
            "CannotConvertArgumentNoMessage", Messages.cannotBind(parameter.name, cause.record.exception.message), command, inner: cause.record.exception,
            parameter: parameter.name)
    }
    static func validation(_ parameter: ParameterInfo, _ command: CommandInfo, _ failure: ValidationFailure) -> ShellError {
        make(
            "ParameterArgumentValidationError", Messages.cannotValidate(parameter.name, failure.message), command, type: "ParameterBindingValidationException",
            inner: ExceptionObject("ValidationMetadataException", failure.message), category: .invalidData, parameter: parameter.name)
    }
    static func cannotConvertToBool(_ parameter: ParameterInfo, _ command: CommandInfo, _ value: Value) -> ShellError {
        make(
            parameter.hasWrittenType ? "ParameterArgumentTransformationError" : "CannotConvertArgument",
            Messages.cannotProcessTransformation(parameter.name, Messages.notABoolean(value)), command,
            type: parameter.hasWrittenType ? "ParameterBindingArgumentTransformationException" : "ParameterBindingException",
            category: parameter.hasWrittenType ? .invalidData : .invalidArgument, parameter: parameter.name)
    }
    static func cannotConvertToSwitch(_ parameter: ParameterInfo, _ command: CommandInfo, _ value: Value) -> ShellError {
        if parameter.hasWrittenType {
            let reason = Messages.cannotConvertParameter(parameter.name, value.type.fullName, parameter.type)
            return make(
                "ParameterArgumentTransformationError", Messages.cannotProcessTransformation(parameter.name, reason), command,
                type: "ParameterBindingArgumentTransformationException", category: .invalidData, parameter: parameter.name)
        }
        return make(
            "CannotConvertArgument", Messages.cannotConvertParameter(parameter.name, value.type.fullName, parameter.type), command, parameter: parameter.name)
    }
    static func cannotConvertList(_ parameter: ParameterInfo, _ command: CommandInfo, _ value: Value, _ type: TypeInfo) -> ShellError {
        let reason = parameter.hasWrittenType ? "ParameterArgumentTransformationError" : "CannotConvertArgument"
        if parameter.hasWrittenType {
            return make(
                reason, Messages.cannotProcessTransformation(parameter.name, Messages.cannotConvertListToString), command,
                type: "ParameterBindingArgumentTransformationException", category: .invalidData, parameter: parameter.name)
        }
        return make(reason, Messages.cannotConvertParameter(parameter.name, value.type.fullName, type), command, parameter: parameter.name)
    }
}

/// Why a validation refuses a value.
public struct ValidationFailure { public let message: String }

extension Validation {
    /// nil if the value satisfies it. Collections are validated element by element where the reference does so.
    public func failure(of value: Value, _ session: Session) throws -> ValidationFailure? {
        switch self {
        case .notNull: return value.isNull ? ValidationFailure(message: Messages.validateNotNull) : nil
        case .notNullOrEmpty, .notNullOrWhiteSpace:
            if value.isNull { return ValidationFailure(message: Messages.validateNotNullOrEmpty) }
            if let text = value.asString {
                if case .notNullOrWhiteSpace = self, text.trimmed.isEmpty { return ValidationFailure(message: Messages.validateNotNullOrWhiteSpace) }
                return text.isEmpty ? ValidationFailure(message: Messages.validateNotNullOrEmpty) : nil
            }
            if let elements = value.asArray?.elements ?? value.asList?.elements {
                if elements.isEmpty { return ValidationFailure(message: Messages.validateNotEmptyCollection) }
                if elements.contains(where: { $0.isNull || $0.asString == "" }) { return ValidationFailure(message: Messages.validateNotNullElements) }
            }
            return nil
        case .count(let minimum, let maximum):
            let count = (value.asArray?.elements ?? value.asList?.elements)?.count ?? (value.isNull ? 0 : 1)
            if count < minimum || count > maximum { return ValidationFailure(message: Messages.validateCount(count, minimum, maximum)) }
            return nil
        case .custom(let attribute, let each):
            for element in each ? value.asArray?.elements ?? value.asList?.elements ?? [value] : [value] {
                do {
                    let engine = session.variable("ExecutionContext") ?? .null
                    _ = try session.call(attribute, each ? "ValidateElement" : "Validate", each ? [element] : [element, engine], session.scope)
                } catch let failure as ShellError { return ValidationFailure(message: (failure.record.exception.inner ?? failure.record.exception).message) }
            }
            return nil
        default: break
        }
        for element in value.asArray?.elements ?? value.asList?.elements ?? [value] {
            if let failure = try elementFailure(of: element, session) { return failure }
        }
        return nil
    }

    private func elementFailure(of value: Value, _ session: Session) throws -> ValidationFailure? {
        switch self {
        case .set(let allowed, let ignoreCase, let message):
            let text = try value.toText(session)
            if allowed.contains(where: { ignoreCase ? $0.equalsIgnoringCase(text) : $0 == text }) { return nil }
            return ValidationFailure(message: try custom(message, text, allowed.joined(separator: ","), session) ?? Messages.validateSet(text, allowed))
        case .computedSet(let make):
            let text = try value.toText(session)
            let allowed = try make(session)
            return allowed.contains { $0.equalsIgnoringCase(text) } ? nil : ValidationFailure(message: Messages.validateSet(text, allowed))
        case .range(let low, let high):
            let comparable = session.converted(value, to: low.type) ?? value
            if try session.compare(comparable, low) < 0 {
                return ValidationFailure(message: Messages.validateRangeLow(try value.toText(session), try low.toText(session)))
            }
            if try session.compare(comparable, high) > 0 {
                return ValidationFailure(message: Messages.validateRangeHigh(try value.toText(session), try high.toText(session)))
            }
            return nil
        case .rangeKind(let kind):
            let number = session.converted(value, to: .double)?.asDouble ?? 0
            let holds =
                switch kind.lowercased() {
                case "positive": number > 0
                case "negative": number < 0
                case "nonpositive": number <= 0
                default: number >= 0
                }
            return holds ? nil : ValidationFailure(message: Messages.validateRangeKind(try value.toText(session), kind))
        case .length(let minimum, let maximum):
            guard let text = value.asText else { return ValidationFailure(message: Messages.validateLengthNotString) }
            if text.length < minimum { return ValidationFailure(message: Messages.validateTooShort(text.length, minimum)) }
            if text.length > maximum { return ValidationFailure(message: Messages.validateTooLong(text.length, maximum)) }
            return nil
        case .pattern(let pattern, let caseSensitive, let message):
            let text = try value.toText(session)
            let expression = try Matching.pattern(.text(pattern), ignoreCase: !caseSensitive, session).expression
            if (try? expression.isMatch(text)) ?? false { return nil }
            return ValidationFailure(message: try custom(message, text, pattern, session) ?? Messages.validatePattern(text, pattern))
        case .script(let block, let message):
            let result: Value
            do { result = try session.evaluateQuietly(block, item: value, scope: session.scope) } catch let failure as ShellError {
                return ValidationFailure(message: failure.record.message)
            }
            if result.isTrue(session) { return nil }
            return ValidationFailure(
                message: try custom(message, try value.toText(session), block.body, session) ?? Messages.validateScript(block.body, try value.toText(session)))
        case .drive(let drives):
            let text = try value.toText(session)
            let drive = text.firstIndex(of: ":").map { String(text[..<$0]) } ?? "/"
            return drives.contains { $0.equalsIgnoringCase(drive) } ? nil : ValidationFailure(message: Messages.validateDrive(drive, drives))
        default: return nil
        }
    }

    private func custom(_ message: String?, _ value: String, _ detail: String, _ session: Session) throws -> String? {
        guard let message else { return nil }
        return try FormatOperator.format(message, [.text(value), .text(detail)], session)
    }
}
