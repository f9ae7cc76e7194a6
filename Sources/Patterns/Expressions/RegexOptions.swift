// The options of regular expressions and what can be wrong with one.

import Scalars

/// `System.Text.RegularExpressions.RegexOptions`, with its bits.
public struct RegexOptions: OptionSet, Sendable, Hashable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let ignoreCase = RegexOptions(rawValue: 1)
    public static let multiline = RegexOptions(rawValue: 2)
    public static let explicitCapture = RegexOptions(rawValue: 4)
    public static let compiled = RegexOptions(rawValue: 8)
    public static let singleline = RegexOptions(rawValue: 16)
    public static let ignorePatternWhitespace = RegexOptions(rawValue: 32)
    public static let rightToLeft = RegexOptions(rawValue: 64)
    public static let ecmaScript = RegexOptions(rawValue: 256)
    public static let cultureInvariant = RegexOptions(rawValue: 512)
    public static let nonBacktracking = RegexOptions(rawValue: 1024)
}

/// Why a regular expression cannot be used.
public enum RegexError: Error, Equatable, Sendable {
    /// It is no .NET regular expression (`RegexParseException`): the pattern, the offset in UTF-16 units, the reason.
    case invalid(pattern: String, offset: Int, reason: String)
    /// It is one, but this engine has no equivalent: the construct.
    case unsupported(pattern: String, construct: String)
    /// Matching gave up: too much backtracking.
    case tooComplex(pattern: String)
    /// There is no room for what it would give (`OutOfMemoryException`).
    case tooLarge

    /// As .NET words it.
    public var message: String {
        switch self {
        case .invalid(let pattern, let offset, let reason): "Invalid pattern '\(pattern)' at offset \(offset). \(reason)"
        case .unsupported(let pattern, let construct): "The pattern '\(pattern)' uses \(construct), which is not supported."
        case .tooComplex(let pattern): "The match of pattern '\(pattern)' was given up after too much backtracking."
        case .tooLarge: ScalarError.outOfMemory.message
        }
    }
}
