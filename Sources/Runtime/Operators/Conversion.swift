// Conversion of any value to any type, as casts, typed variables, parameters and method arguments do it.

import Scalars

extension Session {
    /// The value as the wanted type.
    /// - Parameter isCast: a written cast, where `[pscustomobject]@{}` and `[ordered]@{}` build what they name.
    /// - Throws: the reference's conversion errors, such as `InvalidCastFromStringToInteger`.
    public func convert(_ value: Value, to type: TypeInfo, isCast: Bool = false) throws -> Value {
        switch type.code {
        case .object: return value.isAbsent ? .null : value
        case .int32:
            if case .int = value { return value }
            if case .object(let object) = value, object.kind == .text, let number = TextNumbers.plain(unsafeDowncast(object, to: Text.self).string) {
                return .int(number)
            }
        case .string: if case .object(let object) = value, object.kind == .text { return value }
        case .bool: if case .bool = value { return value }
        default: break
        }
        return try Conversion(session: self, value: value, type: type, isCast: isCast).result()
    }

    /// A value on its way into an array or list.
    func convertElement(_ value: Value, to type: TypeInfo) throws -> Value {
        if type.code == .object { return value.isAbsent ? .null : value }
        return try convert(value, to: type)
    }

    /// The converted value, or nil where the conversion is not possible.
    public func converted(_ value: Value, to type: TypeInfo) -> Value? { try? convert(value, to: type) }
}

/// One conversion under way.
struct Conversion {
    let session: Session
    let value: Value
    let type: TypeInfo
    let isCast: Bool

    private var base: Value { value.unwrapped }

    func result() throws -> Value {
        let base = base
        if !base.isNull, base.type === type { return value }
        switch type.code {
        case .object: return value.isAbsent ? .null : value
        case .psObject: return value
        case .void: return .nothing
        case .string: return try toString()
        case .bool: return try toBool()
        case .switchParameter: return try toSwitch()
        case .char: return try toChar()
        case .byte, .sbyte, .int16, .uint16, .int32, .uint32, .int64, .uint64: return try toInteger()
        case .double, .single: return try toReal()
        case .decimal: return try toDecimal()
        case .bigInteger: return try toBigInteger()
        case .dateTime: return try toDateTime()
        case .timeSpan: return try toTimeSpan()
        case .array: return try toArray()
        case .list: return try toList()
        case .hashtable, .orderedDictionary, .dictionary: return try toTable()
        case .customObject: return try toCustomObject()
        case .scriptBlock:
            if base.isNull { return .null }
            if base.asScriptBlock != nil { return value }
        case .type: return try toType()
        case .enumeration: return try toEnumeration()
        case .nullable:
            if base.isNull { return .null }
            guard let inner = type.elementType else { return value }
            return try session.convert(value, to: inner)
        case .reference: return base.object is ReferenceObject ? base : .object(ReferenceObject(VariableCell(name: "", value: value)))
        case .scriptClass, .exception, .other: break
        }
        return try toOther()
    }

    // MARK: Failures

    func failure(_ id: String = "ConvertToFinalInvalidCastException", reason: String? = nil) -> ShellError {
        let text: String
        if let reason {
            text = Messages.cannotConvertValue(shown, type, reason)
        } else if base.isNull {
            text = Messages.cannotConvertNull(type)
        } else {
            text = Messages.cannotConvert(shown, base.type, type)
        }
        return ShellError(id, text, category: .invalidArgument, inner: ExceptionObject("PSInvalidCastException", text))
    }

    private var shown: String { (try? value.toText(session)) ?? "" }

    // MARK: Simple types

    private func toString() throws -> Value {
        if base.isNull { return .text("") }
        if let text = base.asText { return .object(text) }
        return .text(try value.toText(session))
    }

    private func toBool() throws -> Value {
        if base.object is SwitchObject { return .bool(base.isTrue(session)) }
        return .bool(value.isTrue(session))
    }

