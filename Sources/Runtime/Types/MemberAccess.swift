// Reading and setting properties by name, and listing them: added members, a record's own, a type's, and members of all elements.

import Scalars

extension Session {
    /// The value of a property; `$null` where there is none (an error in strict mode). On a collection without such a
    /// property: the property of every element that has it.
    public func property(of target: Value, _ name: String, _ s: Scope? = nil) throws -> Value {
        let scope: Scope = s ?? self.scope
        if let found = try ownProperty(of: target, name) { return found }
        if target.isNull {
            if strictMode(scope) >= 2 { throw missingProperty(name) }
            return name.equalsIgnoringCase("Count") || name.equalsIgnoringCase("Length") ? .int(0) : .null
        }
        if let elements = try memberElements(of: target) { return try memberOfAll(elements, name, scope) }
        if let single = intrinsic(target, name) {
            if strictMode(scope) >= 2 { throw missingProperty(name) }
            return single
        }
        if strictMode(scope) >= 2 { throw missingProperty(name) }
        return .null
    }

    private func missingProperty(_ name: String) -> ShellError {
        ShellError("PropertyNotFoundStrict", Messages.propertyNotFoundStrict(name), type: "PropertyNotFoundException", category: .notSpecified)
    }

    /// Elements for member enumeration.
    private func memberElements(of target: Value) throws -> [Value]? {
        guard let object = target.object, object.kind != .text, object.kind != .record, object.kind != .table else { return nil }
        return try elements(of: target)
    }

    private func memberOfAll(_ elements: [Value], _ name: String, _ scope: Scope) throws -> Value {
        try checkDepth()
        var result: [Value] = []
        var foundAny = false
        for element in elements {
            if let found = try ownProperty(of: element, name) {
                foundAny = true
                if let inner = try memberElements(of: found) { result += inner } else { result.append(found) }
            } else if let nested = try memberElements(of: element) {
                let inner = try memberOfAll(nested, name, scope)
                if !inner.isNull {
                    foundAny = true
                    result += try self.elements(of: inner) ?? [inner]
                }
            } else if strictMode(scope) >= 2 {
                throw missingProperty(name)
            } else if element.asRecord != nil {
                result.append(.null)
            } else if let single = intrinsic(element, name) {
                // What enumerates without a count has one for each element.
                foundAny = true
                result.append(single)
            }
        }
        if !foundAny {
            if strictMode(scope) >= 2 { throw missingProperty(name) }
            return result.count > 1 ? .array(result) : .null
        }
        switch result.count {
        case 0: return .null
        case 1: return result[0]
        default: return .array(result)
        }
    }

    /// `Count` and `Length` that every value has.
    private func intrinsic(_ target: Value, _ name: String) -> Value? {
        if name.equalsIgnoringCase("Count") || name.equalsIgnoringCase("Length") { return .int(1) }
        return nil
    }

    /// The property of the value itself: added, stored, or of its type. nil if it has none of the name.
    public func ownProperty(of target: Value, _ name: String) throws -> Value? {
        if case .object(let object) = target {
            if object.kind == .record {
                let record = unsafeDowncast(object, to: Record.self)
                if let index = record.shape.index(of: name) {
                    let value = record[index]
                    if case .object(let inner) = value, let box = inner as? AddedMemberBox { return try self.value(of: box.member, on: target) }
                    return value
                }
            } else if object.extensions != nil, let member = object.extensions?.member(name) {
                return try value(of: member, on: target)
            }
        } else if target.isNull {
            return nil
        }
        if !types.typeData.isEmpty, let member = addedMember(of: target, name) { return try value(of: member, on: target) }
        let base = target.unwrapped
        if let table = base.asTable, let found = table.table[.text(name)] ?? Int32(name).flatMap({ table.table[.int($0)] }),
            target.rawObject?.kind != .extended || target.rawObject?.extensions?.hidesEntries == false
        {
            return found
        }
        if case .object(let object) = base, object.kind == .box, let adapter = object.adapter, let found = try adapter.adaptedValue(name) { return found }
        if case .property(let property)? = types.member(of: base.type, name) { return try read(property, base) }
        if let instance = base.object as? Instance, let found = instance.native.asTable?.table[.text(name)] { return found }
        if case .object(let object) = base, object.kind == .text, let noted = object as? NotedText, let note = noted.note(name, self) { return note }
        if let special = try PSObjectMembers.property(of: target, name, self) { return special }
        if name.equalsIgnoringCase("PSStandardMembers"), let shown = displaySet(of: target) { return shown }
        // A method without its parentheses.
        if case .method(let method)? = types.member(of: base.type, name) { return .object(MethodGroup(base, method, base.type)) }
        return nil
    }

