// The variables a session starts with.

import Glibc
import Scalars

enum AutomaticVariables {
    static func install(in session: Session) {
        let global: Scope = session.global
        func set(_ name: String, _ value: Value) { global.makeStorage(session.symbols.symbol(name)).pointee = value }
        func fixed(_ name: String, _ value: Value, _ options: VariableOptions = [.constant, .allScope]) {
            let cell = VariableCell(name: name, value: value)
            cell.options = options
            set(name, .object(cell))
            if options.contains(.allScope) { session.allScopeNames.insert(session.symbols.symbol(name)) }
        }
        func action(_ name: String, _ number: Int64) { set(name, .object(EnumerationObject(.actionPreference, number))) }
        fixed("true", .true)
        fixed("false", .false)
        let null = VariableCell(name: "null", computed: { _ in .null }, assign: { _, _ in })
        null.options = .allScope
        set("null", .object(null))
        fixed("Error", .object(session.errors), .constant)
        action("ErrorActionPreference", ActionPreference.continue)
        action("WarningPreference", ActionPreference.continue)
        action("VerbosePreference", ActionPreference.silentlyContinue)
        action("DebugPreference", ActionPreference.silentlyContinue)
        action("InformationPreference", ActionPreference.silentlyContinue)
        action("ProgressPreference", ActionPreference.continue)
        set("ConfirmPreference", .object(EnumerationObject(.confirmImpact, 3)))
        set("WhatIfPreference", .false)
        set("FormatEnumerationLimit", .int(4))
        set("MaximumHistoryCount", .int(4096))
        set("NestedPromptLevel", .int(0))
        set(
            "PSDefaultParameterValues",
            .object(
                TableObject(
                    HashTable(.ignoringCase), type: TypeInfo("System.Management.Automation.DefaultParameterDictionary", base: .hashtable, code: .hashtable))))
        set("PSNativeCommandUseErrorActionPreference", .false)
        set("PSNativeCommandArgumentPassing", .object(EnumerationObject(NativeArguments.style, 1)))
        set("PSEmailServer", "")
        set("PSSessionApplicationName", "wsman")
        set("PSSessionConfigurationName", "http://schemas.microsoft.com/powershell/Microsoft.PowerShell")
        set("OutputEncoding", .object(OutputEncodingCell.make()))
        set("PSEdition", "Core")
        set("ErrorView", .object(EnumerationObject(errorViews, 2)))
        fixed("EnabledExperimentalFeatures", .object(ListObject([], type: experimentalFeatures)), [.constant, .allScope])
        set("OFS", .missing)
        fixed("HOME", .text(session.environment["HOME"] ?? "/"), [.readOnly, .allScope])
        fixed("PID", .int(Int32(Glibc.getpid())))
        fixed("IsLinux", .true, [.readOnly, .allScope])
        fixed("IsMacOS", .false, [.readOnly, .allScope])
        fixed("IsWindows", .false, [.readOnly, .allScope])
        fixed("IsCoreCLR", .true, [.readOnly, .allScope])
        fixed("ShellId", "Microsoft.PowerShell")
        fixed("PSCulture", "", [.readOnly, .allScope])
        fixed("PSUICulture", "", [.readOnly, .allScope])
        computed("PSVersionTable", global, session) { session in .object(session.attachment(VersionTable.self) { VersionTable(session) }.table) }
        computed("PWD", global, session) { .object(PathInfo($0.currentPath)) }
        computed("LASTEXITCODE", global, session) { $0.lastExitCode.map { .int($0) } ?? .null }
        computed("?", global, session) { .bool($0.lastSucceeded) }
        computed("ExecutionContext", global, session) { .object($0.attachment(EngineIntrinsics.self) { EngineIntrinsics() }) }
        computed("Host", global, session) { .object($0.attachment(HostObject.self) { HostObject() }) }
        computed("PSStyle", global, session, [.constant, .allScope]) { session in
            .object(session.attachment(StyleObject.self) { StyleObject(isPlain: session.environment["NO_COLOR"] != nil) })
        }
        computed("PROFILE", global, session) { .text($0.profilePath) }
        computed("PSHOME", global, session, [.constant, .allScope]) { _ in .text(Version.home) }
    }

