// `FileSystemWatcher`: tells what happens to the files of a folder.

import Glibc
import Runtime
import TypeSystem

final class FolderWatcher: Box, PolledEventSource, @unchecked Sendable {
    private var path: String
    private var filters: [String]
    private var isDeep = false
    private var isEnabled = false
    private var notified: Int64 = 1 | 2 | 16
    private var bufferSize: Int32 = 8192
    /// -1 while nothing is watched.
    private var descriptor: Int32 = -1
    private var folders: [Int32: String] = [:]
    private(set) var nextLook: Int64?

    init(_ path: String, _ filters: [String]) { self.path = path; self.filters = filters }
    deinit { if descriptor >= 0 { close(descriptor) } }
    override var type: TypeInfo { FolderWatcher.typeInfo }
    static let typeInfo = TypeInfo(
        "System.IO.FileSystemWatcher", base: TypeInfo("System.ComponentModel.Component", base: .object), interfaces: [.iDisposable])
    static let eventNames = ["Changed", "Created", "Deleted", "Renamed", "Error", "Disposed"]
    private static let changes = TypeInfo.enumeration(
        "System.IO.WatcherChangeTypes",
        EnumerationInfo([("Created", 1), ("Deleted", 2), ("Changed", 4), ("Renamed", 8), ("All", 15)], isFlags: true))
    private static let notifications = TypeInfo.enumeration(
        "System.IO.NotifyFilters",
        EnumerationInfo(
            [
                ("FileName", 1), ("DirectoryName", 2), ("Attributes", 4), ("Size", 8), ("LastWrite", 16), ("LastAccess", 32), ("CreationTime", 64),
                ("Security", 256),
            ], isFlags: true))
    private static let argumentsType = TypeInfo("System.IO.FileSystemEventArgs", base: TypeInfo("System.EventArgs", base: .object))
    private static let renamedType = TypeInfo("System.IO.RenamedEventArgs", base: argumentsType)
    private static let resultType = TypeInfo("System.IO.WaitForChangedResult", base: .valueType, isValueType: true)

    /// How often the system is asked, in milliseconds.
    private static let pause: Int64 = 20

    // MARK: Watching

