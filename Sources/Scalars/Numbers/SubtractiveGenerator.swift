// Random numbers from a seed: Knuth's subtractive generator, as .NET keeps it for seeds.

/// A ring of 55 numbers; each new one is the difference of two of them.
public struct SubtractiveGenerator: Sendable {
    private var ring = [Int32](repeating: 0, count: 56)
    private var first = 0
    private var second = 21

    public init(seed: Int32) {
        var last = 161_803_398 &- (seed == .min ? .max : abs(seed))
        ring[55] = last
        var next: Int32 = 1, place = 0
        for _ in 1..<55 {
            place += 21
            if place >= 55 { place -= 55 }
            ring[place] = next
            next = last &- next
            if next < 0 { next &+= .max }
            last = ring[place]
        }
        for _ in 1..<5 {
            for i in 1..<56 {
                let other = i + 30 >= 55 ? i - 25 : i + 30
                ring[i] &-= ring[1 + other]
                if ring[i] < 0 { ring[i] &+= .max }
            }
        }
    }

    /// At least 0, less than `Int32.max`.
    public mutating func next() -> Int32 {
        first = first >= 55 ? 1 : first + 1
        second = second >= 55 ? 1 : second + 1
        var result = ring[first] &- ring[second]
        if result == .max { result -= 1 }
        if result < 0 { result &+= .max }
        ring[first] = result
        return result
    }
}
