// The eight parameters that say where the databases of a chat pool are.

import ChatModel
import Runtime

/// Where a chat pool's databases are, as a command takes it.
struct DatabaseParameters {
    let content: [Parameter<String>]
    let compliance: [Parameter<String>]

    init() {
        func placement(_ noun: String, _ what: String, aliases: [String]) -> [Parameter<String>] {
            [("", ""), ("Mirror", "The mirror of "), ("Backup", "The log shipping secondary of "), ("BackupMirror", "The mirror of the secondary of ")]
                .enumerated().map { place, prefix in
                    Parameter<String>.clearable(
                        "\(prefix.0)\(noun)", aliases: place == 0 ? aliases : [],
                        help: prefix.1.isEmpty ? "The SQL instance that holds the \(what) database." : "\(prefix.1)the \(what) database.")
                }
        }
        content = placement("PersistentChatDatabase", "content", aliases: ["ContentDatabase"])
        compliance = placement("PersistentChatComplianceDatabase", "compliance", aliases: ["ComplianceDatabase"])
    }

    var all: [any AnyParameter] { content + compliance }

    /// A placement as given; what is not given stays as in `old`.
    func placement(_ parameters: [Parameter<String>], from old: DatabasePlacement = DatabasePlacement(), _ run: Invocation) -> Alteration<DatabasePlacement> {
        guard parameters.contains(where: { run.isBound($0) }) else { return .keep }
        var new = old
        run.clearing(parameters[0]) { SqlInstance($0) }.apply(to: &new.instance)
        run.clearing(parameters[1]) { SqlInstance($0) }.apply(to: &new.mirror)
        run.clearing(parameters[2]) { SqlInstance($0) }.apply(to: &new.backup)
        run.clearing(parameters[3]) { SqlInstance($0) }.apply(to: &new.backupMirror)
        return .set(new)
    }
}