    private func enable(_ flag: Bool, _ session: Session) throws {
        if flag == isEnabled { return }
        isEnabled = flag
        if flag {
            try open()
            nextLook = EventSources.now + FolderWatcher.pause
            session.eventSources.start(self, session)
        } else {
            stopWatching()
            session.eventSources.stop(self, session)
        }
    }
    private func open() throws {
        guard FileStatus(path)?.isDirectory == true else {
            isEnabled = false
            throw MethodFailure("System.IO.FileNotFoundException", "Error reading the \(path) directory.")
        }
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        watch(path)
    }
    private func stopWatching() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        folders = [:]
        nextLook = nil
    }
    /// A folder, and those in it where they are wanted.
    private func watch(_ folder: String) {
        let wanted = IN_CREATE | IN_DELETE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO
        let number = inotify_add_watch(descriptor, folder, UInt32(wanted))
        // A folder that is gone by now has nothing to tell.
        guard number >= 0 else { return }
        folders[number] = folder
        guard isDeep else { return }
        for name in (try? Folder.names(folder)) ?? [] where FileStatus(PathText.join(folder, name)).map({ $0.isDirectory && !$0.isLink }) ?? false {
            watch(PathText.join(folder, name))
        }
    }

    /// One thing the system says.
    private struct Notice {
        let folder: String, name: String, mask: UInt32, cookie: UInt32
        var path: String { PathText.join(folder, name) }
        func has(_ bit: Int32) -> Bool { mask & UInt32(bitPattern: bit) != 0 }
    }
    private func notices() -> [Notice] {
        var result: [Notice] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while descriptor >= 0 {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { break }
            buffer.withUnsafeBytes { bytes in
                var place = 0
                while place + 16 <= count {
                    func word(_ offset: Int) -> UInt32 { bytes.loadUnaligned(fromByteOffset: place + offset, as: UInt32.self) }
                    let length = Int(word(12))
                    let name = String(decoding: bytes[(place + 16)..<(place + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
                    if let folder = folders[Int32(bitPattern: word(0))] { result.append(Notice(folder: folder, name: name, mask: word(4), cookie: word(8))) }
                    place += 16 + length
                }
            }
        }
        return result
    }

    private func fits(_ name: String) -> Bool { filters.isEmpty || filters.contains { $0 == "*" || $0 == "*.*" || WildcardName.matches(name, $0) } }
    /// As it stands below the watched folder.
    private func relative(_ full: String) -> String { String(full.dropFirst(path.hasSuffix("/") ? path.count : path.count + 1)) }
    private func event(_ kind: String, _ bits: Int64, _ full: String) -> RaisedEvent {
        RaisedEvent(
            kind,
            .object(
                ValuesObject(
                    FolderWatcher.argumentsType,
                    [("ChangeType", .object(EnumerationObject(FolderWatcher.changes, bits))), ("FullPath", .text(full)), ("Name", .text(relative(full)))])))
    }
    private func renamed(_ old: String, _ new: String) -> RaisedEvent {
        RaisedEvent(
            "Renamed",
            .object(
                ValuesObject(
                    FolderWatcher.renamedType,
                    [
                        ("ChangeType", .object(EnumerationObject(FolderWatcher.changes, 8))), ("FullPath", .text(new)), ("Name", .text(relative(new))),
                        ("OldFullPath", .text(old)), ("OldName", .text(relative(old))),
                    ])))
    }

    func happened(by now: Int64, _ session: Session) throws -> [RaisedEvent] {
        nextLook = isEnabled ? now + FolderWatcher.pause : nil
        return collected()
    }
    private func collected() -> [RaisedEvent] {
        let all = notices()
        var result: [RaisedEvent] = []
        var taken: Set<UInt32> = []
        for notice in all {
            let isFolder = notice.has(0x4000_0000)
            if isFolder, isDeep, notice.has(Int32(IN_CREATE)) || notice.has(Int32(IN_MOVED_TO)) { watch(notice.path) }
            if notice.has(Int32(IN_MOVED_FROM)), let to = all.first(where: { $0.cookie == notice.cookie && $0.has(Int32(IN_MOVED_TO)) }) {
                taken.insert(notice.cookie)
                if fits(notice.name) || fits(to.name) { result.append(renamed(notice.path, to.path)) }
                continue
            }
            if notice.has(Int32(IN_MOVED_TO)), taken.contains(notice.cookie) { continue }
            guard fits(notice.name), !notice.name.isEmpty else { continue }
            let namesMatter = notified & (isFolder ? 2 : 1) != 0
            if notice.has(Int32(IN_CREATE)) || notice.has(Int32(IN_MOVED_TO)) {
                if namesMatter { result.append(event("Created", 1, notice.path)) }
            } else if notice.has(Int32(IN_DELETE)) || notice.has(Int32(IN_MOVED_FROM)) {
                if namesMatter { result.append(event("Deleted", 2, notice.path)) }
            } else if notice.has(Int32(IN_MODIFY)) && notified & (8 | 16 | 32) != 0 || notice.has(Int32(IN_ATTRIB)) && notified & (4 | 16 | 64 | 256) != 0 {
                result.append(event("Changed", 4, notice.path))
            }
        }
        return result
    }

    /// Waits for the first change of a kind.
    private func wait(_ kinds: Int64, milliseconds: Int64, _ session: Session) throws -> Value {
        let wasEnabled = isEnabled
        if !wasEnabled {
            isEnabled = true
            try open()
        }
        defer {
            if !wasEnabled {
                isEnabled = false
                stopWatching()
            }
        }
        let start = EventSources.now
        func result(_ bits: Int64, _ name: Value, _ old: Value, _ timedOut: Bool) -> Value {
            .object(
                ValuesObject(
                    FolderWatcher.resultType,
                    [("ChangeType", .object(EnumerationObject(FolderWatcher.changes, bits))), ("Name", name), ("OldName", old), ("TimedOut", .bool(timedOut))]))
        }
        while true {
            for event in collected() {
                let bits = try session.property(of: event.arguments, "ChangeType").asEnumeration?.rawValue ?? 0
                if bits & kinds == 0 { continue }
                return result(bits, try session.property(of: event.arguments, "Name"), try session.property(of: event.arguments, "OldName"), false)
            }
            if milliseconds >= 0, EventSources.now - start >= milliseconds { return result(0, .null, .null, true) }
            try session.checkCancelled()
            usleep(10_000)
        }
    }

    // MARK: Members

    private static func own(_ value: Value) throws -> FolderWatcher {
        guard let watcher = value.object as? FolderWatcher else { throw MethodFailure("System.ArgumentNullException", "A watcher is needed.") }
        return watcher
    }
    private static func folder(_ text: String, _ session: Session) throws -> String {
        let path = text.isEmpty ? "" : session.fullPath(text)
        guard text.isEmpty || FileStatus(path)?.isDirectory == true else {
            throw MethodFailure("System.ArgumentException", "The directory name '\(text)' does not exist. (Parameter 'path')")
        }
        return path
    }

    static let types: [KnownType] = [
        KnownType(changes), KnownType(notifications),
        ValuesObject.known(argumentsType, [("ChangeType", changes), ("FullPath", .string), ("Name", .string)]),
        ValuesObject.known(
            renamedType, [("ChangeType", changes), ("FullPath", .string), ("Name", .string), ("OldFullPath", .string), ("OldName", .string)]),
        ValuesObject.known(resultType, [("ChangeType", changes), ("Name", .string), ("OldName", .string), ("TimedOut", .bool)]),
        KnownType(typeInfo, members: members),
    ]

    @Sendable private static func members() -> MemberTable {
        let name = OverloadParameter("path", .string), filter = OverloadParameter("filter", .string), kind = OverloadParameter("changeType", changes)
        return MemberTable(
            properties: [
                Property(
                    "Path", .string, get: { t, _ in .text(try own(t).path) },
                    set: { t, value, session in try own(t).path = try folder(value.toText(session), session) }),
                Property(
                    "Filter", .string, get: { t, _ in .text(try own(t).filters.first ?? "*") },
                    set: { t, value, session in
                        let text = try value.toText(session)
                        try own(t).filters = text.isEmpty || text == "*.*" ? [] : [text]
                    }),
                Property("Filters", .object, get: { t, _ in .strings(try own(t).filters) }),
                Property(
                    "IncludeSubdirectories", .bool, get: { t, _ in .bool(try own(t).isDeep) },
                    set: { t, value, session in try own(t).isDeep = value.isTrue(session) }),
                Property(
                    "EnableRaisingEvents", .bool, get: { t, _ in .bool(try own(t).isEnabled) },
                    set: { t, value, session in try own(t).enable(value.isTrue(session), session) }),
                Property(
                    "NotifyFilter", notifications, get: { t, _ in .object(EnumerationObject(notifications, try own(t).notified)) },
                    set: { t, value, _ in try own(t).notified = value.asEnumeration?.rawValue ?? 0 }),
                Property(
                    "InternalBufferSize", .int32, get: { t, _ in .int(try own(t).bufferSize) },
                    set: { t, value, _ in try own(t).bufferSize = Int32(truncatingIfNeeded: max(4096, value.asInt64 ?? 0)) }),
                Property("SynchronizingObject", .object, get: { _, _ in .null }, set: { _, _, _ in }),
            ],
            methods: [
                Method("Dispose", [OverloadParameter]()) { t, _, session in
                    try own(t).enable(false, session)
                    return .nothing
                },
                Method(
                    "WaitForChanged",
                    [
                        Overload([kind], returns: resultType) { t, a, session in
                            try own(t).wait(a[0].asEnumeration?.rawValue ?? 15, milliseconds: -1, session)
                        },
                        Overload([kind, OverloadParameter("timeout", .int32)], returns: resultType) { t, a, session in
                            try own(t).wait(a[0].asEnumeration?.rawValue ?? 15, milliseconds: a[1].asInt64 ?? -1, session)
                        },
                        Overload([kind, OverloadParameter("timeout", .timeSpan)], returns: resultType) { t, a, session in
                            try own(t).wait(
                                a[0].asEnumeration?.rawValue ?? 15, milliseconds: ((a[1].object as? SpanObject)?.value.ticks ?? -10_000) / 10_000, session)
                        },
                    ]),
            ],
            constructors: [
                Overload([], returns: typeInfo) { _, _, _ in .object(FolderWatcher("", [])) },
                Overload([name], returns: typeInfo) { _, a, session in .object(FolderWatcher(try folder(a[0].asString ?? "", session), [])) },
                Overload([name, filter], returns: typeInfo) { _, a, session in
                    let text = a[1].asString ?? ""
                    return .object(FolderWatcher(try folder(a[0].asString ?? "", session), text.isEmpty || text == "*.*" ? [] : [text]))
                },
            ])
    }
}
