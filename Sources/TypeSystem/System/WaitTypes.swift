// What scripts wait for: locks, events, semaphores, cancellation, tasks. One thread runs scripts, so that what is free is had at once, and what is not
// free is waited for in vain until the time is over.

import Glibc
import Runtime
import Scalars

/// A count of how often it can be had: a mutex counts its owner's turns, an event is set or not, a semaphore counts its places.
final class WaitObject: Box, @unchecked Sendable {
    enum Kind { case mutex, manual, automatic, semaphore }
    let role: Kind
    var count: Int
    let limit: Int
    private let ownType: TypeInfo
    init(_ kind: Kind, _ count: Int, limit: Int = .max, _ type: TypeInfo) {
        role = kind
        self.count = count
        self.limit = limit
        ownType = type
    }
    override var type: TypeInfo { ownType }

    static func own(_ value: Value) throws -> WaitObject {
        guard let object = value.object as? WaitObject else { throw Refusals.null("this") }
        return object
    }

    /// True if it was had.
    func wait(_ ticks: Int64?, _ session: Session) throws -> Bool {
        switch role {
        case .mutex: count += 1
        case _ where count > 0: if role != .manual { count -= 1 }
        default:
            // Nobody else could ever set it.
            _ = try ThreadMembers.sleep(ticks ?? .max, session)
            return false
        }
        return true
    }
}

enum WaitTypes {
    private static let base = TypeInfo("System.Threading.WaitHandle", base: TypeInfo("System.MarshalByRefObject", base: .object), interfaces: [.iDisposable])
    private static func handle(_ name: String, base: TypeInfo = base) -> TypeInfo { TypeInfo("System.Threading.\(name)", base: base) }
    /// An event that has happened.
    static var done: Value { .object(WaitObject(.manual, 1, manual)) }
    private static let mutex = handle("Mutex"), manual = handle("ManualResetEvent"), automatic = handle("AutoResetEvent"), semaphore = handle("Semaphore")
    private static let slimEvent = handle("ManualResetEventSlim", base: .object), slimSemaphore = handle("SemaphoreSlim", base: .object)

