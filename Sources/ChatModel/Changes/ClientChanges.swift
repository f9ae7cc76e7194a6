// Creating, configuring and removing clients.

/// Creates a client of a user. Only the legacy kind takes a configuration.
public struct NewClient: PlannedChange {
    public var name: ClientName
    public var kind: ClientKind
    public var user: UserIdentity
    public var configuration: ManualConfiguration?

    public init(name: ClientName, kind: ClientKind, user: UserIdentity, configuration: ManualConfiguration? = nil) {
        self.name = name
        self.kind = kind
        self.user = user
        self.configuration = configuration
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatClient> {
        try checkName(name, of: .client)
        if let client = try reading.client(name) {
            throw Refusal(Message(.clientExists, ["client": .name(name)]), .resourceExists, target: client.reference)
        }
        let user = try reading.existingUser(user)
        guard let address = user.sipAddress else {
            throw Refusal(Message(.userNotEnabled, ["user": .text(user.label)]), rule: "R32", .notEnabled, target: user.labelled)
        }
        let client = ChatClient(name: name, kind: kind, user: address, configuration: configuration)
        try checkConfiguration(of: client)
        return Plan(client, changes: [.insert(.client(client))])
    }
}

/// Changes the manual configuration of a legacy client. One address, so one pool at a time (R106).
public struct SetClient: PlannedChange {
    public var name: ClientName
    /// The whole configuration; nil erases it. The properties below change single ones.
    public var configuration: Alteration<ManualConfiguration?> = .keep
    public var accountName: Alteration<String> = .keep
    public var userUri: Alteration<SipAddress?> = .keep
    public var host: Alteration<Fqdn?> = .keep
    public var signInProtocol: Alteration<SignInProtocol> = .keep
    public var port: Alteration<Int64> = .keep
    public var lookupUri: Alteration<SipAddress?> = .keep
    public var disableIM: Alteration<Bool> = .keep

    public init(name: ClientName) { self.name = name }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatClient> {
        let old = try reading.existingClient(name)
        var client = old
        configuration.apply(to: &client.configuration)
        var manual = client.configuration ?? ManualConfiguration()
        let before = manual
        accountName.apply(to: &manual.accountName)
        userUri.apply(to: &manual.userUri)
        host.apply(to: &manual.host)
        signInProtocol.apply(to: &manual.signInProtocol)
        port.apply(to: &manual.port)
        lookupUri.apply(to: &manual.lookupUri)
        disableIM.apply(to: &manual.disableIM)
        if manual != before { client.configuration = manual }
        try checkConfiguration(of: client)
        return Plan(client, changes: DeploymentChange.updates(from: old, to: client) { .client($0) })
    }
}

/// A client works for its own user only.
public func checkClient(_ client: ChatClient, belongsTo user: SipAddress?, named name: String) throws(Refusal) {
    guard client.user != user else { return }
    throw Refusal(
        Message(.clientOfAnotherUser, ["client": .name(client.name), "owner": .name(client.user), "user": .text(name)]), .invalidArgument,
        target: client.reference)
}

/// Removes a client.
public struct RemoveClient: PlannedChange {
    public var name: ClientName

    public init(name: ClientName) { self.name = name }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatClient> {
        let client = try reading.existingClient(name)
        return Plan(client, changes: [.remove(.client(client))])
    }
}

/// A configuration belongs to a legacy client; its addresses are written as addresses, whether or not anybody answers there (P5).
private func checkConfiguration(of client: ChatClient) throws(Refusal) {
    guard let configuration = client.configuration else { return }
    guard client.kind == .groupChat else {
        throw Refusal(Message(.lync2013ClientNotConfigurable), .invalidOperation, target: client.reference)
    }
    for address in [configuration.userUri, configuration.lookupUri] {
        if let address { try checkSipAddress(address, isInKnownDomain: true) }
    }
    if let host = configuration.host { try checkFqdn(host, of: .frontEndPool) }
    try checkRange(configuration.port, 1...65535, property: "Port", of: client.reference)
}
