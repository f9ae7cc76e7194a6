// Names that are nearly another: by letters that differ, or by their capitals.

enum NearName {
    /// How many letters must be put in, taken away, changed, or swapped with their neighbour; nil if more than the limit.
    static func distance(_ first: String, _ second: String, atMost limit: Int) -> Int? {
        let a = Array(first), b = Array(second)
        if abs(a.count - b.count) > limit { return nil }
        var before: [Int] = [], last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            before = last
            last = row
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }

    /// `G-CI` for `Get-ChildItem`.
    static func abbreviation(of name: String) -> String { name.filter { $0 == "-" || $0.isUppercase } }
}
