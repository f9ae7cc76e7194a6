// `target[index]`: arrays, text, tables, records and whatever has an indexer; several indices give several values.

enum Indexing {
    static func get(_ target: Value, _ index: Value, _ s: Scope) throws -> Value {
        let session = s.session
        if target.isNull { throw ShellError("NullArray", Messages.indexIntoNull, category: .invalidOperation) }
        let base = target.object?.kind == .instance ? Instance.native(target) : target.unwrapped
        if let table = base.asTable {
            if index.unwrapped.isNull { throw ShellError("NullArrayIndex", Messages.nullIndex, category: .invalidOperation) }
            if let found = table.table[index.unwrapped] { return found }
            if table.isOrdered, let position = index.asInt64, !(index.unwrapped.isChar) {
                return table.table.pair(at: Int(position))?.value ?? .null
            }
            if let keys = index.asArray {
                // An array may stand in itself.
                try s.session.checkDepth()
                return .array(try keys.elements.map { try get(base, $0, s) })
            }
            if table.keyType !== TypeInfo.object, let key = try? session.convert(index, to: table.keyType) { return table.table[key] ?? .null }
            return .null
        }
        if index.isNull { throw ShellError("NullArrayIndex", Messages.nullIndex, category: .invalidOperation) }
        if let text = base.asText { return try elements(index, count: text.length, session) { .char(text.unit(at: $0)) } }
        if let array = base.asArray {
            if array.dimensions != nil {
                guard let offset = try MultiDimensional.offset(array, index, session) else { return try outside(session) }
                return array.elements[offset]
            }
            return try elements(index, count: array.elements.count, session) { array.elements[$0] }
        }
        if let list = base.asList { return try elements(index, count: list.elements.count, session) { list.elements[$0] } }
        for table in session.types.tables(of: base.type) {
            guard let indexer = table.indexer else { continue }
            if let many = index.asArray { return .array(try many.elements.map { try indexer.get(base, [$0], session) }) }
            return try indexer.get(base, [index], session)
        }
        // A single value indexes like an array of one; a custom object answers to nothing else.
        if base.asRecord != nil {
            let position = index.asInt64
            return position == 0 || position == -1 ? target : .nothing
        }
        if let position = index.asInt64, !index.unwrapped.isChar, base.object?.kind != .scriptBlock {
            if position == 0 || position == -1 { return target }
            return .null
        }
        throw ShellError("CannotIndex", Messages.cannotIndex(base.type), category: .invalidOperation)
    }

    /// One element for one index, an array for several; outside gives null.
    private static func elements(_ index: Value, count: Int, _ session: Session, _ element: (Int) -> Value) throws -> Value {
        func one(_ position: Int) -> Value? {
            let place = position < 0 ? position + count : position
            return place >= 0 && place < count ? element(place) : nil
        }
        if case .int(let position) = index { return try one(Int(position)) ?? outside(session) }
        if let many = index.asArray?.elements ?? index.asList?.elements {
            var result: [Value] = []
            for single in many {
                try session.checkCancelled()
                if let found = one(try position(single, session)) { result.append(found) }
            }
            return .array(result)
        }
        // Text that is no number finds nothing.
        if index.asString != nil, session.converted(index, to: .int32) == nil { return try outside(session) }
        return try one(position(index, session)) ?? outside(session)
    }

    private static func outside(_ session: Session) throws -> Value {
        if session.strictMode(session.scope) >= 3 {
            throw ShellError(
                "System.IndexOutOfRangeException", Messages.indexOutsideArray, type: "System.IndexOutOfRangeException", category: .operationStopped)
        }
        return .null
    }

    private static func position(_ index: Value, _ session: Session) throws -> Int {
        do {
            return Int(try session.convert(index, to: .int32).asInt64 ?? 0)
        } catch let error as ShellError {
            throw error
        }
    }

    static func set(_ target: Value, _ index: Value, _ new: Value, _ s: Scope) throws {
        let session = s.session
        if target.isNull { throw ShellError("NullArray", Messages.indexIntoNull, category: .invalidOperation) }
        let base = target.object?.kind == .instance ? Instance.native(target) : target.unwrapped
        if let table = base.asTable {
            let key = index.unwrapped
            if key.isNull { throw ShellError("NullArrayIndex", Messages.nullIndex, category: .invalidOperation) }
            if table.isReadOnly {
                throw ShellError("NotSupportedException", Messages.readOnlyCollection, type: "System.NotSupportedException", category: .invalidOperation)
            }
            if table.isOrdered, let position = key.asInt64, !key.isChar {
                guard position >= 0, position < table.table.count else {
                    throw ShellError(
                        "System.ArgumentOutOfRangeException", Messages.indexOutOfRange("index"), type: "System.ArgumentOutOfRangeException",
                        category: .invalidOperation)
                }
                table.table.setValue(at: Int(position), new)
                return
            }
            let typedKey = table.keyType === TypeInfo.object ? key : try session.convert(key, to: table.keyType)
            try table.put(typedKey, table.valueType === TypeInfo.object ? new : try session.convert(new, to: table.valueType))
            return
        }
        if index.isNull { throw ShellError("NullArrayIndex", Messages.nullIndex, category: .invalidOperation) }
        if let array = base.asArray {
            if array.dimensions != nil {
                guard let offset = try MultiDimensional.offset(array, index, session) else { throw outOfBounds }
                array.elements[offset] = try session.convertElement(new, to: array.elementType)
                return
            }
            let place = try place(index, count: array.elements.count, session)
            array.elements[place] = try session.convertElement(new, to: array.elementType)
            return
        }
        if let list = base.asList {
            let position = try position(index, session)
            let place = position < 0 ? position + list.elements.count : position
            guard list.elements.indices.contains(place) else {
                throw ShellError(
                    "System.ArgumentOutOfRangeException", Messages.indexOutOfRange("index"), type: "System.ArgumentOutOfRangeException",
                    category: .operationStopped)
            }
            list.elements[place] = try session.convertElement(new, to: list.elementType)
            return
        }
        for table in session.types.tables(of: base.type) {
            if let set = table.indexer?.set {
                _ = try set(base, [index, new], session)
                return
            }
        }
        throw ShellError("CannotIndex", Messages.cannotIndex(base.type), category: .invalidOperation)
    }

    private static func place(_ index: Value, count: Int, _ session: Session) throws -> Int {
        let position = try position(index, session)
        let place = position < 0 ? position + count : position
        guard place >= 0, place < count else { throw outOfBounds }
        return place
    }

    private static var outOfBounds: ShellError {
        ShellError("System.IndexOutOfRangeException", Messages.indexOutsideArray, type: "System.IndexOutOfRangeException", category: .operationStopped)
    }
}

extension Value {
    var isChar: Bool {
        if case .char = self { return true }
        return false
    }
}

/// Arrays of more than one dimension: one block in row-major order.
enum MultiDimensional {
    /// The place of the element in the block; nil where there is none.
    static func offset(_ array: ArrayObject, _ index: Value, _ session: Session) throws -> Int? {
        let lengths = array.dimensions ?? []
        let indices = try (index.asArray?.elements ?? [index]).map { Int(try session.convert($0, to: .int32).asInt64 ?? 0) }
        guard indices.count == lengths.count else {
            throw ShellError("NeedMultidimensionalIndex", Messages.needMoreIndices(lengths.count), category: .invalidOperation)
        }
        var offset = 0
        for (i, length) in lengths.enumerated() {
            let place = indices[i] < 0 ? indices[i] + length : indices[i]
            guard place >= 0, place < length else { return nil }
            offset = offset * length + place
        }
        return offset
    }
}
