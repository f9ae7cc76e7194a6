// `switch` with its options, over values and over the lines of a file.

import Diagnostics
import Syntax

final class SwitchNode: LoopNode {
    struct Clause {
        let pattern: Node
        let body: BlockNode
    }
    let options: SwitchOptions
    let condition: Node
    let clauses: [Clause]
    let otherwise: BlockNode?
    init(_ range: SourceRange, label: String?, options: SwitchOptions, condition: Node, clauses: [Clause], otherwise: BlockNode?) {
        self.options = options
        self.condition = condition
        self.clauses = clauses
        self.otherwise = otherwise
        super.init(range, label: label)
    }

    override func run(_ s: Scope) throws -> Flow {
        let session = s.session
        let value = try condition.evaluate(s)
        let items: [Value]
        if options.contains(.file) {
            items = try lines(of: value, s)
        } else {
            items = try session.elements(of: value) ?? [value]
        }
        let enumerator = ForEachEnumerator(items)
        let symbol = session.symbols.symbol("switch")
        let saved = (s.ownStorage(symbol)?.pointee, session.item)
        s.makeStorage(symbol).pointee = .object(enumerator)
        defer {
            s.makeStorage(symbol).pointee = saved.0 ?? .missing
            session.item = saved.1
        }
        while enumerator.advance() {
            try session.checkCancelled()
            session.item = enumerator.current
            let flow = try one(enumerator.current, s)
            switch step(flow, session) {
            case .goOn: break
            case .leave: return .next
            case .pass: return flow
            }
        }
        return .next
    }

    private func lines(of value: Value, _ s: Scope) throws -> [Value] {
        let path = s.session.fullPath(try value.toText(s.session))
        let text: String
        do { text = String(decoding: try ScriptReader.bytes(of: path), as: UTF8.self) } catch {
            throw ShellError("FileReadError", Messages.noSuchPath(path), type: "System.IO.FileNotFoundException", category: .openError)
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.hasSuffix("\r") ? String($0.dropLast()) : String($0) }
        if lines.last == "" { lines.removeLast() }
        return lines.map { .text($0) }
    }

    /// All clauses that fit run, until one breaks or continues.
    private func one(_ value: Value, _ s: Scope) throws -> Flow {
        var matched = false
        for clause in clauses {
            s.position = clause.pattern
            guard try fits(value, clause.pattern, s) else { continue }
            matched = true
            let flow = try runBody(clause.body, s)
            if flow != .next { return flow }
            s.session.item = value
        }
        if !matched, let otherwise { return try runBody(otherwise, s) }
        return .next
    }

    private func fits(_ value: Value, _ pattern: Node, _ s: Scope) throws -> Bool {
        let session = s.session
        if let block = pattern as? ScriptBlockNode, let code = try block.evaluate(s).asScriptBlock {
            return try session.evaluate(code, item: value, scope: s).isTrue(session)
        }
        let expected = try pattern.evaluate(s)
        if let code = expected.asScriptBlock { return try session.evaluate(code, item: value, scope: s).isTrue(session) }
        let ignoreCase = !options.contains(.caseSensitive)
        if options.contains(.regex) {
            let expression: PatternValue
            do { expression = try Matching.pattern(expected, ignoreCase: ignoreCase, session) } catch let failure as ShellError {
                throw ShellError(
                    "InvalidRegularExpression", "The regular expression pattern \(try expected.toText(session)) is not valid.", category: .invalidOperation,
                    inner: failure.record.exception)
            }
            return try Matching.match(.text(value.toText(session)), expression, isNegated: false, s).isTrue(session)
        }
        if options.contains(.wildcard) { return try WildcardKeeper(expected.toText(session), ignoreCase: ignoreCase).pattern.matches(value.toText(session)) }
        if case .int(let x) = value, case .int(let y) = expected { return x == y }
        if expected.isNull { return value.isNull }
        if let expression = expected.object as? RegexObject {
            return try Matching.match(.text(value.toText(session)), Matching.pattern(.object(expression), ignoreCase: ignoreCase, session), isNegated: false, s)
                .isTrue(session)
        }
        // Both are compared as text, so `05` is not 5 and an enumeration's value is not its number.
        if value.isNull { return false }
        return try session.areEqual(.text(value.toText(session)), .text(expected.toText(session)), ignoreCase: ignoreCase)
    }
}
