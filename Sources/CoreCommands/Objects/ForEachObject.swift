// ForEach-Object: a script block, a property or a method for each input object.

import Runtime

final class ForEachObject: Command {
    static let name = "ForEach-Object"
    static let aliases = ["foreach", "%"]
    static let begin = Parameter<ScriptBlock>("Begin", sets: ["ScriptBlockSet"], help: "Runs once before the first object.")
    static let process = Parameter<[ScriptBlock]>(
        "Process", position: 0, mandatory: true, sets: ["ScriptBlockSet"], allowsNull: true, allowsEmptyCollection: true,
        help: "Runs for each object, which it sees as $_.")
    static let end = Parameter<ScriptBlock>("End", sets: ["ScriptBlockSet"], help: "Runs once after the last object.")
    static let remaining = Parameter<[ScriptBlock]>(
        "RemainingScripts", remaining: true, sets: ["ScriptBlockSet"], allowsNull: true, allowsEmptyCollection: true,
        help: "Further blocks: with two or more, the first runs before and the last after all objects.")
    static let inputObject = Parameter<Value>(
        "InputObject", pipeline: true, sets: ["ScriptBlockSet", "PropertyAndMethodSet", "ParallelParameterSet"],
        help: "The objects; usually they come through the pipeline.")
    static let memberName = Parameter<String>(
        "MemberName", position: 0, mandatory: true, sets: ["PropertyAndMethodSet"], help: "The property to read or the method to call.")
    static let argumentList = Parameter<[Value]>(
        "ArgumentList", aliases: ["Args"], remaining: true, sets: ["PropertyAndMethodSet"], help: "Arguments of the method.")
    static let parallel = Parameter<ScriptBlock>(
        "Parallel", mandatory: true, sets: ["ParallelParameterSet"],
        help: "Runs for each object in a session of its own, several at a time. Of the caller's variables it sees copies of those named with $using:.")
    static let throttle = Parameter<Int>(
        "ThrottleLimit", sets: ["ParallelParameterSet"], validations: [.range(.int(1), .int(.max))], help: "How many run at a time; 5 if not given.")
    static let timeout = Parameter<Int>(
        "TimeoutSeconds", sets: ["ParallelParameterSet"], validations: [.range(.int(0), .int(2_147_483))], help: "When what still runs is stopped; 0 for never."
    )
    static let asJob = Parameter<Bool>("AsJob", sets: ["ParallelParameterSet"], help: "Gives a job that does it beside this session.")
    static let newSessions = Parameter<Bool>("UseNewRunspace", sets: ["ParallelParameterSet"], help: "A new session for each object, as there is in any case.")

