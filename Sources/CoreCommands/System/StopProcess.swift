// Stop-Process: processes end at once.

import Runtime

final class StopProcess: Command {
    static let name = "Stop-Process"
    static let aliases = ["spps"]
    static let id = Parameter<[Int]>("Id", position: 0, mandatory: true, byName: true, sets: ["Id"], help: "Process numbers.")
    static let processName = Parameter<[String]>(
        "Name", aliases: ["ProcessName"], mandatory: true, byName: true, sets: ["Name"], help: "Names; wildcards allowed.")
    static let inputObject = Parameter<[Value]>(
        "InputObject", position: 0, mandatory: true, pipeline: true, sets: ["InputObject"], type: ProcessObject.typeInfo.arrayType(), help: "Processes.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the processes.")
    static let force = Parameter<Bool>("Force", help: "Without asking for processes of others.")
    static let declaration = CommandDeclaration(
        synopsis: "Stops processes.", description: "At once, without giving them time to clean up.",
        parameters: [id, processName, inputObject, passThru, force], defaultSet: "Id", supportsShouldProcess: true, outputTypes: ["System.Diagnostics.Process"],
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("One that was started", "$p = Start-Process sleep 30 -PassThru; Stop-Process $p; $p.WaitForExit(1000)", output: "True\n")])

    func process(_ run: Invocation) throws {
        for process in try ProcessSelection.chosen(Self.id, Self.processName, Self.inputObject, run) {
            guard try run.shouldProcess("\(process.name) (\(process.id))", "Stop-Process") else { continue }
            do { try process.stop() } catch let failure as MethodFailure {
                try run.writeError(
                    "CouldNotStopProcess", "Cannot stop process \"\(process.name) (\(process.id))\": \(failure.exception.message)",
                    type: ProcessSelection.error, category: .closeError, target: .object(process))
                continue
            }
            if run.has(Self.passThru) { try run.write(.object(process)) }
        }
    }
}
