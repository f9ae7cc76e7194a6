// Classes and enums: members defined twice, what a method may hold, whether it returns what it promises, and the
// variables it may read.

import Diagnostics

/// The class whose members are being checked, and the method if any.
struct ClassContext {
    let name: String
    /// Whether each property is static, by lower-cased name.
    let properties: [String: Bool]
    var method: MethodSyntax?
}

extension SemanticChecker {
    /// Types of a script may be used before their definition.
    func noteTypes(in block: ScriptBlockSyntax) {
        for part in [block.begin, block.process, block.end, block.clean] {
            for statement in part?.statements ?? [] {
                guard case .type(let type) = statement else { continue }
                if !definedTypes.insert(type.name.lowercased()).inserted { report(.memberAlreadyDefined, type.range, type.name) }
            }
        }
    }

    func check(_ type: TypeDefinition) {
        definedTypes.insert(type.name.lowercased())
        var properties: [String: Bool] = [:]
        for case .property(let property) in type.members { properties[property.name.lowercased()] = property.isStatic }
        classes.append(ClassContext(name: type.name, properties: properties))
        defer { classes.removeLast() }
        for attribute in type.attributes { check(attribute) }
        for base in type.bases { check(base) }
        var seen: Set<String> = []
        for member in type.members {
            let (key, range, name) = signature(of: member)
            if !seen.insert(key).inserted { report(.memberAlreadyDefined, range, name) }
        }
        for member in type.members { check(member) }
    }

    private func signature(of member: TypeMember) -> (String, SourceRange, String) {
        switch member {
        case .property(let p): ("$" + p.name.lowercased(), p.range, p.name)
        case .enumValue(let v): ("$" + v.name.lowercased(), v.range, v.name)
        case .method(let m): (m.name.lowercased() + (m.isStatic ? "!" : "") + parameterTypes(of: m), m.range, m.name)
        }
    }

    private func parameterTypes(of method: MethodSyntax) -> String {
        "(" + (method.body.parameters ?? []).map { $0.type?.description.lowercased() ?? "object" }.joined(separator: ";")
    }

    private func check(_ member: TypeMember) {
        switch member {
        case .property(let property):
            for attribute in property.attributes { check(attribute) }
            if let type = property.type { check(type) }
            if let value = property.initialValue {
                if property.isStatic { checkInstance(in: value) }
                check(value)
            }
        case .enumValue(let value):
            if let value = value.value { check(value) }
        case .method(let method): check(method)
        }
    }

    private func check(_ method: MethodSyntax) {
        let body = method.body
        if let named = [body.dynamicParameters, body.begin, body.process, body.isEndNamed ? body.end : nil].lazy.compactMap({ $0 }).first {
            report(.namedBlockNotAllowedInMethod, fromKeyword(named.range))
        }
        if method.isConstructor, let type = method.returnType { report(.constructorCantHaveReturnType, type.bracketed, type.description) }
        for parameter in body.parameters ?? [] { checkDeclaration(of: parameter) }
        checkVariables(of: method)
        if returnsValue(method), let end = body.end, !alwaysLeaves(end) { report(.methodHasCodePathNotReturn, method.nameRange, method.name) }
        for attribute in method.attributes { check(attribute) }
        if let type = method.returnType { check(type) }
        let outer = classes[classes.count - 1]
        classes[classes.count - 1].method = method
        for argument in method.baseArguments ?? [] { check(argument) }
        methodDepths.append(blockDepth)
        inside(.method) { check(body) }
        methodDepths.removeLast()
        classes[classes.count - 1] = outer
    }

    /// A named block's place begins with its keyword.
    private func fromKeyword(_ block: SourceRange) -> SourceRange {
        let bytes = source.bytes
        var start = Int(block.start)
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        while start > 0, !isLetter(bytes[start - 1]) { start -= 1 }
        while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
        return SourceRange(start, Int(block.end))
    }

    private func checkDeclaration(of parameter: ParameterSyntax) {
        for attribute in parameter.attributes { report(.attributeNotAllowedOnDeclaration, attribute.range, attribute.type.description) }
        if let second = parameter.secondType { report(.multipleTypeConstraintsOnMethodParam, second) }
    }

    private func returnsValue(_ method: MethodSyntax) -> Bool {
        guard !method.isConstructor, let type = method.returnType else { return false }
        let name = type.description.lowercased()
        return name != "void" && name != "system.void"
    }

    func checkReturn(_ flow: FlowStatement) {
        guard let method = classes.last?.method, blocksInside == 1, !method.isConstructor || method.returnType == nil else { return }
        if returnsValue(method) {
            if flow.value == nil { report(.nonVoidMethodMissingReturnValue, flow.range) }
        } else if flow.value != nil {
            report(.voidMethodHasReturn, flow.range)
        }
    }

    /// How many script blocks deep the current place is below the method; 1 is the method itself.
    private var blocksInside: Int { methodDepths.last.map { blockDepth - $0 } ?? 0 }

    // MARK: Whether a block always leaves

    private func alwaysLeaves(_ block: StatementBlock) -> Bool { block.statements.contains(where: alwaysLeaves) }

    private func alwaysLeaves(_ statement: Statement) -> Bool {
        switch statement {
        case .flow(let flow): return flow.kind == .return || flow.kind == .throw || flow.kind == .exit
        case .if(let s):
            guard let otherwise = s.otherwise else { return false }
            return alwaysLeaves(otherwise) && s.clauses.allSatisfy { alwaysLeaves($0.body) }
        case .switch(let s):
            guard let otherwise = s.otherwise else { return false }
            return alwaysLeaves(otherwise) && s.clauses.allSatisfy { alwaysLeaves($0.body) }
        case .try(let s):
            if let finally = s.finally, alwaysLeaves(finally) { return true }
            return alwaysLeaves(s.body) && s.catches.allSatisfy { alwaysLeaves($0.body) }
        case .loop(let s):
            if s.kind != .whileDo, alwaysLeaves(s.body) { return true }
            return isTrue(s.condition)
        case .for(let s): return s.condition == nil
        case .error: return true
        default: return false
        }
    }

    private func isTrue(_ statement: Statement) -> Bool {
        guard case .pipeline(let p) = statement, p.elements.count == 1, case .expression(let e)? = p.elements.first else { return false }
        switch e.expression {
        case .variable(let v): return v.qualifier == nil && v.name.lowercased() == "true"
        case .number(let n): return n.text == "1"
        default: return false
        }
    }
}
