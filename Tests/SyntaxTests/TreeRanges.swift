// Walks any tree by reflection and tells where a range is not inside its parent's or the text.

import Diagnostics
import Syntax

struct TreeRanges {
    let length: Int32
    private(set) var faults: [String] = []

    init(_ script: ParsedScript, length: Int) {
        self.length = Int32(length)
        visit(script.root, SourceRange(0, length), "root")
    }

    private mutating func visit(_ value: Any, _ parent: SourceRange, _ path: String) {
        let mirror = Mirror(reflecting: value)
        if value is SourceText || value is String { return }
        var own = parent
        if mirror.displayStyle == .class || mirror.displayStyle == .struct,
            let range = mirror.children.first(where: { $0.label == "range" })?.value as? SourceRange
        {
            own = range
            if range.start < 0 || range.end > length || range.start > range.end {
                faults.append("\(path) \(type(of: value)) \(range.start)-\(range.end) is not inside the text")
            } else if range.start < parent.start || range.end > parent.end {
                faults.append("\(path) \(type(of: value)) \(range.start)-\(range.end) is not inside \(parent.start)-\(parent.end)")
            }
        }
        for child in mirror.children where child.label != "range" {
            // A function's parameters may stand before its body.
            let isOutside = value is ScriptBlockSyntax && (child.label == "parameters" || child.label == "attributes")
            visit(child.value, isOutside ? SourceRange(0, Int(length)) : own, path + "." + (child.label ?? "_"))
            if faults.count > 3 { return }
        }
    }
}
