// Get-Content: the lines, the text or the bytes of files and other items.

import Glibc
import Runtime
import TypeSystem

final class GetContent: Command {
    static let name = "Get-Content"
    static let aliases = ["gc", "type"]
    static let items = ItemParameters(pipeline: false)
    static let readCount = Parameter<Int>("ReadCount", byName: true, type: .int64, help: "How many lines to write at once, as an array; 0 for all.")
    static let totalCount = Parameter<Int>(
        "TotalCount", aliases: ["First", "Head"], byName: true, type: .int64, validations: [.range(.long(0), .long(.max))],
        help: "How many lines from the beginning.")
    static let tail = Parameter<Int>("Tail", aliases: ["Last"], byName: true, validations: [.range(.int(0), .int(.max))], help: "How many lines from the end.")
    static let delimiter = Parameter<String>("Delimiter", help: "What ends a piece, in place of a line break.")
    static let wait = Parameter<Bool>("Wait", help: "Goes on with what is added to the file, until Ctrl-C is pressed.")
    static let raw = Parameter<Bool>("Raw", help: "The whole text as one.")
    static let encoding = EncodingArgument.parameter(help: "How the text is encoded if no byte order mark says so; UTF-8 if not given.")
    static let asByteStream = Parameter<Bool>("AsByteStream", help: "Bytes in place of text.")
    static let declaration = CommandDeclaration(
        synopsis: "Reads the content of files and other items.", description: "Writes each line as text; -Raw the whole text, -AsByteStream bytes.",
        parameters: [
            items.path, readCount, totalCount, tail, items.literalPath, items.filter, items.include, items.exclude, items.force, delimiter, wait, raw, encoding,
            asByteStream,
        ], defaultSet: "Path",
        outputTypes: ["System.Byte", "System.String"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("A function's body", "function hello { 'hi' }\n(Get-Content function:hello).ToString().Trim()", output: "'hi'\n")])

    func process(_ run: Invocation) throws {
        if run.has(Self.raw),
            run.isBound(Self.totalCount) || run.isBound(Self.tail) || run.has(Self.wait) || run.isBound(Self.delimiter) || run.isBound(Self.readCount)
        {
            throw run.failure(
                "InvalidOperation", "-Raw reads the whole text: it cannot be used with -TotalCount, -Tail, -Wait, -Delimiter or -ReadCount.",
                type: "PSInvalidOperationException", category: .invalidOperation)
        }
        if run.isBound(Self.totalCount), run.isBound(Self.tail) {
            return try run.writeError(
                "TailAndHeadCannotCoexist", "-TotalCount and -Tail cannot be used together.", type: "System.InvalidOperationException",
                category: .invalidOperation)
        }
        let selection = Self.items.selection(run)
        for item in try selection.items(missingPattern: { try run.writeError(ItemSelection.notFound(pattern: $0).record) }) {
            if let flat = item.flat {
                try emitItem(flat, item, run)
            } else {
                if !selection.isLiteral, !selection.include.isEmpty, item.isContainer(run) { continue }
                try emitFile(item, run)
            }
        }
        if !selection.include.isEmpty, !selection.isLiteral {
            for text in selection.patterns where !Globbing.isPattern(text) {
                if try selection.resolved(text).isEmpty { try run.writeError(ItemSelection.notFound(pattern: text).record) }
            }
        }
    }

    private func emitItem(_ flat: any FlatProvider, _ item: ItemPath, _ run: Invocation) throws {
        guard let content = try flat.content(item.path, run.session, run.scope) else { return }
        for element in try run.session.elements(of: content) ?? [content] { try run.write(element) }
    }

    private func emitFile(_ item: ItemPath, _ run: Invocation) throws {
        if item.isContainer(run) {
            return try run.writeError(
                "GetContainerContentException", "Unable to get content because it is a directory: '\(item.path)'. Please use 'Get-ChildItem' instead.",
                type: "System.InvalidOperationException", category: .invalidOperation, target: .text(item.path))
        }
        if run.has(Self.asByteStream), run.isBound(Self.delimiter) {
            return try run.writeError(
                "GetContentReaderArgumentError", "Bytes have no delimiter: -AsByteStream and -Delimiter cannot be used together.",
                type: "System.ArgumentException", category: .invalidArgument, target: .text(item.path))
        }
        do {
            // What is added while the beginning is read comes after it.
            let size = run.has(Self.wait) ? FileStatus(item.path)?.size ?? 0 : 0
            if run.has(Self.asByteStream) {
                try emitBytes(item.path, run)
                return try follow(item, from: size, .utf8, run)
            }
            let encoding = run.encoding(Self.encoding) ?? .utf8
            if run.has(Self.raw) {
                let text = encoding.text(of: try FileAccess.read(item.path))
                if !text.isEmpty { try run.write(.object(NotedText(text, LineOrigin(item), number: 1))) }
                return
            }
            if run[Self.totalCount] == 0 { return }
            let file = try InputFile(item.path)
            HalfReadFiles.of(run.session).add(file)
            defer { HalfReadFiles.of(run.session).remove(file) }
            var pieces = try ContentReader.pieces(file, encoding, delimiter: run[Self.delimiter])
            try emitPieces(&pieces, LineOrigin(item), run)
            try follow(item, from: size, encoding, run)
        } catch let error as FileFailure {
            try run.writeError(
                "GetContentReaderUnauthorizedAccessError", error.message, type: error.exceptionType, category: error.category, target: .text(item.path))
        }
    }

