// Get-CsUser: lists accounts that are or were enabled.

import ChatModel
import Runtime

final class GetCsUserCommand: Command {
    static let name = "Get-CsUser"
    static let identity = Parameter<String>(
        "Identity", position: 0, pipeline: true, byName: true, help: "The user, by any form of identity; * allowed in display names.")
    static let filter = Parameter<Value>("Filter", help: "Comparisons of properties: {RegistrarPool -eq \"fe.contoso.com\"}.")
    static let ldapFilter = Parameter<String>("LdapFilter", help: "Not supported: there is no directory behind the store.")
    static let organisationalUnit = Parameter<String>("OU", help: "Only accounts in this organisational unit, by distinguished name.")
    static let onLyncServer = Parameter<Bool>.flag("OnLyncServer", aliases: ["OnModernServer"], help: "Only users homed on 2010 or 2013.")
    static let onCommunicationServer = Parameter<Bool>.flag("OnOfficeCommunicationServer", help: "Only users homed on 2007 R2.")
    static let resultSize = Parameter<String>("ResultSize", help: "At most so many, or Unlimited.")
    static let unassigned = Parameter<Bool>.flag("UnAssignedUser", help: "Only users who are enabled, but homed on no pool.")
    static let credential = Parameter<Value>.credential
    static let domainController = Parameter<String>.domainController

    static let declaration = chatDeclaration(
        name, "Lists accounts that are or were enabled.",
        "The same users as those of Get-ChatUser, under the vendor's property names; they stream from the store.",
        parameters: [
            identity, filter, ldapFilter, organisationalUnit, onLyncServer, onCommunicationServer, resultSize, unassigned, credential, domainController,
        ],
        output: ["Microsoft.Rtc.Management.ADConnect.Schema.ADUser"],
        examples: [
            CommandExample(
                "Users without a policy of their own",
                "(Get-CsUser -Filter {PersistentChatPolicy -eq $Null -and SipAddress -like \"sip:*b*\"} | Where-Object RegistrarPool -eq fe2010.contoso.com).DisplayName",
                output: "Bob Hall\n")
        ])

    private var homes: HomeGenerations?

    func process(_ run: Invocation) throws {
        if run.isBound(Self.ldapFilter) {
            throw run.failure(
                "LdapFilterNotSupported", "-LdapFilter needs a directory; use -Filter.", type: "System.NotSupportedException", category: .notImplemented)
        }
        let homes = try self.homes ?? run.read { try HomeGenerations($0) }
        self.homes = homes
        let show = { (user: ChatUser) in VendorUserFace.own.show(homes.shown(user)) }
        let unit = run.filled(Self.organisationalUnit)?.lowercased()
        let isWanted = { (user: ChatUser) in
            let generation = homes.shown(user).homeGeneration
            return user.sipAddress != nil && (!run.has(Self.onLyncServer) || generation == .lync2010 || generation == .lync2013)
                && (!run.has(Self.onCommunicationServer) || generation == .r2)
                && (!run.has(Self.unassigned) || user.enablement == .enabled && user.homePool == nil)
                && (unit.map { user.identity.lowercased().hasSuffix("," + $0) } ?? true)
        }
        if let text = run.filled(Self.identity) {
            // An account that was never enabled is none of Lync's: it does not exist for this command.
            if !isPattern(text), let user = try run.readOrReport({ try $0.existingUser(UserIdentity(parsing: text)) }), user.sipAddress == nil {
                return try run.writeError(userNotFound(text).record)
            }
            return try run.writeUsers(named: text, show: show, isWanted: isWanted)
        }
        var query = UserQuery()
        if run.isBound(Self.filter), let filter = run[Self.filter] { try query.take(filter: filter, run) }
        if run.has(Self.unassigned) { query.selection.home = .unassigned }
        query.limit = try limit(run)
        try query.run(run, show: show, isWanted: isWanted)
    }

    private func limit(_ run: Invocation) throws -> Int? {
        guard let text = run.filled(Self.resultSize), !text.equalsIgnoringCase("Unlimited") else { return nil }
        guard let number = Int(text), (0...Int(Int32.max)).contains(number) else {
            throw run.failure(
                "ResultSizeInvalid", "ResultSize must be Unlimited or from 0 to 2147483647, but is \(text).", type: "System.ArgumentException",
                category: .invalidArgument)
        }
        return number
    }
}
