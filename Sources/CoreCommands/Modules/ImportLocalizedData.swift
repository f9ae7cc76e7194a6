// Import-LocalizedData: texts of a script in the user's language, from a data file beside it.

import Diagnostics
import Runtime
import Syntax

final class ImportLocalizedData: Command {
    static let name = "Import-LocalizedData"
    static let binding = Parameter<String>(
        "BindingVariable", aliases: ["Variable"], position: 0, validations: [.notNullOrEmpty],
        help: "The variable that takes the table; without it the table is written.")
    static let culture = Parameter<String>("UICulture", position: 1, help: "The language, such as de-DE; that of the session if none is given.")
    static let directory = Parameter<String>("BaseDirectory", help: "Where the folders of the languages are; beside the script if none is given.")
    static let fileName = Parameter<String>("FileName", help: "The file; named like the script if none is given.")
    static let supported = Parameter<[String]>("SupportedCommand", help: "Commands the file may use besides ConvertFrom-StringData.")
    static let declaration = CommandDeclaration(
        synopsis: "Reads texts in the user's language.",
        description:
            "Looks for a .psd1 named like the calling script in the folder of the language, then of the language without its country, then beside the script.",
        parameters: [binding, culture, directory, fileName, supported], outputTypes: ["System.Collections.Hashtable"],
        examples: [
            CommandExample(
                "Beside the script",
                "$d = [IO.Path]::GetTempPath()\nSet-Content (Join-Path $d 'Words.psd1') \"@{ Hello = 'Guten Tag' }\"\n(Import-LocalizedData -BaseDirectory $d -FileName Words).Hello",
                output: "Guten Tag\n")
        ])

    func process(_ run: Invocation) throws {
        let session = run.session
        let script = run.scope.scriptFile
        guard let base = run[Self.directory].map({ session.fullPath($0) }) ?? script.map({ ModuleNames.folder($0) }),
            let name = run[Self.fileName] ?? script.map({ ModuleNames.plain($0) })
        else {
            throw run.failure(
                "NotCalledFromAScriptFile", "Outside a script file -FileName and -BaseDirectory must be given.", type: "System.InvalidOperationException",
                category: .invalidOperation)
        }
        let file = (name.lowercased().hasSuffix(".psd1") ? String(name.dropLast(5)) : name) + ".psd1"
        var languages = [String]()
        let culture = run[Self.culture] ?? session.culture.name
        if !culture.isEmpty {
            languages.append(culture)
            if let dash = culture.lastIndex(of: "-") { languages.append(String(culture[..<dash])) }
        }
        let candidates = (languages + ["en-US", "en", ""]).map { $0.isEmpty ? base + "/" + file : base + "/" + $0 + "/" + file }
        guard let path = candidates.first(where: { FileStatus($0)?.isFile == true }) else {
            return try run.writeError(
                "ImportLocalizedData", "Cannot find the data file '\(file)' in '\(base)' or a folder of its languages.", type: "PSInvalidOperationException",
                category: .objectNotFound, target: .text(base + "/" + file))
        }
        let source = SourceText(try ScriptReader.text(of: path), path: path)
        let allowed = (["ConvertFrom-StringData"] + (run[Self.supported] ?? [])).joined(separator: ", ")
        // A data section keeps the file to data, with the commands that are allowed.
        let block = try session.scriptBlock("data -SupportedCommand \(allowed) {\n" + source.text + "\n}")
        let value = try session.evaluate(block, scope: session.global)
        if let variable = run[Self.binding] { try session.setVariable(variable, value, in: run.scope) } else { try run.write(value) }
    }
}
