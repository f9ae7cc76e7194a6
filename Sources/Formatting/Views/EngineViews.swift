// Views of what the shell itself is made of: commands, members, variables, modules, paths.

import Runtime

enum EngineViews {
    private static let automation = "System.Management.Automation."

    static let all: [View] = [
        View(
            "memberDefinition", types: ["Microsoft.PowerShell.Commands.MemberDefinition"],
            .table([ViewField("Name"), ViewField("MemberType"), ViewField("Definition")]), groupedBy: ViewField("TypeName"), isAutoSized: true),
        View(
            "CommandInfo", types: [automation + "CommandInfo"],
            .table([
                ViewField("CommandType", width: 15),
                .computed("Name", width: 50) { command, session in
                    if let alias = command.object as? AliasInfo, !alias.definition.isEmpty { return .text("\(alias.name) -> \(alias.definition)") }
                    return try session.ownProperty(of: command, "Name") ?? .null
                },
                ViewField("Version", width: 10), ViewField("Source"),
            ])),
        View("PSVariable", types: [automation + "PSVariable"], .table([ViewField("Name", width: 30), ViewField("Value")])),
        View(
            "Module", types: [automation + "PSModuleInfo"],
            .table([
                ViewField("ModuleType", width: 10), ViewField("Version", width: 10), ViewField("PreRelease", width: 10), ViewField("Name", width: 35),
                .computed("ExportedCommands") { module, session in
                    guard let table = try session.ownProperty(of: module, "ExportedCommands")?.asTable else { return .null }
                    return .array(table.table.keys)
                },
            ])),
        View("PathInfo", types: [automation + "PathInfo"], .table([ViewField("Path")])),
        View("PathInfoStack", types: [automation + "PathInfoStack"], .table([ViewField("Path")])),
        View(
            "drive", types: [automation + "PSDriveInfo"],
            .table([
                ViewField("Name", width: 10), gigabytes("Used (GB)", "Used"), gigabytes("Free (GB)", "Free"),
                ViewField(
                    "Provider", width: 13,
                    .computed { drive, session in
                        let provider = try session.ownProperty(of: drive, "Provider") ?? .null
                        return try session.ownProperty(of: provider, "Name") ?? provider
                    }),
                ViewField("Root", width: 35), ViewField("CurrentLocation", alignment: .right),
            ])),
        View(
            "provider", types: [automation + "ProviderInfo"], .table([ViewField("Name", width: 20), ViewField("Capabilities", width: 50), ViewField("Drives")])),
        View(
            "PSMethod", types: [automation + "PSMethod", automation + "PSScriptMethod"],
            .table([
                .computed("OverloadDefinitions") { method, session in
                    guard let found = try session.ownProperty(of: method, "OverloadDefinitions"), let all = try session.elements(of: found) else {
                        return .text(try method.toText(session))
                    }
                    return .text(try all.map { try $0.toText(session) }.joined(separator: "\n"))
                }
            ]), wraps: true),
        View(
            "history", types: ["Microsoft.PowerShell.Commands.HistoryInfo"],
            .table([
                ViewField("Id", width: 4, alignment: .right),
                .computed("Duration", width: 12, alignment: .right) { entry, session in
                    guard let span = try session.ownProperty(of: entry, "Duration")?.object as? SpanObject else { return .null }
                    return .text(try session.format(.double(Double(span.value.ticks) / 10_000_000), as: "0.000"))
                },
                ViewField("CommandLine"),
            ])),
        View(
            "Job", types: [automation + "Job"],
            .table([
                ViewField("Id", width: 6), ViewField("Name", width: 15), ViewField("PSJobTypeName", width: 15), ViewField("State", width: 13),
                ViewField("HasMoreData", width: 15),
                ViewField("Location", width: 20), ViewField("Command"),
            ])),
    ]

    private static func gigabytes(_ label: String, _ property: String) -> ViewField {
        .computed(label, width: 13, alignment: .right) { drive, session in
            guard let bytes = try session.ownProperty(of: drive, property), !bytes.isNull else { return .null }
            guard case .double(let count) = try session.convert(bytes, to: .double) else { return .null }
            return .text(try session.format(.double(count / 1_073_741_824), as: "##.00"))
        }
    }
}
