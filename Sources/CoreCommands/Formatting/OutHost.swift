// Out-Host: to the screen, formatted.

import Formatting
import Runtime

final class OutHost: Command {
    static let name = "Out-Host"
    static let aliases = ["oh"]
    static let paging = Parameter<Bool>("Paging", help: "At a terminal: a screenful at a time.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, allowsNull: true, help: "The objects to show.")
    static let declaration = CommandDeclaration(
        synopsis: "Shows objects on the screen.",
        description: "Formats what comes and shows it at once; nothing goes on through the pipeline.",
        parameters: [paging, inputObject], module: "Microsoft.PowerShell.Core",
        examples: [CommandExample("Nothing is left to assign", "$x = 'room' | Out-Host; $null -eq $x", output: "room\nTrue\n")])

    private var screen: DefaultOutput?
    private var pages: Pager?

    func begin(_ run: Invocation) throws {
        if run.has(Self.paging), run.session.host.isInteractive, let height = run.session.host.height {
            pages = Pager(run.session, height: height)
        } else {
            screen = DefaultOutput(run.session)
        }
    }

    func process(_ run: Invocation) throws {
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        guard let pages else {
            try screen?.write(item)
            return
        }
        try pages.text.write(item)
        if !pages.show() { try run.stopUpstream() }
    }

    func end(_ run: Invocation) throws {
        try screen?.finish()
        guard let pages, !pages.isOver else { return }
        try pages.text.finish()
        _ = pages.show()
    }
}

/// Shows lines a screenful at a time and asks after each how to go on.
private final class Pager {
    let text: TextOutput
    private(set) var isOver = false
    private let session: Session
    private let height: Int
    /// Lines that may be shown before the next question.
    private var left: Int

    init(_ session: Session, height: Int) {
        self.session = session
        self.height = max(2, height)
        left = self.height - 1
        text = TextOutput(session, width: max(1, session.host.width - 1))
    }

    /// Shows what is ready. False: no more is wanted.
    func show() -> Bool {
        var lines = text.takeText().split(separator: "\n", omittingEmptySubsequences: false)
        // The text ends with a line break, behind which nothing stands.
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        for line in lines {
            if isOver { return false }
            if left == 0 { ask() }
            if isOver { return false }
            session.host.write(line + "\n")
            left -= 1
        }
        return !isOver
    }

    private func ask() {
        switch session.host.readLine(prompt: "<Return> next page; l next line; q quit: ", isSecret: false)?.lowercased() {
        case nil, "q"?: isOver = true
        case "l"?: left = 1
        default: left = height - 1
        }
    }
}
