// XPath through libxml2: the tree is mirrored into the library's own once a query is made, and again after a change.

import CLibxml2

/// The library's copy of a tree or of a part of it.
final class XPathMirror {
    private let library: XmlLibrary
    let document: UnsafeMutableRawPointer
    private var nodes: [XmlNode] = []
    /// The copy of each node, by the node's identity.
    private var copies: [ObjectIdentifier: UnsafeMutableRawPointer] = [:]
    private var spaces: [String: UnsafeMutableRawPointer] = [:]
    let root: XmlNode

    init(_ root: XmlNode) throws(XmlError) {
        library = try XmlLibrary.required()
        guard let made = library.newDocument(nil) else { throw XmlError("Insufficient memory to query the document.") }
        document = made
        self.root = root
        if root.kind == .document || root.kind == .fragment {
            register(root, document)
            for child in root.children { add(child, to: document) }
        } else {
            add(root, to: document)
        }
    }
    deinit { library.freeDocument(document) }

    private func register(_ node: XmlNode, _ copy: UnsafeMutableRawPointer) {
        nodes.append(node)
        copies[ObjectIdentifier(node)] = copy
        // 1 is the first: a node of the library's own making has nothing there.
        chat_set_own(copy, UnsafeMutableRawPointer(bitPattern: nodes.count))
    }

    func copy(of node: XmlNode) -> UnsafeMutableRawPointer? { copies[ObjectIdentifier(node)] }
    func node(of copy: UnsafeMutableRawPointer) -> XmlNode? {
        let number = Int(bitPattern: chat_own(copy))
        return number > 0 && number <= nodes.count ? nodes[number - 1] : nil
    }

    private func space(_ prefix: String, _ uri: String, _ owner: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        if uri.isEmpty { return nil }
        let key = prefix + "\u{0}" + uri
        if let known = spaces[key] { return known }
        let made = library.newSpace(owner, uri, prefix.isEmpty ? nil : prefix)
        // One that stays declared as long as the document is there can serve everywhere: names are compared by it alone.
        if let made { spaces[key] = made }
        return made
    }

    private func add(_ node: XmlNode, to parent: UnsafeMutableRawPointer) {
        switch node.kind {
        case .element:
            guard let copy = library.newNode(document, nil, node.localName, nil) else { return }
            register(node, copy)
            if let space = space(node.prefix, node.namespaceURI, copy) { library.setSpace(copy, space) }
            _ = library.addChild(parent, copy)
            for attribute in node.attributes where attribute.namespaceURI != XmlNode.namespaceOfNamespaces {
                let own = library.newAttribute(copy, space(attribute.prefix, attribute.namespaceURI, copy), attribute.localName, attribute.text)
                if let own { register(attribute, own) }
            }
            for child in node.children { add(child, to: copy) }
        case .text, .whitespace, .significantWhitespace, .cdata:
            // Neighbouring texts would be joined by the library, and one of them freed.
            if let previous = node.previous, previous.kind.isCharacterData { return }
            var text = node.text, following = node.next
            while let next = following, next.kind.isCharacterData {
                text += next.text
                following = next.next
            }
            guard let copy = library.newText(document, text) else { return }
            register(node, copy)
            _ = library.addChild(parent, copy)
        case .comment:
            guard let copy = library.newComment(document, node.text) else { return }
            register(node, copy)
            _ = library.addChild(parent, copy)
        case .processingInstruction:
            guard let copy = library.newInstruction(document, node.localName, node.text) else { return }
            register(node, copy)
            _ = library.addChild(parent, copy)
        default: break
        }
    }
}

/// What a query may name.
public enum XPathFailure: Error {
    /// The expression cannot be read.
    case syntax(String)
    /// It uses a prefix that no manager declares.
    case prefix(String, hasManager: Bool)
    /// Its value is no set of nodes.
    case notNodes
    case unavailable(String)

    public var message: String {
        switch self {
        case .syntax(let expression): "'\(expression)' has an invalid token."
        case .prefix(let name, let hasManager):
            hasManager
                ? "Namespace prefix '\(name)' is not defined."
                : "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."
        case .notNodes: "Expression must evaluate to a node-set."
        case .unavailable(let message): message
        }
    }
}

