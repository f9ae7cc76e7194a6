// What every object has whatever its type: `psobject`, `pstypenames`, `Where()`, `ForEach()`, `GetType()`.

/// `$x.psobject`: the members of a value as objects. Its own members stand in the type tables.
public final class PSObjectView: Box, @unchecked Sendable {
    public let value: Value
    public init(_ value: Value) { self.value = value }
    public override var type: TypeInfo { .psObject }
    public override func describe(_ session: Session) throws -> String { try value.toText(session) }
}

enum PSObjectMembers {
    static func property(of target: Value, _ name: String, _ session: Session) throws -> Value? {
        switch name.lowercased() {
        case "psobject": return .object(PSObjectView(target))
        case "pstypenames": return .object(TypeNameList.make(target, session))
        case "psbase", "psextended", "psadapted": return target.unwrapped
        default: return nil
        }
    }

    /// Methods that any value answers to.
    static func call(_ target: Value, _ name: String, _ arguments: [Value], _ s: Scope) throws -> Value? {
        let session = s.session
        switch name.lowercased() {
        case "where": return try Intrinsics.filter(target, arguments, s)
        case "foreach": return try Intrinsics.forEach(target, arguments, s)
        case "gettype" where arguments.isEmpty: return .object(TypeObject(target.unwrapped.type))
        case "tostring" where arguments.isEmpty: return .text(try target.toText(session))
        case "equals" where arguments.count == 1: return .bool(HashTable.areEqual(target, arguments[0], .ordinal))
        case "gethashcode" where arguments.isEmpty: return .int(Int32(bitPattern: HashTable.hash(target)))
        default: return nil
        }
    }
}

/// The list behind `pstypenames`: what is inserted becomes a type name of the object.
enum TypeNameList {
    static func make(_ target: Value, _ session: Session) -> ListObject {
        ObservedList(session.typeNames(of: target).map { .text($0) }, target)
    }

    static func ObservedList(_ elements: [Value], _ target: Value) -> ListObject {
        let list = ListObject(elements, type: .list(of: .string), elementType: .string)
        list.onChange = { elements in
            let names = elements.compactMap { $0.asString }
            if let record = target.asRecord {
                record.setTypeNames(names.filter { $0 != "System.Management.Automation.PSCustomObject" && $0 != "System.Object" })
            } else if let object = target.rawObject, object.canCarryExtensions {
                let members = object.extensions ?? ExtendedMembers()
                members.typeNames = names
                object.extensions = members
            }
        }
        return list
    }
}

/// `.Where({ … }, mode, count)` and `.ForEach(…)`.
public enum Intrinsics {
    private static func collection(_ value: Value) -> Value { .object(ListObject([], type: collectionType)) }
    public static let collectionType = TypeInfo(
        "System.Collections.ObjectModel.Collection`1[[System.Management.Automation.PSObject]]", base: .object, interfaces: [.iList], code: .list,
        genericArguments: [.psObject])

    private static func elements(_ target: Value, _ session: Session) throws -> [Value] { target.isNull ? [] : try session.elements(of: target) ?? [target] }
    private static func result(_ elements: [Value]) -> Value { .object(ListObject(elements, type: collectionType)) }

    static func filter(_ target: Value, _ arguments: [Value], _ s: Scope) throws -> Value {
        let session = s.session
        guard let block = arguments.first?.asScriptBlock else { throw session.methodNotFound(target.type, "Where") }
        let mode = try arguments.count > 1 ? arguments[1].toText(session).lowercased() : "default"
        let limit = arguments.count > 2 ? Int(try session.convert(arguments[2], to: .int32).asInt64 ?? 0) : 0
        var yes: [Value] = [], no: [Value] = []
        let all = try elements(target, session)
        for (i, element) in all.enumerated() {
            let holds = try session.evaluate(block, item: element, scope: s).isTrue(session)
            switch mode {
            case "first":
                if holds { yes.append(element) }
                if yes.count >= max(1, limit) { return result(yes) }
            case "until":
                if holds || (limit > 0 && yes.count >= limit) { return result(yes) }
                yes.append(element)
            case "skipuntil":
                if holds {
                    let rest = Array(all[i...])
                    return result(limit > 0 ? Array(rest.prefix(limit)) : rest)
                }
            default:
                if holds, limit == 0 || yes.count < limit || mode == "last" { yes.append(element) } else { no.append(element) }
                if mode == "default", limit > 0, yes.count >= limit { return result(yes) }
            }
        }
        switch mode {
        case "last": return result(Array(yes.suffix(max(1, limit))))
        case "split": return .object(ArrayObject([result(yes), result(no)], elementType: collectionType))
        case "skipuntil": return result([])
        default: return result(yes)
        }
    }

    static func forEach(_ target: Value, _ arguments: [Value], _ s: Scope) throws -> Value {
        let session = s.session
        guard let first = arguments.first else { throw session.methodNotFound(target.type, "ForEach") }
        let rest = Array(arguments.dropFirst())
        var output: [Value] = []
        for element in try elements(target, session) {
            let value: Value
            if let block = first.asScriptBlock {
                value = try session.evaluate(block, item: element, arguments: rest, scope: s)
            } else if let type = first.asType {
                value = try session.convert(element, to: type.value)
            } else {
                let name = try first.toText(session)
                if case .method(let method)? = session.types.member(of: element.unwrapped.type, name) {
                    value = try session.invoke(method, on: element.unwrapped, rest)
                } else if rest.isEmpty {
                    value = try session.property(of: element, name, s)
                } else {
                    try session.setProperty(of: element, name, rest[0])
                    continue
                }
            }
            if value.isAbsent { continue }
            output += try session.elements(of: value) ?? [value]
        }
        return result(output)
    }
}
