// The drives of a session and the providers behind them.

import Runtime

/// `PSDriveInfo`: a name for a place in a provider.
final class Drive: Box, @unchecked Sendable {
    let name: String
    let provider: any ItemProvider
    /// For files the folder it begins at; empty for the others.
    let root: String
    let about: String
    /// Where `Set-Location P:` goes: the place last left, below the root.
    var current = ""

    init(_ name: String, _ provider: any ItemProvider, root: String = "", about: String = "") {
        self.name = name; self.provider = provider; self.root = root; self.about = about
    }
    override var type: TypeInfo { Drive.typeInfo }
    override func describe(_ session: Session) throws -> String { name }
    static let typeInfo = TypeInfo("System.Management.Automation.PSDriveInfo", base: .object)
    var isFileSystem: Bool { provider is FileSystemProvider }
}

/// `ProviderInfo`.
final class ProviderInfoObject: Box, @unchecked Sendable {
    let provider: any ItemProvider
    init(_ provider: any ItemProvider) { self.provider = provider }
    override var type: TypeInfo { ProviderInfoObject.typeInfo }
    override func describe(_ session: Session) throws -> String { provider.qualifiedName }
    static let typeInfo = TypeInfo("System.Management.Automation.ProviderInfo", base: .object)
    static let capabilitiesType = TypeInfo.enumeration(
        "System.Management.Automation.Provider.ProviderCapabilities",
        EnumerationInfo(
            [
                ("None", 0), ("Include", 1), ("Exclude", 2), ("Filter", 4), ("ExpandWildcards", 8), ("ShouldProcess", 16), ("Credentials", 32),
                ("Transactions", 64),
            ], isFlags: true))
}

final class Drives {
    let fileSystem = FileSystemProvider()
    let providers: [any ItemProvider]
    private(set) var all: [Drive]
    private var infos: [String: ProviderInfoObject] = [:]

    init() {
        let alias = AliasProvider(), environment = EnvironmentProvider(), function = FunctionProvider(), variable = VariableProvider()
        providers = [alias, environment, fileSystem, function, variable]
        all = [
            Drive("/", fileSystem, root: "/", about: "The root of the file system"), Drive("Alias", alias, about: "The aliases of this session"),
            Drive("Env", environment, about: "The environment of this process"),
            Drive("Function", function, about: "The functions of this session"),
            Drive("Temp", fileSystem, root: "/tmp/", about: "The folder for temporary files"),
            Drive("Variable", variable, about: "The variables of this session"),
        ]
    }

    func drive(_ name: String) -> Drive? { all.first { $0.name.equalsIgnoringCase(name) } }
    func add(_ drive: Drive, _ session: Session) {
        all.append(drive)
        if drive.isFileSystem { session.driveRoots[drive.name.lowercased()] = drive.root }
    }
    func remove(_ drive: Drive, _ session: Session) {
        all.removeAll { $0 === drive }
        if drive.isFileSystem { session.driveRoots[drive.name.lowercased()] = nil }
    }
    func provider(_ name: String) -> (any ItemProvider)? {
        let plain = name.lastIndex(of: "\\").map { String(name[name.index(after: $0)...]) } ?? name
        return providers.first { $0.name.equalsIgnoringCase(plain) }
    }
    func drives(of provider: any ItemProvider) -> [Drive] { all.filter { $0.provider.name == provider.name } }
    func providerInfo(_ provider: any ItemProvider) -> ProviderInfoObject {
        if let known = infos[provider.name] { return known }
        let made = ProviderInfoObject(provider)
        infos[provider.name] = made
        return made
    }
}

extension Session {
    var drives: Drives { attachment(Drives.self) { Drives() } }
}

enum DriveMembers {
    static var types: [KnownType] {
        [
            KnownType(Drive.typeInfo, members: drives), KnownType(ProviderInfoObject.typeInfo, members: providers),
            KnownType(ProviderInfoObject.capabilitiesType),
        ]
    }

    @Sendable private static func drives() -> MemberTable {
        func text(_ name: String, _ read: @escaping @Sendable (Drive) -> String) -> Property {
            Property(name, .string, get: { t, _ in .text((t.object as? Drive).map(read) ?? "") })
        }
        return MemberTable(properties: [
            text("Name") { $0.name },
            Property(
                "Provider", ProviderInfoObject.typeInfo,
                get: { t, session in (t.object as? Drive).map { .object(session.drives.providerInfo($0.provider)) } ?? .null }),
            text("Root") { $0.root }, text("Description") { $0.about }, text("CurrentLocation") { $0.current },
            Property("Used", .int64, memberType: "ScriptProperty", get: { t, _ in space(t, free: false) }),
            Property("Free", .int64, memberType: "ScriptProperty", get: { t, _ in space(t, free: true) }),
        ])
    }

    private static func space(_ value: Value, free: Bool) -> Value {
        guard let drive = value.object as? Drive, drive.isFileSystem, let space = FileSystemSpace(drive.root) else { return .null }
        return .long(free ? space.free : space.used)
    }

    @Sendable private static func providers() -> MemberTable {
        @Sendable func info(_ value: Value) -> (any ItemProvider)? { (value.object as? ProviderInfoObject)?.provider }
        return MemberTable(properties: [
            Property("Name", .string, get: { t, _ in .text(info(t)?.name ?? "") }),
            Property(
                "Capabilities", ProviderInfoObject.capabilitiesType,
                get: { t, _ in .object(EnumerationObject(ProviderInfoObject.capabilitiesType, info(t)?.capabilities ?? 0)) }),
            Property("Drives", .object, get: { t, session in .array(info(t).map { session.drives.drives(of: $0).map { .object($0) } } ?? []) }),
            Property("ModuleName", .string, get: { _, _ in "Microsoft.PowerShell.Core" }),
        ])
    }
}
