// What is wrong with a deployment as it stands: the rules asked about what is stored already, for Test commands.

/// Something that a rule says about an object as it is.
public struct Finding: Hashable, Sendable {
    public enum Severity: String, CaseIterable, Hashable, Sendable {
        /// A rule is broken, or nobody can be served.
        case error = "Error"
        /// Allowed, or on the way to what is wanted.
        case warning = "Warning"
    }

    public let severity: Severity
    public let rule: RuleId?
    public let target: ObjectReference
    public let message: Message

    public init(_ severity: Severity, rule: RuleId?, _ message: Message, target: ObjectReference) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.target = target
    }

    init(_ refusal: Refusal) { self.init(.error, rule: refusal.rule, refusal.message, target: refusal.target) }
    init(_ caution: Caution) { self.init(.warning, rule: caution.rule, caution.message, target: caution.target) }

    /// The message in English, as a sentence of its own.
    public var text: String {
        let sentence = Catalogue.english.sentence(message)
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }
    /// What to do about it, in English.
    public var wayOut: String? { Catalogue.english.wayOut(message) }
}

extension DeploymentReading {
    /// What is wrong with a chat pool: its host (R1 to R3, R18), servers (R20, R21, R23), file store (R24), databases (R12, R25), and whether it serves anybody.
    ///
    /// - Parameter fileStoreExists: What the caller found out about the file store.
    public func findings(about pool: ChatPool, fileStoreExists: Bool) throws -> [Finding] {
        let servers = try chatServers(of: pool.fqdn)
        let host = try frontEndPool(pool.hostPool)
        var findings: [Finding] = []
        func check(_ body: () throws -> Void) throws {
            do { try body() } catch let refusal as Refusal { findings.append(Finding(refusal)) }
        }
        try check { _ = try existingFrontEndPool(pool.hostPool) }
        if let host {
            try check { try checkHostGeneration(of: pool.fqdn, pool.generation, host: host) }
            try check { try checkStandardEditionPoolName(pool.fqdn, pool.generation, host: host) }
            for server in servers { try check { try checkServerDomain(server.fqdn, host: host) } }
        }
        try check { try checkPoolKindAllows(servers: servers.count, in: pool.fqdn, pool.kind) }
        try check { try checkServerLimits(of: pool.fqdn, servers: servers.count, active: servers.count(where: \.isActive)) }
        try check { try checkFileStore(pool.fileStore, of: pool.fqdn, pool.kind, exists: fileStoreExists) }
        try check { try checkDatabases(of: pool, self) }
        let name = SlotValue.name(pool.fqdn)
        if let host, host.state == .stopped {
            findings.append(Finding(.error, rule: nil, Message(.hostPoolStopped, ["pool": name, "host": .name(host.fqdn)]), target: pool.reference))
        } else if serviceState(of: servers, host: host?.state ?? .stopped) == .stopped {
            findings.append(Finding(.error, rule: nil, Message(.poolNotRunning, ["pool": name]), target: pool.reference))
        }
        if !servers.contains(where: \.isActive) {
            findings.append(Finding(.error, rule: "Q1", Message(.noActiveServer, ["pool": name]), target: pool.reference))
        }
        if pool.generation == .lync2013, try connectedUserCount() >= ServerLimits.connectedUsers || areFull(servers) {
            findings.append(Finding(.error, rule: "Q2", Message(.serverFull, ["pool": name]), target: pool.reference))
        }
        return findings
    }

    private func areFull(_ servers: [ChatServer]) -> Bool {
        let active = servers.filter(\.isActive)
        return !active.isEmpty && active.allSatisfy { $0.connectedUsers >= ServerLimits.connectedUsersPerServer }
    }

    /// What is to be said about the deployment as a whole: no SIP domain, three generations side by side (R11), a topology that is not enabled (R26).
    public func findingsAboutDeployment() throws -> [Finding] {
        var findings: [Finding] = []
        let deployment = try deployment()
        if try sipDomainCount() == 0 { findings.append(Finding(.error, rule: "R33", Message(.noSipDomain), target: deployment.reference)) }
        do { try checkTopologyIsEnabled(deployment) } catch { findings.append(Finding(error)) }
        let generations = Set(try frontEndPools().map(\.generation)).union(try chatPools().map(\.generation))
        if let caution = cautionAboutThreeGenerations(generations, target: deployment.reference) { findings.append(Finding(caution)) }
        return findings
    }
}
