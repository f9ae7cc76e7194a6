// Start-Sleep: a pause that Ctrl-C ends.

import Glibc
import Runtime
import Scalars

final class StartSleep: Command {
    static let name = "Start-Sleep"
    static let seconds = Parameter<Double>(
        "Seconds", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["Seconds"], validations: [.range(.double(0), .double(2_147_483))],
        help: "How many seconds.")
    static let milliseconds = Parameter<Int>(
        "Milliseconds", aliases: ["ms"], mandatory: true, byName: true, sets: ["Milliseconds"], validations: [.range(.int(0), .int(.max))],
        help: "How many milliseconds.")
    static let duration = Parameter<TimeSpan>(
        "Duration", aliases: ["ts"], position: 0, mandatory: true, pipeline: true, byName: true, sets: ["FromTimeSpan"], help: "How long.")
    static let declaration = CommandDeclaration(
        synopsis: "Waits for some time.", description: "Nothing happens until the time is over or Ctrl-C is pressed.",
        parameters: [seconds, milliseconds, duration], defaultSet: "Seconds",
        examples: [CommandExample("A moment", "Start-Sleep -Milliseconds 1; 'done'", output: "done\n")])

    func process(_ run: Invocation) throws {
        let wanted =
            run[Self.duration].map { $0.ticks / TimeSpan.ticksPerMillisecond } ?? run[Self.milliseconds].map(Int64.init)
            ?? Int64((run[Self.seconds] ?? 0) * 1000)
        run.session.host.flush()
        let events = run.session.eventSources
        let end = SystemClock.monotonicMilliseconds + wanted
        while true {
            try run.session.checkCancelled()
            let left = end - SystemClock.monotonicMilliseconds
            if left <= 0 { return }
            usleep(useconds_t(min(left, 50, max(1, events.rest ?? 50)) * 1000))
            try events.look(run.session)
        }
    }
}
