// Getting users: by identity, or streamed through a selection and a filter. Shared by Get-ChatUser and Get-CsUser.

import ChatModel
import ChatStore
import Runtime

/// What a command asks for among the users.
struct UserQuery {
    var selection = UserSelection()
    var condition: UserCondition?
    /// A block that no selection can express; it sees the user as `$_`.
    var block: ScriptBlock?
    /// At most so many; nil for all.
    var limit: Int?

    /// Takes a filter in: a text or a script block of comparisons, or any block.
    ///
    /// - Throws: `ShellError` for a text that is no filter.
    mutating func take(filter: Value, _ run: Invocation) throws {
        let text = try filter.asScriptBlock?.body ?? filter.toText(run.session)
        if let read = UserFilterReader.read(text, variable: { run.session.variable($0, in: run.scope) }) {
            condition = read
            selection = read.selection
        } else if let script = filter.asScriptBlock {
            block = script
        } else {
            throw run.failure(
                "InvalidFilter", "The filter must be comparisons of user properties joined by -and, -or and -not, but is \"\(text)\".",
                type: "System.ArgumentException",
                category: .invalidArgument, target: filter)
        }
    }

    /// Writes the users that fit, one by one as the store gives them.
    func run(_ run: Invocation, show: (ChatUser) -> Value, isWanted: (ChatUser) -> Bool = { _ in true }) throws {
        if limit == 0 { return }
        var count = 0
        let runner = block.map { BlockCondition($0, run) }
        try run.read { store in
            try store.forEachUser(selection) { user in
                guard isWanted(user), condition?.holds(for: user) != false else { return .next }
                let value = show(user)
                guard try runner?.holds(for: value) != false else { return .next }
                try run.write(value)
                count += 1
                return count == limit ? .stop : .next
            }
        }
    }
}

/// A script block as a condition.
private final class BlockCondition {
    private let runner: InlineRunner

    init(_ block: ScriptBlock, _ run: Invocation) { runner = InlineRunner(block, run, output: NullSink()) }

    func holds(for value: Value) throws -> Bool { try runner.test(value) }
}

extension Invocation {
    /// The users that one written identity names: one, or by a pattern many.
    func writeUsers(named text: String, show: (ChatUser) -> Value, isWanted: (ChatUser) -> Bool = { _ in true }) throws {
        guard isPattern(text), !text.hasPrefix("CN=") else {
            guard let user = try readOrReport({ try $0.existingUser(UserIdentity(parsing: text)) }), isWanted(user) else { return }
            return try write(show(user))
        }
        var query = UserQuery()
        if case .address = UserIdentity(parsing: text) {
            query.selection.sipAddress = NamePattern(text)
        } else if text.contains("@") {
            query.selection.sipAddress = NamePattern("sip:" + text)
        } else if text != "*" {
            query.selection.displayName = NamePattern(text)
        }
        try query.run(self, show: show, isWanted: isWanted)
    }
}
