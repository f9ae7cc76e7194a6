// Symmetric ciphers: `Aes` and `TripleDES` under all their names, the transforms they make, `CryptoStream`, and keys made from passwords.

import Runtime
import Scalars

/// A cipher with its key, first block, mode and padding.
final class CipherObject: Box, @unchecked Sendable {
    /// The two families: block length in bytes, allowed lengths of keys, OpenSSL's name for a length of key.
    struct Family: Sendable {
        let name: String, block: Int, keys: [Int], standardKey: Int
        let library: @Sendable (Int) -> String
        static let aes = Family(name: "Aes", block: 16, keys: [16, 24, 32], standardKey: 32) { "aes-\($0 * 8)" }
        static let triple = Family(name: "TripleDES", block: 8, keys: [16, 24], standardKey: 24) { $0 == 16 ? "des-ede" : "des-ede3" }
    }
    enum Padding: Int64, Sendable { case none = 1, pkcs7, zeros, ansi, iso }

    fileprivate let family: Family
    private var key: [UInt8]?
    private var firstBlock: [UInt8]?
    private var keyLength: Int
    private var mode: Int64 = 1
    private var padding = Padding.pkcs7
    private let ownType: TypeInfo
    init(_ family: Family, _ type: TypeInfo) {
        self.family = family
        keyLength = family.standardKey
        ownType = type
    }
    override var type: TypeInfo { ownType }

    private static let bytes = TypeInfo.byte.arrayType()
    private static let base = TypeInfo("System.Security.Cryptography.SymmetricAlgorithm", base: .object, interfaces: [.iDisposable], isAbstract: true)
    private static let modes = TypeInfo.enumeration(
        "System.Security.Cryptography.CipherMode", EnumerationInfo([("CBC", 1), ("ECB", 2), ("OFB", 3), ("CFB", 4), ("CTS", 5)]))
    private static let paddings = TypeInfo.enumeration(
        "System.Security.Cryptography.PaddingMode", EnumerationInfo([("None", 1), ("PKCS7", 2), ("Zeros", 3), ("ANSIX923", 4), ("ISO10126", 5)]))

    static func refusal(_ message: String) -> MethodFailure { MethodFailure("System.Security.Cryptography.CryptographicException", message) }
    private static func own(_ value: Value) throws -> CipherObject {
        guard let cipher = value.object as? CipherObject else { throw Refusals.null("this") }
        return cipher
    }
    private var currentKey: [UInt8] {
        if let key { return key }
        let made = DigestObject.random(keyLength)
        key = made
        return made
    }
    private var currentFirstBlock: [UInt8] {
        if let firstBlock { return firstBlock }
        let made = DigestObject.random(family.block)
        firstBlock = made
        return made
    }
    private func checked(key new: [UInt8]) throws -> [UInt8] {
        guard family.keys.contains(new.count) else { throw CipherObject.refusal("Specified key is not a valid size for this algorithm.") }
        return new
    }
    private func transform(_ encrypts: Bool, key: [UInt8], firstBlock: [UInt8]?) throws -> TransformObject {
        let key = try checked(key: key)
        if mode != 2, firstBlock?.count != family.block {
            throw Refusals.argument("Specified initialization vector (IV) does not match the block size for this algorithm. (Parameter 'rgbIV')")
        }
        guard mode == 1 || mode == 2 else { throw CipherObject.refusal("Specified cipher mode is not valid for this algorithm.") }
        return TransformObject(
            name: family.library(key.count) + (mode == 1 ? "-cbc" : "-ecb"), block: family.block, key: key, firstBlock: mode == 1 ? firstBlock : nil, padding,
            encrypts)
    }
    private func whole(_ input: [UInt8], mode: Int64, firstBlock: [UInt8]?, _ padding: Padding, encrypts: Bool) throws -> Value {
        let saved = (self.mode, self.padding)
        (self.mode, self.padding) = (mode, padding)
        defer { (self.mode, self.padding) = saved }
        return ConvertMembers.array(try transform(encrypts, key: currentKey, firstBlock: firstBlock).finish(input))
    }

