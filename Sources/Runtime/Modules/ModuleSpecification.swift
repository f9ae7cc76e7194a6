// Which module is meant: a name, perhaps with bounds for its version or its identifier.

import Scalars

public struct ModuleSpecification {
    public var name: String
    public var minimum: NetVersion?
    public var maximum: String?
    public var exact: NetVersion?
    /// In lower case, without braces.
    public var guid: String?

    public init(_ name: String, minimum: NetVersion? = nil, maximum: String? = nil, exact: NetVersion? = nil, guid: String? = nil) {
        self.name = name; self.minimum = minimum; self.maximum = maximum; self.exact = exact; self.guid = guid
    }

    /// Text, or a table with `ModuleName` and at least one of `ModuleVersion`, `RequiredVersion`, `MaximumVersion`.
    /// - Throws: `MissingMemberException` for a table without a name or version, `ArgumentException` for keys that are not known.
    public init(_ value: Value, _ session: Session) throws {
        if let module = value.object as? ModuleInfo {
            self.init(module.name, exact: module.version)
            return
        }
        guard let table = value.asTable else {
            self.init(try value.toText(session))
            return
        }
        self.init("")
        for (key, entry) in table.table.pairs {
            let text = try entry.toText(session)
            switch try key.toText(session).lowercased() {
            case "modulename": name = text
            case "moduleversion": minimum = try ModuleSpecification.version(text, session)
            case "requiredversion": exact = try ModuleSpecification.version(text, session)
            case "maximumversion": maximum = text
            case "guid": guid = text.lowercased().filter { $0 != "{" && $0 != "}" }
            case let other:
                throw ShellError(
                    "InvalidModuleSpecificationMember",
                    "A module specification has no key '\(other)': use ModuleName, ModuleVersion, RequiredVersion, MaximumVersion and GUID.",
                    type: "System.ArgumentException", category: .invalidArgument)
            }
        }
        if name.isEmpty || (minimum == nil && exact == nil && maximum == nil) {
            let missing = name.isEmpty ? "ModuleName" : "ModuleVersion, RequiredVersion or MaximumVersion"
            throw ShellError(
                "MissingModuleSpecificationMember", "A module specification must have \(missing), but has not.", type: "System.MissingMemberException",
                category: .invalidArgument)
        }
    }

    static func version(_ text: String, _ session: Session) throws -> NetVersion {
        do { return try NetVersion.parse(text) } catch {
            throw ShellError(
                "InvalidCastParseTargetInvocation", "'\(text)' must be a version such as 1.0 or 2.1.0.", type: "PSInvalidCastException",
                category: .invalidArgument)
        }
    }

    public var hasBounds: Bool { minimum != nil || maximum != nil || exact != nil || guid != nil }

    public func accepts(_ version: NetVersion, guid other: String?) -> Bool {
        if let exact, !ModuleSpecification.isSame(exact, version) { return false }
        if let minimum, version < minimum { return false }
        if let maximum, !ModuleSpecification.isAtMost(version, maximum) { return false }
        if let guid, guid != other?.lowercased() { return false }
        return true
    }
    public func accepts(_ module: ModuleInfo) -> Bool { accepts(module.version, guid: module.entry("GUID")?.asString) }

    private static func isSame(_ a: NetVersion, _ b: NetVersion) -> Bool {
        (a.major, a.minor, max(0, a.build), max(0, a.revision)) == (b.major, b.minor, max(0, b.build), max(0, b.revision))
    }

    /// `1.*` allows everything that begins with 1.
    private static func isAtMost(_ version: NetVersion, _ maximum: String) -> Bool {
        let parts = maximum.split(separator: ".").map { $0 == "*" ? Int32.max : Int32($0) ?? 0 }
        let own = [version.major, version.minor, max(0, version.build), max(0, version.revision)]
        var limit: [Int32] = []
        for i in 0..<4 { limit.append(i < parts.count ? parts[i] : parts.last == Int32.max ? Int32.max : 0) }
        return !limit.lexicographicallyPrecedes(own)
    }
}
