// Write-Error: a non-terminating error.

import Runtime
import TypeSystem

final class WriteError: Command {
    static let name = "Write-Error"
    private static let details = ["NoException", "WithException"]
    static let exception = Parameter<Value>(
        "Exception", position: 0, mandatory: true, sets: ["WithException"], type: ExceptionTypes.named("System.Exception"), help: "The exception to report.")
    static let message = Parameter<String>(
        "Message", aliases: ["Msg"],
        places: [ParameterPlace(set: "NoException", position: 0, isMandatory: true, takesPipeline: true), ParameterPlace(set: "WithException")],
        allowsNull: true, allowsEmptyString: true, help: "What went wrong.")
    static let errorRecord = Parameter<Value>(
        "ErrorRecord", position: 0, mandatory: true, sets: ["ErrorRecord"], type: .errorRecord, help: "A record to report again.")
    static let category = Parameter<Value>("Category", sets: details, type: ErrorMembers.categoryType, help: "The category.")
    static let errorId = Parameter<String>("ErrorId", sets: details, help: "A stable id.")
    static let target = Parameter<Value>("TargetObject", sets: details, help: "What the error is about.")
    static let action = Parameter<String>("RecommendedAction", help: "The way out.")
    static let activity = Parameter<String>("CategoryActivity", aliases: ["Activity"], help: "What was being done.")
    static let reason = Parameter<String>("CategoryReason", aliases: ["Reason"], help: "Why it failed, in a word.")
    static let targetName = Parameter<String>("CategoryTargetName", aliases: ["TargetName"], help: "The name of the target.")
    static let targetType = Parameter<String>("CategoryTargetType", aliases: ["TargetType"], help: "The type of the target.")

    static let declaration = CommandDeclaration(
        synopsis: "Reports a non-terminating error.", description: "Writes an error to the error stream; the script goes on unless the preference says stop.",
        parameters: [exception, message, errorRecord, category, errorId, target, action, activity, reason, targetName, targetType], defaultSet: "NoException",
        examples: [CommandExample("Caught by preference", "try { Write-Error 'no such room' -ErrorAction Stop } catch { \"$_\" }", output: "no such room\n")])

    func process(_ run: Invocation) throws {
        let record: ErrorRecord
        if let given = run[Self.errorRecord]?.asErrorRecord {
            record = given
        } else {
            let exception: ExceptionObject
            if let given = run[Self.exception], let own = given.asException ?? (given.object as? Instance)?.exception {
                exception = own
            } else {
                exception = ExceptionObject("Microsoft.PowerShell.Commands.WriteErrorException", run[Self.message] ?? "")
            }
            let category = run[Self.category]?.asEnumeration.flatMap { ErrorCategory(rawValue: Int($0.rawValue)) } ?? .notSpecified
            record = ErrorRecord(exception, id: run[Self.errorId] ?? exception.type.fullName, category: category, target: run[Self.target] ?? .null)
            if let message = run[Self.message], run.isBound(Self.exception), !message.isEmpty { record.detailsMessage = message }
            record.errorIdIsWritten = true
        }
        if let action = run[Self.action] {
            record.recommendedAction = action
            if record.detailsMessage == nil { record.detailsMessage = record.message }
        }
        record.activity = run[Self.activity] ?? "Write-Error"
        record.reason = run[Self.reason] ?? record.reason
        record.targetName = run[Self.targetName] ?? record.targetName
        record.targetTypeName = run[Self.targetType] ?? record.targetTypeName
        let caller = run.callerInfo
        record.invocation = caller ?? run.info
        if caller == nil { record.idSource = "" }
        try run.writeError(record)
    }
}
