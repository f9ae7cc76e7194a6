// Exceptions, error records, categories, invocation infos.

import Diagnostics
import Runtime
import Scalars

/// `CategoryInfo` of an error record.
public final class CategoryInfoObject: Box, @unchecked Sendable {
    public let record: ErrorRecord
    public init(_ record: ErrorRecord) { self.record = record }
    public override var type: TypeInfo { CategoryInfoObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.ErrorCategoryInfo", base: .object)
    public override func describe(_ session: Session) throws -> String {
        let target = try targetName(session), type = targetType
        var text = record.category.name + ": ("
        text += target + ":" + type + ") [" + activity + "], " + reason
        return text
    }
    public var activity: String { record.activity ?? record.invocation?.command?.name ?? "" }
    public var reason: String { record.reason ?? record.exception.type.name }
    public func targetName(_ session: Session) throws -> String { try record.targetName ?? (record.target.isNull ? "" : record.target.toText(session)) }
    public var targetType: String { record.targetTypeName ?? (record.target.isNull ? "" : record.target.type.name) }
}

/// `ErrorDetails` of an error record.
public final class ErrorDetailsObject: Box, @unchecked Sendable {
    public var message: String
    public var action: String
    public init(_ message: String, _ action: String) { self.message = message; self.action = action }
    public override var type: TypeInfo { ErrorDetailsObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.ErrorDetails", base: .object)
    public override func describe(_ session: Session) throws -> String { message }
}

public enum ErrorMembers {
    public static let categoryType = TypeInfo.names("System.Management.Automation.ErrorCategory", ErrorCategory.allCases.map(\.name))

    private static func exception(_ value: Value) -> ExceptionObject {
        value.asException ?? (value.object as? Instance)?.exception ?? ExceptionObject("System.Exception", "")
    }
    private static func record(_ value: Value) -> ErrorRecord {
        value.asErrorRecord ?? ErrorRecord(ExceptionObject("System.Exception", ""), id: "", category: .notSpecified)
    }

    /// The exception as scripts see it: an object of a script's class where it is one.
    static func shown(_ exception: ExceptionObject?) -> Value {
        guard let exception else { return .null }
        return exception.instance.map { .object($0) } ?? .object(exception)
    }

    /// The text of a message that a constructor was not given.
    private static func standardMessage(_ type: TypeInfo) -> String {
        switch type.fullName {
        case "System.ArgumentException": "Value does not fall within the expected range."
        case "System.ArgumentNullException": "Value cannot be null."
        case "System.ArgumentOutOfRangeException": "Specified argument was out of the range of valid values."
        case "System.DivideByZeroException": "Attempted to divide by zero."
        case "System.InvalidOperationException": "Operation is not valid due to the current state of the object."
        case "System.NotImplementedException": "The method or operation is not implemented."
        case "System.NotSupportedException": "Specified method is not supported."
        case "System.FormatException": "One of the identified items was in an invalid format."
        case "System.IO.FileNotFoundException": "Unable to find the specified file."
        case "System.IO.IOException": "I/O error occurred."
        case "System.TimeoutException": "The operation has timed out."
        case "System.UnauthorizedAccessException": "Attempted to perform an unauthorized operation."
        case "System.OverflowException", "System.ArithmeticException": "Overflow or underflow in the arithmetic operation."
        case "System.IndexOutOfRangeException": "Index was outside the bounds of the array."
        case "System.InvalidCastException": "Specified cast is not valid."
        case "System.NullReferenceException": "Object reference not set to an instance of an object."
        case "System.Collections.Generic.KeyNotFoundException": "The given key was not present in the dictionary."
        case "System.OperationCanceledException": "The operation was canceled."
        default: "Exception of type '\(type.fullName)' was thrown."
        }
    }

