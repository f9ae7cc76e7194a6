// Addresses: `Uri`, `IPAddress`, `MailAddress`, and the encodings of the web.

import CPosix
import Glibc
import Runtime
import Scalars

enum NetTypes {
    static let uriKind = TypeInfo.names("System.UriKind", ["RelativeOrAbsolute", "Absolute", "Relative"])
    static let hostNameType = TypeInfo.names("System.UriHostNameType", ["Unknown", "Basic", "Dns", "IPv4", "IPv6"])
    static let addressFamily = TypeInfo.enumeration(
        "System.Net.Sockets.AddressFamily", EnumerationInfo([("Unspecified", 0), ("Unix", 1), ("InterNetwork", 2), ("InterNetworkV6", 23)]))
    static let uriFormat = TypeInfo.enumeration("System.UriFormat", EnumerationInfo([("UriEscaped", 1), ("Unescaped", 2), ("SafeUnescaped", 3)]))
    static let components = TypeInfo.enumeration(
        "System.UriComponents",
        EnumerationInfo(
            [
                ("Scheme", 1), ("UserInfo", 2), ("Host", 4), ("Port", 8), ("SchemeAndServer", 13), ("Path", 16), ("Query", 32), ("PathAndQuery", 48),
                ("HttpRequestUrl", 61), ("Fragment", 64), ("AbsoluteUri", 127), ("StrongPort", 128), ("HostAndPort", 132), ("StrongAuthority", 134),
                ("NormalizedHost", 256), ("KeepDelimiter", 0x4000_0000), ("SerializationInfoString", -0x8000_0000),
            ], isFlags: true))
    static let types: [KnownType] =
        [
            KnownType(uriFormat), KnownType(components), UriObject.known, AddressObject.known, MailAddressObject.known, WebText.webUtility, WebText.httpUtility,
            KnownType(uriKind), KnownType(hostNameType),
            KnownType(addressFamily),
        ] + WebAddresses.types
}

/// `System.Uri`, taken apart once.
final class UriObject: Box, @unchecked Sendable {
    let original: String
    let parts: UriParts?
    init(_ text: String, isRelative: Bool = false) {
        original = text
        parts = isRelative ? nil : UriParts(text)
    }
    override var type: TypeInfo { UriObject.typeInfo }
    static let typeInfo = TypeInfo("System.Uri", accelerator: "uri", base: .object)
    override func describe(_ session: Session) throws -> String { parts.map { WebText.unescaped($0.absolute, keeping: "%#?/\\@") } ?? original }
    private var key: String { parts.map { $0.scheme + "://" + $0.authority + $0.path + $0.query } ?? original }
    override func isEqual(to other: Object) -> Bool { (other as? UriObject)?.key == key }
    override var equalityHash: Int { key.hashValue }

    private static func own(_ value: Value) throws -> UriObject {
        guard let uri = value.object as? UriObject else { throw Refusals.null("uri") }
        return uri
    }
    private static func absolute(_ value: Value) throws -> UriParts {
        guard let parts = try own(value).parts else { throw Refusals.invalid("This operation is not supported for a relative URI.") }
        return parts
    }
    private static func part(_ name: String, _ type: TypeInfo = .string, _ read: @escaping @Sendable (UriParts) -> Value) -> Property {
        Property(name, type, get: { t, _ in read(try absolute(t)) })
    }

    static func make(_ text: String, kind: Int64 = 0) throws -> Value {
        // A path alone is an address only where an absolute one is asked for.
        let uri = UriObject(text, isRelative: kind != 1 && text.hasPrefix("/") && !text.hasPrefix("//"))
        if kind == 1, uri.parts == nil { throw MethodFailure("System.UriFormatException", "Invalid URI: The format of the URI could not be determined.") }
        if kind == 2, uri.parts != nil {
            throw MethodFailure("System.UriFormatException", "A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.")
        }
        if kind == 0, uri.parts == nil, text.contains("://") || text.hasPrefix("::") {
            throw MethodFailure("System.UriFormatException", "Invalid URI: The format of the URI could not be determined.")
        }
        return .object(uri)
    }

    private static func resolved(_ base: UriParts, _ relative: String) -> String {
        if UriParts(relative) != nil { return relative }
        let root = base.scheme + "://" + (base.userInfo.isEmpty ? "" : base.userInfo + "@") + base.authority
        if relative.hasPrefix("/") { return root + relative }
        if relative.hasPrefix("?") { return root + base.path + relative }
        if relative.hasPrefix("#") { return root + base.path + base.query + relative }
        let folder = base.path[...(base.path.lastIndex(of: "/") ?? base.path.startIndex)]
        return root + folder + relative
    }

