// Start-, Get-, Receive-, Wait-, Stop- and Remove-Job. They share how jobs are named, so they share this file.

import Runtime
import TypeSystem

enum JobTables {
    static let all: [any Command.Type] = [StartJob.self, StartThreadJob.self, GetJob.self, ReceiveJob.self, WaitJob.self, StopJob.self, RemoveJob.self]
    static let types: [KnownType] = [
        JobObject.known, ValuesObject.known(JobObject.stateChangeType, [("JobStateInfo", .object), ("PreviousJobStateInfo", .object)]),
        KnownType(JobObject.states), KnownType(EventJob.typeInfo), KnownType(ProcessJob.typeInfo),
    ]

    static let ids = Parameter<[Int]>("Id", position: 0, mandatory: true, byName: true, sets: ["SessionIdParameterSet"], help: "Jobs by number.")
    static let names = Parameter<[String]>(
        "Name", position: 0, mandatory: true, byName: true, sets: ["NameParameterSet"], validations: [.notNullOrEmpty], help: "Jobs by name; wildcards allowed."
    )
    static let instances = Parameter<[Value]>(
        "InstanceId", mandatory: true, byName: true, sets: ["InstanceIdParameterSet"], type: GuidObject.typeInfo.arrayType(), help: "Jobs by identifier.")
    static let jobs = Parameter<[Value]>(
        "Job", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["JobParameterSet"], type: JobObject.baseType.arrayType(),
        help: "The jobs themselves.")
    static let state = Parameter<Value>(
        "State", mandatory: true, byName: true, sets: ["StateParameterSet"], type: JobObject.states, help: "Jobs in this state.")

    /// The jobs a command is meant for; names and numbers that are nobody's are errors.
    static func chosen(_ run: Invocation) throws -> [JobObject] {
        let session = run.session
        let all = session.jobs.jobs
        for job in all { job.refresh(session) }
        if let given = run[jobs] { return given.compactMap { $0.object as? JobObject } }
        var found: [JobObject] = []
        if let names = run[names] {
            for name in names {
                let hits = all.filter { WildcardName.matches($0.name, name) }
                if hits.isEmpty, !WildcardName.isWildcard(name) {
                    try run.writeError(
                        "JobWithSpecifiedNameNotFound", "The command cannot find a job with the name \(name).", type: "PSArgumentException",
                        category: .objectNotFound, target: .text(name))
                }
                found += hits
            }
        } else if let ids = run[ids] {
            for id in ids {
                guard let hit = all.first(where: { $0.id == id }) else {
                    try run.writeError(
                        "JobWithSpecifiedSessionIdNotFound", "The command cannot find a job with the number \(id).", type: "PSArgumentException",
                        category: .objectNotFound, target: .int(Int32(id)))
                    continue
                }
                found.append(hit)
            }
        } else if let instances = run[instances] {
            for case let identifier as GuidObject in instances.map(\.object) {
                guard let hit = all.first(where: { $0.instanceId == identifier.value }) else {
                    try run.writeError(
                        "JobWithSpecifiedInstanceIdNotFound", "The command cannot find a job with the identifier \(identifier.value).",
                        type: "PSArgumentException",
                        category: .objectNotFound, target: .object(identifier))
                    continue
                }
                found.append(hit)
            }
        } else if let state = run[state]?.asEnumeration?.rawValue {
            found = all.filter { $0.state.rawValue == state }
        }
        return found
    }
}

final class StartJob: Command {
    static let name = "Start-Job"
    static let aliases = ["sajb"]
    static let block = Parameter<ScriptBlock>("ScriptBlock", aliases: ["Command"], position: 0, mandatory: true, sets: ["ComputerName"], help: "The code.")
    static let path = Parameter<String>("FilePath", position: 0, mandatory: true, sets: ["FilePathComputerName"], help: "A script file.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, sets: ["LiteralFilePathComputerName"], help: "A script file, without wildcards.")
    static let initialization = Parameter<ScriptBlock>("InitializationScript", position: 1, help: "Code that runs first, in the same session.")
    static let jobName = Parameter<String>("Name", byName: true, help: "The job's name.")
    static let directory = Parameter<String>("WorkingDirectory", validations: [.notNullOrEmpty], help: "Where it runs.")
    static let input = Parameter<Value>("InputObject", pipeline: true, help: "What the code sees as $input.")
    static let arguments = Parameter<[Value]>("ArgumentList", aliases: ["Args"], help: "Arguments of the code.")
    static let declaration = CommandDeclaration(
        synopsis: "Runs code beside this session.",
        description:
            "The code runs in a session of its own at the same time; it gets copies of its arguments and of variables named with $using:. Receive-Job brings its output.",
        parameters: [block, path, literalPath, initialization, jobName, directory, input, arguments], defaultSet: "ComputerName",
        outputTypes: ["System.Management.Automation.PSRemotingJob"], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("A sum", "$seats = 4\nStart-Job { $using:seats * 3 } | Wait-Job | Receive-Job", output: "12\n")])

