// Reads CSV: rows of fields from UTF-8, and the records they become.

import Runtime
import Scalars

/// The first row of a text, or the names given in its place.
struct CsvHeader {
    var names: [String]
    /// From a `#TYPE` line.
    var typeName: String?
    /// Some column had no name and got one.
    var hasMadeNames = false
}

struct CsvReader {
    private let texts = RepeatedTexts()
    /// What is read and not yet passed over.
    private var bytes: [UInt8]
    /// Where there is more.
    private let file: InputFile?
    private let delimiter: [UInt8]
    private let mark: UInt8
    private var position = 0

    init(_ bytes: [UInt8], _ file: InputFile? = nil, delimiter: [UInt8]) {
        self.bytes = bytes
        self.file = file
        self.delimiter = delimiter
        mark = delimiter[0]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// Reads on where what began at `start` reaches the end of what is there; it has to be read again then. Twice as much each time, so that one
    /// endless field costs no more than many short ones.
    /// - Returns: false if there is no more, and what was read is all.
    private mutating func needsMore(from start: Int) throws(FileFailure) -> Bool {
        guard position >= bytes.count, let file, !file.isAtEnd else { return false }
        bytes.removeSubrange(..<start)
        position = 0
        try file.read(into: &bytes, wanted: bytes.count)
        return true
    }

    /// Sees to it that a whole line follows.
    private mutating func needLine() throws(FileFailure) {
        while let file, !file.isAtEnd {
            var end = position
            while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
            if end + 1 < bytes.count { return }
            bytes.removeSubrange(..<position)
            position = 0
            try file.read(into: &bytes, wanted: bytes.count)
        }
    }

    // MARK: Header

    /// Passes over `#TYPE` and comment lines before the first row.
    /// - Parameter keepsComments: only lines with special meaning are passed over.
    mutating func typeLine(keepsComments: Bool) throws(FileFailure) -> (typeName: String?, fields: [String]?) {
        var typeName: String?
        try needLine()
        while position < bytes.count, bytes[position] == 35 {
            let line = lineText()
            if line.prefix(6).lowercased() == "#type ", typeName == nil {
                typeName = String(line.dropFirst(6)).trimmedSpaces
                passLine()
            } else if line.hasPrefix("#Fields: ") {
                position += 9
                return (typeName, try nextRow())
            } else if keepsComments {
                return (typeName, nil)
            } else {
                passLine()
            }
            try needLine()
        }
        return (typeName, nil)
    }

    /// nil at the end of the text.
    mutating func header(keepsComments: Bool = false) throws(FileFailure) -> CsvHeader? {
        let (typeName, fields) = try typeLine(keepsComments: keepsComments)
        var names: [String]
        if let fields { names = fields } else if let row = try nextRow() { names = row } else { return nil }
        while names.count == 1, names[0].isEmpty {
            guard let next = try nextRow() else { return nil }
            names = next
        }
        var header = CsvHeader(names: names, typeName: typeName)
        var number = 1
        for i in names.indices where names[i].isEmpty {
            header.names[i] = "H\(number)"
            number += 1
            header.hasMadeNames = true
        }
        return header
    }

    private func lineText() -> String {
        var end = position
        while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }
    private mutating func passLine() {
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
        passLineEnd()
    }
    private mutating func passLineEnd() {
        guard position < bytes.count else { return }
        let byte = bytes[position]
        position += 1
        if byte == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
    }

    // MARK: Rows

    /// The fields of the next row as texts; nil at the end.
    mutating func nextRow() throws(FileFailure) -> [String]? {
        while true {
            let start = position
            if start >= bytes.count {
                if try needsMore(from: start) { continue }
                return nil
            }
            var fields: [String] = []
            row { fields.append($0) }
            if try !needsMore(from: start) { return fields }
        }
    }

    /// The next row as a record; nil at the end. Empty lines are passed over. Columns the row does not have are null.
    mutating func nextRecord(_ shape: Shape) throws(FileFailure) -> Record? {
        let width = shape.names.count
        let texts = texts
        while true {
            let start = position
            if start >= bytes.count {
                if try needsMore(from: start) { continue }
                return nil
            }
            var record: Record?
            var count = 0
            var first = ""
            row { field in
                if count == 0 {
                    // One empty field is an empty line.
                    first = field
                } else {
                    if record == nil {
                        let made = Record(shape: shape) { _ in }
                        if width > 0 { made[0] = .object(texts.text(first)) }
                        record = made
                    }
                    if count < width { record?[count] = .object(texts.text(field)) }
                }
                count += 1
            }
            if try needsMore(from: start) { continue }
            if let record { return record }
            if count == 1, !first.isEmpty {
                let made = Record(shape: shape) { _ in }
                if width > 0 { made[0] = .object(texts.text(first)) }
                return made
            }
        }
    }

    /// One row, field by field. A field that ends with the text counts only if there is something in it.
    private mutating func row(_ emit: (String) -> Void) {
        bytes.withUnsafeBufferPointer { buffer in
            let count = buffer.count
            var i = position
            defer { position = i }
            while i < count {
                // At the beginning of a field; leading blanks go.
                while i < count, buffer[i] == 32 || buffer[i] == 9, !isDelimiter(buffer, i) { i += 1 }
                if i >= count { return }
                if buffer[i] == 34 {
                    if quoted(buffer, &i, emit) { return }
                    continue
                }
                let start = i
                while i < count, buffer[i] != mark, buffer[i] != 10, buffer[i] != 13 { i += 1 }
                while i < count, buffer[i] == mark, !isDelimiter(buffer, i) {
                    i += 1
                    while i < count, buffer[i] != mark, buffer[i] != 10, buffer[i] != 13 { i += 1 }
                }
                if i >= count {
                    if i > start { emit(plain(buffer, start, i)) }
                    return
                }
                emit(plain(buffer, start, i))
                if buffer[i] == 10 || buffer[i] == 13 {
                    if buffer[i] == 13, i + 1 < count, buffer[i + 1] == 10 { i += 1 }
                    i += 1
                    return
                }
                i += delimiter.count
            }
        }
    }

    /// A field without quotes: several blanks after its first blank to its end count as one.
    private func plain(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> String {
        var last = end
        while last > start, buffer[last - 1] == 32 || buffer[last - 1] == 9 { last -= 1 }
        if last < end { last += 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<last]), as: UTF8.self)
    }

