// The binary operators that need no special path: patterns, membership, joining, formatting, types.

import Scalars
import Syntax

enum TextOperators {
    static func apply(_ op: BinaryOperator, _ a: Value, _ b: Value, ignoreCase: Bool, _ s: Scope) throws -> Value {
        let session = s.session
        switch op {
        case .like, .notLike:
            let text = b.isNull ? "" : try b.toText(session)
            return try Matching.like(a, try WildcardKeeper(text, ignoreCase: ignoreCase).pattern, isNegated: op == .notLike, session)
        case .match, .notMatch: return try Matching.match(a, try Matching.pattern(b, ignoreCase: ignoreCase, session), isNegated: op == .notMatch, s)
        case .replace: return try Matching.replace(a, b, ignoreCase: ignoreCase, s)
        case .split: return try Splitting.split(a, b, ignoreCase: ignoreCase, s)
        case .join: return try Splitting.join(a, separator: try b.toText(session), session)
        case .contains: return .bool(try contains(a, b, ignoreCase: ignoreCase, session))
        case .notContains: return .bool(try !contains(a, b, ignoreCase: ignoreCase, session))
        case .in: return .bool(try contains(b, a, ignoreCase: ignoreCase, session))
        case .notIn: return .bool(try !contains(b, a, ignoreCase: ignoreCase, session))
        case .is: return .bool(try isInstance(a, b, s))
        case .isNot: return .bool(try !isInstance(a, b, s))
        case .as:
            if b.isNull { throw ShellError("AsOperatorRequiresType", "The right operand of '-as' must be a type.", category: .invalidArgument) }
            let wanted = try session.convert(b, to: .type)
            guard let type = try type(wanted, session) else { return .null }
            return session.converted(a, to: type) ?? .null
        case .format: return .text(try FormatOperator.format(try a.toText(session), b.asArray?.elements ?? [b], session))
        default: return .null
        }
    }

    private static func contains(_ collection: Value, _ item: Value, ignoreCase: Bool, _ session: Session) throws -> Bool {
        for element in try session.operandElements(of: collection) ?? [collection] where try session.areEqual(element, item, ignoreCase: ignoreCase) {
            return true
        }
        return false
    }

    private static func type(_ value: Value, _ session: Session) throws -> TypeInfo? {
        if let type = value.asType { return type.value }
        let name = try value.toText(session)
        guard value.asString != nil, let found = TypeResolver.find(name, session) else {
            throw ShellError("RuntimeException", Messages.typeNotFound(name), category: .notSpecified)
        }
        return found
    }

    private static func isInstance(_ value: Value, _ type: Value, _ s: Scope) throws -> Bool {
        if type.isNull { throw ShellError("IsOperatorRequiresType", "The right operand of '-is' must be a type.", category: .invalidArgument) }
        guard let wanted = try self.type(type, s.session) else { return false }
        if wanted.code == .psObject, case .nothing = value { return true }
        if value.isNull { return false }
        if wanted.code == .customObject { return value.asRecord != nil }
        if wanted.code == .psObject { return value.asRecord != nil || value.rawObject?.kind == .extended }
        if wanted.code == .nullable, let inner = wanted.elementType { return value.unwrapped.type.isAssignable(to: inner) }
        // An array is one of its own elements' type alone.
        if wanted.rank > 0 { return value.unwrapped.type.fullName == wanted.fullName }
        return value.unwrapped.type.isAssignable(to: wanted)
    }
}

enum UnaryOperators {
    static func apply(_ op: UnaryOperator, _ value: Value, _ s: Scope) throws -> Value {
        let session = s.session
        switch op {
        case .plus:
            if case .single(let number) = value.unwrapped { return .double(Double(number)) }
            if value.isNumber { return value }
            return try Arithmetic.add.apply(.int(0), value, session)
        case .minus:
            if case .int(let number) = value, number != .min { return .int(-number) }
            if case .double(let number) = value.unwrapped { return .double(-number) }
            return try Arithmetic.subtract.apply(.int(0), value, session)
        case .bitwiseNot: return try Bitwise.complement(value.unwrapped, session)
        case .split, .caseInsensitiveSplit, .caseSensitiveSplit: return try Splitting.byWhiteSpace(value, session)
        case .join: return try Splitting.join(value, separator: "", session)
        default: return .bool(!value.isTrue(session))
        }
    }
}

