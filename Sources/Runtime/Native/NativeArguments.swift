// The arguments of a program: text, with globs expanded where they stand unquoted.

import Diagnostics
import Glibc
import Patterns
import Syntax

public enum NativeArguments {
    public static let style = TypeInfo.enumeration(
        "System.Management.Automation.NativeArgumentPassingStyle", EnumerationInfo(names: ["Legacy", "Standard", "Windows"]))

    /// The arguments a program gets, as `$PSNativeCommandArgumentPassing` says.
    static func make(_ node: CommandNode, _ s: Scope) throws -> [String] {
        let arguments = try written(node, s)
        guard let style = s.session.variable("PSNativeCommandArgumentPassing", in: s), !style.isNull else { return arguments }
        let isLegacy = style.asEnumeration.map { $0.rawValue == 0 } ?? style.asString?.equalsIgnoringCase("Legacy") ?? false
        return isLegacy ? CommandLineText.split(arguments.map(CommandLineText.legacy).joined(separator: " ")) : arguments
    }

    private static func written(_ node: CommandNode, _ s: Scope) throws -> [String] {
        let session = s.session
        var result: [String] = []
        for (i, argument) in node.arguments.enumerated() {
            let element = node.syntax.elements[i + 1]
            if case .argument(.string(let word)) = element, word.kind == .bareWord, word.value == "--%" {
                // The rest goes to the program as it stands.
                if i + 2 < node.syntax.elements.count, case .argument(let rest) = node.syntax.elements[i + 2] {
                    result += verbatim(session.sourceText(of: rest.range, s))
                }
                return result
            }
            switch argument {
            case .value(let value):
                let evaluated = try value.evaluate(s)
                if let list = written(element), let values = evaluated.asArray?.elements, values.count == list.elements.count {
                    try appendList(list, values, &result, s)
                    continue
                }
                try append(evaluated, isUnquoted: isUnquoted(element), &result, session)
            case .parameter(let name, let value, let hasColon):
                // As written: `-a:b` stays one argument, `-a: b` becomes two.
                let text = session.sourceText(of: element.range, s)
                if let value {
                    let evaluated = try value.evaluate(s)
                    let written = "-" + name + ":"
                    if text.hasPrefix(written), text.count > written.count, !text.dropFirst(written.count).hasPrefix(" ") {
                        result.append(written + (try self.text(evaluated, session)))
                    } else {
                        result.append(written)
                        try append(evaluated, isUnquoted: false, &result, session)
                    }
                } else {
                    result.append("-" + name + (hasColon ? ":" : ""))
                }
            case .splat(let value):
                let evaluated = try value.evaluate(s)
                if let table = evaluated.asTable {
                    for (key, entry) in table.table.pairs { result.append("-" + (try key.toText(session)) + ":" + (try text(entry, session))) }
                } else {
                    try append(evaluated, isUnquoted: false, &result, session)
                }
            }
        }
        return result
    }

    /// Words between blanks; double quotes keep blanks together.
    private static func verbatim(_ text: String) -> [String] {
        var words: [String] = [], word: String?, isQuoted = false
        for character in text {
            switch character {
            case "\"":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted, "\t" where !isQuoted:
                if let done = word { words.append(done) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }

    /// `a,b` written out as one argument.
    private static func written(_ element: CommandElement) -> ArrayLiteral? {
        if case .argument(.arrayLiteral(let list)) = element { return list }
        return nil
    }

    /// Elements that follow their comma without a blank are one argument with it, as they are written.
    private static func appendList(_ list: ArrayLiteral, _ values: [Value], _ result: inout [String], _ s: Scope) throws {
        var text = ""
        for (i, value) in values.enumerated() {
            text += try self.text(value, s.session)
            if i + 1 == values.count { break }
            text += ","
            let gap = s.session.sourceText(of: SourceRange(Int(list.elements[i].range.end), Int(list.elements[i + 1].range.start)), s)
            if gap.hasSuffix(",") { continue }
            result.append(text)
            text = ""
        }
        result.append(text)
    }

    private static func isUnquoted(_ element: CommandElement) -> Bool {
        guard case .argument(let expression) = element else { return false }
        switch expression {
        case .string(let literal): return literal.kind == .bareWord
        case .expandableString(let literal): return literal.kind == .bareWord
        case .variable: return true
        default: return false
        }
    }

    private static func text(_ value: Value, _ session: Session) throws -> String {
        if let written = value.rawObject?.extensions?.writtenText { return written }
        return try value.toText(session)
    }

    private static func append(_ value: Value, isUnquoted: Bool, _ result: inout [String], _ session: Session) throws {
        if value.isNull { return }
        if let elements = try session.elements(of: value) {
            for element in elements { try append(element, isUnquoted: isUnquoted, &result, session) }
            return
        }
        let text = try text(value, session)
        if isUnquoted {
            if text == "~" || text.hasPrefix("~/") {
                result.append((session.environment["HOME"] ?? "~") + text.dropFirst())
                return
            }
            if WildcardPattern.containsWildcards(text) {
                let found = expand(text, session)
                if !found.isEmpty {
                    result += found
                    return
                }
            }
        }
        result.append(text)
    }

    /// File names that a pattern means, as the reference expands them; hidden files stay out.
    private static func expand(_ pattern: String, _ session: Session) -> [String] {
        let isAbsolute = pattern.hasPrefix("/")
        var found = [isAbsolute ? "/" : ""]
        for part in pattern.split(separator: "/") {
            let piece = String(part)
            var next: [String] = []
            for folder in found {
                let prefix = folder.isEmpty || folder == "/" ? folder : folder + "/"
                if !WildcardPattern.containsWildcards(piece) {
                    next.append(prefix + piece)
                    continue
                }
                guard let wildcard = try? WildcardPattern(piece, ignoreCase: false) else { return [] }
                let path = session.fullPath(folder.isEmpty ? "." : folder)
                guard let directory = opendir(path) else { continue }
                var names: [String] = []
                while let entry = readdir(directory) {
                    let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
                    if name != ".", name != "..", !name.hasPrefix(".") || piece.hasPrefix("."), wildcard.matches(name) { names.append(name) }
                }
                closedir(directory)
                next += names.sorted().map { prefix + $0 }
            }
            found = next
        }
        return found.filter { access(session.fullPath($0), F_OK) == 0 }
    }
}

extension Session {
    func sourceText(of range: Diagnostics.SourceRange, _ s: Scope) -> String { s.currentSource?.text(range) ?? "" }
}
