// Whether a parsed file is data alone: literals, arrays and tables of them, no commands and no members.

import Diagnostics
import Syntax

public enum DataTable {
    /// Variables that a data file may read.
    public static let variables: Set<String> = ["true", "false", "null", "psculture", "psuiculture"]
    /// Those that a module manifest may read besides.
    public static let manifestVariables = variables.union(["psscriptroot", "psedition", "enabledexperimentalfeatures"])

    /// The table that is all of a file.
    public static func table(in root: ScriptBlockSyntax) -> HashtableExpression? {
        guard let statements = root.end?.statements, statements.count == 1, case .pipeline(let pipeline) = statements[0], pipeline.elements.count == 1,
            case .expression(let element) = pipeline.elements[0], case .hashtable(let table) = element.expression
        else { return nil }
        return table
    }

    /// The text of a table in which each script block is a block that gives the block: as data it keeps its braces.
    public static func text(of table: HashtableExpression, _ source: SourceText) -> String {
        var marks: [(place: Int, brace: String)] = []
        for entry in table.entries {
            collect(entry.key, &marks)
            collect(entry.value, &marks)
        }
        var result = "", place = Int(table.range.start)
        for mark in marks.sorted(by: { $0.place < $1.place }) {
            result += source.text(SourceRange(place, mark.place)) + mark.brace
            place = mark.place
        }
        return result + source.text(SourceRange(place, Int(table.range.end)))
    }
    private static func collect(_ statement: Statement, _ marks: inout [(place: Int, brace: String)]) {
        guard case .pipeline(let pipeline) = statement, case .expression(let element)? = pipeline.elements.first else { return }
        collect(element.expression, &marks)
    }
    private static func collect(_ expression: Expression, _ marks: inout [(place: Int, brace: String)]) {
        switch expression {
        case .scriptBlock:
            marks.append((Int(expression.range.start), "{"))
            marks.append((Int(expression.range.end), "}"))
        case .arrayLiteral(let e): for element in e.elements { collect(element, &marks) }
        case .arrayExpression(let e): for statement in e.body.statements { collect(statement, &marks) }
        case .parenthesized(let e): collect(e.pipeline, &marks)
        case .hashtable(let e):
            for entry in e.entries {
                collect(entry.key, &marks)
                collect(entry.value, &marks)
            }
        default: break
        }
    }

    public static func isData(_ table: HashtableExpression, allowing variables: Set<String> = variables) -> Bool {
        let check = DataTable.Check(variables: variables)
        return table.entries.allSatisfy { check.isData($0.key) && check.isData($0.value) }
    }

    /// A statement that is a value and nothing else.
    public static func isData(_ statement: Statement) -> Bool { Check(variables: variables).isData(statement) }

    private struct Check {
        let variables: Set<String>

        func isData(_ block: StatementBlock) -> Bool { block.statements.allSatisfy { isData($0) } }

        func isData(_ statement: Statement) -> Bool {
            switch statement {
            case .pipeline(let pipeline):
                guard pipeline.elements.count == 1, case .expression(let element) = pipeline.elements[0] else { return false }
                return element.redirections.isEmpty && isData(element.expression)
            // A choice between two values, as by `$PSEdition`.
            case .if(let node):
                return node.clauses.allSatisfy { isData($0.condition) && isData($0.body) } && (node.otherwise.map { isData($0) } ?? true)
            default: return false
            }
        }

        func isData(_ expression: Expression) -> Bool {
            switch expression {
            case .number, .string, .scriptBlock, .type: true
            case .expandableString(let e):
                e.parts.allSatisfy { part in
                    if case .expression(let inner) = part, case .variable = inner { return isData(inner) }
                    if case .text = part { return true }
                    return false
                }
            case .variable(let v): v.qualifier == nil && variables.contains(v.name.lowercased())
            case .arrayLiteral(let e): e.elements.allSatisfy { isData($0) }
            case .arrayExpression(let e): isData(e.body)
            case .parenthesized(let e): isData(e.pipeline)
            case .hashtable(let e): e.entries.allSatisfy { isData($0.key) && isData($0.value) }
            case .unary(let e): isData(e.operand)
            case .binary(let e): isData(e.left) && isData(e.right)
            case .ternary(let e): isData(e.condition) && isData(e.ifTrue) && isData(e.ifFalse)
            case .convert(let e): isData(e.operand)
            case .subexpression, .attributed, .member, .call, .index, .error: false
            }
        }
    }
}
