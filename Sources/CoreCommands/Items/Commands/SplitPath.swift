// Split-Path: one part of a path.

import Runtime

final class SplitPath: Command {
    static let name = "Split-Path"
    private static let pathSets = ["ParentSet", "LeafSet", "LeafBaseSet", "ExtensionSet", "QualifierSet", "NoQualifierSet", "IsAbsoluteSet"]
    static let path = Parameter<[String]>("Path", position: 0, mandatory: true, pipeline: true, byName: true, sets: pathSets, help: "The paths.")
    static let literalPath = Parameter<[String]>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: ["LiteralPathSet"], help: "The paths, without wildcards.")
    static let parent = Parameter<Bool>(
        "Parent", byName: true, sets: ["ParentSet"], help: "Everything before the last part; this is what is written if nothing else is asked for.")
    static let leaf = Parameter<Bool>("Leaf", mandatory: true, byName: true, sets: ["LeafSet"], help: "The last part.")
    static let leafBase = Parameter<Bool>("LeafBase", mandatory: true, byName: true, sets: ["LeafBaseSet"], help: "The last part without its extension.")
    static let fileExtension = Parameter<Bool>("Extension", mandatory: true, byName: true, sets: ["ExtensionSet"], help: "The extension of the last part.")
    static let qualifier = Parameter<Bool>("Qualifier", mandatory: true, byName: true, sets: ["QualifierSet"], help: "The drive.")
    static let noQualifier = Parameter<Bool>("NoQualifier", mandatory: true, byName: true, sets: ["NoQualifierSet"], help: "The path without its drive.")
    static let isAbsolute = Parameter<Bool>("IsAbsolute", mandatory: true, sets: ["IsAbsoluteSet"], help: "Whether the path says everything from the root on.")
    static let resolve = Parameter<Bool>("Resolve", help: "The parts of the items that the path leads to.")
    static let declaration = CommandDeclaration(
        synopsis: "Writes a part of a path.", description: "The path before its last part, or the part asked for.",
        parameters: [path, literalPath, parent, leaf, leafBase, fileExtension, qualifier, noQualifier, isAbsolute, resolve], defaultSet: "ParentSet",
        outputTypes: ["System.String", "System.Boolean"], module: "Microsoft.PowerShell.Management",
        examples: [CommandExample("The last part", "Split-Path /srv/pool/room.txt -Leaf", output: "room.txt\n")])

    func process(_ run: Invocation) throws {
        for text in run[Self.literalPath] ?? run[Self.path] ?? [] {
            do {
                var texts = [text]
                if run.has(Self.resolve) {
                    let selection = ItemSelection(
                        patterns: [], isLiteral: run.isBound(Self.literalPath), filter: nil, include: [], exclude: [], force: false, run: run)
                    texts = try selection.resolved(text).map(\.shown)
                }
                for text in texts { try run.write(part(text, run)) }
            } catch let failure as ShellError where !failure.endsScript && failure.record.errorId != "Argument" {
                try run.writeError(failure.record)
            }
        }
    }

    private func part(_ text: String, _ run: Invocation) throws -> Value {
        let plain = String(text.map { $0 == "\\" ? "/" : $0 })
        let qualified = ItemPath.qualifier(text)
        if run.has(Self.isAbsolute) { return .bool(plain.hasPrefix("/") || qualified != nil) }
        if run.has(Self.qualifier) {
            guard let qualified else {
                throw ShellError(
                    "ParsePathFormatError", "The path '\(text)' has no drive; a path such as env:NAME has one.", type: "System.FormatException",
                    category: .invalidArgument, target: .text(text))
            }
            return .text(qualified.name + (qualified.isProvider ? "::" : ":"))
        }
        if run.has(Self.noQualifier) { return .text(qualified?.rest ?? text) }
        if run.has(Self.leaf) { return .text(leafName(plain, run)) }
        if run.has(Self.leafBase) { return .text(PathText.baseName(leafName(plain, run))) }
        if run.has(Self.fileExtension) {
            let name = leafName(plain, run)
            return .text(name.lastIndex(of: ".") == name.startIndex && name.count > 1 ? name : PathText.fileExtension(name))
        }
        return .text(try parentPath(plain, text))
    }

    private func leafName(_ text: String, _ run: Invocation) -> String {
        let rest = ItemPath.qualifier(text)?.rest ?? text
        if rest == "." { return PathText.leaf(run.session.location) }
        let trimmed = rest.count > 1 && rest.hasSuffix("/") ? String(rest.dropLast()) : rest
        guard let slash = trimmed.lastIndex(of: "/") else { return trimmed }
        return String(trimmed[trimmed.index(after: slash)...])
    }

    private func parentPath(_ plain: String, _ text: String) throws -> String {
        if plain == "/" {
            throw ShellError("Argument", "The path '/' has no parent.", type: "PSArgumentException", category: .invalidArgument, target: .text(text))
        }
        var prefix = "", rest = plain
        if let (name, isProvider, below) = ItemPath.qualifier(plain) {
            prefix = name + (isProvider ? "::" : ":")
            rest = below
        }
        while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
        guard let slash = rest.lastIndex(of: "/") else { return "" }
        if slash == rest.startIndex { return prefix.isEmpty ? "" : prefix + "/" }
        return prefix + rest[..<slash]
    }
}
