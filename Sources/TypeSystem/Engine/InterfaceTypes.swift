// Interfaces and base classes that scripts derive their classes from.

import Runtime

enum InterfaceTypes {
    private static func interface(_ name: String, _ interfaces: [TypeInfo] = []) -> KnownType {
        KnownType(TypeInfo(name, interfaces: interfaces, isInterface: true))
    }

    static let types: [KnownType] = [
        KnownType(TypeInfo("System.Management.Automation.Internal.AutomationNull", base: .object)) {
            MemberTable(staticProperties: [Property("Value", .object, get: { _, _ in .nothing })])
        },
        interface("System.Collections.IEqualityComparer"),
        interface("System.Management.Automation.IValidateSetValuesGenerator"), interface("System.Management.Automation.IArgumentCompleter"),
        interface("System.Management.Automation.IDynamicParameters"), interface("System.IServiceProvider"), interface("System.IAsyncResult"),
    ]

    /// Interfaces with types of their own: what a script's class may promise, and what values are asked for.
    static let generics: [KnownGeneric] = [
        generic("System.IEquatable"), generic("System.IComparable", .iComparable), generic("System.Collections.Generic.IComparer", Comparers.interface),
        generic("System.Collections.Generic.IEqualityComparer"), generic("System.Collections.Generic.IEnumerable", .iEnumerable),
        generic("System.Collections.Generic.IEnumerator", .iEnumerator), generic("System.Collections.Generic.ICollection", .iCollection),
        generic("System.Collections.Generic.IReadOnlyCollection", .iCollection), generic("System.Collections.Generic.ISet", .iCollection),
        generic("System.Collections.Generic.IList", .iList), generic("System.Collections.Generic.IReadOnlyList", .iList),
        generic("System.Collections.Generic.IDictionary", .iDictionary, arity: 2),
        generic("System.Collections.Generic.IReadOnlyDictionary", .iDictionary, arity: 2),
    ]

    private static func generic(_ name: String, _ base: TypeInfo? = nil, arity: Int = 1) -> KnownGeneric {
        KnownGeneric(name, arity: arity) { arguments in
            KnownType(TypeInfo("\(name)`\(arity)", interfaces: base.map { [$0] } ?? [], isInterface: true, genericArguments: arguments))
        }
    }
}