    /// Milliseconds as ticks; -1 is for ever.
    private static func ticks(_ milliseconds: Int) -> Int64? { milliseconds < 0 ? nil : Int64(milliseconds) * 10_000 }
    private static func waiting(_ name: String) -> Method {
        @Sendable func time(_ value: Value) -> Int64? { DateTimeMembers.span(value).ticks < 0 ? nil : DateTimeMembers.span(value).ticks }
        return Method(
            name,
            [
                Overload(returns: .bool) { t, _, session in .bool(try WaitObject.own(t).wait(nil, session)) },
                Overload([.int("millisecondsTimeout")], returns: .bool) { t, a, session in .bool(try WaitObject.own(t).wait(ticks(a.int(0)), session)) },
                Overload([.of("timeout", .timeSpan)], returns: .bool) { t, a, session in .bool(try WaitObject.own(t).wait(time(a[0]), session)) },
                Overload([.int("millisecondsTimeout"), .bool("exitContext")], returns: .bool) { t, a, session in
                    .bool(try WaitObject.own(t).wait(ticks(a.int(0)), session))
                },
            ])
    }
    /// A wait that gives nothing without a time.
    private static func slimWaiting() -> Method {
        let method = waiting("Wait")
        return Method(
            "Wait",
            [
                Overload { t, _, session in
                    _ = try WaitObject.own(t).wait(nil, session)
                    return .nothing
                }
            ] + method.overloads.dropFirst().prefix(2))
    }
    private static let closing: [Method] = ["Close", "Dispose"].map { Method($0) { _, _, _ in .nothing } }
    private static func setting(_ name: String, to count: Int, returns: Bool) -> Method {
        Method(name, returns: returns ? .bool : .void) { t, _, _ in
            try WaitObject.own(t).count = count
            return returns ? .true : .nothing
        }
    }
    private static var releasing: Method {
        @Sendable func release(_ t: Value, _ places: Int) throws -> Value {
            let own = try WaitObject.own(t), before = own.count
            guard places >= 1 else { throw Refusals.outOfRange("releaseCount", "Non-negative number required.") }
            guard before + places <= own.limit else {
                throw MethodFailure(
                    "System.Threading.SemaphoreFullException", "Adding the specified count to the semaphore would cause it to exceed its maximum count.")
            }
            own.count += places
            return .int(Int32(before))
        }
        return Method(
            "Release",
            [
                Overload(returns: .int32) { t, _, _ in try release(t, 1) },
                Overload([.int("releaseCount")], returns: .int32) { t, a, _ in try release(t, a.int(0)) },
            ])
    }
    private static func events(_ type: TypeInfo, _ kind: WaitObject.Kind) -> KnownType {
        KnownType(type) {
            MemberTable(
                methods: [waiting("WaitOne"), setting("Set", to: 1, returns: true), setting("Reset", to: 0, returns: true)] + closing,
                constructors: [Overload([.bool("initialState")], returns: type) { _, a, _ in .object(WaitObject(kind, a.bool(0) ? 1 : 0, type)) }])
        }
    }
    private static func semaphores(_ type: TypeInfo, _ methods: [Method], _ properties: [Property] = []) -> KnownType {
        KnownType(type) {
            @Sendable func make(_ count: Int, _ limit: Int) throws -> Value {
                guard count >= 0 else { throw Refusals.outOfRange("initialCount", "Non-negative number required.") }
                guard count <= limit else {
                    throw Refusals.argument("The initial count for the semaphore must be greater than or equal to zero and less than the maximum count.")
                }
                return .object(WaitObject(.semaphore, count, limit: limit, type))
            }
            let both = [OverloadParameter.int("initialCount"), .int(type === slimSemaphore ? "maxCount" : "maximumCount")]
            return MemberTable(
                properties: properties, methods: methods + [releasing] + closing,
                constructors: [
                    Overload(both, returns: type) { _, a, _ in try make(a.int(0), a.int(1)) },
                    Overload(both + [.text("name")], returns: type) { _, a, _ in try make(a.int(0), a.int(1)) },
                ] + (type === slimSemaphore ? [Overload([.int("initialCount")], returns: type) { _, a, _ in try make(a.int(0), .max) }] : []))
        }
    }

    static let types: [KnownType] = [
        KnownType(base) { MemberTable(methods: [waiting("WaitOne")] + closing) },
        KnownType(mutex) {
            @Sendable func make(_ isOwned: Bool) -> Value { .object(WaitObject(.mutex, isOwned ? 1 : 0, mutex)) }
            return MemberTable(
                methods: [
                    waiting("WaitOne"),
                    Method("ReleaseMutex") { t, _, _ in
                        let own = try WaitObject.own(t)
                        guard own.count > 0 else {
                            throw MethodFailure("System.ApplicationException", "Object synchronization method was called from an unsynchronized block of code.")
                        }
                        own.count -= 1
                        return .nothing
                    },
                ] + closing,
                constructors: [
                    Overload(returns: mutex) { _, _, _ in make(false) }, Overload([.bool("initiallyOwned")], returns: mutex) { _, a, _ in make(a.bool(0)) },
                    Overload([.bool("initiallyOwned"), .text("name")], returns: mutex) { _, a, _ in make(a.bool(0)) },
                    Overload([.bool("initiallyOwned"), .text("name"), .byReference("createdNew", .bool)], returns: mutex) { _, a, session in
                        try (a[2].object as? ReferenceObject)?.variable.write(.true, session)
                        return make(a.bool(0))
                    },
                ])
        },
        events(manual, .manual), events(automatic, .automatic),
        KnownType(slimEvent) {
            MemberTable(
                properties: [Property("IsSet", .bool, get: { t, _ in .bool(try WaitObject.own(t).count > 0) })],
                methods: [slimWaiting(), setting("Set", to: 1, returns: false), setting("Reset", to: 0, returns: false)] + closing,
                constructors: [
                    Overload(returns: slimEvent) { _, _, _ in .object(WaitObject(.manual, 0, slimEvent)) },
                    Overload([.bool("initialState")], returns: slimEvent) { _, a, _ in .object(WaitObject(.manual, a.bool(0) ? 1 : 0, slimEvent)) },
                ])
        },
        semaphores(semaphore, [waiting("WaitOne")]),
        semaphores(slimSemaphore, [slimWaiting()], [Property("CurrentCount", .int32, get: { t, _ in .int(Int32(try WaitObject.own(t).count)) })]),
        CancellationObject.source, CancellationObject.token, TaskObject.known, TaskObject.states,
    ]
    static let generics: [KnownGeneric] = [TaskObject.generic]
}

