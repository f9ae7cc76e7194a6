// `System.Xml.XmlDocument`: making nodes, reading and writing files.

import Runtime
import XmlDocuments

enum XmlDocumentMembers {
    private static func own(_ value: Value) throws -> XmlNodeObject { try XmlNodeMembers.own(value) }

    /// A node with a checked name; where no namespace is given, what the prefix stands for at a place.
    static func named(_ kind: XmlNodeKind, _ name: String, _ uri: String?, at place: XmlNode) throws -> XmlNode {
        do {
            try XmlName.check(name)
            let (prefix, local) = XmlName.split(name)
            try XmlName.check(local)
            var space = uri ?? (prefix.isEmpty ? "" : place.namespace(ofPrefix: prefix))
            if kind == .attribute, prefix == "xmlns" || prefix.isEmpty && local == "xmlns" { space = XmlNode.namespaceOfNamespaces }
            // A prefix that stands for nothing is not kept.
            let node = XmlNode(kind, prefix: space.isEmpty ? "" : prefix, name: local, namespaceURI: space)
            if kind == .element { node.setEmptyTag(true) }
            return node
        } catch { throw XmlNodeMembers.malformed(error) }
    }

    private static func made(_ t: Value, _ node: XmlNode) throws -> Value { .object(XmlNodeObject(node, in: try own(t).tree)) }

    private static func creating(_ name: String, _ kind: XmlNodeKind, returns: TypeInfo) -> Method {
        Method(
            name,
            [
                Overload([.text("name")], returns: returns) { t, a, _ in try made(t, named(kind, a.text(0), nil, at: own(t).node)) },
                Overload([.text("qualifiedName"), .text("namespaceURI")], returns: returns) { t, a, _ in
                    try made(t, named(kind, a.text(0), a.text(1), at: own(t).node))
                },
                Overload([.text("prefix"), .text("localName"), .text("namespaceURI")], returns: returns) { t, a, _ in
                    try made(t, named(kind, a.text(0).isEmpty ? a.text(1) : a.text(0) + ":" + a.text(1), a.text(2), at: own(t).node))
                },
            ])
    }
    private static func textual(_ name: String, _ kind: XmlNodeKind, _ parameter: String, returns: TypeInfo) -> Method {
        Method(name, [.text(parameter)], returns: returns) { t, a, _ in try made(t, XmlNode(kind, text: a.text(0))) }
    }

    private static func create(_ t: Value, _ kindText: String, _ name: String, _ uri: String?) throws -> Value {
        switch kindText.lowercased() {
        case "element", "1": try made(t, named(.element, name, uri, at: own(t).node))
        case "attribute", "2": try made(t, named(.attribute, name, uri, at: own(t).node))
        case "text", "3": try made(t, XmlNode(.text))
        case "cdatasection", "cdata", "4": try made(t, XmlNode(.cdata))
        case "processinginstruction", "7": try made(t, XmlNode(.processingInstruction, name: name))
        case "comment", "8": try made(t, XmlNode(.comment))
        case "documentfragment", "11": try made(t, XmlNode(.fragment))
        case "whitespace", "13": try made(t, XmlNode(.whitespace))
        case "significantwhitespace", "14": try made(t, XmlNode(.significantWhitespace))
        case "xmldeclaration", "17": try made(t, XmlNode.declaration(version: "1.0", encoding: "", standalone: ""))
        default: throw Refusals.argument("'\(kindText)' does not represent any 'XmlNodeType'.")
        }
    }

    // MARK: Reading

    static func load(_ text: String, into object: XmlNodeObject) throws {
        do { try object.tree.load(text) } catch { throw XmlNodeMembers.malformed(error) }
    }

