// Quicksort with insertion sort for short stretches and heap sort for bad luck: the order of equal elements is the
// reference's, where scripts may have come to rely on it.

enum IntrospectiveSort {
    /// Sorts places in increasing order; not stable. Which of two elements stands first in a comparison counts where values of several
    /// types are compared.
    static func sort(_ places: inout [Int], _ compare: (Int, Int) -> Int) {
        let count = places.count
        if count < 2 { return }
        let depth = 2 * (Int.bitWidth - count.leadingZeroBitCount)
        places.withUnsafeMutableBufferPointer { sort($0, 0, count, depth, compare) }
    }

    private static func sort(_ a: UnsafeMutableBufferPointer<Int>, _ low: Int, _ end: Int, _ depth: Int, _ compare: (Int, Int) -> Int) {
        var count = end - low, depth = depth
        while count > 1 {
            if count <= 16 {
                if count == 2 { return order(a, low, low + 1, compare) }
                if count == 3 {
                    order(a, low, low + 1, compare)
                    order(a, low, low + 2, compare)
                    return order(a, low + 1, low + 2, compare)
                }
                return insertion(a, low, count, compare)
            }
            if depth == 0 { return heap(a, low, count, compare) }
            depth -= 1
            let pivot = partition(a, low, count, compare)
            sort(a, low + pivot + 1, low + count, depth, compare)
            count = pivot
        }
    }

    private static func order(_ a: UnsafeMutableBufferPointer<Int>, _ i: Int, _ j: Int, _ compare: (Int, Int) -> Int) {
        if compare(a[i], a[j]) > 0 { a.swapAt(i, j) }
    }

    private static func insertion(_ a: UnsafeMutableBufferPointer<Int>, _ low: Int, _ count: Int, _ compare: (Int, Int) -> Int) {
        for i in low..<(low + count - 1) {
            let moving = a[i + 1]
            var j = i
            while j >= low, compare(moving, a[j]) < 0 {
                a[j + 1] = a[j]
                j -= 1
            }
            a[j + 1] = moving
        }
    }

    /// Where the pivot, the middle of three, comes to stand.
    private static func partition(_ a: UnsafeMutableBufferPointer<Int>, _ low: Int, _ count: Int, _ compare: (Int, Int) -> Int) -> Int {
        let high = low + count - 1, middle = low + (count - 1) / 2
        order(a, low, middle, compare)
        order(a, low, high, compare)
        order(a, middle, high, compare)
        let pivot = a[middle]
        a.swapAt(middle, high - 1)
        var left = low, right = high - 1
        while left < right {
            repeat { left += 1 } while left < high - 1 && compare(a[left], pivot) < 0
            repeat { right -= 1 } while right > low && compare(pivot, a[right]) < 0
            if left >= right { break }
            a.swapAt(left, right)
        }
        if left != high - 1 { a.swapAt(left, high - 1) }
        return left - low
    }

    private static func heap(_ a: UnsafeMutableBufferPointer<Int>, _ low: Int, _ count: Int, _ compare: (Int, Int) -> Int) {
        func sink(_ start: Int, _ count: Int) {
            var root = start
            let moving = a[low + root - 1]
            while root <= count / 2 {
                var child = 2 * root
                if child < count, compare(a[low + child - 1], a[low + child]) < 0 { child += 1 }
                if compare(moving, a[low + child - 1]) >= 0 { break }
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
