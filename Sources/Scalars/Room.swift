// How large one value may become: what does not fit is refused before memory is taken.

import Glibc

public enum Room {
    /// Bytes of memory a single value may take: half of what the machine has.
    private static let bytes: Int = max(1 << 28, sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 2)
    /// Elements an array may have, of 16 bytes each.
    public static let elements = min(0x7FFF_FFC7, bytes / 16)
    /// UTF-16 units a text may have.
    public static let units = min(0x3FFF_FFDF, bytes / 3)

    /// - Throws: `outOfMemory` if no array can have so many elements.
    @inline(__always) public static func check(elements count: Int) throws { if count > always, count > elements { throw ScalarError.outOfMemory } }

    /// - Throws: `outOfMemory` if no text can be so long.
    @inline(__always) public static func check(units count: Int) throws { if count > always, count > units { throw ScalarError.outOfMemory } }

    /// What every machine has room for; nothing is looked up below it.
    private static var always: Int { 1 << 20 }

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
        if isTooLarge || length > units { throw ScalarError.outOfMemory }
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
