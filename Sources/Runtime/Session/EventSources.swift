// Objects that raise events: timers, watchers of folders, jobs and processes. There is one thread, so their events wait until a statement begins, or a
// command waits for them.

import CPosix
import Glibc

/// An object whose events scripts can register for.
public protocol EventSource: Object {
    /// As they are written in the reference: `Elapsed`.
    static var eventNames: [String] { get }
    /// Somebody has registered for one of its events.
    func beginRaising(_ session: Session)
}

extension EventSource {
    public func beginRaising(_ session: Session) {}
}

/// An event that has happened, with the object that tells of it.
public struct RaisedEvent {
    public let name: String
    public let arguments: Value
    public init(_ name: String, _ arguments: Value) { self.name = name; self.arguments = arguments }
}

/// A source that is asked from time to time what has happened.
public protocol PolledEventSource: EventSource {
    /// When to ask next, in milliseconds of the clock that never goes back; nil for not any more.
    var nextLook: Int64? { get }
    /// What has happened up to now.
    func happened(by now: Int64, _ session: Session) throws -> [RaisedEvent]
}

public final class EventSources {
    private var running: [any PolledEventSource] = []
    private var isDelivering = false
    private var alarm: Alarm?

    /// A timer of the system, and the flag it raises.
    private final class Alarm {
        let storage: UnsafeMutablePointer<posix_alarm>
        private let flag: CancellationFlag
        init(_ flag: CancellationFlag) {
            self.flag = flag
            storage = .allocate(capacity: 1)
            storage.initialize(to: posix_alarm())
            storage.pointee.flag = flag.storage
            storage.pointee.told = CancellationFlag.events
        }
        // A signal may be under way still, so the few words it looks at stay, and so does the flag.
        deinit {
            posix_end_alarm(storage)
            _ = Unmanaged.passRetained(flag)
        }
    }
    /// Hands an event to those who have registered for it.
    public var deliver: ((any EventSource, RaisedEvent, Session) throws -> Void)?

    public static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    public func start(_ source: any PolledEventSource, _ session: Session) {
        if !running.contains(where: { $0 === source }) { running.append(source) }
        session.whenEventsAreDue = { try $0.eventSources.look($0) }
        setAlarm(session)
    }
    public func stop(_ source: any PolledEventSource, _ session: Session) {
        running.removeAll { $0 === source }
        setAlarm(session)
    }

    /// How long until something may have happened, in milliseconds; nil if nothing is awaited.
    public var rest: Int64? { running.compactMap(\.nextLook).min().map { max(0, $0 - EventSources.now) } }

    /// Asks every source and runs the actions. An action that waits does not run others.
    public func look(_ session: Session) throws {
        if isDelivering || running.isEmpty { return }
        isDelivering = true
        defer {
            isDelivering = false
            running.removeAll { $0.nextLook == nil }
            setAlarm(session)
        }
        let now = EventSources.now
        for source in running where source.nextLook.map({ $0 <= now }) ?? false {
            for event in try source.happened(by: now, session) { try deliver?(source, event, session) }
        }
    }

    private func setAlarm(_ session: Session) {
        let wait = isDelivering ? 0 : rest.map { max(1, $0) } ?? 0
        if wait == 0, alarm == nil { return }
        let alarm = self.alarm ?? Alarm(session.cancellation)
        self.alarm = alarm
        posix_set_alarm(alarm.storage, Int(wait))
    }
}

extension Session {
    public var eventSources: EventSources { attachment(EventSources.self) { EventSources() } }
}
