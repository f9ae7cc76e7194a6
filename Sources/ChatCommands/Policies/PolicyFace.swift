// Policies as scripts see them, and how a command names one.

import ChatModel
import Runtime

enum PolicyFace {
    static let own = Face<ChatPolicy>("Chat.Policy", identity: \.identity, storedProperties { $0 })
    static let vendor = Face<ChatPolicy>(
        "Microsoft.Rtc.Management.WritableConfig.Policy.PersistentChat.PersistentChatPolicy", identity: \.identity, storedProperties { $0 })
}

extension Invocation {
    /// The policy that a parameter names; nil after an error if it names a service or nothing (R44, R52).
    func policy(_ parameter: Parameter<String>) throws -> PolicyIdentity? {
        do {
            return try policyIdentity(reading: self[parameter] ?? "")
        } catch {
            try writeError(error.record)
            return nil
        }
    }
}
