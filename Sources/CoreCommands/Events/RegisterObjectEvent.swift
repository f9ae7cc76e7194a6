// Register-ObjectEvent: an action for what an object tells.

import Runtime
import Scalars
import TypeSystem

final class RegisterObjectEvent: Command {
    static let name = "Register-ObjectEvent"
    static let inputObject = Parameter<Value>(
        "InputObject", position: 0, mandatory: true, help: "The object: a timer, a watcher of a folder, a job or a process.")
    static let eventName = Parameter<String>("EventName", position: 1, mandatory: true, help: "The event of the object.")
    static let source = Parameter<String>("SourceIdentifier", position: 100, help: "The name to find it by; a new one if not given.")
    static let action = Parameter<ScriptBlock>(
        "Action", position: 101, help: "What to do; sees $Event, $Sender, $EventArgs. Without one events wait for Get-Event and Wait-Event.")
    static let declaration = CommandDeclaration(
        synopsis: "Waits for an event of an object.",
        description: "The action runs between the statements of the shell, or while it waits in Start-Sleep or Wait-Event. Its output is kept in a job.",
        parameters: [
            inputObject, eventName, source, action, RegisterEngineEvent.messageData, RegisterEngineEvent.support, RegisterEngineEvent.forward,
            RegisterEngineEvent.count,
        ], outputTypes: ["System.Management.Automation.PSEventJob"],
        examples: [
            CommandExample(
                "A timer",
                "$timer = [System.Timers.Timer]::new(5)\nRegister-ObjectEvent $timer Elapsed -SourceIdentifier tick\n$timer.Start()\n(Wait-Event tick -Timeout 5).SourceIdentifier\n$timer.Stop()\nUnregister-Event tick",
                output: "tick\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        if run.has(RegisterEngineEvent.forward), run.isBound(Self.action) {
            throw run.failure(
                "ACTION_AND_FORWARD_NOT_SUPPORTED", "An event that is forwarded cannot have an action here.", type: "System.ArgumentException",
                category: .invalidOperation)
        }
        let target = run[Self.inputObject] ?? .null, name = run[Self.eventName] ?? ""
        if let source = run[Self.source], session.events.subscribers.contains(where: { $0.source.equalsIgnoringCase(source) }) {
            return try run.writeError(
                "SUBSCRIBER_EXISTS", "Cannot subscribe to the specified event. A subscriber with the source identifier '\(source)' already exists.",
                type: "System.ArgumentException", category: .invalidArgument, target: target)
        }
        guard let object = target.object as? any EventSource, let event = type(of: object).eventNames.first(where: { $0.equalsIgnoringCase(name) }) else {
            return try run.writeError(
                "INVALID_REGISTRATION", "Cannot register for the specified event. An event with the name '\(name)' does not exist. (Parameter 'eventName')",
                type: "System.ArgumentException", category: .invalidArgument, target: target)
        }
        let limit = run[RegisterEngineEvent.count] ?? 0
        let made = session.events.subscribe(
            to: run[Self.source] ?? NetGuid(randomBytes: (0..<16).map { _ in UInt8.random(in: 0...255) })?.description ?? name, action: run[Self.action],
            messageData: run[RegisterEngineEvent.messageData] ?? .null,
            isSupport: run.has(RegisterEngineEvent.support), isForwarded: run.has(RegisterEngineEvent.forward), remaining: limit > 0 ? limit : nil,
            object: object, event: event, session)
        session.eventSources.deliver = { source, event, session in try session.events.raise(event, of: source, session) }
        object.beginRaising(session)
        if let job = made.job, !run.has(RegisterEngineEvent.support) { try run.write(.object(job)) }
    }
}
