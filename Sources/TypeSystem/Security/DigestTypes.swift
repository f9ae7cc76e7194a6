// `System.Security.Cryptography`: digests, keyed digests and random numbers. The digests are OpenSSL's, found when first asked for.

import Glibc
import Runtime
import Scalars

/// The functions of libcrypto that digests need. The library is loaded only by a script that wants one.
private struct CryptoLibrary: @unchecked Sendable {
    private typealias Find = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
    private typealias Digest =
        @convention(c) (
            UnsafeRawPointer?, Int, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>, OpaquePointer?, OpaquePointer?
        ) -> Int32
    private typealias Keyed =
        @convention(c) (
            OpaquePointer?, UnsafeRawPointer?, Int32, UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>
        ) -> UnsafeMutablePointer<UInt8>?
    private let find: Find
    private let digest: Digest
    private let keyed: Keyed

    /// nil where the library is not installed.
    static let loaded: CryptoLibrary? = CryptoLibrary()

    private init?() {
        guard let library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL), let find = dlsym(library, "EVP_get_digestbyname"),
            let digest = dlsym(library, "EVP_Digest"), let keyed = dlsym(library, "HMAC")
        else { return nil }
        self.find = unsafeBitCast(find, to: Find.self)
        self.digest = unsafeBitCast(digest, to: Digest.self)
        self.keyed = unsafeBitCast(keyed, to: Keyed.self)
    }

    func digest(_ bytes: [UInt8], _ algorithm: String) -> [UInt8]? {
        guard let kind = find(algorithm) else { return nil }
        var output = [UInt8](repeating: 0, count: 64)
        var length: UInt32 = 0
        let done = bytes.withUnsafeBytes { digest($0.baseAddress, bytes.count, &output, &length, kind, nil) }
        return done == 1 ? Array(output.prefix(Int(length))) : nil
    }
    func keyed(_ bytes: [UInt8], _ key: [UInt8], _ algorithm: String) -> [UInt8]? {
        guard let kind = find(algorithm) else { return nil }
        var output = [UInt8](repeating: 0, count: 64)
        var length: UInt32 = 0
        // An empty key is a key; only its address must not be missing.
        let held = key.isEmpty ? [0] : key
        let done = held.withUnsafeBytes { keyed(kind, $0.baseAddress, Int32(key.count), bytes, bytes.count, &output, &length) }
        return done == nil ? nil : Array(output.prefix(Int(length)))
    }
}

/// `[SHA256]::Create()`, `[HMACSHA256]::new($key)`.
final class DigestObject: Box, @unchecked Sendable {
    private let algorithm: String
    private var key: [UInt8]?
    private let ownType: TypeInfo
    private var last: [UInt8] = []
    /// What `TransformBlock` was given so far.
    private var waiting: [UInt8] = []
    init(_ algorithm: String, key: [UInt8]?, _ type: TypeInfo) {
        self.algorithm = algorithm
        self.key = key
        ownType = type
    }
    override var type: TypeInfo { ownType }

    private static let base = TypeInfo("System.Security.Cryptography.HashAlgorithm", base: .object, interfaces: [.iDisposable], isAbstract: true)
    private static let keyedBase = TypeInfo("System.Security.Cryptography.HMAC", base: base, isAbstract: true)
    private static let algorithms: [(name: String, bits: Int32, block: Int)] = [
        ("MD5", 128, 64), ("SHA1", 160, 64), ("SHA256", 256, 64), ("SHA384", 384, 128), ("SHA512", 512, 128),
    ]
    private static let bytes = TypeInfo.byte.arrayType()

    private static func computed(_ bytes: [UInt8], _ algorithm: String, key: [UInt8]?) throws -> [UInt8] {
        guard let library = CryptoLibrary.loaded else {
            throw MethodFailure("System.PlatformNotSupportedException", "Digests need the library libcrypto.so.3 of OpenSSL, which is not installed.")
        }
        let result = key.map { library.keyed(bytes, $0, algorithm) } ?? library.digest(bytes, algorithm)
        guard let result else {
            throw MethodFailure("System.Security.Cryptography.CryptographicException", "OpenSSL on this system does not offer \(algorithm).")
        }
        return result
    }
    private func compute(_ input: [UInt8]) throws -> Value {
        last = try DigestObject.computed(input, algorithm, key: key)
        return ConvertMembers.array(last)
    }
    private static func own(_ value: Value) throws -> DigestObject {
        guard let digest = value.object as? DigestObject else { throw Refusals.null("this") }
        return digest
    }
    private static func given(_ value: Value, _ name: String) throws -> [UInt8] {
        if value.isNull { throw Refusals.null(name) }
        return ConvertMembers.bytes(value)
    }

