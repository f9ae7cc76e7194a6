// Addresses made of parts: `UriBuilder`, `IPEndPoint`, `IPNetwork`; and the name of this machine.

import Glibc
import Runtime
import Scalars

/// `System.UriBuilder`: the parts of an address, each of which can be set.
final class UriBuilderObject: Box, @unchecked Sendable {
    var scheme = "http", host = "localhost", userName = "", password = "", path = "/", query = "", fragment = ""
    var port = -1
    override var type: TypeInfo { UriBuilderObject.typeInfo }
    static let typeInfo = TypeInfo("System.UriBuilder", base: .object)

    var text: String {
        let user = userName.isEmpty ? "" : userName + (password.isEmpty ? "" : ":" + password) + "@"
        let place = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        return scheme + (host.isEmpty && scheme != "file" ? ":" : "://") + user + place + (port >= 0 ? ":\(port)" : "") + path + query + fragment
    }
    override func describe(_ session: Session) throws -> String { text }

    private static func own(_ value: Value) throws -> UriBuilderObject {
        guard let builder = value.object as? UriBuilderObject else { throw Refusals.null("this") }
        return builder
    }
    private static func part(
        _ name: String, _ path: ReferenceWritableKeyPath<UriBuilderObject, String> & Sendable, _ clean: @escaping @Sendable (String) -> String = { $0 }
    )
        -> Property
    {
        Property(
            name, .string, get: { t, _ in .text(try own(t)[keyPath: path]) }, set: { t, value, _ in try own(t)[keyPath: path] = clean(value.asString ?? "") })
    }
    /// With the sign in front, unless there is nothing behind it.
    private static func marked(_ mark: String) -> @Sendable (String) -> String { { $0.isEmpty || $0.hasPrefix(mark) ? $0 : mark + $0 } }
    private static func rooted(_ path: String) -> String {
        path.isEmpty ? "/" : WebText.escaped(path.hasPrefix("/") ? path : "/" + path, keeping: WebText.uriUnits)
    }

    private static func made(_ text: String) throws -> UriBuilderObject {
        guard let parts = UriParts(text) ?? UriParts("http://" + text) else {
            throw MethodFailure("System.UriFormatException", "Invalid URI: The format of the URI could not be determined.")
        }
        let builder = UriBuilderObject()
        builder.scheme = parts.scheme
        builder.host = parts.host
        builder.port = parts.port
        builder.path = parts.path
        builder.query = parts.query
        builder.fragment = parts.fragment
        let user = parts.userInfo.split(separator: ":", maxSplits: 1).map(String.init)
        builder.userName = user.first ?? ""
        builder.password = user.count > 1 ? user[1] : ""
        return builder
    }
    private static func made(_ scheme: String, _ host: String, _ port: Int?, _ path: String?, _ extra: String?) throws -> Value {
        let builder = UriBuilderObject()
        builder.scheme = scheme.lowercased()
        builder.host = host
        if let port {
            guard port >= -1, port <= 65535 else { throw Refusals.outOfRange("value", "Specified argument was out of the range of valid values.") }
            builder.port = port
        }
        if let path { builder.path = rooted(path) }
        if let extra { if extra.hasPrefix("#") { builder.fragment = extra } else { builder.query = extra } }
        return .object(builder)
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                part("Scheme", \.scheme) { String($0.lowercased().prefix { $0 != ":" }) }, part("UserName", \.userName), part("Password", \.password),
                part("Host", \.host),
                Property(
                    "Port", .int32, get: { t, _ in .int(Int32(try own(t).port)) },
                    set: { t, value, _ in
                        guard let port = value.asInt64, port >= -1, port <= 65535 else {
                            throw Refusals.outOfRange("value", "Specified argument was out of the range of valid values.")
                        }
                        try own(t).port = Int(port)
                    }), part("Path", \.path, rooted), part("Query", \.query, marked("?")), part("Fragment", \.fragment, marked("#")),
                Property("Uri", UriObject.typeInfo, get: { t, _ in try UriObject.make(own(t).text, kind: 1) }),
            ],
            methods: [Method("ToString", returns: .string) { t, _, _ in .text(try own(t).text) }],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in .object(UriBuilderObject()) },
                Overload([.text("uri")], returns: typeInfo) { _, a, _ in .object(try made(a.text(0))) },
                Overload([.of("uri", UriObject.typeInfo)], returns: typeInfo) { _, a, session in .object(try made((a[0].object as? UriObject)?.original ?? ""))
                },
                Overload([.text("schemeName"), .text("hostName")], returns: typeInfo) { _, a, _ in try made(a.text(0), a.text(1), nil, nil, nil) },
                Overload([.text("scheme"), .text("host"), .int("portNumber")], returns: typeInfo) { _, a, _ in
                    try made(a.text(0), a.text(1), a.int(2), nil, nil)
                },
                Overload([.text("scheme"), .text("host"), .int("port"), .text("pathValue")], returns: typeInfo) { _, a, _ in
                    try made(a.text(0), a.text(1), a.int(2), a.text(3), nil)
                },
                Overload([.text("scheme"), .text("host"), .int("port"), .text("path"), .text("extraValue")], returns: typeInfo) { _, a, _ in
                    try made(a.text(0), a.text(1), a.int(2), a.text(3), a.text(4))
                },
            ], convert: { value, _ in try value.asString.map { .object(try made($0)) } })
    }
}

