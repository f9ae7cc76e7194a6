// What `[type].GetMethods()`, `GetProperties()`, `GetFields()` and `GetMember()` hand out: members of a type as objects.

import Runtime
import Scalars

/// A member of a type: a method with one overload, a constructor, a property or a field of an enumeration.
final class ReflectedMember: Box, @unchecked Sendable {
    enum Content: Sendable {
        case method(Method, Overload)
        case property(Property)
        case field(Value)
    }
    let name: String
    let owner: TypeInfo
    let isStatic: Bool
    let content: Content

    init(_ name: String, of owner: TypeInfo, isStatic: Bool, _ content: Content) {
        self.name = name
        self.owner = owner
        self.isStatic = isStatic
        self.content = content
    }

    static let member = TypeInfo.type.base ?? .object
    static let method = TypeInfo("System.Reflection.MethodInfo", base: member)
    static let constructor = TypeInfo("System.Reflection.ConstructorInfo", base: member)
    static let property = TypeInfo("System.Reflection.PropertyInfo", base: member)
    static let field = TypeInfo("System.Reflection.FieldInfo", base: member)

    var isConstructor: Bool { name == ".ctor" }
    override var type: TypeInfo {
        switch content {
        case .method: isConstructor ? ReflectedMember.constructor : ReflectedMember.method
        case .property: ReflectedMember.property
        case .field: ReflectedMember.field
        }
    }

    /// What the member gives.
    var valueType: TypeInfo {
        switch content {
        case .method(_, let overload): isConstructor ? .void : overload.returns
        case .property(let property): property.type
        case .field(let value): value.type
        }
    }

    override func describe(_ session: Session) throws -> String {
        switch content {
        case .method(_, let overload):
            "\(ReflectedMember.short(valueType)) \(name)(\(overload.parameters.map { ReflectedMember.short($0.type) }.joined(separator: ", ")))"
        default: "\(ReflectedMember.short(valueType)) \(name)"
        }
    }
    /// Primitive types stand without their namespace.
    private static func short(_ type: TypeInfo) -> String { type.isValueType && type.namespace == "System" && type.code != .other ? type.name : type.plainName }

    override func isEqual(to other: Object) -> Bool {
        guard let other = other as? ReflectedMember, other.owner === owner, other.name == name else { return false }
        switch (content, other.content) {
        case (.method(_, let a), .method(_, let b)):
            return a.parameters.count == b.parameters.count && zip(a.parameters, b.parameters).allSatisfy { $0.type === $1.type }
        default: return true
        }
    }
    override var equalityHash: Int { name.hashValue }
}

/// Which members a call of `GetMethods` and its kin asks for.
struct MemberFilter: Sendable {
    var isStatic = true, isInstance = true, isPublic = true, isDeclaredOnly = false, ignoresCase = false, isHidden = false

    static let flags = TypeInfo.enumeration(
        "System.Reflection.BindingFlags",
        EnumerationInfo(
            [
                ("Default", 0), ("IgnoreCase", 1), ("DeclaredOnly", 2), ("Instance", 4), ("Static", 8), ("Public", 16), ("NonPublic", 32),
                ("FlattenHierarchy", 64), ("InvokeMethod", 256), ("CreateInstance", 512), ("GetField", 1024), ("SetField", 2048), ("GetProperty", 4096),
                ("SetProperty", 8192),
            ], isFlags: true))

    init() {}
    init(_ bits: Int64) {
        ignoresCase = bits & 1 != 0
        isDeclaredOnly = bits & 2 != 0
        isInstance = bits & 4 != 0
        isStatic = bits & 8 != 0
        isPublic = bits & 16 != 0
        isHidden = bits & 32 != 0
    }
}

enum Reflection {
    static let memberTypes = TypeInfo.enumeration(
        "System.Reflection.MemberTypes",
        EnumerationInfo(
            [("Constructor", 1), ("Event", 2), ("Field", 4), ("Method", 8), ("Property", 16), ("TypeInfo", 32), ("NestedType", 128), ("All", 191)],
            isFlags: true))