    @inline(__always) private func isDelimiter(_ buffer: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        if buffer[i] != mark { return false }
        if delimiter.count == 1 { return true }
        if i + delimiter.count > buffer.count { return false }
        for k in delimiter.indices where buffer[i + k] != delimiter[k] { return false }
        return true
    }

    /// A field in quotes. True at the end of the row.
    private func quoted(_ buffer: UnsafeBufferPointer<UInt8>, _ i: inout Int, _ emit: (String) -> Void) -> Bool {
        let count = buffer.count
        i += 1
        let start = i
        while i < count, buffer[i] != 34 { i += 1 }
        var isClosed = i < count
        var text: String
        if !isClosed || i + 1 >= count || buffer[i + 1] != 34 {
            text = String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<i]), as: UTF8.self)
        } else {
            var collected = Array(buffer[start..<i])
            isClosed = false
            while i < count {
                if buffer[i] != 34 {
                    collected.append(buffer[i])
                    i += 1
                } else if i + 1 < count, buffer[i + 1] == 34 {
                    collected.append(34)
                    i += 2
                } else {
                    isClosed = true
                    break
                }
            }
            text = String(decoding: collected, as: UTF8.self)
        }
        if !isClosed {
            // A quote that is never closed takes the rest.
            if !text.isEmpty { emit(text) }
            return true
        }
        i += 1
        // What follows the closing quote belongs to the field unless it is blank.
        let rest = i
        while i < count, !isDelimiter(buffer, i), buffer[i] != 10, buffer[i] != 13 { i += 1 }
        if i > rest {
            let tail = String(decoding: UnsafeBufferPointer(rebasing: buffer[rest..<i]), as: UTF8.self)
            text += tail.trimmedSpaces.isEmpty ? "" : tail
        }
        emit(text)
        if i >= count { return true }
        if buffer[i] == 10 || buffer[i] == 13 {
            if buffer[i] == 13, i + 1 < count, buffer[i + 1] == 10 { i += 1 }
            i += 1
            return true
        }
        i += delimiter.count
        return false
    }
}

extension CsvHeader {
    /// The shape of the records under this header.
    /// - Throws: for a column named twice.
    func shape(_ run: Invocation) throws -> Shape {
        var shape = run.session.emptyShape
        for name in names {
            if shape.index(of: name) != nil {
                throw run.failure(
                    "System.Management.Automation.ExtendedTypeSystemException", "The member \"\(name)\" is already present.",
                    type: "ExtendedTypeSystemException", category: .notSpecified)
            }
            Shape.extend(&shape, Text(name))
        }
        return typeName.map { shape.named([$0, "CSV:" + $0]) } ?? shape
    }

    static let madeNames = "One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers."
}

/// Fields that stood in a table a moment ago: columns hold few different values far more often than not, and what is equal is kept once.
private final class RepeatedTexts {
    private static let places = 256
    private var recent = [Text?](repeating: nil, count: places)

    func text(_ field: String) -> Text {
        let made = Text(field)
        let place = Int(made.foldedHash) & (RepeatedTexts.places - 1)
        if let known = recent[place], known.string.utf8.elementsEqual(field.utf8) { return known }
        recent[place] = made
        return made
    }
}
