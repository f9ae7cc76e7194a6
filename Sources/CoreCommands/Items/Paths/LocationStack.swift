// Where the session is: changing it, the way back, and stacks of places to return to.

import Glibc
import Runtime

/// A place that can be returned to.
struct Place {
    let location: String
    let drive: String
    var shown: String { drive.isEmpty ? location : drive }
}

/// `PathInfoStack`.
final class PathStackObject: Box, @unchecked Sendable {
    let name: String
    let places: [Place]
    init(_ name: String, _ places: [Place]) { self.name = name; self.places = places }
    override var type: TypeInfo { PathStackObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PathInfoStack", base: .object, interfaces: [.iEnumerable])
    static var known: KnownType {
        @Sendable func own(_ value: Value) -> PathStackObject? { value.object as? PathStackObject }
        return KnownType(typeInfo) {
            MemberTable(
                properties: [
                    Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
                    Property("Count", .int32, get: { t, _ in .int(Int32(own(t)?.places.count ?? 0)) }),
                ],
                methods: [
                    Method("ToArray", [OverloadParameter](), returns: .objectArray) { t, _, _ in
                        .array(own(t)?.places.reversed().map { .object(PathInfo($0.shown)) } ?? [])
                    }
                ],
                enumerate: { value, _ in own(value)?.places.reversed().map { .object(PathInfo($0.shown)) } ?? [] })
        }
    }
}

final class LocationHistory {
    var stacks: [String: [Place]] = [:]
    var current = "default"
    var back: [Place] = []
    var forward: [Place] = []

    /// What stands for a stack without a name, or for the one in use.
    func key(_ name: String?) -> String { name.map { $0.isEmpty ? "default" : $0 } ?? current }
}

extension Session {
    var locations: LocationHistory { attachment(LocationHistory.self) { LocationHistory() } }
    var place: Place { Place(location: location, drive: currentDrive) }

    func go(to place: Place) {
        if ItemPath.currentDrive(self).isFileSystem { rememberInDrive() }
        location = place.location
        currentDrive = place.drive
        rememberInDrive()
    }

    /// A drive knows where in it one was last.
    private func rememberInDrive() {
        let drive = ItemPath.currentDrive(self)
        guard drive.isFileSystem, drive.name != "/" else { return }
        let root = drive.root.hasSuffix("/") ? String(drive.root.dropLast()) : drive.root
        drive.current = String(location.dropFirst(root.count).drop { $0 == "/" })
    }

    /// The place a path means.
    /// - Throws: `PathNotFound`, `Argument` for a pattern with several matches, `DriveNotFound`.
    func place(of text: String, isLiteral: Bool, _ run: Invocation) throws -> Place {
        let selection = ItemSelection(patterns: [], isLiteral: isLiteral, filter: nil, include: [], exclude: [], force: false, run: run)
        let found = try selection.resolved(text)
        if found.count > 1 {
            throw ShellError(
                "Argument", "Cannot set the location because the path '\(text)' stands for several places.", type: "PSArgumentException",
                category: .invalidArgument, target: .text(text))
        }
        guard let item = found.first, item.isContainer(run) else {
            let full = (try? ItemPath.read(text, self))?.path ?? text
            throw ShellError(
                "PathNotFound", "Cannot find path '\(full)' because it does not exist.", type: "ItemNotFoundException", category: .objectNotFound,
                target: .text(full))
        }
        if !item.isFileSystem { return Place(location: location, drive: item.drive.name + ":/" + item.path) }
        return Place(location: item.path, drive: item.drive.name == "/" ? "" : item.shown)
    }
}