    /// The text of a file: by its mark, else by its declaration, else UTF-8.
    static func decoded(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return Disk.text(bytes, EncodingObject(.utf8))
        }
        if bytes.starts(with: [0x3C, 0]) { return EncodingObject(.utf16).text(of: bytes) }
        if bytes.starts(with: [0, 0x3C]) { return EncodingObject(.utf16BE).text(of: bytes) }
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        if head.hasPrefix("<?xml"),
            let declaration = head.firstIndex(of: ">").map({ XmlNode(.declaration, text: String(head[head.startIndex...$0].dropFirst(5))) }),
            let name = declaration.declared("encoding"), let encoding = EncodingObject.named(name), encoding.encoding != .utf16
        {
            return encoding.text(of: bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func path(_ value: Value, _ session: Session, _ name: String) throws -> String {
        let text = value.asString ?? ""
        if text.hasPrefix("file://") { return String(text.dropFirst(7)) }
        return try Disk.path(value, session, name)
    }

    // MARK: Writing

    private static func indented(_ tree: XmlTree) -> XmlLayout { XmlLayout(isIndented: !tree.preservesWhitespace) }

    private static func save(_ t: Value, to path: String) throws {
        let object = try own(t)
        try Disk.write(bytes(of: object), to: path)
    }

    private static func bytes(of object: XmlNodeObject) throws -> [UInt8] {
        guard object.node.documentElement != nil else {
            throw MethodFailure("System.Xml.XmlException", "Invalid XML document. The document does not have a root element.")
        }
        var output = XmlOutput(indented(object.tree))
        output.write(object.node)
        // A declared encoding comes with its mark; without one it is UTF-8 and has none.
        let name = object.tree.declaration?.declared("encoding")
        let encoding =
            name.map { $0.lowercased() == "utf-8" ? EncodingObject(.utf8BOM) : EncodingObject.named($0) ?? EncodingObject(.utf8) } ?? EncodingObject(.utf8)
        return encoding.mark + encoding.bytes(of: output.text)
    }

    static let table = MemberTable(
        properties: [
            Property("DocumentElement", XmlTypes.element, get: { t, _ in try own(t).related(own(t).node.documentElement) }),
            Property(
                "DocumentType", XmlTypes.documentType, get: { t, _ in try own(t).related(own(t).node.children.first { $0.kind == .documentType }) }),
            Property(
                "PreserveWhitespace", .bool, get: { t, _ in .bool(try own(t).tree.preservesWhitespace) },
                set: { t, value, session in try own(t).tree.preservesWhitespace = value.isTrue(session) }),
            Property("NameTable", XmlTypes.nameTable, get: { _, _ in .object(NameTableObject()) }),
            // Nothing outside the text is ever opened, so what resolves addresses can be set but is not asked.
            Property("XmlResolver", .object, get: { _, _ in .null }, set: { _, _, _ in }),
        ],
        methods: [
            creating("CreateElement", .element, returns: XmlTypes.element), creating("CreateAttribute", .attribute, returns: XmlTypes.attribute),
            textual("CreateTextNode", .text, "text", returns: XmlTypes.text), textual("CreateCDataSection", .cdata, "data", returns: XmlTypes.cdata),
            textual("CreateComment", .comment, "data", returns: XmlTypes.comment),
            textual("CreateWhitespace", .whitespace, "text", returns: XmlTypes.whitespace),
            textual("CreateSignificantWhitespace", .significantWhitespace, "text", returns: XmlTypes.significantWhitespace),
            Method("CreateDocumentFragment", returns: XmlTypes.fragment) { t, _, _ in try made(t, XmlNode(.fragment)) },
            Method("CreateProcessingInstruction", [.text("target"), .text("data")], returns: XmlTypes.instruction) { t, a, _ in
                try made(t, XmlNode(.processingInstruction, name: a.text(0), text: a.text(1)))
            },
            Method("CreateEntityReference", [.text("name")], returns: XmlTypes.entityReference) { t, a, _ in
                try made(t, XmlNode(.entityReference, name: a.text(0)))
            },
            Method("CreateXmlDeclaration", [.text("version"), .text("encoding"), .text("standalone")], returns: XmlTypes.declaration) { t, a, _ in
                guard a.text(0) == "1.0" else {
                    throw Refusals.argument("Wrong XML version information. The XML must match production \"VersionNum ::= '1.' [0-9]+\".")
                }
                guard ["", "yes", "no"].contains(a.text(2)) else {
                    throw Refusals.argument("Wrong value for the XML declaration standalone attribute of '\(a.text(2))'.")
                }
                return try made(t, XmlNode.declaration(version: a.text(0), encoding: a.text(1), standalone: a.text(2)))
            },
            Method("CreateDocumentType", [.text("name"), .text("publicId"), .text("systemId"), .text("internalSubset")], returns: XmlTypes.documentType) {
                t, a, _ in
                var text = "<!DOCTYPE " + a.text(0)
                if !a.text(1).isEmpty { text += " PUBLIC \"\(a.text(1))\" \"\(a.text(2))\"" } else if !a.text(2).isEmpty { text += " SYSTEM \"\(a.text(2))\"" }
                if !a.text(3).isEmpty { text += "[\(a.text(3))]" }
                return try made(t, XmlNode(.documentType, name: a.text(0), text: text + ">"))
            },
            Method(
                "CreateNode",
                [
                    Overload([.of("type", XmlTypes.kinds), .text("name"), .text("namespaceURI")], returns: XmlTypes.node) { t, a, _ in
                        try create(t, String(a.enumeration(0)), a.text(1), a[2].isNull ? nil : a.text(2))
                    },
                    Overload([.text("nodeTypeString"), .text("name"), .text("namespaceURI")], returns: XmlTypes.node) { t, a, _ in
                        try create(t, a.text(0), a.text(1), a[2].isNull ? nil : a.text(2))
                    },
                    Overload([.of("type", XmlTypes.kinds), .text("prefix"), .text("name"), .text("namespaceURI")], returns: XmlTypes.node) { t, a, _ in
                        try create(t, String(a.enumeration(0)), a.text(1).isEmpty ? a.text(2) : a.text(1) + ":" + a.text(2), a.text(3))
                    },
                ]),
            Method("ImportNode", [.of("node", XmlTypes.node), .bool("deep")], returns: XmlTypes.node) { t, a, _ in
                guard let other = a[0].object as? XmlNodeObject else { throw Refusals.invalid("Cannot import a null node.") }
                if other.node.kind == .document { throw Refusals.invalid("Cannot import nodes of type 'Document'.") }
                return try made(t, other.node.copy(deep: a.bool(1)))
            },
            XmlElementMembers.byTagName,
            Method("LoadXml", [.text("xml")]) { t, a, _ in
                try load(a.text(0), into: own(t))
                return .nothing
            },
            Method(
                "Load",
                [
                    Overload([.text("filename")]) { t, a, session in
                        try load(decoded(Disk.read(path(a[0], session, "filename"))), into: own(t))
                        return .nothing
                    },
                    Overload([.of("inStream", StreamObject.base)]) { t, a, _ in
                        try load(decoded(StreamObject.own(a[0]).readToEnd()), into: own(t))
                        return .nothing
                    },
                    Overload([.of("txtReader", TextReaderObject.base)]) { t, a, session in
                        let rest = try session.call(a[0], "ReadToEnd", [], session.scope)
                        try load(rest.toText(session), into: own(t))
                        return .nothing
                    },
                ]),
            Method(
                "Save",
                [
                    Overload([.text("filename")]) { t, a, session in
                        try save(t, to: path(a[0], session, "filename"))
                        return .nothing
                    },
                    Overload([.of("outStream", StreamObject.base)]) { t, a, _ in
                        try StreamObject.own(a[0]).write(bytes(of: own(t)))
                        return .nothing
                    },
                    Overload([.of("writer", TextWriterObject.base)]) { t, a, session in
                        let object = try own(t)
                        var output = XmlOutput(indented(object.tree))
                        output.startDocument(declaration(object, encoding: (a[0].object as? TextWriterObject)?.encodingName ?? "utf-8"))
                        for child in object.node.children where child.kind != .declaration { output.write(child) }
                        _ = try session.call(a[0], "Write", [.text(output.text)], session.scope)
                        return .nothing
                    },
                    Overload([.of("w", XmlWriterObject.typeInfo)]) { t, a, _ in
                        try XmlWriterObject.own(a[0]).write(document: own(t))
                        return .nothing
                    },
                ]),
        ],
        constructors: [
            Overload(returns: XmlTypes.document) { _, _, _ in
                let tree = XmlTree()
                return .object(XmlNodeObject(tree.document, in: tree))
            }
        ],
        convert: { value, session in
            if let node = value.object as? XmlNodeObject {
                // Part of a document is no document, but its text makes one.
                return try document(node.node.outerXml, session, value)
            }
            return try document(value.toText(session), session, value)
        })

    static func declaration(_ object: XmlNodeObject, encoding: String) -> String {
        let standalone = object.tree.declaration?.declared("standalone") ?? ""
        return XmlNode.declaration(version: "1.0", encoding: encoding, standalone: standalone).text
    }

    private static func document(_ text: String, _ session: Session, _ value: Value) throws -> Value {
        do { return .object(try XmlNodeObject.document(text, isTrusted: false)) } catch {
            let message = "Cannot convert value \"\(text)\" to type \"System.Xml.XmlDocument\". Error: \"\(error.message)\""
            throw ShellError(
                "InvalidCastToXmlDocument", message, category: .invalidArgument,
                inner: ExceptionObject("PSInvalidCastException", message, inner: XmlNodeMembers.malformed(error).exception))
        }
    }
}
