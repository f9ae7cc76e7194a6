// Variable names as small numbers: one per name, whatever its case.

/// A variable name of one session.
public struct Symbol: Hashable, Sendable {
    let id: Int32
}

final class SymbolTable {
    private var ids: [String: Int32] = [:]
    private var names: [String] = []

    func symbol(_ name: String) -> Symbol {
        if let id = ids[name] { return Symbol(id: id) }
        let key = name.lowercased()
        if let id = ids[key] {
            if key != name { ids[name] = id }
            return Symbol(id: id)
        }
        let id = Int32(names.count)
        names.append(name)
        ids[key] = id
        if key != name { ids[name] = id }
        return Symbol(id: id)
    }

    /// As first written.
    func name(_ symbol: Symbol) -> String { names[Int(symbol.id)] }
}
