// Values that are put together where they stand: text with holes, arrays, tables, blocks, casts, types.

import Diagnostics
import Scalars
import Syntax

/// Text with variables and subexpressions in it, joined at once.
final class InterpolationNode: Node {
    enum Part {
        case text(String)
        case node(Node)
    }
    /// What `evaluate` goes through: nothing in it is counted.
    private enum Step {
        case bytes(UnsafeBufferPointer<UInt8>)
        case node(Unmanaged<Node>)
    }
    private let steps: [Step]
    private let nodes: [Node]
    init(_ range: SourceRange, _ parts: [Part]) {
        var nodes: [Node] = []
        steps = parts.map { part in
            switch part {
            case .text(let text):
                let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
                _ = bytes.initialize(from: text.utf8)
                return .bytes(UnsafeBufferPointer(bytes))
            case .node(let node):
                nodes.append(node)
                return .node(Unmanaged.passUnretained(node))
            }
        }
        self.nodes = nodes
        super.init(range)
    }
    deinit { for case .bytes(let bytes) in steps { bytes.deallocate() } }
    override func evaluate(_ s: Scope) throws -> Value {
        let buffer = s.session.textBuffer
        let start = buffer.count
        do {
            for step in steps {
                switch step {
                case .bytes(let bytes): try buffer.append(bytes)
                case .node(let node):
                    switch try value(of: node.takeUnretainedValue(), s) {
                    case .int(let number): try buffer.append(decimal: number)
                    case .object(let object) where object.kind == .text: try buffer.append(unsafeDowncast(object, to: Text.self).string)
                    // What has its content for properties is named by its type where it stands alone.
                    case .object(let object) where object.kind == .box && object.adapter != nil: try buffer.append(object.type.fullName)
                    case let value: try buffer.append(value.toText(s.session))
                    }
                }
            }
        } catch {
            buffer.drop(from: start)
            throw error
        }
        return .object(buffer.take(from: start))
    }

    /// Version 1 of strict mode passes over variables in text.
    private func value(of node: Node, _ s: Scope) throws -> Value {
        do { return try node.evaluate(s) } catch let failure as ShellError where failure.record.errorId == "VariableIsUndefined" && s.session.strictMode(s) == 1
        { return .null }
    }
}

/// `1, 2, 3`.
final class ArrayNode: Node {
    let elements: [Node]
    init(_ range: SourceRange, _ elements: [Node]) {
        self.elements = elements
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            let value = try element.evaluate(s)
            values.append(value.isNull ? .null : value)
        }
        return .array(values)
    }
}

/// What only encloses others, as a statement: `$?` is what the last thing inside left.
class EnclosingNode: Node {
    final override func run(_ s: Scope) throws -> Flow {
        try s.output.writeEnumerated(try evaluate(s), s.session)
        if setsSuccess { s.session.lastSucceeded = true }
        return .next
    }
}

/// `@( )`: always an array. A single expression that already is one is taken as it is.
final class ArrayExpressionNode: EnclosingNode {
    let body: BlockNode
    /// The expression, if the block is nothing but one.
    let single: Node?
    init(_ range: SourceRange, _ body: BlockNode, single: Node?) {
        self.body = body
        self.single = single
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        if let single {
            let value: Value
            do { value = try single.evaluate(s) } catch {
                try body.recoverAlone(from: error, s)
                return .array([])
            }
            if let array = value.asArray { return array.elementType === TypeInfo.object ? value : .array(array.elements) }
            // An empty `$( )` is a null here, anything else that writes nothing is nothing.
            if value.isAbsent { return .array(single is SubexpressionNode ? [.null] : []) }
            return .array(try s.session.elements(of: value) ?? [value])
        }
        let collector = Collector()
        let saved = s.output
        s.output = collector
        defer { s.output = saved }
        let flow = try body.run(s)
        if flow != .next {
            for value in collector.values { try saved.write(value) }
            throw Interrupt.loop(flow)
        }
        return .array(collector.values)
    }
    override var setsSuccess: Bool { body.endsInSuccess }
}

/// `$( )`: nothing, one value, or an array.
final class SubexpressionNode: EnclosingNode {
    let body: BlockNode
    let single: Node?
    init(_ range: SourceRange, _ body: BlockNode, single: Node?) {
        self.body = body
        self.single = single
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        if let single {
            let value: Value
            do { value = try single.evaluate(s) } catch {
                try body.recoverAlone(from: error, s)
                return .nothing
            }
            switch value {
            case .object(let object) where object.kind != .text && object.kind != .record: break
            default: return value
            }
            guard let elements = try s.session.elements(of: value) else { return value }
            switch elements.count {
            case 0: return .nothing
            case 1: return elements[0]
            default: return value.asArray?.elementType === TypeInfo.object ? value : .array(elements)
            }
        }
        return try body.evaluate(s)
    }
    override var setsSuccess: Bool { body.endsInSuccess }
}

