// Streams of bytes: in memory and in files; and `BinaryReader` and `BinaryWriter` over them.

import Glibc
import Runtime
import Scalars

/// A stream that is read, written and moved about in.
class StreamObject: Box, @unchecked Sendable {
    static let base = TypeInfo("System.IO.Stream", base: .object, interfaces: [.iDisposable], isAbstract: true)
    static let file = TypeInfo("System.IO.FileStream", base: base)
    static let modes = TypeInfo.enumeration(
        "System.IO.FileMode", EnumerationInfo([("CreateNew", 1), ("Create", 2), ("Open", 3), ("OpenOrCreate", 4), ("Truncate", 5), ("Append", 6)]))
    static let access = TypeInfo.enumeration("System.IO.FileAccess", EnumerationInfo([("Read", 1), ("Write", 2), ("ReadWrite", 3)], isFlags: true))
    static let share = TypeInfo.enumeration(
        "System.IO.FileShare", EnumerationInfo([("None", 0), ("Read", 1), ("Write", 2), ("ReadWrite", 3), ("Delete", 4), ("Inheritable", 16)], isFlags: true))
    static let origins = TypeInfo.names("System.IO.SeekOrigin", ["Begin", "Current", "End"])

    var place = 0
    var isClosed = false
    var length: Int { 0 }
    var canRead: Bool { true }
    var canWrite: Bool { true }
    func read(_ count: Int) throws -> [UInt8] { [] }
    func write(_ bytes: [UInt8]) throws {}
    func setLength(_ length: Int) throws {}
    func close() { isClosed = true }

    final func readToEnd() throws -> [UInt8] { try read(max(0, length - place)) }