    private var given: [Value] = []
    private var hasInput = false

    func process(_ run: Invocation) throws {
        if !run.input.isMissing {
            hasInput = true
            given.append(run.input)
        }
    }

    func end(_ run: Invocation) throws {
        let session = run.session
        var order = JobOrder(script: run[Self.block]?.body ?? "")
        if let file = run[Self.path] ?? run[Self.literalPath] {
            let full = session.fullPath(file)
            order.script = try ScriptReader.text(of: full)
            order.path = full
        }
        order.initialization = run[Self.initialization]?.body
        order.arguments = (run[Self.arguments] ?? []).map { PackedValue($0, session) }
        if hasInput {
            order.input = given.map { PackedValue($0, session) }
        } else if run.isBound(Self.input) {
            let value = run[Self.input] ?? .null
            order.input = try (session.elements(of: value) ?? [value]).map { PackedValue($0, session) }
        }
        order.variables = try SentVariables.collect(order.script, all: false, run.scope, session)
        let home = session.location
        if let directory = run[Self.directory] {
            let full = session.fullPath(directory)
            guard FileStatus(full)?.isDirectory == true else {
                throw run.failure(
                    "DirectoryNotFoundException", "The working directory '\(full)' does not exist.", type: "System.IO.DirectoryNotFoundException",
                    category: .invalidOperation, target: .text(directory))
            }
            session.location = full
        }
        defer { session.location = home }
        try run.write(.object(StartJob.start(order, name: run[Self.jobName], command: order.path == nil ? order.script : run[Self.path] ?? "", session)))
    }

    static func start(_ order: JobOrder, name: String?, command: String, jobType: String = "BackgroundJob", _ session: Session) throws -> ProcessJob {
        let id = session.jobs.takeId()
        let job = ProcessJob(id: id, name: name ?? "Job\(id)", command: command, jobType: jobType, state: .notStarted)
        session.jobs.add(job)
        try job.start(order, session)
        return job
    }
}

