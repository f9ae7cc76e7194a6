// Secrets as text: hexadecimal digits, enciphered where a key is given.

import Runtime
import Scalars
import TypeSystem

enum SecretText {
    /// What begins a secret enciphered with a key.
    private static let mark = "76492d1116743f0423413b16050a5345"

    static func hex(_ text: String) -> String { text.utf16.map { hex([UInt8($0 & 0xFF), UInt8($0 >> 8)]) }.joined() }
    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { byte in byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16) }.joined()
    }
    private static func bytes(_ hex: Substring) -> [UInt8]? {
        let digits = Array(hex.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var result: [UInt8] = []
        for i in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[i...(i + 1)], as: UTF8.self), radix: 16) else { return nil }
            result.append(byte)
        }
        return result
    }
    private static func text(_ bytes: [UInt8]) -> String? {
        guard bytes.count % 2 == 0 else { return nil }
        return String(decoding: stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }, as: UTF16.self)
    }

    /// The text of a secret written without a key.
    static func plain(_ hex: String) -> String? { bytes(hex[...]).flatMap(text) }

    static func enciphered(_ text: String, key: [UInt8]) -> String? {
        let first = (0..<16).map { _ in UInt8.random(in: 0...255) }
        let source = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        guard let cipher = CipherLibrary.loaded?.aes(source, key: key, firstBlock: first, encrypts: true) else { return nil }
        let body = "2|\(Base64.encode(first))|\(hex(cipher))"
        return mark + Base64.encode(body.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }

    static func deciphered(_ secret: String, key: [UInt8]) -> String? {
        guard secret.hasPrefix(mark), let body = Base64.decode(String(secret.dropFirst(mark.count))).flatMap(text) else { return nil }
        let parts = body.split(separator: "|")
        guard parts.count == 3, parts[0] == "2", let first = Base64.decode(String(parts[1])), let cipher = bytes(parts[2]) else { return nil }
        return CipherLibrary.loaded?.aes(cipher, key: key, firstBlock: first, encrypts: false).flatMap(text)
    }

    /// A key's bytes from a secret: those of its text.
    static func key(_ secret: SecretObject) -> [UInt8] { secret.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
}
