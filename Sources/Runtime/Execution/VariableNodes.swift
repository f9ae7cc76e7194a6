// Reading and assigning variables: by slot where the block's layout has one, by name else.

import Diagnostics

/// Something that can be assigned to.
class TargetNode: Node {
    func assign(_ value: Value, _ s: Scope) throws {}

    // What reads before it assigns, such as `+=`, finds the place once: `$seats[$i++] += 2` counts `$i` up once.

    /// Evaluates what leads to the place; a variable needs nothing.
    func place(_ s: Scope) throws -> Place { Place.ofVariable }
    func read(_ place: Place, _ s: Scope) throws -> Value { try evaluate(s) }
    func write(_ value: Value, _ place: Place, _ s: Scope) throws { try assign(value, s) }
    /// Appends to an array that stands at the place and is held by nothing else: nobody can tell it from a new one. False if it does not.
    func append(_ added: ArrayGrowth, _ place: Place, _ s: Scope) throws -> Bool { false }
}

/// The object and the name or index that a member or an element is found by.
struct Place {
    let base: Value
    let key: Value
    static let ofVariable = Place(base: .null, key: .null)
}

extension Value {
    /// The variable's value where a slot holds a cell in place of a plain value.
    @inline(__always) func readThrough(_ session: Session) -> Value {
        if case .object(let object) = self, object.kind == .variable { return unsafeDowncast(object, to: VariableCell.self).read(session) }
        return self
    }
}

extension UnsafeMutablePointer<Value> {
    /// Assigns to a variable's storage, through its cell if it has one.
    @inline(__always) func assign(_ value: Value, _ session: Session) throws {
        if case .object(let object) = pointee, object.kind == .variable {
            try unsafeDowncast(object, to: VariableCell.self).write(value, session)
        } else {
            pointee = value.isMissing ? .null : value
        }
    }
}

/// A variable with a slot in the running scope.
final class SlotNode: TargetNode {
    let slot: Int
    let symbol: Symbol
    let name: String
    init(_ range: SourceRange, slot: Int, symbol: Symbol, name: String) {
        self.slot = slot
        self.symbol = symbol
        self.name = name
        super.init(range)
    }

    override func evaluate(_ s: Scope) throws -> Value {
        let value = s.slots[slot]
        switch value {
        case .object(let object):
            if object.kind == .variable { return unsafeDowncast(object, to: VariableCell.self).read(s.session) }
            return value
        case .missing: return try s.session.readByName(symbol, name, s)
        default: return value
        }
    }

    override func assign(_ value: Value, _ s: Scope) throws { try (s.slots + slot).assign(value, s.session) }

    override func append(_ added: ArrayGrowth, _ place: Place, _ s: Scope) throws -> Bool { try added.append(to: s.slots + slot) }

    /// Assigned in the text, though nothing was: null from here on, and no longer the caller's of the name.
    func setIfUnset(_ s: Scope) { if s.slots[slot].isMissing { s.slots[slot] = .null } }

    override func quickInteger(_ s: Scope) -> Int32? {
        if case .int(let number) = s.slots[slot] { return number }
        return nil
    }
    override var isQuick: Bool { true }
}

