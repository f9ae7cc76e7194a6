// The deployment as scripts see it.

import ChatModel
import ChatStore
import Runtime

/// The deployment as a whole: its store and how much is in it.
struct ShownDeployment: Sendable {
    let path: String
    let deployment: Deployment
    let counts: [(name: String, count: Int)]

    init(path: String, _ store: any DeploymentStore) throws {
        self.path = path
        deployment = try store.deployment()
        var clients = 0
        try store.forEachClient(of: nil) { _ in
            clients += 1
            return .next
        }
        let pools = try store.chatPools()
        counts = [
            ("Sites", try store.sites().count), ("SipDomains", try store.sipDomainCount()), ("FrontEndPools", try store.frontEndPools().count),
            ("ChatPools", pools.count),
            ("LegacyChatPools", pools.count(where: \.generation.isLegacy)), ("Policies", try store.policies().count),
            ("Users", try store.userCount(UserSelection())), ("Clients", clients),
        ]
    }

    static let face = Face<ShownDeployment>(
        "Chat.Deployment", identity: \.path,
        [.text("Path", \.path)] + storedProperties { $0.deployment }
            + ["Sites", "SipDomains", "FrontEndPools", "ChatPools", "LegacyChatPools", "Policies", "Users", "Clients"].enumerated().map { place, name in
                ShownProperty(name, .int32) { .integer($0.counts[place].count) }
            })
}
