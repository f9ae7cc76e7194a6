// Members, method calls and indexing. A place in code remembers the last shape or type it met.

import Diagnostics
import Syntax

final class MemberNode: TargetNode {
    let target: Node
    let name: Node
    /// The name, if it is written out.
    let fixedName: Text?
    let isStatic: Bool
    let isNullConditional: Bool
    private var property: PropertyPlace?
    private var field: FieldPlace?

    init(_ range: SourceRange, target: Node, name: Node, isStatic: Bool, isNullConditional: Bool) {
        self.target = target
        self.name = name
        fixedName = name.constant?.asText
        property = isStatic ? nil : fixedName.map { PropertyPlace($0) }
        field = isStatic ? nil : fixedName.map { FieldPlace($0.string) }
        self.isStatic = isStatic
        self.isNullConditional = isNullConditional
        super.init(range)
    }

    override func evaluate(_ s: Scope) throws -> Value {
        let value = try target.evaluate(s)
        if let found = property?.value(in: value) { return found }
        if let found = field?.value(in: value, s.session) { return found }
        if isNullConditional, value.isNull { return .null }
        return try find(Place(base: value, key: key(s)), s)
    }

    override func place(_ s: Scope) throws -> Place { Place(base: try target.evaluate(s), key: try key(s)) }

    /// The name where it is not written out.
    private func key(_ s: Scope) throws -> Value { fixedName == nil ? try name.evaluate(s).unwrapped : .null }

    override func read(_ place: Place, _ s: Scope) throws -> Value {
        if let found = property?.value(in: place.base) { return found }
        if let found = field?.value(in: place.base, s.session) { return found }
        return try find(place, s)
    }

    private func find(_ place: Place, _ s: Scope) throws -> Value {
        // A name that is no text may be a key of its own type: `$table.1`.
        if fixedName == nil, !isStatic, let table = place.base.asTable, let found = table.table[place.key] { return found }
        let session = s.session, member = try memberName(place, session)
        if isStatic { return try session.staticProperty(of: type(place.base, session), member, s) }
        return try session.property(of: place.base, member, s)
    }

    override func append(_ added: ArrayGrowth, _ place: Place, _ s: Scope) throws -> Bool {
        guard let fixedName, !isStatic, case .object(let object) = place.base else { return false }
        switch object.kind {
        case .table:
            let table = unsafeDowncast(object, to: TableObject.self)
            if table.isReadOnly || table.valueType !== TypeInfo.object { return false }
            return try table.table.change(.object(fixedName)) { try added.append(to: &$0) }
        case .record:
            let record = unsafeDowncast(object, to: Record.self)
            guard !record.shape.hasActiveMembers, let index = record.shape.index(of: fixedName) else { return false }
            return try record.change(index) { try added.append(to: &$0) }
        case .instance: return try field?.change(in: place.base, s.session) { try added.append(to: &$0, declared: $1) } ?? false
        default: return false
        }
    }

    override func assign(_ new: Value, _ s: Scope) throws { try write(new, place(s), s) }

    override func write(_ new: Value, _ place: Place, _ s: Scope) throws {
        let session = s.session, value = place.base
        if case .object(let object) = value, object.kind == .record, let fixedName {
            let record = unsafeDowncast(object, to: Record.self)
            if !record.shape.hasActiveMembers, let index = record.shape.index(of: fixedName) {
                record[index] = new.isAbsent ? .null : new
                return
            }
        }
        if field?.set(new, in: value, session) == true { return }
        let member = try memberName(place, session)
        if isStatic { return try session.setStaticProperty(of: type(value, session), member, new) }
        try session.setProperty(of: value, member, new.isAbsent ? .null : new)
    }

    private func memberName(_ place: Place, _ session: Session) throws -> String { try fixedName?.string ?? place.key.toText(session) }

    private func type(_ value: Value, _ session: Session) throws -> TypeInfo { value.asType?.value ?? value.type }
}

