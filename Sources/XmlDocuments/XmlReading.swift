// From text to tree: libxml2 reads, this builds. Nothing outside the text is ever opened: no external entities, no
// external part of a document type.

import CLibxml2

/// One reading.
final class XmlReading {
    /// How many characters the entities of a document may stand for.
    static let entityLimit = 10_000_000
    /// The same for text from anywhere, as casts take it.
    static let untrustedEntityLimit = 1024

    private let document: XmlNode
    private let preservesWhitespace: Bool
    private let entityLimit: Int
    private var parser: UnsafeMutableRawPointer?
    private let library: XmlLibrary
    private var source: [UInt8] = []
    private var open: [XmlNode] = []
    /// What the prefixes stand for, for each open element that declares any.
    private var spaces: [(depth: Int, names: [String: String])] = []
    /// Elements that keep white space by `xml:space`.
    private var preserving: [Bool] = []
    private var pending = ""
    private var entityLengths: [String: Int] = [:]
    private var fromEntities = 0
    private var hasExceeded = false
    private var hasFailed = false

    init(_ document: XmlNode, preservesWhitespace: Bool, entityLimit: Int) throws(XmlError) {
        self.document = document
        self.preservesWhitespace = preservesWhitespace
        self.entityLimit = entityLimit
        library = try XmlLibrary.required()
    }

    /// - Throws: what is wrong with the text.
    func read(_ text: String) throws(XmlError) {
        source = Array(text.utf8)
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { source.removeFirst(3) }
        open = [document]
        preserving = [preservesWhitespace]
        if source.isEmpty { throw XmlError("Root element is missing.") }
        if let declaration = XmlSource.declaration(source) { document.append(declaration) }
        parse()
        if let version = document.children.first?.declared("version"), version != "1.0" { hasFailed = true }
        if hasFailed || hasExceeded || document.documentElement == nil {
            document.removeAllChildren()
            if hasExceeded { throw XmlError("The input document has exceeded a limit set by MaxCharactersFromEntities.") }
            var search = XmlFaultSearch(source)
            throw search.fault()
        }
        // The library leaves to its caller what names stand for.
        if let unknown = unknownPrefix {
            document.removeAllChildren()
            throw unknown
        }
    }

    private var unknownPrefix: XmlError?

