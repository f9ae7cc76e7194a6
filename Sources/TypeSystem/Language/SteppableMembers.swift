// What scripts call on a pipeline that they drive themselves.

import Runtime

enum SteppableMembers {
    static let known = KnownType(SteppablePipeline.typeInfo) {
        @Sendable func own(_ value: Value) throws -> SteppablePipeline {
            guard let object = value.object as? SteppablePipeline else { throw Refusals.null("this") }
            return object
        }
        @Sendable func begin(_ t: Value, _ given: Value, _ session: Session) throws -> Value {
            if let run = given.object as? Invocation { return try own(t).begin(expectingInput: run.hasPipelineInput, driver: run) }
            return try own(t).begin(expectingInput: given.isTrue(session), driver: nil)
        }
        return MemberTable(methods: [
            Method(
                "Begin",
                [
                    Overload([.object("expectInput")], returns: .object) { t, a, session in try begin(t, a[0], session) },
                    Overload([.bool("expectInput"), .object("contextToRedirectTo")], returns: .object) { t, a, _ in
                        try own(t).begin(expectingInput: a.bool(0), driver: a[1].object as? Invocation)
                    },
                ]),
            Method(
                "Process",
                [
                    Overload(returns: .object) { t, _, _ in try own(t).process(nil) },
                    Overload([.object("input")], returns: .object) { t, a, _ in try own(t).process(a[0]) },
                ]), Method("End", returns: .object) { t, _, _ in try own(t).end() },
            Method("Clean") { t, _, _ in
                try own(t).clean()
                return .nothing
            },
            Method("Dispose") { t, _, _ in
                try own(t).clean()
                return .nothing
            },
        ])
    }
}
