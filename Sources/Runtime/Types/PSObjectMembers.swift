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
        case "psbase", "psextended", "psadapted":
            let base = target.unwrapped
            if base.asTable == nil { return base }
            // The table as an object: its own members, whatever keys it has.
            let members = ExtendedMembers()
            members.hidesEntries = true
            return .object(ExtendedObject(base, members))
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
        case "equals" where arguments.count == 1: return .bool(target.asRecord == nil && HashTable.areEqual(target, arguments[0], .ordinal))
        case "gethashcode" where arguments.isEmpty: return .int(Int32(bitPattern: HashTable.hash(target)))
        case "item" where arguments.count == 1 && isIndexed(target): return try Indexing.get(target, arguments[0], s)
        case "get_item" where arguments.count == 1 && isIndexed(target): return try Indexing.get(target, arguments[0], s)
        case "set_item" where arguments.count == 2 && isIndexed(target):
            try Indexing.set(target, arguments[0], arguments[1], s)
            return .nothing
        case let name where name.hasPrefix("get_") && arguments.isEmpty || name.hasPrefix("set_") && arguments.count == 1:
            guard case .property(let property)? = session.types.member(of: target.unwrapped.type, String(name.dropFirst(4))) else { return nil }
            if arguments.isEmpty { return try property.get(target.unwrapped, session) }
            guard property.set != nil else { return nil }
            try session.setProperty(of: target, property.name, arguments[0])
            return .nothing
        default: return nil
        }
    }

    private static func isIndexed(_ target: Value) -> Bool {
        switch target.unwrapped.type.code {
        case .hashtable, .orderedDictionary, .dictionary, .list: true
        default: target.object?.kind == .box
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

    /// How `Where()` chooses, by the names and numbers scripts give.
    static let selectionMode = TypeInfo.enumeration(
        "System.Management.Automation.WhereOperatorSelectionMode", EnumerationInfo(names: ["Default", "First", "Last", "SkipUntil", "Until", "Split"]))

    static func filter(_ target: Value, _ arguments: [Value], _ s: Scope) throws -> Value {
        let session = s.session
        guard !arguments.isEmpty, arguments.count <= 3 else { throw noOverload("Where", arguments.count) }
        guard let block = try session.convert(arguments[0], to: .scriptBlock).asScriptBlock else { throw noOverload("Where", arguments.count) }
        let mode = try arguments.count > 1 ? session.convert(arguments[1], to: selectionMode).asEnumeration?.name.lowercased() ?? "default" : "default"
        let limit = arguments.count > 2 ? Int(try session.convert(arguments[2], to: .int32).asInt64 ?? 0) : 0
        if limit < 0 {
            throw ShellError(
                "NumberToReturnMustBeGreaterThanZero", "The number of objects to return must be greater than zero.", type: "PSArgumentOutOfRangeException",
                category: .invalidArgument)
        }
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

    private static func noOverload(_ name: String, _ count: Int) -> ShellError {
        ShellError("MethodCountCouldNotFindBest", Messages.noOverload(name, count), type: "MethodException", category: .notSpecified)
    }

    static func forEach(_ target: Value, _ arguments: [Value], _ s: Scope) throws -> Value {
        let session = s.session
        guard let first = arguments.first else { throw noOverload("ForEach", 0) }
        let rest = Array(arguments.dropFirst())
        var output: [Value] = []
        if let type = first.asType?.value {
            for element in try elements(target, session) {
                do { output.append(try session.convert(element, to: type)) } catch let error as ShellError {
                    throw ShellError(
                        "MethodArgumentConversionInvalidCastArgument",
                        Messages.argumentConversion("item", try element.toText(session), "Add", type, error.record.message), type: "MethodException",
                        category: .notSpecified, inner: error.record.exception)
                }
            }
            return result(output)
        }
        for element in try elements(target, session) {
            if let block = first.asScriptBlock {
                let value = try session.evaluate(block, item: element, arguments: rest, scope: s)
                if value.isAbsent { continue }
                output += try session.elements(of: value) ?? [value]
                continue
            }
            // What a member gives is one object, whether or not it is there.
            let name = try first.toText(session)
            if element.isNull {
                output.append(.null)
            } else if case .method(let method)? = session.types.member(of: element.unwrapped.type, name) {
                let value = try session.invoke(method, on: element.unwrapped, rest)
                if !value.isAbsent { output.append(value) }
            } else if let found = try session.ownProperty(of: element, name) {
                if rest.isEmpty {
                    if let box = found.object as? AddedMemberBox, case .scriptMethod = box.member.content {
                        let value = try session.call(element, name, rest, s)
                        if !value.isAbsent { output.append(value) }
                    } else {
                        output.append(found)
                    }
                } else if let box = found.object as? AddedMemberBox, case .scriptMethod = box.member.content {
                    let value = try session.call(element, name, rest, s)
                    if !value.isAbsent { output.append(value) }
                } else {
                    try session.setProperty(of: element, name, rest[0])
                }
            } else if rest.isEmpty {
                output.append(.null)
            } else {
                throw session.methodNotFound(element.unwrapped.type, name)
            }
        }
        return result(output)
    }
}
