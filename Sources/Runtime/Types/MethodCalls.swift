// Calling methods: which overload fits the arguments best, and what a failure inside becomes.

import Scalars

extension Session {
    /// Calls a method of a value by name.
    public func call(_ target: Value, _ name: String, _ arguments: [Value], _ s: Scope) throws -> Value {
        if let member = try scriptMethod(of: target, name) { return try callScriptMethod(member, name, arguments, target) }
        let base = target.unwrapped
        if base.isNull {
            throw ShellError("InvokeMethodOnNull", Messages.methodOnNull, category: .invalidOperation)
        }
        if case .method(let method)? = types.member(of: base.type, name) { return try invoke(method, on: base, arguments) }
        if let result = try PSObjectMembers.call(target, name, arguments, s) { return result }
        if let property = try ownProperty(of: target, name) {
            if let group = property.object as? MethodGroup { return try invoke(group.method, on: group.target, arguments) }
            if let box = property.object as? AddedMemberBox, case .scriptMethod(let block) = box.member.content {
                return try callScriptMethod(block, name, arguments, target)
            }
        }
        if let result = try callAccessor(base, name, arguments) { return result }
        if let elements = try elements(of: base) { return try callOnAll(elements, base, name, arguments, s) }
        throw methodNotFound(base.type, name)
    }

    /// The methods behind a property of the type: `get_Name()`, `set_Name(value)`.
    private func callAccessor(_ base: Value, _ name: String, _ arguments: [Value]) throws -> Value? {
        let prefix = name.prefix(4).lowercased()
        let isGetter = prefix == "get_" && arguments.isEmpty
        guard isGetter || prefix == "set_" && arguments.count == 1 else { return nil }
        guard case .property(let property)? = types.member(of: base.type, String(name.dropFirst(4))) else { return nil }
        do {
            if isGetter { return try property.get(base, self) }
            guard let set = property.set else { return nil }
            try set(base, try convert(arguments[0], to: property.type), self)
            return .nothing
        } catch let failure as MethodFailure { throw invocationFailure(name, arguments.count, failure.exception) }
    }

    /// A script method that fails is a failed method call.
    private func callScriptMethod(_ block: ScriptBlock, _ name: String, _ arguments: [Value], _ target: Value) throws -> Value {
        do { return try call(block, arguments: arguments, this: target) } catch let failure as ShellError {
            let inner = failure.record.exception
            throw ShellError(
                "ScriptMethodRuntimeException", Messages.methodThrew(name, arguments.count, inner.message), type: "MethodInvocationException",
                category: .notSpecified, inner: inner)
        }
    }

    /// A method of every element of a collection.
    private func callOnAll(_ elements: [Value], _ base: Value, _ name: String, _ arguments: [Value], _ s: Scope) throws -> Value {
        try checkDepth()
        var result: [Value] = []
        if elements.isEmpty { throw methodNotFound(base.type, name) }
        for element in elements {
            let value = try call(element, name, arguments, s)
            if value.isAbsent { continue }
            result += try self.elements(of: value) ?? [value]
        }
        return result.count == 1 ? result[0] : result.isEmpty ? .nothing : .array(result)
    }

    func methodNotFound(_ type: TypeInfo, _ name: String) -> ShellError {
        ShellError("MethodNotFound", Messages.methodNotFound(type, name), category: .invalidOperation)
    }

    private func scriptMethod(of target: Value, _ name: String) throws -> ScriptBlock? {
        if case .object(let object) = target {
            if object.kind == .record {
                if let value = unsafeDowncast(object, to: Record.self)[name], let box = value.object as? AddedMemberBox,
                    case .scriptMethod(let block) = box.member.content
                {
                    return block
                }
            } else if let member = object.extensions?.member(name), case .scriptMethod(let block) = member.content {
                return block
            }
        }
        if let member = addedMember(of: target, name), case .scriptMethod(let block) = member.content { return block }
        return nil
    }

    public func callStatic(_ type: TypeInfo, _ name: String, _ arguments: [Value], _ s: Scope) throws -> Value {
        if name.equalsIgnoringCase("new") { return try construct(type, arguments) }
        guard case .method(let method)? = types.staticMember(of: type, name) else { throw methodNotFound(type, name) }
        return try invokeStatic(method, type, arguments)
    }

