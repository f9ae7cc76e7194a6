// Where-Object: lets through what satisfies a condition.

import Runtime
import Syntax

final class WhereObject: Command {
    static let name = "Where-Object"
    static let aliases = ["where", "?"]
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, help: "The objects to look at.")
    static let filter = Parameter<ScriptBlock>(
        "FilterScript", position: 0, mandatory: true, sets: ["ScriptBlockSet"], help: "A block that is true for what is let through; it sees the object as $_.")
    static let property = Parameter<String>(
        "Property", position: 0, mandatory: true, sets: ["EqualSet"] + comparisons.map(\.set), help: "The property to compare.")
    static let value = Parameter<Value>(
        "Value", position: 1, sets: ["EqualSet"] + comparisons.map(\.set).filter { $0 != "Not" }, help: "What to compare it with.")

    /// Name of the switch, its set, what it means.
    private static let comparisons: [(name: String, set: String, op: BinaryOperator, caseSensitive: Bool)] = [
        ("EQ", "EqualSet", .equal, false), ("CEQ", "CaseSensitiveEqualSet", .equal, true), ("NE", "NotEqualSet", .notEqual, false),
        ("CNE", "CaseSensitiveNotEqualSet", .notEqual, true),
        ("GT", "GreaterThanSet", .greater, false), ("CGT", "CaseSensitiveGreaterThanSet", .greater, true), ("LT", "LessThanSet", .less, false),
        ("CLT", "CaseSensitiveLessThanSet", .less, true),
        ("GE", "GreaterOrEqualSet", .greaterOrEqual, false), ("CGE", "CaseSensitiveGreaterOrEqualSet", .greaterOrEqual, true),
        ("LE", "LessOrEqualSet", .lessOrEqual, false), ("CLE", "CaseSensitiveLessOrEqualSet", .lessOrEqual, true),
        ("Like", "LikeSet", .like, false), ("CLike", "CaseSensitiveLikeSet", .like, true), ("NotLike", "NotLikeSet", .notLike, false),
        ("CNotLike", "CaseSensitiveNotLikeSet", .notLike, true),
        ("Match", "MatchSet", .match, false), ("CMatch", "CaseSensitiveMatchSet", .match, true), ("NotMatch", "NotMatchSet", .notMatch, false),
        ("CNotMatch", "CaseSensitiveNotMatchSet", .notMatch, true),
        ("Contains", "ContainsSet", .contains, false), ("CContains", "CaseSensitiveContainsSet", .contains, true),
        ("NotContains", "NotContainsSet", .notContains, false), ("CNotContains", "CaseSensitiveNotContainsSet", .notContains, true),
        ("In", "InSet", .in, false), ("CIn", "CaseSensitiveInSet", .in, true), ("NotIn", "NotInSet", .notIn, false),
        ("CNotIn", "CaseSensitiveNotInSet", .notIn, true),
        ("Is", "IsSet", .is, false), ("IsNot", "IsNotSet", .isNot, false), ("Not", "Not", .notEqual, false),
    ]
    private static let aliasesOfSwitches = [
        "EQ": ["IEQ"], "NE": ["INE"], "GT": ["IGT"], "LT": ["ILT"], "GE": ["IGE"], "LE": ["ILE"], "Like": ["ILike"], "NotLike": ["INotLike"],
        "Match": ["IMatch"], "NotMatch": ["INotMatch"], "Contains": ["IContains"], "NotContains": ["INotContains"], "In": ["IIn"], "NotIn": ["INotIn"],
    ]
    static let switches: [Parameter<Bool>] = comparisons.map { one in
        Parameter<Bool>(
            one.name, aliases: aliasesOfSwitches[one.name] ?? [], mandatory: one.set != "EqualSet", sets: [one.set],
            help: "Compares with -\(one.name.lowercased()).")
    }

    static let declaration = CommandDeclaration(
        synopsis: "Lets through the objects that satisfy a condition.",
        description: "Tests each object with a script block, or compares one of its properties with a value, and writes those for which the test is true.",
        parameters: [inputObject, filter, property, value] + switches, defaultSet: "EqualSet", module: "Microsoft.PowerShell.Core",
        examples: [
            CommandExample("A block", "1..6 | Where-Object { $_ % 2 -eq 0 }", output: "2\n4\n6\n"),
            CommandExample("A property", "'a', 'bcd' | Where-Object Length -gt 1", output: "bcd\n"),
        ])

    private var runner: InlineRunner?
    private var comparison: (op: BinaryOperator, caseSensitive: Bool, isNot: Bool)?
    private var name = ""
    private var expected: Value = .null
    /// The property is asked for by a pattern.
    private var wildcard = false

    func begin(_ run: Invocation) throws {
        if let block = run[Self.filter] {
            runner = InlineRunner(block, run, output: run.output)
            return
        }
        name = run[Self.property] ?? ""
        expected = run[Self.value] ?? .null
        wildcard = WildcardName.isWildcard(name)
        for (i, one) in Self.comparisons.enumerated() where run.has(Self.switches[i]) { comparison = (one.op, one.caseSensitive, one.name == "Not") }
        if let comparison, comparison.op == .is || comparison.op == .isNot, let text = expected.asString {
            guard let type = run.session.findType(text) else {
                throw run.failure(
                    "InvalidCastFromStringToType", "Cannot convert the \"\(text)\" value of type \"string\" to type \"System.Type\".",
                    type: "PSInvalidCastException", category: .invalidArgument)
            }
            expected = .object(TypeObject(type))
        }
        if comparison == nil, run.isBound(Self.value) {
            throw run.failure(
                "OperatorNotSpecified", "The specified operator is not valid. Name one, such as -EQ or -Like.",
                type: "System.Management.Automation.PSArgumentException", category: .invalidArgument)
        }
    }

    func process(_ run: Invocation) throws {
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        if let runner {
            if try runner.test(item) { try run.write(item) }
            return
        }
        if try holds(item, run) { try run.write(item) }
    }

    private func holds(_ item: Value, _ run: Invocation) throws -> Bool {
        let session = run.session
        var name = name
        if wildcard {
            let found = try session.propertyNames(of: item).filter { WildcardName.matches($0, self.name) }
            if found.count > 1 {
                try run.writeError(
                    "AmbiguousPropertyName", "The property name \"\(name)\" is ambiguous. Possible matches include: \(found.joined(separator: " ")).",
                    type: "PSArgumentException", category: .invalidArgument, target: item)
                return false
            }
            name = found.first ?? name
        }
        let actual = try session.property(of: item, name, run.scope)
        guard let comparison else { return actual.isTrue(session) }
        if comparison.isNot { return !actual.isTrue(session) }
        return try session.apply(comparison.op, actual, expected, caseSensitive: comparison.caseSensitive, run.scope).isTrue(session)
    }
}
