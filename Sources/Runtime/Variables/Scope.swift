// Scopes: what variables, functions and aliases a running block sees. A scope is one activation; its parent is whoever called.

import Diagnostics

/// Which variables of a block have slots. Fixed when the block is compiled.
public final class ScopeLayout {
    let symbols: [Symbol]
    private let slots: SymbolMap<Int>
    /// Variables stand in named storage that grows: the global scope and scopes of modules.
    let isOpen: Bool

    init(_ symbols: [Symbol], isOpen: Bool = false) {
        self.symbols = symbols
        self.isOpen = isOpen
        var index = SymbolMap<Int>()
        if symbols.count > 8 { for (i, symbol) in symbols.enumerated() { index.set(symbol, i) } }
        slots = index
    }

    @inline(__always) func slot(_ symbol: Symbol) -> Int? {
        if symbols.count > 8 { return slots[symbol] }
        for i in symbols.indices where symbols[i] == symbol { return i }
        return nil
    }
}

/// What a scope is for: decides what `script:` and `local:` mean and where `return` stops.
enum ScopeKind { case global, module, script, function, method }

/// What few scopes have: functions, aliases and variables made at run time.
final class ScopeExtras {
    /// Variables that have no slot: made at run time, or all of an open scope. The storage never moves.
    var named = SymbolMap<UnsafeMutablePointer<Value>>()
    var functions: [String: FunctionInfo] = [:]
    var aliases: [String: AliasInfo] = [:]
    var strictMode: Int?
    /// See `Scope.nextHolder`. Only scopes of deep recursions have any.
    var shortcuts = SymbolMap<Unmanaged<Scope>>()
    var shortcutEpoch = 0

    deinit {
        if DeepRelease.isPlaceToLook {
            DeepRelease.release({ for storage in named.values { storage.pointee = .missing } }, held: { named.values.map(\.pointee) })
        }
        for storage in named.values {
            storage.deinitialize(count: 1)
            storage.deallocate()
        }
    }
}

/// One activation of a block, with what its call brought along.
public final class Scope {
    /// Strong on purpose: reading it costs nothing that way. The circle lasts as long as the process.
    public let session: Session
    let layout: ScopeLayout
    let slots: UnsafeMutablePointer<Value>
    /// The scope whose variables are seen through this one: the caller's, or the module's.
    public let parent: Scope?
    /// The nearest scope of a script, a module or the session among the callers; nil if it is this one.
    private unowned(unsafe) let enclosingTop: Scope?
    let kind: ScopeKind
    let module: ModuleInfo?
    /// Where the statements of this scope write.
    var output: Sink
    public internal(set) var streams: Streams
    var extras: ScopeExtras?

    // The call that made this scope.
    /// Who called; differs from `parent` where a module's function is called from outside.
    var caller: Scope?
    var command: CommandInfo?
    var block: ScriptBlock?
    /// `$args`.
    var arguments: [Value] = []
    /// `$input`; nil where there is no pipeline input.
    var input: [Value]? { didSet { inputEnumerator = nil } }
    /// What `$input` is, once asked for.
    var inputEnumerator: ForEachEnumerator?
    var invocation: InvocationInfo?
    /// `$PSCmdlet` of an advanced function.
    var run: Invocation?
    var this: Value = .missing
    /// What a method has returned.
    var returnValue: Value = .missing
    var methodName: String?
    /// Values of parameters that were given, for `$PSBoundParameters`; made on demand from the slots unless set.
    var boundParameters: TableObject?
    /// Bit i is set if parameter i was given.
    var boundMask: UInt64 = 0
    /// Where the call stands in the caller.
    unowned(unsafe) var callSite: Node?
    /// The statement that is running.
    unowned(unsafe) var position: Node?
    /// The source whose ranges `position` speaks of.
    var source: SourceText?

    init(_ session: Session, layout: ScopeLayout, parent: Scope?, kind: ScopeKind, output: Sink, streams: Streams, module: ModuleInfo?) {
        self.session = session
        self.layout = layout
        self.parent = parent
        enclosingTop = kind == .function || kind == .method ? parent?.top : nil
        self.kind = kind
        self.output = output
        self.streams = streams
        self.module = module
        let count = layout.symbols.count
        slots = session.slotPool.take(count)
        slots.initialize(repeating: .missing, count: count)
    }

    deinit {
        if DeepRelease.isPlaceToLook {
            DeepRelease.release(
                { slots.update(repeating: .missing, count: layout.symbols.count) },
                held: { Array(UnsafeBufferPointer(start: slots, count: layout.symbols.count)) })
        }
        slots.deinitialize(count: layout.symbols.count)
        session.slotPool.giveBack(slots, layout.symbols.count)
        if let extras, !(extras.functions.isEmpty && extras.aliases.isEmpty) { session.commandEpoch &+= 1 }
    }

