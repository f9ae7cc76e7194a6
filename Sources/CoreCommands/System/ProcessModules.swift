// The files a process has mapped, and the event that tells of its end.

import Runtime
import TypeSystem

extension ProcessObject {
    static let moduleType = TypeInfo("System.Diagnostics.ProcessModule", base: TypeInfo("System.ComponentModel.Component", base: .object))
    static let moduleTypes: [KnownType] = [
        ValuesObject.known(
            moduleType,
            [
                ("ModuleName", .string), ("FileName", .string), ("ModuleMemorySize", .int32), ("BaseAddress", .int64), ("EntryPointAddress", .int64),
                ("FileVersionInfo", FileVersionObject.typeInfo),
            ])
    ]

    /// Each mapped file with the size of all its parts, the program itself first.
    var modules: [ValuesObject] {
        // What has ended has nothing mapped.
        let lines = (try? FileAccess.read("/proc/\(id)/maps")).map { String(decoding: $0, as: UTF8.self) } ?? ""
        var order: [String] = [], sizes: [String: Int64] = [:], starts: [String: Int64] = [:]
        for line in lines.split(separator: "\n") {
            let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
            guard fields.count == 6, fields[5].contains("/") else { continue }
            let file = String(fields[5].drop { $0 == " " }), bounds = fields[0].split(separator: "-").compactMap { Int64($0, radix: 16) }
            guard bounds.count == 2 else { continue }
            if sizes[file] == nil {
                order.append(file)
                starts[file] = bounds[0]
            }
            sizes[file, default: 0] += bounds[1] - bounds[0]
        }
        if let own = path, let place = order.firstIndex(of: own) { order.insert(order.remove(at: place), at: 0) }
        return order.map { file in
            ValuesObject(
                ProcessObject.moduleType,
                [
                    ("ModuleName", .text(PathText.leaf(file))), ("FileName", .text(file)), ("ModuleMemorySize", .int(Int32(clamping: sizes[file] ?? 0))),
                    ("BaseAddress", .long(starts[file] ?? 0)), ("EntryPointAddress", .long(0)), ("FileVersionInfo", .object(FileVersionObject(file))),
                ], shown: "System.Diagnostics.ProcessModule (\(PathText.leaf(file)))")
        }
    }
}

extension ProcessObject: PolledEventSource {
    static let eventNames = ["Exited"]

    func raiseEvents(_ flag: Bool, _ session: Session) {
        raisesEvents = flag
        nextLook = flag && !hasToldEnd ? EventSources.now : nil
        if flag { session.eventSources.start(self, session) } else { session.eventSources.stop(self, session) }
    }
    func happened(by now: Int64, _ session: Session) throws -> [RaisedEvent] {
        guard hasExited else {
            nextLook = now + 20
            return []
        }
        nextLook = nil
        hasToldEnd = true
        return [RaisedEvent("Exited", .object(ValuesObject(TypeInfo("System.EventArgs", base: .object), [])))]
    }
}
