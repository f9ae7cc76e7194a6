// Views of plain data: table entries, groups, times, versions, types.

import Runtime

enum DataViews {
    private static let entryTypes = ["System.Collections.DictionaryEntry", "System.Collections.Generic.KeyValuePair`2"]
    private static let group = "Microsoft.PowerShell.Commands.GroupInfo"

    static let all: [View] = [
        View("Dictionary", types: entryTypes, .table([ViewField("Name", width: 30), ViewField("Value")])),
        View("Dictionary", types: entryTypes, .list([ViewField("Name"), ViewField("Value")])),
        View("GroupInfoNoElement", types: [group + "NoElement"], .table([ViewField("Count", width: 5, alignment: .right), ViewField("Name")])),
        View("GroupInfo", types: [group], .table([ViewField("Count", width: 5, alignment: .right), ViewField("Name", width: 25), ViewField("Group")])),
        View("GroupInfo", types: [group], .list(["Name", "Count", "Group", "Values"].map { ViewField($0) })),
        View(
            "System.TimeSpan", types: ["System.TimeSpan"],
            .list(
                [
                    "Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks", "TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds",
                    "TotalMilliseconds",
                ].map { ViewField($0) })),
        View(
            "System.TimeSpan", types: ["System.TimeSpan"],
            .table(["Days", "Hours", "Minutes", "Seconds", "Milliseconds"].map { ViewField($0, alignment: .right) })),
        View("System.TimeSpan", types: ["System.TimeSpan"], .wide(.property("TotalMilliseconds"))),
        View("DateTime", types: ["System.DateTime"], .custom { date, session in [try dateText(date, session)] }),
        View(
            "System.Version", types: ["System.Version"],
            .table([ViewField("Major", width: 6), ViewField("Minor", width: 6), ViewField("Build", width: 6), ViewField("Revision", width: 8)])),
        View("System.Guid", types: ["System.Guid"], .table([.computed("Guid") { guid, session in .text(try guid.toText(session)) }])),
        View(
            "System.RuntimeType", types: ["System.RuntimeType"],
            .table([
                ViewField("IsPublic", width: 8), ViewField("IsSerial", width: 8, .property("IsSerializable")), ViewField("Name", width: 40),
                ViewField("BaseType"),
            ])),
        View(
            "System.Globalization.CultureInfo", types: ["System.Globalization.CultureInfo"],
            .table([ViewField("LCID", width: 16), ViewField("Name", width: 16), ViewField("DisplayName", width: 50)])),
    ]

    /// What the type data of dates says, or the long form; without the part that `Get-Date -DisplayHint` leaves out.
    private static func dateText(_ date: Value, _ session: Session) throws -> String {
        switch try session.property(of: date, "DisplayHint").toText(session).lowercased() {
        case "date": return try session.format(date, as: "dddd, dd MMMM yyyy")
        case "time": return try session.format(date, as: "HH:mm:ss")
        default: break
        }
        if let known = try session.ownProperty(of: date, "DateTime") { return try known.toText(session) }
        return try session.format(date, as: "dddd, dd MMMM yyyy HH:mm:ss")
    }
}
