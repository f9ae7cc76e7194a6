// Sites and SIP domains as scripts see them.

import ChatModel
import Runtime

/// A site with the pools in it.
struct ShownSite: Sendable {
    let site: Site
    let pools: [Fqdn]

    init(_ site: Site, _ reading: some DeploymentReading) throws {
        self.site = site
        pools = try reading.frontEndPools().filter { $0.site == site.name }.map(\.fqdn)
    }

    static let face = Face<ShownSite>(
        "Chat.Site", identity: { $0.site.identity },
        [.text("Identity") { $0.site.identity }] + storedProperties { $0.site } + [.list("Pools") { $0.pools.map(\.text) }])
}

enum SipDomainFace {
    static let own = Face<SipDomain>("Chat.SipDomain", identity: \.identity, storedProperties { $0 })
}
