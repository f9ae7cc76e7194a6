// `$list += $item` without a copy of the list, where nobody can tell the difference.

/// What is to be added to the end of an array.
struct ArrayGrowth {
    private let added: Value
    private let session: Session

    init(_ added: Value, _ session: Session) {
        self.added = added
        self.session = session
    }

    /// Appends to the array of a variable, whether or not it has a cell of its own.
    /// - Throws: `System.OutOfMemoryException`.
    func append(to storage: UnsafeMutablePointer<Value>) throws -> Bool {
        if let cell = ArrayGrowth.plainCell(storage.pointee) { return try append(to: &cell.value, declared: cell.declaredType) }
        return try append(to: &storage.pointee)
    }

    private static func plainCell(_ value: Value) -> VariableCell? {
        guard case .object(let object) = value, object.kind == .variable else { return nil }
        let cell = unsafeDowncast(object, to: VariableCell.self)
        let isPlain = cell.options.isEmpty && cell.validations.isEmpty && cell.transformations.isEmpty && cell.computed == nil && cell.assign == nil
        return isPlain ? cell : nil
    }

    /// - Parameter declared: what the place converts to.
    func append(to value: inout Value, declared: TypeInfo? = nil) throws -> Bool {
        guard let added = fitting(value, declared), ArrayGrowth.isHeldOnce(&value), case .object(let object) = value else { return false }
        let array = unsafeDowncast(object, to: ArrayObject.self)
        if let more = added.asArray?.elements {
            if array.elements.count + more.count > array.elements.capacity { try RoomFor.elements(array.elements.count * 2 + more.count) }
            array.elements.append(contentsOf: more)
        } else {
            if array.elements.count == array.elements.capacity { try RoomFor.elements(array.elements.count * 2) }
            array.elements.append(added)
        }
        return true
    }

    /// What is to be appended: to an array of anything as it is; to a typed one, where the place would convert the sum again, as its type. Nil where more
    /// than that happens, such as for objects that have elements in another way than an array has them.
    @inline(never) private func fitting(_ value: Value, _ declared: TypeInfo?) -> Value? {
        guard case .object(let object) = value, object.kind == .array else { return nil }
        let array = unsafeDowncast(object, to: ArrayObject.self)
        guard array.dimensions == nil, array.extensions == nil else { return nil }
        if let declared, declared.code != .object {
            guard declared === array.type else { return nil }
            if let more = added.asArray?.elements { return more.allSatisfy { $0.type === array.elementType } ? added : nil }
            if added.type === array.elementType { return added }
            // Text and numbers are converted without asking a script. What does not fit is reported by who assigns.
            return added.isNumber || added.asString != nil ? try? session.convert(added, to: array.elementType) : nil
        }
        guard array.elementType === TypeInfo.object else { return nil }
        switch added {
        case .nothing, .missing: return nil
        case .object(let more):
            switch more.kind {
            case .array, .text, .record, .table, .decimal, .date: return added
            case .instance: return more.type.ancestors.allSatisfy(\.interfaces.isEmpty) ? added : nil
            default: return nil
            }
        default: return added
        }
    }

    private static func isHeldOnce(_ value: inout Value) -> Bool {
        var taken = Value.null
        swap(&taken, &value)
        guard case .object(var object) = consume taken else { return false }
        let isUnique = isKnownUniquelyReferenced(&object)
        value = .object(object)
        return isUnique
    }
}
