// How large one value may become: what does not fit is refused before memory is taken.

import CPosix

public enum Room {
    /// Bytes the process may have.
    private static let bound = posix_memory_bound()
    /// Elements an array may have, of 16 bytes each.
    private static let elements = min(0x7FFF_FFC7, bound / 24)
    /// UTF-16 units a text may have.
    private static let units = min(0x3FFF_FFDF, bound / 4)
    /// What is smaller than so many bytes needs no look.
    private static let small = 1 << 26

    /// - Throws: `outOfMemory` if no array can have so many elements.
    @inline(__always) public static func check(elements count: Int) throws { if count > small / 16 { try checkLarge(elements: count) } }

    /// - Throws: `outOfMemory` if no text can be so long.
    @inline(__always) public static func check(units count: Int) throws { if count > small { try checkLarge(units: count) } }

    /// - Throws: `outOfMemory` if the process cannot have so many bytes more.
    @inline(__always) public static func check(bytes count: Int) throws { if count > small { try checkLarge(bytes: count) } }

    /// What an array of values grows into once it is full.
    /// - Throws: `outOfMemory` if there is no room for that.
    @inline(__always) public static func check(grown count: Int, _ capacity: Int) throws {
        if count == capacity, count > small / 16 { try checkLarge(elements: count * 2) }
    }

    private static func checkLarge(elements count: Int) throws {
        if count > elements { throw ScalarError.outOfMemory }
        try checkLarge(bytes: count * 16)
    }

    private static func checkLarge(units count: Int) throws {
        if count > units { throw ScalarError.outOfMemory }
        try checkLarge(bytes: count)
    }

    private static func checkLarge(bytes count: Int) throws {
        if posix_has_room(count, bound) { return }
        posix_return_memory()
        if !posix_has_room(count, bound) { throw ScalarError.outOfMemory }
    }

    /// The number of elements of all dimensions together.
    /// - Throws: `overflow` for a negative length; `outOfMemory` if no array can have so many.
    public static func elements(of lengths: [Int]) throws -> Int {
        var count = 1
        for length in lengths {
            if length < 0 { throw ScalarError.overflow("") }
            let (product, isTooLarge) = count.multipliedReportingOverflow(by: length)
            if isTooLarge { throw ScalarError.outOfMemory }
            count = product
        }
        try check(elements: count)
        return count
    }

    /// A text so many times over.
    /// - Throws: `outOfMemory` if no text can be so long.
    public static func text(_ part: String, times: Int) throws -> String {
        if times <= 0 || part.isEmpty { return "" }
        let (length, isTooLarge) = part.utf8.count.multipliedReportingOverflow(by: times)
        if isTooLarge { throw ScalarError.outOfMemory }
        try check(units: length)
        if length < 64 { return String(repeating: part, count: times) }
        let source = Array(part.utf8)
        return String(unsafeUninitializedCapacity: length) { target in
            guard let start = target.baseAddress else { return 0 }
            var filled = source.withUnsafeBufferPointer { target.update(fromContentsOf: $0) }
            // What is there is doubled until it is enough.
            while filled < length {
                let step = min(filled, length - filled)
                (start + filled).update(from: start, count: step)
                filled += step
            }
            return length
        }
    }
}
