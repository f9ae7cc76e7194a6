// The structure of an object as `Format-Custom` shows it: a class in braces, its properties, and theirs inside.

import Runtime

enum StructureText {
    static func lines(_ value: Value, _ requests: [FieldRequest], _ shaper: Shaper) throws -> [String] {
        let readers = requests.isEmpty ? try shaper.defaultReaders(value) : try existing(requests, value, shaper)
        return try block(value, readers, "", depth: shaper.options.depth, shaper) + [""]
    }

    /// The properties asked for that the object has.
    private static func existing(_ requests: [FieldRequest], _ value: Value, _ shaper: Shaper) throws -> [FieldReader] {
        try shaper.readers(requests, for: value).filter { reader in
            guard case .property(let name) = reader.source else { return true }
            return try shaper.session.ownProperty(of: value, name) != nil
        }
    }

    private static func block(_ value: Value, _ readers: [FieldReader], _ margin: String, depth: Int, _ shaper: Shaper) throws -> [String] {
        // What lies in itself twice becomes twice as long with every level.
        try shaper.session.checkDepth()
        let full = shaper.session.typeNames(of: value).first ?? ""
        let name = full.split(separator: ".").last.map(String.init) ?? full
        var lines = [margin + "class " + name, margin + "{"]
        for reader in readers {
            let head = margin + "  " + reader.label + " = "
            let found: Value
            do { found = try reader.value(of: value, shaper.session, shaper.scope) } catch let failure as ShellError where !failure.isExhaustion {
                found = .null
            }
            if let inner = try nested(found, margin + "    ", depth: depth, shaper) {
                lines.append(head)
                lines += inner
            } else {
                let texts = TextLines.split(try shaper.texts.text(of: found, format: reader.format, isTable: false))
                lines.append(head + texts[0])
                lines += texts.dropFirst().map { margin + "  " + $0 }
            }
        }
        return lines + [margin + "}"]
    }

    /// What is shown on lines of its own: collections, and objects while there is depth left.
    private static func nested(_ value: Value, _ margin: String, depth: Int, _ shaper: Shaper) throws -> [String]? {
        if depth <= 0 || value.isNull || value.unwrapped.isScalar { return nil }
        let elements = value.asTable.map { $0.table.pairs.map(\.value) } != nil ? nil : try shaper.session.elements(of: value)
        if let elements {
            var lines = [margin + "["]
            let limit = shaper.texts.limit
            for (i, element) in elements.enumerated() {
                if limit >= 0, i == limit {
                    lines.append(margin + "  …")
                    break
                }
                lines += try nested(element, margin + "  ", depth: depth - 1, shaper) ?? [margin + "  " + shaper.texts.text(of: element, isTable: false)]
            }
            return lines + [margin + "]", margin]
        }
        if try value.asTable != nil || shaper.session.propertyNames(of: value).isEmpty || value.object?.kind == .date || value.object?.kind == .span {
            return nil
        }
        return try block(value, shaper.defaultReaders(value), margin, depth: depth - 1, shaper)
    }
}