    private static func constructors(_ type: TypeInfo) -> [Overload] {
        let isArgument = type.isAssignable(to: ExceptionTypes.named("System.ArgumentException"))
        let namesFirst = ["System.ArgumentNullException", "System.ArgumentOutOfRangeException"].contains(type.fullName)
        @Sendable func made(_ message: String, inner: ExceptionObject? = nil, parameter: String? = nil) -> Value {
            let text = parameter.map { message + " (Parameter '\($0)')" } ?? message
            return .object(ExceptionObject(type, text, inner: inner, details: parameter.map { ["ParamName": .text($0)] } ?? [:]))
        }
        var result = [Overload(returns: type) { _, _, _ in made(standardMessage(type)) }]
        if namesFirst {
            result.append(Overload([.text("paramName")], returns: type) { _, a, _ in made(standardMessage(type), parameter: a.text(0)) })
            result.append(Overload([.text("paramName"), .text("message")], returns: type) { _, a, _ in made(a.text(1), parameter: a.text(0)) })
            if type.name == "ArgumentOutOfRangeException" {
                result.append(
                    Overload([.text("paramName"), .object("actualValue"), .text("message")], returns: type) { _, a, session in
                        made(a.text(2) + " (Parameter '\(a.text(0))')\nActual value was \(try a[1].toText(session)).")
                    })
            }
        } else {
            result.append(Overload([.text("message")], returns: type) { _, a, _ in made(a[0].isNull ? standardMessage(type) : a.text(0)) })
            if isArgument {
                result.append(Overload([.text("message"), .text("paramName")], returns: type) { _, a, _ in made(a.text(0), parameter: a.text(1)) })
            }
            if type.fullName == "System.IO.FileNotFoundException" {
                result.append(
                    Overload([.text("message"), .text("fileName")], returns: type) { _, a, _ in
                        .object(ExceptionObject(type, a.text(0), details: ["FileName": a[1]]))
                    })
            }
        }
        if type.name == "AggregateException" {
            result.append(
                Overload([.text("message"), .of("innerExceptions", ExceptionTypes.named("System.Exception").arrayType())], returns: type) { _, a, _ in
                    let inner = a.values(1)
                    let words = a.text(0) + inner.map { " (\(exception($0).message))" }.joined()
                    return .object(ExceptionObject(type, words, inner: inner.first.map { exception($0) }, details: ["InnerExceptions": .array(inner)]))
                })
        }
        result.append(
            Overload([.text("message"), .of("innerException", ExceptionTypes.named("System.Exception"))], returns: type) { _, a, _ in
                made(a.text(0), inner: a[1].isNull ? nil : exception(a[1]))
            })
        return result
    }

    private static var exceptionProperties: [Property] {
        [
            Property("Message", .string, get: { t, _ in .text(exception(t).message) }),
            Property("InnerException", ExceptionTypes.named("System.Exception"), get: { t, _ in shown(exception(t).inner) }),
            Property(
                "Data", .iDictionary,
                get: { t, _ in
                    let own = exception(t)
                    if let data = own.details["Data"] { return data }
                    let data = Value.object(
                        TableObject(
                            HashTable(.ordinal),
                            type: TypeInfo("System.Collections.ListDictionaryInternal", base: .object, interfaces: [.iDictionary], code: .hashtable)))
                    own.details["Data"] = data
                    return data
                }),
            Property(
                "HelpLink", .string, get: { t, _ in exception(t).details["HelpLink"] ?? .null },
                set: { t, value, _ in exception(t).details["HelpLink"] = value }),
            Property(
                "HResult", .int32, get: { t, _ in exception(t).details["HResult"] ?? .int(ExceptionNumbers.number(of: exception(t).type)) },
                set: { t, value, _ in exception(t).details["HResult"] = value }),
            Property(
                "Source", .string, get: { t, _ in exception(t).details["Source"] ?? .null }, set: { t, value, _ in exception(t).details["Source"] = value }),
            Property("StackTrace", .string, get: { t, _ in exception(t).details["StackTrace"] ?? .null }),
            Property("TargetSite", .object, get: { _, _ in .null }),
        ]
    }

    /// Further properties that exceptions of some types have.
    private static func ownProperties(_ type: TypeInfo) -> [Property] {
        @Sendable func detail(_ name: String, _ type: TypeInfo = .string) -> Property {
            Property(name, type, get: { t, _ in exception(t).details[name] ?? .null })
        }
        switch type.fullName {
        case "System.ArgumentException": return [detail("ParamName")]
        case "System.AggregateException": return [detail("InnerExceptions", .object)]
        case "System.IO.FileNotFoundException": return [detail("FileName")]
        case "System.Management.Automation.ParseException": return [detail("Errors", .object)]
        case "System.Management.Automation.CommandNotFoundException": return [detail("CommandName")]
        case "System.Management.Automation.SessionStateException":
            return [
                // The item is what the error speaks of.
                Property(
                    "ItemName", .string,
                    get: { t, session in try exception(t).details["ItemName"] ?? exception(t).record.map { .text(try $0.target.toText(session)) } ?? .null })
            ]
        case "System.Management.Automation.NativeCommandExitException": return [detail("ExitCode", .int32), detail("Path"), detail("ProcessId", .int32)]
        case "System.Management.Automation.RuntimeException", "System.Management.Automation.ActionPreferenceStopException":
            return [
                Property(
                    "ErrorRecord", .errorRecord,
                    get: { t, _ in
                        let own = exception(t)
                        if own.record == nil, let first = own.details["Errors"]?.asArray?.elements.first?.object as? ParseErrorObject {
                            return .object(ErrorRecord(own, id: first.diagnostic.id, category: .parserError))
                        }
                        return own.details["ErrorRecord"] ?? own.record.map { .object($0) }
                            ?? .object(ErrorRecord(own, id: "RuntimeException", category: .notSpecified))
                    })
            ]
        case "System.Management.Automation.ParameterBindingException":
            return [
                detail("ParameterName"), detail("ErrorId"),
                Property("CommandInvocation", InvocationInfo.typeInfo, get: { t, _ in exception(t).record?.invocation.map { .object($0) } ?? .null }),
            ]
        default: return []
        }
    }

