// Lists of nodes, the attributes of an element, and prefixes for queries.

import Runtime
import XmlDocuments

enum XmlListMembers {
    private static func own(_ value: Value) throws -> XmlListObject {
        guard let list = value.object as? XmlListObject else { throw Refusals.null("list") }
        return list
    }
    private static func element(_ list: XmlListObject, _ node: XmlNode?) -> Value { node.map { .object(XmlNodeObject($0, in: list.tree)) } ?? .null }
    private static func at(_ list: XmlListObject, _ index: Int) -> Value {
        let nodes = list.nodes
        return element(list, nodes.indices.contains(index) ? nodes[index] : nil)
    }

    static let list = MemberTable(
        properties: [Property("Count", .int32, get: { t, _ in .int(Int32(try own(t).nodes.count)) })],
        methods: [
            Method("Item", [.int("index")], returns: XmlTypes.node) { t, a, _ in at(try own(t), a.int(0)) },
            Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in .object(ForEachEnumerator(try own(t).values)) },
        ],
        indexer: (
            get: { t, a, session in
                var index = Int(try session.convert(a[0], to: .int32).asInt64 ?? 0)
                if index < 0 { index += try own(t).nodes.count }
                return at(try own(t), index)
            }, set: nil
        ),
        enumerate: { t, _ in try own(t).values })

    private static func owner(_ list: XmlListObject) -> XmlNode? {
        if case .attributes(let node) = list.source { return node }
        return nil
    }
    private static func find(_ list: XmlListObject, _ key: Value, _ session: Session) throws -> Value {
        if let name = key.asString { return element(list, owner(list)?.attribute(name)) }
        return at(list, Int(try session.convert(key, to: .int32).asInt64 ?? 0))
    }

    static let named = MemberTable(
        properties: [Property("Count", .int32, get: { t, _ in .int(Int32(try own(t).nodes.count)) })],
        methods: [
            Method(
                "GetNamedItem",
                [
                    Overload([.text("name")], returns: XmlTypes.node) { t, a, _ in element(try own(t), owner(try own(t))?.attribute(a.text(0))) },
                    Overload([.text("localName"), .text("namespaceURI")], returns: XmlTypes.node) { t, a, _ in
                        element(try own(t), owner(try own(t))?.attribute(a.text(0), namespace: a.text(1)))
                    },
                ]),
            Method("SetNamedItem", [.of("node", XmlTypes.node)], returns: XmlTypes.node) { t, a, _ in try add(t, a[0], at: nil) },
            Method("RemoveNamedItem", [.text("name")], returns: XmlTypes.node) { t, a, _ in
                let list = try own(t)
                guard let node = owner(list), let found = node.attribute(a.text(0)) else { return .null }
                node.remove(attribute: found)
                list.tree.changed()
                return element(list, found)
            },
            Method(
                "Item",
                [
                    Overload([.int("index")], returns: XmlTypes.node) { t, a, _ in at(try own(t), a.int(0)) },
                    Overload([.text("name")], returns: XmlTypes.node) { t, a, session in try find(own(t), a[0], session) },
                ]),
            Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in .object(ForEachEnumerator(try own(t).values)) },
        ],
        indexer: (get: { t, a, session in try find(own(t), a[0], session) }, set: nil), enumerate: { t, _ in try own(t).values })

    private static func add(_ t: Value, _ value: Value, at place: Int?) throws -> Value {
        let list = try own(t)
        guard let node = owner(list), let new = value.object as? XmlNodeObject else { throw Refusals.null("node") }
        guard new.tree === list.tree else { throw Refusals.argument("The named node is from a different document context.") }
        _ = node.setAttribute(new.node, at: place)
        list.tree.changed()
        return value
    }
    private static func place(_ t: Value, _ reference: Value, offset: Int) throws -> Int {
        let list = try own(t)
        guard let other = reference.object as? XmlNodeObject else { return offset == 0 ? list.nodes.count : 0 }
        guard let index = list.nodes.firstIndex(where: { $0 === other.node }) else {
            throw Refusals.argument("The reference node must be a child of the current node.")
        }
        return index + offset
    }

    static let attributes = MemberTable(
        methods: [
            Method("Append", [.of("node", XmlTypes.attribute)], returns: XmlTypes.attribute) { t, a, _ in try add(t, a[0], at: nil) },
            Method("Prepend", [.of("node", XmlTypes.attribute)], returns: XmlTypes.attribute) { t, a, _ in try add(t, a[0], at: 0) },
            Method("InsertBefore", [.of("newNode", XmlTypes.attribute), .of("refNode", XmlTypes.attribute)], returns: XmlTypes.attribute) { t, a, _ in
                try add(t, a[0], at: place(t, a[1], offset: 0))
            },
            Method("InsertAfter", [.of("newNode", XmlTypes.attribute), .of("refNode", XmlTypes.attribute)], returns: XmlTypes.attribute) { t, a, _ in
                try add(t, a[0], at: place(t, a[1], offset: 1))
            },
            Method("Remove", [.of("node", XmlTypes.attribute)], returns: XmlTypes.attribute) { t, a, _ in
                let list = try own(t)
                guard let found = a[0].object as? XmlNodeObject, let node = owner(list), found.node.parent === node else { return .null }
                node.remove(attribute: found.node)
                list.tree.changed()
                return a[0]
            },
            Method("RemoveAt", [.int("i")], returns: XmlTypes.attribute) { t, a, _ in
                let list = try own(t), found = at(list, a.int(0))
                if let object = found.object as? XmlNodeObject { owner(list)?.remove(attribute: object.node) }
                list.tree.changed()
                return found
            },
            Method("RemoveAll") { t, _, _ in
                try owner(own(t))?.removeAllAttributes()
                try own(t).tree.changed()
                return .nothing
            },
        ])

    // MARK: Namespaces

    private static func spaces(_ value: Value) throws -> XmlNamespacesObject {
        guard let object = value.object as? XmlNamespacesObject else { throw Refusals.null("nsmgr") }
        return object
    }
    static let namespaces = MemberTable(
        properties: [
            Property("DefaultNamespace", .string, get: { t, _ in .text(try spaces(t).all.first { $0.prefix.isEmpty }?.uri ?? "") }),
            Property("NameTable", XmlTypes.nameTable, get: { _, _ in .object(NameTableObject()) }),
        ],
        methods: [
            Method("AddNamespace", [.text("prefix"), .text("uri")]) { t, a, _ in
                let object = try spaces(t)
                if a.text(0) == "xml" || a.text(0) == "xmlns" {
                    throw Refusals.argument("Prefix \"\(a.text(0))\" is reserved for use by XML and cannot be declared here. (Parameter 'prefix')")
                }
                object.scopes[object.scopes.count - 1].removeAll { $0.prefix == a.text(0) }
                object.scopes[object.scopes.count - 1].append((a.text(0), a.text(1)))
                return .nothing
            },
            Method("RemoveNamespace", [.text("prefix"), .text("uri")]) { t, a, _ in
                let object = try spaces(t)
                for i in object.scopes.indices { object.scopes[i].removeAll { $0.prefix == a.text(0) && $0.uri == a.text(1) } }
                return .nothing
            },
            Method("HasNamespace", [.text("prefix")], returns: .bool) { t, a, _ in
                .bool(try spaces(t).scopes.last?.contains { $0.prefix == a.text(0) } ?? false)
            },
            Method("LookupNamespace", [.text("prefix")], returns: .string) { t, a, _ in
                try spaces(t).all.first { $0.prefix == a.text(0) }.map { .text($0.uri) } ?? .null
            },
            Method("LookupPrefix", [.text("uri")], returns: .string) { t, a, _ in
                try spaces(t).all.first { $0.uri == a.text(0) }.map { .text($0.prefix) } ?? .null
            },
            Method("PushScope") { t, _, _ in
                try spaces(t).scopes.append([])
                return .nothing
            },
            Method("PopScope", returns: .bool) { t, _, _ in
                let object = try spaces(t)
                if object.scopes.count == 1 { return false }
                object.scopes.removeLast()
                return true
            },
            Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in
                .object(ForEachEnumerator(["", "xml", "xmlns"].map { .text($0) } + (try spaces(t).all.filter { !$0.prefix.isEmpty }.map { .text($0.prefix) })))
            },
        ],
        constructors: [Overload([.object("nameTable")], returns: XmlTypes.namespaces) { _, _, _ in .object(XmlNamespacesObject()) }],
        enumerate: { t, _ in ["", "xml", "xmlns"].map { .text($0) } + (try spaces(t).all.filter { !$0.prefix.isEmpty }.map { .text($0.prefix) }) })
}
