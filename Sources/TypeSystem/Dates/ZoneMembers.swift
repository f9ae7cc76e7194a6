// `System.TimeZoneInfo`: the zones of the system's table, by their own names and by those Windows gives them.

import Glibc
import Runtime
import Scalars

public final class ZoneObject: Box, @unchecked Sendable {
    public let id: String
    let zone: LocalZone
    let baseOffset: TimeSpan
    let displayName: String
    public let standardName: String
    let daylightName: String
    let hasDaylightSaving: Bool

    init(_ id: String, zone: LocalZone, baseOffset: TimeSpan, displayName: String, standardName: String, daylightName: String, hasDaylightSaving: Bool) {
        self.id = id
        self.zone = zone
        self.baseOffset = baseOffset
        self.displayName = displayName
        self.standardName = standardName
        self.daylightName = daylightName
        self.hasDaylightSaving = hasDaylightSaving
    }
    public override var type: TypeInfo { ZoneObject.typeInfo }
    public static let typeInfo = TypeInfo("System.TimeZoneInfo", base: .object)
    public override func describe(_ session: Session) throws -> String { displayName }
    public override func isEqual(to other: Object) -> Bool { (other as? ZoneObject)?.id == id }
    public override var equalityHash: Int { id.hashValue }

    // MARK: Finding

    private static let folder = "/usr/share/zoneinfo"
    static let utc = ZoneObject(
        "UTC", zone: .utc, baseOffset: .zero, displayName: "(UTC) Coordinated Universal Time", standardName: "Coordinated Universal Time",
        daylightName: "Coordinated Universal Time", hasDaylightSaving: false)

    /// `(UTC+01:00) name`.
    private static func shown(_ name: String, _ offset: TimeSpan) -> String {
        if offset == .zero { return "(UTC) " + name }
        let minutes = abs(Int(offset.totalMinutes))
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "(UTC\(offset.ticks < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))) " + name
    }

    /// A zone by its identifier, or by the name Windows has for it; nil if the system does not know it.
    public static func find(_ name: String) -> ZoneObject? {
        if ["utc", "etc/utc", "utc0"].contains(name.lowercased()) { return utc }
        let id = windowsNames[name] ?? name
        guard !id.isEmpty, !id.hasPrefix("/"), !id.contains(".."), !Disk.isDirectory(folder + "/" + id), let bytes = try? Disk.read(folder + "/" + id),
            let rules = ZoneRules(bytes)
        else { return nil }
        let offset = TimeSpan(ticks: rules.standardOffset * TimeSpan.ticksPerSecond)
        let known = id == "UTC" ? "Coordinated Universal Time" : id
        return ZoneObject(
            name, zone: LocalZone(rules: rules), baseOffset: offset, displayName: shown(known, offset),
            standardName: rules.standardName.first?.isLetter == true ? rules.standardName : known,
            daylightName: rules.daylightName.first?.isLetter == true ? rules.daylightName : known, hasDaylightSaving: rules.hasDaylightSaving)
    }

    /// The zone of the process, by TZ or the system's link.
    public static func local(_ session: Session) -> ZoneObject {
        var buffer = [CChar](repeating: 0, count: 1024)
        let length = readlink("/etc/localtime", &buffer, 1023)
        let link = length > 0 ? String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
        let fromLink = TextSearch.split(link, by: "zoneinfo/").dropFirst().last ?? "UTC"
        let named = session.environment["TZ"] ?? fromLink
        return find(named.hasPrefix(":") ? String(named.dropFirst()) : named) ?? utc
    }