    private static func relative(_ from: UriParts, _ to: UriParts) -> String {
        guard from.scheme == to.scheme, from.authority == to.authority else { return to.absolute }
        let a = from.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().dropFirst(),
            b = to.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let folders = b.dropLast()
        let shared = zip(a, folders).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: a.count - shared) + b.dropFirst(shared).map(String.init)).joined(separator: "/") + to.query + to.fragment
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                part("AbsolutePath") { .text($0.path) }, part("AbsoluteUri") { .text($0.absolute) }, part("Authority") { .text($0.authority) },
                part("DnsSafeHost") { .text($0.host) }, part("Fragment") { .text($0.fragment) },
                part("Host") { .text($0.host) },
                part("HostNameType", NetTypes.hostNameType) { .object(EnumerationObject(NetTypes.hostNameType, UriParts.hostKind($0.host))) },
                part("IdnHost") { .text($0.host) },
                Property("IsAbsoluteUri", .bool, get: { t, _ in .bool(try own(t).parts != nil) }), part("IsDefaultPort", .bool) { .bool($0.isDefaultPort) },
                part("IsFile", .bool) { .bool($0.scheme == "file") },
                part("IsLoopback", .bool) { .bool(["localhost", "127.0.0.1", "[::1]"].contains($0.host) || $0.scheme == "file") },
                part("IsUnc", .bool) { .bool($0.scheme == "file" && !$0.host.isEmpty) }, part("LocalPath") { .text(WebText.unescaped($0.path)) },
                Property("OriginalString", .string, get: { t, _ in .text(try own(t).original) }), part("PathAndQuery") { .text($0.path + $0.query) },
                part("Port", .int32) { .int(Int32($0.port)) }, part("Query") { .text($0.query) }, part("Scheme") { .text($0.scheme) },
                part("Segments", .stringArray) { .strings($0.segments) }, Property("UserEscaped", .bool, get: { _, _ in false }),
                part("UserInfo") { .text($0.userInfo) },
            ],
            methods: [
                Method("MakeRelativeUri", [.of("uri", typeInfo)], returns: typeInfo) { t, a, _ in
                    .object(UriObject(relative(try absolute(t), try absolute(a[0]))))
                },
                Method("IsBaseOf", [.of("uri", typeInfo)], returns: .bool) { t, a, _ in
                    let base = try absolute(t), other = try absolute(a[0])
                    return .bool(
                        base.scheme == other.scheme && base.authority == other.authority
                            && other.path.hasPrefix(base.path[...(base.path.lastIndex(of: "/") ?? base.path.startIndex)]))
                },
                Method("GetLeftPart", [.object("part")], returns: .string) { t, a, session in
                    let parts = try absolute(t)
                    switch try a[0].toText(session).lowercased() {
                    case "scheme": return .text(parts.scheme + "://")
                    case "authority": return .text(parts.scheme + "://" + parts.authority)
                    case "path": return .text(parts.scheme + "://" + parts.authority + parts.path)
                    default: return .text(parts.scheme + "://" + parts.authority + parts.path + parts.query)
                    }
                },
                Method("GetComponents", [.of("components", NetTypes.components), .of("format", NetTypes.uriFormat)], returns: .string) { t, a, _ in
                    let parts = try absolute(t), wanted = a.enumeration(0)
                    let text = parts.components(wanted)
                    return .text(a.enumeration(1) == 1 ? text : WebText.unescaped(text))
                },
                Method("IsWellFormedOriginalString", returns: .bool) { t, _, _ in .bool(WebText.isWellFormed(try own(t).original)) },
            ],
            staticProperties: [
                ("UriSchemeHttp", "http"), ("UriSchemeHttps", "https"), ("UriSchemeFile", "file"), ("UriSchemeFtp", "ftp"), ("UriSchemeMailto", "mailto"),
                ("UriSchemeFtps", "ftps"), ("UriSchemeSftp", "sftp"), ("UriSchemeSsh", "ssh"), ("UriSchemeTelnet", "telnet"), ("UriSchemeWs", "ws"),
                ("UriSchemeWss", "wss"), ("UriSchemeNews", "news"), ("UriSchemeNntp", "nntp"), ("UriSchemeGopher", "gopher"), ("UriSchemeData", "data"),
                ("SchemeDelimiter", "://"),
            ].map { name, text in Property(name, .string, get: { _, _ in .text(text) }) },
            staticMethods: [
                Method("EscapeDataString", [.text("stringToEscape")], returns: .string) { _, a, _ in .text(WebText.escaped(a.text(0), keeping: "-_.~")) },
                Method("EscapeUriString", [.text("stringToEscape")], returns: .string) { _, a, _ in
                    .text(WebText.escaped(a.text(0), keeping: "-_.~:/?#[]@!$&'()*+,;=%"))
                },
                Method("UnescapeDataString", [.text("stringToUnescape")], returns: .string) { _, a, _ in .text(WebText.unescaped(a.text(0))) },
                Method("HexEscape", [.char("character")], returns: .string) { _, a, _ in
                    .text("%" + (a.char(0) < 16 ? "0" : "") + String(a.char(0) & 0xFF, radix: 16, uppercase: true))
                },
                Method("IsHexDigit", [.char("character")], returns: .bool) { _, a, _ in
                    .bool((48...57).contains(a.char(0)) || (65...70).contains(a.char(0) & ~32))
                },
                Method(
                    "Compare",
                    [
                        .of("uri1", typeInfo), .of("uri2", typeInfo), .object("partsToCompare"), .object("compareFormat"),
                        .of("comparisonType", Enumerations.stringComparison),
                    ], returns: .int32
                ) { _, a, session in
                    .int(Int32(StringStatics.compare(try a[0].toText(session), try a[1].toText(session), a.enumeration(4))))
                },
                Method("IsWellFormedUriString", [.text("uriString"), .of("uriKind", NetTypes.uriKind)], returns: .bool) { _, a, _ in
                    .bool(WebText.isWellFormed(a.text(0)) && (a.enumeration(1) != 1 || UriParts(a.text(0)) != nil))
                },
                Method("CheckHostName", [.text("name")], returns: NetTypes.hostNameType) { _, a, _ in
                    .object(EnumerationObject(NetTypes.hostNameType, UriParts.hostKind(a.text(0))))
                },
                Method("CheckSchemeName", [.text("schemeName")], returns: .bool) { _, a, _ in .bool(UriParts.isScheme(a.text(0)[...])) },
                Method(
                    "TryCreate",
                    [
                        Overload([.text("uriString"), .of("uriKind", NetTypes.uriKind), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                            try tried(a[2], session) { try make(a.text(0), kind: a.enumeration(1)) }
                        },
                        Overload([.of("baseUri", typeInfo), .text("relativeUri"), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                            try tried(a[2], session) { .object(UriObject(resolved(try absolute(a[0]), a.text(1)))) }
                        },
                        Overload([.of("baseUri", typeInfo), .of("relativeUri", typeInfo), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                            try tried(a[2], session) { .object(UriObject(resolved(try absolute(a[0]), try own(a[1]).original))) }
                        },
                    ]),
                Method("HexUnescape", [.text("pattern"), .byReference("index", .int32)], returns: .char) { _, a, session in
                    let variable = (a[1].object as? ReferenceObject)?.variable, place = Int(variable?.read(session).asInt64 ?? 0), text = Text(a.text(0))
                    guard place >= 0, place < text.length else {
                        throw Refusals.outOfRange("index", "Specified argument was out of the range of valid values.")
                    }
                    if place + 2 < text.length, text.unit(at: place) == 37, let unit = UInt16(text.slice(place + 1, 2), radix: 16) {
                        try variable?.write(.int(Int32(place + 3)), session)
                        return .char(unit)
                    }
                    try variable?.write(.int(Int32(place + 1)), session)
                    return .char(text.unit(at: place))
                },
                Method("IsHexEncoding", [.text("pattern"), .int("index")], returns: .bool) { _, a, _ in
                    let text = Text(a.text(0)), place = a.int(1)
                    return .bool(place >= 0 && place + 2 < text.length && text.unit(at: place) == 37 && UInt16(text.slice(place + 1, 2), radix: 16) != nil)
                },
                Method("FromHex", [.char("digit")], returns: .int32) { _, a, _ in
                    guard let value = Int32(String(utf16Unit: a.char(0)), radix: 16) else {
                        throw Refusals.argument("Value does not fall within the expected range. (Parameter 'digit')")
                    }
                    return .int(value)
                },
            ],
            constructors: [
                Overload([.text("uriString")], returns: typeInfo) { _, a, _ in try make(a.text(0), kind: 1) },
                Overload([.text("uriString"), .object("uriKind")], returns: typeInfo) { _, a, session in
                    // Text is taken for the truth value of an older form, which asks for an absolute address.
                    if a[1].asString != nil || a[1].type.code == .bool { return try make(a.text(0), kind: 1) }
                    return try make(a.text(0), kind: session.convert(a[1], to: NetTypes.uriKind).asEnumeration?.rawValue ?? 0)
                },
                Overload([.of("baseUri", typeInfo), .of("relativeUri", typeInfo)], returns: typeInfo) { _, a, _ in
                    .object(UriObject(resolved(try absolute(a[0]), try own(a[1]).original)))
                },
                Overload([.of("baseUri", typeInfo), .text("relativeUri")], returns: typeInfo) { _, a, _ in
                    .object(UriObject(resolved(try absolute(a[0]), a.text(1))))
                },
            ],
            convert: { value, _ in try value.asString.map { try make($0) } })
    }
}

