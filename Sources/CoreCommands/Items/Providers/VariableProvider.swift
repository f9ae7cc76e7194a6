// variable: the variables that the running code sees.

import Runtime

struct VariableProvider: FlatProvider {
    let name = "Variable"
    let capabilities: Int64 = 16

    func names(_ session: Session, _ scope: Scope) -> [String] { session.variables(in: scope).map(\.name).sorted { $0.lowercased() < $1.lowercased() } }
    func item(_ name: String, _ session: Session, _ scope: Scope) -> Value? { session.cell(name, in: scope).map { .object(VariableObject($0)) } }
    func content(_ name: String, _ session: Session, _ scope: Scope) throws -> Value? { session.cell(name, in: scope)?.read(session) }
    func set(_ name: String, _ value: Value, force: Bool, _ session: Session, _ scope: Scope) throws {
        if let cell = session.cell(name, in: scope) {
            try cell.write(value, session, force: force)
        } else {
            try session.setVariable(name, value, in: scope)
        }
    }
    func remove(_ name: String, force: Bool, _ session: Session, _ scope: Scope) throws {
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
