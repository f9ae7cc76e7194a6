// Get-TimeZone: the zone that local times are in.

import Glibc
import Runtime
import Scalars

final class TimeZoneObject: Box, @unchecked Sendable {
    let id: String
    let offset: TimeSpan
    init(_ id: String, offset: TimeSpan) { self.id = id; self.offset = offset }
    override var type: TypeInfo { TimeZoneObject.typeInfo }
    override func describe(_ session: Session) throws -> String { shown }
    static let typeInfo = TypeInfo("System.TimeZoneInfo", base: .object)

    var shown: String {
        if offset == .zero { return "(UTC) " + name }
        let minutes = abs(Int(offset.totalMinutes))
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "(UTC\(offset.ticks < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))) " + name
    }
    var name: String { id == "UTC" ? "Coordinated Universal Time" : id }

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) -> TimeZoneObject? { value.object as? TimeZoneObject }
        func text(_ name: String, _ read: @escaping @Sendable (TimeZoneObject) -> String) -> Property {
            Property(name, .string, get: { t, _ in .text(own(t).map(read) ?? "") })
        }
        return MemberTable(properties: [
            text("Id") { $0.id }, Property("HasIanaId", .bool, get: { _, _ in .true }), text("DisplayName") { $0.shown }, text("StandardName") { $0.name },
            text("DaylightName") { $0.name },
            Property("BaseUtcOffset", .timeSpan, get: { t, _ in .object(SpanObject(own(t)?.offset ?? .zero)) }),
            Property("SupportsDaylightSavingTime", .bool, get: { t, _ in .bool(own(t)?.id != "UTC") }),
        ])
    }

    /// The zone of the process, by TZ or the system's link.
    static func local(_ session: Session) -> TimeZoneObject {
        let named =
            session.environment["TZ"] ?? Folder.linkTarget("/etc/localtime").flatMap { path in
                path.range(ofText: "zoneinfo/").map { String(path[$0.upperBound...]) }
            } ?? "UTC"
        let id = named.isEmpty || named == "Etc/UTC" || named == "UTC0" ? "UTC" : named.hasPrefix(":") ? String(named.dropFirst()) : named
        // The offset in January and July: the smaller one is that without daylight saving.
        let offsets = [638_395_776_000_000_000, 638_552_160_000_000_000].map { session.zone.offsetSeconds(atUtcTicks: $0) }
        return TimeZoneObject(id, offset: TimeSpan(ticks: (offsets.min() ?? 0) * TimeSpan.ticksPerSecond))
    }
}

final class GetTimeZone: Command {
    static let name = "Get-TimeZone"
    static let aliases = ["gtz"]
    static let zoneName = Parameter<[String]>(
        "Name", position: 0, pipeline: true, sets: ["Name"], help: "Names; wildcards allowed. Only UTC and the zone of the system are known.")
    static let id = Parameter<[String]>("Id", mandatory: true, byName: true, sets: ["Id"], help: "Identifiers.")
    static let listAvailable = Parameter<Bool>("ListAvailable", mandatory: true, sets: ["ListAvailable"], help: "All zones that are known.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the time zone.", description: "The zone of local times, or one by name.", parameters: [zoneName, id, listAvailable], defaultSet: "Name",
        outputTypes: ["System.TimeZoneInfo"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("UTC", "(Get-TimeZone -Id UTC).Id", output: "UTC\n")])

    func process(_ run: Invocation) throws {
        let local = TimeZoneObject.local(run.session)
        let all = local.id == "UTC" ? [local] : [local, TimeZoneObject("UTC", offset: .zero)]
        if run.has(Self.listAvailable) {
            for zone in all { try run.write(.object(zone)) }
            return
        }
        guard let wanted = run[Self.id] ?? run[Self.zoneName] else { return try run.write(.object(local)) }
        for name in wanted {
            let found = all.filter { WildcardName.matches($0.id, name) || WildcardName.matches($0.name, name) }
            if found.isEmpty, !WildcardName.isWildcard(name) {
                try run.writeError(
                    "TimeZoneNotFound", "The time zone '\(name)' was not found on this system.", type: "System.Exception", category: .objectNotFound,
                    target: .text(name))
            }
            for zone in found { try run.write(.object(zone)) }
        }
    }
}
