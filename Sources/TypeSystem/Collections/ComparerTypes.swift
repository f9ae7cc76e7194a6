// What compares: `Comparer<T>`, `EqualityComparer<T>`, `CaseInsensitiveComparer`; and `KeyValuePair`, which makes pairs.

import Runtime
import Scalars

/// Order or equality: by a script's block, without regard to case, or as the values themselves say.
final class ComparerObject: Box, @unchecked Sendable {
    let block: Value?
    let ignoresCase: Bool
    private let ownType: TypeInfo
    init(_ block: Value?, ignoresCase: Bool = false, _ type: TypeInfo) {
        self.block = block
        self.ignoresCase = ignoresCase
        ownType = type
    }
    override var type: TypeInfo { ownType }
    override func isEqual(to other: Object) -> Bool {
        (other as? ComparerObject).map { $0.ownType === ownType && $0.ignoresCase == ignoresCase && $0.block == nil && block == nil } ?? false
    }

    private static func own(_ value: Value) throws -> ComparerObject {
        guard let comparer = value.object as? ComparerObject else { throw Refusals.null("this") }
        return comparer
    }
    static func comparing(_ element: TypeInfo) -> Method {
        Method("Compare", [.of("x", element), .of("y", element)], returns: .int32) { t, a, session in
            let own = try own(t)
            if let block = own.block { return .int(Int32(truncatingIfNeeded: try Comparers.compare(block, a[0], a[1], session))) }
            if a[0].isNull || a[1].isNull { return .int(a[0].isNull ? a[1].isNull ? 0 : -1 : 1) }
            return .int(Int32(try session.compare(a[0], a[1], ignoreCase: own.ignoresCase).signum()))
        }
    }
}

enum ComparerTypes {
    private static func equal(_ element: TypeInfo) -> [Method] {
        [
            Method("Equals", [.of("x", element), .of("y", element)], returns: .bool) { _, a, _ in .bool(HashTable.areEqual(a[0], a[1], .ordinal)) },
            Method("GetHashCode", [.of("obj", element)], returns: .int32) { _, a, session in
                a[0].isNull ? .int(0) : try session.call(a[0], "GetHashCode", [], session.scope)
            },
        ]
    }

    static let generics: [KnownGeneric] = [
        KnownGeneric("System.Collections.Generic.Comparer", arity: 1) { arguments in
            let base = TypeInfo(
                "System.Collections.Generic.Comparer`1", base: .object, interfaces: [Comparers.interface], isAbstract: true, genericArguments: arguments)
            let plain = TypeInfo("System.Collections.Generic.GenericComparer`1", base: base, genericArguments: arguments)
            let made = TypeInfo("System.Collections.Generic.ComparisonComparer`1", base: base, genericArguments: arguments)
            return KnownType(base) {
                MemberTable(
                    methods: [ComparerObject.comparing(arguments[0])],
                    staticProperties: [Property("Default", base, get: { _, _ in .object(ComparerObject(nil, plain)) })],
                    staticMethods: [Method("Create", [.object("comparison")], returns: base) { _, a, _ in .object(ComparerObject(a[0], made)) }])
            }
        },
        KnownGeneric("System.Collections.Generic.EqualityComparer", arity: 1) { arguments in
            let base = TypeInfo("System.Collections.Generic.EqualityComparer`1", base: .object, isAbstract: true, genericArguments: arguments)
            let plain = TypeInfo(
                arguments[0].code == .string ? "System.Collections.Generic.StringEqualityComparer" : "System.Collections.Generic.GenericEqualityComparer`1",
                base: base,
                genericArguments: arguments[0].code == .string ? [] : arguments)
            return KnownType(base) {
                MemberTable(methods: equal(arguments[0]), staticProperties: [Property("Default", base, get: { _, _ in .object(ComparerObject(nil, plain)) })])
            }
        },
    ]

    private static let caseless = TypeInfo("System.Collections.CaseInsensitiveComparer", base: .object, interfaces: [Comparers.interface])
    static let types: [KnownType] = [
        KnownType(caseless) {
            MemberTable(
                methods: [ComparerObject.comparing(.object)],
                staticProperties: ["Default", "DefaultInvariant"].map { name in
                    Property(name, caseless, get: { _, _ in .object(ComparerObject(nil, ignoresCase: true, caseless)) })
                },
                constructors: [
                    Overload(returns: caseless) { _, _, _ in .object(ComparerObject(nil, ignoresCase: true, caseless)) },
                    Overload([.of("culture", CultureMembers.type)], returns: caseless) { _, _, _ in .object(ComparerObject(nil, ignoresCase: true, caseless)) },
                ])
        },
        KnownType(TypeInfo("System.Collections.Generic.KeyValuePair", base: .object, isAbstract: true)) {
            MemberTable(staticMethods: [
                Method("Create", [.object("key"), .object("value")], returns: .object) { _, a, session in
                    let types = a.map { $0.isNull ? TypeInfo.object : $0.unwrapped.type }
                    guard let type = session.types.genericType(named: "System.Collections.Generic.KeyValuePair", types) else { return .null }
                    return .object(PairObject(a, type))
                }
            ])
        },
    ]
}
