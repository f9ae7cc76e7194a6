// The one file that an exporting command writes, and the one or several that an importing command reads.

import Runtime

enum OutputPath {
    /// - Throws: for patterns with several matches, and for what is no file.
    static func file(_ text: String, isLiteral: Bool, _ run: Invocation) throws -> ItemPath {
        if !isLiteral, Globbing.isPattern(text) {
            let selection = ItemSelection(patterns: [], isLiteral: false, filter: nil, include: [], exclude: [], force: false, run: run)
            let found = try selection.resolved(text)
            if found.count > 1 {
                throw run.failure(
                    "ReadWriteMultipleFilesNotSupported", "The path '\(text)' stands for several files, but the command takes one.",
                    type: "PSInvalidOperationException", category: .invalidArgument, target: .text(text))
            }
            if let only = found.first { return only }
            throw run.failure(
                "FileOpenFailure", "Cannot perform operation because the wildcard path \(text) did not resolve to a file.",
                type: "System.IO.FileNotFoundException", category: .openError, target: .text(text))
        }
        let item: ItemPath
        do { item = try ItemPath.read(isLiteral ? text : Globbing.literal(text), run.session) } catch let failure as ShellError {
            throw run.failure(
                failure.record.errorId, failure.record.message, type: failure.record.exception.type.fullName, category: failure.record.category,
                target: failure.record.target)
        }
        guard item.isFileSystem else {
            throw run.failure(
                "ReadWriteFileNotFileSystemProvider", "The path '\(text)' is not one of the file system.", type: "PSInvalidOperationException",
                category: .invalidArgument, target: .text(text))
        }
        return item
    }

    static func failure(_ failure: FileFailure, _ run: Invocation) -> ShellError {
        let isMissing = failure.code == 2 || failure.code == 20
        return run.failure(
            "FileOpenFailure", isMissing ? "Could not find a part of the path '\(failure.path)'." : failure.message,
            type: isMissing ? "System.IO.DirectoryNotFoundException" : failure.exceptionType, category: .openError, target: .text(failure.path))
    }

    /// The existing files that a command reads; missing ones end it.
    static func filesToRead(_ patterns: [String], isLiteral: Bool, _ run: Invocation) throws -> [String] {
        let selection = ItemSelection(patterns: patterns, isLiteral: isLiteral, filter: nil, include: [], exclude: [], force: false, run: run)
        var result: [String] = []
        for text in patterns {
            let found: [ItemPath]
            do { found = try selection.resolved(text) } catch let failure as ShellError where failure.record.errorId == "PathNotFound" {
                let path = run.session.fullPath(text)
                throw run.failure(
                    "FileOpenFailure", "Could not find file '\(path)'.", type: "System.IO.FileNotFoundException", category: .openError, target: .text(text))
            }
            for item in found where item.isFileSystem { result.append(item.path) }
        }
        return result
    }
}
