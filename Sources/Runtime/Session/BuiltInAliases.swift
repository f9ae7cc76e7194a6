// Which of the shell's own aliases cannot be changed, and which hold in every scope.

enum BuiltInAliases {
    private static let fixedEverywhere: Set<String> = ["%", "?", "foreach", "where", "select"]
    private static let everywhere: Set<String> = ["cd", "copy", "del", "dir", "echo", "md", "move", "popd", "pushd"]
    private static let free: Set<String> = [
        "chdir", "clear", "cls", "erase", "h", "history", "kill", "pwd", "r", "rd", "ren", "rmdir", "set", "type", "sls", "man", "help", "gerr", "mkdir",
        "write",
    ]

    /// The options of an alias that a command of a standard module has.
    static func options(_ name: String, module: String) -> VariableOptions {
        guard module.hasPrefix("Microsoft.PowerShell.") else { return [] }
        let key = name.lowercased()
        if fixedEverywhere.contains(key) { return [.readOnly, .allScope] }
        if everywhere.contains(key) { return .allScope }
        return free.contains(key) ? [] : .readOnly
    }
}
