// A command where it stands: its name, its arguments, and what it was found to mean last time.

import Diagnostics
import Syntax

/// One argument as compiled.
enum ArgumentNode {
    case value(Node)
    case parameter(String, Node?, hasColon: Bool)
    /// `@name`: the elements of an array or the entries of a table.
    case splat(Node)
}

/// The arguments of one call: shapes for the binder, values beside them.
struct CallArguments {
    var shapes: [ArgumentShape] = []
    var values: [Value] = []

    mutating func append(_ value: Value) {
        shapes.append(.positional)
        values.append(value)
    }
    mutating func append(name: String, _ value: Value?) {
        shapes.append(.named(name, hasValue: value != nil))
        values.append(value ?? .object(Text(parameterToken: "-" + name)))
    }

    /// What `$args` gets of an argument nobody took: a name stays a name, also when it is splatted on.
    func rest(_ index: Int) -> [Value] {
        if case .named(let name, true) = shapes[index] { return [.object(Text(parameterToken: "-" + name + ":")), values[index]] }
        return [values[index]]
    }
}

extension Text {
    @usableFromInline static let isParameterFlag: UInt8 = 4
    /// Text that was a parameter name in a call: `@args` passes it on as one.
    convenience init(parameterToken text: String) {
        self.init(text)
        flags |= Text.isParameterFlag
    }
    var isParameterToken: Bool { flags & Text.isParameterFlag != 0 }
}

final class CommandNode: StatementNode {
    let syntax: CommandSyntax
    let invocation: InvocationOperator
    /// The name, if it is written out.
    let name: String?
    let target: Node
    let arguments: [ArgumentNode]
    let redirections: [RedirectionNode]
    /// The shapes, if no splatting makes them depend on values.
    let fixedShapes: [ArgumentShape]?
    /// `Name(1, 2)` with nothing between: strict mode takes it for a method call gone wrong.
    private let looksLikeMethodCall: Bool
    private var cachedEpoch = -1
    private var cachedCommand: CommandInfo?
    private var cachedPlan: BindingPlan?
    private var cachedModule: ModuleInfo?
    /// The short way, where the name means a simple function that takes the arguments as they stand. Good after `resolve`.
    private(set) var directCall: DirectCall?

    init(_ syntax: CommandSyntax, name: String?, target: Node, arguments: [ArgumentNode], redirections: [RedirectionNode]) {
        self.syntax = syntax
        invocation = syntax.invocation
        self.name = name
        self.target = target
        self.arguments = arguments
        self.redirections = redirections
        var shapes: [ArgumentShape]? = []
        for argument in arguments {
            switch argument {
            case .value: shapes?.append(.positional)
            case .parameter(let name, let value, _): shapes?.append(.named(name, hasValue: value != nil))
            case .splat: shapes = nil
            }
        }
        fixedShapes = shapes
        looksLikeMethodCall = Self.looksLikeMethodCall(syntax)
        super.init(syntax.range)
    }

    private static func looksLikeMethodCall(_ syntax: CommandSyntax) -> Bool {
        guard syntax.elements.count == 2, case .argument(.parenthesized(let group)) = syntax.elements[1],
            group.range.start == syntax.elements[0].range.end, case .pipeline(let pipeline) = group.pipeline, pipeline.elements.count == 1,
            case .expression(let inside) = pipeline.elements[0], case .arrayLiteral(let list) = inside.expression
        else { return false }
        return list.elements.count > 1
    }

    /// How the command was called: `&` and `.` by themselves, else by its name.
    var invocationName: String {
        switch invocation {
        case .none: name ?? ""
        case .call: "&"
        case .dot: "."
        }
    }

    /// What the command means here.
    /// - Throws: `CommandNotFoundException`.
    func resolve(_ s: Scope) throws -> CommandInfo {
        let session = s.session
        if let name, !name.isEmpty {
            if looksLikeMethodCall, session.strictMode(s) >= 2 {
                throw ShellError("StrictModeFunctionCallWithParens", Messages.calledLikeMethod, category: .invalidOperation)
            }
            if cachedEpoch == session.commandEpoch, let cachedCommand, cachedModule === s.module { return cachedCommand }
            let found: CommandInfo
            do { found = try session.loaded(session.resolveCommand(name, s)) } catch let failure as ShellError {
                // The name alone is what is wrong.
                if failure.record.invocation == nil {
                    failure.record.invocation = InvocationInfo(command: nil, invocationName: name, source: s.currentSource, range: target.range)
                }
                throw failure
            }
            cachedCommand = found
            cachedModule = s.module
            cachedEpoch = session.commandEpoch
            cachedPlan = nil
            directCall = nil
            return found
        }
        let value = try target.evaluate(s)
        return try session.command(from: value, s)
    }

    /// The plan of a call whose shapes are fixed, made once for each meaning of the name.
    func plan(_ arguments: CallArguments, _ table: ParameterTable, _ command: CommandInfo, _ session: Session) throws -> BindingPlan {
        if fixedShapes != nil, let cachedPlan, command === cachedCommand { return cachedPlan }
        let made = try Binder.plan(arguments, table, command: command, session)
        if fixedShapes != nil, command === cachedCommand, !made.dependsOnValues {
            cachedPlan = made
            if let function = command as? FunctionInfo, invocation != .dot, !table.isAdvanced { directCall = DirectCall(function, made, self) }
        }
        return made
    }

    func evaluateArguments(_ s: Scope) throws -> CallArguments {
        var result = CallArguments()
        if let fixedShapes { result.shapes.reserveCapacity(fixedShapes.count) }
        for argument in arguments {
            switch argument {
            case .value(let node):
                let value = try node.evaluate(s)
                result.append(value)
            case .parameter(let name, let node, _): result.append(name: name, try node?.evaluate(s))
            case .splat(let node): try splat(node.evaluate(s), into: &result, s)
            }
        }
        return result
    }

    private func splat(_ value: Value, into result: inout CallArguments, _ s: Scope) throws {
        if let table = value.asTable {
            for (key, entry) in table.table.pairs {
                let name = try key.toText(s.session)
                // What is written out beats the table.
                let isWritten = arguments.contains { if case .parameter(let written, _, _) = $0 { written.equalsIgnoringCase(name) } else { false } }
                if !isWritten { result.append(name: name, entry) }
            }
            return
        }
        guard let elements = try s.session.elements(of: value) else {
            if !value.isNull { result.append(value) }
            return
        }
        var i = 0
        while i < elements.count {
            if let text = elements[i].asText, text.isParameterToken {
                var name = String(text.string.dropFirst())
                // The value behind the colon stands for itself in `$args`.
                if name.hasSuffix(":") { name.removeLast() }
                result.append(name: name, nil)
            } else {
                result.append(elements[i])
            }
            i += 1
        }
    }

    override func run(_ s: Scope) throws -> Flow {
        if redirections.isEmpty { return try Call.run(self, s, output: s.output, streams: s.streams) }
        return try Redirected.run(redirections, s, output: s.output, streams: s.streams) { output, streams in
            try Call.run(self, s, output: output, streams: streams)
        }
    }
}
