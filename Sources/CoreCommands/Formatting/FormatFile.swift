// Views as files write them: `*.format.ps1xml`.

import Formatting
import Runtime
import XmlDocuments

/// Reads the views of one file.
struct FormatFile {
    private let session: Session
    private var selections: [String: [String]] = [:]
    private var controls: [String: XmlNode] = [:]

    /// What a file says that cannot be read as a view.
    struct Fault: Error {
        let reason: String
    }

    init(_ session: Session) { self.session = session }

    mutating func views(_ root: XmlNode) throws -> [View] {
        for set in path(root, "SelectionSets", "SelectionSet") {
            selections[text("Name", of: set).lowercased()] = path(set, "Types", "TypeName").map { $0.innerText.trimmedSpaces }
        }
        for control in path(root, "Controls", "Control") { controls[text("Name", of: control).lowercased()] = child("CustomControl", of: control) }
        return try path(root, "ViewDefinitions", "View").map { try view($0) }
    }

    // MARK: Nodes

    private func child(_ name: String, of node: XmlNode) -> XmlNode? { node.children.first { $0.localName == name } }
    private func text(_ name: String, of node: XmlNode) -> String { child(name, of: node)?.innerText.trimmedSpaces ?? "" }
    private func path(_ node: XmlNode, _ outer: String, _ inner: String) -> [XmlNode] {
        child(outer, of: node)?.children.filter { $0.localName == inner } ?? []
    }

    private func source(_ node: XmlNode) throws -> FieldSource? {
        if let name = child("PropertyName", of: node) { return .property(name.innerText.trimmedSpaces) }
        return try child("ScriptBlock", of: node).map { .block(try session.scriptBlock($0.innerText)) }
    }
    private func alignment(_ node: XmlNode) -> Alignment {
        switch text("Alignment", of: node).lowercased() {
        case "left": .left
        case "center": .center
        case "right": .right
        default: .undefined
        }
    }
    private func format(_ node: XmlNode) -> String? { child("FormatString", of: node)?.innerText }

    // MARK: Views

    private func view(_ node: XmlNode) throws -> View {
        let name = text("Name", of: node)
        var types: [String] = []
        for chosen in child("ViewSelectedBy", of: node)?.children ?? [] {
            switch chosen.localName {
            case "TypeName": types.append(chosen.innerText.trimmedSpaces)
            case "SelectionSetName": types += selections[chosen.innerText.trimmedSpaces.lowercased()] ?? []
            default: break
            }
        }
        if types.isEmpty { throw Fault(reason: "the view '\(name)' must name the types it shows") }
        let group = try child("GroupBy", of: node).flatMap { node in
            try source(node).map { source in
                let label = text("Label", of: node)
                if case .property(let name) = source, label.isEmpty { return ViewField(name) }
                return ViewField(label, source)
            }
        }
        let isOutOfBand = child("OutOfBand", of: node) != nil
        if let table = child("TableControl", of: node) {
            guard let row = path(table, "TableRowEntries", "TableRowEntry").first else { throw Fault(reason: "the table of '\(name)' must have a row") }
            return View(
                name, types: types, .table(try columns(table, row), hidesHeader: child("HideTableHeaders", of: table) != nil), isOutOfBand: isOutOfBand,
                groupedBy: group, isAutoSized: child("AutoSize", of: table) != nil, wraps: child("Wrap", of: row) != nil)
        }
        if let list = child("ListControl", of: node) {
            guard let entry = path(list, "ListEntries", "ListEntry").first else { throw Fault(reason: "the list of '\(name)' must have an entry") }
            return View(name, types: types, .list(try path(entry, "ListItems", "ListItem").compactMap(line)), isOutOfBand: isOutOfBand, groupedBy: group)
        }
        if let wide = child("WideControl", of: node) {
            guard let entry = path(wide, "WideEntries", "WideEntry").first, let item = child("WideItem", of: entry), let source = try source(item) else {
                throw Fault(reason: "the wide view '\(name)' must say what it shows")
            }
            return View(name, types: types, .wide(source), isOutOfBand: isOutOfBand, groupedBy: group)
        }
        guard let custom = child("CustomControl", of: node) else { throw Fault(reason: "the view '\(name)' must have a control") }
        let body = CustomText(try items(of: custom, depth: 0))
        return View(name, types: types, .custom { try body.lines($0, $1) }, isOutOfBand: isOutOfBand, groupedBy: group)
    }

