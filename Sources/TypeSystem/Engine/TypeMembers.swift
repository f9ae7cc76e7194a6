// `System.Type`: what a script may ask of a type.

import Runtime
import Scalars

enum TypeMembers {
    static func type(_ value: Value) -> TypeInfo { value.asType?.value ?? .object }
    private static func make(_ type: TypeInfo?) -> Value { type.map { .object(TypeObject($0)) } ?? .null }
    private static func flag(_ name: String, _ holds: @escaping @Sendable (TypeInfo) -> Bool) -> Property {
        Property(name, .bool, get: { t, _ in .bool(holds(type(t))) })
    }

    private static var properties: [Property] {
        [
            Property("FullName", .string, get: { t, _ in .text(type(t).fullName) }), Property("Name", .string, get: { t, _ in .text(type(t).name) }),
            Property("Namespace", .string, get: { t, _ in type(t).namespace.isEmpty ? .null : .text(type(t).namespace) }),
            Property("BaseType", .type, get: { t, _ in make(type(t).base) }), Property("UnderlyingSystemType", .type, get: { t, _ in t }),
            Property(
                "AssemblyQualifiedName", .string,
                get: { t, _ in .text(type(t).assemblyQualifiedName) }),
            Property(
                "GenericTypeArguments", TypeInfo.type.arrayType(),
                get: { t, _ in .object(ArrayObject(type(t).genericArguments.map { make($0) }, elementType: .type)) }),
            flag("IsArray") { $0.rank > 0 }, flag("IsEnum") { $0.enumeration != nil }, flag("IsValueType") { $0.isValueType },
            flag("IsClass") { !$0.isValueType && !$0.isInterface }, flag("IsInterface") { $0.isInterface },
            flag("IsAbstract") { $0.isAbstract || $0.isInterface }, flag("IsGenericType") { $0.fullName.prefix { $0 != "[" }.contains("`") && $0.rank == 0 },
            flag("IsGenericTypeDefinition") { $0.genericArguments.isEmpty && $0.fullName.contains("`") },
            flag("IsConstructedGenericType") { !$0.genericArguments.isEmpty },
            flag("HasElementType") { $0.rank > 0 }, flag("IsSZArray") { $0.rank == 1 }, flag("IsByRef") { _ in false }, flag("IsPointer") { _ in false },
            flag("IsNested") { $0.fullName.contains("+") }, flag("IsNotPublic") { _ in false }, flag("IsVisible") { _ in true },
            flag("IsCOMObject") { _ in false }, flag("IsGenericParameter") { _ in false },
            flag("ContainsGenericParameters") { $0.genericArguments.isEmpty && $0.fullName.contains("`") },
            Property("DeclaringType", .type, get: { _, _ in .null }), Property("ReflectedType", .type, get: { _, _ in .null }),
            Property("MemberType", Reflection.memberTypes, get: { _, _ in .object(EnumerationObject(Reflection.memberTypes, 32)) }),
            Property("Assembly", AssemblyObject.typeInfo, get: { t, _ in .object(AssemblyObject(type(t).assemblyName)) }),
            Property(
                "ImplementedInterfaces", TypeInfo.type.arrayType(),
                get: { t, _ in .object(ArrayObject(interfaces(type(t)).map { make($0) }, elementType: .type)) }),
            flag("IsPrimitive") { $0.code.isInteger || [.bool, .char, .single, .double].contains($0.code) }, flag("IsPublic") { _ in true },
            flag("IsSealed") { $0.isValueType || $0.code == .string || $0.rank > 0 }, flag("IsSerializable") { $0.scriptClass == nil },
        ]
    }

    /// Each interface once.
    static func interfaces(_ type: TypeInfo) -> [TypeInfo] {
        var result: [TypeInfo] = []
        func add(_ interface: TypeInfo) {
            if !result.contains(where: { $0 === interface }) { result.append(interface) }
            for inner in interface.interfaces { add(inner) }
        }
        for ancestor in type.ancestors { for interface in ancestor.interfaces { add(interface) } }
        return result
    }