    private func toSwitch() throws -> Value {
        if base.isNull { return .object(SwitchObject(false)) }
        if base.object is SwitchObject { return base }
        if case .bool(let flag) = base { return .object(SwitchObject(flag)) }
        return try toOther()
    }

    private func toChar() throws -> Value {
        if let text = base.asText {
            guard text.length == 1 else { throw failure("InvalidCastParseTargetInvocation", reason: Messages.oneCharacter) }
            return .char(text.unit(at: 0))
        }
        if base.isNull { return .char(0) }
        if let number = base.asEnumeration?.rawValue ?? (base.type.code.isInteger || base.isChar ? base.asInt64 : nil) {
            guard let unit = UInt16(exactly: number) else { throw failure("InvalidCastIConvertible", reason: Messages.outOfRange("character")) }
            return .char(unit)
        }
        if base.isNumber || base.type.code == .bool || base.type.code == .dateTime {
            throw failure("InvalidCastIConvertible", reason: Messages.invalidCast(base.type.name, "Char"))
        }
        throw failure()
    }

    /// An integer of any width by its type.
    static func integer(_ number: Int64, _ code: TypeCode) -> Value? {
        switch code {
        case .byte: UInt8(exactly: number).map { .byte($0) }
        case .sbyte: Int8(exactly: number).map { .sbyte($0) }
        case .int16: Int16(exactly: number).map { .short($0) }
        case .uint16: UInt16(exactly: number).map { .ushort($0) }
        case .int32: Int32(exactly: number).map { .int($0) }
        case .uint32: UInt32(exactly: number).map { .uint($0) }
        case .int64: .long(number)
        case .uint64: UInt64(exactly: number).map { .ulong($0) }
        default: nil
        }
    }

    private func toInteger() throws -> Value {
        let base = base
        if base.isNull { return Conversion.integer(0, type.code) ?? .null }
        if let text = base.asString { return try integer(fromText: text) }
        if let number = base.asInt64 {
            if type.code == .uint64, base.asEnumeration?.enumeration.enumeration?.underlying == .uint64 { return .ulong(UInt64(bitPattern: number)) }
            if let result = Conversion.integer(number, type.code) { return result }
            throw overflow()
        }
        switch base {
        case .ulong(let number):
            if type.code == .uint64 { return base }
            throw overflowed(number <= UInt64(Int64.max))
        case .double(let number): return try integer(fromReal: number)
        case .single(let number): return try integer(fromReal: Double(number))
        default: break
        }
        if let object = base.object as? DecimalObject {
            let rounded = object.value.rounded(digits: 0, mode: .toEven)
            if let number = rounded.int64Value, let result = Conversion.integer(number, type.code) { return result }
            if type.code == .uint64, let number = rounded.uint64Value { return .ulong(number) }
            throw overflow()
        }
        if let object = base.object as? BigIntegerObject {
            if let number = object.value.int64Value, let result = Conversion.integer(number, type.code) { return result }
            if type.code == .uint64, let number = object.value.uint64Value { return .ulong(number) }
            throw failure("InvalidCastTargetInvocationExceptionop_Explicit", reason: Messages.outOfRange(type.name))
        }
        if let enumeration = base.asEnumeration {
            if let result = Conversion.integer(enumeration.rawValue, type.code) { return result }
            throw overflow()
        }
        throw unconvertible()
    }

    private func overflow() -> ShellError { failure("InvalidCastIConvertible", reason: Messages.outOfRange(type.name)) }
    private func overflowed(_ ignored: Bool) -> ShellError { overflow() }

    private func integer(fromReal number: Double) throws -> Value {
        let rounded = number.rounded(.toNearestOrEven)
        if type.code == .uint64, let result = UInt64(exactly: rounded) { return .ulong(result) }
        guard let exact = Int64(exactly: rounded), let result = Conversion.integer(exact, type.code) else { throw overflow() }
        return result
    }

