// A program as a stage: started with `posix_spawn`, fed through a pipe, its lines handed on.

import CPosix
import Diagnostics
import Glibc

final class NativeStage: Stage {
    private let path: String
    private let name: String
    private let arguments: [String]
    private let s: Scope
    private let output: Sink
    private let streams: Streams
    private let expectingInput: Bool
    /// What waits to be handed to the program.
    private var input: [UInt8] = []
    private var program: RunningProgram?
    /// Makes text of what is neither text nor bytes.
    private var formatter: FormattingSink?
    private var hasErrorLine = false
    /// For a program that is a shell and runs a script block: objects come and go in this form.
    private var form: ObjectText?
    private let sendsObjects: Bool
    private var objects: [ObjectText.Entry] = []
    private var outputLines: [String] = []
    private var errorLines: [String] = []

    init(
        path: String, name: String, arguments: [String], _ s: Scope, output: Sink, streams: Streams, expectingInput: Bool, form: ObjectText? = nil
    ) throws {
        self.form = form
        sendsObjects = form != nil
        self.path = path
        self.name = name
        self.arguments = arguments
        self.s = s
        self.output = output
        self.streams = streams
        self.expectingInput = expectingInput
    }

    override func write(_ value: Value) throws {
        if sendsObjects { return objects.append(ObjectText.Entry(.output, value)) }
        try take(value)
        if input.isEmpty { return }
        try start().feed(&input)
    }

    /// The bytes that a value is for a program.
    private func take(_ value: Value) throws {
        switch value.unwrapped {
        case .byte(let byte):
            try takeFormatted()
            return input.append(byte)
        case .object(let object):
            if let chunk = object as? ByteChunk {
                try takeFormatted()
                input += chunk.bytes
                return
            }
            if object.kind == .text, formatter == nil {
                if encoding.isNull {
                    input += unsafeDowncast(object, to: Text.self).string.utf8
                    return input.append(0x0A)
                }
                return input += try encoded(unsafeDowncast(object, to: Text.self).string + "\n")
            }
            if let array = value.asArray, array.elementType === TypeInfo.byte {
                try takeFormatted()
                for case .byte(let byte) in array.elements { input.append(byte) }
                return
            }
        default: break
        }
        // Everything else arrives as the screen would show it.
        if formatter == nil { formatter = s.session.surroundings.fileFormatter?(s.session) }
        guard let formatter else {
            input += (try value.toText(s.session)).utf8
            return input.append(0x0A)
        }
        try formatter.write(value)
    }

    private func takeFormatted() throws { if let formatter { input += try encoded(formatter.takeText()) } }

    /// `$OutputEncoding`, for text that goes to the program; null for UTF-8.
    private lazy var encoding: Value = {
        let chosen = s.session.variable("OutputEncoding", in: s) ?? .null
        // Plain UTF-8 needs nobody's help. What has no name of its own is asked for its bytes.
        let name = chosen.isNull ? "utf-8" : (try? s.session.property(of: chosen, "WebName").toText(s.session)) ?? ""
        return name == "utf-8" ? .null : chosen
    }()

    private func encoded(_ text: String) throws -> [UInt8] {
        if encoding.isNull { return Array(text.utf8) }
        let bytes = try s.session.call(encoding, "GetBytes", [.text(text)], s)
        return bytes.asArray?.elements.compactMap { if case .byte(let byte) = $0 { byte } else { nil } } ?? Array(text.utf8)
    }

    override func end() throws {
        let session = s.session
        if sendsObjects, let form, expectingInput { input = Array((ObjectText.header + "\n" + (try form.encode(objects, session))).utf8) }
        if let formatter {
            try formatter.finish()
            try takeFormatted()
        }
        let program = try start()
        let code = try program.finish(input)
        self.program = nil
        if let form { try passOn(form) }
        session.lastExitCode = code
        session.lastSucceeded = code == 0
        if code != 0, session.flag("PSNativeCommandUseErrorActionPreference", in: s) {
            let failure = ExceptionObject("NativeCommandExitException", Messages.programFailed(name, code))
            failure.details = ["ExitCode": .int(code), "Path": .text(path)]
            let record = ErrorRecord(
                failure, id: "ProgramExitedWithNonZeroCode", category: .notSpecified,
                target: .text(path))
            try session.report(record, streams: streams, preferences: Preferences(), scope: s)
        }
    }

    /// Lines go on as they come, but objects that any program writes after the header are read when it has ended.
    private func firstLooked() -> (Value) throws -> Void {
        guard let known = s.session.surroundings.objectText else { return { [output] in try output.write($0) } }
        var isFirst = true
        return { [unowned self] value in
            if form == nil, !isFirst { return try output.write(value) }
            isFirst = false
            if form == nil, value.asString == ObjectText.header { form = known }
            if form == nil { return try output.write(value) }
            outputLines.append(try value.toText(s.session))
        }
    }

    /// What the other shell wrote: each object to its own stream.
    private func passOn(_ form: ObjectText) throws {
        for entry in try form.entries(outputLines, s.session) { try output.write(entry.value) }
        guard errorLines.contains(ObjectText.header) else {
            for line in errorLines { try streams.error == nil ? s.session.host.writeError(line + "\n") : writeErrorLine(line) }
            return
        }
        for entry in try form.entries(errorLines, s.session) {
            if let record = entry.value.object as? StreamRecord {
                try s.session.writeRecord(record, streams: streams, preferences: Preferences.showingAll, scope: s)
            } else if let error = entry.value.asErrorRecord {
                try s.session.report(error, streams: streams, preferences: Preferences(), scope: s)
            } else if let text = entry.value.asString {
                try writeErrorLine(text)
            }
        }
    }