    private static let randoms = TypeInfo("System.Security.Cryptography.RandomNumberGenerator", base: .object, interfaces: [.iDisposable])
    private static let oldRandoms = TypeInfo("System.Security.Cryptography.RNGCryptoServiceProvider", base: randoms)
    static func random(_ count: Int) -> [UInt8] {
        var system = SystemRandomNumberGenerator()
        return (0..<max(0, count)).map { _ in UInt8.random(in: 0...255, using: &system) }
    }

    static var types: [KnownType] {
        [
            KnownType(base) {
                MemberTable(
                    properties: [
                        Property("HashSize", .int32, get: { t, _ in .int(algorithms.first { (try? own(t).algorithm) == $0.name }?.bits ?? 0) }),
                        Property("Hash", bytes, get: { t, _ in ConvertMembers.array(try own(t).last) }),
                    ],
                    methods: [
                        Method(
                            "ComputeHash",
                            [
                                Overload([.of("buffer", bytes)], returns: bytes) { t, a, _ in try own(t).compute(given(a[0], "buffer")) },
                                Overload([.of("inputStream", StreamObject.base)], returns: bytes) { t, a, _ in
                                    try own(t).compute(StreamObject.own(a[0]).readToEnd())
                                },
                                Overload([.of("buffer", bytes), .int("offset"), .int("count")], returns: bytes) { t, a, _ in
                                    try own(t).compute(Array(given(a[0], "buffer").part(a.int(1), a.int(2))))
                                },
                            ]),
                        Method(
                            "TransformBlock",
                            [.of("inputBuffer", bytes), .int("inputOffset"), .int("inputCount"), .of("outputBuffer", bytes), .int("outputOffset")],
                            returns: .int32
                        ) { t, a, _ in
                            let part = try given(a[0], "inputBuffer").part(a.int(1), a.int(2))
                            try own(t).waiting += part
                            if !a[3].isNull { try a[3].asArray?.overwrite(from: a.int(4), with: part.map { .byte($0) }) }
                            return .int(Int32(part.count))
                        },
                        Method("TransformFinalBlock", [.of("inputBuffer", bytes), .int("inputOffset"), .int("inputCount")], returns: bytes) { t, a, _ in
                            let part = Array(try given(a[0], "inputBuffer").part(a.int(1), a.int(2))), digest = try own(t)
                            _ = try digest.compute(digest.waiting + part)
                            digest.waiting = []
                            return ConvertMembers.array(part)
                        },
                        Method("Initialize") { t, _, _ in
                            try own(t).waiting = []
                            return .nothing
                        }, Method("Clear") { _, _, _ in .nothing }, Method("Dispose") { _, _, _ in .nothing },
                    ],
                    staticMethods: [
                        Method("Create", [.text("hashName")], returns: base) { _, a, session in
                            let name = a.text(0).uppercased().filter { $0 != "-" }
                            guard let type = session.types.type(named: "System.Security.Cryptography." + name), algorithms.contains(where: { $0.name == name })
                            else { return .null }
                            return .object(DigestObject(name, key: nil, type))
                        }
                    ])
            },
            KnownType(keyedBase) {
                MemberTable(properties: [
                    Property(
                        "Key", bytes, get: { t, _ in ConvertMembers.array(try own(t).key ?? []) },
                        set: { t, value, _ in try own(t).key = ConvertMembers.bytes(value) }),
                    Property("HashName", .string, get: { t, _ in .text(try own(t).algorithm) }),
                ])
            },
            KnownType(randoms) {
                MemberTable(
                    methods: [
                        Method("GetBytes", [.of("data", bytes)]) { _, a, _ in
                            if let array = a[0].asArray { array.elements = random(array.elements.count).map { .byte($0) } }
                            return .nothing
                        },
                        Method("GetNonZeroBytes", [.of("data", bytes)]) { _, a, _ in
                            if let array = a[0].asArray { array.elements = array.elements.map { _ in .byte(UInt8.random(in: 1...255)) } }
                            return .nothing
                        },
                        Method("Dispose") { _, _, _ in .nothing },
                    ],
                    staticMethods: [
                        Method("Create", returns: randoms) { _, _, _ in .object(DigestObject("", key: nil, randoms)) },
                        Method("GetBytes", [.int("count")], returns: bytes) { _, a, _ in
                            if a.int(0) < 0 { throw Refusals.outOfRange("count", "Non-negative number required.") }
                            return ConvertMembers.array(random(a.int(0)))
                        },
                        Method(
                            "GetInt32",
                            [
                                Overload([.int("toExclusive")], returns: .int32) { _, a, _ in
                                    guard a.int(0) > 0 else { throw Refusals.outOfRange("toExclusive", "Positive number required.") }
                                    return .int(Int32.random(in: 0..<Int32(a.int(0))))
                                },
                                Overload([.int("fromInclusive"), .int("toExclusive")], returns: .int32) { _, a, _ in
                                    guard a.int(0) < a.int(1) else {
                                        throw Refusals.argument("Range of random number does not contain at least one possibility.")
                                    }
                                    return .int(Int32.random(in: Int32(a.int(0))..<Int32(a.int(1))))
                                },
                            ]),
                        Method("GetHexString", [.int("stringLength"), .optional("lowercase", .bool, .false)], returns: .string) { _, a, _ in
                            let digits = Array((a.bool(1) ? "0123456789abcdef" : "0123456789ABCDEF").utf8)
                            try Room.check(units: a.int(0) * 4)
                            return .text(String(decoding: random(a.int(0)).map { digits[Int($0 & 15)] }, as: UTF8.self))
                        },
                    ])
            },
        ]
            + [
                KnownType(oldRandoms) {
                    MemberTable(constructors: [Overload(returns: oldRandoms) { _, _, _ in .object(DigestObject("", key: nil, oldRandoms)) }])
                }
            ]
            + algorithms.flatMap { algorithm -> [KnownType] in
                let type = TypeInfo("System.Security.Cryptography.\(algorithm.name)", base: base, isAbstract: true)
                let keyed = TypeInfo("System.Security.Cryptography.HMAC\(algorithm.name)", base: keyedBase)
                // The names of old, which are all made alike today.
                let derived = ["Managed", "CryptoServiceProvider"].map { ending -> KnownType in
                    let old = TypeInfo("System.Security.Cryptography.\(algorithm.name)\(ending)", base: type)
                    return KnownType(old) {
                        MemberTable(constructors: [Overload(returns: old) { _, _, _ in .object(DigestObject(algorithm.name, key: nil, old)) }])
                    }
                }
                return (algorithm.name == "MD5" ? Array(derived.dropFirst()) : derived) + [
                    KnownType(type) {
                        MemberTable(
                            staticProperties: [
                                Property("HashSizeInBits", .int32, get: { _, _ in .int(algorithm.bits) }),
                                Property("HashSizeInBytes", .int32, get: { _, _ in .int(algorithm.bits / 8) }),
                            ],
                            staticMethods: [
                                Method("Create", returns: type) { _, _, _ in .object(DigestObject(algorithm.name, key: nil, type)) },
                                Method("HashData", hashing { a in try computed(a, algorithm.name, key: nil) }),
                            ])
                    },
                    KnownType(keyed) {
                        MemberTable(
                            staticMethods: [
                                Method("HashData", [.of("key", bytes), .of("source", bytes)], returns: bytes) { _, a, _ in
                                    ConvertMembers.array(try computed(given(a[1], "source"), algorithm.name, key: given(a[0], "key")))
                                }
                            ],
                            constructors: [
                                Overload(returns: keyed) { _, _, _ in .object(DigestObject(algorithm.name, key: random(algorithm.block), keyed)) },
                                Overload([.of("key", bytes)], returns: keyed) { _, a, _ in
                                    .object(DigestObject(algorithm.name, key: try given(a[0], "key"), keyed))
                                },
                            ])
                    },
                ]
            }
    }

    private static func hashing(_ body: @escaping @Sendable ([UInt8]) throws -> [UInt8]) -> [Overload] {
        [
            Overload([.of("source", bytes)], returns: bytes) { _, a, _ in ConvertMembers.array(try body(given(a[0], "source"))) },
            Overload([.of("source", StreamObject.base)], returns: bytes) { _, a, _ in ConvertMembers.array(try body(StreamObject.own(a[0]).readToEnd())) },
        ]
    }
}
