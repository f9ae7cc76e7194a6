// What every node can do, and what nodes of text and instructions add.

import Runtime
import XmlDocuments

enum XmlNodeMembers {
    static func own(_ value: Value) throws -> XmlNodeObject {
        guard let object = value.object as? XmlNodeObject else { throw Refusals.null("node") }
        return object
    }
    static func refusal(_ error: XmlError, _ type: String = "System.ArgumentException") -> MethodFailure { MethodFailure(type, error.message) }
    static func refusal(_ failure: XPathFailure) -> MethodFailure { MethodFailure("System.Xml.XPath.XPathException", failure.message) }
    static func malformed(_ error: XmlError) -> MethodFailure {
        MethodFailure(
            "System.Xml.XmlException", error.message, details: ["LineNumber": .int(Int32(error.line)), "LinePosition": .int(Int32(error.position))])
    }

    static func hasValue(_ node: XmlNode) -> Bool {
        switch node.kind {
        case .attribute, .text, .cdata, .comment, .processingInstruction, .whitespace, .significantWhitespace, .declaration: true
        default: false
        }
    }

    private static func sibling(_ name: String, _ get: @escaping @Sendable (XmlNode) -> XmlNode?) -> Property {
        Property(name, XmlTypes.node, get: { t, _ in try own(t).related(get(own(t).node)) })
    }
    private static func text(_ name: String, _ get: @escaping @Sendable (XmlNode) -> String) -> Property {
        Property(name, .string, get: { t, _ in .text(get(try own(t).node)) })
    }

    /// A node given as an argument: one of the same document.
    static func argument(_ value: Value, _ target: XmlNodeObject, _ name: String = "newChild") throws -> XmlNode {
        guard let other = value.object as? XmlNodeObject else {
            throw MethodFailure("System.NullReferenceException", "Object reference not set to an instance of an object.")
        }
        guard other.tree === target.tree else { throw Refusals.argument("The node to be inserted is from a different document context.") }
        return other.node
    }

    static func insert(_ value: Value, in target: XmlNodeObject, at place: Int) throws -> Value {
        let new = try argument(value, target)
        do { try target.node.insert(new, at: place) } catch {
            throw refusal(error, target.node.kind == .document || new.kind == .attribute ? "System.InvalidOperationException" : "System.ArgumentException")
        }
        target.tree.changed()
        return value
    }

    private static func place(of value: Value, in target: XmlNodeObject, offset: Int, ifNone: Int) throws -> Int {
        if value.isNull { return ifNone }
        let reference = try argument(value, target, "refChild")
        guard reference.parent === target.node else { throw Refusals.argument("The reference node is not a child of this node.") }
        return reference.position + offset
    }

    static func select(_ t: Value, _ a: [Value]) throws -> [XmlNode] {
        let object = try own(t)
        var spaces: [(prefix: String, uri: String)]?
        if a.count > 1 { spaces = (a[1].object as? XmlNamespacesObject)?.all }
        if a[0].isNull { throw MethodFailure("System.NullReferenceException", "Object reference not set to an instance of an object.") }
        do { return try object.tree.select(a.text(0), from: object.node, spaces: spaces) } catch { throw refusal(error) }
    }