    private func integer(fromText text: String) throws -> Value {
        let trimmed = text.trimmed
        if trimmed.isEmpty { return Conversion.integer(0, type.code) ?? .null }
        if let number = Int64(trimmed) {
            if let result = Conversion.integer(number, type.code) { return result }
            throw failure("InvalidCastFromStringToInteger", reason: Messages.outOfRange(type.name))
        }
        if let number = NumberReader.value(trimmed) {
            do { return try session.convert(number, to: type) } catch {
                throw failure("InvalidCastFromStringToInteger", reason: Messages.outOfRange(type.name))
            }
        }
        throw failure("InvalidCastFromStringToInteger", reason: Messages.badNumber(text))
    }

    private func toReal() throws -> Value {
        let base = base
        func make(_ number: Double) -> Value { type.code == .single ? .single(Float(number)) : .double(number) }
        if base.isNull { return make(0) }
        if case .single(let number) = base { return type.code == .single ? base : .double(Double(number)) }
        if case .char(let unit) = base { return make(Double(unit)) }
        if let number = base.asDouble { return make(number) }
        if let text = base.asString {
            let trimmed = text.trimmed
            if trimmed.isEmpty { return make(0) }
            if let number = try? NumberParsing.double(trimmed) { return make(number) }
            if let number = NumberReader.value(trimmed) { return try session.convert(number, to: type) }
            throw failure("InvalidCastFromStringToDoubleOrSingle", reason: Messages.badNumber(text))
        }
        if let enumeration = base.asEnumeration { return make(Double(enumeration.rawValue)) }
        throw unconvertible()
    }

    private func toDecimal() throws -> Value {
        let base = base
        if base.isNull { return .object(DecimalObject(.zero)) }
        if case .char(let unit) = base { return .object(DecimalObject(NetDecimal(BigInteger(Int64(unit))) ?? .zero)) }
        if let big = base.object as? BigIntegerObject {
            guard let number = NetDecimal(big.value) else {
                throw failure("InvalidCastTargetInvocationExceptionop_Explicit", reason: Messages.outOfRange("Decimal"))
            }
            return .object(DecimalObject(number))
        }
        if let text = base.asString {
            let trimmed = text.trimmed
            if trimmed.isEmpty { return .object(DecimalObject(.zero)) }
            // Text with a fraction is read as a literal without suffix would be: as a double.
            if trimmed.contains("."), case .double(let real)? = NumberReader.value(trimmed), let decimal = Numbers.decimal(.double(real)) {
                return .object(DecimalObject(decimal))
            }
            if let number = try? NumberParsing.decimal(trimmed) { return .object(DecimalObject(number)) }
            if let number = NumberReader.value(trimmed), let decimal = Numbers.decimal(number) { return .object(DecimalObject(decimal)) }
            throw failure("InvalidCastFromStringToDecimal", reason: Messages.badNumber(text))
        }
        if let number = Numbers.decimal(base) { return .object(DecimalObject(number)) }
        if base.asDouble != nil { throw failure("InvalidCastIConvertible", reason: Messages.outOfRange("Decimal")) }
        if let enumeration = base.asEnumeration, let number = NetDecimal(BigInteger(enumeration.rawValue)) { return .object(DecimalObject(number)) }
        return try toOther()
    }

