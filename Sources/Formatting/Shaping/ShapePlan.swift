// The shape chosen for a sequence of objects, and how one object becomes a row, a list, a cell or lines in it.

import Runtime

struct ShapePlan {
    private enum Content {
        case table([FieldReader])
        /// nil: found anew for each object.
        case list([FieldReader]?)
        case wide(FieldReader)
        case lines(@Sendable (Value, Session) throws -> [String])
        /// Every property and what stands in it, down to a depth.
        case structure([FieldRequest])
    }
    let shape: FormatStart.Shape
    /// The view of a known type it comes from; nil where all kinds of objects may follow.
    let view: View?
    private let content: Content

    /// Properties a table shows unasked.
    private static let mostColumns = 10
    /// Up to this many properties objects stand in a table.
    private static let mostTableProperties = 4

    static func choose(for value: Value, _ shaper: Shaper) throws -> ShapePlan {
        let options = shaper.options
        let names = shaper.session.typeNames(of: value)
        guard let shape = options.shape else {
            if let view = shaper.views.view(for: names, shape: nil) { return fromView(view, value, shaper) }
            let readers = try shaper.defaultReaders(value)
            return readers.count <= mostTableProperties ? try table(readers, value, shaper) : ShapePlan(shape: .list, view: nil, content: .list(nil))
        }
        if options.properties.isEmpty {
            if let name = options.viewName, !name.isEmpty {
                guard let view = shaper.views.view(for: names, shape: shape, name: name) else { throw unknownView(name, shaper, names) }
                return fromView(view, value, shaper)
            }
            if let view = shaper.views.view(for: names, shape: shape) { return fromView(view, value, shaper) }
        }
        return try generic(shape, value, shaper)
    }

    private static func generic(_ shape: FormatShape, _ value: Value, _ shaper: Shaper) throws -> ShapePlan {
        let options = shaper.options
        switch shape {
        case .table:
            if !options.properties.isEmpty { return try table(shaper.readers(options.properties, for: value), value, shaper) }
            return try table(Array(shaper.defaultReaders(value).prefix(mostColumns)), value, shaper)
        case .list: return ShapePlan(shape: .list, view: nil, content: .list(nil))
        case .wide:
            let reader: FieldReader
            if let asked = try shaper.readers(options.properties, for: value).first {
                reader = asked
            } else {
                let name = try shaper.views.namingProperty(of: value, shaper.session) ?? shaper.defaultReaders(value).first?.label
                reader = FieldReader(label: name ?? "", source: .property(name ?? ""))
            }
            return ShapePlan(shape: .wide(columns: options.columns), view: nil, content: .wide(reader))
        case .custom: return ShapePlan(shape: .custom, view: nil, content: .structure(options.properties))
        }
    }

    private static func fromView(_ view: View, _ value: Value, _ shaper: Shaper) -> ShapePlan {
        let options = shaper.options
        switch view.body {
        case .table(let fields, let hidesHeader):
            let header = TableHeader(
                columns: fields.map { TableHeader.Column(label: $0.label, width: $0.width, alignment: $0.alignment == .undefined ? .left : $0.alignment) },
                isHidden: options.hidesHeaders || hidesHeader, repeats: options.repeatsHeaders)
            return ShapePlan(shape: .table(header), view: view, content: .table(fields.map { FieldReader($0) }))
        case .list(let fields): return ShapePlan(shape: .list, view: view, content: .list(fields.map { FieldReader($0) }))
        case .wide(let source): return ShapePlan(shape: .wide(columns: options.columns), view: view, content: .wide(FieldReader(label: "", source: source)))
        case .custom(let body): return ShapePlan(shape: .custom, view: view, content: .lines(body))
        }
    }

    private static func table(_ readers: [FieldReader], _ value: Value, _ shaper: Shaper) throws -> ShapePlan {
        let columns = try readers.map { reader in
            TableHeader.Column(
                label: reader.label, width: reader.width,
                alignment: reader.alignment == .undefined ? try alignment(of: reader, value, shaper) : reader.alignment)
        }
        return ShapePlan(
            shape: .table(TableHeader(columns: columns, isHidden: shaper.options.hidesHeaders, repeats: shaper.options.repeatsHeaders)), view: nil,
            content: .table(readers))
    }

    /// Numbers, truth values and enumerations of the first object stand on the right.
    private static func alignment(of reader: FieldReader, _ value: Value, _ shaper: Shaper) throws -> Alignment {
        do {
            let found = try reader.value(of: value, shaper.session, shaper.scope).unwrapped
            return found.isScalar && found.asText == nil ? .right : .left
        } catch let failure as ShellError where !failure.isExhaustion {
            return .left
        }
    }

    private static func unknownView(_ name: String, _ shaper: Shaper, _ typeNames: [String]) -> ShellError {
        let known = shaper.views.viewNames(for: typeNames).map(\.name)
        let hint = known.isEmpty ? "" : " Views of its type: \(known.joined(separator: ", "))."
        let failure = ShellError(
            "FormatViewNotFound", "The pipeline has been stopped.", type: "System.Management.Automation.PipelineStoppedException", category: .objectNotFound,
            target: .text(name))
        failure.record.detailsMessage = "There is no view \(name) for objects of type \(typeNames.first ?? "").\(hint)"
        return failure
    }

    // MARK: One object

    func entry(_ value: Value, _ shaper: Shaper) throws -> FormatEntry {
        switch content {
        case .table(let readers):
            var cells: [String] = []
            cells.reserveCapacity(readers.count)
            for reader in readers { cells.append(try shaper.text(value, reader, isTable: true)) }
            return FormatEntry(.row(cells, wraps: shaper.options.wraps || view?.wraps == true))
        case .list(let readers?): return FormatEntry(.fields(try shaper.fields(value, readers)))
        case .list(nil):
            if shaper.options.properties.isEmpty { return FormatEntry(.fields(try shaper.listFields(value))) }
            return FormatEntry(.fields(try shaper.fields(value, shaper.readers(shaper.options.properties, for: value))))
        case .wide(let reader): return FormatEntry(.cell(try shaper.text(value, reader, isTable: false)))
        case .lines(let body): return FormatEntry(.lines(try body(value, shaper.session)))
        case .structure(let requests): return FormatEntry(.lines(try StructureText.lines(value, requests, shaper)))
        }
    }
}
