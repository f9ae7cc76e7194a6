// Events of the session: who waits for which, and what has come in.

import Runtime
import Scalars
import TypeSystem

/// One event: `PSEventArgs`.
final class EventObject: Box, @unchecked Sendable {
    let id: Int, source: String, sender: Value, arguments: [Value], messageData: Value, time: DateTime
    init(id: Int, source: String, sender: Value, arguments: [Value], messageData: Value, time: DateTime) {
        self.id = id; self.source = source; self.sender = sender; self.arguments = arguments; self.messageData = messageData; self.time = time
    }
    /// What tells of the event: the second argument where the first is who raised it.
    var eventArguments: Value {
        (arguments.count > 1 && arguments[0].object === sender.object && sender.object is any EventSource ? arguments[1] : arguments.first) ?? .null
    }
    override var type: TypeInfo { EventObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSEventArgs", base: .object)

    static let known = KnownType(typeInfo) {
        @Sendable func property(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (EventObject) -> Value) -> Property {
            Property(name, type, get: { t, _ in (t.object as? EventObject).map(read) ?? .null })
        }
        return MemberTable(properties: [
            property("ComputerName", .string) { _ in .null }, property("RunspaceId", .object) { _ in .object(GuidObject(.empty)) },
            property("EventIdentifier", .int32) { .int(Int32($0.id)) }, property("Sender", .object) { $0.sender },
            property("SourceEventArgs", .object) { $0.eventArguments }, property("SourceArgs", .object) { .array($0.arguments) },
            property("SourceIdentifier", .string) { .text($0.source) }, property("TimeGenerated", .dateTime) { .object(DateObject($0.time)) },
            property("MessageData", .object) { $0.messageData },
        ])
    }
}

/// Somebody who waits for an event: `PSEventSubscriber`.
final class EventSubscriber: Box, @unchecked Sendable {
    let id: Int, source: String, action: ScriptBlock?, messageData: Value, isSupport: Bool, isForwarded: Bool
    /// How often it still acts; nil for always.
    var remaining: Int?
    /// Where the output of its action goes.
    let job: EventJob?
    /// The object whose event it is; nil for an event of the session.
    let object: (any EventSource)?
    let event: String
    init(
        id: Int, source: String, action: ScriptBlock?, messageData: Value, isSupport: Bool, isForwarded: Bool, remaining: Int?, job: EventJob?,
        object: (any EventSource)?, event: String
    ) {
        self.object = object; self.event = event
        self.id = id; self.source = source; self.action = action; self.messageData = messageData; self.isSupport = isSupport; self.isForwarded = isForwarded
        self.remaining = remaining; self.job = job
    }
    override var type: TypeInfo { EventSubscriber.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSEventSubscriber", base: .object)

    static let known = KnownType(typeInfo) {
        @Sendable func property(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (EventSubscriber) -> Value) -> Property {
            Property(name, type, get: { t, _ in (t.object as? EventSubscriber).map(read) ?? .null })
        }
        return MemberTable(properties: [
            property("SubscriptionId", .int32) { .int(Int32($0.id)) }, property("SourceObject", .object) { $0.object.map { .object($0) } ?? .null },
            property("EventName", .string) { $0.object == nil ? .null : .text($0.event) },
            property("SourceIdentifier", .string) { .text($0.source) }, property("Action", .object) { $0.job.map { .object($0) } ?? .null },
            property("HandlerDelegate", .object) { _ in .null }, property("SupportEvent", .bool) { .bool($0.isSupport) },
            property("ForwardEvent", .bool) { .bool($0.isForwarded) },
        ])
    }
}

/// A job whose work is done by an event's action: `PSEventJob`.
final class EventJob: JobObject, @unchecked Sendable {
    let action: ScriptBlock
    init(id: Int, name: String, action: ScriptBlock) {
        self.action = action
        super.init(id: id, name: name, command: action.body, jobType: "PSEventJob", state: .notStarted)
    }
    override var type: TypeInfo { EventJob.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSEventJob", base: JobObject.baseType)
    override func stop(_ session: Session) {
        session.events.remove { $0.job === self }
        state = .stopped
    }
}

final class EventCentre {
    private(set) var subscribers: [EventSubscriber] = []
    private(set) var waiting: [EventObject] = []
    private var nextSubscription = 1, nextEvent = 1

