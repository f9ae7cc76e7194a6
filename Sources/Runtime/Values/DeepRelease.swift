// Freeing a chain of a million objects, each of which holds the next, without a million calls inside each other.

import CPosix
import Glibc

enum DeepRelease {
    /// True in 4 of each 1024 KiB of stack. A chain that is freed call by call passes such a place once in a while; nobody else pays more than this.
    @inline(__always) static var isPlaceToLook: Bool { posix_frame() & 0xF_FFFF < 0x1000 }

    /// What waits to be freed on this thread, and whether somebody further out frees what waits.
    private final class Waiting {
        var isFreed = false
        var values: [Value] = []
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { state in
            guard let state else { return }
            Unmanaged<Waiting>.fromOpaque(state).release()
        }
        return key
    }()

    /// - Parameters:
    ///   - drop: lets go of what an object holds, which frees all that nobody else holds.
    ///   - held: what it holds. It waits where the chain has come here already once, a mebibyte of stack further out.
    @inline(never) static func release(_ drop: () -> Void, held: () -> [Value]) {
        let waiting: Waiting
        if let state = pthread_getspecific(key) {
            waiting = Unmanaged<Waiting>.fromOpaque(state).takeUnretainedValue()
        } else {
            waiting = Waiting()
            pthread_setspecific(key, Unmanaged.passRetained(waiting).toOpaque())
        }
        if waiting.isFreed { return waiting.values += held() }
        waiting.isFreed = true
        drop()
        while !waiting.values.isEmpty {
            let next = waiting.values
            waiting.values = []
            _ = consume next
        }
        waiting.isFreed = false
    }
}
