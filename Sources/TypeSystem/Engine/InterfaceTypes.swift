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
        interface("System.Collections.IComparer"), interface("System.Collections.IEqualityComparer"), interface("System.IFormatProvider"),
        interface("System.Management.Automation.IValidateSetValuesGenerator"), interface("System.Management.Automation.IArgumentCompleter"),
        interface("System.Management.Automation.IDynamicParameters"), interface("System.IServiceProvider"), interface("System.IAsyncResult"),
    ]

    static let generics: [KnownGeneric] = [
        generic("System.IEquatable"), generic("System.IComparable"), generic("System.Collections.Generic.IComparer"),
        generic("System.Collections.Generic.IEqualityComparer"), generic("System.Collections.Generic.IEnumerable", .iEnumerable),
        generic("System.Collections.Generic.IEnumerator", .iEnumerator), generic("System.Collections.Generic.ICollection", .iEnumerable),
        generic("System.Collections.Generic.IList", .iEnumerable), generic("System.Collections.Generic.IReadOnlyList", .iEnumerable),
    ]

    private static func generic(_ name: String, _ base: TypeInfo? = nil) -> KnownGeneric {
        KnownGeneric(name, arity: 1) { arguments in
            KnownType(
                TypeInfo(
                    "\(name)`1[[\(arguments[0].fullName)]]", interfaces: base.map { [$0] } ?? [], isInterface: true, genericArguments: arguments))
        }
    }
}