    static func own(_ value: Value) throws -> StreamObject {
        guard let stream = value.object as? StreamObject else { throw Refusals.null("stream") }
        return stream
    }
    /// - Throws: `ObjectDisposedException` once the stream is closed.
    private static func open(_ value: Value) throws -> StreamObject {
        let stream = try own(value)
        if stream.isClosed {
            throw MethodFailure(
                "System.ObjectDisposedException", stream is FileStreamObject ? "Cannot access a closed file." : "Cannot access a closed Stream.")
        }
        return stream
    }
    private static func part(_ a: [Value]) throws -> [UInt8] {
        let all = ConvertMembers.bytes(a[0])
        guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) + a.int(2) <= all.count else {
            throw Refusals.argument(
                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
            )
        }
        return Array(all[a.int(1)..<a.int(1) + a.int(2)])
    }

    /// The ways `File.Open` and `FileStream` take their arguments.
    static func opening(_ name: String) -> [Overload] {
        let path = OverloadParameter.text(name), mode = OverloadParameter.of("mode", modes), rights = OverloadParameter.of("access", access)
        @Sendable func make(_ a: [Value], _ access: Int64, _ session: Session) throws -> Value {
            .object(try FileStreamObject(try Disk.path(a[0], session), mode: a.enumeration(1), access: access))
        }
        return [
            Overload([path, mode], returns: file) { _, a, session in try make(a, a.enumeration(1) == 6 ? 2 : 3, session) },
            Overload([path, mode, rights], returns: file) { _, a, session in try make(a, a.enumeration(2), session) },
            Overload([path, mode, rights, .of("share", share)], returns: file) { _, a, session in try make(a, a.enumeration(2), session) },
        ]
    }

    private static func action(_ name: String, _ body: @escaping @Sendable (StreamObject) -> Void) -> Method {
        Method(name) { t, _, _ in
            body(try own(t))
            return .nothing
        }
    }

    static let types: [KnownType] = [
        KnownType(base) {
            MemberTable(
                properties: [
                    Property("CanRead", .bool, get: { t, _ in .bool(try !own(t).isClosed && own(t).canRead) }),
                    Property("CanSeek", .bool, get: { t, _ in .bool(try !own(t).isClosed) }),
                    Property("CanTimeout", .bool, get: { _, _ in false }),
                    Property("CanWrite", .bool, get: { t, _ in .bool(try !own(t).isClosed && own(t).canWrite) }),
                    Property("Length", .int64, get: { t, _ in .long(Int64(try open(t).length)) }),
                    Property(
                        "Position", .int64, get: { t, _ in .long(Int64(try open(t).place)) },
                        set: { t, value, _ in
                            guard let place = value.asInt64, place >= 0 else { throw Refusals.outOfRange("value", "Non-negative number required.") }
                            try open(t).place = Int(place)
                        }),
                ],
                methods: [
                    Method(
                        "Write",
                        [
                            Overload([.of("buffer", TypeInfo.byte.arrayType()), .int("offset"), .int("count")]) { t, a, _ in
                                try open(t).write(part(a))
                                return .nothing
                            },
                            Overload([.of("buffer", TypeInfo.byte.arrayType())]) { t, a, _ in
                                try open(t).write(ConvertMembers.bytes(a[0]))
                                return .nothing
                            },
                        ]),
                    Method("WriteByte", [.of("value", .byte)]) { t, a, _ in
                        try open(t).write([UInt8(truncatingIfNeeded: a.int(0))])
                        return .nothing
                    },
                    Method("Read", [.of("buffer", TypeInfo.byte.arrayType()), .int("offset"), .int("count")], returns: .int32) { t, a, _ in
                        _ = try part(a)
                        let read = try open(t).read(a.int(2))
                        for (i, byte) in read.enumerated() { a[0].asArray?.elements[a.int(1) + i] = .byte(byte) }
                        return .int(Int32(read.count))
                    },
                    Method("ReadByte", returns: .int32) { t, _, _ in .int(try open(t).read(1).first.map { Int32($0) } ?? -1) },
                    Method("Seek", [.long("offset"), .of("origin", origins)], returns: .int64) { t, a, _ in
                        let stream = try open(t)
                        let place = a.int(0) + [0, stream.place, stream.length][Int(a.enumeration(1)) % 3]
                        guard place >= 0 else {
                            throw MethodFailure("System.IO.IOException", "An attempt was made to move the position before the beginning of the stream.")
                        }
                        stream.place = place
                        return .long(Int64(place))
                    },
                    Method("SetLength", [.long("value")]) { t, a, _ in
                        if a.int(0) < 0 { throw Refusals.outOfRange("value", "Non-negative number required.") }
                        try open(t).setLength(a.int(0))
                        return .nothing
                    },
                    Method("CopyTo", [.of("destination", base)]) { t, a, _ in
                        try open(a[0]).write(open(t).readToEnd())
                        return .nothing
                    },
                    Method("Flush", [.optional("flushToDisk", .bool, .false)]) { t, _, _ in
                        _ = try open(t)
                        return .nothing
                    },
                    action("Close") { $0.close() }, action("Dispose") { $0.close() },
                ])
        },
        KnownType(MemoryStreamObject.typeInfo) {
            MemberTable(
                properties: [
                    Property("Capacity", .int32, get: { t, _ in .int(Int32(try own(t).length)) }, set: { _, _, _ in })
                ],
                methods: [
                    Method("ToArray", returns: TypeInfo.byte.arrayType()) { t, _, _ in ConvertMembers.array((t.object as? MemoryStreamObject)?.bytes ?? []) },
                    Method("GetBuffer", returns: TypeInfo.byte.arrayType()) { t, _, _ in ConvertMembers.array((t.object as? MemoryStreamObject)?.bytes ?? []) },
                    Method("WriteTo", [.of("stream", base)]) { t, a, _ in
                        try open(a[0]).write((t.object as? MemoryStreamObject)?.bytes ?? [])
                        return .nothing
                    },
                ],
                constructors: [
                    Overload(returns: MemoryStreamObject.typeInfo) { _, _, _ in .object(MemoryStreamObject()) },
                    Overload([.int("capacity")], returns: MemoryStreamObject.typeInfo) { _, _, _ in .object(MemoryStreamObject()) },
                    Overload([.of("buffer", TypeInfo.byte.arrayType())], returns: MemoryStreamObject.typeInfo) { _, a, _ in
                        .object(MemoryStreamObject(ConvertMembers.bytes(a[0])))
                    },
                    Overload([.of("buffer", TypeInfo.byte.arrayType()), .bool("writable")], returns: MemoryStreamObject.typeInfo) { _, a, _ in
                        .object(MemoryStreamObject(ConvertMembers.bytes(a[0])))
                    },
                ])
        },
        KnownType(file) {
            MemberTable(
                properties: [
                    Property("Name", .string, get: { t, _ in .text((t.object as? FileStreamObject)?.path ?? "") }),
                    Property("IsAsync", .bool, get: { _, _ in false }),
                ], constructors: opening("path"))
        },
        KnownType(modes), KnownType(access), KnownType(share), KnownType(origins),
    ]
}