    private func parse() {
        var handler = chat_sax()
        // The older form of the handler, which is given names as they are written.
        handler.initialized = 1
        handler.startDocument = { user in reading(user) { $0.library.startDocument($0.parser) } }
        handler.internalSubset = { user, name, publicId, systemId in
            reading(user) { $0.documentType(string(name), publicId.map { string($0) }, systemId.map { string($0) }, name, publicId, systemId) }
        }
        handler.entityDecl = { user, name, kind, publicId, systemId, content in
            reading(user) {
                $0.entityLengths[string(name)] = string(content).utf8.count
                // 2 is an external entity: known by name, but never opened, so it stands for nothing.
                if kind != 2 { return $0.library.entityDeclaration($0.parser, name, kind, publicId, systemId, content) }
                var nothing: CChar = 0
                $0.library.entityDeclaration($0.parser, name, 1, nil, nil, &nothing)
            }
        }
        handler.getEntity = { user, name in
            guard let user else { return nil }
            let own = Unmanaged<XmlReading>.fromOpaque(user).takeUnretainedValue()
            own.fromEntities += own.entityLengths[string(name)] ?? 0
            if own.fromEntities > own.entityLimit {
                own.hasExceeded = true
                own.library.stopParser(own.parser)
                return nil
            }
            return own.library.entity(own.parser, name)
        }
        handler.startElement = { user, name, attributes in reading(user) { $0.start(string(name), attributes) } }
        handler.endElement = { user, _ in reading(user) { $0.end() } }
        handler.characters = { user, bytes, count in reading(user) { $0.characters(bytes, count) } }
        handler.ignorableWhitespace = { user, bytes, count in reading(user) { $0.characters(bytes, count) } }
        handler.cdataBlock = { user, bytes, count in
            reading(user) { $0.add(XmlNode(.cdata, text: string(bytes, count))) }
        }
        handler.comment = { user, text in reading(user) { $0.add(XmlNode(.comment, text: string(text))) } }
        handler.processingInstruction = { user, target, data in
            reading(user) { $0.add(XmlNode(.processingInstruction, name: string(target), text: data.map { string($0) } ?? "")) }
        }
        let onError: chat_error_handler = { user, error in
            guard let error, error.pointee.level > 1 else { return }
            reading(user) {
                $0.hasFailed = true
                // 89: entities that stand for each other without end, or for far more than was written.
                if error.pointee.code == 89 { $0.hasExceeded = true }
            }
        }
        let user = Unmanaged.passUnretained(self).toOpaque()
        library.setErrorHandler(user, onError)
        defer { library.setErrorHandler(nil, nil) }
        parser = library.createParser(&handler, user, nil, 0, nil)
        guard let parser else {
            hasFailed = true
            return
        }
        // Entities are replaced; the network, and the encoding that the declaration names, are not used: the text is decoded already.
        _ = library.useOptions(parser, 1 << 1 | 1 << 11 | 1 << 21)
        source.withUnsafeBufferPointer { bytes in
            bytes.baseAddress?.withMemoryRebound(to: CChar.self, capacity: bytes.count) { chunk in
                var done = 0
                // The library counts a chunk in 32 bits.
                while done < bytes.count {
                    let count = min(bytes.count - done, 1 << 28)
                    if library.parseChunk(parser, chunk + done, Int32(count), done + count == bytes.count ? 1 : 0) != 0 { hasFailed = true }
                    done += count
                }
            }
        }
        library.freeParser(parser)
        self.parser = nil
    }

    // MARK: What is read

    private func documentType(
        _ name: String, _ publicId: String?, _ systemId: String?, _ rawName: UnsafePointer<CChar>?, _ rawPublic: UnsafePointer<CChar>?,
        _ rawSystem: UnsafePointer<CChar>?
    ) {
        library.internalSubset(parser, rawName, rawPublic, rawSystem)
        let node = XmlNode(.documentType, name: name, text: XmlSource.documentType(source, name, publicId, systemId))
        document.append(node)
    }

    private func flush() {
        if pending.isEmpty { return }
        let text = pending
        pending = ""
        guard let parent = open.last, parent.kind == .element else { return }
        let isBlank = text.utf8.allSatisfy { $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }
        if isBlank {
            if preserving.last ?? false { parent.append(XmlNode(preservesWhitespace ? .whitespace : .significantWhitespace, text: text)) }
        } else {
            parent.append(XmlNode(.text, text: text))
        }
    }

    private func characters(_ bytes: UnsafePointer<CChar>?, _ count: Int32) { pending += string(bytes, count) }

    private func add(_ node: XmlNode) {
        flush()
        open.last?.append(node)
    }

    private func start(_ name: String, _ raw: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        flush()
        var written: [(prefix: String, name: String, text: String)] = []
        var declared: [String: String] = [:]
        var keeps = preserving.last ?? false
        var place = 0
        while let raw, let key = raw[place] {
            let (prefix, local) = XmlSource.split(string(key)), text = raw[place + 1].map { string($0) } ?? ""
            if prefix == "xmlns" { declared[local] = text } else if prefix.isEmpty, local == "xmlns" { declared[""] = text }
            if prefix == "xml", local == "space" { keeps = text == "preserve" || text != "default" && keeps }
            written.append((prefix, local, text))
            place += 2
        }
        if !declared.isEmpty { spaces.append((open.count, declared)) }
        let (prefix, local) = XmlSource.split(name)
        let node = XmlNode(.element, prefix: prefix, name: local, namespaceURI: space(prefix, isAttribute: false))
        for attribute in written {
            let space = attribute.prefix.isEmpty && attribute.name == "xmlns" ? XmlNode.namespaceOfNamespaces : space(attribute.prefix, isAttribute: true)
            node.append(attribute: XmlNode(.attribute, prefix: attribute.prefix, name: attribute.name, namespaceURI: space, text: attribute.text))
        }
        open.last?.append(node)
        let offset = library.byteConsumed(parser)
        node.isEmptyTag = offset >= 0 && offset < source.count && source[offset] == UInt8(ascii: "/")
        open.append(node)
        preserving.append(keeps)
    }

