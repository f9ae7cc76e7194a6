// What may stand on the left of an assignment or at `++`, keys of hashtables, places of attributes, parameters.

import Diagnostics

extension SemanticChecker {
    /// Variables, members, elements, casts of them, and lists of them in a plain assignment.
    func checkTarget(_ target: Expression, isSimple: Bool, _ id: ErrorID) {
        switch target {
        case .arrayLiteral(let list):
            guard isSimple else { return report(id, list.range) }
            for element in list.elements { checkTarget(element, isSimple: true, id) }
        case .parenthesized(let inner):
            guard case .pipeline(let pipeline) = inner.pipeline, pipeline.elements.count == 1, case .expression(let only)? = pipeline.elements.first,
                only.redirections.isEmpty, !pipeline.isBackground
            else {
                return report(id, inner.pipeline.range)
            }
            checkTarget(only.expression, isSimple: isSimple, id)
        case .convert, .attributed: checkTyped(target, isSimple: isSimple, id)
        case .member(let member): if member.isNullConditional { report(id, member.range) }
        case .index(let index): if index.isNullConditional { report(id, index.range) }
        case .call(let call): if call.isNullConditional { report(id, call.range) }
        case .variable: return
        default: report(id, target.range)
        }
    }

    private func checkTyped(_ target: Expression, isSimple: Bool, _ id: ErrorID) {
        var operand = target
        var conversions = 0
        var reference: SourceRange?
        while true {
            if case .convert(let convert) = operand {
                conversions += 1
                let name = convert.type.description.lowercased()
                if name == "ref" { reference = convert.type.bracketed }
                if name == "void" || name == "system.void" { report(.voidTypeConstraintNotAllowed, convert.type.bracketed) }
                operand = convert.operand
            } else if case .attributed(let attributed) = operand {
                operand = attributed.operand
            } else {
                break
            }
        }
        if let reference, conversions > 1 {
            report(.referenceNeedsToBeByItselfInTypeConstraint, reference)
        } else {
            checkTarget(operand, isSimple: isSimple, id)
        }
    }

    func checkKeys(_ table: HashtableExpression) {
        var seen: Set<String> = []
        for entry in table.entries {
            let key: String
            switch entry.key {
            case .string(let literal): key = literal.value
            case .number(let literal): key = literal.text
            default: continue
            }
            if !seen.insert(key.lowercased()).inserted { report(.duplicateKeyInHashLiteral, entry.key.range, key) }
        }
    }

    func checkOrdered(_ convert: ConvertExpression) {
        guard convert.type.description.lowercased() == "ordered" else { return }
        if case .hashtable = convert.operand { return }
        report(.orderedAttributeOnlyOnHashLiteralNode, convert.range)
    }

    /// `[ref]` comes first and once.
    func checkReference(_ convert: ConvertExpression) {
        guard case .convert(let inner) = convert.operand, inner.type.description.lowercased() == "ref" else { return }
        let isSecond = convert.type.description.lowercased() == "ref"
        report(isSecond ? .referenceNeedsToBeByItselfInTypeSequence : .referenceNeedsToBeLastTypeInTypeConversion, inner.type.bracketed)
    }

    /// An attribute in an expression needs a variable behind it.
    func checkPlace(of expression: AttributedExpression) {
        var operand = expression.operand
        while true {
            switch operand {
            case .variable: return
            case .attributed(let inner): operand = inner.operand
            case .convert(let inner): operand = inner.operand
            default: return report(.unexpectedAttribute, expression.attribute.range, expression.attribute.type.description)
            }
        }
    }

    func checkParameters(_ parameters: [ParameterSyntax]) {
        var seen: Set<String> = []
        for parameter in parameters where parameter.name != "__error__" {
            if !seen.insert(parameter.name.lowercased()).inserted { report(.duplicateFormalParameter, parameter.nameRange, parameter.name) }
            if let type = parameter.type, type.description.lowercased() == "void" { report(.voidTypeConstraintNotAllowed, type.bracketed) }
        }
    }

    // MARK: Attributes

    func check(_ attribute: AttributeSyntax) {
        for argument in attribute.positional where !isConstant(argument) { report(.attributeArgumentsMustBeConstant, argument.range) }
        for (_, value) in attribute.named {
            if let value, !isConstant(value) { report(.attributeArgumentsMustBeConstant, value.range) }
        }
        if !classes.isEmpty { checkAttributeType(attribute) }
        for argument in attribute.positional { check(argument) }
        for (_, value) in attribute.named { if let value { check(value) } }
    }

    /// Known before anything runs; script blocks may stand in attributes too.
    private func isConstant(_ expression: Expression) -> Bool {
        switch expression {
        case .number, .string, .scriptBlock, .type, .error: return true
        case .variable(let v):
            let name = v.name.lowercased()
            return v.qualifier == nil && !v.isSplatted && (name == "true" || name == "false" || name == "null")
        case .arrayLiteral(let list): return list.elements.allSatisfy(isConstant)
        case .arrayExpression(let e): return e.body.statements.allSatisfy(isConstant)
        case .parenthesized(let e): return isConstant(e.pipeline)
        case .unary(let e): return isConstant(e.operand)
        case .binary:
            var left = expression
            while case .binary(let e) = left {
                if !isConstant(e.right) { return false }
                left = e.left
            }
            return isConstant(left)
        case .ternary(let e): return isConstant(e.condition) && isConstant(e.ifTrue) && isConstant(e.ifFalse)
        case .convert(let e): return isConstant(e.operand)
        case .hashtable(let e): return e.entries.allSatisfy { isConstant($0.key) && isConstant($0.value) }
        case .member(let e): if case .type = e.target { return e.isStatic } else { return false }
        case .index(let e): return isConstant(e.target) && isConstant(e.index)
        case .expandableString, .subexpression, .attributed, .call: return false
        }
    }

    private func isConstant(_ statement: Statement) -> Bool {
        guard case .pipeline(let pipeline) = statement, pipeline.elements.count == 1, case .expression(let e)? = pipeline.elements.first else {
            if case .error = statement { return true }
            return false
        }
        return isConstant(e.expression)
    }
}

extension TypeName {
    /// The name with its brackets, where it stands in some.
    var bracketed: SourceRange { SourceRange(Int(range.start) - 1, Int(range.end) + 1) }
}
