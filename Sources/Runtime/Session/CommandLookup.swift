// What a command name means: alias, function, command of the shell, script file, program, in this order.

import Glibc

extension Session {
    /// - Throws: `CommandNotFoundException`.
    func resolveCommand(_ name: String, _ s: Scope) throws -> CommandInfo {
        var current = name
        for _ in 0..<20 {
            guard let found = findCommand(current, s) else { break }
            guard let alias = found as? AliasInfo else { return found }
            current = alias.definition
        }
        if try autoload(current, s), let found = findCommand(current, s) { return try found is AliasInfo ? resolveCommand(current, s) : found }
        if let found = try askedForMissing(current, s) { return found }
        throw commandNotFound(current)
    }

    /// What `CommandNotFoundAction` finds for a name that means nothing else.
    private func askedForMissing(_ name: String, _ s: Scope) throws -> CommandInfo? {
        let actions = attachment(LookupActions.self) { LookupActions() }
        guard let action = actions.notFound, !actions.isAsking else { return nil }
        actions.isAsking = true
        defer { actions.isAsking = false }
        let question = CommandLookupObject(name)
        _ = try call(action, arguments: [.text(name), .object(question)])
        return question.block.map { BlockCommand($0) } ?? question.command
    }

    func commandNotFound(_ name: String) -> ShellError {
        let failure = ShellError(
            "CommandNotFoundException", Messages.commandNotFound(name), type: "CommandNotFoundException", category: .objectNotFound, target: .text(name))
        failure.record.exception.details["CommandName"] = .text(name)
        return failure
    }

    /// What a name means without following aliases; nil if nothing.
    public func findCommand(_ name: String, _ s: Scope? = nil) -> CommandInfo? {
        let key = name.lowercased()
        let from: Scope = s ?? scope
        if let alias = alias(named: key, from) { return alias }
        if let function = function(named: key, from) { return function }
        if let cmdlet = cmdlet(named: key) { return cmdlet }
        if let backslash = name.lastIndex(of: "\\"),
            let qualified = findQualified(module: String(name[..<backslash]), String(name[name.index(after: backslash)...]), from)
        {
            return qualified
        }
        if name.contains("/") || name.hasPrefix("~") { return fileCommand(fullPath(name)) }
        if name.hasPrefix(".\\") { return fileCommand(fullPath(name.replacingBackslashes())) }
        if let program = program(named: name) { return program }
        // A verb may be left out of `Get-` commands.
        if !name.contains("-"), let implied = function(named: "get-" + key, from) ?? cmdlet(named: "get-" + key) { return implied }
        return nil
    }

    private func findQualified(module: String, _ name: String, _ s: Scope) -> CommandInfo? {
        if let known = modules(seenFrom: s).first(where: { $0.name.equalsIgnoringCase(module) }) {
            if let function = known.exports.functions.first(where: {
                $0.name.equalsIgnoringCase(name) || ModuleNames.prefixed($0.name, known.prefix).equalsIgnoringCase(name)
            }) {
                return function
            }
            if let alias = known.exports.aliases.first(where: { $0.name.equalsIgnoringCase(name) }) { return alias }
            return known.exports.cmdlets.first { $0.name.equalsIgnoringCase(name) }
        }
        guard let cmdlet = cmdlet(named: name.lowercased()), cmdlet.moduleName.equalsIgnoringCase(module) else { return nil }
        return cmdlet
    }

    func alias(named key: String, _ s: Scope) -> AliasInfo? {
        var scope: Scope? = s
        while let current = scope {
            if let alias = current.extras?.aliases[key] { return alias }
            scope = current.nextWithCommands
        }
        return commandAliases[key]
    }

    /// - Parameter key: the name in lower case.
    public func function(named key: String, _ s: Scope) -> FunctionInfo? {
        var scope: Scope? = s
        while let current = scope {
            if let function = current.extras?.functions[key] { return function }
            scope = current.nextWithCommands
        }
        return key == "prompt" ? standardPrompt() : nil
    }

    /// The function `prompt`, made when it is first asked for; nil once it is there or was removed.
    @discardableResult
    private func standardPrompt() -> FunctionInfo? {
        let standard = attachment(StandardFunctions.self) { StandardFunctions() }
        if standard.areMade { return nil }
        standard.areMade = true
        if let own = global.extras?.functions["prompt"] { return own }
        // The text is the shell's own and can be read.
        guard let block = try? scriptBlock(StandardFunctions.prompt) else { return nil }
        let function = FunctionInfo(name: "prompt", block: block, isFilter: false)
        global.madeExtras.functions["prompt"] = function
        return function
    }

    public func cmdlet(named key: String) -> CmdletInfo? {
        let key = key.lowercased()
        if let known = cmdletInfos[key] { return known }
        guard let command = commandTable[key] else { return nil }
        let info = CmdletInfo(command)
        cmdletInfos[key] = info
        return info
    }