    private func end() {
        flush()
        if open.count > 1 {
            open.removeLast()
            preserving.removeLast()
        }
        if let last = spaces.last, last.depth >= open.count { spaces.removeLast() }
    }

    private func space(_ prefix: String, isAttribute: Bool) -> String {
        if prefix.isEmpty, isAttribute { return "" }
        if prefix == "xmlns" { return XmlNode.namespaceOfNamespaces }
        if prefix == "xml" { return XmlNode.namespaceOfXml }
        for (_, names) in spaces.reversed() {
            if let found = names[prefix] { return found }
        }
        if !prefix.isEmpty, unknownPrefix == nil {
            var search = XmlFaultSearch(source)
            unknownPrefix = search.undeclared(prefix, near: max(0, library.byteConsumed(parser)))
        }
        return ""
    }
}

private func reading(_ user: UnsafeMutableRawPointer?, _ body: (XmlReading) -> Void) {
    if let user { body(Unmanaged<XmlReading>.fromOpaque(user).takeUnretainedValue()) }
}

private func string(_ bytes: UnsafePointer<CChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }
private func string(_ bytes: UnsafePointer<CChar>?, _ count: Int32) -> String {
    guard let bytes, count > 0 else { return "" }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { String(decoding: UnsafeBufferPointer(start: $0, count: Int(count)), as: UTF8.self) }
}

extension XmlReading {
    /// Nodes of a piece of text that stands at a place of a document: what `InnerXml` is set to.
    /// - Throws: what is wrong with the text.
    static func fragment(_ text: String, at place: XmlNode, preservesWhitespace: Bool) throws(XmlError) -> [XmlNode] {
        // Wrapped in an element that declares what prefixes stand for at the place.
        var declarations: [String: String] = [:]
        var node: XmlNode? = place
        while let current = node {
            for attribute in current.attributes where attribute.namespaceURI == XmlNode.namespaceOfNamespaces {
                let name = attribute.prefix.isEmpty ? "xmlns" : "xmlns:" + attribute.localName
                if declarations[name] == nil { declarations[name] = attribute.text }
            }
            if current.kind == .element, !current.namespaceURI.isEmpty {
                let name = current.prefix.isEmpty ? "xmlns" : "xmlns:" + current.prefix
                if declarations[name] == nil { declarations[name] = current.namespaceURI }
            }
            node = current.parent
        }
        let head = declarations.map { " \($0)=\"\(XmlOutput.escaped($1, inAttribute: true))\"" }.joined()
        let wrapper = XmlNode(.document)
        try XmlReading(wrapper, preservesWhitespace: preservesWhitespace, entityLimit: entityLimit).read("<fragment\(head)>\(text)</fragment>")
        guard let root = wrapper.documentElement else { return [] }
        let nodes = root.children
        root.removeAllChildren()
        return nodes
    }
}

extension XmlNode {
    /// - Throws: what is wrong with the text; the node is then unchanged.
    public func setInnerXml(_ text: String, preservesWhitespace: Bool) throws(XmlError) {
        if kind == .document {
            let fresh = XmlNode(.document)
            try XmlReading(fresh, preservesWhitespace: preservesWhitespace, entityLimit: XmlReading.entityLimit).read(text)
            removeAllChildren()
            for child in fresh.children { try insert(child, at: children.count) }
            return
        }
        guard kind == .element || kind == .fragment else {
            self.text = text
            return
        }
        let nodes = try XmlReading.fragment(text, at: self, preservesWhitespace: preservesWhitespace)
        removeAllChildren()
        isEmptyTag = false
        for node in nodes { append(node) }
    }
}
