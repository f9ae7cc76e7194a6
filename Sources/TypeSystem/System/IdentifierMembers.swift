// `Guid`, `Version`, `SemanticVersion`.

import Runtime
import Scalars

public final class GuidObject: Box, @unchecked Sendable {
    public let value: NetGuid
    public init(_ value: NetGuid) { self.value = value }
    public override var type: TypeInfo { GuidObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Guid", accelerator: "guid", base: .valueType, interfaces: [.iComparable], isValueType: true)
    public override func describe(_ session: Session) throws -> String { value.description }
    public override func isEqual(to other: Object) -> Bool { (other as? GuidObject)?.value == value }
    public override var equalityHash: Int { value.hashValue }

    /// A new random one.
    public static func random() -> GuidObject {
        var system = SystemRandomNumberGenerator()
        let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &system) }
        return GuidObject(NetGuid(randomBytes: bytes) ?? .empty)
    }

    private static func own(_ value: Value) -> NetGuid { (value.object as? GuidObject)?.value ?? .empty }
    private static func parse(_ text: String) throws -> Value { .object(GuidObject(try NetGuid.parse(text))) }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Variant", .int32, get: { t, _ in .int(Int32(own(t).bytes[8] >> 4)) }),
                Property("Version", .int32, get: { t, _ in .int(Int32(own(t).bytes[7] >> 4)) }),
                Property("Guid", .string, memberType: "ScriptProperty", get: { t, _ in .text(own(t).description) }),
            ],
            methods: [
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, _ in .text(own(t).description) },
                        Overload([.text("format")], returns: .string) { t, a, _ in .text(try own(t).formatted(a.text(0))) },
                    ]),
                Method(
                    "ToByteArray",
                    [
                        Overload(returns: TypeInfo.byte.arrayType()) { t, _, _ in ConvertMembers.array(own(t).bytes) },
                        Overload([.bool("bigEndian")], returns: TypeInfo.byte.arrayType()) { t, a, _ in
                            let bytes = own(t).bytes
                            if !a.bool(0) { return ConvertMembers.array(bytes) }
                            return ConvertMembers.array([3, 2, 1, 0, 5, 4, 7, 6].map { bytes[$0] } + bytes[8...])
                        },
                    ]),
                SpanMembers.formatting(hasProvider: false),
                Method("CompareTo", [.object("value")], returns: .int32) { t, a, _ in .int(own(t) < own(a[0]) ? -1 : own(a[0]) < own(t) ? 1 : 0) },
            ],
            staticProperties: [
                Property("Empty", typeInfo, get: { _, _ in .object(GuidObject(.empty)) }),
                Property("AllBitsSet", typeInfo, get: { _, _ in .object(GuidObject(NetGuid(bytes: Array(repeating: 255, count: 16)) ?? .empty)) }),
            ],
            staticMethods: [
                Method("CreateVersion7", returns: typeInfo) { _, _, session in
                    // The first 48 bits are milliseconds since 1970.
                    let stamp = UInt64((session.now - DateTime.unixEpochTicks) / 10_000)
                    var bytes = random().value.bytes
                    let time = (0..<6).map { UInt8(truncatingIfNeeded: stamp >> UInt64(8 * (5 - $0))) }
                    (bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]) = (time[3], time[2], time[1], time[0], time[5], time[4])
                    bytes[7] = bytes[7] & 0x0F | 0x70
                    return .object(GuidObject(NetGuid(bytes: bytes) ?? .empty))
                },
                Method("ParseExact", [.text("input"), .text("format")], returns: typeInfo) { _, a, _ in
                    let made = try NetGuid.parse(a.text(0))
                    guard try made.formatted(a.text(1)).lowercased() == a.text(0).lowercased() else {
                        throw Refusals.format("Guid string should only contain hexadecimal characters.")
                    }
                    return .object(GuidObject(made))
                },
                Method("NewGuid", returns: typeInfo) { _, _, _ in .object(random()) },
                Method(
                    "Parse",
                    [
                        Overload([.text("input")], returns: typeInfo) { _, a, _ in try parse(a.text(0)) },
                        Overload([.text("s"), .object("provider")], returns: typeInfo) { _, a, _ in try parse(a.text(0)) },
                    ]),
                Method("TryParseExact", [.text("input"), .text("format"), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                    // What cannot be read is told by the answer.
                    let found = try? NetGuid.parse(a.text(0)), isExact = (try? found?.formatted(a.text(1)).lowercased()) == a.text(0).lowercased()
                    try (a[2].object as? ReferenceObject)?.variable.write(.object(GuidObject(isExact ? found ?? .empty : .empty)), session)
                    return .bool(isExact)
                },
                Method("TryParse", [.text("input"), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                    let found = try? NetGuid.parse(a.text(0))
                    try (a[1].object as? ReferenceObject)?.variable.write(.object(GuidObject(found ?? .empty)), session)
                    return .bool(found != nil)
                },
            ],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in .object(GuidObject(.empty)) },
                Overload([.text("g")], returns: typeInfo) { _, a, _ in try parse(a.text(0)) },
                Overload([.of("b", TypeInfo.byte.arrayType())], returns: typeInfo) { _, a, _ in
                    guard let guid = NetGuid(bytes: ConvertMembers.bytes(a[0])) else {
                        throw Refusals.argument("Byte array for Guid must be exactly 16 bytes long. (Parameter 'b')")
                    }
                    return .object(GuidObject(guid))
                },
                Overload([.int("a"), .of("b", .int16), .of("c", .int16)] + ["d", "e", "f", "g", "h", "i", "j", "k"].map { .of($0, .byte) }, returns: typeInfo) {
                    _, a, _ in
                    var bytes: [UInt8] = []
                    for (place, width) in [(0, 4), (1, 2), (2, 2)] { for i in 0..<width { bytes.append(UInt8(truncatingIfNeeded: a.int(place) >> (8 * i))) } }
                    for place in 3..<11 { bytes.append(UInt8(truncatingIfNeeded: a.int(place))) }
                    return .object(GuidObject(NetGuid(bytes: bytes) ?? .empty))
                },
            ],
            compare: { a, b, _ in own(a) < own(b) ? -1 : own(b) < own(a) ? 1 : 0 })
    }
}

