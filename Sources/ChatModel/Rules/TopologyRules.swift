// Rules R16 to R31: hosts, names, servers, file stores, databases, publishing, ports.
// R29 (certificates come from the CA of the internal servers) refuses nothing and changes nothing that is modelled.

/// R16: a chat pool needs a front-end pool of its generation to exist.
public func checkHostPoolExists(for pool: Fqdn, _ generation: Generation, candidates: [FrontEndPool]) throws(Refusal) {
    guard candidates.isEmpty else { return }
    throw Refusal(
        Message(.noHostPoolExists, ["gen": .generation(generation), "pool": .name(pool), "code": .text(generation.code)]), rule: "R16",
        .objectNotFound, target: ObjectReference(.chatPool, pool))
}

/// R17: pool and server names are unique in the topology.
///
/// - Parameter owner: Who bears the name already, if anybody.
public func checkTopologyNameIsFree(_ fqdn: Fqdn, for kind: ObjectKind, owner: ObjectReference?) throws(Refusal) {
    guard let owner else { return }
    throw Refusal(
        Message(.topologyNameInUse, ["fqdn": .name(fqdn), "owner": .text(owner.identity)]), rule: "R17", .resourceExists,
        target: ObjectReference(kind, fqdn), others: [owner])
}

/// R18: on Standard Edition the chat pool is the server, so it bears the server's name. The 2013 role only: older Group Chat servers stand apart.
public func checkStandardEditionPoolName(_ pool: Fqdn, _ generation: Generation, host: FrontEndPool) throws(Refusal) {
    guard host.edition == .standard, generation == .lync2013, pool != host.fqdn else { return }
    throw Refusal(
        Message(.standardEditionPoolName, ["server": .name(host.fqdn)]), rule: "R18", .invalidArgument, target: ObjectReference(.chatPool, pool),
        others: [host.reference])
}

/// R19: the chat service never runs on an Enterprise Edition front end.
///
/// - Parameter frontEnd: The front-end pool that has this computer, if any.
public func checkServerIsNoEnterpriseFrontEnd(_ server: Fqdn, frontEnd: FrontEndPool?) throws(Refusal) {
    guard let frontEnd, frontEnd.edition == .enterprise else { return }
    throw Refusal(
        Message(.enterpriseFrontEndCollocation, ["server": .name(server)]), rule: "R19", .invalidOperation,
        target: ObjectReference(.chatServer, server), others: [frontEnd.reference])
}

/// R20: a single-computer pool never gets a second server.
///
/// - Parameter count: Servers after the change.
public func checkPoolKindAllows(servers count: Int, in pool: Fqdn, _ kind: PoolKind) throws(Refusal) {
    guard kind == .singleComputer, count > 1 else { return }
    throw Refusal(
        Message(.singleComputerPool, ["pool": .name(pool)]), rule: "R20", .invalidOperation, target: ObjectReference(.chatPool, pool))
}

/// R21: at most 8 servers in a pool, at most 4 of them active. Counts are those after the change.
public func checkServerLimits(of pool: Fqdn, servers: Int, active: Int) throws(Refusal) {
    if servers > ServerLimits.servers {
        throw Refusal(
            Message(.tooManyServers, ["pool": .name(pool), "n": .number(servers)]), rule: "R21", .limitsExceeded, target: ObjectReference(.chatPool, pool))
    }
    if active > ServerLimits.activeServers {
        throw Refusal(
            Message(.tooManyActiveServers, ["pool": .name(pool), "n": .number(active)]), rule: "R21", .limitsExceeded,
            target: ObjectReference(.chatPool, pool))
    }
}

/// The limits of a chat pool (R21, R152, R153).
public enum ServerLimits {
    public static let servers = 8
    public static let activeServers = 4
    public static let connectedUsersPerServer: Int64 = 20_000
    /// Over all 2013 pools of the deployment together.
    public static let connectedUsers: Int64 = 80_000
}

/// R22: Group Chat content is never migrated to a Standard Edition chat pool.
public func checkMigrationTarget(_ target: ChatPool, host: FrontEndPool) throws(Refusal) {
    guard host.edition == .standard else { return }
    throw Refusal(
        Message(.standardEditionTarget, ["target": .name(target.fqdn)]), rule: "R22", .invalidOperation, target: target.reference, others: [host.reference])
}