    /// With `-Wait`: goes on with what is added to the file. One that has become shorter is read from its beginning; one that is gone ends it.
    private func follow(_ item: ItemPath, from size: Int64, _ encoding: TextEncoding, _ run: Invocation) throws {
        guard run.has(Self.wait) else { return }
        let session = run.session, origin = LineOrigin(item)
        var place = size, rest: [UInt8] = [], number = 0
        while let now = FileStatus(item.path)?.size {
            if now < place { (place, rest) = (0, []) }
            if now > place {
                let added = try FileAccess.read(item.path).dropFirst(Int(place))
                place += Int64(added.count)
                if run.has(Self.asByteStream) {
                    for byte in added { try run.write(.byte(byte)) }
                } else {
                    rest += added
                    while let end = rest.firstIndex(of: 0x0A) {
                        var line = Array(rest[..<end])
                        if line.last == 0x0D { line.removeLast() }
                        rest.removeFirst(end + 1)
                        number += 1
                        try run.write(.object(NotedText(encoding.text(of: line), origin, number: number)))
                    }
                }
                continue
            }
            try session.checkCancelled()
            session.host.flush()
            usleep(useconds_t(max(1, min(50, session.eventSources.rest ?? 50)) * 1000))
            try session.eventSources.look(session)
        }
    }

    private func emitBytes(_ path: String, _ run: Invocation) throws {
        let file = try InputFile(path)
        var bytes: [UInt8] = []
        if run.has(Self.raw) || run.isBound(Self.tail) || run.isBound(Self.readCount) {
            while !file.isAtEnd { try file.read(into: &bytes, wanted: bytes.count) }
            return try emitBytes(all: bytes, run)
        }
        HalfReadFiles.of(run.session).add(file)
        defer { HalfReadFiles.of(run.session).remove(file) }
        var left = run[Self.totalCount] ?? .max
        while left > 0, !file.isAtEnd {
            bytes.removeAll(keepingCapacity: true)
            try file.read(into: &bytes)
            for byte in bytes.prefix(left) { try run.write(.byte(byte)) }
            left -= min(left, bytes.count)
            try run.session.checkCancelled()
        }
    }

    private func emitBytes(all bytes: [UInt8], _ run: Invocation) throws {
        if run.has(Self.raw) { return try run.write(.object(ArrayObject(bytes.map { .byte($0) }, elementType: .byte))) }
        var chosen = bytes[...]
        if let first = run[Self.totalCount] { chosen = chosen.prefix(first) }
        if let last = run[Self.tail] { chosen = chosen.suffix(last) }
        let count = run[Self.readCount] ?? 1
        if count == 1 {
            for byte in chosen { try run.write(.byte(byte)) }
            return
        }
        var rest = chosen
        while !rest.isEmpty {
            let piece = count <= 0 ? rest : rest.prefix(count)
            try run.write(.object(ArrayObject(piece.map { .byte($0) }, elementType: .byte)))
            rest = rest.dropFirst(piece.count)
        }
    }

    private func emitPieces(_ pieces: inout ContentReader.Pieces, _ origin: LineOrigin, _ run: Invocation) throws {
        let limit = run[Self.totalCount] ?? .max
        let count = run[Self.readCount] ?? 1
        var number = 0
        if run.isBound(Self.tail) {
            // The last lines go round: nothing before them is kept.
            let wanted = run[Self.tail] ?? 0
            var kept: [String] = [], oldest = 0
            while let line = try pieces.next() {
                try run.session.checkCancelled()
                if wanted == 0 { continue }
                if kept.count < wanted {
                    kept.append(line)
                } else {
                    kept[oldest] = line
                    oldest = (oldest + 1) % wanted
                }
            }
            return try write(Array(kept[oldest...] + kept[..<oldest]), count, &number, origin, run)
        }
        if count == 1 {
            while number < limit, let line = try pieces.next() {
                number += 1
                try run.session.checkCancelled()
                try run.write(.object(NotedText(line, origin, number: number)))
            }
            return
        }
        var lines: [String] = [], left = limit
        while left > 0, let line = try pieces.next() {
            left -= 1
            lines.append(line)
            try run.session.checkCancelled()
            if count > 0, lines.count == count {
                try write(lines, count, &number, origin, run)
                lines.removeAll(keepingCapacity: true)
            }
        }
        try write(lines, count, &number, origin, run)
    }

    private func write(_ lines: [String], _ count: Int, _ number: inout Int, _ origin: LineOrigin, _ run: Invocation) throws {
        if count == 1 {
            for line in lines {
                number += 1
                try run.write(.object(NotedText(line, origin, number: number)))
            }
            return
        }
        var rest = lines[...]
        while !rest.isEmpty {
            let piece = count <= 0 ? rest : rest.prefix(count)
            number += piece.count
            if piece.count == 1, count > 1 {
                try run.write(.object(NotedText(piece[piece.startIndex], origin, number: number)))
            } else {
                var whole: Value = .array(piece.map { .text($0) })
                for name in origin.noteNames {
                    if let note = origin.note(name, number: number, run.session) { whole = run.session.add(AddedMember(name, .note(note)), to: whole) }
                }
                try run.write(whole)
            }
            rest = rest.dropFirst(piece.count)
        }
    }
}

/// The file that lines are from, as their notes tell it.
private final class LineOrigin: TextOrigin, @unchecked Sendable {
    private let item: ItemPath
    init(_ item: ItemPath) { self.item = item }

    let noteNames = ["PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider", "ReadCount"]

    func note(_ name: String, number: Int, _ session: Session) -> Value? {
        switch name.lowercased() {
        case "readcount": return .long(Int64(number))
        case "pschildname": return .text(PathText.leaf(item.path))
        case "pspath": return .text(item.qualified)
        case "psparentpath": return .text(FileSystemProvider.qualified(PathText.parent(item.path)))
        case "psdrive": return .object(item.drive)
        case "psprovider": return .object(session.drives.providerInfo(session.drives.fileSystem))
        default: return nil
        }
    }
}
