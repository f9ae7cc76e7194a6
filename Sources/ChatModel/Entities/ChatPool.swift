// Chat pools of the three generations.

/// Whether a pool can ever have more than one computer; fixed when it is created (R20).
public enum PoolKind: String, CaseIterable, Hashable, Sendable {
    case singleComputer = "SingleComputer"
    case multipleComputers = "MultipleComputers"
}

/// Which databases a 2013 pool works with.
public enum PoolState: String, CaseIterable, Hashable, Sendable {
    case normal = "Normal"
    case failedOver = "FailedOver"
}

/// How far the migration of a legacy pool has come (migration.md 2). The order is that of the steps.
public enum MigrationState: String, CaseIterable, Hashable, Sendable, Comparable {
    case notStarted = "NotStarted"
    case planned = "Planned"
    case prepared = "Prepared"
    case sourceStopped = "SourceStopped"
    case exported = "Exported"
    case targetStopped = "TargetStopped"
    case validated = "Validated"
    case imported = "Imported"
    case filesCopied = "FilesCopied"
    case endpointSwapped = "EndpointSwapped"
    case running = "Running"
    case verified = "Verified"
    case sourceUninstalled = "SourceUninstalled"
    case trustRemoved = "TrustRemoved"
    case completed = "Completed"
    case rolledBack = "RolledBack"

    /// Steps done so far; a pool that was rolled back is where it began.
    public var stepsDone: Int { self == .rolledBack ? 0 : Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: MigrationState, right: MigrationState) -> Bool { left.stepsDone < right.stepsDone }
}

/// Where a database lives: its instance, the mirror, and the two of the other data centre.
public struct DatabasePlacement: Hashable, Sendable {
    public var instance: SqlInstance?
    public var mirror: SqlInstance?
    /// The log shipping secondary.
    public var backup: SqlInstance?
    public var backupMirror: SqlInstance?

    public init(instance: SqlInstance? = nil, mirror: SqlInstance? = nil, backup: SqlInstance? = nil, backupMirror: SqlInstance? = nil) {
        self.instance = instance
        self.mirror = mirror
        self.backup = backup
        self.backupMirror = backupMirror
    }
}

/// A pool of chat servers (domain.md 2.3). Its servers are entities of their own.
public struct ChatPool: StoredEntity {
    public var fqdn: Fqdn
    public var generation: Generation
    /// The front-end pool that hosts it, its next hop (R1 to R3).
    public var hostPool: Fqdn
    public var displayName: String
    public var kind: PoolKind
    /// TCP port of SIP over MTLS to the front ends, 1 to 65535 (R28).
    public var mtlsPort: Int64
    /// UNC or local path of the uploaded files (R24).
    public var fileStore: String
    public var contentDatabase: DatabasePlacement
    public var complianceEnabled: Bool
    public var complianceDatabase: DatabasePlacement
    public var poolState: PoolState
    /// Legacy pools: the address that legacy clients look the pool up at; nil once the account is deleted.
    public var lookupUser: SipAddress?
    /// How a legacy pool appears in the topology.
    public var trustedApplicationPool: Fqdn?
    public var migrationState: MigrationState

    public init(
        fqdn: Fqdn, generation: Generation, hostPool: Fqdn, displayName: String = "", kind: PoolKind = .multipleComputers, mtlsPort: Int64 = ChatPorts.sipMtls,
        fileStore: String = "", contentDatabase: DatabasePlacement = DatabasePlacement(), complianceEnabled: Bool = false,
        complianceDatabase: DatabasePlacement = DatabasePlacement(), poolState: PoolState = .normal, lookupUser: SipAddress? = nil,
        trustedApplicationPool: Fqdn? = nil, migrationState: MigrationState = .notStarted
    ) {
        self.fqdn = fqdn
        self.generation = generation
        self.hostPool = hostPool
        self.displayName = displayName
        self.kind = kind
        self.mtlsPort = mtlsPort
        self.fileStore = fileStore
        self.contentDatabase = contentDatabase
        self.complianceEnabled = complianceEnabled
        self.complianceDatabase = complianceDatabase
        self.poolState = poolState
        self.lookupUser = lookupUser
        self.trustedApplicationPool = trustedApplicationPool
        self.migrationState = migrationState
    }

    public var identity: String { fqdn.text }
    /// `PersistentChatServer:<fqdn>`; legacy pools do not appear under this role.
    public var service: ServiceIdentity {
        ServiceIdentity(role: generation.isLegacy ? "TrustedApplicationPool" : "PersistentChatServer", fqdn: fqdn)
    }

    public static let schema = EntitySchema(
        .chatPool,
        [
            EntityColumn("Fqdn"), EntityColumn("Generation"), EntityColumn("HostPool"), EntityColumn("DisplayName"), EntityColumn("Kind"),
            EntityColumn("MtlsPort", .integer), EntityColumn("FileStore"),
            EntityColumn("PersistentChatDatabase"), EntityColumn("MirrorPersistentChatDatabase"),
            EntityColumn("BackupPersistentChatDatabase"), EntityColumn("BackupMirrorPersistentChatDatabase"),
            EntityColumn("ComplianceEnabled", .boolean), EntityColumn("PersistentChatComplianceDatabase"),
            EntityColumn("MirrorPersistentChatComplianceDatabase"), EntityColumn("BackupPersistentChatComplianceDatabase"),
            EntityColumn("BackupMirrorPersistentChatComplianceDatabase"),
            EntityColumn("PoolState"), EntityColumn("LookupUser"), EntityColumn("TrustedApplicationPool"), EntityColumn("MigrationState"),
        ])

    public func value(at position: Int) -> ColumnValue {
        switch position {
        case 0: .text(fqdn.text)
        case 1: .text(generation.code)
        case 2: .text(hostPool.text)
        case 3: .text(displayName)
        case 4: .text(kind.rawValue)
        case 5: .integer(mtlsPort)
        case 6: .text(fileStore)
        case 7: .text(contentDatabase.instance)
        case 8: .text(contentDatabase.mirror)
        case 9: .text(contentDatabase.backup)
        case 10: .text(contentDatabase.backupMirror)
        case 11: .boolean(complianceEnabled)
        case 12: .text(complianceDatabase.instance)
        case 13: .text(complianceDatabase.mirror)
        case 14: .text(complianceDatabase.backup)
        case 15: .text(complianceDatabase.backupMirror)
        case 16: .text(poolState.rawValue)
        case 17: .text(lookupUser)
        case 18: .text(trustedApplicationPool)
        default: .text(migrationState.rawValue)
        }
    }
}
