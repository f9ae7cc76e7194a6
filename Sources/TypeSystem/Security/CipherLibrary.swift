// AES as `ConvertFrom-SecureString -Key` writes it: OpenSSL's, found when a script first asks for it.

import Glibc

/// The functions of libcrypto that ciphers need.
public struct CipherLibrary: @unchecked Sendable {
    private typealias Named = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
    private typealias Make = @convention(c) () -> OpaquePointer?
    private typealias Free = @convention(c) (OpaquePointer?) -> Void
    private typealias Begin =
        @convention(c) (OpaquePointer?, OpaquePointer?, OpaquePointer?, UnsafePointer<UInt8>?, UnsafePointer<UInt8>?, Int32) -> Int32
    private typealias Update = @convention(c) (OpaquePointer?, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<Int32>, UnsafePointer<UInt8>?, Int32) -> Int32
    private typealias Finish = @convention(c) (OpaquePointer?, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<Int32>) -> Int32
    private let named: Named
    private let make: Make
    private let free: Free
    private let begin: Begin
    private let update: Update
    private typealias Pad = @convention(c) (OpaquePointer?, Int32) -> Int32
    private typealias Derive =
        @convention(c) (
            UnsafePointer<UInt8>?, Int32, UnsafePointer<UInt8>?, Int32, Int32, OpaquePointer?, Int32, UnsafeMutablePointer<UInt8>
        ) -> Int32
    private let finish: Finish
    private let pad: Pad
    private let digestNamed: Named
    private let derive: Derive

    /// nil where the library is not installed.
    public static let loaded: CipherLibrary? = CipherLibrary()

    private init?() {
        guard let library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL) else { return nil }
        func find<T>(_ name: String, _ type: T.Type) -> T? { dlsym(library, name).map { unsafeBitCast($0, to: type) } }
        guard let named = find("EVP_get_cipherbyname", Named.self), let make = find("EVP_CIPHER_CTX_new", Make.self),
            let free = find("EVP_CIPHER_CTX_free", Free.self), let begin = find("EVP_CipherInit_ex", Begin.self),
            let update = find("EVP_CipherUpdate", Update.self), let finish = find("EVP_CipherFinal_ex", Finish.self),
            let pad = find("EVP_CIPHER_CTX_set_padding", Pad.self), let digestNamed = find("EVP_get_digestbyname", Named.self),
            let derive = find("PKCS5_PBKDF2_HMAC", Derive.self)
        else { return nil }
        self.named = named
        self.make = make
        self.free = free
        self.begin = begin
        self.update = update
        self.finish = finish
        self.pad = pad
        self.digestNamed = digestNamed
        self.derive = derive
    }

    /// AES in CBC mode with PKCS 7 padding; the key has 16, 24 or 32 bytes, the first block 16.
    /// - Returns: nil for a key of another length, or for bytes that the key did not make.
    public func aes(_ bytes: [UInt8], key: [UInt8], firstBlock: [UInt8], encrypts: Bool) -> [UInt8]? {
        guard [16, 24, 32].contains(key.count), firstBlock.count == 16, let cipher = named("aes-\(key.count * 8)-cbc"), let context = make() else { return nil }
        defer { free(context) }
        guard begin(context, cipher, nil, key, firstBlock, encrypts ? 1 : 0) == 1 else { return nil }
        var output = [UInt8](repeating: 0, count: bytes.count + 32)
        var length: Int32 = 0
        var rest: Int32 = 0
        let done = output.withUnsafeMutableBufferPointer { room -> Bool in
            guard let start = room.baseAddress, update(context, start, &length, bytes, Int32(bytes.count)) == 1 else { return false }
            return finish(context, start + Int(length), &rest) == 1
        }
        return done ? Array(output.prefix(Int(length + rest))) : nil
    }

    /// Whole blocks, without padding.
    /// - Parameter cipher: OpenSSL's name with the mode, such as `aes-256-cbc`.
    /// - Returns: nil where the library does not know the cipher.
    func blocks(_ bytes: [UInt8], cipher name: String, key: [UInt8], firstBlock: [UInt8]?, encrypts: Bool) -> [UInt8]? {
        // The triple cipher without a chain has a name of its own.
        let own = name == "des-ede3-ecb" ? "des-ede3" : name == "des-ede-ecb" ? "des-ede" : name
        guard let cipher = named(own), let context = make() else { return nil }
        defer { free(context) }
        guard begin(context, cipher, nil, key, firstBlock, encrypts ? 1 : 0) == 1, pad(context, 0) == 1 else { return nil }
        var output = [UInt8](repeating: 0, count: bytes.count + 32)
        var length: Int32 = 0
        var rest: Int32 = 0
        let done = output.withUnsafeMutableBufferPointer { room -> Bool in
            guard let start = room.baseAddress, update(context, start, &length, bytes, Int32(bytes.count)) == 1 else { return false }
            return finish(context, start + Int(length), &rest) == 1
        }
        return done ? Array(output.prefix(Int(length + rest))) : nil
    }

    /// A key of so many bytes from a password: PBKDF2.
    func key(_ password: [UInt8], salt: [UInt8], rounds: Int, digest: String, count: Int) -> [UInt8]? {
        guard let kind = digestNamed(digest) else { return nil }
        var output = [UInt8](repeating: 0, count: count)
        return derive(password, Int32(password.count), salt, Int32(salt.count), Int32(truncatingIfNeeded: rounds), kind, Int32(count), &output) == 1
            ? output : nil
    }
}