    /// `PSStandardMembers` of what type data says about display.
    private func displaySet(of target: Value) -> Value? {
        let data = types.typeData.isEmpty ? [] : typeNames(of: target).compactMap { types.typeData[$0.lowercased()] }
        guard let names = data.lazy.compactMap(\.defaultDisplay).first else { return nil }
        let name = "DefaultDisplayPropertySet"
        return record([(name, record([("ReferencedPropertyNames", .strings(names)), ("Name", .text(name))]))])
    }

    /// A property written in Swift; its refusal as the reference words it.
    private func read(_ property: Property, _ target: Value) throws -> Value {
        do { return try property.get(target, self) } catch let failure as MethodFailure {
            throw ShellError(
                "ExceptionWhenGetting", Messages.gettingFailed(property.name, failure.exception.message), type: "GetValueInvocationException",
                category: .notSpecified, inner: failure.exception)
        }
    }

    /// A member that was added to the object or to its type by type data.
    func addedMember(of target: Value, _ name: String) -> AddedMember? {
        if case .object(let object) = target, let member = object.extensions?.member(name) { return member }
        if types.typeData.isEmpty { return nil }
        for typeName in typeNames(of: target) {
            if let member = types.typeData[typeName.lowercased()]?.member(name) { return member }
        }
        return nil
    }

    /// The value an added member has on an object.
    func value(of member: AddedMember, on target: Value) throws -> Value? {
        switch member.content {
        case .note(let value): return value
        case .alias(let name, let type):
            try checkDepth()
            let value = try property(of: target, name)
            return try type.map { try convert(value, to: $0) } ?? value
        case .scriptProperty(let get, _):
            // A getter that fails has no value.
            do { return try call(get, arguments: [], this: target, asGetter: true) } catch let failure as ShellError where !failure.isExhaustion {
                record(failure.record, unless: false)
                return .null
            }
        case .codeProperty(let property): return try read(property, target.unwrapped)
        case .propertySet(let names):
            let record = Record(shape: rootShape, values: [])
            for name in names { record.set(Text(name), try property(of: target, name)) }
            return .object(record)
        case .scriptMethod: return .object(AddedMemberBox(member))
        case .memberSet(let members):
            let record = Record(shape: rootShape, values: [])
            for one in members {
                guard case .propertySet(let names) = one.content else {
                    record.set(Text(one.name), try self.value(of: one, on: target) ?? .null)
                    continue
                }
                record.set(Text(one.name), self.record([("ReferencedPropertyNames", .strings(names)), ("Name", .text(one.name))]))
            }
            return .object(record)
        }
    }

    public func hasProperty(_ target: Value, _ name: String) throws -> Bool {
        let base = target.unwrapped
        if let record = base.asRecord { return record.shape.index(of: name) != nil || addedMember(of: target, name) != nil }
        if addedMember(of: target, name) != nil { return true }
        if let table = base.asTable, table.table.contains(.text(name)) { return true }
        if case .object(let object) = base, object.kind == .box, let adapter = object.adapter, try adapter.adaptedValue(name) != nil { return true }
        if case .property? = types.member(of: base.type, name) { return true }
        return false
    }

    // MARK: Setting

    /// - Throws: `PropertyAssignmentException` for a read-only property, `PropertyNotFound` where there is none.
    public func setProperty(of target: Value, _ name: String, _ new: Value) throws {
        if target.isNull { throw ShellError("PropertyNotFound", Messages.propertyCannotBeFound(name), category: .invalidOperation) }
        if case .object(let object) = target {
            if object.kind == .record {
                let record = unsafeDowncast(object, to: Record.self)
                if let index = record.shape.index(of: name) {
                    if let box = record[index].object as? AddedMemberBox { return try set(box.member, on: target, new) }
                    record[index] = new
                    return
                }
            } else if let member = object.extensions?.member(name) {
                return try set(member, on: target, new)
            }
        }
        if let member = addedMember(of: target, name) { return try set(member, on: target, new) }
        let base = target.unwrapped
        if case .object(let object) = base, object.kind == .box, let adapter = object.adapter, try adapter.setAdapted(name, new, self) { return }
        if case .property(let property)? = types.member(of: base.type, name) {
            guard let set = property.set else {
                throw ShellError("PropertyAssignmentException", Messages.propertyIsReadOnly(property.name), category: .invalidOperation)
            }
            do {
                try set(base, try convert(new, to: property.type), self)
            } catch let error as ShellError {
                throw settingFailure(property.name, error)
            } catch let failure as MethodFailure {
                throw ShellError(
                    "ExceptionWhenSetting", Messages.settingFailed(property.name, failure.exception.message), type: "SetValueInvocationException",
                    category: .notSpecified, inner: failure.exception)
            }
            return
        }
        if let table = Instance.native(base).asTable {
            if table.isReadOnly {
                throw ShellError("NotSupportedException", Messages.readOnlyCollection, type: "System.NotSupportedException", category: .invalidOperation)
            }
            try table.put(
                table.keyType === TypeInfo.object ? .text(name) : convert(.text(name), to: table.keyType),
                table.valueType === TypeInfo.object ? new : convert(new, to: table.valueType))
            return
        }
        // Members of all elements are read together, never set.
        if base.asRecord != nil || base.object?.adapter != nil {
            throw settingFailure(
                name, ShellError("PropertyNotFound", Messages.propertyCannotBeFound(name), type: "SetValueException", category: .invalidOperation))
        }
        throw ShellError("PropertyAssignmentException", Messages.propertyCannotBeFound(name), category: .invalidOperation)
    }

