// `>`, `>>`, `2>&1`, `*>`: other places for the output and the streams of a command.

import Diagnostics
import Glibc
import Syntax

struct RedirectionNode {
    enum Target {
        case file(Node, append: Bool)
        case stream(Int)
    }
    let range: SourceRange
    let from: Int
    let target: Target
}

/// The redirected output and streams of one command.
final class Redirected {
    private(set) var output: Sink
    private(set) var streams: Streams
    private var files: [FileSink] = []
    private var variables: [VariableSink] = []

    /// nil if there is nothing to redirect.
    init?(_ redirections: [RedirectionNode], _ s: Scope, output: Sink, streams: Streams) throws {
        if redirections.isEmpty { return nil }
        self.output = output
        self.streams = streams.copy()
        // Merges first: they follow the output wherever it goes.
        for redirection in redirections { if case .file = redirection.target { try apply(redirection, s) } }
        for redirection in redirections { if case .stream = redirection.target { try apply(redirection, s) } }
    }

    private func apply(_ redirection: RedirectionNode, _ s: Scope) throws {
        switch redirection.target {
        case .stream:
            let sink = output
            if redirection.from == 0 {
                for kind in [Streams.Kind.error, .warning, .verbose, .debug, .information] { streams[kind] = sink }
            } else if let kind = Streams.Kind(rawValue: redirection.from) {
                streams[kind] = sink
            }
        case .file(let node, let append):
            let value = try node.evaluate(s)
            let sink: Sink
            let name = value.isNull ? "" : try value.toText(s.session)
            if value.isNull {
                sink = NullSink()
            } else if let colon = name.firstIndex(of: ":"), name[..<colon].lowercased() == "variable" {
                let variable = VariableSink(String(name[name.index(after: colon)...]), append: append, s)
                variables.append(variable)
                sink = variable
            } else if let colon = name.firstIndex(of: ":"), ["env", "function", "alias"].contains(name[..<colon].lowercased()) {
                let failure = ShellError(
                    "ReadWriteFileNotFileSystemProvider", Messages.notAFile(name), type: "PSInvalidOperationException", category: .invalidArgument)
                failure.record.idSource = "Microsoft.PowerShell.Commands.OutFileCommand"
                throw failure
            } else {
                let file = try FileSink(name, append: append, s.session)
                files.append(file)
                sink = file
            }
            if redirection.from == 0 {
                output = sink
                for kind in [Streams.Kind.error, .warning, .verbose, .debug, .information] { streams[kind] = sink }
            } else if redirection.from == 1 {
                output = sink
            } else if let kind = Streams.Kind(rawValue: redirection.from) {
                streams[kind] = sink
            }
        }
    }

    func finish() {
        for file in files { file.finish() }
        for variable in variables { variable.finish() }
    }

    static func run(_ redirections: [RedirectionNode], _ s: Scope, output: Sink, streams: Streams, _ body: (Sink, Streams) throws -> Flow) throws -> Flow {
        guard let redirected = try Redirected(redirections, s, output: output, streams: streams) else { return try body(output, streams) }
        defer { redirected.finish() }
        let saved = (s.output, s.streams)
        s.output = redirected.output
        s.streams = redirected.streams
        defer { (s.output, s.streams) = saved }
        return try body(redirected.output, redirected.streams)
    }
}

/// `> variable:name`: the variable gets what comes.
private final class VariableSink: Sink {
    private let name: String
    private let scope: Scope
    private var values: [Value] = []

    init(_ name: String, append: Bool, _ scope: Scope) {
        self.name = name
        self.scope = scope
        if append, let old = scope.session.variable(name, in: scope), !old.isNull { values = [old] }
    }
    override func write(_ value: Value) throws { values.append(value) }
    func finish() {
        // Nothing can be thrown here, at the end of a command: where the variable cannot be written, the output is lost.
        _ = try? scope.session.setVariable(name, values.count == 1 ? values[0] : .array(values), in: scope)
    }
}

/// An expression with redirections, as in `$x > file`.
final class RedirectedNode: StatementNode {
    let inner: Node
    let redirections: [RedirectionNode]
    init(_ range: SourceRange, _ inner: Node, _ redirections: [RedirectionNode]) {
        self.inner = inner
        self.redirections = redirections
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow {
        try Redirected.run(redirections, s, output: s.output, streams: s.streams) { _, _ in try inner.run(s) }
    }
}

/// A file that output goes to, formatted as on the screen.
public final class FileSink: Sink {
    private let formatter: FormattingSink?
    private let session: Session
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private let path: String

    /// - Throws: `FileOpenFailure` if the file cannot be written.
    public init(_ name: String, append: Bool, _ session: Session) throws {
        self.session = session
        path = session.fullPath(name)
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0o666)
        if descriptor < 0 {
            let reason = errno
            let isMissing = reason == ENOENT
            throw ShellError(
                "FileOpenFailure", isMissing ? Messages.noSuchPath(path) : Messages.cannotOpen(path, String(cString: strerror(reason))),
                type: isMissing
                    ? "System.IO.DirectoryNotFoundException"
                    : reason == EACCES || reason == EISDIR ? "System.UnauthorizedAccessException" : "System.IO.IOException", category: .openError,
                target: .text(path))
        }
        formatter = session.surroundings.fileFormatter?(session)
    }

    public override func write(_ value: Value) throws {
        if let chunk = value.object as? ByteChunk {
            buffer += chunk.bytes
        } else if let formatter {
            try formatter.write(value)
            take(formatter)
        } else {
            buffer += Array((try value.toText(session) + "\n").utf8)
        }
        if buffer.count > 1 << 16 { flush() }
    }

    private func take(_ formatter: FormattingSink) { buffer += Array(formatter.takeText().utf8) }

    private func flush() {
        var written = 0
        buffer.withUnsafeBytes { bytes in
            while written < bytes.count {
                let n = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if n <= 0 { break }
                written += n
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    public func finish() {
        if let formatter {
            // What the formatter holds back belongs in the file too.
            do { try formatter.finish() } catch {}
            take(formatter)
        }
        flush()
        close(descriptor)
    }
}

/// Bytes between programs, untouched.
final class ByteChunk: Box, @unchecked Sendable {
    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }
}