    /// A pipeline that failed before its end leaves no program behind.
    override func clean() { program?.abandon() }

    /// The program, started when there is first something for it or when there will be nothing.
    private func start() throws -> RunningProgram {
        if let program { return program }
        let session = s.session
        let goesToScreen = output is FormattingSink && streams.error == nil && form == nil
        // Rows of a table that still wait for their widths come after what the program writes, as in the reference.
        if output is FormattingSink { session.host.flush() }
        let started = try spawn(inheritOutput: goesToScreen)
        program = started
        return started
    }

    private struct Pipe {
        var read: Int32 = -1
        var write: Int32 = -1
        init() throws {
            var ends: [Int32] = [-1, -1]
            guard posix_closing_pipe(&ends) == 0 else {
                throw ShellError(
                    "NativeCommandFailed", Messages.cannotStart("pipe", String(cString: strerror(errno))), type: "ApplicationFailedException",
                    category: .resourceUnavailable)
            }
            read = ends[0]
            write = ends[1]
        }
    }

    private func spawn(inheritOutput: Bool) throws -> RunningProgram {
        let session = s.session
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var stdinPipe: Pipe?
        var stdoutPipe: Pipe?
        var stderrPipe: Pipe?
        if expectingInput {
            let made = try Pipe()
            stdinPipe = made
            posix_spawn_file_actions_adddup2(&actions, made.read, 0)
        }
        if !inheritOutput {
            let made = try Pipe()
            stdoutPipe = made
            posix_spawn_file_actions_adddup2(&actions, made.write, 1)
        }
        if streams.error != nil || form != nil {
            let made = try Pipe()
            stderrPipe = made
            posix_spawn_file_actions_adddup2(&actions, made.write, 2)
        }
        _ = posix_spawn_in_directory(&actions, session.location)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGINT)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var process: pid_t = 0
        let status = withCStrings([name] + arguments) { argv in
            withCStrings(session.environment.map { $0.key + "=" + $0.value }) { envp in posix_spawn(&process, path, &actions, &attributes, argv, envp) }
        }
        for end in [stdinPipe?.read, stdoutPipe?.write, stderrPipe?.write] { if let end { close(end) } }
        guard status == 0 else {
            for end in [stdinPipe?.write, stdoutPipe?.read, stderrPipe?.read] { if let end { close(end) } }
            throw ShellError(
                "NativeCommandFailed", Messages.cannotStart(name, String(cString: strerror(status))), type: "ApplicationFailedException",
                category: .resourceUnavailable, target: .text(path))
        }
        let toBytes = form == nil && (output is NativeStage || output is FileSink)
        return RunningProgram(
            process, stdin: stdinPipe?.write ?? -1, stdout: stdoutPipe?.read ?? -1, stderr: stderrPipe?.read ?? -1, toBytes: toBytes,
            decode: session.decodeProgramOutput, checkCancelled: { [session] in try session.checkCancelled() },
            output: form == nil ? firstLooked() : { [unowned self] in outputLines.append(try $0.toText(session)) },
            errors: { [unowned self] in form == nil ? try writeErrorLine($0) : errorLines.append($0) })
    }

    private func writeErrorLine(_ line: String) throws {
        let record = ErrorRecord(
            ExceptionObject("System.Management.Automation.RemoteException", line), id: hasErrorLine ? "NativeCommandErrorMessage" : "NativeCommandError",
            category: .notSpecified,
            target: .text(line))
        hasErrorLine = true
        try streams.error?.write(.object(record))
    }
}

/// Calls with a null-terminated array of C strings.
func withCStrings<T>(_ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> T) -> T {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
}

/// Lines from pieces of text.
struct LineSplitter {
    private var rest: [UInt8] = []
    /// The last piece ended with a carriage return: a line feed that comes next belongs to it.
    private var endedWithReturn = false
    /// How bytes are text; nil for UTF-8.
    private let decode: (([UInt8]) -> String)?
    init(_ decode: (([UInt8]) -> String)? = nil) { self.decode = decode }
    private func text(_ line: some Collection<UInt8>) -> String { decode?(Array(line)) ?? String(decoding: line, as: UTF8.self) }

    mutating func take(_ bytes: ArraySlice<UInt8>, _ body: (String) throws -> Void) rethrows {
        var start = bytes.startIndex
        if endedWithReturn, bytes.first == 0x0A { start += 1 }
        endedWithReturn = false
        while let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            let line = rest + bytes[start..<end]
            rest.removeAll(keepingCapacity: true)
            start = end + 1
            if bytes[end] == 0x0D {
                if start == bytes.endIndex { endedWithReturn = true } else if bytes[start] == 0x0A { start += 1 }
            }
            try body(text(line))
        }
        rest += bytes[start...]
    }

    mutating func finish(_ body: (String) throws -> Void) rethrows {
        if rest.isEmpty { return }
        let line = text(rest)
        rest = []
        try body(line)
    }
}
