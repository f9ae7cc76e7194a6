// Exceptions and error records: what failed, with a stable id, a category, the object it was about, and where.

import Diagnostics

/// The categories of errors, as the reference numbers them.
public enum ErrorCategory: Int, Sendable, CaseIterable {
    case notSpecified = 0, openError, closeError, deviceError, deadlockDetected, invalidArgument, invalidData, invalidOperation, invalidResult, invalidType
    case metadataError, notImplemented, notInstalled, objectNotFound, operationStopped, operationTimeout, syntaxError, parserError, permissionDenied
    case resourceBusy, resourceExists, resourceUnavailable, readError, writeError, fromStdErr, securityError, protocolError, connectionError
    case authenticationError, limitsExceeded, quotaExceeded, notEnabled

    /// As scripts see it: `InvalidArgument`.
    public var name: String { ErrorCategory.names[rawValue] }
    /// By number. Written out: every start needs them.
    private static let names = [
        "NotSpecified", "OpenError", "CloseError", "DeviceError", "DeadlockDetected", "InvalidArgument", "InvalidData", "InvalidOperation",
        "InvalidResult", "InvalidType", "MetadataError", "NotImplemented", "NotInstalled", "ObjectNotFound", "OperationStopped", "OperationTimeout",
        "SyntaxError", "ParserError", "PermissionDenied", "ResourceBusy", "ResourceExists", "ResourceUnavailable", "ReadError", "WriteError", "FromStdErr",
        "SecurityError", "ProtocolError", "ConnectionError", "AuthenticationError", "LimitsExceeded", "QuotaExceeded", "NotEnabled",
    ]
    public init?(name: String) {
        guard let found = ErrorCategory.allCases.first(where: { $0.name.equalsIgnoringCase(name) }) else { return nil }
        self = found
    }
}

/// An exception as an object: its type, message and what caused it.
public final class ExceptionObject: ExtensibleObject, @unchecked Sendable {
    public let exceptionType: TypeInfo
    public var message: String
    public let inner: ExceptionObject?
    /// What the type has beyond the message, by property name: `ParamName`, `FileName`, `ErrorRecord`.
    public var details: [String: Value]
    /// The record it was first reported with, while that is there.
    public weak var record: ErrorRecord?
    /// For classes of a script that derive from an exception.
    public var instance: Instance?

    public init(_ type: TypeInfo, _ message: String, inner: ExceptionObject? = nil, details: [String: Value] = [:]) {
        exceptionType = type
        self.message = message
        self.inner = inner
        self.details = details
        super.init(kind: .exception)
    }
    public convenience init(_ type: String, _ message: String, inner: ExceptionObject? = nil) {
        self.init(ExceptionTypes.named(type), message, inner: inner)
    }
    public override var type: TypeInfo { instance?.type ?? exceptionType }
}

/// Where a command or statement stood when it ran: `$MyInvocation`, and the position of an error.
public final class InvocationInfo: Box, @unchecked Sendable {
    public let command: CommandInfo?
    /// The name under which the command was called.
    public let invocationName: String
    public let source: SourceText?
    public let range: SourceRange
    public var boundParameters: TableObject?
    public var unboundArguments: [Value] = []
    public var pipelineLength = 1
    public var pipelinePosition = 1
    public var expectingInput = false

    public init(command: CommandInfo?, invocationName: String, source: SourceText?, range: SourceRange) {
        self.command = command; self.invocationName = invocationName; self.source = source; self.range = range
    }
    public override var type: TypeInfo { InvocationInfo.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.InvocationInfo", base: .object)
}

public final class ErrorRecord: ExtensibleObject, @unchecked Sendable {
    public let exception: ExceptionObject
    /// Without the name of the command.
    public let errorId: String
    public var category: ErrorCategory
    public var target: Value
    /// A message that takes the place of the exception's on the screen, and advice.
    public var detailsMessage: String?
    public var recommendedAction: String?
    public var activity: String?
    public var reason: String?
    public var targetName: String?
    public var targetTypeName: String?
    public var invocation: InvocationInfo?
    public var scriptStackTrace: String = ""
    /// Where the failing statement stands, for errors that come from an expression rather than a command.
    public var source: SourceText?
    public var range: SourceRange?
    /// Set once the record stands in `$Error`, so that passing it on does not list it twice.
    var isRecorded = false
    /// A `throw` sent it on its way.
    public var isFromThrow = false
    /// Made by `throw` of something that was not an exception of a type of its own.
    public var wasThrown = false
    /// Would have gone on but for a preference of `Stop`.
    var stoppedByPreference = false
    /// The command it passed through, whose name stands behind the comma of the id; the position stays what it was.
    public var passedThrough: CommandInfo?
    /// Set while the error leaves a pipeline.
    var isFromPipeline = false
    /// The id was chosen by a script.
    public var errorIdIsWritten = false
    /// What stands behind the comma of the id where that is not the command; empty for nothing.
    public var idSource: String?

    public init(_ exception: ExceptionObject, id: String, category: ErrorCategory, target: Value = .null) {
        self.exception = exception
        errorId = id
        self.category = category
        self.target = target
        super.init(kind: .errorRecord)
        if exception.record == nil { exception.record = self }
    }
    public override var type: TypeInfo { .errorRecord }
    /// The record as a typed `catch` of the wrapped exception sees it.
    var withInnerException: ErrorRecord {
        guard let inner = exception.inner else { return self }
        let other = ErrorRecord(inner, id: errorId, category: category, target: target)
        other.invocation = invocation
        other.source = source
        other.range = range
        other.scriptStackTrace = scriptStackTrace
        other.isRecorded = true
        return other
    }

    public var message: String { detailsMessage ?? exception.message }
    public override func describe(_ session: Session) throws -> String { message }

    /// The id with the command's implementing type, or the function's name, behind a comma.
    public var fullyQualifiedErrorId: String {
        if let idSource { return idSource.isEmpty ? errorId : errorId + "," + idSource }
        guard let name = invocation?.command?.errorSource ?? passedThrough?.errorSource, !name.isEmpty, !errorId.hasSuffix("," + name) else { return errorId }
        return errorId + "," + name
    }
}

/// What Swift code throws when something goes wrong for the script.
public final class ShellError: Error, @unchecked Sendable {
    public let record: ErrorRecord
    /// True for `throw` and for errors turned into stops by a preference: ends the script unless caught. False: ends the statement.
    public var endsScript: Bool
    /// No stack or no memory is left. Whoever makes do without a value where it cannot be had must let this pass, or a recursion would go on at each of its depths.
    public var isExhaustion: Bool { ["ScriptCallDepthException", "OutOfMemoryException"].contains(record.exception.type.name) }

    public init(_ record: ErrorRecord, endsScript: Bool = false) {
        self.record = record
        self.endsScript = endsScript
    }

    /// An error by its parts. `type` is a full exception type name or one of the automation namespace.
    public convenience init(
        _ id: String, _ message: String, type: String = "RuntimeException", category: ErrorCategory = .notSpecified, target: Value = .null,
        inner: ExceptionObject? = nil
    ) {
        self.init(ErrorRecord(ExceptionObject(type, message, inner: inner), id: id, category: category, target: target))
    }
}

/// What leaves code by way of Swift's errors without being one.
public enum Interrupt: Error {
    /// `exit` with its code.
    case exit(Int32)
    /// `break` or `continue` leaving a script block that a command runs; the label stands in the session.
    case loop(Flow)
    /// A downstream stage has enough; the stage that asked.
    case stopUpstream(ObjectIdentifier)
    /// Ctrl-C.
    case cancelled
}
