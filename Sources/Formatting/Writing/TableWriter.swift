// Rows of a table in columns whose widths are known.

/// Writes the header and the rows of one group of a table.
struct TableWriter {
    private let columns: [(width: Int, alignment: Alignment)]
    private let visible: [Int]

    /// - Parameter widths: as `ColumnWidths.fit` gives them; hidden columns are negative.
    init(widths: [Int], alignments: [Alignment]) {
        columns = Array(zip(widths, alignments)).map { (width: $0, alignment: $1) }
        visible = widths.indices.filter { widths[$0] > 0 }
    }

    /// No column fits.
    var isDisabled: Bool { visible.isEmpty }

    func header(_ labels: [String], into out: OutputText) {
        if isDisabled { return }
        lines(labels, into: out)
        let dashes = columns.indices.map {
            columns[$0].width <= 0 ? "" : String(repeating: "-", count: min(columns[$0].width, DisplayCells.length(labels[$0])))
        }
        line(dashes, into: out)
    }

    func row(_ cells: [String], wraps: Bool, into out: OutputText) {
        if isDisabled { return }
        if wraps { lines(cells, into: out) } else { line(cells, into: out) }
    }

    /// A row on one line; what does not fit is cut with an ellipsis. The very last column is not padded.
    private func line(_ cells: [String], into out: OutputText) {
        for k in visible {
            if k > 0 { out.bytes.append(0x20) }
            let column = columns[k]
            let isPadded = k < columns.count - 1
            var cell = k < cells.count ? cells[k] : ""
            let isDone = cell.withUTF8 { bytes in TableWriter.plain(bytes, column.width, column.alignment, isPadded, out) }
            if !isDone { out.append(TableWriter.field(cell, column.width, column.alignment, isPadded)) }
        }
        out.endLine()
    }

    /// The fast way for ASCII that fits; false if the cell is neither.
    @inline(__always) private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ width: Int, _ alignment: Alignment, _ isPadded: Bool, _ out: OutputText)
        -> Bool
    {
        if bytes.count > width || alignment == .center { return false }
        for byte in bytes where byte >= 0x7F || (byte < 0x20 && byte != 0x09) { return false }
        if alignment == .right { out.spaces(width - bytes.count) }
        out.bytes.append(contentsOf: bytes)
        if alignment != .right, isPadded { out.spaces(width - bytes.count) }
        return true
    }

    /// One cell in its width, cut or padded.
    private static func field(_ value: String, _ width: Int, _ alignment: Alignment, _ isPadded: Bool) -> String {
        var text = TextLines.first(value)
        let cells = DisplayCells.length(text)
        if cells < width {
            text = pad(text, width - cells, alignment, isPadded)
        } else if cells > width {
            switch alignment {
            case .right: text = "…" + DisplayCells.tail(text[...], cells: width - 1)
            default: text = DisplayCells.head(text[...], cells: width - 1) + "…"
            }
        }
        // Cutting a wide character may leave a cell free.
        if DisplayCells.length(text) < width {
            switch alignment {
            case .right: text = " " + text
            default: if isPadded { text += " " }
            }
        }
        return text
    }

    private static func pad(_ text: String, _ count: Int, _ alignment: Alignment, _ isPadded: Bool) -> String {
        func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
        switch alignment {
        case .right: return blanks(count) + text
        case .center: return blanks(count / 2) + text + (isPadded ? blanks(count - count / 2) : "")
        default: return isPadded ? text + blanks(count) : text
        }
    }

    /// A row whose cells may go over several lines. No line ends in blanks.
    private func lines(_ cells: [String], into out: OutputText) {
        let pieces = visible.map { k in TextLines.wrap(k < cells.count ? cells[k] : "", width: columns[k].width) }
        for row in 0..<(pieces.map(\.count).max() ?? 0) {
            let last = pieces.lastIndex { $0.count > row } ?? 0
            for i in 0...last {
                if i > 0 { out.spaces(ColumnWidths.separator) }
                let column = columns[visible[i]]
                if row < pieces[i].count {
                    out.append(TableWriter.field(pieces[i][row], column.width, column.alignment, i < last))
                } else {
                    out.spaces(column.width)
                }
            }
            out.trimLineEnd()
            out.endLine()
        }
    }
}
