// `$ExecutionContext.InvokeProvider` and `SessionState.Drive` and `.Provider`: what the commands for items and drives do, as methods.

import Runtime

/// One group of methods, each of which is a command with its arguments.
final class ProviderIntrinsics: Box, @unchecked Sendable {
    private let ownType: TypeInfo
    init(_ type: TypeInfo) { ownType = type }
    override var type: TypeInfo { ownType }

    static let provider = TypeInfo("System.Management.Automation.ProviderIntrinsics", base: .object)
    static let drives = TypeInfo("System.Management.Automation.DriveManagementIntrinsics", base: .object)
    static let providers = TypeInfo("System.Management.Automation.CmdletProviderManagementIntrinsics", base: .object)
    private static let item = TypeInfo("System.Management.Automation.ItemCmdletProviderIntrinsics", base: .object)
    private static let childItem = TypeInfo("System.Management.Automation.ChildItemCmdletProviderIntrinsics", base: .object)
    private static let content = TypeInfo("System.Management.Automation.ContentCmdletProviderIntrinsics", base: .object)
    private static let property = TypeInfo("System.Management.Automation.PropertyCmdletProviderIntrinsics", base: .object)

    private static func run(_ text: String, _ arguments: [Value], _ session: Session) throws -> Value {
        do { return try session.call(session.scriptBlock(text), arguments: arguments) } catch let failure as ShellError {
            throw MethodFailure(failure.record.exception)
        }
    }

    /// A method that gives a collection, or one object where `isOne`.
    private static func method(_ name: String, _ lists: [[OverloadParameter]], isOne: Bool = false, _ text: String) -> Method {
        Method(
            name,
            lists.map { parameters in
                Overload(parameters, returns: .object) { _, a, session in
                    let result = try run(text, a, session)
                    if isOne || result.isAbsent { return result }
                    return .object(ListObject(try session.elements(of: result) ?? [result], type: Intrinsics.collectionType))
                }
            })
    }
    private static func group(_ name: String, _ type: TypeInfo) -> Property { Property(name, type, get: { _, _ in .object(ProviderIntrinsics(type)) }) }

    /// What `Content.GetReader` gives: lines, as many at a time as are asked for.
    private final class Reader: Box, @unchecked Sendable {
        var lines: ArraySlice<Value>
        init(_ lines: [Value]) { self.lines = lines[...] }
        override var type: TypeInfo { Reader.typeInfo }
        static let typeInfo = TypeInfo("Microsoft.PowerShell.Commands.FileSystemContentReaderWriter", base: .object)
    }

