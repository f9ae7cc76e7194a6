// Join-String: many objects as one text.

import Runtime
import Scalars

final class JoinString: Command {
    static let name = "Join-String"
    static let property = Parameter<Value>("Property", position: 0, help: "A property, or a block, whose value is joined in place of the object.")
    static let separator = Parameter<String>("Separator", position: 1, allowsEmptyString: true, help: "What stands between; $OFS if not given.")
    static let prefix = Parameter<String>("OutputPrefix", aliases: ["op"], help: "What comes first.")
    static let suffix = Parameter<String>("OutputSuffix", aliases: ["os"], help: "What comes last.")
    static let singleQuote = Parameter<Bool>("SingleQuote", sets: ["SingleQuote"], help: "Each in single quotes.")
    static let doubleQuote = Parameter<Bool>("DoubleQuote", sets: ["DoubleQuote"], help: "Each in double quotes.")
    static let formatString = Parameter<String>("FormatString", sets: ["Format"], help: "A format for each, such as {0:N2}.")
    static let useCulture = Parameter<Bool>("UseCulture", help: "The list separator of the current culture stands between.")
    static let inputObject = Parameter<[Value]>("InputObject", pipeline: true, type: TypeInfo.object.arrayType(), help: "The objects.")
    static let declaration = CommandDeclaration(
        synopsis: "Joins objects into one text.",
        description: "The text of each object, or of a property of each, one after the other with a separator between.",
        parameters: [property, separator, prefix, suffix, singleQuote, doubleQuote, formatString, useCulture, inputObject], defaultSet: "default",
        outputTypes: ["System.String"], implementingType: "Microsoft.PowerShell.Commands.Utility.JoinStringCommand",
        examples: [CommandExample("In quotes", "'ann', 'bob' | Join-String -Separator ', ' -SingleQuote", output: "'ann', 'bob'\n")])

    private var result = ""
    private var count = 0
    private var between = ""
    private var expression: PropertyExpression?
    private var format: CompositeFormat?

    func begin(_ run: Invocation) throws {
        if let separator = run[Self.separator] ?? (run.isBound(Self.separator) ? "" : nil) {
            between = separator
        } else if run.has(Self.useCulture) {
            between = run.session.culture.numberDecimalSeparator == "," ? ";" : ","
        } else {
            between = try run.session.variable("OFS", in: run.scope).map { try $0.toText(run.session) } ?? ""
        }
        if let property = run[Self.property], !property.isNull { expression = try PropertyExpression.read([property], keys: ["expression"], run).first }
        if let text = run[Self.formatString] {
            do { format = try CompositeFormat(text) } catch { throw refuse(error, run) }
        }
    }

    private func refuse(_ error: ScalarError, _ run: Invocation) -> ShellError {
        run.failure(error.exceptionType, error.message, type: error.exceptionType, category: .notSpecified)
    }

    func process(_ run: Invocation) throws {
        let session = run.session
        for item in run[Self.inputObject] ?? [] {
            let value = try expression.map { try $0.value(of: item, run) } ?? item
            if value.isNull, expression == nil { continue }
            var text: String
            if let format {
                if format.leastArgumentCount > 1 {
                    throw refuse(
                        .badCompositeFormat("Index (zero based) must be greater than or equal to zero and less than the size of the argument list."), run)
                }
                text = try format.filled(argumentCount: 1) { _, specifier in try specifier.map { try session.format(value, as: $0) } ?? value.toText(session) }
            } else {
                text = try value.toText(session)
                if run.has(Self.singleQuote) { text = "'" + text + "'" }
                if run.has(Self.doubleQuote) { text = "\"" + text + "\"" }
            }
            if count > 0 { result += between }
            result += text
            count += 1
        }
    }

    func end(_ run: Invocation) throws { try run.write(.text((run[Self.prefix] ?? "") + result + (run[Self.suffix] ?? ""))) }
}