    /// A new object of a type.
    /// - Throws: `MethodCountCouldNotFindBest` if no constructor fits; what the constructor throws, wrapped.
    public func construct(_ type: TypeInfo, _ arguments: [Value]) throws -> Value {
        try checkDepth()
        let constructors = types.table(of: type).constructors
        // A value type always has a constructor without arguments, written or not.
        if arguments.isEmpty, type.isValueType, !constructors.contains(where: { $0.parameters.isEmpty }) {
            let value = defaultValue(of: type)
            if !value.isNull || type.code == .nullable { return value }
        }
        if type.code == .nullable, arguments.count == 1, let held = type.elementType { return try convert(arguments[0], to: held) }
        if constructors.isEmpty {
            if type.code == .array, let elementType = type.elementType { return try newArray(elementType, arguments) }
            throw ShellError("MethodNotFound", Messages.methodNotFound(type, "new"), category: .invalidOperation)
        }
        return try invoke(Method("new", constructors), on: .null, arguments, shownName: ".ctor")
    }

    private func newArray(_ elementType: TypeInfo, _ arguments: [Value]) throws -> Value {
        let lengths = try arguments.map { Int(try convert($0, to: .int32).asInt64 ?? 0) }
        let count: Int
        do { count = try Room.elements(of: lengths) } catch let error as ScalarError {
            throw invocationFailure(".ctor", arguments.count, ExceptionObject(error.exceptionType, error.message))
        }
        return .object(
            ArrayObject(Array(repeating: defaultValue(of: elementType), count: count), elementType: elementType, dimensions: lengths.count > 1 ? lengths : nil))
    }

    /// What a fresh variable of the type holds.
    public func defaultValue(of type: TypeInfo) -> Value {
        switch type.code {
        case .bool: return .false
        case .char: return .char(0)
        case .single: return .single(0)
        case .double: return .double(0)
        case .decimal: return .object(DecimalObject(.zero))
        case .bigInteger: return .object(BigIntegerObject(.zero))
        case .dateTime: return .object(DateObject(.minValue))
        case .timeSpan: return .object(SpanObject(.zero))
        case .switchParameter: return .object(SwitchObject(false))
        case .enumeration: return .object(EnumerationObject(type, 0))
        default:
            if let number = Conversion.integer(0, type.code) { return number }
            // The types of the tables say it by the constructor without arguments, which has nothing to refuse; `.null` where a type has none.
            guard type.isValueType, let made = types.table(of: type).constructors.first(where: { $0.parameters.isEmpty }) else { return .null }
            return (try? made.body(.null, [], self)) ?? .null
        }
    }

    public func invokeStatic(_ method: Method, _ type: TypeInfo, _ arguments: [Value]) throws -> Value { try invoke(method, on: .null, arguments) }

    /// Chooses the overload, converts the arguments and calls it.
    public func invoke(_ method: Method, on target: Value, _ arguments: [Value], shownName: String? = nil) throws -> Value {
        let name = shownName ?? method.name
        var chosen: Overload?
        if method.overloads.count == 1 {
            if OverloadChoice.accepts(method.overloads[0], count: arguments.count), !OverloadChoice.isHopeless(arguments, method.overloads[0], self) {
                chosen = method.overloads[0]
            }
        } else {
            chosen = try OverloadChoice.best(method.overloads, arguments, self, name)
        }
        guard let chosen else {
            throw ShellError("MethodCountCouldNotFindBest", Messages.noOverload(method.name, arguments.count), type: "MethodException", category: .notSpecified)
        }
        return try call(chosen, on: target, try OverloadChoice.convert(arguments, for: chosen, self, name), name, given: arguments.count)
    }

    /// The same, with the overload that took its arguments as they were the last time.
    func invoke(_ method: Method, on target: Value, _ arguments: [Value], lastExact: inout Overload?) throws -> Value {
        if let lastExact, lastExact.takesUnchanged(arguments) { return try call(lastExact, on: target, arguments, method.name) }
        guard let exact = method.overloads.first(where: { $0.takesUnchanged(arguments) }) else { return try invoke(method, on: target, arguments) }
        lastExact = exact
        return try call(exact, on: target, arguments, method.name)
    }

    private func call(_ overload: Overload, on target: Value, _ arguments: [Value], _ name: String, given: Int? = nil) throws -> Value {
        do {
            return try overload.body(target, arguments, self)
        } catch let error as ScalarError {
            throw invocationFailure(name, given ?? arguments.count, ExceptionObject(error.exceptionType, error.message))
        } catch let error as MethodFailure {
            throw invocationFailure(name, given ?? arguments.count, error.exception)
        }
    }

