// Where matches come from: commands, parameters and their values, variables, members, types, paths.

import Glibc
import Patterns
import Runtime
import Syntax

func begins(_ name: String, _ typed: String) -> Bool {
    if typed.contains("*") || typed.contains("?"), let pattern = try? WildcardPattern(typed + "*", ignoreCase: true) { return pattern.matches(name) }
    return name.count >= typed.count && String(name.prefix(typed.count)).equalsIgnoringCase(typed)
}

enum Commands {
    static func matches(_ typed: String, _ session: Session, _ scope: Scope) -> [CompletionMatch] {
        var names = Set(session.cmdletNames)
        names.formUnion(session.functions(in: scope).values.map(\.name))
        if typed.isEmpty { return names.sorted { $0.lowercased() < $1.lowercased() }.map { CompletionMatch($0, kind: .command) } }
        var seen = Set<String>()
        names.formUnion(session.aliases(in: scope).values.map(\.name))
        var found = names.filter { begins($0, typed) }.map { (name: $0, text: $0) }
        // A program that an earlier folder has too is offered by its path.
        var folders = Set<Substring>()
        for folder in (session.environment["PATH"] ?? "").split(separator: ":") where folders.insert(folder).inserted {
            for name in Paths.names(in: String(folder)) where begins(name, typed) && access(folder + "/" + name, X_OK) == 0 && !names.contains(name) {
                found.append((name, seen.insert(name).inserted ? name : folder + "/" + name))
            }
        }
        let sorted = found.enumerated().sorted { a, b in
            let first = a.element.name.lowercased(), second = b.element.name.lowercased()
            return first == second ? a.offset < b.offset : first < second
        }
        return sorted.map { CompletionMatch($0.element.text, kind: .command) }
    }

    /// Modules that are loaded or that commands belong to.
    static func modules(_ typed: String, _ session: Session) -> [CompletionMatch] {
        var names = Set(session.modules.map(\.name))
        for name in session.cmdletNames { if let module = session.cmdlet(named: name)?.declaration.module { names.insert(module) } }
        return names.filter { begins($0, typed) }.sorted { $0.lowercased() < $1.lowercased() }.map { CompletionMatch($0, kind: .parameterValue) }
    }
}

enum Parameters {
    /// Those that can still be given, in order of declaration, the common ones last.
    /// - Parameter given: what stands in the line already; parameters of other sets are left out.
    static func names(_ typed: String, _ table: ParameterTable, given: [ParameterInfo]) -> [CompletionMatch] {
        var sets = table.setNames
        for parameter in given where !parameter.isInAllSets {
            sets = sets.filter { set in parameter.places.contains { $0.set?.equalsIgnoringCase(set) == true } }
        }
        let open = table.parameters.filter { parameter in
            !given.contains { $0 === parameter } && !parameter.isHidden
                && (parameter.isInAllSets || sets.contains { set in parameter.places.contains { $0.set?.equalsIgnoringCase(set) == true } })
        }
        let common = open.filter { table.isCommonParameter($0) }
        var result = (open.filter { !table.isCommonParameter($0) } + common).compactMap { parameter -> CompletionMatch? in
            let alias = typed.isEmpty || begins(parameter.name, typed) ? nil : parameter.aliases.first { begins($0, typed) }
            guard begins(parameter.name, typed) || alias != nil else { return nil }
            let name = alias ?? parameter.name
            return CompletionMatch("-" + name, kind: .parameterName, listText: name, toolTip: "[\(parameter.type.displayName)] \(name)")
        }
        // An alias is offered where no name fits.
        if result.contains(where: { match in open.contains { $0.name == match.listText } }) {
            result = result.filter { match in open.contains { $0.name == match.listText } }
        }
        return result
    }

    /// nil where nothing is known about the values.
    static func values(of parameter: ParameterInfo, _ typed: String, _ command: CommandInfo, _ session: Session) -> [CompletionMatch]? {
        var kind = CompletionKind.parameterValue
        var values: [String]?
        for case .set(let allowed, _, _) in parameter.validations { values = allowed.sorted { $0.lowercased() < $1.lowercased() } }
        // A script's class or block that fails to say its values offers none.
        for case .computedSet(let make) in parameter.validations { values = (try? make(session)) ?? [] }
        if !parameter.completions.isEmpty, !parameter.name.equalsIgnoringCase("Encoding"), session.cmdlet(named: command.name) != nil { kind = .text }
        if values == nil || kind == .text, !parameter.completions.isEmpty { values = parameter.completions }
        if values == nil, let enumeration = (parameter.type.elementType ?? parameter.type).enumeration { values = enumeration.members.map(\.name).sorted() }
        if values == nil, parameter.type.code == .bool { values = ["$true", "$false"] }
        let plain = typed.first == "'" || typed.first == "\"" ? String(typed.dropFirst()) : typed
        return values?.filter { begins($0, plain) }.map { CompletionMatch($0.contains(" ") ? "'\($0)'" : $0, kind: kind, listText: $0) }
    }
}

