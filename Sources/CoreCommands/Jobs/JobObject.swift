// A job as scripts see it, and the list of all.

import Runtime
import Scalars
import TypeSystem

/// `JobState`.
enum JobState: Int64, Sendable {
    case notStarted = 0, running, completed, failed, stopped, blocked, suspended, disconnected, suspending, stopping, atBreakpoint
    var isFinished: Bool { self == .completed || self == .failed || self == .stopped }
}

class JobObject: Box, PolledEventSource, @unchecked Sendable {
    let id: Int
    let name: String
    let instanceId = NetGuid(randomBytes: (0..<16).map { _ in UInt8.random(in: 0...255) }) ?? .empty
    let command: String
    let jobType: String
    var state: JobState
    /// What has come out and was not received yet.
    var output: [Value] = []
    var errors: [Value] = []
    /// Warnings and other messages that came out and were not received yet.
    var records: [StreamRecord] = []
    var started: DateTime?
    var ended: DateTime?

    init(id: Int, name: String, command: String, jobType: String, state: JobState) {
        self.id = id; self.name = name; self.command = command; self.jobType = jobType; self.state = state
    }
    override var type: TypeInfo { JobObject.baseType }
    override func describe(_ session: Session) throws -> String { type.fullName }
    static let baseType = TypeInfo("System.Management.Automation.Job", base: .object)

    // MARK: Events

    static var eventNames: [String] { ["StateChanged"] }
    private(set) var nextLook: Int64?
    private var toldState: JobState?
    func beginRaising(_ session: Session) {
        toldState = toldState ?? state
        nextLook = EventSources.now
        session.eventSources.start(self, session)
    }
    func happened(by now: Int64, _ session: Session) throws -> [RaisedEvent] {
        refresh(session)
        let before = toldState ?? state
        nextLook = state.isFinished ? nil : now + 20
        if before == state { return [] }
        toldState = state
        let states = [("JobStateInfo", state), ("PreviousJobStateInfo", before)].map { name, state in
            (
                name,
                session.record(
                    [("State", .object(EnumerationObject(JobObject.states, state.rawValue))), ("Reason", .null)],
                    typeName: "System.Management.Automation.JobStateInfo")
            )
        }
        return [RaisedEvent("StateChanged", .object(ValuesObject(JobObject.stateChangeType, states)))]
    }
    static let stateChangeType = TypeInfo("System.Management.Automation.JobStateEventArgs", base: TypeInfo("System.EventArgs", base: .object))

    /// Takes in what has happened elsewhere.
    func refresh(_ session: Session) {}
    func stop(_ session: Session) { state = .stopped }
    /// Waits until it is done, or the time is up.
    /// - Parameter seconds: negative for ever.
    func wait(seconds: Double, _ session: Session) throws {}

    static let states = TypeInfo.enumeration(
        "System.Management.Automation.JobState",
        EnumerationInfo(names: [
            "NotStarted", "Running", "Completed", "Failed", "Stopped", "Blocked", "Suspended", "Disconnected", "Suspending", "Stopping", "AtBreakpoint",
        ]))

    static let known = KnownType(baseType) {
        @Sendable func own(_ value: Value, _ session: Session) -> JobObject? {
            let job = value.object as? JobObject
            job?.refresh(session)
            return job
        }
        @Sendable func property(_ name: String, _ type: TypeInfo, _ read: @escaping @Sendable (JobObject) -> Value) -> Property {
            Property(name, type, get: { t, session in own(t, session).map(read) ?? .null })
        }
        return MemberTable(properties: [
            property("State", states) { .object(EnumerationObject(states, $0.state.rawValue)) },
            property("HasMoreData", .bool) { .bool(!$0.output.isEmpty || !$0.errors.isEmpty || $0.state == .running) },
            property("StatusMessage", .string) { _ in "" }, property("Location", .string) { .text($0.jobType == "BackgroundJob" ? "localhost" : "") },
            property("Command", .string) { .text($0.command) },
            Property(
                "JobStateInfo", .object,
                get: { t, session in
                    session.record(
                        [("State", own(t, session).map { .object(EnumerationObject(states, $0.state.rawValue)) } ?? .null), ("Reason", .null)],
                        typeName: "System.Management.Automation.JobStateInfo")
                }),
            property("InstanceId", GuidObject.typeInfo) { .object(GuidObject($0.instanceId)) }, property("Id", .int32) { .int(Int32($0.id)) },
            property("Name", .string) { .text($0.name) }, property("ChildJobs", .object) { $0 is ProcessJob ? .array([.object($0)]) : .array([]) },
            property("PSBeginTime", .dateTime) { $0.started.map { .object(DateObject($0)) } ?? .null },
            property("PSEndTime", .dateTime) { $0.ended.map { .object(DateObject($0)) } ?? .null }, property("PSJobTypeName", .string) { .text($0.jobType) },
            property("Output", .object) { .array($0.output) }, property("Error", .object) { .array($0.errors) },
        ])
    }
}

final class JobShelf {
    private(set) var jobs: [JobObject] = []
    private var nextId = 1
    func takeId() -> Int {
        defer { nextId += 1 }
        return nextId
    }
    func add(_ job: JobObject) { jobs.append(job) }
    func remove(_ job: JobObject) { jobs.removeAll { $0 === job } }
}

extension Session {
    var jobs: JobShelf { attachment(JobShelf.self) { JobShelf() } }
}
