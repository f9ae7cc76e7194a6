// Dates, spans, versions and identifiers against the reference.

import XCTest

@testable import Scalars

final class DateTests: XCTestCase {
    private let today = DateTime(ticks: 639_000_000_000_000_000).date

    private func date(_ text: String, _ styles: DateTimeStyles = []) throws -> DateTime {
        try DateTime.parse(text, styles: styles, today: DateTime(year: 2026, month: 11, day: 21), zone: .utc)
    }

    func testFormats() {
        check(
            "date formats", formatDateFacts, expected: { $0[3] },
            run: { fact in
                do {
                    if fact[0] == "date" { return try self.date(fact[1]).formatted(fact[2]) }
                    let span =
                        fact[1].hasPrefix("s") ? try TimeSpan.fromSeconds(Double(fact[1].dropFirst()) ?? 0) : try TimeSpan.parse(fact[1])
                    return try span.formatted(fact[2])
                } catch {
                    return "THROWS"
                }
            })
    }

    func testGetDate() {
        check(
            "Get-Date formats", getDateFacts, expected: { $0[3] },
            run: { fact in
                do {
                    let date = try self.date(fact[1])
                    return fact[0] == "unix" ? date.unixFormatted(fact[2]) : try date.formatted(fact[2])
                } catch {
                    return "THROWS"
                }
            })
    }

    func testParsing() {
        check(
            "parsing", parseFacts, expected: { $0[2] },
            run: { fact in
                do {
                    switch fact[0] {
                    case "datetime": return try self.date(fact[1]).formatted("o")
                    case "timespan": return try TimeSpan.parse(fact[1]).description
                    case "version": return try NetVersion.parse(fact[1]).description
                    case "semver": return try SemanticVersion.parse(fact[1]).description
                    case "guid": return try NetGuid.parse(fact[1]).description
                    default:
                        return try DateTimeOffset.parse(fact[1], today: DateTime(year: 2026, month: 11, day: 21), zone: .utc).description
                    }
                } catch {
                    return "THROWS"
                }
            })
    }

    func testFreeForms() throws {
        for (text, expected) in [
            ("29 Feb 2024", "2024-02-29T00:00:00.0000000"), ("Feb 29, 2024 1:05 PM", "2024-02-29T13:05:00.0000000"),
            ("February 2024", "2024-02-01T00:00:00.0000000"), ("13:05", "2026-11-21T13:05:00.0000000"), ("5 pm", "2026-11-21T17:00:00.0000000"),
            ("Thursday, 29 February 2024 13:05:09", "2024-02-29T13:05:09.0000000"), ("2024-02-29T13:05:09.1234567", "2024-02-29T13:05:09.1234567"),
            ("2024-02-29 13:05:09 +02:00", "2024-02-29T11:05:09.0000000+00:00"), ("Thu, 29 Feb 2024 13:05:09 GMT", "2024-02-29T13:05:09.0000000+00:00"),
            ("1/2/24", "2024-01-02T00:00:00.0000000"), ("2024.3.4", "2024-03-04T00:00:00.0000000"), ("3/7", "2026-03-07T00:00:00.0000000"),
            ("12:00:00 AM", "2026-11-21T00:00:00.0000000"), ("2024-02", "2024-02-01T00:00:00.0000000"), ("Mar 4", "2026-03-04T00:00:00.0000000"),
            ("12/31/1999 23:59:59.999", "1999-12-31T23:59:59.9990000"),
        ] { XCTAssertEqual(try date(text).formatted("o"), expected, text) }
        for text in ["", "x", "31/12/2026", "2024-13-01", "24:00", "Friday, 29 February 2024", "1:2:3:4", "2024-02-29T", "12:60", "Feb 30 2024"] {
            XCTAssertThrowsError(try date(text), text)
        }
        XCTAssertEqual(try date("2026-03-01T10:00:00Z", .roundtripKind).kind, .utc)
        XCTAssertEqual(try date("2026-03-01T10:00:00+02:00", .adjustToUniversal).formatted("o"), "2026-03-01T08:00:00.0000000Z")
        for (name, text, expected) in [
            ("de-DE", "1. März 2026", "2026-03-01"), ("fr-FR", "1 mars 2026 14:30", "2026-03-01"), ("es-ES", "15 de mayo de 2026", "2026-05-15"),
            ("de-DE", "31.12.2026", "2026-12-31"),
        ] {
            let culture = try XCTUnwrap(NumberCulture.named(name))
            XCTAssertEqual(try DateTime.parse(text, culture: culture, today: .minValue, zone: .utc).formatted("yyyy-MM-dd"), expected)
        }
        func exact(_ text: String, _ format: String) throws -> String {
            try DateTime.parseExact(text, format, today: .minValue, zone: .utc).formatted("s")
        }
        XCTAssertEqual(try exact("20260301T1530", "yyyyMMdd'T'HHmm"), "2026-03-01T15:30:00")
        XCTAssertThrowsError(try exact("2026-3-1", "yyyy-MM-dd"))
        XCTAssertEqual(try exact("2024-02-29T13:05:09.0000000", "o"), "2024-02-29T13:05:09")
    }