    /// A failure inside a method, wrapped as the reference wraps it.
    func invocationFailure(_ name: String, _ count: Int, _ inner: ExceptionObject) -> ShellError {
        ShellError(inner.type.name, Messages.methodThrew(name, count, inner.message), type: "MethodInvocationException", category: .notSpecified, inner: inner)
    }

    /// An operator that the left type defines, or the right one beside a primitive value or nothing.
    func operatorMethod(_ name: String, _ a: Value, _ b: Value) throws -> Value? {
        guard let type = OverloadChoice.operatorType(a, b) else { return nil }
        do {
            for table in types.tables(of: type) {
                if let body = table.operators[name] { return try body(a, [b], self) }
            }
        } catch let error as ScalarError {
            throw operatorFailure(name, ExceptionObject(error.exceptionType, error.message))
        } catch let error as MethodFailure { throw operatorFailure(name, error.exception) }
        if type.scriptClass != nil, case .method(let method)? = types.staticMember(of: type, name) { return try invoke(method, on: .null, [a, b]) }
        return nil
    }

    private func operatorFailure(_ name: String, _ inner: ExceptionObject) -> ShellError {
        ShellError(
            "DotNetMethodException", Messages.methodThrew(name, 2, inner.message), type: "MethodInvocationException", category: .notSpecified, inner: inner)
    }

    /// `ToString(format)` of a type that has it, for `-f`.
    func formatMethod(_ value: Value, _ specifier: String) throws -> String? {
        let type = value.unwrapped.type
        if type.scriptClass != nil, type.interfaces.contains(where: { $0 === TypeInfo.iFormattable }) {
            return try call(value, "ToString", [specifier.isEmpty ? .null : .text(specifier), .null], scope).toText(self)
        }
        guard !specifier.isEmpty, case .method(let method)? = types.member(of: type, "ToString") else { return nil }
        guard let overload = method.overloads.first(where: { $0.parameters.count == 1 && $0.parameters[0].type.code == .string }) else { return nil }
        return try overload.body(value.unwrapped, [.text(specifier)], self).toText(self)
    }
}

/// Thrown by a method's body: becomes a `MethodInvocationException` around the exception.
public struct MethodFailure: Error {
    public let exception: ExceptionObject
    public init(_ type: String, _ message: String, details: [String: Value] = [:]) {
        exception = ExceptionObject(ExceptionTypes.named(type), message, details: details)
    }
    public init(_ exception: ExceptionObject) { self.exception = exception }
}

extension Overload {
    /// True if every argument is exactly of its parameter's type: nothing is converted, and no other overload fits better.
    func takesUnchanged(_ arguments: [Value]) -> Bool {
        guard parameters.count == arguments.count else { return false }
        for i in 0..<arguments.count {
            if case .object(let object) = arguments[i], object.kind == .extended { return false }
            if parameters[i].isVariadic || parameters[i].isByReference || arguments[i].isNull || arguments[i].type !== parameters[i].type { return false }
        }
        return true
    }
}

/// Which overload fits.
enum OverloadChoice {
    /// The type that is asked for an operator; nil if neither side is more than a primitive value.
    static func operatorType(_ a: Value, _ b: Value) -> TypeInfo? {
        if !isPrimitive(a) { return a.type }
        return isPrimitive(b) ? nil : b.type
    }
    private static func isPrimitive(_ value: Value) -> Bool {
        switch value {
        case .object: value.isNull
        default: true
        }
    }

    static func accepts(_ overload: Overload, count: Int) -> Bool {
        let required = overload.parameters.filter { $0.defaultValue == nil && !$0.isVariadic }.count
        if overload.parameters.last?.isVariadic == true { return count >= required }
        return count >= required && count <= overload.parameters.count
    }

    /// The cheapest by the cost of converting each argument; the first of equals.
    static func best(_ overloads: [Overload], _ arguments: [Value], _ session: Session, _ name: String) throws -> Overload? {
        let fitting = overloads.filter { accepts($0, count: arguments.count) }
        if fitting.count <= 1 { return fitting.first }
        if let chosen = undominated(fitting, arguments, session) { return chosen }
        var best: (overload: Overload, cost: Int)?
        for overload in fitting {
            guard let cost = cost(overload, arguments, session) else { continue }
            if cost < best?.cost ?? Int.max { best = (overload, cost) }
        }
        return best?.overload ?? fitting.first
    }

