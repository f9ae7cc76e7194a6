// Values on their way from one session to another: copies that share nothing.

import Runtime
import Scalars
import TypeSystem

/// A value without objects. What has no form of its own travels as its text and properties.
indirect enum PackedValue: Sendable {
    case null
    case bool(Bool)
    case int(Int32)
    case long(Int64)
    case double(Double)
    case char(UInt16)
    case other(String, type: String)
    case text(String)
    case date(DateTime)
    case span(TimeSpan)
    case array([PackedValue])
    case table([(PackedValue, PackedValue)], isOrdered: Bool)
    case object(typeNames: [String], properties: [(String, PackedValue)], text: String)
    case error(PackedError)

    private static let deepest = 3

    init(_ value: Value, _ session: Session, depth: Int = 0) {
        switch value.unwrapped {
        case .missing, .nothing, .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .int(let number): self = .int(number)
        case .long(let number): self = .long(number)
        case .double(let number): self = .double(number)
        case .char(let unit): self = .char(unit)
        case .object(let object): self = PackedValue.packed(object, value, session, depth)
        // What cannot be told as text has none.
        default: self = .other((try? value.toText(session)) ?? "", type: value.unwrapped.type.fullName)
        }
    }

    private static func packed(_ object: Object, _ value: Value, _ session: Session, _ depth: Int) -> PackedValue {
        // As above: what fails while it is being copied is left out.
        let text = (try? value.toText(session)) ?? ""
        if let string = value.asString { return .text(string) }
        if let date = (object as? DateObject)?.value { return .date(date) }
        if let span = (object as? SpanObject)?.value { return .span(span) }
        if let record = value.unwrapped.asErrorRecord { return .error(PackedError(record)) }
        if let enumeration = value.asEnumeration { return .long(enumeration.rawValue) }
        switch object.type.code {
        case .decimal, .bigInteger: return .other(text, type: object.type.fullName)
        case .scriptBlock, .type: return .text(text)
        default: break
        }
        if object is GuidObject || object is VersionObject { return .other(text, type: object.type.fullName) }
        if let flag = object as? SwitchObject { return .bool(flag.isPresent) }
        if depth > deepest { return .text(text) }
        if let table = value.asTable {
            return .table(
                table.table.pairs.map { (PackedValue($0.0, session, depth: depth + 1), PackedValue($0.1, session, depth: depth + 1)) },
                isOrdered: table.isOrdered)
        }
        if value.asRecord == nil, let elements = try? session.elements(of: value) { return .array(elements.map { PackedValue($0, session, depth: depth + 1) }) }
        let names = (try? session.propertyNames(of: value)) ?? []
        let properties = names.map { name in (name, PackedValue((try? session.property(of: value, name)) ?? .null, session, depth: depth + 1)) }
        return .object(typeNames: session.typeNames(of: value), properties: properties, text: text)
    }

    /// The value in a session.
    /// - Parameter runspace: marks objects with where they came from.
    func unpacked(_ session: Session, runspace: String? = nil) -> Value {
        switch self {
        case .null: return .null
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .int(number)
        case .long(let number): return .long(number)
        case .double(let number): return .double(number)
        case .char(let unit): return .char(unit)
        case .text(let text): return .text(text)
        case .date(let date): return .object(DateObject(date))
        case .span(let span): return .object(SpanObject(span))
        case .other(let text, let type): return session.findType(type).flatMap { session.converted(.text(text), to: $0) } ?? .text(text)
        case .array(let elements): return .array(elements.map { $0.unpacked(session) })
        case .table(let pairs, let isOrdered):
            let table = isOrdered ? TableObject(ordered: []) : TableObject()
            for (key, value) in pairs { table.table.set(key.unpacked(session), value.unpacked(session)) }
            return .object(table)
        case .object(let typeNames, let properties, _):
            var pairs = properties.map { ($0.0, $0.1.unpacked(session)) }
            if let runspace { pairs.append(("RunspaceId", .text(runspace))) }
            let record = session.record(pairs)
            record.asRecord?.setTypeNames(typeNames.map { $0.hasPrefix("Deserialized.") ? $0 : "Deserialized." + $0 })
            return record
        case .error(let error): return .object(error.record())
        }
    }
}

/// An error record on its way.
struct PackedError: Sendable {
    let message: String, type: String, id: String, category: ErrorCategory, trace: String, wasThrown: Bool
    func record() -> ErrorRecord {
        let made = ErrorRecord(ExceptionObject(type, message), id: id, category: category)
        made.scriptStackTrace = trace
        made.wasThrown = wasThrown
        return made
    }
}

extension PackedError {
    init(_ record: ErrorRecord) {
        self.init(
            message: record.message, type: record.exception.type.fullName, id: record.fullyQualifiedErrorId, category: record.category,
            trace: record.scriptStackTrace, wasThrown: record.wasThrown)
    }
}
