// function: the functions that the running code sees.

import Runtime

struct FunctionProvider: FlatProvider {
    let name = "Function"
    let capabilities: Int64 = 16

    func names(_ session: Session, _ scope: Scope) -> [String] { session.functions(in: scope).values.map(\.name).sorted { $0.lowercased() < $1.lowercased() } }
    private func find(_ name: String, _ session: Session, _ scope: Scope) -> FunctionInfo? {
        let (plain, own) = ScopedName.parts(name, scope) ?? (name, scope)
        return session.function(named: plain.lowercased(), own)
    }
    func item(_ name: String, _ session: Session, _ scope: Scope) -> Value? { find(name, session, scope).map { .object($0) } }
    func content(_ name: String, _ session: Session, _ scope: Scope) throws -> Value? { find(name, session, scope).map { .object($0.block) } }

    /// A script block, the text of one, or another function; nothing removes it.
    func set(_ name: String, _ value: Value, force: Bool, _ session: Session, _ scope: Scope) throws {
        let (plain, home) = ScopedName.parts(name, scope) ?? (name, scope)
        if value.isNull {
            _ = session.removeFunction(plain, in: home)
            return
        }
        let old = find(plain, session, home)
        if let old, old.options.contains(.constant) || (old.options.contains(.readOnly) && !force) {
            throw ShellError(
                "FunctionNotWritable", "Cannot write to function \(plain) because it is read-only or constant.",
                type: "SessionStateUnauthorizedAccessException", category: .writeError, target: .text(plain))
        }
        let block: ScriptBlock
        var isFilter = old?.isFilter ?? false
        if let given = value.asScriptBlock {
            block = given
        } else if let text = value.asString {
            block = try session.scriptBlock(text)
        } else if let function = value.object as? FunctionInfo {
            block = function.block
            isFilter = function.isFilter
        } else {
            throw ShellError(
                "Argument", "The value of a function must be a script block or text, but is of type \(value.type.fullName).", type: "PSArgumentException",
                category: .invalidArgument, target: .text(plain))
        }
        session.setFunction(FunctionInfo(name: plain, block: block, isFilter: isFilter), in: home)
    }

    func remove(_ given: String, force: Bool, _ session: Session, _ outer: Scope) throws {
        let (name, scope) = ScopedName.parts(given, outer) ?? (given, outer)
        if let old = find(name, session, scope), old.options.contains(.constant) || (old.options.contains(.readOnly) && !force) {
            throw ShellError(
                "FunctionNotRemovable", "Cannot remove function \(name) because it is read-only or constant.", type: "SessionStateUnauthorizedAccessException",
                category: .writeError, target: .text(name))
        }
        _ = session.removeFunction(name, in: scope)
    }
}

/// `$function:name`.
struct FunctionsDrive: VariableDrive {
    func value(_ name: String, _ session: Session) throws -> Value { try FunctionProvider().content(name, session, session.scope) ?? .null }
    func setValue(_ name: String, _ value: Value, _ session: Session) throws { try FunctionProvider().set(name, value, force: false, session, session.scope) }
}
