// What scripts ask of Windows alone, which says so here: its users, its registry; and `SecurityElement`, which escapes text for XML everywhere.

import Runtime

enum SystemIdentity {
    private static let identity = TypeInfo("System.Security.Principal.WindowsIdentity", base: .object, interfaces: [.iDisposable])
    private static let principal = TypeInfo("System.Security.Principal.WindowsPrincipal", base: .object)
    private static let roles = TypeInfo.enumeration(
        "System.Security.Principal.WindowsBuiltInRole",
        EnumerationInfo([
            ("Administrator", 544), ("User", 545), ("Guest", 546), ("PowerUser", 547), ("AccountOperator", 548), ("SystemOperator", 549),
            ("PrintOperator", 550), ("BackupOperator", 551), ("Replicator", 552),
        ]))
    private static func elsewhere(_ what: String) -> MethodFailure {
        MethodFailure("System.PlatformNotSupportedException", "\(what) is not supported on this platform.")
    }
    private static let keys = TypeInfo("Microsoft.Win32.RegistryKey", base: TypeInfo("System.MarshalByRefObject", base: .object), interfaces: [.iDisposable])

    static let types: [KnownType] = [
        KnownType(roles),
        KnownType(identity) {
            MemberTable(staticMethods: [
                Method("GetCurrent", returns: identity) { _, _, _ in throw elsewhere("Windows Principal functionality") }
            ])
        },
        KnownType(principal) {
            MemberTable(constructors: [
                Overload([.of("ntIdentity", identity)], returns: principal) { _, _, _ in throw elsewhere("Windows Principal functionality") }
            ])
        },
        KnownType(TypeInfo("Microsoft.Win32.Registry", base: .object, isAbstract: true)) {
            MemberTable(
                staticProperties: ["LocalMachine", "CurrentUser", "ClassesRoot", "Users", "CurrentConfig"].map { name in
                    Property(name, keys, get: { _, _ in throw elsewhere("Registry") })
                },
                staticMethods: [
                    Method("GetValue", [.text("keyName"), .text("valueName"), .object("defaultValue")], returns: .object) { _, _, _ in
                        throw elsewhere("Registry")
                    },
                    Method("SetValue", [.text("keyName"), .text("valueName"), .object("value")]) { _, _, _ in throw elsewhere("Registry") },
                ])
        },
        KnownType(keys),
        KnownType(TypeInfo("System.Security.SecurityElement", base: .object)) {
            MemberTable(staticMethods: [
                Method("Escape", [.text("str")], returns: .string) { _, a, _ in
                    if a[0].isNull { return .null }
                    var result = ""
                    for character in a.text(0).unicodeScalars {
                        switch character {
                        case "<": result += "&lt;"
                        case ">": result += "&gt;"
                        case "\"": result += "&quot;"
                        case "'": result += "&apos;"
                        case "&": result += "&amp;"
                        default: result.unicodeScalars.append(character)
                        }
                    }
                    return .text(result)
                }
            ])
        },
    ]
}