    private func columns(_ table: XmlNode, _ row: XmlNode) throws -> [ViewField] {
        let headers = path(table, "TableHeaders", "TableColumnHeader")
        return try path(row, "TableColumnItems", "TableColumnItem").enumerated().compactMap { i, item in
            guard let source = try source(item) else { return nil }
            let header = i < headers.count ? headers[i] : nil
            var label = header.map { text("Label", of: $0) } ?? ""
            if label.isEmpty { if case .property(let name) = source { label = name } else { label = text("ScriptBlock", of: item) } }
            let own = alignment(item)
            return ViewField(
                label, width: header.flatMap { Int(text("Width", of: $0)) } ?? 0, alignment: own == .undefined ? header.map(alignment) ?? .undefined : own,
                source,
                format: format(item))
        }
    }

    private func line(_ item: XmlNode) throws -> ViewField? {
        guard let source = try source(item) else { return nil }
        var label = text("Label", of: item)
        if label.isEmpty { if case .property(let name) = source { label = name } else { label = text("ScriptBlock", of: item) } }
        guard let condition = try child("ItemSelectionCondition", of: item).flatMap({ try self.source($0) }) else {
            return ViewField(label, source, format: format(item))
        }
        return ViewField(
            label, source, format: format(item), isShown: { value, session in try FormatFile.value(of: value, condition, session).isTrue(session) })
    }

    /// What a field's source gives for an object.
    static func value(of object: Value, _ source: FieldSource, _ session: Session) throws -> Value {
        switch source {
        case .property(let name): try session.property(of: object, name)
        case .block(let block): try session.evaluate(block, item: object, scope: session.scope)
        case .computed(let body): try body(object, session)
        }
    }

    // MARK: Custom controls

    private func items(of control: XmlNode, depth: Int) throws -> [CustomText.Item] {
        if depth > 20 { throw Fault(reason: "controls must not hold themselves") }
        guard let entry = path(control, "CustomEntries", "CustomEntry").first else { return [] }
        return try entry.children.filter { $0.localName == "CustomItem" }.flatMap { try items(in: $0, depth: depth) }
    }

    private func items(in node: XmlNode, depth: Int) throws -> [CustomText.Item] {
        var result: [CustomText.Item] = []
        for part in node.children {
            switch part.localName {
            case "Text": result.append(.text(part.innerText))
            case "NewLine": result.append(.newLine(max(1, Int(part.innerText.trimmedSpaces) ?? 1)))
            case "Frame":
                let inner = try part.children.filter { $0.localName == "CustomItem" }.flatMap { try items(in: $0, depth: depth + 1) }
                result.append(.frame(Int(text("LeftIndent", of: part)) ?? 0, inner))
            case "ExpressionBinding":
                let named = text("CustomControlName", of: part)
                let control = child("CustomControl", of: part) ?? controls[named.lowercased()]
                let condition = try child("ItemSelectionCondition", of: part).flatMap { try source($0) }
                let inner = try control.map { try items(of: $0, depth: depth + 1) }
                let enumerates = child("EnumerateCollection", of: part) != nil
                result.append(.expression(try source(part), enumerates: enumerates, condition: condition, format: format(part), control: inner))
            default: break
            }
        }
        return result
    }
}

/// The text of a custom control.
private final class CustomText: Sendable {
    indirect enum Item: Sendable {
        case text(String)
        case newLine(Int)
        case frame(Int, [Item])
        case expression(FieldSource?, enumerates: Bool, condition: FieldSource?, format: String?, control: [Item]?)
    }
    private let items: [Item]
    init(_ items: [Item]) { self.items = items }

    func lines(_ value: Value, _ session: Session) throws -> [String] {
        var lines = [""]
        try write(items, value, indent: 0, &lines, session)
        if lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
        return lines
    }

    private func append(_ text: String, indent: Int, _ lines: inout [String]) {
        for (i, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if i > 0 { lines.append("") }
            let last = lines.count - 1
            if lines[last].isEmpty, !part.isEmpty { lines[last] = String(repeating: " ", count: indent) }
            lines[last] += part
        }
    }

    private func write(_ items: [Item], _ value: Value, indent: Int, _ lines: inout [String], _ session: Session) throws {
        for item in items {
            switch item {
            case .text(let text): append(text, indent: indent, &lines)
            case .newLine(let count): for _ in 0..<count { lines.append("") }
            case .frame(let more, let inner):
                if lines.last?.isEmpty == false { lines.append("") }
                try write(inner, value, indent: indent + more, &lines, session)
                if lines.last?.isEmpty == false { lines.append("") }
            case .expression(let source, let enumerates, let condition, let format, let control):
                if let condition, try !FormatFile.value(of: value, condition, session).isTrue(session) { continue }
                let found = try source.map { try FormatFile.value(of: value, $0, session) } ?? value
                for one in enumerates ? try session.elements(of: found) ?? [found] : [found] {
                    if let control {
                        try write(control, one, indent: indent, &lines, session)
                    } else if let format {
                        append(try session.format(one, as: format), indent: indent, &lines)
                    } else if !one.isAbsent {
                        append(try one.toText(session), indent: indent, &lines)
                    }
                }
            }
        }
    }
}