    private static func array(
        _ name: String, _ read: @escaping @Sendable (CipherObject) -> [UInt8], _ write: @escaping @Sendable (CipherObject, [UInt8]) throws -> Void
    )
        -> Property
    {
        Property(
            name, bytes, get: { t, _ in ConvertMembers.array(read(try own(t))) },
            set: { t, value, _ in
                if value.isNull { throw Refusals.null("value") }
                try write(own(t), ConvertMembers.bytes(value))
            })
    }
    private static func making(_ name: String, encrypts: Bool) -> Method {
        Method(
            name,
            [
                Overload(returns: TransformObject.typeInfo) { t, _, _ in
                    let cipher = try own(t)
                    return .object(try cipher.transform(encrypts, key: cipher.currentKey, firstBlock: cipher.currentFirstBlock))
                },
                Overload([.of("rgbKey", bytes), .of("rgbIV", bytes)], returns: TransformObject.typeInfo) { t, a, _ in
                    if a[0].isNull { throw Refusals.null("rgbKey") }
                    return .object(
                        try own(t).transform(encrypts, key: ConvertMembers.bytes(a[0]), firstBlock: a[1].isNull ? nil : ConvertMembers.bytes(a[1])))
                },
            ])
    }
    /// `EncryptCbc`, `DecryptEcb` and their like: all at once.
    private static func atOnce(_ name: String, mode: Int64, encrypts: Bool) -> Method {
        let input = OverloadParameter.of(encrypts ? "plaintext" : "ciphertext", bytes), padding = OverloadParameter.of("paddingMode", paddings)
        if mode == 2 {
            return Method(name, [input, padding], returns: bytes) { t, a, _ in
                try own(t).whole(ConvertMembers.bytes(a[0]), mode: mode, firstBlock: nil, Padding(rawValue: a.enumeration(1)) ?? .pkcs7, encrypts: encrypts)
            }
        }
        return Method(
            name, [input, .of("iv", bytes), .optional("paddingMode", paddings, .object(EnumerationObject(paddings, 2)))], returns: bytes
        ) { t, a, _ in
            try own(t).whole(
                ConvertMembers.bytes(a[0]), mode: mode, firstBlock: ConvertMembers.bytes(a[1]), Padding(rawValue: a.enumeration(2)) ?? .pkcs7,
                encrypts: encrypts)
        }
    }
    private static func action(_ name: String, _ body: @escaping @Sendable (CipherObject) -> Void) -> Method {
        Method(name) { t, _, _ in
            body(try own(t))
            return .nothing
        }
    }

    private static let root = KnownType(base) {
        MemberTable(
            properties: [
                array("Key", { $0.currentKey }) { cipher, new in
                    cipher.key = try cipher.checked(key: new)
                    cipher.keyLength = new.count
                },
                array("IV", { $0.currentFirstBlock }) { cipher, new in
                    guard new.count == cipher.family.block else {
                        throw refusal("Specified initialization vector (IV) does not match the block size for this algorithm.")
                    }
                    cipher.firstBlock = new
                },
                Property(
                    "KeySize", .int32, get: { t, _ in .int(Int32(try own(t).keyLength * 8)) },
                    set: { t, value, _ in
                        let cipher = try own(t), bits = Int(value.asInt64 ?? 0)
                        guard cipher.family.keys.contains(bits / 8), bits % 8 == 0 else {
                            throw refusal("Specified key is not a valid size for this algorithm.")
                        }
                        cipher.keyLength = bits / 8
                        cipher.key = nil
                    }),
                Property(
                    "BlockSize", .int32, get: { t, _ in .int(Int32(try own(t).family.block * 8)) },
                    set: { t, value, _ in
                        if try Int(value.asInt64 ?? 0) != own(t).family.block * 8 { throw refusal("Specified block size is not valid for this algorithm.") }
                    }),
                Property(
                    "FeedbackSize", .int32, get: { _, _ in 8 },
                    set: { _, value, _ in
                        let bits = value.asInt64 ?? 0
                        if bits % 8 != 0 || bits < 8 || bits > 128 { throw refusal("Specified feedback size is not valid for this algorithm.") }
                    }),
                Property(
                    "Mode", modes, get: { t, _ in .object(EnumerationObject(modes, try own(t).mode)) },
                    set: { t, value, session in try own(t).mode = session.convert(value, to: modes).asEnumeration?.rawValue ?? 1 }),
                Property(
                    "Padding", paddings, get: { t, _ in .object(EnumerationObject(paddings, try own(t).padding.rawValue)) },
                    set: { t, value, session in
                        try own(t).padding = Padding(rawValue: session.convert(value, to: paddings).asEnumeration?.rawValue ?? 2) ?? .pkcs7
                    }),
            ],
            methods: [
                action("GenerateKey") { $0.key = DigestObject.random($0.keyLength) },
                action("GenerateIV") { $0.firstBlock = DigestObject.random($0.family.block) },
                making("CreateEncryptor", encrypts: true), making("CreateDecryptor", encrypts: false), atOnce("EncryptCbc", mode: 1, encrypts: true),
                atOnce("DecryptCbc", mode: 1, encrypts: false), atOnce("EncryptEcb", mode: 2, encrypts: true), atOnce("DecryptEcb", mode: 2, encrypts: false),
                Method("ValidKeySize", [.int("bitLength")], returns: .bool) { t, a, _ in
                    .bool(try own(t).family.keys.contains(a.int(0) / 8) && a.int(0) % 8 == 0)
                },
                action("Clear") { $0.key = nil }, action("Dispose") { $0.key = nil },
            ])
    }

