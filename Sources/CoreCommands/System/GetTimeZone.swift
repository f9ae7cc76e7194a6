// Get-TimeZone: the zone that local times are in.

import Runtime
import TypeSystem

final class GetTimeZone: Command {
    static let name = "Get-TimeZone"
    static let aliases = ["gtz"]
    static let zoneName = Parameter<[String]>(
        "Name", position: 0, pipeline: true, sets: ["Name"], help: "Standard names or identifiers; wildcards allowed.")
    static let id = Parameter<[String]>("Id", mandatory: true, byName: true, sets: ["Id"], help: "Identifiers.")
    static let listAvailable = Parameter<Bool>("ListAvailable", mandatory: true, sets: ["ListAvailable"], help: "All zones that are known.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the time zone.", description: "The zone of local times, or one by name.", parameters: [zoneName, id, listAvailable], defaultSet: "Name",
        outputTypes: ["System.TimeZoneInfo"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("UTC", "(Get-TimeZone -Id UTC).Id", output: "UTC\n")])

    func process(_ run: Invocation) throws {
        if run.has(Self.listAvailable) {
            for id in ZoneObject.identifiers() { if let zone = ZoneObject.find(id) { try run.write(.object(zone)) } }
            return
        }
        guard let wanted = run[Self.id] ?? run[Self.zoneName] else { return try run.write(.object(ZoneObject.local(run.session))) }
        let isById = run[Self.id] != nil
        for name in wanted {
            if let zone = ZoneObject.find(name) {
                try run.write(.object(zone))
                continue
            }
            let all = isById ? [] : ZoneObject.identifiers().compactMap { ZoneObject.find($0) }
            let found = all.filter { WildcardName.matches($0.id, name) || WildcardName.matches($0.standardName, name) }
            if found.isEmpty, isById || !WildcardName.isWildcard(name) {
                try run.writeError(
                    "TimeZoneNotFound", "The time zone '\(name)' was not found on this system.", type: "System.TimeZoneNotFoundException",
                    category: .objectNotFound, target: .text(name))
            }
            for zone in found { try run.write(.object(zone)) }
        }
    }
}
