// `System.Timers.Timer`: an event each so many milliseconds. It comes when the shell's one thread gets to it.

import Runtime
import Scalars

final class TimerObject: Box, PolledEventSource, @unchecked Sendable {
    private var interval: Double
    private var isEnabled = false
    private var repeats = true
    private(set) var nextLook: Int64?
    init(_ interval: Double) { self.interval = interval }
    override var type: TypeInfo { TimerObject.typeInfo }
    static let typeInfo = TypeInfo(
        "System.Timers.Timer", base: TypeInfo("System.ComponentModel.Component", base: .object), interfaces: [.iDisposable])
    static let eventNames = ["Elapsed", "Disposed"]
    private static let argumentsType = TypeInfo("System.Timers.ElapsedEventArgs", base: TypeInfo("System.EventArgs", base: .object))

    /// Ticks that were missed come together, but no more than this.
    private static let mostMissed = 100

    func happened(by now: Int64, _ session: Session) throws -> [RaisedEvent] {
        var result: [RaisedEvent] = []
        let step = max(1, Int64(interval.rounded(.up)))
        while let due = nextLook, due <= now {
            if result.count < TimerObject.mostMissed {
                let time = session.localNow
                result.append(
                    RaisedEvent("Elapsed", .object(ValuesObject(TimerObject.argumentsType, [("SignalTime", .object(DateObject(time)))]))))
            }
            nextLook = repeats ? due + step : nil
            if !repeats { isEnabled = false }
        }
        return result
    }

    private func enable(_ flag: Bool, _ session: Session) {
        if flag == isEnabled { return }
        isEnabled = flag
        nextLook = flag ? EventSources.now + max(1, Int64(interval.rounded(.up))) : nil
        if flag { session.eventSources.start(self, session) } else { session.eventSources.stop(self, session) }
    }

    private static func own(_ value: Value) throws -> TimerObject {
        guard let timer = value.object as? TimerObject else { throw Refusals.null("this") }
        return timer
    }
    private static func checked(_ interval: Double) throws -> Double {
        guard interval > 0, interval <= Double(Int32.max) else {
            throw Refusals.argument("Invalid value '\(interval.rounded() == interval ? String(Int64(interval)) : String(interval))' for parameter 'interval'.")
        }
        return interval
    }

    static let types: [KnownType] = [
        ValuesObject.known(argumentsType, [("SignalTime", .dateTime)]),
        KnownType(typeInfo) {
            MemberTable(
                properties: [
                    Property(
                        "AutoReset", .bool, get: { t, _ in .bool(try own(t).repeats) }, set: { t, value, session in try own(t).repeats = value.isTrue(session) }
                    ),
                    Property(
                        "Enabled", .bool, get: { t, _ in .bool(try own(t).isEnabled) },
                        set: { t, value, session in try own(t).enable(value.isTrue(session), session) }),
                    Property(
                        "Interval", .double, get: { t, _ in .double(try own(t).interval) },
                        set: { t, value, session in
                            let timer = try own(t)
                            timer.interval = try checked(value.asDouble ?? 0)
                            if timer.isEnabled {
                                timer.enable(false, session)
                                timer.enable(true, session)
                            }
                        }),
                    Property("SynchronizingObject", .object, get: { _, _ in .null }, set: { _, _, _ in }),
                ],
                methods: [("Start", true), ("Stop", false), ("Close", false), ("Dispose", false)].map { name, flag in
                    Method(name) { t, _, session in
                        try own(t).enable(flag, session)
                        return .nothing
                    }
                },
                constructors: [
                    Overload(returns: typeInfo) { _, _, _ in .object(TimerObject(100)) },
                    Overload([.double("interval")], returns: typeInfo) { _, a, _ in .object(TimerObject(try checked(a.double(0)))) },
                    Overload([.of("interval", .timeSpan)], returns: typeInfo) { _, a, _ in
                        .object(TimerObject(try checked(Double(DateTimeMembers.span(a[0]).ticks) / 10_000)))
                    },
                ])
        },
    ]
}