    /// Aliases that commands declare for themselves, and those of the reference shell.
    var commandAliases: [String: AliasInfo] {
        attachment(AliasTable.self) {
            let table = AliasTable()
            for command in commandTable.values {
                for alias in command.aliases { table.aliases[alias.lowercased()] = AliasInfo(name: alias, of: command) }
            }
            return table
        }.aliases
    }

    public func setAlias(_ alias: AliasInfo, in scope: Scope) {
        if !scope.hasCommands { placesEpoch &+= 1 }
        scope.madeExtras.aliases[alias.name.lowercased()] = alias
        alias.module = scope.module
        commandEpoch += 1
    }
    public func removeAlias(_ name: String, in scope: Scope) -> Bool {
        commandEpoch += 1
        let key = name.lowercased()
        if scope.extras?.aliases.removeValue(forKey: key) != nil { return true }
        if scope.kind == .global || global.extras?.aliases[key] == nil {
            return attachment(AliasTable.self) { AliasTable() }.aliases.removeValue(forKey: key) != nil
        }
        return false
    }
    /// All aliases visible from a scope, by name in lower case.
    public func aliases(in s: Scope) -> [String: AliasInfo] {
        var result = commandAliases
        var chain: [Scope] = []
        var scope: Scope? = s
        while let current = scope {
            chain.append(current)
            scope = current.parent
        }
        for scope in chain.reversed() { if let own = scope.extras?.aliases { result.merge(own) { $1 } } }
        return result
    }

    public func setFunction(_ function: FunctionInfo, in scope: Scope) {
        if !scope.hasCommands { placesEpoch &+= 1 }
        scope.madeExtras.functions[function.name.lowercased()] = function
        function.module = function.block.module
        commandEpoch += 1
    }
    public func removeFunction(_ name: String, in s: Scope) -> Bool {
        commandEpoch += 1
        var scope: Scope? = s
        while let current = scope {
            if current.extras?.functions.removeValue(forKey: name.lowercased()) != nil { return true }
            scope = current.parent
        }
        return false
    }
    /// All functions visible from a scope, by name in lower case.
    public func functions(in s: Scope) -> [String: FunctionInfo] {
        standardPrompt()
        var result: [String: FunctionInfo] = [:]
        var chain: [Scope] = []
        var scope: Scope? = s
        while let current = scope {
            chain.append(current)
            scope = current.parent
        }
        for scope in chain.reversed() { if let own = scope.extras?.functions { result.merge(own) { $1 } } }
        return result
    }
    public var cmdletNames: [String] { commandTable.values.map { $0.name } }

    // MARK: Files

    /// A script or program at a path.
    private func fileCommand(_ path: String) -> CommandInfo? {
        var info = stat()
        guard stat(path, &info) == 0 else {
            if !path.hasSuffix(".ps1"), stat(path + ".ps1", &info) == 0 { return script(path + ".ps1") }
            return nil
        }
        if info.st_mode & S_IFMT == S_IFDIR { return nil }
        if path.lowercased().hasSuffix(".ps1") { return script(path) }
        // What cannot be run is a program all the same: that it fails says more than that there is none.
        return ApplicationInfo(name: path.split(separator: "/").last.map(String.init) ?? path, path: path)
    }

    private func script(_ path: String) -> CommandInfo? { ScriptFile(path: path) }

    /// A program, or a script, in a folder of `PATH`.
    public func program(named name: String) -> CommandInfo? {
        if name.isEmpty || name.contains("/") { return nil }
        for folder in (environment["PATH"] ?? "").split(separator: ":") {
            let path = folder + "/" + name
            var info = stat()
            if name.lowercased().hasSuffix(".ps1"), stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG { return script(path) }
            if stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return ApplicationInfo(name: name, path: path) }
            if stat(path + ".ps1", &info) == 0 { return script(path + ".ps1") }
        }
        return nil
    }

    /// A path as an absolute one: `~` and relative paths from the current location.
    public func fullPath(_ path: String) -> String {
        var text = path.contains("\\") ? path.replacingBackslashes() : path
        if let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text.hasPrefix("/") { text = withoutDrive(text, colon) }
        if text == "~" || text.hasPrefix("~/") { text = (environment["HOME"] ?? "/") + text.dropFirst() }
        if !text.hasPrefix("/") { text = (location == "/" ? "" : location) + "/" + text }
        var parts: [Substring] = []
        for part in text.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": continue
            case "..": if !parts.isEmpty { parts.removeLast() }
            default: parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// `Temp:/x` and `FileSystem::/x` as the file system knows them; other names may hold a colon.
    private func withoutDrive(_ text: String, _ colon: String.Index) -> String {
        let name = text[..<colon].lowercased()
        let rest = text[text.index(after: colon)...]
        if rest.hasPrefix(":"), name == "filesystem" || name.hasSuffix("/filesystem") { return String(rest.dropFirst()) }
        guard let root = driveRoots[name] else { return text }
        return root + "/" + rest
    }

    /// What `&` and `.` were given: a block, a command or a name.
    func command(from value: Value, _ s: Scope) throws -> CommandInfo {
        if let block = value.asScriptBlock { return BlockCommand(block) }
        if let command = value.object as? CommandInfo {
            if let file = command as? ScriptFile { return try file.load(self) }
            if let alias = command as? AliasInfo { return try resolveCommand(alias.definition, s) }
            return command
        }
        if let module = value.object as? ModuleInfo { return ModuleTarget(module) }
        if value.isNull { throw ShellError("BadExpression", Messages.badCommandExpression, category: .invalidOperation) }
        let name = try value.toText(self)
        if name.isEmpty { throw ShellError("BadExpression", Messages.badCommandExpression, category: .invalidOperation) }
        return try loaded(resolveCommand(name, s))
    }

    /// A script file is read when it is about to run.
    func loaded(_ command: CommandInfo) throws -> CommandInfo {
        if let file = command as? ScriptFile { return try file.load(self) }
        return command
    }
}