    private func toBigInteger() throws -> Value {
        let base = base
        if base.isNull { return .object(BigIntegerObject(.zero)) }
        if let text = base.asString {
            let trimmed = text.trimmed
            if trimmed.isEmpty { return .object(BigIntegerObject(.zero)) }
            // What no decimal holds is read as a double.
            if let number = NumberReader.value(trimmed) { return .object(BigIntegerObject(try Numbers.bigInteger(number))) }
            if let number = try? NumberParsing.bigInteger(trimmed) { return .object(BigIntegerObject(number)) }
            throw failure("InvalidCastFromStringToInteger", reason: Messages.badNumber(text))
        }
        if case .bool(let flag) = base { return .object(BigIntegerObject(BigInteger(flag ? 1 : 0))) }
        if case .char(let unit) = base { return .object(BigIntegerObject(BigInteger(Int64(unit)))) }
        if let enumeration = base.asEnumeration { return .object(BigIntegerObject(BigInteger(enumeration.rawValue))) }
        if base.isNumber {
            do { return .object(BigIntegerObject(try Numbers.bigInteger(base))) } catch {
                throw failure("InvalidCastConstructorException", reason: Messages.outOfRange(type.name))
            }
        }
        return try toOther()
    }

    /// Why a primitive number cannot be made of the value: dates know how to convert but refuse, everything else does not know.
    private func unconvertible() -> ShellError {
        base.type.code == .dateTime ? failure("InvalidCastIConvertible", reason: Messages.invalidCast(base.type.name, type.name)) : failure()
    }

    // MARK: Dates

    private func toDateTime() throws -> Value {
        let base = base
        if let text = base.asString {
            do { return .object(DateObject(try DateTime.parse(text, today: session.today, zone: session.zone))) } catch {
                throw failure("InvalidCastParseTargetInvocationWithFormatProvider", reason: Messages.badDate(text))
            }
        }
        if let number = widenedInteger {
            do { return .object(DateObject(try DateTime(checkedTicks: number))) } catch {
                throw failure("InvalidCastConstructorException", reason: error.message)
            }
        }
        return try toOther()
    }

    private func toTimeSpan() throws -> Value {
        let base = base
        if let text = base.asString {
            do { return .object(SpanObject(try TimeSpan.parse(text))) } catch {
                throw failure("InvalidCastParseTargetInvocationWithFormatProvider", reason: Messages.badSpan(text))
            }
        }
        if let number = widenedInteger { return .object(SpanObject(TimeSpan(ticks: number))) }
        return try toOther()
    }

    // MARK: Collections

    private func toArray() throws -> Value {
        let base = base
        if base.isNull { return .null }
        guard let elementType = type.elementType else {
            if base.asArray != nil { return value }
            return .array(try session.elements(of: value) ?? [value])
        }
        if let text = base.asText, elementType.code == .char {
            return .object(ArrayObject((0..<text.length).map { .char(text.unit(at: $0)) }, elementType: .char))
        }
        if let array = base.asArray, array.elementType === elementType { return value }
        if let elements = base.asTable == nil ? try session.elements(of: base) : nil {
            if elementType.code == .object { return .object(ArrayObject(elements)) }
            return .object(ArrayObject(try elements.map { try session.convert($0, to: elementType) }, elementType: elementType))
        }
        if elementType.code == .object { return .object(ArrayObject([value])) }
        do { return .object(ArrayObject([try session.convert(value, to: elementType)], elementType: elementType)) } catch let error as ShellError {
            if error.record.errorId == "ConvertToFinalInvalidCastException" || base.asTable != nil { throw failure() }
            throw failure("InvalidCastExceptionScalarToArray", reason: error.record.message)
        }
    }

    private func toList() throws -> Value {
        let base = base
        if base.isNull { return .null }
        if let list = base.asList, list.listType === type { return value }
        if let convert = session.types.table(of: type).convert, let made = try convert(base, session) { return made }
        if let properties = base.asTable, !type.genericArguments.isEmpty { return try session.object(of: type, settingFrom: properties) }
        let elementType = type.elementType ?? .object
        if let elements = base.asTable == nil ? try session.elements(of: base) : nil {
            do {
                return .object(ListObject(try elements.map { try session.convertElement($0, to: elementType) }, type: type, elementType: elementType))
            } catch is ShellError { throw failure() }
        }
        // One value alone becomes a list only where the list says what it holds.
        if type.genericArguments.isEmpty || base.asTable != nil || base.asRecord != nil || isConvertible, base.asString == nil || type.genericArguments.isEmpty
        {
            return try toOther()
        }
        return .object(ListObject([try session.convertElement(value, to: elementType)], type: type, elementType: elementType))
    }

