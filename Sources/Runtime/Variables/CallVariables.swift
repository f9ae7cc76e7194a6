// The variables that a call brings along or the session computes: `$args`, `$MyInvocation`, `$?` and their kin.

import Diagnostics
import Scalars

enum CallVariables {
    private static let special: Set<String> = [
        "_", "psitem", "args", "input", "this", "psboundparameters", "myinvocation", "pscmdlet", "psscriptroot", "pscommandpath", "?", "^", "$", "lastexitcode",
        "pwd", "stacktrace", "true", "false", "null",
    ]

    /// True for variables that live in slots like any other.
    static func isOrdinary(_ name: String) -> Bool { !special.contains(name.lowercased()) }

    /// The node of a special variable; nil for an ordinary one.
    static func node(_ name: String, _ symbol: Symbol, _ range: SourceRange) -> TargetNode? {
        func make(_ read: @escaping (Scope) throws -> Value) -> TargetNode { CallVariableNode(range, name: name, symbol: symbol, read: read) }
        switch name.lowercased() {
        case "_", "psitem": return ItemNode(range)
        case "args": return make { .array($0.callScope.arguments) }
        case "input":
            return make { s in
                if let known = s.inputEnumerator { return .object(known) }
                let made = ForEachEnumerator(s.input ?? [], type: ForEachEnumerator.inputType)
                s.inputEnumerator = made
                return .object(made)
            }
        case "this": return make { s in s.nearest { $0.this.isMissing ? nil : $0.this } ?? .null }
        case "psboundparameters": return make { .object($0.callScope.boundTable) }
        case "myinvocation": return make { .object($0.callScope.madeInvocation) }
        case "pscmdlet": return make { s in s.nearest { $0.run.map { .object($0) } } ?? .null }
        case "psscriptroot": return make { s in .text(s.scriptPath.map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) } ?? "") }
        case "pscommandpath": return make { .text($0.scriptPath ?? "") }
        case "?": return make { .bool($0.session.lastSucceeded) }
        case "^": return make { .text($0.session.firstToken) }
        case "$": return make { .text($0.session.lastToken) }
        case "lastexitcode": return LastExitCodeNode(range)
        case "pwd": return make { .object(PathInfo($0.session.currentPath)) }
        case "stacktrace": return make { _ in .null }
        default: return nil
        }
    }
}

/// `$LASTEXITCODE`: one for the session, whatever scope assigns it.
final class LastExitCodeNode: TargetNode {
    override func evaluate(_ s: Scope) throws -> Value { s.session.lastExitCode.map { .int($0) } ?? .null }
    override func assign(_ value: Value, _ s: Scope) throws {
        s.session.lastExitCode = try s.session.convert(value, to: .int32).asInt64.flatMap { Int32(exactly: $0) }
    }
}

/// `$PWD`.
public final class PathInfo: Box, @unchecked Sendable {
    public let path: String
    public init(_ path: String) { self.path = path }
    public override var type: TypeInfo { PathInfo.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.PathInfo", base: .object)
    public override func describe(_ session: Session) throws -> String { path }
    public override func isEqual(to other: Object) -> Bool { (other as? PathInfo)?.path == path }
}

extension Session {
    /// The current location with its drive where it is not the file system.
    public var currentPath: String { currentDrive.isEmpty ? location : currentDrive }
}

extension Scope {
    /// The scope whose call this code belongs to: the nearest one that is no bare block.
    var callScope: Scope { self }

    func nearest(_ read: (Scope) -> Value?) -> Value? {
        var scope: Scope? = self
        while let current = scope {
            if let value = read(current) { return value }
            scope = current.parent
        }
        return nil
    }

    /// The file that the running code was read from.
    var scriptPath: String? { currentSource?.path }

    /// `$PSBoundParameters`: parameters that were given, in order of declaration.
    var boundTable: TableObject {
        if let boundParameters { return boundParameters }
        let table = TableObject(HashTable(.ignoringCase), type: Scope.boundParametersType)
        if let parameters = run?.table ?? command?.parameters {
            for parameter in parameters.parameters where parameter.index < 64 && boundMask & (1 << UInt64(parameter.index)) != 0 {
                let value = run?.values[parameter.index] ?? .missing
                let stored =
                    parameter.index < layout.symbols.count && parameter.index < (block?.code.parameterCount ?? 0)
                    ? slots[parameter.index].readThrough(session) : value
                table[parameter.name] = stored
            }
            if let run {
                for parameter in parameters.parameters where !run.values[parameter.index].isMissing && table[parameter.name] == nil {
                    table[parameter.name] = run.values[parameter.index]
                }
            }
        }
        boundParameters = table
        return table
    }
    public static let boundParametersType = TypeInfo(
        "System.Management.Automation.PSBoundParametersDictionary",
        base: TypeInfo(
            "System.Collections.Generic.Dictionary`2", base: .object, interfaces: [.iDictionary], code: .dictionary, genericArguments: [.string, .object]),
        code: .dictionary)

    var madeInvocation: InvocationInfo {
        if let invocation {
            if invocation.boundParameters == nil { invocation.boundParameters = boundTable }
            invocation.unboundArguments = arguments
            return invocation
        }
        let made = InvocationInfo(
            command: command, invocationName: (callSite as? CommandNode)?.invocationName ?? command?.name ?? "", source: caller?.currentSource,
            range: callSite?.range ?? SourceRange(0, 0))
        made.boundParameters = boundTable
        made.unboundArguments = arguments
        invocation = made
        return made
    }
}