extension XmlTree {
    /// The nodes an expression selects from a node, in the order of the document.
    /// - Parameter spaces: prefixes and what they stand for; nil where no manager was given.
    public func select(_ expression: String, from node: XmlNode, spaces: [(prefix: String, uri: String)]?) throws(XPathFailure) -> [XmlNode] {
        guard let library = XmlLibrary.shared else { throw .unavailable("libxml2.so.2 must be installed to query XML, but was not found.") }
        let mirror: XPathMirror
        do { mirror = try self.mirror(for: node, expression) } catch { throw .unavailable(error.message) }
        guard let context = library.newContext(mirror.document) else { throw .unavailable("Insufficient memory to query the document.") }
        defer { library.freeContext(context) }
        for (prefix, uri) in spaces ?? [] where !prefix.isEmpty && prefix != "xmlns" { _ = library.registerSpace(context, prefix, uri) }
        if let copy = mirror.copy(of: node) { _ = library.setNode(copy, context) }
        let failure = Failure()
        library.setErrorHandler(Unmanaged.passUnretained(failure).toOpaque()) { user, error in
            guard let user, let error else { return }
            let own = Unmanaged<Failure>.fromOpaque(user).takeUnretainedValue()
            if own.code == 0 { own.code = error.pointee.code }
        }
        defer { library.setErrorHandler(nil, nil) }
        // Texts go to the library as C strings.
        guard let compiled = expression.withCString({ library.compile(UnsafeMutableRawPointer(mutating: $0)) }) else { throw .syntax(expression) }
        defer { library.freeCompiled(compiled) }
        guard let result = library.evaluate(compiled, context) else {
            // 1219: undefined prefix; 1209 and 1205: a function or variable that is not there.
            if failure.code == 1219 { throw .prefix(XPathNames.firstUnknownPrefix(expression, spaces ?? []), hasManager: spaces != nil) }
            if spaces == nil, failure.code == 1205 || failure.code == 1209 { throw .prefix("", hasManager: false) }
            throw .syntax(expression)
        }
        defer { library.freeObject(result) }
        guard result.pointee.kind == 1 else { throw .notNodes }
        guard let set = result.pointee.nodes else { return [] }
        var found: [XmlNode] = []
        found.reserveCapacity(Int(set.pointee.count))
        for i in 0..<Int(set.pointee.count) {
            guard let copy = set.pointee.nodes[i] else { continue }
            if let own = mirror.node(of: copy) { found.append(own) }
        }
        return found
    }

    private final class Failure { var code: Int32 = 0 }

    /// A query that stays below its node needs a copy of that part alone, unless the whole is there already.
    private func mirror(for node: XmlNode, _ expression: String) throws(XmlError) -> XPathMirror {
        if let mirror, mirror.copy(of: node) != nil { return mirror }
        let root = node.root
        if node !== root, version > 0, XPathNames.staysBelow(expression), node.kind == .element { return try XPathMirror(node) }
        let made = try XPathMirror(root)
        mirror = made
        return made
    }
}

/// What can be told from an expression without evaluating it.
enum XPathNames {
    /// True if the expression surely looks at no more than the node and what is below it.
    static func staysBelow(_ expression: String) -> Bool {
        let bytes = Array(expression.utf8)
        for i in bytes.indices {
            let previous = i > 0 ? bytes[i - 1] : 32
            switch bytes[i] {
            case UInt8(ascii: "/") where !isStepEnd(previous): return false
            case UInt8(ascii: ".") where previous == bytes[i]: return false
            // An axis, or the functions that ask for the whole document.
            case UInt8(ascii: ":") where previous == bytes[i]: return false
            case UInt8(ascii: "(") where previous == UInt8(ascii: "d") || previous == UInt8(ascii: "g"): return false
            default: break
            }
        }
        return true
    }
    private static func isStepEnd(_ byte: UInt8) -> Bool {
        byte >= 128 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || [UInt8(ascii: "_"), 42, 46, 93, 47, 45].contains(byte)
    }

    static func firstUnknownPrefix(_ expression: String, _ spaces: [(prefix: String, uri: String)]) -> String {
        let scalars = Array(expression.unicodeScalars)
        var i = 0
        while i < scalars.count {
            guard XmlSource.isNameStart(scalars[i]), scalars[i] != ":" else {
                i += 1
                continue
            }
            var end = i
            while end < scalars.count, XmlSource.isNamePart(scalars[end]), scalars[end] != ":" { end += 1 }
            var name = ""
            name.unicodeScalars.append(contentsOf: scalars[i..<end])
            let isPrefix = end + 1 < scalars.count && scalars[end] == ":" && scalars[end + 1] != ":"
            if isPrefix, !spaces.contains(where: { $0.prefix == name }) { return name }
            i = end + 1
        }
        return ""
    }
}
