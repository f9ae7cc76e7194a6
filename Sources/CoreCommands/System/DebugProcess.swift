// Debug-Process: says that there is no debugger.

import Runtime

final class DebugProcess: Command {
    static let name = "Debug-Process"
    static let processName = Parameter<[String]>(
        "Name", aliases: ["ProcessName"], position: 0, mandatory: true, byName: true, sets: ["Name"], help: "Names; wildcards allowed.")
    static let id = Parameter<[Int]>("Id", aliases: ["PID", "ProcessId"], position: 0, mandatory: true, byName: true, sets: ["Id"], help: "Process numbers.")
    static let inputObject = Parameter<[Value]>(
        "InputObject", mandatory: true, pipeline: true, sets: ["InputObject"], type: ProcessObject.typeInfo.arrayType(), help: "Processes.")
    static let declaration = CommandDeclaration(
        synopsis: "Not supported: there is no debugger to attach.", description: "Finds the processes and says that they cannot be debugged.",
        parameters: [processName, id, inputObject], defaultSet: "Name", supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A process that is not there", "Debug-Process -Id 999999999 -ErrorAction SilentlyContinue; $?", output: "False\n")])

    func process(_ run: Invocation) throws {
        for process in try ProcessSelection.chosen(Self.id, Self.processName, Self.inputObject, run) {
            try run.writeError(
                "NoDebuggerFound", "There is no debugger to attach to \"\(process.name) (\(process.id))\".", type: ProcessSelection.error,
                category: .closeError, target: .object(process))
        }
    }
}
