// `ProcessStartInfo`, and processes that scripts start through it: their standard streams can be pipes.

import CPosix
import Glibc
import Runtime
import Scalars
import TypeSystem

/// How a program is to be started.
final class ProcessStartInfo: Box, @unchecked Sendable {
    var fileName = "", arguments = "", directory = "", verb = "", userName = ""
    let list = ListObject([], type: ProcessStartInfo.listType, elementType: .string)
    var environment: TableObject?
    var redirectsInput = false, redirectsOutput = false, redirectsErrors = false
    var usesShell = false, hasNoWindow = false
    var windowStyle: Int64 = 0
    override var type: TypeInfo { ProcessStartInfo.typeInfo }
    static let typeInfo = TypeInfo("System.Diagnostics.ProcessStartInfo", base: .object)
    private static let listType = TypeInfo(
        "System.Collections.ObjectModel.Collection`1", base: .object, interfaces: [.iList], code: .list, elementType: .string, genericArguments: [.string])

    static func own(_ value: Value) throws -> ProcessStartInfo {
        guard let info = value.object as? ProcessStartInfo else {
            throw MethodFailure("System.ArgumentNullException", "Value cannot be null. (Parameter 'startInfo')")
        }
        return info
    }
    private static func text(_ name: String, _ path: ReferenceWritableKeyPath<ProcessStartInfo, String> & Sendable) -> Property {
        Property(
            name, .string, get: { t, _ in .text(try own(t)[keyPath: path]) },
            set: { t, value, session in try own(t)[keyPath: path] = value.isNull ? "" : value.toText(session) })
    }
    private static func flag(_ name: String, _ path: ReferenceWritableKeyPath<ProcessStartInfo, Bool> & Sendable) -> Property {
        Property(
            name, .bool, get: { t, _ in .bool(try own(t)[keyPath: path]) }, set: { t, value, session in try own(t)[keyPath: path] = value.isTrue(session) })
    }
    /// The variables the program will see: the session's, until they are changed here.
    private func variables(_ session: Session) -> TableObject {
        if let environment { return environment }
        let made = TableObject(HashTable(.ordinal))
        for (name, value) in session.environment.sorted(by: { $0.key < $1.key }) { made.table.set(.text(name), .text(value)) }
        environment = made
        return made
    }
    private static func make(_ name: String, _ arguments: String = "") -> ProcessStartInfo {
        let info = ProcessStartInfo()
        info.fileName = name
        info.arguments = arguments
        return info
    }

    static let types: [KnownType] = [
        KnownType(typeInfo) {
            MemberTable(
                properties: [
                    text("Arguments", \.arguments), Property("ArgumentList", listType, get: { t, _ in .object(try own(t).list) }),
                    flag("CreateNoWindow", \.hasNoWindow),
                    Property("EnvironmentVariables", .hashtable, get: { t, session in .object(try own(t).variables(session)) }),
                    Property("Environment", .hashtable, get: { t, session in .object(try own(t).variables(session)) }),
                    flag("RedirectStandardInput", \.redirectsInput), flag("RedirectStandardOutput", \.redirectsOutput),
                    flag("RedirectStandardError", \.redirectsErrors), flag("UseShellExecute", \.usesShell), text("UserName", \.userName),
                    text("Verb", \.verb), text("FileName", \.fileName), text("WorkingDirectory", \.directory),
                    Property(
                        "WindowStyle", StartProcess.windowStyles,
                        get: { t, _ in .object(EnumerationObject(StartProcess.windowStyles, try own(t).windowStyle)) },
                        set: { t, value, _ in try own(t).windowStyle = value.asEnumeration?.rawValue ?? 0 }),
                ],
                constructors: [
                    Overload(returns: typeInfo) { _, _, _ in .object(ProcessStartInfo()) },
                    Overload([OverloadParameter("fileName", .string)], returns: typeInfo) { _, a, _ in .object(make(a[0].asString ?? "")) },
                    Overload([OverloadParameter("fileName", .string), OverloadParameter("arguments", .string)], returns: typeInfo) { _, a, _ in
                        .object(make(a[0].asString ?? "", a[1].asString ?? ""))
                    },
                ])
        }
    ]