extension UriObject {
    /// Whether there is such an address; it goes to the variable.
    private static func tried(_ result: Value, _ session: Session, _ body: () throws -> Value) throws -> Value {
        let made = try? body()  // what is no address is told by the answer
        try (result.object as? ReferenceObject)?.variable.write(made ?? .null, session)
        return .bool(made != nil)
    }
}

/// An absolute address taken apart.
struct UriParts {
    var scheme = "", userInfo = "", host = "", path = "", query = "", fragment = ""
    var port = -1

    static let ports = ["http": 80, "https": 443, "ftp": 21, "ws": 80, "wss": 443, "ldap": 389, "telnet": 23]
    static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (first | 32) >= 97, (first | 32) <= 122 else { return false }
        return text.utf8.allSatisfy { ($0 | 32) >= 97 && ($0 | 32) <= 122 || $0 >= 48 && $0 <= 57 || $0 == 43 || $0 == 45 || $0 == 46 }
    }
    static func hostKind(_ host: String) -> Int64 {
        if host.hasPrefix("[") || host.contains(":") { return AddressObject.bytes(of: host.filter { $0 != "[" && $0 != "]" })?.count == 16 ? 4 : 0 }
        if host.split(separator: ".").count == 4, AddressObject.bytes(of: host) != nil { return 3 }
        if host.isEmpty || host.contains(where: { " /:@?#".contains($0) }) { return 0 }
        return 2
    }

    var isDefaultPort: Bool { port == UriParts.ports[scheme] ?? -1 }
    var authority: String { host + (isDefaultPort || port < 0 ? "" : ":\(port)") }
    var absolute: String {
        let hasAuthority = !host.isEmpty || scheme == "file" || UriParts.ports[scheme] != nil
        return scheme + (hasAuthority ? "://" : ":") + (userInfo.isEmpty ? "" : userInfo + "@") + authority + path + query + fragment
    }
    /// Parts by the bits of `UriComponents`, with the signs between them.
    func components(_ wanted: Int64) -> String {
        func has(_ bit: Int64) -> Bool { wanted & bit != 0 }
        let place = (has(4) ? host : "") + (has(8) && !isDefaultPort && port >= 0 || has(128) && port >= 0 ? (has(4) ? ":" : "") + String(port) : "")
        var result = ""
        if has(1) { result += scheme + (has(4) || has(2) ? "://" : "") }
        if has(2), !userInfo.isEmpty { result += userInfo + (has(4) ? "@" : "") }
        result += place
        if has(16) { result += has(4) || has(32) || has(0x4000_0000) ? path : String(path.dropFirst(path.hasPrefix("/") ? 1 : 0)) }
        if has(32) { result += has(16) || has(4) ? query : String(query.dropFirst()) }
        if has(64) { result += has(16) || has(4) || has(32) ? fragment : String(fragment.dropFirst()) }
        return result
    }
    var segments: [String] {
        var result: [String] = []
        var current = ""
        for unit in path {
            current.append(unit)
            if unit == "/" {
                result.append(current)
                current = ""
            }
        }
        if !current.isEmpty { result.append(current) }
        return result
    }

    init?(_ text: String) {
        var rest = text.withoutOuterBlanks[...]
        if rest.hasPrefix("/"), rest.count > 1 { rest = ("file://" + rest)[...] }
        guard let colon = rest.firstIndex(of: ":"), UriParts.isScheme(rest[..<colon]), rest.distance(from: rest.startIndex, to: colon) > 1 else { return nil }
        scheme = rest[..<colon].lowercased()
        rest = rest[rest.index(after: colon)...]
        if let hash = rest.firstIndex(of: "#") {
            fragment = WebText.escaped(String(rest[hash...]), keeping: WebText.uriUnits)
            rest = rest[..<hash]
        }
        if let question = rest.firstIndex(of: "?") {
            query = WebText.escaped(String(rest[question...]), keeping: WebText.uriUnits)
            rest = rest[..<question]
        }
        guard rest.hasPrefix("//") else {
            if UriParts.ports[scheme] != nil { return nil }
            path = WebText.escaped(String(rest), keeping: WebText.uriUnits)
            if scheme == "mailto", let at = path.firstIndex(of: "@") {
                userInfo = String(path[..<at])
                host = String(path[path.index(after: at)...])
                path = ""
                port = 25
            }
            return
        }
        rest = rest.dropFirst(2)
        var place = rest.prefix { $0 != "/" && $0 != "\\" }
        path = WebText.escaped(String(rest[place.endIndex...]), keeping: WebText.uriUnits)
        if let at = place.lastIndex(of: "@") {
            userInfo = String(place[..<at])
            place = place[place.index(after: at)...]
        }
        port = UriParts.ports[scheme] ?? -1
        if let colon = place.lastIndex(of: ":"), !place[colon...].contains("]") {
            let digits = place[place.index(after: colon)...]
            if !digits.isEmpty {
                guard let number = UInt16(digits) else { return nil }
                port = Int(number)
            }
            place = place[..<colon]
        }
        host = place.lowercased()
        if host.isEmpty, scheme != "file" { return nil }
        if host.contains(where: { " <>^`{|}".contains($0) }) { return nil }
        if path.isEmpty { path = "/" }
        path = UriParts.withoutDots(path)
    }

    private static func withoutDots(_ path: String) -> String {
        if !path.contains("/.") { return path }
        var result: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (i, part) in parts.enumerated() {
            let isLast = i == parts.count - 1
            switch part {
            case ".": if isLast { result.append("") }
            case "..":
                if result.count > 1 { result.removeLast() }
                if isLast { result.append("") }
            default: result.append(part)
            }
        }
        return result.joined(separator: "/")
    }
}

