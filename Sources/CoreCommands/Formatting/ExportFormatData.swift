// Export-FormatData: views to a file that Update-FormatData reads.

import Runtime
import TypeSystem
import XmlDocuments

final class ExportFormatData: Command {
    static let name = "Export-FormatData"
    static let inputObject = Parameter<[Value]>(
        "InputObject", mandatory: true, pipeline: true, type: ViewObjects.definition.arrayType(), help: "What Get-FormatData has given.")
    static let path = Parameter<String>("Path", aliases: ["FilePath"], mandatory: true, sets: ["ByPath"], help: "The file.")
    static let literalPath = Parameter<String>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, sets: ["ByLiteralPath"], help: "The file, without wildcards.")
    static let force = Parameter<Bool>("Force", help: "Read-only files too.")
    static let noClobber = Parameter<Bool>("NoClobber", aliases: ["NoOverwrite"], help: "Not over a file that is there.")
    static let includeScriptBlock = Parameter<Bool>("IncludeScriptBlock", help: "Also views whose values are worked out by script blocks.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes views to a file.", description: "Writes what Get-FormatData gives as *.format.ps1xml. Views whose text is free have no form there.",
        parameters: [inputObject, path, literalPath, force, noClobber, includeScriptBlock], defaultSet: "ByPath", module: "Microsoft.PowerShell.Utility",
        examples: [
            CommandExample(
                "The view of versions",
                "Get-FormatData System.Version | Export-FormatData -Path v.format.ps1xml\n([xml](Get-Content v.format.ps1xml -Raw)).Configuration.ViewDefinitions.View.Name",
                output: "System.Version\n")
        ])
    private var definitions: [Value] = []

    func process(_ run: Invocation) throws { definitions += run[Self.inputObject] ?? [] }

    func end(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        let item = try OutputPath.file(literal ?? run[Self.path] ?? "", isLiteral: literal != nil, run)
        if run.has(Self.noClobber), FileStatus(item.path) != nil {
            throw run.failure(
                "NoClobber", "File '\(item.path)' already exists and NoClobber was specified.", type: "System.IO.IOException", category: .resourceExists,
                target: .text(item.path))
        }
        if let status = FileStatus(item.path), status.isReadOnly, run.has(Self.force) {
            let file = FileObject(item.path, isDirectory: false)
            try file.setReadOnly(false)
        }
        var writer = ViewWriter(run.session, takesBlocks: run.has(Self.includeScriptBlock))
        let text = try writer.text(definitions)
        do { try FileAccess.write(Array(text.utf8), to: item.path) } catch { throw OutputPath.failure(error, run) }
    }
}

/// Views as `*.format.ps1xml` has them.
private struct ViewWriter {
    private let session: Session
    private let takesBlocks: Bool
    private var lines: [String] = []
    private var depth = 0
    init(_ session: Session, takesBlocks: Bool) {
        self.session = session
        self.takesBlocks = takesBlocks
    }

    private func read(_ value: Value, _ name: String) throws -> Value { try session.property(of: value, name) }
    private func text(_ value: Value, _ name: String) throws -> String { try read(value, name).toText(session) }
    private func list(_ value: Value, _ name: String) throws -> [Value] { try session.elements(of: read(value, name)) ?? [] }
    private mutating func element(_ name: String, _ text: String) {
        lines.append(String(repeating: "  ", count: depth) + "<\(name)>\(XmlOutput.escaped(text, inAttribute: false))</\(name)>")
    }
    private mutating func empty(_ name: String) { lines.append(String(repeating: "  ", count: depth) + "<\(name) />") }
    private mutating func inside(_ name: String, _ body: (inout ViewWriter) throws -> Void) rethrows {
        lines.append(String(repeating: "  ", count: depth) + "<\(name)>")
        depth += 1
        try body(&self)
        depth -= 1
        lines.append(String(repeating: "  ", count: depth) + "</\(name)>")
    }

