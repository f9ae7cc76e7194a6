// Which processes a command means: by number, by name, or given as objects.

import Glibc
import Runtime

enum ProcessNumbers { static var own: Int32 { getpid() } }

/// The processes this session has started, so that their exit status is known.
final class StartedProcesses {
    var byNumber: [Int32: ProcessObject] = [:]
}

extension Session {
    var startedProcesses: StartedProcesses { attachment(StartedProcesses.self) { StartedProcesses() } }

    func process(_ id: Int32) -> ProcessObject? {
        if let own = startedProcesses.byNumber[id], !own.hasExited { return own }
        return id > 0 && FileStatus("/proc/\(id)") != nil ? ProcessObject(id: id) : nil
    }
}

enum ProcessSelection {
    static let error = "Microsoft.PowerShell.Commands.ProcessCommandException"

    static func byNumber(_ ids: [Int], _ run: Invocation) throws -> [ProcessObject] {
        var found: [ProcessObject] = []
        for id in ids {
            if let process = run.session.process(Int32(truncatingIfNeeded: id)) {
                found.append(process)
            } else {
                try run.writeError(
                    "NoProcessFoundForGivenId", "Cannot find a process with the process identifier \(id).", type: error, category: .objectNotFound,
                    target: .integer(id))
            }
        }
        return found
    }

    static func byName(_ names: [String], _ run: Invocation) throws -> [ProcessObject] {
        let all = ProcessObject.all()
        var found: [ProcessObject] = []
        for name in names {
            let matching = all.filter { WildcardName.matches($0.name, name) }
            if matching.isEmpty, !WildcardName.isWildcard(name) {
                try run.writeError(
                    "NoProcessFoundForGivenName", "Cannot find a process with the name \"\(name)\". Verify the process name and call the cmdlet again.",
                    type: error, category: .objectNotFound, target: .text(name))
            }
            for process in matching where !found.contains(where: { $0.id == process.id }) { found.append(run.session.process(process.id) ?? process) }
        }
        return found.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }

    /// Those that one of three parameters names.
    static func chosen(_ id: Parameter<[Int]>, _ name: Parameter<[String]>, _ input: Parameter<[Value]>, _ run: Invocation) throws -> [ProcessObject] {
        if let ids = run[id] { return try byNumber(ids, run) }
        if let names = run[name] { return try byName(names, run) }
        return objects(run[input] ?? [])
    }

    static func objects(_ values: [Value]) -> [ProcessObject] { values.compactMap { $0.object as? ProcessObject } }
}
