// `& $module command arguments`: something done inside a module.

/// The module that stands where a command would; the first argument says what is called in it.
final class ModuleTarget: CommandInfo, @unchecked Sendable {
    let module: ModuleInfo
    init(_ module: ModuleInfo) {
        self.module = module
        super.init(name: module.name, kind: .externalScript)
    }

    /// Takes the command off the arguments: a block, which then runs in the module, or the name of one that the module sees.
    func command(_ arguments: inout CallArguments, _ session: Session) throws -> CommandInfo {
        guard let first = arguments.values.first, arguments.shapes.first == .positional else {
            throw ShellError("BadExpression", Messages.badCommandExpression, category: .invalidOperation)
        }
        arguments.values.removeFirst()
        arguments.shapes.removeFirst()
        if let block = first.asScriptBlock { return BlockCommand(block.bound(to: module)) }
        if let command = first.object as? CommandInfo { return try session.loaded(command) }
        return try session.loaded(session.resolveCommand(first.toText(session), module.scope ?? session.global))
    }
}