/// `System.Net.IPAddress`.
final class AddressObject: Box, @unchecked Sendable {
    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }
    override var type: TypeInfo { AddressObject.typeInfo }
    static let typeInfo = TypeInfo("System.Net.IPAddress", accelerator: "ipaddress", base: .object)
    override func describe(_ session: Session) throws -> String { text }
    override func isEqual(to other: Object) -> Bool { (other as? AddressObject)?.bytes == bytes }
    override var equalityHash: Int { bytes.hashValue }

    var text: String {
        var buffer = [CChar](repeating: 0, count: 64)
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        _ = bytes.withUnsafeBytes { inet_ntop(family, $0.baseAddress, &buffer, 64) }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// `10.1`, `0x1F` and `1.2.3` as .NET reads them; names of networks after `%` are dropped.
    static func bytes(of text: String) -> [UInt8]? {
        if text.contains(":") {
            var result = [UInt8](repeating: 0, count: 16)
            let plain = text.prefix { $0 != "%" }.filter { $0 != "[" && $0 != "]" }
            return inet_pton(AF_INET6, plain, &result) == 1 ? result : nil
        }
        var numbers: [UInt64] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            let lower = part.lowercased()
            let number =
                lower.hasPrefix("0x")
                ? UInt64(lower.dropFirst(2), radix: 16)
                : lower.count > 1 && lower.hasPrefix("0") ? UInt64(lower, radix: 8) : lower.hasPrefix("+") ? nil : UInt64(lower)
            guard let number else { return nil }
            numbers.append(number)
        }
        guard let last = numbers.popLast(), numbers.count < 4, numbers.allSatisfy({ $0 < 256 }) else { return nil }
        let room = 4 - numbers.count
        guard last < UInt64(1) << UInt64(8 * room) else { return nil }
        return numbers.map { UInt8($0) } + (0..<room).reversed().map { UInt8(truncatingIfNeeded: last >> UInt64(8 * $0)) }
    }

    static func own(_ value: Value) -> AddressObject { value.object as? AddressObject ?? AddressObject([0, 0, 0, 0]) }
    private static func parse(_ text: String) throws -> Value {
        guard let bytes = bytes(of: text) else { throw Refusals.format("An invalid IP address was specified.") }
        return .object(AddressObject(bytes))
    }
    private static func fixed(_ name: String, _ text: String) -> Property { Property(name, typeInfo, get: { _, _ in try parse(text) }) }
    private static func flag(_ name: String, _ read: @escaping @Sendable ([UInt8]) -> Bool) -> Property {
        Property(name, .bool, get: { t, _ in .bool(own(t).bytes.count == 16 && read(own(t).bytes)) })
    }
    private var number: Int64 { bytes.prefix(4).enumerated().reduce(Int64(0)) { $0 | Int64($1.element) << Int64(8 * $1.offset) } }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Address", .int64, get: { t, _ in .long(own(t).number) }),
                Property(
                    "AddressFamily", NetTypes.addressFamily,
                    get: { t, _ in .object(EnumerationObject(NetTypes.addressFamily, own(t).bytes.count == 4 ? 2 : 23)) }),
                flag("IsIPv4MappedToIPv6") { $0.prefix(10).allSatisfy { $0 == 0 } && $0[10] == 255 && $0[11] == 255 },
                flag("IsIPv6LinkLocal") { $0[0] == 0xFE && $0[1] & 0xC0 == 0x80 }, flag("IsIPv6Multicast") { $0[0] == 0xFF },
                flag("IsIPv6SiteLocal") { $0[0] == 0xFE && $0[1] & 0xC0 == 0xC0 }, flag("IsIPv6Teredo") { $0.prefix(4).elementsEqual([0x20, 1, 0, 0]) },
                flag("IsIPv6UniqueLocal") { $0[0] & 0xFE == 0xFC },
                Property("ScopeId", .int64, get: { _, _ in .long(0) }),
                Property("IPAddressToString", .string, memberType: "ScriptProperty", get: { t, _ in .text(own(t).text) }),
            ],
            methods: [
                Method("GetAddressBytes", returns: TypeInfo.byte.arrayType()) { t, _, _ in ConvertMembers.array(own(t).bytes) },
                Method("MapToIPv4", returns: typeInfo) { t, _, _ in .object(AddressObject(Array(own(t).bytes.suffix(4)))) },
                Method("MapToIPv6", returns: typeInfo) { t, _, _ in
                    .object(own(t).bytes.count == 16 ? own(t) : AddressObject([UInt8](repeating: 0, count: 10) + [255, 255] + own(t).bytes))
                },
                Method("ToString", returns: .string) { t, _, _ in .text(own(t).text) },
            ],
            staticProperties: [
                fixed("Loopback", "127.0.0.1"), fixed("Any", "0.0.0.0"), fixed("Broadcast", "255.255.255.255"), fixed("None", "255.255.255.255"),
                fixed("IPv6Loopback", "::1"), fixed("IPv6Any", "::"), fixed("IPv6None", "::"),
            ],
            staticMethods: [
                Method("Parse", [.text("ipString")], returns: typeInfo) { _, a, _ in try parse(a.text(0)) },
                Method("TryParse", [.text("ipString"), .byReference("address", typeInfo)], returns: .bool) { _, a, session in
                    let found = bytes(of: a.text(0))
                    try (a[1].object as? ReferenceObject)?.variable.write(found.map { .object(AddressObject($0)) } ?? .null, session)
                    return .bool(found != nil)
                },
                Method("IsLoopback", [.of("address", typeInfo)], returns: .bool) { _, a, _ in .bool(own(a[0]).bytes.first == 127 || own(a[0]).text == "::1") },
            ]
                + ["HostToNetworkOrder", "NetworkToHostOrder"].map { name in
                    Method(
                        name,
                        [
                            Overload([.long("number")], returns: .int64) { _, a, _ in .long(a.long(0).byteSwapped) },
                            Overload([.int("number")], returns: .int32) { _, a, _ in .int(Int32(truncatingIfNeeded: a.int(0)).byteSwapped) },
                            Overload([.of("number", .int16)], returns: .int16) { _, a, _ in .short(Int16(truncatingIfNeeded: a.int(0)).byteSwapped) },
                        ])
                } + [],
            constructors: [
                Overload([.of("address", TypeInfo.byte.arrayType())], returns: typeInfo) { _, a, _ in
                    let bytes = ConvertMembers.bytes(a[0])
                    guard bytes.count == 4 || bytes.count == 16 else { throw Refusals.argument("An invalid IP address was specified. (Parameter 'address')") }
                    return .object(AddressObject(bytes))
                },
                Overload([.long("newAddress")], returns: typeInfo) { _, a, _ in
                    guard a.long(0) >= 0, a.long(0) <= 0xFFFF_FFFF else {
                        throw Refusals.outOfRange("newAddress", "Specified argument was out of the range of valid values.")
                    }
                    return .object(AddressObject((0..<4).map { UInt8(truncatingIfNeeded: a.long(0) >> Int64(8 * $0)) }))
                },
            ])
    }
}