    /// The attributes of a member of a script's class; those of other members are not known.
    static func attributes(of member: ReflectedMember) -> [Value] { member.owner.scriptClass?.attributeObjects(of: member.name) ?? [] }

    /// The attributes of a script's class or of an enumeration.
    static func attributes(of type: TypeInfo, _ wanted: TypeInfo? = nil) -> [Value] {
        var all = type.scriptClass?.attributeObjects() ?? []
        if type.enumeration?.isFlags == true, let kind = AttributeKind.all.first(where: { $0.name == "Flags" }) { all.append(.object(AttributeObject(kind))) }
        guard let wanted else { return all }
        return all.filter { $0.unwrapped.type.isAssignable(to: wanted) }
    }

    /// Methods of the type and its bases; those behind properties are included, as .NET has them.
    static func methods(_ type: TypeInfo, _ filter: MemberFilter, _ session: Session) -> [ReflectedMember] {
        var result: [ReflectedMember] = []
        guard filter.isPublic else { return [] }
        for owner in filter.isDeclaredOnly ? [type] : type.ancestors {
            let table = session.types.table(of: owner)
            func add(_ methods: [Method], isStatic: Bool) {
                for method in methods where !result.contains(where: { $0.owner !== owner && $0.name == method.name && $0.isStatic == isStatic }) {
                    for overload in method.overloads { result.append(ReflectedMember(method.name, of: owner, isStatic: isStatic, .method(method, overload))) }
                }
            }
            func accessors(_ properties: [Property]) -> [Method] {
                properties.filter { $0.memberType == "Property" }.flatMap { property in
                    [Method("get_" + property.name, returns: property.type) { t, _, session in try property.get(t, session) }]
                        + (property.set.map { set in
                            [
                                Method("set_" + property.name, [.of("value", property.type)]) { t, a, session in
                                    try set(t, a[0], session)
                                    return .nothing
                                }
                            ]
                        } ?? [])
                }
            }
            if filter.isInstance { add(accessors(table.properties) + table.methods, isStatic: false) }
            if filter.isStatic, owner === type || filter.isDeclaredOnly {
                add(accessors(owner.enumeration == nil ? table.staticProperties : []) + table.staticMethods, isStatic: true)
            }
        }
        return result
    }

    static func properties(_ type: TypeInfo, _ filter: MemberFilter, _ session: Session) -> [ReflectedMember] {
        var result: [ReflectedMember] = []
        if filter.isHidden, filter.isInstance, let own = InternalState.property(of: type) { result.append(ReflectedMember(own.name, of: type, isStatic: false, .property(own))) }
        guard filter.isPublic, type.enumeration == nil else { return result }
        for owner in filter.isDeclaredOnly ? [type] : type.ancestors {
            let table = session.types.table(of: owner)
            func add(_ properties: [Property], isStatic: Bool) {
                for property in properties where property.memberType == "Property" && !result.contains(where: { $0.name == property.name }) {
                    result.append(ReflectedMember(property.name, of: owner, isStatic: isStatic, .property(property)))
                }
            }
            if filter.isInstance { add(table.properties, isStatic: false) }
            if filter.isStatic, owner === type { add(table.staticProperties, isStatic: true) }
        }
        return result
    }

    static func fields(_ type: TypeInfo, _ filter: MemberFilter) -> [ReflectedMember] {
        guard filter.isPublic, let info = type.enumeration else { return [] }
        let number = ReflectedMember("value__", of: type, isStatic: false, .field(.int(0)))
        let names = info.members.map { ReflectedMember($0.name, of: type, isStatic: true, .field(.object(EnumerationObject(type, $0.value)))) }
        return (filter.isInstance ? [number] : []) + (filter.isStatic ? names : [])
    }

    static func constructors(_ type: TypeInfo, _ session: Session) -> [ReflectedMember] {
        let overloads = session.types.table(of: type).constructors
        return overloads.map { ReflectedMember(".ctor", of: type, isStatic: false, .method(Method(".ctor", overloads), $0)) }
    }

