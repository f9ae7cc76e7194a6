// Select-Xml: the nodes of documents that an XPath expression selects.

import Runtime
import TypeSystem
import XmlDocuments

final class SelectXml: Command {
    static let name = "Select-Xml"
    static let xpath = Parameter<String>("XPath", position: 0, mandatory: true, validations: [.notNullOrEmpty], help: "The expression.")
    static let xml = Parameter<[Value]>(
        "Xml", aliases: ["Node"], position: 1, mandatory: true, pipeline: true, byName: true, sets: ["Xml"], type: XmlNodeObject.nodeType.arrayType(),
        validations: [.notNullOrEmpty], help: "Documents or nodes.")
    static let path = Parameter<[String]>(
        "Path", position: 1, mandatory: true, byName: true, sets: ["Path"], validations: [.notNullOrEmpty], help: "The files; wildcards allowed.")
    static let literalPath = Parameter<[String]>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["LiteralPath"], validations: [.notNullOrEmpty],
        help: "The files, without wildcards.")
    static let content = Parameter<[String]>(
        "Content", mandatory: true, pipeline: true, sets: ["Content"], validations: [.notNullOrEmpty], help: "Documents as text.")
    static let namespace = Parameter<TableObject>(
        "Namespace", validations: [.notNullOrEmpty], help: "Prefixes of the expression and the namespaces they stand for.")
    static let declaration = CommandDeclaration(
        synopsis: "Selects nodes of XML by an XPath expression.",
        description: "Each node comes with the expression and the file it is from; the node itself is the property Node.",
        parameters: [xpath, xml, path, literalPath, content, namespace], defaultSet: "Xml",
        outputTypes: ["Microsoft.PowerShell.Commands.SelectXmlInfo"],
        examples: [
            CommandExample(
                "Rooms with seats",
                "Select-Xml -Content '<r><room n=\"lobby\" seats=\"3\"/><room n=\"ops\"/></r>' -XPath '//room[@seats]' | ForEach-Object { $_.Node.n }",
                output: "lobby\n")
        ])

    func process(_ run: Invocation) throws {
        switch run.parameterSet {
        case "Content":
            for text in run[Self.content] ?? [] {
                do { try select(in: XmlNodeObject.document(text, isTrusted: false), "", run) } catch let error as XmlError {
                    try refuse(
                        "Cannot convert value \"\(text)\" to type \"System.Xml.XmlDocument\". Error: \"\(error.message)\"", .text(text),
                        "InvalidCastToXmlDocument", run)
                }
            }
        case "Path", "LiteralPath":
            let literal = run[Self.literalPath]
            for file in try OutputPath.filesToRead(literal ?? run[Self.path] ?? [], isLiteral: literal != nil, run) {
                let bytes: [UInt8]
                do { bytes = try FileAccess.read(file) } catch { throw OutputPath.failure(error, run) }
                do { try select(in: XmlNodeObject.document(XmlNodeObject.decoded(bytes), isTrusted: false), file, run) } catch let error as XmlError {
                    try refuse("Cannot read the file '\(file)' as XML: \(error.message)", .text(file), "ProcessingFile", run)
                }
            }
        default:
            for value in run[Self.xml] ?? [] { if let node = value.object as? XmlNodeObject { try select(in: node, "", run) } }
        }
    }

    private func refuse(_ message: String, _ target: Value, _ id: String, _ run: Invocation) throws {
        let kind = id == "ProcessingFile" ? "System.ArgumentException" : "PSInvalidCastException"
        try run.writeError(id, message, type: kind, category: id == "ProcessingFile" ? .notSpecified : .invalidArgument, target: target)
    }

    private func select(in object: XmlNodeObject, _ path: String, _ run: Invocation) throws {
        let expression = run[Self.xpath] ?? ""
        var spaces: [(prefix: String, uri: String)]?
        if let table = run[Self.namespace] { spaces = try table.table.pairs.map { (try $0.key.toText(run.session), try $0.value.toText(run.session)) } }
        let found: [XmlNode]
        do { found = try object.tree.select(expression, from: object.node, spaces: spaces) } catch {
            throw run.failure("System.Xml.XPath.XPathException", error.message, type: "System.Xml.XPath.XPathException", category: .notSpecified)
        }
        for node in found { try run.write(.object(SelectXmlInfo(node: object.related(node), path: path, pattern: expression))) }
    }
}

/// A selected node.
final class SelectXmlInfo: Box, @unchecked Sendable {
    let node: Value
    let path: String
    let pattern: String
    init(node: Value, path: String, pattern: String) {
        self.node = node; self.path = path; self.pattern = pattern
    }
    override var type: TypeInfo { SelectXmlInfo.typeInfo }
    static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.SelectXmlInfo", base: .object)
    /// The text of the node, and where it is from.
    override func describe(_ session: Session) throws -> String {
        let text = (node.object as? XmlNodeObject)?.node.innerText ?? ""
        return path.isEmpty ? text : "\(text) [\(path)]"
    }

    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) -> SelectXmlInfo? { value.object as? SelectXmlInfo }
        return MemberTable(properties: [
            Property("Node", XmlNodeObject.nodeType, get: { t, _ in own(t)?.node ?? .null }),
            Property("Path", .string, get: { t, _ in .text(own(t).flatMap { $0.path.isEmpty ? nil : $0.path } ?? "InputStream") }),
            Property("Pattern", .string, get: { t, _ in .text(own(t)?.pattern ?? "") }),
        ])
    }
}
