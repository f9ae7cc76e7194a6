// Stop-Process, Wait-Process, Debug-Process: processes end, are waited for, and are looked at.

import Runtime

final class StopProcess: Command {
    static let name = "Stop-Process"
    static let aliases = ["spps"]
    static let id = Parameter<[Int]>("Id", position: 0, mandatory: true, byName: true, sets: ["Id"], help: "Process numbers.")
    static let processName = Parameter<[String]>("Name", aliases: ["ProcessName"], mandatory: true, byName: true, sets: ["Name"], help: "Names; wildcards allowed.")
    static let inputObject = Parameter<[Value]>("InputObject", position: 0, mandatory: true, pipeline: true, sets: ["InputObject"], type: ProcessObject.typeInfo.arrayType(), help: "Processes.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the processes.")
    static let force = Parameter<Bool>("Force", help: "Without asking for processes of others.")
    static let declaration = CommandDeclaration(
        synopsis: "Stops processes.", description: "At once, without giving them time to clean up.", parameters: [id, processName, inputObject, passThru, force], defaultSet: "Id", supportsShouldProcess: true, outputTypes: ["System.Diagnostics.Process"],
        module: "Microsoft.PowerShell.Management", examples: [CommandExample("One that was started", "$p = Start-Process sleep 30 -PassThru; Stop-Process $p; $p.WaitForExit(1000)", output: "True\n")])

    func process(_ run: Invocation) throws {
        let found: [ProcessObject]
        if let ids = run[Self.id] { found = try ProcessSelection.byNumber(ids, run) } else if let names = run[Self.processName] { found = try ProcessSelection.byName(names, run) } else { found = ProcessSelection.objects(run[Self.inputObject] ?? []) }
        for process in found {
            guard try run.shouldProcess("\(process.name) (\(process.id))", "Stop-Process") else { continue }
            do { try process.stop() } catch let failure as MethodFailure {
                try run.writeError("CouldNotStopProcess", "Cannot stop process \"\(process.name) (\(process.id))\": \(failure.exception.message)", type: ProcessSelection.error, category: .closeError, target: .object(process))
                continue
            }
            if run.has(Self.passThru) { try run.write(.object(process)) }
        }
    }
}

final class WaitProcess: Command {
    static let name = "Wait-Process"
    static let processName = Parameter<[String]>("Name", aliases: ["ProcessName"], position: 0, mandatory: true, byName: true, sets: ["Name"], help: "Names; wildcards allowed.")
    static let id = Parameter<[Int]>("Id", aliases: ["PID", "ProcessId"], position: 0, mandatory: true, byName: true, sets: ["Id"], help: "Process numbers.")
    static let timeout = Parameter<Int>("Timeout", aliases: ["TimeoutSec"], position: 1, validations: [.range(.int(0), .int(32767))], help: "At most so many seconds.")
    static let any = Parameter<Bool>("Any", help: "Until one of them has ended.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the processes.")
    static let inputObject = Parameter<[Value]>("InputObject", mandatory: true, pipeline: true, sets: ["InputObject"], type: ProcessObject.typeInfo.arrayType(), help: "Processes.")
    static let declaration = CommandDeclaration(
        synopsis: "Waits until processes have ended.", description: "All of them, or with -Any one.", parameters: [processName, id, timeout, any, passThru, inputObject], defaultSet: "Name", outputTypes: ["System.Diagnostics.Process"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("One that was started", "$p = Start-Process true -PassThru; $p | Wait-Process; $p.HasExited", output: "True\n")])
    private var waiting: [ProcessObject] = []

    func process(_ run: Invocation) throws {
        if let ids = run[Self.id] { waiting += try ProcessSelection.byNumber(ids, run) } else if let names = run[Self.processName] { waiting += try ProcessSelection.byName(names, run) } else { waiting += ProcessSelection.objects(run[Self.inputObject] ?? []) }
    }

    func end(_ run: Invocation) throws {
        let start = SystemClock.monotonicMilliseconds
        let limit = run[Self.timeout].map { Int64($0) * 1000 }
        while waiting.contains(where: { !$0.hasExited }) {
            if run.has(Self.any), waiting.contains(where: { $0.hasExited }) { break }
            if let limit, SystemClock.monotonicMilliseconds - start >= limit {
                for process in waiting where !process.hasExited {
                    try run.writeError("ProcessNotTerminated", "The process \"\(process.name) (\(process.id))\" did not end within the time given.", type: "System.TimeoutException", category: .closeError, target: .object(process))
                }
                break
            }
            _ = try waiting.first { !$0.hasExited }?.wait(milliseconds: 20, run.session)
        }
        if run.has(Self.passThru) { for process in waiting { try run.write(.object(process)) } }
    }
}

final class DebugProcess: Command {
    static let name = "Debug-Process"
    static let processName = Parameter<[String]>("Name", aliases: ["ProcessName"], position: 0, mandatory: true, byName: true, sets: ["Name"], help: "Names; wildcards allowed.")
    static let id = Parameter<[Int]>("Id", aliases: ["PID", "ProcessId"], position: 0, mandatory: true, byName: true, sets: ["Id"], help: "Process numbers.")
    static let inputObject = Parameter<[Value]>("InputObject", mandatory: true, pipeline: true, sets: ["InputObject"], type: ProcessObject.typeInfo.arrayType(), help: "Processes.")
    static let declaration = CommandDeclaration(
        synopsis: "Not supported: there is no debugger to attach.", description: "Finds the processes and says that they cannot be debugged.", parameters: [processName, id, inputObject], defaultSet: "Name", supportsShouldProcess: true, module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A process that is not there", "Debug-Process -Id 999999999 -ErrorAction SilentlyContinue; $?", output: "False\n")])

    func process(_ run: Invocation) throws {
        let found: [ProcessObject]
        if let ids = run[Self.id] { found = try ProcessSelection.byNumber(ids, run) } else if let names = run[Self.processName] { found = try ProcessSelection.byName(names, run) } else { found = ProcessSelection.objects(run[Self.inputObject] ?? []) }
        for process in found { try run.writeError("NoDebuggerFound", "There is no debugger to attach to \"\(process.name) (\(process.id))\".", type: ProcessSelection.error, category: .closeError, target: .object(process)) }
    }
}
