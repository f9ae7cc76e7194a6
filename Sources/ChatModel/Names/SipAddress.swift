// SIP addresses: `sip:name@domain`.

/// A SIP address with its `sip:` prefix, compared without regard to case.
public struct SipAddress: CaselessName {
    public let text: String
    public init(_ text: String) { self.text = text }

    /// The address of `name` in a domain.
    public init(name: String, domain: SipDomainName) { self.init("sip:\(name)@\(domain.text)") }

    /// `sip:`, one or more characters without blanks or a second `@`, `@`, and a well-formed domain (R33).
    public var isWellFormed: Bool {
        guard let address = remainder(of: text[...], after: "sip:"), address.utf8.count <= 452 else { return false }
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && Fqdn(domain.text).isWellFormed
            && parts[0].allSatisfy { $0 > 32 && $0 != 127 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }

    /// The part after the last `@`; empty if there is none.
    public var domain: SipDomainName {
        guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return "" }
        return SipDomainName(String(text[text.utf8.index(after: at)...]))
    }

    /// The part between `sip:` and `@`.
    public var name: Substring {
        let address = remainder(of: text[...], after: "sip:") ?? text[...]
        return address[..<(address.utf8.lastIndex(of: UInt8(ascii: "@")) ?? address.endIndex)]
    }

    /// The address without `sip:`, the form a user principal name usually has.
    public var withoutScheme: Substring { remainder(of: text[...], after: "sip:") ?? text[...] }
}
