// `Span<T>` and `ReadOnlySpan<T>`, for which scripts give arrays and text; and the members of values that write themselves into one.

import Runtime
import Scalars

enum SpanMembers {
    static let characters = span("System.Span", .char), bytes = span("System.Span", .byte), text = span("System.ReadOnlySpan", .char)

    private static func span(_ name: String, _ element: TypeInfo) -> TypeInfo {
        TypeInfo("\(name)`1", base: .valueType, isValueType: true, genericArguments: [element])
    }
    /// An array stands for the room it has.
    private static func known(_ type: TypeInfo) -> KnownType {
        KnownType(type) {
            MemberTable(convert: { value, session in
                if let array = value.asArray, array.elementType === type.genericArguments[0] { return value }
                if type === text { return try session.convert(.text(value.isNull ? "" : value.toText(session)), to: TypeInfo.char.arrayType()) }
                return nil
            })
        }
    }
    static let types: [KnownType] = [known(characters), known(bytes), known(text)]

    private static func fill(_ target: Value, _ written: Value, _ new: [Value], _ session: Session) throws -> Value {
        guard let array = target.asArray, new.count <= array.elements.count else {
            try (written.object as? ReferenceObject)?.variable.write(.int(0), session)
            return .false
        }
        array.elements.replaceSubrange(0..<new.count, with: new)
        try (written.object as? ReferenceObject)?.variable.write(.int(Int32(new.count)), session)
        return .true
    }

    /// `TryFormat`: the text of the value into an array of characters or of UTF-8 bytes.
    static func formatting(declaredBy interface: String? = nil, hasFormat: Bool = true, hasProvider: Bool = true) -> Method {
        @Sendable func shown(_ t: Value, _ a: [Value], _ session: Session) throws -> String {
            let format = hasFormat && a.count > 2 ? StringMembers.joined(a.values(2)) : ""
            var arguments: [Value] = hasFormat ? [.text(format)] : []
            if hasProvider, a.count > 3, !a[3].isNull { arguments.append(a[3]) }
            return try session.call(t, "ToString", format.isEmpty && arguments.count < 2 ? [] : arguments, session.scope).toText(session)
        }
        let rest =
            (hasFormat ? [OverloadParameter.optional("format", text, .null)] : [])
            + (hasProvider ? [.optional("provider", CultureMembers.provider, .null)] : [])
        return Method(
            "TryFormat",
            [
                Overload([.of("destination", characters), .byReference("charsWritten", .int32)] + rest, returns: .bool, declaredBy: interface) {
                    t, a, session in
                    try fill(a[0], a[1], shown(t, a, session).utf16.map { .char($0) }, session)
                },
                Overload([.of("utf8Destination", bytes), .byReference("bytesWritten", .int32)] + rest, returns: .bool, declaredBy: interface) { t, a, session in
                    try fill(a[0], a[1], shown(t, a, session).utf8.map { .byte($0) }, session)
                },
            ])
    }

    /// What `IBinaryInteger<T>` says of an integer: its bytes, from either end.
    static func binary(_ type: TypeInfo, width: Int) -> [Method] {
        let interface = "IBinaryInteger[\(type.displayName)]", array = TypeInfo.byte.arrayType()
        @Sendable func pattern(_ value: Value) -> UInt64 {
            switch value.unwrapped {
            case .ulong(let number): number
            case .char(let unit): UInt64(unit)
            default: UInt64(bitPattern: value.asInt64 ?? 0)
            }
        }
        @Sendable func parts(_ value: Value, isBig: Bool) -> [Value] {
            let little = (0..<width / 8).map { Value.byte(UInt8(truncatingIfNeeded: pattern(value) >> UInt64(8 * $0))) }
            return isBig ? little.reversed() : little
        }
        func writing(_ end: String, isBig: Bool) -> [Method] {
            @Sendable func put(_ t: Value, _ a: [Value], at start: Int) throws -> Value {
                let new = parts(t, isBig: isBig)
                guard let target = a[0].asArray, start >= 0, start + new.count <= target.elements.count else {
                    throw Refusals.argument("Destination is too short. (Parameter 'destination')")
                }
                target.elements.replaceSubrange(start..<start + new.count, with: new)
                return .int(Int32(new.count))
            }
            return [
                Method(
                    "TryWrite\(end)Endian",
                    [
                        Overload([.of("destination", bytes), .byReference("bytesWritten", .int32)], returns: .bool, declaredBy: interface) { t, a, session in
                            try fill(a[0], a[1], parts(t, isBig: isBig), session)
                        }
                    ]),
                Method(
                    "Write\(end)Endian",
                    [
                        Overload([.of("destination", array)], returns: .int32, declaredBy: interface) { t, a, _ in try put(t, a, at: 0) },
                        Overload([.of("destination", array), .int("startIndex")], returns: .int32, declaredBy: interface) { t, a, _ in
                            try put(t, a, at: a.int(1))
                        },
                        Overload([.of("destination", bytes)], returns: .int32, declaredBy: interface) { t, a, _ in try put(t, a, at: 0) },
                    ]),
            ]
        }
        return [
            Method("GetByteCount", [Overload(returns: .int32, declaredBy: interface) { _, _, _ in .int(Int32(width / 8)) }]),
            Method(
                "GetShortestBitLength",
                [
                    Overload(returns: .int32, declaredBy: interface) { t, _, _ in
                        let bits = pattern(t)
                        if let number = t.asInt64, number < 0 { return .int(Int32(65 - (~bits).leadingZeroBitCount)) }
                        return .int(Int32(64 - bits.leadingZeroBitCount))
                    }
                ]),
        ] + writing("Big", isBig: true) + writing("Little", isBig: false)
    }
}
