// Deployments that the tests of this target work on, kept in memory.
import ChatModel
import ChatStore
import XCTest

/// An empty store in memory.
func emptyStore() throws -> SQLiteStore { try SQLiteStore(path: ":memory:") }

/// One site, one SIP domain, an Enterprise pool of each generation (`r2`, `l10`, `l13`, all in contoso.com), no chat pools.
func poolStore() throws -> SQLiteStore {
    let store = try emptyStore()
    try store.change(command: "Test") { tx in
        try tx.carryOut(NewSite(name: "HQ"))
        try tx.carryOut(NewSipDomain(name: "contoso.com"))
        for (name, generation) in [("r2", Generation.r2), ("l10", .lync2010), ("l13", .lync2013)] {
            var pool = NewFrontEndPool(fqdn: Fqdn("\(name).contoso.com"), generation: generation, site: "HQ", computers: [Fqdn("\(name)fe.contoso.com")])
            pool.userStore = SqlInstance("\(name)sql\\rtc")
            try tx.carryOut(pool)
        }
    }
    return store
}

/// `poolStore` with a running chat pool of each generation (`chatr2`, `chat10`, `chat13`), a user homed on each front-end pool
/// (`sip:r2@`, `sip:l10@`, `sip:l13@contoso.com`), and the per-user policies `On` and `Off`.
func fullStore() throws -> SQLiteStore {
    let store = try poolStore()
    try store.change(command: "Test") { tx in
        for (name, generation) in [("r2", Generation.r2), ("10", .lync2010), ("13", .lync2013)] {
            var pool = NewChatPool(fqdn: Fqdn("chat\(name).contoso.com"), generation: generation, fileStore: "\\\\files\\chat\(name)")
            if generation.isLegacy { pool.lookupUser = SipAddress("sip:ocschat\(name)@contoso.com") }
            try tx.carryOut(pool)
            try tx.carryOut(SetChatPoolState(fqdn: pool.fqdn, state: .running))
        }
        for name in ["r2", "l10", "l13"] {
            try tx.carryOut(NewUser(sipAddress: SipAddress("sip:\(name)@contoso.com"), homePool: Fqdn("\(name).contoso.com")))
        }
        try tx.carryOut(NewPolicy(.tag("On"), enablePersistentChat: true))
        try tx.carryOut(NewPolicy(.tag("Off")))
    }
    return store
}

/// What a piece of work is refused with; fails the test if it is not.
func refusal(_ name: String, file: StaticString = #filePath, line: UInt = #line, _ work: () throws -> Void) throws -> Refusal {
    do {
        try work()
    } catch let refusal as Refusal {
        return refusal
    }
    XCTFail("\(name): nothing was refused", file: file, line: line)
    throw CancellationError()
}
