// ConvertTo-Xml: objects as a document of their properties.

import Runtime
import TypeSystem
import XmlDocuments

final class ConvertToXml: Command {
    static let name = "ConvertTo-Xml"
    static let inputObject = Parameter<Value>("InputObject", position: 0, mandatory: true, pipeline: true, allowsNull: true, help: "The objects.")
    static let depth = Parameter<Int>("Depth", validations: [.range(.int(1), .int(.max))], help: "How many levels of objects are written out; 1 if not given.")
    static let withoutTypes = Parameter<Bool>("NoTypeInformation", help: "Without the attribute Type.")
    static let shape = Parameter<String>(
        "As", validations: [.notNullOrEmpty, .set(["Stream", "String", "Document"], ignoreCase: true, message: nil)],
        help: "One document (the default), its text, or the text piece by piece.")
    static let declaration = CommandDeclaration(
        synopsis: "Turns objects into XML.",
        description: "An element for each object with an element for each property; objects inside objects to a given depth.",
        parameters: [inputObject, depth, withoutTypes, shape], outputTypes: ["System.Xml.XmlDocument", "System.String"],
        examples: [
            CommandExample(
                "A number", "ConvertTo-Xml 5 -As String",
                output: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Objects>\n  <Object Type=\"System.Int32\">5</Object>\n</Objects>\n")
        ])

    private static let head = "version=\"1.0\" encoding=\"utf-8\""
    private var output = XmlOutput()
    private var isStream = false
    private var isDocument = true
    private var hasInput = false

    func begin(_ run: Invocation) throws {
        let shape = run[Self.shape]?.lowercased() ?? "document"
        isStream = shape == "stream"
        isDocument = shape == "document"
        if isStream {
            try run.write(.text("<?xml \(Self.head)?>"))
            try run.write("<Objects>")
        } else {
            output = XmlOutput(layout)
            output.startDocument(Self.head)
            output.startElement("Objects")
        }
    }

    private var layout: XmlLayout {
        var layout = XmlLayout(isIndented: !isDocument)
        layout.breaksEmptyElements = false
        return layout
    }

    func process(_ run: Invocation) throws {
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if isStream { output = XmlOutput(layout) }
        var pieces = XmlPieces(run, withTypes: !run.has(Self.withoutTypes))
        try pieces.write(item, element: "Object", name: nil, depth: run[Self.depth] ?? 1, into: &output)
        if isStream { try run.write(.text(output.text)) }
    }

    func end(_ run: Invocation) throws {
        if isStream { return try run.write("</Objects>") }
        output.endElement()
        if !isDocument { return try run.write(.text(output.text)) }
        do { try run.write(.object(XmlNodeObject.document(output.text, isTrusted: true))) } catch let error as XmlError {
            throw run.failure("XmlException", error.message, type: "System.Xml.XmlException", category: .invalidData)
        }
    }
}

/// One object after the other as elements.
private struct XmlPieces {
    private static let deepest = 1000
    private var nesting = 0
    let run: Invocation
    let withTypes: Bool
    init(_ run: Invocation, withTypes: Bool) { self.run = run; self.withTypes = withTypes }

    private func start(_ element: String, _ name: String?, _ type: String?, _ output: inout XmlOutput) {
        output.startElement(element)
        if let name { output.attribute("Name", name) }
        if withTypes, let type { output.attribute("Type", type) }
    }

    private func text(_ element: String, _ name: String?, _ type: String?, _ value: String, _ output: inout XmlOutput) {
        start(element, name, type, &output)
        output.characters(value)
        output.endElement(full: true)
    }

    mutating func write(_ value: Value, element: String, name: String?, depth: Int, into output: inout XmlOutput) throws {
        try run.session.checkDepth()
        nesting += 1
        defer { nesting -= 1 }
        // Collections do not count for the depth, so one that lies in itself would have no end.
        if nesting > XmlPieces.deepest {
            throw run.failure(
                "System.InvalidOperationException", "The object cannot be written: it lies more than \(XmlPieces.deepest) levels deep in itself or in others.",
                type: "System.InvalidOperationException", category: .invalidOperation)
        }
        let session = run.session
        if value.isNull {
            start(element, name, "System.Object", &output)
            return output.endElement()
        }
        let base = value.unwrapped, type = base.type.fullName
        if CliXmlText.isPlain(base) { return text(element, name, type, try base.objectText(session), &output) }
        if let node = base.object as? XmlNodeObject { return text(element, name, type, node.node.outerXml, &output) }
        if let table = base.asTable {
            start(element, name, type, &output)
            for (key, value) in table.table.pairs {
                try write(key, element: "Property", name: "Key", depth: depth, into: &output)
                try write(value, element: "Property", name: "Value", depth: depth, into: &output)
            }
            return output.endElement(full: !output.isInTag)
        }
        if let elements = try session.elements(of: base) {
            start(element, name, type, &output)
            for item in elements { try write(item, element: "Property", name: nil, depth: depth, into: &output) }
            return output.endElement(full: !output.isInTag)
        }
        if base.object?.kind == .enumeration { return text(element, name, type, try base.toText(session), &output) }
        if depth <= 0 {
            start(element, name, type, &output)
            text("Property", nil, "System.String", try value.toText(session), &output)
            for name in try session.propertyNames(of: value) where session.memberType(of: value, name) == "NoteProperty" {
                let inner = try session.property(of: value, name, run.scope)
                text("Property", name, "System.Management.Automation.PSNoteProperty", inner.isNull ? "" : try inner.toText(session), &output)
            }
            return output.endElement(full: true)
        }
        start(element, name, type, &output)
        for property in try session.propertyNames(of: value) {
            let inner: Value
            // A property that cannot be read is left out.
            do { inner = try session.property(of: value, property, run.scope) } catch let failure as ShellError where !failure.isExhaustion { continue }
            try write(inner, element: "Property", name: property, depth: depth - 1, into: &output)
        }
        output.endElement(full: !output.isInTag)
    }
}