    /// The number below an enumeration.
    static func underlying(_ type: TypeInfo) -> TypeInfo {
        switch type.enumeration?.underlying {
        case .byte: .byte
        case .sbyte: .sbyte
        case .int16: .int16
        case .uint16: .uint16
        case .uint32: .uint32
        case .int64: .int64
        case .uint64: .uint64
        default: .int32
        }
    }

    /// A type by its full name, an assembly after it allowed; the language's short names are none.
    private static func named(_ text: String, ignoreCase: Bool, _ session: Session) -> TypeInfo? {
        var name = text.trimmedWhiteSpace
        if !name.contains("["), let comma = name.firstIndex(of: ",") { name = String(name[..<comma]).trimmedWhiteSpace }
        guard let found = session.findType(name) else { return nil }
        let plain = found.rank > 0 || !found.genericArguments.isEmpty ? nil : found.fullName
        if let plain, ignoreCase ? !plain.equalsIgnoringCase(name) : plain != name { return nil }
        return found
    }
    private static func found(_ text: String, isNeeded: Bool, ignoreCase: Bool, _ session: Session) throws -> Value {
        if let type = named(text, ignoreCase: ignoreCase, session) { return make(type) }
        if isNeeded { throw MethodFailure("System.TypeLoadException", "Could not load type '\(text)' from assembly 'System.Private.CoreLib'.") }
        return .null
    }

