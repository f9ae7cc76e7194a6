// alias: the aliases that the running code sees.

import Runtime

struct AliasProvider: FlatProvider {
    let name = "Alias"
    let capabilities: Int64 = 16

    func names(_ session: Session, _ scope: Scope) -> [String] { session.aliases(in: scope).values.map(\.name).sorted { $0.lowercased() < $1.lowercased() } }
    private func find(_ name: String, _ session: Session, _ scope: Scope) -> AliasInfo? {
        let (plain, own) = ScopedName.parts(name, scope) ?? (name, scope)
        return session.aliases(in: own)[plain.lowercased()]
    }
    func item(_ name: String, _ session: Session, _ scope: Scope) -> Value? { find(name, session, scope).map { .object($0) } }
    func content(_ name: String, _ session: Session, _ scope: Scope) throws -> Value? { find(name, session, scope).map { .text($0.definition) } }

    func set(_ given: String, _ value: Value, force: Bool, _ session: Session, _ outer: Scope) throws {
        let (name, scope) = ScopedName.parts(given, outer) ?? (given, outer)
        let old = find(name, session, scope)
        if let old, old.options.contains(.constant) || (old.options.contains(.readOnly) && !force) {
            throw ShellError(
                "AliasNotWritable", "Alias \(name) is not writeable because it is read-only or constant and cannot be written to.",
                type: "SessionStateUnauthorizedAccessException", category: .writeError, target: .text(name))
        }
        let made = AliasInfo(name: old?.name ?? name, definition: try value.toText(session))
        made.options = old?.options ?? []
        session.setAlias(made, in: scope)
    }

    func remove(_ given: String, force: Bool, _ session: Session, _ outer: Scope) throws {
        let (name, scope) = ScopedName.parts(given, outer) ?? (given, outer)
        if let old = find(name, session, scope), old.options.contains(.constant) || (old.options.contains(.readOnly) && !force) {
            throw ShellError(
                "AliasNotRemovable", "Alias \(name) was not removed because alias \(name) is constant or read-only.",
                type: "SessionStateUnauthorizedAccessException", category: .writeError, target: .text(name))
        }
        var place: Scope? = scope
        while let current = place {
            if session.removeAlias(name, in: current) { return }
            place = current.parent
        }
    }
}

/// `$alias:name`.
struct AliasesDrive: VariableDrive {
    func value(_ name: String, _ session: Session) throws -> Value { try AliasProvider().content(name, session, session.scope) ?? .null }
    func setValue(_ name: String, _ value: Value, _ session: Session) throws { try AliasProvider().set(name, value, force: false, session, session.scope) }
}