    /// Starts the program; its redirected streams are pipes, whose other ends the process keeps.
    /// - Throws: `Win32Exception` if there is no such program.
    func start(into process: ProcessObject, _ session: Session) throws {
        if fileName.isEmpty {
            throw MethodFailure("System.InvalidOperationException", "Cannot start process because a file name has not been provided.")
        }
        let path =
            fileName.contains("/") ? session.fullPath(fileName) : (session.program(named: fileName) as? ApplicationInfo)?.path ?? session.fullPath(fileName)
        let folder = directory.isEmpty ? session.location : session.fullPath(directory)
        func refused(_ code: Int32) -> MethodFailure {
            MethodFailure(
                "System.ComponentModel.Win32Exception",
                "An error occurred trying to start process '\(fileName)' with working directory '\(folder)'. \(String(cString: strerror(code)))")
        }
        guard FileStatus(path)?.isFile == true else { throw refused(ENOENT) }
        var variables = session.environment
        if let environment {
            variables = [:]
            for (key, value) in environment.table.pairs { variables[try key.toText(session)] = try value.toText(session) }
        }
        let words = list.elements.isEmpty ? CommandLineText.split(arguments) : try list.elements.map { try $0.toText(session) }
        let input = redirectsInput ? try Pipe() : nil, output = redirectsOutput ? try Pipe() : nil, errors = redirectsErrors ? try Pipe() : nil
        defer {
            input?.closeReading()
            output?.closeWriting()
            errors?.closeWriting()
        }
        session.host.flush()
        let start = ProcessStart(
            program: path, arguments: words, environment: variables, directory: folder, input: input?.readingPath, output: output?.writingPath,
            errors: errors?.writingPath)
        do { process.started(try start.spawn(), name: PathText.leaf(path)) } catch { throw refused(error.code) }
        process.input = try input.map { pipe in
            defer { pipe.closeWriting() }
            return try pipe.writer(session)
        }
        process.output = output
        process.errors = errors
        session.startedProcesses.byNumber[process.id] = process
    }
}

/// A pipe between this process and one it starts.
final class Pipe {
    private var ends: [Int32] = [-1, -1]
    init() throws {
        if posix_closing_pipe(&ends) != 0 { throw MethodFailure("System.IO.IOException", String(cString: strerror(errno))) }
    }
    deinit {
        closeReading()
        closeWriting()
    }
    /// Ends by the paths under which another process opens them.
    var readingPath: String { "/proc/\(getpid())/fd/\(ends[0])" }
    var writingPath: String { "/proc/\(getpid())/fd/\(ends[1])" }
    func closeReading() { close(0) }
    func closeWriting() { close(1) }
    private func close(_ end: Int) {
        if ends[end] >= 0 { Glibc.close(ends[end]) }
        ends[end] = -1
    }

    /// `StreamWriter` on the writing end: what is written goes out at once.
    func writer(_ session: Session) throws -> Value {
        guard let file = session.types.type(named: "System.IO.FileStream"), let writer = session.types.type(named: "System.IO.StreamWriter") else {
            return .null
        }
        let stream = try session.construct(file, [.text(writingPath), .text("Open"), .text("Write")])
        let made = try session.construct(writer, [stream])
        try session.setProperty(of: made, "AutoFlush", .true)
        return made
    }
    /// `StreamReader` on what the process writes until it ends.
    func reader(_ session: Session) throws -> Value {
        defer { closeReading() }
        guard let file = session.types.type(named: "System.IO.File") else { return .null }
        return try session.callStatic(file, "OpenText", [.text(readingPath)], session.scope)
    }
}
