// Rules R1 to R15: which pool may host which, what stays apart, what generations may stand side by side.
// R4 (any combination of kinds may exist) and R10 (several 2013 pools) need no code: nothing here counts pools.
// R6 (names repeat between pools) and R14 (nothing replicates) follow from every object belonging to exactly one pool.

/// R1 to R3: a chat pool is hosted only by a front-end pool of its own generation.
public func checkHostGeneration(of pool: Fqdn, _ generation: Generation, host: FrontEndPool) throws(Refusal) {
    guard host.generation != generation else { return }
    let (id, rule): (MessageId, RuleId) =
        switch generation {
        case .lync2013: (.chatPoolNeeds2013Host, "R1")
        case .lync2010: (.chatPoolNeeds2010Host, "R2")
        case .r2: (.chatPoolNeedsR2Host, "R3")
        }
    throw Refusal(
        Message(id, ["pool": .name(pool), "host": .name(host.fqdn), "hostGen": .generation(host.generation)]), rule: rule, .invalidOperation,
        target: ObjectReference(.chatPool, pool), others: [host.reference])
}

/// R5: nothing refers across a pool boundary.
public func checkContentStaysInPool(_ kind: ObjectKind, _ name: String, of owner: Fqdn, usedIn pool: Fqdn) throws(Refusal) {
    guard owner != pool else { return }
    throw Refusal(
        Message(.contentIsIsolated, ["kind": .kind(kind), "name": .text(name), "poolA": .name(owner), "poolB": .name(pool)]), rule: "R5",
        .invalidOperation, target: ObjectReference(kind, "\(owner)\\\(name)"), others: [ObjectReference(.chatPool, owner), ObjectReference(.chatPool, pool)])
}

/// R7: categories, rooms and add-ins never move to another pool, not even between two 2013 pools.
public func checkContentKeepsPool(_ kind: ObjectKind, _ name: String, from owner: Fqdn, to pool: Fqdn) throws(Refusal) {
    guard owner != pool else { return }
    throw Refusal(
        Message(.contentCannotMove, ["kind": .kind(kind), "name": .text(name), "poolA": .name(owner), "poolB": .name(pool)]), rule: "R7",
        .invalidOperation, target: ObjectReference(kind, "\(owner)\\\(name)"), others: [ObjectReference(.chatPool, owner), ObjectReference(.chatPool, pool)])
}

/// R8: legacy content shows in a 2013 pool only after its migration has imported it there.
public func checkContentHasBeenMigrated(from source: ChatPool, to target: Fqdn) throws(Refusal) {
    guard source.generation.isLegacy, source.migrationState < .imported else { return }
    throw Refusal(
        Message(.contentNotMigrated, ["pool": .name(source.fqdn), "target": .name(target)]), rule: "R8", .invalidOperation,
        target: source.reference, others: [ObjectReference(.chatPool, target)])
}

/// R9: a legacy pool is taken out of service only when its content has been migrated or given up.
///
/// - Parameter unmigratedRooms: Rooms of the pool that no migration has brought over.
public func checkContentMayBeLeftBehind(_ pool: ChatPool, unmigratedRooms: Int, force: Bool) throws(Refusal) {
    guard pool.generation.isLegacy, pool.migrationState < .verified, unmigratedRooms > 0, !force else { return }
    throw Refusal(
        Message(.unmigratedContent, ["pool": .name(pool.fqdn), "n": .number(unmigratedRooms)]), rule: "R9", .invalidOperation, target: pool.reference)
}

/// R11: all three generations at once are allowed, but no supported topology.
///
/// - Parameter generations: The generations of all front-end and chat pools after the change.
public func cautionAboutThreeGenerations(_ generations: Set<Generation>, target: ObjectReference) -> Caution? {
    generations.count == Generation.allCases.count ? Caution(Message(.threeGenerationsRunning), rule: "R11", target: target) : nil
}

/// R12: a 2013 pool and a legacy pool never share a database instance.
///
/// - Parameter holder: The front-end pool whose user store is on the instance, if any.
public func checkSqlInstanceIsSeparate(_ instance: SqlInstance, for generation: Generation, of pool: ObjectReference, holder: FrontEndPool?) throws(Refusal) {
    guard let holder, holder.generation.isLegacy != generation.isLegacy else { return }
    throw Refusal(
        Message(.sqlInstanceHoldsUserStore, ["sql": .name(instance), "other": .name(holder.fqdn)]), rule: "R12", .resourceExists, target: pool,
        others: [ObjectReference(.sqlInstance, instance), holder.reference])
}

/// R13: the Persistent Chat commands manage 2013 pools only.
public func checkPoolIsManageable(_ pool: ChatPool) throws(Refusal) {
    guard pool.generation.isLegacy else { return }
    throw Refusal(
        Message(.legacyPoolNotManageable, ["pool": .name(pool.fqdn), "gen": .generation(pool.generation)]), rule: "R13", .invalidOperation,
        target: pool.reference)
}

/// R15: Group Chat comes last in a migration.
///
/// - Parameter legacyUsers: Users still homed on legacy pools, lookup users not counted.
public func cautionAboutMigrationOrder(of pool: ChatPool, legacyUsers: Int, otherLegacyServices: Int) -> Caution? {
    legacyUsers + otherLegacyServices > 0 ? Caution(Message(.legacyUsersRemain), rule: "R15", target: pool.reference) : nil
}
