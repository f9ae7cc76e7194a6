// The tables of a store, one for each kind of entity, and how a row becomes an entity.
import ChatModel

/// All entity tables on one connection.
final class Tables {
    let deployment: EntityTable<Deployment>
    let sites: EntityTable<Site>
    let sipDomains: EntityTable<SipDomain>
    /// Without their computers, which have a table of their own.
    let frontEndPools: EntityTable<FrontEndPool>
    let chatPools: EntityTable<ChatPool>
    let chatServers: EntityTable<ChatServer>
    let users: EntityTable<ChatUser>
    let policies: EntityTable<ChatPolicy>
    let clients: EntityTable<ChatClient>
    let endpoints: EntityTable<ChatEndpoint>

    init(_ connection: Connection) {
        let computers = Query(connection, "SELECT fqdn FROM front_end_computer WHERE pool = ? ORDER BY id")
        deployment = EntityTable(connection, "deployment", ["forest", "topology_is_enabled"], key: "id") { row in
            Deployment(forest: row.text(1), topologyIsEnabled: row.boolean(2))
        }
        sites = EntityTable(
            connection, "site", ["name", "site_id", "display_name", "description", "site_type", "default_chat_pool"], key: "name", read: site)
        sipDomains = EntityTable(connection, "sip_domain", ["name", "is_default"], key: "name") { row in
            SipDomain(name: row.name(1), isDefault: row.boolean(2))
        }
        frontEndPools = EntityTable(
            connection, "front_end_pool", ["fqdn", "generation", "edition", "site", "state", "backup_pool", "user_store"], key: "fqdn"
        ) { row in
            try frontEndPool(row, computers: try computers.all(.text(row.text(1))) { $0.name(0) })
        }
        chatPools = EntityTable(
            connection, "chat_pool",
            [
                "fqdn", "generation", "host_pool", "display_name", "kind", "mtls_port", "file_store", "content_instance", "content_mirror",
                "content_backup", "content_backup_mirror", "compliance_enabled", "compliance_instance", "compliance_mirror", "compliance_backup",
                "compliance_backup_mirror", "pool_state", "lookup_user", "trusted_application_pool", "migration_state",
            ], key: "fqdn", read: chatPool)
        chatServers = EntityTable(
            connection, "chat_server",
            ["fqdn", "pool", "is_active", "data_center", "channel_service", "compliance_service", "connected_users"], key: "fqdn", read: chatServer)
        users = EntityTable(
            connection, "chat_user",
            [
                "identity", "sip_address", "home_pool", "enabled", "policy", "display_name", "sam_account_name", "user_principal_name",
                "is_replicated", "principal_state",
            ], key: "id", read: chatUser)
        policies = EntityTable(connection, "chat_policy", ["identity", "enable_persistent_chat", "description"], key: "identity", read: chatPolicy)
        clients = EntityTable(
            connection, "chat_client",
            ["name", "kind", "user", "account_name", "user_uri", "host", "protocol", "port", "lookup_uri", "disable_im"], key: "name", read: chatClient)
        endpoints = EntityTable(connection, "chat_endpoint", ["sip_address", "display_name", "pool", "is_automatic"], key: "sip_address") { row in
            ChatEndpoint(sipAddress: row.name(1), displayName: row.text(2), pool: row.name(3), isAutomatic: row.boolean(4))
        }
    }
}

private func site(_ row: Row) throws -> Site {
    Site(
        name: row.name(1), siteId: row.integer(2), displayName: row.text(3), description: row.text(4), type: try row.choice(5),
        defaultChatPool: row.optionalName(6))
}

private func frontEndPool(_ row: Row, computers: [Fqdn]) throws -> FrontEndPool {
    FrontEndPool(
        fqdn: row.name(1), generation: try row.value(2) { Generation(code: $0) }, edition: try row.choice(3), site: row.name(4), computers: computers,
        state: try row.choice(5), backupPool: row.optionalName(6), userStore: row.optionalName(7))
}

private func chatPool(_ row: Row) throws -> ChatPool {
    ChatPool(
        fqdn: row.name(1), generation: try row.value(2) { Generation(code: $0) }, hostPool: row.name(3), displayName: row.text(4),
        kind: try row.choice(5), mtlsPort: row.integer(6), fileStore: row.text(7), contentDatabase: placement(row, from: 8),
        complianceEnabled: row.boolean(12), complianceDatabase: placement(row, from: 13), poolState: try row.choice(17),
        lookupUser: row.optionalName(18), trustedApplicationPool: row.optionalName(19), migrationState: try row.choice(20))
}

private func placement(_ row: Row, from column: Int32) -> DatabasePlacement {
    DatabasePlacement(
        instance: row.optionalName(column), mirror: row.optionalName(column + 1), backup: row.optionalName(column + 2),
        backupMirror: row.optionalName(column + 3))
}

private func chatServer(_ row: Row) throws -> ChatServer {
    ChatServer(
        fqdn: row.name(1), pool: row.name(2), isActive: row.boolean(3), dataCenter: row.text(4), channelService: try row.choice(5),
        complianceService: try row.choice(6), connectedUsers: row.integer(7))
}

private func chatUser(_ row: Row) throws -> ChatUser {
    var user = ChatUser(
        distinguishedName: DistinguishedName(row.text(1)), sipAddress: row.optionalName(2), homePool: row.optionalName(3),
        enablement: Enablement(flag: row.isNull(4) ? nil : row.boolean(4)), policy: row.optionalName(5), displayName: row.text(6),
        samAccountName: row.text(7), userPrincipalName: row.text(8), isReplicated: row.boolean(9),
        principalState: try row.number(10) { PrincipalState(rawValue: $0) })
    user.principalId = row.integer(0)
    return user
}

private func chatPolicy(_ row: Row) throws -> ChatPolicy {
    let scope: PolicyIdentity = try row.value(1) { text in
        if case .policy(let identity) = PolicyIdentity.read(text) { identity } else { nil }
    }
    return ChatPolicy(scope, enablePersistentChat: row.boolean(2), description: row.text(3))
}

private func chatClient(_ row: Row) throws -> ChatClient {
    var configuration: ManualConfiguration?
    if !row.isNull(8) {
        configuration = ManualConfiguration(
            accountName: row.text(4), userUri: row.optionalName(5), host: row.optionalName(6), signInProtocol: try row.choice(7), port: row.integer(8),
            lookupUri: row.optionalName(9), disableIM: row.boolean(10))
    }
    return ChatClient(name: row.name(1), kind: try row.value(2) { ClientKind(code: $0) }, user: row.name(3), configuration: configuration)
}
