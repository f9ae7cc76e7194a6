// Programs of the kind that people publish, with what they print: our own, beside the recorded cases.

import Foundation
import XCTest

final class ProgramTests: XCTestCase {
    override class func setUp() { InProcess.prepare() }

    func testPrograms() throws {
        let folder = Recorded.folder.deletingLastPathComponent().appendingPathComponent("Programs")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".ps1") }.sorted()
        XCTAssertGreaterThan(files.count, 20)
        for file in files {
            let name = String(file.dropLast(4))
            let expected = String(decoding: try Data(contentsOf: folder.appendingPathComponent(name + ".out")), as: UTF8.self)
            let got = try InProcess.run(String(decoding: Data(contentsOf: folder.appendingPathComponent(file)), as: UTF8.self), as: "program.ps1")
            XCTAssertEqual(got.output, expected, "\(name): \(got.errors.prefix(800))")
        }
    }
}
