// Register-EngineEvent, New-Event, Get-Event and their kin. They are about one list of events, so they share this file.

import Glibc
import Runtime
import TypeSystem

enum EventTables {
    static let all: [any Command.Type] = [
        RegisterEngineEvent.self, RegisterObjectEvent.self, NewEvent.self, GetEvent.self, RemoveEvent.self, WaitEvent.self, GetEventSubscriber.self,
        UnregisterEvent.self,
    ]
    static let engineEvents = TypeInfo("System.Management.Automation.PSEngineEvent", base: .object)
    static let types: [KnownType] = [
        EventObject.known, EventSubscriber.known,
        KnownType(engineEvents) {
            MemberTable(staticProperties: [
                Property("Exiting", .string, get: { _, _ in "PowerShell.Exiting" }), Property("OnIdle", .string, get: { _, _ in "PowerShell.OnIdle" }),
            ])
        },
    ]
    static let source = Parameter<String>("SourceIdentifier", position: 0, byName: true, help: "The name of the event; wildcards allowed.")

    /// Subscribers or events that match, or an error that nothing does.
    static func notFound(_ name: String, _ run: Invocation) throws {
        try run.writeError(
            "INVALID_SOURCE_IDENTIFIER", "There is nothing with the source identifier '\(name)'.", type: "System.ArgumentException", category: .invalidArgument)
    }
    static func notFound(_ id: Int, _ run: Invocation) throws {
        try run.writeError(
            "INVALID_EVENT_IDENTIFIER", "There is nothing with the identifier \(id).", type: "System.ArgumentException", category: .invalidArgument)
    }
}

final class RegisterEngineEvent: Command {
    static let name = "Register-EngineEvent"
    static let source = Parameter<String>(
        "SourceIdentifier", position: 100, mandatory: true, help: "The name of the event to wait for; PowerShell.Exiting is the session's end.")
    static let action = Parameter<ScriptBlock>("Action", position: 101, help: "What to do; sees $Event, $Sender, $EventArgs and the event's arguments.")
    static let messageData = Parameter<Value>("MessageData", help: "Data for the action.")
    static let support = Parameter<Bool>("SupportEvent", help: "Hidden: neither job nor subscriber is listed.")
    static let forward = Parameter<Bool>("Forward", help: "The event is meant for another session; here it stays.")
    static let count = Parameter<Int>("MaxTriggerCount", help: "How often the action runs at most; 0 for always.")
    static let declaration = CommandDeclaration(
        synopsis: "Waits for an event.", description: "From now on the action runs whenever New-Event names the event. Its output is kept in a job.",
        parameters: [source, action, messageData, support, forward, count], outputTypes: ["System.Management.Automation.PSEventJob"],
        examples: [
            CommandExample(
                "An action",
                "$null = Register-EngineEvent room.ping -Action { \"seen $($Event.MessageData)\" }\n$null = New-Event room.ping -MessageData lobby\nReceive-Job room.ping",
                output: "seen lobby\n")
        ])

    func process(_ run: Invocation) throws {
        if run.has(Self.forward), run.isBound(Self.action) {
            throw run.failure(
                "ACTION_AND_FORWARD_NOT_SUPPORTED", "An event that is forwarded cannot have an action here.", type: "System.ArgumentException",
                category: .invalidOperation)
        }
        let limit = run[Self.count] ?? 0
        let made = run.session.events.subscribe(
            to: run[Self.source] ?? "", action: run[Self.action], messageData: run[Self.messageData] ?? .null, isSupport: run.has(Self.support),
            isForwarded: run.has(Self.forward), remaining: limit > 0 ? limit : nil, run.session)
        if let job = made.job, !run.has(Self.support) { try run.write(.object(job)) }
    }
}

final class NewEvent: Command {
    static let name = "New-Event"
    static let source = Parameter<String>("SourceIdentifier", position: 0, mandatory: true, help: "The name of the event.")
    static let sender = Parameter<Value>("Sender", position: 1, help: "Who raises it.")
    static let arguments = Parameter<[Value]>("EventArguments", position: 2, help: "Arguments of the actions.")
    static let messageData = Parameter<Value>("MessageData", position: 3, help: "Data of the event.")
    static let declaration = CommandDeclaration(
        synopsis: "Raises an event.", description: "Runs the actions that wait for the event; an event nobody acts on is kept for Get-Event.",
        parameters: [source, sender, arguments, messageData], outputTypes: ["System.Management.Automation.PSEventArgs"],
        examples: [CommandExample("Kept", "$null = New-Event room.join -MessageData alva\n(Get-Event).MessageData", output: "alva\n")])

