// `System.IO.DriveInfo`: what is mounted where, how large it is, and what is left.

import Glibc
import Runtime
import Scalars

final class DriveObject: Box, @unchecked Sendable {
    let name: String
    init(_ name: String) { self.name = name }
    override var type: TypeInfo { DriveObject.typeInfo }
    static let typeInfo = TypeInfo("System.IO.DriveInfo", base: .object)
    override func describe(_ session: Session) throws -> String { name }

    private static let kinds = TypeInfo.names("System.IO.DriveType", ["Unknown", "NoRootDirectory", "Removable", "Fixed", "Network", "CDRom", "Ram"])

    /// Mount point and kind of file system, as the kernel lists them.
    private static var mounts: [(place: String, format: String)] {
        let text = String(decoding: (try? Disk.read("/proc/self/mounts")) ?? [], as: UTF8.self)  // without the list there are no drives to tell of
        return text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            guard parts.count > 2 else { return nil }
            return (String(parts[1]).replacingOctal, String(parts[2]))
        }
    }
    private static func own(_ value: Value) throws -> DriveObject {
        guard let drive = value.object as? DriveObject else { throw Refusals.null("this") }
        return drive
    }
    private static func size(_ name: String, _ read: @escaping @Sendable (statvfs) -> UInt) -> Property {
        Property(
            name, .int64,
            get: { t, _ in
                var found = statvfs()
                guard statvfs(try own(t).name, &found) == 0 else {
                    throw MethodFailure(
                        "System.IO.DriveNotFoundException",
                        "Could not find the drive '\(try own(t).name)'. The drive might not be ready or might not be mapped.")
                }
                return .long(Int64(clamping: read(found)))
            })
    }
    private var format: String? { DriveObject.mounts.last { $0.place == name }?.format }
    private var driveKind: Int64 {
        switch format {
        case nil: 1
        case "nfs", "nfs4", "cifs", "smb3", "9p": 4
        case "tmpfs", "ramfs", "devtmpfs", "proc", "sysfs", "devpts", "cgroup", "cgroup2", "mqueue": 6
        case "iso9660", "udf": 5
        default: 3
        }
    }

    static let types: [KnownType] = [
        KnownType(kinds),
        KnownType(typeInfo) {
            MemberTable(
                properties: [
                    Property("Name", .string, get: { t, _ in .text(try own(t).name) }),
                    Property("IsReady", .bool, get: { t, _ in .bool(Disk.isDirectory(try own(t).name)) }),
                    Property("DriveType", kinds, get: { t, _ in .object(EnumerationObject(kinds, try own(t).driveKind)) }),
                    Property("DriveFormat", .string, get: { t, _ in .text(try own(t).format ?? "") }),
                    Property(
                        "RootDirectory", .object,
                        get: { t, session in
                            guard let type = session.types.type(named: "System.IO.DirectoryInfo") else { return .text(try own(t).name) }
                            return try session.construct(type, [.text(try own(t).name)])
                        }),
                    Property(
                        "VolumeLabel", .string, get: { t, _ in .text(try own(t).name) },
                        set: { _, _, _ in
                            throw MethodFailure("System.PlatformNotSupportedException", "Operation is not supported on this platform.")
                        }),
                    size("TotalSize") { $0.f_blocks * $0.f_frsize }, size("TotalFreeSpace") { $0.f_bfree * $0.f_frsize },
                    size("AvailableFreeSpace") { $0.f_bavail * $0.f_frsize },
                ],
                staticMethods: [
                    Method("GetDrives", returns: typeInfo.arrayType()) { _, _, _ in
                        .object(ArrayObject(mounts.map { .object(DriveObject($0.place)) }, elementType: typeInfo))
                    }
                ],
                constructors: [Overload([.text("driveName")], returns: typeInfo) { _, a, _ in .object(DriveObject(a.text(0))) }])
        },
    ]
}

extension String {
    /// `\040` in the kernel's list stands for a space.
    fileprivate var replacingOctal: String {
        guard contains("\\") else { return self }
        var result: [UInt8] = []
        let bytes = Array(utf8)
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "\\"), i + 3 < bytes.count, let byte = UInt8(String(decoding: bytes[i + 1...i + 3], as: UTF8.self), radix: 8) {
                result.append(byte)
                i += 4
            } else {
                result.append(bytes[i])
                i += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
