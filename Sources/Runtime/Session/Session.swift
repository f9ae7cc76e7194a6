// One session: everything a shell holds between commands. Belongs to one thread at a time.

import CPosix
import Diagnostics
import Glibc
import Patterns
import Scalars

public final class Session {
    public let types: TypeRegistry
    public private(set) var surroundings: Surroundings
    let symbols = SymbolTable()
    /// The scope of what is typed at the prompt.
    public private(set) var global: Scope!
    /// The innermost scope that runs; commands and conversions without a scope of their own start from here.
    public internal(set) var scope: Scope!
    /// Grows whenever a command name may mean something else than before.
    var commandEpoch = 0
    /// Counts places for variables that were made at run time in other scopes than the global one.
    var placesEpoch = 1
    /// Whether `Set-StrictMode` was ever called.
    var knowsStrictMode = false
    var commandTable: [String: any Command.Type] = [:]
    var cmdletInfos: [String: CmdletInfo] = [:]

    let slotPool = SlotPool()
    let textBuffer = TextBuffer()
    /// Emptied collectors that wait for the next expression that runs a statement.
    private var spareCollector: Collector?

    /// `$?`.
    public var lastSucceeded = true
    /// `$LASTEXITCODE`; nil before the first program or script.
    public var lastExitCode: Int32?
    /// How a line of syntax is written.
    public var describeSyntax: ((ParameterTable, String?) -> String)?
    /// The code that runs was sent here by a job: `$using:x` is there.
    public var allowsUsing = false
    /// What came with the work under names this session keeps for itself: `$using:PID`.
    public var sentVariables: [String: Value] = [:]
    /// `$_`.
    var item: Value = .missing
    /// The label of the `break` or `continue` under way; empty for none.
    var loopLabel = ""
    /// How many `try` blocks (or commands that stop on errors) enclose what runs.
    var tryDepth = 0
    /// True inside a `catch`: `throw` alone throws again.
    var isHandlingError = false
    /// `$Error`, newest first.
    public let errors = ListObject([], type: .arrayList)
    /// Full path of the current location of the file system.
    public var location: String
    /// File system drives beside the root, by name in small letters, with the folders they begin at.
    public var driveRoots = ["temp": "/tmp"]
    /// The whole current location with its drive where that is not the file system, such as `env:/`.
    public var currentDrive = ""
    public var environment: [String: String]
    public private(set) var modules: [ModuleInfo] = []
    public var variableDrives: [String: any VariableDrive] = [:]
    public let regexes = RegexCache()
    public var culture: NumberCulture = .invariant
    public var namespaces: [String] = []
    let rootShape = Shape.root()
    /// The shape without properties that records of this session grow from.
    public var emptyShape: Shape { rootShape }
    let matchesSymbol: Symbol
    /// Variables that an assignment finds in whatever scope they are.
    var allScopeNames: Set<Symbol> = []
    /// State that commands keep between calls, by its Swift type.
    private var attachments: [ObjectIdentifier: AnyObject] = [:]
    /// Set by Ctrl-C from the signal handler's side; looked at by loops and pipelines.
    public let cancellation: CancellationFlag
    /// Address below which the stack must not grow.
    var stackLimit: UInt = 0
    /// Text of the first and last word of the previous line: `$^`, `$$`.
    public var firstToken = "", lastToken = ""
    /// Reads a module, a script file or a data file; set by the commands that know files.
    public var scriptArguments: [String] = []
    var randomState: UInt64 = 0

    private let catalogues: [TypeCatalogue]
    private let tables: [[any Command.Type]]

    /// A session of its own with the same types and commands, for work that runs beside this one. Belongs to the thread that makes it.
    public struct Blueprint: @unchecked Sendable {
        fileprivate let catalogues: [TypeCatalogue]
        fileprivate let tables: [[any Command.Type]]
        fileprivate let drives: [String: any VariableDrive]
        fileprivate let describeSyntax: ((ParameterTable, String?) -> String)?
        fileprivate let surroundings: Surroundings
        /// Ctrl-C is meant for both.
        fileprivate let cancellation: CancellationFlag

        public func make(host: any Host) -> Session {
            var own = surroundings
            own.host = host
            let session = Session(surroundings: own, types: catalogues, commands: tables, cancellation: cancellation)
            session.variableDrives = drives
            session.describeSyntax = describeSyntax
            return session
        }
    }
    public var blueprint: Blueprint {
        var own = surroundings
        own.environment = environment
        own.location = location
        return Blueprint(
            catalogues: catalogues, tables: tables, drives: variableDrives, describeSyntax: describeSyntax, surroundings: own, cancellation: cancellation)
    }

    public init(surroundings: Surroundings, types: [TypeCatalogue], commands: [[any Command.Type]], cancellation: CancellationFlag = CancellationFlag()) {
        self.surroundings = surroundings
        self.cancellation = cancellation
        catalogues = types
        tables = commands
        self.types = TypeRegistry(types)
        location = surroundings.location
        matchesSymbol = symbols.symbol("Matches")
        environment = surroundings.environment
        environment["PSModulePath"] = ModuleFiles.initialPath(surroundings.environment)
        let made = Scope(self, layout: ScopeLayout([], isOpen: true), parent: nil, kind: .global, output: NullSink(), streams: Streams(), module: nil)
        global = made
        scope = made
        for table in commands { for command in table { commandTable[command.name.lowercased()] = command } }
        stackLimit = StackBounds.limit(lowest: surroundings.lowestOfStack)
        AutomaticVariables.install(in: self)
    }

