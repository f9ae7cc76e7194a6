// `LinkedList<T>` and its nodes.

import Runtime

/// A node knows its neighbours while it stands in a list.
final class LinkedNode: Box, @unchecked Sendable {
    var value: Value
    fileprivate(set) var next: LinkedNode?
    fileprivate(set) weak var previous: LinkedNode?
    fileprivate(set) weak var list: LinkedListObject?
    private let nodeType: TypeInfo
    init(_ value: Value, _ type: TypeInfo) {
        self.value = value
        nodeType = type
    }
    override var type: TypeInfo { nodeType }
}

final class LinkedListObject: Box, @unchecked Sendable {
    fileprivate(set) var first: LinkedNode?
    fileprivate(set) weak var last: LinkedNode?
    fileprivate(set) var count = 0
    private let listType: TypeInfo
    init(_ type: TypeInfo) { listType = type }
    override var type: TypeInfo { listType }
    deinit { clear() }

    /// One node after the other, so that a long list does not go deep when it is freed.
    func clear() {
        var node = first
        first = nil
        last = nil
        count = 0
        while let current = node {
            node = current.next
            current.next = nil
            current.previous = nil
            current.list = nil
        }
    }

    var nodes: [LinkedNode] {
        var result: [LinkedNode] = []
        var node = first
        while let current = node {
            result.append(current)
            node = current.next
        }
        return result
    }

    /// Puts a node in front of another, or at the end.
    /// - Throws: `InvalidOperationException` for a node that stands in a list already.
    func insert(_ node: LinkedNode, before other: LinkedNode?) throws {
        if node.list != nil { throw Refusals.invalid("The LinkedList node already belongs to a LinkedList.") }
        if let other, other.list !== self { throw Refusals.invalid("The LinkedList node does not belong to current LinkedList.") }
        let before = other == nil ? last : other?.previous
        node.list = self
        node.previous = before
        node.next = other
        other?.previous = node
        if let before { before.next = node } else { first = node }
        if other == nil { last = node }
        count += 1
    }

    func remove(_ node: LinkedNode) throws {
        guard node.list === self else { throw Refusals.invalid("The LinkedList node does not belong to current LinkedList.") }
        let next = node.next, previous = node.previous
        if let previous { previous.next = next } else { first = next }
        if let next { next.previous = previous } else { last = previous }
        node.next = nil
        node.previous = nil
        node.list = nil
        count -= 1
    }
}

enum LinkedListMembers {
    private static func own(_ value: Value) throws -> LinkedListObject {
        guard let list = value.object as? LinkedListObject else { throw Refusals.null("this") }
        return list
    }
    private static func node(_ value: Value) throws -> LinkedNode {
        guard let node = value.object as? LinkedNode else { throw Refusals.null("node") }
        return node
    }
    private static func some(_ node: LinkedNode?) -> Value { node.map { .object($0) } ?? .null }

    private static func nodeType(_ arguments: [TypeInfo]) -> TypeInfo {
        TypeInfo("System.Collections.Generic.LinkedListNode`1", base: .object, genericArguments: arguments)
    }

    static let node = KnownGeneric("System.Collections.Generic.LinkedListNode", arity: 1) { arguments in
        let type = nodeType(arguments)
        return KnownType(type) {
            MemberTable(
                properties: [
                    Property("List", .object, get: { t, _ in try node(t).list.map { .object($0) } ?? .null }),
                    Property("Next", type, get: { t, _ in some(try node(t).next) }), Property("Previous", type, get: { t, _ in some(try node(t).previous) }),
                    Property("Value", arguments[0], get: { t, _ in try node(t).value }, set: { t, value, _ in try node(t).value = value }),
                ],
                constructors: [Overload([.of("value", arguments[0])], returns: type) { _, a, _ in .object(LinkedNode(a[0], type)) }])
        }
    }

