// swift-tools-version: 6.0
// The rooms of ChatShell and which way imports go; ARCHITECTURE.md says what lives in each.
import PackageDescription

/// Swift's regular expressions and tasks stay out: nobody uses them, and linked in they are a megabyte that every start pays for.
/// In release each function is a section of its own, which the linker can lay where it is wanted.
let lean: [SwiftSetting] = [
    .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import", "-Xfrontend", "-disable-implicit-concurrency-module-import"]),
    .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
]

/// The hot core and everything above it: no run-time exclusivity checks (measured: 35 % on array work) and, in release, reference
/// counts without locked instructions (12 to 23 % on calls, text and classes). The shell runs on one thread; what has to run beside
/// it is a process. Tests run side by side, so debug builds count atomically.
let fast: [SwiftSetting] = lean + [
    .unsafeFlags(["-enforce-exclusivity=unchecked"]), .unsafeFlags(["-Xfrontend", "-assume-single-threaded"], .when(configuration: .release)),
]

/// The functions that a start and a prompt need lie side by side, in the order of `FirstFunctions.txt` (`Scripts/order-functions` writes
/// it), and nothing is offered to libraries: of 11 MB of code 2.9 are in memory at the prompt, without it 9.8.
let layout: [LinkerSetting] = [
    .unsafeFlags(
        ["-use-ld=lld"]
            + ["--symbol-ordering-file=\(Context.packageDirectory)/Sources/chatsh/FirstFunctions.txt", "--no-warn-symbol-ordering", "--no-export-dynamic"].flatMap { ["-Xlinker", $0] },
        .when(configuration: .release))
]

let package = Package(
    name: "ChatShell",
    products: [.executable(name: "chatsh", targets: ["chatsh"])],
    targets: [
        .systemLibrary(name: "CLibedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CPosix"),
        .systemLibrary(name: "CLibxml2", providers: [.apt(["libxml2"])]),
        .target(name: "Diagnostics", swiftSettings: lean),
        .target(name: "Syntax", dependencies: ["Diagnostics"], swiftSettings: fast),
        .target(name: "Scalars", dependencies: ["CPosix"], swiftSettings: fast),
        .target(name: "Patterns", dependencies: ["CPCRE2", "Scalars"], swiftSettings: fast),
        .target(name: "XmlDocuments", dependencies: ["CLibxml2"], swiftSettings: lean),
        .target(name: "Runtime", dependencies: ["Diagnostics", "Syntax", "Scalars", "Patterns", "CPosix"], swiftSettings: fast),
        .target(name: "TypeSystem", dependencies: ["CPosix", "Diagnostics", "Syntax", "Scalars", "Patterns", "XmlDocuments", "Runtime"], swiftSettings: fast),
        .target(name: "Formatting", dependencies: ["Diagnostics", "Scalars", "Patterns", "Runtime"], swiftSettings: fast),
        .target(name: "Completion", dependencies: ["Diagnostics", "Syntax", "Patterns", "Runtime"], swiftSettings: fast),
        .target(name: "CoreCommands", dependencies: ["Diagnostics", "Syntax", "Scalars", "Patterns", "XmlDocuments", "Runtime", "TypeSystem", "Formatting", "Completion", "CPosix"], swiftSettings: fast),
        .target(name: "ChatModel", dependencies: ["Diagnostics"], swiftSettings: lean),
        .target(name: "ChatStore", dependencies: ["ChatModel", "CSQLite"], swiftSettings: lean),
        .target(name: "ChatCommands", dependencies: ["Diagnostics", "Scalars", "Runtime", "Formatting", "CoreCommands", "ChatModel", "ChatStore"], swiftSettings: fast),
        .target(name: "LineEditor", dependencies: ["CLibedit"], swiftSettings: lean),
        .target(name: "Repl", dependencies: ["CPosix", "Diagnostics", "Syntax", "Runtime", "Formatting", "Completion", "LineEditor"], swiftSettings: lean),
        .executableTarget(
            name: "chatsh", dependencies: ["Diagnostics", "Runtime", "TypeSystem", "Formatting", "Completion", "CoreCommands", "ChatCommands", "LineEditor", "Repl"],
            exclude: ["FirstFunctions.txt"], swiftSettings: lean, linkerSettings: layout),
        .testTarget(name: "SyntaxTests", dependencies: ["Syntax", "Diagnostics"], exclude: ["Data"]),
        .testTarget(
            name: "ConformanceTests", dependencies: ["CPosix", "ChatCommands", "Completion", "CoreCommands", "Diagnostics", "Formatting", "Repl", "Runtime", "Syntax", "TypeSystem"], path: "Tests/Conformance",
            exclude: ["Cases", "Facts", "KnownDifferences.md", "show.ps1"]),
        .testTarget(name: "ScalarsTests", dependencies: ["Scalars", "Patterns"]),
        .testTarget(name: "XmlDocumentsTests", dependencies: ["XmlDocuments"]),
        .testTarget(name: "FormattingTests", dependencies: ["Formatting", "CoreCommands", "TypeSystem", "Runtime"]),
        .testTarget(name: "CoreCommandsTests", dependencies: ["CoreCommands", "Formatting", "Runtime", "TypeSystem"]),
        .testTarget(name: "ChatModelTests", dependencies: ["ChatModel", "ChatStore"]),
        .testTarget(name: "ChatStoreTests", dependencies: ["ChatModel", "ChatStore", "CSQLite"]),
        .testTarget(name: "ChatCommandsTests", dependencies: ["ChatCommands", "ChatModel", "ChatStore", "CoreCommands", "Formatting", "Runtime", "TypeSystem"], exclude: ["Transcripts", "Examples", "contoso.ps1"]),
    ],
    swiftLanguageModes: [.v6]
)
