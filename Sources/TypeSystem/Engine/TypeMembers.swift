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
            flag("IsAbstract") { $0.isAbstract || $0.isInterface }, flag("IsGenericType") { !$0.genericArguments.isEmpty },
            flag("IsPrimitive") { $0.code.isInteger || [.bool, .char, .single, .double].contains($0.code) }, flag("IsPublic") { _ in true },
            flag("IsSealed") { $0.isValueType || $0.code == .string || $0.rank > 0 }, flag("IsSerializable") { $0.scriptClass == nil },
        ]
    }

    static let types: [KnownType] = [
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
                        .object(ArrayObject(type(t).ancestors.flatMap(\.interfaces).map { make($0) }, elementType: .type))
                    },
                    Method("GetEnumNames", returns: .stringArray) { t, _, _ in .strings(type(t).enumeration?.members.map(\.name) ?? []) },
                    Method("GetEnumValues", returns: .arrayBase) { t, _, _ in
                        .object(ArrayObject(type(t).enumeration?.members.map { .object(EnumerationObject(type(t), $0.value)) } ?? [], elementType: type(t)))
                    },
                    Method("GetEnumUnderlyingType", returns: .type) { _, _, _ in make(.int32) },
                    Method("IsAssignableFrom", [.of("c", .type)], returns: .bool) { t, a, _ in .bool(type(a[0]).isAssignable(to: type(t))) },
                    Method("IsAssignableTo", [.of("targetType", .type)], returns: .bool) { t, a, _ in .bool(type(t).isAssignable(to: type(a[0]))) },
                    Method("IsSubclassOf", [.of("c", .type)], returns: .bool) { t, a, _ in .bool(type(t) !== type(a[0]) && type(t).isAssignable(to: type(a[0])))
                    },
                    Method("IsInstanceOfType", [.object("o")], returns: .bool) { t, a, _ in .bool(!a[0].isNull && a[0].unwrapped.type.isAssignable(to: type(t)))
                    },
                    Method("MakeArrayType", returns: .type) { t, _, _ in make(type(t).arrayType()) },
                    Method("Equals", [.object("o")], returns: .bool) { t, a, _ in .bool(a[0].asType?.value === type(t)) },
                ],
                staticMethods: [
                    Method("GetType", [.text("typeName")], returns: .type) { _, a, session in make(session.types.type(named: a.text(0))) },
                    Method("GetTypeCode", [.of("type", .type)], returns: Enumerations.typeCode) { _, a, _ in
                        let codes: [TypeCode: Int64] = [
                            .bool: 3, .char: 4, .sbyte: 5, .byte: 6, .int16: 7, .uint16: 8, .int32: 9, .uint32: 10, .int64: 11, .uint64: 12, .single: 13,
                            .double: 14, .decimal: 15, .dateTime: 16, .string: 18,
                        ]
                        return .object(EnumerationObject(Enumerations.typeCode, codes[type(a[0]).code] ?? 1))
                    },
                ])
        },
        KnownType(.runtimeType),
    ]
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
                        Overload([.text("format")], returns: .string) { t, a, _ in
                            guard let own = t.asEnumeration else { return "" }
                            switch a.text(0).lowercased() {
                            case "d": return .text(String(own.rawValue))
                            case "x":
                                let digits = String(UInt32(truncatingIfNeeded: own.rawValue), radix: 16, uppercase: true)
                                return .text(String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits)
                            default: return .text(own.name)
                            }
                        },
                    ]),
                Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, 9)) },
            ],
            staticMethods: [
                Method("GetNames", [.of("enumType", .type)], returns: .stringArray) { _, a, _ in
                    .strings(TypeMembers.type(a[0]).enumeration?.members.map(\.name) ?? [])
                },
                Method("GetValues", [.of("enumType", .type)], returns: .arrayBase) { _, a, _ in
                    let type = TypeMembers.type(a[0])
                    return .object(ArrayObject(type.enumeration?.members.map { .object(EnumerationObject(type, $0.value)) } ?? [], elementType: type))
                },
                Method("GetName", [.of("enumType", .type), .object("value")], returns: .string) { _, a, session in
                    let type = TypeMembers.type(a[0])
                    let number = a[1].asEnumeration?.rawValue ?? a[1].asInt64 ?? 0
                    return type.enumeration?.members.first { $0.value == number }.map { .text($0.name) } ?? .null
                },
                Method("IsDefined", [.of("enumType", .type), .object("value")], returns: .bool) { _, a, _ in
                    let info = TypeMembers.type(a[0]).enumeration
                    if let text = a[1].asString { return .bool(info?.members.contains { $0.name == text } ?? false) }
                    let number = a[1].asEnumeration?.rawValue ?? a[1].asInt64
                    return .bool(info?.members.contains { $0.value == number } ?? false)
                },
                Method(
                    "Parse",
                    [
                        Overload([.of("enumType", .type), .text("value")], returns: .object) { _, a, session in try parse(a, ignoreCase: false, session) },
                        Overload([.of("enumType", .type), .text("value"), .bool("ignoreCase")], returns: .object) { _, a, session in
                            try parse(a, ignoreCase: a.bool(2), session)
                        },
                    ]),
                Method("ToObject", [.of("enumType", .type), .long("value")], returns: .object) { _, a, _ in
                    .object(EnumerationObject(TypeMembers.type(a[0]), a.long(1)))
                },
                Method(
                    "TryParse",
                    [
                        Overload([.of("enumType", .type), .text("value"), .byReference("result", .object)], returns: .bool) { _, a, session in
                            try tryParse(a, result: a[2], ignoreCase: false, session)
                        },
                        Overload([.of("enumType", .type), .text("value"), .bool("ignoreCase"), .byReference("result", .object)], returns: .bool) {
                            _, a, session in try tryParse(a, result: a[3], ignoreCase: a.bool(2), session)
                        },
                    ]),
            ])
    }

    private static func parse(_ a: [Value], ignoreCase: Bool, _ session: Session) throws -> Value {
        let type = TypeMembers.type(a[0])
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
