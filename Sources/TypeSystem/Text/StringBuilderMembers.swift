// `System.Text.StringBuilder`.

import Runtime
import Scalars

extension StringBuilderObject {
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
                        if let text = a[0].asText { try own(t).append(text) }
                        return t
                    }
                }
                return Overload([.of("value", type)], returns: typeInfo) { t, a, session in
                    let builder = try own(t)
                    if let array = a[0].asArray, array.elementType.code == .char {
                        try builder.append(StringMembers.joined(array.elements))
                    } else if !a[0].isNull {
                        try builder.append(MethodText.of(a[0], session))
                    }
                    return t
                }
            } + [
                Overload([.char("value"), .int("repeatCount")], returns: typeInfo) { t, a, _ in
                    try own(t).append(Room.text(String(utf16Unit: a.char(0)), times: a.int(1)))
                    return t
                },
                Overload([.text("value"), .int("startIndex"), .int("count")], returns: typeInfo) { t, a, _ in
                    let text = Text(a.text(0))
                    guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) + a.int(2) <= text.length else { throw Refusals.outOfRange("startIndex") }
                    try own(t).append(text.slice(a.int(1), a.int(2)))
                    return t
                },
            ])
    }

    private static func insert(_ builder: StringBuilderObject, _ index: Int, _ added: String) throws {
        guard index >= 0, index <= builder.length else { throw Refusals.outOfRange("index") }
        try builder.replace(index, 0, with: added)
    }

    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property(
                    "Length", .int32, get: { t, _ in .int(Int32(try own(t).length)) },
                    set: { t, value, _ in
                        let builder = try own(t), wanted = Int(value.asInt64 ?? 0), length = builder.length
                        if wanted < 0 { throw Refusals.outOfRange("value", "Length cannot be less than zero.") }
                        if wanted > length { return try builder.append(Room.text("\0", times: wanted - length)) }
                        try builder.replace(wanted, length - wanted, with: "")
                    }),
                Property(
                    "Capacity", .int32, get: { t, _ in .int(Int32(try own(t).capacity)) },
                    set: { t, value, _ in
                        let wanted = Int(value.asInt64 ?? 0)
                        guard wanted >= (try own(t).length) else { throw Refusals.outOfRange("value", "capacity was less than the current size.") }
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
                    let builder = try own(t)
                    guard a.int(0) >= 0, a.int(0) < builder.length else {
                        throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
                    }
                    return .char(builder.unit(at: a.int(0)))
                },
                Method(
                    "AppendLine",
                    [
                        Overload(returns: typeInfo) { t, _, _ in
                            try own(t).append("\n")
                            return t
                        },
                        Overload([.text("value")], returns: typeInfo) { t, a, _ in
                            try own(t).append(a.text(0) + "\n")
                            return t
                        },
                    ]),
                Method(
                    "AppendFormat",
                    [
                        Overload([.text("format"), .rest("args", .object)], returns: typeInfo) { t, a, session in
                            try own(t).append(session.filled(a.text(0), a.values(1)))
                            return t
                        },
                        Overload([.of("provider", CultureMembers.provider), .text("format"), .rest("args", .object)], returns: typeInfo) { t, a, session in
                            try own(t).append(session.filled(a.text(1), a.values(2), culture: CultureMembers.culture(a[0])))
                            return t
                        },
                    ]),
                Method("AppendJoin", [.text("separator"), .rest("values", .object)], returns: typeInfo) { t, a, session in
                    let values = a.values(1)
                    let list = values.count == 1 ? values[0].asArray?.elements ?? values : values
                    try own(t).append(list.map { try MethodText.of($0, session) }.joined(separator: a.text(0)))
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
                    let text = try own(t)
                    guard let target = a[1].asArray else { throw Refusals.null("destination") }
                    guard a.int(0) >= 0, a.int(3) >= 0, a.int(0) + a.int(3) <= text.length, a.int(2) >= 0, a.int(2) + a.int(3) <= target.elements.count else {
                        throw Refusals.outOfRange("sourceIndex")
                    }
                    for i in 0..<a.int(3) { target.elements[a.int(2) + i] = .char(text.unit(at: a.int(0) + i)) }
                    return .nothing
                },
                Method("Remove", [.int("startIndex"), .int("length")], returns: typeInfo) { t, a, _ in
                    let builder = try own(t)
                    guard a.int(0) >= 0, a.int(1) >= 0, a.int(0) + a.int(1) <= builder.length else { throw Refusals.outOfRange("length") }
                    try builder.replace(a.int(0), a.int(1), with: "")
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
                            let builder = try own(t), start = a.int(2), count = a.int(3)
                            guard start >= 0, count >= 0, start + count <= builder.length else { throw Refusals.outOfRange("startIndex") }
                            try builder.replace(start, count, with: TextSearch.replace(builder.slice(start, count), a.text(0), with: a.text(1)))
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
                            let builder = try own(t)
                            guard a.int(0) >= 0, a.int(1) >= 0, a.int(0) + a.int(1) <= builder.length else { throw Refusals.outOfRange("length") }
                            return .text(builder.slice(a.int(0), a.int(1)))
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
                    let made = StringBuilderObject(a.text(0))
                    made.room = max(16, a.int(1))
                    return .object(made)
                },
                Overload([.text("value")], returns: typeInfo) { _, a, _ in
                    .object(StringBuilderObject(a.text(0)))
                },
            ],
            indexer: (
                get: { t, a, _ in
                    let builder = try own(t)
                    guard let index = a[0].asInt64, index >= 0, index < builder.length else {
                        throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
                    }
                    return .char(builder.unit(at: Int(index)))
                },
                set: { t, a, session in
                    let builder = try own(t)
                    guard let index = a[0].asInt64, index >= 0, index < builder.length, case .char(let unit) = try session.convert(a[1], to: .char) else {
                        throw Refusals.outOfRange("index")
                    }
                    builder.set(unit, at: Int(index))
                    return .nothing
                }
            ),
            convert: { value, _ in
                value.asString.map { .object(StringBuilderObject($0)) }
            })
    }
}
