// Queues and stacks, with and without element type, and the queue by priority.

import Runtime
import Scalars

enum QueueMembers {
    private static func list(_ value: Value) -> ListObject { value.asList ?? ListObject([], type: .arrayList) }
    private static func some(_ value: Value, _ what: String) throws -> ListObject {
        let own = list(value)
        if own.elements.isEmpty { throw Refusals.invalid("\(what) empty.") }
        return own
    }

    static let types: [KnownType] = [
        known(TypeInfo("System.Collections.Queue", base: .object, interfaces: [.iCollection], code: .list), .object, isStack: false),
        known(TypeInfo("System.Collections.Stack", base: .object, interfaces: [.iCollection], code: .list), .object, isStack: true),
    ]
    static let generics: [KnownGeneric] = [
        generic("System.Collections.Generic.Queue", isStack: false), generic("System.Collections.Generic.Stack", isStack: true),
        generic("System.Collections.Concurrent.ConcurrentQueue", isStack: false), generic("System.Collections.Concurrent.ConcurrentStack", isStack: true),
        priority,
    ]

    private static func generic(_ fullName: String, isStack: Bool) -> KnownGeneric {
        KnownGeneric(fullName, arity: 1) { arguments in
            known(
                TypeInfo(
                    "\(fullName)`1[[\(arguments[0].fullName)]]", base: .object, interfaces: [.iCollection], code: .list, elementType: arguments[0],
                    genericArguments: arguments), arguments[0], isStack: isStack)
        }
    }