    static let types: [KnownType] =
        [
            KnownType(.type) {
                MemberTable(
                    properties: properties,
                    methods: [
                        Method("ToString", returns: .string) { t, _, _ in .text(type(t).plainName) },
                        Method("GetElementType", returns: .type) { t, _, _ in make(type(t).rank > 0 ? type(t).elementType : nil) },
                        Method("GetArrayRank", returns: .int32) { t, _, _ in .int(Int32(type(t).rank)) },
                        Method("GetGenericArguments", returns: TypeInfo.type.arrayType()) { t, _, _ in
                            .object(ArrayObject(type(t).genericArguments.map { make($0) }, elementType: .type))
                        },
                        Method("GetInterfaces", returns: TypeInfo.type.arrayType()) { t, _, _ in
                            .object(ArrayObject(interfaces(type(t)).map { make($0) }, elementType: .type))
                        },
                        Method("GetEnumNames", returns: .stringArray) { t, _, _ in .strings(type(t).enumeration?.members.map(\.name) ?? []) },
                        Method("GetEnumValues", returns: .arrayBase) { t, _, _ in
                            .object(ArrayObject(type(t).enumeration?.members.map { .object(EnumerationObject(type(t), $0.value)) } ?? [], elementType: type(t)))
                        },
                        Method("GetEnumUnderlyingType", returns: .type) { t, _, _ in make(underlying(type(t))) },
                        Method("IsAssignableFrom", [.of("c", .type)], returns: .bool) { t, a, _ in .bool(type(a[0]).isAssignable(to: type(t))) },
                        Method("IsAssignableTo", [.of("targetType", .type)], returns: .bool) { t, a, _ in .bool(type(t).isAssignable(to: type(a[0]))) },
                        Method("IsSubclassOf", [.of("c", .type)], returns: .bool) { t, a, _ in
                            .bool(type(t) !== type(a[0]) && type(t).isAssignable(to: type(a[0])))
                        },
                        Method("IsInstanceOfType", [.object("o")], returns: .bool) { t, a, _ in
                            .bool(!a[0].isNull && a[0].unwrapped.type.isAssignable(to: type(t)))
                        },
                        Method(
                            "MakeArrayType",
                            [
                                Overload(returns: .type) { t, _, _ in make(type(t).arrayType()) },
                                Overload([.int("rank")], returns: .type) { t, a, _ in
                                    if a.int(0) < 1 { throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.") }
                                    if a.int(0) > 32 {
                                        throw MethodFailure(
                                            "System.TypeLoadException", "An array type must have at most 32 dimensions, but \(a.int(0)) were asked for.")
                                    }
                                    return make(type(t).arrayType(rank: a.int(0)))
                                },
                            ]),
                        Method("MakeGenericType", [.rest("typeArguments", .type)], returns: .type) { t, a, session in
                            let name = String(type(t).fullName.prefix { $0 != "`" })
                            let arguments = a.values(0).map { type($0) }
                            if name == "System.Nullable", let inner = arguments.first { return make(.nullable(inner)) }
                            guard let made = session.types.genericType(named: name, arguments) else {
                                throw Refusals.argument(
                                    "The number of generic arguments provided doesn't equal the arity of the generic type definition. (Parameter 'instantiation')"
                                )
                            }
                            return make(made)
                        },
                        Method("GetGenericTypeDefinition", returns: .type) { t, _, session in
                            let name = String(type(t).fullName.prefix { $0 != "[" })
                            guard name.contains("`"), let definition = session.types.genericDefinition(named: name) else {
                                throw Refusals.invalid("This operation is only valid on generic types.")
                            }
                            return make(definition)
                        },
                        Method("GetInterface", [.text("name"), .optional("ignoreCase", .bool, .false)], returns: .type) { t, a, _ in
                            make(
                                interfaces(type(t)).first {
                                    a.bool(1)
                                        ? $0.name.equalsIgnoringCase(a.text(0)) || $0.fullName.equalsIgnoringCase(a.text(0))
                                        : $0.name == a.text(0) || $0.fullName == a.text(0)
                                })
                        },
                        Method("GetEnumName", [.object("value")], returns: .string) { t, a, _ in
                            let number = a[0].asEnumeration?.rawValue ?? a[0].asInt64
                            return type(t).enumeration?.members.first { $0.value == number }.map { .text($0.name) } ?? .null
                        },
                        Method("IsEnumDefined", [.object("value")], returns: .bool) { t, a, _ in
                            let info = type(t).enumeration
                            if let text = a[0].asString { return .bool(info?.members.contains { $0.name == text } ?? false) }
                            let number = a[0].asEnumeration?.rawValue ?? a[0].asInt64
                            return .bool(info?.members.contains { $0.value == number } ?? false)
                        },
                        Method(
                            "GetCustomAttributes",
                            [
                                Overload([.bool("inherit")], returns: .objectArray) { t, _, _ in .array(Reflection.attributes(of: type(t))) },
                                Overload([.of("attributeType", .type), .bool("inherit")], returns: .objectArray) { t, a, _ in
                                    .array(Reflection.attributes(of: type(t), type(a[0])))
                                },
                            ]),
                        Method("IsDefined", [.of("attributeType", .type), .bool("inherit")], returns: .bool) { t, a, _ in
                            .bool(!Reflection.attributes(of: type(t), type(a[0])).isEmpty)
                        },
                        Method("AsType", returns: .type) { t, _, _ in t }, Method("GetTypeInfo", returns: .type) { t, _, _ in t },
                        Method("Equals", [.object("o")], returns: .bool) { t, a, _ in .bool(a[0].asType?.value === type(t)) },
                    ] + Reflection.typeMethods,
                    staticMethods: [
                        Method(
                            "GetType",
                            [
                                Overload([.text("typeName")], returns: .type) { _, a, session in make(named(a.text(0), ignoreCase: false, session)) },
                                Overload([.text("typeName"), .bool("throwOnError")], returns: .type) { _, a, session in
                                    try found(a.text(0), isNeeded: a.bool(1), ignoreCase: false, session)
                                },
                                Overload([.text("typeName"), .bool("throwOnError"), .bool("ignoreCase")], returns: .type) { _, a, session in
                                    try found(a.text(0), isNeeded: a.bool(1), ignoreCase: a.bool(2), session)
                                },
                            ]),
                        Method("GetTypeArray", [.of("args", .objectArray)], returns: TypeInfo.type.arrayType()) { _, a, _ in
                            .object(ArrayObject(a.values(0).map { make($0.unwrapped.type) }, elementType: .type))
                        },
                        Method("GetTypeCode", [.of("type", .type)], returns: Enumerations.typeCode) { _, a, _ in
                            let codes: [TypeCode: Int64] = [
                                .bool: 3, .char: 4, .sbyte: 5, .byte: 6, .int16: 7, .uint16: 8, .int32: 9, .uint32: 10, .int64: 11, .uint64: 12, .single: 13,
                                .double: 14, .decimal: 15, .dateTime: 16, .string: 18,
                            ]
                            return .object(EnumerationObject(Enumerations.typeCode, codes[type(a[0]).code] ?? 1))
                        },
                    ])
            },
            KnownType(.runtimeType), ActivatorMembers.known, AssemblyObject.known,
        ] + Reflection.types
}

enum EnumMembers {
    static let known = KnownType(.enumBase) {
        MemberTable(
            methods: [
                Method("HasFlag", [.of("flag", .enumBase)], returns: .bool) { t, a, session in
                    guard let own = t.asEnumeration, let other = a[0].asEnumeration else { throw Refusals.null("flag") }
                    guard own.enumeration === other.enumeration else {
                        throw Refusals.argument(
                            "The argument type, '\(other.enumeration.fullName)', is not the same as the enum type '\(own.enumeration.fullName)'.")
                    }
                    return .bool(own.rawValue & other.rawValue == other.rawValue)
                },
                Method("CompareTo", [.object("target")], returns: .int32) { t, a, session in .int(Int32(try session.compare(t, a[0]))) },
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, _ in .text(t.asEnumeration?.name ?? "") },
                        Overload([.text("format")], returns: .string) { t, a, _ in .text(try t.asEnumeration.map { try text($0, a.text(0)) } ?? "") },
                    ]),
                Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, 9)) },
            ],
            staticMethods: [
                typed(
                    "GetNames",
                    [
                        Overload([.of("enumType", .type)], returns: .stringArray) { _, a, _ in
                            .strings(try known(a[0]).1.members.map(\.name))
                        }
                    ]),
                typed(
                    "GetValues",
                    [
                        Overload([.of("enumType", .type)], returns: .arrayBase) { _, a, _ in
                            let (type, info) = try known(a[0])
                            return .object(ArrayObject(info.members.map { .object(EnumerationObject(type, $0.value)) }, elementType: type))
                        }
                    ]),
                Method("GetValuesAsUnderlyingType", [.of("enumType", .type)], returns: .arrayBase) { _, a, session in
                    let (_, info) = try known(a[0])
                    let type = try session.callStatic(.enumBase, "GetUnderlyingType", [a[0]], session.scope).asType?.value ?? .int32
                    return .object(ArrayObject(try info.members.map { try session.convert(.long($0.value), to: type) }, elementType: type))
                },
                typed(
                    "GetUnderlyingType",
                    [
                        Overload([.of("enumType", .type)], returns: .type) { _, a, _ in
                            .object(TypeObject(TypeMembers.underlying(try known(a[0]).0)))
                        }
                    ]),
                Method("Format", [.of("enumType", .type), .object("value"), .text("format")], returns: .string) { _, a, session in
                    let value = try a[1].asEnumeration ?? EnumerationObject(known(a[0]).0, a[1].asInt64 ?? 0)
                    return .text(try text(value, a.text(2)))
                },
                typed(
                    "GetName",
                    [
                        Overload([.of("enumType", .type), .object("value")], returns: .string) { _, a, session in
                            let type = TypeMembers.type(a[0])
                            let number = a[1].asEnumeration?.rawValue ?? a[1].asInt64 ?? 0
                            return type.enumeration?.members.first { $0.value == number }.map { .text($0.name) } ?? .null
                        }
                    ]),
                typed(
                    "IsDefined",
                    [
                        Overload([.of("enumType", .type), .object("value")], returns: .bool) { _, a, _ in
                            let info = TypeMembers.type(a[0]).enumeration
                            if let text = a[1].asString { return .bool(info?.members.contains { $0.name == text } ?? false) }
                            let number = a[1].asEnumeration?.rawValue ?? a[1].asInt64
                            return .bool(info?.members.contains { $0.value == number } ?? false)
                        }
                    ]),
                typed(
                    "Parse",
                    [
                        Overload([.of("enumType", .type), .text("value")], returns: .object) { _, a, session in try parse(a, ignoreCase: false, session) },
                        Overload([.of("enumType", .type), .text("value"), .bool("ignoreCase")], returns: .object) { _, a, session in
                            try parse(a, ignoreCase: a.bool(2), session)
                        },
                    ]),
                Method("ToObject", [.of("enumType", .type), .object("value")], returns: .object) { _, a, _ in
                    guard let number = a[1].asEnumeration?.rawValue ?? a[1].asInt64, a[1].asString == nil else {
                        throw Refusals.argument(
                            "The value passed in must be an enum base or an underlying type for an enum, such as an Int32. (Parameter 'value')")
                    }
                    return .object(EnumerationObject(try known(a[0]).0, number))
                },
                typed(
                    "TryParse",
                    [
                        // The variable says which enumeration is meant.
                        Overload([.text("value"), .byReference("result", .object)], returns: .bool) { _, a, session in
                            try tryParse([kind(of: a[1], session), a[0]], result: a[1], ignoreCase: false, session)
                        },
                        Overload([.text("value"), .bool("ignoreCase"), .byReference("result", .object)], returns: .bool) { _, a, session in
                            try tryParse([kind(of: a[2], session), a[0]], result: a[2], ignoreCase: a.bool(1), session)
                        },
                        Overload([.of("enumType", .type), .text("value"), .byReference("result", .object)], returns: .bool) { _, a, session in
                            try tryParse(a, result: a[2], ignoreCase: false, session)
                        },
                        Overload([.of("enumType", .type), .text("value"), .bool("ignoreCase"), .byReference("result", .object)], returns: .bool) {
                            _, a, session in try tryParse(a, result: a[3], ignoreCase: a.bool(2), session)
                        },
                    ]),
            ])
    }

    /// A method whose first argument is the type, which may stand in brackets instead: `[enum]::Parse[DayOfWeek]('Friday')`.
    private static func typed(_ name: String, _ overloads: [Overload]) -> Method {
        Method(
            name, overloads,
            generic: { types in
                overloads.filter { $0.parameters.first?.type === TypeInfo.type }.map { overload in
                    Overload(Array(overload.parameters.dropFirst()), returns: overload.returns) { t, a, session in
                        try overload.body(t, [.object(TypeObject(types[0]))] + a, session)
                    }
                }
            })
    }

    private static func known(_ value: Value) throws -> (TypeInfo, EnumerationInfo) {
        if value.isNull { throw Refusals.null("enumType") }
        let type = TypeMembers.type(value)
        guard let info = type.enumeration else { throw Refusals.argument("Type provided must be an Enum. (Parameter 'enumType')") }
        return (type, info)
    }

    private static func kind(of reference: Value, _ session: Session) throws -> Value {
        let value = (reference.object as? ReferenceObject)?.variable.read(session) ?? .null
        guard let type = value.asEnumeration?.enumeration else { throw Refusals.argument("The type of the enumeration must be given. (Parameter 'TEnum')") }
        return .object(TypeObject(type))
    }

    /// A value under `G`, `F`, `D` or `X`.
    private static func text(_ own: EnumerationObject, _ format: String) throws -> String {
        switch format.lowercased() {
        case "", "g": return own.name
        case "d": return String(own.rawValue)
        case "x":
            let width =
                TypeMembers.underlying(own.enumeration).code == .int64 || TypeMembers.underlying(own.enumeration).code == .uint64
                ? 16 : TypeMembers.underlying(own.enumeration).code == .byte ? 2 : 8
            let bits = UInt64(bitPattern: own.rawValue) & (width == 16 ? .max : (1 << UInt64(4 * width)) - 1)
            let digits = String(bits, radix: 16, uppercase: true)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        case "f":
            guard let info = own.enumeration.enumeration else { return own.name }
            return EnumerationInfo(info.members.map { ($0.name, $0.value) }, isFlags: true).name(of: own.rawValue) ?? String(own.rawValue)
        default: throw Refusals.format("Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".")
        }
    }

    private static func parse(_ a: [Value], ignoreCase: Bool, _ session: Session) throws -> Value {
        let type = try known(a[0]).0
        var result: Int64 = 0
        for part in a.text(1).split(separator: ",") {
            let name = String(part).trimmedWhiteSpace
            if let member = type.enumeration?.members.first(where: { ignoreCase ? $0.name.equalsIgnoringCase(name) : $0.name == name }) {
                result |= member.value
            } else if let number = Int64(name) {
                result |= number
            } else {
                throw Refusals.argument("Requested value '\(name)' was not found.")
            }
        }
        return .object(EnumerationObject(type, result))
    }

    private static func tryParse(_ a: [Value], result: Value, ignoreCase: Bool, _ session: Session) throws -> Value {
        let parsed = try? parse(a, ignoreCase: ignoreCase, session)
        if let parsed { try (result.object as? ReferenceObject)?.variable.write(parsed, session) }
        return .bool(parsed != nil)
    }
}