    static func all(_ type: TypeInfo, _ filter: MemberFilter, _ session: Session) -> [ReflectedMember] {
        methods(type, filter, session) + (filter.isInstance ? constructors(type, session) : []) + properties(type, filter, session) + fields(type, filter)
    }

    static func array(_ members: [ReflectedMember], _ type: TypeInfo) -> Value { .object(ArrayObject(members.map { .object($0) }, elementType: type)) }

    private static func filter(_ arguments: [Value], _ index: Int) -> MemberFilter {
        index < arguments.count ? MemberFilter(arguments.enumeration(index)) : MemberFilter()
    }

    private static func many(_ name: String, _ type: TypeInfo, _ find: @escaping @Sendable (TypeInfo, MemberFilter, Session) -> [ReflectedMember]) -> Method {
        Method(
            name,
            [
                Overload(returns: type.arrayType()) { t, _, session in array(find(TypeMembers.type(t), MemberFilter(), session), type) },
                Overload([.of("bindingAttr", MemberFilter.flags)], returns: type.arrayType()) { t, a, session in
                    array(find(TypeMembers.type(t), filter(a, 0), session), type)
                },
            ])
    }

    /// One member by name; several of the name are ambiguous.
    private static func one(_ name: String, _ type: TypeInfo, _ find: @escaping @Sendable (TypeInfo, MemberFilter, Session) -> [ReflectedMember]) -> Method {
        @Sendable func chosen(_ t: Value, _ a: [Value], _ filter: MemberFilter, _ session: Session) throws -> Value {
            let found = find(TypeMembers.type(t), filter, session).filter { filter.ignoresCase ? $0.name.equalsIgnoringCase(a.text(0)) : $0.name == a.text(0) }
            if found.count > 1 {
                throw MethodFailure(
                    "System.Reflection.AmbiguousMatchException",
                    "Ambiguous match found for '\(TypeMembers.type(t).plainName) \(try found[0].describe(session))'.")
            }
            return found.first.map { .object($0) } ?? .null
        }
        return Method(
            name,
            [
                Overload([.text("name")], returns: type) { t, a, session in try chosen(t, a, MemberFilter(), session) },
                Overload([.text("name"), .of("bindingAttr", MemberFilter.flags)], returns: type) { t, a, session in try chosen(t, a, filter(a, 1), session) },
                Overload([.text("name"), .of("types", TypeInfo.type.arrayType())], returns: type) { t, a, session in
                    let wanted = a.values(1).compactMap { $0.asType?.value }
                    return find(TypeMembers.type(t), MemberFilter(), session).first { member in
                        guard member.name == a.text(0), case .method(_, let overload) = member.content, overload.parameters.count == wanted.count else {
                            return false
                        }
                        return zip(overload.parameters, wanted).allSatisfy { $0.type === $1 || $0.type.fullName == $1.fullName }
                    }.map { .object($0) } ?? .null
                },
            ])
    }

