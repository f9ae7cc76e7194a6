// Test-ModuleManifest: reads a manifest and checks that what it names is there.

import Runtime

final class TestModuleManifest: Command {
    static let name = "Test-ModuleManifest"
    static let path = Parameter<String>("Path", position: 0, mandatory: true, pipeline: true, byName: true, help: "The manifest.")
    static let declaration = CommandDeclaration(
        synopsis: "Checks a module manifest.",
        description: "Reads a manifest without loading the module, checks that the files it names are there, and writes the module it describes.",
        parameters: [path], outputTypes: ["System.Management.Automation.PSModuleInfo"], module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample(
                "The version",
                "$f = Join-Path ([IO.Path]::GetTempPath()) 'Rooms.psd1'\nSet-Content $f \"@{ ModuleVersion = '1.2' }\"\n\"$((Test-ModuleManifest $f).Version)\"",
                output: "1.2\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        let given = run[Self.path] ?? "", full = session.fullPath(given)
        guard FileStatus(full)?.isFile == true else {
            return try run.writeError(
                "Modules_ModuleManifestNotFound", "The manifest '\(full)' was not found.", type: "System.IO.FileNotFoundException", category: .objectNotFound,
                target: .text(given))
        }
        guard full.lowercased().hasSuffix(".psd1") else {
            return try run.writeError(
                "Modules_InvalidModuleManifestPath", "A manifest must end in .psd1, but is '\(full)'.", type: "System.InvalidOperationException",
                category: .invalidArgument, target: .text(given))
        }
        do {
            let manifest = try ModuleManifest.read(full, session)
            _ = try manifest.moduleVersion(session)
            for (key, isList) in [("RootModule", false), ("NestedModules", true), ("ScriptsToProcess", true), ("FileList", true)] {
                for value in try manifest.list(key, session) ?? [] {
                    let text = value.asTable == nil ? try value.toText(session) : ""
                    if text.isEmpty || (session.builtInModule(named: text) != nil && isList) { continue }
                    if ModuleFiles(session).file(ModuleSpecification(text), from: ModuleNames.folder(full)) == nil {
                        try run.writeError(
                            key == "RootModule" ? "Modules_InvalidRootModuleInModuleManifest" : "Modules_Invalid\(key)inModuleManifest",
                            "The manifest '\(full)' names '\(text)' under \(key), which is not there.", type: "System.InvalidOperationException",
                            category: .objectNotFound, target: .text(given))
                    }
                }
            }
        } catch let failure as ShellError { return try run.writeError(failure.record) }
        if let module = session.outlinedModule(full) { try run.write(.object(module)) }
    }
}
