// Places that are told by the text before the cursor alone: `using`, arguments of attributes, keys in brackets.

import Runtime

enum LineContexts {
    /// The keyword or name that stands after `using`; nil elsewhere. A name of a module or file is not offered.
    static func using(_ text: String) -> (words: [String], typed: String)? {
        let statement = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == ";" }.last.map(String.init) ?? ""
        let words = statement.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard let first = words.first, first.equalsIgnoringCase("using"), words.count > 1 || statement.hasSuffix(" ") else { return nil }
        return statement.hasSuffix(" ") ? (words, "") : (Array(words.dropLast()), words.last ?? "")
    }

    /// The attribute whose arguments the cursor stands among, and what is typed of a name.
    static func attribute(_ text: String) -> (name: String, typed: String)? {
        var rest = Substring(text)
        let typed = String(rest.reversed().prefix { $0.isLetter || $0.isNumber }.reversed())
        rest = rest.dropLast(typed.count)
        while rest.last == " " { rest = rest.dropLast() }
        // After `=` a value is due.
        guard rest.last == "(" || rest.last == "," else { return nil }
        var depth = 0
        while let last = rest.last {
            if last == ")" { depth += 1 }
            if last == "(" {
                if depth == 0 { break }
                depth -= 1
            }
            if last == "{" || last == ";" || last == "\n" || last == "]" && depth == 0 { return nil }
            rest = rest.dropLast()
        }
        guard rest.last == "(" else { return nil }
        rest = rest.dropLast()
        let name = String(rest.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "." }.reversed())
        guard !name.isEmpty, rest.dropLast(name.count).last == "[" else { return nil }
        return (name, typed)
    }

    /// A variable in text between quotes, which may be open still: with its `$`.
    static func variable(_ text: String) -> String? {
        let name = String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" }.reversed())
        let before = text.dropLast(name.count)
        return before.last == "$" && before.dropLast().last != "`" ? "$" + name : nil
    }

    /// `$name['ke`: the variable, the quote and what is typed of the key.
    static func key(_ text: String) -> (variable: String, quote: String, typed: String)? {
        let typed = String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }.reversed())
        var rest = Substring(text).dropLast(typed.count)
        guard let quote = rest.last, quote == "'" || quote == "\"" else { return nil }
        rest = rest.dropLast()
        guard rest.last == "[" else { return nil }
        rest = rest.dropLast()
        let name = String(rest.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
        guard !name.isEmpty, rest.dropLast(name.count).last == "$" else { return nil }
        return (name, String(quote), typed)
    }

    /// The named arguments an attribute takes, in the order they are declared.
    static func arguments(of name: String, _ typed: String) -> [CompletionMatch]? {
        let short = name.split(separator: ".").last.map(String.init) ?? name
        guard let kind = AttributeKind.all.first(where: { short.equalsIgnoringCase($0.name) || short.equalsIgnoringCase($0.name + "Attribute") }) else {
            return nil
        }
        let positional = kind.positional.map { $0.hasSuffix("*") ? String($0.dropLast()) : $0 }
        return kind.defaults.map(\.name).filter { begins($0, typed) && !positional.contains($0) && $0 != "ExperimentName" }.map {
            CompletionMatch($0, kind: .property)
        }
    }
}

enum Operators {
    static let names = [
        "and", "as", "band", "bnot", "bor", "bxor", "ccontains", "ceq", "cge", "cgt", "cin", "cle", "clike", "clt", "cmatch", "cne", "cnotcontains", "cnotin",
        "cnotlike", "cnotmatch", "contains", "creplace", "csplit", "eq", "f", "ge", "gt", "icontains", "ieq", "ige", "igt", "iin", "ile", "ilike", "ilt",
        "imatch", "in", "ine", "inotcontains", "inotin", "inotlike", "inotmatch", "ireplace", "is", "isnot", "isplit", "join", "le", "like", "lt", "match",
        "ne", "not", "notcontains", "notin", "notlike", "notmatch", "or", "replace", "shl", "shr", "split", "xor",
    ]
    static func matches(_ typed: String) -> [CompletionMatch] {
        names.filter { begins($0, typed) }.map { CompletionMatch("-" + $0, kind: .parameterName, listText: $0) }
    }
}
