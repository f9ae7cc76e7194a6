// Packed values as bytes, for the pipe between a job's process and the shell: a mark, then the content; lengths in eight bytes.

import Runtime
import Scalars

extension JobMessage {
    /// The message with its length before it.
    var bytes: [UInt8] {
        var writer = PackedWriter()
        switch self {
        case .output(let value):
            writer.mark(0)
            writer.write(value)
        case .error(let error):
            writer.mark(1)
            writer.write(error)
        case .record(let record):
            writer.mark(3)
            writer.write(Int64(record.stream))
            writer.write(record.message)
            writer.write(Int64(record.tags.count))
            for tag in record.tags { writer.write(tag) }
            writer.mark(record.noNewLine ? 1 : 0)
        case .finished(let state):
            writer.mark(2)
            writer.write(state.rawValue)
        }
        var framed = PackedWriter()
        framed.write(Int64(writer.bytes.count))
        return framed.bytes + writer.bytes
    }
}

private struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    mutating func mark(_ byte: UInt8) { bytes.append(byte) }
    mutating func write(_ number: Int64) { withUnsafeBytes(of: number) { bytes += $0 } }
    mutating func write(_ text: String) {
        write(Int64(text.utf8.count))
        bytes += text.utf8
    }

    mutating func write(_ value: PackedValue) {
        switch value {
        case .null: mark(0)
        case .bool(let flag):
            mark(1)
            mark(flag ? 1 : 0)
        case .int(let number):
            mark(2)
            write(Int64(number))
        case .long(let number):
            mark(3)
            write(number)
        case .double(let number):
            mark(4)
            write(Int64(bitPattern: number.bitPattern))
        case .char(let unit):
            mark(5)
            write(Int64(unit))
        case .other(let text, let type):
            mark(6)
            write(text)
            write(type)
        case .text(let text):
            mark(7)
            write(text)
        case .date(let date):
            mark(8)
            write(date.ticks)
            write(Int64(date.kind.rawValue))
        case .span(let span):
            mark(9)
            write(span.ticks)
        case .array(let elements):
            mark(10)
            write(Int64(elements.count))
            for element in elements { write(element) }
        case .table(let pairs, let isOrdered):
            mark(isOrdered ? 12 : 11)
            write(Int64(pairs.count))
            for (key, value) in pairs {
                write(key)
                write(value)
            }
        case .object(let typeNames, let properties, let text):
            mark(13)
            write(Int64(typeNames.count))
            for name in typeNames { write(name) }
            write(Int64(properties.count))
            for (name, value) in properties {
                write(name)
                write(value)
            }
            write(text)
        case .error(let error):
            mark(14)
            write(error)
        }
    }

    mutating func write(_ error: PackedError) {
        for text in [error.message, error.type, error.id, error.trace] { write(text) }
        write(Int64(error.category.rawValue))
        mark(error.wasThrown ? 1 : 0)
    }
}

/// Reads what `PackedWriter` wrote; both are the same program.
struct PackedReader {
    private let bytes: [UInt8]
    /// How many bytes whole messages have taken.
    private(set) var taken = 0
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next message; nil while it is not there as a whole.
    mutating func message() -> JobMessage? {
        place = taken
        guard bytes.count - place >= 8 else { return nil }
        let length = Int(number())
        guard bytes.count - place >= length else { return nil }
        taken = place + length
        switch mark() {
        case 0: return .output(value())
        case 1: return .error(error())
        case 3: return .record(PackedRecord(stream: Int(number()), message: value(), tags: list { $0.text() }, noNewLine: mark() == 1))
        default: return .finished(JobState(rawValue: number()) ?? .failed)
        }
    }

    private mutating func mark() -> UInt8 {
        defer { place += 1 }
        return bytes[place]
    }
    private mutating func number() -> Int64 {
        defer { place += 8 }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int64.self) }
    }
    private mutating func text() -> String {
        let count = Int(number())
        defer { place += count }
        return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }
    private mutating func list<Element>(_ read: (inout PackedReader) -> Element) -> [Element] {
        let count = number()
        return (0..<count).map { _ in read(&self) }
    }

    private mutating func value() -> PackedValue {
        switch mark() {
        case 0: return .null
        case 1: return .bool(mark() == 1)
        case 2: return .int(Int32(truncatingIfNeeded: number()))
        case 3: return .long(number())
        case 4: return .double(Double(bitPattern: UInt64(bitPattern: number())))
        case 5: return .char(UInt16(truncatingIfNeeded: number()))
        case 6: return .other(text(), type: text())
        case 7: return .text(text())
        case 8: return .date(DateTime(ticks: number(), kind: DateTimeKind(rawValue: .init(truncatingIfNeeded: number())) ?? .unspecified))
        case 9: return .span(TimeSpan(ticks: number()))
        case 10: return .array(list { $0.value() })
        case 11: return .table(list { ($0.value(), $0.value()) }, isOrdered: false)
        case 12: return .table(list { ($0.value(), $0.value()) }, isOrdered: true)
        case 13: return .object(typeNames: list { $0.text() }, properties: list { ($0.text(), $0.value()) }, text: text())
        default: return .error(error())
        }
    }

    private mutating func error() -> PackedError {
        let message = text(), type = text(), id = text(), trace = text()
        return PackedError(
            message: message, type: type, id: id, category: ErrorCategory(rawValue: Int(number())) ?? .notSpecified, trace: trace, wasThrown: mark() == 1)
    }
}
