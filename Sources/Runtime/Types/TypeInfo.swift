// A known type: its names, its place among the others, how values of it are recognised. Members stand in a `MemberTable`.

import Synchronization

/// Quick recognition of the types the core treats specially.
public enum TypeCode: UInt8, Sendable {
    case other, object, bool, char, byte, sbyte, int16, uint16, int32, uint32, int64, uint64, single, double, decimal, bigInteger
    case string, dateTime, timeSpan, array, hashtable, orderedDictionary, list, dictionary, scriptBlock, customObject, psObject
    case switchParameter, type, void, enumeration, reference, nullable, scriptClass, exception

    /// Integers of all widths, real numbers and decimal; not char, not bool.
    public var isNumeric: Bool { rawValue >= TypeCode.byte.rawValue && rawValue <= TypeCode.bigInteger.rawValue }
    public var isInteger: Bool { rawValue >= TypeCode.byte.rawValue && rawValue <= TypeCode.uint64.rawValue }
}

/// One type of the documented table (`accelerators.tsv`, `members.md`), a type made from it (array, generic), or a script's class or enum.
public final class TypeInfo: @unchecked Sendable {
    /// Such as `System.Int32`; a generic one names its arguments with their assemblies: `…List`1[[System.Int32, System.Private.CoreLib, …]]`.
    public let fullName: String
    /// The last part, such as `Int32` or `List`1`.
    public let name: String
    /// The short spelling the language prints, such as `int`; nil where there is none.
    public let accelerator: String?
    public let base: TypeInfo?
    public let interfaces: [TypeInfo]
    public let code: TypeCode
    public let isValueType: Bool
    public let isInterface: Bool
    public let isAbstract: Bool
    /// For arrays the element type, for `Nullable` the type that may be absent, for lists what they hold.
    public let elementType: TypeInfo?
    public let rank: Int
    public let genericArguments: [TypeInfo]
    public let enumeration: EnumerationInfo?
    /// Set for types a script defines.
    public let scriptClass: ScriptClass?
    private let vector = AtomicLazyReference<TypeInfo>()
    private let matrix = AtomicLazyReference<TypeInfo>()

    public init(
        _ fullName: String, accelerator: String? = nil, base: TypeInfo? = nil, interfaces: [TypeInfo] = [], code: TypeCode = .other,
        isValueType: Bool = false, isInterface: Bool = false, isAbstract: Bool = false, elementType: TypeInfo? = nil, rank: Int = 0,
        genericArguments: [TypeInfo] = [], enumeration: EnumerationInfo? = nil, scriptClass: ScriptClass? = nil
    ) {
        if genericArguments.isEmpty {
            self.fullName = fullName
        } else {
            let names = genericArguments.map { "[\($0.assemblyQualifiedName)]" }.joined(separator: ",")
            self.fullName = fullName.prefix { $0 != "[" } + "[\(names)]"
        }
        name = TypeInfo.lastPart(of: fullName, isArray: rank > 0)
        self.accelerator = accelerator
        self.base = base
        self.interfaces = interfaces
        self.code = code
        self.isValueType = isValueType
        self.isInterface = isInterface
        self.isAbstract = isAbstract
        self.elementType = elementType
        self.rank = rank
        self.genericArguments = genericArguments
        self.enumeration = enumeration
        self.scriptClass = scriptClass
    }

