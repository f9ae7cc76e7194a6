// Set-StrictMode, Get-PSCallStack, Get-History-free things of the session: small commands about how scripts run.

import Diagnostics
import Runtime

final class SetStrictMode: Command {
    static let name = "Set-StrictMode"
    static let version = Parameter<String>(
        "Version", aliases: ["v"], mandatory: true, sets: ["Version"], completions: ["Latest", "3.0", "2.0", "1.0"], help: "1.0, 2.0, 3.0 or Latest.")
    static let off = Parameter<Bool>("Off", mandatory: true, sets: ["Off"], help: "No checks.")
    static let declaration = CommandDeclaration(
        synopsis: "Makes slips in scripts errors.",
        description:
            "From version 1 on, reading a variable that was never set is an error; from version 2 on also reading a property that is not there. Holds for the scope and those it calls.",
        parameters: [version, off], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("An unset variable", "& { Set-StrictMode -Version 1; try { $nothing } catch { 'caught' } }", output: "caught\n")])

    func process(_ run: Invocation) throws {
        if run.has(Self.off) { return run.scope.setStrictMode(0) }
        let text = run[Self.version] ?? ""
        if text.equalsIgnoringCase("Latest") { return run.scope.setStrictMode(3) }
        guard let number = Int(text.split(separator: ".").first.map(String.init) ?? text), number >= 0, number <= 7 else {
            throw run.failure(
                Int(text.split(separator: ".").first.map(String.init) ?? text) == nil
                    ? "ParameterArgumentTransformationError" : "ParameterArgumentValidationError",
                "Cannot validate argument on parameter 'Version'. Version must be 1.0, 2.0, 3.0 or Latest, but is '\(text)'.",
                type: Int(text.split(separator: ".").first.map(String.init) ?? text) == nil
                    ? "ParameterBindingArgumentTransformationException" : "ParameterBindingValidationException", category: .invalidData)
        }
        run.scope.setStrictMode(min(number, 3))
    }
}

final class GetPSCallStack: Command {
    static let name = "Get-PSCallStack"
    static let aliases = ["gcs"]
    static let declaration = CommandDeclaration(
        synopsis: "Shows who called whom.", description: "Writes one record for each call under way, the innermost first.",
        module: "Microsoft.PowerShell.Utility",
        examples: [CommandExample("From a function", "function Get-Depth { (Get-PSCallStack)[0].Command }\nGet-Depth", output: "Get-Depth\n")])

    func process(_ run: Invocation) throws {
        for call in run.scope.callStack { try run.write(.object(CallFrameObject(call))) }
    }
}

/// `CallStackFrame`: one call under way.
final class CallFrameObject: Box, @unchecked Sendable {
    let call: Scope.Call
    init(_ call: Scope.Call) { self.call = call }
    override var type: TypeInfo { CallFrameObject.typeInfo }
    override func describe(_ session: Session) throws -> String { "at \(call.function), \(call.script ?? "<No file>"): line \(call.line)" }
    static let typeInfo = TypeInfo("System.Management.Automation.CallStackFrame", base: .object)
    static let known = KnownType(typeInfo) {
        @Sendable func property(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (Scope.Call, Session) throws -> Value) -> Property {
            Property(name, type, get: { t, session in try (t.object as? CallFrameObject).map { try read($0.call, session) } ?? .null })
        }
        return MemberTable(
            properties: [
                property("ScriptName", .string) { call, _ in call.script.map { .text($0) } ?? .null },
                property("ScriptLineNumber", .int32) { call, _ in .int(Int32(call.line)) },
                property("InvocationInfo", InvocationInfo.typeInfo) { call, _ in .object(call.invocation) },
                property("Position", .object) { call, session in try session.property(of: .object(call.invocation), "DisplayScriptPosition") },
                property("FunctionName", .string) { call, _ in .text(call.function) }, property("Command", .string) { call, _ in .text(call.command) },
                property("Location", .string) { call, _ in .text(call.location) },
                property("Arguments", .string) { call, session in
                    let given = try call.invocation.boundParameters?.table.pairs.map { "\(try $0.0.toText(session))=\(try $0.1.toText(session))" } ?? []
                    return .text("{" + (given + (try call.invocation.unboundArguments.map { try $0.toText(session) })).joined(separator: ", ") + "}")
                },
            ],
            methods: [
                Method("GetScriptLocation", returns: .string) { t, _, _ in .text((t.object as? CallFrameObject)?.call.location ?? "") },
                Method("GetFrameVariables", returns: .object) { t, _, session in
                    guard let call = (t.object as? CallFrameObject)?.call else { return .null }
                    return .object(TableObject(ordered: session.variables(in: call.scope, onlyThere: true).map { ($0.name, .object(VariableObject($0))) }))
                },
            ])
    }
}
