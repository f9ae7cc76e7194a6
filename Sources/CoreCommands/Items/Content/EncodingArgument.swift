// `-Encoding`: a name, a code page or an encoding object becomes an encoding.

import Runtime

/// What the parameter holds once it is bound.
final class EncodingArgument: Box, @unchecked Sendable {
    let encoding: TextEncoding
    init(_ encoding: TextEncoding) { self.encoding = encoding }
    override var type: TypeInfo { EncodingArgument.typeInfo }
    /// The type as the parameter shows it; objects of it come from the type tables under the same name.
    static let typeInfo = TypeInfo("System.Text.Encoding", base: .object)

    static func parameter(position: Int? = nil, sets: [String] = [], help: String = "How the text is encoded; UTF-8 without a mark if not given.") -> Parameter<
        Value
    > {
        Parameter<Value>(
            "Encoding", position: position, sets: sets, type: typeInfo, completions: TextEncoding.names, transformation: { try transform($0, $1) }, help: help)
    }

    private static func transform(_ value: Value, _ session: Session) throws -> Value {
        if value.object is EncodingArgument { return value }
        if let name = value.asString ?? value.asInt64.map(String.init) {
            guard let found = TextEncoding.named(name) else { throw unknown(name) }
            return .object(EncodingArgument(found))
        }
        // An encoding object of the type tables knows its registered name and its mark.
        if try session.hasProperty(value, "WebName") {
            let name = try session.property(of: value, "WebName").toText(session)
            guard let found = TextEncoding.named(name) else { throw unknown(name) }
            let mark = try session.call(value, "GetPreamble", [], session.scope)
            let hasMark = !(try session.elements(of: mark) ?? []).isEmpty
            return .object(EncodingArgument(TextEncoding(form: found.form, writesMark: hasMark)))
        }
        throw unknown(try value.toText(session))
    }

    private static func unknown(_ name: String) -> ShellError {
        ShellError(
            "ArgumentException", "'\(name)' is not a supported encoding name; use one of \(TextEncoding.names.joined(separator: ", ")), or a code page number.",
            type: "System.ArgumentException", category: .invalidArgument)
    }
}

extension Invocation {
    /// The encoding asked for; nil if none was.
    func encoding(_ parameter: Parameter<Value>) -> TextEncoding? { (raw(parameter).object as? EncodingArgument)?.encoding }
}
