// System.Version: two to four whole numbers.

/// major.minor[.build[.revision]]
public struct NetVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let major: Int32
    public let minor: Int32
    /// -1 if there is none.
    public let build: Int32
    /// -1 if there is none.
    public let revision: Int32

    /// Parts must not be negative, but `build` and `revision` may be -1 for none.
    public init(major: Int32, minor: Int32, build: Int32 = -1, revision: Int32 = -1) {
        self.major = major
        self.minor = minor
        self.build = build
        self.revision = build < 0 ? -1 : revision
    }

    /// Throws `badArgument` for a number of parts that is not 2 to 4, `outOfRange` for negative ones, `badInput`, `overflow`.
    public static func parse(_ text: String) throws(ScalarError) -> NetVersion {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...4).contains(parts.count) else { throw .badArgument("Version string portion was too short or too long. (Parameter 'input')") }
        var numbers: [Int32] = []
        for part in parts {
            let number = try NumberParsing.int32(String(part))
            if number < 0 {
                throw .outOfRange("input", "Version's parameters must be greater than or equal to zero.")
            }
            numbers.append(number)
        }
        return NetVersion(
            major: numbers[0], minor: numbers[1], build: numbers.count > 2 ? numbers[2] : -1, revision: numbers.count > 3 ? numbers[3] : -1)
    }

    /// How many parts it has, 2 to 4.
    public var partCount: Int { build < 0 ? 2 : (revision < 0 ? 3 : 4) }

    public var description: String {
        var text = "\(major).\(minor)"
        if build >= 0 { text += ".\(build)" }
        if revision >= 0 { text += ".\(revision)" }
        return text
    }

    /// The first parts, 0 to as many as it has. Throws `badArgument`.
    public func text(parts: Int) throws(ScalarError) -> String {
        guard parts >= 0, parts <= partCount else {
            throw .badArgument("Argument must be between 0 and \(partCount). (Parameter 'fieldCount')")
        }
        return [major, minor, build, revision].prefix(parts).map(String.init).joined(separator: ".")
    }

    /// A missing part comes before 0.
    public static func < (a: NetVersion, b: NetVersion) -> Bool {
        (a.major, a.minor, a.build, a.revision) < (b.major, b.minor, b.build, b.revision)
    }
}
