// Trees and single pieces as text.

/// How text is laid out.
public struct XmlLayout: Sendable {
    public var isIndented = false
    public var indent = "  "
    public var newLine = "\n"
    /// As `XmlTextWriter` lays out: an element without content that is not written as one tag is closed on a line of its own.
    public var breaksEmptyElements = true
    /// New lines inside text are written as the layout's own.
    public var replacesNewLines = false
    public init(isIndented: Bool = false) { self.isIndented = isIndented }
    public static let compact = XmlLayout()
}

/// Takes pieces in order and makes them text.
public struct XmlOutput {
    public private(set) var text = ""
    private let layout: XmlLayout
    private struct Open {
        let name: String
        var hasText = false
        var hasContent = false
        /// What the prefixes stand for that are declared here.
        var spaces: [String: String] = [:]
    }
    private var open: [Open] = []
    private var isTagOpen = false
    private var hasBegun = false

    public init(_ layout: XmlLayout = .compact) { self.layout = layout }

    public var depth: Int { open.count }
    /// True while attributes can be written.
    public var isInTag: Bool { isTagOpen }
    public var isEmpty: Bool { !hasBegun }
    public mutating func take() -> String {
        defer { text = "" }
        return text
    }

    /// Text with what has a meaning of its own replaced.
    public static func escaped(_ text: String, inAttribute: Bool) -> String { escaped(text, inAttribute: inAttribute, tabs: false) }
    private static func escaped(_ text: String, inAttribute: Bool, tabs: Bool) -> String {
        guard
            text.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || inAttribute && ($0 == 34 || $0 < 32) || $0 < 32 && $0 != 10 && $0 != 9 && $0 != 13 }
            )
        else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where inAttribute: result += "&quot;"
            case "\n" where inAttribute: result += "&#xA;"
            case "\r" where inAttribute: result += "&#xD;"
            case "\t" where inAttribute && tabs: result += "&#x9;"
            default:
                if scalar.value < 32, scalar != "\n", scalar != "\t", scalar != "\r" {
                    result += "&#x\(String(scalar.value, radix: 16, uppercase: true));"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    // MARK: Pieces

    private mutating func closeTag() {
        if isTagOpen {
            text += ">"
            isTagOpen = false
        }
    }

    private mutating func breakLine(closing: Bool = false) {
        guard layout.isIndented else { return }
        if open.last?.hasText ?? false { return }
        text += layout.newLine
        for _ in 0..<max(0, closing ? open.count - 1 : open.count) { text += layout.indent }
    }

    /// What comes before a piece that stands on a line of its own.
    private mutating func begin() {
        closeTag()
        if hasBegun { breakLine() }
        hasBegun = true
        if !open.isEmpty { open[open.count - 1].hasContent = true }
    }

    public mutating func startDocument(_ attributes: String) {
        text += "<?xml \(attributes)?>"
        hasBegun = true
    }

    public mutating func startElement(_ name: String) {
        begin()
        text += "<" + name
        isTagOpen = true
        open.append(Open(name: name))
    }

    public mutating func attribute(_ name: String, _ value: String) {
        text += " \(name)=\"\(XmlOutput.escaped(value, inAttribute: true, tabs: layout.replacesNewLines))\""
        let (prefix, local) = XmlSource.split(name)
        if open.isEmpty { return }
        if prefix == "xmlns" { open[open.count - 1].spaces[local] = value } else if prefix.isEmpty, local == "xmlns" { open[open.count - 1].spaces[""] = value }
    }

    public mutating func endElement(full: Bool = false) {
        guard let last = open.last else { return }
        if isTagOpen, !full {
            text += " />"
            isTagOpen = false
        } else {
            closeTag()
            if last.hasContent || layout.breaksEmptyElements { breakLine(closing: true) }
            text += "</\(last.name)>"
        }
        open.removeLast()
    }

    public mutating func characters(_ value: String) {
        closeTag()
        markText()
        let escaped = XmlOutput.escaped(value, inAttribute: false)
        text += layout.replacesNewLines ? withNewLines(escaped) : escaped
    }
    private func withNewLines(_ value: String) -> String {
        if !value.utf8.contains(where: { $0 == 10 || $0 == 13 }) { return value }
        var result = "", wasReturn = false
        for scalar in value.unicodeScalars {
            if scalar == "\n", wasReturn {
                wasReturn = false
                continue
            }
            wasReturn = scalar == "\r"
            if scalar == "\n" || scalar == "\r" { result += layout.newLine } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
    private mutating func markText() {
        hasBegun = true
        if open.isEmpty { return }
        open[open.count - 1].hasText = true
        open[open.count - 1].hasContent = true
    }
    public mutating func raw(_ value: String) {
        closeTag()
        markText()
        text += value
    }
    public mutating func cdata(_ value: String) { raw("<![CDATA[\(value)]]>") }
    public mutating func comment(_ value: String) {
        begin()
        text += "<!--\(value)-->"
    }
    public mutating func instruction(_ target: String, _ data: String) {
        begin()
        text += data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data)?>"
    }
    public mutating func documentType(_ written: String) {
        begin()
        text += written
    }

    /// The namespace a prefix stands for in what is written so far.
    public func namespace(ofPrefix prefix: String) -> String? {
        if prefix == "xml" { return XmlNode.namespaceOfXml }
        for element in open.reversed() { if let found = element.spaces[prefix] { return found } }
        return prefix.isEmpty ? "" : nil
    }
    public func prefix(ofNamespace uri: String) -> String? {
        for element in open.reversed() { if let found = element.spaces.first(where: { $0.value == uri }) { return found.key } }
        return nil
    }

    // MARK: Trees

    public mutating func write(_ node: XmlNode) {
        switch node.kind {
        case .element: element(node)
        case .attribute: text += "\(node.qualifiedName)=\"\(XmlOutput.escaped(node.text, inAttribute: true))\""
        case .text, .whitespace, .significantWhitespace: characters(node.text)
        case .cdata: cdata(node.text)
        case .comment: comment(node.text)
        case .processingInstruction: instruction(node.localName, node.text)
        case .declaration: instruction("xml", node.text)
        case .documentType: documentType(node.text)
        case .entityReference: raw("&\(node.localName);")
        case .document, .fragment: writeChildren(node)
        }
    }

    public mutating func writeChildren(_ node: XmlNode) { for child in node.children { write(child) } }

    private mutating func element(_ node: XmlNode) {
        startElement(node.qualifiedName)
        for attribute in node.attributes { self.attribute(attribute.qualifiedName, attribute.text) }
        // A prefix that is used but not declared where it is written is declared here.
        if namespace(ofPrefix: node.prefix) ?? "" != node.namespaceURI {
            attribute(node.prefix.isEmpty ? "xmlns" : "xmlns:" + node.prefix, node.namespaceURI)
        }
        for attribute in node.attributes
        where !attribute.prefix.isEmpty && attribute.prefix != "xmlns" && namespace(ofPrefix: attribute.prefix) ?? "" != attribute.namespaceURI {
            self.attribute("xmlns:" + attribute.prefix, attribute.namespaceURI)
        }
        writeChildren(node)
        endElement(full: !node.isEmptyTag)
    }
}

extension XmlNode {
    public var outerXml: String {
        var output = XmlOutput()
        output.write(self)
        return output.text
    }
    public var innerXml: String {
        if kind == .attribute { return XmlOutput.escaped(text, inAttribute: true) }
        var output = XmlOutput()
        output.writeChildren(self)
        return output.text
    }
}