    /// Among overloads that take numbers alone, the first that no other beats in one argument without losing in another.
    private static func undominated(_ overloads: [Overload], _ arguments: [Value], _ session: Session) -> Overload? {
        guard arguments.count == 2, arguments.allSatisfy({ $0.isNumber }) else { return nil }
        var costs: [(overload: Overload, first: Int, second: Int)] = []
        for overload in overloads {
            guard overload.parameters.count == 2, overload.parameters[0].type.code.isNumeric, overload.parameters[0].type === overload.parameters[1].type else {
                return nil
            }
            guard let first = conversionCost(arguments[0], to: overload.parameters[0].type, session),
                let second = conversionCost(arguments[1], to: overload.parameters[1].type, session)
            else { continue }
            costs.append((overload, first, second))
        }
        return costs.first { mine in
            !costs.contains { $0.first <= mine.first && $0.second <= mine.second && ($0.first < mine.first || $0.second < mine.second) }
        }?.overload
    }

    private static func cost(_ overload: Overload, _ arguments: [Value], _ session: Session) -> Int? {
        var total = 0
        let parameters = overload.parameters
        let isVariadic = parameters.last?.isVariadic == true
        // An array passed for the variadic parameter itself.
        if isVariadic, arguments.count == parameters.count, let last = arguments.last, let array = last.asArray,
            array.elementType === parameters[parameters.count - 1].type.elementType
        {
            for (i, argument) in arguments.dropLast().enumerated() {
                guard let cost = conversionCost(argument, to: parameters[i].type, session) else { return nil }
                total += cost
            }
            return total
        }
        // Nothing passed for the variadic parameter is no array.
        if isVariadic, arguments.count == parameters.count, let last = arguments.last, last.isNull {
            for (i, argument) in arguments.dropLast().enumerated() {
                guard let cost = conversionCost(argument, to: parameters[i].type, session) else { return nil }
                total += cost
            }
            return total
        }
        // Text passed for `params char[]` is its characters.
        if isVariadic, arguments.count == 1, parameters.count == 1, isCharacters(arguments[0], parameters[0].type) { return 13 }
        for (i, argument) in arguments.enumerated() {
            let isRest = isVariadic && i >= parameters.count - 1
            if !isRest, parameters[i].isByReference, argument.object is ReferenceObject { continue }
            let type = isRest ? parameters[parameters.count - 1].type.elementType ?? .object : parameters[i].type
            guard let cost = conversionCost(argument, to: type, session) else { return nil }
            total += cost + (isRest ? 3 : 0)
        }
        return total + (isVariadic ? 10 : 0) + (parameters.count - arguments.count > 0 ? 1 : 0)
    }

    private static func isCharacters(_ value: Value, _ type: TypeInfo) -> Bool {
        type.elementType?.code == .char && value.asText.map { $0.length != 1 } ?? false
    }

    /// 0 for the type itself, more for what is further away; nil where it cannot be.
    static func conversionCost(_ value: Value, to type: TypeInfo, _ session: Session) -> Int? {
        let base = value.unwrapped
        if base.isNull {
            // Nothing is zero before it is empty text, and what it is of a class before that.
            if type.code == .string { return 8 }
            if type.isValueType, type.code != .nullable { return type.code.isNumeric || type.code == .char || type.code == .bool ? 5 : 200 }
            return 2
        }
        let own = base.type
        if own === type { return 0 }
        if own.code == .string {
            // Text ranks by the kind of number asked for, whether or not it reads as one; an enumeration comes after.
            if type.code == .object || type.code == .psObject { return 16 }
            if type.code == .double { return 17 }
            if type.code == .decimal { return 18 }
            if type.code.isNumeric { return 19 }
        }
        // An array is an object before it is made into anything else.
        if type.code == .object || type.code == .psObject { return own.code == .array ? 38 : 60 }
        if own.code.isNumeric, type.code.isNumeric { return numberCost(own.code, type.code, base, session) }
        if own.isAssignable(to: type) { return 5 + (own.ancestors.firstIndex { $0 === type } ?? 3) }
        if own.code == .string, type.code == .char { return (base.asText?.length ?? 0) == 1 ? 12 : nil }
        if own.code == .char, type.code == .string { return 10 }
        if own.code == .char, type.code.isNumeric { return 15 }
        if type.code == .string { return 40 }
        if type.code == .array, own.code == .array { return session.converted(value, to: type) != nil ? 39 : nil }
        if type.code == .array { return session.converted(value, to: type) != nil ? 45 : nil }
        if own.code == .string, type.code == .enumeration { return session.converted(value, to: type) != nil ? 20 : nil }
        if type.code == .bool { return 50 }
        return session.converted(value, to: type) != nil ? 35 : nil
    }

