// The forms in which a command may name a user: SIP address, distinguished name, domain\logon, principal name, display name.

/// A user as a command names one (UserIdParameter of the reference pages).
public enum UserIdentity: Hashable, Sendable {
    /// `sip:ann@contoso.com`
    case address(SipAddress)
    /// `CN=Ann,OU=Staff,DC=contoso,DC=com`
    case distinguishedName(String)
    /// `CONTOSO\ann`
    case logon(domain: String, name: String)
    /// `ann@contoso.com`
    case principalName(String)
    /// Anything else. Only Get commands take `*` in it.
    case displayName(String)

    /// Decides the form by its shape; every text has one.
    public init(parsing text: String) {
        if remainder(of: text[...], after: "sip:") != nil {
            self = .address(SipAddress(text))
        } else if Self.looksDistinguished(text) {
            self = .distinguishedName(text)
        } else if let slash = text.firstIndex(of: "\\") {
            self = .logon(domain: String(text[..<slash]), name: String(text[text.index(after: slash)...]))
        } else if text.utf8.contains(UInt8(ascii: "@")), !text.utf8.contains(UInt8(ascii: " ")) {
            self = .principalName(text)
        } else {
            self = .displayName(text)
        }
    }

    /// The identity as it may be written.
    public var text: String {
        switch self {
        case .address(let address): address.text
        case .distinguishedName(let name), .principalName(let name), .displayName(let name): name
        case .logon(let domain, let name): "\(domain)\\\(name)"
        }
    }

    private static func looksDistinguished(_ text: String) -> Bool {
        ["cn=", "ou=", "dc=", "uid="].contains { remainder(of: text[...], after: $0) != nil }
    }
}

/// A distinguished name, taken apart as far as users need it.
public struct DistinguishedName: Hashable, Sendable {
    public let text: String
    public init(_ text: String) { self.text = text }

    /// The name of a user called `commonName` in the container `Users` of a domain.
    public init(commonName: String, domain: SipDomainName) {
        var text = "CN="
        for character in commonName.unicodeScalars {
            if ",\\=+<>#;\"".unicodeScalars.contains(character) { text += "\\" }
            text.unicodeScalars.append(character)
        }
        text += ",CN=Users"
        for label in domain.text.split(separator: ".") { text += ",DC=\(label)" }
        self.init(text)
    }

    /// The value of the first component if it is `CN=`, with escapes removed.
    public var commonName: String? {
        guard let rest = remainder(of: text[...], after: "cn=") else { return nil }
        var name = ""
        var isEscaped = false
        for scalar in rest.unicodeScalars {
            if isEscaped {
                name.unicodeScalars.append(scalar); isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "," {
                break
            } else {
                name.unicodeScalars.append(scalar)
            }
        }
        return name
    }

    /// The short domain name: the first `DC=`.
    public var shortDomain: Substring? {
        for part in text.split(separator: ",") {
            if let label = remainder(of: part.drop { $0 == " " }, after: "dc=") { return label }
        }
        return nil
    }
}
