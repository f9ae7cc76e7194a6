// The three server generations and what they are called.

/// A server generation. The order is the order of the releases.
public enum Generation: UInt8, CaseIterable, Hashable, Sendable, Comparable {
    case r2 = 1
    case lync2010 = 2
    case lync2013 = 3

    /// `R2`, `2010` or `2013`.
    public var code: String {
        switch self {
        case .r2: "R2"
        case .lync2010: "2010"
        case .lync2013: "2013"
        }
    }

    /// Reads a code, or a full product name, in any case.
    public init?(code: some StringProtocol) {
        guard let match = Self.allCases.first(where: { equalIgnoringCase($0.code, code) || equalIgnoringCase($0.productName, code) })
        else { return nil }
        self = match
    }

    /// The full name of the server product. Product names are the same in every language.
    public var productName: String {
        switch self {
        case .r2: "Office Communications Server 2007 R2"
        case .lync2010: "Lync Server 2010"
        case .lync2013: "Lync Server 2013"
        }
    }

    /// `Group Chat` or `Persistent Chat`, as the generation calls its rooms.
    public var chatProductName: String { self == .lync2013 ? "Persistent Chat" : "Group Chat" }

    /// The `Version` that services of the generation show: 4, 5 or 6.
    public var serviceVersion: Int { Int(rawValue) + 3 }

    /// Whether the generation is one that is to be migrated away.
    public var isLegacy: Bool { self != .lync2013 }

    public static func < (left: Generation, right: Generation) -> Bool { left.rawValue < right.rawValue }
}
