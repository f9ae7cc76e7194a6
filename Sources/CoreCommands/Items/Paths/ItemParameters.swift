// The parameters by which commands are told about items: -Path or -LiteralPath with -Filter, -Include, -Exclude and
// -Force; and the items they mean.

import Runtime
import Scalars

struct ItemParameters: Sendable {
    let path: Parameter<[String]>
    let literalPath: Parameter<[String]>
    let filter: Parameter<String>
    let include: Parameter<[String]>
    let exclude: Parameter<[String]>
    let force: Parameter<Bool>

    /// - Parameters:
    ///   - pathSets, literalSets: the parameter sets with -Path and with -LiteralPath.
    init(
        pathSets: [String] = ["Path"], literalSets: [String] = ["LiteralPath"], mandatory: Bool = true, pipeline: Bool = true, position: Int = 0,
        filterPosition: Int? = nil, allowsEmpty: Bool = false
    ) {
        path = Parameter(
            "Path", position: position, mandatory: mandatory, pipeline: pipeline, byName: true, sets: pathSets, allowsNull: allowsEmpty,
            allowsEmptyString: allowsEmpty, allowsEmptyCollection: allowsEmpty,
            help: "Paths of the items; wildcards allowed.")
        literalPath = Parameter(
            "LiteralPath", aliases: ["PSPath", "LP"], mandatory: true, byName: true, sets: literalSets, allowsNull: allowsEmpty, allowsEmptyString: allowsEmpty,
            allowsEmptyCollection: allowsEmpty, help: "Paths of the items, taken as they are.")
        filter = Parameter("Filter", position: filterPosition, help: "Only items whose name fits; * and ? alone are special.")
        include = Parameter("Include", help: "Only items whose name fits one of these patterns.")
        exclude = Parameter("Exclude", help: "No items whose name fits one of these patterns.")
        force = Parameter("Force", help: "Hidden and read-only items too.")
    }

    var all: [any AnyParameter] { [path, literalPath, filter, include, exclude, force] }
    var withoutForce: [any AnyParameter] { [path, literalPath, filter, include, exclude] }

    func selection(_ run: Invocation, hasForce: Bool = true) -> ItemSelection {
        let literal = run[literalPath]
        return ItemSelection(
            patterns: literal ?? run[path] ?? [], isLiteral: literal != nil, filter: given(filter, run), include: given(include, run) ?? [],
            exclude: given(exclude, run) ?? [], force: hasForce && given(force, run) ?? false, run: run)
    }

    /// The argument of a parameter that the command may not have.
    private func given<T: ParameterType>(_ parameter: Parameter<T>, _ run: Invocation) -> T? { parameter.info.index < 0 ? nil : run[parameter] }
}

/// What a command was asked to work on.
struct ItemSelection {
    let patterns: [String]
    let isLiteral: Bool
    let filter: String?
    let include: [String]
    let exclude: [String]
    let force: Bool
    let run: Invocation

    var isFiltered: Bool { filter != nil || !include.isEmpty || !exclude.isEmpty }

    /// True for names that -Filter, -Include and -Exclude let through.
    func accepts(_ name: String) -> Bool {
        if let filter, !FileFilter.matches(name, filter) { return false }
        if !include.isEmpty, !include.contains(where: { WildcardName.matches(name, $0) }) { return false }
        return !exclude.contains { WildcardName.matches(name, $0) }
    }

    /// The items that exist, pattern by pattern; missing ones are reported. A pattern without matches is silent.
    /// - Parameter missingPattern: called for a pattern without matches.
    func items(missingPattern: ((String) throws -> Void)? = nil) throws -> [ItemPath] {
        var result: [ItemPath] = []
        for text in patterns {
            do {
                let found = try resolved(text)
                if found.isEmpty, let missingPattern, !isLiteral, Globbing.isPattern(text) { try missingPattern(text) }
                result += found
            } catch let failure as ShellError where !failure.endsScript {
                try run.writeError(failure.record)
            }
        }
        return result
    }

    /// - Throws: `PathNotFound`, `DriveNotFound` and their kin.
    func resolved(_ text: String) throws -> [ItemPath] {
        let session = run.session
        let isPattern = !isLiteral && Globbing.isPattern(text)
        let location = try ItemPath.read(isLiteral || isPattern ? text : Globbing.literal(text), session)
        if !isPattern {
            guard location.exists(run) else { throw ItemSelection.notFound(text, location, session) }
            if isFiltered, location.isFileSystem, !accepts(PathText.leaf(location.path)) { return [] }
            return [location]
        }
        let names: [ItemPath]
        if let flat = location.flat {
            let wildcard = try Globbing.pattern(location.path)
            names = flat.names(session, run.scope).filter { wildcard.matches($0) }.map { ItemPath(drive: location.drive, path: $0) }
        } else {
            names = try Globbing.files(filePattern(text, location), force: force, session).map { ItemPath(drive: location.drive, path: $0) }
        }
        return isFiltered ? names.filter { accepts(PathText.leaf($0.path)) } : names
    }

    /// A pattern without its drive.
    private func filePattern(_ text: String, _ location: ItemPath) -> String { ItemPath.qualifier(text) == nil ? text : location.path }

    static func notFound(_ text: String, _ location: ItemPath, _ session: Session) -> ShellError {
        ShellError(
            "PathNotFound", "Cannot find path '\(location.isFileSystem ? location.path : text)' because it does not exist.", type: "ItemNotFoundException",
            category: .objectNotFound, target: .text(location.isFileSystem ? location.path : text))
    }
    static func notFound(pattern text: String) -> ShellError {
        ShellError(
            "ItemNotFound", "An object at the specified path \(text) does not exist, or has been filtered by the -Include or -Exclude parameter.",
            type: "System.Exception", category: .objectNotFound, target: .text(text))
    }
}

extension ItemPath {
    /// The item as an object with what commands note on it.
    func object(_ run: Invocation) -> Value {
        guard let flat else {
            let status = FileStatus(path)
            return .object(FileObject(path, isDirectory: status?.isDirectory ?? false, status: status, drive: drive.name))
        }
        if path.isEmpty {
            let items = flat.names(run.session, run.scope).compactMap { ItemPath(drive: drive, path: $0).flatObject(flat, run) }
            return .object(ListObject(items, type: ItemPath.valueCollection))
        }
        return flatObject(flat, run) ?? .null
    }

    static let valueCollection = TypeInfo("System.Collections.Generic.Dictionary`2+ValueCollection", base: .object, interfaces: [.iCollection], code: .list)

    private func flatObject(_ flat: any FlatProvider, _ run: Invocation) -> Value? {
        guard let item = flat.item(path, run.session, run.scope) else { return nil }
        let session = run.session
        var noted = item
        let notes: [(String, Value)] = [
            ("PSPath", .text(qualified)), ("PSDrive", .object(drive)), ("PSProvider", .object(session.drives.providerInfo(drive.provider))),
            ("PSIsContainer", .false),
        ]
        for (name, value) in notes { noted = session.add(AddedMember(name, .note(value)), to: noted) }
        return noted
    }
}
