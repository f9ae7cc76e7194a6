// The end of the road for output nobody takes: formatted for the screen, or into text for files and strings.

import Runtime

/// Formats values and packets into an output text.
class Formatter {
    let session: Session
    let out: OutputText
    private let writer: FormatWriter
    private var shaper: Shaper?

    init(_ session: Session, out: OutputText, widths: OutputWidths, errorSink: @escaping (String) -> Void) {
        self.session = session
        self.out = out
        // A person at the screen sees the first rows soon; elsewhere all rows of a moment decide about the widths.
        let patience: UInt64 = session.host.isInteractive ? 300_000_000 : 2_000_000_000
        writer = FormatWriter(out, widths: widths, patience: patience, errorSink: errorSink)
    }

    func write(_ value: Value) throws {
        if case .object(let object) = value, object.kind == .box, let packet = object as? FormatPacket {
            if packet is FormatStart { try shaper?.finish() }
            writer.write(packet)
            return
        }
        if shaper == nil {
            let writer = writer
            shaper = Shaper(session, scope: session.scope, emit: { writer.write($0) })
        }
        try shaper?.process(value)
    }

    /// Text that stands between the objects and goes to standard error.
    func write(error text: String) { writer.write(FormatEntry(.error(text), isOutOfBand: true)) }

    func finish() throws {
        try shaper?.finish()
        shaper = nil
        writer.finish()
    }
}

/// Output on the screen: what a pipeline gives that nothing else takes.
public final class DefaultOutput: FormattingSink {
    private let session: Session
    private let formatter: Formatter

    public init(_ session: Session) {
        self.session = session
        let host = session.host
        // The last column of a screen stays free.
        let width = max(1, host.width - 1)
        let out = OutputText()
        formatter = Formatter(session, out: out, widths: OutputWidths(table: width, text: width, rows: host.height)) { text in
            if !out.isEmpty { session.host.write(out.take()) }
            session.host.flush()
            session.host.writeError(text)
        }
    }

    public override func write(_ value: Value) throws {
        if case .object(let object) = value, let record = object as? StreamRecord { return try write(record) }
        defer { pass() }
        try formatter.write(value)
    }

    /// A message of a redirected stream, with the word that tells which.
    private func write(_ record: StreamRecord) throws {
        let text = try record.message.toText(session)
        defer { pass() }
        switch record.stream {
        case .warning: try formatter.write(.text("WARNING: " + text))
        case .verbose: try formatter.write(.text("VERBOSE: " + text))
        case .debug: try formatter.write(.text("DEBUG: " + text))
        default: try formatter.write(.text(text))
        }
    }

    public override func write(error text: String) -> Bool {
        formatter.write(error: text)
        pass()
        return true
    }

    public override func finish() throws {
        defer { pass() }
        try formatter.finish()
    }

    private func pass() { if !formatter.out.isEmpty { session.host.write(formatter.out.take()) } }
}

/// The same formatting into text: for `>`, `Out-File`, `Out-String`.
public final class TextOutput: FormattingSink {
    private let formatter: Formatter

    /// - Parameters:
    ///   - width: columns; nil: tables as wide as the screen, text as it comes.
    ///   - keepsLines: lines are asked for one by one with `takeLines`.
    ///   - endsLines: false: everything in one line.
    public init(_ session: Session, width: Int? = nil, keepsLines: Bool = false, endsLines: Bool = true) {
        let out = OutputText(keepsLines: keepsLines, endsLines: endsLines)
        let widths = OutputWidths(table: width ?? session.host.width, text: width ?? Int(Int32.max))
        formatter = Formatter(session, out: out, widths: widths) { text in out.line(text.droppingLineEnd) }
    }

    public override func write(_ value: Value) throws { try formatter.write(value) }
    public override func finish() throws { try formatter.finish() }
    public override func takeText() -> String { formatter.out.take() }
    /// The lines since last asked.
    public func takeLines() -> [String] { formatter.out.takeLines() }
    /// Bytes that wait to be taken.
    public var pendingCount: Int { formatter.out.bytes.count }
}
