// Properties below each other: `Label : value`.

enum ListWriter {
    private static let separator = " : "

    static func write(_ fields: [(label: String, value: String)], width: Int, into out: OutputText) {
        if fields.isEmpty || width < separator.utf8.count + 2 { return }
        let most = width - separator.utf8.count - 1
        let lengths = fields.map { DisplayCells.length($0.label) }
        let labelWidth = min(most, lengths.max() ?? 0)
        let margin = labelWidth + separator.utf8.count
        let room = width - margin
        for (field, length) in zip(fields, lengths) {
            if length > labelWidth {
                out.append(String(DisplayCells.head(field.label[...], cells: labelWidth)))
            } else {
                out.append(field.label)
                out.spaces(labelWidth - length)
            }
            out.append(separator)
            if field.value.utf8.count <= room, !field.value.utf8.contains(where: { $0 == 0x0A || $0 >= 0x80 }) {
                out.line(field.value)
                continue
            }
            for (i, line) in TextLines.wrap(field.value, width: room).enumerated() {
                if i > 0 { out.spaces(margin) }
                out.line(line)
            }
        }
    }
}