    private static func known(_ family: Family, _ derived: [String]) -> [KnownType] {
        let own = TypeInfo("System.Security.Cryptography.\(family.name)", base: base, isAbstract: true)
        return [
            KnownType(own) {
                MemberTable(staticMethods: [Method("Create", returns: own) { _, _, _ in .object(CipherObject(family, own)) }])
            }
        ]
            + derived.map { name in
                let type = TypeInfo("System.Security.Cryptography.\(name)", base: own)
                return KnownType(type) {
                    MemberTable(constructors: [Overload(returns: type) { _, _, _ in .object(CipherObject(family, type)) }])
                }
            }
    }

    static let types: [KnownType] =
        [root, KnownType(modes), KnownType(paddings), TransformObject.known] + known(.aes, ["AesManaged", "AesCryptoServiceProvider", "RijndaelManaged"])
        + known(.triple, ["TripleDESCryptoServiceProvider"]) + CryptoStreamObject.known + PasswordKeyObject.types
}

/// `ICryptoTransform`: encrypts or decrypts with what the cipher was set to when it was made.
final class TransformObject: Box, @unchecked Sendable {
    private let name: String, block: Int, key: [UInt8], firstBlock: [UInt8]?, padding: CipherObject.Padding, encrypts: Bool
    /// What `TransformBlock` was given so far, and how much of the result it has handed out.
    private var waiting: [UInt8] = [], handedOut = 0
    init(name: String, block: Int, key: [UInt8], firstBlock: [UInt8]?, _ padding: CipherObject.Padding, _ encrypts: Bool) {
        self.name = name
        self.block = block
        self.key = key
        self.firstBlock = firstBlock
        self.padding = padding
        self.encrypts = encrypts
    }
    override var type: TypeInfo { TransformObject.typeInfo }
    static let interface = TypeInfo("System.Security.Cryptography.ICryptoTransform", interfaces: [.iDisposable], isInterface: true)
    static let typeInfo = TypeInfo("System.Security.Cryptography.UniversalCryptoTransform", base: .object, interfaces: [interface, .iDisposable])
    private static let bytes = TypeInfo.byte.arrayType()

    private func run(_ input: [UInt8]) throws -> [UInt8] {
        guard let library = CipherLibrary.loaded else {
            throw MethodFailure("System.PlatformNotSupportedException", "Ciphers need the library libcrypto.so.3 of OpenSSL, which is not installed.")
        }
        guard input.count % block == 0 else { throw CipherObject.refusal("The input data is not a complete block.") }
        guard let output = library.blocks(input, cipher: name, key: key, firstBlock: firstBlock, encrypts: encrypts) else {
            throw CipherObject.refusal("OpenSSL on this system does not offer \(name).")
        }
        return output
    }

    /// The whole result of what came before and this last part.
    func finish(_ last: [UInt8]) throws -> [UInt8] {
        let input = waiting + last, skipped = handedOut
        waiting = []
        handedOut = 0
        return Array(try (encrypts ? run(padded(input)) : unpadded(run(input))).dropFirst(skipped))
    }