    private func toTable() throws -> Value {
        let base = base
        if base.isNull { return .null }
        if let table = base.asTable {
            if table.tableType.isAssignable(to: type) { return value }
            if type.code == .dictionary { return try toOther() }
            if isCast || type.code == .hashtable { return .object(TableObject(table.table, type: type)) }
        }
        return try toOther()
    }

    private func toCustomObject() throws -> Value {
        let base = base
        if let table = base.asTable { return .object(try session.record(from: table)) }
        return value
    }

    // MARK: Types and enumerations

    private func toType() throws -> Value {
        if let type = base.asType { return .object(type) }
        if base.isNull { return .null }
        if let text = base.asString {
            if let found = TypeResolver.find(text, session) { return .object(TypeObject(found)) }
            throw failure("InvalidCastFromStringToType", reason: nil)
        }
        return try toOther()
    }

    private func toEnumeration() throws -> Value {
        guard let info = type.enumeration else { return try toOther() }
        let base = base
        if let text = base.asString { return .object(EnumerationObject(type, try enumerationValue(text, info))) }
        if let other = base.asEnumeration { return .object(EnumerationObject(type, other.rawValue)) }
        if base.isNull { throw failure("nullToEnumInvalidCast", reason: nil) }
        if let elements = base.asArray?.elements ?? base.asList?.elements {
            // An array may stand in itself.
            try session.checkDepth()
            var bits: Int64 = 0
            for element in elements { bits |= try session.convert(element, to: type).asEnumeration?.rawValue ?? 0 }
            return .object(EnumerationObject(type, bits))
        }
        if let number = base.asInt64, base.type.code.isInteger { return .object(EnumerationObject(type, try checked(number, info))) }
        if case .ulong = base { throw failure("UndefinedIntegerToEnum", reason: Messages.enumerationUndefined(shown, info)) }
        return try toOther()
    }

    private func isDefined(_ number: Int64, _ info: EnumerationInfo) -> Bool {
        if info.isFlags { return number & ~info.members.reduce(Int64(0)) { $0 | $1.value } == 0 }
        return info.members.contains { $0.value == number }
    }

    private func checked(_ number: Int64, _ info: EnumerationInfo) throws -> Int64 {
        if isDefined(number, info) { return number }
        throw failure("UndefinedIntegerToEnum", reason: Messages.enumerationUndefined(String(number), info))
    }

    private func enumerationValue(_ text: String, _ info: EnumerationInfo) throws -> Int64 {
        var result: Int64 = 0
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
        for part in parts {
            if part.isEmpty { throw failure("SubstringDisambiguationEnumParseThrewAnException", reason: Messages.enumerationEmpty(info)) }
            if let value = info.value(of: part) {
                result |= value
            } else if let number = Int64(part) {
                guard info.underlying != .int32 || Int32(exactly: number) != nil else {
                    throw failure("CaseSensitiveEnumParseThrewAnException", reason: Messages.outOfRange("Int32"))
                }
                guard isDefined(number, info) else { throw failure("EnumParseUndefined", reason: Messages.enumerationUndefined(part, info)) }
                result |= number
            } else {
                let matches = info.members.filter { $0.name.lowercased().hasPrefix(part.lowercased()) }
                guard matches.count == 1 else {
                    throw failure("SubstringDisambiguationEnumParseThrewAnException", reason: Messages.enumerationNoMatch(part, info))
                }
                result |= matches[0].value
            }
        }
        return result
    }

    // MARK: Everything else

    /// An integer, char or enumeration that fits `long` without loss: what a constructor with a number takes.
    private var widenedInteger: Int64? {
        if let enumeration = base.asEnumeration { return enumeration.rawValue }
        return base.type.code.isInteger || base.isChar ? base.asInt64 : nil
    }

