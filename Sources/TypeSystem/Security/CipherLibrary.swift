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
    private let finish: Finish

    /// nil where the library is not installed.
    public static let loaded: CipherLibrary? = CipherLibrary()

    private init?() {
        guard let library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL) else { return nil }
        func find<T>(_ name: String, _ type: T.Type) -> T? { dlsym(library, name).map { unsafeBitCast($0, to: type) } }
        guard let named = find("EVP_get_cipherbyname", Named.self), let make = find("EVP_CIPHER_CTX_new", Make.self),
            let free = find("EVP_CIPHER_CTX_free", Free.self), let begin = find("EVP_CipherInit_ex", Begin.self),
            let update = find("EVP_CipherUpdate", Update.self), let finish = find("EVP_CipherFinal_ex", Finish.self)
        else { return nil }
        self.named = named
        self.make = make
        self.free = free
        self.begin = begin
        self.update = update
        self.finish = finish
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
}
