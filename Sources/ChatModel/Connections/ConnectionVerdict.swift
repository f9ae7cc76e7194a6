// A decision about one connection with its names, for people: the reason, every other reason, and the sentences.

/// What a diagnosis of one user, client and pool says.
public struct ConnectionVerdict: Hashable, Sendable {
    public let user: String
    public let client: ClientKind
    public let pool: Fqdn
    public let reason: ConnectionReason
    /// The guard or the row of table A that decided: `P1` to `P6`, `L1` to `L7`, `G1` to `G5`, `Q1` to `Q3`.
    public let row: RuleId
    /// Every reason that holds, in the order of guards and table.
    public let allReasons: [ConnectionReason]
    /// The messages of `allReasons`, in the same order.
    public let messages: [Message]

    public var outcome: ConnectionOutcome { reason.outcome }
    /// The sentence of the deciding reason, in English.
    public var text: String { Catalogue.english.sentence(messages[0]) }
    /// What to do about it, in English.
    public var wayOut: String? { Catalogue.english.wayOut(messages[0]) }
}

extension ConnectionPicture {
    /// Decides whether a client reaches a pool for a user, and says why.
    ///
    /// - Parameters:
    ///   - user: The account; nil if there is none.
    ///   - name: How the user was named; used when there is no account.
    public func verdict(
        user: ChatUser?, named name: String, client: ClientKind, configuration: ManualConfiguration?, pool fqdn: Fqdn, _ reading: some DeploymentReading
    ) throws -> ConnectionVerdict {
        let userFacts = user.map(facts(of:)) ?? .unknown
        let client = ChatClient(name: "", kind: client, user: user?.sipAddress ?? "", configuration: configuration)
        let clientFacts = try facts(of: client, reading)
        let poolFacts = facts(ofPool: fqdn)
        let all = decision.allReasons(userFacts, clientFacts, poolFacts)
        let reason = decision.reason(userFacts, clientFacts, poolFacts)
        let deciding = [reason] + all.filter { $0 != reason }
        return ConnectionVerdict(
            user: user?.label ?? name, client: client.kind, pool: fqdn, reason: reason, row: row(reason, userFacts, clientFacts, poolFacts),
            allReasons: deciding,
            messages: deciding.map { message($0, user: user, name: name, clientFacts, client.configuration?.lookupUri, poolFacts, fqdn) })
    }

    /// The guard or the row of table A that gives a reason.
    public func row(_ reason: ConnectionReason, _ user: UserFacts, _ client: ClientFacts, _ pool: PoolFacts?) -> RuleId {
        if let guardId = reason.guardId { return guardId }
        guard let pool else { return "P3" }
        return DecisionTableA.row(for: decision.factors(user, client, pool)).id
    }

    /// The sentence of a reason, with its names; whoever decides about millions makes it only when it is asked for.
    ///
    /// - Parameters:
    ///   - address: The address a legacy client is configured with.
    ///   - fqdn: The pool as it was named.
    public func message(
        _ reason: ConnectionReason, user: ChatUser?, name: String, _ client: ClientFacts, _ address: SipAddress?, _ pool: PoolFacts?, _ fqdn: Fqdn
    ) -> Message {
        let userName = SlotValue.text(user?.label ?? name)
        let poolName = SlotValue.name(fqdn)
        let id = reason.messageId
        switch reason {
        case .userNotFound, .accountDisabled, .noHomePool: return Message(id, ["user": userName])
        case .homePoolNotRunning, .signInNotSupported: return Message(id, ["home": .text(user?.homePool?.text ?? ""), "user": userName])
        case .homePoolNot2013:
            return Message(
                id,
                [
                    "user": userName, "home": .text(user?.homePool?.text ?? ""), "gen": .generation(user.flatMap { facts(of: $0).home } ?? .lync2010),
                ])
        case .addressNotFound, .addressIsOrdinaryUser: return Message(id, ["address": .text(address?.text ?? "")])
        case .policyDisabled:
            return Message(id, ["policy": .text(user.map { effectivePolicy(of: $0).identity.text } ?? ""), "user": userName])
        case .noManualConfiguration: return Message(id)
        case .onePoolAtATime:
            if case .pool(let index) = client.target { return Message(id, ["other": .name(pools[Int(index)].fqdn)]) }
            return Message(id, ["other": .text(address?.text ?? "")])
        case .legacyPoolNotSupported: return Message(id, ["pool": poolName, "gen": .generation(pool?.generation ?? .lync2010)])
        case .connected: return Message(id, ["user": userName, "pool": poolName, "gen": .generation(pool?.generation ?? .lync2013)])
        case .principalDisabled: return Message(id, ["user": userName, "pool": poolName])
        case .poolNotFound, .poolNotRunning, .noActiveServer, .serverFull: return Message(id, ["pool": poolName])
        }
    }
}
