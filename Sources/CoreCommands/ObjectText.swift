// Text of a value as its `ToString()` gives it, which for numbers and collections is not how the language puts it into strings.

import Runtime
import Scalars

extension Value {
    /// Doubles with all their digits, collections by their type's name, everything else as in a string.
    func objectText(_ session: Session) throws -> String {
        switch self {
        case .double(let number): return number.netText
        case .single(let number): return number.netText
        case .object(let object):
            switch object.kind {
            case .text: return unsafeDowncast(object, to: Text.self).string
            case .array, .list: return object.type.plainName
            case .extended:
                if object.extensions?.member("ToString") != nil { return try toText(session) }
                return try unwrapped.objectText(session)
            default: return try toText(session)
            }
        default: return try toText(session)
        }
    }
}
