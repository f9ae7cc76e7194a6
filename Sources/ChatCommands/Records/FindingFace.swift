// What Test commands find, as scripts see it.

import ChatModel
import Runtime

enum FindingFace {
    static let own = Face<Finding>(
        "Chat.Finding", identity: \.text,
        [
            .text("Severity") { $0.severity.rawValue }, .text("Rule") { $0.rule?.rawValue }, .text("Kind") { $0.target.kind.rawValue },
            .text("Identity") { $0.target.identity }, .text("Message", \.text), .text("WayOut", \.wayOut),
        ])
}