final class MemoryStreamObject: StreamObject, @unchecked Sendable {
    private(set) var bytes: [UInt8]
    init(_ bytes: [UInt8] = []) { self.bytes = bytes }
    override var type: TypeInfo { MemoryStreamObject.typeInfo }
    static let typeInfo = TypeInfo("System.IO.MemoryStream", base: base)

    override var length: Int { bytes.count }
    override func read(_ count: Int) -> [UInt8] {
        let part = Array(bytes.dropFirst(place).prefix(count))
        place += part.count
        return part
    }
    override func write(_ new: [UInt8]) {
        if place > bytes.count { bytes += [UInt8](repeating: 0, count: place - bytes.count) }
        bytes.replaceSubrange(place..<min(bytes.count, place + new.count), with: new)
        place += new.count
    }
    override func setLength(_ length: Int) {
        bytes = Array((bytes + [UInt8](repeating: 0, count: max(0, length - bytes.count))).prefix(length))
        place = min(place, length)
    }
}

/// A file that stays open; unbuffered, so that nothing is left to flush.
final class FileStreamObject: StreamObject, @unchecked Sendable {
    let path: String
    private let descriptor: Int32
    private let rights: Int64
    /// A pipe or a terminal has no places: it is read and written in turn.
    private let isInTurn: Bool

    /// - Parameters mode and access: by the numbers of `FileMode` and `FileAccess`.
    init(_ path: String, mode: Int64, access: Int64) throws {
        self.path = path
        rights = access
        if Disk.isDirectory(path) { throw Disk.failure(path, EISDIR) }
        var flags = access == 1 ? O_RDONLY : access == 2 ? O_WRONLY : O_RDWR
        switch mode {
        case 1: flags |= O_CREAT | O_EXCL
        case 2: flags |= O_CREAT | O_TRUNC
        case 4, 6: flags |= O_CREAT
        case 5: flags |= O_TRUNC
        default: break
        }
        descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw Disk.failure(path) }
        isInTurn = lseek(descriptor, 0, SEEK_CUR) < 0
        super.init()
        if mode == 6 { place = length }
    }
    deinit { if !isClosed { Glibc.close(descriptor) } }
    override var type: TypeInfo { StreamObject.file }
    override var canRead: Bool { rights & 1 != 0 }
    override var canWrite: Bool { rights & 2 != 0 }

    override var length: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }
    override func read(_ count: Int) throws -> [UInt8] {
        guard canRead else { throw MethodFailure("System.NotSupportedException", "Stream does not support reading.") }
        try Room.check(bytes: count)
        var buffer = [UInt8](repeating: 0, count: max(0, count))
        var done = 0
        while done < count {
            let got = buffer.withUnsafeMutableBytes { bytes in
                let start = bytes.baseAddress.map { $0 + done }
                return isInTurn ? Glibc.read(descriptor, start, count - done) : pread(descriptor, start, count - done, off_t(place + done))
            }
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw Disk.failure(path) }
            if got == 0 { break }
            done += got
            if isInTurn { break }
        }
        place += done
        return Array(buffer.prefix(done))
    }
    override func write(_ bytes: [UInt8]) throws {
        guard canWrite else { throw MethodFailure("System.NotSupportedException", "Stream does not support writing.") }
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes { all in
                let start = all.baseAddress.map { $0 + done }
                return isInTurn ? Glibc.write(descriptor, start, bytes.count - done) : pwrite(descriptor, start, bytes.count - done, off_t(place + done))
            }
            if put < 0, errno == EINTR { continue }
            if put < 0 { throw Disk.failure(path) }
            done += put
        }
        place += done
    }
    override func setLength(_ length: Int) throws {
        if ftruncate(descriptor, off_t(length)) != 0 { throw Disk.failure(path) }
        place = min(place, length)
    }
    override func close() {
        if !isClosed { Glibc.close(descriptor) }
        isClosed = true
    }
}

