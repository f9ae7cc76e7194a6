// Where matches come from: commands, parameters and their values, variables, members, types, paths.

import Glibc
import Patterns
import Runtime

private func begins(_ name: String, _ typed: String) -> Bool {
    if typed.contains("*") || typed.contains("?"), let pattern = try? WildcardPattern(typed + "*", ignoreCase: true) { return pattern.matches(name) }
    return name.count >= typed.count && String(name.prefix(typed.count)).equalsIgnoringCase(typed)
}

enum Commands {
    static func matches(_ typed: String, _ session: Session) -> [CompletionMatch] {
        let scope = session.global
        var names = Set(session.cmdletNames)
        names.formUnion(session.functions(in: scope ?? session.scope).values.map(\.name))
        if typed.isEmpty { return names.sorted { $0.lowercased() < $1.lowercased() }.map { CompletionMatch($0, kind: .command) } }
        var result = names.filter { begins($0, typed) }.sorted { $0.lowercased() < $1.lowercased() }
        result += session.aliases(in: scope ?? session.scope).values.map(\.name).filter { begins($0, typed) && !names.contains($0) }.sorted {
            $0.lowercased() < $1.lowercased()
        }
        if result.isEmpty || !typed.contains("-") { result += programs(typed, session).filter { !result.contains($0) } }
        return result.map { CompletionMatch($0, kind: .command) }
    }

    private static func programs(_ typed: String, _ session: Session) -> [String] {
        var found = Set<String>()
        for folder in (session.environment["PATH"] ?? "").split(separator: ":") {
            for name in Paths.names(in: String(folder)) where begins(name, typed) && access(folder + "/" + name, X_OK) == 0 { found.insert(name) }
        }
        return found.sorted()
    }
}

enum Parameters {
    static func names(_ typed: String, _ table: ParameterTable, _ session: Session) -> [CompletionMatch] {
        let own = table.parameters.filter { !table.isCommonParameter($0) && !$0.isHidden }
        let order = table.defaultSet.map { set in own.filter { $0.place(in: set) != nil } + own.filter { $0.place(in: set) == nil } } ?? own
        let common = table.parameters.filter { table.isCommonParameter($0) }
        return (order + common).filter { begins($0.name, typed) }.map {
            CompletionMatch("-" + $0.name, kind: .parameterName, listText: $0.name, toolTip: "[\($0.type.displayName)] \($0.name)")
        }
    }

    /// nil where nothing is known about the values.
    static func values(of parameter: ParameterInfo, _ typed: String, _ session: Session) -> [CompletionMatch]? {
        var values: [String]?
        for case .set(let allowed, _, _) in parameter.validations { values = allowed }
        if values == nil, !parameter.completions.isEmpty { values = parameter.completions }
        if values == nil, let enumeration = (parameter.type.elementType ?? parameter.type).enumeration { values = enumeration.members.map(\.name).sorted() }
        let plain = typed.first == "'" || typed.first == "\"" ? String(typed.dropFirst()) : typed
        return values?.filter { begins($0, plain) }.map { CompletionMatch($0.contains(" ") ? "'\($0)'" : $0, kind: .parameterValue, listText: $0) }
    }
}

extension Parameters {
    /// What a script's completer gave: texts, or objects that say more.
    static func offered(_ values: [Value], _ session: Session) -> [CompletionMatch] {
        values.compactMap { value in
            if let text = try? session.property(of: value, "CompletionText"), let text = text.asString {
                let list = (try? session.property(of: value, "ListItemText"))?.asString
                return CompletionMatch(text, kind: .parameterValue, listText: list ?? text)
            }
            // What has no text cannot be offered.
            guard let text = try? value.toText(session) else { return nil }
            return CompletionMatch(text, kind: .parameterValue)
        }
    }
}