extension Parameters {
    /// What a script's completer gave: texts, or objects that say more.
    static func offered(_ values: [Value], _ session: Session) -> [CompletionMatch] {
        values.compactMap { value in
            if let text = try? session.property(of: value, "CompletionText"), let text = text.asString {
                let list = (try? session.property(of: value, "ListItemText"))?.asString
                let kind = (try? session.property(of: value, "ResultType").toText(session)).flatMap(CompletionKind.init(rawValue:))
                let tip = (try? session.property(of: value, "ToolTip"))?.asString
                return CompletionMatch(text, kind: kind ?? .parameterValue, listText: list ?? text, toolTip: tip ?? text)
            }
            // What has no text cannot be offered.
            guard let text = try? value.toText(session) else { return nil }
            return CompletionMatch(text, kind: .text)
        }
    }
}

enum Variables {
    private static let special = ["_", "args", "input", "MyInvocation", "PSBoundParameters", "PSCmdlet", "PSScriptRoot", "PSCommandPath", "this", "Matches"]
    private static let drives = ["Alias", "Env", "Function", "Temp", "Variable"]
    private static let scopes = ["Global", "Local", "Private", "Script", "Using"]

    /// - Parameter written: names that the line itself gives values; they come first.
    static func matches(_ typed: String, written: [String], _ session: Session, _ scope: Scope) -> [CompletionMatch] {
        let mark = typed.hasPrefix("@") ? "@" : "$"
        let isBraced = typed.hasPrefix("${")
        let name = String(typed.dropFirst(isBraced ? 2 : 1))
        func match(_ name: String, qualifier: String = "") -> CompletionMatch {
            let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "?" || $0 == "^" || $0 == "$" }
            let full = qualifier + name
            return CompletionMatch(isPlain && !isBraced ? mark + full : mark + "{" + full + "}", kind: .variable, listText: name)
        }
        if let colon = name.firstIndex(of: ":") {
            let qualifier = String(name[...colon]), part = String(name[name.index(after: colon)...])
            var names: [String]
            switch qualifier.lowercased() {
            case "env:":
                return session.environment.keys.filter { begins($0, part) }.sorted { $0.lowercased() < $1.lowercased() }.map {
                    CompletionMatch(match($0, qualifier: qualifier).text, kind: .variable, listText: "env:" + $0)
                }
            case "function:": names = session.functions(in: scope).values.map(\.name)
            case "alias:": names = session.aliases(in: scope).values.map(\.name)
            case "variable:", "using:": names = session.variables(in: scope).map(\.name)
            case "global:", "script:", "local:", "private:":
                guard let named = scope.named(String(qualifier.dropLast())) else { return [] }
                names = session.variables(in: named, onlyThere: true).map(\.name) + (qualifier.lowercased() == "global:" ? [] : written)
            default: return []
            }
            return Array(Set(names.filter { begins($0, part) })).sorted { $0.lowercased() < $1.lowercased() }.map { match($0, qualifier: qualifier) }
        }
        var seen = Set<String>()
        func sorted(_ names: [String]) -> [String] {
            names.filter { begins($0, name) && seen.insert($0.lowercased()).inserted }.sorted { $0.lowercased() < $1.lowercased() }
        }
        let own = sorted(written), known = sorted(session.variables(in: scope).map(\.name) + special)
        var result = (own + known).map { match($0) }
        if !name.isEmpty {
            for qualifier in (drives + scopes).sorted() where begins(qualifier, name) {
                result.append(CompletionMatch(isBraced ? "${\(qualifier):}" : "$\(qualifier):", kind: .variable, listText: qualifier + ":"))
            }
        }
        return result
    }
}

enum Members {
    /// Methods that stand after the others: they take an index.
    private static let indexers: Set<String> = ["Item", "Chars"]

