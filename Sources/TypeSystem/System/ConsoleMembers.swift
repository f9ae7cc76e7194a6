// `System.Console`: the terminal of the process, through the session's host.

import Glibc
import Runtime
import Scalars

/// `[Console]::Out` and `[Console]::Error`.
final class ConsoleWriter: Box, @unchecked Sendable {
    let isError: Bool
    init(isError: Bool) { self.isError = isError }
    override var type: TypeInfo { ConsoleWriter.typeInfo }
    static let typeInfo = TypeInfo("System.IO.TextWriter+SyncTextWriter", base: TextWriterObject.base)
}

enum ConsoleMembers {
    private static let type = TypeInfo("System.Console", accelerator: nil, base: .object, isAbstract: true)

    private static func write(_ text: String, isError: Bool, _ session: Session) {
        if isError { session.host.writeError(text) } else { session.host.write(text) }
    }
    private static func text(_ value: Value, _ session: Session) throws -> String {
        if value.isNull { return "" }
        if let array = value.asArray, array.elementType.code == .char { return StringMembers.joined(array.elements) }
        return try MethodText.of(value, session)
    }

    /// `Write` and `WriteLine`, as statics or for a writer.
    private static func writing(_ name: String, ending: String, _ isError: @escaping @Sendable (Value) -> Bool) -> Method {
        Method(
            name,
            [
                Overload { t, _, session in
                    write(ending, isError: isError(t), session)
                    return .nothing
                },
                Overload([.object("value")]) { t, a, session in
                    write(try text(a[0], session) + ending, isError: isError(t), session)
                    return .nothing
                },
                Overload([.text("format"), .rest("arg", .object)]) { t, a, session in
                    write(try session.filled(a.text(0), a.values(1)) + ending, isError: isError(t), session)
                    return .nothing
                },
            ])
    }
    /// What a program without a window of its own can only pretend to set.
    private static func setting(_ name: String, _ type: TypeInfo, _ value: @escaping @Sendable (Session) -> Value) -> Property {
        Property(name, type, get: { _, session in value(session) }, set: { _, _, _ in })
    }

    static let known = KnownType(type) {
        MemberTable(
            staticProperties: [
                Property("Out", TextWriterObject.base, get: { _, _ in .object(ConsoleWriter(isError: false)) }),
                Property("Error", TextWriterObject.base, get: { _, _ in .object(ConsoleWriter(isError: true)) }),
                Property(
                    "In", TextReaderObject.base,
                    get: { _, session in
                        var lines: [String] = []
                        while let line = session.host.readLine(prompt: "", isSecret: false) { lines.append(line + "\n") }
                        return .object(TextReaderObject(lines.joined(), TextReaderObject.stringType))
                    }),
                Property(
                    "OutputEncoding", EncodingObject.typeInfo,
                    get: { _, session in .object(session.attachment(ConsoleEncoding.self) { ConsoleEncoding() }.output) },
                    set: { _, value, session in
                        guard let encoding = value.object as? EncodingObject else { return }
                        session.attachment(ConsoleEncoding.self) { ConsoleEncoding() }.output = encoding
                        session.decodeProgramOutput = encoding.encoding == .utf8 || encoding.encoding == .utf8BOM ? nil : { encoding.text(of: $0) }
                    }),
                setting("InputEncoding", EncodingObject.typeInfo) { _ in .object(EncodingObject(.utf8)) },
                setting("ForegroundColor", MomentTypes.consoleColor) { _ in .object(EnumerationObject(MomentTypes.consoleColor, -1)) },
                setting("BackgroundColor", MomentTypes.consoleColor) { _ in .object(EnumerationObject(MomentTypes.consoleColor, -1)) },
                setting("Title", .string) { _ in "" }, setting("WindowWidth", .int32) { .int(Int32($0.host.width)) },
                setting("BufferWidth", .int32) { .int(Int32($0.host.width)) },
                setting("WindowHeight", .int32) { _ in
                    var size = winsize()
                    return .int(ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int32(size.ws_row) : 24)
                },
                setting("CursorVisible", .bool) { _ in true }, setting("TreatControlCAsInput", .bool) { _ in false },
                setting("CursorLeft", .int32) { _ in 0 }, setting("CursorTop", .int32) { _ in 0 },
                Property("IsInputRedirected", .bool, get: { _, _ in .bool(isatty(0) == 0) }),
                Property("IsOutputRedirected", .bool, get: { _, _ in .bool(isatty(1) == 0) }),
                Property("IsErrorRedirected", .bool, get: { _, _ in .bool(isatty(2) == 0) }), Property("KeyAvailable", .bool, get: { _, _ in false }),
            ],
            staticMethods: [
                writing("Write", ending: "") { _ in false }, writing("WriteLine", ending: "\n") { _ in false },
                Method("ReadLine", returns: .string) { _, _, session in session.host.readLine(prompt: "", isSecret: false).map { .text($0) } ?? .null },
                Method("ResetColor") { _, _, session in
                    if session.host.usesColor { session.host.write("\u{1B}[0m") }
                    return .nothing
                },
                Method("Clear") { _, _, session in
                    if session.host.isInteractive { session.host.write("\u{1B}[H\u{1B}[2J") }
                    return .nothing
                },
                Method("Beep") { _, _, session in
                    if session.host.isInteractive { session.host.write("\u{7}") }
                    return .nothing
                },
                Method("SetCursorPosition", [.int("left"), .int("top")]) { _, a, session in
                    if session.host.isInteractive { session.host.write("\u{1B}[\(a.int(1) + 1);\(a.int(0) + 1)H") }
                    return .nothing
                },
                Method("OpenStandardOutput", returns: StreamObject.base) { _, _, _ in .object(try FileStreamObject("/dev/stdout", mode: 3, access: 2)) },
                Method("OpenStandardInput", returns: StreamObject.base) { _, _, _ in .object(try FileStreamObject("/dev/stdin", mode: 3, access: 1)) },
            ])
    }
    static let writer = KnownType(ConsoleWriter.typeInfo) {
        @Sendable func isError(_ value: Value) -> Bool { (value.object as? ConsoleWriter)?.isError ?? false }
        return MemberTable(
            properties: [
                Property("NewLine", .string, get: { _, _ in "\n" }),
                Property("Encoding", EncodingObject.typeInfo, get: { _, _ in .object(EncodingObject(.utf8)) }),
                Property("AutoFlush", .bool, get: { _, _ in true }, set: { _, _, _ in }),
            ],
            methods: [
                writing("Write", ending: "", isError), writing("WriteLine", ending: "\n", isError),
                Method("Flush") { _, _, session in
                    session.host.flush()
                    return .nothing
                }, Method("Close") { _, _, _ in .nothing }, Method("Dispose") { _, _, _ in .nothing },
            ])
    }
}

/// `[Console]::OutputEncoding`: how the output of programs is read. What this shell writes is UTF-8 whatever it says.
final class ConsoleEncoding {
    var output = EncodingObject(.utf8)
}
