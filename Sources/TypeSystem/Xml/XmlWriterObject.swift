// `System.Xml.XmlWriter`, `XmlTextWriter` and `XmlWriterSettings`: writing XML piece by piece.

import Runtime
import XmlDocuments

final class XmlWriterSettingsObject: Box, @unchecked Sendable {
    var layout = XmlLayout()
    var omitsDeclaration = false
    var encoding = EncodingObject(.utf8BOM)
    var closesOutput = false
    override init() {
        layout.breaksEmptyElements = false
        layout.replacesNewLines = true
        super.init()
    }
    override var type: TypeInfo { XmlWriterSettingsObject.typeInfo }
    static let typeInfo = TypeInfo("System.Xml.XmlWriterSettings", base: .object)
    static func own(_ value: Value) -> XmlWriterSettingsObject { value.object as? XmlWriterSettingsObject ?? XmlWriterSettingsObject() }

    private static func flag(_ name: String, _ path: ReferenceWritableKeyPath<XmlWriterSettingsObject, Bool> & Sendable) -> Property {
        Property(name, .bool, get: { t, _ in .bool(own(t)[keyPath: path]) }, set: { t, value, session in own(t)[keyPath: path] = value.isTrue(session) })
    }
    private static func text(_ name: String, _ path: ReferenceWritableKeyPath<XmlWriterSettingsObject, String> & Sendable) -> Property {
        Property(name, .string, get: { t, _ in .text(own(t)[keyPath: path]) }, set: { t, value, session in own(t)[keyPath: path] = try value.toText(session) })
    }
    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                flag("Indent", \.layout.isIndented), text("IndentChars", \.layout.indent), text("NewLineChars", \.layout.newLine),
                flag("OmitXmlDeclaration", \.omitsDeclaration), flag("CloseOutput", \.closesOutput),
                Property(
                    "Encoding", EncodingObject.typeInfo, get: { t, _ in .object(own(t).encoding) },
                    set: { t, value, _ in own(t).encoding = value.object as? EncodingObject ?? EncodingObject(.utf8BOM) }),
            ],
            constructors: [Overload(returns: typeInfo) { _, _, _ in .object(XmlWriterSettingsObject()) }])
    }
}

final class XmlWriterObject: Box, @unchecked Sendable {
    private enum Target {
        case file(String)
        case writer(Value)
        case builder(StringBuilderObject)
        case stream(StreamObject)
    }
    private let target: Target
    private var settings: XmlWriterSettingsObject
    private var output: XmlOutput
    private var hasMark = false
    private var isClosed = false
    private let isTextWriter: Bool
    private var attribute: (name: String, text: String)?

    private init(_ target: Target, _ settings: XmlWriterSettingsObject, isTextWriter: Bool) {
        self.target = target
        self.settings = settings
        self.isTextWriter = isTextWriter
        output = XmlOutput(settings.layout)
    }
    override var type: TypeInfo { isTextWriter ? XmlWriterObject.textWriterType : XmlWriterObject.typeInfo }
    static let typeInfo = TypeInfo("System.Xml.XmlWriter", base: .object, interfaces: [.iDisposable], isAbstract: true)
    static let textWriterType = TypeInfo("System.Xml.XmlTextWriter", base: typeInfo)
    static let formatting = TypeInfo.names("System.Xml.Formatting", ["None", "Indented"])
    static let states = TypeInfo.names("System.Xml.WriteState", ["Start", "Prolog", "Element", "Attribute", "Content", "Closed", "Error"])

    static func own(_ value: Value) throws -> XmlWriterObject {
        guard let writer = value.object as? XmlWriterObject else { throw Refusals.null("writer") }
        if writer.isClosed { throw Refusals.invalid("The Writer is closed or in error state.") }
        return writer
    }

    private var encodingName: String {
        switch target {
        case .builder: "utf-16"
        case .writer(let value): (value.object as? TextWriterObject)?.encodingName ?? "utf-8"
        case .file, .stream:
            EncodingMembers.webName(settings.encoding.encoding)
        }
    }

    private func startDocument(standalone: String = "") {
        if settings.omitsDeclaration { return }
        output.startDocument(XmlNode.declaration(version: "1.0", encoding: encodingName, standalone: standalone).text)
    }

    func write(_ node: XmlNode) { output.write(node) }

    func write(document object: XmlNodeObject) {
        if output.isEmpty { startDocument(standalone: object.tree.declaration?.declared("standalone") ?? "") }
        for child in object.node.children where child.kind != .declaration { output.write(child) }
    }