public final class VersionObject: Box, @unchecked Sendable {
    public let value: NetVersion
    public init(_ value: NetVersion) { self.value = value }
    public override var type: TypeInfo { VersionObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Version", accelerator: "version", base: .object, interfaces: [.iComparable, .iCloneable])
    public override func describe(_ session: Session) throws -> String { value.description }
    public override func isEqual(to other: Object) -> Bool { (other as? VersionObject)?.value == value }
    public override var equalityHash: Int { value.hashValue }

    private static func own(_ value: Value) -> NetVersion { (value.object as? VersionObject)?.value ?? NetVersion(major: 0, minor: 0) }
    private static func make(_ version: NetVersion) -> Value { .object(VersionObject(version)) }
    private static func part(_ name: String, _ read: @escaping @Sendable (NetVersion) -> Int32) -> Property {
        Property(name, .int32, get: { t, _ in .int(read(own(t))) })
    }

    static let known = KnownType(typeInfo) {
        let names = ["major", "minor", "build", "revision"].map { OverloadParameter.int($0) }
        return MemberTable(
            properties: [
                part("Major") { $0.major }, part("Minor") { $0.minor }, part("Build") { $0.build }, part("Revision") { $0.revision },
                Property("MajorRevision", .int16, get: { t, _ in .short(Int16(truncatingIfNeeded: own(t).revision >> 16)) }),
                Property("MinorRevision", .int16, get: { t, _ in .short(Int16(truncatingIfNeeded: own(t).revision & 0xFFFF)) }),
            ],
            methods: [
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, _ in .text(own(t).description) },
                        Overload([.int("fieldCount")], returns: .string) { t, a, _ in .text(try own(t).text(parts: a.int(0))) },
                    ]),
                Method("CompareTo", [.object("version")], returns: .int32) { t, a, _ in
                    if a[0].isNull { return 1 }
                    guard a[0].object is VersionObject else { throw Refusals.argument("Object must be of type Version.") }
                    return .int(own(t) < own(a[0]) ? -1 : own(a[0]) < own(t) ? 1 : 0)
                },
                Method("Clone", returns: .object) { t, _, _ in t },
            ],
            staticMethods: [
                Method("Parse", [.text("input")], returns: typeInfo) { _, a, _ in make(try NetVersion.parse(a.text(0))) },
                Method("TryParse", [.text("input"), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                    let found = try? NetVersion.parse(a.text(0))
                    try (a[1].object as? ReferenceObject)?.variable.write(found.map(make) ?? .null, session)
                    return .bool(found != nil)
                },
            ],
            constructors: [
                Overload([.text("version")], returns: typeInfo) { _, a, _ in make(try NetVersion.parse(a.text(0))) },
                Overload(returns: typeInfo) { _, _, _ in make(NetVersion(major: 0, minor: 0)) },
            ]
                + [2, 3, 4].map { count in
                    Overload(Array(names.prefix(count)), returns: typeInfo) { _, a, _ in
                        guard a.allSatisfy({ ($0.asInt64 ?? -1) >= 0 }) else {
                            throw Refusals.outOfRange("version", "Version's parameters must be greater than or equal to zero.")
                        }
                        return make(
                            NetVersion(
                                major: Int32(a.int(0)), minor: Int32(a.int(1)), build: count > 2 ? Int32(a.int(2)) : -1,
                                revision: count > 3 ? Int32(a.int(3)) : -1))
                    }
                },
            convert: { value, _ in
                (value.object as? SemanticVersionObject).map { make(NetVersion(major: $0.value.major, minor: $0.value.minor, build: $0.value.patch)) }
            },
            compare: { a, b, _ in own(a) < own(b) ? -1 : own(b) < own(a) ? 1 : 0 })
    }
}

