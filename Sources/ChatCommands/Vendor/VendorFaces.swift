// Objects as the vendor's cmdlets show them: its type names and properties (cs-cmdlets.md 2).

import ChatModel
import Runtime

/// A user as Get-CsUser shows one.
enum VendorUserFace {
    static let own = Face<ShownUser>("Microsoft.Rtc.Management.ADConnect.Schema.ADUser", identity: { $0.user.identity }, properties)

    /// Policies of kinds that no chat depends on: never assigned here.
    private static let otherPolicies = [
        "VoicePolicy", "VoiceRoutingPolicy", "ConferencingPolicy", "PresencePolicy", "DialPlan", "LocationPolicy", "ClientPolicy", "ClientVersionPolicy",
        "ArchivingPolicy",
        "ExchangeArchivingPolicy", "PinPolicy", "ExternalAccessPolicy", "MobilityPolicy",
    ]

    private static let properties: [ShownProperty<ShownUser>] =
        [.text("Identity") { $0.user.identity }]
        + otherPolicies.map { ShownProperty($0, .string) { _ in .null } }
        + [
            .text("PersistentChatPolicy") { $0.user.policy?.text }, .text("RegistrarPool") { $0.user.homePool?.text },
            ShownProperty("Enabled", .bool) { .bool($0.user.enablement == .enabled) }, .text("SipAddress") { $0.user.sipAddress?.text },
            .text("DisplayName") { $0.user.displayName }, .text("SamAccountName") { $0.user.samAccountName },
            .text("UserPrincipalName") { $0.user.userPrincipalName },
            .text("DistinguishedName") { $0.user.identity }, .text("Name") { $0.user.distinguishedName.commonName },
        ]
}

/// A site with all its pools and services.
struct VendorSite: Sendable {
    let site: Site
    let services: [String]
    let allPools: [Fqdn]

    init(_ site: Site, _ reading: some DeploymentReading) throws {
        self.site = site
        let topology = try Topology(reading)
        services = topology.services.filter { $0.site == site.name }.map(\.identity.text)
        allPools = topology.clusters.filter { $0.site == site.name }.map(\.fqdn)
    }
}

/// A site as Get-CsSite shows one.
enum VendorSiteFace {
    static let own = Face<VendorSite>(
        "Microsoft.Rtc.Management.Deploy.Internal.Site", identity: { $0.site.identity },
        [
            .text("Identity") { $0.site.identity }, ShownProperty("SiteId", .int32) { .integer(Int($0.site.siteId)) }, .list("Services") { $0.services },
            .list("Pools") { $0.allPools.map(\.text) }, .text("FederationRoute") { _ in nil }, .text("XmppFederationRoute") { _ in nil },
            .text("DefaultPersistentChatPool") { site in site.site.defaultChatPool.map { "PersistentChatServer:\($0.text)" } },
            .text("Description") { $0.site.description },
            .text("DisplayName") { $0.site.displayName }, .text("SiteType") { $0.site.type.rawValue }, .text("ParentSite") { _ in nil },
        ])
}

/// Pools of every role, as Get-CsPool shows them.
struct Cluster: Sendable {
    let fqdn: Fqdn
    let backupPool: Fqdn?
    let site: SiteName
    let services: [String]
    let computers: [Fqdn]

    static let face = Face<Cluster>(
        "Microsoft.Rtc.Management.Deploy.Internal.Cluster", identity: { $0.fqdn.text },
        [
            .text("Identity") { $0.fqdn.text }, .text("Fqdn") { $0.fqdn.text }, .text("BackupPoolFqdn") { $0.backupPool?.text },
            .text("Site") { "Site:\($0.site.text)" },
            .list("Services", \.services), .list("Computers") { $0.computers.map(\.text) },
        ])
}
