// variable: the variables that the running code sees.

import Runtime

struct VariableProvider: FlatProvider {
    let name = "Variable"
    let capabilities: Int64 = 16

    func names(_ session: Session, _ scope: Scope) -> [String] { session.variables(in: scope).map(\.name).sorted { $0.lowercased() < $1.lowercased() } }
    func item(_ name: String, _ session: Session, _ scope: Scope) -> Value? { place(name, scope).cell(session).map { .object(VariableObject($0)) } }
    func content(_ name: String, _ session: Session, _ scope: Scope) throws -> Value? { place(name, scope).cell(session)?.read(session) }

    /// The variable's own name and where it is looked for: `global:x` is of the outermost scope alone.
    private struct Place {
        let name: String, scope: Scope, isQualified: Bool
        func cell(_ session: Session) -> VariableCell? { session.cell(name, in: scope, onlyThere: isQualified) }
    }
    private func place(_ name: String, _ scope: Scope) -> Place {
        guard let (plain, own) = ScopedName.parts(name, scope) else { return Place(name: name, scope: scope, isQualified: false) }
        return Place(name: plain, scope: own, isQualified: true)
    }

    func set(_ name: String, _ value: Value, force: Bool, _ session: Session, _ scope: Scope) throws {
        let place = place(name, scope)
        if let cell = place.cell(session) {
            try cell.write(value, session, force: force)
        } else {
            try session.setVariable(place.name, value, in: place.scope)
        }
    }
    func remove(_ given: String, force: Bool, _ session: Session, _ outer: Scope) throws {
        let (name, scope) = ScopedName.parts(given, outer) ?? (given, outer)
        if let cell = session.cell(name, in: scope), cell.options.contains(.constant) || (cell.options.contains(.readOnly) && !force) {
            throw ShellError(
                "VariableNotRemovable",
                "Cannot remove variable \(name) because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.",
                type: "SessionStateUnauthorizedAccessException", category: .writeError, target: .text(name))
        }
        var place: Scope? = scope
        while let current = place {
            if session.removeVariable(name, in: current) { return }
            place = current.parent
        }
    }
}

/// `${variable:name}`.
struct VariablesDrive: VariableDrive {
    func value(_ name: String, _ session: Session) throws -> Value { session.variable(name) ?? .null }
    func setValue(_ name: String, _ value: Value, _ session: Session) throws { try session.setVariable(name, value) }
}
