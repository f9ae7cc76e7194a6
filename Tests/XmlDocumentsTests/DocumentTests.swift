// What is wrong with texts and in which words, what documents write out again, and what queries find.

import XCTest
import XmlDocuments

final class DocumentTests: XCTestCase {
    private func read(_ text: String, isTrusted: Bool = false) -> String {
        let tree = XmlTree()
        do {
            try tree.load(text, isTrusted: isTrusted)
            return tree.document.outerXml
        } catch { return "! " + error.message }
    }

    func testTexts() {
        let table: [(String, String)] = [
            ("", "! Root element is missing."), ("A", "! Data at the root level is invalid. Line 1, position 1."),
            ("<a>", "! Unexpected end of file has occurred. The following elements are not closed: a. Line 1, position 4."),
            ("<a><b></a>", "! The 'b' start tag on line 1 position 5 does not match the end tag of 'a'. Line 1, position 9."),
            ("<a/><b/>", "! There are multiple root elements. Line 1, position 6."), ("<x:a/>", "! 'x' is an undeclared prefix. Line 1, position 2."),
            ("<a b=\"1\" b=\"2\"/>", "! 'b' is a duplicate attribute name. Line 1, position 10."),
            ("<a>&nbsp;</a>", "! Reference to undeclared entity 'nbsp'. Line 1, position 5."),
            ("<a>& b</a>", "! An error occurred while parsing EntityName. Line 1, position 5."),
            ("<a b=\"<\"/>", "! '<', hexadecimal value 0x3C, is an invalid attribute character. Line 1, position 7."),
            ("<?xml version=\"1.1\"?><a/>", "! Version number '1.1' is invalid. Line 1, position 16."),
            ("<a x=\"1\" xmlns=\"u\"/>", "<a x=\"1\" xmlns=\"u\" />"), ("<a></a>", "<a></a>"), ("<a> <b/> </a>", "<a><b /></a>"),
            ("<a xml:space=\"preserve\"> <b/></a>", "<a xml:space=\"preserve\"> <b /></a>"),
            ("<a b='\"&#10;'>&lt;&#xe9;<![CDATA[<]]></a>", "<a b=\"&quot;&#xA;\">&lt;é<![CDATA[<]]></a>"),
            ("<!DOCTYPE a [<!ENTITY n \"v\">]><a>&n;</a>", "<!DOCTYPE a[<!ENTITY n \"v\">]><a>v</a>"),
            // Nothing outside the text is opened.
            ("<!DOCTYPE a [<!ENTITY n SYSTEM \"file:///etc/passwd\">]><a>&n;</a>", "<!DOCTYPE a[<!ENTITY n SYSTEM \"file:///etc/passwd\">]><a></a>"),
        ]
        for (text, expected) in table { XCTAssertEqual(read(text), expected, text) }
    }

    /// Entities that stand for millions of characters are an error, not the end of the process.
    func testEntitiesThatGrow() {
        var text = "<!DOCTYPE l [<!ENTITY e0 \"lol\">"
        for i in 1...12 { text += "<!ENTITY e\(i) \"" + String(repeating: "&e\(i - 1);", count: 10) + "\">" }
        text += "]><l>&e12;</l>"
        let exceeded = "! The input document has exceeded a limit set by MaxCharactersFromEntities."
        XCTAssertEqual(read(text), exceeded)
        XCTAssertEqual(read(text, isTrusted: true), exceeded)
        XCTAssertEqual(read("<!DOCTYPE l [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><l>&a;</l>"), exceeded)
        let long = "<!DOCTYPE l [<!ENTITY a \"\(String(repeating: "x", count: 600))\">]><l>&a;&a;</l>"
        XCTAssertEqual(read(long), exceeded)
        XCTAssertFalse(read(long, isTrusted: true).hasPrefix("!"))
    }

    func testQueries() throws {
        let tree = XmlTree()
        try tree.load("<r xmlns:p='u'><i n='1'>a</i><p:i n='2'>b</p:i><i n='3'><j>c</j></i></r>")
        func names(_ expression: String, _ spaces: [(prefix: String, uri: String)]? = nil, from node: XmlNode? = nil) -> String {
            do { return try tree.select(expression, from: node ?? tree.document, spaces: spaces).map(\.outerXml).joined(separator: " ") } catch {
                return "! " + error.message
            }
        }
        XCTAssertEqual(names("//i/@n"), "n=\"1\" n=\"3\"")
        XCTAssertEqual(names("//q:i/@n", [("q", "u")]), "n=\"2\"")
        XCTAssertEqual(names("//i[j]/j/text()"), "c")
        XCTAssertEqual(names("//i[last()]/@n | //j"), "n=\"3\" <j>c</j>")
        XCTAssertEqual(names("//["), "! '//[' has an invalid token.")
        XCTAssertEqual(names("count(//i)"), "! Expression must evaluate to a node-set.")
        XCTAssertEqual(names("//z:i", []), "! Namespace prefix 'z' is not defined.")
        // A query sees what was changed since the last one, from the whole and from a part.
        let root = try XCTUnwrap(tree.document.documentElement)
        let last = try XCTUnwrap(root.children.last)
        try last.insert(XmlNode(.element, name: "k"), at: 0)
        tree.changed()
        XCTAssertEqual(names("k", from: last), "<k></k>")
        XCTAssertEqual(names("../i[1]/@n", from: last), "n=\"1\"")
        XCTAssertEqual(names("//k"), "<k></k>")
    }

    func testLayout() {
        let tree = XmlTree()
        XCTAssertNoThrow(try tree.load("<a><b>t</b><c></c><d>x<e/></d><!-- n --></a>"))
        var plain = XmlOutput(XmlLayout(isIndented: true))
        plain.write(tree.document)
        XCTAssertEqual(plain.text, "<a>\n  <b>t</b>\n  <c>\n  </c>\n  <d>x<e /></d>\n  <!-- n -->\n</a>")
    }
}