final class GetJob: Command {
    static let name = "Get-Job"
    static let aliases = ["gjb"]
    static let ids = Parameter<[Int]>("Id", position: 0, byName: true, sets: ["SessionIdParameterSet"], help: "Jobs by number.")
    static let commands = Parameter<[String]>("Command", byName: true, sets: ["CommandParameterSet"], help: "Jobs by their code; wildcards allowed.")
    static let more = Parameter<Bool>("HasMoreData", help: "Only jobs whose output was not received yet, or with -HasMoreData:$false the others.")
    static let childJobs = Parameter<Bool>("IncludeChildJob", help: "What a job consists of too.")
    static let before = Parameter<Value>("Before", type: .dateTime, help: "Jobs that ended before.")
    static let after = Parameter<Value>("After", type: .dateTime, help: "Jobs that ended after.")
    static let newest = Parameter<Int>("Newest", help: "How many of the latest.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets jobs.", description: "Gets this session's jobs.",
        parameters: [ids, JobTables.names, JobTables.instances, JobTables.state, commands, more, childJobs, before, after, newest],
        defaultSet: "SessionIdParameterSet", outputTypes: ["System.Management.Automation.RemotingJob"], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("Its state", "$null = Start-Job { 1 } -Name count | Wait-Job\n\"$((Get-Job count).State)\"", output: "Completed\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let all = session.jobs.jobs
        for job in all { job.refresh(session) }
        var found: [JobObject]
        // A name may stand where a number could.
        if run.isBound(JobTables.names) || run.isBound(JobTables.instances) || run.isBound(JobTables.state) {
            found = try JobTables.chosen(run)
        } else if let ids = run[Self.ids] {
            found = []
            for id in ids {
                if let hit = all.first(where: { $0.id == id }) {
                    found.append(hit)
                } else {
                    try run.writeError(
                        "JobWithSpecifiedSessionIdNotFound", "The command cannot find a job with the number \(id).", type: "PSArgumentException",
                        category: .objectNotFound, target: .int(Int32(id)))
                }
            }
        } else if let commands = run[Self.commands] {
            found = all.filter { job in commands.contains { WildcardName.matches(job.command, $0) } }
        } else {
            found = all
        }
        if run.isBound(Self.more) {
            let wanted = run.has(Self.more)
            found = found.filter { (!$0.output.isEmpty || !$0.errors.isEmpty) == wanted }
        }
        if let before = (run[Self.before]?.object as? DateObject)?.value { found = found.filter { ($0.ended?.ticks ?? .max) < before.ticks } }
        if let after = (run[Self.after]?.object as? DateObject)?.value { found = found.filter { ($0.ended?.ticks ?? .min) > after.ticks } }
        if let newest = run[Self.newest] { found = Array(found.suffix(newest)) }
        for job in found { try run.write(.object(job)) }
    }
}

final class ReceiveJob: Command {
    static let name = "Receive-Job"
    static let aliases = ["rcjb"]
    static let keep = Parameter<Bool>("Keep", help: "Leaves the output for another time.")
    static let wait = Parameter<Bool>("Wait", help: "Waits until the job is done.")
    static let autoRemove = Parameter<Bool>("AutoRemoveJob", help: "Removes the job afterwards; with -Wait.")
    static let location = Parameter<[String]>("Location", help: "Only from these computers; there is this one.")
    static let noRecurse = Parameter<Bool>("NoRecurse", help: "Not what the jobs a job consists of have written.")
    static let writeJob = Parameter<Bool>("WriteJobInResults", help: "Writes the job before its output.")
    static let force = Parameter<Bool>("Force", help: "Waits on for jobs that were interrupted.")
    static let declaration = CommandDeclaration(
        synopsis: "Brings the output of jobs.",
        description: "Writes what a job has written so far, and its errors. It can be received once unless -Keep is on.",
        parameters: [
            JobTables.jobs, JobTables.ids, receiveNames, JobTables.instances, keep, wait, autoRemove, location, noRecurse, writeJob, force,
        ], defaultSet: "LocationParameterSet", module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("Waiting", "Receive-Job (Start-Job { 'done' }) -Wait", output: "done\n")])
    static let receiveNames = Parameter<[String]>(
        "Name", position: 0, mandatory: true, byName: true, sets: ["NameParameterSet"], validations: [.notNullOrEmpty], help: "Jobs by name; wildcards allowed."
    )

    func process(_ run: Invocation) throws {
        let session = run.session
        if run.has(Self.autoRemove), !run.has(Self.wait) {
            throw run.failure(
                "ReceiveJobAutoRemoveWithoutWait", "-AutoRemoveJob needs -Wait.", type: "System.InvalidOperationException", category: .invalidOperation)
        }
        var jobs = try JobTables.chosen(run)
        if let names = run[Self.receiveNames], jobs.isEmpty {
            for name in names {
                let hits = session.jobs.jobs.filter { WildcardName.matches($0.name, name) }
                if hits.isEmpty, !WildcardName.isWildcard(name) {
                    try run.writeError(
                        "JobWithSpecifiedNameNotFound", "The command cannot find a job with the name \(name).", type: "PSArgumentException",
                        category: .objectNotFound, target: .text(name))
                }
                jobs += hits
            }
        }
        for job in jobs {
            if run.has(Self.wait), job is ProcessJob { try job.wait(seconds: -1, session) }
            job.refresh(session)
            if run.has(Self.writeJob) { try run.write(.object(job)) }
            let (output, errors, records) = (job.output, job.errors, job.records)
            if !run.has(Self.keep) { (job.output, job.errors, job.records) = ([], [], []) }
            for value in output { try run.write(value) }
            for value in errors {
                guard let record = value.asErrorRecord else { continue }
                try session.report(record, streams: run.streams, preferences: run.ownPreferences, scope: run.scope)
            }
            for record in records { try run.writeInformation(record) }
            if run.has(Self.autoRemove), job.state.isFinished { session.jobs.remove(job) }
        }
    }
}

