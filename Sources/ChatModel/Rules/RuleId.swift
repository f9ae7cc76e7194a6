// Rule ids as the domain description numbers them.

/// The id of a rule or guard: `R1`, `P4`, `Q2`, `L5`, `D2`, `C16`.
public struct RuleId: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { self.init(rawValue: value) }
    public var description: String { rawValue }
}
