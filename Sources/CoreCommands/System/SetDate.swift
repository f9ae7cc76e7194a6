// Set-Date: the clock of the system.

import Glibc
import Runtime
import Scalars
import TypeSystem

final class SetDate: Command {
    static let name = "Set-Date"
    static let date = Parameter<DateTime>(
        "Date", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["Date"], help: "The date and time it is to be.")
    static let adjust = Parameter<TimeSpan>("Adjust", position: 0, mandatory: true, byName: true, sets: ["Adjust"], help: "How far the clock is to be moved.")
    static let displayHint = Parameter<Value>("DisplayHint", type: GetDate.hints, help: "What of it is shown: Date, Time or DateTime.")
    static let declaration = CommandDeclaration(
        synopsis: "Sets the clock of the system.", description: "Only an administrator may. Writes the new time.", parameters: [date, adjust, displayHint],
        defaultSet: "Date", supportsShouldProcess: true, outputTypes: ["System.DateTime"], module: "Microsoft.PowerShell.Utility",
        examples: [
            CommandExample(
                "What it would do", "(Set-Date -Date '2024-02-29T12:00:00' -WhatIf).Year",
                output: "What if: Performing the operation \"Set-Date\" on target \"02/29/2024 12:00:00\".\n2024\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        var date = run[Self.date] ?? session.localNow
        if let span = run[Self.adjust] {
            do { date = try session.localNow.add(span) } catch {
                throw run.failure(error.exceptionType, error.message, type: error.exceptionType, category: .invalidArgument)
            }
        }
        let local = date.kind == .utc ? date.toLocalTime(session.zone) : date
        if try run.shouldProcess(Value.object(DateObject(local)).toText(session)) {
            let ticks = local.toUniversalTime(session.zone).ticks - DateTime.unixEpochTicks
            var time = timeval(tv_sec: Int(ticks / TimeSpan.ticksPerSecond), tv_usec: Int(ticks % TimeSpan.ticksPerSecond / 10))
            if settimeofday(&time, nil) != 0 {
                throw run.failure(
                    "System.ComponentModel.Win32Exception", String(cString: strerror(errno)),
                    type: "System.ComponentModel.Win32Exception", category: .notSpecified)
            }
        }
        let hint = Value.object(EnumerationObject(GetDate.hints, run[Self.displayHint]?.asEnumeration?.rawValue ?? 2))
        try run.write(session.add(AddedMember("DisplayHint", .note(hint)), to: .object(DateObject(local))))
    }
}