    private func settingFailure(_ name: String, _ error: ShellError) -> ShellError {
        if error.record.exception.type.fullName.hasSuffix("SetValueInvocationException") || error.endsScript { return error }
        let text = Messages.settingFailed(name, error.record.exception.message)
        // A value that is not of the type is told as a cast that failed.
        var inner = error.record.exception
        if error.record.errorId.contains("Cast") || error.record.errorId.contains("Enum"), inner.type.name == "RuntimeException" {
            inner = ExceptionObject("PSInvalidCastException", inner.message, inner: inner.inner)
        }
        return ShellError("ExceptionWhenSetting", text, type: "SetValueInvocationException", category: .notSpecified, inner: inner)
    }

    private func set(_ member: AddedMember, on target: Value, _ new: Value) throws {
        switch member.content {
        case .note: member.content = .note(new)
        case .alias(let name, _):
            try checkDepth()
            try setProperty(of: target, name, new)
        case .scriptProperty(_, let setter):
            guard let setter else {
                throw ShellError("SetWithoutSetterFromScriptProperty", Messages.noSetter(member.name), type: "SetValueException", category: .invalidOperation)
            }
            _ = try call(setter, arguments: [new], this: target)
        case .codeProperty(let property):
            guard let set = property.set else {
                throw ShellError(
                    "PropertyAssignmentException", Messages.propertyIsReadOnly(member.name), type: "SetValueException", category: .invalidOperation)
            }
            try set(target.unwrapped, new, self)
        default: throw ShellError("PropertyNotFound", Messages.propertyCannotBeFound(member.name), category: .invalidOperation)
        }
    }

    /// How an added member was made; nil for one of the type itself.
    public func content(of target: Value, _ name: String) -> AddedMember.Content? {
        if let value = target.asRecord?[name] { return (value.object as? AddedMemberBox)?.member.content ?? .note(value) }
        return addedMember(of: target, name)?.content
    }

    /// True if a property may be assigned.
    public func isSettable(_ target: Value, _ name: String) throws -> Bool {
        switch content(of: target, name) {
        case .note: return true
        case .alias(let other, _):
            try checkDepth()
            return try isSettable(target, other)
        case .scriptProperty(_, let set): return set != nil
        case .codeProperty(let property): return property.set != nil
        case .propertySet, .scriptMethod, .memberSet: return false
        case nil: break
        }
        if case .property(let property)? = types.member(of: target.unwrapped.type, name) { return property.set != nil }
        return false
    }

    // MARK: Statics

    public func staticProperty(of type: TypeInfo, _ name: String, _ s: Scope) throws -> Value {
        if case .property(let property)? = types.staticMember(of: type, name) { return try read(property, .null) }
        if case .method(let method)? = types.staticMember(of: type, name) { return .object(MethodGroup(.null, method, type)) }
        if name.equalsIgnoringCase("new"), !types.table(of: type).constructors.isEmpty {
            return .object(MethodGroup(.null, Method("new", types.table(of: type).constructors), type))
        }
        if strictMode(s) >= 2 { throw missingProperty(name) }
        return .null
    }

    public func setStaticProperty(of type: TypeInfo, _ name: String, _ new: Value) throws {
        guard case .property(let property)? = types.staticMember(of: type, name) else {
            throw ShellError("PropertyAssignmentException", Messages.propertyCannotBeFound(name), category: .invalidOperation)
        }
        guard let set = property.set else {
            throw ShellError("PropertyAssignmentException", Messages.propertyIsReadOnly(property.name), category: .invalidOperation)
        }
        do { try set(.null, try convert(new, to: property.type), self) } catch let failure as ShellError { throw settingFailure(property.name, failure) }
    }

    // MARK: Listing

