// Select-String: lines that match.

import Patterns
import Runtime
import Scalars

final class SelectString: Command {
    static let name = "Select-String"
    static let aliases = ["sls"]
    private static let objectSets = ["Object", "ObjectRaw"], fileSets = ["File", "FileRaw"], literalSets = ["LiteralFile", "LiteralFileRaw"]
    static let pattern = Parameter<[String]>(
        "Pattern", position: 0, mandatory: true, help: "Regular expressions, or texts with -SimpleMatch; a line must match one.")
    static let path = Parameter<[String]>("Path", position: 1, mandatory: true, byName: true, sets: fileSets, help: "The files; wildcards allowed.")
    static let literalPath = Parameter<[String]>(
        "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: literalSets, help: "The files, without wildcards.")
    static let inputObject = Parameter<Value>(
        "InputObject", mandatory: true, pipeline: true, sets: objectSets, allowsNull: true, allowsEmptyString: true, help: "The text.")
    static let simpleMatch = Parameter<Bool>("SimpleMatch", help: "The patterns are plain texts.")
    static let caseSensitive = Parameter<Bool>("CaseSensitive", help: "Letters match only in the same case.")
    static let quiet = Parameter<Bool>("Quiet", sets: ["Object", "File", "LiteralFile"], help: "Only whether there is a match.")
    static let raw = Parameter<Bool>("Raw", mandatory: true, sets: ["ObjectRaw", "FileRaw", "LiteralFileRaw"], help: "Only the lines, as text.")
    static let list = Parameter<Bool>("List", help: "Only the first match of each file.")
    static let noEmphasis = Parameter<Bool>("NoEmphasis", help: "Matches are not highlighted on the screen.")
    static let include = Parameter<[String]>("Include", validations: [.notNullOrEmpty], help: "Only files whose name fits.")
    static let exclude = Parameter<[String]>("Exclude", validations: [.notNullOrEmpty], help: "No files whose path fits.")
    static let notMatch = Parameter<Bool>("NotMatch", help: "Lines that match none of the patterns.")
    static let allMatches = Parameter<Bool>("AllMatches", help: "All matches of a line, not the first alone.")
    static let encoding = EncodingArgument.parameter()
    static let context = Parameter<[Int]>(
        "Context", validations: [.count(1, 2), .range(.int(0), .int(.max))], help: "How many lines before and after a match to keep with it.")
    static let culture = Parameter<String>("Culture", help: "The culture of -SimpleMatch; letters are compared ordinally whatever it is.")

    static let declaration = CommandDeclaration(
        synopsis: "Finds lines that match a pattern.",
        description:
            "Looks for patterns in files or in what comes through the pipeline and writes an object for each line that matches, with the line, its number and what matched.",
        parameters: [
            culture, inputObject, pattern, path, literalPath, raw, simpleMatch, caseSensitive, quiet, list, noEmphasis, include, exclude, notMatch, allMatches,
            encoding, context,
        ], defaultSet: "File", outputTypes: ["System.Boolean", "Microsoft.PowerShell.Commands.MatchInfo", "System.String"],
        examples: [CommandExample("Numbers in lines", "('room 12', 'lobby' | Select-String '\\d+').Matches.Value", output: "12\n")])

    private struct Matcher {
        let pattern: String
        let expression: RegularExpression
    }
    private var matchers: [Matcher] = []
    private var window: ContextWindow?
    private var lineNumber = 0
    private var isDone = false
    private var hasFile = false

    func begin(_ run: Invocation) throws {
        let isSimple = run.has(Self.simpleMatch)
        if run.isBound(Self.culture), !isSimple {
            throw run.failure(
                "CannotSpecifyCultureWithoutSimpleMatch", "A culture counts for plain texts alone: -Culture needs -SimpleMatch.",
                type: "System.InvalidOperationException", category: .invalidData)
        }
        if let culture = run[Self.culture], !["Ordinal", "Invariant", "Current"].contains(where: { $0.equalsIgnoringCase(culture) }) {
            guard GetCulture.isWellFormed(culture) else {
                throw run.failure(
                    "ParameterArgumentValidationError",
                    "Cannot validate argument on parameter 'Culture'. It must be Ordinal, Invariant, Current or the name of a culture, but is '\(culture)'.",
                    type: "ParameterBindingValidationException", category: .invalidData)
            }
        }
        for pattern in run[Self.pattern] ?? [] {
            do {
                let expression = try RegularExpression(
                    isSimple ? simple(pattern, run) : pattern, options: run.has(Self.caseSensitive) ? [] : .ignoreCase)
                matchers.append(Matcher(pattern: pattern, expression: expression))
            } catch {
                throw run.failure(
                    "InvalidRegex", "The string \(pattern) is not a valid regular expression: \(error.message)", type: "System.ArgumentException",
                    category: .invalidArgument, target: .text(pattern))
            }
        }
        window = makeWindow(run)
    }

    /// A plain text as a pattern. Turkish and Azerbaijani have two letters i, each with its own capital.
    private func simple(_ text: String, _ run: Invocation) -> String {
        let culture = run[Self.culture]?.lowercased() ?? ""
        let hasTwo = ["tr", "az"].contains { culture == $0 || culture.hasPrefix($0 + "-") }
        if !hasTwo || run.has(Self.caseSensitive) { return RegularExpression.escape(text) }
        return text.unicodeScalars.map { scalar in
            switch scalar {
            case "i", "\u{130}": "(?-i:[i\u{130}])"
            case "I", "\u{131}": "(?-i:[I\u{131}])"
            default: RegularExpression.escape(String(scalar))
            }
        }.joined()
    }

    private func makeWindow(_ run: Invocation) -> ContextWindow? {
        guard let counts = run[Self.context] else { return nil }
        return ContextWindow(before: counts[0], after: counts.count > 1 ? counts[1] : counts[0])
    }

    func process(_ run: Invocation) throws {
        if run.isBound(Self.path) || run.isBound(Self.literalPath) { return try searchFiles(run) }
        if isDone { return }
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if let file = item.object as? FileObject { return try search(file.path, run) }
        lineNumber += 1
        let text = try item.toText(run.session)
        if try examine(text, item.asString == nil ? .text(text) : item, lineNumber, nil, window, run), run.has(Self.quiet) {
            try run.write(.true)
            isDone = true
            try run.stopUpstream()
        }
    }

    func end(_ run: Invocation) throws {
        try window?.finish { try run.write(.object($0)) }
        if run.has(Self.quiet), hasFile, !isDone { try run.write(.false) }
    }

    private func searchFiles(_ run: Invocation) throws {
        let literal = run[Self.literalPath]
        let selection = ItemSelection(
            patterns: literal ?? run[Self.path] ?? [], isLiteral: literal != nil, filter: nil, include: [], exclude: [], force: false, run: run)
        for item in try selection.items() where item.isFileSystem && !isDone {
            if let include = run[Self.include], !include.contains(where: { WildcardName.matches(PathText.leaf(item.path), $0) }) { continue }
            if let exclude = run[Self.exclude], exclude.contains(where: { WildcardName.matches(item.path, $0) }) { continue }
            try search(item.path, run)
        }
    }

    private func search(_ path: String, _ run: Invocation) throws {
        if FileStatus(path)?.isDirectory == true { return }
        do { try search(InputFile(path), path, run) } catch let error as FileFailure {
            try run.writeError(
                "ProcessingFile", "The file \(path) cannot be read: \(error.message)", type: "System.ArgumentException", category: .notSpecified,
                target: .text(path))
        }
    }

    private func search(_ file: InputFile, _ path: String, _ run: Invocation) throws {
        HalfReadFiles.of(run.session).add(file)
        defer { HalfReadFiles.of(run.session).remove(file) }
        var reader = try ContentReader.pieces(file, run.encoding(Self.encoding) ?? .utf8, delimiter: nil)
        let window = makeWindow(run)
        var number = 0
        var found = false
        while let line = try reader.next() {
            try run.session.checkCancelled()
            number += 1
            if try examine(line, .text(line), number, path, window, run) {
                found = true
                if run.has(Self.quiet) || run.has(Self.list) { break }
            }
        }
        try window?.finish { try run.write(.object($0)) }
        hasFile = true
        if run.has(Self.quiet), found, !isDone {
            isDone = true
            try run.write(.true)
        }
    }

    /// True if the line counts as a match.
    private func examine(_ text: String, _ line: Value, _ number: Int, _ path: String?, _ window: ContextWindow?, _ run: Invocation) throws -> Bool {
        var hit: Matcher?
        var found: [RegexMatch] = []
        do {
            for matcher in matchers {
                if run.has(Self.allMatches), !run.has(Self.notMatch) {
                    found = try matcher.expression.matches(in: text)
                } else {
                    found = try matcher.expression.firstMatch(in: text).map { [$0] } ?? []
                }
                if !found.isEmpty {
                    hit = matcher
                    break
                }
            }
        } catch { throw ShellError(pattern: error) }
        let counts = run.has(Self.notMatch) ? hit == nil : hit != nil
        guard counts else {
            try window?.pass(text) { try run.write(.object($0)) }
            return false
        }
        if run.has(Self.quiet) { return true }
        if run.has(Self.raw) {
            try run.write(line)
            return true
        }
        var matches: [MatchObject] = []
        if let hit, !run.has(Self.simpleMatch) {
            let whole = Text(text)
            matches = found.map { MatchObject(text: whole, match: $0, expression: hit.expression) }
        }
        let info = MatchInfoObject(
            line: line, lineNumber: number, path: path, pattern: hit?.pattern ?? matchers.first?.pattern ?? "", ignoresCase: !run.has(Self.caseSensitive),
            matches: matches)
        if let window { try window.match(info, text) { try run.write(.object($0)) } } else { try run.write(.object(info)) }
        return true
    }
}

/// Keeps the lines before a match, and matches until the lines after them have come.
final class ContextWindow {
    private let before: Int
    private let after: Int
    private var recent: [String] = []
    /// How many of the recent lines no match has shown yet.
    private var fresh = 0
    private var waiting: [MatchInfoObject] = []

    init(before: Int, after: Int) {
        self.before = before
        self.after = after
    }

    private func add(_ line: String, _ write: (MatchInfoObject) throws -> Void, isMatch: Bool) throws {
        for info in waiting { info.context?.after.append(line) }
        if let last = waiting.last, !isMatch {
            last.context?.displayAfter.append(line)
        } else {
            fresh = isMatch ? 0 : min(fresh + 1, before)
        }
        while let first = waiting.first, first.context?.after.count ?? 0 >= after {
            waiting.removeFirst()
            try write(first)
        }
        recent.append(line)
        if recent.count > before { recent.removeFirst(recent.count - before) }
    }

    func pass(_ line: String, _ write: (MatchInfoObject) throws -> Void) throws { try add(line, write, isMatch: false) }

    func match(_ info: MatchInfoObject, _ line: String, _ write: (MatchInfoObject) throws -> Void) throws {
        let context = MatchContextObject()
        context.before = recent
        context.display = Array(recent.suffix(fresh))
        info.context = context
        try add(line, write, isMatch: true)
        if after == 0 { return try write(info) }
        waiting.append(info)
    }

    func finish(_ write: (MatchInfoObject) throws -> Void) throws {
        for info in waiting { try write(info) }
        waiting = []
    }
}