final class WaitJob: Command {
    static let name = "Wait-Job"
    static let aliases = ["wjb"]
    static let any = Parameter<Bool>("Any", help: "Until the first is done.")
    static let timeout = Parameter<Double>("Timeout", aliases: ["TimeoutSec"], help: "Seconds; -1 for ever.")
    static let force = Parameter<Bool>("Force", help: "Waits on for jobs that were interrupted.")
    static let names = Parameter<[String]>(
        "Name", position: 0, mandatory: true, byName: true, sets: ["NameParameterSet"], validations: [.notNullOrEmpty], help: "Jobs by name; wildcards allowed."
    )
    static let declaration = CommandDeclaration(
        synopsis: "Waits until jobs are done.", description: "Waits, then writes the jobs that are done.",
        parameters: [JobTables.jobs, JobTables.ids, names, JobTables.instances, JobTables.state, any, timeout, force], defaultSet: "SessionIdParameterSet",
        outputTypes: ["System.Management.Automation.Job"], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("Its state", "\"$((Start-Job { 1 } | Wait-Job).State)\"", output: "Completed\n")])

    private var chosen: [JobObject] = []

    func process(_ run: Invocation) throws {
        chosen += try JobTables.chosen(run)
        for name in run[Self.names] ?? [] {
            let hits = run.session.jobs.jobs.filter { WildcardName.matches($0.name, name) }
            if hits.isEmpty, !WildcardName.isWildcard(name) {
                try run.writeError(
                    "JobWithSpecifiedNameNotFound", "The command cannot find a job with the name \(name).", type: "PSArgumentException",
                    category: .objectNotFound,
                    target: .text(name))
            }
            chosen += hits
        }
    }

    func end(_ run: Invocation) throws {
        let session = run.session
        let limit = run[Self.timeout] ?? -1
        let start = session.now
        func left() -> Double { limit < 0 ? -1 : max(0, limit - Double(session.now - start) / 10_000_000) }
        if run.has(Self.any) {
            while !chosen.isEmpty {
                for job in chosen {
                    try job.wait(seconds: 0.005, session)
                    if job.state.isFinished { return try run.write(.object(job)) }
                }
                if limit >= 0, left() == 0 { return }
            }
            return
        }
        for job in chosen {
            if job is EventJob { continue }
            try job.wait(seconds: left(), session)
        }
        for job in chosen where job.state.isFinished { try run.write(.object(job)) }
    }
}

final class StopJob: Command {
    static let name = "Stop-Job"
    static let aliases = ["spjb"]
    static let passThru = Parameter<Bool>("PassThru", help: "Writes the jobs.")
    static let declaration = CommandDeclaration(
        synopsis: "Stops jobs.", description: "Ends the code of jobs at its next step.",
        parameters: [JobTables.jobs, JobTables.ids, JobTables.names, JobTables.instances, JobTables.state, passThru], defaultSet: "SessionIdParameterSet",
        supportsShouldProcess: true, outputTypes: ["System.Management.Automation.Job"], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("Its state", "$job = Start-Job { while ($true) { } }\nStop-Job $job\n\"$($job.State)\"", output: "Stopped\n")])

    func process(_ run: Invocation) throws {
        for job in try JobTables.chosen(run) where try run.shouldProcess("\(job.name)", "Stop-Job") {
            if !job.state.isFinished { job.stop(run.session) }
            if run.has(Self.passThru) { try run.write(.object(job)) }
        }
    }
}

final class RemoveJob: Command {
    static let name = "Remove-Job"
    static let aliases = ["rjb"]
    static let force = Parameter<Bool>("Force", help: "Stops jobs that are still running.")
    static let declaration = CommandDeclaration(
        synopsis: "Removes jobs.", description: "Removes jobs that are done, with their output.",
        parameters: [JobTables.jobs, JobTables.ids, JobTables.names, JobTables.instances, JobTables.state, force], defaultSet: "SessionIdParameterSet",
        supportsShouldProcess: true, module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("Gone", "Start-Job { 1 } | Wait-Job | Remove-Job\n@(Get-Job).Count", output: "0\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        for job in try JobTables.chosen(run) {
            if !job.state.isFinished, !run.has(Self.force) {
                try run.writeError(
                    "JobObjectNotFinishedCannotBeRemoved", "The job '\(job.name)' cannot be removed because it is not finished: stop it first, or use -Force.",
                    type: "System.ArgumentException", category: .invalidOperation, target: .object(job))
                continue
            }
            guard try run.shouldProcess(job.name, "Remove-Job") else { continue }
            if !job.state.isFinished { job.stop(session) }
            session.events.remove { $0.job === job }
            session.jobs.remove(job)
        }
    }
}
