// Whole scripts: what they print and how they end.

import Foundation
import XCTest

final class CaseTests: XCTestCase {
    override class func setUp() { InProcess.prepare() }

    func testData() throws { try check("data") }
    func testErrors() throws { try check("errors") }
    func testFlow() throws { try check("flow") }
    func testFormatting() throws { try check("formatting") }
    func testFunctions() throws { try check("functions") }
    func testInteractive() throws { try check("interactive") }
    func testLexical() throws { try check("lexical") }
    func testOperators() throws { try check("operators") }
    func testPipeline() throws { try check("pipeline") }
    func testScripts() throws { try check("scripts") }
    func testTypes() throws { try check("types") }

    func testEveryAreaIsAsked() throws {
        let areas = try FileManager.default.contentsOfDirectory(atPath: Recorded.folder.appendingPathComponent("Cases").path)
        XCTAssertEqual(
            areas.sorted(), ["data", "errors", "flow", "formatting", "functions", "interactive", "lexical", "operators", "pipeline", "scripts", "types"])
    }

    private func check(_ area: String) throws {
        var known = try KnownDifferences("cases/\(area)")
        let folder = Recorded.folder.appendingPathComponent("Cases/\(area)")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where file.hasSuffix(".ps1") {
            let name = String(file.dropLast(4))
            let status = FileManager.default.fileExists(atPath: folder.appendingPathComponent(name + ".exit").path)
            let exit = status ? Int32(try Recorded.text("Cases/\(area)/\(name).exit").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 : 0
            let expected = String(decoding: try Data(contentsOf: folder.appendingPathComponent(name + ".out")), as: UTF8.self)
            let got = try InProcess.run(String(decoding: Data(contentsOf: folder.appendingPathComponent(file)), as: UTF8.self), as: "case.ps1")
            if got.output != expected || got.exit != exit {
                known.add(name, expected: "\(expected)(exit \(exit))", got: "\(got.output)(exit \(got.exit))\n\(got.errors.prefix(800))")
            }
        }
        try known.check()
    }
}
