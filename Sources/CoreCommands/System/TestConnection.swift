// Test-Connection: whether another computer answers, or one of its ports.

import Glibc
import Runtime
import TypeSystem

final class TestConnection: Command {
    static let name = "Test-Connection"
    private static let pings = ["DefaultPing", "RepeatPing"]
    static let target = Parameter<[String]>(
        "TargetName", aliases: ["ComputerName"], position: 0, mandatory: true, pipeline: true, byName: true, validations: [.notNullOrEmpty],
        help: "Names or addresses.")
    static let ping = Parameter<Bool>("Ping", sets: pings, help: "Echo requests, as in any case without -TcpPort.")
    static let four = Parameter<Bool>("IPv4", help: "Only by version 4 of the protocol.")
    static let six = Parameter<Bool>("IPv6", help: "Only by version 6 of the protocol.")
    static let resolve = Parameter<Bool>("ResolveDestination", help: "Shows the name that belongs to the address.")
    static let hops = Parameter<Int>(
        "MaxHops", aliases: ["Ttl", "TimeToLive", "Hops"], sets: pings, validations: [.range(.int(1), .int(128))], help: "How many computers it may pass; 128.")
    static let count = Parameter<Int>(
        "Count", sets: ["DefaultPing", "TcpPort"], validations: [.range(.int(1), .int(.max))], help: "How often; 4, or 1 for a port.")
    static let delay = Parameter<Int>("Delay", sets: pings + ["TcpPort"], validations: [.range(.int(1), .int(.max))], help: "Seconds from one to the next; 1.")
    static let size = Parameter<Int>(
        "BufferSize", aliases: ["Size", "Bytes", "BS"], sets: pings, validations: [.range(.int(0), .int(65500))], help: "Bytes of data; 32.")
    static let repeats = Parameter<Bool>(
        "Repeat", aliases: ["Continuous"],
        places: [ParameterPlace(set: "RepeatPing", isMandatory: true), ParameterPlace(set: "TcpPort")], help: "Until Ctrl-C is pressed.")
    static let quiet = Parameter<Bool>("Quiet", help: "Only whether all went well.")
    static let timeout = Parameter<Int>("TimeoutSeconds", validations: [.range(.int(1), .int(.max))], help: "How long to wait for an answer; 5.")
    static let port = Parameter<Int>(
        "TcpPort", mandatory: true, sets: ["TcpPort"], validations: [.range(.int(0), .int(65535))], help: "The port to connect to.")
    static let detailed = Parameter<Bool>("Detailed", sets: ["TcpPort"], help: "An object for each attempt.")

