// Functions, data sections, chains and background jobs.

import Diagnostics
import Syntax

final class FunctionNode: StatementNode {
    let syntax: FunctionDefinition
    init(_ syntax: FunctionDefinition) {
        self.syntax = syntax
        super.init(syntax.range)
    }
    override func run(_ s: Scope) throws -> Flow {
        var name = syntax.name
        var scope: Scope = s
        if let colon = name.firstIndex(of: ":"), let named = s.scope(named: String(name[..<colon])) {
            scope = named
            name = String(name[name.index(after: colon)...])
        }
        let block = ScriptBlock(syntax.body, session: s.session, module: s.module, isFilter: syntax.isFilter)
        s.session.setFunction(FunctionInfo(name: name, block: block, isFilter: syntax.isFilter), in: scope)
        for attribute in syntax.body.attributes where AttributeReader.name(attribute) == "alias" {
            for alias in AttributeValues(attribute, s).positional {
                s.session.setAlias(AliasInfo(name: try alias.toText(s.session), definition: name), in: scope)
            }
        }
        return .next
    }
}

/// `data name { … }`.
final class DataNode: StatementNode {
    let target: TargetNode?
    let body: BlockNode
    init(_ range: SourceRange, target: TargetNode?, body: BlockNode) {
        self.target = target
        self.body = body
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow {
        guard let target else { return try body.run(s) }
        try target.assign(body.evaluate(s), s)
        return .next
    }
}

/// `a && b`, `a || b`.
final class ChainNode: StatementNode {
    let left: Node
    let isAnd: Bool
    let right: Node
    init(_ range: SourceRange, left: Node, isAnd: Bool, right: Node) {
        self.left = left
        self.isAnd = isAnd
        self.right = right
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow {
        let session = s.session
        do {
            let flow = try left.run(s)
            if flow != .next { return flow }
        } catch let failure as ShellError where !failure.endsScript && session.tryDepth == 0 {
            session.complete(failure, at: left, s)
            session.record(failure.record)
            session.lastSucceeded = false
            try session.show(failure.record, streams: s.streams)
        }
        if session.lastSucceeded == isAnd { return try right.run(s) }
        return .next
    }
}

/// `command &`: the commands for jobs say how it runs.
final class BackgroundNode: StatementNode {
    let elements: [ElementNode]
    let text: String
    init(_ range: SourceRange, _ elements: [ElementNode], text: String) {
        self.elements = elements
        self.text = text
        super.init(range)
    }
    override func run(_ s: Scope) throws -> Flow {
        guard let start = s.session.startInBackground else {
            throw ShellError(
                "NotSupported", Messages.notSupported("running a pipeline in the background (&)"), type: "PSNotSupportedException", category: .notImplemented)
        }
        try s.output.write(start(text, s))
        s.session.lastSucceeded = true
        return .next
    }
}
