// Views of processes and what was found in text.

import Runtime

enum SystemViews {
    static let all: [View] = [
        View(
            "process", types: ["System.Diagnostics.Process"],
            .table([
                scaled("NPM(K)", 7, "NPM", 1024, "n2"), scaled("PM(M)", 8, "PM", 1_048_576, "n2"), scaled("WS(M)", 10, "WS", 1_048_576, "n2"),
                scaled("CPU(s)", 10, "CPU", 1, "n2"),
                ViewField("Id", width: 7, alignment: .right), ViewField("SI", width: 3, alignment: .right), ViewField("ProcessName"),
            ])),
        View("process", types: ["System.Diagnostics.Process"], .wide(.property("ProcessName"))),
        View(
            "Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus", types: ["Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus"],
            .table([
                ViewField("Ping", width: 4, alignment: .right), ViewField("Source", width: 16),
                ViewField("Address", width: 25, .property("DisplayAddress")), ViewField("Latency(ms)", width: 7, alignment: .right, .property("Latency")),
                ViewField("BufferSize(B)", width: 10, alignment: .right, .property("BufferSize")), ViewField("Status", width: 16),
            ]), groupedBy: ViewField("Destination")),
        View(
            "Runspace", types: ["System.Management.Automation.Runspaces.Runspace"],
            .table([
                ViewField("Id", width: 3, alignment: .right), ViewField("Name", width: 15), ViewField("ComputerName", width: 15), ViewField("Type", width: 13),
                ViewField("State", width: 13), ViewField("Availability", width: 15),
            ])),
        // Paths are shown as they lie from here.
        View(
            "MatchInfo", types: ["Microsoft.PowerShell.Commands.MatchInfo"],
            .custom { match, session in
                TextLines.split(try session.call(match, "ToString", [.text(session.location)], session.scope).toText(session))
            }),
    ]

    private static func scaled(_ label: String, _ width: Int, _ property: String, _ divisor: Double, _ format: String) -> ViewField {
        .computed(label, width: width, alignment: .right) { process, session in
            guard let found = try session.ownProperty(of: process, property), !found.isNull, case .double(let number) = try session.convert(found, to: .double)
            else { return .null }
            return .text(try session.format(.double(number / divisor), as: format))
        }
    }
}