/// What calls of methods share as statements: a method that returns nothing writes nothing, and neither does one that returns null.
class MethodCallNode: Node {
    final override func run(_ s: Scope) throws -> Flow {
        let value = try evaluate(s)
        if !value.isAbsent { try s.output.writeEnumerated(value, s.session) }
        s.session.lastSucceeded = true
        return .next
    }
}

final class CallNode: MethodCallNode {
    let target: Node
    let name: Node
    let fixedName: String?
    let arguments: [Node]
    let isStatic: Bool
    let isNullConditional: Bool
    /// Type and method last met.
    private var seenType: TypeInfo?
    private var seenMethod: Method?
    private var seenEpoch = -1
    private var seenOverload: Overload?
    /// The room of the last call's arguments, empty while a call is under way.
    private var spare: [Value] = []

    init(_ range: SourceRange, target: Node, name: Node, arguments: [Node], isStatic: Bool, isNullConditional: Bool) {
        self.target = target
        self.name = name
        fixedName = name.constant?.asString
        self.arguments = arguments
        self.isStatic = isStatic
        self.isNullConditional = isNullConditional
        super.init(range)
    }

    override func evaluate(_ s: Scope) throws -> Value {
        let session = s.session
        let value = try target.evaluate(s)
        if isNullConditional, value.isNull { return .null }
        var values: [Value] = []
        swap(&values, &spare)
        for argument in arguments { values.append(try argument.evaluate(s)) }
        defer {
            values.removeAll(keepingCapacity: true)
            swap(&values, &spare)
        }
        let member: String
        if let fixedName {
            member = fixedName
        } else {
            let computed = try name.evaluate(s)
            if let block = computed.asScriptBlock { return try session.call(block, arguments: values, this: value) }
            member = try computed.toText(session)
        }
        if isStatic {
            guard let type = value.asType?.value else {
                return try session.callStatic(value.type, member, values, s)
            }
            return try session.callStatic(type, member, values, s)
        }
        if case .object(let object) = value, object.kind != .extended, object.kind != .record, object.extensions == nil {
            let type = object.type
            if seenType === type, seenEpoch == session.types.epoch, let seenMethod {
                return try session.invoke(seenMethod, on: value, values, lastExact: &seenOverload)
            }
            if session.types.typeData.isEmpty || session.addedMember(of: value, member) == nil, let found = session.types.member(of: type, member),
                case .method(let method) = found
            {
                seenType = type
                seenMethod = method
                seenEpoch = session.types.epoch
                seenOverload = nil
                return try session.invoke(method, on: value, values)
            }
        }
        return try session.call(value, member, values, s)
    }
}

/// `([Base]$this).Name()`: the method as the base has it, whatever the object's own class makes of it.
final class BaseCallNode: MethodCallNode {
    let type: TypeReference
    let operand: Node
    let name: String
    let arguments: [Node]
    let otherwise: CallNode
    init(_ range: SourceRange, type: TypeReference, operand: Node, name: String, arguments: [Node], otherwise: CallNode) {
        self.type = type
        self.operand = operand
        self.name = name
        self.arguments = arguments
        self.otherwise = otherwise
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let session = s.session
        let base = try type.resolve(s)
        let value = try operand.evaluate(s)
        guard value.type.scriptClass != nil, value.type !== base, value.type.isAssignable(to: base),
            case .method(let method)? = session.types.member(of: base, name)
        else { return try otherwise.evaluate(s) }
        return try session.invoke(method, on: value, arguments.map { try $0.evaluate(s) })
    }
}