    /// The methods of `System.Type` that look for members.
    static var typeMethods: [Method] {
        [
            many("GetMethods", ReflectedMember.method, methods), many("GetProperties", ReflectedMember.property, properties),
            many("GetFields", ReflectedMember.field) { type, filter, _ in fields(type, filter) },
            many("GetConstructors", ReflectedMember.constructor) { type, _, session in constructors(type, session) },
            many("GetMembers", ReflectedMember.member, all), one("GetMethod", ReflectedMember.method, methods),
            one("GetProperty", ReflectedMember.property, properties), one("GetField", ReflectedMember.field) { type, filter, _ in fields(type, filter) },
            Method("GetConstructor", [.of("types", TypeInfo.type.arrayType())], returns: ReflectedMember.constructor) { t, a, session in
                let wanted = a.values(0).compactMap { $0.asType?.value }
                return constructors(TypeMembers.type(t), session).first { member in
                    guard case .method(_, let overload) = member.content, overload.parameters.count == wanted.count else { return false }
                    return zip(overload.parameters, wanted).allSatisfy { $0.type === $1 }
                }.map { .object($0) } ?? .null
            },
            Method(
                "GetMember",
                [
                    Overload([.text("name")], returns: ReflectedMember.member.arrayType()) { t, a, session in
                        array(all(TypeMembers.type(t), MemberFilter(), session).filter { $0.name == a.text(0) }, ReflectedMember.member)
                    },
                    Overload([.text("name"), .of("bindingAttr", MemberFilter.flags)], returns: ReflectedMember.member.arrayType()) { t, a, session in
                        let filter = filter(a, 1)
                        return array(
                            all(TypeMembers.type(t), filter, session).filter {
                                filter.ignoresCase ? $0.name.equalsIgnoringCase(a.text(0)) : $0.name == a.text(0)
                            }, ReflectedMember.member)
                    },
                ]),
            Method(
                "InvokeMember",
                [.text("name"), .of("invokeAttr", MemberFilter.flags), .object("binder"), .object("target"), .of("args", .objectArray)], returns: .object
            ) { t, a, session in
                let type = TypeMembers.type(t), bits = a.enumeration(1)
                if bits & 512 != 0 { return try session.construct(type, a.values(4)) }
                if bits & 256 != 0 {
                    return a[3].isNull
                        ? try session.callStatic(type, a.text(0), a.values(4), session.scope) : try session.call(a[3], a.text(0), a.values(4), session.scope)
                }
                if bits & 8192 != 0, let value = a.values(4).first {
                    try session.setProperty(of: a[3], a.text(0), value)
                    return .null
                }
                return a[3].isNull ? try session.staticProperty(of: type, a.text(0), session.scope) : try session.property(of: a[3], a.text(0))
            },
        ]
    }

    private static func own(_ value: Value) throws -> ReflectedMember {
        guard let member = value.object as? ReflectedMember else { throw Refusals.null("this") }
        return member
    }
    private static func typeValue(_ type: TypeInfo) -> Value { .object(TypeObject(type)) }
    private static func flag(_ name: String, _ holds: @escaping @Sendable (ReflectedMember) -> Bool) -> Property {
        Property(name, .bool, get: { t, _ in .bool(holds(try own(t))) })
    }

