// Blocks that offer values for arguments: registered for a command and parameter, a parameter of any command, or a program.

public final class ArgumentCompleters {
    /// By `command:parameter`, or `:parameter` for all commands; in lower case.
    private var blocks: [String: ScriptBlock] = [:]
    private var native: [String: ScriptBlock] = [:]
    private var fallback: ScriptBlock?

    public func register(_ block: ScriptBlock?, command: String?, parameter: String) {
        let key = (command ?? "").lowercased() + ":" + parameter.lowercased()
        blocks[key] = block
    }
    public func registerNative(_ block: ScriptBlock?, program: String) { native[program.lowercased()] = block }
    public func registerFallback(_ block: ScriptBlock?) { fallback = block }

    public func block(command: String, parameter: String) -> ScriptBlock? {
        blocks[command.lowercased() + ":" + parameter.lowercased()] ?? blocks[":" + parameter.lowercased()]
    }
    public func nativeBlock(_ program: String) -> ScriptBlock? { native[program.lowercased()] ?? fallback }
}

extension Session {
    public var argumentCompleters: ArgumentCompleters { attachment(ArgumentCompleters.self) { ArgumentCompleters() } }

    /// What a script offers for an argument: texts, or `CompletionResult` objects. nil where no script knows.
    /// - Parameter bound: the arguments that stand in the line already.
    public func scriptCompletions(command: CommandInfo, parameter: ParameterInfo, word: String, bound: TableObject) -> [Value]? {
        guard let block = argumentCompleters.block(command: command.name, parameter: parameter.name) ?? parameter.completer else { return nil }
        // A completer that fails offers nothing: there is nowhere to say so while somebody types.
        guard
            let result = try? call(
                block, arguments: [.text(command.name), .text(parameter.name), .text(word), .null, .object(bound)])
        else { return [] }
        return result.isAbsent ? [] : ((try? elements(of: result)) ?? nil) ?? [result]
    }
}
