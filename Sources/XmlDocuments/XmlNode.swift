// A document as a tree of nodes, and changing it. Parents are held weakly: whoever holds a node of a document holds the
// document too (`XmlTree`).

public enum XmlNodeKind: Int, Sendable {
    case element = 1, attribute, text, cdata, entityReference, processingInstruction = 7, comment, document, documentType, fragment
    case whitespace = 13, significantWhitespace, declaration = 17

    /// True for what only carries text.
    public var isCharacterData: Bool { self == .text || self == .cdata || self == .whitespace || self == .significantWhitespace }
}

public final class XmlNode: @unchecked Sendable {
    public let kind: XmlNodeKind
    public internal(set) var prefix: String
    /// The target of a processing instruction, the name of a document type; empty for what has no name.
    public let localName: String
    public let namespaceURI: String
    /// The text of an attribute, text, comment or instruction.
    public internal(set) var text: String
    public private(set) var children: [XmlNode] = [] { didSet { questions = 0 } }
    /// How often children were looked for by name since they last changed; what names they have, once that is often.
    private var questions = 0
    private var childNames: Set<String> = []
    public private(set) var attributes: [XmlNode] = []
    public private(set) weak var parent: XmlNode?
    /// Its place among its siblings.
    public private(set) var position = 0
    /// Written as `<a />`.
    public internal(set) var isEmptyTag = false

    public init(_ kind: XmlNodeKind, prefix: String = "", name: String = "", namespaceURI: String = "", text: String = "") {
        self.kind = kind
        self.prefix = prefix
        localName = name
        self.namespaceURI = namespaceURI
        self.text = text
    }

    public static let namespaceOfNamespaces = "http://www.w3.org/2000/xmlns/"
    public static let namespaceOfXml = "http://www.w3.org/XML/1998/namespace"

    /// With the prefix.
    public var qualifiedName: String { prefix.isEmpty ? localName : prefix + ":" + localName }

    /// As `Name` gives it.
    public var name: String {
        switch kind {
        case .element, .attribute, .processingInstruction, .documentType, .entityReference: qualifiedName
        case .text: "#text"
        case .cdata: "#cdata-section"
        case .comment: "#comment"
        case .document: "#document"
        case .fragment: "#document-fragment"
        case .whitespace: "#whitespace"
        case .significantWhitespace: "#significant-whitespace"
        case .declaration: "xml"
        }
    }

    // MARK: Surroundings

    public var root: XmlNode {
        var node = self
        while let next = node.parent { node = next }
        return node
    }
    public var next: XmlNode? {
        guard kind != .attribute, let parent, position + 1 < parent.children.count else { return nil }
        return parent.children[position + 1]
    }
    public var previous: XmlNode? {
        guard kind != .attribute, let parent, position > 0 else { return nil }
        return parent.children[position - 1]
    }
    public var documentElement: XmlNode? { children.first { $0.kind == .element } }

    /// False if no child has the name, in whatever case. Who asks a node with many children again and again is not made to look through them each time.
    public func mayHaveChild(named name: String) -> Bool {
        if children.count < 32 { return true }
        questions += 1
        if questions < 4 { return true }
        if questions == 4 { childNames = Set(children.map { $0.shownName.uppercased() }) }
        return childNames.contains(name.uppercased())
    }

    /// `LocalName`: `#text` and the like for nodes without a name.
    public var shownName: String {
        switch kind {
        case .element, .attribute, .processingInstruction, .documentType, .entityReference: localName
        default: name
        }
    }

    public func isAncestor(of node: XmlNode) -> Bool {
        var other = node.parent
        while let current = other {
            if current === self { return true }
            other = current.parent
        }
        return false
    }

    // MARK: Changing

    /// Whether an element without content is written as one tag; turning it on removes the content.
    public func setEmptyTag(_ isEmpty: Bool) {
        if isEmpty { removeAllChildren() }
        isEmptyTag = isEmpty
    }

