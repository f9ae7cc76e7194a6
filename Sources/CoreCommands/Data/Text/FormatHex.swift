// Format-Hex: bytes of files, texts and numbers.

import Runtime

final class FormatHex: Command {
    static let name = "Format-Hex"
    static let aliases = ["fhx"]
    static let path = Parameter<[String]>(
        "Path", position: 0, mandatory: true, sets: ["Path"], validations: [.notNullOrEmpty], help: "The files; wildcards allowed.")
    static let literalPath = Parameter<[String]>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, sets: ["LiteralPath"], validations: [.notNullOrEmpty], help: "The files, without wildcards.")
    static let inputObject = Parameter<Value>("InputObject", mandatory: true, pipeline: true, sets: ["ByInputObject"], help: "Text or numbers.")
    static let encoding = EncodingArgument.parameter(sets: ["ByInputObject"], help: "How text becomes bytes; UTF-8 if not given.")
    static let count = Parameter<Int>("Count", type: .int64, validations: [.rangeKind("Positive")], help: "How many bytes.")
    static let offset = Parameter<Int>("Offset", type: .int64, validations: [.rangeKind("NonNegative")], help: "How many bytes to leave out first.")
    static let raw = Parameter<Bool>("Raw", sets: ["ByInputObject"], help: "Has no effect any more.")
    static let declaration = CommandDeclaration(
        synopsis: "Shows bytes in hexadecimal.", description: "Rows of sixteen bytes with their offset and characters.",
        parameters: [path, literalPath, inputObject, encoding, count, offset, raw], outputTypes: ["Microsoft.PowerShell.Commands.ByteCollection"],
        implementingType: "Microsoft.PowerShell.Commands.FormatHex",
        examples: [CommandExample("A text", "('lobby' | Format-Hex).HexBytes", output: "6C 6F 62 62 79\n")])

    private var pending: [UInt8] = []
    private var pendingType = ""

    func process(_ run: Invocation) throws {
        if let literal = run[Self.literalPath] { return try files(literal, isLiteral: true, run) }
        if let paths = run[Self.path] { return try files(paths, isLiteral: false, run) }
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if let file = item.object as? FileObject { return try show(file: file.path, run) }
        // Bytes that come one by one are one row after the other, not a row each.
        if case .byte(let byte) = item.unwrapped {
            pending.append(byte)
            pendingType = "Byte (System.Byte)"
            return
        }
        guard let bytes = try bytes(of: item, run) else {
            return try run.writeError(
                "FormatHexTypeNotSupported",
                "Cannot convert input of type '\(item.type.fullName)' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.",
                type: "System.ArgumentException", category: .invalidType, target: item)
        }
        try show(bytes, path: "", label: label(item), run)
    }

    func end(_ run: Invocation) throws { if !pending.isEmpty { try show(pending, path: "", label: "\(pendingType)\(id())", run) } }

    private func id() -> String { " <" + ByteRow.hex(UInt64(UInt32(truncatingIfNeeded: SystemRandomNumberGenerator.number())), 8) + ">" }
    private func label(_ value: Value) -> String {
        let type = value.unwrapped.type
        return "\(type.name) (\(type.fullName))" + id()
    }

    private func bytes(of value: Value, _ run: Invocation) throws -> [UInt8]? {
        func little(_ number: UInt64, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) } }
        switch value.unwrapped {
        case .bool(let flag): return [flag ? 1 : 0]
        case .byte(let number): return [number]
        case .sbyte(let number): return [UInt8(bitPattern: number)]
        case .char(let unit): return (run.encoding(Self.encoding) ?? .utf8).encode(String(decoding: [unit], as: UTF16.self))
        case .short(let number): return little(UInt64(UInt16(bitPattern: number)), 2)
        case .ushort(let number): return little(UInt64(number), 2)
        case .int(let number): return little(UInt64(UInt32(bitPattern: number)), 4)
        case .uint(let number): return little(UInt64(number), 4)
        case .long(let number): return little(UInt64(bitPattern: number), 8)
        case .ulong(let number): return little(number, 8)
        case .single(let number): return little(UInt64(number.bitPattern), 4)
        case .double(let number): return little(number.bitPattern, 8)
        default: break
        }
        if let text = value.asString { return (run.encoding(Self.encoding) ?? .utf8).encode(text) }
        guard let elements = try run.session.elements(of: value) else { return nil }
        try run.session.checkDepth()
        var result: [UInt8] = []
        for element in elements {
            guard let own = try bytes(of: element, run) else { return nil }
            result += own
        }
        return result
    }

    private func files(_ patterns: [String], isLiteral: Bool, _ run: Invocation) throws {
        let selection = ItemSelection(patterns: patterns, isLiteral: isLiteral, filter: nil, include: [], exclude: [], force: false, run: run)
        for text in patterns {
            let found: [ItemPath]
            do { found = try selection.resolved(text) } catch let failure as ShellError where failure.record.errorId == "PathNotFound" {
                try run.writeError(
                    "FormatHexIOError", "The file '\(text)' was not found.", type: "System.IO.FileNotFoundException", category: .openError, target: .text(text))
                continue
            }
            for item in found where item.isFileSystem { try show(file: item.path, run) }
        }
    }

    private func show(file path: String, _ run: Invocation) throws {
        do { try show(FileAccess.read(path), path: path, label: path, run) } catch let failure as FileFailure {
            try run.writeError("FormatHexIOError", failure.message, type: failure.exceptionType, category: .openError, target: .text(path))
        }
    }

    private func show(_ bytes: [UInt8], path: String, label: String, _ run: Invocation) throws {
        let offset = run[Self.offset] ?? 0
        var rest = bytes.dropFirst(offset)
        if let count = run[Self.count] { rest = rest.prefix(count) }
        var place = UInt64(offset)
        while !rest.isEmpty {
            let row = Array(rest.prefix(16))
            try run.write(.object(ByteRow(row, offset: place, path: path, label: label)))
            rest = rest.dropFirst(16)
            place += 16
        }
    }
}

extension SystemRandomNumberGenerator {
    /// One number.
    fileprivate static func number() -> UInt64 {
        var source = SystemRandomNumberGenerator()
        return source.next()
    }
}
