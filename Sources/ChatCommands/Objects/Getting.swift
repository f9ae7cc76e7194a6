// What Get commands have in common: exact names must exist, patterns may find nothing.

import ChatModel
import ChatStore
import Runtime

/// Whether a text holds wildcards.
func isPattern(_ text: String) -> Bool { text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") } }

extension Invocation {
    /// Writes the objects that `-Identity` asks for, out of few: all without it, those that fit a pattern, or the one of a name.
    ///
    /// - Parameters:
    ///   - bare: Takes the prefix off a written identity.
    ///   - find: The one object of a name; throws `Refusal` if there is none.
    func writeWanted<Entity>(
        _ names: [String]?, of store: any DeploymentStore, all: () throws -> [Entity], name: (Entity) -> String, bare: (String) -> String = { $0 },
        find: (String) throws -> Entity, where isWanted: (Entity) -> Bool = { _ in true }, show: (Entity) throws -> Value
    ) throws {
        for written in names ?? ["*"] {
            let wanted = bare(written)
            guard isPattern(wanted) else {
                do {
                    let entity = try find(wanted)
                    if isWanted(entity) { try write(try show(entity)) }
                } catch let refusal as Refusal {
                    try writeError(refusal.record)
                }
                continue
            }
            let pattern = NamePattern(wanted)
            for entity in try all() where pattern.matches(name(entity)) && isWanted(entity) { try write(try show(entity)) }
        }
    }
}
