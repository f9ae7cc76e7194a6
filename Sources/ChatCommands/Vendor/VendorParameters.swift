// Parameters that the vendor's cmdlets share and that mean nothing here: accepted, so that scripts run unmodified (cs-cmdlets.md 1.2).

import Runtime

extension Parameter where T == String {
    static var domainController: Parameter { Parameter("DomainController", help: "Accepted; there is one store and no directory server to choose.") }
    static var tenant: Parameter { Parameter("Tenant", help: "Accepted; for hosted services only.") }
}

extension Parameter where T == Value {
    static var credential: Parameter { Parameter("Credential", help: "Accepted; the store is opened by whoever runs the shell.") }
}

extension Parameter where T == Bool {
    static var localStore: Parameter { flag("LocalStore", help: "Accepted; there is one store and no replica.") }
    static var force: Parameter { flag("Force", help: "Accepted; there is nothing to ask.") }
}
