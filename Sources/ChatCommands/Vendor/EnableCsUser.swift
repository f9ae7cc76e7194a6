// Enable-CsUser: enables accounts and homes them.

import ChatModel
import Runtime

final class EnableCsUserCommand: ChangingCommand {
    static let name = "Enable-CsUser"
    static let identity = Parameter<String>.identity(help: "The account, by any form of identity.")
    static let registrarPool = Parameter<String>("RegistrarPool", help: "The front-end pool to home the user on.")
    static let sipAddress = Parameter<String>("SipAddress", help: "sip:name@domain; for one user only.")
    static let addressType = Parameter<String>(
        "SipAddressType", validations: [.set(["FirstLastName", "EmailAddress", "UserPrincipalName", "SamAccountName"], ignoreCase: true, message: nil)],
        help: "What the address is made from: FirstLastName, EmailAddress, UserPrincipalName or SamAccountName.")
    static let sipDomain = Parameter<String>("SipDomain", help: "The SIP domain for addresses made from names.")
    static let domainController = Parameter<String>.domainController
    static let passThru = Parameter<Bool>.passThru

    static let declaration = chatDeclaration(
        name, "Enables accounts and homes them.", "The same as Enable-ChatUser; the address may be made from what the account is called.", changes: true,
        parameters: [identity, registrarPool, sipAddress, addressType, sipDomain, domainController, passThru],
        output: ["Microsoft.Rtc.Management.ADConnect.Schema.ADUser"],
        examples: [
            CommandExample(
                "An address made from the name",
                "$null = New-ChatUser -DisplayName 'Eve Lund'; (Enable-CsUser 'Eve Lund' -RegistrarPool fe2013.contoso.com -SipAddressType FirstLastName -SipDomain contoso.com -PassThru).SipAddress",
                output: "sip:Eve.Lund@contoso.com\n")
        ])

    let changes = PipelineChange()

    func process(_ run: Invocation) throws {
        let user = run.user(Self.identity)
        var address = run.filled(Self.sipAddress).map { SipAddress($0) }
        if address == nil, let type = run.filled(Self.addressType) {
            guard let account = try run.readOrReport({ try $0.existingUser(user) }) else { return }
            address = made(from: account, type.lowercased(), domain: SipDomainName(run.filled(Self.sipDomain) ?? ""))
        }
        let change = EnableUser(user, homePool: run.frontEnd(Self.registrarPool), sipAddress: address)
        guard let plan = try changes.make(change, on: user.text, run), run.has(Self.passThru) else { return }
        try run.write(VendorUserFace.own.show(ShownUser(user: plan.result, homeGeneration: nil)))
    }

    private func made(from account: ChatUser, _ type: String, domain: SipDomainName) -> SipAddress {
        switch type {
        case "firstlastname": SipAddress(name: account.displayName.split(separator: " ").joined(separator: "."), domain: domain)
        case "samaccountname": SipAddress(name: account.samAccountName, domain: domain)
        default: SipAddress("sip:" + account.userPrincipalName)
        }
    }
}
