// Get-ChatChange: the change log, who changed what by which command.

import ChatModel
import ChatStore
import Runtime
import Scalars

enum ChangeFace {
    static let own = Face<ChangeEntry>(
        "Chat.Change", identity: { String($0.change) },
        [
            ShownProperty("Change", .int64) { .long($0.change) },
            ShownProperty("Time", .dateTime) { entry in
                entry.origin.time.map { .object(DateObject(DateTime(ticks: $0 * 10_000 + ticksOf1970, kind: .utc))) } ?? .null
            },
            .text("Author", \.origin.author), .text("Command", \.origin.command), .text("Action", \.action.rawValue), .text("Kind", \.kind),
            .text("Identity", \.identity),
            .text("Property", \.property), .text("Old", \.old), .text("New", \.new),
        ])
}

final class GetChatChangeCommand: Command {
    static let name = "Get-ChatChange"
    static let identity = Parameter<String>("Identity", position: 0, pipeline: true, byName: true, help: "Only changes of the object of this identity.")
    static let kind = Parameter<String>(
        "Kind", validations: [.set(ChatModel.ObjectKind.allCases.map(\.rawValue), ignoreCase: true, message: nil)],
        help: "Only changes of objects of this kind: ChatUser, ChatPool, ...")
    static let byCommand = Parameter<String>("Command", help: "Only changes by this command.")
    static let after = Parameter<Int>("After", help: "Only changes with a higher number.")
    static let resultSize = Parameter<Int>("ResultSize", validations: [.range(0, .int(.max))], help: "At most so many entries, the oldest.")

    static let declaration = chatDeclaration(
        name, "Gets the change log, oldest first.",
        "One entry for each object that was added and for each property that changed or went with its object. Entries of one command share their number.",
        parameters: [identity, kind, byCommand, after, resultSize], output: ["Chat.Change"],
        examples: [
            CommandExample(
                "What happened to a user",
                "Move-ChatUser bob@contoso.com -Target fe2013.contoso.com; Get-ChatChange -Command Move-ChatUser | ForEach-Object { \"$($_.Property): $($_.Old) -> $($_.New)\" }",
                output: "HomePool: fe2010.contoso.com -> fe2013.contoso.com\n")
        ])

    func process(_ run: Invocation) throws {
        let kind = run.filled(Self.kind).flatMap { text in ChatModel.ObjectKind.allCases.first { $0.rawValue.equalsIgnoringCase(text) } }
        let selection = ChangeSelection(
            kind: kind, identity: run.filled(Self.identity), command: run.filled(Self.byCommand), after: Int64(run[Self.after] ?? 0))
        let limit = run[Self.resultSize]
        if limit == 0 { return }
        var count = 0
        try run.read { store in
            try store.forEachChange(selection) { entry in
                try run.write(ChangeFace.own.show(entry))
                count += 1
                return count == limit ? .stop : .next
            }
        }
    }
}