/// A variable that this block never assigns, or of an open scope: found through the callers.
final class NamedVariableNode: TargetNode {
    let symbol: Symbol
    let name: String
    init(_ range: SourceRange, symbol: Symbol, name: String) {
        self.symbol = symbol
        self.name = name
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { try s.session.readByName(symbol, name, s) }
    override func assign(_ value: Value, _ s: Scope) throws { try s.session.assign(symbol, value, in: s) }
    override func append(_ added: ArrayGrowth, _ place: Place, _ s: Scope) throws -> Bool { try s.ownStorage(symbol).map(added.append(to:)) ?? false }
}

/// `$null` on the left side: what is assigned to it is gone.
final class DiscardNode: TargetNode {
    override func evaluate(_ s: Scope) throws -> Value { .null }
    override func assign(_ value: Value, _ s: Scope) throws {}
}

/// `$script:x`, `$global:x`, `$local:x`, `$private:x`, `$2:x`.
final class ScopedVariableNode: TargetNode {
    let qualifier: String
    let symbol: Symbol
    let name: String
    init(_ range: SourceRange, qualifier: String, symbol: Symbol, name: String) {
        self.qualifier = qualifier
        self.symbol = symbol
        self.name = name
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        guard let scope = s.scope(named: qualifier) else { return .null }
        if let storage = scope.ownStorage(symbol) { return storage.pointee.readThrough(s.session) }
        return try s.session.undefined(name, s)
    }
    override func assign(_ value: Value, _ s: Scope) throws {
        guard let scope = s.scope(named: qualifier) else { return }
        let storage = scope.makeStorage(symbol)
        if qualifier.equalsIgnoringCase("private"), storage.pointee.isMissing {
            let cell = VariableCell(name: name, value: value)
            cell.options = .isPrivate
            storage.pointee = .object(cell)
            return
        }
        try storage.assign(value, s.session)
    }
    override func append(_ added: ArrayGrowth, _ place: Place, _ s: Scope) throws -> Bool {
        try s.scope(named: qualifier)?.ownStorage(symbol).map(added.append(to:)) ?? false
    }
}

/// `$env:x`, `$function:x`: a variable in a drive.
final class DriveVariableNode: TargetNode {
    let drive: String
    let name: String
    init(_ range: SourceRange, drive: String, name: String) {
        self.drive = drive
        self.name = name
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        guard let provider = s.session.variableDrives[drive.lowercased()] else { return .null }
        return try provider.value(name, s.session)
    }
    override func assign(_ value: Value, _ s: Scope) throws {
        guard let provider = s.session.variableDrives[drive.lowercased()] else {
            throw ShellError("DriveNotFound", Messages.driveNotFound(drive), type: "DriveNotFoundException", category: .objectNotFound, target: .text(drive))
        }
        try provider.setValue(name, value, s.session)
    }
}

/// `$using:x`: a variable of whoever sent the block elsewhere; here nobody did.
final class UsingVariableNode: TargetNode {
    let variable: TargetNode
    init(_ range: SourceRange, _ variable: TargetNode) {
        self.variable = variable
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        guard s.session.allowsUsing else {
            throw ShellError("UsingWithoutInvokeCommand", Messages.usingWithoutSender, category: .invalidOperation)
        }
        if !s.session.sentVariables.isEmpty, let name = (variable as? NamedVariableNode)?.name ?? (variable as? SlotNode)?.name,
            let sent = s.session.sentVariables[name.lowercased()]
        {
            return sent
        }
        return try variable.evaluate(s)
    }
    override func assign(_ value: Value, _ s: Scope) throws { throw ShellError("InvalidLeftHandSide", Messages.cannotAssign, category: .parserError) }
}

/// `$_` and `$PSItem`.
final class ItemNode: TargetNode {
    override func evaluate(_ s: Scope) throws -> Value {
        let value = s.session.item
        return value.isMissing ? .null : value
    }
    override func assign(_ value: Value, _ s: Scope) throws { s.session.item = value }

    override func quickInteger(_ s: Scope) -> Int32? {
        if case .int(let number) = s.session.item { return number }
        return nil
    }
    override var isQuick: Bool { true }
}

/// `$args`, `$input`, `$this`, `$PSBoundParameters`, `$MyInvocation`, `$PSCmdlet`, `$PSScriptRoot`, `$PSCommandPath`, `$?`: what the call or the session knows.
final class CallVariableNode: TargetNode {
    let name: String
    let symbol: Symbol
    let read: (Scope) throws -> Value
    init(_ range: SourceRange, name: String, symbol: Symbol, read: @escaping (Scope) throws -> Value) {
        self.name = name
        self.symbol = symbol
        self.read = read
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        if let extras = s.extras, let storage = extras.named[symbol], !storage.pointee.isMissing { return storage.pointee.readThrough(s.session) }
        return try read(s)
    }
    override func assign(_ value: Value, _ s: Scope) throws { try s.makeStorage(symbol).assign(value, s.session) }
}

extension Session {
    /// The value of a variable found by name from a scope; `$null` (or an error in strict mode) if there is none.
    func readByName(_ symbol: Symbol, _ name: String, _ s: Scope) throws -> Value {
        if let storage = s.find(symbol) { return storage.pointee.readThrough(self) }
        return try undefined(name, s)
    }

    func undefined(_ name: String, _ s: Scope) throws -> Value {
        if strictMode(s) >= 1 {
            throw ShellError("VariableIsUndefined", Messages.variableIsUndefined(name), category: .invalidOperation, target: .text(name))
        }
        return .null
    }

