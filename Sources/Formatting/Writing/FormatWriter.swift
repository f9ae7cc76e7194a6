// Turns packets into lines: blank lines, headers, rows, and the holding back of rows until widths are known.

import Glibc
import Runtime

/// The widths formatting may use.
public struct OutputWidths: Sendable {
    /// Columns for tables and wide views.
    public var table: Int
    /// Columns for lists and running text.
    public var text: Int
    /// Lines of the screen; nil where there is no end to them.
    public var rows: Int?
    public init(table: Int, text: Int, rows: Int? = nil) { self.table = table; self.text = text; self.rows = rows }
}

final class FormatWriter {
    private let out: OutputText
    private let widths: OutputWidths
    /// How long rows wait for widths, in nanoseconds.
    private let patience: UInt64
    /// Takes the text of errors that stand between the objects.
    private let errorSink: (String) -> Void

    private var start: FormatStart?
    private var isInGroup = false
    private var groups = 0
    /// Rows whose widths are not known yet.
    private var held: [FormatEntry] = []
    private var isHolding = false
    private var holdsSince: UInt64 = 0
    private var heading: [String] = []
    private var cellWidths: [Int] = []
    private var table: TableWriter?
    private var wideRow: [String] = []

    init(_ out: OutputText, widths: OutputWidths, patience: UInt64, errorSink: @escaping (String) -> Void) {
        self.out = out
        self.widths = widths
        self.patience = patience
        self.errorSink = errorSink
    }

    func write(_ packet: FormatPacket) {
        switch packet {
        case let entry as FormatEntry: write(entry)
        case let new as FormatStart: begin(new)
        case let group as GroupStart: beginGroup(group)
        case is GroupEnd: endGroup()
        case is FormatEnd: end()
        default: break
        }
    }

    /// Ends what is under way as if its end had been written.
    func finish() {
        if isInGroup { endGroup() }
        if start != nil { end() }
    }

    private func begin(_ new: FormatStart) {
        finish()
        start = new
        groups = 0
        out.line("")
    }

    private func end() {
        guard let start else { return }
        self.start = nil
        if case .list = start.shape { return }
        out.line("")
    }

    private func beginGroup(_ group: GroupStart) {
        guard let start else { return }
        if isInGroup { endGroup() }
        isInGroup = true
        heading = group.heading
        switch start.shape {
        case .table(let header):
            cellWidths = header.columns.map(\.width)
            isHolding = start.isAutoSized || header.columns.first?.width == 0
            if isHolding { cellWidths = header.columns.map { DisplayCells.length($0.label) } }
        case .wide(let columns):
            isHolding = columns == 0
            cellWidths = [0]
        default: isHolding = false
        }
        if isHolding { holdsSince = start.isAutoSized ? .max : now() } else { openGroup() }
    }

    private func endGroup() {
        release()
        if !wideRow.isEmpty { flushWideRow() }
        isInGroup = false
        table = nil
        groups += 1
    }

    /// Heading and header, once the widths are known.
    private func openGroup() {
        rowsOnScreen = 0
        if groups > 0 { out.line("") }
        if !heading.isEmpty {
            for line in heading { out.line(line) }
            out.line("")
        }
        switch start?.shape {
        case .table(let header)?:
            let made = TableWriter(widths: ColumnWidths.fit(cellWidths, into: widths.table), alignments: header.columns.map(\.alignment))
            table = made
            if !header.isHidden, !header.columns.isEmpty { made.header(header.columns.map(\.label), into: out) }
        case .wide(let columns)?:
            let count = columns > 0 ? columns : ColumnWidths.wideColumns(itemWidth: cellWidths[0], room: widths.table)
            table = TableWriter(
                widths: ColumnWidths.fit(Array(repeating: 0, count: count), into: widths.table), alignments: Array(repeating: .left, count: count))
            wideCount = count
        default: break
        }
    }
    private var wideCount = 1
    private var rowsOnScreen = 0

    /// Writes the rows that waited.
    func release() {
        guard isHolding, isInGroup else { return }
        isHolding = false
        openGroup()
        for entry in held { render(entry) }
        held.removeAll()
    }

    private func write(_ entry: FormatEntry) {
        if isHolding, isInGroup {
            held.append(entry)
            if !entry.isOutOfBand { measure(entry) }
            if holdsSince != .max, now() &- holdsSince > patience { release() }
            return
        }
        render(entry)
    }

    private func measure(_ entry: FormatEntry) {
        switch entry.content {
        case .row(let cells, _):
            for k in 0..<min(cells.count, cellWidths.count) {
                // A short text never needs counting against a wider column.
                let bytes = cells[k].utf8.count
                if bytes > cellWidths[k] { cellWidths[k] = max(cellWidths[k], DisplayCells.length(cells[k])) }
            }
        case .cell(let text): cellWidths[0] = max(cellWidths[0], DisplayCells.length(text))
        default: break
        }
    }

    private func render(_ entry: FormatEntry) {
        switch entry.content {
        case .row(let cells, let wraps):
            repeatHeader()
            table?.row(cells, wraps: wraps, into: out)
        case .cell(let text):
            wideRow.append(text)
            if wideRow.count == wideCount { flushWideRow() }
        case .fields(let fields):
            if entry.isOutOfBand { out.line("") }
            ListWriter.write(fields, width: widths.text, into: out)
            out.line("")
        case .lines(let lines):
            for line in lines {
                for piece in TextLines.wrap(line, width: widths.text) { out.line(piece) }
            }
        case .text(let text): out.line(text)
        case .error(let text): errorSink(text)
        }
    }

    /// `Format-Table -RepeatHeader`: the header stands on every screen.
    private func repeatHeader() {
        guard case .table(let header)? = start?.shape, header.repeats, let rows = widths.rows else { return }
        rowsOnScreen += 1
        // The header takes two lines, the blank before it and the prompt one each.
        guard rowsOnScreen > max(1, rows - 4) else { return }
        rowsOnScreen = 1
        out.line("")
        if !header.isHidden { table?.header(header.columns.map(\.label), into: out) }
    }

    private func flushWideRow() {
        table?.row(wideRow + Array(repeating: "", count: max(0, wideCount - wideRow.count)), wraps: false, into: out)
        wideRow.removeAll()
    }

    private func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