/// R23: chat servers are in the directory domain of the servers that host their pool.
public func checkServerDomain(_ server: Fqdn, host: FrontEndPool) throws(Refusal) {
    guard !equalIgnoringCase(server.domain, host.fqdn.domain) else { return }
    throw Refusal(
        Message(.serverOutsideDomain, ["server": .name(server), "domain": .text(String(host.fqdn.domain))]), rule: "R23", .invalidArgument,
        target: ObjectReference(.chatServer, server), others: [host.reference])
}

/// R24: the file store exists, and is a UNC path if the pool has several computers.
///
/// - Parameter exists: What the caller found out about the path; true where it cannot be looked at.
public func checkFileStore(_ path: String, of pool: Fqdn, _ kind: PoolKind, exists: Bool) throws(Refusal) {
    let store = ObjectReference(.fileStore, path)
    if kind == .multipleComputers, !isUncPath(path) {
        throw Refusal(
            Message(.fileStoreNotUnc, ["path": .text(path)]), rule: "R24", .invalidArgument, target: ObjectReference(.chatPool, pool), others: [store])
    }
    if !exists || path.isEmpty {
        throw Refusal(
            Message(.fileStoreNotFound, ["path": .text(path)]), rule: "R24", .objectNotFound, target: ObjectReference(.chatPool, pool), others: [store])
    }
}

/// Whether a path has the form `\\server\share`.
public func isUncPath(_ path: String) -> Bool {
    guard path.hasPrefix("\\\\") else { return false }
    let parts = path.dropFirst(2).split(separator: "\\", omittingEmptySubsequences: false)
    return parts.count >= 2 && !parts[0].isEmpty && !parts[1].isEmpty
}

/// R25: a database instance holds the content, and the compliance, of at most one chat pool.
///
/// - Parameter holder: The pool that has a database of the same purpose on the instance, if any.
public func checkSqlInstanceHoldsNoOther(_ instance: SqlInstance, of pool: Fqdn, holder: Fqdn?) throws(Refusal) {
    guard let holder, holder != pool else { return }
    throw Refusal(
        Message(.sqlInstanceHoldsChatDatabase, ["sql": .name(instance), "other": .name(holder)]), rule: "R25", .resourceExists,
        target: ObjectReference(.chatPool, pool), others: [ObjectReference(.sqlInstance, instance), ObjectReference(.chatPool, holder)])
}

/// R26: a published topology counts only once it is enabled.
public func checkTopologyIsEnabled(_ deployment: Deployment) throws(Refusal) {
    guard !deployment.topologyIsEnabled else { return }
    throw Refusal(Message(.topologyNotEnabled), rule: "R26", .notEnabled, target: deployment.reference)
}

/// R27: publishing needs two group memberships; defining a topology needs none.
public func checkPublishingRights(groups: [String]) throws(Refusal) {
    let hasAll = ["Domain Admins", "RTCUniversalServerAdmins"].allSatisfy { needed in groups.contains { equalIgnoringCase($0, needed) } }
    guard !hasAll else { return }
    throw Refusal(Message(.publishingRightsMissing), rule: "R27", .permissionDenied, target: ObjectReference(.deployment, "Global"))
}

/// The ports of the chat service (R28). Two pages name 8011 and 881; both are kept (our reading).
public enum ChatPorts {
    /// SIP over MTLS to the front ends; the one that can be changed.
    public static let sipMtls: Int64 = 5041
    /// TCP between chat servers.
    public static let serverToServer: Int64 = 8011
    /// WCF over TLS or MTLS.
    public static let wcf: Int64 = 881
    /// File transfer.
    public static let fileTransfer: Int64 = 443
}

/// The names that need an A record (R30): each server, and for a pool of several the pool's name once per server.
public func addressRecords(of pool: ChatPool, servers: [Fqdn]) -> [(name: Fqdn, server: Fqdn)] {
    let own = servers.map { (name: $0, server: $0) }
    return pool.kind == .multipleComputers ? own + servers.map { (name: pool.fqdn, server: $0) } : own
}

/// R31: a front-end pool that still serves a chat pool stays.
///
/// - Parameter hosted: Chat pools that have it as their next hop.
public func checkHostsNoChatPool(_ host: Fqdn, hosted: [Fqdn]) throws(Refusal) {
    guard let pool = hosted.first else { return }
    throw Refusal(
        Message(.hostPoolInUse, ["host": .name(host), "pool": .name(pool)]), rule: "R31", .invalidOperation, target: ObjectReference(.frontEndPool, host),
        others: hosted.map { ObjectReference(.chatPool, $0) })
}
