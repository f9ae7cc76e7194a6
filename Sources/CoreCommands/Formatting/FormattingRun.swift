// What the formatting commands have in common: the parameters they share and the shaper that does the work.

import Formatting
import Runtime

/// Parameters of every formatting command.
enum FormattingParameters {
    static let groupBy = Parameter<Value>(
        "GroupBy", help: "A property, block or calculated property: objects that follow each other with the same value stand under one heading.")
    static let view = Parameter<String>("View", help: "The name of the view to use.")
    static let showError = Parameter<Bool>("ShowError", help: "Shows the errors of expressions that fail after the objects.")
    static let displayError = Parameter<Bool>("DisplayError", help: "Shows #ERR where an expression fails.")
    static let force = Parameter<Bool>("Force", help: "Formats text, numbers and the like by their properties too.")
    static let expand = Parameter<String>(
        "Expand", validations: [.set(["CoreOnly", "EnumOnly", "Both"], ignoreCase: true, message: nil)],
        help: "What to show of a collection: the object itself, its elements, or both.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, allowsNull: true, help: "The objects to format.")
    static let all: [any AnyParameter] = [groupBy, view, showError, displayError, force, expand, inputObject]

    static let outputTypes = ["FormatStartData", "FormatEntryData", "FormatEndData", "GroupStartData", "GroupEndData"].map {
        "Microsoft.PowerShell.Commands.Internal.Format." + $0
    }

    /// The options that the shared parameters ask for.
    static func options(_ shape: FormatShape, _ run: Invocation) throws -> FormatOptions {
        var options = FormatOptions(shape: shape)
        if run.isBound(groupBy), let value = run[groupBy], !value.isNull { options.groupBy = try FieldRequests.read(value, FieldRequests.grouping, run) }
        options.viewName = run[view]
        options.showsErrors = run.has(showError)
        options.displaysErrors = run.has(displayError)
        options.force = run.has(force)
        if let expand = run[expand] { options.expansion = Expansion.allCases.first { $0.rawValue.equalsIgnoringCase(expand) } ?? .enumOnly }
        return options
    }
}

/// One run of a formatting command.
final class FormattingRun {
    private let shaper: Shaper
    init(_ options: FormatOptions, _ run: Invocation) {
        let output = run.output
        shaper = Shaper(run.session, scope: run.scope, options: options) { try output.write(.object($0)) }
    }

    func process(_ run: Invocation) throws {
        let input = run.input.isMissing ? run[FormattingParameters.inputObject] ?? .null : run.input
        // What has been formatted already goes through.
        if input.object is FormatPacket { return try run.write(input) }
        do { try shaper.process(input) } catch let failure as ShellError where failure.record.invocation == nil {
            failure.record.invocation = run.info
            throw failure
        }
    }

    func end() throws { try shaper.finish() }
}
