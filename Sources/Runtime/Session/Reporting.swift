// Errors and messages on their way to streams, variables and the screen.

import Diagnostics
import Scalars

extension Session {
    /// Puts a record at the front of `$Error`.
    public func record(_ error: ErrorRecord, unless skip: Bool = false) {
        if skip || error.isRecorded { return }
        error.isRecorded = true
        errors.elements.insert(.object(error), at: 0)
        if errors.elements.count > 256 { errors.elements.removeLast() }
    }

    /// Says where a failure happened, for the statement it ended.
    func complete(_ failure: ShellError, at statement: Node, _ s: Scope) {
        let record = failure.record
        if record.source == nil, record.invocation?.source == nil || record.invocation == nil {
            record.source = s.currentSource
            record.range = statement.range
        }
        if record.scriptStackTrace.isEmpty { record.scriptStackTrace = stackTrace(s) }
    }

    /// A non-terminating error: recorded, then handled as the preferences say.
    public func report(_ error: ErrorRecord, streams: Streams, preferences: Preferences, scope s: Scope) throws {
        let action = preferences.errorAction ?? preference("ErrorActionPreference", in: s)
        if error.scriptStackTrace.isEmpty { error.scriptStackTrace = stackTrace(s) }
        if action == ActionPreference.ignore { return }
        for list in streams.errorLists { list.elements.append(.object(error)) }
        if action == ActionPreference.stop {
            error.stoppedByPreference = true
            throw ShellError(error, endsScript: true)
        }
        record(error)
        lastSucceeded = false
        if action == ActionPreference.silentlyContinue { return }
        try show(error, streams: streams)
    }

    /// Writes a record to the error stream: a redirection, or the screen.
    public func show(_ error: ErrorRecord, streams: Streams) throws {
        if let sink = streams.error { return try sink.write(.object(error)) }
        try toHost(.object(error), .error)
    }

    /// A warning, verbose, debug or information record.
    public func writeRecord(_ record: StreamRecord, streams: Streams, preferences: Preferences, scope s: Scope) throws {
        let action: Int64
        switch record.stream {
        case .warning: action = preferences.warningAction ?? preference("WarningPreference", in: s)
        case .verbose:
            action = preferences.verbose.map { $0 ? ActionPreference.continue : ActionPreference.silentlyContinue } ?? preference("VerbosePreference", in: s)
        case .debug:
            action = preferences.debug.map { $0 ? ActionPreference.continue : ActionPreference.silentlyContinue } ?? preference("DebugPreference", in: s)
        default:
            let isIgnored = preferences.informationAction == ActionPreference.ignore
            action =
                record.tags.contains("PSHOST") && !isIgnored
                ? ActionPreference.continue : preferences.informationAction ?? preference("InformationPreference", in: s)
        }
        let lists = record.stream == .warning ? streams.warningLists : record.stream == .information ? streams.informationLists : []
        for list in lists { list.elements.append(.object(record)) }
        if action == ActionPreference.ignore { return }
        if action == ActionPreference.stop, record.stream != .information || !record.tags.contains("PSHOST") {
            let text = Messages.stoppedByPreference(record.stream, try record.message.toText(self))
            throw ShellError(
                ErrorRecord(ExceptionObject("ActionPreferenceStopException", text), id: "ActionPreferenceStop", category: .operationStopped), endsScript: true)
        }
        if let sink = streams[record.stream] {
            if action == ActionPreference.continue || record.stream == .information { try sink.write(.object(record)) }
            return
        }
        if action == ActionPreference.continue { try toHost(.object(record), record.stream) }
    }

    /// Shows a record on the screen. Errors keep their place among the objects, messages are shown at once, also before
    /// rows of a table that still wait for their widths.
    func toHost(_ value: Value, _ kind: Streams.Kind) throws {
        if let error = value.asErrorRecord {
            let text = surroundings.errorView(error, self)
            if let output = global.output as? FormattingSink, output.write(error: text) { return }
            host.flush()
            host.writeError(text)
            return
        }
        let text: String
        if let record = value.object as? StreamRecord {
            text = try record.message.toText(self)
            switch record.stream {
            case .warning: host.write("WARNING: " + text + "\n")
            case .verbose: host.write("VERBOSE: " + text + "\n")
            case .debug: host.write("DEBUG: " + text + "\n")
            default: host.write(text + (record.noNewLine ? "" : "\n"))
            }
        } else {
            host.write(try value.toText(self) + "\n")
        }
    }

    /// `at name, path: line n` for each call, innermost first; of an endless recursion the first 2,000.
    func stackTrace(_ s: Scope) -> String {
        var lines: [String] = []
        var scope: Scope? = s
        while let current = scope, lines.count < 2000 {
            // Nothing runs at the prompt itself while a script is the process's work.
            if current.kind == .global, current.position == nil { break }
            let name: String
            switch current.kind {
            case .function: name = current.command.map { $0.name.isEmpty ? "<ScriptBlock>" : $0.name } ?? "<ScriptBlock>"
            default: name = "<ScriptBlock>"
            }
            if let position = current.position, let source = current.currentSource {
                lines.append("at \(name), \(source.path ?? "<No file>"): line \(source.line(at: position.range.start))")
            } else {
                lines.append("at \(name), <No file>: line 1")
            }
            scope = current.caller
        }
        return lines.joined(separator: "\n")
    }

    /// `-WhatIf` and `-Confirm` for one change.
    func shouldProcess(_ run: Invocation, target: String, action: String) throws -> Bool {
        if run.preferences.whatIf ?? flag("WhatIfPreference", in: run.scope) {
            let text = Messages.whatIf(action, target)
            host.write(text + "\n")
            return false
        }
        let impact = (run.command as? CmdletInfo)?.declaration.confirmImpact ?? (run.command as? FunctionInfo)?.block.code.confirmImpact ?? 2
        let asks: Bool
        if let confirm = run.preferences.confirm {
            asks = confirm
        } else {
            let limit = variable("ConfirmPreference", in: run.scope).flatMap { converted($0, to: .confirmImpact)?.asEnumeration?.rawValue } ?? 3
            asks = limit > 0 && Int64(impact) >= limit
        }
        if (run.preferences.verbose ?? false) || preference("VerbosePreference", in: run.scope) == ActionPreference.continue {
            try run.writeVerbose(Messages.performing(action, target))
        }
        if !asks || run.confirmsAll == true { return true }
        if run.confirmsAll == false { return false }
        guard host.isInteractive else {
            throw ShellError("InvalidOperation", Messages.cannotAsk, type: "PSInvalidOperationException", category: .invalidOperation)
        }
        host.write("\nConfirm\nAre you sure you want to perform this action?\n\(Messages.performing(action, target))\n")
        while true {
            let answer =
                host.readLine(prompt: "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is \"Y\"): ", isSecret: false)?.lowercased() ?? "n"
            switch answer {
            case "", "y", "yes": return true
            case "n", "no": return false
            case "a":
                run.confirmsAll = true
                return true
            case "l":
                run.confirmsAll = false
                return false
            default: continue
            }
        }
    }

    // MARK: Time

    /// The zone local times are in, from `TZ` or the system.
    public var zone: LocalZone { attachment(ZoneHolder.self) { ZoneHolder(LocalZone.system()) }.zone }
    /// Now as local time.
    public var localNow: DateTime { DateTime(ticks: now, kind: .utc).toLocalTime(zone) }
    public var today: DateTime { localNow.date }
}

final class ZoneHolder {
    let zone: LocalZone
    init(_ zone: LocalZone) { self.zone = zone }
}
