// The types the core itself speaks of. Each is one static entry; their members stand in the TypeSystem target.

extension TypeInfo {
    public static let object = TypeInfo("System.Object", accelerator: nil, code: .object)
    public static let valueType = TypeInfo("System.ValueType", base: .object, isAbstract: true)
    public static let iComparable = TypeInfo("System.IComparable", isInterface: true)
    public static let iFormattable = TypeInfo("System.IFormattable", isInterface: true)
    public static let iConvertible = TypeInfo("System.IConvertible", isInterface: true)
    public static let iEnumerable = TypeInfo("System.Collections.IEnumerable", isInterface: true)
    public static let iEnumerator = TypeInfo("System.Collections.IEnumerator", isInterface: true)
    public static let iCollection = TypeInfo("System.Collections.ICollection", interfaces: [.iEnumerable], isInterface: true)
    public static let iList = TypeInfo("System.Collections.IList", interfaces: [.iCollection], isInterface: true)
    public static let iDictionary = TypeInfo("System.Collections.IDictionary", interfaces: [.iCollection], isInterface: true)
    public static let iDisposable = TypeInfo("System.IDisposable", isInterface: true)
    public static let iCloneable = TypeInfo("System.ICloneable", isInterface: true)

    private static func number(_ name: String, _ accelerator: String, _ code: TypeCode) -> TypeInfo {
        TypeInfo(
            "System." + name, accelerator: accelerator, base: .valueType, interfaces: [.iComparable, .iConvertible, .iFormattable], code: code,
            isValueType: true)
    }
    public static let bool = TypeInfo(
        "System.Boolean", accelerator: "bool", base: .valueType, interfaces: [.iComparable, .iConvertible], code: .bool, isValueType: true)
    public static let char = TypeInfo(
        "System.Char", accelerator: "char", base: .valueType, interfaces: [.iComparable, .iConvertible], code: .char, isValueType: true)
    public static let byte = number("Byte", "byte", .byte)
    public static let sbyte = number("SByte", "sbyte", .sbyte)
    public static let int16 = number("Int16", "short", .int16)
    public static let uint16 = number("UInt16", "ushort", .uint16)
    public static let int32 = number("Int32", "int", .int32)
    public static let uint32 = number("UInt32", "uint", .uint32)
    public static let int64 = number("Int64", "long", .int64)
    public static let uint64 = number("UInt64", "ulong", .uint64)
    public static let single = number("Single", "float", .single)
    public static let double = number("Double", "double", .double)
    public static let decimal = number("Decimal", "decimal", .decimal)
    public static let bigInteger = TypeInfo(
        "System.Numerics.BigInteger", accelerator: "bigint", base: .valueType, interfaces: [.iComparable, .iFormattable], code: .bigInteger, isValueType: true)
    public static let string = TypeInfo(
        "System.String", accelerator: "string", base: .object, interfaces: [.iComparable, .iCloneable, .iConvertible, .iEnumerable], code: .string)
    public static let dateTime = TypeInfo(
        "System.DateTime", accelerator: "datetime", base: .valueType, interfaces: [.iComparable, .iConvertible, .iFormattable], code: .dateTime,
        isValueType: true)
    public static let timeSpan = TypeInfo(
        "System.TimeSpan", accelerator: "timespan", base: .valueType, interfaces: [.iComparable, .iFormattable], code: .timeSpan, isValueType: true)

    public static let arrayBase = TypeInfo(
        "System.Array", accelerator: "array", base: .object, interfaces: [.iList, .iCloneable], code: .array, isAbstract: true)
    public static let objectArray: TypeInfo = TypeInfo.object.arrayType()
    public static let stringArray: TypeInfo = TypeInfo.string.arrayType()
    public static let arrayList = TypeInfo("System.Collections.ArrayList", base: .object, interfaces: [.iList, .iCloneable], code: .list)
    public static let hashtable = TypeInfo(
        "System.Collections.Hashtable", accelerator: "hashtable", base: .object, interfaces: [.iDictionary, .iCloneable], code: .hashtable)
    public static let orderedDictionary = TypeInfo(
        "System.Collections.Specialized.OrderedDictionary", accelerator: "ordered", base: .object, interfaces: [.iDictionary], code: .orderedDictionary)

    public static let psObject = TypeInfo("System.Management.Automation.PSObject", accelerator: "psobject", base: .object, code: .psObject)
    public static let customObject = TypeInfo("System.Management.Automation.PSCustomObject", accelerator: "PSCustomObject", base: .object, code: .customObject)
    public static let scriptBlock = TypeInfo("System.Management.Automation.ScriptBlock", accelerator: "scriptblock", base: .object, code: .scriptBlock)
    public static let switchParameter = TypeInfo(
        "System.Management.Automation.SwitchParameter", accelerator: "switch", base: .valueType, code: .switchParameter, isValueType: true)
    public static let void = TypeInfo("System.Void", accelerator: "void", base: .valueType, code: .void, isValueType: true)
    public static let type = TypeInfo(
        "System.Type", accelerator: "type", base: TypeInfo("System.Reflection.MemberInfo", base: .object), code: .type, isAbstract: true)
    public static let runtimeType = TypeInfo("System.RuntimeType", base: .type, code: .type)
    public static let reference = TypeInfo("System.Management.Automation.PSReference`1", accelerator: "ref", base: .object, code: .reference)
    public static let variableType = TypeInfo("System.Management.Automation.PSVariable", accelerator: "psvariable", base: .object)
    public static let enumBase = TypeInfo("System.Enum", base: .valueType, interfaces: [.iComparable, .iFormattable, .iConvertible], isAbstract: true)
    public static let delegateBase = TypeInfo("System.Delegate", base: .object, isAbstract: true)
    public static let errorRecord = TypeInfo("System.Management.Automation.ErrorRecord", base: .object)
    public static let actionPreference = enumeration(
        "System.Management.Automation.ActionPreference",
        EnumerationInfo(names: ["SilentlyContinue", "Stop", "Continue", "Inquire", "Ignore", "Suspend", "Break"]))
    public static let confirmImpact = enumeration("System.Management.Automation.ConfirmImpact", EnumerationInfo(names: ["None", "Low", "Medium", "High"]))

    /// An enumeration's entry.
    public static func enumeration(_ fullName: String, accelerator: String? = nil, _ info: EnumerationInfo) -> TypeInfo {
        TypeInfo(fullName, accelerator: accelerator, base: .enumBase, code: .enumeration, isValueType: true, enumeration: info)
    }

    /// `Nullable<T>`: values are those of `T` or null.
    public static func nullable(_ type: TypeInfo) -> TypeInfo {
        TypeInfo("System.Nullable`1[[\(type.fullName)]]", base: .valueType, code: .nullable, isValueType: true, elementType: type, genericArguments: [type])
    }

    /// `List<T>`.
    public static func list(of type: TypeInfo) -> TypeInfo {
        TypeInfo(
            "System.Collections.Generic.List`1[[\(type.fullName)]]", base: .object, interfaces: [.iList], code: .list, elementType: type,
            genericArguments: [type])
    }
}

extension Value {
    /// The type whose table has the value's members. `$null` has none and counts as object.
    public var type: TypeInfo {
        switch self {
        case .missing, .nothing, .null: .object
        case .bool: .bool
        case .int: .int32
        case .long: .int64
        case .double: .double
        case .char: .char
        case .byte: .byte
        case .sbyte: .sbyte
        case .short: .int16
        case .ushort: .uint16
        case .uint: .uint32
        case .ulong: .uint64
        case .single: .single
        case .object(let object): object.type
        }
    }
}
