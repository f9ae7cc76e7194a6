// Type names as written, found among the known types, a script's own, and those made from others.

import Syntax

/// A type's name as written, which errors about it carry.
public final class MissingTypeName: Box, @unchecked Sendable {
    public let name: String
    init(_ name: String) { self.name = name }
    public override var type: TypeInfo { MissingTypeName.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.Language.TypeName", base: .object)
    public override func describe(_ session: Session) throws -> String { name }
}

enum TypeResolver {
    /// - Throws: `TypeNotFound`.
    static func resolve(_ name: TypeName, _ s: Scope) throws -> TypeInfo {
        if let found = find(name, s.session, s) { return found }
        throw ShellError(
            "TypeNotFound", Messages.typeNotFound(name.description), category: .invalidOperation, target: .object(MissingTypeName(name.description)))
    }

    static func find(_ name: TypeName, _ session: Session, _ s: Scope? = nil) -> TypeInfo? {
        switch name.form {
        case .simple(let text): return simple(text, session, s ?? session.scope)
        case .array(let element, let rank): return find(element, session, s)?.arrayType(rank: rank)
        case .generic(let text, let arguments):
            let types = arguments.compactMap { find($0, session, s) }
            guard types.count == arguments.count else { return nil }
            if text.equalsIgnoringCase("Nullable") || text.equalsIgnoringCase("System.Nullable"), types.count == 1 { return .nullable(types[0]) }
            return session.types.genericType(named: text, types, namespaces: session.namespaces(s))
        }
    }

    private static func simple(_ text: String, _ session: Session, _ s: Scope?) -> TypeInfo? {
        if let own = session.scriptType(named: text, s) { return own }
        let namespaces = session.namespaces(s)
        if let known = session.types.type(named: text, namespaces: namespaces) { return known }
        if text.contains("`") { return session.types.genericDefinition(named: text, namespaces: namespaces) }
        // The suffix may be left out: `[Parameter]` for an attribute.
        return session.types.type(named: text + "Attribute", namespaces: namespaces)
    }

    /// A type from text such as `int[]` or `System.Collections.Generic.List[string]`.
    static func find(_ text: String, _ session: Session) -> TypeInfo? {
        var rest = text.trimmed[...]
        guard let name = read(&rest), rest.isEmpty else { return nil }
        return find(name, session)
    }

    private static func read(_ rest: inout Substring) -> TypeName? {
        let head = rest.prefix { $0 != "[" && $0 != "]" && $0 != "," }
        rest = rest[head.endIndex...]
        var plain = String(head).trimmed
        if let tick = plain.firstIndex(of: "`"), rest.first == "[" { plain = String(plain[..<tick]) }
        guard !plain.isEmpty else { return nil }
        var name = TypeName(range: .init(0, 0), form: .simple(plain))
        while rest.first == "[" {
            rest = rest.dropFirst()
            let commas = rest.prefix { $0 == "," }
            if rest.dropFirst(commas.count).first == "]" {
                rest = rest.dropFirst(commas.count + 1)
                name = TypeName(range: .init(0, 0), form: .array(name, rank: commas.count + 1))
                continue
            }
            var arguments: [TypeName] = []
            while true {
                let isWrapped = rest.first == "["
                if isWrapped { rest = rest.dropFirst() }
                guard let argument = read(&rest) else { return nil }
                if isWrapped {
                    guard let close = rest.firstIndex(of: "]") else { return nil }
                    rest = rest[rest.index(after: close)...]
                }
                arguments.append(argument)
                if rest.first == "," {
                    rest = rest.dropFirst()
                    while rest.first == " " { rest = rest.dropFirst() }
                    continue
                }
                guard rest.first == "]" else { return nil }
                rest = rest.dropFirst()
                break
            }
            name = TypeName(range: .init(0, 0), form: .generic(plain, arguments))
        }
        return name
    }
}