    static func statics(of type: TypeInfo, _ typed: String, _ session: Session) -> [CompletionMatch] {
        var properties: [String] = [], methods = ["Equals", "ReferenceEquals"]
        for ancestor in type.ancestors {
            let table = session.types.table(of: ancestor)
            properties += table.staticProperties.map(\.name)
            methods += table.staticMethods.map(\.name)
        }
        if let enumeration = type.enumeration { properties += enumeration.members.map(\.name) }
        if !session.types.table(of: type).constructors.isEmpty { methods.append("new") }
        return listed(properties, methods, typed)
    }

    /// Members of a class that the line itself defines.
    static func matches(_ definition: TypeDefinition, isStatic: Bool, _ typed: String) -> [CompletionMatch] {
        var properties: [String] = [], methods = isStatic ? ["Equals", "new", "ReferenceEquals"] : ["Equals", "GetHashCode", "GetType", "ToString"]
        for member in definition.members {
            switch member {
            case .property(let property): if property.isStatic == isStatic && !property.isHidden { properties.append(property.name) }
            case .method(let method):
                if method.isStatic == isStatic, !method.isHidden, !method.isConstructor { methods.append(method.name) }
            case .enumValue(let value): if isStatic { properties.append(value.name) }
            }
        }
        return listed(properties, methods, typed)
    }

    static func instance(_ inferred: Inferred, _ typed: String, _ session: Session) -> [CompletionMatch] {
        let properties = propertyNames(inferred, session)
        var methods: [String] = []
        for type in inferred.types { for table in session.types.tables(of: type) { methods += table.methods.map(\.name) } }
        if isWrittenRecord(inferred) { methods += ["CompareTo", "Copy", "GetMetaObject", "GetObjectData"] }
        var result = listed(properties, methods.filter { !indexers.contains($0) }, typed)
        var last: [String] = []
        if inferred.value?.asTable != nil || inferred.value?.asList != nil || inferred.value?.asArray != nil { last.append("Item") }
        if inferred.value?.asList != nil || inferred.value?.asArray != nil { last += ["Where", "ForEach", "PSWhere", "PSForEach"] }
        result += last.filter { begins($0, typed) }.map { CompletionMatch($0 + "(", kind: .method, listText: $0) }
        // Keys come last: they can be anything.
        let keys = inferred.value?.asTable.map { $0.table.keys.compactMap { $0.asString } } ?? []
        result += keys.filter { begins($0, typed) }.map { CompletionMatch($0, kind: .property) }
        return result
    }

    private static func isWrittenRecord(_ inferred: Inferred) -> Bool { inferred.isWritten && inferred.value?.unwrapped.asRecord != nil }

    static func propertyNames(_ inferred: Inferred, _ session: Session) -> [String] {
        var names: [String] = []
        if let table = inferred.value?.asTable {
            for known in session.types.tables(of: table.type) { names += known.properties.map(\.name) }
            return names
        }
        // What fails to name its properties offers none.
        if let value = inferred.value, let own = try? session.propertyNames(of: value) { names += own }
        if isWrittenRecord(inferred) { names += ["BaseObject", "ImmediateBaseObject", "Members", "Methods", "Properties", "TypeNames"] }
        for type in inferred.types where inferred.value == nil { for table in session.types.tables(of: type) { names += table.properties.map(\.name) } }
        return names
    }

    static func properties(_ inferred: Inferred, _ typed: String, _ session: Session) -> [CompletionMatch] {
        listed(propertyNames(inferred, session) + (inferred.value?.asTable?.table.keys.compactMap { $0.asString } ?? []), [], typed)
    }

