// `System.Text.StringBuilder`.

import Runtime
import Scalars

final class StringBuilderObject: Box, @unchecked Sendable {
    var string = ""
    /// Room asked for; grows by doubling, as scripts can see.
    var room = 16
    var capacity: Int {
        let length = string.utf16.count
        while room < length { room = max(16, room * 2) }
        return room
    }
    override var type: TypeInfo { StringBuilderObject.typeInfo }
    static let typeInfo = TypeInfo("System.Text.StringBuilder", base: .object)
    override func describe(_ session: Session) throws -> String { string }

    private static func own(_ value: Value) throws -> StringBuilderObject {
        guard let builder = value.object as? StringBuilderObject else { throw Refusals.null("this") }
        return builder
    }
    private static func appending(_ name: String, _ types: [TypeInfo]) -> Method {
        Method(
            name,
            types.map { type in
                if type === TypeInfo.string {
                    return Overload([.text("value")], returns: typeInfo) { t, a, _ in
                        guard let text = a[0].asText else { return t }
                        let builder = try own(t)
                        try Room.check(units: builder.string.utf8.count + text.string.utf8.count)
                        builder.string += text.string
                        return t
                    }
                }
                return Overload([.of("value", type)], returns: typeInfo) { t, a, session in
                    let builder = try own(t)
                    if let array = a[0].asArray, array.elementType.code == .char {
                        builder.string += StringMembers.joined(array.elements)
                    } else if !a[0].isNull {
                        builder.string += try MethodText.of(a[0], session)
                    }
                    return t
                }
            } + [
                Overload([.char("value"), .int("repeatCount")], returns: typeInfo) { t, a, _ in
                    try own(t).string += Room.text(String(utf16Unit: a.char(0)), times: a.int(1))
                    return t
                },
                Overload([.text("value"), .int("startIndex"), .int("count")], returns: typeInfo) { t, a, _ in
                    let text = Text(a.text(0))
                    guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) + a.int(2) <= text.length else { throw Refusals.outOfRange("startIndex") }
                    try Room.check(units: own(t).string.utf8.count + a.int(2))
                    try own(t).string += text.slice(a.int(1), a.int(2))
                    return t
                },
            ])
    }

    private static func insert(_ builder: StringBuilderObject, _ index: Int, _ added: String) throws {
        let text = Text(builder.string)
        guard index >= 0, index <= text.length else { throw Refusals.outOfRange("index") }
        try Room.check(units: builder.string.utf8.count + added.utf8.count)
        builder.string = text.slice(0, index) + added + text.slice(index, text.length - index)
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property(
                    "Length", .int32, get: { t, _ in .int(Int32(Text(try own(t).string).length)) },
                    set: { t, value, _ in
                        let builder = try own(t), text = Text(builder.string), wanted = Int(value.asInt64 ?? 0)
                        if wanted < 0 { throw Refusals.outOfRange("value", "Length cannot be less than zero.") }
                        builder.string =
                            try wanted <= text.length ? text.slice(0, max(0, wanted)) : builder.string + Room.text("\0", times: wanted - text.length)
                    }),
                Property(
                    "Capacity", .int32, get: { t, _ in .int(Int32(try own(t).capacity)) },
                    set: { t, value, _ in
                        let wanted = Int(value.asInt64 ?? 0)
                        guard wanted >= (try own(t).string.utf16.count) else { throw Refusals.outOfRange("value", "capacity was less than the current size.") }
                        try own(t).room = wanted
                    }),
                Property("MaxCapacity", .int32, get: { _, _ in .int(.max) }),
            ],
            methods: [
                appending(
                    "Append",
                    [
                        .string, .char, .bool, .byte, .sbyte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double, .decimal,
                        TypeInfo.char.arrayType(), .object,
                    ]),
                Method("Chars", [.int("index")], returns: .char) { t, a, _ in
                    let text = Text(try own(t).string)
                    guard a.int(0) >= 0, a.int(0) < text.length else {
                        throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
                    }
                    return .char(text.unit(at: a.int(0)))
                },
                Method(
                    "AppendLine",
                    [
                        Overload(returns: typeInfo) { t, _, _ in
                            try own(t).string += "\n"
                            return t
                        },
                        Overload([.text("value")], returns: typeInfo) { t, a, _ in
                            try Room.check(units: own(t).string.utf8.count + a.text(0).utf8.count)
                            try own(t).string += a.text(0) + "\n"
                            return t
                        },
                    ]),
                Method(
                    "AppendFormat",
                    [
                        Overload([.text("format"), .rest("args", .object)], returns: typeInfo) { t, a, session in
                            try own(t).string += session.filled(a.text(0), a.values(1))
                            return t
                        },
                        Overload([.of("provider", CultureMembers.provider), .text("format"), .rest("args", .object)], returns: typeInfo) { t, a, session in
                            try own(t).string += session.filled(a.text(1), a.values(2), culture: CultureMembers.culture(a[0]))
                            return t
                        },
                    ]),
                Method("AppendJoin", [.text("separator"), .rest("values", .object)], returns: typeInfo) { t, a, session in
                    let values = a.values(1)
                    let list = values.count == 1 ? values[0].asArray?.elements ?? values : values
                    try own(t).string += list.map { try MethodText.of($0, session) }.joined(separator: a.text(0))
                    return t
                },
                Method(
                    "Insert",
                    [
                        Overload([.int("index"), .object("value")], returns: typeInfo) { t, a, session in
                            try insert(
                                own(t), a.int(0),
                                a[1].isNull
                                    ? ""
                                    : a[1].asArray.map { $0.elementType.code == .char ? StringMembers.joined($0.elements) : "System.Object[]" }
                                        ?? MethodText.of(a[1], session))
                            return t
                        },
                        Overload([.int("index"), .text("value"), .int("count")], returns: typeInfo) { t, a, _ in
                            try insert(own(t), a.int(0), Room.text(a.text(1), times: a.int(2)))
                            return t
                        },
                    ]),
                Method("Equals", [.object("sb")], returns: .bool) { t, a, _ in .bool(try own(t).string == (a[0].object as? StringBuilderObject)?.string) },
                Method("CopyTo", [.int("sourceIndex"), .of("destination", TypeInfo.char.arrayType()), .int("destinationIndex"), .int("count")]) { t, a, _ in
                    let text = Text(try own(t).string)
                    guard let target = a[1].asArray else { throw Refusals.null("destination") }
                    guard a.int(0) >= 0, a.int(3) >= 0, a.int(0) + a.int(3) <= text.length, a.int(2) >= 0, a.int(2) + a.int(3) <= target.elements.count else {
                        throw Refusals.outOfRange("sourceIndex")
                    }
                    for i in 0..<a.int(3) { target.elements[a.int(2) + i] = .char(text.unit(at: a.int(0) + i)) }
                    return .nothing
                },
                Method("Remove", [.int("startIndex"), .int("length")], returns: typeInfo) { t, a, _ in
                    let builder = try own(t), text = Text(builder.string)
                    guard a.int(0) >= 0, a.int(1) >= 0, a.int(0) + a.int(1) <= text.length else { throw Refusals.outOfRange("length") }
                    builder.string = text.slice(0, a.int(0)) + text.slice(a.int(0) + a.int(1), text.length - a.int(0) - a.int(1))
                    return t
                },
                Method(
                    "Replace",
                    [
                        Overload([.text("oldValue"), .text("newValue")], returns: typeInfo) { t, a, _ in
                            let builder = try own(t)
                            try TextSearch.checkReplacing(builder.string, a.text(0), with: a.text(1))
                            builder.string = TextSearch.replace(builder.string, a.text(0), with: a.text(1))
                            return t
                        },
                        Overload([.char("oldChar"), .char("newChar")], returns: typeInfo) { t, a, _ in
                            let builder = try own(t)
                            builder.string = TextSearch.replace(builder.string, String(utf16Unit: a.char(0)), with: String(utf16Unit: a.char(1)))
                            return t
                        },
                        Overload([.text("oldValue"), .text("newValue"), .int("startIndex"), .int("count")], returns: typeInfo) { t, a, _ in
                            let builder = try own(t), text = Text(builder.string), start = a.int(2), count = a.int(3)
                            guard start >= 0, count >= 0, start + count <= text.length else { throw Refusals.outOfRange("startIndex") }
                            builder.string =
                                text.slice(0, start) + TextSearch.replace(text.slice(start, count), a.text(0), with: a.text(1))
                                + text.slice(start + count, text.length - start - count)
                            return t
                        },
                    ]),
                Method("Clear", returns: typeInfo) { t, _, _ in
                    try own(t).string = ""
                    return t
                },
                Method(
                    "ToString",
                    [
                        Overload(returns: .string) { t, _, _ in .text(try own(t).string) },
                        Overload([.int("startIndex"), .int("length")], returns: .string) { t, a, _ in
                            let text = Text(try own(t).string)
                            guard a.int(0) >= 0, a.int(1) >= 0, a.int(0) + a.int(1) <= text.length else { throw Refusals.outOfRange("length") }
                            return .text(text.slice(a.int(0), a.int(1)))
                        },
                    ]),
                Method("EnsureCapacity", [.int("capacity")], returns: .int32) { t, a, _ in
                    try own(t).room = max(own(t).capacity, a.int(0))
                    return .int(Int32(try own(t).room))
                },
            ],
            constructors: [
                Overload(returns: typeInfo) { _, _, _ in .object(StringBuilderObject()) },
                Overload([.int("capacity")], returns: typeInfo) { _, a, _ in
                    if a.int(0) < 0 { throw Refusals.outOfRange("capacity", "'capacity' must be greater than zero.") }
                    let made = StringBuilderObject()
                    if a.int(0) > 0 { made.room = a.int(0) }
                    return .object(made)
                },
                Overload([.text("value"), .int("capacity")], returns: typeInfo) { _, a, _ in
                    let made = StringBuilderObject()
                    made.string = a.text(0)
                    made.room = max(16, a.int(1))
                    return .object(made)
                },
                Overload([.text("value")], returns: typeInfo) { _, a, _ in
                    let made = StringBuilderObject()
                    made.string = a.text(0)
                    return .object(made)
                },
            ],
            indexer: (
                get: { t, a, _ in
                    let text = Text(try own(t).string)
                    guard let index = a[0].asInt64, index >= 0, index < text.length else {
                        throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
                    }
                    return .char(text.unit(at: Int(index)))
                },
                set: { t, a, session in
                    let builder = try own(t), text = Text(builder.string)
                    guard let index = a[0].asInt64, index >= 0, index < text.length, case .char(let unit) = try session.convert(a[1], to: .char) else {
                        throw Refusals.outOfRange("index")
                    }
                    builder.string = text.slice(0, Int(index)) + String(utf16Unit: unit) + text.slice(Int(index) + 1, text.length - Int(index) - 1)
                    return .nothing
                }
            ),
            convert: { value, _ in
                guard let text = value.asString else { return nil }
                let made = StringBuilderObject()
                made.string = text
                return .object(made)
            })
    }
}
