// Text under construction, in one buffer that a session keeps: an expression inside an expression builds on top of it.

import Scalars

final class TextBuffer {
    /// Bytes that are taken. Whoever builds remembers where it began, and takes or drops everything from there on.
    private(set) var count = 0
    private var capacity = 256
    private var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)

    deinit { bytes.deallocate() }

    /// - Throws: `System.OutOfMemoryException` if no text can be so long; all `append` do.
    @inline(__always) func append(_ text: String) throws {
        try withUtf8(text) { try append($0) }
    }

    @inline(__always) func append(_ added: UnsafeBufferPointer<UInt8>) throws {
        guard let from = added.baseAddress else { return }
        try reserve(added.count)
        (bytes + count).update(from: from, count: added.count)
        count += added.count
    }

    func append(decimal number: Int32) throws {
        try reserve(11)
        var rest = number.magnitude
        var end = bytes + count + 11
        let stop = end
        repeat {
            end -= 1
            end.pointee = UInt8(truncatingIfNeeded: 48 + rest % 10)
            rest /= 10
        } while rest > 0
        if number < 0 {
            end -= 1
            end.pointee = UInt8(ascii: "-")
        }
        (bytes + count).update(from: end, count: stop - end)
        count += stop - end
    }

    /// What was built since `start`.
    @inline(__always) func take(from start: Int) -> Text {
        let text = String(decoding: UnsafeBufferPointer(start: bytes + start, count: count - start), as: UTF8.self)
        count = start
        if capacity > 1 << 20, start == 0 { resize(to: 256) }
        return Text(text)
    }

    /// Forgets what was built since `start`.
    func drop(from start: Int) { count = start }

    @inline(__always) private func reserve(_ more: Int) throws { if count + more > capacity { try grow(count + more) } }

    private func grow(_ needed: Int) throws {
        try RoomFor.units(needed)
        resize(to: max(needed, capacity * 2))
    }

    private func resize(to size: Int) {
        let made = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        made.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = made
        capacity = size
    }
}
