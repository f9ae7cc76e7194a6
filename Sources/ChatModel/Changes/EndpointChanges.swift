// Creating, changing and removing the contact objects through which legacy clients reach 2013 pools (R103 to R107).

/// R103: an endpoint points to a 2013 pool only.
public func checkEndpointPool(_ pool: ChatPool) throws(Refusal) {
    guard pool.generation.isLegacy else { return }
    throw Refusal(Message(.endpointNeeds2013Pool), rule: "R103", .invalidArgument, target: pool.reference)
}

/// R104: the address of an endpoint is free; a lookup user or any other user that has it must be deleted first.
public func checkEndpointAddressIsFree(_ address: SipAddress, owner: AddressOwner?) throws(Refusal) {
    switch owner {
    case .user(let user), .lookupUser(let user, _):
        throw Refusal(
            Message(.sipAddressBelongsToUser, ["sip": .name(address), "user": .text(user.displayName.isEmpty ? user.label : user.displayName)]), rule: "R104",
            .resourceExists, target: ObjectReference(.endpoint, address), others: [user.reference])
    case .endpoint, nil: try checkSipAddressIsFree(address, owner: owner)
    }
}

/// R107: the last endpoint of a pool stays (our reading).
///
/// - Parameter count: The endpoints the pool has now.
public func checkPoolKeepsAnEndpoint(_ endpoint: ChatEndpoint, count: Int) throws(Refusal) {
    guard count <= 1 else { return }
    throw Refusal(
        Message(.endpointIsLast), rule: "R107", .invalidOperation, target: endpoint.reference, others: [ObjectReference(.chatPool, endpoint.pool)])
}

/// Creates an endpoint.
public struct NewEndpoint: PlannedChange {
    public var sipAddress: SipAddress
    public var pool: Fqdn
    public var displayName: String

    public init(sipAddress: SipAddress, pool: Fqdn, displayName: String = "") {
        self.sipAddress = sipAddress
        self.pool = pool
        self.displayName = displayName
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatEndpoint> {
        let pool = try reading.existingChatPool(pool)
        try checkEndpointPool(pool)
        try checkSipAddress(sipAddress, isInKnownDomain: try reading.sipDomain(sipAddress.domain) != nil)
        try checkEndpointAddressIsFree(sipAddress, owner: try reading.owner(of: sipAddress))
        let endpoint = ChatEndpoint(sipAddress: sipAddress, displayName: displayName, pool: pool.fqdn)
        return Plan(endpoint, changes: [.insert(.endpoint(endpoint))])
    }
}

/// Changes the name of an endpoint; its address and pool never change.
public struct SetEndpoint: PlannedChange {
    public var sipAddress: SipAddress
    public var displayName: Alteration<String> = .keep

    public init(sipAddress: SipAddress) { self.sipAddress = sipAddress }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatEndpoint> {
        let old = try reading.existingEndpoint(sipAddress)
        var endpoint = old
        displayName.apply(to: &endpoint.displayName)
        return Plan(endpoint, changes: DeploymentChange.updates(from: old, to: endpoint) { .endpoint($0) })
    }
}

/// Removes an endpoint. Legacy clients configured with its address can no longer connect.
public struct RemoveEndpoint: PlannedChange {
    public var sipAddress: SipAddress

    public init(sipAddress: SipAddress) { self.sipAddress = sipAddress }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<ChatEndpoint> {
        let endpoint = try reading.existingEndpoint(sipAddress)
        try checkPoolKeepsAnEndpoint(endpoint, count: try reading.endpoints(of: endpoint.pool).count)
        return Plan(endpoint, changes: [.remove(.endpoint(endpoint))])
    }
}
