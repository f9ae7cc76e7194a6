// Assignment in all its forms. An assignment is a statement without output; in parentheses it has a value.

import Diagnostics
import Syntax

/// What assignments share: no output as a statement, the variable's value as an expression.
class AssigningNode: Node {
    let target: TargetNode
    /// A bare expression sets `$?` to true; a command sets it itself.
    private let isExpression: Bool
    init(_ range: SourceRange, target: TargetNode, value: Node) {
        self.target = target
        isExpression = value.setsSuccess
        super.init(range)
    }
    final override var setsSuccess: Bool { isExpression }
    func perform(_ s: Scope) throws {}
    final override func run(_ s: Scope) throws -> Flow {
        try perform(s)
        if isExpression { s.session.lastSucceeded = true }
        return .next
    }
}

final class AssignNode: AssigningNode {
    let value: Node
    init(_ range: SourceRange, _ target: TargetNode, _ value: Node) {
        self.value = value
        super.init(range, target: target, value: value)
    }
    override func perform(_ s: Scope) throws { try target.assign(value.evaluate(s), s) }
    override func evaluate(_ s: Scope) throws -> Value {
        let new = try value.evaluate(s), place = try target.place(s)
        try target.write(new, place, s)
        return try target.read(place, s)
    }
}

/// `+= -= *= /= %=` and `??=`.
final class CompoundAssignNode: AssigningNode {
    let operation: Arithmetic?
    let value: Node
    /// The slot of a plain variable, -1 for other targets.
    private let slot: Int
    init(_ range: SourceRange, _ target: TargetNode, _ operation: Arithmetic?, _ value: Node) {
        self.operation = operation
        self.value = value
        slot = (target as? SlotNode)?.slot ?? -1
        super.init(range, target: target, value: value)
    }

    override func perform(_ s: Scope) throws {
        guard slot >= 0, let operation else { return try perform(target.place(s), s) }
        let storage = s.slots + slot
        if let number = value.quickInteger(s), CompoundAssignNode.change(storage, operation, number) { return }
        let added = try value.evaluate(s)
        if case .int(let number) = added, CompoundAssignNode.change(storage, operation, number) { return }
        try apply(operation, added, Place.ofVariable, s)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let place = try target.place(s)
        try perform(place, s)
        return try target.read(place, s)
    }
    private func perform(_ place: Place, _ s: Scope) throws {
        if let operation {
            try apply(operation, value.evaluate(s), place, s)
        } else if try target.read(place, s).isNull {
            try target.write(value.evaluate(s), place, s)
        }
    }

    private func apply(_ operation: Arithmetic, _ added: Value, _ place: Place, _ s: Scope) throws {
        if operation == .add, try target.append(ArrayGrowth(added, s.session), place, s) { return }
        try target.write(operation.apply(current(place, s), added, s.session), place, s)
    }

    /// What the target holds; nothing yet is no error even in strict mode.
    private func current(_ place: Place, _ s: Scope) throws -> Value {
        do { return try target.read(place, s) } catch let failure as ShellError where failure.record.errorId == "VariableIsUndefined" { return .null }
    }

    /// Adds to or subtracts from a number in place; false where that needs more thought.
    @inline(__always) private static func change(_ storage: UnsafeMutablePointer<Value>, _ operation: Arithmetic, _ number: Int32) -> Bool {
        switch storage.pointee {
        case .int(let old):
            if operation == .add {
                let (sum, overflow) = old.addingReportingOverflow(number)
                if overflow { return false }
                storage.pointee = .int(sum)
                return true
            }
            if operation == .subtract {
                let (difference, overflow) = old.subtractingReportingOverflow(number)
                if overflow { return false }
                storage.pointee = .int(difference)
                return true
            }
            return false
        case .double(let old):
            if operation == .add {
                storage.pointee = .double(old + Double(number))
            } else if operation == .subtract {
                storage.pointee = .double(old - Double(number))
            } else {
                return false
            }
            return true
        default: return false
        }
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