    private func flush(_ session: Session) throws {
        let text = output.take()
        if text.isEmpty { return }
        switch target {
        case .builder(let builder): builder.string += text
        case .writer(let value): _ = try session.call(value, "Write", [.text(text)], session.scope)
        case .stream(let stream):
            try stream.write((hasMark ? [] : settings.encoding.mark) + settings.encoding.bytes(of: text))
            hasMark = true
        case .file(let path):
            try Disk.write((hasMark ? [] : settings.encoding.mark) + settings.encoding.bytes(of: text), to: path, appending: hasMark)
            hasMark = true
        }
    }

    private func close(_ session: Session) throws {
        if isClosed { return }
        finishAttribute()
        while output.depth > 0 { output.endElement() }
        try flush(session)
        isClosed = true
    }

    private func finishAttribute() {
        if let attribute {
            output.attribute(attribute.name, attribute.text)
            self.attribute = nil
        }
    }

    // MARK: Elements and attributes

    private func startElement(_ prefix: String?, _ name: String, _ uri: String?) throws {
        finishAttribute()
        if name.isEmpty { throw Refusals.argument("The empty string '' is not a valid local name.") }
        guard let uri else {
            output.startElement(name)
            return
        }
        var prefix = prefix ?? output.prefix(ofNamespace: uri) ?? ""
        if uri.isEmpty { prefix = "" }
        let isKnown = output.namespace(ofPrefix: prefix) == uri
        output.startElement(prefix.isEmpty ? name : prefix + ":" + name)
        if !isKnown { output.attribute(prefix.isEmpty ? "xmlns" : "xmlns:" + prefix, uri) }
    }

    private func attributeName(_ prefix: String?, _ name: String, _ uri: String?) throws -> String {
        if !output.isInTag {
            throw Refusals.invalid("Token StartAttribute in state \(output.depth > 0 ? "Content" : "Start") would result in an invalid XML document.")
        }
        guard let uri, !uri.isEmpty else { return prefix.map { $0.isEmpty ? name : $0 + ":" + name } ?? name }
        if uri == XmlNode.namespaceOfNamespaces { return name == "xmlns" ? name : "xmlns:" + name }
        var prefix = prefix ?? output.prefix(ofNamespace: uri) ?? ""
        if prefix.isEmpty { prefix = "d\(output.depth)p1" }
        if output.namespace(ofPrefix: prefix) != uri { output.attribute("xmlns:" + prefix, uri) }
        return prefix + ":" + name
    }

    private static func piece(_ name: String, _ parameters: [OverloadParameter], _ body: @escaping @Sendable (XmlWriterObject, [Value], Session) throws -> Void)
        -> Method
    {
        Method(name, [overload(parameters, body)])
    }
    private static func overload(_ parameters: [OverloadParameter], _ body: @escaping @Sendable (XmlWriterObject, [Value], Session) throws -> Void) -> Overload
    {
        Overload(parameters) { t, a, session in
            let writer = try own(t)
            if !name(of: parameters, isAttributeText: writer.attribute != nil) { writer.finishAttribute() }
            try body(writer, a, session)
            return .nothing
        }
    }
    /// Text goes into an attribute that is begun.
    private static func name(of parameters: [OverloadParameter], isAttributeText: Bool) -> Bool { isAttributeText && parameters.first?.name == "text" }

    private func element(_ prefix: String?, _ name: String, _ uri: String?, _ text: Value, _ session: Session) throws {
        try startElement(prefix, name, uri)
        if !text.isNull, try !text.toText(session).isEmpty { output.characters(try text.toText(session)) }
        output.endElement()
    }

