// The list of rules R1 to R52: what each decides, what it says, where it comes from.

/// What a rule does when it applies.
public enum RuleEffect: String, CaseIterable, Hashable, Sendable {
    case refuses = "Refuses"
    case warns = "Warns"
    case asks = "Asks"
    /// Nothing is refused: the rule describes how the model behaves.
    case describes = "Describes"
}

/// One rule of the domain, for lists and documents. Titles are English.
public struct ChatRule: Hashable, Sendable {
    public let id: RuleId
    public let title: String
    public let effect: RuleEffect
    /// Everything the rule may say.
    public let messages: [MessageId]
    /// Reference pages by file name (`l13-` stands for `lync-server-2013-`).
    public let sources: [String]

    init(_ id: RuleId, _ effect: RuleEffect, _ title: String, _ messages: [MessageId] = [], from sources: String...) {
        self.id = id
        self.title = title
        self.effect = effect
        self.messages = messages
        self.sources = sources
    }

    /// All rules, in the order of their numbers.
    public static let all: [ChatRule] = coexistence + topology + homing + policies

    /// The rule with an id, in any case.
    public static func named(_ id: some StringProtocol) -> ChatRule? { all.first { equalIgnoringCase($0.id.rawValue, id) } }

    private static let coexistence: [ChatRule] = [
        ChatRule("R1", .refuses, "A 2013 Persistent Chat pool is hosted only by a 2013 pool.", [.chatPoolNeeds2013Host], from: "coexistence-considerations"),
        ChatRule("R2", .refuses, "A 2010 Group Chat pool is hosted only by a 2010 pool.", [.chatPoolNeeds2010Host], from: "coexistence-considerations"),
        ChatRule("R3", .refuses, "An R2 Group Chat pool is hosted only by an R2 pool.", [.chatPoolNeedsR2Host], from: "coexistence-considerations"),
        ChatRule(
            "R4", .describes, "Before migration is complete, the three kinds of chat pools may exist side by side in any combination.",
            from: "coexistence-considerations"),
        ChatRule(
            "R5", .refuses, "Content is isolated: nothing refers across a pool boundary.", [.contentIsIsolated], from: "coexistence-considerations",
            "l13-defining-your-requirements-for-persistent-chat-server"),
        ChatRule(
            "R6", .describes, "The same category, room or add-in name may exist in several pools; they are unrelated.", from: "coexistence-considerations",
            "New-CsPersistentChatRoom"),
        ChatRule(
            "R7", .refuses, "A category, room or add-in cannot be moved to or shared with another pool.", [.contentCannotMove],
            from: "l13-configure-categories", "l13-configure-add-ins-for-rooms"),
        ChatRule("R8", .refuses, "Legacy content reaches a 2013 pool only by migration.", [.contentNotMigrated], from: "migrating-group-chat-servers"),
        ChatRule(
            "R9", .refuses, "A legacy pool is decommissioned only after its migration, or when its content is given up.", [.unmigratedContent],
            from: "coexistence-considerations", "migration-process-details"),
        ChatRule(
            "R10", .describes, "More than one 2013 pool may exist, and a user may use rooms in several of them.",
            from: "l13-deployment-checklist-for-persistent-chat-server"),
        ChatRule(
            "R11", .warns, "Three generations side by side is no supported topology: allowed, with a warning.", [.threeGenerationsRunning],
            from: "l13-supported-server-migration-paths-and-coexistence-scenarios"),
        ChatRule(
            "R12", .refuses, "A 2013 pool and a legacy pool do not share a SQL instance.", [.sqlInstanceHoldsUserStore],
            from: "l13-supported-server-migration-paths-and-coexistence-scenarios"),
        ChatRule(
            "R13", .refuses, "The Persistent Chat commands manage 2013 pools only; legacy content has its own tool.", [.legacyPoolNotManageable],
            from: "migration-process-details"),
        ChatRule("R14", .describes, "Both administration worlds stay separate: nothing is replicated between them.", from: "migrating-group-chat-servers"),
        ChatRule(
            "R15", .warns, "Group Chat is migrated after everything else of the legacy deployment.", [.legacyUsersRemain],
            from: "l13-supported-server-migration-paths-and-coexistence-scenarios"),
    ]