/// `System.Net.Mail.MailAddress`.
final class MailAddressObject: Box, @unchecked Sendable {
    let user: String, host: String, displayName: String
    init(user: String, host: String, displayName: String) { self.user = user; self.host = host; self.displayName = displayName }
    override var type: TypeInfo { MailAddressObject.typeInfo }
    static let typeInfo = TypeInfo("System.Net.Mail.MailAddress", accelerator: "mailaddress", base: .object)
    override func describe(_ session: Session) throws -> String { displayName.isEmpty ? "\(user)@\(host)" : "\"\(displayName)\" <\(user)@\(host)>" }
    override func isEqual(to other: Object) -> Bool {
        (other as? MailAddressObject).map { "\($0.user)@\($0.host)\($0.displayName)".lowercased() == "\(user)@\(host)\(displayName)".lowercased() } ?? false
    }
    override var equalityHash: Int { "\(user)@\(host)".lowercased().hashValue }
    private static func tried(_ result: Value, _ session: Session, _ body: () throws -> Value) throws -> Value {
        let made = try? body()  // what is no address is told by the answer
        try (result.object as? ReferenceObject)?.variable.write(made ?? .null, session)
        return .bool(made != nil)
    }
    private static func own(_ value: Value) throws -> MailAddressObject {
        guard let mail = value.object as? MailAddressObject else { throw Refusals.null("this") }
        return mail
    }