    func subscribe(
        to source: String, action: ScriptBlock?, messageData: Value, isSupport: Bool, isForwarded: Bool, remaining: Int?,
        object: (any EventSource)? = nil, event: String = "", _ session: Session
    ) -> EventSubscriber {
        var job: EventJob?
        if let action {
            let home = session.makeModule(name: "__DynamicModule_event", path: "")
            let made = EventJob(id: isSupport ? 0 : session.jobs.takeId(), name: source, action: action.bound(to: home))
            if !isSupport { session.jobs.add(made) }
            job = made
        }
        let subscriber = EventSubscriber(
            id: nextSubscription, source: source, action: job?.action, messageData: messageData, isSupport: isSupport, isForwarded: isForwarded,
            remaining: remaining, job: job, object: object, event: event)
        nextSubscription += 1
        subscribers.append(subscriber)
        return subscriber
    }

    func remove(where isUnwanted: (EventSubscriber) -> Bool) { subscribers.removeAll(where: isUnwanted) }
    func removeEvents(where isUnwanted: (EventObject) -> Bool) { waiting.removeAll(where: isUnwanted) }

    /// An event has happened: actions run now, and what no action takes waits.
    func raise(_ source: String, sender: Value, arguments: [Value], messageData: Value, _ session: Session) throws -> EventObject {
        let event = EventObject(id: nextEvent, source: source, sender: sender, arguments: arguments, messageData: messageData, time: session.localNow)
        nextEvent += 1
        var isTaken = false
        for subscriber in subscribers where subscriber.source.equalsIgnoringCase(source) {
            if try act(subscriber, event, session) { isTaken = true }
        }
        if !isTaken { waiting.append(event) }
        return event
    }

    /// An event of an object: each who has registered for it gets one under the name it gave.
    func raise(_ raised: RaisedEvent, of object: any EventSource, _ session: Session) throws {
        for subscriber in subscribers where subscriber.object === object && subscriber.event == raised.name {
            let event = EventObject(
                id: nextEvent, source: subscriber.source, sender: .object(object), arguments: [.object(object), raised.arguments],
                messageData: subscriber.messageData, time: session.localNow)
            nextEvent += 1
            if try !act(subscriber, event, session) { waiting.append(event) }
        }
    }

    /// Runs the action of a subscriber; false if it has none.
    private func act(_ subscriber: EventSubscriber, _ event: EventObject, _ session: Session) throws -> Bool {
        let isLast = subscriber.remaining == 1
        if let remaining = subscriber.remaining { subscriber.remaining = remaining - 1 }
        if isLast { remove { $0 === subscriber } }
        guard let action = subscriber.action, let job = subscriber.job else { return false }
        try run(action, subscriber, event, job, session)
        if isLast { job.state = .stopped }
        return true
    }

    /// What an action writes belongs to its job, and so do its errors.
    private func run(_ action: ScriptBlock, _ subscriber: EventSubscriber, _ event: EventObject, _ job: EventJob, _ session: Session) throws {
        job.state = .running
        let streams = Streams()
        streams.error = ClosureSink { value in job.errors.append(value) }
        let data = subscriber.messageData.isNull ? event.messageData : subscriber.messageData
        let shown =
            data.isNull
            ? event
            : EventObject(
                id: event.id, source: event.source, sender: event.sender, arguments: event.arguments, messageData: data, time: event.time)
        do {
            try session.invoke(
                action, arguments: event.arguments,
                variables: [
                    ("Event", .object(shown)), ("Sender", event.sender), ("EventArgs", event.eventArguments),
                    ("EventSubscriber", .object(subscriber)),
                ], caller: session.global, output: ClosureSink { value in job.output.append(value) }, streams: streams)
        } catch let failure as ShellError { job.errors.append(.object(failure.record)) }
    }
}

extension Session {
    var events: EventCentre { attachment(EventCentre.self) { EventCentre() } }
}
