// Storage for the slots of scopes: what one call leaves the next one takes, without asking the allocator.

/// Free storage by size, each block pointing to the next free one of its size. Lives as long as the session.
struct SlotPool {
    private static let largest = 16
    private let heads: UnsafeMutablePointer<UnsafeMutableRawPointer?>

    init() {
        heads = .allocate(capacity: SlotPool.largest + 1)
        heads.initialize(repeating: nil, count: SlotPool.largest + 1)
    }

    /// Uninitialized storage for `count` values.
    @inline(__always) func take(_ count: Int) -> UnsafeMutablePointer<Value> {
        if count <= SlotPool.largest, let free = heads[count] {
            heads[count] = free.load(as: UnsafeMutableRawPointer?.self)
            return free.bindMemory(to: Value.self, capacity: max(1, count))
        }
        return .allocate(capacity: max(1, count))
    }

    /// Takes back what `take` gave, its values deinitialized.
    @inline(__always) func giveBack(_ storage: UnsafeMutablePointer<Value>, _ count: Int) {
        guard count <= SlotPool.largest else { return storage.deallocate() }
        let raw = UnsafeMutableRawPointer(storage)
        raw.storeBytes(of: heads[count], as: UnsafeMutableRawPointer?.self)
        heads[count] = raw
    }
}
