// Which interfaces with type arguments a type has: `[int[]]` is an `IList[int]`, a `Dictionary[string,int]` an `IDictionary[string,int]`.

extension TypeInfo {
    /// The name without its arguments.
    private var genericName: Substring { fullName.prefix { $0 != "`" } }

    /// True if a value of this type can stand for the interface with its arguments.
    func offers(_ interface: TypeInfo) -> Bool {
        guard interface.isInterface, !interface.genericArguments.isEmpty else { return false }
        let wanted = interface.genericName, arguments = interface.genericArguments
        let prefix = "System.Collections.Generic."
        if !wanted.hasPrefix(prefix) {
            // Numbers, text and moments compare with their own kind.
            return (wanted == "System.IComparable" || wanted == "System.IEquatable") && arguments[0] === self && (isValueType || code == .string)
        }
        let short = wanted.dropFirst(prefix.count)
        for type in ancestors {
            if type.rank == 1, let element = type.elementType {
                return ["IEnumerable", "ICollection", "IList", "IReadOnlyList", "IReadOnlyCollection"].contains(short) && element.stands(for: arguments[0])
            }
            if type.code == .string { return short == "IEnumerable" && arguments[0].code == .char }
            let own = type.genericName.split(separator: ".").last.map(String.init) ?? ""
            guard let names = TypeInfo.offered[own] else { continue }
            guard names.contains(String(short)) else { return false }
            let isReading = short.hasPrefix("IReadOnly") || short == "IEnumerable"
            switch (type.genericArguments.count, arguments.count) {
            case (1, 1):
                let element = type.genericArguments[0]
                return element === arguments[0] || element.fullName == arguments[0].fullName || isReading && element.stands(for: arguments[0])
            case (2, 2): return zip(type.genericArguments, arguments).allSatisfy { $0 === $1 || $0.fullName == $1.fullName }
            case (2, 1):
                let pair = arguments[0]
                return pair.fullName.hasPrefix("System.Collections.Generic.KeyValuePair`2")
                    && zip(type.genericArguments, pair.genericArguments).allSatisfy { $0 === $1 || $0.fullName == $1.fullName }
            default: return false
            }
        }
        return false
    }

    /// As an element: the same type, or an object where its base is asked for.
    private func stands(for other: TypeInfo) -> Bool { self === other || fullName == other.fullName || !isValueType && isAssignable(to: other) }

    /// The interfaces of the collections that have arguments.
    private static let offered: [String: Set<String>] = {
        let reading: Set = ["IEnumerable", "IReadOnlyCollection"], list: Set = ["IEnumerable", "IReadOnlyCollection", "ICollection", "IList", "IReadOnlyList"]
        let set: Set = ["IEnumerable", "IReadOnlyCollection", "ICollection", "ISet", "IReadOnlySet"]
        let table: Set = ["IEnumerable", "IReadOnlyCollection", "ICollection", "IDictionary", "IReadOnlyDictionary"]
        return [
            "List": list, "Collection": list, "ObservableCollection": list, "ReadOnlyCollection": list, "PSDataCollection": list, "HashSet": set,
            "SortedSet": set, "Queue": reading, "Stack": reading, "LinkedList": ["IEnumerable", "IReadOnlyCollection", "ICollection"],
            "ConcurrentQueue": reading, "ConcurrentStack": reading, "ConcurrentBag": reading, "Dictionary": table, "SortedDictionary": table,
            "SortedList": table, "ConcurrentDictionary": table, "ReadOnlyDictionary": table, "IList": ["IEnumerable", "ICollection"],
            "ICollection": ["IEnumerable"], "ISet": ["IEnumerable", "ICollection"], "IReadOnlyList": reading, "IReadOnlyCollection": ["IEnumerable"],
            "IDictionary": ["IEnumerable", "ICollection"],
        ]
    }()
}