/// What can be cancelled: the source and its token see the same.
final class CancellationObject: Box, @unchecked Sendable {
    final class State {
        var isCancelled = false
        var callbacks: [Value] = []
        /// When it cancels itself, in milliseconds of the clock that never goes back.
        var deadline: Int64?
    }
    /// Whether it is cancelled by now. One thread does everything, so the time is looked at when somebody asks.
    private static func isCancelled(_ value: Value, _ session: Session) throws -> Bool {
        guard let state = try own(value).state else { return false }
        if let deadline = state.deadline, EventSources.now >= deadline { _ = try cancel(value, session) }
        return state.isCancelled
    }
    private static func cancel(_ value: Value, after milliseconds: Int64, _ session: Session) throws -> Value {
        if milliseconds == 0 { return try cancel(value, session) }
        try own(value).state?.deadline = milliseconds < 0 ? nil : EventSources.now + milliseconds
        return .nothing
    }
    let state: State?
    private let ownType: TypeInfo
    init(_ state: State?, _ type: TypeInfo) {
        self.state = state
        ownType = type
    }
    override var type: TypeInfo { ownType }
    private static let sourceType = TypeInfo("System.Threading.CancellationTokenSource", base: .object, interfaces: [.iDisposable])
    static let tokenType = TypeInfo("System.Threading.CancellationToken", base: .valueType, isValueType: true)

    private static func own(_ value: Value) throws -> CancellationObject {
        guard let object = value.object as? CancellationObject else { throw Refusals.null("this") }
        return object
    }
    private static func cancel(_ value: Value, _ session: Session) throws -> Value {
        guard let state = try own(value).state, !state.isCancelled else { return .nothing }
        state.isCancelled = true
        for callback in state.callbacks.reversed() { if let block = callback.asScriptBlock { _ = try session.call(block, arguments: []) } }
        return .nothing
    }
    private static let isRequested = Property("IsCancellationRequested", .bool, get: { t, session in .bool(try isCancelled(t, session)) })

    static let source = KnownType(sourceType) {
        MemberTable(
            properties: [isRequested, Property("Token", tokenType, get: { t, _ in .object(CancellationObject(try own(t).state, tokenType)) })],
            methods: [
                Method(
                    "Cancel",
                    [
                        Overload { t, _, session in try cancel(t, session) },
                        Overload([.bool("throwOnFirstException")]) { t, _, session in try cancel(t, session) },
                    ]),
                Method(
                    "CancelAfter",
                    [
                        Overload([.int("millisecondsDelay")]) { t, a, session in try cancel(t, after: a.long(0), session) },
                        Overload([.of("delay", .timeSpan)]) { t, a, session in
                            try cancel(t, after: DateTimeMembers.span(a[0]).ticks / 10_000, session)
                        },
                    ]), Method("Dispose") { _, _, _ in .nothing },
                Method("TryReset", returns: .bool) { t, _, session in
                    if try isCancelled(t, session) { return .false }
                    try own(t).state?.deadline = nil
                    return .true
                },
            ],
            constructors: [
                Overload(returns: sourceType) { _, _, _ in .object(CancellationObject(State(), sourceType)) },
                Overload([.int("millisecondsDelay")], returns: sourceType) { _, a, session in
                    let made = Value.object(CancellationObject(State(), sourceType))
                    _ = try cancel(made, after: a.long(0), session)
                    return made
                },
                Overload([.of("delay", .timeSpan)], returns: sourceType) { _, a, session in
                    let made = Value.object(CancellationObject(State(), sourceType))
                    _ = try cancel(made, after: DateTimeMembers.span(a[0]).ticks / 10_000, session)
                    return made
                },
            ])
    }
    static let token = KnownType(tokenType) {
        MemberTable(
            properties: [isRequested, Property("CanBeCanceled", .bool, get: { t, _ in .bool(try own(t).state != nil) })],
            methods: [
                Method("ThrowIfCancellationRequested") { t, _, session in
                    if try isCancelled(t, session) { throw MethodFailure("System.OperationCanceledException", "The operation was canceled.") }
                    return .nothing
                },
                Method("Register", [.object("callback")], returns: .object) { t, a, _ in
                    try own(t).state?.callbacks.append(a[0])
                    return .nothing
                },
            ],
            staticProperties: [Property("None", tokenType, get: { _, _ in .object(CancellationObject(nil, tokenType)) })],
            constructors: [
                Overload([.bool("canceled")], returns: tokenType) { _, a, _ in
                    let state = State()
                    state.isCancelled = a.bool(0)
                    return .object(CancellationObject(state, tokenType))
                }
            ])
    }
}

