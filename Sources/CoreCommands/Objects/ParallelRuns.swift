// `ForEach-Object -Parallel`: the block for each object in a process of its own, several at a time.

import Runtime
import Scalars

final class ParallelRuns {
    private let script: String
    private let variables: [(String, PackedValue)]
    private let limit: Int
    /// When what still runs is stopped, in ticks; nil for never.
    private let deadline: Int64?
    private var running: [ProcessJob] = []

    /// - Throws: if the block speaks of variables that cannot be sent.
    init(_ block: ScriptBlock, limit: Int, seconds: Int, _ run: Invocation) throws {
        let session = run.session
        for name in session.mentionedVariables(block.body, usingOnly: true) {
            if let value = session.variable(name, in: run.scope), value.asScriptBlock != nil {
                throw run.failure(
                    "ParallelUsingVariableCannotBeScriptBlock", "The variable '$using:\(name)' holds a script block, which cannot be sent to another session.",
                    type: "PSArgumentException", category: .invalidType)
            }
        }
        // The block sees its object as $_ and nothing of the caller but what it names with $using.
        script = "$input | ForEach-Object -Process {\(block.body)\n}"
        variables = try SentVariables.collect(block.body, all: false, run.scope, session)
        self.limit = limit
        deadline = seconds > 0 ? session.now + Int64(seconds) * 10_000_000 : nil
    }

    /// All of it as one job, whose process does what this one would have done.
    static func job(_ block: ScriptBlock, _ items: [Value], limit: Int, seconds: Int, _ run: Invocation) throws -> JobObject {
        let session = run.session
        var order = JobOrder(script: "$input | ForEach-Object -ThrottleLimit \(limit) -TimeoutSeconds \(seconds) -Parallel {\(block.body)\n}")
        order.variables = try SentVariables.collect(block.body, all: false, run.scope, session)
        order.input = items.map { PackedValue($0, session) }
        return try StartJob.start(order, name: nil, command: block.body, jobType: "PSTaskJob", session)
    }

    /// Begins with an object as soon as there is room.
    func add(_ item: Value, _ run: Invocation) throws {
        try drain(until: { $0.count < limit }, run)
        if isOver(run) { return }
        let session = run.session
        var order = JobOrder(script: script)
        order.variables = variables
        order.input = [PackedValue(item, session)]
        let job = ProcessJob(id: 0, name: "", command: script, jobType: "PSTaskJob", state: .notStarted)
        job.arrivals = []
        try job.start(order, session)
        running.append(job)
    }

    func finish(_ run: Invocation) throws { try drain(until: \.isEmpty, run) }

    func stop(_ session: Session) {
        for job in running { job.stop(session) }
        running = []
    }

    private func isOver(_ run: Invocation) -> Bool { deadline.map { run.session.now > $0 } ?? false }

    /// Hands on what has come out until enough have ended.
    private func drain(until isEnough: ([ProcessJob]) -> Bool, _ run: Invocation) throws {
        while true {
            for job in running {
                job.refresh(run.session)
                let arrivals = job.arrivals ?? []
                job.arrivals = []
                for arrival in arrivals {
                    switch arrival {
                    case .output(let value): try run.write(value)
                    case .record(let record): try run.writeInformation(record)
                    case .error(let record): try run.writeError(record)
                    }
                }
            }
            running.removeAll(where: \.state.isFinished)
            if isEnough(running) { return }
            if isOver(run) {
                stop(run.session)
                return
            }
            try run.session.checkCancelled()
            try running.first?.wait(seconds: 0.01, run.session)
        }
    }
}
