// Pools and services as the vendor's topology lists them, made from front-end and chat pools.

import ChatModel
import Runtime

/// A service of the topology.
struct TopologyService: Sendable {
    let identity: ServiceIdentity
    let site: SiteName
    let version: Int
    /// The chat pool behind a service of chat, with its servers.
    var chat: ShownChatPool?
    var registrar: ServiceIdentity?
    var fileStore: ServiceIdentity?
    var uncPath: String?
    var sqlInstance: SqlInstance?
    /// What needs this service.
    var dependents: [String] = []

    var role: String { identity.role ?? "" }
}

/// Everything that the topology lists, read once.
struct Topology {
    private(set) var services: [TopologyService] = []
    private(set) var clusters: [Cluster] = []

    init(_ reading: some DeploymentReading) throws {
        let fronts = try reading.frontEndPools()
        let chats = try reading.chatPools().map { try ShownChatPool($0, reading) }
        for front in fronts {
            let hosted = chats.filter { $0.pool.hostPool == front.fqdn }.map(\.pool.service.text)
            var own = [TopologyService(identity: front.registrar, site: front.site, version: front.generation.serviceVersion, dependents: hosted)]
            own.append(
                TopologyService(identity: ServiceIdentity(role: "UserServer", fqdn: front.fqdn), site: front.site, version: front.generation.serviceVersion))
            if let store = front.userStore {
                own.append(
                    TopologyService(
                        identity: ServiceIdentity(role: "UserDatabase", fqdn: store.server), site: front.site, version: front.generation.serviceVersion,
                        sqlInstance: store))
            }
            services += own
            clusters.append(
                Cluster(fqdn: front.fqdn, backupPool: front.backupPool, site: front.site, services: own.map(\.identity.text), computers: front.computers))
        }
        for chat in chats {
            let site = fronts.first { $0.fqdn == chat.pool.hostPool }?.site ?? ""
            let own = Self.services(of: chat, site: site)
            services += own
            guard !clusters.contains(where: { $0.fqdn == chat.pool.fqdn }), let first = own.first, first.identity.fqdn == chat.pool.fqdn else { continue }
            clusters.append(Cluster(fqdn: chat.pool.fqdn, backupPool: nil, site: site, services: own.map(\.identity.text), computers: chat.servers.map(\.fqdn)))
        }
    }

    /// A 2013 pool is a chat service with databases and a file store; a legacy pool is at most a trusted application pool.
    private static func services(of chat: ShownChatPool, site: SiteName) -> [TopologyService] {
        let pool = chat.pool
        let version = pool.generation.serviceVersion
        let registrar = ServiceIdentity(role: "Registrar", fqdn: pool.hostPool)
        guard pool.generation == .lync2013 else {
            guard let trusted = pool.trustedApplicationPool else { return [] }
            return [
                TopologyService(identity: ServiceIdentity(role: "TrustedApplicationPool", fqdn: trusted), site: site, version: version, registrar: registrar)
            ]
        }
        let files = ServiceIdentity(role: "FileStore", fqdn: Fqdn(String(pool.fileStore.split(separator: "\\").first ?? Substring(pool.fqdn.text))))
        var services = [TopologyService(identity: pool.service, site: site, version: version, chat: chat, registrar: registrar, fileStore: files)]
        services.append(TopologyService(identity: files, site: site, version: version, uncPath: pool.fileStore, dependents: [pool.service.text]))
        for (role, instance) in [
            ("PersistentChatDatabase", pool.contentDatabase.instance), ("PersistentChatComplianceDatabase", pool.complianceDatabase.instance),
        ] {
            guard let instance else { continue }
            services.append(
                TopologyService(
                    identity: ServiceIdentity(role: role, fqdn: instance.server), site: site, version: version, sqlInstance: instance,
                    dependents: [pool.service.text]))
        }
        return services
    }
}

extension SqlInstance {
    /// The computer of the instance.
    fileprivate var server: Fqdn { Fqdn(String(text.prefix { $0 != "\\" })) }
    /// The name of the instance on its computer.
    var instanceName: String { String(text.drop { $0 != "\\" }.dropFirst()) }
}

/// Services as Get-CsService shows them: chat servers with what they alone have, the others with the common properties.
enum ServiceFaces {
    static let chat = Face<TopologyService>(
        "Microsoft.Rtc.Management.Xds.DisplayPersistentChatServer", identity: \.identity.text, [identity, registrar] + chatProperties + common)
    static let fileStore = Face<TopologyService>(
        "Microsoft.Rtc.Management.Xds.DisplayFileStore", identity: \.identity.text, [identity, .text("UncPath", \.uncPath)] + common)
    static let database = Face<TopologyService>(
        "Microsoft.Rtc.Management.Xds.DisplayDatabase", identity: \.identity.text,
        [identity, .text("SqlInstanceName") { $0.sqlInstance?.instanceName }] + common)
    static let trusted = Face<TopologyService>("Microsoft.Rtc.Management.Xds.DisplayExternalServer", identity: \.identity.text, [identity, registrar] + common)
    static let plain = Face<TopologyService>("Microsoft.Rtc.Management.Xds.DisplayService", identity: \.identity.text, [identity] + common)

    /// The face for a service's role.
    static func face(of service: TopologyService) -> Face<TopologyService> {
        switch service.role {
        case "PersistentChatServer": chat
        case "FileStore": fileStore
        case "TrustedApplicationPool": trusted
        case let role where role.hasSuffix("Database"): database
        default: plain
        }
    }

    private static let identity = ShownProperty<TopologyService>.text("Identity", \.identity.text)
    private static let registrar = ShownProperty<TopologyService>.text("Registrar", \.registrar?.text)

    private static let chatProperties: [ShownProperty<TopologyService>] =
        [
            .text("FileStore", \.fileStore?.text), ShownProperty("MtlsPort", .int32) { .integer(Int($0.chat?.pool.mtlsPort ?? 0)) },
            .text("DisplayName", \.chat?.pool.displayName),
            .list("ActiveServers") { $0.chat?.servers.filter(\.isActive).map(\.fqdn.text) ?? [] },
            .list("InactiveServers") { $0.chat?.servers.filter { !$0.isActive }.map(\.fqdn.text) ?? [] },
        ] + databases("PersistentChatDatabase") { $0.contentDatabase } + databases("PersistentChatComplianceDatabase") { $0.complianceDatabase }

    private static func databases(_ noun: String, _ placement: @escaping @Sendable (ChatPool) -> DatabasePlacement) -> [ShownProperty<TopologyService>] {
        [
            .text(noun) { $0.chat.flatMap { placement($0.pool).instance?.text } },
            .text("Mirror\(noun)") { $0.chat.flatMap { placement($0.pool).mirror?.text } },
            .text("Backup\(noun)") { $0.chat.flatMap { placement($0.pool).backup?.text } },
            .text("BackupMirror\(noun)") { $0.chat.flatMap { placement($0.pool).backupMirror?.text } },
        ]
    }

    private static let common: [ShownProperty<TopologyService>] = [
        .list("DependentServiceList", \.dependents), .text("ServiceId") { "\($0.site.text)-\($0.role)-1" }, .text("SiteId") { "Site:\($0.site.text)" },
        .text("PoolFqdn", \.identity.fqdn.text), ShownProperty("Version", .int32) { .integer($0.version) }, .text("Role", \.role),
    ]
}
