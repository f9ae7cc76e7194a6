// The pieces of a text: lines, or what stands between delimiters.

import Scalars

enum ContentReader {
    /// Pieces one after the other, so that the first few of a large file cost little.
    struct Pieces {
        private let bytes: [UInt8]
        private let delimiter: [UInt8]?
        private var position: Int

        init(_ bytes: [UInt8], delimiter: String?) {
            self.bytes = bytes
            self.delimiter = delimiter.map { Array($0.utf8) }
            position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        }

        mutating func next() -> String? {
            let count = bytes.count
            if position >= count { return nil }
            return bytes.withUnsafeBufferPointer { buffer in
                var end = position
                if let delimiter {
                    let found = TextSearch.index(of: delimiter, in: buffer, from: position)
                    end = found < 0 ? count : found
                    defer { position = found < 0 ? count : found + delimiter.count }
                    return String(decoding: buffer[position..<end], as: UTF8.self)
                }
                while end < count, buffer[end] != 10, buffer[end] != 13 { end += 1 }
                let line = String(decoding: buffer[position..<end], as: UTF8.self)
                position = end + 1
                if end + 1 < count, buffer[end] == 13, buffer[end + 1] == 10 { position = end + 2 }
                return line
            }
        }

        var all: [String] {
            var reader = self
            var result: [String] = []
            while let piece = reader.next() { result.append(piece) }
            return result
        }
    }

    static func pieces(_ bytes: [UInt8], _ encoding: TextEncoding, delimiter: String?) -> Pieces {
        let isPlain =
            encoding.form == .utf8 && bytes.withUnsafeBufferPointer { buffer in TextEncoding.marked(buffer).map { $0.encoding.form == .utf8 } ?? true }
        if isPlain { return Pieces(bytes, delimiter: delimiter) }
        return Pieces(Array(encoding.text(of: bytes).utf8), delimiter: delimiter)
    }
}

extension TextSearch {
    fileprivate static func index(of needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        needle.withUnsafeBufferPointer { index(of: $0, in: text, from: start) }
    }
}
