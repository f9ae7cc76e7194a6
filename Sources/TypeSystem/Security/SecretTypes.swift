// `SecureString`, `PSCredential`, `NetworkCredential`, and the members of `Marshal` that scripts use to read a secret.
// As on every Linux, the text is kept in memory as it is: the types keep it out of output, not out of the process.

import Runtime
import Scalars

public final class SecretObject: Box, @unchecked Sendable {
    public private(set) var text: String
    private(set) var isReadOnly = false
    public init(_ text: String) { self.text = text }
    /// From now on the text stays as it is.
    public func close() { isReadOnly = true }
    public override var type: TypeInfo { SecretObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Security.SecureString", accelerator: "securestring", base: .object, interfaces: [.iDisposable])

    private static func own(_ value: Value) throws -> SecretObject {
        guard let secret = value.object as? SecretObject else { throw Refusals.null("secureString") }
        return secret
    }
    private func change(_ body: (inout [UInt16]) throws -> Void) throws {
        if isReadOnly { throw Refusals.invalid("Instance is read-only.") }
        var units = Array(text.utf16)
        try body(&units)
        text = String(decoding: units, as: UTF16.self)
    }
    private static func changing(_ name: String, _ parameters: [OverloadParameter], _ body: @escaping @Sendable (inout [UInt16], [Value]) throws -> Void)
        -> Method
    {
        Method(name, parameters) { t, a, _ in
            try own(t).change { try body(&$0, a) }
            return .nothing
        }
    }
    private static func place(_ index: Int, _ limit: Int) throws -> Int {
        guard index >= 0, index < limit else { throw Refusals.outOfRange("index") }
        return index
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [Property("Length", .int32, get: { t, _ in .int(Int32(try own(t).text.utf16.count)) })],
            methods: [
                changing("AppendChar", [.char("c")]) { units, a in units.append(a.char(0)) },
                changing("InsertAt", [.int("index"), .char("c")]) { units, a in units.insert(a.char(1), at: try place(a.int(0), units.count + 1)) },
                changing("RemoveAt", [.int("index")]) { units, a in units.remove(at: try place(a.int(0), units.count)) },
                changing("SetAt", [.int("index"), .char("c")]) { units, a in units[try place(a.int(0), units.count)] = a.char(1) },
                changing("Clear", []) { units, _ in units = [] },
                Method("MakeReadOnly") { t, _, _ in
                    try own(t).isReadOnly = true
                    return .nothing
                },
                Method("IsReadOnly", returns: .bool) { t, _, _ in .bool(try own(t).isReadOnly) },
                Method("Copy", returns: typeInfo) { t, _, _ in .object(SecretObject(try own(t).text)) },
                Method("Dispose") { t, _, _ in
                    try own(t).text = ""
                    return .nothing
                },
            ], constructors: [Overload(returns: typeInfo) { _, _, _ in .object(SecretObject("")) }])
    }
}

/// A name with a secret: `PSCredential`.
public final class CredentialObject: Box, @unchecked Sendable {
    public let userName: String
    public let password: SecretObject
    public init(_ userName: String, _ password: SecretObject) {
        self.userName = userName
        self.password = password
    }
    public override var type: TypeInfo { CredentialObject.typeInfo }
    public static let typeInfo = TypeInfo("System.Management.Automation.PSCredential", accelerator: "pscredential", base: .object)
    static let empty = CredentialObject("", SecretObject(""))

    private static func own(_ value: Value) throws -> CredentialObject {
        guard let credential = value.object as? CredentialObject else { throw Refusals.null("credential") }
        return credential
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("UserName", .string, get: { t, _ in .text(try own(t).userName) }),
                Property("Password", SecretObject.typeInfo, get: { t, _ in .object(try own(t).password) }),
            ],
            methods: [
                Method("GetNetworkCredential", returns: NetworkCredentialObject.typeInfo) { t, _, _ in
                    let name = try own(t).userName
                    let parts = name.split(separator: "\\", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                    let at = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                    return .object(
                        NetworkCredentialObject(
                            parts.count > 1 ? parts[1] : at[0], try own(t).password.text, parts.count > 1 ? parts[0] : at.count > 1 ? at[1] : ""))
                }
            ],
            staticProperties: [Property("Empty", typeInfo, get: { _, _ in .object(empty) })],
            constructors: [
                Overload([.text("userName"), .of("password", SecretObject.typeInfo)], returns: typeInfo) { _, a, _ in
                    if a.text(0).isEmpty {
                        throw MethodFailure(
                            "System.Management.Automation.PSArgumentException",
                            "Cannot process argument because the value of argument \"userName\" is not valid. Change the value of the \"userName\" argument and run the operation again."
                        )
                    }
                    guard let secret = a[1].object as? SecretObject else { throw Refusals.null("password") }
                    return .object(CredentialObject(a.text(0), secret))
                }
            ])
    }
}