    private static let errorViews = TypeInfo.enumeration(
        "System.Management.Automation.ErrorView", EnumerationInfo(names: ["NormalView", "CategoryView", "ConciseView", "DetailedView"]))
    private static let experimentalFeatures = TypeInfo(
        "System.Management.Automation.ReadOnlyBag`1[[System.String]]", base: .object, interfaces: [.iList], code: .list, genericArguments: [.string])

    private static func computed(
        _ name: String, _ scope: Scope, _ session: Session, _ options: VariableOptions = [.allScope], _ read: @escaping @Sendable (Session) -> Value
    ) {
        let cell = VariableCell(name: name, computed: read)
        cell.options = options
        scope.makeStorage(session.symbols.symbol(name)).pointee = .object(cell)
    }
}

/// `$OutputEncoding`: UTF-8 until a script sets it. The object is made when it is asked for.
enum OutputEncodingCell {
    private final class Chosen { var value: Value? }
    static func make() -> VariableCell {
        VariableCell(
            name: "OutputEncoding",
            computed: { session in
                let chosen = session.attachment(Chosen.self) { Chosen() }
                if let value = chosen.value { return value }
                // Without the type there is no encoding to show; programs get UTF-8 all the same.
                let type = session.types.type(named: "System.Text.UTF8Encoding")
                let made = type.flatMap { try? session.callStatic($0, "new", [], session.scope) } ?? .null
                chosen.value = made
                return made
            }, assign: { session, value in session.attachment(Chosen.self) { Chosen() }.value = value })
    }
}

/// `$PSVersionTable`.
final class VersionTable {
    let table: TableObject
    init(_ session: Session) {
        // Versions are what the type tables make of their text.
        func version(_ text: String, _ type: String = "System.Version") -> Value {
            session.types.type(named: type).flatMap { session.converted(.text(text), to: $0) } ?? .text(text)
        }
        let compatible = ["1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0"].map { version($0) }
        table = TableObject(
            ordered: [
                ("PSVersion", version(Version.language, "System.Management.Automation.SemanticVersion")), ("PSEdition", "Core"),
                ("GitCommitId", .text(Version.current)), ("OS", .text(Version.system)),
                ("Platform", "Unix"),
                ("PSCompatibleVersions", .object(ArrayObject(compatible, elementType: session.types.type(named: "System.Version") ?? .object))),
                ("PSRemotingProtocolVersion", version("2.3")), ("SerializationVersion", version("1.1.0.1")), ("WSManStackVersion", version("3.0")),
            ], type: TypeInfo("System.Management.Automation.PSVersionHashTable", base: .hashtable, code: .hashtable))
    }
}

/// What this shell is.
public enum Version {
    /// Of ChatShell itself.
    public static let current = "0.1.0"
    /// The folder of the program.
    static var home: String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in text.baseAddress.map { readlink("/proc/self/exe", $0, text.count) } ?? 0 }
        }
        let path = count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : "/"
        return path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "/"
    }
    /// The language version scripts ask for.
    public static let language = "7.6.5"
    static var system: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "Linux" }
        func text<T>(_ tuple: T) -> String { withUnsafeBytes(of: tuple) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) } }
        return text(name.sysname) + " " + text(name.release)
    }
}

/// `$ExecutionContext` and `$Host`: their members stand in the type tables.
public final class EngineIntrinsics: Box, @unchecked Sendable {
    public override var type: TypeInfo { EngineIntrinsics.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.EngineIntrinsics", base: .object)
}

public final class HostObject: Box, @unchecked Sendable {
    public override var type: TypeInfo { HostObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.Internal.Host.InternalHost", base: .object)
}

/// `$PSStyle`: escape sequences by name; what a script has changed stands in `changed`.
public final class StyleObject: Box, @unchecked Sendable {
    public var changed: [String: Value] = [:]
    /// The standard asks for text without colours.
    public let isPlain: Bool
    public init(isPlain: Bool) { self.isPlain = isPlain }
    public override var type: TypeInfo { StyleObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.PSStyle", base: .object)
}

extension Session {
    /// The file read at the start of an interactive session.
    public var profilePath: String {
        (environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? (environment["HOME"] ?? "") + "/.config") + "/chatsh/profile.ps1"
    }
}