/// `BinaryReader` and `BinaryWriter`: numbers little end first, text with its length in front.
final class BinaryObject: Box, @unchecked Sendable {
    let stream: StreamObject
    let encoding: EncodingObject
    private let ownType: TypeInfo
    init(_ stream: StreamObject, _ encoding: EncodingObject, _ type: TypeInfo) {
        self.stream = stream
        self.encoding = encoding
        ownType = type
    }
    override var type: TypeInfo { ownType }

    func take(_ count: Int) throws -> [UInt8] {
        let bytes = try stream.read(count)
        if bytes.count < count { throw MethodFailure("System.IO.EndOfStreamException", "Unable to read beyond the end of the stream.") }
        return bytes
    }
    func number(_ count: Int) throws -> UInt64 { try take(count).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) } }
    func put(_ number: UInt64, _ count: Int) throws { try stream.write((0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }) }
}

enum BinaryMembers {
    private static let reader = TypeInfo("System.IO.BinaryReader", base: .object, interfaces: [.iDisposable])
    private static let writer = TypeInfo("System.IO.BinaryWriter", base: .object, interfaces: [.iDisposable])

    private static func own(_ value: Value) throws -> BinaryObject {
        guard let object = value.object as? BinaryObject else { throw Refusals.null("this") }
        return object
    }
    private static func constructors(_ type: TypeInfo) -> [Overload] {
        let stream = OverloadParameter.of("stream", StreamObject.base), encoding = OverloadParameter.of("encoding", EncodingObject.typeInfo)
        @Sendable func make(_ a: [Value]) throws -> Value { .object(BinaryObject(try StreamObject.own(a[0]), Disk.encoding(a, 1), type)) }
        return [
            Overload([stream], returns: type) { _, a, _ in try make(a) }, Overload([stream, encoding], returns: type) { _, a, _ in try make(a) },
            Overload([stream, encoding, .bool("leaveOpen")], returns: type) { _, a, _ in try make(a) },
        ]
    }
    private static func closing(_ name: String) -> Method {
        Method(name) { t, _, _ in
            try own(t).stream.close()
            return .nothing
        }
    }
    private static func reading(_ name: String, _ type: TypeInfo, _ size: Int, _ body: @escaping @Sendable (UInt64) -> Value) -> Method {
        Method(name, returns: type) { t, _, _ in body(try own(t).number(size)) }
    }
    private static func writing(_ type: TypeInfo, _ size: Int, _ bits: @escaping @Sendable (Value) -> UInt64) -> Overload {
        Overload([.of("value", type)]) { t, a, _ in
            try own(t).put(bits(a[0].unwrapped), size)
            return .nothing
        }
    }
    private static let stream = Property("BaseStream", StreamObject.base, get: { t, _ in .object(try own(t).stream) })

