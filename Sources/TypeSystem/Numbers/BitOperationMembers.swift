// `System.Numerics.BitOperations`: counting and turning the bits of unsigned numbers.

import Runtime

enum BitOperationMembers {
    private static func pattern(_ value: Value) -> UInt64 {
        if case .ulong(let number) = value.unwrapped { return number }
        return UInt64(bitPattern: value.asInt64 ?? 0)
    }
    private static func made(_ bits: UInt64, _ isLong: Bool) -> Value { isLong ? .ulong(bits) : .uint(UInt32(truncatingIfNeeded: bits)) }

    /// A count of bits, for both widths.
    private static func count(_ name: String, _ narrow: @escaping @Sendable (UInt32) -> Int, _ wide: @escaping @Sendable (UInt64) -> Int) -> Method {
        Method(
            name,
            [
                Overload([.of("value", .uint32)], returns: .int32) { _, a, _ in .int(Int32(narrow(UInt32(truncatingIfNeeded: pattern(a[0]))))) },
                Overload([.of("value", .uint64)], returns: .int32) { _, a, _ in .int(Int32(wide(pattern(a[0])))) },
            ])
    }
    private static func turn(_ name: String, left: Bool) -> Method {
        func overload(_ type: TypeInfo, _ width: UInt64) -> Overload {
            Overload([.of("value", type), .int("offset")], returns: type) { _, a, _ in
                let bits = pattern(a[0]), turn = UInt64(truncatingIfNeeded: left ? a.int(1) : -a.int(1)) & (width - 1)
                return made(turn == 0 ? bits : bits << turn | bits >> (width - turn), width == 64)
            }
        }
        return Method(name, [overload(.uint32, 32), overload(.uint64, 64)])
    }

    static let known = KnownType(TypeInfo("System.Numerics.BitOperations", base: .object, isAbstract: true)) {
        MemberTable(staticMethods: [
            count("PopCount", { $0.nonzeroBitCount }, { $0.nonzeroBitCount }),
            count("LeadingZeroCount", { $0.leadingZeroBitCount }, { $0.leadingZeroBitCount }),
            count("TrailingZeroCount", { $0.trailingZeroBitCount }, { $0.trailingZeroBitCount }),
            count("Log2", { 31 - ($0 | 1).leadingZeroBitCount }, { 63 - ($0 | 1).leadingZeroBitCount }), turn("RotateLeft", left: true),
            turn("RotateRight", left: false),
            Method(
                "IsPow2",
                [
                    Overload([.int("value")], returns: .bool) { _, a, _ in .bool(a.int(0) > 0 && a.int(0).nonzeroBitCount == 1) },
                    Overload([.of("value", .uint32)], returns: .bool) { _, a, _ in .bool(pattern(a[0]).nonzeroBitCount == 1) },
                    Overload([.long("value")], returns: .bool) { _, a, _ in .bool(a.long(0) > 0 && a.long(0).nonzeroBitCount == 1) },
                    Overload([.of("value", .uint64)], returns: .bool) { _, a, _ in .bool(pattern(a[0]).nonzeroBitCount == 1) },
                ]),
            Method(
                "RoundUpToPowerOf2",
                [
                    Overload([.of("value", .uint32)], returns: .uint32) { _, a, _ in
                        let number = UInt32(truncatingIfNeeded: pattern(a[0]))
                        if number == 0 || number > 1 << 31 { return .uint(0) }
                        return .uint(1 << UInt32(32 - (number - 1).leadingZeroBitCount))
                    },
                    Overload([.of("value", .uint64)], returns: .uint64) { _, a, _ in
                        let number = pattern(a[0])
                        if number == 0 || number > 1 << 63 { return .ulong(0) }
                        return .ulong(1 << UInt64(64 - (number - 1).leadingZeroBitCount))
                    },
                ]),
        ])
    }
}