    static let types: [KnownType] = [
        PagingObject.known, InternalState.known,
        KnownType(provider) {
            MemberTable(properties: [group("Item", item), group("ChildItem", childItem), group("Content", content), group("Property", property)])
        },
        KnownType(item) {
            let path = OverloadParameter.text("path")
            return MemberTable(methods: [
                method("Get", [[path], [.object("path"), .bool("force"), .bool("literalPath")]], "param($p, $f = $false) Get-Item -Path $p -Force:$f"),
                method("Set", [[path, .object("value")]], "param($p, $v) Set-Item -Path $p -Value $v -PassThru"),
                method("Clear", [[path]], "param($p) Clear-Item -Path $p"),
                method("Exists", [[path], [path, .bool("force"), .bool("literalPath")]], isOne: true, "param($p) Test-Path -Path $p"),
                method("IsContainer", [[path]], isOne: true, "param($p) Test-Path -Path $p -PathType Container"),
                method(
                    "New", [[path, .text("name"), .text("itemTypeName"), .object("content")]],
                    "param($p, $n, $t, $c) New-Item -Path $p -Name $n -ItemType $t -Value $c"),
                method("Remove", [[path, .bool("recurse")]], "param($p, $r) Remove-Item -Path $p -Recurse:$r"),
                method("Rename", [[path, .text("newName")]], "param($p, $n) Rename-Item -Path $p -NewName $n -PassThru"),
                method(
                    "Copy", [[path, .text("destinationPath"), .bool("recurse"), .object("copyContainers")]],
                    "param($p, $d, $r) Copy-Item -Path $p -Destination $d -Recurse:$r -PassThru"),
                method("Move", [[path, .text("destination")]], "param($p, $d) Move-Item -Path $p -Destination $d -PassThru"),
                method("Invoke", [[path]], "param($p) Invoke-Item -Path $p"),
            ])
        },
        KnownType(childItem) {
            let path = OverloadParameter.text("path")
            return MemberTable(methods: [
                method("Get", [[path, .bool("recurse")]], "param($p, $r) Get-ChildItem -Path $p -Recurse:$r"),
                method("GetNames", [[path, .object("returnContainers"), .bool("recurse")]], "param($p, $c, $r) Get-ChildItem -Path $p -Recurse:$r -Name"),
                method("HasChild", [[path]], isOne: true, "param($p) @(Get-ChildItem -Path $p -Force).Count -gt 0"),
            ])
        },
        KnownType(content) {
            MemberTable(methods: [
                Method("GetReader", [.text("path")], returns: .object) { _, a, session in
                    let lines = try run("param($p) Get-Content -Path $p -ErrorAction Stop", [a[0]], session)
                    let all = lines.isAbsent ? [] : try session.elements(of: lines) ?? [lines]
                    return .object(ListObject([.object(Reader(all))], type: Intrinsics.collectionType))
                },
                method("Clear", [[.text("path")]], "param($p) Clear-Content -Path $p"),
            ])
        },
        KnownType(Reader.typeInfo) {
            MemberTable(methods: [
                Method("Read", [.int("readCount")], returns: .object) { t, a, _ in
                    guard let reader = t.object as? Reader else { throw Refusals.null("this") }
                    let count = a.int(0) <= 0 ? reader.lines.count : min(a.int(0), reader.lines.count)
                    defer { reader.lines = reader.lines.dropFirst(count) }
                    return .object(ListObject(Array(reader.lines.prefix(count)), type: .arrayList))
                },
                Method("Close") { _, _, _ in .nothing }, Method("Dispose") { _, _, _ in .nothing },
            ])
        },
        KnownType(property) {
            let path = OverloadParameter.text("path")
            return MemberTable(methods: [
                method("Get", [[path, .object("providerSpecificPickList")]], "param($p, $n) Get-ItemProperty -Path $p -Name $n"),
                method("Clear", [[path, .object("propertyToClear")]], "param($p, $n) Clear-ItemProperty -Path $p -Name $n"),
            ])
        },
        KnownType(drives) {
            MemberTable(
                properties: [Property("Current", .object, get: { _, session in try run("(Get-Location).Drive", [], session) })],
                methods: [
                    method("Get", [[.text("driveName")]], isOne: true, "param($n) Get-PSDrive -Name $n -ErrorAction Stop"),
                    method("GetAll", [[]], "Get-PSDrive"),
                    method("GetAllAtScope", [[.text("scope")]], "param($s) Get-PSDrive -Scope $s"),
                    method(
                        "GetAtScope", [[.text("driveName"), .text("scope")]], isOne: true, "param($n, $s) Get-PSDrive -Name $n -Scope $s -ErrorAction Stop"),
                    method("GetAllForProvider", [[.text("providerName")]], "param($n) Get-PSDrive -PSProvider $n"),
                    method(
                        "Remove", [[.text("driveName"), .bool("force"), .text("scope")]],
                        "param($n, $f, $s) Remove-PSDrive -Name $n -Force:$f -Scope $s"),
                ])
        },
        KnownType(providers) {
            MemberTable(methods: [
                method("Get", [[.text("name")]], "param($n) Get-PSProvider -PSProvider $n -ErrorAction Stop"),
                method("GetOne", [[.text("name")]], isOne: true, "param($n) Get-PSProvider -PSProvider $n -ErrorAction Stop"),
                method("GetAll", [[]], "Get-PSProvider"),
            ])
        },
    ]
}
