// `System.Array`, `ArrayList`, `List<T>`, `Collection<T>`.

import Runtime
import Scalars

enum ArrayMembers {
    private static func array(_ value: Value) -> ArrayObject { value.asArray ?? ArrayObject([]) }
    static func index(_ elements: [Value], of item: Value) -> Int { elements.firstIndex { HashTable.areEqual($0, item, .ordinal) } ?? -1 }

    /// The place of an element by its indices.
    private static func offset(_ array: ArrayObject, _ indices: [Value]) throws -> Int {
        let lengths = array.dimensions ?? [array.elements.count]
        guard indices.count == lengths.count else { throw Refusals.argument("Array was not a one-dimensional array.") }
        var offset = 0
        for (i, length) in lengths.enumerated() {
            let index = indices.int(i)
            guard index >= 0, index < length else { throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.") }
            offset = offset * length + index
        }
        return offset
    }
    private static func set(_ value: Value, at indices: [Value], in array: ArrayObject, _ session: Session) throws -> Value {
        let place = try offset(array, indices)
        // No conversion but a widening one.
        if array.elementType.code != .object, !value.isNull, value.unwrapped.type !== array.elementType,
            !(value.isNumber && array.elementType.code.isNumeric), !value.unwrapped.type.isAssignable(to: array.elementType)
        {
            throw MethodFailure("System.InvalidCastException", "Object cannot be stored in an array of this type.")
        }
        array.elements[place] = value.isNull ? session.defaultValue(of: array.elementType) : try session.convert(value, to: array.elementType)
        return .nothing
    }

    static let known = KnownType(.arrayBase) {
        MemberTable(
            properties: [
                Property("Length", .int32, get: { t, _ in .int(Int32(array(t).elements.count)) }),
                Property("LongLength", .int64, get: { t, _ in .long(Int64(array(t).elements.count)) }),
                Property("Rank", .int32, get: { t, _ in .int(Int32(array(t).dimensions?.count ?? 1)) }),
                Property("SyncRoot", .object, get: { t, _ in t }), Property("IsReadOnly", .bool, get: { _, _ in false }),
                Property("IsFixedSize", .bool, get: { _, _ in true }),
                Property("IsSynchronized", .bool, get: { _, _ in false }),
                Property("Count", .int32, get: { t, _ in .int(Int32(array(t).elements.count)) }),
            ],
            methods: [
                Method("GetLength", [.int("dimension")], returns: .int32) { t, a, _ in
                    let lengths = array(t).dimensions ?? [array(t).elements.count]
                    guard lengths.indices.contains(a.int(0)) else {
                        throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
                    }
                    return .int(Int32(lengths[a.int(0)]))
                },
                Method("GetUpperBound", [.int("dimension")], returns: .int32) { t, a, _ in
                    let lengths = array(t).dimensions ?? [array(t).elements.count]
                    guard lengths.indices.contains(a.int(0)) else {
                        throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
                    }
                    return .int(Int32(lengths[a.int(0)] - 1))
                },
                Method("GetLowerBound", [.int("dimension")], returns: .int32) { _, _, _ in 0 },
                Method(
                    "GetValue",
                    [
                        Overload([.int("index")], returns: .object) { t, a, _ in array(t).elements[try offset(array(t), a)] },
                        Overload([.int("index1"), .int("index2")], returns: .object) { t, a, _ in array(t).elements[try offset(array(t), a)] },
                        Overload([.int("index1"), .int("index2"), .int("index3")], returns: .object) { t, a, _ in array(t).elements[try offset(array(t), a)] },
                        Overload([.rest("indices", .int32)], returns: .object) { t, a, _ in array(t).elements[try offset(array(t), a.values(0))] },
                    ]),
                Method(
                    "SetValue",
                    [
                        Overload([.object("value"), .int("index")]) { t, a, session in try set(a[0], at: [a[1]], in: array(t), session) },
                        Overload([.object("value"), .int("index1"), .int("index2")]) { t, a, session in try set(a[0], at: [a[1], a[2]], in: array(t), session)
                        },
                        Overload([.object("value"), .rest("indices", .int32)]) { t, a, session in try set(a[0], at: a.values(1), in: array(t), session) },
                    ]),
                Method("Get", [.rest("indices", .int32)], returns: .object) { t, a, _ in array(t).elements[try offset(array(t), a.values(0))] },
                Method("Set", [.rest("indicesAndValue", .object)]) { t, a, session in
                    let all = a.values(0)
                    guard let value = all.last else { throw Refusals.null("value") }
                    return try set(value, at: Array(all.dropLast()), in: array(t), session)
                },
                Method("GetLongLength", [.int("dimension")], returns: .int64) { t, a, _ in
                    let lengths = array(t).dimensions ?? [array(t).elements.count]
                    guard lengths.indices.contains(a.int(0)) else {
                        throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
                    }
                    return .long(Int64(lengths[a.int(0)]))
                },
                Method("Contains", [.object("value")], returns: .bool) { t, a, _ in .bool(index(array(t).elements, of: a[0]) >= 0) },
                Method("IndexOf", [.object("value")], returns: .int32) { t, a, _ in .int(Int32(index(array(t).elements, of: a[0]))) },
                Method("CopyTo", [.of("array", .arrayBase), .int("index")]) { t, a, _ in
                    guard let target = a[0].asArray else { throw Refusals.null("array") }
                    guard a.int(1) >= 0, a.int(1) + array(t).elements.count <= target.elements.count else {
                        throw Refusals.argument(
                            "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')"
                        )
                    }
                    for (i, element) in array(t).elements.enumerated() { target.elements[a.int(1) + i] = element }
                    return .nothing
                },
                Method("Clone", returns: .object) { t, _, _ in
                    .object(ArrayObject(array(t).elements, elementType: array(t).elementType, dimensions: array(t).dimensions))
                },
                Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in .object(ForEachEnumerator(array(t).elements)) },
                Method("Add", [.object("value")], returns: .int32) { _, _, _ in throw Refusals.notSupported },
                Method("Remove", [.object("value")]) { _, _, _ in throw Refusals.notSupported },
                Method("RemoveAt", [.int("index")]) { _, _, _ in throw Refusals.notSupported },
                Method("Insert", [.int("index"), .object("value")]) { _, _, _ in throw Refusals.notSupported },
                Method("Clear") { t, _, session in
                    let own = array(t)
                    own.elements = own.elements.map { _ in session.defaultValue(of: own.elementType) }
                    return .nothing
                },
                Method("Initialize") { _, _, _ in .nothing },
            ],
            staticMethods: ArrayStatics.methods)
    }
}