/// An assembly, as far as its name goes.
final class AssemblyObject: Box, @unchecked Sendable {
    let fullName: String
    init(_ fullName: String) { self.fullName = fullName }
    override var type: TypeInfo { AssemblyObject.typeInfo }
    static let typeInfo = TypeInfo("System.Reflection.Assembly", base: .object)
    override func describe(_ session: Session) throws -> String { fullName }
    private static func own(_ value: Value) -> String { (value.object as? AssemblyObject)?.fullName ?? "" }
    /// The full name of an assembly of the framework.
    private static func named(_ text: String) -> String {
        text.contains(",") ? text : text + ", Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a"
    }
    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("FullName", .string, get: { t, _ in .text(own(t)) }), Property("Location", .string, get: { _, _ in "" }),
                Property("IsDynamic", .bool, get: { t, _ in .bool(own(t).hasPrefix("PowerShell Class")) }),
            ],
            methods: [
                Method("GetName", returns: .object) { t, _, session in
                    let parts = own(t).split(separator: ",").map { String($0).trimmedWhiteSpace }
                    let version =
                        parts.first { $0.hasPrefix("Version=") }.flatMap { try? NetVersion.parse(String($0.dropFirst(8))) } ?? NetVersion(major: 0, minor: 0)
                    return session.record([("Name", .text(parts.first ?? "")), ("Version", .object(VersionObject(version))), ("FullName", .text(own(t)))])
                },
                Method("GetType", [.text("name")], returns: .type) { _, a, session in
                    session.types.type(named: a.text(0)).map { .object(TypeObject($0)) } ?? .null
                },
            ],
            // The types that the shell knows need no loading.
            staticMethods: ["GetExecutingAssembly", "GetCallingAssembly", "GetEntryAssembly"].map { name in
                Method(name, returns: typeInfo) { _, _, _ in .object(AssemblyObject(TypeInfo.errorRecord.assemblyName)) }
            } + [
                Method("LoadWithPartialName", [.text("partialName")], returns: typeInfo) { _, a, _ in
                    a.text(0).lowercased().hasPrefix("system.windows") ? .null : .object(AssemblyObject(named(a.text(0))))
                },
                Method("Load", [.text("assemblyString")], returns: typeInfo) { _, a, _ in
                    guard a.text(0).lowercased().hasPrefix("system") else {
                        throw MethodFailure(
                            "System.IO.FileNotFoundException",
                            "Could not load file or assembly '\(named(a.text(0)))'. The system cannot find the file specified.\n")
                    }
                    return .object(AssemblyObject(named(a.text(0))))
                },
                Method("GetAssembly", [.of("type", .type)], returns: typeInfo) { _, a, _ in
                    a[0].asType.map { .object(AssemblyObject($0.value.assemblyName)) } ?? .null
                },
            ])
    }
}
