// What leaves a block: break, continue and return inside finally; catch blocks in an order that lets each be reached.

import Diagnostics

extension SemanticChecker {
    func check(_ flow: FlowStatement) {
        switch flow.kind {
        case .break, .continue, .return: checkLeavesFinally(flow)
        default: break
        }
        if flow.kind == .return { checkReturn(flow) }
        if flow.kind == .break || flow.kind == .continue { checkLabel(flow) }
        if let label = flow.label { check(label) }
        if let value = flow.value { check(value) }
    }

    private func checkLeavesFinally(_ flow: FlowStatement) {
        var label: String?
        if case .string(let literal)? = flow.label { label = literal.value.lowercased() } else if flow.label != nil { return }
        for enclosure in enclosing.reversed() {
            switch enclosure {
            case .block, .method, .function: return
            case .finally: return report(.controlLeavingFinally, flow.range)
            case .loop(let name):
                if flow.kind == .return { continue }
                if label == nil || name?.lowercased() == label { return }
            }
        }
    }

    /// Nothing leaves a method: a label must be one of its loops.
    private func checkLabel(_ flow: FlowStatement) {
        guard case .string(let literal)? = flow.label else { return }
        for enclosure in enclosing.reversed() {
            switch enclosure {
            case .loop(let name): if name?.lowercased() == literal.value.lowercased() { return }
            case .function: return
            case .method: return report(.labelNotFound, flow.range, literal.value)
            case .block, .finally: continue
            }
        }
    }

    func check(_ statement: TryStatement) {
        check(statement.body)
        let catches = statement.catches
        for (i, clause) in catches.enumerated().dropLast() {
            for later in catches[(i + 1)...] {
                if clause.types.isEmpty {
                    let place = max(0, Int(later.range.start) - 1)
                    report(.emptyCatchNotLast, SourceRange(place, place))
                    break
                }
                for type in clause.types {
                    for second in later.types where isSame(type, second) {
                        report(.exceptionTypeAlreadyCaught, second.bracketed, second.description)
                    }
                }
            }
        }
        for clause in catches {
            for type in clause.types { check(type) }
            check(clause.body)
        }
        if let finally = statement.finally { inside(.finally) { check(finally) } }
    }

    private func isSame(_ a: TypeName, _ b: TypeName) -> Bool {
        func plain(_ type: TypeName) -> Substring {
            let name = type.description.lowercased()
            return name.hasPrefix("system.") ? name.dropFirst(7) : name[...]
        }
        let first = plain(a), second = plain(b)
        return first == second || first == "exception"
    }
}