enum ArrayStatics {
    private static func sorted(_ elements: [Value], _ session: Session) throws -> [Value] {
        try elements.sorted { try session.compare($0, $1, ignoreCase: false) < 0 }
    }
    /// From one place to another.
    private static var part: Overload {
        Overload([
            .of("sourceArray", .arrayBase), .int("sourceIndex"), .of("destinationArray", .arrayBase), .int("destinationIndex"), .int("length"),
        ]) { _, a, _ in
            for (index, name) in [(1, "sourceIndex"), (3, "destinationIndex"), (4, "length")] where a.int(index) < 0 {
                throw Refusals.outOfRange(name, "Non-negative number required.")
            }
            guard let from = a[0].asArray, let to = a[2].asArray, a.int(1) + a.int(4) <= from.elements.count,
                a.int(3) + a.int(4) <= to.elements.count
            else {
                throw Refusals.argument(
                    "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')"
                )
            }
            let piece = Array(from.elements[a.int(1)..<a.int(1) + a.int(4)])
            for (i, element) in piece.enumerated() { to.elements[a.int(3) + i] = element }
            return .nothing
        }
    }

    static var methods: [Method] {
        let array = OverloadParameter.of("array", .arrayBase)
        return [
            Method(
                "Empty", [Overload(returns: .objectArray) { _, _, _ in .array([]) }],
                generic: { types in [Overload(returns: types[0].arrayType()) { _, _, _ in .object(ArrayObject([], elementType: types[0])) }] }),
            Method("AsReadOnly", [array], returns: .object) { _, a, session in
                try session.call(
                    .object(ListObject(a.values(0), type: .list(of: a[0].asArray?.elementType ?? .object), elementType: a[0].asArray?.elementType ?? .object)),
                    "AsReadOnly", [], session.scope)
            },
            Method("TrueForAll", [array, .of("match", .scriptBlock)], returns: .bool) { _, a, session in
                .bool(try a.values(0).allSatisfy { try Delegates.holds(a[1], $0, session) })
            },
            Method("ForEach", [array, .of("action", .scriptBlock)]) { _, a, session in
                for item in a.values(0) { _ = try session.call(Delegates.block(a[1]), arguments: [item]) }
                return .nothing
            },
            Method("FindLast", [array, .of("match", .scriptBlock)], returns: .object) { _, a, session in
                try a.values(0).last { try Delegates.holds(a[1], $0, session) } ?? session.defaultValue(of: a[0].asArray?.elementType ?? .object)
            },
            Method("FindLastIndex", [array, .of("match", .scriptBlock)], returns: .int32) { _, a, session in
                .int(Int32(try a.values(0).lastIndex { try Delegates.holds(a[1], $0, session) } ?? -1))
            },
            Method(
                "IndexOf",
                [
                    Overload([array, .object("value"), .int("startIndex"), .int("count")], returns: .int32) { _, a, _ in
                        let all = a.values(0)
                        guard a.int(2) >= 0, a.int(3) >= 0, a.int(2) + a.int(3) <= all.count else { throw Refusals.outOfRange("count") }
                        return .int(Int32(all[a.int(2)..<a.int(2) + a.int(3)].firstIndex { HashTable.areEqual($0, a[1], .ordinal) } ?? -1))
                    },
                    Overload([array, .object("value")], returns: .int32) { _, a, _ in .int(Int32(ArrayMembers.index(a.values(0), of: a[1]))) },
                    Overload([array, .object("value"), .int("startIndex")], returns: .int32) { _, a, _ in
                        let rest = try Array(a.values(0).part(from: a.int(2)))
                        let found = ArrayMembers.index(rest, of: a[1])
                        return .int(Int32(found < 0 ? -1 : found + a.int(2)))
                    },
                ]),
            Method("LastIndexOf", [array, .object("value")], returns: .int32) { _, a, _ in
                .int(Int32(a.values(0).lastIndex { HashTable.areEqual($0, a[1], .ordinal) } ?? -1))
            },
            Method(
                "Reverse",
                [
                    Overload([array]) { _, a, _ in
                        a[0].asArray?.elements.reverse()
                        return .nothing
                    },
                    Overload([array, .int("index"), .int("length")]) { _, a, _ in
                        if let own = a[0].asArray { try own.overwrite(from: a.int(1), with: own.elements.part(a.int(1), a.int(2)).reversed()) }
                        return .nothing
                    },
                ]),
            Method(
                "Sort",
                [
                    Overload([array]) { _, a, session in
                        if let own = a[0].asArray { own.elements = try sorted(own.elements, session) }
                        return .nothing
                    },
                    Overload([array, .int("index"), .int("length")]) { _, a, session in
                        guard let own = a[0].asArray else { return .nothing }
                        let start = a.int(1), end = a.int(1) + a.int(2)
                        guard start >= 0, a.int(2) >= 0, end <= own.elements.count else {
                            throw Refusals.argument(
                                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
                            )
                        }
                        own.elements[start..<end] = ArraySlice(try sorted(Array(own.elements[start..<end]), session))
                        return .nothing
                    },
                    Overload([array, .of("comparison", .scriptBlock)]) { _, a, session in
                        if let own = a[0].asArray { own.elements = try own.elements.sorted { try Comparers.compare(a[1], $0, $1, session) < 0 } }
                        return .nothing
                    },
                    Overload([array, .of("comparer", Comparers.interface)]) { _, a, session in
                        if let own = a[0].asArray { own.elements = try own.elements.sorted { try Comparers.compare(a[1], $0, $1, session) < 0 } }
                        return .nothing
                    },
                    Overload([.of("keys", .arrayBase), .of("items", .arrayBase)]) { _, a, session in
                        guard let keys = a[0].asArray, let items = a[1].asArray else { return .nothing }
                        guard items.elements.count >= keys.elements.count else {
                            throw Refusals.argument(
                                "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
                            )
                        }
                        let order = try keys.elements.indices.sorted { try session.compare(keys.elements[$0], keys.elements[$1], ignoreCase: false) < 0 }
                        (keys.elements, items.elements) = (order.map { keys.elements[$0] }, order.map { items.elements[$0] } + items.elements[order.count...])
                        return .nothing
                    },
                ]),
            Method(
                "Copy",
                [
                    Overload([.of("sourceArray", .arrayBase), .of("destinationArray", .arrayBase), .int("length")]) { _, a, _ in
                        if a.int(2) < 0 { throw Refusals.outOfRange("length", "Non-negative number required.") }
                        guard let from = a[0].asArray, let to = a[1].asArray, a.int(2) <= from.elements.count, a.int(2) <= to.elements.count else {
                            throw Refusals.argument(
                                "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')"
                            )
                        }
                        for i in 0..<max(0, a.int(2)) { to.elements[i] = from.elements[i] }
                        return .nothing
                    },
                    part,
                ]),
            Method("ConstrainedCopy", [part]),
            Method("Fill", [array, .object("value")]) { _, a, session in
                if let own = a[0].asArray { let value = try session.convert(a[1], to: own.elementType); own.elements = own.elements.map { _ in value } }
                return .nothing
            },
            Method("Resize", [.byReference("array", .arrayBase), .int("newSize")]) { _, a, session in
                guard let reference = a[0].object as? ReferenceObject else { throw Refusals.null("array") }
                if a.int(1) < 0 { throw Refusals.outOfRange("newSize", "Non-negative number required.") }
                try Room.check(elements: a.int(1))
                let old = reference.variable.read(session).asArray
                let element = old?.elementType ?? .object
                let kept = Array((old?.elements ?? []).prefix(a.int(1)))
                try reference.variable.write(
                    .object(ArrayObject(kept + Array(repeating: session.defaultValue(of: element), count: a.int(1) - kept.count), elementType: element)),
                    session)
                return .nothing
            },
            Method(
                "BinarySearch",
                [
                    Overload([array, .object("value")], returns: .int32) { _, a, session in
                        .int(Int32(try ListMembers.searched(a.values(0), a[1], .null, session)))
                    },
                    Overload([array, .object("value"), .object("comparer")], returns: .int32) { _, a, session in
                        .int(Int32(try ListMembers.searched(a.values(0), a[1], a[2], session)))
                    },
                ]),
            Method(
                "Clear",
                [
                    Overload([array]) { _, a, session in
                        if let own = a[0].asArray { own.elements = own.elements.map { _ in session.defaultValue(of: own.elementType) } }
                        return .nothing
                    },
                    Overload([array, .int("index"), .int("length")]) { _, a, session in
                        guard let own = a[0].asArray else { return .nothing }
                        guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) + a.int(2) <= own.elements.count else {
                            throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
                        }
                        for i in a.int(1)..<a.int(1) + a.int(2) { own.elements[i] = session.defaultValue(of: own.elementType) }
                        return .nothing
                    },
                ]),
            Method("CreateInstance", [.of("elementType", .type), .rest("lengths", .int32)], returns: .arrayBase) { _, a, session in
                let type = a[0].asType?.value ?? .object
                let lengths = a.values(1).map { Int($0.asInt64 ?? 0) }
                guard !lengths.isEmpty, lengths.allSatisfy({ $0 >= 0 }) else { throw Refusals.outOfRange("length", "Non-negative number required.") }
                return .object(
                    ArrayObject(
                        Array(repeating: session.defaultValue(of: type), count: try Room.elements(of: lengths)), elementType: type,
                        dimensions: lengths.count > 1 ? lengths : nil))
            },
            Method("Exists", [array, .of("match", .scriptBlock)], returns: .bool) { _, a, session in
                .bool(try a.values(0).contains { try session.evaluate(Delegates.block(a[1]), item: $0, arguments: [$0], scope: session.scope).isTrue(session) })
            },
            Method("Find", [array, .of("match", .scriptBlock)], returns: .object) { _, a, session in
                try a.values(0).first { try session.evaluate(Delegates.block(a[1]), item: $0, arguments: [$0], scope: session.scope).isTrue(session) } ?? .null
            },
            Method("FindIndex", [array, .of("match", .scriptBlock)], returns: .int32) { _, a, session in
                .int(
                    Int32(
                        try a.values(0).firstIndex {
                            try session.evaluate(Delegates.block(a[1]), item: $0, arguments: [$0], scope: session.scope).isTrue(session)
                        } ?? -1))
            },
            Method("FindAll", [array, .of("match", .scriptBlock)], returns: .objectArray) { _, a, session in
                .array(try a.values(0).filter { try session.evaluate(Delegates.block(a[1]), item: $0, arguments: [$0], scope: session.scope).isTrue(session) })
            },
            Method("ConvertAll", [array, .of("converter", .scriptBlock)], returns: .objectArray) { _, a, session in
                .array(try a.values(0).map { try session.evaluate(Delegates.block(a[1]), item: $0, arguments: [$0], scope: session.scope) })
            },
        ]
    }
}

/// Script blocks where .NET wants a delegate.
enum Delegates {
    static func block(_ value: Value) throws -> ScriptBlock {
        guard let block = value.asScriptBlock else { throw Refusals.null("match") }
        return block
    }
    static func holds(_ block: Value, _ item: Value, _ session: Session) throws -> Bool {
        try session.call(self.block(block), arguments: [item]).isTrue(session)
    }
}