    private static let topology: [ChatRule] = [
        ChatRule(
            "R16", .refuses, "A chat pool needs an existing front-end pool of its generation.", [.noHostPoolExists],
            from: "l13-deployment-checklist-for-persistent-chat-server"),
        ChatRule(
            "R17", .refuses, "Pool and server names are unique in the topology.", [.topologyNameInUse],
            from: "l13-supported-server-migration-paths-and-coexistence-scenarios"),
        ChatRule(
            "R18", .refuses, "On Standard Edition the chat pool bears the name of the server.", [.standardEditionPoolName],
            from: "l13-add-persistent-chat-server-to-the-topology", "l13-deployment-checklist-for-persistent-chat-server"),
        ChatRule(
            "R19", .refuses, "The chat service never runs on an Enterprise Edition front end.", [.enterpriseFrontEndCollocation],
            from: "l13-components-and-topologies-for-persistent-chat-server"),
        ChatRule(
            "R20", .refuses, "A single-computer pool never gets a second server.", [.singleComputerPool], from: "l13-add-persistent-chat-server-to-the-topology"
        ),
        ChatRule(
            "R21", .refuses, "At most 8 servers in a pool, at most 4 active.", [.tooManyActiveServers, .tooManyServers],
            from: "l13-capacity-planning-for-persistent-chat-server"),
        ChatRule(
            "R22", .refuses, "A legacy pool cannot be migrated to a Standard Edition chat pool.", [.standardEditionTarget],
            from: "l13-deploying-persistent-chat-server"),
        ChatRule(
            "R23", .refuses, "Chat servers are in the directory domain of the servers that host their pool.", [.serverOutsideDomain],
            from: "l13-components-and-topologies-for-persistent-chat-server"),
        ChatRule(
            "R24", .refuses, "The file store exists, and is a UNC path for a multi-computer pool.", [.fileStoreNotFound, .fileStoreNotUnc],
            from: "l13-add-persistent-chat-server-to-the-topology"),
        ChatRule(
            "R25", .refuses, "One content and one compliance database per SQL instance.", [.sqlInstanceHoldsChatDatabase],
            from: "l13-server-collocation-in-an-enterprise-edition-front-end-pool-deployment"),
        ChatRule(
            "R26", .refuses, "Topology changes count once they are published and enabled.", [.topologyNotEnabled], from: "Publish-CsTopology",
            "Enable-CsTopology"),
        ChatRule(
            "R27", .refuses, "Publishing needs Domain Admins and RTCUniversalServerAdmins.", [.publishingRightsMissing],
            from: "l13-deployment-checklist-for-persistent-chat-server"),
        ChatRule(
            "R28", .describes, "Ports: 5041 SIP/MTLS (changeable), 8011 between chat servers, 881 WCF, 443 file transfer.",
            from: "l13-add-persistent-chat-server-to-the-topology", "l13-components-and-topologies-for-persistent-chat-server",
            "l13-ports-and-protocols-for-internal-servers"),
        ChatRule(
            "R29", .describes, "Server certificates come from the authority used by the internal servers.",
            from: "l13-certificate-requirements-for-persistent-chat-server"),
        ChatRule(
            "R30", .describes, "One A record per server; for a pool also one per server under the pool's name.",
            from: "l13-dns-requirements-for-persistent-chat-servers"),
        ChatRule(
            "R31", .refuses, "A front-end pool that serves a chat pool stays until the chat pool has another host.", [.hostPoolInUse],
            from: "l13-front-end-pool-abc-failover-procedure"),
    ]

