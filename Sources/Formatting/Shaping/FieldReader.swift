// Reads one field of many objects; remembers where records of one layout keep it.

import Runtime

final class FieldReader {
    let label: String
    let source: FieldSource
    let width: Int
    let alignment: Alignment
    let format: String?
    let isShown: (@Sendable (Value, Session) throws -> Bool)?
    private var shape: Shape?
    private var index = -1

    init(
        label: String, source: FieldSource, width: Int = 0, alignment: Alignment = .undefined, format: String? = nil,
        isShown: (@Sendable (Value, Session) throws -> Bool)? = nil
    ) {
        self.label = label; self.source = source; self.width = width; self.alignment = alignment; self.format = format; self.isShown = isShown
    }

    convenience init(_ field: ViewField) {
        self.init(label: field.label, source: field.source, width: field.width, alignment: field.alignment, format: field.format, isShown: field.isShown)
    }

    /// - Throws: what the property or the block throws.
    func value(of object: Value, _ session: Session, _ scope: Scope) throws -> Value {
        switch source {
        case .property(let name):
            if case .object(let raw) = object, raw.kind == .record {
                let record = unsafeDowncast(raw, to: Record.self)
                if shape !== record.shape {
                    shape = record.shape
                    index = record.shape.hasActiveMembers ? -1 : record.shape.index(of: name) ?? -1
                }
                if index >= 0 { return record[index] }
            }
            if let found = try session.ownProperty(of: object, name) { return found }
            // What is one object counts as one.
            return name.equalsIgnoringCase("Count") || name.equalsIgnoringCase("Length") ? .int(1) : .null
        case .block(let block):
            let result = try session.evaluateQuietly(block, item: object, scope: scope)
            return result.isAbsent ? .null : result
        case .computed(let body): return try body(object, session)
        }
    }
}
