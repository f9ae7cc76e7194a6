// A text under construction: bytes while it only grows, UTF-16 units while a script changes it in place.

import Runtime
import Scalars

final class StringBuilderObject: Box, @unchecked Sendable {
    /// The text, unless `units` has it.
    private var text = ""
    private var isASCII = true
    /// The text as units, from the first change within it until somebody wants it as a string.
    private var units: [UInt16]?
    /// Room asked for; grows by doubling, as scripts can see.
    var room = 16

    init(_ string: String = "") {
        super.init()
        self.string = string
    }

    override var type: TypeInfo { StringBuilderObject.typeInfo }
    static let typeInfo = TypeInfo("System.Text.StringBuilder", base: .object)
    override func describe(_ session: Session) throws -> String { string }

    var string: String {
        get {
            if let units {
                text = String(decoding: units, as: UTF16.self)
                isASCII = Text(text).isASCII
                self.units = nil
            }
            return text
        }
        set {
            text = newValue
            isASCII = Text(newValue).isASCII
            units = nil
        }
    }

    /// In UTF-16 units.
    var length: Int { units?.count ?? (isASCII ? text.utf8.count : inUnits.count) }

    var capacity: Int {
        let length = length
        while room < length { room = max(16, room * 2) }
        return room
    }

    /// The text as units from now on.
    private var inUnits: [UInt16] { units ?? change { $0 } }

    /// - Throws: `outOfMemory`.
    func append(_ added: Text) throws {
        try Room.check(units: (units?.count ?? text.utf8.count) + added.string.utf8.count)
        if units != nil {
            units?.append(contentsOf: added.string.utf16)
        } else {
            text += added.string
            isASCII = isASCII && added.isASCII
        }
    }
    func append(_ added: String) throws { try append(Text(added)) }

    /// The unit at a place that is inside.
    func unit(at index: Int) -> UInt16 {
        if units == nil, isASCII { return UInt16(text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: index)]) }
        return inUnits[index]
    }
    func set(_ unit: UInt16, at index: Int) { change { $0[index] = unit } }

    /// A stretch that is inside.
    func slice(_ start: Int, _ length: Int) -> String {
        if let units { return String(decoding: units[start..<start + length], as: UTF16.self) }
        return Text(text).slice(start, length)
    }

    /// Puts text in place of a stretch that is inside.
    /// - Throws: `outOfMemory`.
    func replace(_ start: Int, _ length: Int, with added: String) throws {
        try Room.check(units: self.length + added.utf8.count)
        change { $0.replaceSubrange(start..<start + length, with: added.utf16) }
    }

    private func change<Result>(_ body: (inout [UInt16]) -> Result) -> Result {
        var own = units ?? Array(text.utf16)
        units = nil
        text = ""
        defer { units = own }
        return body(&own)
    }
}
