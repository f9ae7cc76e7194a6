// Wait-Process: waits until processes have ended.

import Runtime

final class WaitProcess: Command {
    static let name = "Wait-Process"
    static let processName = Parameter<[String]>(
        "Name", aliases: ["ProcessName"], position: 0, mandatory: true, byName: true, sets: ["Name"], help: "Names; wildcards allowed.")
    static let id = Parameter<[Int]>("Id", aliases: ["PID", "ProcessId"], position: 0, mandatory: true, byName: true, sets: ["Id"], help: "Process numbers.")
    static let timeout = Parameter<Int>(
        "Timeout", aliases: ["TimeoutSec"], position: 1, validations: [.range(.int(0), .int(32767))], help: "At most so many seconds.")
    static let any = Parameter<Bool>("Any", help: "Until one of them has ended.")
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the processes.")
    static let inputObject = Parameter<[Value]>(
        "InputObject", mandatory: true, pipeline: true, sets: ["InputObject"], type: ProcessObject.typeInfo.arrayType(), help: "Processes.")
    static let declaration = CommandDeclaration(
        synopsis: "Waits until processes have ended.", description: "All of them, or with -Any one.",
        parameters: [processName, id, timeout, any, passThru, inputObject], defaultSet: "Name", outputTypes: ["System.Diagnostics.Process"],
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("One that was started", "$p = Start-Process true -PassThru; $p | Wait-Process; $p.HasExited", output: "True\n")])
    private var waiting: [ProcessObject] = []

    func process(_ run: Invocation) throws {
        waiting += try ProcessSelection.chosen(Self.id, Self.processName, Self.inputObject, run)
    }

    func end(_ run: Invocation) throws {
        let start = SystemClock.monotonicMilliseconds
        let limit = run[Self.timeout].map { Int64($0) * 1000 }
        while waiting.contains(where: { !$0.hasExited }) {
            if run.has(Self.any), waiting.contains(where: { $0.hasExited }) { break }
            if let limit, SystemClock.monotonicMilliseconds - start >= limit {
                for process in waiting where !process.hasExited {
                    try run.writeError(
                        "ProcessNotTerminated", "The process \"\(process.name) (\(process.id))\" did not end within the time given.",
                        type: "System.TimeoutException", category: .closeError, target: .object(process))
                }
                break
            }
            _ = try waiting.first { !$0.hasExited }?.wait(milliseconds: 20, run.session)
        }
        if run.has(Self.passThru) { for process in waiting { try run.write(.object(process)) } }
    }
}
