// Attributes and dynamic parameters as objects.

import Runtime

enum AttributeMembers {
    static var types: [KnownType] {
        AttributeKind.all.map { known($0) } + AttributeKind.bases.map { base($0) } + [
            TableMembers.bound, KnownType(DynamicParameter.typeInfo, members: parameter), KnownType(DynamicParameter.tableType, members: parameters),
            KnownType(
                DynamicParameter.attributeList, members: { ListMembers.generic("System.Collections.ObjectModel.Collection", [AttributeKind.root]).members() }),
        ]
    }

    private static func base(_ type: TypeInfo) -> KnownType {
        KnownType(type) {
            MemberTable(
                properties: type === AttributeKind.root ? [Property("TypeId", .object, get: { t, _ in .object(TypeObject(t.unwrapped.type)) })] : [],
                constructors: [Overload(returns: type) { _, _, _ in .null }])
        }
    }

    private static func known(_ kind: AttributeKind) -> KnownType {
        KnownType(kind.type, aliases: [kind.name, "System.Management.Automation.\(kind.name)"]) {
            let properties = kind.defaults.map { entry in
                Property(
                    entry.name, .object, get: { t, _ in (t.object as? AttributeObject)?[entry.name] ?? .null },
                    set: { t, value, _ in (t.object as? AttributeObject)?[entry.name] = value })
            }
            var constructors = [Overload(returns: kind.type) { _, _, _ in .object(AttributeObject(kind)) }]
            if !kind.positional.isEmpty {
                constructors.append(
                    Overload([.rest("arguments", .object)], returns: kind.type) { _, a, _ in .object(AttributeObject(kind, positional: a.values(0))) })
            }
            return MemberTable(properties: properties, constructors: constructors)
        }
    }

    @Sendable private static func parameter() -> MemberTable {
        @Sendable func own(_ value: Value) -> DynamicParameter? { value.object as? DynamicParameter }
        return MemberTable(
            properties: [
                Property("Name", .string, get: { t, _ in own(t).map { .text($0.name) } ?? .null }, set: { t, value, _ in own(t)?.name = value.asString ?? "" }),
                Property(
                    "ParameterType", .type, get: { t, _ in own(t).map { .object(TypeObject($0.parameterType)) } ?? .null },
                    set: { t, value, _ in if let type = value.asType?.value { own(t)?.parameterType = type } }),
                Property("Attributes", DynamicParameter.attributeList, get: { t, _ in own(t).map { .object($0.attributes) } ?? .null }),
                Property("Value", .object, get: { t, _ in own(t)?.value ?? .null }, set: { t, value, _ in own(t)?.value = value }),
                Property("IsSet", .bool, get: { t, _ in .bool(own(t)?.isSet ?? false) }, set: { t, value, session in own(t)?.isSet = value.isTrue(session) }),
            ],
            constructors: [
                Overload(returns: DynamicParameter.typeInfo) { _, _, _ in .object(DynamicParameter("", .object, [])) },
                Overload([.text("name"), .of("parameterType", .type), .object("attributes")], returns: DynamicParameter.typeInfo) { _, a, session in
                    let attributes = a[2].isNull ? [] : try session.elements(of: a[2]) ?? [a[2]]
                    return .object(DynamicParameter(a.text(0), a[1].asType?.value ?? .object, attributes))
                },
            ])
    }

    @Sendable private static func parameters() -> MemberTable {
        MemberTable(
            properties: TableMembers.properties(keys: TableMembers.keysType, values: TableMembers.valuesType, order: TableMembers.plainOrder)
                + [
                    Property("HelpFile", .string, get: { _, _ in "" }, set: { _, _, _ in }),
                    Property("Data", .object, get: { _, _ in .null }, set: { _, _, _ in }),
                ],
            methods: TableMembers.methods(key: .string, value: .object, isGeneric: true),
            constructors: [
                Overload(returns: DynamicParameter.tableType) { _, _, _ in
                    .object(TableObject(HashTable(.ignoringCase), type: DynamicParameter.tableType))
                }
            ])
    }
}
