// How the width of a screen is shared among the columns of a table.

enum ColumnWidths {
    static let least = 1, separator = 1

    /// Columns of width 0 share the room that is left; then the last ones shrink or go (-1) until the rest fits.
    static func fit(_ widths: [Int], into room: Int) -> [Int] {
        var widths = widths
        if widths.contains(where: { $0 <= 0 }) {
            let isFixed = widths.map { $0 > 0 }
            for i in widths.indices where widths[i] == 0 { widths[i] = least }
            var available = room - total(widths)
            if available >= 0 {
                share: while available > 0 {
                    for i in widths.indices where !isFixed[i] {
                        widths[i] += 1
                        available -= 1
                        if available == 0 { break share }
                    }
                }
                return widths
            }
        }
        trim(&widths, room)
        return widths
    }

    private static func trim(_ widths: inout [Int], _ room: Int) {
        while true {
            let excess = total(widths) - room
            guard excess > 0, let last = widths.lastIndex(where: { $0 > 0 }) else { return }
            widths[last] = widths[last] - excess < least ? -1 : widths[last] - excess
        }
    }

    private static func total(_ widths: [Int]) -> Int {
        var sum = 0, visible = 0
        for width in widths where width > 0 {
            sum += width
            visible += 1
        }
        return sum + separator * (visible - 1)
    }

    /// How many cells of one width stand beside each other.
    static func wideColumns(itemWidth: Int, room: Int) -> Int {
        if itemWidth <= 0 || itemWidth >= room { return 1 }
        var count = 1
        while itemWidth * (count + 1) + count * separator < room { count += 1 }
        return count
    }
}
