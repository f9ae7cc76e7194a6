// Runs the scripts of Scripts/Examples in a fresh store and compares what appears with Examples/*.out.

import Foundation
import XCTest

final class ScriptTests: XCTestCase {
    private let scripts = testData("../../Scripts/Examples").standardizedFileURL

    func testCoexistence() throws { try check("Coexistence") }
    func testImportUsers() throws { try check("ImportUsers") }
    func testConnectionReport() throws { try check("ConnectionReport") }
    func testCheckTopology() throws { try check("CheckTopology", status: 1) }

    func testRehearsalOfImportUsers() throws { try check("ImportUsers", arguments: ["-WhatIf"], recording: "ImportUsers-WhatIf") }

    /// A second run finds a deployment in the store and says so.
    func testCoexistenceLeavesADeploymentAlone() throws {
        let shell = try TestShell()
        XCTAssertEqual(try shell.runScript(scripts.appendingPathComponent("SampleDeployment.ps1")).status, 0)
        let second = try shell.runScript(scripts.appendingPathComponent("Coexistence.ps1"))
        XCTAssertEqual(second.status, 1)
        XCTAssert(second.text.contains("Store /TEMP/deployment.db holds a deployment already"), second.text)
    }

    /// The check of a topology changes nothing in the deployment of the session.
    func testCheckTopologyLeavesTheDeploymentAlone() throws {
        let shell = try TestShell()
        let before = try shell.run("Get-ChatDeployment")
        _ = try shell.runScript(scripts.appendingPathComponent("CheckTopology.ps1"))
        XCTAssertEqual(try shell.run("Get-ChatDeployment"), before)
    }

    /// A report into a file holds every refusal.
    func testConnectionReportIntoAFile() throws {
        let shell = try TestShell()
        let report = try shell.runScript(scripts.appendingPathComponent("ConnectionReport.ps1"), ["-Pool", "chat-2013.contoso.com", "-Path", "report.csv"])
        XCTAssertEqual(report.status, 0, report.text)
        XCTAssertEqual(try shell.run("(Import-Csv report.csv | Where-Object Client -eq bob-lync).Reason"), "HomePoolNot2013\n")
    }

    func testEveryScriptHasHelpAndATest() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: scripts.path).filter { $0.hasSuffix(".ps1") }.sorted()
        XCTAssertEqual(names, ["CheckTopology.ps1", "Coexistence.ps1", "ConnectionReport.ps1", "ImportUsers.ps1", "SampleDeployment.ps1"])
        for name in names {
            let text = try String(contentsOf: scripts.appendingPathComponent(name), encoding: .utf8)
            XCTAssert(text.hasPrefix("<#\n.SYNOPSIS\n"), name)
            XCTAssert(text.contains("\n.EXAMPLE\n"), name)
        }
    }

    private func check(_ name: String, arguments: [String] = [], recording: String? = nil, status: Int32 = 0) throws {
        let shell = try TestShell()
        let (text, actualStatus) = try shell.runScript(scripts.appendingPathComponent(name + ".ps1"), arguments)
        XCTAssertEqual(actualStatus, status, name)
        let file = testData("Examples").appendingPathComponent((recording ?? name) + ".out")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
            return XCTFail("recorded \(file.lastPathComponent)")
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        if text != expected { XCTFail("\(name) differs:\n" + difference(expected, text)) }
    }
}
