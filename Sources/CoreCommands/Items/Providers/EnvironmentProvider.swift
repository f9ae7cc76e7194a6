// env: the environment of the process.

import Runtime
import TypeSystem

struct EnvironmentProvider: FlatProvider {
    let name = "Environment"
    let capabilities: Int64 = 16

    func names(_ session: Session, _ scope: Scope) -> [String] { session.environment.keys.sorted() }
    func item(_ name: String, _ session: Session, _ scope: Scope) -> Value? {
        session.environment[name].map { .object(EntryObject(.text(name), .text($0))) }
    }
    func content(_ name: String, _ session: Session, _ scope: Scope) throws -> Value? { session.environment[name].map { .text($0) } }
    /// Nothing removes the variable; it may be empty.
    func set(_ name: String, _ value: Value, force: Bool, _ session: Session, _ scope: Scope) throws {
        session.environment[name] = value.isNull ? nil : try value.toText(session)
    }
    func remove(_ name: String, force: Bool, _ session: Session, _ scope: Scope) throws { session.environment[name] = nil }
}

/// `$env:NAME`.
struct EnvironmentDrive: VariableDrive {
    func value(_ name: String, _ session: Session) throws -> Value { session.environment[name].map { .text($0) } ?? .null }
    func setValue(_ name: String, _ value: Value, _ session: Session) throws {
        try EnvironmentProvider().set(name, value, force: false, session, session.scope)
    }
}