    static let known = KnownGeneric("System.Collections.Generic.LinkedList", arity: 1) { arguments in
        let element = arguments[0]
        let type = TypeInfo("System.Collections.Generic.LinkedList`1", base: .object, interfaces: [.iCollection], genericArguments: arguments)
        let nodes = nodeType(arguments)
        /// Both forms of adding: a value gives its new node, a node nothing.
        @Sendable func adding(_ name: String, hasPlace: Bool, _ place: @escaping @Sendable (LinkedListObject, LinkedNode?) -> LinkedNode?) -> Method {
            let before: [OverloadParameter] = hasPlace ? [.of("node", nodes)] : []
            return Method(
                name,
                [
                    Overload(before + [.of("newNode", nodes)]) { t, a, _ in
                        let list = try own(t)
                        try list.insert(node(a[a.count - 1]), before: place(list, hasPlace ? node(a[0]) : nil))
                        return .nothing
                    },
                    Overload(before + [.of("value", element)], returns: nodes) { t, a, _ in
                        let list = try own(t)
                        let made = LinkedNode(a[a.count - 1], nodes)
                        try list.insert(made, before: place(list, hasPlace ? node(a[0]) : nil))
                        return .object(made)
                    },
                ])
        }
        @Sendable func removing(_ name: String, _ end: @escaping @Sendable (LinkedListObject) -> LinkedNode?) -> Method {
            Method(name) { t, _, _ in
                guard let node = end(try own(t)) else { throw Refusals.invalid("The LinkedList is empty.") }
                try own(t).remove(node)
                return .nothing
            }
        }
        return KnownType(type) {
            MemberTable(
                properties: [
                    Property("Count", .int32, get: { t, _ in .int(Int32(try own(t).count)) }),
                    Property("First", nodes, get: { t, _ in some(try own(t).first) }),
                    Property("Last", nodes, get: { t, _ in some(try own(t).last) }),
                ],
                methods: [
                    adding("AddFirst", hasPlace: false) { list, _ in list.first }, adding("AddLast", hasPlace: false) { _, _ in nil },
                    adding("AddBefore", hasPlace: true) { _, node in node }, adding("AddAfter", hasPlace: true) { _, node in node?.next },
                    Method(
                        "Remove",
                        [
                            Overload([.of("node", nodes)]) { t, a, _ in
                                try own(t).remove(node(a[0]))
                                return .nothing
                            },
                            Overload([.of("value", element)], returns: .bool) { t, a, _ in
                                guard let found = try own(t).nodes.first(where: { HashTable.areEqual($0.value, a[0], .ordinal) }) else { return .false }
                                try own(t).remove(found)
                                return .true
                            },
                        ]),
                    removing("RemoveFirst") { $0.first }, removing("RemoveLast") { $0.last },
                    Method("Find", [.of("value", element)], returns: nodes) { t, a, _ in
                        some(try own(t).nodes.first { HashTable.areEqual($0.value, a[0], .ordinal) })
                    },
                    Method("FindLast", [.of("value", element)], returns: nodes) { t, a, _ in
                        some(try own(t).nodes.last { HashTable.areEqual($0.value, a[0], .ordinal) })
                    },
                    Method("Contains", [.of("value", element)], returns: .bool) { t, a, _ in
                        .bool(try own(t).nodes.contains { HashTable.areEqual($0.value, a[0], .ordinal) })
                    },
                    Method("Clear") { t, _, _ in
                        try own(t).clear()
                        return .nothing
                    },
                    Method("CopyTo", [.of("array", .arrayBase), .int("index")]) { t, a, _ in
                        guard let target = a[0].asArray else { throw Refusals.null("array") }
                        guard a.int(1) >= 0, a.int(1) + (try own(t).count) <= target.elements.count else {
                            throw Refusals.argument("Insufficient space in the target location to copy the information.")
                        }
                        for (i, node) in try own(t).nodes.enumerated() { target.elements[a.int(1) + i] = node.value }
                        return .nothing
                    },
                    Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in .object(ForEachEnumerator(try own(t).nodes.map(\.value))) },
                ],
                constructors: [
                    Overload(returns: type) { _, _, _ in .object(LinkedListObject(type)) },
                    Overload([.of("collection", element.arrayType())], returns: type) { _, a, _ in
                        let made = LinkedListObject(type)
                        for item in a.values(0) { try made.insert(LinkedNode(item, nodes), before: nil) }
                        return .object(made)
                    },
                ], enumerate: { value, _ in try own(value).nodes.map(\.value) })
        }
    }
}
