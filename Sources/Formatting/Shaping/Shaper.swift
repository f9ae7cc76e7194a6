// Turns objects into packets: chooses the shape from the first object, groups, and makes rows and lists of the rest.

import Patterns
import Runtime

/// One run of formatting: `Format-Table`, `Format-List` and the others, or what happens to output nobody takes.
public final class Shaper {
    let session: Session
    let scope: Scope
    let options: FormatOptions
    let texts: ValueText
    let views: ViewTable
    private let emit: (FormatPacket) throws -> Void
    /// Set once the first object that is not plain text has come.
    private var plan: ShapePlan?
    private var isInGroup = false
    private var grouping: FieldReader?
    private var groupLabel = ""
    private var groupValue: Value = .null
    /// Messages of expressions that failed, for `-ShowError`.
    private var failures: [ErrorRecord] = []
    /// The last type found to be shown by the view under way.
    private var applicable: ObjectIdentifier?

    /// - Parameter scope: where script blocks of the options run.
    public init(_ session: Session, scope: Scope, options: FormatOptions = FormatOptions(), emit: @escaping (FormatPacket) throws -> Void) {
        self.session = session
        self.scope = scope
        self.options = options
        self.emit = emit
        texts = ValueText(session)
        views = ViewTable.of(session)
    }

    /// Takes an object; collections are taken apart as `-Expand` says.
    public func process(_ value: Value) throws {
        if value.isNull { return }
        guard case .object(let raw) = value, raw.kind != .text, raw.kind != .record else { return try object(value) }
        let elements = value.asTable != nil ? try entries(of: value) : try session.elements(of: value)
        guard let elements else { return try object(value) }
        switch options.expansion {
        case .coreOnly: try object(value)
        case .enumOnly: for element in elements { try object(element) }
        case .both:
            try emit(FormatEntry(.text("The following object supports IEnumerable:"), isOutOfBand: true))
            try emit(FormatEntry(.text(try value.toText(session)), isOutOfBand: true))
            try emit(
                FormatEntry(
                    .text(
                        elements.count == 1
                            ? "The IEnumerable contains the following object:" : "The IEnumerable contains the following \(elements.count) objects:"),
                    isOutOfBand: true))
            for element in elements { try object(element) }
        }
    }

    /// Ends the sequence under way; the next object starts another.
    public func finish() throws {
        if isInGroup { try emit(GroupEnd()) }
        if plan != nil { try emit(FormatEnd()) }
        plan = nil
        isInGroup = false
        applicable = nil
        let left = failures
        failures.removeAll()
        for failure in left { try emit(FormatEntry(.text(session.surroundings.errorView(failure, session).droppingLineEnd), isOutOfBand: true)) }
    }

    private func entries(of table: Value) throws -> [Value] {
        try session.elements(of: session.call(table.unwrapped, "GetEnumerator", [], scope)) ?? []
    }

    private func object(_ value: Value) throws {
        if value.isNull { return }
        if !options.formatsScalars, let entry = try outOfBand(value) { return try emit(entry) }
        if plan == nil { try begin(with: value) }
        guard let plan else { return }
        if plan.view != nil, !isApplicable(plan, to: value), !options.formatsScalars {
            return try emit(FormatEntry(.fields(listFields(value)), isOutOfBand: true))
        }
        try changeGroup(for: value)
        try emit(try plan.entry(value, self))
    }

    // MARK: Out of band

    /// Plain text for scalars and objects without properties, and views that stand on their own.
    private func outOfBand(_ value: Value) throws -> FormatEntry? {
        guard case .object(let raw) = value else { return FormatEntry(.text(try value.toText(session)), isOutOfBand: true) }
        switch raw.kind {
        case .text: return FormatEntry(.text(unsafeDowncast(raw, to: Text.self).string), isOutOfBand: true)
        case .decimal, .bigInteger, .enumeration: return FormatEntry(.text(try value.toText(session)), isOutOfBand: true)
        case .record where unsafeDowncast(raw, to: Record.self).shape.typeNames.isEmpty:
            return unsafeDowncast(raw, to: Record.self).count == 0 ? FormatEntry(.text(try value.toText(session)), isOutOfBand: true) : nil
        default: break
        }
        if value.unwrapped.isScalar { return FormatEntry(.text(try value.toText(session)), isOutOfBand: true) }
        let display = try views.display(of: value, session)
        if let view = display.outOfBand {
            switch view.body {
            case .custom(let body): return FormatEntry(.lines(try body(value, session)), isOutOfBand: true)
            case .list(let fields), .table(let fields, _):
                return FormatEntry(.fields(try self.fields(value, fields.map { FieldReader($0) })), isOutOfBand: true)
            case .wide(let source): return FormatEntry(.text(try text(value, FieldReader(label: "", source: source), isTable: false)), isOutOfBand: true)
            }
        }
        return display.hasNoProperties ? FormatEntry(.text(try value.toText(session)), isOutOfBand: true) : nil
    }

    private func isApplicable(_ plan: ShapePlan, to value: Value) -> Bool {
        guard let view = plan.view else { return true }
        let hasOwnNames = value.rawObject?.extensions != nil || value.asRecord != nil
        let id = ObjectIdentifier(value.unwrapped.type)
        if !hasOwnNames, applicable == id { return true }
        guard session.typeNames(of: value).contains(where: { name in view.types.contains { $0.equalsIgnoringCase(name) } }) else { return false }
        if !hasOwnNames { applicable = id }
        return true
    }

    // MARK: Start and groups

