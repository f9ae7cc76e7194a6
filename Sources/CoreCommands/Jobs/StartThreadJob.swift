// Start-ThreadJob: a job as light as the shell can make one. It is a copy of this process like every job, so that nothing is shared.

import Runtime

final class StartThreadJob: Command {
    static let name = "Start-ThreadJob"
    static let block = Parameter<ScriptBlock>("ScriptBlock", position: 0, mandatory: true, sets: ["ScriptBlock"], help: "The code.")
    static let path = Parameter<String>("FilePath", position: 0, mandatory: true, sets: ["FilePath"], help: "A script file.")
    static let jobName = Parameter<String>("Name", byName: true, help: "The job's name.")
    static let initialization = Parameter<ScriptBlock>("InitializationScript", byName: true, help: "Code that runs first, in the same session.")
    static let input = Parameter<Value>("InputObject", pipeline: true, help: "What the code sees as $input.")
    static let arguments = Parameter<[Value]>("ArgumentList", help: "Arguments of the code.")
    static let throttle = Parameter<Int>(
        "ThrottleLimit", validations: [.range(.int(1), .int(1_000_000))], help: "How many such jobs run at a time: the next one starts when there is room.")
    static let declaration = CommandDeclaration(
        synopsis: "Runs code beside this session.",
        description:
            "Like Start-Job: a session of its own, copies of arguments and of variables named with $using:. At most five run at a time unless told otherwise.",
        parameters: [block, path, jobName, initialization, input, arguments, throttle], defaultSet: "ScriptBlock",
        module: "Microsoft.PowerShell.ThreadJob",
        examples: [CommandExample("A product", "$seats = 4\nStart-ThreadJob { $using:seats * 3 } | Receive-Job -Wait", output: "12\n")])

    private var given: [Value] = []

    func process(_ run: Invocation) throws { if !run.input.isMissing { given.append(run.input) } }

    func end(_ run: Invocation) throws {
        let session = run.session
        var order = JobOrder(script: run[Self.block]?.body ?? "")
        if let file = run[Self.path] {
            let full = session.fullPath(file)
            order.script = try ScriptReader.text(of: full)
            order.path = full
        }
        order.initialization = run[Self.initialization]?.body
        order.arguments = (run[Self.arguments] ?? []).map { PackedValue($0, session) }
        if !given.isEmpty {
            order.input = given.map { PackedValue($0, session) }
        } else if run.isBound(Self.input) {
            let value = run[Self.input] ?? .null
            order.input = try (session.elements(of: value) ?? [value]).map { PackedValue($0, session) }
        }
        order.variables = try SentVariables.collect(order.script, all: false, run.scope, session)
        let limit = run[Self.throttle] ?? 5
        while true {
            let others = session.jobs.jobs.filter { $0.jobType == "ThreadJob" }
            for job in others { job.refresh(session) }
            let running = others.filter { $0.state == .running }
            guard running.count >= limit, let first = running.first else { break }
            try first.wait(seconds: 0.05, session)
        }
        try run.write(
            .object(
                StartJob.start(order, name: run[Self.jobName], command: order.path == nil ? order.script : run[Self.path] ?? "", jobType: "ThreadJob", session))
        )
    }
}
