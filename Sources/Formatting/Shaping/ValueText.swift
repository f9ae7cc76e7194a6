// The text of a value in a cell or a line of a list: collections in braces, the rest as the language prints it.

import Runtime

/// How values become text while objects are shaped.
struct ValueText {
    let session: Session
    /// `$FormatEnumerationLimit`: elements of a collection that are shown; negative for all.
    let limit: Int

    init(_ session: Session) {
        self.session = session
        switch session.variable("FormatEnumerationLimit", in: session.global)?.unwrapped {
        case .int(let count)?: limit = Int(count)
        default: limit = 4
        }
    }

    /// - Parameters:
    ///   - format: a format as `-f` takes it, whole or only what stands behind the colon.
    ///   - isTable: real numbers get two digits.
    func text(of value: Value, format: String? = nil, isTable: Bool) throws -> String {
        if let format, !format.isEmpty {
            do {
                if format.contains("{0"), format.contains("}") { return try session.format(format, [value]).toText(session) }
                return try session.format(value, as: format)
            } catch is ShellError {
                // The format does not suit the value: shown without.
            }
        }
        switch value {
        case .int(let number): return String(number)
        case .double, .single: return isTable ? try session.format(value, as: "F") : try value.toText(session)
        case .null, .nothing, .missing: return ""
        case .object(let object):
            switch object.kind {
            case .text: return unsafeDowncast(object, to: Text.self).string
            case .decimal: return isTable ? try session.format(value, as: "F") : try value.toText(session)
            case .type: return unsafeDowncast(object, to: TypeObject.self).value.frameworkName
            case .record, .date, .span, .enumeration, .bigInteger: return try value.toText(session)
            case .table:
                return braces(
                    try unsafeDowncast(object, to: TableObject.self).table.pairs.lazy.prefix(shown).map { try entry($0.key, $0.value) },
                    count: unsafeDowncast(object, to: TableObject.self).table.count)
            default:
                guard let elements = try session.elements(of: value) else { return try value.toText(session) }
                return braces(try elements.prefix(shown).map { try name(of: $0) }, count: elements.count)
            }
        default: return try value.toText(session)
        }
    }

    private var shown: Int { limit < 0 ? .max : limit }

    private func braces(_ names: [String], count: Int) -> String {
        "{" + names.joined(separator: ", ") + (count > names.count ? "…" : "") + "}"
    }

    private func entry(_ key: Value, _ value: Value) throws -> String { "[" + (try plain(key)) + ", " + (try plain(value)) + "]" }

    /// As `ToString()` gives it: collections by their type.
    private func plain(_ value: Value) throws -> String {
        value.asArray != nil || value.asList != nil ? value.type.plainName : try value.toText(session)
    }

    /// An element of a collection: by its text, or by what names it where the text would be only the type.
    func name(of value: Value) throws -> String {
        if value.isNull { return "$null" }
        if let type = value.asType { return type.value.frameworkName }
        let text = try value.toText(session)
        guard let object = value.object, text == object.type.plainName else { return text }
        switch object.kind {
        case .box, .instance:
            guard let naming = try ViewTable.of(session).namingProperty(of: value, session), let found = try session.ownProperty(of: value, naming) else {
                return text
            }
            return try found.toText(session)
        default: return text
        }
    }
}

extension TypeInfo {
    /// As the framework prints a type: `System.Int32`, where the language says `int`.
    fileprivate var frameworkName: String {
        if genericArguments.isEmpty { return fullName }
        return fullName.prefix { $0 != "[" } + "[" + genericArguments.map(\.frameworkName).joined(separator: ",") + "]"
    }
}
