// The common parameters of a call: read once, given to the command and, for functions, to the scope.

enum CommonParameterReader {
    static func read(_ run: Invocation, _ table: ParameterTable) throws -> Preferences {
        var preferences = Preferences()
        func value(_ name: String) -> Value? {
            guard let parameter = table.parameter(named: name) else { return nil }
            let value = run.values[parameter.index]
            return value.isMissing ? nil : value
        }
        func flag(_ name: String) -> Bool? { value(name)?.isTrue(run.session) }
        preferences.errorAction = value("ErrorAction")?.asEnumeration?.rawValue
        preferences.warningAction = value("WarningAction")?.asEnumeration?.rawValue
        preferences.informationAction = value("InformationAction")?.asEnumeration?.rawValue
        preferences.progressAction = value("ProgressAction")?.asEnumeration?.rawValue
        for (name, action) in [
            ("ErrorAction", preferences.errorAction), ("WarningAction", preferences.warningAction), ("InformationAction", preferences.informationAction),
        ]
        where action == ActionPreference.suspend {
            throw ShellError(
                "ParameterBindingFailed",
                "Cannot bind parameter '\(name)' to the target. Exception setting \"\(name)\": \"The value Suspend is not supported for an ActionPreference variable. The provided value should be used only as a value for a preference parameter, and has been replaced by the default value.\"",
                type: "ParameterBindingException", category: .writeError)
        }
        preferences.verbose = flag("Verbose")
        preferences.debug = flag("Debug")
        preferences.whatIf = table.supportsShouldProcess ? flag("WhatIf") : nil
        preferences.confirm = table.supportsShouldProcess ? flag("Confirm") : nil
        preferences.errorVariable = value("ErrorVariable")?.asString
        preferences.warningVariable = value("WarningVariable")?.asString
        preferences.informationVariable = value("InformationVariable")?.asString
        preferences.outVariable = value("OutVariable")?.asString
        preferences.pipelineVariable = value("PipelineVariable")?.asString
        return preferences
    }

    /// Variables that collect what the command writes.
    static func apply(_ run: Invocation, _ caller: Scope) throws {
        let preferences = run.preferences
        if preferences.isEmpty { return }
        let session = run.session
        if let name = preferences.outVariable {
            let list = try variable(name, caller, session)
            let next = run.output
            run.output = ClosureSink { value in
                list.elements.append(value)
                try next.write(value)
            }
            (run.scope.run === run) ? (run.scope.output = run.output) : ()
        }
        if let name = preferences.pipelineVariable {
            let next = run.output
            run.output = ClosureSink { value in
                try session.setVariable(name, value, in: caller)
                try next.write(value)
            }
            (run.scope.run === run) ? (run.scope.output = run.output) : ()
        }
        if preferences.errorVariable != nil || preferences.warningVariable != nil || preferences.informationVariable != nil {
            let streams = run.streams.copy()
            if let name = preferences.errorVariable {
                let list = try variable(name, caller, session)
                run.errorList = list
                streams.errorLists.append(list)
            }
            if let name = preferences.warningVariable { streams.warningLists.append(try variable(name, caller, session)) }
            if let name = preferences.informationVariable { streams.informationLists.append(try variable(name, caller, session)) }
            run.streams = streams
            if run.scope.run === run { run.scope.streams = streams }
        }
    }

    /// A fresh list under the name; with `+` in front the list that is there goes on.
    private static func variable(_ name: String, _ scope: Scope, _ session: Session) throws -> ListObject {
        if name.hasPrefix("+") {
            let plain = String(name.dropFirst())
            if let list = session.variable(plain, in: scope)?.asList { return list }
            let old = try session.variable(plain, in: scope).map { try session.elements(of: $0) ?? [$0] } ?? []
            let list = ListObject(old, type: .arrayList)
            try session.setVariable(plain, .object(list), in: scope)
            return list
        }
        let list = ListObject([], type: .arrayList)
        try session.setVariable(name, .object(list), in: scope)
        return list
    }

    /// What an advanced function's body sees of `-ErrorAction`, `-Verbose` and their kin: preference variables of its own.
    static func giveToScope(_ run: Invocation, _ scope: Scope) throws {
        let preferences = run.preferences
        if preferences.isEmpty { return }
        let session = run.session
        func set(_ name: String, _ value: Value) { scope.makeStorage(session.symbols.symbol(name)).pointee = value }
        func action(_ name: String, _ number: Int64) { set(name, .object(EnumerationObject(.actionPreference, number))) }
        if let number = preferences.errorAction { action("ErrorActionPreference", number) }
        if let number = preferences.warningAction { action("WarningPreference", number) }
        if let number = preferences.informationAction { action("InformationPreference", number) }
        if let number = preferences.progressAction { action("ProgressPreference", number) }
        if let verbose = preferences.verbose { action("VerbosePreference", verbose ? ActionPreference.continue : ActionPreference.silentlyContinue) }
        if let debug = preferences.debug { action("DebugPreference", debug ? ActionPreference.continue : ActionPreference.silentlyContinue) }
        if let whatIf = preferences.whatIf { set("WhatIfPreference", .bool(whatIf)) }
        if let confirm = preferences.confirm { set("ConfirmPreference", .object(EnumerationObject(.confirmImpact, confirm ? 1 : 0))) }
    }
}