final class AliasTable {
    var aliases: [String: AliasInfo] = [:]
}

extension String {
    func replacingBackslashes() -> String { String(map { $0 == "\\" ? "/" : $0 }) }
}

/// A `.ps1` file that was found but not read yet.
final class ScriptFile: CommandInfo, @unchecked Sendable {
    let path: String
    init(path: String) {
        self.path = path
        super.init(name: path.split(separator: "/").last.map(String.init) ?? path, kind: .externalScript)
    }
    func load(_ session: Session) throws -> ScriptInfo {
        let block = try session.scriptBlock(ScriptReader.text(of: path), path: path)
        if !block.syntax.usings.isEmpty || !block.syntax.requirements.isEmpty { try ScriptPreparation.prepare(block, session.scope, isFile: true) }
        return ScriptInfo(path: path, block: block)
    }
    override var type: TypeInfo { ScriptInfo.typeInfo }
}

/// Reading script files.
public enum ScriptReader {
    /// The text of a script: UTF-8, with or without a mark, or UTF-16 or UTF-32 with one. Bytes that are no UTF-8 read as U+FFFD.
    /// - Throws: `CommandNotFoundException` kin for a file that is missing or a folder.
    public static func text(of path: String) throws -> String {
        let bytes = try self.bytes(of: path)
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
            let units = stride(from: 4, to: bytes.count - 3, by: 4).map { i in (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[i + $1]) << UInt32(8 * $1) } }
            return String(decoding: units, as: UTF32.self)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return String(decoding: stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }, as: UTF16.self)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return String(decoding: stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }, as: UTF16.self)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        return String(decoding: body, as: UTF8.self)
    }

    /// The bytes of a file.
    public static func bytes(of path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var info = stat()
        if fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { throw failure(path, EISDIR) }
        var bytes = [UInt8]()
        bytes.reserveCapacity(Int(info.st_size) + 1)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let n = read(descriptor, &chunk, chunk.count)
            if n == 0 { return bytes }
            if n < 0 {
                if errno == EINTR { continue }
                throw failure(path, errno)
            }
            bytes += chunk[..<n]
        }
    }

    private static func failure(_ path: String, _ code: Int32) -> ShellError {
        switch code {
        case ENOENT, ENOTDIR:
            ShellError(
                "CommandNotFoundException", Messages.scriptNotFound(path), type: "CommandNotFoundException", category: .objectNotFound, target: .text(path))
        case EISDIR:
            ShellError(
                "ScriptIsDirectory", Messages.scriptIsDirectory(path), type: "System.UnauthorizedAccessException", category: .openError, target: .text(path))
        default:
            ShellError(
                "ScriptReadError", Messages.cannotOpen(path, String(cString: strerror(code))), type: "System.IO.IOException", category: .readError,
                target: .text(path))
        }
    }
}

/// Functions a session has from the start.
private final class StandardFunctions {
    var areMade = false
    static let prompt = "\"chat $PWD$('>' * ($NestedPromptLevel + 1)) \""
}

/// What a session does about names of commands that mean nothing.
public final class LookupActions {
    public var notFound: ScriptBlock?
    var isAsking = false
    public init() {}
}

/// `CommandLookupEventArgs`: the name that is looked for, and what a script answers.
public final class CommandLookupObject: Box, @unchecked Sendable {
    public let name: String
    public var command: CommandInfo?
    public var block: ScriptBlock?
    public var stopsSearch = false
    init(_ name: String) { self.name = name }
    public override var type: TypeInfo { CommandLookupObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.CommandLookupEventArgs", base: .object)
}