final class NetworkCredentialObject: Box, @unchecked Sendable {
    var userName: String, password: String, domain: String
    init(_ userName: String, _ password: String, _ domain: String) {
        self.userName = userName
        self.password = password
        self.domain = domain
    }
    override var type: TypeInfo { NetworkCredentialObject.typeInfo }
    static let typeInfo = TypeInfo("System.Net.NetworkCredential", base: .object)

    private static func own(_ value: Value) throws -> NetworkCredentialObject {
        guard let credential = value.object as? NetworkCredentialObject else { throw Refusals.null("credential") }
        return credential
    }
    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("UserName", .string, get: { t, _ in .text(try own(t).userName) }, set: { t, value, _ in try own(t).userName = value.asString ?? "" }),
                Property("Password", .string, get: { t, _ in .text(try own(t).password) }, set: { t, value, _ in try own(t).password = value.asString ?? "" }),
                Property("Domain", .string, get: { t, _ in .text(try own(t).domain) }, set: { t, value, _ in try own(t).domain = value.asString ?? "" }),
                Property(
                    "SecurePassword", SecretObject.typeInfo, get: { t, _ in .object(SecretObject(try own(t).password)) },
                    set: { t, value, _ in try own(t).password = (value.object as? SecretObject)?.text ?? "" }),
            ],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in .object(NetworkCredentialObject("", "", "")) },
                Overload([.text("userName"), .of("password", SecretObject.typeInfo)], returns: typeInfo) { _, a, _ in
                    .object(NetworkCredentialObject(a.text(0), (a[1].object as? SecretObject)?.text ?? "", ""))
                },
                Overload([.text("userName"), .of("password", SecretObject.typeInfo), .text("domain")], returns: typeInfo) { _, a, _ in
                    .object(NetworkCredentialObject(a.text(0), (a[1].object as? SecretObject)?.text ?? "", a.text(2)))
                },
                Overload([.text("userName"), .text("password")], returns: typeInfo) { _, a, _ in .object(NetworkCredentialObject(a.text(0), a.text(1), "")) },
                Overload([.text("userName"), .text("password"), .text("domain")], returns: typeInfo) { _, a, _ in
                    .object(NetworkCredentialObject(a.text(0), a.text(1), a.text(2)))
                },
            ])
    }
}

/// What `Marshal` hands out for unmanaged memory: here the text itself.
private final class PointerObject: Box, @unchecked Sendable {
    var text: String?
    init(_ text: String?) { self.text = text }
    override var type: TypeInfo { PointerObject.typeInfo }
    static let typeInfo = TypeInfo("System.IntPtr", base: .valueType, isValueType: true)
    override func describe(_ session: Session) throws -> String { text == nil ? "0" : String(UInt(bitPattern: ObjectIdentifier(self).hashValue)) }
    override func isEqual(to other: Object) -> Bool { self === other || text == nil && (other as? PointerObject)?.text == nil }
}

enum SecretTypes {
    private static func giving(_ name: String) -> Method {
        Method(name, [.of("s", SecretObject.typeInfo)], returns: PointerObject.typeInfo) { _, a, _ in
            guard let secret = a[0].object as? SecretObject else { throw Refusals.null("s") }
            return .object(PointerObject(secret.text))
        }
    }
    private static func reading(_ name: String) -> Method {
        Method(name, [.of("ptr", PointerObject.typeInfo), .optional("len", .int32, .null)], returns: .string) { _, a, _ in
            guard let text = (a[0].object as? PointerObject)?.text else { return .null }
            return .text(a[1].isNull ? text : try String(decoding: Array(text.utf16).part(0, a.int(1)), as: UTF16.self))
        }
    }
    private static func freeing(_ name: String) -> Method {
        Method(name, [.of("s", PointerObject.typeInfo)]) { _, a, _ in
            (a[0].object as? PointerObject)?.text = nil
            return .nothing
        }
    }

    static let types: [KnownType] = [
        SecretObject.known, CredentialObject.known, NetworkCredentialObject.known,
        KnownType(PointerObject.typeInfo) {
            MemberTable(staticProperties: [
                Property("Zero", PointerObject.typeInfo, get: { _, _ in .object(PointerObject(nil)) }), Property("Size", .int32, get: { _, _ in 8 }),
            ])
        },
        KnownType(TypeInfo("System.Runtime.InteropServices.Marshal", base: .object, isAbstract: true)) {
            MemberTable(
                staticMethods: ["SecureStringToBSTR", "SecureStringToGlobalAllocUnicode", "SecureStringToGlobalAllocAnsi", "SecureStringToCoTaskMemUnicode"]
                    .map(giving)
                    + ["PtrToStringBSTR", "PtrToStringAuto", "PtrToStringUni", "PtrToStringAnsi", "PtrToStringUTF8"].map(reading)
                    + ["ZeroFreeBSTR", "FreeBSTR", "ZeroFreeGlobalAllocUnicode", "ZeroFreeGlobalAllocAnsi", "ZeroFreeCoTaskMemUnicode", "FreeHGlobal"].map(
                        freeing))
        },
    ]
}
