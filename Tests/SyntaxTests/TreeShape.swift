// A tree in one line, by reflection: cases with their parts, ranges left out.

import Diagnostics
import Syntax

enum TreeShape {
    static func of(_ text: String) -> String {
        let script = parse(SourceText(text))
        return (script.root.end?.statements ?? []).map { describe($0) }.joined(separator: " ; ")
    }

    private static func describe(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        if let text = value as? String { return "'\(text)'" }
        if value is SourceRange || value is SourceText { return "" }
        if let flag = value as? Bool { return flag ? "true" : "" }
        if let type = value as? TypeName { return "[\(type.description)]" }
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { describe($0.value) } ?? ""
        case .enum:
            guard let child = mirror.children.first else { return ".\(value)" }
            return "\(child.label ?? "")\(describe(child.value))"
        case .collection: return mirror.children.isEmpty ? "" : "[" + mirror.children.map { describe($0.value) }.joined(separator: ", ") + "]"
        default: break
        }
        if mirror.children.isEmpty { return "\(value)" }
        let parts = mirror.children.compactMap { child -> String? in
            let part = describe(child.value)
            return part.isEmpty ? nil : part == "true" ? child.label : part
        }
        return "(" + parts.joined(separator: " ") + ")"
    }
}
