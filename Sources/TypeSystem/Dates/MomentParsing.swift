// `TryParse`, `ParseExact` and `TryParseExact` of the types of dates: the same shapes for each.

import Runtime
import Scalars

enum MomentParsing {
    typealias Reader = @Sendable (_ text: String, _ session: Session) throws -> Value
    /// Reads text in one format.
    typealias ExactReader = @Sendable (_ text: String, _ format: String, _ culture: NumberCulture, _ styles: DateTimeStyles, _ session: Session) throws -> Value

    /// Whether it can be read; the result goes to the variable.
    private static func tried(_ result: Value, _ type: TypeInfo, _ session: Session, _ body: () throws -> Value) throws -> Value {
        let found: Value? = try? body()  // What cannot be read is an answer here.
        try (result.object as? ReferenceObject)?.variable.write(found ?? smallest(type, session), session)
        return .bool(found != nil)
    }
    private static func smallest(_ type: TypeInfo, _ session: Session) throws -> Value {
        try session.staticProperty(of: type, "MinValue", session.scope)
    }
    private static func exactly(_ a: [Value], _ formats: [String], _ place: Int, _ read: ExactReader, _ session: Session) throws -> Value {
        let culture = place < a.count ? CultureMembers.culture(a[place]) ?? session.culture : session.culture
        let styles = place + 1 < a.count ? DateTimeStyles(rawValue: Int(a.enumeration(place + 1))) : []
        var failure: (any Error)?
        for format in formats {
            do { return try read(a.text(0), format, culture, styles, session) } catch { failure = error }
        }
        throw failure ?? Refusals.format("String '\(a.text(0))' was not recognized as a valid DateTime.")
    }

    static func methods(_ type: TypeInfo, read: @escaping Reader, exact: @escaping ExactReader) -> [Method] {
        let text = OverloadParameter.text("input"), format = OverloadParameter.text("format"), formats = OverloadParameter.of("formats", .stringArray)
        let provider = OverloadParameter.of("formatProvider", CultureMembers.provider), styles = OverloadParameter.of("styles", DateTimeMembers.styles)
        let result = OverloadParameter.byReference("result", type)
        return [
            Method(
                "TryParse",
                [
                    Overload([text, result], returns: .bool) { _, a, session in try tried(a[1], type, session) { try read(a.text(0), session) } },
                    Overload([text, provider, result], returns: .bool) { _, a, session in try tried(a[2], type, session) { try read(a.text(0), session) } },
                    Overload([text, provider, styles, result], returns: .bool) { _, a, session in
                        try tried(a[3], type, session) { try read(a.text(0), session) }
                    },
                ]),
            Method(
                "ParseExact",
                [
                    Overload([text, format], returns: type) { _, a, session in try exactly(a, [a.text(1)], 2, exact, session) },
                    Overload([text, format, provider], returns: type) { _, a, session in try exactly(a, [a.text(1)], 2, exact, session) },
                    Overload([text, format, provider, styles], returns: type) { _, a, session in try exactly(a, [a.text(1)], 2, exact, session) },
                    Overload([text, formats, provider, styles], returns: type) { _, a, session in
                        try exactly(a, a.values(1).compactMap(\.asString), 2, exact, session)
                    },
                ]),
            Method(
                "TryParseExact",
                [
                    Overload([text, format, result], returns: .bool) { _, a, session in
                        try tried(a[2], type, session) { try exactly(Array(a.prefix(2)), [a.text(1)], 2, exact, session) }
                    },
                    Overload([text, format, provider, styles, result], returns: .bool) { _, a, session in
                        try tried(a[4], type, session) { try exactly(Array(a.prefix(4)), [a.text(1)], 2, exact, session) }
                    },
                    Overload([text, formats, provider, styles, result], returns: .bool) { _, a, session in
                        try tried(a[4], type, session) { try exactly(Array(a.prefix(4)), a.values(1).compactMap(\.asString), 2, exact, session) }
                    },
                ]),
        ]
    }
}