    static func listed(_ properties: [String], _ methods: [String], _ typed: String) -> [CompletionMatch] {
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
    private static func namespace(of name: String) -> String { name.lastIndex(of: ".").map { String(name[..<$0]) } ?? "" }
    /// The name under which scripts write a type: `int`, `ValidateSet`, otherwise in full.
    private static func shortest(_ type: TypeInfo, _ attributes: Set<String>) -> String {
        if type.code == .customObject { return "pscustomobject" }
        if let accelerator = type.accelerator { return accelerator }
        if attributes.contains(type.fullName) { return String(type.name.dropLast("Attribute".count)) }
        return type.fullName
    }

    /// With a dot: the types and namespaces of that namespace; without: types by their own names.
    static func matches(_ typed: String, _ session: Session, namespacesOnly: Bool = false) -> [CompletionMatch] {
        let types = session.types.allTypes.filter { $0.rank == 0 && !$0.fullName.contains("[") }
        var found: [(key: String, match: CompletionMatch)] = []
        if let dot = typed.lastIndex(of: ".") {
            let part = String(typed[typed.index(after: dot)...])
            var spaces = Set<String>()
            for prefix in [String(typed[..<dot]), "System." + typed[..<dot]] {
                for type in types {
                    let own = namespace(of: type.fullName)
                    if own.equalsIgnoringCase(prefix) {
                        let name = type.fullName.split(separator: ".").last.map(String.init) ?? type.name
                        if begins(name, part), !namespacesOnly {
                            let plain = String(type.fullName.prefix { $0 != "`" })
                            found.append((name.split(separator: "+").last.map { $0.lowercased() } ?? "", CompletionMatch(plain, kind: .type, listText: name)))
                        }
                    } else if own.lowercased().hasPrefix(prefix.lowercased() + ".") {
                        let next = String(own.dropFirst(prefix.count + 1).prefix { $0 != "." })
                        if begins(next, part) { spaces.insert(own.prefix(prefix.count + 1) + next) }
                    }
                }
                if !found.isEmpty || !spaces.isEmpty { break }
            }
            if !namespacesOnly {
                let prefix = String(typed[..<dot])
                for generic in session.types.genericNames {
                    let own = namespace(of: generic), name = String(generic.dropFirst(own.count + 1))
                    guard own.equalsIgnoringCase(prefix) || own.equalsIgnoringCase("System." + prefix), begins(name, part) else { continue }
                    found.append((name.lowercased(), CompletionMatch(generic, kind: .type, listText: name)))
                }
            }
            for space in spaces {
                let name = space.split(separator: ".").last.map(String.init) ?? space
                found.append((name.lowercased(), CompletionMatch(space, kind: .namespace, listText: name)))
            }
        } else {
            let attributes = Set(AttributeKind.all.map(\.type.fullName))
            if !namespacesOnly {
                for type in types {
                    let text = shortest(type, attributes)
                    let name = text.contains(".") ? type.name : text
                    guard begins(name, typed) || begins(type.name, typed) else { continue }
                    found.append((name.lowercased(), CompletionMatch(String(text.prefix { $0 != "`" }), kind: .type, listText: name)))
                }
            }
            if !namespacesOnly {
                for generic in session.types.genericNames {
                    let name = generic.split(separator: ".").last.map(String.init) ?? generic
                    if begins(name, typed) { found.append((name.lowercased(), CompletionMatch(generic, kind: .type, listText: name))) }
                }
            }
            for space in Set(types.compactMap { $0.fullName.contains(".") ? String($0.fullName.prefix { $0 != "." }) : nil }) where begins(space, typed) {
                found.append((space.lowercased(), CompletionMatch(space, kind: .namespace)))
            }
        }
        var seen = Set<String>()
        return found.sorted { $0.key < $1.key }.map(\.match).filter { seen.insert($0.text).inserted }
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

    static func matches(_ typed: String, _ session: Session, foldersOnly: Bool = false) -> [CompletionMatch] {
        let quote = typed.first.flatMap { $0 == "'" || $0 == "\"" ? String($0) : nil } ?? ""
        let plain = String(typed.dropFirst(quote.count))
        let slash = plain.lastIndex(of: "/")
        let folder = slash.map { String(plain[...$0]) } ?? ""
        let part = slash.map { String(plain[plain.index(after: $0)...]) } ?? plain
        let full = session.fullPath(folder.isEmpty ? "." : folder)
        let isRooted = ["/", "./", "../", "~/"].contains { folder.hasPrefix($0) }
        let shown = isRooted ? folder : "./" + folder
        return names(in: full).filter { begins($0, part) && (!$0.hasPrefix(".") || part.hasPrefix(".")) }.sorted { $0.lowercased() < $1.lowercased() }
            .compactMap {
                name in
                var info = stat()
                let isFolder = stat(full + "/" + name, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
                if foldersOnly && !isFolder { return nil }
                let text = shown + name
                let needsQuotes = !quote.isEmpty || text.contains { " '`$;&|<>(){}[]*?\"#".contains($0) }
                let mark = quote.isEmpty ? "'" : quote
                return CompletionMatch(needsQuotes ? mark + text + mark : text, kind: isFolder ? .providerContainer : .providerItem, listText: name)
            }
    }
}