    /// The state of a type that a command keeps in the session, made when first asked for.
    public func attachment<T: AnyObject>(_ type: T.Type, make: () -> T) -> T {
        if let known = attachments[ObjectIdentifier(type)] as? T { return known }
        let made = make()
        attachments[ObjectIdentifier(type)] = made
        return made
    }

    /// Lets go of what commands keep in the session, open stores among them. The session's last act; its variables go
    /// with the process, which is sooner than one by one.
    public func close() {
        for act in lastActs { act(self) }
        attachments.removeAll()
    }
    /// What is done before the session lets go of everything.
    public var lastActs: [(Session) -> Void] = []
    /// How the output of programs is text, where `[Console]::OutputEncoding` is not UTF-8.
    public var decodeProgramOutput: (([UInt8]) -> String)?
    /// Tells of the shell's own work while somebody listens: the source, and a line.
    public var tracer: ((_ source: String, _ text: String) throws -> Void)?
    /// Looks after events: timers, watchers and what else may have something to tell.
    public var whenEventsAreDue: ((Session) throws -> Void)?
    /// Runs a pipeline beside this session and gives its job: `command &`.
    public var startInBackground: ((String, Scope) throws -> Value)?

    /// Lets go of everything, after `close`, where the process goes on: scopes and the session hold each other.
    public func dismantle() {
        scope = nil
        global = nil
        errors.elements.removeAll()
        modules.removeAll()
        cmdletInfos.removeAll()
    }

    public var host: any Host { surroundings.host }
    /// Where output goes that nobody takes.
    public internal(set) var screen: FormattingSink?
    /// From now on another host stands between the session and the outside.
    public func replaceHost(_ host: any Host) { surroundings.host = host }
    /// Ticks of 100 ns since 0001-01-01, UTC.
    public var now: Int64 { surroundings.now() }

    public func addModule(_ module: ModuleInfo) {
        modules.removeAll { $0 === module || ($0.name.equalsIgnoringCase(module.name) && $0.path == module.path) }
        modules.append(module)
        commandEpoch += 1
    }
    public func removeModule(_ module: ModuleInfo) {
        modules.removeAll { $0 === module }
        commandEpoch += 1
    }

    /// An empty collector, for a short while.
    @inline(__always) func takeCollector() -> Collector {
        guard let spare = spareCollector else { return Collector() }
        spareCollector = spare.next
        spare.next = nil
        return spare
    }

    /// Takes a collector back unless somebody else has kept it.
    @inline(__always) func giveBack(_ collector: inout Collector) {
        guard isKnownUniquelyReferenced(&collector) else { return }
        collector.removeAll()
        collector.next = spareCollector
        spareCollector = collector
    }

    /// Throws if the script calls itself too deeply for the stack there is.
    /// What calls itself without end must hear Ctrl-C too.
    @inline(__always) public func checkDepth() throws {
        if cancellation.isSet { try stop() }
        var marker = 0
        let here = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
        if here < stackLimit {
            let overflow = ShellError("CallDepthOverflow", Messages.callDepthOverflow, type: "ScriptCallDepthException", category: .invalidOperation)
            overflow.endsScript = true
            throw overflow
        }
    }

    /// What may go on for long asks this in between: hears Ctrl-C, and that there is no more memory.
    @inline(__always) public func checkCancelled() throws { if cancellation.isSet { try stop() } }
    /// The same between two statements, where events are looked after too.
    @inline(__always) func checkBetweenStatements() throws { if cancellation.isSet { try stopBetweenStatements() } }
}

/// A flag that signal handlers set.
public final class CancellationFlag: @unchecked Sendable {
    public let storage: UnsafeMutablePointer<Int32>
    /// Looks at the memory of this process, where it is a shell's.
    var memoryWatch: MemoryWatch?
    public init() {
        storage = .allocate(capacity: 1)
        storage.initialize(to: 0)
    }
    deinit { storage.deallocate() }
    public var isSet: Bool { storage.pointee != 0 }
    public func set() { storage.pointee = 1 }
    public func clear() { storage.pointee = 0 }
    /// What stands in the flag when it was the memory watch that set it.
    static let outOfMemory: Int32 = 2, outputWaits: Int32 = 4
    /// True if the flag says this; it is lowered then.
    func take(_ told: Int32) -> Bool { posix_take_flag(storage, told) }
    /// What stands in the flag when a timer or another source of events may have some.
    public static let events: Int32 = 3
    var hasEvents: Bool { storage.pointee == CancellationFlag.events }
    func takeEvents() -> Bool { take(CancellationFlag.events) }
    /// It was Ctrl-C.
    public var isCancelled: Bool { storage.pointee == 1 }
}

/// `$env:NAME`, `$function:NAME`: variables that live in a drive.
public protocol VariableDrive {
    func value(_ name: String, _ session: Session) throws -> Value
    func setValue(_ name: String, _ value: Value, _ session: Session) throws
}

/// Where the stack ends, with room left for the error that says so.
enum StackBounds {
    /// - Parameter lowest: the lowest address of the stack; nil for the thread's own.
    static func limit(lowest: UInt?) -> UInt {
        if let lowest { return lowest + 512 * 1024 }
        var base: UInt = 0
        var size = 0
        guard posix_own_stack(&base, &size) == 0 else { return 0 }
        return base + UInt(min(size / 4, 512 * 1024))
    }
}
