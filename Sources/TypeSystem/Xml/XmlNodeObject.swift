// A node of a document as scripts hold it, with its children and attributes as properties.

import Runtime
import XmlDocuments

/// Holds the whole document, so that a node's surroundings stay as long as the node.
public final class XmlNodeObject: Box, MemberAdapter, @unchecked Sendable {
    public let tree: XmlTree
    public let node: XmlNode
    public init(_ node: XmlNode, in tree: XmlTree) {
        self.node = node
        self.tree = tree
    }

    /// A document, as text gives it.
    /// - Parameter isTrusted: false for text from anywhere.
    public static func document(_ text: String, isTrusted: Bool) throws(XmlError) -> XmlNodeObject {
        let tree = XmlTree()
        try tree.load(text, isTrusted: isTrusted)
        return XmlNodeObject(tree.document, in: tree)
    }

    public static var nodeType: TypeInfo { XmlTypes.node }
    /// The text of a file: by its mark, else by its declaration, else UTF-8.
    public static func decoded(_ bytes: [UInt8]) -> String { XmlDocumentMembers.decoded(bytes) }

    public override var type: TypeInfo { XmlTypes.type(of: node) }
    public override func describe(_ session: Session) throws -> String { node.kind == .document ? type.fullName : node.shownName }
    public override func isEqual(to other: Object) -> Bool { (other as? XmlNodeObject)?.node === node }
    public override var equalityHash: Int { ObjectIdentifier(node).hashValue }
    public override var adapter: (any MemberAdapter)? { self }

    public func related(_ other: XmlNode?) -> Value { other.map { .object(XmlNodeObject($0, in: tree)) } ?? .null }

    // MARK: Content as properties

    private func found(_ name: String) -> [XmlNode] {
        var result: [XmlNode] = []
        for attribute in node.attributes where attribute.localName.equalsIgnoringCase(name) { result.append(attribute) }
        if node.mayHaveChild(named: name) {
            for child in node.children where !isBlank(child) && child.shownName.equalsIgnoringCase(name) { result.append(child) }
        }
        return result
    }
    private func isBlank(_ node: XmlNode) -> Bool { node.kind == .whitespace }

    public var adaptedNames: [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for attribute in node.attributes where seen.insert(attribute.localName.lowercased()).inserted { names.append(attribute.localName) }
        for child in node.children where !isBlank(child) {
            let name = child.shownName
            if seen.insert(name.lowercased()).inserted { names.append(name) }
        }
        return names
    }

    /// Text for what only carries text; the node itself for what has attributes or elements.
    private func value(of found: XmlNode) -> Value {
        if found.kind == .element {
            let isPlain = found.children.isEmpty || found.children.count == 1 && found.children[0].kind == .text
            if !found.attributes.isEmpty || !isPlain { return related(found) }
        }
        return .text(found.innerText)
    }

    public func adaptedValue(_ name: String) throws -> Value? {
        let nodes = found(name)
        switch nodes.count {
        case 0: return nil
        case 1: return value(of: nodes[0])
        default: return .array(nodes.map { value(of: $0) })
        }
    }

    private func canBeSet(_ found: XmlNode) -> Bool {
        found.kind != .element || found.attributes.isEmpty && (found.children.isEmpty || found.children.count == 1 && found.children[0].kind == .text)
    }

    public func setAdapted(_ name: String, _ value: Value, _ session: Session) throws -> Bool {
        let nodes = found(name)
        guard let first = nodes.first else { return false }
        func refusal(_ id: String, _ message: String) -> ShellError { ShellError(id, message, type: "SetValueException", category: .notSpecified) }
        if nodes.count > 1 {
            throw refusal("XmlNodeSetRestrictionsMoreThanOneNode", "\"\(name)\" cannot be set: \(nodes.count) nodes have the name, and only one can be set.")
        }
        if !first.attributes.isEmpty {
            throw refusal("XmlNodeSetRestrictionsNodeWithAttributes", "\"\(name)\" cannot be set: only nodes without attributes can be set to a string.")
        }
        guard canBeSet(first) else {
            throw refusal(
                "XmlNodeSetRestrictionsUnknownNodeType", "\"\(name)\" cannot be set: only strings can be set, for nodes that hold nothing but text.")
        }
        first.innerText = try value.toText(session)
        tree.changed()
        return true
    }

    public func adaptedDefinition(_ name: String) throws -> String {
        let nodes = found(name)
        let type = try adaptedValue(name).map { $0.unwrapped.type.displayName } ?? "System.Object"
        return "\(type) \(name) {get;\(nodes.count == 1 && canBeSet(nodes[0]) ? "set;" : "")}"
    }
}

/// A list of nodes: the children of a node as they are at the moment, or what a query found.
public final class XmlListObject: Box, @unchecked Sendable {
    enum Source {
        case children(XmlNode)
        case attributes(XmlNode)
        case found([XmlNode], TypeInfo)
    }
    let source: Source
    let tree: XmlTree
    init(_ source: Source, in tree: XmlTree) {
        self.source = source
        self.tree = tree
    }
    var nodes: [XmlNode] {
        switch source {
        case .children(let node): node.children
        case .attributes(let node): node.attributes
        case .found(let nodes, _): nodes
        }
    }
    var values: [Value] { nodes.map { .object(XmlNodeObject($0, in: tree)) } }
    public override var type: TypeInfo {
        switch source {
        case .children: XmlTypes.childNodes
        case .attributes: XmlTypes.attributes
        case .found(_, let type): type
        }
    }
}

