// Before a script runs: what its `using` lines bring, and whether what its `#requires` lines ask for is there.

import Diagnostics
import Glibc
import Scalars
import Syntax

enum ScriptPreparation {
    /// - Parameter isFile: `#requires` counts in files alone.
    /// - Throws: `ScriptRequiresException`, or why a module cannot be loaded.
    static func prepare(_ block: ScriptBlock, _ s: Scope, isFile: Bool, module: ModuleInfo? = nil) throws {
        let syntax = block.syntax
        if isFile, !syntax.requirements.isEmpty { try ScriptRequirements.check(syntax, s) }
        for statement in syntax.usings {
            switch statement.kind {
            case .namespace: addNamespace(statement.name, syntax.source, s.session)
            case .module: try use(statement, syntax, s, module)
            case .assembly, .type, .command: break
            }
        }
    }

    /// For the file it stands in; at the prompt, for the session.
    static func addNamespace(_ name: String, _ source: SourceText, _ session: Session) {
        if source.path != nil {
            session.attachment(FileNamespaces.self) { FileNamespaces() }.names[ObjectIdentifier(source), default: (source, [])].1.append(name)
        } else if !session.namespaces.contains(where: { $0.equalsIgnoringCase(name) }) {
            session.namespaces.append(name)
        }
    }

    private static func use(_ statement: UsingStatement, _ syntax: ScriptBlockSyntax, _ s: Scope, _ module: ModuleInfo?) throws {
        let session = s.session
        var wanted = ModuleSpecification(statement.name)
        if let table = statement.specification {
            wanted = try ModuleSpecification(Compiler.forConstants(s).expression(.hashtable(table)).evaluate(s), session)
        }
        var request = ModuleRequest(wanted, caller: s, streams: s.streams)
        request.folder = syntax.source.path.map { ModuleNames.folder($0) }
        let loaded: ModuleInfo
        do { loaded = try ModuleLoader(session, request).load() } catch let failure as ShellError where failure.record.errorId.hasPrefix("Modules_") {
            let record = ErrorRecord(
                ExceptionObject("ParseException", failure.record.message), id: "ModuleNotFoundDuringParse", category: .parserError,
                target: failure.record.target)
            record.source = syntax.source
            record.range = statement.range
            throw ShellError(record, endsScript: true)
        }
        session.add(loaded, importedBy: s, globally: false)
        session.importMembers(of: loaded, into: session.importTarget(for: s))
        for type in loaded.types.values { session.define(type, in: module ?? s.module) }
    }
}

/// Namespaces that files use, by file.
final class FileNamespaces {
    var names: [ObjectIdentifier: (SourceText, [String])] = [:]
}

extension Session {
    /// The namespaces whose types may be named without them in the code of a scope.
    func namespaces(_ s: Scope?) -> [String] {
        let holder = attachment(FileNamespaces.self) { FileNamespaces() }
        if holder.names.isEmpty { return namespaces }
        guard let source = s?.currentSource, let own = holder.names[ObjectIdentifier(source)] else { return namespaces }
        return own.1 + namespaces
    }
}

/// `#requires`.
enum ScriptRequirements {
    static func check(_ syntax: ScriptBlockSyntax, _ s: Scope) throws {
        let session = s.session
        let path = syntax.source.path ?? "", name = ModuleNames.leaf(path)
        for requirement in syntax.requirements {
            switch requirement.name.lowercased() {
            case "version":
                let text = requirement.value.contains(".") ? requirement.value : requirement.value + ".0"
                guard let needed = try? NetVersion.parse(text), let own = try? NetVersion.parse(Version.language), needed > own else { continue }
                throw refusal(
                    "ScriptRequiresUnmatchedPSVersion",
                    "The script '\(name)' needs version \(requirement.value) of the language; this shell has \(Version.language).", name)
            case "psedition":
                if requirement.value.equalsIgnoringCase("Core") { continue }
                throw refusal(
                    "ScriptRequiresUnmatchedPSEdition", "The script '\(name)' needs the edition \(requirement.value); this shell is Core.", name)
            case "runasadministrator":
                if geteuid() == 0 { continue }
                throw ShellError(
                    "ScriptRequiresElevation", "The script '\(name)' must be run by root (#requires -RunAsAdministrator).", type: "ScriptRequiresException",
                    category: .permissionDenied, target: .text(name))
            case "modules", "module":
                let value = try session.evaluate(session.scriptBlock("@(" + literal(requirement.value) + ")"), scope: session.global)
                var missing: [String] = []
                for element in try session.elements(of: value) ?? [value] {
                    let wanted = try ModuleSpecification(element, session)
                    if session.modules.contains(where: { $0.name.equalsIgnoringCase(wanted.name) && wanted.accepts($0) }) { continue }
                    var request = ModuleRequest(wanted, caller: session.global, streams: s.streams)
                    request.folder = nil
                    do {
                        let module = try ModuleLoader(session, request).load()
                        session.add(module, importedBy: session.global, globally: true)
                        session.importMembers(of: module, into: session.global)
                    } catch let failure as ShellError where failure.record.errorId.hasPrefix("Modules_Module") { missing.append(wanted.name) }
                }
                if !missing.isEmpty {
                    throw refusal(
                        "ScriptRequiresMissingModules",
                        "The script '\(name)' cannot be run because the following modules that are specified by the \"#requires\" statements of the script are missing: \(missing.joined(separator: ", ")).",
                        name)
                }
            default: continue
            }
        }
    }

    /// Names may stand without quotes.
    private static func literal(_ text: String) -> String {
        var parts: [String] = []
        var depth = 0
        var current = ""
        for character in text {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if character == ",", depth == 0 {
                parts.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        parts.append(current)
        return parts.map { part in
            let word = part.trimmed
            return word.hasPrefix("@") || word.hasPrefix("'") || word.hasPrefix("\"") ? word : "'" + word + "'"
        }.joined(separator: ",")
    }

    private static func refusal(_ id: String, _ message: String, _ name: String) -> ShellError {
        ShellError(id, message, type: "ScriptRequiresException", category: .resourceUnavailable, target: .text(name))
    }
}

extension ModuleNames {
    static func leaf(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
