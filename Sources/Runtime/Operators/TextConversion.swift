// Any value as text, the way the language puts it into strings.

import Scalars

extension Value {
    /// As `"$value"` gives it: doubles with 15 digits, arrays joined by `$OFS`, records by their properties.
    /// - Throws: what a script's own `ToString` throws.
    public func toText(_ session: Session) throws -> String {
        switch self {
        case .missing, .nothing, .null: return ""
        case .bool(let flag): return flag ? "True" : "False"
        case .int(let number): return String(number)
        case .long(let number): return String(number)
        case .double(let number): return number.languageText
        case .single(let number): return number.languageText
        case .char(let unit): return String(utf16Unit: unit)
        case .byte(let number): return String(number)
        case .sbyte(let number): return String(number)
        case .short(let number): return String(number)
        case .ushort(let number): return String(number)
        case .uint(let number): return String(number)
        case .ulong(let number): return String(number)
        case .object(let object):
            switch object.kind {
            case .text: return unsafeDowncast(object, to: Text.self).string
            case .array: return try session.joined(unsafeDowncast(object, to: ArrayObject.self).elements)
            case .list: return try session.joined(unsafeDowncast(object, to: ListObject.self).elements)
            case .record: return try session.text(of: unsafeDowncast(object, to: Record.self))
            case .date: return unsafeDowncast(object, to: DateObject.self).value.description
            case .span: return unsafeDowncast(object, to: SpanObject.self).value.description
            case .extended:
                let base = unwrapped
                if let added = object.extensions?.member("ToString"), case .scriptMethod(let block) = added.content {
                    return try session.call(block, arguments: [], this: self).toText(session)
                }
                return try base.toText(session)
            default:
                if let added = object.extensions?.member("ToString"), case .scriptMethod(let block) = added.content {
                    return try session.call(block, arguments: [], this: self).toText(session)
                }
                // What enumerates is joined like an array, unless it is a table.
                if object.kind == .box, object.type.interfaces.contains(where: { $0 === TypeInfo.iCollection }), let elements = try session.elements(of: self) {
                    return try session.joined(elements)
                }
                return try object.describe(session)
            }
        }
    }
}

extension Session {
    /// Elements joined as an array in a string: by `$OFS`, a space unless set.
    func joined(_ elements: [Value]) throws -> String {
        // What stands between elements cannot itself need something between its elements.
        let separator = try variable("OFS").map { try $0.asArray == nil && $0.asList == nil ? $0.toText(self) : " " } ?? " "
        var result = ""
        for (i, element) in elements.enumerated() {
            try checkCancelled()
            if i > 0 { result += separator }
            try RoomFor.units(result.utf8.count)
            if element.asArray != nil || element.asList != nil {
                result += element.type.plainName
            } else if let record = element.asRecord, !record.shape.hasActiveMembers || record.shape.index(of: "ToString") == nil {
                // A custom object among others has no text of its own.
            } else {
                result += try element.toText(self)
            }
        }
        return result
    }

    /// `@{Name=lobby; Seats=3}`.
    func text(of record: Record) throws -> String {
        if record.shape.hasActiveMembers, let index = record.shape.index(of: "ToString"), let box = record[index].object as? AddedMemberBox,
            case .scriptMethod(let block) = box.member.content
        {
            return try call(block, arguments: [], this: .object(record)).toText(self)
        }
        if let text = record.shape.text { return text }
        if record.count == 0 { return "" }
        var parts: [String] = []
        for i in 0..<record.count {
            if let box = record[i].object as? AddedMemberBox {
                if case .scriptMethod = box.member.content { continue }
                parts.append(record.shape.names[i].string + "=" + (try property(of: .object(record), record.shape.names[i].string, scope).innerText(self)))
            } else {
                parts.append(record.shape.names[i].string + "=" + (try record[i].innerText(self)))
            }
        }
        return "@{" + parts.joined(separator: "; ") + "}"
    }
}

extension Value {
    /// A property's value inside the text of a record: collections by their type.
    fileprivate func innerText(_ session: Session) throws -> String {
        if asArray != nil || asList != nil { return type.plainName }
        if asRecord != nil { return "" }
        return try toText(session)
    }
}