    private static func numberCost(_ from: TypeCode, _ to: TypeCode, _ value: Value, _ session: Session) -> Int? {
        let order: [TypeCode] = [.byte, .sbyte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double, .decimal, .bigInteger]
        guard let x = order.firstIndex(of: from), let y = order.firstIndex(of: to) else { return nil }
        if to == .decimal, from.isInteger { return 9 }
        if to == .double, from.isInteger { return 10 }
        if to == .single, from.isInteger { return 11 }
        if y > x {
            let isSignLost = !to.isUnsigned || from.isUnsigned ? 0 : 6
            return 1 + (y - x) + isSignLost
        }
        return session.converted(value, to: numberType(to)) == nil ? nil : 20 + (x - y)
    }

    private static func numberType(_ code: TypeCode) -> TypeInfo {
        switch code {
        case .byte: .byte
        case .sbyte: .sbyte
        case .int16: .int16
        case .uint16: .uint16
        case .int32: .int32
        case .uint32: .uint32
        case .int64: .int64
        case .uint64: .uint64
        case .single: .single
        case .double: .double
        case .decimal: .decimal
        default: .bigInteger
        }
    }

    /// True if an argument could never become an object of a script's class.
    static func isHopeless(_ arguments: [Value], _ overload: Overload, _ session: Session) -> Bool {
        for (value, parameter) in zip(arguments, overload.parameters) where parameter.type.code == .scriptClass && !parameter.isVariadic && !value.isNull {
            if value.unwrapped.type.isAssignable(to: parameter.type) || value.asTable != nil || value.asRecord != nil { continue }
            if !session.types.table(of: parameter.type).constructors.contains(where: { $0.parameters.count == 1 }) { return true }
        }
        return false
    }

    /// - Throws: `MethodArgumentConversionInvalidCastArgument`.
    static func convert(_ arguments: [Value], for overload: Overload, _ session: Session, _ name: String) throws -> [Value] {
        let parameters = overload.parameters
        if parameters.isEmpty { return arguments }
        var result: [Value] = []
        result.reserveCapacity(parameters.count)
        for (i, parameter) in parameters.enumerated() {
            if parameter.isVariadic {
                let elementType = parameter.type.elementType ?? .object
                if arguments.count == parameters.count, arguments[i].isNull {
                    result.append(.null)
                } else if arguments.count == parameters.count, isCharacters(arguments[i], parameter.type) {
                    result.append(try session.convert(arguments[i], to: parameter.type))
                } else if arguments.count == parameters.count, let array = arguments[i].asArray,
                    elementType.code != .object || array.elementType === elementType
                {
                    result.append(try one(arguments[i], parameter.type, parameter.name, name, count: arguments.count, session))
                } else {
                    let rest = i < arguments.count ? Array(arguments[i...]) : []
                    result.append(
                        .object(
                            ArrayObject(
                                try rest.map { try one($0, elementType, parameter.name, name, count: arguments.count, session) }, elementType: elementType)))
                }
            } else if i < arguments.count {
                result.append(
                    parameter.isByReference ? arguments[i] : try one(arguments[i], parameter.type, parameter.name, name, count: arguments.count, session))
            } else {
                result.append(parameter.defaultValue ?? .null)
            }
        }
        return result
    }

    private static func one(_ value: Value, _ type: TypeInfo, _ parameter: String, _ method: String, count: Int, _ session: Session) throws -> Value {
        do { return try session.convert(value, to: type) } catch let error as ShellError {
            // A script's class is made of nothing but itself, so that no overload fits.
            if type.scriptClass != nil, error.record.errorId == "ConvertToFinalInvalidCastException" {
                throw ShellError("MethodCountCouldNotFindBest", Messages.noOverload(method, count), type: "MethodException", category: .notSpecified)
            }
            let text = Messages.argumentConversion(parameter, (try? value.toText(session)) ?? "", method, type, error.record.message)
            throw ShellError(
                "MethodArgumentConversionInvalidCastArgument", text, type: "MethodException", category: .notSpecified, inner: error.record.exception)
        }
    }
}

extension TypeCode {
    var isUnsigned: Bool { self == .byte || self == .uint16 || self == .uint32 || self == .uint64 }
}
