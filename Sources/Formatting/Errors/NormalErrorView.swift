// The long view of an error: command, message, position, category, id.

import Diagnostics
import Runtime

enum NormalErrorView {
    static func text(_ record: ErrorRecord, _ session: Session) -> String {
        var text = ""
        if let name = record.invocation?.command?.name, !name.isEmpty { text += name + " : " }
        text += record.message
        if let place = ErrorPlace(record) { text += "\n" + place.message }
        text += "\n    + CategoryInfo          : \(category(record, session))"
        text += "\n    + FullyQualifiedErrorId : \(record.fullyQualifiedErrorId)\n"
        return text + "\n"
    }

    static func category(_ record: ErrorRecord, _ session: Session) -> String {
        let target: String
        do { target = try record.targetName ?? (record.target.isNull ? "" : record.target.toText(session)) } catch { target = "" }
        let type = record.targetTypeName ?? (record.target.isNull ? "" : record.target.type.name)
        let activity = record.activity ?? record.invocation?.command?.name ?? ""
        return "\(record.category.name): (\(target):\(type)) [\(activity)], \(record.reason ?? record.exception.type.name)"
    }
}
