// What counts as true, and what a value enumerates to.

import Scalars

extension Value {
    /// `.nothing` and `.missing`: not even `$null` was given.
    @inlinable public var isAbsent: Bool {
        switch self {
        case .nothing, .missing: true
        default: false
        }
    }

    /// The truth of a value as conditions see it.
    public func isTrue(_ session: Session) -> Bool {
        switch self {
        case .bool(let flag): return flag
        case .int(let number): return number != 0
        case .null, .nothing, .missing: return false
        case .long(let number): return number != 0
        case .double(let number): return number != 0
        case .char(let unit): return unit != 0
        case .byte(let number): return number != 0
        case .sbyte(let number): return number != 0
        case .short(let number): return number != 0
        case .ushort(let number): return number != 0
        case .uint(let number): return number != 0
        case .ulong(let number): return number != 0
        case .single(let number): return number != 0
        case .object(let object):
            switch object.kind {
            case .text: return !unsafeDowncast(object, to: Text.self).string.isEmpty
            case .array: return Value.isTrue(unsafeDowncast(object, to: ArrayObject.self).elements, session)
            case .list: return Value.isTrue(unsafeDowncast(object, to: ListObject.self).elements, session)
            case .decimal: return unsafeDowncast(object, to: DecimalObject.self).value != .zero
            case .bigInteger: return !unsafeDowncast(object, to: BigIntegerObject.self).value.isZero
            case .enumeration: return unsafeDowncast(object, to: EnumerationObject.self).rawValue != 0
            case .extended: return unwrapped.isTrue(session)
            case .box: return (object as? SwitchObject)?.isPresent ?? true
            default: return true
            }
        }
    }

    private static func isTrue(_ elements: [Value], _ session: Session) -> Bool {
        switch elements.count {
        case 0: false
        case 1:
            if let inner = elements[0].asArray?.elements ?? elements[0].asList?.elements { inner.count > 0 } else { elements[0].isTrue(session) }
        default: true
        }
    }
}

extension Session {
    /// The elements a value enumerates to in a pipeline; nil for what counts as one object: text, tables, records and most else.
    public func elements(of value: Value) throws -> [Value]? {
        switch value {
        case .nothing, .missing: return []
        case .object(let object):
            switch object.kind {
            case .array: return unsafeDowncast(object, to: ArrayObject.self).elements
            case .list: return unsafeDowncast(object, to: ListObject.self).elements
            case .extended: return try elements(of: value.unwrapped)
            case .box:
                if let foreach = object as? ForEachEnumerator { return foreach.rest() }
                let type = object.type
                if type.interfaces.isEmpty && type.base === TypeInfo.object { return nil }
                for table in types.tables(of: type) {
                    if let enumerate = table.enumerate { return try enumerate(value, self) }
                }
                return nil
            case .instance:
                for table in types.tables(of: object.type) {
                    if let enumerate = table.enumerate { return try enumerate(Instance.native(value), self) }
                }
                let native = Instance.native(value)
                return native.object === object ? nil : try elements(of: native)
            default: return nil
            }
        default: return nil
        }
    }
}
