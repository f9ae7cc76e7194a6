// Get-CsService: lists services.

import ChatModel
import ChatStore
import Runtime

final class GetCsServiceCommand: Command {
    static let name = "Get-CsService"
    static let identity = Parameter<String>(
        "Identity", position: 0, sets: ["Identity"], help: "A service, such as PersistentChatServer:<fqdn> or Registrar:<fqdn>.")
    static let filter = Parameter<String>("Filter", sets: ["Filter"], help: "Wildcards over the identities of services.")
    static let poolFqdn = Parameter<String>("PoolFqdn", help: "Only services of this pool.")

    /// The roles, as switches; a switch is a parameter set.
    private static let roles = [
        "ApplicationDatabase", "ApplicationServer", "ArchivingDatabase", "ArchivingServer", "BackupServer", "CentralManagement", "CentralManagementDatabase",
        "ConferencingServer", "Director",
        "EdgeServer", "FileStore", "LegalInterceptServer", "ManagementServer", "MediationServer", "MonitoringDatabase", "MonitoringServer",
        "PersistentChatComplianceDatabase",
        "PersistentChatDatabase", "PersistentChatServer", "ProvisionDatabase", "ProvisionServer", "PstnGateway", "Registrar", "TrustedApplicationPool",
        "UserDatabase", "UserServer",
        "VideoGateway", "VideoInteropServer", "WacServer", "WebServer",
    ]
    private static let aliasesOfRoles = ["ConferencingServer": ["ConferenceServer"], "TrustedApplicationPool": ["ExternalServer"]]
    static let switches: [Parameter<Bool>] = roles.map { role in
        Parameter<Bool>(role, aliases: aliasesOfRoles[role] ?? [], mandatory: true, sets: [role], help: "Only services of the role \(role).")
    }

    static let declaration = chatDeclaration(
        name, "Lists services.",
        "The services of all pools, or those of one role. Legacy Group Chat pools are no Persistent Chat servers: a 2010 one appears as a trusted application pool.",
        parameters: [identity, filter, poolFqdn] + switches, defaultSet: "Identity", output: ["Microsoft.Rtc.Management.Xds.DisplayPersistentChatServer"],
        examples: [
            CommandExample("The chat servers of 2013", "(Get-CsService -PersistentChatServer).ActiveServers", output: "pc1.contoso.com\npc2.contoso.com\n")
        ])

    func process(_ run: Invocation) throws {
        let role = zip(Self.roles, Self.switches).first { run.has($0.1) }?.0
        let pool = run.filled(Self.poolFqdn).map { ServiceIdentity(parsing: $0).fqdn }
        let pattern = (run.filled(Self.filter)).map { NamePattern($0) }
        let wanted = run.filled(Self.identity).map { ServiceIdentity(parsing: $0) }
        try run.read { store in
            var count = 0
            for service in try Topology(store).services where isWanted(service, role, pool, wanted) && pattern?.matches(service.identity.text) != false {
                try run.write(ServiceFaces.face(of: service).show(service))
                count += 1
            }
            if count == 0, let wanted {
                try run.writeError(
                    "ServiceNotFound", "There is no service \(wanted.text).", type: "System.ArgumentException", category: .objectNotFound,
                    target: .text(wanted.text))
            }
        }
    }

    private func isWanted(_ service: TopologyService, _ role: String?, _ pool: Fqdn?, _ wanted: ServiceIdentity?) -> Bool {
        if let role, service.role != role { return false }
        if let pool, service.identity.fqdn != pool { return false }
        guard let wanted else { return true }
        return service.identity.fqdn == wanted.fqdn && (wanted.role == nil || wanted.role?.equalsIgnoringCase(service.role) == true)
    }
}