    static let declaration = CommandDeclaration(
        synopsis: "Asks whether another computer answers.",
        description: "Sends echo requests, or opens connections to a port. Writes an object for each request; for a port whether it could be reached.",
        parameters: [target, ping, four, six, resolve, hops, count, delay, size, repeats, quiet, timeout, port, detailed], defaultSet: "DefaultPing",
        outputTypes: [command + "PingStatus", command + "TcpPortStatus", "System.Boolean"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A port nobody listens to", "Test-Connection 127.0.0.1 -TcpPort 1", output: "False\n")])

    private static let command = "Microsoft.PowerShell.Commands.TestConnectionCommand+"
    private static let pingStatus = TypeInfo(command + "PingStatus", base: .object), portStatus = TypeInfo(command + "TcpPortStatus", base: .object)
    private static let statuses = TypeInfo.enumeration(
        "System.Net.NetworkInformation.IPStatus",
        EnumerationInfo([("Unknown", -1), ("Success", 0), ("DestinationHostUnreachable", 11003), ("TimedOut", 11010), ("TtlExpired", 11013)]))
    private static let socketErrors = TypeInfo.enumeration(
        "System.Net.Sockets.SocketError",
        EnumerationInfo([
            ("Success", 0), ("SocketError", -1), ("ConnectionRefused", 10061), ("TimedOut", 10060), ("HostUnreachable", 10065), ("HostNotFound", 11001),
        ]))
    static let types: [KnownType] = [
        KnownType(statuses), KnownType(socketErrors),
        ValuesObject.known(
            pingStatus,
            [
                ("Ping", .uint32), ("Source", .string), ("Destination", .string), ("Address", .object), ("DisplayAddress", .string), ("Latency", .int64),
                ("Status", statuses), ("BufferSize", .int32), ("Reply", .object),
            ]),
        ValuesObject.known(
            portStatus,
            [
                ("Id", .int32), ("Source", .string), ("Target", .string), ("TargetAddress", .object), ("Port", .int32), ("Latency", .int64),
                ("Connected", .bool), ("Status", socketErrors),
            ]),
    ]

    func process(_ run: Invocation) throws {
        for name in run[Self.target] ?? [] {
            let family = run.has(Self.four) ? AF_INET : run.has(Self.six) ? AF_INET6 : AF_UNSPEC
            guard var address = HostAddress.find(name, family: family).first else {
                if run.has(Self.quiet) || run.isBound(Self.port) && !run.has(Self.detailed) {
                    try run.write(.false)
                    if run.has(Self.quiet) { continue }
                }
                try run.writeError(
                    "TestConnectionException", "Testing connection to computer '\(name)' failed: Cannot resolve the target name.",
                    type: "System.Net.NetworkInformation.PingException", category: .resourceUnavailable, target: .text(name))
                continue
            }
            if run.has(Self.resolve), let known = address.reverseName() { address = HostAddress(bytes: address.bytes, name: known) }
            if run.isBound(Self.port) { try connect(address, run) } else { try ping(address, run) }
        }
    }

    private func rest(_ run: Invocation) throws {
        let end = EventSources.now + Int64(run[Self.delay] ?? 1) * 1000
        while EventSources.now < end {
            try run.session.checkCancelled()
            usleep(useconds_t(max(1, min(50, end - EventSources.now)) * 1000))
        }
    }
    private var source: String {
        var name = [CChar](repeating: 0, count: 256)
        return gethostname(&name, 255) == 0 ? String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : "localhost"
    }
    private func shown(_ address: HostAddress, _ run: Invocation) throws -> Value {
        guard let type = run.session.findType("System.Net.IPAddress") else { return .text(address.text) }
        return try run.session.convert(.text(address.text), to: type)
    }
    private func milliseconds(_ run: Invocation) -> Int64 { Int64(run[Self.timeout] ?? 5) * 1000 }

    private func connect(_ address: HostAddress, _ run: Invocation) throws {
        let port = run[Self.port] ?? 0
        var number: Int32 = 0, wentWell = true
        repeat {
            if number > 0 { try rest(run) }
            number += 1
            let reply = try EchoRequest.connect(to: address, port: UInt16(port), milliseconds: milliseconds(run)) { try run.session.checkCancelled() }
            let isConnected = reply.outcome == .success
            wentWell = wentWell && isConnected
            if run.has(Self.quiet) { continue }
            guard run.has(Self.detailed) else {
                try run.write(.bool(isConnected))
                continue
            }
            let status: Int64 =
                switch reply.outcome {
                case .success: 0
                case .refused: 10061
                case .timedOut: 10060
                case .unreachable, .expired: 10065
                }
            try run.write(
                .object(
                    ValuesObject(
                        Self.portStatus,
                        [
                            ("Id", .int(number)), ("Source", .text(source)), ("Target", .text(address.name)), ("TargetAddress", try shown(address, run)),
                            ("Port", .int(Int32(port))), ("Latency", .long(isConnected ? reply.milliseconds : 0)), ("Connected", .bool(isConnected)),
                            ("Status", .object(EnumerationObject(Self.socketErrors, status))),
                        ])))
        } while run.has(Self.repeats) || number < run[Self.count] ?? 1
        if run.has(Self.quiet) { try run.write(.bool(wentWell)) }
    }

    private func ping(_ address: HostAddress, _ run: Invocation) throws {
        let size = run[Self.size] ?? 32
        var number: Int32 = 0, wentWell = true
        repeat {
            if number > 0 { try rest(run) }
            number += 1
            let reply = try EchoRequest.ping(
                address, size: size, hops: Int32(run[Self.hops] ?? 128), number: UInt16(truncatingIfNeeded: number), milliseconds: milliseconds(run)
            ) { try run.session.checkCancelled() }
            guard let reply else {
                if run.has(Self.quiet) { return try run.write(.false) }
                return try run.writeError(
                    "TestConnectionException", "Testing connection to computer '\(address.name)' failed: this system lets no user send echo requests.",
                    type: "System.Net.NetworkInformation.PingException", category: .permissionDenied, target: .text(address.name))
            }
            let isThere = reply.outcome == .success
            wentWell = wentWell && isThere
            if run.has(Self.quiet) { continue }
            let status: Int64 =
                switch reply.outcome {
                case .success: 0
                case .timedOut: 11010
                case .expired: 11013
                case .unreachable, .refused: 11003
                }
            let found: Value = isThere ? try shown(address, run) : .null
            try run.write(
                .object(
                    ValuesObject(
                        Self.pingStatus,
                        [
                            ("Ping", .uint(UInt32(number))), ("Source", .text(source)), ("Destination", .text(address.name)), ("Address", found),
                            ("DisplayAddress", isThere ? .text(try found.toText(run.session)) : "*"), ("Latency", .long(isThere ? reply.milliseconds : 0)),
                            ("Status", .object(EnumerationObject(Self.statuses, status))), ("BufferSize", .int(isThere ? Int32(size) : 0)),
                            (
                                "Reply",
                                run.session.record([
                                    ("Status", .object(EnumerationObject(Self.statuses, status))), ("Address", found),
                                    ("RoundtripTime", .long(isThere ? reply.milliseconds : 0)),
                                ])
                            ),
                        ])))
        } while run.has(Self.repeats) || number < run[Self.count] ?? 4
        if run.has(Self.quiet) { try run.write(.bool(wentWell)) }
    }
}