    func append(_ child: XmlNode) {
        child.parent = self
        child.position = children.count
        children.append(child)
        isEmptyTag = false
    }

    /// Puts a node, or the nodes of a fragment, before the child at a place; takes it from where it was.
    public func insert(_ new: XmlNode, at place: Int) throws(XmlError) {
        if new === self || new.isAncestor(of: self) { throw XmlError("Cannot insert a node or any ancestor of that node as a child of itself.") }
        let arrivals = new.kind == .fragment ? new.children : [new]
        for node in arrivals {
            guard canHold(node.kind) else {
                throw XmlError("The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.")
            }
            if kind == .document, node.kind == .element, let element = documentElement, element !== node {
                throw XmlError("This document already has a 'DocumentElement' node.")
            }
        }
        var place = place
        for node in arrivals {
            if let old = node.parent {
                if old === self, node.position < place { place -= 1 }
                old.remove(node)
            }
            node.parent = self
            children.insert(node, at: place)
            place += 1
        }
        isEmptyTag = false
        renumber(from: max(0, place - arrivals.count))
    }

    private func canHold(_ other: XmlNodeKind) -> Bool {
        switch kind {
        case .document: [.element, .processingInstruction, .comment, .documentType, .whitespace, .significantWhitespace, .declaration].contains(other)
        case .element, .fragment:
            [.element, .text, .cdata, .comment, .processingInstruction, .entityReference, .whitespace, .significantWhitespace].contains(other)
        case .attribute: other == .text || other == .entityReference
        default: false
        }
    }

    private func renumber(from start: Int) { for i in start..<children.count { children[i].position = i } }

    public func remove(_ child: XmlNode) {
        guard child.parent === self, child.position < children.count, children[child.position] === child else { return }
        children.remove(at: child.position)
        child.parent = nil
        renumber(from: child.position)
        child.position = 0
    }

    public func removeAllChildren() {
        for child in children { child.parent = nil }
        children = []
    }

    // MARK: Attributes

    func append(attribute: XmlNode) {
        attribute.parent = self
        attributes.append(attribute)
    }

    /// Its place among the attributes does not matter to XML, but to who reads the text.
    public func setAttribute(_ new: XmlNode, at place: Int? = nil) -> XmlNode? {
        new.parent?.remove(attribute: new)
        let old = attributes.firstIndex { $0.localName == new.localName && $0.namespaceURI == new.namespaceURI }
        new.parent = self
        guard let old else {
            attributes.insert(new, at: min(place ?? attributes.count, attributes.count))
            return nil
        }
        let replaced = attributes[old]
        replaced.parent = nil
        attributes[old] = new
        return replaced
    }

    public func attribute(_ qualifiedName: String) -> XmlNode? { attributes.first { $0.qualifiedName == qualifiedName } }
    public func attribute(_ localName: String, namespace: String) -> XmlNode? { attributes.first { $0.localName == localName && $0.namespaceURI == namespace } }

    public func remove(attribute: XmlNode) {
        guard attribute.parent === self else { return }
        attribute.parent = nil
        attributes.removeAll { $0 === attribute }
    }
    public func removeAllAttributes() {
        for attribute in attributes { attribute.parent = nil }
        attributes = []
    }

    // MARK: Text

    /// The text of the node and all below it.
    public var innerText: String {
        get {
            switch kind {
            case .element, .document, .fragment:
                if children.count == 1, children[0].kind.isCharacterData { return children[0].text }
                var result = ""
                addText(to: &result)
                return result
            default: return text
            }
        }
        set {
            guard kind == .element || kind == .fragment else {
                text = newValue
                return
            }
            if children.count == 1, children[0].kind == .text {
                children[0].text = newValue
            } else {
                removeAllChildren()
                append(XmlNode(.text, text: newValue))
            }
        }
    }

    private func addText(to result: inout String) {
        for child in children {
            if child.kind.isCharacterData { result += child.text } else if child.kind == .element { child.addText(to: &result) }
        }
    }