    static let types: [KnownType] = [
        KnownType(ReflectedMember.member) {
            MemberTable(
                properties: [
                    Property("Name", .string, get: { t, _ in .text(try own(t).name) }),
                    Property("DeclaringType", .type, get: { t, _ in typeValue(try own(t).owner) }),
                    Property("ReflectedType", .type, get: { t, _ in typeValue(try own(t).owner) }),
                    Property(
                        "MemberType", memberTypes,
                        get: { t, _ in
                            let member = try own(t)
                            let kind: Int64 =
                                switch member.content {
                                case .method: member.isConstructor ? 1 : 8
                                case .property: 16
                                case .field: 4
                                }
                            return .object(EnumerationObject(memberTypes, kind))
                        }),
                    Property(
                        "CustomAttributes", .object,
                        get: { t, session in
                            .array(
                                attributes(of: try own(t)).map {
                                    session.record([("AttributeType", typeValue($0.unwrapped.type))], typeName: "System.Reflection.CustomAttributeData")
                                })
                        }),
                ],
                methods: [
                    Method(
                        "GetCustomAttributes",
                        [
                            Overload([.bool("inherit")], returns: .objectArray) { t, _, _ in .array(attributes(of: try own(t))) },
                            Overload([.of("attributeType", .type), .bool("inherit")], returns: .objectArray) { t, a, _ in
                                let wanted = TypeMembers.type(a[0])
                                return .array(attributes(of: try own(t)).filter { $0.unwrapped.type.isAssignable(to: wanted) })
                            },
                        ]),
                    Method("IsDefined", [.of("attributeType", .type), .bool("inherit")], returns: .bool) { t, a, _ in
                        let wanted = TypeMembers.type(a[0])
                        return .bool(attributes(of: try own(t)).contains { $0.unwrapped.type.isAssignable(to: wanted) })
                    },
                ])
        },
        KnownType(ReflectedMember.method) { callable },
        KnownType(ReflectedMember.constructor) { callable },
        KnownType(ReflectedMember.property) {
            MemberTable(
                properties: [
                    Property("PropertyType", .type, get: { t, _ in typeValue(try own(t).valueType) }), flag("CanRead") { _ in true },
                    flag("CanWrite") {
                        if case .property(let property) = $0.content { return property.set != nil }
                        return false
                    }, flag("IsSpecialName") { _ in false },
                ],
                methods: [
                    Method("GetValue", [.object("obj"), .optional("index", .objectArray, .null)], returns: .object) { t, a, session in
                        guard case .property(let property) = try own(t).content else { return .null }
                        return try property.get(a[0].unwrapped, session)
                    },
                    Method("SetValue", [.object("obj"), .object("value"), .optional("index", .objectArray, .null)]) { t, a, session in
                        guard case .property(let property) = try own(t).content, let set = property.set else {
                            throw Refusals.argument("Property set method not found.")
                        }
                        try set(a[0].unwrapped, try session.convert(a[1], to: property.type), session)
                        return .nothing
                    },
                    accessor("GetGetMethod", "get_"), accessor("GetSetMethod", "set_"),
                    Method("GetIndexParameters", returns: ParameterBox.typeInfo.arrayType()) { _, _, _ in
                        .object(ArrayObject([], elementType: ParameterBox.typeInfo))
                    },
                ])
        },
        KnownType(ReflectedMember.field) {
            MemberTable(
                properties: [
                    Property("FieldType", .type, get: { t, _ in typeValue(try own(t).valueType) }), flag("IsStatic") { $0.isStatic },
                    flag("IsPublic") { _ in true },
                    flag("IsLiteral") { $0.isStatic }, flag("IsInitOnly") { _ in false }, flag("IsSpecialName") { !$0.isStatic },
                ],
                methods: [
                    Method("GetValue", [.object("obj")], returns: .object) { t, a, session in
                        guard case .field(let value) = try own(t).content else { return .null }
                        return try own(t).isStatic ? value : session.property(of: a[0], "value__")
                    },
                    Method("GetRawConstantValue", returns: .object) { t, _, session in
                        guard case .field(let value) = try own(t).content else { return .null }
                        return try session.property(of: value, "value__")
                    },
                ])
        },
        KnownType(ParameterBox.typeInfo) {
            @Sendable func own(_ value: Value) throws -> ParameterBox {
                guard let parameter = value.object as? ParameterBox else { throw Refusals.null("this") }
                return parameter
            }
            return MemberTable(properties: [
                Property("Name", .string, get: { t, _ in .text(try own(t).parameter.name) }),
                Property("ParameterType", .type, get: { t, _ in typeValue(try own(t).parameter.type) }),
                Property("Position", .int32, get: { t, _ in .int(Int32(try own(t).position)) }),
                Property("IsOptional", .bool, get: { t, _ in .bool(try own(t).parameter.defaultValue != nil) }),
                Property("HasDefaultValue", .bool, get: { t, _ in .bool(try own(t).parameter.defaultValue != nil) }),
                Property("DefaultValue", .object, get: { t, _ in try own(t).parameter.defaultValue ?? .null }),
                Property("IsOut", .bool, get: { t, _ in .bool(try own(t).parameter.isByReference) }),
            ])
        },
        KnownType(MemberFilter.flags), KnownType(memberTypes),
    ]

    private static func accessor(_ name: String, _ prefix: String) -> Method {
        Method(name, returns: ReflectedMember.method) { t, _, session in
            let member = try own(t)
            return methods(member.owner, MemberFilter(), session).first { $0.name == prefix + member.name }.map { .object($0) } ?? .null
        }
    }

