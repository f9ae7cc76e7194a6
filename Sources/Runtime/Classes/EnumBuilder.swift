// `enum`: values are constants that may use members of other enumerations of the same block, in whatever order these stand.

import Diagnostics
import Syntax

/// Makes the enumerations of one block.
final class EnumBuilder {
    private let s: Scope
    private var open: [ObjectIdentifier: TypeDefinition] = [:]
    private var underWay: [TypeDefinition] = []

    init(_ s: Scope) { self.s = s }

    func build(_ definitions: [TypeDefinition]) throws {
        for one in definitions { open[ObjectIdentifier(one)] = one }
        for one in definitions { try define(one) }
    }

    private func define(_ syntax: TypeDefinition) throws {
        guard open.removeValue(forKey: ObjectIdentifier(syntax)) != nil else { return }
        underWay.append(syntax)
        defer { underWay.removeLast() }
        let session = s.session
        let isFlags = syntax.attributes.contains { AttributeReader.name($0) == "flags" }
        let underlying = try self.underlying(of: syntax)
        var members: [(String, Int64)] = []
        // nil once the largest value has been given away.
        var next: Int64? = 0
        for case .enumValue(let member) in syntax.members {
            if let expression = member.value {
                try prepare(expression, of: syntax)
                // A value may use members written before it.
                session.define(TypeInfo.enumeration(syntax.name, EnumerationInfo(members, isFlags: isFlags, underlying: underlying.code)), in: s.module)
                next = try value(of: expression, underlying)
            }
            guard let value = next, fits(value, underlying) else { throw outOfBounds(syntax, underlying, member.value?.range ?? member.range) }
            members.append((member.name, value))
            next = value == .max ? nil : underlying.code == .uint64 && value == -1 ? nil : value + 1
        }
        session.define(TypeInfo.enumeration(syntax.name, EnumerationInfo(members, isFlags: isFlags, underlying: underlying.code)), in: s.module)
    }

    private func underlying(of syntax: TypeDefinition) throws -> TypeInfo {
        guard let name = syntax.bases.first else { return .int32 }
        let type: TypeInfo
        do { type = try TypeResolver.resolve(name, s) } catch let failure as ShellError {
            throw s.refusedType("TypeNotFound", failure.record.message, name.range)
        }
        switch type.code {
        case .byte, .sbyte, .int16, .uint16, .int32, .uint32, .int64, .uint64: return type
        default: throw s.refusedType("InvalidUnderlyingType", Messages.underlyingType(type, syntax.name), name.range)
        }
    }

    /// Other enumerations that a value names are made first.
    private func prepare(_ expression: Expression, of syntax: TypeDefinition) throws {
        switch expression {
        case .number, .string: return
        case .variable(let v):
            if v.qualifier == nil, ["true", "false", "null"].contains(v.name.lowercased()) { return }
        case .parenthesized(let inner):
            if case .pipeline(let pipeline) = inner.pipeline, pipeline.elements.count == 1, case .expression(let only)? = pipeline.elements.first {
                return try prepare(only.expression, of: syntax)
            }
        case .unary(let unary): return try prepare(unary.operand, of: syntax)
        case .binary(let binary):
            try prepare(binary.left, of: syntax)
            return try prepare(binary.right, of: syntax)
        case .convert(let cast): return try prepare(cast.operand, of: syntax)
        case .member(let member):
            guard member.isStatic, case .type(let type) = member.target else { break }
            if underWay.contains(where: { $0.name.equalsIgnoringCase(type.type.description) && $0 !== syntax }) {
                let all = underWay.map { Diagnostic(id: "CycleInEnumInitializers", range: $0.range, message: Messages.enumCycle($0.name)) }
                throw s.session.parseFailure(all, s.currentSource ?? SourceText(""))
            }
            if let other = open.values.first(where: { $0.name.equalsIgnoringCase(type.type.description) }) { try define(other) }
            return
        default: break
        }
        throw s.refusedType("EnumeratorValueMustBeConstant", Messages.enumConstant, expression.range)
    }

    private func value(of expression: Expression, _ underlying: TypeInfo) throws -> Int64 {
        let value = try Compiler.forConstants(s).expression(expression).evaluate(s)
        guard value.isNumber || value.asEnumeration != nil else {
            throw s.refusedType("CannotConvertValue", Messages.cannotConvertEnumerator(underlying), expression.range)
        }
        do {
            let converted = try s.session.convert(value, to: underlying)
            if case .ulong(let large) = converted { return Int64(bitPattern: large) }
            return try s.session.convert(converted, to: .int64).asInt64 ?? 0
        } catch is ShellError {
            throw s.refusedType("EnumeratorValueOutOfBounds", Messages.enumOutOfBounds(underlying), expression.range)
        }
    }

    private func fits(_ value: Int64, _ type: TypeInfo) -> Bool {
        switch type.code {
        case .byte: UInt8(exactly: value) != nil
        case .sbyte: Int8(exactly: value) != nil
        case .int16: Int16(exactly: value) != nil
        case .uint16: UInt16(exactly: value) != nil
        case .int32: Int32(exactly: value) != nil
        case .uint32: UInt32(exactly: value) != nil
        default: true
        }
    }

    private func outOfBounds(_ syntax: TypeDefinition, _ underlying: TypeInfo, _ range: SourceRange) -> ShellError {
        s.refusedType("EnumeratorValueOutOfBounds", Messages.enumOutOfBounds(underlying), range)
    }
}

extension Scope {
    /// What makes a type impossible, as a fault of the text.
    func refusedType(_ id: String, _ message: String, _ range: SourceRange) -> ShellError {
        session.parseFailure([Diagnostic(id: id, range: range, message: message)], currentSource ?? SourceText(""))
    }
}
