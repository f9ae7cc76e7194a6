// The commands of this folder, and what they share.

import Runtime
import Scalars
import TypeSystem

enum ModuleCommands {
    static let all: [any Command.Type] = [
        ImportModule.self, NewModule.self, RemoveModule.self, GetModule.self, ExportModuleMember.self, NewModuleManifest.self, TestModuleManifest.self,
        ImportLocalizedData.self,
    ]

    /// Modules as `-FullyQualifiedName` gives them.
    static func specifications(_ values: [Value]) -> [ModuleSpecification] { values.compactMap { ($0.object as? ModuleSpecificationObject)?.value } }
}
