// All views of a session, found by type name, and which properties of a type count as its own for the eye.

import Runtime

/// The views a session knows. Rooms add theirs as literal tables when the session is made.
public final class ViewTable {
    private var byType: [String: [View]] = [:]
    private var displaySets: [String: [String]] = [:]
    private var displayNames: [String: String] = [:]
    /// By type, for types without names of their own.
    private var known: [ObjectIdentifier: TypeDisplay] = [:]

    /// What formatting asks about each object, remembered by type.
    struct TypeDisplay {
        let outOfBand: View?
        /// Nothing to show but the text of the object.
        let hasNoProperties: Bool
    }

    init() {
        add(KnownViews.all)
        displaySets = KnownDisplaySets.properties
        displayNames = KnownDisplaySets.names
    }

    public static func of(_ session: Session) -> ViewTable { session.attachment(ViewTable.self) { ViewTable() } }

    /// Views added later come before those of the same type that are there, or after them.
    public func add(_ views: [View], isFirst: Bool = true) {
        for view in isFirst ? views.reversed() : views {
            for type in view.types {
                let place = isFirst ? 0 : byType[type.lowercased()]?.count ?? 0
                byType[type.lowercased(), default: []].insert(view, at: place)
            }
        }
        known.removeAll()
    }

    /// Each view once, by the first of its types.
    public var all: [View] {
        byType.sorted { $0.key < $1.key }.flatMap { type, views in views.filter { $0.types.first?.lowercased() == type } }
    }

    /// The first view for the most specific of the type names.
    func view(for typeNames: [String], shape: FormatShape?, name: String? = nil) -> View? {
        for typeName in typeNames {
            for view in byType[typeName.lowercased()] ?? []
            where !view.isOutOfBand && (shape == nil || view.shape == shape) && (name == nil || view.name.equalsIgnoringCase(name ?? "")) { return view }
        }
        return nil
    }

    /// Names of the views that could be asked for.
    func viewNames(for typeNames: [String]) -> [(name: String, shape: FormatShape)] {
        typeNames.flatMap { (byType[$0.lowercased()] ?? []).map { (name: $0.name, shape: $0.shape) } }
    }

    func display(of value: Value, _ session: Session) throws -> TypeDisplay {
        let base = value.unwrapped
        if let record = base.asRecord, record.shape.typeNames.isEmpty { return TypeDisplay(outOfBand: nil, hasNoProperties: record.count == 0) }
        let hasOwnNames = value.rawObject?.extensions != nil || base.asRecord != nil
        let id = ObjectIdentifier(base.type)
        if !hasOwnNames, let known = known[id] { return known }
        let names = session.typeNames(of: value)
        let found = names.flatMap { byType[$0.lowercased()] ?? [] }
        let view = found.first { $0.isOutOfBand }
        let made = TypeDisplay(outOfBand: view, hasNoProperties: found.isEmpty ? try session.propertyNames(of: value).isEmpty : false)
        if !hasOwnNames { known[id] = made }
        return made
    }

    // MARK: Display properties

    /// `DefaultDisplayPropertySet`: of the object, of type data, or of the table.
    func defaultProperties(of value: Value, _ session: Session) -> [String]? {
        if case .propertySet(let names)? = standardMember("DefaultDisplayPropertySet", of: value, session)?.content { return names }
        for data in typeData(of: value, session) { if let names = data.defaultDisplay { return names } }
        return session.typeNames(of: value).lazy.compactMap { self.displaySets[$0] }.first
    }

    /// `DefaultDisplayProperty`, or a property whose name says that it names the object.
    func namingProperty(of value: Value, _ session: Session) throws -> String? {
        if case .note(let name)? = standardMember("DefaultDisplayProperty", of: value, session)?.content, let name = name.asString { return name }
        for data in typeData(of: value, session) { if let name = data.defaultDisplayProperty { return name } }
        if let known = session.typeNames(of: value).lazy.compactMap({ self.displayNames[$0] }).first { return known }
        let names = try session.propertyNames(of: value)
        for wanted in ["name", "id", "key"] { if let found = names.first(where: { $0.equalsIgnoringCase(wanted) }) { return found } }
        for ending in ["key", "name", "id"] { if let found = names.first(where: { $0.lowercased().hasSuffix(ending) }) { return found } }
        return nil
    }

    private func standardMember(_ name: String, of value: Value, _ session: Session) -> AddedMember? {
        func inSet(_ member: AddedMember?) -> AddedMember? {
            guard case .memberSet(let members)? = member?.content else { return nil }
            return members.first { $0.name.equalsIgnoringCase(name) }
        }
        if let record = value.asRecord, record.shape.hasActiveMembers, let box = record["PSStandardMembers"]?.object as? AddedMemberBox,
            let found = inSet(box.member)
        {
            return found
        }
        if let own = value.rawObject?.extensions?.member("PSStandardMembers"), let found = inSet(own) { return found }
        return typeData(of: value, session).lazy.compactMap { inSet($0.member("PSStandardMembers")) }.first
    }

    /// What `Update-TypeData` has said about the types of a value, most specific first.
    private func typeData(of value: Value, _ session: Session) -> [ExtendedMembers] {
        if session.types.typeData.isEmpty { return [] }
        return session.typeNames(of: value).compactMap { session.types.typeData[$0.lowercased()] }
    }
}
