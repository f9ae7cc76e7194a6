// One question to another computer: an echo request, or a connection to a port. The names it goes by come from the system.

import Glibc

/// An address of a computer, as the system's calls take it.
struct HostAddress {
    let bytes: [UInt8]
    let name: String
    var isSix: Bool { bytes.count == 16 }

    /// All addresses of a name. `family`: AF_INET, AF_INET6 or AF_UNSPEC.
    static func find(_ name: String, family: Int32) -> [HostAddress] {
        var hints = addrinfo(), list: UnsafeMutablePointer<addrinfo>?
        hints.ai_family = family
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        guard getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var result: [HostAddress] = [], next = list
        while let entry = next {
            if let address = entry.pointee.ai_addr {
                let bytes: [UInt8] =
                    entry.pointee.ai_family == AF_INET6
                    ? address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) } }
                    : address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) } }
                result.append(HostAddress(bytes: bytes, name: name))
            }
            next = entry.pointee.ai_next
        }
        return result
    }

    /// As it is written in digits.
    var text: String { named(NI_NUMERICHOST) ?? "" }
    /// The name that the system knows for the address; nil if none.
    func reverseName() -> String? { named(NI_NAMEREQD) }
    private func named(_ flag: Int32) -> String? {
        var buffer = [CChar](repeating: 0, count: 1025)
        let failed = withSocketAddress(port: 0) { getnameinfo($0, $1, &buffer, socklen_t(buffer.count), nil, 0, flag) }
        return failed == 0 ? String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }

    func withSocketAddress<T>(port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> T) -> T {
        if isSix {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            withUnsafeMutableBytes(of: &address.sin6_addr) { $0.copyBytes(from: bytes) }
            return withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in6>.size)) }
            }
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        withUnsafeMutableBytes(of: &address.sin_addr) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) } }
    }
}

/// What came of a question.
struct EchoReply {
    enum Outcome { case success, timedOut, unreachable, refused, expired }
    let outcome: Outcome
    let milliseconds: Int64
}

enum EchoRequest {
    private static var now: Int64 { SystemClock.monotonicMilliseconds }

    /// Waits in pieces, so that Ctrl-C is heard.
    private static func wait(_ socket: Int32, for events: Int32, until end: Int64, _ poll: () throws -> Void) throws -> Bool {
        while true {
            try poll()
            let left = end - now
            if left <= 0 { return false }
            var entry = pollfd(fd: socket, events: Int16(events), revents: 0)
            if Glibc.poll(&entry, 1, Int32(min(left, 100))) > 0 { return true }
        }
    }

    /// Whether a port takes connections.
    static func connect(to address: HostAddress, port: UInt16, milliseconds: Int64, _ poll: () throws -> Void) throws -> EchoReply {
        let start = now
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let connection = socket(address.isSix ? AF_INET6 : AF_INET, kind, 0)
        guard connection >= 0 else { return EchoReply(outcome: .unreachable, milliseconds: 0) }
        defer { close(connection) }
        func reply(_ outcome: EchoReply.Outcome) -> EchoReply { EchoReply(outcome: outcome, milliseconds: now - start) }
        if address.withSocketAddress(port: port, { Glibc.connect(connection, $0, $1) }) == 0 { return reply(.success) }
        guard errno == EINPROGRESS else { return reply(errno == ECONNREFUSED ? .refused : .unreachable) }
        guard try wait(connection, for: Int32(POLLOUT), until: start + milliseconds, poll) else { return reply(.timedOut) }
        var code: Int32 = 0, size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(connection, SOL_SOCKET, SO_ERROR, &code, &size)
        return reply(code == 0 ? .success : code == ECONNREFUSED ? .refused : .unreachable)
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt16 {
        var sum: UInt32 = 0
        for i in stride(from: 0, to: bytes.count, by: 2) { sum += UInt32(bytes[i]) << 8 | UInt32(i + 1 < bytes.count ? bytes[i + 1] : 0) }
        while sum >> 16 != 0 { sum = sum & 0xFFFF + sum >> 16 }
        return ~UInt16(truncatingIfNeeded: sum)
    }

    /// One echo request.
    /// - Parameters:
    ///   - size: bytes of data in it.
    ///   - hops: how many computers it may pass; 0 for what the system says.
    /// - Returns: nil where this system lets nobody but an administrator ask.
    static func ping(
        _ address: HostAddress, size: Int, hops: Int32, number: UInt16, milliseconds: Int64, _ poll: () throws -> Void
    ) throws -> EchoReply? {
        let family = address.isSix ? AF_INET6 : AF_INET
        let protocolNumber = Int32(address.isSix ? IPPROTO_ICMPV6 : IPPROTO_ICMP)
        // The kind that every user may have where the system allows it, or the one of administrators.
        var channel = socket(family, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), protocolNumber)
        let isRaw = channel < 0
        if isRaw { channel = socket(family, Int32(SOCK_RAW.rawValue | SOCK_CLOEXEC.rawValue), protocolNumber) }
        guard channel >= 0 else { return nil }
        defer { close(channel) }
        if hops > 0 {
            var limit = hops
            setsockopt(
                channel, Int32(address.isSix ? IPPROTO_IPV6 : IPPROTO_IP), address.isSix ? IPV6_UNICAST_HOPS : IP_TTL, &limit,
                socklen_t(MemoryLayout<Int32>.size))
        }
        let identifier = UInt16(truncatingIfNeeded: getpid())
        var packet: [UInt8] = [
            address.isSix ? 128 : 8, 0, 0, 0, UInt8(identifier >> 8), UInt8(identifier & 0xFF), UInt8(number >> 8), UInt8(number & 0xFF),
        ]
        packet += (0..<size).map { UInt8(ascii: "a") + UInt8($0 % 23) }
        if !address.isSix {
            let sum = checksum(packet)
            packet[2] = UInt8(sum >> 8)
            packet[3] = UInt8(sum & 0xFF)
        }
        let start = now
        let sent = address.withSocketAddress(port: 0) { target, length in
            packet.withUnsafeBytes { sendto(channel, $0.baseAddress, $0.count, 0, target, length) }
        }
        guard sent == packet.count else { return EchoReply(outcome: .unreachable, milliseconds: 0) }
        var buffer = [UInt8](repeating: 0, count: 65600)
        while try wait(channel, for: Int32(POLLIN), until: start + milliseconds, poll) {
            let count = buffer.withUnsafeMutableBytes { recv(channel, $0.baseAddress, $0.count, 0) }
            if count < 8 { continue }
            // A raw packet of version 4 has its header before it.
            let head = isRaw && !address.isSix ? Int(buffer[0] & 0x0F) * 4 : 0
            guard count >= head + 8 else { continue }
            func word(_ place: Int) -> UInt16 { UInt16(buffer[head + place]) << 8 | UInt16(buffer[head + place + 1]) }
            let isMine = (!isRaw || word(4) == identifier) && word(6) == number
            switch buffer[head] {
            case address.isSix ? 129 : 0 where isMine: return EchoReply(outcome: .success, milliseconds: now - start)
            case 3 where !address.isSix: return EchoReply(outcome: .unreachable, milliseconds: now - start)
            case 11 where !address.isSix, 3 where address.isSix: return EchoReply(outcome: .expired, milliseconds: now - start)
            default: continue
            }
        }
        return EchoReply(outcome: .timedOut, milliseconds: now - start)
    }
}