    func process(_ run: Invocation) throws {
        let event = try run.session.events.raise(
            run[Self.source] ?? "", sender: run[Self.sender] ?? .null, arguments: run[Self.arguments] ?? [], messageData: run[Self.messageData] ?? .null,
            run.session)
        try run.write(.object(event))
    }
}

final class GetEvent: Command {
    static let name = "Get-Event"
    static let source = Parameter<String>(
        "SourceIdentifier", position: 0, byName: true, sets: ["BySource"], validations: [.notNullOrEmpty], help: "The name; wildcards allowed.")
    static let id = Parameter<Int>("EventIdentifier", aliases: ["Id"], position: 0, mandatory: true, byName: true, sets: ["ById"], help: "The number.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the events that wait.", description: "Gets the events that no action has taken.", parameters: [source, id], defaultSet: "BySource",
        outputTypes: ["System.Management.Automation.PSEventArgs"],
        examples: [CommandExample("By name", "$null = New-Event room.join\n(Get-Event room.*).SourceIdentifier", output: "room.join\n")])

    func process(_ run: Invocation) throws {
        let all = run.session.events.waiting
        if let id = run[Self.id] {
            let found = all.filter { $0.id == id }
            if found.isEmpty { return try EventTables.notFound(id, run) }
            for event in found { try run.write(.object(event)) }
            return
        }
        let name = run[Self.source]
        let found = all.filter { event in name.map { WildcardName.matches(event.source, $0) } ?? true }
        if let name, found.isEmpty, !WildcardName.isWildcard(name) { return try EventTables.notFound(name, run) }
        for event in found { try run.write(.object(event)) }
    }
}