    static let types: [KnownType] = [
        KnownType(reader) {
            MemberTable(
                properties: [stream],
                methods: [
                    reading("ReadBoolean", .bool, 1) { .bool($0 != 0) }, reading("ReadByte", .byte, 1) { .byte(UInt8($0)) },
                    reading("ReadSByte", .sbyte, 1) { .sbyte(Int8(truncatingIfNeeded: $0)) },
                    reading("ReadInt16", .int16, 2) { .short(Int16(truncatingIfNeeded: $0)) }, reading("ReadUInt16", .uint16, 2) { .ushort(UInt16($0)) },
                    reading("ReadInt32", .int32, 4) { .int(Int32(truncatingIfNeeded: $0)) }, reading("ReadUInt32", .uint32, 4) { .uint(UInt32($0)) },
                    reading("ReadInt64", .int64, 8) { .long(Int64(bitPattern: $0)) }, reading("ReadUInt64", .uint64, 8) { .ulong($0) },
                    reading("ReadDouble", .double, 8) { .double(Double(bitPattern: $0)) },
                    reading("ReadSingle", .single, 4) { .single(Float(bitPattern: UInt32($0))) },
                    Method("ReadBytes", [.int("count")], returns: TypeInfo.byte.arrayType()) { t, a, _ in ConvertMembers.array(try own(t).stream.read(a.int(0)))
                    },
                    Method("ReadChar", returns: .char) { t, _, _ in
                        var bytes = try own(t).take(1)
                        while bytes.count < 4, String(validating: bytes, as: UTF8.self) == nil { bytes += try own(t).take(1) }
                        return .char(String(decoding: bytes, as: UTF8.self).utf16.first ?? 0)
                    },
                    Method("ReadString", returns: .string) { t, _, _ in
                        var length = 0, shift = 0
                        while true {
                            let byte = try own(t).take(1)[0]
                            length |= Int(byte & 127) << shift
                            shift += 7
                            if byte < 128 || shift > 35 { break }
                        }
                        return .text(try own(t).encoding.text(of: own(t).take(length)))
                    },
                    Method("PeekChar", returns: .int32) { t, _, _ in
                        let source = try own(t).stream, place = source.place
                        defer { source.place = place }
                        return .int(try source.read(1).first.map { Int32($0) } ?? -1)
                    },
                    closing("Close"), closing("Dispose"),
                ], constructors: constructors(reader))
        },
        KnownType(writer) {
            MemberTable(
                properties: [stream],
                methods: [
                    Method(
                        "Write",
                        [
                            Overload([.bool("value")]) { t, a, _ in
                                try own(t).put(a.bool(0) ? 1 : 0, 1)
                                return .nothing
                            },
                            writing(.byte, 1) { UInt64(bitPattern: $0.asInt64 ?? 0) }, writing(.sbyte, 1) { UInt64(bitPattern: $0.asInt64 ?? 0) },
                            writing(.int16, 2) { UInt64(bitPattern: $0.asInt64 ?? 0) }, writing(.uint16, 2) { UInt64(bitPattern: $0.asInt64 ?? 0) },
                            writing(.int32, 4) { UInt64(bitPattern: $0.asInt64 ?? 0) }, writing(.uint32, 4) { UInt64(bitPattern: $0.asInt64 ?? 0) },
                            writing(.int64, 8) { UInt64(bitPattern: $0.asInt64 ?? 0) },
                            writing(.uint64, 8) { if case .ulong(let number) = $0 { number } else { UInt64(bitPattern: $0.asInt64 ?? 0) } },
                            writing(.double, 8) { ($0.asDouble ?? 0).bitPattern }, writing(.single, 4) { UInt64(Float($0.asDouble ?? 0).bitPattern) },
                            Overload([.char("ch")]) { t, a, _ in
                                try own(t).stream.write(own(t).encoding.bytes(of: String(utf16Unit: a.char(0))))
                                return .nothing
                            },
                            Overload([.of("buffer", TypeInfo.byte.arrayType())]) { t, a, _ in
                                try own(t).stream.write(ConvertMembers.bytes(a[0]))
                                return .nothing
                            },
                            Overload([.of("buffer", TypeInfo.byte.arrayType()), .int("index"), .int("count")]) { t, a, _ in
                                try own(t).stream.write(Array(ConvertMembers.bytes(a[0]).part(a.int(1), a.int(2))))
                                return .nothing
                            },
                            Overload([.text("value")]) { t, a, _ in
                                let bytes = try own(t).encoding.bytes(of: a.text(0))
                                var length = bytes.count
                                while length > 127 {
                                    try own(t).put(UInt64(length & 127 | 128), 1)
                                    length >>= 7
                                }
                                try own(t).put(UInt64(length), 1)
                                try own(t).stream.write(bytes)
                                return .nothing
                            },
                        ]),
                    Method("Flush") { _, _, _ in .nothing },
                    Method("Seek", [.int("offset"), .of("origin", StreamObject.origins)], returns: .int64) { t, a, session in
                        try session.call(.object(own(t).stream), "Seek", [a[0], a[1]], session.scope)
                    },
                    closing("Close"), closing("Dispose"),
                ], constructors: constructors(writer))
        },
    ]
}