    /// Joins neighbouring texts.
    public func normalize() {
        var index = 0
        while index < children.count {
            let child = children[index]
            if child.kind == .text {
                while index + 1 < children.count, children[index + 1].kind == .text {
                    child.text += children[index + 1].text
                    remove(children[index + 1])
                }
                if child.text.isEmpty {
                    remove(child)
                    continue
                }
            } else {
                child.normalize()
            }
            index += 1
        }
    }

    // MARK: Copies and names

    public func copy(deep: Bool) -> XmlNode {
        let copy = XmlNode(kind, prefix: prefix, name: localName, namespaceURI: namespaceURI, text: text)
        for attribute in attributes { copy.append(attribute: attribute.copy(deep: true)) }
        if deep || kind == .attribute { for child in children { copy.append(child.copy(deep: true)) } }
        copy.isEmptyTag = isEmptyTag || (!deep && kind == .element)
        return copy
    }

    /// Elements below with a qualified name, `*` for all, in the order of the document.
    public func descendants(_ matches: (XmlNode) -> Bool, into result: inout [XmlNode]) {
        for child in children where child.kind == .element {
            if matches(child) { result.append(child) }
            child.descendants(matches, into: &result)
        }
    }

    /// The namespace that a prefix stands for here; empty if none.
    public func namespace(ofPrefix wanted: String) -> String {
        if wanted == "xml" { return XmlNode.namespaceOfXml }
        if wanted == "xmlns" { return XmlNode.namespaceOfNamespaces }
        var node: XmlNode? = kind == .attribute ? parent : self
        while let current = node {
            for attribute in current.attributes where attribute.namespaceURI == XmlNode.namespaceOfNamespaces {
                let declared = attribute.prefix.isEmpty ? "" : attribute.localName
                if declared == wanted { return attribute.text }
            }
            if current.kind == .element, current.prefix == wanted, !current.namespaceURI.isEmpty { return current.namespaceURI }
            node = current.parent
        }
        return ""
    }

    /// A prefix that stands for a namespace here.
    public func prefix(ofNamespace wanted: String) -> String {
        var node: XmlNode? = kind == .attribute ? parent : self
        while let current = node {
            for attribute in current.attributes where attribute.namespaceURI == XmlNode.namespaceOfNamespaces && attribute.text == wanted {
                return attribute.prefix.isEmpty ? "" : attribute.localName
            }
            if current.kind == .element, current.namespaceURI == wanted { return current.prefix }
            node = current.parent
        }
        return wanted == XmlNode.namespaceOfXml ? "xml" : wanted == XmlNode.namespaceOfNamespaces ? "xmlns" : ""
    }
}

/// A document and what is known about it as a whole. Held by everyone who holds one of its nodes.
public final class XmlTree: @unchecked Sendable {
    public private(set) var document = XmlNode(.document)
    public var preservesWhitespace = false
    /// Grows with each change, so that what queries prepared is used no longer than it is true.
    public private(set) var version = 0
    var mirror: XPathMirror?

    public init() {}
    init(_ document: XmlNode) { self.document = document }

    public func changed() {
        version &+= 1
        mirror = nil
    }

    /// Puts a node at the end of the document, for who builds one from whole parts.
    public func add(_ node: XmlNode) {
        document.append(node)
        changed()
    }

    public var declaration: XmlNode? { document.children.first.flatMap { $0.kind == .declaration ? $0 : nil } }

    /// Replaces all there is by what a text says.
    /// - Parameter isTrusted: false for text from anywhere, whose entities may stand for little.
    /// - Throws: what is wrong with the text; the document is then empty.
    public func load(_ text: String, isTrusted: Bool = true) throws(XmlError) {
        document.removeAllChildren()
        changed()
        try XmlReading(document, preservesWhitespace: preservesWhitespace, entityLimit: isTrusted ? XmlReading.entityLimit : XmlReading.untrustedEntityLimit)
            .read(text)
    }
}
