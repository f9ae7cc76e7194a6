// Servers of chat pools.

/// One server of a chat pool (domain.md 2.4).
public struct ChatServer: StoredEntity {
    public var fqdn: Fqdn
    public var pool: Fqdn
    /// Inactive servers may run but take no new client connections.
    public var isActive: Bool
    public var dataCenter: String
    public var channelService: RunState
    public var complianceService: RunState
    /// At most 20,000 (R153).
    public var connectedUsers: Int64

    public init(
        fqdn: Fqdn, pool: Fqdn, isActive: Bool = true, dataCenter: String = "", channelService: RunState = .stopped,
        complianceService: RunState = .stopped, connectedUsers: Int64 = 0
    ) {
        self.fqdn = fqdn
        self.pool = pool
        self.isActive = isActive
        self.dataCenter = dataCenter
        self.channelService = channelService
        self.complianceService = complianceService
        self.connectedUsers = connectedUsers
    }

    public var identity: String { fqdn.text }

    public static let schema = EntitySchema(
        .chatServer,
        [
            EntityColumn("Fqdn"), EntityColumn("Pool"), EntityColumn("Active", .boolean), EntityColumn("DataCenter"),
            EntityColumn("ChannelService"), EntityColumn("ComplianceService"), EntityColumn("ConnectedUsers", .integer),
        ])

    public func value(at position: Int) -> ColumnValue {
        switch position {
        case 0: .text(fqdn.text)
        case 1: .text(pool.text)
        case 2: .boolean(isActive)
        case 3: .text(dataCenter)
        case 4: .text(channelService.rawValue)
        case 5: .text(complianceService.rawValue)
        default: .integer(connectedUsers)
        }
    }
}

/// The state of a chat pool's service: running if a server that takes part has its channel service started and the host pool runs
/// (our reading). Servers that take part are the active ones, or all of them while the active list is empty: such a pool runs but takes
/// nobody (guard Q1).
public func serviceState(of servers: [ChatServer], host: RunState) -> RunState {
    let someAreActive = servers.contains(where: \.isActive)
    let someStarted = servers.contains { $0.channelService == .running && ($0.isActive || !someAreActive) }
    return host == .running && someStarted ? .running : .stopped
}
