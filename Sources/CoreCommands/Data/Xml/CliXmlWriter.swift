// Objects as CLIXML.

import Runtime
import TypeSystem
import XmlDocuments

struct CliXmlWriter {
    private let session: Session
    private let scope: Scope
    /// Objects to this level are written with their properties, deeper ones as text.
    private let depth: Int
    private var output: XmlOutput
    private var references: [ObjectIdentifier: Int] = [:]
    /// Keeps what is referred to alive, so that no other object takes its place.
    private var kept: [Object] = []
    private var typeNames: [String: Int] = [:]
    private var count = 0
    /// What the next element says of its stream.
    private var stream: String?

    init(depth: Int, _ run: Invocation) { self.init(depth: depth, run.session, run.scope) }

    init(depth: Int, _ session: Session, _ scope: Scope, isIndented: Bool = true) {
        self.session = session
        self.scope = scope
        self.depth = depth
        var layout = XmlLayout(isIndented: isIndented)
        layout.breaksEmptyElements = false
        output = XmlOutput(layout)
        output.startElement("Objs")
        output.attribute("Version", CliXmlText.version)
        output.attribute("xmlns", CliXmlText.namespace)
    }

    /// The text that is ready.
    mutating func take() -> String { output.take() }
    mutating func finish() -> String {
        output.endElement(full: !output.isInTag)
        return output.take()
    }

    mutating func add(_ value: Value) throws { try write(value, nil, 0) }
    /// A value of a stream, which its element names.
    mutating func add(_ value: Value, stream: String) throws {
        self.stream = stream
        try write(value, nil, 0)
    }

    private mutating func start(_ tag: String, _ name: String?) {
        output.startElement(tag)
        if let stream {
            output.attribute("S", stream)
            self.stream = nil
        }
        if let name { output.attribute("N", CliXmlText.encoded(name)) }
    }
    private mutating func text(_ tag: String, _ name: String?, _ text: String) {
        start(tag, name)
        output.characters(text)
        output.endElement(full: true)
    }

    private mutating func write(_ value: Value, _ name: String?, _ level: Int) throws {
        if value.isNull {
            start("Nil", name)
            return output.endElement()
        }
        let base = value.unwrapped
        let added = try members(value, base, added: true)
        if let (tag, content) = try CliXmlText.plain(base, session) {
            if added.isEmpty || level > depth { return text(tag, name, content) }
            startObject(name)
            text(tag, nil, content)
            try writeMembers("MS", added, level)
            return output.endElement(full: true)
        }
        if let object = base.object, let known = references[ObjectIdentifier(object)] {
            start("Ref", name)
            output.attribute("RefId", String(known))
            return output.endElement()
        }
        let rules = rules(of: value)
        let limit = rules.depth.map { level > 0 ? max(depth, level - 1 + $0) : $0 } ?? depth
        if rules.isText { return text("S", name, CliXmlText.encoded(try shortText(value, rules))) }
        if level > limit { return text("S", name, CliXmlText.encoded(try shortText(value, rules))) }
        startObject(name)
        if let object = base.object {
            references[ObjectIdentifier(object)] = count - 1
            kept.append(object)
        }
        writeTypeNames(session.typeNames(of: value))
        try writeContent(value, base, level)
        try writeMembers("MS", added, level)
        output.endElement(full: true)
    }

    /// What an object is called where it is too deep: custom objects have no text of their own.
    private func shortText(_ value: Value, _ rules: Rules) throws -> String {
        if let source = rules.textSource { return try session.property(of: value, source, scope).toText(session) }
        return value.asRecord != nil ? "" : try value.objectText(session)
    }

