// The modules that the shell's own commands are said to belong to.

import Scalars

extension Session {
    /// The modules of the commands written in Swift, by name.
    public var builtInModules: [ModuleInfo] {
        attachment(BuiltInModules.self) {
            var byName: [String: ModuleInfo] = [:]
            for key in commandTable.keys {
                guard let info = cmdlet(named: key) else { continue }
                let name = info.moduleName
                let module = byName[name] ?? ModuleInfo(name: name, path: "", kind: .manifest)
                module.version = NetVersion(major: 7, minor: 0, build: 0, revision: 0)
                module.exports.cmdlets.append(info)
                byName[name] = module
            }
            for module in byName.values { module.exports.cmdlets.sort { $0.name.lowercased() < $1.name.lowercased() } }
            return BuiltInModules(byName.values.sorted { $0.name.lowercased() < $1.name.lowercased() })
        }.all
    }

    public func builtInModule(named name: String) -> ModuleInfo? { builtInModules.first { $0.name.equalsIgnoringCase(name) } }
}

final class BuiltInModules {
    let all: [ModuleInfo]
    init(_ all: [ModuleInfo]) { self.all = all }
}