final class RemoveEvent: Command {
    static let name = "Remove-Event"
    static let source = Parameter<String>(
        "SourceIdentifier", position: 0, mandatory: true, byName: true, sets: ["BySource"], help: "The name; wildcards allowed.")
    static let id = Parameter<Int>("EventIdentifier", position: 0, mandatory: true, byName: true, sets: ["ByIdentifier"], help: "The number.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes events that wait.", description: "Removes events by name or number.", parameters: [source, id], defaultSet: "BySource",
        supportsShouldProcess: true,
        examples: [CommandExample("By name", "$null = New-Event room.join\nRemove-Event room.join\n@(Get-Event).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let events = run.session.events
        // An event from the pipeline has both a name and a number.
        let piped = (run.input.object as? EventObject)?.id
        let chosen = events.waiting.filter { event in
            piped.map { $0 == event.id } ?? run[Self.id].map { $0 == event.id } ?? WildcardName.matches(event.source, run[Self.source] ?? "")
        }
        if chosen.isEmpty {
            if let id = run[Self.id] { return try EventTables.notFound(id, run) }
            if let name = run[Self.source], !WildcardName.isWildcard(name) { return try EventTables.notFound(name, run) }
        }
        for event in chosen where try run.shouldProcess("Event '\(event.source)'", "Remove") { events.removeEvents { $0 === event } }
    }
}

final class WaitEvent: Command {
    static let name = "Wait-Event"
    static let timeout = Parameter<Int>("Timeout", aliases: ["TimeoutSec"], validations: [.range(-1, .int(.max))], help: "Seconds; -1 for ever.")
    static let declaration = CommandDeclaration(
        synopsis: "Waits until an event has come in.", description: "Writes the first event of the name as soon as there is one.",
        parameters: [EventTables.source, timeout],
        outputTypes: ["System.Management.Automation.PSEventArgs"],
        examples: [CommandExample("There already", "$null = New-Event room.join\n(Wait-Event room.join -Timeout 1).SourceIdentifier", output: "room.join\n")])

    func process(_ run: Invocation) throws {
        let name = run[EventTables.source] ?? "*"
        let seconds = run[Self.timeout] ?? -1
        let start = run.session.now
        while true {
            try run.session.eventSources.look(run.session)
            if let event = run.session.events.waiting.first(where: { WildcardName.matches($0.source, name) }) { return try run.write(.object(event)) }
            if seconds >= 0, run.session.now - start >= Int64(seconds) * 10_000_000 { return }
            try run.session.checkCancelled()
            usleep(useconds_t(min(20, max(1, run.session.eventSources.rest ?? 20)) * 1000))
        }
    }
}

final class GetEventSubscriber: Command {
    static let name = "Get-EventSubscriber"
    static let source = Parameter<String>("SourceIdentifier", position: 0, byName: true, sets: ["BySource"], help: "The name; wildcards allowed.")
    static let id = Parameter<Int>("SubscriptionId", aliases: ["Id"], position: 0, mandatory: true, byName: true, sets: ["ById"], help: "The number.")
    static let force = Parameter<Bool>("Force", position: 1, help: "Hidden ones too.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets who waits for events.", description: "Gets what Register-EngineEvent has registered.", parameters: [source, id, force],
        defaultSet: "BySource",
        outputTypes: ["System.Management.Automation.PSEventSubscriber"],
        examples: [
            CommandExample("By name", "$null = Register-EngineEvent room.ping -Action { }\n(Get-EventSubscriber).SourceIdentifier", output: "room.ping\n")
        ])

    func process(_ run: Invocation) throws {
        let all = run.session.events.subscribers.filter { run.has(Self.force) || !$0.isSupport }
        if let id = run[Self.id] {
            let found = all.filter { $0.id == id }
            if found.isEmpty {
                return try run.writeError(
                    "INVALID_SUBSCRIPTION_IDENTIFIER", "There is no subscriber with the identifier \(id).", type: "System.ArgumentException",
                    category: .invalidArgument)
            }
            for one in found { try run.write(.object(one)) }
            return
        }
        let name = run[Self.source]
        let found = all.filter { one in name.map { WildcardName.matches(one.source, $0) } ?? true }
        if let name, found.isEmpty, !WildcardName.isWildcard(name) { return try EventTables.notFound(name, run) }
        for one in found { try run.write(.object(one)) }
    }
}

final class UnregisterEvent: Command {
    static let name = "Unregister-Event"
    static let source = Parameter<String>(
        "SourceIdentifier", position: 0, mandatory: true, byName: true, sets: ["BySource"], help: "The name; wildcards allowed.")
    static let id = Parameter<Int>("SubscriptionId", position: 0, mandatory: true, byName: true, sets: ["ByIdentifier"], help: "The number.")
    static let force = Parameter<Bool>("Force", help: "Hidden ones too.")
    static let declaration = CommandDeclaration(
        synopsis: "Waits for an event no longer.", description: "Takes back what Register-EngineEvent has registered. The job with its output stays.",
        parameters: [source, id, force], defaultSet: "BySource", supportsShouldProcess: true,
        examples: [
            CommandExample(
                "By name", "$null = Register-EngineEvent room.ping -Action { }\nUnregister-Event room.ping\n@(Get-EventSubscriber).Count", output: "0\n")
        ])

    func process(_ run: Invocation) throws {
        let events = run.session.events
        let chosen = events.subscribers.filter { one in
            if one.isSupport, !run.has(Self.force) { return false }
            if let piped = run.input.object as? EventSubscriber { return piped === one }
            return run[Self.id].map { $0 == one.id } ?? WildcardName.matches(one.source, run[Self.source] ?? "")
        }
        if chosen.isEmpty {
            if let id = run[Self.id] {
                return try run.writeError(
                    "INVALID_SUBSCRIPTION_IDENTIFIER", "There is no subscriber with the identifier \(id).", type: "System.ArgumentException",
                    category: .invalidArgument)
            }
            if let name = run[Self.source], !WildcardName.isWildcard(name) { return try EventTables.notFound(name, run) }
        }
        for one in chosen where try run.shouldProcess("Event subscription '\(one.source)'", "Unsubscribe") {
            events.remove { $0 === one }
            one.job?.state = .stopped
        }
    }
}
