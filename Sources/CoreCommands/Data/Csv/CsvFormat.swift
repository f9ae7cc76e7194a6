// How rows become lines of CSV: delimiter, quoting, columns.

import Runtime
import Scalars

enum CsvQuotes { case always, asNeeded, never }

struct CsvFormat {
    /// The delimiter in UTF-8.
    let delimiter: [UInt8]
    let quotes: CsvQuotes
    /// Only these columns are quoted; nil: `quotes` decides.
    let quotedFields: [String]?

    /// A line without its end. Columns that are absent leave their place empty.
    func header(_ names: [String], into output: inout [UInt8]) {
        for (i, name) in names.enumerated() {
            if i > 0 { output += delimiter }
            append(name, isQuotedField(name), into: &output)
        }
    }

    func isQuotedField(_ name: String) -> Bool { quotedFields?.contains { $0.equalsIgnoringCase(name) } ?? false }

    @inline(__always) func append(_ text: String, _ isQuotedField: Bool, into output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            let quote: Bool
            if quotedFields != nil {
                quote = isQuotedField
            } else {
                switch quotes {
                case .always: quote = true
                case .never: quote = false
                case .asNeeded: quote = needsQuotes(bytes)
                }
            }
            if !quote {
                output.append(contentsOf: bytes)
                return
            }
            output.append(34)
            if bytes.contains(34) {
                for byte in bytes {
                    if byte == 34 { output.append(34) }
                    output.append(byte)
                }
            } else {
                output.append(contentsOf: bytes)
            }
            output.append(34)
        }
    }

    private func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes where byte == 34 || byte == 10 || byte == 13 || byte == delimiter[0] { return true }
        return false
    }
}

/// Writes objects as rows under the columns of the first.
final class CsvRowWriter {
    let format: CsvFormat
    let names: [String]
    private let keys: [Text]
    private let quoted: [Bool]
    private let session: Session
    /// Where the columns stand in records of the shape last met.
    private var shape: Shape?
    private var places: [Int] = []

    init(_ format: CsvFormat, names: [String], _ session: Session) {
        self.format = format
        self.names = names
        self.session = session
        keys = names.map { Text($0) }
        quoted = names.map { format.isQuotedField($0) }
    }

    /// The columns that an object gives: a table's keys, else its properties.
    static func names(of value: Value, _ session: Session) throws -> [String] {
        if let table = value.asTable { return try table.table.keys.map { try $0.toText(session) } }
        return try session.propertyNames(of: value)
    }

    /// Appends a row without its end.
    func append(_ value: Value, into output: inout [UInt8]) throws {
        if let record = value.asRecord, !record.shape.hasActiveMembers, session.types.typeData.isEmpty {
            if record.shape !== shape {
                shape = record.shape
                places = keys.map { record.shape.index(of: $0) ?? -1 }
            }
            for i in places.indices {
                if i > 0 { output.append(contentsOf: format.delimiter) }
                if places[i] >= 0 { try field(record[places[i]], quoted[i], into: &output) }
            }
            return
        }
        let table = value.asTable
        for i in keys.indices {
            if i > 0 { output.append(contentsOf: format.delimiter) }
            let found: Value? = try table.map { $0.table[.object(keys[i])] } ?? property(value, names[i])
            if let found { try field(found, quoted[i], into: &output) }
        }
    }

    /// A property that fails counts as absent.
    private func property(_ value: Value, _ name: String) throws -> Value? {
        do { return try session.ownProperty(of: value, name) } catch let failure as ShellError where !failure.isExhaustion { return nil } catch is MethodFailure { return nil }
    }

    @inline(__always) private func field(_ value: Value, _ quoted: Bool, into output: inout [UInt8]) throws {
        switch value {
        case .object(let object) where object.kind == .text: format.append(unsafeDowncast(object, to: Text.self).string, quoted, into: &output)
        case .null, .nothing, .missing: return
        default:
            if value.isNull { return }
            format.append(try value.objectText(session), quoted, into: &output)
        }
    }
}