/// `[array]::Empty[string]()`: a method called with types in brackets.
final class GenericCallNode: MethodCallNode {
    let target: Node
    let name: Node
    let arguments: [Node]
    let types: [TypeReference]
    let isStatic: Bool
    let isNullConditional: Bool
    init(_ range: SourceRange, target: Node, name: Node, arguments: [Node], types: [TypeReference], isStatic: Bool, isNullConditional: Bool) {
        self.target = target
        self.name = name
        self.arguments = arguments
        self.types = types
        self.isStatic = isStatic
        self.isNullConditional = isNullConditional
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let session = s.session
        let value = try target.evaluate(s)
        if isNullConditional, value.isNull { return .null }
        let values = try arguments.map { try $0.evaluate(s) }
        let member = try name.evaluate(s).toText(session)
        let given = try types.map { try $0.resolve(s) }
        let owner = isStatic ? value.asType?.value ?? value.type : value.unwrapped.type
        if value.isNull { throw ShellError("InvokeMethodOnNull", Messages.methodOnNull, category: .invalidOperation) }
        guard case .method(let method)? = isStatic ? session.types.staticMember(of: owner, member) : session.types.member(of: owner, member) else {
            throw session.methodNotFound(owner, member)
        }
        return try session.invoke(method.with(given), on: isStatic ? .null : value.unwrapped, values)
    }
}

final class IndexNode: TargetNode {
    let target: Node
    let index: Node
    let isNullConditional: Bool
    /// `$table[[object]5]` means the key 5 also where a plain 5 means a place.
    private let isKey: Bool
    init(_ range: SourceRange, target: Node, index: Node, isNullConditional: Bool) {
        isKey = (index as? ConvertNode)?.type.isObject ?? false
        self.target = target
        self.index = index
        self.isNullConditional = isNullConditional
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let value = try target.evaluate(s)
        if isNullConditional, value.isNull { return .null }
        return try find(value, index.evaluate(s), s)
    }
    override func place(_ s: Scope) throws -> Place { Place(base: try target.evaluate(s), key: try index.evaluate(s)) }
    override func read(_ place: Place, _ s: Scope) throws -> Value { try find(place.base, place.key, s) }

    @inline(__always) private func find(_ value: Value, _ key: Value, _ s: Scope) throws -> Value {
        if case .object(let object) = value {
            if object.kind == .array, case .int(let position) = key {
                let array = unsafeDowncast(object, to: ArrayObject.self)
                if position >= 0, position < array.elements.count, array.dimensions == nil { return array.elements[Int(position)] }
            } else if object.kind == .table, case .object(let keyObject) = key, keyObject.kind == .text {
                let table = unsafeDowncast(object, to: TableObject.self)
                if let found = table.table[key] { return found }
            }
        }
        if isKey, let table = value.asTable, table.isOrdered { return table.table[key.unwrapped] ?? .null }
        return try Indexing.get(value, key, s)
    }
    override func append(_ added: ArrayGrowth, _ place: Place, _ s: Scope) throws -> Bool {
        guard case .object(let object) = place.base, object.kind == .table, !place.key.isNull else { return false }
        let table = unsafeDowncast(object, to: TableObject.self)
        // Elsewhere a key may be a place, or is converted.
        guard table.tableType === TypeInfo.hashtable, !table.isReadOnly else { return false }
        return try table.table.change(place.key.unwrapped) { try added.append(to: &$0) }
    }

    override func assign(_ new: Value, _ s: Scope) throws { try write(new, place(s), s) }

    override func write(_ new: Value, _ place: Place, _ s: Scope) throws {
        let value = place.base, key = place.key
        if case .object(let object) = value, object.kind == .table, case .object(let keyObject) = key, keyObject.kind == .text {
            let table = unsafeDowncast(object, to: TableObject.self)
            if table.tableType === TypeInfo.hashtable, !table.isReadOnly {
                table.table.set(key, new.isAbsent ? .null : new)
                return
            }
        }
        if isKey, let table = value.asTable, table.isOrdered, !table.isReadOnly, !key.isNull {
            return try table.put(key.unwrapped, new.isAbsent ? .null : new)
        }
        try Indexing.set(value, key, new.isAbsent ? .null : new, s)
    }
}
