// Get-ChatRule: the rules that the domain decides by.

import ChatModel
import ChatStore
import Runtime

enum RuleFace {
    static let own = Face<ChatRule>(
        "Chat.Rule", identity: \.id.rawValue,
        [
            .text("Id", \.id.rawValue), .text("Effect", \.effect.rawValue), .text("Title", \.title),
            .list("Says") { rule in rule.messages.compactMap { Catalogue.english.wording(of: $0)?.says } }, .list("Sources", \.sources),
        ])
}

final class GetChatRuleCommand: Command {
    static let name = "Get-ChatRule"
    static let id = Parameter<[String]>(
        "Id", aliases: ["Identity"], position: 0, pipeline: true, byName: true, help: "Ids of rules, such as R1; wildcards allowed.")

    static let declaration = chatDeclaration(
        name, "Gets the rules of coexistence, topology, homing and policies.",
        "An error or warning of a rule bears its id: what it decides, what it may say, and where it comes from.",
        parameters: [id], output: ["Chat.Rule"],
        examples: [
            CommandExample("A rule", "(Get-ChatRule R1).Title", output: "A 2013 Persistent Chat pool is hosted only by a 2013 pool.\n"),
            CommandExample(
                "The rule behind an error",
                "Remove-FrontEndPool fer2.contoso.com -ErrorAction SilentlyContinue; (Get-ChatRule $Error[0].FullyQualifiedErrorId.Split(',')[0]).Effect",
                output: "Refuses\n"),
        ])

    /// Rules need no store, but the views that come with one.
    func begin(_ run: Invocation) throws { _ = run.session.deployment }

    func process(_ run: Invocation) throws {
        for wanted in run[Self.id] ?? ["*"] {
            if isPattern(wanted) {
                let pattern = NamePattern(wanted)
                for rule in ChatRule.all where pattern.matches(rule.id.rawValue) { try run.write(RuleFace.own.show(rule)) }
            } else if let rule = ChatRule.named(wanted) {
                try run.write(RuleFace.own.show(rule))
            } else {
                try run.writeError(
                    "RuleNotFound", "There is no rule \(wanted).", type: "System.ArgumentException", category: .objectNotFound, target: .text(wanted))
            }
        }
    }
}
