// Get-Process: the processes of the system.

import Runtime

final class GetProcess: Command {
    static let name = "Get-Process"
    static let aliases = ["gps"]
    static let processName = Parameter<[String]>(
        "Name", aliases: ["ProcessName"], position: 0, byName: true, sets: ["Name", "NameWithUserName"], validations: [.notNullOrEmpty],
        help: "Names; wildcards allowed.")
    static let id = Parameter<[Int]>("Id", aliases: ["PID"], mandatory: true, byName: true, sets: ["Id", "IdWithUserName"], help: "Process numbers.")
    static let inputObject = Parameter<[Value]>(
        "InputObject", mandatory: true, pipeline: true, sets: ["InputObject", "InputObjectWithUserName"], type: ProcessObject.typeInfo.arrayType(),
        help: "Processes.")
    static let includeUserName = Parameter<Bool>(
        "IncludeUserName", mandatory: true, sets: ["NameWithUserName", "IdWithUserName", "InputObjectWithUserName"], help: "The owner is known in any case.")
    static let module = Parameter<Bool>("Module", sets: ["Name", "Id", "InputObject"], help: "The files each has mapped, in place of the process.")
    static let fileVersion = Parameter<Bool>(
        "FileVersionInfo", aliases: ["FV", "FVI"], sets: ["Name", "Id", "InputObject"], help: "The version of its program, in place of the process.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets processes.", description: "All of them by name, or those with a name or number.",
        parameters: [processName, id, inputObject, includeUserName, module, fileVersion], defaultSet: "Name", outputTypes: ["System.Diagnostics.Process"],
        module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("This shell itself", "(Get-Process -Id $PID).Id -eq $PID", output: "True\n")])

    func process(_ run: Invocation) throws {
        let found: [ProcessObject]
        if let ids = run[Self.id] {
            found = try ProcessSelection.byNumber(ids, run)
        } else if let objects = run[Self.inputObject] {
            found = ProcessSelection.objects(objects)
        } else {
            found = try ProcessSelection.byName(run[Self.processName] ?? ["*"], run)
        }
        for process in found {
            if run.has(Self.module) {
                let modules = process.modules
                for module in modules {
                    try run.write(run.has(Self.fileVersion) ? .object(FileVersionObject(module["FileName"].asString ?? "")) : .object(module))
                }
            } else if run.has(Self.fileVersion) {
                if let path = process.path { try run.write(.object(FileVersionObject(path))) }
            } else {
                try run.write(.object(process))
            }
        }
    }
}
