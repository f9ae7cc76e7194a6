// Rows of sixteen bytes, as Format-Hex writes them.

import Runtime

final class ByteRow: Box, @unchecked Sendable {
    let bytes: [UInt8]
    let offset: UInt64
    let path: String
    let label: String
    init(_ bytes: [UInt8], offset: UInt64, path: String, label: String) { self.bytes = bytes; self.offset = offset; self.path = path; self.label = label }
    override var type: TypeInfo { ByteRow.typeInfo }
    static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.ByteCollection", base: .object)

    static func hex(_ value: UInt64, _ width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var hexBytes: String { bytes.map { ByteRow.hex(UInt64($0), 2) }.joined(separator: " ") }
    /// Control characters stand as U+FFFD, null as a blank.
    var characters: String {
        String(
            String.UnicodeScalarView(
                bytes.map { byte in
                    if byte == 0 { return " " }
                    if byte < 32 || byte == 127 || (byte >= 128 && byte < 160) { return "\u{FFFD}" }
                    return Unicode.Scalar(byte)
                }))
    }
    override func describe(_ session: Session) throws -> String {
        func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
        return ByteRow.hex(offset, 16) + "   " + padded(hexBytes, 47) + " " + " " + padded(characters, 16)
    }

    static var known: KnownType {
        @Sendable func own(_ value: Value) -> ByteRow? { value.object as? ByteRow }
        return KnownType(typeInfo) {
            MemberTable(properties: [
                Property("Offset64", .uint64, get: { t, _ in .ulong(own(t)?.offset ?? 0) }),
                Property("Offset", .uint32, get: { t, _ in .uint(UInt32(truncatingIfNeeded: own(t)?.offset ?? 0)) }),
                Property("Bytes", TypeInfo.byte.arrayType(), get: { t, _ in .object(ArrayObject(own(t)?.bytes.map { .byte($0) } ?? [], elementType: .byte)) }),
                Property("Path", .string, get: { t, _ in .text(own(t)?.path ?? "") }),
                Property("HexOffset", .string, get: { t, _ in .text(hex(own(t)?.offset ?? 0, 16)) }),
                Property("HexBytes", .string, get: { t, _ in .text(own(t)?.hexBytes ?? "") }),
                Property("Ascii", .string, get: { t, _ in .text(own(t)?.characters ?? "") }),
                Property("Label", .string, get: { t, _ in .text(own(t)?.label ?? "") }),
            ])
        }
    }
}