    static let table = MemberTable(
        properties: [
            text("Name", \.name), text("LocalName", \.shownName), text("Prefix", \.prefix), text("NamespaceURI", \.namespaceURI),
            Property(
                "Value", .string, get: { t, _ in hasValue(try own(t).node) ? .text(try own(t).node.text) : .null },
                set: { t, value, session in
                    let object = try own(t)
                    guard hasValue(object.node) else {
                        throw Refusals.invalid(
                            "Cannot set a value on node type '\(XmlTypes.kinds.enumeration?.name(of: Int64(object.node.kind.rawValue)) ?? "")'.")
                    }
                    object.node.innerText = try value.toText(session)
                    object.tree.changed()
                }),
            Property(
                "InnerText", .string, get: { t, _ in .text(try own(t).node.innerText) },
                set: { t, value, session in
                    let object = try own(t)
                    if object.node.kind == .document { throw Refusals.invalid("The 'InnerText' of a 'Document' node is read-only and cannot be set.") }
                    object.node.innerText = try value.toText(session)
                    object.tree.changed()
                }),
            Property(
                "InnerXml", .string, get: { t, _ in .text(try own(t).node.innerXml) },
                set: { t, value, session in
                    let object = try own(t)
                    defer { object.tree.changed() }
                    do { try object.node.setInnerXml(value.toText(session), preservesWhitespace: object.tree.preservesWhitespace) } catch let error as XmlError
                    {
                        throw malformed(error)
                    }
                }),
            text("OuterXml", \.outerXml),
            Property("NodeType", XmlTypes.kinds, get: { t, _ in .object(EnumerationObject(XmlTypes.kinds, Int64(try own(t).node.kind.rawValue))) }),
            Property("ChildNodes", XmlTypes.list, get: { t, _ in .object(XmlListObject(.children(try own(t).node), in: try own(t).tree)) }),
            Property(
                "Attributes", XmlTypes.attributes,
                get: { t, _ in try own(t).node.kind == .element ? .object(XmlListObject(.attributes(own(t).node), in: own(t).tree)) : .null }),
            Property("HasChildNodes", .bool, get: { t, _ in .bool(!(try own(t).node.children.isEmpty)) }),
            Property("IsReadOnly", .bool, get: { _, _ in false }),
            sibling("FirstChild") { $0.children.first }, sibling("LastChild") { $0.children.last }, sibling("NextSibling", \.next),
            sibling("PreviousSibling", \.previous), sibling("ParentNode") { $0.kind == .attribute ? nil : $0.parent },
            sibling("PreviousText") { $0.previous?.kind.isCharacterData == true ? $0.previous : nil },
            Property(
                "OwnerDocument", XmlTypes.document,
                get: { t, _ in try own(t).node.kind == .document ? .null : try own(t).related(own(t).tree.document) }),
            text("BaseURI") { _ in "" },
        ],
        methods: [
            Method("AppendChild", [.of("newChild", XmlTypes.node)], returns: XmlTypes.node) { t, a, _ in
                try insert(a[0], in: own(t), at: own(t).node.children.count)
            },
            Method("PrependChild", [.of("newChild", XmlTypes.node)], returns: XmlTypes.node) { t, a, _ in try insert(a[0], in: own(t), at: 0) },
            Method("InsertBefore", [.of("newChild", XmlTypes.node), .of("refChild", XmlTypes.node)], returns: XmlTypes.node) { t, a, _ in
                try insert(a[0], in: own(t), at: place(of: a[1], in: own(t), offset: 0, ifNone: own(t).node.children.count))
            },
            Method("InsertAfter", [.of("newChild", XmlTypes.node), .of("refChild", XmlTypes.node)], returns: XmlTypes.node) { t, a, _ in
                try insert(a[0], in: own(t), at: place(of: a[1], in: own(t), offset: 1, ifNone: 0))
            },
            Method("RemoveChild", [.of("oldChild", XmlTypes.node)], returns: XmlTypes.node) { t, a, _ in
                let target = try own(t), old = try argument(a[0], target)
                guard old.parent === target.node, old.kind != .attribute else {
                    throw Refusals.argument("The node to be removed is not a child of this node.")
                }
                target.node.remove(old)
                target.tree.changed()
                return a[0]
            },
            Method("ReplaceChild", [.of("newChild", XmlTypes.node), .of("oldChild", XmlTypes.node)], returns: XmlTypes.node) { t, a, _ in
                let target = try own(t), old = try argument(a[1], target)
                guard old.parent === target.node else { throw Refusals.argument("The reference node is not a child of this node.") }
                if try argument(a[0], target) === old { return a[1] }
                let next = old.next
                target.node.remove(old)
                _ = try insert(a[0], in: target, at: next?.position ?? target.node.children.count)
                return a[1]
            },
            Method("RemoveAll") { t, _, _ in
                let target = try own(t)
                target.node.removeAllChildren()
                target.node.removeAllAttributes()
                target.tree.changed()
                return .nothing
            },
            Method("CloneNode", [.bool("deep")], returns: XmlTypes.node) { t, a, _ in clone(try own(t), deep: a.bool(0)) },
            Method("Clone", returns: XmlTypes.node) { t, _, _ in clone(try own(t), deep: true) },
            Method("Normalize") { t, _, _ in
                try own(t).node.normalize()
                try own(t).tree.changed()
                return .nothing
            },
            Method(
                "SelectNodes",
                [
                    Overload([.text("xpath")], returns: XmlTypes.list) { t, a, _ in
                        .object(XmlListObject(.found(try select(t, a), XmlTypes.queryNodes), in: try own(t).tree))
                    },
                    Overload([.text("xpath"), .of("nsmgr", XmlTypes.namespaces)], returns: XmlTypes.list) { t, a, _ in
                        .object(XmlListObject(.found(try select(t, a), XmlTypes.queryNodes), in: try own(t).tree))
                    },
                ]),
            Method(
                "SelectSingleNode",
                [
                    Overload([.text("xpath")], returns: XmlTypes.node) { t, a, _ in try own(t).related(select(t, a).first) },
                    Overload([.text("xpath"), .of("nsmgr", XmlTypes.namespaces)], returns: XmlTypes.node) { t, a, _ in try own(t).related(select(t, a).first) },
                ]),
            Method("GetNamespaceOfPrefix", [.text("prefix")], returns: .string) { t, a, _ in .text(try own(t).node.namespace(ofPrefix: a.text(0))) },
            Method("GetPrefixOfNamespace", [.text("namespaceURI")], returns: .string) { t, a, _ in .text(try own(t).node.prefix(ofNamespace: a.text(0))) },
            Method("Supports", [.text("feature"), .text("version")], returns: .bool) { _, a, _ in
                .bool(a.text(0).equalsIgnoringCase("XML") && ["", "1.0", "2.0"].contains(a.text(1)))
            },
            Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in
                .object(ForEachEnumerator(XmlListObject(.children(try own(t).node), in: try own(t).tree).values))
            },
            Method("ToString", returns: .string) { t, _, _ in .text(try own(t).node.shownName) },
            Method("WriteTo", [.of("w", XmlWriterObject.typeInfo)]) { t, a, _ in
                try XmlWriterObject.own(a[0]).write(own(t).node)
                return .nothing
            },
            Method("WriteContentTo", [.of("w", XmlWriterObject.typeInfo)]) { t, a, _ in
                for child in try own(t).node.children { try XmlWriterObject.own(a[0]).write(child) }
                return .nothing
            },
        ],
        indexer: (
            get: { t, a, session in
                let name = try a[0].toText(session), object = try own(t)
                return object.related(object.node.children.first { $0.kind == .element && $0.qualifiedName == name })
            }, set: nil
        ))

    private static func clone(_ object: XmlNodeObject, deep: Bool) -> Value {
        if object.node.kind == .document {
            let tree = XmlTree()
            tree.preservesWhitespace = object.tree.preservesWhitespace
            if deep { for child in object.node.children { tree.add(child.copy(deep: true)) } }
            return .object(XmlNodeObject(tree.document, in: tree))
        }
        return .object(XmlNodeObject(object.node.copy(deep: deep), in: object.tree))
    }

    static let attribute = MemberTable(
        properties: [
            sibling("OwnerElement", \.parent), Property("Specified", .bool, get: { _, _ in true }),
        ])

    static let characterData = MemberTable(
        properties: [
            Property(
                "Data", .string, get: { t, _ in .text(try own(t).node.text) },
                set: { t, value, session in
                    try own(t).node.innerText = value.toText(session)
                    try own(t).tree.changed()
                }),
            Property("Length", .int32, get: { t, _ in .int(Int32(try own(t).node.text.utf16.count)) }),
        ],
        methods: [
            Method("AppendData", [.text("strData")]) { t, a, _ in
                try own(t).node.innerText += a.text(0)
                try own(t).tree.changed()
                return .nothing
            }
        ])

    static let instruction = MemberTable(
        properties: [
            text("Target", \.localName),
            Property(
                "Data", .string, get: { t, _ in .text(try own(t).node.text) },
                set: { t, value, session in
                    try own(t).node.innerText = value.toText(session)
                    try own(t).tree.changed()
                }),
        ])

    private static func declared(_ name: String, isSettable: Bool) -> Property {
        let key = name.lowercased()
        let set: Property.Setter = { t, value, session in
            let object = try own(t), text = try value.toText(session)
            let parts = ["version", "encoding", "standalone"].map { $0 == key ? text : object.node.declared($0) ?? "" }
            object.node.innerText = XmlNode.declaration(version: parts[0], encoding: parts[1], standalone: parts[2]).text
            object.tree.changed()
        }
        return Property(name, .string, get: { t, _ in .text(try own(t).node.declared(key) ?? "") }, set: isSettable ? set : nil)
    }
    static let declaration = MemberTable(
        properties: [declared("Version", isSettable: false), declared("Encoding", isSettable: true), declared("Standalone", isSettable: true)])
}