    mutating func text(_ definitions: [Value]) throws -> String {
        lines = ["<?xml version=\"1.0\" encoding=\"utf-8\"?>"]
        try inside("Configuration") { writer in
            try writer.inside("ViewDefinitions") { writer in
                for definition in definitions { for view in try writer.list(definition, "FormatViewDefinition") { try writer.write(view, definition) } }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ view: Value, _ definition: Value) throws {
        let control = try read(view, "Control")
        let kind = control.type.name
        if try kind == "CustomControl" || !takesBlocks && hasBlock(control, kind) { return }
        try inside("View") { writer in
            writer.element("Name", try writer.text(view, "Name"))
            try writer.inside("ViewSelectedBy") { writer in
                for name in try writer.list(definition, "TypeNames") { writer.element("TypeName", try name.toText(writer.session)) }
            }
            let group = try writer.read(control, "GroupBy")
            if !group.isNull {
                try writer.inside("GroupBy") { writer in
                    try writer.entry(writer.read(group, "Expression"))
                    writer.element("Label", try writer.text(group, "Label"))
                }
            }
            if try writer.read(control, "OutOfBand").isTrue(writer.session) { writer.empty("OutOfBand") }
            try writer.inside(kind) { try $0.body(control, kind) }
        }
    }

    private func hasBlock(_ control: Value, _ kind: String) throws -> Bool {
        var entries: [Value] = []
        switch kind {
        case "TableControl": for row in try list(control, "Rows") { entries += try list(row, "Columns") }
        case "ListControl": for entry in try list(control, "Entries") { entries += try list(entry, "Items") }
        default: entries = try list(control, "Entries")
        }
        return try entries.contains { try text(read($0, "DisplayEntry"), "ValueType") == "ScriptBlock" }
    }

    private mutating func entry(_ display: Value) throws {
        element(try text(display, "ValueType") == "ScriptBlock" ? "ScriptBlock" : "PropertyName", try text(display, "Value"))
    }
    private mutating func format(_ item: Value) throws {
        let format = try read(item, "FormatString")
        if !format.isNull { element("FormatString", try format.toText(session)) }
    }

    private mutating func body(_ control: Value, _ kind: String) throws {
        switch kind {
        case "TableControl":
            if try read(control, "AutoSize").isTrue(session) { empty("AutoSize") }
            if try read(control, "HideTableHeaders").isTrue(session) { empty("HideTableHeaders") }
            try inside("TableHeaders") { writer in
                for header in try writer.list(control, "Headers") {
                    try writer.inside("TableColumnHeader") { writer in
                        writer.element("Label", try writer.text(header, "Label"))
                        let width = try writer.text(header, "Width"), alignment = try writer.text(header, "Alignment")
                        if width != "0" { writer.element("Width", width) }
                        if alignment != "Undefined" { writer.element("Alignment", alignment) }
                    }
                }
            }
            try inside("TableRowEntries") { writer in
                for row in try writer.list(control, "Rows") {
                    try writer.inside("TableRowEntry") { writer in
                        if try writer.read(row, "Wrap").isTrue(writer.session) { writer.empty("Wrap") }
                        try writer.inside("TableColumnItems") { writer in
                            for column in try writer.list(row, "Columns") {
                                try writer.inside("TableColumnItem") { writer in
                                    try writer.entry(writer.read(column, "DisplayEntry"))
                                    try writer.format(column)
                                }
                            }
                        }
                    }
                }
            }
        case "ListControl":
            try inside("ListEntries") { writer in
                for entry in try writer.list(control, "Entries") {
                    try writer.inside("ListEntry") { writer in
                        try writer.inside("ListItems") { writer in
                            for item in try writer.list(entry, "Items") {
                                try writer.inside("ListItem") { writer in
                                    writer.element("Label", try writer.text(item, "Label"))
                                    try writer.entry(writer.read(item, "DisplayEntry"))
                                    try writer.format(item)
                                }
                            }
                        }
                    }
                }
            }
        default:
            try inside("WideEntries") { writer in
                for item in try writer.list(control, "Entries") {
                    try writer.inside("WideEntry") { writer in try writer.inside("WideItem") { try $0.entry($0.read(item, "DisplayEntry")) } }
                }
            }
        }
    }
}
