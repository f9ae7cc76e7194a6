// Creating, choosing and removing SIP domains. Exactly one is the default, as soon as there is any.

/// Creates a SIP domain; the first one becomes the default.
public struct NewSipDomain: PlannedChange {
    public var name: SipDomainName
    public var isDefault: Bool

    public init(name: SipDomainName, isDefault: Bool = false) {
        self.name = name
        self.isDefault = isDefault
    }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<SipDomain> {
        try checkFqdn(Fqdn(name.text), of: .sipDomain)
        if let domain = try reading.sipDomain(name) {
            throw Refusal(Message(.sipDomainExists, ["domain": .name(name)]), .resourceExists, target: domain.reference)
        }
        let former = try reading.defaultSipDomain()
        let domain = SipDomain(name: name, isDefault: isDefault || former == nil)
        return Plan(domain, changes: (isDefault ? demotion(of: former) : []) + [.insert(.sipDomain(domain))])
    }
}

/// Makes a SIP domain the default.
public struct SetDefaultSipDomain: PlannedChange {
    public var name: SipDomainName

    public init(name: SipDomainName) { self.name = name }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<SipDomain> {
        let old = try reading.existingSipDomain(name)
        var domain = old
        domain.isDefault = true
        guard domain != old else { return Plan(domain, changes: []) }
        return Plan(domain, changes: demotion(of: try reading.defaultSipDomain()) + [.update(from: .sipDomain(old), to: .sipDomain(domain))])
    }
}

private func demotion(of former: SipDomain?) -> [DeploymentChange] {
    guard let former else { return [] }
    return [.update(from: .sipDomain(former), to: .sipDomain(SipDomain(name: former.name, isDefault: false)))]
}

/// Removes a SIP domain that no address ends in. The default goes last.
public struct RemoveSipDomain: PlannedChange {
    public var name: SipDomainName

    public init(name: SipDomainName) { self.name = name }

    public func plan(_ reading: some DeploymentReading) throws -> Plan<SipDomain> {
        let domain = try reading.existingSipDomain(name)
        let addresses = try reading.addressCount(in: domain.name)
        guard addresses == 0 else {
            throw Refusal(
                Message(.sipDomainInUse, ["domain": .name(domain.name), "n": .number(addresses)]), .invalidOperation, target: domain.reference)
        }
        if domain.isDefault, try reading.sipDomainCount() > 1 {
            throw Refusal(Message(.sipDomainIsDefault, ["domain": .name(domain.name)]), .invalidOperation, target: domain.reference)
        }
        return Plan(domain, changes: [.remove(.sipDomain(domain))])
    }
}
