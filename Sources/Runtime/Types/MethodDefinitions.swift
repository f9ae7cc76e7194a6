// What a method's definition names beyond its own overloads: the overload for the type itself, and the interfaces' members it answers for.

extension Method {
    /// The overloads as text, in the order of the reference.
    /// - Parameter owner: the type whose method it is; nil for a static one.
    public func definitions(of owner: TypeInfo?) -> [String] {
        let own = overloads.map { $0.signature(name) }
        guard let owner else { return own.map { "static " + $0 } }
        return own + interfaceDefinitions(owner, hasOwn: own)
    }

    private func interfaceDefinitions(_ owner: TypeInfo, hasOwn own: [String]) -> [String] {
        func has(_ interface: TypeInfo) -> Bool { owner.isAssignable(to: interface) }
        let shown = owner.displayName, isEnumeration = owner.enumeration != nil
        switch name {
        case "CompareTo" where has(.iComparable) && owner.scriptClass == nil:
            if isEnumeration { return ["int IComparable.CompareTo(System.Object obj)"] }
            let typed = overloads.count == 1 && overloads[0].parameters.first?.type.code == .object
            return (typed ? ["int CompareTo(\(shown) \(owner.code == .string ? "strB" : "value"))"] : [])
                + ["int IComparable.CompareTo(System.Object obj)", "int IComparable[\(shown)].CompareTo(\(shown) other)"]
        case "Clone" where has(.iCloneable): return ["System.Object ICloneable.Clone()"]
        case "GetTypeCode" where has(.iConvertible): return ["System.TypeCode IConvertible.GetTypeCode()"]
        case "ToString" where owner.scriptClass == nil && owner.isValueType:
            return (has(.iFormattable) ? ["string IFormattable.ToString(string format, System.IFormatProvider formatProvider)"] : [])
                + (has(.iConvertible) ? ["string IConvertible.ToString(System.IFormatProvider provider)"] : [])
        case "CopyTo" where has(.iCollection): return own.contains { $0.contains("ICollection.") } ? [] : ["void ICollection.CopyTo(array array, int index)"]
        default: return []
        }
    }
}
