// Assignment in all its forms. An assignment is a statement without output; in parentheses it has a value.

import Diagnostics
import Syntax

/// What assignments share: no output as a statement.
class AssigningNode: Node {
    func perform(_ s: Scope) throws -> Value { .null }
    final override func evaluate(_ s: Scope) throws -> Value { try perform(s) }
    final override func run(_ s: Scope) throws -> Flow {
        _ = try perform(s)
        return .next
    }
}

final class AssignNode: AssigningNode {
    let target: TargetNode
    let value: Node
    /// A bare expression leaves `$?` as it is set here: true.
    let isExpression: Bool
    init(_ range: SourceRange, _ target: TargetNode, _ value: Node, isExpression: Bool) {
        self.target = target
        self.value = value
        self.isExpression = isExpression
        super.init(range)
    }
    override func perform(_ s: Scope) throws -> Value {
        let new = try value.evaluate(s)
        if let slot = target as? SlotNode {
            try (s.slots + slot.slot).assign(new, s.session)
        } else {
            try target.assign(new, s)
        }
        if isExpression { s.session.lastSucceeded = true }
        return new
    }
}

/// `+= -= *= /= %=` and `??=`.
final class CompoundAssignNode: AssigningNode {
    let target: TargetNode
    let operation: Arithmetic?
    let value: Node
    init(_ range: SourceRange, _ target: TargetNode, _ operation: Arithmetic?, _ value: Node) {
        self.target = target
        self.operation = operation
        self.value = value
        super.init(range)
    }
    override func perform(_ s: Scope) throws -> Value {
        guard let operation else {
            let old = try target.evaluate(s)
            if !old.isNull { return old }
            let new = try value.evaluate(s)
            try target.assign(new, s)
            return new
        }
        let added = try value.evaluate(s)
        if let slot = target as? SlotNode {
            let storage = s.slots + slot.slot
            if case .int(let x) = storage.pointee, case .int(let y) = added {
                switch operation {
                case .add:
                    let (sum, overflow) = x.addingReportingOverflow(y)
                    if !overflow {
                        storage.pointee = .int(sum)
                        return .int(sum)
                    }
                case .subtract:
                    let (difference, overflow) = x.subtractingReportingOverflow(y)
                    if !overflow {
                        storage.pointee = .int(difference)
                        return .int(difference)
                    }
                default: break
                }
            }
            if operation == .add, try CompoundAssignNode.appendInPlace(storage, added, s.session) { return .null }
        }
        let new = try operation.apply(try target.evaluate(s), added, s.session)
        try target.assign(new, s)
        return new
    }

    /// Appends to an array that nobody but this variable holds: nobody can tell it from a new one.
    private static func appendInPlace(_ storage: UnsafeMutablePointer<Value>, _ added: Value, _ session: Session) throws -> Bool {
        guard case .object(let object) = storage.pointee, object.kind == .array else { return false }
        guard isHeldOnce(storage) else { return false }
        let array = unsafeDowncast(object, to: ArrayObject.self)
        guard array.elementType === TypeInfo.object, array.dimensions == nil else { return false }
        if let more = try session.elements(of: added) {
            array.elements.append(contentsOf: more)
        } else {
            array.elements.append(added.isNull ? .null : added)
        }
        return true
    }

    private static func isHeldOnce(_ storage: UnsafeMutablePointer<Value>) -> Bool {
        guard case .object(var object) = storage.move() else { return false }
        let unique = isKnownUniquelyReferenced(&object)
        storage.initialize(to: .object(object))
        return unique
    }
}

/// `$a, $b = …`: the last target takes the rest.
final class TargetListNode: TargetNode {
    let targets: [TargetNode]
    init(_ range: SourceRange, _ targets: [TargetNode]) {
        self.targets = targets
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { .array(try targets.map { try $0.evaluate(s) }) }
    override func assign(_ value: Value, _ s: Scope) throws {
        let values = try s.session.elements(of: value) ?? [value]
        for (i, target) in targets.enumerated() {
            if i == targets.count - 1, values.count > targets.count {
                try target.assign(.array(Array(values[i...])), s)
            } else {
                try target.assign(i < values.count ? values[i] : .null, s)
            }
        }
    }
}

/// `[int]$x = …`: from then on the variable converts what it is given.
final class TypedTargetNode: TargetNode {
    let target: TargetNode
    let type: TypeReference?
    let attributes: [AttributeSyntax]
    let name: String
    let symbol: Symbol
    init(_ range: SourceRange, _ target: TargetNode, type: TypeReference?, attributes: [AttributeSyntax], name: String, symbol: Symbol) {
        self.target = target
        self.type = type
        self.attributes = attributes
        self.name = name
        self.symbol = symbol
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { try target.evaluate(s) }
    override func assign(_ value: Value, _ s: Scope) throws {
        let session = s.session
        let declared = try type?.resolve(s)
        if let node = target as? SlotNode ?? target as? NamedVariableNode ?? (target as? ScopedVariableNode as TargetNode?) {
            let scope = (node as? ScopedVariableNode).flatMap { s.scope(named: $0.qualifier) } ?? s
            let storage = scope.makeStorage(symbol)
            let cell = session.cell(at: storage, name)
            if cell.options.contains(.readOnly) || cell.options.contains(.constant) { return try cell.write(value, session) }
            let before = (cell.declaredType, cell.validations)
            let read = try AttributeReader.read(attributes, s)
            cell.declaredType = declared
            cell.validations = read.validations
            cell.transformations = read.transformations
            do {
                try cell.write(value, session)
            } catch {
                (cell.declaredType, cell.validations) = before
                throw error
            }
        } else {
            try target.assign(declared.map { try session.convert(value, to: $0) } ?? value, s)
        }
    }
}