    static func make(_ text: String, _ name: String? = nil) throws -> Value {
        if text.isEmpty { throw Refusals.argument("The value cannot be an empty string. (Parameter 'address')") }
        let bad = Refusals.format("The specified string is not in the form required for an e-mail address.")
        var address = text.withoutOuterBlanks, shown = ""
        if let open = address.lastIndex(of: "<") {
            guard address.hasSuffix(">") else { throw bad }
            shown = String(address[..<open]).withoutOuterBlanks
            if shown.count > 1, shown.hasPrefix("\""), shown.hasSuffix("\"") { shown = String(shown.dropFirst().dropLast()) }
            address = String(address[address.index(after: open)...].dropLast())
        }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !address.contains(" "), !parts[0].hasPrefix("."), !parts[0].hasSuffix("."),
            !address.contains(","), !parts[0].contains("..")
        else { throw bad }
        return .object(MailAddressObject(user: String(parts[0]), host: String(parts[1]), displayName: name ?? shown))
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("DisplayName", .string, get: { t, _ in .text(try own(t).displayName) }),
                Property("User", .string, get: { t, _ in .text(try own(t).user) }), Property("Host", .string, get: { t, _ in .text(try own(t).host) }),
                Property("Address", .string, get: { t, _ in .text(try own(t).user + "@" + own(t).host) }),
            ],
            staticMethods: [
                Method(
                    "TryCreate",
                    [
                        Overload([.text("address"), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                            try tried(a[1], session) { try make(a.text(0)) }
                        },
                        Overload([.text("address"), .text("displayName"), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                            try tried(a[2], session) { try make(a.text(0), a.text(1)) }
                        },
                    ])
            ],
            constructors: [
                Overload([.text("address")], returns: typeInfo) { _, a, _ in try make(a.text(0)) },
                Overload([.text("address"), .text("displayName")], returns: typeInfo) { _, a, _ in try make(a.text(0), a.text(1)) },
            ])
    }
}

/// Escapes of addresses and of HTML.
enum WebText {
    static let uriUnits = "-_.~:/?#[]@!$&'()*+,;=%"