    private func padded(_ input: [UInt8]) throws -> [UInt8] {
        let missing = block - input.count % block
        switch padding {
        case .none:
            guard missing == block else {
                throw CipherObject.refusal("The input data is not a complete block.")
            }
            return input
        case .zeros: return missing == block ? input : input + [UInt8](repeating: 0, count: missing)
        case .pkcs7: return input + [UInt8](repeating: UInt8(missing), count: missing)
        case .ansi: return input + [UInt8](repeating: 0, count: missing - 1) + [UInt8(missing)]
        case .iso: return input + DigestObject.random(missing - 1) + [UInt8(missing)]
        }
    }

    private func unpadded(_ output: [UInt8]) throws -> [UInt8] {
        if padding == .none || padding == .zeros || output.isEmpty { return output }
        let count = Int(output.last ?? 0), tail = output.suffix(count).dropLast()
        let isRight = padding == .pkcs7 ? tail.allSatisfy { Int($0) == count } : padding == .ansi ? tail.allSatisfy { $0 == 0 } : true
        guard count >= 1, count <= block, isRight else { throw CipherObject.refusal("Padding is invalid and cannot be removed.") }
        return Array(output.dropLast(count))
    }

    /// Takes whole blocks and gives what is ready: a decryption keeps the last block back, it may be padding.
    private func take(_ input: [UInt8]) throws -> [UInt8] {
        waiting += input
        let ready = waiting.count / block * block - (encrypts || padding == .none || padding == .zeros ? 0 : block)
        guard ready > handedOut else { return [] }
        let part = try Array(run(Array(waiting.prefix(ready))).dropFirst(handedOut))
        handedOut = ready
        return part
    }

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) throws -> TransformObject {
            guard let transform = value.object as? TransformObject else { throw Refusals.null("this") }
            return transform
        }
        @Sendable func part(_ a: [Value]) throws -> [UInt8] {
            if a[0].isNull { throw Refusals.null("inputBuffer") }
            return Array(try ConvertMembers.bytes(a[0]).part(a.int(1), a.int(2)))
        }
        let input: [OverloadParameter] = [.of("inputBuffer", bytes), .int("inputOffset"), .int("inputCount")]
        return MemberTable(
            properties: [
                Property("CanReuseTransform", .bool, get: { _, _ in true }), Property("CanTransformMultipleBlocks", .bool, get: { _, _ in true }),
                Property("InputBlockSize", .int32, get: { t, _ in .int(Int32(try own(t).block)) }),
                Property("OutputBlockSize", .int32, get: { t, _ in .int(Int32(try own(t).block)) }),
            ],
            methods: [
                Method("TransformFinalBlock", input, returns: bytes) { t, a, _ in ConvertMembers.array(try own(t).finish(part(a))) },
                Method("TransformBlock", input + [.of("outputBuffer", bytes), .int("outputOffset")], returns: .int32) { t, a, _ in
                    let made = try own(t).take(part(a))
                    try a[3].asArray?.overwrite(from: a.int(4), with: made.map { .byte($0) })
                    return .int(Int32(made.count))
                }, Method("Dispose") { _, _, _ in .nothing },
            ])
    }
}

/// `CryptoStream`: what is written is transformed on its way into another stream, what is read on its way out of one.
final class CryptoStreamObject: StreamObject, @unchecked Sendable {
    private let inner: StreamObject
    private let transform: TransformObject
    private let isReading: Bool
    private let leavesOpen: Bool
    private var written: [UInt8] = []
    private var plain: [UInt8]?
    private var isFlushed = false
    init(_ inner: StreamObject, _ transform: TransformObject, isReading: Bool, leavesOpen: Bool) {
        self.inner = inner
        self.transform = transform
        self.isReading = isReading
        self.leavesOpen = leavesOpen
    }
    override var type: TypeInfo { CryptoStreamObject.typeInfo }
    static let typeInfo = TypeInfo("System.Security.Cryptography.CryptoStream", base: base)
    private static let directions = TypeInfo.names("System.Security.Cryptography.CryptoStreamMode", ["Read", "Write"])

