// The members every enumeration has by being one: its values as static properties.

enum EnumerationMembers {
    static func table(_ type: TypeInfo, _ info: EnumerationInfo) -> MemberTable {
        MemberTable(
            properties: [Property("value__", .int32, get: { value, _ in value.asEnumeration?.asNumber ?? .null })],
            staticProperties: info.members.map { member in
                let value = Value.object(EnumerationObject(type, member.value))
                return Property(member.name, type, get: { _, _ in value })
            })
    }
}
