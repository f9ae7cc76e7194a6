// What a view is: how objects of known types are shown. Views are data: one table of them per room that has types.

import Runtime

/// The four ways to show objects.
public enum FormatShape: Sendable { case table, list, wide, custom }

/// Where the value of a column or line comes from.
public enum FieldSource: Sendable {
    case property(String)
    case block(ScriptBlock)
    case computed(@Sendable (_ object: Value, _ session: Session) throws -> Value)
}

/// A column of a table, or a line of a list.
public struct ViewField: Sendable {
    public let label: String
    /// Cells; 0: as much as is needed or left.
    public let width: Int
    public let alignment: Alignment
    public let source: FieldSource
    /// A format as `-f` takes it: `{0:d}` or `N0`.
    public let format: String?
    /// Lines of a list that only some objects have.
    public let isShown: (@Sendable (_ object: Value, _ session: Session) throws -> Bool)?

    public init(
        _ label: String, width: Int = 0, alignment: Alignment = .undefined, _ source: FieldSource, format: String? = nil,
        isShown: (@Sendable (_ object: Value, _ session: Session) throws -> Bool)? = nil
    ) {
        self.label = label; self.width = width; self.alignment = alignment; self.source = source; self.format = format; self.isShown = isShown
    }

    /// A property under its own name.
    public init(_ property: String, width: Int = 0, alignment: Alignment = .undefined, format: String? = nil) {
        self.init(property, width: width, alignment: alignment, .property(property), format: format)
    }

    /// A value worked out in Swift.
    public static func computed(
        _ label: String, width: Int = 0, alignment: Alignment = .undefined, _ body: @escaping @Sendable (_ object: Value, _ session: Session) throws -> Value
    ) -> ViewField {
        ViewField(label, width: width, alignment: alignment, .computed(body))
    }
}

/// One view of some types.
public struct View: Sendable {
    public enum Body: Sendable {
        case table([ViewField], hidesHeader: Bool = false)
        case list([ViewField])
        case wide(FieldSource)
        /// Whole lines.
        case custom(@Sendable (_ object: Value, _ session: Session) throws -> [String])
    }
    public let name: String
    /// Full type names; derived types are shown the same way.
    public let types: [String]
    public let body: Body
    /// Shown between other objects without starting a table or list of its own.
    public let isOutOfBand: Bool
    /// Objects that follow each other with the same value stand under one heading: label, colon, value.
    public let group: ViewField?
    /// Blanks before the heading.
    public let groupIndent: Int
    /// A table whose widths come from all rows.
    public let isAutoSized: Bool
    /// A table whose long values go on on further lines.
    public let wraps: Bool

    public init(
        _ name: String, types: [String], _ body: Body, isOutOfBand: Bool = false, groupedBy group: ViewField? = nil, groupIndent: Int = 3,
        isAutoSized: Bool = false, wraps: Bool = false
    ) {
        self.name = name; self.types = types; self.body = body; self.isOutOfBand = isOutOfBand; self.group = group; self.groupIndent = groupIndent
        self.isAutoSized = isAutoSized; self.wraps = wraps
    }

    public var shape: FormatShape {
        switch body {
        case .table: .table
        case .list: .list
        case .wide: .wide
        case .custom: .custom
        }
    }
}
