// `System.Xml.XmlElement`: attributes and descendants.

import Runtime
import XmlDocuments

enum XmlElementMembers {
    private static func own(_ value: Value) throws -> XmlNodeObject { try XmlNodeMembers.own(value) }

    private static func attribute(_ t: Value, _ a: [Value]) throws -> XmlNode? {
        let node = try own(t).node
        return a.count > 1 ? node.attribute(a.text(0), namespace: a.text(1)) : node.attribute(a.text(0))
    }

    /// A method that takes a qualified name, or a local name and its namespace.
    private static func byName(
        _ name: String, returns: TypeInfo, _ body: @escaping @Sendable (XmlNodeObject, XmlNode?) -> Value
    ) -> Method {
        Method(
            name,
            [
                Overload([.text("name")], returns: returns) { t, a, _ in body(try own(t), try attribute(t, a)) },
                Overload([.text("localName"), .text("namespaceURI")], returns: returns) { t, a, _ in body(try own(t), try attribute(t, a)) },
            ])
    }

    private static func set(_ t: Value, _ node: XmlNode) throws -> Value {
        let object = try own(t)
        let old = object.node.setAttribute(node)
        object.tree.changed()
        return object.related(old)
    }

    /// Elements below by name, for elements and documents.
    static let byTagName = Method(
        "GetElementsByTagName",
        [
            Overload([.text("name")], returns: XmlTypes.list) { t, a, _ in
                let name = a.text(0)
                return try descendants(t) { name == "*" || $0.qualifiedName == name }
            },
            Overload([.text("localName"), .text("namespaceURI")], returns: XmlTypes.list) { t, a, _ in
                let name = a.text(0), uri = a.text(1)
                return try descendants(t) { (name == "*" || $0.localName == name) && (uri == "*" || $0.namespaceURI == uri) }
            },
        ])
    private static func descendants(_ t: Value, _ matches: (XmlNode) -> Bool) throws -> Value {
        var found: [XmlNode] = []
        try own(t).node.descendants(matches, into: &found)
        return .object(XmlListObject(.found(found, XmlTypes.elementNodes), in: try own(t).tree))
    }

    static let table = MemberTable(
        properties: [
            Property("HasAttributes", .bool, get: { t, _ in .bool(!(try own(t).node.attributes.isEmpty)) }),
            Property(
                "IsEmpty", .bool, get: { t, _ in .bool(try own(t).node.isEmptyTag) },
                set: { t, value, session in
                    let object = try own(t)
                    object.node.setEmptyTag(value.isTrue(session))
                    object.tree.changed()
                }),
        ],
        methods: [
            byName("GetAttribute", returns: .string) { _, found in .text(found?.text ?? "") },
            byName("GetAttributeNode", returns: XmlTypes.attribute) { object, found in object.related(found) },
            byName("HasAttribute", returns: .bool) { _, found in .bool(found != nil) },
            byName("RemoveAttribute", returns: .void) { object, found in
                if let found { object.node.remove(attribute: found) }
                object.tree.changed()
                return .nothing
            },
            Method(
                "SetAttribute",
                [
                    Overload([.text("name"), .text("value")]) { t, a, _ in
                        let object = try own(t)
                        if let known = object.node.attribute(a.text(0)) {
                            known.innerText = a.text(1)
                            object.tree.changed()
                        } else {
                            let made = try XmlDocumentMembers.named(.attribute, a.text(0), nil, at: object.node)
                            made.innerText = a.text(1)
                            _ = try set(t, made)
                        }
                        return .nothing
                    },
                    Overload([.text("localName"), .text("namespaceURI"), .text("value")], returns: .string) { t, a, _ in
                        let object = try own(t), (prefix, local) = XmlName.split(a.text(0))
                        if let known = object.node.attribute(local, namespace: a.text(1)) {
                            known.innerText = a.text(2)
                        } else {
                            var own = prefix
                            if own.isEmpty, !a.text(1).isEmpty {
                                own = a.text(1) == XmlNode.namespaceOfNamespaces ? "xmlns" : object.node.prefix(ofNamespace: a.text(1))
                                // An attribute needs a prefix to be in a namespace.
                                if own.isEmpty { own = "d\(object.depth)p1" }
                            }
                            let made = XmlNode(.attribute, prefix: local == "xmlns" ? "" : own, name: local, namespaceURI: a.text(1), text: a.text(2))
                            _ = object.node.setAttribute(made)
                        }
                        object.tree.changed()
                        return a[2]
                    },
                ]),
            Method(
                "SetAttributeNode",
                [
                    Overload([.of("newAttr", XmlTypes.attribute)], returns: XmlTypes.attribute) { t, a, _ in
                        let new = try XmlNodeMembers.argument(a[0], own(t))
                        if new.parent != nil {
                            throw Refusals.invalid("The 'Attribute' node cannot be inserted because it is already an attribute of another element.")
                        }
                        return try set(t, new)
                    },
                    Overload([.text("localName"), .text("namespaceURI")], returns: XmlTypes.attribute) { t, a, _ in
                        let made = XmlNode(.attribute, name: a.text(0), namespaceURI: a.text(1))
                        _ = try set(t, made)
                        return try own(t).related(made)
                    },
                ]),
            Method("RemoveAllAttributes") { t, _, _ in
                try own(t).node.removeAllAttributes()
                try own(t).tree.changed()
                return .nothing
            },
            Method("RemoveAttributeAt", [.int("i")], returns: XmlTypes.node) { t, a, _ in
                let object = try own(t)
                guard object.node.attributes.indices.contains(a.int(0)) else { return .null }
                let found = object.node.attributes[a.int(0)]
                object.node.remove(attribute: found)
                object.tree.changed()
                return object.related(found)
            },
            Method("RemoveAttributeNode", [.of("oldAttr", XmlTypes.attribute)], returns: XmlTypes.attribute) { t, a, _ in
                let found = try XmlNodeMembers.argument(a[0], own(t))
                guard found.parent === (try own(t).node) else { return .null }
                try own(t).node.remove(attribute: found)
                try own(t).tree.changed()
                return a[0]
            },
            byTagName,
        ])
}

extension XmlNodeObject {
    fileprivate var depth: Int {
        var count = 0, node = node.parent
        while let current = node, current.kind == .element {
            count += 1
            node = current.parent
        }
        return count + 1
    }
}
