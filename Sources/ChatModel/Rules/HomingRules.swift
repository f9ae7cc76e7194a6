// Rules R32 to R42: signing in, SIP addresses, moving users.
// R36 (legacy tools cannot move users to 2013): no such tool is among `MovingTool`. R41 (homing on 2013 forces no new client) and
// R42 (moving changes nothing in rooms): `MoveUser` changes the home pool and nothing else.

/// R32: only an enabled account with a registrar pool can sign in.
public func checkMaySignIn(_ user: ChatUser) throws(Refusal) {
    if user.enablement != .enabled {
        throw Refusal(Message(.userNotEnabled, ["user": .text(user.label)]), rule: "R32", .notEnabled, target: user.labelled)
    }
    if user.homePool == nil {
        throw Refusal(Message(.userWithoutRegistrarPool, ["user": .text(user.label)]), rule: "R32", .invalidOperation, target: user.labelled)
    }
}

/// R33: a SIP address has the prefix, and a SIP domain the deployment knows.
public func checkSipAddress(_ address: SipAddress, isInKnownDomain: Bool) throws(Refusal) {
    guard !address.isWellFormed || !isInKnownDomain else { return }
    throw Refusal(
        Message(.sipAddressInvalid, ["sip": .name(address)]), rule: "R33", .invalidArgument, target: ObjectReference(.sipAddress, address))
}

/// R33: a SIP address is unique among users and contacts (our reading).
public func checkSipAddressIsFree(_ address: SipAddress, owner: AddressOwner?) throws(Refusal) {
    guard let owner else { return }
    throw Refusal(
        Message(.sipAddressInUse, ["sip": .name(address), "owner": .text(owner.label)]), rule: "R33", .resourceExists,
        target: ObjectReference(.sipAddress, address))
}

/// R34: the generation a user is homed on is that of the home pool; nil without a home pool.
public func homeGeneration(of home: FrontEndPool?) -> Generation? { home?.generation }

/// The commands that move users. There are no others: legacy tools and the directory snap-in cannot (R36).
public enum MovingTool: Hashable, Sendable {
    /// `Move-CsUser`: users of 2010 and 2013.
    case moveCsUser
    /// `Move-CsLegacyUser`: users of R2.
    case moveCsLegacyUser
    /// `Move-ChatUser`: any user.
    case moveChatUser
}

/// R35: users of 2010 and 2013 move with Move-CsUser, users of R2 with Move-CsLegacyUser. The target's generation does not matter: moving back is possible.
public func checkMovingTool(_ tool: MovingTool, for user: ChatUser, homedOn generation: Generation) throws(Refusal) {
    switch (tool, generation) {
    case (.moveCsUser, .r2):
        throw Refusal(Message(.userHomedOnR2, ["user": .text(user.label)]), rule: "R35", .invalidOperation, target: user.labelled)
    case (.moveCsLegacyUser, .lync2010), (.moveCsLegacyUser, .lync2013):
        throw Refusal(
            Message(.userNotHomedOnR2, ["user": .text(user.label), "gen": .generation(generation)]), rule: "R35", .invalidOperation, target: user.labelled)
    default: break
    }
}

/// R37: users whose names begin or end with blanks cannot be moved away from R2.
public func checkNameHasNoOuterSpaces(_ user: ChatUser) throws(Refusal) {
    let hasSpaces = [user.displayName, user.samAccountName, user.distinguishedName.commonName ?? ""].contains {
        $0.utf8.first == UInt8(ascii: " ") || $0.utf8.last == UInt8(ascii: " ")
    }
    guard hasSpaces else { return }
    throw Refusal(Message(.userNameHasSpaces, ["user": .text(user.label)]), rule: "R37", .invalidOperation, target: user.labelled)
}

/// R38: with -Force a move leaves contacts and meetings behind.
public func cautionAboutForcedMove(of user: ChatUser, force: Bool) -> Caution? {
    force ? Caution(Message(.moveLosesContacts, ["user": .text(user.label)]), rule: "R38", target: user.labelled) : nil
}

/// R39: moving waits for user replication.
public func checkIsReplicated(_ user: ChatUser) throws(Refusal) {
    guard !user.isReplicated else { return }
    throw Refusal(Message(.userNotReplicated, ["user": .text(user.label)]), rule: "R39", .resourceUnavailable, target: user.labelled)
}

/// R40: an account after it has been disabled: everything of the chat and messaging system is erased, policies too. Blocking an account keeps them.
public func erased(_ user: ChatUser) -> ChatUser {
    var erased = user
    erased.sipAddress = nil
    erased.homePool = nil
    erased.policy = nil
    erased.enablement = .never
    erased.principalState = user.principalState == .deleted ? .deleted : .sipDisabled
    return erased
}
