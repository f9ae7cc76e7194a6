// The shell's semantic versions: major.minor.patch with optional labels.

/// major[.minor[.patch]][-pre-release][+build]
public struct SemanticVersion: Sendable, Comparable, CustomStringConvertible {
    public let major: Int32
    public let minor: Int32
    public let patch: Int32
    public let preReleaseLabel: String?
    public let buildLabel: String?

    /// Labels must be in the form `isLabel` asks for.
    public init(major: Int32, minor: Int32 = 0, patch: Int32 = 0, preReleaseLabel: String? = nil, buildLabel: String? = nil) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.preReleaseLabel = preReleaseLabel
        self.buildLabel = buildLabel
    }

    /// Throws `badInput`.
    public static func parse(_ text: String) throws(ScalarError) -> SemanticVersion {
        let bytes = Array(text.utf8)
        let plus = bytes.firstIndex(of: 43)
        let dash = bytes[..<(plus ?? bytes.count)].firstIndex(of: 45)
        func label(_ range: Range<Int>?) throws(ScalarError) -> String? {
            guard let range else { return nil }
            let label = String(decoding: bytes[range], as: UTF8.self)
            if !isLabel(label) { throw .badInput(text) }
            return label
        }
        let pre = try label(dash.map { $0 + 1..<(plus ?? bytes.count) })
        let build = try label(plus.map { $0 + 1..<bytes.count })
        let numbers = bytes[..<(dash ?? plus ?? bytes.count)].split(separator: 46, omittingEmptySubsequences: false)
        guard (1...3).contains(numbers.count) else { throw .badInput(text) }
        var values: [Int32] = []
        for number in numbers {
            guard !number.isEmpty, number.allSatisfy({ $0 >= 48 && $0 <= 57 }), let value = Int32(String(decoding: number, as: UTF8.self))
            else { throw .badInput(text) }
            values.append(value)
        }
        return SemanticVersion(
            major: values[0], minor: values.count > 1 ? values[1] : 0, patch: values.count > 2 ? values[2] : 0, preReleaseLabel: pre,
            buildLabel: build)
    }

    /// Letters, digits, '-' and '.', a letter or digit first.
    public static func isLabel(_ text: String) -> Bool {
        func isAlphanumeric(_ byte: UInt8) -> Bool { (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122) }
        guard let first = text.utf8.first, isAlphanumeric(first) else { return false }
        return text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 45 || $0 == 46 }
    }

    public var description: String {
        var text = "\(major).\(minor).\(patch)"
        if let preReleaseLabel, !preReleaseLabel.isEmpty { text += "-" + preReleaseLabel }
        if let buildLabel, !buildLabel.isEmpty { text += "+" + buildLabel }
        return text
    }

    /// -1, 0 or 1; build labels do not count.
    public static func compare(_ a: SemanticVersion, _ b: SemanticVersion) -> Int {
        let (x, y) = ((a.major, a.minor, a.patch), (b.major, b.minor, b.patch))
        if x != y { return x < y ? -1 : 1 }
        return compareLabels(a.preReleaseLabel ?? "", b.preReleaseLabel ?? "")
    }

    private static func compareLabels(_ a: String, _ b: String) -> Int {
        if a.isEmpty || b.isEmpty { return a.isEmpty ? (b.isEmpty ? 0 : 1) : -1 }
        let (x, y) = (a.split(separator: ".", omittingEmptySubsequences: false), b.split(separator: ".", omittingEmptySubsequences: false))
        for (p, q) in zip(x, y) {
            let order: Int
            switch (Int32(p), Int32(q)) {
            case (let m?, let n?): order = m == n ? 0 : (m < n ? -1 : 1)
            case (_?, nil): return -1
            case (nil, _?): return 1
            case (nil, nil): order = Ordinal.compare(String(p), String(q))
            }
            if order != 0 { return order }
        }
        return x.count == y.count ? 0 : (x.count < y.count ? -1 : 1)
    }

    public static func < (a: SemanticVersion, b: SemanticVersion) -> Bool { compare(a, b) < 0 }
    public static func == (a: SemanticVersion, b: SemanticVersion) -> Bool { compare(a, b) == 0 }
}

extension SemanticVersion: Hashable {
    public func hash(into hasher: inout Hasher) {
        hasher.combine(major)
        hasher.combine(minor)
        hasher.combine(patch)
        hasher.combine(preReleaseLabel ?? "")
    }
}
