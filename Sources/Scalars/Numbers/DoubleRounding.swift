// `[math]::Round` of floating point numbers, with digits and midpoint modes as .NET computes them.

extension Double {
    /// Rounded to 0 to 15 digits after the point. Throws `outOfRange` for other digits.
    public func netRounded(digits: Int = 0, mode: MidpointRounding = .toEven) throws(ScalarError) -> Double {
        guard (0...15).contains(digits) else { throw .outOfRange("digits", "Rounding digits must be between 0 and 15, inclusive.") }
        guard magnitude < 1e16 else { return self }
        let power = doublePowersOfTen[digits]
        let scaled = self * power
        let rounded: Double
        switch mode {
        case .toEven: rounded = scaled.rounded(.toNearestOrEven)
        case .awayFromZero: rounded = scaled.rounded(.toNearestOrAwayFromZero)
        case .toZero: rounded = scaled.rounded(.towardZero)
        case .toNegativeInfinity: rounded = scaled.rounded(.down)
        case .toPositiveInfinity: rounded = scaled.rounded(.up)
        }
        return rounded / power
    }
}
