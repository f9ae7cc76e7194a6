// The English catalogue: what domain.md and clients.md say, with slots, and the way out of each refusal.

extension Catalogue {
    /// English, the language every other one falls back to.
    public static let english = Catalogue(language: "en", wordings: englishWordings, kinds: englishKinds) { words in
        let first = words.utf8.first.map(foldedCase)
        return (first.map { "aeiou".utf8.contains($0) } ?? false ? "an " : "a ") + words
    }
}

private let englishKinds: [ObjectKind: String] = [
    .deployment: "Deployment", .site: "Site", .sipDomain: "SIP domain", .frontEndPool: "Front-end pool", .chatPool: "Chat pool",
    .chatServer: "Chat server", .user: "User", .policy: "Policy", .client: "Client", .endpoint: "Endpoint", .category: "Category",
    .room: "Room", .addIn: "Add-in", .sqlInstance: "SQL instance", .fileStore: "File store", .sipAddress: "SIP address",
]

private let englishWordings: [MessageId: Wording] = [
    // R1 to R15
    .chatPoolNeeds2013Host: Wording(
        "Chat pool {pool} is a Lync Server 2013 Persistent Chat pool and must be homed on a Lync Server 2013 pool; {host} is {a hostGen} pool.",
        wayOut: "Choose a Lync Server 2013 pool as its host; Get-FrontEndPool shows them."),
    .chatPoolNeeds2010Host: Wording(
        "Chat pool {pool} is a Lync Server 2010 Group Chat pool and must be homed on a Lync Server 2010 pool; {host} is {a hostGen} pool.",
        wayOut: "Choose a Lync Server 2010 pool as its host; Get-FrontEndPool shows them."),
    .chatPoolNeedsR2Host: Wording(
        "Chat pool {pool} is an Office Communications Server 2007 R2 Group Chat pool and must be homed on an Office Communications Server 2007 R2 pool; {host} is {a hostGen} pool.",
        wayOut: "Choose an Office Communications Server 2007 R2 pool as its host; Get-FrontEndPool shows them."),
    .contentIsIsolated: Wording(
        "{kind} {name} belongs to pool {poolA} and cannot be used in pool {poolB}; deployments running side by side do not share content.",
        wayOut: "Create it in pool {poolB} as well."),
    .contentCannotMove: Wording(
        "{kind} {name} cannot be moved from pool {poolA} to pool {poolB}. Export and import its content instead.",
        wayOut: "Use Export-ChatData and Import-ChatData."),
    .contentNotMigrated: Wording(
        "Content of Group Chat pool {pool} is not visible in {target} until it has been migrated.",
        wayOut: "Migrate it; Get-ChatMigrationPlan shows the steps."),
    .unmigratedContent: Wording(
        "Pool {pool} still holds unmigrated content ({n} rooms). Migrate it, or use -Force to give the content up.",
        wayOut: "Get-ChatMigrationPlan shows the steps of its migration."),
    .threeGenerationsRunning: Wording("three server generations are running side by side; this combination is not a supported topology."),
    .sqlInstanceHoldsUserStore: Wording(
        "SQL instance {sql} already holds the user store of pool {other}; use a separate instance for Lync Server 2013.",
        wayOut: "Name another SQL instance."),
    .legacyPoolNotManageable: Wording(
        "Pool {pool} is {a gen} Group Chat pool; this command manages Lync Server 2013 pools only.",
        wayOut: "Use the Group Chat administration tool of that pool."),
    .legacyUsersRemain: Wording("users or services are still on legacy pools; Group Chat should be migrated last."),
    // R16 to R31
    .noHostPoolExists: Wording(
        "No {gen} pool exists that could host chat pool {pool}.",
        wayOut: "Create one first: New-FrontEndPool -Generation {code}."),
    .topologyNameInUse: Wording("The name {fqdn} is already used in the topology.", wayOut: "Choose a name of its own; it belongs to {owner}."),
    .standardEditionPoolName: Wording(
        "On a Standard Edition server the chat pool must be named {server}.",
        wayOut: "Name the chat pool {server}, or choose an Enterprise Edition pool as its host."),
    .enterpriseFrontEndCollocation: Wording(
        "The Persistent Chat role cannot run on Enterprise Edition front end {server}.", wayOut: "Put it on a computer of its own."),
    .singleComputerPool: Wording(
        "Pool {pool} was created as a single-computer pool; servers cannot be added.",
        wayOut: "Create another pool with -Kind MultipleComputers."),
    .tooManyActiveServers: Wording(
        "Pool {pool} would have {n} active servers; the maximum is 4.", wayOut: "Deactivate a server first: Disable-ChatServer."),
    .tooManyServers: Wording("Pool {pool} would have {n} servers; the maximum is 8.", wayOut: "Remove a server first: Remove-ChatServer."),
    .standardEditionTarget: Wording(
        "{target} is a Standard Edition chat pool; Group Chat content cannot be migrated to it.",
        wayOut: "Migrate to a chat pool hosted by an Enterprise Edition pool."),
    .serverOutsideDomain: Wording("Server {server} is not in domain {domain}.", wayOut: "Use a server of domain {domain}."),
    .fileStoreNotFound: Wording("File store {path} does not exist.", wayOut: "Create the share first."),
    .fileStoreNotUnc: Wording("A multi-computer pool needs a UNC file store path.", wayOut: "Give a path of the form \\\\server\\share; {path} is none."),
    .sqlInstanceHoldsChatDatabase: Wording(
        "SQL instance {sql} already holds a Persistent Chat database.", wayOut: "It belongs to pool {other}; name another SQL instance."),
    .topologyNotEnabled: Wording("The topology change has been published but not enabled.", wayOut: "Run Enable-CsTopology."),
    .publishingRightsMissing: Wording(
        "You need Domain Admins and RTCUniversalServerAdmins membership to publish.", wayOut: "Publish with an account that has both."),
    .hostPoolInUse: Wording(
        "Host pool {host} still serves chat pool {pool}; choose another host first.",
        wayOut: "Point it elsewhere with Set-ChatPool -HostPool, or remove it with Remove-ChatPool."),
    // R32 to R42
    .userNotEnabled: Wording("{user} is not enabled.", wayOut: "Enable the account: Enable-ChatUser."),
    .userWithoutRegistrarPool: Wording("{user} is not assigned to a registrar pool.", wayOut: "Home the account on a pool: Enable-ChatUser -HomePool."),
    .sipAddressInvalid: Wording(
        "{sip} is not a valid SIP address.", wayOut: "Write sip:name@domain with a SIP domain of this deployment; Get-ChatSipDomain shows them."),
    .sipAddressInUse: Wording("{sip} is already used by {owner}.", wayOut: "Choose another address, or free this one first."),
    .userHomedOnR2: Wording("{user} is homed on Office Communications Server 2007 R2; use Move-CsLegacyUser."),
    .userNotHomedOnR2: Wording("{user} is homed on {gen}; use Move-CsUser."),
    .userNameHasSpaces: Wording("The name of {user} has leading or trailing spaces.", wayOut: "Correct it first: Set-ChatUser -DisplayName."),
    .moveLosesContacts: Wording("contacts and meetings of {user} will not be moved."),
    .userNotReplicated: Wording("{user} has not been replicated yet.", wayOut: "Wait until user replication is complete (replicator event 30024)."),
    // R43 to R52
    .globalPolicyExists: Wording("A global policy already exists; change it with Set-CsPersistentChatPolicy."),
    .policyExists: Wording("Policy {id} already exists.", wayOut: "Change it with Set-ChatPolicy."),
    .policyScopeNotSupported: Wording(
        "Persistent Chat policies cannot be created at the service scope.", wayOut: "Use Site:<name>, or a bare name for a per-user policy."),
    .globalPolicyReset: Wording("the global policy cannot be removed; its values were reset."),
    .policyIsAssigned: Wording("Policy {id} is assigned to {n} users. Remove it anyway?"),
    .perUserPolicyNotFound: Wording("There is no per-user policy named {name}.", wayOut: "Create it with New-ChatPolicy, or look at Get-ChatPolicy."),
    // R103 to R107
    .endpointNeeds2013Pool: Wording(
        "Endpoints can be created only for Lync Server 2013 Persistent Chat pools.",
        wayOut: "Legacy pools have a lookup user instead: Set-ChatPool -LookupUser."),
    .sipAddressBelongsToUser: Wording("SIP address {sip} still belongs to user {user}; delete that user first.", wayOut: "Remove-ChatUser {sip}."),
    .endpointIsLast: Wording("The pool's own endpoint cannot be removed.", wayOut: "Create another endpoint first: New-ChatEndpoint."),
    // Look-ups
    .siteNotFound: Wording("There is no site {site}.", wayOut: "Get-ChatSite shows the sites."),
    .sipDomainNotFound: Wording("There is no SIP domain {domain}.", wayOut: "Get-ChatSipDomain shows the SIP domains."),
    .frontEndPoolNotFound: Wording("There is no front-end pool {pool}.", wayOut: "Get-FrontEndPool shows the pools."),
    .chatPoolNotFound: Wording("There is no chat pool {pool}.", wayOut: "Get-ChatPool shows the pools."),
    .chatServerNotFound: Wording("There is no chat server {server}.", wayOut: "Get-ChatServer shows the servers."),
    .userNotFound: Wording("There is no user {user}.", wayOut: "Get-ChatUser shows the users."),
    .policyNotFound: Wording("There is no policy {id}.", wayOut: "Get-ChatPolicy shows the policies."),
    .clientNotFound: Wording("There is no client {client}.", wayOut: "Get-ChatClient shows the clients."),
    .endpointNotFound: Wording("There is no endpoint {endpoint}.", wayOut: "Get-ChatEndpoint shows the endpoints."),
    .userAmbiguous: Wording("{user} names several users.", wayOut: "Name the user by SIP address."),
    // Taken and in use
    .siteExists: Wording("Site {site} already exists.", wayOut: "Change it with Set-ChatSite."),
    .sipDomainExists: Wording("SIP domain {domain} already exists."),
    .userExists: Wording("User {user} already exists.", wayOut: "Change it with Set-ChatUser."),
    .clientExists: Wording("Client {client} already exists.", wayOut: "Change it with Set-ChatClient."),
    .clientOfAnotherUser: Wording("Client {client} belongs to {owner}, not to {user}.", wayOut: "Get-ChatClient -User shows the clients of a user."),
    .siteHasPools: Wording("Site {site} still contains {n} pools.", wayOut: "Remove or reassign them first; Get-FrontEndPool shows them."),
    .sipDomainInUse: Wording("SIP domain {domain} is still used by {n} SIP addresses.", wayOut: "Change or remove them first."),
    .sipDomainIsDefault: Wording("SIP domain {domain} is the default SIP domain.", wayOut: "Make another one the default first: Set-ChatSipDomain -Default."),
    .poolHomesUsers: Wording("Pool {pool} is still home to {n} users.", wayOut: "Move them first: Get-ChatUser -HomePool {pool} | Move-ChatUser."),
    .frontEndPoolBacksUp: Wording("Pool {pool} is the backup pool of {other}.", wayOut: "Choose another backup pool first: Set-FrontEndPool -BackupPool."),
    .lastServerOfPool: Wording("Server {server} is the last server of pool {pool}.", wayOut: "Remove the pool: Remove-ChatPool."),
    .userIsLookupUser: Wording(
        "{user} is the lookup user of chat pool {pool}; legacy clients will no longer find the pool at this address."),
    // Values
    .nameInvalid: Wording("{kind} name must be {valid}, but is \"{given}\"."),
    .numberOutOfRange: Wording("{property} must be from {from} to {to}, but is {given}."),
    .standardEditionComputers: Wording("A Standard Edition pool must have exactly one computer, named {pool}, but has {given}."),
    .enterpriseComputers: Wording("Enterprise Edition pool {pool} must have 1 to 12 computers, but has {n}."),
    .hostPoolAmbiguous: Wording("Several {gen} pools could host chat pool {pool}.", wayOut: "Name one with -HostPool; Get-FrontEndPool shows them."),
    .noSipDomain: Wording("The deployment has no SIP domain.", wayOut: "Create one first: New-ChatSipDomain."),
    .defaultPoolNot2013: Wording(
        "The default chat pool of a site must be a Lync Server 2013 Persistent Chat pool; {pool} is {a gen} Group Chat pool."),
    .backupPoolGeneration: Wording("The backup pool of {pool} must be another {gen} pool; {other} is none."),
    .notAFrontEndPool: Wording("{pool} is a chat pool; users are homed on front-end pools.", wayOut: "Name its host pool {host}, or another front-end pool."),
    .serverOfAnotherPool: Wording("Server {server} belongs to pool {other}, not to pool {pool}."),
    .lookupUserOnlyLegacy: Wording("Chat pool {pool} is a Lync Server 2013 pool; it has endpoints, not a lookup user."),
    .complianceDatabaseMissing: Wording("Compliance of pool {pool} needs a compliance database.", wayOut: "Give -ComplianceDatabase."),
    .lync2013ClientNotConfigurable: Wording("The Lync 2013 client has no manual configuration; it is provisioned by the home pool of its user."),
    // Nothing to do, or less than hoped
    .userAlreadyHomed: Wording("{user} is already homed on {pool}."),
    .userAlreadyEnabled: Wording("{user} is already enabled; nothing was changed."),
    .hostPoolStopped: Wording("chat pool {pool} cannot be reached until its host pool {host} is running."),
    .poolHasNoActiveServer: Wording("chat pool {pool} has no active server and takes no connections."),
    // Connections
    .accountDisabled: Wording("{user} is not enabled for sign-in.", wayOut: "Enable the account: Enable-ChatUser."),
    .homePoolNotRunning: Wording("The home pool {home} of {user} is not running.", wayOut: "Start it: Start-FrontEndPool."),
    .nobodyAtAddress: Wording("No pool answers at {address}.", wayOut: "Correct the client's LookupUri, or create an endpoint with this address."),
    .ordinaryUserAtAddress: Wording("{address} is not the address of a chat pool.", wayOut: "Correct the client's LookupUri."),
    .legacyPoolNotSupported: Wording(
        "The Lync 2013 client works only with Lync Server 2013 Persistent Chat pools; {pool} is {a gen} Group Chat pool.",
        wayOut: "Use the Group Chat client for this pool, or migrate the pool."),
    .noHomePool: Wording("{user} is not assigned to any pool.", wayOut: "Home the user on a pool: Enable-ChatUser -HomePool."),
    .signInNotSupported: Wording(
        "The Lync 2013 client cannot sign in to Office Communications Server 2007 R2; {user} is homed on {home}.",
        wayOut: "Move the user to a Lync Server 2013 pool: Move-ChatUser, or Move-CsLegacyUser."),
    .homePoolNot2013: Wording(
        "{user} must be homed on Lync Server 2013 to use Persistent Chat in the Lync 2013 client; home pool {home} is {gen}.",
        wayOut: "Move the user to a Lync Server 2013 pool: Move-ChatUser."),
    .policyDisabled: Wording(
        "Policy {policy} does not enable Persistent Chat for {user}.", wayOut: "Grant an enabling policy: Grant-ChatPolicy, or change {policy}: Set-ChatPolicy."
    ),
    .noManualConfiguration: Wording(
        "The Group Chat client has no manual configuration; enter the address of a chat pool.", wayOut: "Set-ChatClient -LookupUri."),
    .onePoolAtATime: Wording(
        "The Group Chat client is configured for pool {other}; it connects to one pool at a time.",
        wayOut: "Configure it for the other pool and sign in again: Set-ChatClient -LookupUri."),
    .poolNotRunning: Wording("Chat pool {pool} is not running.", wayOut: "Start it: Start-ChatPool; its host pool must run too."),
    .noActiveServer: Wording("Chat pool {pool} has no active server.", wayOut: "Activate one: Enable-ChatServer."),
    .serverFull: Wording("Chat pool {pool} has no room for more users."),
    .principalDisabled: Wording("{user} is disabled in pool {pool}."),
    .connected: Wording("{user} is connected to {pool} ({gen})."),
    .warning: Wording("Warning: {text}"),
]