/// `( … )`: a pipeline as a value; an assignment in it gives what was assigned.
final class ParenthesesNode: EnclosingNode {
    let inner: Node
    init(_ range: SourceRange, _ inner: Node) {
        self.inner = inner
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { try inner.evaluate(s) }
    override func test(_ s: Scope) throws -> Bool { try inner.test(s) }
    override var constant: Value? { inner.constant }
    override var setsSuccess: Bool { inner.setsSuccess }
}

final class TableNode: Node {
    let entries: [(key: Node, value: Node)]
    let isOrdered: Bool
    init(_ range: SourceRange, _ entries: [(key: Node, value: Node)], isOrdered: Bool) {
        self.entries = entries
        self.isOrdered = isOrdered
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value { .object(try table(s)) }

    func table(_ s: Scope) throws -> TableObject {
        var table = HashTable(.ignoringCase, capacity: entries.count)
        for entry in entries {
            let key = try entry.key.evaluate(s).unwrapped
            if key.isNull { throw ShellError("InvalidNullKey", Messages.nullKey, category: .invalidOperation) }
            let value = try entry.value.evaluate(s)
            if table.contains(key) {
                throw ShellError(
                    "DuplicateKeyInHashLiteral", Messages.duplicateKey(try key.toText(s.session)), type: "System.ArgumentException", category: .invalidArgument)
            }
            table.set(key, value.isAbsent ? .null : value)
        }
        return TableObject(table, type: isOrdered ? .orderedDictionary : .hashtable)
    }
}

/// `[pscustomobject]@{ … }` with names that are known: values go straight into a record of the one shape.
final class RecordNode: Node {
    let names: [Text]
    let values: [Node]
    let typeNames: [String]
    private var shape: Shape?
    init(_ range: SourceRange, names: [Text], values: [Node], typeNames: [String]) {
        self.names = names
        self.values = values
        self.typeNames = typeNames
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let shape = self.shape ?? make(s.session)
        return .object(
            try Record(shape: shape) { storage in
                for i in values.indices {
                    let value = try values[i].evaluate(s)
                    storage[i] = value.isAbsent ? .null : value
                }
            })
    }
    private func make(_ session: Session) -> Shape {
        var made = session.rootShape
        for name in names { Shape.extend(&made, name) }
        if !typeNames.isEmpty { made = made.named(typeNames) }
        shape = made
        return made
    }
}

final class ScriptBlockNode: Node {
    let syntax: ScriptBlockSyntax
    init(_ range: SourceRange, _ syntax: ScriptBlockSyntax) {
        self.syntax = syntax
        super.init(range)
    }
    /// The block is compiled once however often the literal is evaluated.
    private var made: ScriptBlock?
    override func evaluate(_ s: Scope) throws -> Value {
        if let made, made.module === s.module, made.extensions == nil { return .object(made) }
        let block = ScriptBlock(syntax, session: s.session, module: s.module)
        made = block
        return .object(block)
    }
}

/// `[type] operand`.
final class ConvertNode: Node {
    let type: TypeReference
    let operand: Node
    init(_ range: SourceRange, _ type: TypeReference, _ operand: Node) {
        self.type = type
        self.operand = operand
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let target = try type.resolve(s)
        if target.code == .reference { return try reference(s) }
        return try s.session.convert(operand.evaluate(s), to: target, isCast: true)
    }
    /// `[ref]$x` takes hold of the variable itself.
    private func reference(_ s: Scope) throws -> Value {
        if let variable = operand as? SlotNode {
            let storage = s.slots + variable.slot
            return .object(ReferenceObject(s.session.cell(at: storage.pointee.isMissing ? s.find(variable.symbol) ?? storage : storage, variable.name)))
        }
        if let variable = operand as? NamedVariableNode {
            return .object(ReferenceObject(s.session.cell(at: s.find(variable.symbol) ?? s.makeStorage(variable.symbol), variable.name)))
        }
        if let variable = operand as? ScopedVariableNode, let scope = s.scope(named: variable.qualifier) {
            return .object(ReferenceObject(s.session.cell(at: scope.makeStorage(variable.symbol), variable.name)))
        }
        return .object(ReferenceObject(VariableCell(name: "", value: try operand.evaluate(s))))
    }
}

/// `[ordered]@{ … }` keeps what the literal says; other operands are converted.
final class TypeNode: Node {
    let type: TypeReference
    init(_ range: SourceRange, _ type: TypeReference) {
        self.type = type
        super.init(range)
    }
    override func evaluate(_ s: Scope) throws -> Value {
        let found = try type.resolve(s)
        // Only a cast makes a custom object; as a value the short name stands for the wrapper of all objects.
        if found.code == .customObject, case .simple(let name) = type.name.form, name.equalsIgnoringCase("pscustomobject") {
            return .object(TypeObject(.psObject))
        }
        return .object(TypeObject(found))
    }
}

/// A type as written, looked up when first needed.
final class TypeReference {
    let name: TypeName
    private var known: TypeInfo?
    private var epoch = -1
    init(_ name: TypeName) { self.name = name }

    /// `[object]`.
    var isObject: Bool {
        guard case .simple(let written) = name.form else { return false }
        return written.equalsIgnoringCase("object") || written.equalsIgnoringCase("System.Object")
    }

    func resolve(_ s: Scope) throws -> TypeInfo {
        if let known { return known }
        let found = try TypeResolver.resolve(name, s)
        if found.scriptClass == nil { known = found }
        return found
    }
}
