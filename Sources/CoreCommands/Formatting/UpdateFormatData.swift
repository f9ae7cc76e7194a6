// Update-FormatData: views from files.

import Formatting
import Runtime
import TypeSystem
import XmlDocuments

final class UpdateFormatData: Command {
    static let name = "Update-FormatData"
    static let appendPath = Parameter<[String]>(
        "AppendPath", aliases: ["PSPath", "Path"], position: 0, pipeline: true, byName: true, help: "Files whose views come after those that are there.")
    static let prependPath = Parameter<[String]>("PrependPath", help: "Files whose views come before those that are there.")
    static let declaration = CommandDeclaration(
        synopsis: "Adds views from files.", description: "Reads *.format.ps1xml: tables, lists, wide and custom views, groups, selection sets.",
        parameters: [appendPath, prependPath], defaultSet: "FileSet", supportsShouldProcess: true, module: "Microsoft.PowerShell.Utility",
        examples: [
            CommandExample(
                "A view of one's own",
                """
                '<Configuration><ViewDefinitions><View><Name>room</Name><ViewSelectedBy><TypeName>Room</TypeName></ViewSelectedBy><ListControl><ListEntries><ListEntry><ListItems><ListItem><Label>Called</Label><PropertyName>Name</PropertyName></ListItem></ListItems></ListEntry></ListEntries></ListControl></View></ViewDefinitions></Configuration>' > room.format.ps1xml
                Update-FormatData -PrependPath ./room.format.ps1xml
                [pscustomobject]@{ PSTypeName = 'Room'; Name = 'lobby'; Id = 7 }
                """, output: "\nCalled : lobby\n\n")
        ])

    func process(_ run: Invocation) throws {
        for (paths, isFirst) in [(run[Self.prependPath] ?? [], true), (run[Self.appendPath] ?? [], false)] {
            for path in try OutputPath.filesToRead(paths, isLiteral: false, run) where try run.shouldProcess(path, "Update FormatData") {
                func fault(_ reason: String) -> ShellError {
                    run.failure(
                        "FormatXmlUpdateException", "The file '\(path)' could not be read as views: \(reason)", type: "RuntimeException",
                        category: .invalidData,
                        target: .text(path))
                }
                let tree = XmlTree()
                do {
                    try tree.load(XmlNodeObject.decoded(FileAccess.read(path)))
                    guard let root = tree.document.documentElement else { continue }
                    var file = FormatFile(run.session)
                    ViewTable.of(run.session).add(try file.views(root), isFirst: isFirst)
                } catch let error as XmlError { throw fault(error.message) } catch let error as FormatFile.Fault { throw fault(error.reason) } catch let error
                    as FileFailure
                { throw OutputPath.failure(error, run) }
            }
        }
    }
}
