// A command that is not known yet may come from a module in the folders of `PSModulePath`: it is loaded when first called.

import Diagnostics
import Syntax

extension Session {
    /// Loads the module that has a command of the name.
    /// - Returns: false if there is none or loading by itself is switched off.
    /// - Throws: what the module's code throws.
    public func autoload(_ name: String, _ s: Scope) throws -> Bool {
        if name.contains("/") { return false }
        let preference = variable("PSModuleAutoLoadingPreference", in: s)?.asString ?? ""
        if preference.equalsIgnoringCase("None") { return false }
        var wanted = name
        var moduleName: String?
        if let backslash = name.lastIndex(of: "\\") {
            moduleName = String(name[..<backslash])
            wanted = String(name[name.index(after: backslash)...])
        } else if preference.equalsIgnoringCase("ModuleQualified") {
            return false
        }
        for (_, file) in ModuleFiles(self).available() {
            if let moduleName, !ModuleNames.plain(file).equalsIgnoringCase(moduleName) { continue }
            if loadedModules.contains(where: { $0.path == file || $0.manifestPath == file }) { continue }
            guard ModuleOutline.of(file, self).shows(wanted) else { continue }
            let loader = ModuleLoader(self, ModuleRequest(ModuleSpecification(file), caller: global, streams: s.streams))
            let module: ModuleInfo
            do { module = try loader.load() } catch let failure as ShellError {
                throw ShellError(
                    "CouldNotAutoloadMatchingModule",
                    "The command '\(name)' is in the module '\(ModuleNames.plain(file))', which cannot be loaded: \(failure.record.message)",
                    type: "CommandNotFoundException", category: .objectNotFound, target: .text(name), inner: failure.record.exception)
            }
            add(module, importedBy: global, globally: true)
            importMembers(of: module, into: global)
            return true
        }
        return false
    }
}

/// What a module would show, read off its files without running them.
public struct ModuleOutline {
    public private(set) var functions: [String] = []
    public private(set) var aliases: [String] = []
    private var showsAny = false

    func shows(_ name: String) -> Bool { (functions + aliases).contains { $0.equalsIgnoringCase(name) } }

    /// A file that cannot be read shows nothing: loading it would say why.
    public static func of(_ file: String, _ session: Session) -> ModuleOutline {
        var outline = ModuleOutline()
        if file.lowercased().hasSuffix(".psd1") {
            guard let manifest = try? ModuleManifest.read(file, session) else { return outline }
            let functions = (try? manifest.texts("FunctionsToExport", session)) ?? nil, aliases = (try? manifest.texts("AliasesToExport", session)) ?? nil
            let isOpen = functions?.contains { $0.contains("*") } ?? true
            let hasOpenAliases = aliases?.contains { $0.contains("*") } ?? true
            if isOpen || hasOpenAliases {
                var files: [String] = []
                if let root = (try? manifest.root(session)) ?? nil { files.append(root) }
                files += ((try? manifest.texts("NestedModules", session)) ?? nil) ?? []
                for name in files {
                    guard let inner = ModuleFiles(session).file(ModuleSpecification(name), from: ModuleNames.folder(file)), inner != file else { continue }
                    let found = of(inner, session)
                    outline.functions += found.functions
                    outline.aliases += found.aliases
                }
                if let functions { outline.functions = outline.functions.filter(ModuleLoader.anyOf(functions)) }
                if let aliases { outline.aliases = outline.aliases.filter(ModuleLoader.anyOf(aliases)) }
            }
            if !isOpen { outline.functions = functions ?? [] }
            if !hasOpenAliases { outline.aliases = aliases ?? [] }
            return outline
        }
        guard let text = try? ScriptReader.text(of: file) else { return outline }
        let root = parse(SourceText(text, path: file)).root
        var exported: [String]?
        for part in [root.begin, root.process, root.end] {
            for statement in part?.statements ?? [] {
                switch statement {
                case .function(let function):
                    outline.functions.append(function.name.split(separator: ":").last.map(String.init) ?? function.name)
                case .pipeline(let pipeline):
                    guard pipeline.elements.count == 1, case .command(let command) = pipeline.elements[0] else { continue }
                    read(command, &outline, &exported)
                default: break
                }
            }
        }
        if let exported {
            let isShown = ModuleLoader.anyOf(exported)
            outline.functions = outline.functions.filter(isShown)
        }
        return outline
    }

    private static func read(_ command: CommandSyntax, _ outline: inout ModuleOutline, _ exported: inout [String]?) {
        guard case .argument(.string(let name))? = command.elements.first else { return }
        switch name.value.lowercased() {
        case "set-alias", "new-alias", "sal", "nal":
            for element in command.elements.dropFirst() {
                guard case .argument(.string(let alias)) = element else { continue }
                outline.aliases.append(alias.value)
                return
            }
        case "export-modulemember":
            var isFunctions = true
            for element in command.elements.dropFirst() {
                switch element {
                case .parameter(let parameter): isFunctions = "function".hasPrefix(parameter.name.lowercased())
                case .argument(let argument): if isFunctions { exported = (exported ?? []) + texts(argument) }
                }
            }
            if exported == nil { exported = [] }
        default: break
        }
    }

    private static func texts(_ expression: Expression) -> [String] {
        switch expression {
        case .string(let literal): [literal.value]
        case .arrayLiteral(let list): list.elements.flatMap { texts($0) }
        case .arrayExpression(let list):
            list.body.statements.flatMap { statement -> [String] in
                guard case .pipeline(let pipeline) = statement, pipeline.elements.count == 1, case .expression(let inner) = pipeline.elements[0] else {
                    return ["*"]
                }
                return texts(inner.expression)
            }
        case .parenthesized: ["*"]
        default: ["*"]
        }
    }
}
