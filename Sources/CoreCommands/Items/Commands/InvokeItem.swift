// Invoke-Item: a file opened by the program that the desktop has for it.

import Glibc
import Runtime

final class InvokeItem: Command {
    static let name = "Invoke-Item"
    static let aliases = ["ii"]
    static let items = ItemParameters()
    static let declaration = CommandDeclaration(
        synopsis: "Opens items.", description: "Runs a program; opens other files with xdg-open if the system has it.", parameters: items.withoutForce,
        defaultSet: "Path", supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A file that is not there", "Invoke-Item /no/such/file -ErrorAction SilentlyContinue; $?", output: "False\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        for item in try Self.items.selection(run, hasForce: false).items() {
            guard item.isFileSystem else { continue }
            guard try run.shouldProcess("Item: \(item.path)", "Invoke Item") else { continue }
            let status = FileStatus(item.path)
            let isProgram = status?.isFile == true && access(item.path, X_OK) == 0
            guard isProgram || session.program(named: "xdg-open") != nil else {
                try run.writeError(
                    "InvokeItemError", "There is no program on this system to open '\(item.path)' with (xdg-open was not found).",
                    type: "System.ComponentModel.Win32Exception", category: .invalidOperation, target: .text(item.path))
                continue
            }
            let opener = (session.program(named: "xdg-open") as? ApplicationInfo)?.path ?? item.path
            let start = ProcessStart(
                program: isProgram ? item.path : opener, arguments: isProgram ? [] : [item.path], environment: session.environment, directory: session.location)
            do { session.startedProcesses.remember(try start.spawn()) } catch {
                try run.writeError(
                    "InvokeItemError", error.message, type: "System.ComponentModel.Win32Exception", category: .invalidOperation, target: .text(item.path))
            }
        }
    }
}

extension StartedProcesses {
    fileprivate func remember(_ id: Int32) { byNumber[id] = ProcessObject(id: id, isChild: true) }
}
