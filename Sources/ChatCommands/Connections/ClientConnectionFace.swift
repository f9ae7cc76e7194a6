// The properties of a decision about a connection.

import ChatModel
import Runtime

extension ClientConnection {
    static let typeInfo = TypeInfo("Chat.ClientConnection", base: .object)

    /// The entry in the table of types.
    static var known: KnownType { KnownType(typeInfo) { MemberTable(properties: properties) } }

    private static func property(_ name: String, _ type: TypeInfo = .string, _ read: @escaping @Sendable (ClientConnection) -> Value) -> Property {
        Property(name, type) { target, _ in target.box(ClientConnection.self).map(read) ?? .null }
    }

    private static var properties: [Property] {
        [
            property("User") { .object($0.user.label) },
            property("Client") { .object($0.client.label) },
            property("HomePool") { $0.user.user?.homePool.map { .text($0.text) } ?? .null },
            property("HomeGeneration") { $0.user.facts.home.map { .text($0.code) } ?? .null },
            property("Policy") { one in one.user.user.map { .text(one.setting.picture.effectivePolicy(of: $0).identity.text) } ?? .null },
            property("Pool") { one in one.pool.map { .object(one.setting.names.pools[Int($0.index)]) } ?? .text(one.unknownPool ?? "") },
            property("Generation") { one in one.pool.map { .object(one.setting.names.generations[Int($0.index)]) } ?? .null },
            property("Outcome") { .object($0.reason == .connected ? $0.setting.names.connected : $0.setting.names.refused) },
            property("Reason") { .object($0.setting.names.reasons[Int($0.reason.rawValue)]) },
            property("Reasons", .stringArray) { one in .strings(one.setting.wantsAllReasons ? one.allReasons.map(\.name) : [one.reason.name]) },
            property("Message") { .text($0.message($0.reason)) },
            property("Rule") { .text($0.setting.picture.row($0.reason, $0.user.facts, $0.client.facts, $0.pool).rawValue) },
            property("ClientKind") { .text($0.client.facts.kind.code) },
            property("WayOut") { $0.wayOut.map { .text($0) } ?? .null },
        ]
    }
}