/// An address with a port.
final class EndPointObject: Box, @unchecked Sendable {
    let address: AddressObject
    let port: Int
    init(_ address: AddressObject, _ port: Int) {
        self.address = address
        self.port = port
    }
    override var type: TypeInfo { EndPointObject.typeInfo }
    static let typeInfo = TypeInfo("System.Net.IPEndPoint", accelerator: "IPEndpoint", base: .object)
    override func describe(_ session: Session) throws -> String { address.bytes.count == 16 ? "[\(address.text)]:\(port)" : "\(address.text):\(port)" }
    override func isEqual(to other: Object) -> Bool { (other as? EndPointObject).map { $0.port == port && $0.address.isEqual(to: address) } ?? false }
    override var equalityHash: Int { address.equalityHash &+ port }

    private static func parse(_ text: String) -> EndPointObject? {
        if !text.contains("]:"), let bytes = AddressObject.bytes(of: text) { return EndPointObject(AddressObject(bytes), 0) }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]),
            let bytes = AddressObject.bytes(of: String(text[..<colon]))
        else {
            return nil
        }
        return EndPointObject(AddressObject(bytes), Int(port))
    }
    private static func own(_ value: Value) throws -> EndPointObject {
        guard let point = value.object as? EndPointObject else { throw Refusals.null("this") }
        return point
    }
    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Address", AddressObject.typeInfo, get: { t, _ in .object(try own(t).address) }),
                Property("Port", .int32, get: { t, _ in .int(Int32(try own(t).port)) }),
                Property(
                    "AddressFamily", NetTypes.addressFamily,
                    get: { t, _ in .object(EnumerationObject(NetTypes.addressFamily, try own(t).address.bytes.count == 4 ? 2 : 23)) }),
            ],
            staticProperties: [Property("MinPort", .int32, get: { _, _ in 0 }), Property("MaxPort", .int32, get: { _, _ in .int(65535) })],
            staticMethods: [
                Method("Parse", [.text("s")], returns: typeInfo) { _, a, _ in
                    guard let point = parse(a.text(0)) else { throw Refusals.format("An invalid IPEndPoint was specified.") }
                    return .object(point)
                },
                Method("TryParse", [.text("s"), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                    let point = parse(a.text(0))
                    try (a[1].object as? ReferenceObject)?.variable.write(point.map { .object($0) } ?? .null, session)
                    return .bool(point != nil)
                },
            ],
            constructors: [
                Overload([.of("address", AddressObject.typeInfo), .int("port")], returns: typeInfo) { _, a, _ in
                    guard (0...65535).contains(a.int(1)) else { throw Refusals.outOfRange("port", "Specified argument was out of the range of valid values.") }
                    return .object(EndPointObject(AddressObject.own(a[0]), a.int(1)))
                }
            ])
    }
}

/// A network: an address with the number of bits its members share.
final class NetworkObject: Box, @unchecked Sendable {
    let base: AddressObject
    let prefix: Int
    init(_ base: AddressObject, _ prefix: Int) {
        self.base = base
        self.prefix = prefix
    }
    override var type: TypeInfo { NetworkObject.typeInfo }
    static let typeInfo = TypeInfo("System.Net.IPNetwork", base: .valueType, isValueType: true)
    override func describe(_ session: Session) throws -> String { "\(base.text)/\(prefix)" }
    override func isEqual(to other: Object) -> Bool { (other as? NetworkObject).map { $0.prefix == prefix && $0.base.isEqual(to: base) } ?? false }
    override var equalityHash: Int { base.equalityHash &+ prefix }

