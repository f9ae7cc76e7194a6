// Front-end pools as scripts see them.

import ChatModel
import Runtime

enum FrontEndPoolFace {
    static let own = Face<FrontEndPool>(
        "Chat.FrontEndPool", identity: \.identity,
        [.text("Identity") { $0.identity }] + storedProperties { $0 } + [.text("Registrar") { $0.registrar.text }])
}

extension Invocation {
    /// The front-end pool that a parameter names by any of its forms.
    func frontEnd(_ parameter: Parameter<String>) -> Fqdn? { filled(parameter).map { ServiceIdentity(parsing: $0).fqdn } }
}
