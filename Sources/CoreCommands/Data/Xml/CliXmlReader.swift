// Objects from CLIXML.

import Runtime
import TypeSystem
import XmlDocuments

final class CliXmlReader {
    private let session: Session
    private var objects: [String: Value] = [:]
    private var typeNames: [String: [String]] = [:]

    init(_ session: Session) { self.session = session }

    /// The objects of a text, in order.
    /// - Throws: `CliXmlFault` for what is not CLIXML of a version that is known.
    func objects(of text: String) throws -> [Value] { try entries(of: text).map(\.value) }

    /// The objects with the stream that each names.
    func entries(of text: String) throws -> [(stream: String?, value: Value)] {
        let tree = XmlTree()
        do { try tree.load(text) } catch { throw CliXmlFault(error.message) }
        guard let root = tree.document.documentElement, root.localName == "Objs" else {
            throw CliXmlFault("The root element must be Objs, but is \(tree.document.documentElement?.localName ?? "missing").")
        }
        let version = root.attribute("Version")?.text ?? ""
        guard version.split(separator: ".").prefix(2).elementsEqual(["1", "1"]) else {
            throw CliXmlFault("CLIXML must be of version 1.1, but is of version '\(version)'.")
        }
        return try elements(root).map { ($0.attribute("S")?.text, try value($0)) }
    }

    private func elements(_ node: XmlNode) -> [XmlNode] { node.children.filter { $0.kind == .element } }

    private func value(_ node: XmlNode) throws -> Value {
        switch node.localName {
        case "Obj": return try object(node)
        case "Ref":
            let id = node.attribute("RefId")?.text ?? ""
            guard let known = objects[id] else { throw CliXmlFault("The reference '\(id)' must name an object that stands before it.") }
            return known
        default:
            guard let plain = try CliXmlText.value(node.localName, node.innerText, session) else {
                throw CliXmlFault("'\(node.localName)' is not an element of CLIXML.")
            }
            return plain
        }
    }

    private func object(_ node: XmlNode) throws -> Value {
        let id = node.attribute("RefId")?.text ?? ""
        var names: [String] = []
        var base: Value?
        var properties: [(String, Value)] = []
        var shown: String?
        // What stands inside may refer back to the object.
        let record = session.record([])
        objects[id] = record
        for child in elements(node) {
            switch child.localName {
            case "TN":
                names = elements(child).map { XmlText.decoded($0.innerText) }
                typeNames[child.attribute("RefId")?.text ?? ""] = names
            case "TNRef": names = typeNames[child.attribute("RefId")?.text ?? ""] ?? []
            case "ToString": shown = XmlText.decoded(child.innerText)
            case "Props", "MS": for member in elements(child) { properties.append((XmlText.decoded(member.attribute("N")?.text ?? ""), try value(member))) }
            case "LST", "IE", "STK", "QUE": base = .object(try list(child, names, id))
            case "DCT": base = .object(try table(child, names, id))
            default: base = try value(child)
            }
        }
        if base == nil, let original = names.first, let known = rehydrated(original, shown, properties) {
            objects[id] = known
            return known
        }
        let result = finished(base, record, names, properties, shown)
        objects[id] = result
        return result
    }

    /// Types that come back as themselves.
    private func rehydrated(_ name: String, _ shown: String?, _ properties: [(String, Value)]) -> Value? {
        let name = name.hasPrefix("Deserialized.") ? String(name.dropFirst("Deserialized.".count)) : name
        func property(_ name: String) -> Value? { properties.first { $0.0.equalsIgnoringCase(name) }?.1 }
        switch name {
        case "System.Management.Automation.PSCredential":
            guard let user = property("UserName")?.asString, let secret = property("Password")?.object as? SecretObject else { return nil }
            return .object(CredentialObject(user, secret))
        case "System.Net.IPAddress", "System.Globalization.CultureInfo", "System.Net.Mail.MailAddress":
            guard let shown, let type = session.findType(name) else { return nil }
            return session.converted(.text(shown), to: type)
        default: return nil
        }
    }

    private func list(_ node: XmlNode, _ names: [String], _ id: String) throws -> Object {
        let kind = names.first?.hasPrefix("System.Collections.Generic.") ?? false ? "" : node.localName
        var result: ListObject
        switch kind {
        case "STK", "QUE":
            let type = session.findType(kind == "STK" ? "System.Collections.Stack" : "System.Collections.Queue") ?? .arrayList
            result = ListObject([], type: type)
        default: result = ListObject([], type: .arrayList)
        }
        objects[id] = .object(result)
        result.elements = try elements(node).map { try value($0) }
        return result
    }

    private func table(_ node: XmlNode, _ names: [String], _ id: String) throws -> Object {
        let isOrdered = names.first?.hasSuffix("OrderedDictionary") ?? false
        let result = isOrdered ? TableObject(ordered: []) : TableObject()
        objects[id] = .object(result)
        for entry in elements(node) {
            var key: Value?, content: Value = .null
            for part in elements(entry) {
                if part.attribute("N")?.text == "Key" { key = try value(part) } else { content = try value(part) }
            }
            guard let key, !key.isNull else { throw CliXmlFault("An entry of a table must have a key.") }
            result.table.set(key, content)
        }
        return result
    }

    private func finished(_ base: Value?, _ record: Value, _ names: [String], _ properties: [(String, Value)], _ shown: String?) -> Value {
        let deserialized = names.map { $0.hasPrefix("Deserialized.") ? $0 : "Deserialized." + $0 }
        guard let base else {
            guard let own = record.asRecord else { return record }
            for (name, value) in properties { own.set(Text(name), value) }
            if let shown { own.setTypeNames(deserialized, text: shown) } else { own.setTypeNames(deserialized) }
            // Type data may want the objects made into a type of this session.
            for name in deserialized {
                guard let type = session.types.typeData[name.lowercased()]?.serialization["TargetTypeForDeserialization"]?.asType?.value,
                    let made = session.converted(record, to: type)
                else { continue }
                return made
            }
            return record
        }
        if base.isNull || properties.isEmpty && deserialized.isEmpty { return base }
        var result = base
        for (name, value) in properties { result = session.add(AddedMember(name, .note(value)), to: result) }
        if deserialized.isEmpty { return result }
        let members = result.rawObject?.extensions ?? ExtendedMembers()
        members.typeNames = deserialized
        if let object = result.rawObject, object.canCarryExtensions {
            object.extensions = members
            return result
        }
        return .object(ExtendedObject(result, members))
    }
}
