// Views as scripts see them: `ExtendedTypeDefinition`, its views and their controls.

import Formatting
import Runtime
import TypeSystem

enum ViewObjects {
    private static let automation = "System.Management.Automation."
    static let definition = TypeInfo(automation + "ExtendedTypeDefinition", base: .object)
    private static let view = TypeInfo(automation + "FormatViewDefinition", base: .object)
    private static let control = TypeInfo(automation + "PSControl", base: .object, isAbstract: true)
    private static let table = TypeInfo(automation + "TableControl", base: control), list = TypeInfo(automation + "ListControl", base: control)
    private static let wide = TypeInfo(automation + "WideControl", base: control), custom = TypeInfo(automation + "CustomControl", base: control)
    private static let header = TypeInfo(automation + "TableControlColumnHeader", base: .object)
    private static let row = TypeInfo(automation + "TableControlRow", base: .object), column = TypeInfo(automation + "TableControlColumn", base: .object)
    private static let listEntry = TypeInfo(automation + "ListControlEntry", base: .object)
    private static let listItem = TypeInfo(automation + "ListControlEntryItem", base: .object)
    private static let wideEntry = TypeInfo(automation + "WideControlEntryItem", base: .object)
    private static let group = TypeInfo(automation + "PSControlGroupBy", base: .object)
    private static let display = TypeInfo(automation + "DisplayEntry", base: .object)
    private static let valueType = TypeInfo.enumeration(automation + "DisplayEntryValueType", EnumerationInfo(names: ["Property", "ScriptBlock"]))
    private static let alignments = TypeInfo.enumeration(
        automation + "Alignment", EnumerationInfo([("Undefined", 0), ("Left", 1), ("Center", 2), ("Right", 3)], isFlags: false))

    static let types: [KnownType] = [
        KnownType(valueType), KnownType(alignments), KnownType(control),
        ValuesObject.known(definition, [("TypeNames", .object), ("FormatViewDefinition", .object), ("TypeName", .string)]),
        ValuesObject.known(view, [("Name", .string), ("Control", control)]),
        ValuesObject.known(
            table,
            [("Headers", .object), ("Rows", .object), ("AutoSize", .bool), ("HideTableHeaders", .bool), ("GroupBy", group), ("OutOfBand", .bool)]),
        ValuesObject.known(list, [("Entries", .object), ("GroupBy", group), ("OutOfBand", .bool)]),
        ValuesObject.known(wide, [("Entries", .object), ("AutoSize", .bool), ("Columns", .uint32), ("GroupBy", group), ("OutOfBand", .bool)]),
        ValuesObject.known(custom, [("Entries", .object), ("GroupBy", group), ("OutOfBand", .bool)]),
        ValuesObject.known(header, [("Label", .string), ("Alignment", alignments), ("Width", .int32)]),
        ValuesObject.known(row, [("Columns", .object), ("SelectedBy", .object), ("Wrap", .bool)]),
        ValuesObject.known(column, [("Alignment", alignments), ("DisplayEntry", display), ("FormatString", .string)]),
        ValuesObject.known(listEntry, [("Items", .object), ("EntrySelectedBy", .object)]),
        ValuesObject.known(listItem, [("Label", .string), ("DisplayEntry", display), ("ItemSelectionCondition", .object), ("FormatString", .string)]),
        ValuesObject.known(wideEntry, [("DisplayEntry", display), ("FormatString", .string)]),
        ValuesObject.known(group, [("Expression", display), ("Label", .string)]),
        ValuesObject.known(display, [("ValueType", valueType), ("Value", .string)]),
    ]

    private static func made(_ type: TypeInfo, _ values: [(String, Value)], shown: String? = nil) -> Value {
        .object(ValuesObject(type, values, shown: shown))
    }
    private static func listed(_ values: [Value]) -> Value { .object(ListObject(values, type: .list(of: .object))) }

    /// The views of one set of types.
    static func definition(_ types: [String], _ views: [View]) -> Value {
        made(
            definition,
            [
                ("TypeNames", .object(ListObject(types.map { .text($0) }, type: .list(of: .string)))),
                ("FormatViewDefinition", listed(views.map(view))), ("TypeName", .text(types.first ?? "")),
            ], shown: types.first)
    }
    private static func view(_ view: View) -> Value { made(Self.view, [("Name", .text(view.name)), ("Control", control(view))], shown: view.name) }

    private static func control(_ view: View) -> Value {
        let common: [(String, Value)] = [
            ("GroupBy", view.group.map { made(group, [("Expression", entry($0.source, $0.label)), ("Label", .text($0.label))]) } ?? .null),
            ("OutOfBand", .bool(view.isOutOfBand)),
        ]
        switch view.body {
        case .table(let fields, let hidesHeader):
            let headers = fields.map {
                made(header, [("Label", .text($0.label)), ("Alignment", alignment($0.alignment)), ("Width", .int(Int32($0.width)))], shown: $0.label)
            }
            let cells = fields.map {
                made(
                    column,
                    [
                        ("Alignment", alignment($0.alignment)), ("DisplayEntry", entry($0.source, $0.label)),
                        ("FormatString", $0.format.map { .text($0) } ?? .null),
                    ])
            }
            let only = made(row, [("Columns", listed(cells)), ("SelectedBy", .null), ("Wrap", .bool(view.wraps))])
            return made(
                table,
                [
                    ("Headers", listed(headers)), ("Rows", listed([only])), ("AutoSize", .bool(view.isAutoSized)), ("HideTableHeaders", .bool(hidesHeader)),
                ] + common)
        case .list(let fields):
            let items = fields.map {
                made(
                    listItem,
                    [
                        ("Label", .text($0.label)), ("DisplayEntry", entry($0.source, $0.label)), ("ItemSelectionCondition", .null),
                        ("FormatString", $0.format.map { .text($0) } ?? .null),
                    ], shown: $0.label)
            }
            return made(list, [("Entries", listed([made(listEntry, [("Items", listed(items)), ("EntrySelectedBy", .null)])]))] + common)
        case .wide(let source):
            let item = made(wideEntry, [("DisplayEntry", entry(source, "")), ("FormatString", .null)])
            return made(wide, [("Entries", listed([item])), ("AutoSize", .false), ("Columns", .uint(0))] + common)
        case .custom: return made(custom, [("Entries", listed([]))] + common)
        }
    }

    /// Where a value comes from. What this shell works out itself goes by its label.
    private static func entry(_ source: FieldSource, _ label: String) -> Value {
        let (kind, text): (Int64, String) =
            switch source {
            case .property(let name): (0, name)
            case .block(let block): (1, block.body)
            case .computed: (0, label)
            }
        return made(
            display, [("ValueType", .object(EnumerationObject(valueType, kind))), ("Value", .text(text))], shown: (kind == 0 ? "property: " : "script: ") + text
        )
    }
    private static func alignment(_ alignment: Alignment) -> Value {
        let number: Int64 =
            switch alignment {
            case .undefined: 0
            case .left: 1
            case .center: 2
            case .right: 3
            }
        return .object(EnumerationObject(alignments, number))
    }
}
