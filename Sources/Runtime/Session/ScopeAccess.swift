// What commands may ask of a scope.

import Diagnostics
import Syntax

extension Scope {
    /// The file of the code that runs here.
    public var scriptFile: String? { scriptPath }
    /// Where the messages of what runs here go.
    public func takeStreams(_ streams: Streams) { self.streams = streams }
    /// The scope a name or number means from here: `Global`, `Local`, `Script`, `0`, `1`.
    public func named(_ name: String) -> Scope? { scope(named: name) }
    public func setStrictMode(_ version: Int) {
        madeExtras.strictMode = version
        session.knowsStrictMode = true
    }
    public var owningModule: ModuleInfo? { module }

    /// One call under way.
    public struct Call {
        public let command: String
        public let function: String
        public let location: String
        public let script: String?
        public let line: Int
        public let invocation: InvocationInfo
        public let scope: Scope
    }

    /// The calls under way, innermost first.
    public var callStack: [Call] {
        var calls: [Call] = []
        var scope: Scope? = self
        while let current = scope {
            if current.kind == .global, current.position == nil { break }
            let source = current.currentSource
            let line = current.position.flatMap { node in source.map { $0.line(at: node.range.start) } } ?? 1
            let file = source?.path.flatMap { $0.split(separator: "/").last.map(String.init) }
            let name = current.kind == .function || current.kind == .method ? current.command?.name ?? current.methodName ?? "<ScriptBlock>" : "<ScriptBlock>"
            let shown = name.isEmpty ? "<ScriptBlock>" : name
            calls.append(
                Call(
                    command: current.kind == .script || current.kind == .global ? file ?? "<ScriptBlock>" : shown, function: shown,
                    location: file.map { "\($0): line \(line)" } ?? "<No file>", script: source?.path, line: line, invocation: current.madeInvocation,
                    scope: current))
            scope = current.caller
        }
        return calls
    }
}

extension Invocation {
    /// What `-ErrorAction` and its kin ask of this call.
    public var ownPreferences: Preferences { preferences }

    /// The call of the function or script that uses this command; nil at the prompt.
    public var callerInfo: InvocationInfo? {
        guard scope.kind == .function || scope.kind == .script, let command = scope.command, !command.name.isEmpty else { return nil }
        return scope.madeInvocation
    }
}

extension ScriptBlock {
    public var hasProcessBlock: Bool { syntax.process != nil }
}

extension ParameterTable {
    /// True for the parameters every advanced command has.
    public func isCommonParameter(_ parameter: ParameterInfo) -> Bool { isCommon(parameter) }
}

extension Session {
    /// The parameters of one set as a line of syntax: said by the commands that know how.
    public func syntaxText(_ table: ParameterTable, _ set: String?) -> String { describeSyntax?(table, set) ?? "" }

    /// From now on code that is read finds the variable in whatever scope it is.
    public func declareAllScope(_ name: String) { allScopeNames.insert(symbols.symbol(name)) }

    /// Removes the nearest variable of a name that is seen from a scope.
    public func removeVisibleVariable(_ name: String, from scope: Scope) -> Bool {
        guard let storage = scope.find(symbols.symbol(name)) else { return false }
        storage.pointee = .missing
        return true
    }
}

extension ScriptBlock {
    /// Type names from `[OutputType()]`.
    public var outputTypeNames: [String] { code.outputTypes }
}

extension Invocation {
    /// `ShouldProcess` with its own words.
    public func shouldProcess(description: String, warning: String) throws -> Bool {
        if isWhatIf {
            session.host.write("What if: " + description + "\n")
            return false
        }
        return try shouldProcess(warning)
    }

    /// A question that is asked whatever the preferences; there must be somebody to ask.
    public func shouldContinue(_ query: String, _ caption: String) throws -> Bool {
        guard session.host.isInteractive else {
            throw ShellError("InvalidOperation", Messages.cannotAsk, type: "PSInvalidOperationException", category: .invalidOperation)
        }
        session.host.write("\n\(caption)\n\(query)\n")
        let answer = session.host.readLine(prompt: "[Y] Yes  [N] No (default is \"Y\"): ", isSecret: false)?.lowercased() ?? "n"
        return answer.isEmpty || answer.hasPrefix("y")
    }
}

extension Session {
    /// A command that can be looked into: a script file is read.
    public func readyCommand(_ command: CommandInfo) throws -> CommandInfo { try loaded(command) }
}

extension Session {
    /// The names of variables a text speaks of, in the order of the text.
    /// - Parameter usingOnly: only those with `using:`.
    public func mentionedVariables(_ script: String, usingOnly: Bool) -> [String] {
        let source = SourceText(script)
        let parsed = parse(source)
        var names: [String] = []
        func note(_ text: Substring) {
            var name = text
            if name.hasPrefix("{"), name.hasSuffix("}") { name = name.dropFirst().dropLast() }
            if name.lowercased().hasPrefix("using:") {
                names.append(String(name.dropFirst(6)))
            } else if !usingOnly, !name.contains(":") {
                names.append(String(name))
            }
        }
        for token in parsed.tokens + parsed.nestedTokens {
            switch token.kind {
            case .variable, .splattedVariable: note(source.text(token.range).dropFirst())
            case .stringExpandable, .hereStringExpandable: namesInside(source.text(token.range)).forEach(note)
            default: break
            }
        }
        return names
    }

    /// What follows each `$` in an expandable string, as far as it can be a variable's name.
    private func namesInside(_ text: String) -> [Substring] {
        var result: [Substring] = []
        var rest = text[...]
        while let place = rest.firstIndex(where: { $0 == "$" || $0 == "`" }) {
            let isVariable = rest[place] == "$"
            rest = rest[rest.index(after: place)...]
            guard isVariable else {
                rest = rest.dropFirst()
                continue
            }
            if rest.first == "{", let end = rest.firstIndex(of: "}") {
                result.append(rest[...end])
            } else {
                let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" }
                if !name.isEmpty { result.append(name.last == ":" ? name.dropLast() : name) }
            }
        }
        return result
    }
}
