// What every object answers to: `ToString`, `Equals`, `GetHashCode`, `GetType`.

import Runtime
import Scalars

enum ObjectMembers {
    static let table = KnownType(.object) {
        MemberTable(
            methods: [
                Method("ToString", returns: .string) { target, _, session in .text(try MethodText.of(target, session)) },
                Method("Equals", [.object("obj")], returns: .bool) { target, a, _ in
                    // A custom object is never its wrapper.
                    .bool(target.asRecord == nil && HashTable.areEqual(target, a[0], .ordinal))
                },
                Method("GetHashCode", returns: .int32) { target, _, _ in .int(Int32(bitPattern: HashTable.hash(target))) },
                Method("GetType", returns: .type) { target, _, _ in .object(TypeObject(target.unwrapped.type)) },
            ],
            staticMethods: [
                Method("Equals", [.object("objA"), .object("objB")], returns: .bool) { _, a, _ in .bool(HashTable.areEqual(a[0], a[1], .ordinal)) },
                Method("ReferenceEquals", [.object("objA"), .object("objB")], returns: .bool) { _, a, _ in
                    .bool(a[0].isIdentical(to: a[1]) && (a[0].object != nil || a[0].isNull))
                },
            ],
            constructors: [Overload(returns: .object) { _, _, _ in .object(PlainObject()) }])
    }
    static let types: [KnownType] = [
        table, KnownType(.valueType), KnownType(.iComparable), KnownType(.iEnumerable), KnownType(.iList), KnownType(.iCollection), KnownType(.iDictionary),
        KnownType(.iDisposable), KnownType(.iCloneable), KnownType(.iEnumerator, members: { enumerators }), KnownType(.iFormattable),
        KnownType(.void), KnownType(.delegateBase), nullString,
        KnownType(ForEachEnumerator.typeInfo, members: { enumerators }),
    ]

    /// `[NullString]::Value`.
    private static let nullString = KnownType(
        TypeInfo("System.Management.Automation.Language.NullString", accelerator: "NullString", base: .object, isAbstract: true)
    ) {
        MemberTable(staticProperties: [Property("Value", .object, get: { _, _ in .null })])
    }

    private static var enumerators: MemberTable {
        MemberTable(
            properties: [Property("Current", .object, get: { target, _ in (target.object as? ForEachEnumerator)?.current ?? .null })],
            methods: [
                Method("MoveNext", returns: .bool) { target, _, _ in .bool((target.object as? ForEachEnumerator)?.advance() ?? false) },
                Method("Reset") { target, _, _ in
                    (target.object as? ForEachEnumerator)?.reset()
                    return .nothing
                },
                Method("Dispose") { _, _, _ in .nothing },
            ])
    }
}

/// `[object]::new()`.
final class PlainObject: Box, @unchecked Sendable {
    override var type: TypeInfo { .object }
}

/// `.ToString()`, which differs from the language's own text for doubles and collections.
enum MethodText {
    static func of(_ value: Value, _ session: Session) throws -> String {
        switch value.unwrapped {
        case .double(let number):
            return session.culture.name.isEmpty ? number.netText : try session.format(value, as: "")
        case .single(let number):
            return session.culture.name.isEmpty ? number.netText : try session.format(value, as: "")
        case .object(let object):
            switch object.kind {
            case .array, .list, .table: return object.type.plainName
            case .record: return ""
            case .decimal where !session.culture.name.isEmpty: return try session.format(value, as: "")
            case .date where !session.culture.name.isEmpty: return try session.format(value, as: "")
            default: return try value.toText(session)
            }
        default: return try value.toText(session)
        }
    }
}
