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
    override var type: TypeInfo { EventObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSEventArgs", base: .object)

    static let known = KnownType(typeInfo) {
        @Sendable func property(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (EventObject) -> Value) -> Property {
            Property(name, type, get: { t, _ in (t.object as? EventObject).map(read) ?? .null })
        }
        return MemberTable(properties: [
            property("ComputerName", .string) { _ in .null }, property("RunspaceId", .object) { _ in .object(GuidObject(.empty)) },
            property("EventIdentifier", .int32) { .int(Int32($0.id)) }, property("Sender", .object) { $0.sender },
            property("SourceEventArgs", .object) { $0.arguments.first ?? .null }, property("SourceArgs", .object) { .array($0.arguments) },
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
    init(id: Int, source: String, action: ScriptBlock?, messageData: Value, isSupport: Bool, isForwarded: Bool, remaining: Int?, job: EventJob?) {
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
            property("SubscriptionId", .int32) { .int(Int32($0.id)) }, property("SourceObject", .object) { _ in .null },
            property("EventName", .string) { _ in .null },
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
        to source: String, action: ScriptBlock?, messageData: Value, isSupport: Bool, isForwarded: Bool, remaining: Int?, _ session: Session
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
            remaining: remaining,
            job: job)
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
            guard let action = subscriber.action, let job = subscriber.job else { continue }
            isTaken = true
            try run(action, subscriber, event, job, session)
            if let remaining = subscriber.remaining {
                subscriber.remaining = remaining - 1
                if remaining <= 1 {
                    remove { $0 === subscriber }
                    job.state = .stopped
                }
            }
        }
        if !isTaken { waiting.append(event) }
        return event
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
                    ("Event", .object(shown)), ("Sender", event.sender), ("EventArgs", event.arguments.first ?? .null),
                    ("EventSubscriber", .object(subscriber)),
                ], caller: session.global, output: ClosureSink { value in job.output.append(value) }, streams: streams)
        } catch let failure as ShellError { job.errors.append(.object(failure.record)) }
    }
}

extension Session {
    var events: EventCentre { attachment(EventCentre.self) { EventCentre() } }
}