    /// All identifiers of the system's table.
    public static func identifiers() -> [String] {
        // Without the table only UTC is known.
        let bytes = (try? Disk.read(folder + "/tzdata.zi")) ?? []
        var names: Set<String> = ["UTC"]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            if parts.count > 1, parts[0] == "Z" { names.insert(String(parts[1])) }
            if parts.count > 2, parts[0] == "L" { names.insert(String(parts[2])) }
        }
        if names.count == 1 {
            for line in String(decoding: (try? Disk.read(folder + "/zone.tab")) ?? [], as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
                let parts = line.split(separator: "\t")
                if parts.count > 2 { names.insert(String(parts[2])) }
            }
        }
        return names.filter { $0 == "UTC" || $0.contains("/") }.sorted()
    }

    private static let windowsNames: [String: String] = [
        "W. Europe Standard Time": "Europe/Berlin", "Central Europe Standard Time": "Europe/Budapest", "Romance Standard Time": "Europe/Paris",
        "Central European Standard Time": "Europe/Warsaw", "GMT Standard Time": "Europe/London", "Greenwich Standard Time": "Atlantic/Reykjavik",
        "E. Europe Standard Time": "Europe/Chisinau", "FLE Standard Time": "Europe/Kiev", "GTB Standard Time": "Europe/Bucharest",
        "Russian Standard Time": "Europe/Moscow", "Turkey Standard Time": "Europe/Istanbul", "Israel Standard Time": "Asia/Jerusalem",
        "South Africa Standard Time": "Africa/Johannesburg", "Egypt Standard Time": "Africa/Cairo", "Morocco Standard Time": "Africa/Casablanca",
        "Arab Standard Time": "Asia/Riyadh", "Arabian Standard Time": "Asia/Dubai", "Iran Standard Time": "Asia/Tehran",
        "Pakistan Standard Time": "Asia/Karachi",
        "India Standard Time": "Asia/Calcutta", "Nepal Standard Time": "Asia/Katmandu", "SE Asia Standard Time": "Asia/Bangkok",
        "China Standard Time": "Asia/Shanghai", "Singapore Standard Time": "Asia/Singapore", "Taipei Standard Time": "Asia/Taipei",
        "W. Australia Standard Time": "Australia/Perth", "Tokyo Standard Time": "Asia/Tokyo", "Korea Standard Time": "Asia/Seoul",
        "AUS Central Standard Time": "Australia/Darwin", "Cen. Australia Standard Time": "Australia/Adelaide", "AUS Eastern Standard Time": "Australia/Sydney",
        "E. Australia Standard Time": "Australia/Brisbane", "Tasmania Standard Time": "Australia/Hobart", "New Zealand Standard Time": "Pacific/Auckland",
        "Hawaiian Standard Time": "Pacific/Honolulu", "Alaskan Standard Time": "America/Anchorage", "Pacific Standard Time": "America/Los_Angeles",
        "US Mountain Standard Time": "America/Phoenix", "Mountain Standard Time": "America/Denver", "Central Standard Time": "America/Chicago",
        "Canada Central Standard Time": "America/Regina", "Central Standard Time (Mexico)": "America/Mexico_City", "Eastern Standard Time": "America/New_York",
        "US Eastern Standard Time": "America/Indianapolis", "Atlantic Standard Time": "America/Halifax", "Newfoundland Standard Time": "America/St_Johns",
        "SA Pacific Standard Time": "America/Bogota", "SA Eastern Standard Time": "America/Cayenne", "E. South America Standard Time": "America/Sao_Paulo",
        "Argentina Standard Time": "America/Buenos_Aires", "Pacific SA Standard Time": "America/Santiago", "Azores Standard Time": "Atlantic/Azores",
        "W. Central Africa Standard Time": "Africa/Lagos", "E. Africa Standard Time": "Africa/Nairobi",
    ]

    // MARK: Members

    private static func own(_ value: Value) throws -> ZoneObject {
        guard let zone = value.object as? ZoneObject else { throw Refusals.null("timeZone") }
        return zone
    }
    private static func found(_ name: String) throws -> ZoneObject {
        guard let zone = find(name) else {
            throw MethodFailure("System.TimeZoneNotFoundException", "The time zone ID '\(name)' was not found on the local computer.")
        }
        return zone
    }
    private static func text(_ name: String, _ read: @escaping @Sendable (ZoneObject) -> String) -> Property {
        Property(name, .string, get: { t, _ in .text(read(try own(t))) })
    }

    /// A date in UTC: one of no particular kind is the zone's.
    private static func utc(_ date: DateTime, _ source: ZoneObject, _ session: Session) throws -> DateTime {
        switch date.kind {
        case .utc: return date
        case .local where source.id != local(session).id && source.id != "UTC":
            throw Refusals.argument(
                "The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly. (Parameter 'sourceTimeZone')"
            )
        default:
            if source.zone.isInvalid(localTicks: date.ticks) {
                throw Refusals.argument(
                    "The supplied DateTime represents an invalid time. For example, when the clock is adjusted forward, any time in the period that is skipped is invalid. (Parameter 'dateTime')"
                )
            }
            return DateTime(ticks: date.ticks, kind: .unspecified).toUniversalTime(source.zone)
        }
    }
    private static func shownIn(_ zone: ZoneObject, _ utc: DateTime) -> Value {
        if zone.id == "UTC" { return DateTimeMembers.make(DateTime(ticks: utc.ticks, kind: .utc)) }
        let there = DateTime(ticks: utc.ticks, kind: .utc).toLocalTime(zone.zone)
        return DateTimeMembers.make(DateTime(ticks: there.ticks, kind: .unspecified))
    }
    private static func offset(_ zone: ZoneObject, _ date: DateTime, _ session: Session) -> TimeSpan {
        let ticks: Int64
        switch date.kind {
        case .utc: ticks = zone.zone.offsetSeconds(atUtcTicks: date.ticks)
        case .local: ticks = zone.zone.offsetSeconds(atUtcTicks: date.toUniversalTime(session.zone).ticks)
        case .unspecified: ticks = zone.zone.offsetSeconds(atLocalTicks: date.ticks)
        }
        return TimeSpan(ticks: ticks * TimeSpan.ticksPerSecond)
    }

    static let known = KnownType(typeInfo) {
        let date = OverloadParameter.of("dateTime", .dateTime), zone = OverloadParameter.of("timeZone", typeInfo)
        return MemberTable(
            properties: [
                text("Id") { $0.id }, Property("HasIanaId", .bool, get: { t, _ in .bool(windowsNames[try own(t).id] == nil) }),
                text("DisplayName") { $0.displayName },
                text("StandardName") { $0.standardName }, text("DaylightName") { $0.daylightName },
                Property("BaseUtcOffset", .timeSpan, get: { t, _ in DateTimeMembers.make(try own(t).baseOffset) }),
                Property("SupportsDaylightSavingTime", .bool, get: { t, _ in .bool(try own(t).hasDaylightSaving) }),
            ],
            methods: [
                Method(
                    "GetUtcOffset",
                    [
                        Overload([date], returns: .timeSpan) { t, a, session in
                            DateTimeMembers.make(offset(try own(t), DateTimeMembers.date(a[0]), session))
                        },
                        Overload([.of("dateTimeOffset", OffsetObject.typeInfo)], returns: .timeSpan) { t, a, _ in
                            let moment = (a[0].object as? OffsetObject)?.value.utcTicks ?? 0
                            return DateTimeMembers.make(TimeSpan(ticks: try own(t).zone.offsetSeconds(atUtcTicks: moment) * TimeSpan.ticksPerSecond))
                        },
                    ]),
                Method("IsDaylightSavingTime", [date], returns: .bool) { t, a, session in
                    let given = DateTimeMembers.date(a[0])
                    let there = given.kind == .unspecified ? given : given.toUniversalTime(session.zone).toLocalTime(try own(t).zone)
                    return .bool(try own(t).zone.isDaylightSaving(atLocalTicks: there.ticks))
                },
                Method("IsInvalidTime", [date], returns: .bool) { t, a, _ in .bool(try own(t).zone.isInvalid(localTicks: DateTimeMembers.date(a[0]).ticks)) },
                Method("IsAmbiguousTime", [date], returns: .bool) { t, a, _ in .bool(try own(t).zone.isAmbiguous(localTicks: DateTimeMembers.date(a[0]).ticks))
                },
                Method("HasSameRules", [.of("other", typeInfo)], returns: .bool) { t, a, _ in .bool(try own(t).id == own(a[0]).id) },
                Method("GetAdjustmentRules", returns: .objectArray) { _, _, _ in .array([]) },
            ],
            staticProperties: [
                Property("Utc", typeInfo, get: { _, _ in .object(utc) }), Property("Local", typeInfo, get: { _, session in .object(local(session)) }),
            ],
            staticMethods: [
                Method("FindSystemTimeZoneById", [.text("id")], returns: typeInfo) { _, a, _ in .object(try found(a.text(0))) },
                Method("TryFindSystemTimeZoneById", [.text("id"), .byReference("timeZoneInfo", typeInfo)], returns: .bool) { _, a, session in
                    let zone = find(a.text(0))
                    try (a[1].object as? ReferenceObject)?.variable.write(zone.map { .object($0) } ?? .null, session)
                    return .bool(zone != nil)
                },
                Method("GetSystemTimeZones", returns: .objectArray) { _, _, _ in
                    .object(ArrayObject(identifiers().compactMap { find($0) }.map { .object($0) }, elementType: typeInfo))
                },
                Method("TryConvertWindowsIdToIanaId", [.text("windowsId"), .byReference("ianaId", .string)], returns: .bool) { _, a, session in
                    let found = windowsNames.first { $0.key.equalsIgnoringCase(a.text(0)) }?.value
                    try (a[1].object as? ReferenceObject)?.variable.write(found.map { .text($0) } ?? .null, session)
                    return .bool(found != nil)
                },
                Method("TryConvertIanaIdToWindowsId", [.text("ianaId"), .byReference("windowsId", .string)], returns: .bool) { _, a, session in
                    let found = windowsNames.first { $0.value.equalsIgnoringCase(a.text(0)) }?.key
                    try (a[1].object as? ReferenceObject)?.variable.write(found.map { .text($0) } ?? .null, session)
                    return .bool(found != nil)
                },
                Method("ClearCachedData") { _, _, _ in .nothing },
                Method("ConvertTimeFromUtc", [date, zone], returns: .dateTime) { _, a, _ in
                    let given = DateTimeMembers.date(a[0])
                    if given.kind == .local {
                        throw Refusals.argument(
                            "The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly. (Parameter 'dateTime')"
                        )
                    }
                    return shownIn(try own(a[1]), given)
                },
                Method(
                    "ConvertTimeToUtc",
                    [
                        Overload([date], returns: .dateTime) { _, a, session in
                            DateTimeMembers.make(DateTimeMembers.date(a[0]).toUniversalTime(session.zone))
                        },
                        Overload([date, .of("sourceTimeZone", typeInfo)], returns: .dateTime) { _, a, session in
                            DateTimeMembers.make(try utc(DateTimeMembers.date(a[0]), own(a[1]), session))
                        },
                    ]),
                Method(
                    "ConvertTime",
                    [
                        Overload([date, .of("destinationTimeZone", typeInfo)], returns: .dateTime) { _, a, session in
                            shownIn(try own(a[1]), try utc(DateTimeMembers.date(a[0]), local(session), session))
                        },
                        Overload([.of("dateTimeOffset", OffsetObject.typeInfo), .of("destinationTimeZone", typeInfo)], returns: OffsetObject.typeInfo) {
                            _, a, _ in
                            guard let given = (a[0].object as? OffsetObject)?.value else { throw Refusals.null("dateTimeOffset") }
                            let seconds = try own(a[1]).zone.offsetSeconds(atUtcTicks: given.utcTicks)
                            return .object(OffsetObject(try given.toOffset(TimeSpan(ticks: seconds * TimeSpan.ticksPerSecond))))
                        },
                        Overload([date, .of("sourceTimeZone", typeInfo), .of("destinationTimeZone", typeInfo)], returns: .dateTime) { _, a, session in
                            shownIn(try own(a[2]), try utc(DateTimeMembers.date(a[0]), own(a[1]), session))
                        },
                    ]),
                Method(
                    "ConvertTimeBySystemTimeZoneId",
                    [
                        Overload([date, .text("destinationTimeZoneId")], returns: .dateTime) { _, a, session in
                            shownIn(try found(a.text(1)), try utc(DateTimeMembers.date(a[0]), local(session), session))
                        },
                        Overload([date, .text("sourceTimeZoneId"), .text("destinationTimeZoneId")], returns: .dateTime) { _, a, session in
                            shownIn(try found(a.text(2)), try utc(DateTimeMembers.date(a[0]), found(a.text(1)), session))
                        },
                    ]),
                Method(
                    "CreateCustomTimeZone", [.text("id"), .of("baseUtcOffset", .timeSpan), .text("displayName"), .text("standardDisplayName")],
                    returns: typeInfo
                ) { _, a, _ in
                    let offset = DateTimeMembers.span(a[1])
                    if a.text(0).isEmpty { throw Refusals.argument("The value cannot be an empty string. (Parameter 'id')") }
                    if abs(offset.ticks) > 14 * 36_000_000_000 {
                        throw Refusals.outOfRange("baseUtcOffset", "The TimeSpan parameter must be within plus or minus 14.0 hours.")
                    }
                    return .object(
                        ZoneObject(
                            a.text(0), zone: .fixed(seconds: Int(offset.ticks / TimeSpan.ticksPerSecond)), baseOffset: offset, displayName: a.text(2),
                            standardName: a.text(3), daylightName: a.text(3), hasDaylightSaving: false))
                },
            ],
            convert: { value, _ in try value.asString.map { .object(try found($0)) } })
    }
}