    /// What `script:` names.
    var top: Scope { enclosingTop ?? self }

    /// The extras, made if need be.
    var madeExtras: ScopeExtras {
        if let extras { return extras }
        let made = ScopeExtras()
        extras = made
        return made
    }

    /// The storage of a variable of this very scope, if it has one that is set.
    func ownStorage(_ symbol: Symbol) -> UnsafeMutablePointer<Value>? {
        if let slot = layout.slot(symbol) {
            let storage = slots + slot
            return storage.pointee.isMissing ? nil : storage
        }
        guard let storage = extras?.named[symbol], !storage.pointee.isMissing else { return nil }
        return storage
    }

    /// The storage of a variable of this very scope, made if need be.
    func makeStorage(_ symbol: Symbol) -> UnsafeMutablePointer<Value> {
        if let slot = layout.slot(symbol) { return slots + slot }
        let extras = madeExtras
        if let storage = extras.named[symbol] { return storage }
        let storage = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        storage.initialize(to: .missing)
        extras.named.set(symbol, storage)
        if parent != nil { session.placesEpoch &+= 1 }
        return storage
    }

    /// The storage a name means here: this scope's, or the nearest caller's that has it and does not keep it private.
    func find(_ symbol: Symbol) -> UnsafeMutablePointer<Value>? {
        if let own = ownStorage(symbol) { return own }
        var scope = parent, steps = 0
        while let current = scope {
            if let storage = current.visibleStorage(symbol) { return storage }
            steps += 1
            if steps == Scope.farAway { return current.findFar(symbol) }
            scope = current.parent
        }
        return nil
    }

    private func visibleStorage(_ symbol: Symbol) -> UnsafeMutablePointer<Value>? {
        guard let storage = ownStorage(symbol) else { return nil }
        if case .object(let object) = storage.pointee, object.kind == .variable,
            unsafeDowncast(object, to: VariableCell.self).options.contains(.isPrivate)
        {
            return nil
        }
        return storage
    }

    // MARK: Far lookups

    /// After so many scopes a lookup leaves marks for the next, so that a recursion that reads its caller's variable at every depth does not walk all the
    /// way each time.
    private static let farAway = 16

    private func findFar(_ symbol: Symbol) -> UnsafeMutablePointer<Value>? {
        var scope = self
        while let holder = scope.nextHolder(symbol, { $0.layout.slot(symbol) != nil || $0.extras?.named[symbol] != nil }) {
            if let storage = holder.visibleStorage(symbol) { return storage }
            scope = holder
        }
        return nil
    }

    /// The nearest caller that has functions or aliases of its own; in the end the session's.
    var nextWithCommands: Scope? {
        var scope = self, steps = 0
        while let next = scope.parent {
            if next.parent == nil || next.hasCommands { return next }
            steps += 1
            if steps == Scope.farAway { return next.nextHolder(Scope.commands) { $0.hasCommands } }
            scope = next
        }
        return nil
    }
    var hasCommands: Bool { extras.map { !$0.functions.isEmpty || !$0.aliases.isEmpty } ?? false }
    /// No variable's symbol.
    private static let commands = Symbol(id: .max)

    /// The nearest caller that has a place for a variable, whether or not it is set. Slots never change, and a place that is made at run time changes the
    /// session's epoch, so what is found is remembered here and at each sixteenth scope on the way.
    private func nextHolder(_ symbol: Symbol, _ holds: (Scope) -> Bool) -> Scope? {
        var marks: [Scope] = []
        var holder: Scope?
        var scope = self, steps = 0
        while true {
            if let extras = scope.extras, extras.shortcutEpoch == session.placesEpoch, let known = extras.shortcuts[symbol] {
                holder = known.takeUnretainedValue()
                break
            }
            if steps % Scope.farAway == 0 { marks.append(scope) }
            steps += 1
            guard let next = scope.parent else { return nil }
            if next.parent == nil || holds(next) {
                holder = next
                break
            }
            scope = next
        }
        guard let holder else { return nil }
        for mark in marks {
            let extras = mark.madeExtras
            if extras.shortcutEpoch != session.placesEpoch {
                extras.shortcuts = SymbolMap()
                extras.shortcutEpoch = session.placesEpoch
            }
            extras.shortcuts.set(symbol, Unmanaged.passUnretained(holder))
        }
        return holder
    }

    /// The scope a qualifier or a number names: `global`, `script`, `local`, `private`, `0`, `1`.
    public func scope(named name: String) -> Scope? {
        switch name.lowercased() {
        case "global": return session.global
        case "local", "private": return self
        case "script":
            return top
        default:
            guard let depth = Int(name), depth >= 0 else { return nil }
            var scope: Scope? = self
            for _ in 0..<depth { scope = scope?.parent }
            return scope
        }
    }
}
