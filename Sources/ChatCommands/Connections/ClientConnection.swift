// One decision about a user, a client and a chat pool, as scripts see it. Three references and a reason; words are made when they are asked for.

import ChatModel
import Runtime

/// What all decisions of one run share.
final class ConnectionSetting: Sendable {
    let picture: ConnectionPicture
    let names: ConnectionNames
    /// Whether every reason is wanted, not only the first.
    let wantsAllReasons: Bool

    init(_ picture: ConnectionPicture, wantsAllReasons: Bool) {
        self.picture = picture
        self.wantsAllReasons = wantsAllReasons
        names = ConnectionNames(picture)
    }
}

/// Texts that stand in many decisions, made once.
final class ConnectionNames: @unchecked Sendable {
    let pools: [Text]
    let generations: [Text]
    let reasons: [Text]
    let connected = Text(ConnectionOutcome.connected.rawValue)
    let refused = Text(ConnectionOutcome.refused.rawValue)

    init(_ picture: ConnectionPicture) {
        pools = picture.pools.map { Text($0.fqdn.text) }
        generations = picture.pools.map { Text($0.generation.code) }
        reasons = ConnectionReason.allCases.map { Text($0.name) }
    }
}

/// The user's part of decisions.
final class ConnectingUser: @unchecked Sendable {
    let user: ChatUser?
    let facts: UserFacts
    let label: Text

    /// - Parameter name: How the user was named; used when there is no account.
    init(_ user: ChatUser?, named name: String, _ picture: ConnectionPicture) {
        self.user = user
        facts = user.map { picture.facts(of: $0) } ?? .unknown
        label = Text(user?.label ?? name)
    }
}

/// The client's part of decisions.
final class ConnectingClient: @unchecked Sendable {
    let label: Text
    let facts: ClientFacts
    let address: SipAddress?

    init(_ label: String, _ facts: ClientFacts, address: SipAddress?) {
        self.label = Text(label)
        self.facts = facts
        self.address = address
    }
}

/// One decision.
final class ClientConnection: Box, @unchecked Sendable {
    let setting: ConnectionSetting
    let user: ConnectingUser
    let client: ConnectingClient
    /// The pool's place in the picture; nil for a pool there is not.
    let pool: PoolFacts?
    let reason: ConnectionReason
    /// The pool as it was named, where there is none.
    let unknownPool: String?

    init(_ setting: ConnectionSetting, _ user: ConnectingUser, _ client: ConnectingClient, _ pool: PoolFacts?, unknownPool: String? = nil) {
        self.setting = setting
        self.user = user
        self.client = client
        self.pool = pool
        self.unknownPool = unknownPool
        reason = setting.picture.decision.reason(user.facts, client.facts, pool)
    }

    override var type: TypeInfo { Self.typeInfo }
    override func describe(_ session: Session) throws -> String { message(reason) }

    /// The sentence of a reason.
    func message(_ reason: ConnectionReason) -> String { Catalogue.english.sentence(worded(reason)) }

    /// What to do about the reason.
    var wayOut: String? { Catalogue.english.wayOut(worded(reason)) }

    var allReasons: [ConnectionReason] {
        let all = setting.picture.decision.allReasons(user.facts, client.facts, pool)
        return [reason] + all.filter { $0 != reason }
    }

    private func worded(_ reason: ConnectionReason) -> Message {
        setting.picture.message(reason, user: user.user, name: user.label.string, client.facts, client.address, pool, poolName)
    }

    private var poolName: Fqdn { pool.map { setting.picture.pools[Int($0.index)].fqdn } ?? Fqdn(unknownPool ?? "") }
}
