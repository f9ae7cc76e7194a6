// The pieces of a text: lines, or what stands between delimiters.

import Scalars

enum ContentReader {
    /// Pieces one after the other, read as they are asked for.
    struct Pieces {
        private var bytes: [UInt8]
        private let delimiter: [UInt8]?
        private var position = 0
        /// Where there is more than `bytes`.
        private let file: InputFile?

        fileprivate init(_ bytes: [UInt8], _ file: InputFile?, delimiter: String?) {
            self.bytes = bytes
            self.file = file
            self.delimiter = delimiter.map { Array($0.utf8) }
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        }

        mutating func next() throws(FileFailure) -> String? {
            var searched = position
            while true {
                let isWhole = file?.isAtEnd ?? true
                if let piece = found(&searched, isWhole: isWhole) { return piece }
                guard let file, !isWhole else { return nil }
                if position > 0 {
                    bytes.removeSubrange(..<position)
                    searched -= position
                    position = 0
                }
                try file.read(into: &bytes)
            }
        }

        /// The next piece if all of it is there; `searched` is where looking for its end goes on.
        private mutating func found(_ searched: inout Int, isWhole: Bool) -> String? {
            let count = bytes.count
            if position >= count { return nil }
            let (start, from) = (position, searched)
            let (end, next, reached) = bytes.withUnsafeBufferPointer { buffer -> (Int, Int, Int) in
                if let delimiter {
                    let end = TextSearch.index(of: delimiter, in: buffer, from: from)
                    if end >= 0 { return (end, end + delimiter.count, 0) }
                    return isWhole ? (count, count, 0) : (-1, 0, max(start, count - delimiter.count + 1))
                }
                var end = from
                while end < count, buffer[end] != 10, buffer[end] != 13 { end += 1 }
                // What follows a CR may be its LF.
                if end >= count - 1, !isWhole, end == count || buffer[end] == 13 { return (-1, 0, end) }
                return (end, end + 1 < count && buffer[end] == 13 && buffer[end + 1] == 10 ? end + 2 : end + 1, 0)
            }
            if end < 0 {
                searched = reached
                return nil
            }
            position = next
            return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[start..<end]), as: UTF8.self) }
        }
    }

    /// The pieces of a file. UTF-8 is read as it is asked for; other encodings at once.
    static func pieces(_ file: InputFile, _ encoding: TextEncoding, delimiter: String?) throws(FileFailure) -> Pieces {
        Pieces(try encoding.beginning(of: file), file, delimiter: delimiter)
    }
}

extension TextEncoding {
    /// A file's first block; all of the file, turned into UTF-8, where it is written otherwise.
    func beginning(of file: InputFile) throws(FileFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        try file.read(into: &bytes)
        if isPlain(bytes) { return bytes }
        while !file.isAtEnd { try file.read(into: &bytes, wanted: bytes.count) }
        return Array(text(of: bytes).utf8)
    }

    /// What begins so is UTF-8 and can be read as it is.
    private func isPlain(_ bytes: [UInt8]) -> Bool {
        form == .utf8 && bytes.withUnsafeBufferPointer { buffer in TextEncoding.marked(buffer).map { $0.encoding.form == .utf8 } ?? true }
    }
}

extension TextSearch {
    fileprivate static func index(of needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        needle.withUnsafeBufferPointer { index(of: $0, in: text, from: start) }
    }
}
