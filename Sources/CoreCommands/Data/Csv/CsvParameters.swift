// What the commands that write CSV share.

import Runtime
import Scalars

struct CsvParameters: Sendable {
    static let quoteKind = TypeInfo.enumeration(
        "Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind", EnumerationInfo(names: ["Never", "Always", "AsNeeded"]))
    let inputObject: Parameter<Value>
    let delimiter = Parameter<Value>("Delimiter", position: 1, sets: ["Delimiter"], type: .char, help: "What stands between fields; a comma if not given.")
    let useCulture = Parameter<Bool>("UseCulture", sets: ["UseCulture"], help: "The list separator of the current culture stands between fields.")
    let includeType = Parameter<Bool>("IncludeTypeInformation", aliases: ["ITI"], help: "A first line with the type of the first object.")
    let noType = Parameter<Bool>("NoTypeInformation", aliases: ["NTI"], help: "No line with a type; this is so anyway.")
    let quoteFields = Parameter<[String]>("QuoteFields", aliases: ["QF"], help: "Only these columns are quoted.")
    let useQuotes = Parameter<Value>("UseQuotes", aliases: ["UQ"], type: quoteKind, help: "When fields are quoted: Always, AsNeeded, Never.")
    let noHeader = Parameter<Bool>("NoHeader", help: "No line with the names of the columns.")

    init(inputPosition: Int?) {
        inputObject = Parameter(
            "InputObject", position: inputPosition, mandatory: true, pipeline: true, byName: true, help: "The objects to write, one to a row.")
    }
    var all: [any AnyParameter] { [delimiter, useCulture, includeType, noType, quoteFields, useQuotes, noHeader] }

    /// - Throws: for parameters that contradict each other.
    func format(_ run: Invocation) throws -> CsvFormat {
        if run.has(includeType), run.isBound(noType) {
            throw run.failure(
                "CannotSpecifyIncludeTypeInformationAndNoTypeInformation",
                "You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.", type: "System.InvalidOperationException",
                category: .invalidData)
        }
        if run.isBound(quoteFields), run.isBound(useQuotes) {
            throw run.failure(
                "CannotSpecifyQuoteFieldsAndUseQuotes", "Give either -QuoteFields or -UseQuotes, not both.", type: "System.InvalidOperationException",
                category: .invalidData)
        }
        let kind: CsvQuotes =
            switch run[useQuotes]?.asEnumeration?.rawValue {
            case 0: .never
            case 2: .asNeeded
            default: .always
            }
        return CsvFormat(
            delimiter: CsvDelimiter.bytes(run.raw(delimiter), useCulture: run.has(useCulture), run.session), quotes: kind, quotedFields: run[quoteFields])
    }

    /// `#TYPE Name`, without the mark of what once was read from CSV.
    static func typeLine(_ value: Value, _ session: Session) -> String {
        let name = session.typeNames(of: value).first ?? "System.Object"
        return "#TYPE " + (name.hasPrefix("CSV:") ? String(name.dropFirst(4)) : name)
    }
}

enum CsvDelimiter {
    static func bytes(_ given: Value, useCulture: Bool, _ session: Session) -> [UInt8] {
        if case .char(let unit) = given.unwrapped { return Array(String(decoding: [unit], as: UTF16.self).utf8) }
        // Cultures with a decimal comma separate lists by semicolons.
        if useCulture, session.culture.numberDecimalSeparator == "," { return [59] }
        return [44]
    }
}
