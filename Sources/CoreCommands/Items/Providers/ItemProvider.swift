// Providers: what a drive shows as items. Files are one kind; variables, functions, aliases and the environment another,
// flat and in memory.

import Runtime

protocol ItemProvider: Sendable {
    /// `FileSystem`.
    var name: String { get }
    /// The bits of `ProviderCapabilities`.
    var capabilities: Int64 { get }
}

extension ItemProvider {
    /// A path of this provider, whatever drive it is on: `Microsoft.PowerShell.Core\Environment::HOME`.
    func qualified(_ path: String) -> String { "Microsoft.PowerShell.Core\\\(name)::\(path)" }
    var qualifiedName: String { "Microsoft.PowerShell.Core\\\(name)" }
}

/// Items by name without folders.
protocol FlatProvider: ItemProvider {
    func names(_ session: Session, _ scope: Scope) -> [String]
    /// The item as an object; nil if there is none of the name.
    func item(_ name: String, _ session: Session, _ scope: Scope) -> Value?
    /// What the item holds; nil if there is none of the name.
    func content(_ name: String, _ session: Session, _ scope: Scope) throws -> Value?
    /// Makes or changes an item.
    func set(_ name: String, _ value: Value, force: Bool, _ session: Session, _ scope: Scope) throws
    func remove(_ name: String, force: Bool, _ session: Session, _ scope: Scope) throws
}

extension FlatProvider {
    /// Names find their item whatever their case, except in the environment.
    func exists(_ name: String, _ session: Session, _ scope: Scope) -> Bool { item(name, session, scope) != nil }
}

/// Files and directories.
struct FileSystemProvider: ItemProvider {
    let name = "FileSystem"
    let capabilities: Int64 = 4 | 16 | 32
    static func qualified(_ path: String) -> String { "Microsoft.PowerShell.Core\\FileSystem::" + path }
}