    /// Looks at bytes: hundreds of types are made at every start.
    private static func lastPart(of fullName: String, isArray: Bool) -> String {
        var text = fullName
        return text.withUTF8 { bytes in
            let bracket = bytes.firstIndex(of: UInt8(ascii: "[")) ?? bytes.count
            let start = (bytes[..<bracket].lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+") } ?? -1) + 1
            return String(decoding: bytes[start..<(isArray ? bytes.count : bracket)], as: UTF8.self)
        }
    }

    /// The name the language prints for the type as text: `[int].ToString()` prints the full name, messages print this.
    public var displayName: String {
        if let accelerator { return accelerator }
        // Not public, so only the whole name leads back to it.
        if fullName == "System.RuntimeType" {
            return "System.RuntimeType, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"
        }
        if rank > 0, let elementType { return elementType.displayName + "[" + String(repeating: ",", count: rank - 1) + "]" }
        if !genericArguments.isEmpty {
            let head = fullName.prefix { $0 != "`" && $0 != "[" }
            return head + "[" + genericArguments.map(\.displayName).joined(separator: ",") + "]"
        }
        return fullName
    }

    /// What `ToString()` of the type gives: `System.Collections.Generic.List`1[System.Int32]`.
    public var plainName: String {
        if rank > 0, let elementType { return elementType.plainName + "[" + String(repeating: ",", count: rank - 1) + "]" }
        if genericArguments.isEmpty { return fullName }
        return fullName.prefix { $0 != "[" } + "[" + genericArguments.map(\.plainName).joined(separator: ",") + "]"
    }

    /// The full name with the assembly that holds the type.
    public var assemblyQualifiedName: String { fullName + ", " + assemblyName }

    /// The assembly as .NET names it in full.
    public var assemblyName: String {
        if scriptClass != nil || (enumeration != nil && namespace.isEmpty) {
            return "PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null"
        }
        let own = rank > 0 ? elementType?.innermost.fullName ?? fullName : fullName
        for (prefix, assembly) in TypeInfo.assemblies where own.hasPrefix(prefix) { return assembly }
        return "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"
    }

    private var innermost: TypeInfo { rank > 0 ? elementType?.innermost ?? self : self }

    /// Assemblies by the beginning of the names of their types; all others stand in the core library.
    private static let assemblies: [(String, String)] = {
        func framework(_ name: String, _ token: String = "b03f5f7f11d50a3a") -> String { "\(name), Version=10.0.0.0, Culture=neutral, PublicKeyToken=\(token)" }
        func shell(_ name: String) -> String { "\(name), Version=7.6.5.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35" }
        let collections = ["LinkedList", "SortedDictionary", "SortedList", "SortedSet", "Stack", "PriorityQueue"].map {
            ("System.Collections.Generic.\($0)`", framework("System.Collections"))
        }
        return collections + [
            ("System.Management.Automation.", shell("System.Management.Automation")),
            ("Microsoft.PowerShell.Commands.", shell("Microsoft.PowerShell.Commands.Utility")),
            ("System.Text.RegularExpressions.", framework("System.Text.RegularExpressions")), ("System.Linq.", framework("System.Linq")),
            ("System.Uri", framework("System.Private.Uri")), ("System.Net.Mail.", framework("System.Net.Mail", "cc7b13ffcd2ddd51")),
            ("System.Net.", framework("System.Net.Primitives")), ("System.Numerics.BigInteger", framework("System.Runtime.Numerics")),
            ("System.Numerics.Complex", framework("System.Runtime.Numerics")),
            ("System.Xml.", framework("System.Private.Xml", "cc7b13ffcd2ddd51")), ("System.Diagnostics.Process", framework("System.Diagnostics.Process")),
            ("System.Collections.Specialized.", framework("System.Collections.Specialized")),
            ("System.Collections.SortedList", framework("System.Collections.NonGeneric")),
            ("System.Collections.Stack", framework("System.Collections.NonGeneric")),
            ("System.Collections.Queue", framework("System.Collections.NonGeneric")),
            ("System.Collections.Concurrent.ConcurrentBag", framework("System.Collections.Concurrent")),
            ("System.Security.Cryptography.", framework("System.Security.Cryptography")),
        ]
    }()

    public var namespace: String {
        let head = fullName.prefix { $0 != "[" && $0 != "`" }
        return head.lastIndex(of: ".").map { String(head[..<$0]) } ?? ""
    }

    /// The array type with this element type.
    public func arrayType(rank: Int = 1) -> TypeInfo {
        if let known = rank == 1 ? vector.load() : rank == 2 ? matrix.load() : nil { return known }
        let made = TypeInfo(
            fullName + "[" + String(repeating: ",", count: rank - 1) + "]", base: .arrayBase,
            interfaces: [.iList, .iCollection, .iEnumerable], code: .array, elementType: self, rank: rank)
        switch rank {
        case 1: return vector.storeIfNil(made)
        case 2: return matrix.storeIfNil(made)
        default: return made
        }
    }

    /// True if a value of this type can be used where `other` is asked for without conversion.
    public func isAssignable(to other: TypeInfo) -> Bool {
        if self === other || other.code == .object || other.code == .psObject { return true }
        var type: TypeInfo? = self
        while let current = type {
            if current === other || current.fullName == other.fullName { return true }
            for interface in current.interfaces where interface.isAssignable(to: other) { return true }
            type = current.base
        }
        if rank == 1, other.rank == 1, let mine = elementType, let theirs = other.elementType, !mine.isValueType { return mine.isAssignable(to: theirs) }
        return offers(other)
    }

    /// A class that a script defines.
    public var isFromScript: Bool { scriptClass != nil }

    /// Nothing can derive from it.
    public var isSealed: Bool { isValueType || rank > 0 || code == .string || code == .type || code == .array || enumeration != nil }

    /// From the type itself to `System.Object`.
    public var ancestors: [TypeInfo] {
        var result: [TypeInfo] = []
        var type: TypeInfo? = self
        while let current = type {
            result.append(current)
            type = current.base
        }
        return result
    }
}

/// The names and values of an enumeration, in order of value as unsigned numbers.
public final class EnumerationInfo: Sendable {
    public let members: [(name: String, value: Int64)]
    public let isFlags: Bool
    public let underlying: TypeCode

    public init(_ members: [(String, Int64)], isFlags: Bool = false, underlying: TypeCode = .int32) {
        let inOrder = members.enumerated().sorted { (UInt64(bitPattern: $0.element.1), $0.offset) < (UInt64(bitPattern: $1.element.1), $1.offset) }
        self.members = inOrder.map { (name: $0.element.0, value: $0.element.1) }
        self.isFlags = isFlags
        self.underlying = underlying
    }

    /// Members numbered from 0.
    public convenience init(names: [String]) { self.init(names.enumerated().map { ($1, Int64($0)) }) }

    public func value(of name: String) -> Int64? { members.first { $0.name.equalsIgnoringCase(name) }?.value }

    /// The name, the names of all flags joined by `, `, or nil where only the number can be printed.
    public func name(of value: Int64) -> String? {
        if let exact = members.first(where: { $0.value == value }) { return exact.name }
        guard isFlags, value != 0 else { return nil }
        var rest = UInt64(bitPattern: value)
        var names: [String] = []
        for member in members.sorted(by: { UInt64(bitPattern: $0.value) > UInt64(bitPattern: $1.value) }) {
            let bits = UInt64(bitPattern: member.value)
            if bits != 0, rest & bits == bits {
                rest &= ~bits
                names.append(member.name)
            }
        }
        return rest == 0 ? names.reversed().joined(separator: ", ") : nil
    }
}
