// Names of the topology and the directory: kept as written, compared without regard to ASCII case.

/// A name that is kept as written and compared without regard to ASCII case.
public protocol CaselessName: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name as it was written.
    var text: String { get }
    init(_ text: String)
}

extension CaselessName {
    public init(stringLiteral value: String) { self.init(value) }
    public var description: String { text }

    public static func == (left: Self, right: Self) -> Bool { equalIgnoringCase(left.text, right.text) }

    public func hash(into hasher: inout Hasher) {
        var folded: UInt64 = 0xcbf2_9ce4_8422_2325
        var text = text
        text.withUTF8 { for byte in $0 { folded = (folded ^ UInt64(foldedCase(byte))) &* 0x100_0000_01b3 } }
        hasher.combine(folded)
    }
}

/// An ASCII letter in lower case; any other byte as it is.
@inline(__always)
func foldedCase(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

/// Whether two texts are the same apart from ASCII case.
func equalIgnoringCase(_ left: some StringProtocol, _ right: some StringProtocol) -> Bool {
    let quick = left.utf8.withContiguousStorageIfAvailable { left in
        right.utf8.withContiguousStorageIfAvailable { right in equalIgnoringCase(left, right) }
    }
    return quick.flatMap { $0 } ?? left.utf8.elementsEqual(right.utf8) { foldedCase($0) == foldedCase($1) }
}

/// The same on bytes; most texts that are equal are written alike.
private func equalIgnoringCase(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for i in left.indices where left[i] != right[i] && foldedCase(left[i]) != foldedCase(right[i]) { return false }
    return true
}

/// What follows `prefix` in `text`, if the text begins with it apart from ASCII case.
func remainder(of text: Substring, after prefix: String) -> Substring? {
    guard text.utf8.count >= prefix.utf8.count else { return nil }
    let end = text.utf8.index(text.startIndex, offsetBy: prefix.utf8.count)
    return equalIgnoringCase(text[..<end], prefix) ? text[end...] : nil
}

/// The fully qualified name of a pool, server or computer.
public struct Fqdn: CaselessName {
    public let text: String
    public init(_ text: String) { self.text = text }

    /// The domain part: what follows the first dot, or nothing.
    public var domain: Substring {
        guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return "" }
        return text[text.utf8.index(after: dot)...]
    }

    /// Labels of letters, digits and hyphens, separated by dots; at most 255 bytes.
    public var isWellFormed: Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                    && label.allSatisfy(isHostNameByte)
            }
    }
}

/// Letter, digit, hyphen, or underscore (which real server names do carry).
private func isHostNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(foldedCase(byte)) || (48...57).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}

/// The bare name of a site, without `Site:`.
public struct SiteName: CaselessName {
    public let text: String
    public init(_ text: String) { self.text = text }

    /// Reads `Site:<name>` and the bare name alike.
    public init(parsing identity: String) {
        self.init(String(remainder(of: identity[...], after: "site:") ?? identity[...]))
    }
}

/// A SIP domain, such as `contoso.com`.
public struct SipDomainName: CaselessName {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// The bare name of a per-user policy, without `Tag:`.
public struct PolicyName: CaselessName {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// The name under which a client is kept.
public struct ClientName: CaselessName {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// A database server and instance, such as `sql1.contoso.com\rtc`.
public struct SqlInstance: CaselessName {
    public let text: String
    public init(_ text: String) { self.text = text }
}
