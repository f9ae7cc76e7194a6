// What formatting commands write and output commands take: opaque records, one for each start, object and end.

import Runtime

/// Base of the records that travel between `Format-Table` and `Out-String`.
public class FormatPacket: Box, @unchecked Sendable {
    fileprivate static let base = TypeInfo("Microsoft.PowerShell.Commands.Internal.Format.PacketInfoData", base: .object)
    fileprivate static func named(_ name: String) -> TypeInfo { TypeInfo("Microsoft.PowerShell.Commands.Internal.Format." + name, base: base) }
}

/// How a column or a cell stands in its width.
public enum Alignment: Sendable { case undefined, left, center, right }

/// What a table says above its rows.
final class TableHeader: Sendable {
    struct Column: Sendable {
        let label: String
        /// 0: found from the rows or from what room there is.
        let width: Int
        let alignment: Alignment
    }
    let columns: [Column]
    let isHidden: Bool
    let repeats: Bool
    init(columns: [Column], isHidden: Bool = false, repeats: Bool = false) {
        self.columns = columns; self.isHidden = isHidden; self.repeats = repeats
    }
}

/// Begins a sequence of objects in one shape.
public final class FormatStart: FormatPacket, @unchecked Sendable {
    enum Shape {
        case table(TableHeader)
        case list
        /// Number of columns; 0: as many as fit.
        case wide(columns: Int)
        case custom
    }
    let shape: Shape
    /// Widths are taken from all rows.
    let isAutoSized: Bool
    init(_ shape: Shape, isAutoSized: Bool) {
        self.shape = shape
        self.isAutoSized = isAutoSized
    }
    public override var type: TypeInfo { FormatStart.typeInfo }
    static let typeInfo = named("FormatStartData")
}

/// Begins a group; its heading stands above it.
public final class GroupStart: FormatPacket, @unchecked Sendable {
    let heading: [String]
    init(heading: [String]) { self.heading = heading }
    public override var type: TypeInfo { GroupStart.typeInfo }
    static let typeInfo = named("GroupStartData")
}

/// One object.
public final class FormatEntry: FormatPacket, @unchecked Sendable {
    enum Content {
        case row([String], wraps: Bool)
        case fields([(label: String, value: String)])
        case cell(String)
        case lines([String])
        /// Raw text, as strings and numbers are written.
        case text(String)
        /// For standard error.
        case error(String)
    }
    let content: Content
    /// Stands between the objects without belonging to the table or list they make.
    let isOutOfBand: Bool
    init(_ content: Content, isOutOfBand: Bool = false) {
        self.content = content
        self.isOutOfBand = isOutOfBand
    }
    public override var type: TypeInfo { FormatEntry.typeInfo }
    static let typeInfo = named("FormatEntryData")
}

public final class GroupEnd: FormatPacket, @unchecked Sendable {
    public override var type: TypeInfo { GroupEnd.typeInfo }
    static let typeInfo = named("GroupEndData")
}

public final class FormatEnd: FormatPacket, @unchecked Sendable {
    public override var type: TypeInfo { FormatEnd.typeInfo }
    static let typeInfo = named("FormatEndData")
}