    private func begin(with value: Value) throws {
        let made = try ShapePlan.choose(for: value, self)
        plan = made
        if let request = options.groupBy {
            groupLabel = request.label ?? request.source.label
            if case .property(let name) = request.source, request.label == nil {
                groupLabel = try session.propertyNames(of: value).first { $0.equalsIgnoringCase(name) } ?? name
            }
            grouping = FieldReader(label: groupLabel, source: request.source, format: request.format)
        } else if let group = made.view?.group {
            groupLabel = group.label
            grouping = FieldReader(group)
        } else {
            grouping = nil
        }
        groupValue = .missing
        try emit(FormatStart(made.shape, isAutoSized: options.isAutoSized || made.view?.isAutoSized == true))
    }

    private func changeGroup(for value: Value) throws {
        guard let grouping else {
            if !isInGroup {
                isInGroup = true
                try emit(GroupStart(heading: []))
            }
            return
        }
        let found = try groupValue(grouping, value)
        if isInGroup {
            guard let found, try !isSame(found, groupValue) else { return }
            try emit(GroupEnd())
        }
        isInGroup = true
        groupValue = found ?? .missing
        guard let found else { return try emit(GroupStart(heading: [])) }
        let text = try texts.text(of: found, format: grouping.format, isTable: false)
        try emit(GroupStart(heading: TextLines.split(String(repeating: " ", count: plan?.view?.groupIndent ?? 3) + "\(groupLabel): \(text)")))
    }

    /// nil where the object lacks the property or the expression fails: it stays in the group under way.
    private func groupValue(_ reader: FieldReader, _ value: Value) throws -> Value? {
        if case .property(let name) = reader.source, try session.ownProperty(of: value, name) == nil { return nil }
        do { return try reader.value(of: value, session, scope) } catch let failure as ShellError where !failure.isExhaustion { return nil }
    }

    private func isSame(_ a: Value, _ b: Value) throws -> Bool {
        if b.isMissing { return false }
        if a.isNull || b.isNull { return a.isNull && b.isNull }
        return HashTable.areEqual(a.unwrapped, b.unwrapped, .ignoringCase)
    }

    // MARK: Fields

    /// The text of a field; what fails is blank or `#ERR`.
    func text(_ value: Value, _ reader: FieldReader, isTable: Bool) throws -> String {
        do {
            return try texts.text(of: reader.value(of: value, session, scope), format: reader.format, isTable: isTable)
        } catch let failure as ShellError where !failure.isExhaustion {
            if options.showsErrors { failures.append(evaluationFailure(reader, failure)) }
            return options.displaysErrors ? "#ERR" : ""
        }
    }

    private func evaluationFailure(_ reader: FieldReader, _ failure: ShellError) -> ErrorRecord {
        let message = "Failed to evaluate expression \"\(reader.source.label)\"."
        return ErrorRecord(
            ExceptionObject("System.InvalidOperationException", message, inner: failure.record.exception), id: "mshExpressionError", category: .invalidArgument)
    }

    func fields(_ value: Value, _ readers: [FieldReader]) throws -> [(label: String, value: String)] {
        var result: [(label: String, value: String)] = []
        result.reserveCapacity(readers.count)
        for reader in readers where try reader.isShown?(value, session) ?? true { result.append((reader.label, try text(value, reader, isTable: false))) }
        return result
    }

    /// All that a list shows of an object without a view.
    func listFields(_ value: Value) throws -> [(label: String, value: String)] { try fields(value, defaultReaders(value)) }

    /// One reader for each property an object shows unasked.
    func defaultReaders(_ value: Value) throws -> [FieldReader] {
        let all = try session.propertyNames(of: value)
        let own = views.defaultProperties(of: value, session)?.map { name in all.first { $0.equalsIgnoringCase(name) } ?? name }
        return (own ?? all).map { FieldReader(label: $0, source: .property($0)) }
    }

    /// The readers that `-Property` means for an object: wildcards become the properties they match.
    func readers(_ requests: [FieldRequest], for value: Value) throws -> [FieldReader] {
        var result: [FieldReader] = []
        var names: [String]?
        for request in requests {
            guard case .property(let name) = request.source else {
                result.append(request.reader(label: request.label ?? request.source.label, source: request.source))
                continue
            }
            if names == nil { names = try session.propertyNames(of: value) }
            if WildcardPattern.containsWildcards(name) {
                let pattern: WildcardPattern
                do { pattern = try WildcardPattern(name, ignoreCase: true) } catch { continue }
                for found in names ?? [] where pattern.matches(found) { result.append(request.reader(label: request.label ?? found, source: .property(found))) }
            } else {
                let found = names?.first { $0.equalsIgnoringCase(name) } ?? name
                result.append(request.reader(label: request.label ?? found, source: .property(found)))
            }
        }
        return result
    }
}

extension FieldRequest {
    func reader(label: String, source: FieldSource) -> FieldReader {
        FieldReader(label: label, source: source, width: width, alignment: alignment, format: format)
    }
}

extension FieldSource {
    /// The name of the property or the text of the block.
    var label: String {
        switch self {
        case .property(let name): name
        case .block(let block): block.body
        case .computed: ""
        }
    }
}

extension Value {
    /// Numbers, characters, truth values, enumerations and text: shown as they are, in tables on the right (but text).
    var isScalar: Bool {
        switch self {
        case .object(let object): object.kind == .text || object.kind == .decimal || object.kind == .bigInteger || object.kind == .enumeration
        case .missing, .nothing, .null: false
        default: true
        }
    }
}

extension String {
    var droppingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
