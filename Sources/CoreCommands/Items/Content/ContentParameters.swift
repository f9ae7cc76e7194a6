// What Set-Content and Add-Content share: parameters and the writing itself.

import Glibc
import Runtime

struct ContentParameters: Sendable {
    let items = ItemParameters(pipeline: false)
    let value = Parameter<[Value]>(
        "Value", position: 1, mandatory: true, pipeline: true, byName: true, type: TypeInfo.object.arrayType(), allowsNull: true, allowsEmptyString: true,
        allowsEmptyCollection: true, help: "What to write: a line for each object.")
    let passThru = Parameter<Bool>("PassThru", help: "Writes the values on.")
    let noNewline = Parameter<Bool>("NoNewline", help: "No line breaks between and after the values.")
    let encoding = EncodingArgument.parameter()
    let asByteStream = Parameter<Bool>("AsByteStream", help: "The values are bytes.")
    var all: [any AnyParameter] {
        [items.path, value, passThru, items.literalPath, items.filter, items.include, items.exclude, items.force, noNewline, encoding, asByteStream]
    }
}

/// Writing values to content, of files and of other items.
final class ContentWriter {
    private struct Target {
        let item: ItemPath
        let file: OutputFile?
        let encoding: TextEncoding
        let restoresReadOnly: Bool
    }
    private let parameters: ContentParameters
    private let append: Bool
    private var targets: [Target]?
    private var values: [Value] = []

    init(_ parameters: ContentParameters, append: Bool) {
        self.parameters = parameters
        self.append = append
    }

    func process(_ run: Invocation) throws {
        let raw = run.raw(parameters.value)
        if targets == nil { targets = try open(run) }
        guard let targets else { return }
        let given = raw.isNull ? [] : try flattened(raw, run.session)
        for target in targets {
            if let file = target.file { try write(given, to: file, target.encoding, run) }
        }
        if targets.contains(where: { $0.file == nil }) { values += given }
        if run.has(parameters.passThru) { for value in given { try run.write(value) } }
    }

    private func flattened(_ value: Value, _ session: Session) throws -> [Value] {
        try session.checkDepth()
        guard let elements = try session.elements(of: value) else { return [value] }
        var result: [Value] = []
        for element in elements {
            if element.isNull { continue }
            result += try flattened(element, session)
        }
        return result
    }

    private func open(_ run: Invocation) throws -> [Target] {
        let selection = parameters.items.selection(run)
        var result: [Target] = []
        for text in selection.patterns {
            do {
                let isPattern = !selection.isLiteral && Globbing.isPattern(text)
                let items: [ItemPath]
                if isPattern {
                    items = try selection.resolved(text)
                    if items.isEmpty { throw ItemSelection.notFound(pattern: text) }
                } else {
                    items = [try ItemPath.read(selection.isLiteral ? text : Globbing.literal(text), run.session)]
                }
                for item in items { if let target = try open(item, selection, run) { result.append(target) } }
            } catch let failure as ShellError where !failure.endsScript && failure.record.errorId != "System.NotSupportedException" {
                try run.writeError(failure.record)
            }
        }
        return result
    }

    private func open(_ item: ItemPath, _ selection: ItemSelection, _ run: Invocation) throws -> Target? {
        let action = append ? "Add Content" : "Set Content"
        guard try run.shouldProcess(item.isFileSystem ? "Path: \(item.path)" : "Item: \(item.path)", action) else { return nil }
        guard item.isFileSystem else { return Target(item: item, file: nil, encoding: .utf8, restoresReadOnly: false) }
        let status = FileStatus(item.path)
        if status?.isDirectory == true {
            if !append {
                throw run.failure(
                    "System.NotSupportedException", "'\(item.path)' is a directory and has no content that could be set.", type: "System.NotSupportedException",
                    category: .notSpecified, target: .text(item.path))
            }
            throw ShellError(
                "WriteContainerContentException", "Unable to write content because it is a directory: '\(item.path)'. Please use a file instead.",
                type: "System.InvalidOperationException", category: .invalidOperation, target: .text(item.path))
        }
        var restores = false
        if let status, status.isReadOnly {
            if !selection.force {
                throw ShellError(
                    append ? "GetContentWriterUnauthorizedAccessError" : "GetContentWriterUnauthorizedAccessError",
                    "Access to the path '\(item.path)' is denied.", type: "System.UnauthorizedAccessException", category: .permissionDenied,
                    target: .text(item.path))
            }
            chmod(item.path, (status.link.st_mode & 0o7777) | 0o200)
            restores = true
        }
        var encoding = run.encoding(parameters.encoding) ?? .utf8
        var needsMark = true
        if append, let status, status.size > 0 {
            needsMark = false
            if !run.isBound(parameters.encoding), let known = markOf(item.path) { encoding = known }
        }
        do {
            let file = try OutputFile(item.path, append: append, opensNow: false, run.session)
            if needsMark, !run.has(parameters.asByteStream) { file.write(encoding.mark) }
            return Target(item: item, file: file, encoding: encoding, restoresReadOnly: restores)
        } catch {
            throw ShellError("GetContentWriterIOError", error.message, type: error.exceptionType, category: .writeError, target: .text(item.path))
        }
    }

    private func markOf(_ path: String) -> TextEncoding? {
        // What cannot be read has no mark to tell; writing will say what is wrong.
        guard let bytes = try? FileAccess.read(path) else { return nil }
        return bytes.withUnsafeBufferPointer { TextEncoding.marked($0)?.encoding }
    }

    private func write(_ values: [Value], to file: OutputFile, _ encoding: TextEncoding, _ run: Invocation) throws {
        let session = run.session
        if run.has(parameters.asByteStream) {
            for value in values {
                guard case .byte(let byte) = try session.convert(value, to: .byte) else { continue }
                file.write([byte])
            }
            return
        }
        let separator = run.has(parameters.noNewline) ? "" : "\n"
        for value in values { file.write(encoding.encode(try value.objectText(session) + separator)) }
    }

    func end(_ run: Invocation) throws {
        for target in targets ?? [] {
            guard let file = target.file else {
                try setItem(target.item, run)
                continue
            }
            do { try file.close() } catch {
                try run.writeError(
                    error.code == ENOENT || error.code == ENOTDIR
                        ? "GetContentWriterDirectoryNotFoundError"
                        : error.category == .permissionDenied ? "GetContentWriterUnauthorizedAccessError" : "GetContentWriterIOError",
                    error.code == ENOENT ? "Could not find a part of the path '\(error.path)'." : error.message,
                    type: error.code == ENOENT ? "System.IO.DirectoryNotFoundException" : error.exceptionType, category: error.category,
                    target: .text(error.path))
            }
            if target.restoresReadOnly, let status = FileStatus(target.item.path) { chmod(target.item.path, status.link.st_mode & 0o7777 & ~0o222) }
        }
    }

    private func setItem(_ item: ItemPath, _ run: Invocation) throws {
        guard let flat = item.flat else { return }
        var all = values
        if append, let old = try flat.content(item.path, run.session, run.scope), !old.isNull { all = (try run.session.elements(of: old) ?? [old]) + all }
        let value: Value = all.count == 1 ? all[0] : .array(all)
        do { try flat.set(item.path, value, force: run.has(parameters.items.force), run.session, run.scope) } catch let failure as ShellError
            where !failure.endsScript
        { try run.writeError(failure.record) }
    }
}