public final class SemanticVersionObject: Box, @unchecked Sendable {
    public let value: SemanticVersion
    public init(_ value: SemanticVersion) { self.value = value }
    public override var type: TypeInfo { SemanticVersionObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.SemanticVersion", accelerator: "semver", base: .object, interfaces: [.iComparable])
    public override func describe(_ session: Session) throws -> String { value.description }
    public override func isEqual(to other: Object) -> Bool { (other as? SemanticVersionObject)?.value == value }
    public override var equalityHash: Int { value.description.hashValue }

    private static func own(_ value: Value) -> SemanticVersion { (value.object as? SemanticVersionObject)?.value ?? SemanticVersion(major: 0) }
    private static func make(_ version: SemanticVersion) -> Value { .object(SemanticVersionObject(version)) }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Major", .int32, get: { t, _ in .int(own(t).major) }), Property("Minor", .int32, get: { t, _ in .int(own(t).minor) }),
                Property("Patch", .int32, get: { t, _ in .int(own(t).patch) }),
                Property("PreReleaseLabel", .string, get: { t, _ in own(t).preReleaseLabel.map { .text($0) } ?? .null }),
                Property("BuildLabel", .string, get: { t, _ in own(t).buildLabel.map { .text($0) } ?? .null }),
            ],
            methods: [
                Method("CompareTo", [.object("value")], returns: .int32) { t, a, _ in .int(Int32(SemanticVersion.compare(own(t), own(a[0])))) },
                Method("ToString", returns: .string) { t, _, _ in .text(own(t).description) },
            ],
            staticMethods: [
                Method("Parse", [.text("version")], returns: typeInfo) { _, a, _ in make(try SemanticVersion.parse(a.text(0))) },
                Method("Compare", [.of("versionA", typeInfo), .of("versionB", typeInfo)], returns: .int32) { _, a, _ in
                    .int(Int32(SemanticVersion.compare(own(a[0]), own(a[1]))))
                },
                Method("TryParse", [.text("version"), .byReference("result", typeInfo)], returns: .bool) { _, a, session in
                    let found = try? SemanticVersion.parse(a.text(0))
                    try (a[1].object as? ReferenceObject)?.variable.write(found.map(make) ?? .null, session)
                    return .bool(found != nil)
                },
            ],
            constructors: [
                Overload([.text("version")], returns: typeInfo) { _, a, _ in make(try SemanticVersion.parse(a.text(0))) },
                Overload([.int("major"), .int("minor"), .int("patch")], returns: typeInfo) { _, a, _ in
                    make(SemanticVersion(major: Int32(a.int(0)), minor: Int32(a.int(1)), patch: Int32(a.int(2))))
                },
                Overload([.int("major"), .int("minor"), .int("patch"), .text("label")], returns: typeInfo) { _, a, _ in
                    make(SemanticVersion(major: Int32(a.int(0)), minor: Int32(a.int(1)), patch: Int32(a.int(2)), preReleaseLabel: a.text(3)))
                },
                Overload([.int("major"), .int("minor"), .int("patch"), .text("preReleaseLabel"), .text("buildLabel")], returns: typeInfo) { _, a, _ in
                    make(
                        SemanticVersion(
                            major: Int32(a.int(0)), minor: Int32(a.int(1)), patch: Int32(a.int(2)),
                            preReleaseLabel: a[3].isNull || a.text(3).isEmpty ? nil : a.text(3),
                            buildLabel: a[4].isNull || a.text(4).isEmpty ? nil : a.text(4)))
                },
                Overload([.of("version", VersionObject.typeInfo)], returns: typeInfo) { _, a, session in try session.convert(a[0], to: typeInfo) },
                Overload([.int("major"), .int("minor")], returns: typeInfo) { _, a, _ in make(SemanticVersion(major: Int32(a.int(0)), minor: Int32(a.int(1))))
                }, Overload([.int("major")], returns: typeInfo) { _, a, _ in make(SemanticVersion(major: Int32(a.int(0)))) },
            ],
            convert: { value, _ in
                (value.object as? VersionObject).map { make(SemanticVersion(major: $0.value.major, minor: $0.value.minor, patch: max(0, $0.value.build))) }
            },
            compare: { a, b, _ in SemanticVersion.compare(own(a), own(b)) })
    }
}