    static var exceptions: [KnownType] {
        ExceptionTypes.all.map { type in
            KnownType(type) {
                let isRoot = type.fullName == "System.Exception"
                return MemberTable(
                    properties: ownProperties(type) + (isRoot ? exceptionProperties : []),
                    methods: isRoot
                        ? [
                            Method("GetBaseException", returns: type) { t, _, _ in
                                var current = exception(t)
                                while let inner = current.inner { current = inner }
                                return shown(current)
                            },
                            Method("ToString", returns: .string) { t, _, _ in .text(exception(t).type.fullName + ": " + exception(t).message) },
                        ] : [], constructors: constructors(type), convert: { value, _ in value.asString.map { .object(ExceptionObject(type, $0)) } })
            }
        }
    }

    /// Whether a person or a script called.
    static let origins = TypeInfo.names("System.Management.Automation.CommandOrigin", ["Runspace", "Internal"])

    static let types: [KnownType] = [
        KnownType(origins),
        KnownType(.errorRecord) {
            MemberTable(
                properties: [
                    Property("Exception", ExceptionTypes.named("System.Exception"), get: { t, _ in shown(record(t).exception) }),
                    Property("TargetObject", .object, get: { t, _ in record(t).target }),
                    Property("CategoryInfo", CategoryInfoObject.typeInfo, get: { t, _ in .object(CategoryInfoObject(record(t))) }),
                    Property("FullyQualifiedErrorId", .string, get: { t, _ in .text(record(t).fullyQualifiedErrorId) }),
                    Property(
                        "ErrorDetails", ErrorDetailsObject.typeInfo,
                        get: { t, _ in record(t).detailsMessage.map { .object(ErrorDetailsObject($0, record(t).recommendedAction ?? "")) } ?? .null },
                        set: { t, value, session in
                            record(t).detailsMessage = value.isNull ? nil : try value.toText(session)
                            record(t).recommendedAction = (value.object as? ErrorDetailsObject)?.action
                        }),
                    Property(
                        "InvocationInfo", InvocationInfo.typeInfo,
                        get: { t, _ in
                            record(t).invocation.map { .object($0) } ?? record(t).source.map {
                                .object(InvocationInfo(command: nil, invocationName: "", source: $0, range: record(t).range ?? SourceRange(0, 0)))
                            } ?? .null
                        }),
                    Property("ScriptStackTrace", .string, get: { t, _ in .text(record(t).scriptStackTrace) }),
                    Property("PipelineIterationInfo", .object, get: { _, _ in .array([]) }),
                    Property("PSMessageDetails", .object, memberType: "ScriptProperty", get: { _, _ in .null }),
                ],
                methods: [Method("ToString", returns: .string) { t, _, _ in .text(record(t).message) }],
                constructors: [
                    Overload(
                        [
                            .of("exception", ExceptionTypes.named("System.Exception")), .text("errorId"), .of("errorCategory", categoryType),
                            .object("targetObject"),
                        ], returns: .errorRecord
                    ) { _, a, _ in
                        .object(
                            ErrorRecord(exception(a[0]), id: a.text(1), category: ErrorCategory(rawValue: Int(a.enumeration(2))) ?? .notSpecified, target: a[3])
                        )
                    }
                ])
        },
        KnownType(CategoryInfoObject.typeInfo) {
            @Sendable func info(_ value: Value) -> CategoryInfoObject? { value.object as? CategoryInfoObject }
            return MemberTable(
                properties: [
                    Property(
                        "Category", categoryType, get: { t, _ in .object(EnumerationObject(categoryType, Int64(info(t)?.record.category.rawValue ?? 0))) }),
                    Property(
                        "Activity", .string, get: { t, _ in .text(info(t)?.activity ?? "") }, set: { t, value, _ in info(t)?.record.activity = value.asString }),
                    Property("Reason", .string, get: { t, _ in .text(info(t)?.reason ?? "") }, set: { t, value, _ in info(t)?.record.reason = value.asString }),
                    Property(
                        "TargetName", .string, get: { t, session in .text(try info(t)?.targetName(session) ?? "") },
                        set: { t, value, _ in info(t)?.record.targetName = value.asString }),
                    Property(
                        "TargetType", .string, get: { t, _ in .text(info(t)?.targetType ?? "") },
                        set: { t, value, _ in info(t)?.record.targetTypeName = value.asString }),
                ], methods: [Method("GetMessage", returns: .string) { t, _, session in .text(try t.toText(session)) }])
        },
        KnownType(ErrorDetailsObject.typeInfo) {
            MemberTable(
                properties: [
                    Property("Message", .string, get: { t, _ in .text((t.object as? ErrorDetailsObject)?.message ?? "") }),
                    Property(
                        "RecommendedAction", .string, get: { t, _ in .text((t.object as? ErrorDetailsObject)?.action ?? "") },
                        set: { t, value, _ in (t.object as? ErrorDetailsObject)?.action = value.asString ?? "" }),
                ], constructors: [Overload([.text("message")], returns: ErrorDetailsObject.typeInfo) { _, a, _ in .object(ErrorDetailsObject(a.text(0), "")) }])
        },
        KnownType(InvocationInfo.typeInfo, members: InvocationMembers.table), KnownType(categoryType),
    ]
}

enum InvocationMembers {
    private static func info(_ value: Value) -> InvocationInfo? { value.object as? InvocationInfo }
    private static func position(_ value: Value) -> SourcePosition? { info(value).flatMap { info in info.source?.position(at: info.range.start) } }

