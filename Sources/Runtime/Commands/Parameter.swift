// Typed declarations of a command's parameters: `static let path = Parameter<[String]>("Path", position: 0)`; read by `run[Self.path]`.

import Scalars

/// A Swift type that a parameter can have. Values arrive converted to `parameterType`.
public protocol ParameterType {
    static var parameterType: TypeInfo { get }
    static func read(_ value: Value) -> Self?
}

public protocol AnyParameter: Sendable { var info: ParameterInfo { get } }

/// A parameter of a command with the Swift type its argument is read as.
public struct Parameter<T: ParameterType>: AnyParameter {
    public let info: ParameterInfo

    /// - Parameters:
    ///   - position: place among arguments without a name, from 0.
    ///   - pipeline: takes the piped object; `byName`: takes the piped object's property of its name.
    ///   - sets: the parameter sets it belongs to, with the same place in each; empty for all.
    ///   - type: where the script-side type is not the one `T` stands for.
    ///   - transformation: turns what was given into a value of the type, before the language's own conversion.
    public init(
        _ name: String, aliases: [String] = [], position: Int? = nil, mandatory: Bool = false, pipeline: Bool = false, byName: Bool = false,
        remaining: Bool = false, sets: [String] = [], places: [ParameterPlace] = [], type: TypeInfo? = nil, default defaultValue: Value? = nil,
        validations: [Validation] = [], allowsNull: Bool = false, allowsEmptyString: Bool = false, allowsEmptyCollection: Bool = false,
        completions: [String] = [], transformation: (@Sendable (Value, Session) throws -> Value)? = nil, help: String = ""
    ) {
        var all = places
        if places.isEmpty || !sets.isEmpty {
            let names: [String?] = sets.isEmpty ? [nil] : sets
            all =
                names.map {
                    ParameterPlace(
                        set: $0, position: position, isMandatory: mandatory, takesPipeline: pipeline, takesPipelineByName: byName, takesRemaining: remaining)
                } + places
        }
        info = ParameterInfo(
            name, aliases: aliases, type: type ?? T.parameterType, places: all, validations: validations, allowsNull: allowsNull,
            allowsEmptyString: allowsEmptyString, allowsEmptyCollection: allowsEmptyCollection, help: help, completions: completions, defaultValue: defaultValue
        )
        if let transformation { info.transformations = [transformation] }
    }
}

extension Value: ParameterType {
    public static var parameterType: TypeInfo { .object }
    public static func read(_ value: Value) -> Value? { value.isMissing ? nil : value }
}
extension String: ParameterType {
    public static var parameterType: TypeInfo { .string }
    public static func read(_ value: Value) -> String? { value.asString }
}
extension Bool: ParameterType {
    /// Switches; a `[bool]` parameter gives `type: .bool`.
    public static var parameterType: TypeInfo { .switchParameter }
    public static func read(_ value: Value) -> Bool? {
        if case .bool(let flag) = value.unwrapped { return flag }
        return (value.object as? SwitchObject)?.isPresent
    }
}
extension Int: ParameterType {
    public static var parameterType: TypeInfo { .int32 }
    public static func read(_ value: Value) -> Int? {
        switch value.unwrapped {
        case .int(let number): Int(number)
        case .long(let number): Int(number)
        case .byte(let number): Int(number)
        case .uint(let number): Int(number)
        case .ushort(let number): Int(number)
        case .char(let unit): Int(unit)
        default: nil
        }
    }
}
extension Double: ParameterType {
    public static var parameterType: TypeInfo { .double }
    public static func read(_ value: Value) -> Double? {
        if case .double(let number) = value.unwrapped { return number }
        return nil
    }
}
extension DateTime: ParameterType {
    public static var parameterType: TypeInfo { .dateTime }
    public static func read(_ value: Value) -> DateTime? { (value.object as? DateObject)?.value }
}
extension TimeSpan: ParameterType {
    public static var parameterType: TypeInfo { .timeSpan }
    public static func read(_ value: Value) -> TimeSpan? { (value.object as? SpanObject)?.value }
}
extension ScriptBlock: ParameterType {
    public static var parameterType: TypeInfo { .scriptBlock }
    public static func read(_ value: Value) -> Self? { value.asScriptBlock as? Self }
}
extension TableObject: ParameterType {
    public static var parameterType: TypeInfo { .hashtable }
    public static func read(_ value: Value) -> Self? { value.asTable as? Self }
}
extension Array: ParameterType where Element: ParameterType {
    public static var parameterType: TypeInfo { Element.parameterType.arrayType() }
    public static func read(_ value: Value) -> [Element]? {
        if let array = value.asArray { return array.elements.compactMap { Element.read($0) } }
        if let list = value.asList { return list.elements.compactMap { Element.read($0) } }
        return Element.read(value).map { [$0] }
    }
}

/// A `[switch]` as a value.
public final class SwitchObject: Object, @unchecked Sendable {
    public let isPresent: Bool
    public init(_ isPresent: Bool) { self.isPresent = isPresent; super.init(kind: .box) }
    public override var type: TypeInfo { .switchParameter }
    public override func describe(_ session: Session) throws -> String { isPresent ? "True" : "False" }
    public override func isEqual(to other: Object) -> Bool { (other as? SwitchObject)?.isPresent == isPresent }
    public override var equalityHash: Int { isPresent ? 1 : 0 }
}