    static let declaration = CommandDeclaration(
        synopsis: "Does something with each object of the pipeline.",
        description:
            "Runs a script block for each object, which the block sees as $_; or reads a property, or calls a method, of each. The block runs in the scope of the caller: variables it assigns stay.",
        parameters: [inputObject, begin, process, end, remaining, memberName, argumentList, parallel, throttle, timeout, newSessions, asJob],
        defaultSet: "ScriptBlockSet", supportsShouldProcess: true,
        confirmImpact: 1, module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample("Doubles numbers", "1..3 | ForEach-Object { $_ * 2 }", output: "2\n4\n6\n"),
            CommandExample("Reads a property", "'pool', 'room' | ForEach-Object Length", output: "4\n4\n"),
            CommandExample("Beside each other", "$by = 3\n1, 2 | ForEach-Object -Parallel { $_ * $using:by } | Sort-Object", output: "3\n6\n"),
        ])

    private var runner: InlineRunner?
    private var blocks: [InlineRunner] = []
    private var last: ScriptBlock?

    private var parallelRuns: ParallelRuns?
    /// What a job is to be given.
    private var collected: [Value]?

    func begin(_ run: Invocation) throws {
        if let block = run[Self.parallel] {
            if run.has(Self.asJob) {
                if run.isBound(Self.timeout) {
                    throw run.failure(
                        "ParallelCannotUseTimeoutWithJob", "-TimeoutSeconds and -AsJob cannot be used together: Wait-Job has a time limit of its own.",
                        type: "System.ArgumentException", category: .invalidOperation)
                }
                collected = []
                return
            }
            parallelRuns = try ParallelRuns(block, limit: run[Self.throttle] ?? 5, seconds: run[Self.timeout] ?? 0, run)
            return
        }
        guard let given = run[Self.process] else { return }
        if run.isWhatIf, run.isWhatIfGiven {
            throw run.failure(
                "NoShouldProcessForScriptBlockSet", "-WhatIf and -Confirm cannot be used with a script block: the block says itself what it would do.",
                type: "System.InvalidOperationException", category: .invalidOperation)
        }
        var all = given + (run[Self.remaining] ?? [])
        var first = run[Self.begin]
        last = run[Self.end]
        // Two blocks are begin and process, three or more end with the end block.
        if first == nil, all.count > 1 { first = all.removeFirst() }
        if last == nil, first != nil, run[Self.begin] == nil, all.count > 1 { last = all.removeLast() }
        if let first { try run.run(first, into: run.output) }
        blocks = all.map { InlineRunner($0, run, output: run.output) }
        if blocks.count == 1 { runner = blocks[0] }
    }

    func process(_ run: Invocation) throws {
        if let runner { return try runner.run(run.input.isMissing ? run[Self.inputObject] ?? .null : run.input) }
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if collected != nil {
            collected?.append(item)
            return
        }
        if let parallelRuns { return try parallelRuns.add(item, run) }
        if let name = run[Self.memberName] { return try member(name, of: item, run) }
        for block in blocks { try block.run(item) }
    }

    private func member(_ name: String, of item: Value, _ run: Invocation) throws {
        let session = run.session
        var name = name
        if item.isNull {
            if session.strictModeVersion(run.scope) >= 2 {
                return try run.writeError(
                    "InputObjectIsNull", "The input object is null: it has no member '\(name)'.", type: "PSArgumentNullException", category: .invalidArgument)
            }
            return try run.write(.null)
        }
        if WildcardName.isWildcard(name) {
            let pattern = name
            var found = try session.propertyNames(of: item).filter { WildcardName.matches($0, pattern) }
            for table in session.types.tables(of: item.unwrapped.type) {
                for method in table.methods where WildcardName.matches(method.name, pattern) && !found.contains(method.name) { found.append(method.name) }
            }
            if found.count > 1 {
                return try run.writeError(
                    "AmbiguousPropertyOrMethodName", "The name \"\(name)\" is ambiguous. Possible matches include: \(found.joined(separator: " ")).",
                    type: "PSArgumentException", category: .invalidArgument, target: item)
            }
            name = found.first ?? name
        }
        let isMethod: Bool
        if case .scriptMethod? = session.content(of: item, name) {
            isMethod = true
        } else if case .method? = session.types.member(of: item.unwrapped.type, name) {
            isMethod = true
        } else {
            isMethod = run.isBound(Self.argumentList)
        }
        if run.isWhatIf {
            guard
                try run.shouldProcess(
                    "InputObject: \(item.toText(session))", isMethod ? "Invoke method '\(name)'" : "Retrieve the value for property '\(name)'")
            else { return }
        }
        if !isMethod {
            if session.strictModeVersion(run.scope) >= 2, try !session.hasProperty(item, name) {
                let known = try session.ownProperty(of: item, name)
                if known == nil {
                    return try run.writeError(
                        "PropertyOrMethodNotFound", "The input object has neither a property nor a method '\(name)'.", type: "PSArgumentException",
                        category: .invalidArgument, target: item)
                }
            }
            // `Count` and `Length` are only where they stand.
            if name.equalsIgnoringCase("Length") || name.equalsIgnoringCase("Count"), !item.isNull, try session.elements(of: item) == nil {
                return try run.writeEnumerated(session.ownProperty(of: item, name) ?? .null)
            }
            return try run.writeEnumerated(session.property(of: item, name, run.scope))
        }
        do {
            let result = try session.call(item, name, run[Self.argumentList] ?? [], run.scope)
            try run.writeEnumerated(result)
        } catch let failure as ShellError where !failure.endsScript {
            try run.writeError(ErrorRecord(failure.record.exception, id: "MethodInvocationError", category: .invalidOperation, target: item))
        }
    }

    func end(_ run: Invocation) throws {
        if let collected, let block = run[Self.parallel] {
            return try run.write(.object(ParallelRuns.job(block, collected, limit: run[Self.throttle] ?? 5, seconds: run[Self.timeout] ?? 0, run)))
        }
        try parallelRuns?.finish(run)
        if let last { try run.run(last, into: run.output) }
    }

    func clean(_ run: Invocation) { parallelRuns?.stop(run.session) }
}
