// What trees look like, where help and requirements go, and which tokens come out.

import Diagnostics
import Syntax
import XCTest

final class TreeTests: XCTestCase {
    func testShapes() throws {
        for line in try TestData.lines("trees.tsv") {
            let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            XCTAssertEqual(TreeShape.of(parts[0].replacingOccurrences(of: "\\n", with: "\n")), parts[1], parts[0])
        }
    }

    func testHelpBelongsToItsFunction() {
        let text = """
            # .SYNOPSIS
            #  says hello
            function Hello { 'hi' }
            function Inner {
                <# .SYNOPSIS
                inside #>
                'x'
            }
            function Tail {
                'x'
                # .DESCRIPTION at the end
            }
            # .SYNOPSIS too far


            function Far { 1 }
            """
        let script = parse(SourceText(text))
        var help: [String: String] = [:]
        for case .function(let function) in script.root.end?.statements ?? [] { help[function.name] = function.body.helpText ?? "" }
        XCTAssertEqual(help["Hello"], " .SYNOPSIS\n  says hello")
        XCTAssertEqual(help["Inner"], " .SYNOPSIS\n    inside ")
        XCTAssertEqual(help["Tail"], " .DESCRIPTION at the end")
        XCTAssertEqual(help["Far"], "")
        XCTAssertEqual(parse(SourceText("<#\n.SYNOPSIS\n a script\n#>\nparam($x)\n")).root.helpText, "\n.SYNOPSIS\n a script\n")
    }

    func testRequirements() {
        let list = parse(SourceText("#requires -Version 7.0 -RunAsAdministrator\n1")).root.requirements
        XCTAssertEqual(list.map(\.name), ["Version", "RunAsAdministrator"])
        XCTAssertEqual(list.map(\.value), ["7.0", ""])
    }

    func testTokensKeepOrderCommentsAndLineBreaks() {
        let source = SourceText("$a = 1 # note\nfoo -Bar \"x$($b)\"")
        let script = parse(source)
        XCTAssertEqual(script.tokens.map(\.kind), [.variable, .equals, .number, .comment, .newLine, .identifier, .parameter, .stringExpandable, .endOfInput])
        XCTAssertEqual(script.tokens[3].text(in: source), "# note")
        XCTAssertTrue(script.nestedTokens.contains { $0.kind == .variable })
    }

    func testByteOrderMarkIsPassedOver() {
        let script = parse(SourceText(bytes: [0xEF, 0xBB, 0xBF] + Array("param($x) $x".utf8)))
        XCTAssertTrue(script.diagnostics.isEmpty)
        XCTAssertEqual(script.root.parameters?.first?.name, "x")
    }

    func testVerbatimArgumentsAreOneToken() {
        let source = SourceText("cmd --% a && b, c | d")
        XCTAssertEqual(parse(source).tokens.map { $0.text(in: source) }, ["cmd", "--%", "a ", "&&", "b", ",", "c", "|", "d", ""])
    }

    func testReadingTwiceDoesNotMultiply() {
        for text in ["{[a({", "{[a(\"$(", "\"$([a({", "a {[b()]param([c({"] {
            XCTAssertFalse(parse(SourceText(String(repeating: text, count: 60))).diagnostics.isEmpty, text)
        }
    }
}