    private static let homing: [ChatRule] = [
        ChatRule(
            "R32", .refuses, "Only an enabled account with a registrar pool can sign in.", [.userNotEnabled, .userWithoutRegistrarPool], from: "Enable-CsUser",
            "Get-CsUser"),
        ChatRule(
            "R33", .refuses, "A SIP address has the sip: prefix, a known SIP domain, and one owner.", [.sipAddressInvalid, .sipAddressInUse],
            from: "Set-CsUser", "New-CsPersistentChatEndpoint"),
        ChatRule("R34", .describes, "The home generation is that of the home pool.", from: "coexistence-considerations"),
        ChatRule(
            "R35", .refuses, "Users of 2010 and 2013 move with Move-CsUser, users of R2 with Move-CsLegacyUser; moving back is possible.",
            [.userHomedOnR2, .userNotHomedOnR2], from: "move-a-single-user-to-the-pilot-pool", "move-a-single-user-to-the-pilot-pool_1"),
        ChatRule("R36", .describes, "Legacy tools and the directory snap-in cannot move users to 2013.", from: "move-remaining-users-to-lync-server-2013"),
        ChatRule(
            "R37", .refuses, "Move-CsLegacyUser refuses names with leading or trailing spaces.", [.userNameHasSpaces],
            from: "move-remaining-users-to-lync-server-2013_1"),
        ChatRule("R38", .warns, "A forced move loses contacts and meetings.", [.moveLosesContacts], from: "Move-CsUser", "l13-move-users-to-another-pool"),
        ChatRule("R39", .refuses, "Moving waits for user replication.", [.userNotReplicated], from: "verify-user-replication-has-completed"),
        ChatRule("R40", .describes, "Disabling erases all attributes and policy assignments; blocking keeps them.", from: "Disable-CsUser", "Set-CsUser"),
        ChatRule("R41", .describes, "Homing a user on 2013 forces no new client.", from: "move-remaining-users-to-lync-server-2013"),
        ChatRule("R42", .describes, "Moving a user changes nothing in rooms, memberships or messages."),
    ]

    private static let policies: [ChatRule] = [
        ChatRule(
            "R43", .describes, "One global policy always exists; it is off at first.", from: "New-CsPersistentChatPolicy",
            "l13-deployment-checklist-for-persistent-chat-server"),
        ChatRule(
            "R44", .refuses, "New policies are for a site or for users; no second global, no duplicate, no service scope.",
            [.globalPolicyExists, .policyExists, .policyScopeNotSupported], from: "New-CsPersistentChatPolicy"),
        ChatRule(
            "R45", .describes, "Per-user policy, then site, then global; exactly one is effective.", from: "l13-create-a-user-policy-for-persistent-chat",
            "l13-create-a-site-policy-for-persistent-chat", "Grant-CsPersistentChatPolicy"),
        ChatRule("R46", .describes, "The site that counts is the site of the user's home pool.", from: "l13-enable-persistent-chat-server-policy"),
        ChatRule("R47", .describes, "A per-user policy that is off beats a site or global policy that is on, and the reverse."),
        ChatRule("R48", .warns, "Removing the global policy resets it.", [.globalPolicyReset], from: "Remove-CsPersistentChatPolicy"),
        ChatRule(
            "R49", .asks, "Removing an assigned per-user policy asks first; holders fall back to site or global.", [.policyIsAssigned],
            from: "Remove-CsPersistentChatPolicy"),
        ChatRule("R50", .refuses, "Only an existing per-user policy can be granted.", [.perUserPolicyNotFound], from: "Grant-CsPersistentChatPolicy"),
        ChatRule("R51", .describes, "Policy governs the Lync 2013 client only.", from: "coexistence-considerations", "l13-new-persistent-chat-server-features"),
        ChatRule(
            "R52", .describes, "There is no pool level of policies: global, site, user.", from: "l13-enable-persistent-chat-server-policy",
            "New-CsPersistentChatPolicy"),
    ]
}