    private static func masked(_ bytes: [UInt8], _ prefix: Int) -> [UInt8] {
        bytes.enumerated().map { i, byte in
            let kept = min(8, max(0, prefix - 8 * i))
            return kept == 8 ? byte : byte & ~(0xFF >> UInt8(kept))
        }
    }
    private static func make(_ address: AddressObject, _ prefix: Int) throws -> Value {
        guard prefix >= 0, prefix <= address.bytes.count * 8 else {
            throw Refusals.outOfRange("prefixLength", "Specified argument was out of the range of valid values.")
        }
        guard masked(address.bytes, prefix) == address.bytes else {
            throw Refusals.argument("The specified baseAddress has non-zero bits after the network prefix. (Parameter 'baseAddress')")
        }
        return .object(NetworkObject(address, prefix))
    }
    private static func parse(_ text: String) throws -> Value {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let bytes = AddressObject.bytes(of: parts[0]), let prefix = Int(parts[1]), prefix <= bytes.count * 8,
            masked(bytes, prefix) == bytes
        else { throw Refusals.format("An invalid IP network was specified.") }
        return .object(NetworkObject(AddressObject(bytes), prefix))
    }
    private static func own(_ value: Value) throws -> NetworkObject {
        guard let network = value.object as? NetworkObject else { throw Refusals.null("this") }
        return network
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("BaseAddress", AddressObject.typeInfo, get: { t, _ in .object(try own(t).base) }),
                Property("PrefixLength", .int32, get: { t, _ in .int(Int32(try own(t).prefix)) }),
            ],
            methods: [
                Method("Contains", [.of("address", AddressObject.typeInfo)], returns: .bool) { t, a, _ in
                    let network = try own(t), bytes = AddressObject.own(a[0]).bytes
                    return .bool(bytes.count == network.base.bytes.count && masked(bytes, network.prefix) == network.base.bytes)
                }
            ],
            staticMethods: [
                Method("Parse", [.text("s")], returns: typeInfo) { _, a, _ in try parse(a.text(0)) },
                Method("TryParse", [.text("s"), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                    let found = try? parse(a.text(0))
                    try (a[1].object as? ReferenceObject)?.variable.write(found ?? .null, session)
                    return .bool(found != nil)
                },
            ],
            constructors: [
                Overload([.of("baseAddress", AddressObject.typeInfo), .int("prefixLength")], returns: typeInfo) { _, a, _ in
                    try make(AddressObject.own(a[0]), a.int(1))
                }
            ])
    }
}

/// What the resolver of the system knows of a host.
final class HostEntry: Box, @unchecked Sendable {
    let name: String
    let addresses: [AddressObject]
    private init(_ name: String, _ addresses: [AddressObject]) {
        self.name = name
        self.addresses = addresses
    }
    override var type: TypeInfo { HostEntry.typeInfo }
    static let typeInfo = TypeInfo("System.Net.IPHostEntry", base: .object)

    /// - Throws: `SocketException` where nobody knows the name.
    private static func resolved(_ host: String) throws -> (name: String, addresses: [AddressObject]) {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_CANONNAME
        var list: UnsafeMutablePointer<addrinfo>?
        let name = host.isEmpty ? EnvironmentMembers.hostName : host
        let code = getaddrinfo(name, nil, &hints, &list)
        defer { if list != nil { freeaddrinfo(list) } }
        guard code == 0 else {
            throw MethodFailure("System.Net.Sockets.SocketException", code == EAI_NONAME ? "Name or service not known" : String(cString: gai_strerror(code)))
        }
        var found: [AddressObject] = []
        var canonical = name
        var next = list
        while let entry = next?.pointee {
            if let text = entry.ai_canonname { canonical = String(cString: text) }
            if entry.ai_family == AF_INET, let address = entry.ai_addr {
                let bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) } }
                found.append(AddressObject(bytes))
            } else if entry.ai_family == AF_INET6, let address = entry.ai_addr {
                let bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) } }
                found.append(AddressObject(bytes))
            }
            next = entry.ai_next
        }
        return (canonical, found)
    }
    static func addresses(_ host: String) throws -> [AddressObject] { try resolved(host).addresses }
    static func found(_ host: String) throws -> HostEntry {
        let all = try resolved(host)
        return HostEntry(all.name, all.addresses)
    }
    private static func own(_ value: Value) throws -> HostEntry {
        guard let entry = value.object as? HostEntry else { throw Refusals.null("this") }
        return entry
    }
    static let known = KnownType(typeInfo) {
        MemberTable(properties: [
            Property("HostName", .string, get: { t, _ in .text(try own(t).name) }), Property("Aliases", .stringArray, get: { _, _ in .strings([]) }),
            Property(
                "AddressList", AddressObject.typeInfo.arrayType(),
                get: { t, _ in
                    .object(ArrayObject(try own(t).addresses.map { .object($0) }, elementType: AddressObject.typeInfo))
                }),
        ])
    }
}

enum WebAddresses {
    static let types: [KnownType] = [
        UriBuilderObject.known, EndPointObject.known, NetworkObject.known,
        KnownType(TypeInfo("System.Net.Dns", base: .object, isAbstract: true)) {
            MemberTable(staticMethods: [
                Method("GetHostName", returns: .string) { _, _, _ in .text(EnvironmentMembers.hostName) },
                Method("GetHostAddresses", [.text("hostNameOrAddress")], returns: AddressObject.typeInfo.arrayType()) { _, a, _ in
                    .object(ArrayObject(try HostEntry.addresses(a.text(0)).map { .object($0) }, elementType: AddressObject.typeInfo))
                },
                Method("GetHostEntry", [.text("hostNameOrAddress")], returns: HostEntry.typeInfo) { _, a, _ in .object(try HostEntry.found(a.text(0))) },
                Method("GetHostByName", [.text("hostName")], returns: HostEntry.typeInfo) { _, a, _ in .object(try HostEntry.found(a.text(0))) },
            ])
        }, HostEntry.known,
    ]
}
