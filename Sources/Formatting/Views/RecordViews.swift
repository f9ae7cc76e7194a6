// Views that stand between other objects: errors, messages, code.

import Runtime

enum RecordViews {
    private static let automation = "System.Management.Automation."

    static let all: [View] = [
        View(
            "ErrorInstance", types: [automation + "ErrorRecord"],
            .custom { record, session in
                guard let error = record.asErrorRecord else { return [] }
                return TextLines.split(session.surroundings.errorView(error, session).droppingLineEnd)
            }, isOutOfBand: true),
        View(
            "Record", types: [automation + "InformationalRecord", automation + "InformationRecord"],
            .custom { record, session in TextLines.split(try record.toText(session)) }, isOutOfBand: true),
        View("ScriptBlock", types: [automation + "ScriptBlock"], .custom { block, session in TextLines.split(try block.toText(session)) }, isOutOfBand: true),
    ]
}