/// A piece of work: done where it is started, as no second thread could do it.
final class TaskObject: Box, @unchecked Sendable {
    let result: Value
    let failure: ExceptionObject?
    private let ownType: TypeInfo
    init(_ result: Value, failure: ExceptionObject? = nil, _ type: TypeInfo) {
        self.result = result
        self.failure = failure
        ownType = type
    }
    override var type: TypeInfo { ownType }
    private static let typeInfo = TypeInfo(
        "System.Threading.Tasks.Task", base: .object, interfaces: [.iDisposable, TypeInfo("System.IAsyncResult", isInterface: true)])
    private static let status = TypeInfo.names(
        "System.Threading.Tasks.TaskStatus",
        ["Created", "WaitingForActivation", "WaitingToRun", "Running", "WaitingForChildrenToComplete", "RanToCompletion", "Canceled", "Faulted"])
    static let states = KnownType(status)

    private static func own(_ value: Value) throws -> TaskObject {
        guard let task = value.object as? TaskObject else { throw Refusals.null("this") }
        return task
    }
    private static func typed(_ held: TypeInfo, _ session: Session) -> TypeInfo {
        session.types.genericType(named: "System.Threading.Tasks.Task", [held]) ?? typeInfo
    }
    private static func aggregate(_ failure: ExceptionObject) -> ExceptionObject {
        ExceptionObject(ExceptionTypes.named("System.AggregateException"), "One or more errors occurred. (\(failure.message))", inner: failure)
    }
    /// - Throws: what the work threw, as waiting for it tells.
    private func finished() throws { if let failure { throw MethodFailure(TaskObject.aggregate(failure)) } }
    private static func run(_ work: Value, _ held: TypeInfo?, _ session: Session) throws -> Value {
        let block = try Delegates.block(work)
        do {
            let value = try session.call(block, arguments: [])
            return .object(TaskObject(held == nil ? .null : try session.convert(value, to: held ?? .object), held.map { typed($0, session) } ?? typeInfo))
        } catch let error as ShellError {
            return .object(TaskObject(.null, failure: error.record.exception, held.map { typed($0, session) } ?? typeInfo))
        }
    }
    private static func items(_ a: [Value]) -> [TaskObject] { a.values(0).compactMap { $0.object as? TaskObject } }

