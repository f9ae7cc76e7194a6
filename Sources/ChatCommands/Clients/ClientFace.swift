// Client programs as scripts see them, and the manual configuration of the legacy one as commands take it.

import ChatModel
import Runtime

enum ClientFace {
    static let own = Face<ChatClient>("Chat.Client", identity: \.identity, storedProperties { $0 })
}

/// The manual configuration of a legacy client, as a command takes it.
struct ConfigurationParameters {
    let lookupUri = Parameter<String>.clearable(
        "LookupUri", help: "The address of the one chat pool it connects to: a lookup user (R2, 2010) or an endpoint (2013).")
    let accountName = Parameter<String>.text("AccountName", help: "The label in the sign-in window.")
    let userUri = Parameter<String>.clearable("UserUri", help: "The address to sign in with.")
    let host = Parameter<String>.clearable("HostName", aliases: ["Host"], help: "The front-end server or pool to sign in to.")
    let signInProtocol = Parameter<SignInProtocol>.choice("Protocol", help: "TLS or TCP; TLS unless given.")
    let port = Parameter<Int>("Port", byName: true, allowsNull: true, help: "The port to sign in at; 5061 unless given.")
    let disableIM = Parameter<Bool>.truth("DisableIM", help: "R2: leaves messaging to the other client.")

    var all: [any AnyParameter] { [lookupUri, accountName, userUri, host, signInProtocol, port, disableIM] }

    /// What is given, as alterations of a client.
    func apply(to change: inout SetClient, _ run: Invocation) {
        change.lookupUri = run.clearing(lookupUri) { SipAddress($0) }
        change.accountName = run.alteration(accountName)
        change.userUri = run.clearing(userUri) { SipAddress($0) }
        change.host = run.clearing(host) { Fqdn($0) }
        change.signInProtocol = run.alteration(signInProtocol)
        change.port = run.alteration(port) { Int64($0) }
        change.disableIM = run.alteration(disableIM)
    }

    /// The configuration that is given; nil if nothing is.
    func configuration(_ run: Invocation) -> ManualConfiguration? {
        var change = SetClient(name: "")
        apply(to: &change, run)
        var manual = ManualConfiguration()
        change.lookupUri.apply(to: &manual.lookupUri)
        change.accountName.apply(to: &manual.accountName)
        change.userUri.apply(to: &manual.userUri)
        change.host.apply(to: &manual.host)
        change.signInProtocol.apply(to: &manual.signInProtocol)
        change.port.apply(to: &manual.port)
        change.disableIM.apply(to: &manual.disableIM)
        return manual == ManualConfiguration() ? nil : manual
    }
}