    static let known = KnownType(typeInfo) {
        @Sendable func text(_ value: Value) -> String? { value.isNull ? nil : value.asString }
        return MemberTable(
            properties: [
                Property("Settings", XmlWriterSettingsObject.typeInfo, get: { t, _ in .object(try own(t).settings) }),
                Property(
                    "WriteState", states,
                    get: { t, _ in
                        guard let writer = t.object as? XmlWriterObject else { return .null }
                        let state: Int64 =
                            writer.isClosed
                            ? 5 : writer.attribute != nil ? 3 : writer.output.isInTag ? 2 : writer.output.depth > 0 ? 4 : writer.output.isEmpty ? 0 : 1
                        return .object(EnumerationObject(states, state))
                    }),
            ],
            methods: [
                Method(
                    "WriteStartDocument",
                    [
                        overload([]) { writer, _, _ in writer.startDocument() },
                        overload([.bool("standalone")]) { writer, a, _ in writer.startDocument(standalone: a.bool(0) ? "yes" : "no") },
                    ]),
                piece("WriteEndDocument", []) { writer, _, _ in while writer.output.depth > 0 { writer.output.endElement() } },
                Method(
                    "WriteStartElement",
                    [
                        overload([.text("localName")]) { writer, a, _ in try writer.startElement(nil, a.text(0), nil) },
                        overload([.text("localName"), .text("ns")]) { writer, a, _ in try writer.startElement(nil, a.text(0), text(a[1])) },
                        overload([.text("prefix"), .text("localName"), .text("ns")]) { writer, a, _ in
                            try writer.startElement(text(a[0]), a.text(1), text(a[2]))
                        },
                    ]),
                piece("WriteEndElement", []) { writer, _, _ in writer.output.endElement() },
                piece("WriteFullEndElement", []) { writer, _, _ in writer.output.endElement(full: true) },
                Method(
                    "WriteElementString",
                    [
                        overload([.text("localName"), .text("value")]) { writer, a, session in try writer.element(nil, a.text(0), nil, a[1], session) },
                        overload([.text("localName"), .text("ns"), .text("value")]) { writer, a, session in
                            try writer.element(nil, a.text(0), text(a[1]), a[2], session)
                        },
                        overload([.text("prefix"), .text("localName"), .text("ns"), .text("value")]) { writer, a, session in
                            try writer.element(text(a[0]), a.text(1), text(a[2]), a[3], session)
                        },
                    ]),
                Method(
                    "WriteAttributeString",
                    [
                        overload([.text("localName"), .text("value")]) { writer, a, _ in
                            writer.output.attribute(try writer.attributeName(nil, a.text(0), nil), a.text(1))
                        },
                        overload([.text("localName"), .text("ns"), .text("value")]) { writer, a, _ in
                            writer.output.attribute(try writer.attributeName(nil, a.text(0), text(a[1])), a.text(2))
                        },
                        overload([.text("prefix"), .text("localName"), .text("ns"), .text("value")]) { writer, a, _ in
                            writer.output.attribute(try writer.attributeName(text(a[0]), a.text(1), text(a[2])), a.text(3))
                        },
                    ]),
                Method(
                    "WriteStartAttribute",
                    [
                        overload([.text("localName")]) { writer, a, _ in writer.attribute = (try writer.attributeName(nil, a.text(0), nil), "") },
                        overload([.text("localName"), .text("ns")]) { writer, a, _ in
                            writer.attribute = (try writer.attributeName(nil, a.text(0), text(a[1])), "")
                        },
                    ]),
                piece("WriteEndAttribute", []) { _, _, _ in },
                piece("WriteString", [.text("text")]) { writer, a, _ in
                    if writer.attribute != nil { writer.attribute?.text += a.text(0) } else { writer.output.characters(a.text(0)) }
                },
                piece("WriteValue", [.object("value")]) { writer, a, session in
                    if case .bool(let flag) = a[0].unwrapped { return writer.output.characters(flag ? "true" : "false") }
                    writer.output.characters(try a[0].toText(session))
                },
                piece("WriteRaw", [.text("data")]) { writer, a, _ in writer.output.raw(a.text(0)) },
                piece("WriteCData", [.text("data")]) { writer, a, _ in writer.output.cdata(a.text(0)) },
                piece("WriteComment", [.text("comment")]) { writer, a, _ in writer.output.comment(a.text(0)) },
                piece("WriteProcessingInstruction", [.text("name"), .text("data")]) { writer, a, _ in writer.output.instruction(a.text(0), a.text(1)) },
                piece("WriteWhitespace", [.text("ws")]) { writer, a, _ in writer.output.raw(a.text(0)) },
                piece("WriteEntityRef", [.text("name")]) { writer, a, _ in writer.output.raw("&\(a.text(0));") },
                piece("Flush", []) { writer, _, session in try writer.flush(session) },
                Method("Close") { t, _, session in
                    try (t.object as? XmlWriterObject)?.close(session)
                    return .nothing
                },
                Method("Dispose") { t, _, session in
                    try (t.object as? XmlWriterObject)?.close(session)
                    return .nothing
                },
            ],
            staticMethods: [
                Method(
                    "Create",
                    [
                        Overload([.text("outputFileName")], returns: typeInfo) { _, a, session in
                            .object(XmlWriterObject(.file(try Disk.path(a[0], session, "outputFileName")), XmlWriterSettingsObject(), isTextWriter: false))
                        },
                        Overload([.text("outputFileName"), .of("settings", XmlWriterSettingsObject.typeInfo)], returns: typeInfo) { _, a, session in
                            .object(XmlWriterObject(.file(try Disk.path(a[0], session, "outputFileName")), .own(a[1]), isTextWriter: false))
                        },
                        Overload([.of("output", TextWriterObject.base)], returns: typeInfo) { _, a, _ in
                            .object(XmlWriterObject(.writer(a[0]), XmlWriterSettingsObject(), isTextWriter: false))
                        },
                        Overload([.of("output", TextWriterObject.base), .of("settings", XmlWriterSettingsObject.typeInfo)], returns: typeInfo) { _, a, _ in
                            .object(XmlWriterObject(.writer(a[0]), .own(a[1]), isTextWriter: false))
                        },
                        Overload([.of("output", StringBuilderObject.typeInfo)], returns: typeInfo) { _, a, _ in
                            .object(
                                XmlWriterObject(
                                    .builder(a[0].object as? StringBuilderObject ?? StringBuilderObject()), XmlWriterSettingsObject(), isTextWriter: false))
                        },
                        Overload([.of("output", StringBuilderObject.typeInfo), .of("settings", XmlWriterSettingsObject.typeInfo)], returns: typeInfo) {
                            _, a, _ in
                            .object(XmlWriterObject(.builder(a[0].object as? StringBuilderObject ?? StringBuilderObject()), .own(a[1]), isTextWriter: false))
                        },
                        Overload([.of("output", StreamObject.base)], returns: typeInfo) { _, a, _ in
                            .object(try XmlWriterObject(.stream(.own(a[0])), XmlWriterSettingsObject(), isTextWriter: false))
                        },
                        Overload([.of("output", StreamObject.base), .of("settings", XmlWriterSettingsObject.typeInfo)], returns: typeInfo) { _, a, _ in
                            .object(try XmlWriterObject(.stream(.own(a[0])), .own(a[1]), isTextWriter: false))
                        },
                    ])
            ])
    }