    /// A stack keeps its top first, which is the order it enumerates in.
    private static func known(_ type: TypeInfo, _ element: TypeInfo, isStack: Bool) -> KnownType {
        let what = isStack ? "Stack" : "Queue"
        @Sendable func make(_ elements: [Value], _ session: Session) throws -> Value {
            let converted = try elements.map { try session.convert($0, to: element) }
            return .object(ListObject(isStack ? converted.reversed() : converted, type: type, elementType: element))
        }
        @Sendable func trying(_ name: String, isTaken: Bool) -> Method {
            Method(name, [.byReference("result", element)], returns: .bool) { t, a, session in
                let own = list(t)
                let found = own.elements.first
                if isTaken, found != nil { own.elements.removeFirst() }
                try (a[0].object as? ReferenceObject)?.variable.write(found ?? session.defaultValue(of: element), session)
                return .bool(found != nil)
            }
        }
        let ranges = [
            Method("PushRange", [.of("items", element.arrayType())]) { t, a, _ in
                list(t).elements.insert(contentsOf: a.values(0).reversed(), at: 0)
                return .nothing
            },
            Method("TryPopRange", [.of("items", element.arrayType())], returns: .int32) { t, a, _ in
                let own = list(t), count = min(own.elements.count, a.values(0).count)
                for i in 0..<count { a[0].asArray?.elements[i] = own.elements[i] }
                own.elements.removeFirst(count)
                return .int(Int32(count))
            },
        ]
        return KnownType(type) {
            MemberTable(
                properties: [
                    Property("Count", .int32, get: { t, _ in .int(Int32(list(t).elements.count)) }), Property("IsSynchronized", .bool, get: { _, _ in false }),
                    Property("SyncRoot", .object, get: { t, _ in t }), Property("IsEmpty", .bool, get: { t, _ in .bool(list(t).elements.isEmpty) }),
                ],
                methods: (isStack ? ranges : []) + [
                    Method(isStack ? "Push" : "Enqueue", [.of("item", element)]) { t, a, _ in
                        let value: Value = a[0].isAbsent ? .null : a[0]
                        if isStack { list(t).elements.insert(value, at: 0) } else { list(t).elements.append(value) }
                        return .nothing
                    },
                    Method(isStack ? "Pop" : "Dequeue", returns: element) { t, _, _ in try some(t, what).elements.removeFirst() },
                    Method("Peek", returns: element) { t, _, _ in try some(t, what).elements[0] },
                    trying(isStack ? "TryPop" : "TryDequeue", isTaken: true), trying("TryPeek", isTaken: false),
                    Method("Clear") { t, _, _ in
                        list(t).elements.removeAll()
                        return .nothing
                    },
                    Method("Contains", [.of("item", element)], returns: .bool) { t, a, _ in .bool(ArrayMembers.index(list(t).elements, of: a[0]) >= 0) },
                    Method("ToArray", returns: element.arrayType()) { t, _, _ in .object(ArrayObject(list(t).elements, elementType: element)) },
                    Method("CopyTo", [.of("array", .arrayBase), .int("index")]) { t, a, _ in
                        guard let target = a[0].asArray else { throw Refusals.null("array") }
                        try target.overwrite(from: a.int(1), with: list(t).elements)
                        return .nothing
                    },
                    Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in .object(ForEachEnumerator(list(t).elements)) },
                    Method("TrimExcess") { _, _, _ in .nothing },
                    Method("Clone", returns: .object) { t, _, _ in .object(ListObject(list(t).elements, type: type, elementType: element)) },
                ],
                constructors: [
                    Overload(returns: type) { _, _, session in try make([], session) },
                    Overload([.int("capacity")], returns: type) { _, _, session in try make([], session) },
                    Overload([.of("collection", element.arrayType())], returns: type) { _, a, session in try make(a.values(0), session) },
                    Overload([.of("collection", .iCollection)], returns: type) { _, a, session in try make(session.elements(of: a[0]) ?? [a[0]], session) },
                ],
                convert: { value, session in
                    if let elements = value.asTable == nil ? try session.elements(of: value) : nil { return try make(elements, session) }
                    return value.asString != nil && element.code != .object ? try make([value], session) : nil
                })
        }
    }

    /// `PriorityQueue<TElement, TPriority>`: entries kept in order of priority, equal ones as they came.
    private static let priority = KnownGeneric("System.Collections.Generic.PriorityQueue", arity: 2) { arguments in
        let type = TypeInfo(
            "System.Collections.Generic.PriorityQueue`2[[\(arguments[0].fullName)],[\(arguments[1].fullName)]]", base: .object, genericArguments: arguments)
        @Sendable func trying(_ name: String, isTaken: Bool) -> Method {
            Method(name, [.byReference("element", arguments[0]), .byReference("priority", arguments[1])], returns: .bool) { t, a, session in
                let own = PriorityQueueObject.own(t), first = own.entries.first
                try (a[0].object as? ReferenceObject)?.variable.write(first?.element ?? session.defaultValue(of: arguments[0]), session)
                try (a[1].object as? ReferenceObject)?.variable.write(first?.priority ?? session.defaultValue(of: arguments[1]), session)
                if isTaken, first != nil { own.entries.removeFirst() }
                return .bool(first != nil)
            }
        }
        return KnownType(type) {
            MemberTable(
                properties: [Property("Count", .int32, get: { t, _ in .int(Int32(PriorityQueueObject.own(t).entries.count)) })],
                methods: [
                    Method("Enqueue", [.of("element", arguments[0]), .of("priority", arguments[1])]) { t, a, session in
                        let own = PriorityQueueObject.own(t)
                        let place = try own.entries.firstIndex { try session.compare($0.priority, a[1], ignoreCase: false) > 0 } ?? own.entries.count
                        own.entries.insert((a[0], a[1]), at: place)
                        return .nothing
                    },
                    Method("Dequeue", returns: arguments[0]) { t, _, _ in
                        let own = PriorityQueueObject.own(t)
                        if own.entries.isEmpty { throw Refusals.invalid("Queue empty.") }
                        return own.entries.removeFirst().element
                    },
                    Method("Peek", returns: arguments[0]) { t, _, _ in
                        guard let first = PriorityQueueObject.own(t).entries.first else { throw Refusals.invalid("Queue empty.") }
                        return first.element
                    },
                    Method("Clear") { t, _, _ in
                        PriorityQueueObject.own(t).entries = []
                        return .nothing
                    },
                    Method("EnqueueRange", [.of("elements", arguments[0].arrayType()), .of("priority", arguments[1])]) { t, a, session in
                        for element in a.values(0) { _ = try session.call(t, "Enqueue", [element, a[1]], session.scope) }
                        return .nothing
                    },
                    trying("TryDequeue", isTaken: true), trying("TryPeek", isTaken: false),
                ],
                constructors: [Overload(returns: type) { _, _, _ in .object(PriorityQueueObject(type)) }])
        }
    }
}

private final class PriorityQueueObject: Box, @unchecked Sendable {
    var entries: [(element: Value, priority: Value)] = []
    let queueType: TypeInfo
    init(_ type: TypeInfo) { queueType = type }
    override var type: TypeInfo { queueType }
    static func own(_ value: Value) -> PriorityQueueObject { value.object as? PriorityQueueObject ?? PriorityQueueObject(.object) }
}