enum Variables {
    static func matches(_ typed: String, assigned: [String], _ session: Session) -> [CompletionMatch] {
        let mark = typed.hasPrefix("@") ? "@" : "$"
        let name = String(typed.dropFirst())
        if name.lowercased().hasPrefix("env:") {
            let part = String(name.dropFirst(4))
            return session.environment.keys.filter { begins($0, part) }.sorted().map { CompletionMatch("$env:" + $0, kind: .variable, listText: "env:" + $0) }
        }
        var names: [String] = []
        for candidate in session.variables(in: session.global).map(\.name) + assigned + [
            "_", "args", "input", "MyInvocation", "PSBoundParameters", "PSCmdlet", "PSScriptRoot", "PSCommandPath", "this", "Matches",
        ]
        where begins(candidate, name) && !names.contains(where: { $0.equalsIgnoringCase(candidate) }) { names.append(candidate) }
        return names.sorted { $0.lowercased() < $1.lowercased() }.map { name in
            let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "?" || $0 == "^" || $0 == "$" }
            return CompletionMatch(isPlain ? mark + name : mark + "{" + name + "}", kind: .variable, listText: name)
        }
    }
}

enum Members {
    static func matches(_ context: Completer.MemberContext, _ session: Session) -> [CompletionMatch] {
        if context.isStatic {
            guard let type = context.type else { return [] }
            var properties: [String] = [], methods: [String] = []
            for ancestor in type.ancestors {
                let table = session.types.table(of: ancestor)
                properties += table.staticProperties.map(\.name)
                methods += table.staticMethods.map(\.name)
            }
            if !session.types.table(of: type).constructors.isEmpty { methods.append("new") }
            return listed(properties, methods, context.typed)
        }
        var properties: [String] = []
        var methods: [String] = []
        if let target = context.target {
            if let table = target.asTable { properties += table.table.keys.compactMap { $0.asString } }
            if let names = try? session.propertyNames(of: target) { properties += names }
        } else if let type = context.type {
            for table in session.types.tables(of: type) { properties += table.properties.map(\.name) }
        }
        if let type = context.type { for table in session.types.tables(of: type) { methods += table.methods.map(\.name) } }
        return listed(properties, methods, context.typed)
    }

    private static func listed(_ properties: [String], _ methods: [String], _ typed: String) -> [CompletionMatch] {
        func unique(_ names: [String]) -> [String] {
            var seen = Set<String>()
            return names.filter { begins($0, typed) && !$0.hasPrefix("get_") && !$0.hasPrefix("set_") && seen.insert($0.lowercased()).inserted }.sorted {
                $0.lowercased() < $1.lowercased()
            }
        }
        return unique(properties).map { CompletionMatch($0, kind: .property) } + unique(methods).map { CompletionMatch($0 + "(", kind: .method, listText: $0) }
    }
}

enum Types {
    static func matches(_ typed: String, _ session: Session) -> [CompletionMatch] {
        var found: [String] = []
        for type in session.types.allTypes {
            if let accelerator = type.accelerator, begins(accelerator, typed) { found.append(accelerator) }
            if begins(type.fullName, typed) || begins(type.name, typed), type.rank == 0 {
                found.append(type.fullName.hasPrefix("System.") && !typed.lowercased().hasPrefix("system") ? String(type.fullName.dropFirst(7)) : type.fullName)
            }
        }
        return Array(Set(found)).sorted { $0.lowercased() < $1.lowercased() }.map { CompletionMatch($0, kind: .type) }
    }
}

enum Paths {
    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    static func matches(_ typed: String, _ session: Session) -> [CompletionMatch] {
        let quote = typed.first.flatMap { $0 == "'" || $0 == "\"" ? String($0) : nil } ?? ""
        let plain = String(typed.dropFirst(quote.count))
        let slash = plain.lastIndex(of: "/")
        let folder = slash.map { String(plain[...$0]) } ?? ""
        let part = slash.map { String(plain[plain.index(after: $0)...]) } ?? plain
        let full = session.fullPath(folder.isEmpty ? "." : folder)
        let shown = folder.isEmpty ? "./" : folder
        return names(in: full).filter { begins($0, part) && (!$0.hasPrefix(".") || part.hasPrefix(".")) }.sorted { $0.lowercased() < $1.lowercased() }.map {
            name in
            var info = stat()
            let isFolder = stat(full + "/" + name, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
            let text = shown + name
            let needsQuotes = !quote.isEmpty || text.contains { " '`$;&|<>(){}[]*?\"#".contains($0) }
            let mark = quote.isEmpty ? "'" : quote
            return CompletionMatch(needsQuotes ? mark + text + mark : text, kind: isFolder ? .providerContainer : .providerItem, listText: name)
        }
    }
}