    override var canRead: Bool { isReading }
    override var canWrite: Bool { !isReading }
    /// All that can be read, once it has been read.
    override var length: Int { plain?.count ?? Int.max }
    override func read(_ count: Int) throws -> [UInt8] {
        guard isReading else { throw MethodFailure("System.NotSupportedException", "Stream does not support reading.") }
        let all = try plain ?? transform.finish(inner.readToEnd())
        plain = all
        let part = Array(all.dropFirst(place).prefix(count))
        place += part.count
        return part
    }
    override func write(_ bytes: [UInt8]) throws {
        if isReading { throw MethodFailure("System.NotSupportedException", "Stream does not support writing.") }
        written += bytes
    }
    fileprivate func flush() throws {
        if isFlushed {
            throw MethodFailure("System.NotSupportedException", "FlushFinalBlock() method was called twice on a CryptoStream. It can only be called once.")
        }
        isFlushed = true
        if !isReading { try inner.write(transform.finish(written)) }
    }
    override func close() {
        if isClosed { return }
        super.close()
        // A stream that is closed cannot say what was wrong with the last block; `FlushFinalBlock` does.
        if !isFlushed, !isReading { try? flush() }
        if !leavesOpen { inner.close() }
    }

    static let known: [KnownType] = [
        KnownType(directions),
        KnownType(typeInfo) {
            let arguments: [OverloadParameter] = [.of("stream", base), .of("transform", TransformObject.interface), .of("mode", directions)]
            @Sendable func make(_ a: [Value]) throws -> Value {
                guard let transform = a[1].object as? TransformObject else { throw Refusals.null("transform") }
                return .object(
                    CryptoStreamObject(try StreamObject.own(a[0]), transform, isReading: a.enumeration(2) == 0, leavesOpen: a.count > 3 && a.bool(3)))
            }
            return MemberTable(
                properties: [Property("HasFlushedFinalBlock", .bool, get: { t, _ in .bool((t.object as? CryptoStreamObject)?.isFlushed ?? false) })],
                methods: [
                    Method("FlushFinalBlock") { t, _, _ in
                        try (t.object as? CryptoStreamObject)?.flush()
                        return .nothing
                    }
                ],
                constructors: [
                    Overload(arguments, returns: typeInfo) { _, a, _ in try make(a) },
                    Overload(arguments + [.bool("leaveOpen")], returns: typeInfo) { _, a, _ in try make(a) },
                ])
        },
    ]
}

/// `Rfc2898DeriveBytes`: PBKDF2, handed out piece by piece.
final class PasswordKeyObject: Box, @unchecked Sendable {
    private let password: [UInt8], digest: String
    private var salt: [UInt8], rounds: Int, handedOut = 0
    init(_ password: [UInt8], _ salt: [UInt8], _ rounds: Int, _ digest: String) {
        self.password = password
        self.salt = salt
        self.rounds = rounds
        self.digest = digest
    }
    override var type: TypeInfo { PasswordKeyObject.typeInfo }
    static let typeInfo = TypeInfo("System.Security.Cryptography.Rfc2898DeriveBytes", base: .object, interfaces: [.iDisposable])
    private static let bytes = TypeInfo.byte.arrayType()

    private static func derive(_ password: [UInt8], _ salt: [UInt8], _ rounds: Int, _ digest: String, _ count: Int) throws -> [UInt8] {
        guard rounds > 0 else { throw Refusals.outOfRange("iterations", "Positive number required.") }
        guard let library = CipherLibrary.loaded, let key = library.key(password, salt: salt, rounds: rounds, digest: digest, count: count) else {
            throw MethodFailure(
                "System.PlatformNotSupportedException", "Keys from passwords need the library libcrypto.so.3 of OpenSSL, which is not installed.")
        }
        return key
    }
    private func next(_ count: Int) throws -> [UInt8] {
        guard count > 0 else { throw Refusals.outOfRange("cb", "Positive number required.") }
        try Room.check(bytes: count)
        let all = try PasswordKeyObject.derive(password, salt, rounds, digest, handedOut + count)
        handedOut += count
        return Array(all.suffix(count))
    }
    private static func own(_ value: Value) throws -> PasswordKeyObject {
        guard let key = value.object as? PasswordKeyObject else { throw Refusals.null("this") }
        return key
    }
    private static func octets(_ value: Value) -> [UInt8] { value.asString.map { Array($0.utf8) } ?? ConvertMembers.bytes(value) }

