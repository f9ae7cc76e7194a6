// Quicksort with insertion sort for short stretches and heap sort for bad luck: the order of equal elements is the
// reference's, where scripts may have come to rely on it.

enum IntrospectiveSort {
    /// Sorts places in increasing order; not stable.
    static func sort(_ places: inout [Int], _ precedes: (Int, Int) -> Bool) {
        let count = places.count
        if count < 2 { return }
        let depth = 2 * (Int.bitWidth - count.leadingZeroBitCount)
        places.withUnsafeMutableBufferPointer { sort($0, 0, count, depth, precedes) }
    }

    private static func sort(_ a: UnsafeMutableBufferPointer<Int>, _ low: Int, _ end: Int, _ depth: Int, _ precedes: (Int, Int) -> Bool) {
        var count = end - low, depth = depth
        while count > 1 {
            if count <= 16 {
                if count == 2 { return order(a, low, low + 1, precedes) }
                if count == 3 {
                    order(a, low, low + 1, precedes)
                    order(a, low, low + 2, precedes)
                    return order(a, low + 1, low + 2, precedes)
                }
                return insertion(a, low, count, precedes)
            }
            if depth == 0 { return heap(a, low, count, precedes) }
            depth -= 1
            let pivot = partition(a, low, count, precedes)
            sort(a, low + pivot + 1, low + count, depth, precedes)
            count = pivot
        }
    }

    private static func order(_ a: UnsafeMutableBufferPointer<Int>, _ i: Int, _ j: Int, _ precedes: (Int, Int) -> Bool) {
        if precedes(a[j], a[i]) { a.swapAt(i, j) }
    }

    private static func insertion(_ a: UnsafeMutableBufferPointer<Int>, _ low: Int, _ count: Int, _ precedes: (Int, Int) -> Bool) {
        for i in low..<(low + count - 1) {
            let moving = a[i + 1]
            var j = i
            while j >= low, precedes(moving, a[j]) {
                a[j + 1] = a[j]
                j -= 1
            }
            a[j + 1] = moving
        }
    }

    /// Where the pivot, the middle of three, comes to stand.
    private static func partition(_ a: UnsafeMutableBufferPointer<Int>, _ low: Int, _ count: Int, _ precedes: (Int, Int) -> Bool) -> Int {
        let high = low + count - 1, middle = low + (count - 1) / 2
        order(a, low, middle, precedes)
        order(a, low, high, precedes)
        order(a, middle, high, precedes)
        let pivot = a[middle]
        a.swapAt(middle, high - 1)
        var left = low, right = high - 1
        while left < right {
            repeat { left += 1 } while left < high - 1 && precedes(a[left], pivot)
            repeat { right -= 1 } while right > low && precedes(pivot, a[right])
            if left >= right { break }
            a.swapAt(left, right)
        }
        if left != high - 1 { a.swapAt(left, high - 1) }
        return left - low
    }

    private static func heap(_ a: UnsafeMutableBufferPointer<Int>, _ low: Int, _ count: Int, _ precedes: (Int, Int) -> Bool) {
        func sink(_ start: Int, _ count: Int) {
            var root = start
            let moving = a[low + root - 1]
            while root <= count / 2 {
                var child = 2 * root
                if child < count, precedes(a[low + child - 1], a[low + child]) { child += 1 }
                if !precedes(moving, a[low + child - 1]) { break }
                a[low + root - 1] = a[low + child - 1]
                root = child
            }
            a[low + root - 1] = moving
        }
        for i in stride(from: count / 2, through: 1, by: -1) { sink(i, count) }
        for i in stride(from: count, to: 1, by: -1) {
            a.swapAt(low, low + i - 1)
            sink(1, i - 1)
        }
    }
}
