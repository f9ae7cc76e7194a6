// How member tables are written down: parameters by type, arguments read by place.

import Runtime
import Scalars

extension OverloadParameter {
    static func text(_ name: String) -> OverloadParameter { .init(name, .string) }
    static func int(_ name: String) -> OverloadParameter { .init(name, .int32) }
    static func long(_ name: String) -> OverloadParameter { .init(name, .int64) }
    static func double(_ name: String) -> OverloadParameter { .init(name, .double) }
    static func bool(_ name: String) -> OverloadParameter { .init(name, .bool) }
    static func char(_ name: String) -> OverloadParameter { .init(name, .char) }
    static func object(_ name: String) -> OverloadParameter { .init(name, .object) }
    static func of(_ name: String, _ type: TypeInfo) -> OverloadParameter { .init(name, type) }
    static func rest(_ name: String, _ elementType: TypeInfo) -> OverloadParameter { .init(name, elementType.arrayType(), isVariadic: true) }
    static func optional(_ name: String, _ type: TypeInfo, _ value: Value) -> OverloadParameter { .init(name, type, defaultValue: value) }
    static func byReference(_ name: String, _ type: TypeInfo) -> OverloadParameter { .init(name, type, isByReference: true) }
}

/// Arguments that have been converted to what the overload asks for.
extension Array where Element == Value {
    func text(_ index: Int) -> String { self[index].asString ?? "" }
    func int(_ index: Int) -> Int { Int(self[index].asInt64 ?? 0) }
    func long(_ index: Int) -> Int64 { self[index].asInt64 ?? 0 }
    func double(_ index: Int) -> Double { self[index].asDouble ?? 0 }
    func bool(_ index: Int) -> Bool {
        if case .bool(let flag) = self[index].unwrapped { return flag }
        return false
    }
    func char(_ index: Int) -> UInt16 {
        if case .char(let unit) = self[index].unwrapped { return unit }
        return 0
    }
    func enumeration(_ index: Int) -> Int64 { self[index].asEnumeration?.rawValue ?? 0 }
    func values(_ index: Int) -> [Value] { self[index].asArray?.elements ?? self[index].asList?.elements ?? [] }
    func decimal(_ index: Int) -> NetDecimal { (self[index].object as? DecimalObject)?.value ?? .zero }
}

extension Array {
    /// So many elements from a place on, as methods with an offset and a count take them.
    /// - Throws: `ArgumentOutOfRangeException` unless there are so many.
    func part(_ start: Int, _ count: Int) throws -> ArraySlice<Element> {
        guard start >= 0, start <= self.count else { throw Refusals.outOfRange("startIndex") }
        guard count >= 0, count <= self.count - start else { throw Refusals.outOfRange("count") }
        return self[start..<start + count]
    }
    /// What there is from a place on.
    /// - Throws: `ArgumentOutOfRangeException` for a place outside.
    func part(from start: Int) throws -> ArraySlice<Element> { try part(start, Swift.max(0, count - start)) }
}

extension ArrayObject {
    /// - Throws: `ArgumentException` if the elements do not fit there.
    func overwrite(from index: Int, with values: [Value]) throws {
        if index < 0 { throw Refusals.outOfRange("index", "Non-negative number required.") }
        guard values.count <= elements.count - index else {
            throw Refusals.argument(
                "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')")
        }
        elements.replaceSubrange(index..<index + values.count, with: values)
    }
}

/// Failures of methods, as .NET words them.
enum Refusals {
    static func outOfRange(_ parameter: String, _ reason: String = "Index was out of range. Must be non-negative and less than the size of the collection.")
        -> MethodFailure
    {
        MethodFailure("System.ArgumentOutOfRangeException", "\(reason) (Parameter '\(parameter)')", details: ["ParamName": .text(parameter)])
    }
    static func null(_ parameter: String) -> MethodFailure {
        MethodFailure("System.ArgumentNullException", "Value cannot be null. (Parameter '\(parameter)')", details: ["ParamName": .text(parameter)])
    }
    static func argument(_ message: String) -> MethodFailure { MethodFailure("System.ArgumentException", message) }
    static func format(_ message: String) -> MethodFailure { MethodFailure("System.FormatException", message) }
    static func invalid(_ message: String) -> MethodFailure { MethodFailure("System.InvalidOperationException", message) }
    static let notSupported = MethodFailure("System.NotSupportedException", "Collection was of a fixed size.")
}

extension TypeInfo {
    /// An entry for an enumeration whose members are numbered from 0.
    static func names(_ fullName: String, _ names: [String]) -> TypeInfo { .enumeration(fullName, EnumerationInfo(names: names)) }
}

/// Enumerations that the members of other types take.
enum Enumerations {
    static let stringComparison = TypeInfo.names(
        "System.StringComparison",
        ["CurrentCulture", "CurrentCultureIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase", "Ordinal", "OrdinalIgnoreCase"])
    static let splitOptions = TypeInfo.enumeration(
        "System.StringSplitOptions", EnumerationInfo([("None", 0), ("RemoveEmptyEntries", 1), ("TrimEntries", 2)], isFlags: true))
    static let midpointRounding = TypeInfo.names("System.MidpointRounding", ["ToEven", "AwayFromZero", "ToZero", "ToNegativeInfinity", "ToPositiveInfinity"])
    static let dayOfWeek = TypeInfo.names("System.DayOfWeek", ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"])
    static let typeCode = TypeInfo.enumeration(
        "System.TypeCode",
        EnumerationInfo([
            ("Empty", 0), ("Object", 1), ("DBNull", 2), ("Boolean", 3), ("Char", 4), ("SByte", 5), ("Byte", 6), ("Int16", 7), ("UInt16", 8), ("Int32", 9),
            ("UInt32", 10), ("Int64", 11), ("UInt64", 12), ("Single", 13), ("Double", 14), ("Decimal", 15), ("DateTime", 16), ("String", 18),
        ]))
}