    /// `XmlTextWriter` takes its layout after it is made, but before anything is written.
    private func relayout(_ change: (inout XmlLayout) throws -> Void) rethrows {
        try change(&settings.layout)
        if output.isEmpty { output = XmlOutput(settings.layout) }
    }
    private static func plainSettings(_ encoding: Value) -> XmlWriterSettingsObject {
        let settings = XmlWriterSettingsObject()
        settings.layout.breaksEmptyElements = true
        settings.layout.replacesNewLines = false
        if let given = encoding.object as? EncodingObject {
            settings.encoding = given.encoding == .utf8 ? EncodingObject(.utf8BOM) : given
        } else {
            settings.encoding = EncodingObject(.utf8)
        }
        return settings
    }

    static let textWriter = KnownType(textWriterType) {
        MemberTable(
            properties: [
                Property(
                    "Formatting", formatting, get: { t, _ in .object(EnumerationObject(formatting, try own(t).settings.layout.isIndented ? 1 : 0)) },
                    set: { t, value, _ in try own(t).relayout { $0.isIndented = value.asEnumeration?.rawValue == 1 } }),
                Property(
                    "Indentation", .int32, get: { t, _ in .int(Int32(try own(t).settings.layout.indent.count)) },
                    set: { t, value, _ in
                        try own(t).relayout { $0.indent = String(repeating: String($0.indent.first ?? " "), count: max(0, Int(value.asInt64 ?? 2))) }
                    }),
                Property(
                    "IndentChar", .char, get: { t, _ in .char(try own(t).settings.layout.indent.utf16.first ?? 32) },
                    set: { t, value, session in
                        let text = try value.toText(session)
                        try own(t).relayout { $0.indent = String(repeating: text, count: $0.indent.count) }
                    }),
            ],
            constructors: [
                Overload([.text("filename"), .of("encoding", EncodingObject.typeInfo)], returns: textWriterType) { _, a, session in
                    .object(XmlWriterObject(.file(try Disk.path(a[0], session, "filename")), plainSettings(a[1]), isTextWriter: true))
                },
                Overload([.of("w", TextWriterObject.base)], returns: textWriterType) { _, a, _ in
                    .object(XmlWriterObject(.writer(a[0]), plainSettings(.null), isTextWriter: true))
                },
                Overload([.of("w", StreamObject.base), .of("encoding", EncodingObject.typeInfo)], returns: textWriterType) { _, a, _ in
                    .object(try XmlWriterObject(.stream(.own(a[0])), plainSettings(a[1]), isTextWriter: true))
                },
            ])
    }
}