/// `-f`: .NET's composite formats.
enum FormatOperator {
    static func format(_ format: String, _ arguments: [Value], _ session: Session, culture: NumberCulture? = nil) throws -> String {
        do { return try filled(format, arguments, session, culture) } catch let error as ScalarError {
            throw ShellError(
                "FormatError", Messages.formatError(error.message), category: .invalidOperation)
        }
    }

    /// The same with the failures of the scalar library as they are, for methods.
    static func filled(_ format: String, _ arguments: [Value], _ session: Session, _ culture: NumberCulture?) throws -> String {
        try CompositeFormat(format).filled(argumentCount: arguments.count) { index, specifier in
            try text(arguments[index], specifier ?? "", session, culture ?? session.culture)
        }
    }

    /// One value under a format specifier, empty for none.
    static func text(_ value: Value, _ specifier: String, _ session: Session, _ culture: NumberCulture) throws -> String {
        if specifier.isEmpty, let written = value.rawObject?.extensions?.writtenText { return written }
        switch value.unwrapped {
        case .null, .nothing, .missing: return ""
        case .int(let number): return specifier.isEmpty ? String(number) : try Int64(number).formatted(specifier, width: .bits32, culture: culture)
        case .long(let number): return try number.formatted(specifier, width: .bits64, culture: culture)
        case .byte(let number): return try Int64(number).formatted(specifier, width: .bits8, culture: culture)
        case .sbyte(let number): return try Int64(number).formatted(specifier, width: .bits8, culture: culture)
        case .short(let number): return try Int64(number).formatted(specifier, width: .bits16, culture: culture)
        case .ushort(let number): return try Int64(number).formatted(specifier, width: .bits16, culture: culture)
        case .uint(let number): return try Int64(number).formatted(specifier, width: .bits32, culture: culture)
        case .ulong(let number): return try number.formatted(specifier, culture: culture)
        case .double(let number): return try number.formatted(specifier, culture: culture)
        case .single(let number): return try number.formatted(specifier, culture: culture)
        case .object(let object):
            switch object.kind {
            case .decimal: return try unsafeDowncast(object, to: DecimalObject.self).value.formatted(specifier, culture: culture)
            case .bigInteger: return try unsafeDowncast(object, to: BigIntegerObject.self).value.formatted(specifier, culture: culture)
            case .date: return try unsafeDowncast(object, to: DateObject.self).value.formatted(specifier, culture: culture, zone: session.zone)
            case .span: return try unsafeDowncast(object, to: SpanObject.self).value.formatted(specifier, culture: culture)
            case .array, .list: return object.type.plainName
            case .type: return unsafeDowncast(object, to: TypeObject.self).value.plainName
            default:
                if let formatted = try session.formatMethod(value, specifier) { return formatted }
                return try value.toText(session)
            }
        default: return try value.toText(session)
        }
    }
}

extension Session {
    /// `String.Format` and its kin.
    /// - Throws: `ScalarError` for a format that cannot be filled.
    public func filled(_ format: String, _ arguments: [Value], culture: NumberCulture? = nil) throws -> String {
        try FormatOperator.filled(format, arguments, self, culture)
    }
    /// `-f` for methods of the type tables.
    public func format(_ format: String, _ arguments: [Value], culture: NumberCulture? = nil) throws -> Value {
        .text(try FormatOperator.format(format, arguments, self, culture: culture))
    }
    /// One value under a .NET format string, as `ToString(format)` gives it.
    public func format(_ value: Value, as specifier: String, culture: NumberCulture? = nil) throws -> String {
        try FormatOperator.text(value, specifier, self, culture ?? self.culture)
    }
}
