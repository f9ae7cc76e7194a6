// Where values go: the next stage, a collector, a file, the screen.

import Scalars

open class Sink {
    public init() {}
    open func write(_ value: Value) throws {}

    /// Writes each element of a collection, or the value itself: what a statement's value does on its way out.
    public final func writeEnumerated(_ value: Value, _ session: Session) throws {
        switch value {
        case .nothing, .missing: return
        case .object(let object):
            switch object.kind {
            case .text, .record: try write(value)
            case .array: for element in unsafeDowncast(object, to: ArrayObject.self).elements { try write(element) }
            case .list: for element in unsafeDowncast(object, to: ListObject.self).elements { try write(element) }
            default:
                if let elements = try session.elements(of: value) {
                    for element in elements { try write(element) }
                } else {
                    try write(value)
                }
            }
        default: try write(value)
        }
    }
}

/// Throws everything away.
public final class NullSink: Sink {
    public override func write(_ value: Value) throws {}
}

/// Keeps what it is given; one value needs no array.
public final class Collector: Sink {
    private var first: Value = .missing
    private var rest: [Value] = []
    /// The next of the session's spare ones.
    var next: Collector?
    public override init() {}

    public override func write(_ value: Value) throws {
        if rest.isEmpty {
            if case .missing = first {
                first = value
                return
            }
            rest.reserveCapacity(8)
            rest.append(first)
        }
        if rest.count == rest.capacity { try RoomFor.elements(rest.count * 2) }
        rest.append(value)
    }

    /// Nothing, the one value, or an array of all.
    public var result: Value {
        if !rest.isEmpty { return .array(rest) }
        if case .missing = first { return .nothing }
        return first
    }

    public var values: [Value] {
        if !rest.isEmpty { return rest }
        if case .missing = first { return [] }
        return [first]
    }

    public var isEmpty: Bool {
        if case .missing = first { return true }
        return false
    }

    public func removeAll() {
        first = .missing
        if !rest.isEmpty { rest = [] }
    }
}

/// Hands every value to a closure.
public final class ClosureSink: Sink {
    private let body: (Value) throws -> Void
    public init(_ body: @escaping (Value) throws -> Void) { self.body = body }
    public override func write(_ value: Value) throws { try body(value) }
}

/// The streams beside the output. A nil stream goes to the host, which shows it as the preferences say.
public final class Streams {
    public enum Kind: Int, Sendable { case output = 1, error, warning, verbose, debug, information }
    public var error: Sink?
    public var warning: Sink?
    public var verbose: Sink?
    public var debug: Sink?
    public var information: Sink?

    /// Lists of `-ErrorVariable` and its kin that collect what passes, whether it is shown or not.
    var errorLists: [ListObject] = []
    var warningLists: [ListObject] = []
    var informationLists: [ListObject] = []

    public init() {}
    public func copy() -> Streams {
        let other = Streams()
        other.errorLists = errorLists; other.warningLists = warningLists; other.informationLists = informationLists
        other.error = error; other.warning = warning; other.verbose = verbose; other.debug = debug; other.information = information
        return other
    }
    public subscript(kind: Kind) -> Sink? {
        get {
            switch kind {
            case .output: nil
            case .error: error
            case .warning: warning
            case .verbose: verbose
            case .debug: debug
            case .information: information
            }
        }
        set {
            switch kind {
            case .output: break
            case .error: error = newValue
            case .warning: warning = newValue
            case .verbose: verbose = newValue
            case .debug: debug = newValue
            case .information: information = newValue
            }
        }
    }
}

/// A record of the warning, verbose, debug or information stream.
public final class StreamRecord: Box, @unchecked Sendable {
    public let stream: Streams.Kind
    public let message: Value
    public let tags: [String]
    public internal(set) var source: String
    /// `Write-Host` asks for its text without a line break, or in colours.
    public var noNewLine = false
    public var foreground: Value = .null
    public var background: Value = .null
    /// The call of the function or command that wrote it.
    public var invocation: InvocationInfo?
    /// When it was written; only what `Write-Information` and `Write-Host` write has one.
    public var time = DateTime.minValue
    public init(_ stream: Streams.Kind, _ message: Value, tags: [String] = [], source: String = "") {
        self.stream = stream; self.message = message; self.tags = tags; self.source = source
    }
    public override func describe(_ session: Session) throws -> String { try message.toText(session) }
    public override var type: TypeInfo {
        switch stream {
        case .warning: StreamRecord.warningType
        case .verbose: StreamRecord.verboseType
        case .debug: StreamRecord.debugType
        default: StreamRecord.informationType
        }
    }
    public static let recordBase = TypeInfo("System.Management.Automation.InformationalRecord", base: .object)
    public static let warningType = TypeInfo("System.Management.Automation.WarningRecord", base: recordBase)
    public static let verboseType = TypeInfo("System.Management.Automation.VerboseRecord", base: recordBase)
    public static let debugType = TypeInfo("System.Management.Automation.DebugRecord", base: recordBase)
    public static let informationType = TypeInfo("System.Management.Automation.InformationRecord", base: .object)
}