    static let types: [KnownType] = [
        HashNameObject.known,
        KnownType(typeInfo) {
            /// The password as text or bytes, the salt as bytes or a length, and what may follow.
            func constructor(_ password: TypeInfo, _ salt: OverloadParameter, _ more: [OverloadParameter]) -> Overload {
                Overload([.of("password", password), salt] + more, returns: typeInfo) { _, a, _ in
                    if a[0].isNull { throw Refusals.null("password") }
                    if a[1].isNull { throw Refusals.null("salt") }
                    let salt = salt.type.code == .int32 ? DigestObject.random(a.int(1)) : ConvertMembers.bytes(a[1])
                    let name = a.count > 3 ? HashNameObject.name(a[3]) : "SHA1"
                    return .object(PasswordKeyObject(octets(a[0]), salt, a.count > 2 ? a.int(2) : 1000, name))
                }
            }
            let name = OverloadParameter.of("hashAlgorithm", HashNameObject.typeInfo), rounds = OverloadParameter.int("iterations")
            let constructors = [TypeInfo.string, bytes].flatMap { password in
                [OverloadParameter.of("salt", bytes), .int("saltSize")].flatMap { salt in
                    [[], [rounds], [rounds, name]].map { constructor(password, salt, $0) }
                }
            }
            func statics(_ password: TypeInfo) -> Overload {
                Overload([.of("password", password), .of("salt", bytes), rounds, name, .int("outputLength")], returns: bytes) { _, a, _ in
                    ConvertMembers.array(try derive(octets(a[0]), ConvertMembers.bytes(a[1]), a.int(2), HashNameObject.name(a[3]), a.int(4)))
                }
            }
            return MemberTable(
                properties: [
                    Property(
                        "Salt", bytes, get: { t, _ in ConvertMembers.array(try own(t).salt) },
                        set: { t, value, _ in
                            try own(t).salt = ConvertMembers.bytes(value)
                            try own(t).handedOut = 0
                        }),
                    Property(
                        "IterationCount", .int32, get: { t, _ in .int(Int32(try own(t).rounds)) },
                        set: { t, value, _ in
                            try own(t).rounds = Int(value.asInt64 ?? 0)
                            try own(t).handedOut = 0
                        }),
                    Property("HashAlgorithm", HashNameObject.typeInfo, get: { t, _ in .object(HashNameObject(try own(t).digest)) }),
                ],
                methods: [
                    Method("GetBytes", [.int("cb")], returns: bytes) { t, a, _ in ConvertMembers.array(try own(t).next(a.int(0))) },
                    Method("Reset") { t, _, _ in
                        try own(t).handedOut = 0
                        return .nothing
                    }, Method("Dispose") { _, _, _ in .nothing },
                ], staticMethods: [Method("Pbkdf2", [statics(.string), statics(bytes)])], constructors: constructors)
        },
    ]
}

/// `HashAlgorithmName`.
final class HashNameObject: Box, @unchecked Sendable {
    private let name: String
    init(_ name: String) { self.name = name }
    override var type: TypeInfo { HashNameObject.typeInfo }
    override func describe(_ session: Session) throws -> String { name }
    override func isEqual(to other: Object) -> Bool { (other as? HashNameObject)?.name == name }
    override var equalityHash: Int { name.hashValue }
    static let typeInfo = TypeInfo("System.Security.Cryptography.HashAlgorithmName", base: .valueType, isValueType: true)
    static func name(_ value: Value) -> String { (value.object as? HashNameObject)?.name ?? "SHA1" }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [Property("Name", .string, get: { t, _ in .text(name(t)) })],
            staticProperties: ["MD5", "SHA1", "SHA256", "SHA384", "SHA512"].map { name in
                Property(name, typeInfo, get: { _, _ in .object(HashNameObject(name)) })
            },
            constructors: [Overload([.text("name")], returns: typeInfo) { _, a, _ in .object(HashNameObject(a.text(0))) }],
            convert: { value, _ in value.asString.map { .object(HashNameObject($0)) } })
    }
}
