// Single expressions and their values, evaluated by the shell and shown by `show.ps1`.

import Foundation
import XCTest

final class FactTests: XCTestCase {
    override class func setUp() { InProcess.prepare() }

    func testArrays() throws { try check("arrays") }
    func testCasts() throws { try check("casts") }
    func testCmdlets() throws { try check("cmdlets", together: 1) }
    func testCommandsData() throws { try check("commands-data", together: 1) }
    func testCommandsObjects() throws { try check("commands-objects", together: 1) }
    func testCsv() throws { try check("csv") }
    func testDates() throws { try check("dates") }
    func testFlow() throws { try check("flow", together: 1) }
    func testFormatDates() throws { try check("format-dates") }
    func testFormatNumbers() throws { try check("format-numbers") }
    func testItemsAndNative() throws { try check("items-and-native", together: 1) }
    func testJson() throws { try check("json") }
    func testLanguage() throws { try check("language", together: 1) }
    func testLiterals() throws { try check("literals") }
    func testOperatorsBinary() throws { try check("operators-binary") }
    func testOperatorsUnary() throws { try check("operators-unary") }
    func testRegex() throws { try check("regex") }
    func testSorting() throws { try check("sorting") }
    func testStaticMembers() throws { try check("static-members") }
    func testStringExpansion() throws { try check("string-expansion") }
    func testStringMembers() throws { try check("string-members") }
    func testTablesObjects() throws { try check("tables-objects") }
    func testTypeMembers() throws { try check("type-members", together: 1) }
    func testWildcards() throws { try check("wildcards") }

    func testEveryTableIsAsked() throws {
        let tables = try FileManager.default.contentsOfDirectory(atPath: Recorded.folder.appendingPathComponent("Facts").path)
        XCTAssertEqual(tables.count, 24 + 2, "parse.tsv is asked by SyntaxTests, completions.tsv by CompletionTests, the others here")
    }

    /// - Parameter together: how many expressions share a session; one where they leave something behind.
    private func check(_ area: String, together: Int = 40) throws {
        var known = try KnownDifferences("facts/\(area)")
        let facts = try Recorded.table(area)
        for start in stride(from: 0, to: facts.count, by: together) {
            let batch = facts[start..<min(start + together, facts.count)]
            var got = try values(of: batch.map { $0[0] })
            // One that ends the script takes the others with it.
            if got.contains(nil), batch.count > 1 { got = try batch.map { try values(of: [$0[0]])[0] } }
            for (fact, value) in zip(batch, got) where value != fact[1] { known.add(fact[0], expected: fact[1], got: value ?? "(nothing)") }
        }
        try known.check()
    }

    /// What each expression gives; nil where nothing was shown.
    private func values(of expressions: [String]) throws -> [String?] {
        var script = try Recorded.text("show.ps1")
        for (i, expression) in expressions.enumerated() {
            script += """

                try { $__b = [scriptblock]::Create('\(expression.replacingOccurrences(of: "'", with: "''"))')
                    try { $__c = @(& $__b 2>&1); $__r = @(foreach ($__i in $__c) { Show-Value $__i }) -join '; ' }
                    catch { $__r = 'throws ' + $_.FullyQualifiedErrorId + ' ' + $_.Exception.GetType().FullName }
                } catch { $__r = 'parse ' + $_.Exception.InnerException.Errors[0].ErrorId }
                "@@\(i)`t" + $__r
                """
        }
        let output = try InProcess.run(script, as: "facts.ps1").output
        var values = [String?](repeating: nil, count: expressions.count)
        for line in output.split(separator: "\n") {
            guard let mark = line.range(of: "@@"), let tab = line[mark.upperBound...].firstIndex(of: "\t"), let number = Int(line[mark.upperBound..<tab]),
                values.indices.contains(number)
            else { continue }
            let shown = String(line[line.index(after: tab)...])
            values[number] = shown.replacingOccurrences(of: "<[0-9a-f]{8}>\\.", with: "", options: .regularExpression)
        }
        return values
    }
}
