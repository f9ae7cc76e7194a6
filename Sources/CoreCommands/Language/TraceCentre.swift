// What tells of the shell's own work, and where that is written.

import Glibc
import Runtime
import Scalars
import TypeSystem

/// Where the lines of a source go.
struct TraceListener {
    enum Target { case host, errors, file(String) }
    let target: Target
    /// The bits of `TraceOptions`.
    let details: Int64

    var name: String {
        switch target {
        case .host: "PSHost"
        case .errors: "Debug"
        case .file(let path): path
        }
    }

    func write(_ source: String, _ text: String, _ session: Session) throws {
        let line = "\(source) Information: 0 : \(text)"
        var rest: [String] = []
        if details & 32 != 0 { rest.append("Callstack=   at \(source)") }
        if details & 1 != 0 { rest.append("LogicalOperationStack=") }
        if details & 16 != 0 { rest.append("ThreadId=\(getpid())") }
        if details & 8 != 0 { rest.append("ProcessId=\(getpid())") }
        if details & 2 != 0 { rest.append("DateTime=\(try session.format(.object(DateObject(DateTime.utcNow())), as: "o"))") }
        if details & 4 != 0 { rest.append("Timestamp=\(EventSources.now)") }
        switch target {
        case .host:
            let time = try session.format(.object(DateObject(session.localNow)), as: "yyyy-MM-dd HH:mm:ss.ffff")
            session.host.flush()
            for text in [line] + rest.map({ "    " + $0 }) { session.host.write("DEBUG: \(time) \(text)\n") }
        case .errors:
            session.host.flush()
            let whole = ([line] + rest.map { "    " + $0 }).joined(separator: "\n") + "\n"
            session.host.writeError(whole)
        case .file(let path):
            let whole = ([line] + rest.map { "    " + $0 }).joined(separator: "\n") + "\n"
            do { try FileAccess.write(Array(whole.utf8), to: path, append: true) } catch {
                throw ShellError("FileOpenFailure", error.message, type: error.exceptionType, category: .openError, target: .text(path))
            }
        }
    }
}

/// `PSTraceSource`.
final class TraceSourceObject: Box, @unchecked Sendable {
    let name: String, about: String
    var options: Int64 = 0
    var listeners: [TraceListener] = []
    init(_ name: String, _ about: String) { self.name = name; self.about = about }
    override var type: TypeInfo { TraceSourceObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSTraceSource", base: .object)

    static let optionType = TypeInfo.enumeration(
        "System.Management.Automation.PSTraceSourceOptions",
        EnumerationInfo(
            [
                ("None", 0), ("Constructor", 1), ("Dispose", 2), ("Finalizer", 4), ("Method", 8), ("Property", 16), ("Delegates", 32), ("Events", 64),
                ("Exception", 128), ("Lock", 256), ("Error", 512), ("Errors", 640), ("Warning", 1024), ("Verbose", 2048), ("WriteLine", 4096),
                ("Data", 6167), ("Scope", 8192), ("ExecutionFlow", 8303), ("Assert", 16384), ("All", 32767),
            ], isFlags: true))
    static let detailType = TypeInfo.enumeration(
        "System.Diagnostics.TraceOptions",
        EnumerationInfo(
            [("None", 0), ("LogicalOperationStack", 1), ("DateTime", 2), ("Timestamp", 4), ("ProcessId", 8), ("ThreadId", 16), ("Callstack", 32)],
            isFlags: true))

    static let types: [KnownType] = [
        KnownType(optionType), KnownType(detailType),
        KnownType(typeInfo) {
            @Sendable func own(_ value: Value) -> TraceSourceObject? { value.object as? TraceSourceObject }
            return MemberTable(properties: [
                Property(
                    "Options", optionType, get: { t, _ in .object(EnumerationObject(optionType, own(t)?.options ?? 0)) },
                    set: { t, value, _ in own(t)?.options = value.asEnumeration?.rawValue ?? 0 }),
                Property("Description", .string, get: { t, _ in .text(own(t)?.about ?? "") }),
                Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
                Property("Listeners", .object, get: { t, _ in .strings(own(t)?.listeners.map(\.name) ?? []) }),
            ])
        },
    ]
}

/// The sources of a session. They are asked for a line only while one of them has a listener.
final class TraceCentre {
    let sources = [
        TraceSourceObject("CommandDiscovery", "Which command a name stands for."),
        TraceSourceObject("ParameterBinding", "Which argument becomes which parameter of a command."),
    ]
    /// What this shell says of its work is of this kind.
    private static let line: Int64 = 4096

    func matching(_ patterns: [String]) -> [TraceSourceObject] { sources.filter { one in patterns.contains { WildcardName.matches(one.name, $0) } } }

    /// Listens, or stops listening, as the sources say now.
    func update(_ session: Session) {
        let isOn = sources.contains { !$0.listeners.isEmpty && $0.options & TraceCentre.line != 0 }
        session.tracer =
            isOn
            ? { [unowned session] name, text in
                for source in session.traces.sources where source.name == name && source.options & TraceCentre.line != 0 {
                    for listener in source.listeners { try listener.write(name, text, session) }
                }
            } : nil
    }
}

extension Session {
    var traces: TraceCentre { attachment(TraceCentre.self) { TraceCentre() } }
}