    static func escaped(_ text: String, keeping kept: String, space: String = "%20", isLower: Bool = false) -> String {
        let digits = Array((isLower ? "0123456789abcdef" : "0123456789ABCDEF").utf8)
        let extra = Set(kept.utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            let isPlain = byte >= 48 && byte <= 57 || (byte | 32) >= 97 && (byte | 32) <= 122 || extra.contains(byte)
            if isPlain {
                result.append(byte)
            } else if byte == 32 {
                result += Array(space.utf8)
            } else {
                result += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func unescaped(_ text: String, plusIsSpace: Bool = false, keeping kept: String = "") -> String {
        let bytes = Array(text.utf8), held = Set(kept.utf8)
        var result: [UInt8] = []
        func digit(_ i: Int) -> UInt8? { i < bytes.count ? Character(Unicode.Scalar(bytes[i])).hexDigitValue.map { UInt8($0) } : nil }
        var i = 0
        while i < bytes.count {
            if bytes[i] == 37, let high = digit(i + 1), let low = digit(i + 2), !held.contains(high << 4 | low) {
                result.append(high << 4 | low)
                i += 3
            } else {
                result.append(plusIsSpace && bytes[i] == 43 ? 32 : bytes[i])
                i += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func isWellFormed(_ text: String) -> Bool { text.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"\"<>\\^`{|}".utf8.contains($0) } }

    static func htmlEncoded(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default:
                if scalar.value >= 160 && scalar.value < 256 || scalar.value > 0xFFFF {
                    result += "&#\(scalar.value);"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    private static let entities: [String: UInt32] = [
        "AElig": 198, "Aacute": 193, "Acirc": 194, "Agrave": 192, "Alpha": 913, "Aring": 197, "Atilde": 195, "Auml": 196, "Beta": 914, "Ccedil": 199,
        "Chi": 935, "Dagger": 8225, "Delta": 916, "ETH": 208, "Eacute": 201, "Ecirc": 202, "Egrave": 200, "Epsilon": 917, "Eta": 919, "Euml": 203,
        "Gamma": 915, "Iacute": 205, "Icirc": 206, "Igrave": 204, "Iota": 921, "Iuml": 207, "Kappa": 922, "Lambda": 923, "Mu": 924, "Ntilde": 209,
        "Nu": 925, "OElig": 338, "Oacute": 211, "Ocirc": 212, "Ograve": 210, "Omega": 937, "Omicron": 927, "Oslash": 216, "Otilde": 213, "Ouml": 214,
        "Phi": 934, "Pi": 928, "Prime": 8243, "Psi": 936, "Rho": 929, "Scaron": 352, "Sigma": 931, "THORN": 222, "Tau": 932, "Theta": 920, "Uacute": 218,
        "Ucirc": 219, "Ugrave": 217, "Upsilon": 933, "Uuml": 220, "Xi": 926, "Yacute": 221, "Yuml": 376, "Zeta": 918, "aacute": 225, "acirc": 226,
        "acute": 180, "aelig": 230, "agrave": 224, "alefsym": 8501, "alpha": 945, "amp": 38, "and": 8743, "ang": 8736, "aring": 229, "asymp": 8776,
        "atilde": 227, "auml": 228, "bdquo": 8222, "beta": 946, "brvbar": 166, "bull": 8226, "cap": 8745, "ccedil": 231, "cedil": 184, "cent": 162,
        "chi": 967, "circ": 710, "clubs": 9827, "cong": 8773, "copy": 169, "crarr": 8629, "cup": 8746, "curren": 164, "dArr": 8659, "dagger": 8224,
        "darr": 8595, "deg": 176, "delta": 948, "diams": 9830, "divide": 247, "eacute": 233, "ecirc": 234, "egrave": 232, "empty": 8709, "emsp": 8195,
        "ensp": 8194, "epsilon": 949, "equiv": 8801, "eta": 951, "eth": 240, "euml": 235, "euro": 8364, "exist": 8707, "fnof": 402, "forall": 8704,
        "frac12": 189, "frac14": 188, "frac34": 190, "frasl": 8260, "gamma": 947, "ge": 8805, "gt": 62, "hArr": 8660, "harr": 8596, "hearts": 9829,
        "hellip": 8230, "iacute": 237, "icirc": 238, "iexcl": 161, "igrave": 236, "image": 8465, "infin": 8734, "int": 8747, "iota": 953, "iquest": 191,
        "isin": 8712, "iuml": 239, "kappa": 954, "lArr": 8656, "lambda": 955, "lang": 9001, "laquo": 171, "larr": 8592, "lceil": 8968, "ldquo": 8220,
        "le": 8804, "lfloor": 8970, "lowast": 8727, "loz": 9674, "lrm": 8206, "lsaquo": 8249, "lsquo": 8216, "lt": 60, "macr": 175, "mdash": 8212,
        "micro": 181, "middot": 183, "minus": 8722, "mu": 956, "nabla": 8711, "nbsp": 160, "ndash": 8211, "ne": 8800, "ni": 8715, "not": 172,
        "notin": 8713, "nsub": 8836, "ntilde": 241, "nu": 957, "oacute": 243, "ocirc": 244, "oelig": 339, "ograve": 242, "oline": 8254, "omega": 969,
        "omicron": 959, "oplus": 8853, "or": 8744, "ordf": 170, "ordm": 186, "oslash": 248, "otilde": 245, "otimes": 8855, "ouml": 246, "para": 182,
        "part": 8706, "permil": 8240, "perp": 8869, "phi": 966, "pi": 960, "piv": 982, "plusmn": 177, "pound": 163, "prime": 8242, "prod": 8719,
        "prop": 8733, "psi": 968, "quot": 34, "rArr": 8658, "radic": 8730, "rang": 9002, "raquo": 187, "rarr": 8594, "rceil": 8969, "rdquo": 8221,
        "real": 8476, "reg": 174, "rfloor": 8971, "rho": 961, "rlm": 8207, "rsaquo": 8250, "rsquo": 8217, "sbquo": 8218, "scaron": 353, "sdot": 8901,
        "sect": 167, "shy": 173, "sigma": 963, "sigmaf": 962, "sim": 8764, "spades": 9824, "sub": 8834, "sube": 8838, "sum": 8721, "sup": 8835,
        "sup1": 185, "sup2": 178, "sup3": 179, "supe": 8839, "szlig": 223, "tau": 964, "there4": 8756, "theta": 952, "thetasym": 977, "thinsp": 8201,
        "thorn": 254, "tilde": 732, "times": 215, "trade": 8482, "uArr": 8657, "uacute": 250, "uarr": 8593, "ucirc": 251, "ugrave": 249, "uml": 168,
        "upsih": 978, "upsilon": 965, "uuml": 252, "weierp": 8472, "xi": 958, "yacute": 253, "yen": 165, "yuml": 255, "zeta": 950, "zwj": 8205,
        "zwnj": 8204, "apos": 39,
    ]
    static func htmlDecoded(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.firstIndex(of: ";"), rest.distance(from: mark, to: end) < 12 else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            let name = rest[rest.index(after: mark)..<end]
            let code =
                name.hasPrefix("#x") || name.hasPrefix("#X")
                ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : entities[String(name)]
            if let code, let scalar = Unicode.Scalar(code) {
                result.unicodeScalars.append(scalar)
                rest = rest[rest.index(after: end)...]
            } else {
                result += "&"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private static func one(_ name: String, _ body: @escaping @Sendable (String) -> String) -> Method {
        Method(name, [.text("value")], returns: .string) { _, a, _ in a[0].isNull ? .null : .text(body(a.text(0))) }
    }
    static let webUtility = KnownType(TypeInfo("System.Net.WebUtility", base: .object, isAbstract: true)) {
        MemberTable(staticMethods: [
            one("HtmlEncode", htmlEncoded), one("HtmlDecode", htmlDecoded), one("UrlEncode") { escaped($0, keeping: "-_.!*()", space: "+") },
            one("UrlDecode") { unescaped($0, plusIsSpace: true) },
        ])
    }
    private static func formEncoded(_ bytes: [UInt8]) -> String {
        // Bytes of another encoding are escaped one by one.
        escaped(String(decoding: bytes, as: UTF8.self), keeping: "-_.!*()", space: "+", isLower: true)
    }
    static func formEncoded(_ text: String) -> String { formEncoded(Array(text.utf8)) }
    private static func attributeEncoded(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            default: result.append(character)
            }
        }
        return result
    }
    private static func scriptEncoded(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            case _ where scalar.value < 32 || "<>&'".unicodeScalars.contains(scalar) || [0x85, 0x2028, 0x2029].contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
    static let httpUtility = KnownType(TypeInfo("System.Web.HttpUtility", base: .object)) {
        MemberTable(staticMethods: [
            one("HtmlEncode", htmlEncoded), one("HtmlDecode", htmlDecoded), one("HtmlAttributeEncode", attributeEncoded),
            Method(
                "UrlEncode",
                [
                    Overload([.text("str")], returns: .string) { _, a, _ in a[0].isNull ? .null : .text(formEncoded(Array(a.text(0).utf8))) },
                    Overload([.text("str"), .of("e", EncodingObject.typeInfo)], returns: .string) { _, a, _ in
                        .text(formEncoded((a[1].object as? EncodingObject ?? EncodingObject(.utf8)).bytes(of: a.text(0))))
                    },
                ]),
            Method(
                "UrlDecode",
                [
                    Overload([.text("str")], returns: .string) { _, a, _ in a[0].isNull ? .null : .text(unescaped(a.text(0), plusIsSpace: true)) },
                    Overload([.text("str"), .of("e", EncodingObject.typeInfo)], returns: .string) { _, a, _ in .text(unescaped(a.text(0), plusIsSpace: true)) },
                ]),
            one("UrlPathEncode") { escaped($0, keeping: uriUnits, isLower: true) },
            Method(
                "JavaScriptStringEncode",
                [
                    Overload([.text("value")], returns: .string) { _, a, _ in .text(scriptEncoded(a.text(0))) },
                    Overload([.text("value"), .bool("addDoubleQuotes")], returns: .string) { _, a, _ in
                        .text(a.bool(1) ? "\"" + scriptEncoded(a.text(0)) + "\"" : scriptEncoded(a.text(0)))
                    },
                ]),
            Method("ParseQueryString", [.text("query")], returns: NameValues.typeInfo) { _, a, _ in
                let table = NameValues(type: NameValues.queryType)
                for pair in a.text(0).drop(while: { $0 == "?" }).split(separator: "&") {
                    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { unescaped(String($0), plusIsSpace: true) }
                    table.add(parts.count > 1 ? parts[0] : nil, parts[parts.count - 1])
                }
                return .object(table)
            },
        ])
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var withoutOuterBlanks: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