    /// Values that .NET converts through `IConvertible` rather than through text or elements.
    private var isConvertible: Bool {
        switch base.type.code {
        case .bool, .char, .dateTime, .enumeration: true
        default: base.isNumber && base.type.code != .bigInteger
        }
    }

    /// In order: a value that already is one, the type's own conversion, `Parse`, a constructor with one argument, properties
    /// set from a table, numbers by their text; what is left cannot be converted.
    private func toOther() throws -> Value {
        let base = base
        if base.isNull {
            if type.isValueType { throw failure("nullToObjectInvalidCast") }
            return .null
        }
        if base.type.isAssignable(to: type) { return value }
        if type.isValueType, let properties = base.asTable, let (key, _) = properties.table.pairs.first,
            try !session.hasProperty(session.defaultValue(of: type), key.toText(session))
        {
            let reason = Messages.noSuchProperty(try key.toText(session), type)
            throw ShellError(
                "ObjectCreationError", Messages.cannotCreate(type, reason), category: .invalidArgument, inner: ExceptionObject("PSInvalidCastException", reason)
            )
        }
        let table = session.types.table(of: type)
        if let convert = table.convert {
            do { if let result = try convert(base, session) { return result } } catch let error as MethodFailure {
                throw failure(type.name == "Regex" ? "InvalidCastFromStringToRegex" : "InvalidCastConstructorException", reason: error.exception.message)
            } catch let error as ScalarError { throw failure("InvalidCastConstructorException", reason: error.message) }
        }
        if let text = base.asString, let result = try parsed(text) { return result }
        if base.isNumber, base.type.code != .bigInteger, type.name == "Regex" { return try session.convert(.text(try base.toText(session)), to: type) }
        if let result = try constructed(table) { return result }
        let hasDefault = type.isValueType || table.constructors.contains { $0.parameters.isEmpty }
        if hasDefault, let properties = base.asTable {
            if type.isValueType, properties.table.count == 0 { return session.defaultValue(of: type) }
            return try session.object(of: type, settingFrom: properties)
        }
        if hasDefault, let record = base.asRecord, type.genericArguments.isEmpty {
            let properties = TableObject()
            for i in 0..<record.count { properties[record.shape.names[i].string] = record[i] }
            do { return try session.object(of: type, settingFrom: properties) } catch let error as ShellError {
                throw failure("InvalidCastConstructorException", reason: error.record.message)
            }
        }
        if base.isNumber, base.type.code != .bigInteger {
            do { return try session.convert(.text(try base.toText(session)), to: type) } catch let error as ShellError {
                throw error.record.errorId == "ConvertToFinalInvalidCastException" ? failure() : error
            }
        }
        if type.scriptClass != nil, base.asTable != nil { throw failure("ConvertToFinalInvalidCastException") }
        if isConvertible { throw failure("InvalidCastIConvertible", reason: Messages.invalidCast(base.type.name, type.name)) }
        throw failure()
    }

    /// Text through the type's `Parse`; nil where it has none.
    private func parsed(_ text: String) throws -> Value? {
        guard case .method(let parse)? = session.types.staticMember(of: type, "Parse"), parse.overloads.contains(where: { $0.parameters.count == 1 }) else {
            return nil
        }
        do { return try session.invokeStatic(parse, type, [.text(text)]) } catch let error as ShellError where !error.isExhaustion {
            let takesProvider = parse.overloads.contains { $0.parameters.count == 2 && $0.parameters[1].name == "provider" }
            throw failure(
                takesProvider ? "InvalidCastParseTargetInvocationWithFormatProvider" : "InvalidCastParseTargetInvocation",
                reason: error.record.exception.inner?.message ?? error.record.message)
        }
    }