    private static var properties: [Property] {
        [
            Property("IsCompleted", .bool, get: { _, _ in true }), Property("IsFaulted", .bool, get: { t, _ in .bool(try own(t).failure != nil) }),
            Property("IsCanceled", .bool, get: { _, _ in false }),
            Property("IsCompletedSuccessfully", .bool, get: { t, _ in .bool(try own(t).failure == nil) }),
            Property("Status", status, get: { t, _ in .object(EnumerationObject(status, try own(t).failure == nil ? 5 : 7)) }),
            Property("Exception", .object, get: { t, _ in try own(t).failure.map { .object(aggregate($0)) } ?? .null }),
            Property("Id", .int32, get: { _, _ in 1 }),
        ]
    }
    private static var methods: [Method] {
        [
            Method(
                "Wait",
                [
                    Overload { t, _, _ in
                        try own(t).finished()
                        return .nothing
                    },
                    Overload([.int("millisecondsTimeout")], returns: .bool) { t, _, _ in
                        try own(t).finished()
                        return .true
                    },
                    Overload([.of("timeout", .timeSpan)], returns: .bool) { t, _, _ in
                        try own(t).finished()
                        return .true
                    },
                ]), Method("GetAwaiter", returns: .object) { t, _, _ in t },
            Method("GetResult", returns: .object) { t, _, _ in
                let task = try own(t)
                if let failure = task.failure { throw MethodFailure(failure) }
                return task.ownType === typeInfo ? .nothing : task.result
            }, Method("Dispose") { _, _, _ in .nothing }, Method("ConfigureAwait", [.bool("continueOnCapturedContext")], returns: .object) { t, _, _ in t },
            Method("ContinueWith", [.object("continuationAction")], returns: .object) { t, a, session in
                _ = try session.call(Delegates.block(a[0]), arguments: [t])
                return .object(TaskObject(.null, typeInfo))
            },
        ]
    }

    static let generic = KnownGeneric("System.Threading.Tasks.Task", arity: 1) { arguments in
        let type = TypeInfo("System.Threading.Tasks.Task`1", base: typeInfo, genericArguments: arguments)
        return KnownType(type) {
            MemberTable(properties: [
                Property(
                    "Result", arguments[0],
                    get: { t, _ in
                        try own(t).finished()
                        return try own(t).result
                    })
            ])
        }
    }
    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: properties, methods: methods,
            staticProperties: [Property("CompletedTask", typeInfo, get: { _, _ in .object(TaskObject(.null, typeInfo)) })],
            staticMethods: [
                Method(
                    "Run",
                    [
                        Overload([.object("action")], returns: .object) { _, a, session in
                            try run(a[0], a[0].unwrapped.type.genericArguments.last, session)
                        }
                    ], generic: { types in [Overload([.object("function")], returns: .object) { _, a, session in try run(a[0], types.first, session) }] }),
                Method(
                    "FromResult",
                    [
                        Overload([.object("result")], returns: .object) { _, a, session in
                            .object(TaskObject(a[0], typed(a[0].isNull ? .object : a[0].unwrapped.type, session)))
                        }
                    ],
                    generic: { types in
                        [
                            Overload([.object("result")], returns: .object) { _, a, session in
                                .object(TaskObject(try session.convert(a[0], to: types.first ?? .object), typed(types.first ?? .object, session)))
                            }
                        ]
                    }),
                Method(
                    "Delay",
                    [
                        Overload([.int("millisecondsDelay")], returns: typeInfo) { _, a, session in
                            _ = try ThreadMembers.sleep(Int64(a.int(0)) * 10_000, session)
                            return .object(TaskObject(.null, typeInfo))
                        },
                        Overload([.of("delay", .timeSpan)], returns: typeInfo) { _, a, session in
                            _ = try ThreadMembers.sleep(DateTimeMembers.span(a[0]).ticks, session)
                            return .object(TaskObject(.null, typeInfo))
                        },
                    ]),
                Method("WaitAll", [.rest("tasks", typeInfo)]) { _, a, _ in
                    for task in items(a) { try task.finished() }
                    return .nothing
                }, Method("WaitAny", [.rest("tasks", typeInfo)], returns: .int32) { _, a, _ in .int(items(a).isEmpty ? -1 : 0) },
                Method("WhenAll", [.rest("tasks", typeInfo)], returns: typeInfo) { _, a, session in
                    let tasks = items(a)
                    let held = tasks.first.flatMap { $0.ownType.genericArguments.first }
                    return .object(
                        TaskObject(
                            held.map { .object(ArrayObject(tasks.map(\.result), elementType: $0)) } ?? .null, failure: tasks.compactMap(\.failure).first,
                            held.map { typed($0.arrayType(), session) } ?? typeInfo))
                },
                Method("WhenAny", [.rest("tasks", typeInfo)], returns: typeInfo) { _, a, _ in
                    guard let first = items(a).first else { throw Refusals.argument("The tasks argument contains no tasks. (Parameter 'tasks')") }
                    return .object(TaskObject(.object(first), typeInfo))
                },
            ])
    }
}
