// `TypeAccelerators`: the short names of types.

import Runtime

enum ShortNames {
    private static let type = TypeInfo("System.Management.Automation.TypeAccelerators", base: .object)

    static let known = KnownType(type) {
        MemberTable(
            staticProperties: [
                Property(
                    "Get", .object,
                    get: { _, session in
                        let made = TableObject(
                            HashTable(.ordinal),
                            type: session.types.genericType(named: "System.Collections.Generic.Dictionary", [.string, .type]) ?? .hashtable,
                            keyType: .string, valueType: .type)
                        for (name, type) in session.types.shortNames { made.table.set(.text(name), .object(TypeObject(type))) }
                        return .object(made)
                    })
            ],
            staticMethods: [
                Method("Add", [.text("typeName"), .of("type", .type)]) { _, a, session in
                    guard let type = a[1].asType?.value else { throw Refusals.null("type") }
                    guard session.types.addShortName(a.text(0), type) else {
                        throw Refusals.argument("An item with the same key has already been added. Key: \(a.text(0))")
                    }
                    return .nothing
                },
                Method("Remove", [.text("typeName")], returns: .bool) { _, a, session in .bool(session.types.removeShortName(a.text(0))) },
            ])
    }
}