    /// How `Update-TypeData` wants objects of a type written.
    private struct Rules {
        var depth: Int?
        var isText = false
        var properties: [String]?
        var textSource: String?
    }
    private func rules(of value: Value) -> Rules {
        var rules = Rules()
        if session.types.typeData.isEmpty { return rules }
        var takesMore = true
        for name in session.typeNames(of: value) {
            guard let settings = session.types.typeData[name.lowercased()]?.serialization, !settings.isEmpty else { continue }
            if rules.depth == nil { rules.depth = settings["SerializationDepth"]?.asInt64.map { Int($0) } }
            if rules.textSource == nil { rules.textSource = settings["StringSerializationSource"]?.asString }
            let method = settings["SerializationMethod"]?.asString?.lowercased()
            if method == "string" { rules.isText = true }
            if takesMore, method == "specificproperties" || rules.properties != nil, let names = settings["PropertySerializationSet"]?.asArray {
                rules.properties = (rules.properties ?? []) + names.elements.compactMap(\.asString)
                if case .bool(true)? = settings["InheritPropertySerializationSet"]?.unwrapped {} else { takesMore = false }
            }
        }
        return rules
    }

    private mutating func startObject(_ name: String?) {
        start("Obj", name)
        output.attribute("RefId", String(count))
        count += 1
    }

    private mutating func writeTypeNames(_ names: [String]) {
        let key = names.joined(separator: "\n")
        if let known = typeNames[key] {
            output.startElement("TNRef")
            output.attribute("RefId", String(known))
            return output.endElement()
        }
        output.startElement("TN")
        output.attribute("RefId", String(typeNames.count))
        typeNames[key] = typeNames.count
        for name in names { text("T", nil, CliXmlText.encoded(name)) }
        output.endElement(full: true)
    }

    private mutating func writeContent(_ value: Value, _ base: Value, _ level: Int) throws {
        if base.asRecord != nil { return }
        if let enumeration = base.asEnumeration {
            text("ToString", nil, CliXmlText.encoded(try base.toText(session)))
            return text("I32", nil, String(enumeration.rawValue))
        }
        if let table = base.asTable {
            output.startElement("DCT")
            for (key, value) in table.table.pairs {
                output.startElement("En")
                try write(key, "Key", level + 1)
                try write(value, "Value", level + 1)
                output.endElement(full: true)
            }
            return output.endElement(full: !output.isInTag)
        }
        if let elements = try session.elements(of: base), !(base.object is XmlNodeObject) {
            let tag: String
            switch base.type.name.prefix(while: { $0 != "`" }) {
            case "Stack": tag = "STK"
            case "Queue": tag = "QUE"
            default: tag = base.asArray != nil || base.asList != nil ? "LST" : "IE"
            }
            output.startElement(tag)
            for element in elements { try write(element, nil, level + 1) }
            return output.endElement(full: !output.isInTag)
        }
        text("ToString", nil, CliXmlText.encoded(try value.toText(session)))
        try writeMembers("Props", try members(value, base, added: false), level)
    }

    /// Properties of the type, or those added to the object or its type.
    private func members(_ value: Value, _ base: Value, added: Bool) throws -> [(String, Value)] {
        if base.asRecord == nil, added, value.rawObject?.extensions == nil, session.types.typeData.isEmpty, base.object?.kind != .box { return [] }
        if base.asTable != nil || base.asArray != nil || base.asList != nil, !added { return [] }
        var result: [(String, Value)] = []
        let wanted = rules(of: value).properties
        for name in try session.propertyNames(of: value)
        where (wanted.map { $0.contains { $0.equalsIgnoringCase(name) } } ?? true) && (session.memberType(of: value, name) != "Property") == added {
            // A property that cannot be read is left out.
            do { result.append((name, try session.property(of: value, name, scope))) } catch let failure as ShellError where !failure.isExhaustion { continue }
        }
        return result
    }

    private mutating func writeMembers(_ tag: String, _ members: [(String, Value)], _ level: Int) throws {
        if members.isEmpty { return }
        output.startElement(tag)
        for (name, value) in members { try write(value, name, level + 1) }
        output.endElement(full: true)
    }
}