    /// The version of `Set-StrictMode` in force, 0 for none.
    func strictMode(_ s: Scope) -> Int {
        if !knowsStrictMode { return 0 }
        var scope: Scope? = s
        while let current = scope {
            if let version = current.extras?.strictMode { return version }
            scope = current.parent
        }
        return 0
    }

    /// Assigns in the given scope: a variable of a caller is hidden by a new one here, unless it is one for all scopes.
    func assign(_ symbol: Symbol, _ value: Value, in s: Scope) throws {
        if let own = s.ownStorage(symbol) { return try own.assign(value, self) }
        if let found = s.find(symbol), case .object(let object) = found.pointee, object.kind == .variable {
            let cell = unsafeDowncast(object, to: VariableCell.self)
            if cell.options.contains(.allScope) { return try cell.write(value, self) }
        }
        try s.makeStorage(symbol).assign(value, self)
    }

    // MARK: For commands

    /// A variable's value as seen from the scope a command runs in.
    public func variable(_ name: String, in scope: Scope? = nil) -> Value? {
        (scope ?? self.scope).find(symbols.symbol(name))?.pointee.readThrough(self)
    }
    /// Assigns a variable in a scope (the running one if none is given).
    public func setVariable(_ name: String, _ value: Value, in scope: Scope? = nil) throws {
        try assign(symbols.symbol(name), value, in: scope ?? self.scope)
    }
    /// The cell of a variable visible from a scope; a plain variable gets one. nil if there is no such variable.
    public func cell(_ name: String, in scope: Scope, onlyThere: Bool = false) -> VariableCell? {
        let symbol = symbols.symbol(name)
        guard let storage = onlyThere ? scope.ownStorage(symbol) : scope.find(symbol) else { return nil }
        return cell(at: storage, name)
    }
    func cell(at storage: UnsafeMutablePointer<Value>, _ name: String) -> VariableCell {
        if case .object(let object) = storage.pointee, object.kind == .variable { return unsafeDowncast(object, to: VariableCell.self) }
        let made = VariableCell(name: name, value: storage.pointee.isMissing ? .null : storage.pointee)
        storage.pointee = .object(made)
        return made
    }
    /// Puts a cell in place of whatever the scope has under its name.
    public func install(_ cell: VariableCell, in scope: Scope) { scope.makeStorage(symbols.symbol(cell.name)).pointee = .object(cell) }
    /// Removes a variable from one scope; false if it has none.
    public func removeVariable(_ name: String, in scope: Scope) -> Bool {
        guard let storage = scope.ownStorage(symbols.symbol(name)) else { return false }
        storage.pointee = .missing
        return true
    }
    /// All variables visible from a scope, nearest first; hidden ones are left out. `onlyThere`: of that scope alone.
    public func variables(in scope: Scope, onlyThere: Bool = false) -> [VariableCell] {
        var seen = Set<Symbol>()
        var result: [VariableCell] = []
        var current: Scope? = scope
        while let here = current {
            var own = here.layout.symbols
            if let extras = here.extras { own += extras.named.symbols }
            for symbol in own where !seen.contains(symbol) {
                guard let storage = here.ownStorage(symbol) else { continue }
                let cell = cell(at: storage, symbols.name(symbol))
                if here !== scope, cell.options.contains(.isPrivate) { continue }
                seen.insert(symbol)
                result.append(cell)
            }
            if onlyThere { break }
            current = here.parent
        }
        return result
    }
    /// A preference variable as a number of `ActionPreference`.
    public func preference(_ name: String, in scope: Scope) -> Int64 {
        guard let value = variable(name, in: scope) else {
            return name == "ErrorActionPreference" || name == "WarningPreference" ? ActionPreference.continue : ActionPreference.silentlyContinue
        }
        if let enumeration = value.asEnumeration { return enumeration.rawValue }
        if let text = value.asString, let number = TypeInfo.actionPreference.enumeration?.value(of: text) { return number }
        if case .int(let number) = value { return Int64(number) }
        return ActionPreference.continue
    }
    /// A preference variable as a truth: `$WhatIfPreference`.
    public func flag(_ name: String, in scope: Scope) -> Bool { variable(name, in: scope)?.isTrue(self) ?? false }
}