    /// The result of a constructor that takes the value itself, or the number it widens to.
    private func constructed(_ table: MemberTable) throws -> Value? {
        let isCollection = type.isAssignable(to: .iCollection) || type.code == .list || type.code == .hashtable
        let chosen = table.constructors.first { overload in
            guard overload.parameters.count == 1, let parameter = overload.parameters.first?.type, parameter.code != .object else { return false }
            // A typed table takes only one typed alike.
            if type.code == .dictionary, base.asTable != nil { return false }
            if base.type.isAssignable(to: parameter) { return !(isCollection && base.type.code.isInteger) }
            if isCollection, base.type.code.isInteger { return false }
            guard let number = widenedInteger, parameter.code.isInteger else { return false }
            return Conversion.widens(base.asEnumeration == nil ? base.type.code : .int32, parameter.code) && Conversion.integer(number, parameter.code) != nil
        }
        guard let chosen else { return nil }
        do { return try chosen.body(.null, [try session.convert(value, to: chosen.parameters[0].type)], session) } catch let error as ShellError {
            throw failure("InvalidCastConstructorException", reason: error.record.exception.inner?.message ?? error.record.message)
        } catch let error as MethodFailure {
            throw failure("InvalidCastConstructorException", reason: error.exception.message)
        } catch let error as ScalarError {
            throw failure("InvalidCastConstructorException", reason: error.message)
        }
    }

    /// True if every value of one integer type is one of the other.
    private static func widens(_ from: TypeCode, _ to: TypeCode) -> Bool {
        if from == to { return true }
        func bits(_ code: TypeCode) -> Int {
            switch code {
            case .byte, .sbyte: 8
            case .int16, .uint16, .char: 16
            case .int32, .uint32: 32
            default: 64
            }
        }
        let isUnsigned = from.isUnsigned || from == .char
        if from == .char, to == .uint16 { return true }
        return bits(from) < bits(to) && (isUnsigned || !to.isUnsigned)
    }
}

extension Session {
    /// True for what is no collection.
    func isScalar(_ value: Value) -> Bool { value.asArray == nil && value.asList == nil }

    /// A custom object with the entries of a table as properties; `PSTypeName` names its type.
    public func record(from table: TableObject) throws -> Record {
        var shape = rootShape
        var values: [Value] = []
        var typeName: String?
        for (key, value) in table.table.pairs {
            let name = try key.toText(self)
            if name.equalsIgnoringCase("PSTypeName"), let text = value.asString {
                typeName = text
                continue
            }
            if shape.index(of: name) != nil { continue }
            Shape.extend(&shape, Text(name))
            values.append(value)
        }
        if let typeName { shape = shape.named([typeName]) }
        return Record(shape: shape, values: values)
    }

    /// A record with these properties in order.
    public func record(_ pairs: [(String, Value)], typeName: String? = nil) -> Value {
        var shape = rootShape
        for (name, _) in pairs { Shape.extend(&shape, Text(name)) }
        if let typeName { shape = shape.named([typeName]) }
        return .object(Record(shape: shape, values: pairs.map(\.1)))
    }

    /// A new object of a type with properties set from a table: `[type]@{ … }`.
    func object(of type: TypeInfo, settingFrom table: TableObject) throws -> Value {
        let made = try construct(type, [])
        for (key, value) in table.table.pairs {
            let name = try key.toText(self)
            guard try hasProperty(made, name) else {
                throw ShellError(
                    "ObjectCreationError", Messages.cannotCreate(type, Messages.noSuchProperty(name, type)), category: .invalidArgument,
                    inner: ExceptionObject("PSInvalidCastException", Messages.noSuchProperty(name, type)))
            }
            do { try setProperty(of: made, name, value) } catch let error as ShellError where error.record.errorId == "ExceptionWhenSetting" {
                let inner = error.record.exception.inner ?? error.record.exception
                throw ShellError("ObjectCreationError", Messages.cannotCreate(type, inner.message), category: .invalidArgument, inner: inner)
            }
        }
        return made
    }
}