    func testArithmetic() throws {
        let leap = try date("2024-02-29T13:05:09")
        XCTAssertEqual(try leap.addMonths(12).description, "02/28/2025 13:05:09")
        XCTAssertEqual(try leap.addDays(-1.5).formatted("o"), "2024-02-28T01:05:09.0000000")
        XCTAssertEqual(leap.ticks, 638_448_087_090_000_000)
        XCTAssertEqual(leap.dayOfYear, 60)
        XCTAssertEqual(leap.dayOfWeek, 4)
        XCTAssertEqual(try XCTUnwrap(leap.oleDate), 45351.5452430556, accuracy: 1e-9)
        XCTAssertEqual(try date("2024-12-01").isoWeek.week, 48)
        for day in stride(from: 0, to: 3_652_058, by: 997) {
            let date = DateTime(ticks: Int64(day) * TimeSpan.ticksPerDay)
            let parts = date.dateParts
            XCTAssertEqual(DateTime.dayNumber(parts.year, parts.month, parts.day), day)
        }
        XCTAssertThrowsError(try DateTime.maxValue.addTicks(1))
        XCTAssertEqual(try TimeSpan.parse("25:00:00").description, "25.00:00:00")
        XCTAssertEqual(try TimeSpan.multiply(TimeSpan.parse("1.02:03:04.005"), 2).description, "2.04:06:08.0100000")
    }

    func testZones() throws {
        setenv("TZ", "Europe/Berlin", 1)
        let berlin = LocalZone.system()
        let summer = try date("2026-07-01T12:00").withKind(.utc).toLocalTime(berlin)
        XCTAssertEqual(try summer.formatted("o", zone: berlin), "2026-07-01T14:00:00.0000000+02:00")
        XCTAssertEqual(try date("2026-01-01T12:00").withKind(.local).toUniversalTime(berlin).formatted("o"), "2026-01-01T11:00:00.0000000Z")
        XCTAssertTrue(berlin.isDaylightSaving(atLocalTicks: summer.ticks))
        setenv("TZ", "UTC", 1)
        XCTAssertEqual(LocalZone.system().offsetSeconds(atUtcTicks: summer.ticks), 0)
    }

    func testIdentifiers() throws {
        let guid = try NetGuid.parse("6F9619FF-8B86-D011-B42D-00C04FC964FF")
        XCTAssertEqual(try guid.formatted("P"), "(6f9619ff-8b86-d011-b42d-00c04fc964ff)")
        XCTAssertEqual(try NetGuid.parse(guid.formatted("X")), guid)
        XCTAssertEqual(NetGuid(bytes: guid.bytes), guid)
        XCTAssertEqual(guid.bytes[0], 0xFF)
        XCTAssertLessThan(try SemanticVersion.parse("1.0.0-alpha.2"), try SemanticVersion.parse("1.0.0-alpha.10"))
        XCTAssertLessThan(try SemanticVersion.parse("1.0.0-rc"), try SemanticVersion.parse("1.0.0"))
        XCTAssertLessThan(try NetVersion.parse("1.9"), try NetVersion.parse("1.10"))
        XCTAssertThrowsError(try NetVersion.parse("1.2").text(parts: 3))
    }
}