    private static var callable: MemberTable {
        MemberTable(
            properties: [
                Property("ReturnType", .type, get: { t, _ in typeValue(try own(t).valueType) }), flag("IsStatic") { $0.isStatic },
                flag("IsPublic") { _ in true }, flag("IsPrivate") { _ in false }, flag("IsVirtual") { _ in false }, flag("IsAbstract") { _ in false },
                flag("IsFinal") { _ in false }, flag("IsConstructor") { $0.isConstructor }, flag("IsGenericMethod") { _ in false },
                flag("IsSpecialName") { $0.isConstructor || $0.name.hasPrefix("get_") || $0.name.hasPrefix("set_") || $0.name.hasPrefix("op_") },
            ],
            methods: [
                Method("GetParameters", returns: ParameterBox.typeInfo.arrayType()) { t, _, _ in
                    guard case .method(_, let overload) = try own(t).content else { return .array([]) }
                    return .object(ArrayObject(overload.parameters.enumerated().map { .object(ParameterBox($1, at: $0)) }, elementType: ParameterBox.typeInfo))
                },
                Method(
                    "Invoke",
                    [
                        Overload([.object("obj"), .of("parameters", .objectArray)], returns: .object) { t, a, session in
                            guard case .method(let method, let overload) = try own(t).content else { return .null }
                            // What a class of a script overrides is called in the object's own class.
                            if a[0].object?.kind == .instance, let own = session.types.member(of: a[0].unwrapped.type, method.name),
                                case .method(let overriding) = own
                            {
                                return try session.invoke(overriding, on: a[0].unwrapped, a.values(1))
                            }
                            return try session.invoke(Method(method.name, [overload]), on: a[0].unwrapped, a.values(1))
                        },
                        Overload([.of("parameters", .objectArray)], returns: .object) { t, a, session in
                            guard case .method(let method, let overload) = try own(t).content else { return .null }
                            return try session.invoke(Method(method.name, [overload]), on: .null, a.values(0))
                        },
                    ]),
                Method("MakeGenericMethod", [.rest("typeArguments", .type)], returns: ReflectedMember.method) { t, a, _ in
                    let member = try own(t)
                    guard case .method(let method, let overload) = member.content else { return .null }
                    let made = method.with(a.values(0).compactMap { $0.asType?.value })
                    let same = made.overloads.first { $0.parameters.count == overload.parameters.count } ?? overload
                    return .object(ReflectedMember(member.name, of: member.owner, isStatic: member.isStatic, .method(made, same)))
                },
            ])
    }
}

/// A parameter of a reflected method.
final class ParameterBox: Box, @unchecked Sendable {
    let parameter: OverloadParameter
    let position: Int
    init(_ parameter: OverloadParameter, at position: Int) {
        self.parameter = parameter
        self.position = position
    }
    override var type: TypeInfo { ParameterBox.typeInfo }
    static let typeInfo = TypeInfo("System.Reflection.ParameterInfo", base: .object)
    override func describe(_ session: Session) throws -> String { "\(parameter.type.plainName) \(parameter.name)" }
}

/// `System.Activator`.
enum ActivatorMembers {
    static let known = KnownType(TypeInfo("System.Activator", accelerator: "activator", base: .object, isAbstract: true)) {
        MemberTable(staticMethods: [
            Method(
                "CreateInstance",
                [
                    Overload([.of("type", .type)], returns: .object) { _, a, session in
                        let type = TypeMembers.type(a[0])
                        let hasOwn = session.types.table(of: type).constructors.contains { $0.parameters.isEmpty }
                        if !hasOwn, type.isValueType { return session.defaultValue(of: type) }
                        guard hasOwn else {
                            throw MethodFailure(
                                "System.MissingMethodException",
                                "Cannot dynamically create an instance of type '\(type.plainName)'. Reason: No parameterless constructor defined.")
                        }
                        return try session.construct(type, [])
                    },
                    Overload([.of("type", .type), .rest("args", .object)], returns: .object) { _, a, session in
                        try session.construct(TypeMembers.type(a[0]), a.values(1))
                    },
                ],
                generic: { types in
                    [
                        Overload(returns: types[0]) { _, _, session in
                            types[0].isValueType ? session.defaultValue(of: types[0]) : try session.construct(types[0], [])
                        }
                    ]
                })
        ])
    }
}