/// `System.Xml.XmlNamespaceManager`.
public final class XmlNamespacesObject: Box, @unchecked Sendable {
    var scopes: [[(prefix: String, uri: String)]] = [[]]
    public override var type: TypeInfo { XmlTypes.namespaces }
    var all: [(prefix: String, uri: String)] {
        var result: [(prefix: String, uri: String)] = []
        for scope in scopes.reversed() { for pair in scope where !result.contains(where: { $0.prefix == pair.prefix }) { result.append(pair) } }
        return result
    }
}

/// The types of nodes and lists.
enum XmlTypes {
    static let node = TypeInfo("System.Xml.XmlNode", base: .object, interfaces: [.iCloneable, .iEnumerable], isAbstract: true)
    private static let linked = TypeInfo("System.Xml.XmlLinkedNode", base: node, isAbstract: true)
    private static let characters = TypeInfo("System.Xml.XmlCharacterData", base: linked, isAbstract: true)
    static let element = TypeInfo("System.Xml.XmlElement", base: linked)
    static let attribute = TypeInfo("System.Xml.XmlAttribute", base: node)
    static let document = TypeInfo("System.Xml.XmlDocument", accelerator: "xml", base: node)
    static let fragment = TypeInfo("System.Xml.XmlDocumentFragment", base: node)
    static let text = TypeInfo("System.Xml.XmlText", base: characters)
    static let cdata = TypeInfo("System.Xml.XmlCDataSection", base: characters)
    static let comment = TypeInfo("System.Xml.XmlComment", base: characters)
    static let whitespace = TypeInfo("System.Xml.XmlWhitespace", base: characters)
    static let significantWhitespace = TypeInfo("System.Xml.XmlSignificantWhitespace", base: characters)
    static let instruction = TypeInfo("System.Xml.XmlProcessingInstruction", base: linked)
    static let declaration = TypeInfo("System.Xml.XmlDeclaration", base: linked)
    static let documentType = TypeInfo("System.Xml.XmlDocumentType", base: linked)
    static let entityReference = TypeInfo("System.Xml.XmlEntityReference", base: linked)
    static let list = TypeInfo("System.Xml.XmlNodeList", base: .object, interfaces: [.iEnumerable, .iDisposable], isAbstract: true)
    static let childNodes = TypeInfo("System.Xml.XmlChildNodes", base: list)
    static let queryNodes = TypeInfo("System.Xml.XPathNodeList", base: list)
    static let elementNodes = TypeInfo("System.Xml.XmlElementList", base: list)
    static let namedNodes = TypeInfo("System.Xml.XmlNamedNodeMap", base: .object, interfaces: [.iEnumerable])
    static let attributes = TypeInfo("System.Xml.XmlAttributeCollection", base: namedNodes, interfaces: [.iCollection])
    static let namespaces = TypeInfo("System.Xml.XmlNamespaceManager", base: .object, interfaces: [.iEnumerable])
    static let nameTable = TypeInfo("System.Xml.NameTable", base: TypeInfo("System.Xml.XmlNameTable", base: .object, isAbstract: true))
    static let kinds = TypeInfo.names(
        "System.Xml.XmlNodeType",
        [
            "None", "Element", "Attribute", "Text", "CDATA", "EntityReference", "Entity", "ProcessingInstruction", "Comment", "Document", "DocumentType",
            "DocumentFragment", "Notation", "Whitespace", "SignificantWhitespace", "EndElement", "EndEntity", "XmlDeclaration",
        ])

    static func type(of node: XmlNode) -> TypeInfo {
        switch node.kind {
        case .element: element
        case .attribute: attribute
        case .text: text
        case .cdata: cdata
        case .entityReference: entityReference
        case .processingInstruction: instruction
        case .comment: comment
        case .document: document
        case .documentType: documentType
        case .fragment: fragment
        case .whitespace: whitespace
        case .significantWhitespace: significantWhitespace
        case .declaration: declaration
        }
    }

    static var known: [KnownType] {
        [
            KnownType(node) { XmlNodeMembers.table }, KnownType(element) { XmlElementMembers.table }, KnownType(attribute) { XmlNodeMembers.attribute },
            KnownType(document) { XmlDocumentMembers.table }, KnownType(fragment), KnownType(characters) { XmlNodeMembers.characterData }, KnownType(text),
            KnownType(cdata), KnownType(comment), KnownType(whitespace), KnownType(significantWhitespace),
            KnownType(instruction) { XmlNodeMembers.instruction }, KnownType(declaration) { XmlNodeMembers.declaration },
            KnownType(documentType), KnownType(entityReference), KnownType(list) { XmlListMembers.list }, KnownType(childNodes), KnownType(queryNodes),
            KnownType(elementNodes), KnownType(namedNodes) { XmlListMembers.named }, KnownType(attributes) { XmlListMembers.attributes },
            KnownType(namespaces) { XmlListMembers.namespaces },
            KnownType(nameTable) { MemberTable(constructors: [Overload(returns: nameTable) { _, _, _ in .object(NameTableObject()) }]) },
            KnownType(kinds), XmlConvertMembers.known, XmlWriterObject.known, XmlWriterObject.textWriter, XmlWriterSettingsObject.known,
            KnownType(XmlWriterObject.formatting),
            KnownType(XmlWriterObject.states),
        ]
    }
}

/// Names are not kept in a table here; the object stands where the reference has one.
final class NameTableObject: Box, @unchecked Sendable {
    override var type: TypeInfo { XmlTypes.nameTable }
}