    /// As `PositionMessage` prints it: the line with a mark under the range.
    static func message(_ info: InvocationInfo) -> String {
        guard let source = info.source else { return "" }
        return ErrorPlace(source: source, range: info.range).message
    }

    @Sendable static func table() -> MemberTable {
        MemberTable(properties: [
            Property("MyCommand", .object, get: { t, _ in info(t)?.command.map { .object($0) } ?? .null }),
            Property("InvocationName", .string, get: { t, _ in .text(info(t)?.invocationName ?? "") }),
            Property("BoundParameters", .iDictionary, get: { t, _ in info(t)?.boundParameters.map { .object($0) } ?? .object(TableObject()) }),
            Property("UnboundArguments", .object, get: { t, _ in .object(ListObject(info(t)?.unboundArguments ?? [], type: .list(of: .object))) }),
            Property("ScriptLineNumber", .int32, get: { t, _ in .int(Int32(position(t)?.line ?? 0)) }),
            Property("OffsetInLine", .int32, get: { t, _ in .int(Int32(position(t)?.column ?? 0)) }),
            Property("HistoryId", .int64, get: { _, _ in .long(1) }),
            Property("ScriptName", .string, get: { t, _ in info(t)?.source?.path.map { .text($0) } ?? "" }),
            Property(
                "Line", .string,
                get: { t, _ in
                    .text(
                        position(t).flatMap { position in info(t)?.source.map { $0.lineText(position.line) + ($0.lineCount > position.line ? "\n" : "") } }
                            ?? "")
                }),
            Property("Statement", .string, get: { t, _ in .text(info(t).flatMap { info in info.source?.text(info.range) } ?? "") }),
            Property("PositionMessage", .string, get: { t, _ in .text(info(t).map(message) ?? "") }),
            Property(
                "PSScriptRoot", .string, get: { t, _ in .text(info(t)?.source?.path.map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) } ?? "") }),
            Property("PSCommandPath", .string, get: { t, _ in info(t)?.source?.path.map { .text($0) } ?? "" }),
            Property("PipelineLength", .int32, get: { t, _ in .int(Int32(info(t)?.pipelineLength ?? 1)) }),
            Property("PipelinePosition", .int32, get: { t, _ in .int(Int32(info(t)?.pipelinePosition ?? 1)) }),
            Property("ExpectingInput", .bool, get: { t, _ in .bool(info(t)?.expectingInput ?? false) }),
            Property("CommandOrigin", ErrorMembers.origins, get: { _, _ in .object(EnumerationObject(ErrorMembers.origins, 1)) }), Property("DisplayScriptPosition", .object, get: { _, _ in .null }),
        ])
    }
}