    /// What `Get-Member`, formatting, CSV and JSON see as properties, in order.
    /// - Parameter showingHidden: also what a script's class hides.
    public func propertyNames(of target: Value, showingHidden: Bool = false) throws -> [String] {
        var names: [String] = []
        func add(_ name: String) { if !names.contains(where: { $0.equalsIgnoringCase(name) }) { names.append(name) } }
        func addAdded() {
            if case .object(let object) = target, let added = object.extensions {
                for member in added.members where member.isProperty { add(member.name) }
            }
            if types.typeData.isEmpty { return }
            for typeName in typeNames(of: target) {
                for member in types.typeData[typeName.lowercased()]?.members ?? [] where member.isProperty { add(member.name) }
            }
        }
        let base = target.unwrapped
        if let record = base.asRecord {
            for i in 0..<record.count {
                if let box = record[i].object as? AddedMemberBox, !box.member.isProperty { continue }
                names.append(record.shape.names[i].string)
            }
            addAdded()
            return names
        }
        if case .object(let object) = base, object.kind == .text, let noted = object as? NotedText { names += noted.noteNames }
        // What was added comes before what the type has.
        addAdded()
        if base.isNull { return names }
        if case .object(let object) = base, object.kind == .box, let adapter = object.adapter {
            for name in adapter.adaptedNames { add(name) }
            return names
        }
        let hidden = showingHidden ? [] : base.type.scriptClass == nil ? [] : base.type.hiddenMembers
        for table in types.tables(of: base.type) {
            for property in table.properties where !property.name.contains("[") && !hidden.contains(property.name.lowercased()) { add(property.name) }
        }
        return names
    }

    /// The names a value's type goes by, most specific first: `PSTypeNames`.
    public func typeNames(of target: Value) -> [String] {
        if case .object(let object) = target, let own = object.extensions?.typeNames { return own }
        let base = target.unwrapped
        // What was read from CLIXML or CSV goes by the names of what it was.
        if let record = base.asRecord, let last = record.shape.typeNames.last, last.hasPrefix("Deserialized.") || last.hasPrefix("CSV:") {
            return record.shape.typeNames
        }
        if let record = base.asRecord { return record.shape.typeNames + ["System.Management.Automation.PSCustomObject", "System.Object"] }
        if base.isNull { return [] }
        return base.type.ancestors.map(\.fullName)
    }

    /// Adds a member to a value; what cannot carry members itself comes back wrapped.
    public func add(_ member: AddedMember, to target: Value) -> Value {
        if let record = target.asRecord {
            switch member.content {
            case .note(let value): record.set(Text(member.name), value)
            default: record.set(Text(member.name), .object(AddedMemberBox(member)))
            }
            return target
        }
        let members = (target.rawObject?.extensions) ?? ExtendedMembers()
        members.remove(member.name)
        members.members.append(member)
        if let object = target.rawObject, object.canCarryExtensions {
            object.extensions = members
            return target
        }
        return .object(ExtendedObject(target, members))
    }
}

extension Value {
    /// The reference itself, wrapper included.
    public var rawObject: Object? {
        if case .object(let object) = self { return object }
        return nil
    }
}

extension AddedMember {
    public var isProperty: Bool {
        switch content {
        case .note, .alias, .scriptProperty, .codeProperty, .propertySet: true
        case .scriptMethod, .memberSet: false
        }
    }
}

/// A method that was named without being called: prints its overloads.
public final class MethodGroup: Box, @unchecked Sendable {
    public let target: Value
    public let method: Method
    public let owner: TypeInfo
    public init(_ target: Value, _ method: Method, _ owner: TypeInfo) { self.target = target; self.method = method; self.owner = owner }
    public override var type: TypeInfo { MethodGroup.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.PSMethod", base: .object)
    /// A static one says so, a constructor does not.
    public var definitions: [String] {
        method.name == "new" && target.isNull
            ? method.overloads.map { $0.signature(method.name) } : method.definitions(of: target.isNull ? nil : target.unwrapped.type)
    }
    public override func describe(_ session: Session) throws -> String { definitions.joined(separator: ", ") }
}

extension Overload {
    /// As `Get-Member` prints it: `string Trim(char trimChar)`.
    public func signature(_ name: String) -> String {
        returns.displayName + " " + (declaredBy.map { $0 + "." } ?? "") + name + "("
            + parameters.map {
                ($0.isVariadic ? "Params " : "") + ($0.isByReference ? "[ref] " : "") + $0.type.displayName + " " + $0.name + ($0.defaultValue.map(shown) ?? "")
            }.joined(separator: ", ") + ")"
    }

    /// ` = value` of a parameter that can be left out.
    private func shown(_ value: Value) -> String {
        if let member = value.asEnumeration {
            return " = \(member.type.fullName).\(member.type.enumeration?.name(of: member.rawValue) ?? String(member.rawValue))"
        }
        if let text = value.asString { return " = \(text)" }
        if case .bool(let flag) = value.unwrapped { return flag ? " = True" : " = False" }
        return value.asInt64.map { " = \($0)" } ?? " = null"
    }
}
