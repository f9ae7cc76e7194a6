// `System.String`. Positions are UTF-16 units.

import Runtime
import Scalars

enum StringMembers {
    static let known = KnownType(.string) {
        MemberTable(
            properties: [Property("Length", .int32, get: { target, _ in .int(Int32(text(target).length)) })],
            methods: searching + changing + splitting + comparing, staticProperties: [Property("Empty", .string, get: { _, _ in "" })],
            staticMethods: StringStatics.methods,
            constructors: [
                Overload([.char("c"), .int("count")], returns: .string) { _, a, _ in
                    if a.int(1) < 0 { throw Refusals.outOfRange("count", "'count' must be non-negative.") }
                    return .text(try Room.text(String(utf16Unit: a.char(0)), times: a.int(1)))
                },
                Overload([.of("value", TypeInfo.char.arrayType())], returns: .string) { _, a, _ in .text(joined(a.values(0))) },
                Overload([.of("value", TypeInfo.char.arrayType()), .int("startIndex"), .int("length")], returns: .string) { _, a, _ in
                    let units = a.values(0)
                    if a.int(1) < 0 { throw Refusals.outOfRange("startIndex", "StartIndex cannot be less than zero.") }
                    if a.int(2) < 0 { throw Refusals.outOfRange("length", "Length cannot be less than zero.") }
                    if a.int(1) > units.count - a.int(2) {
                        throw Refusals.outOfRange("startIndex", "Index and length must refer to a location within the string.")
                    }
                    return .text(joined(Array(units[a.int(1)..<a.int(1) + a.int(2)])))
                },
            ])
    }

    static func text(_ value: Value) -> Text { value.asText ?? Text("") }
    static func joined(_ units: [Value]) -> String {
        String(
            decoding: units.map { value -> UInt16 in
                if case .char(let unit) = value.unwrapped { return unit }
                return 0
            }, as: UTF16.self)
    }

    /// `StringComparison` as: ordinal or linguistic, with or without case.
    static func ignoresCase(_ comparison: Int64) -> Bool { comparison % 2 == 1 }

    // MARK: Searching

    private static func index(_ target: Value, _ needle: String, from start: Int, count: Int?, comparison: Int64 = 4) throws -> Value {
        let whole = text(target)
        guard start >= 0, start <= whole.length else { throw Refusals.outOfRange("startIndex") }
        guard count.map({ $0 >= 0 && start + $0 <= whole.length }) ?? true else {
            throw Refusals.outOfRange("count", "Count must be positive and count must refer to a location within the string/array/collection.")
        }
        if needle.isEmpty { return .int(Int32(start)) }
        let found: Int = withBytes(of: whole, start, count) { bytes in
            withUtf8(needle) { wanted in
                let offset =
                    ignoresCase(comparison) ? TextSearch.indexIgnoringCase(of: wanted, in: bytes)?.offset ?? -1 : TextSearch.index(of: wanted, in: bytes)
                return offset < 0 ? -1 : utf16Index(bytes, utf8: offset)
            }
        }
        return .int(found < 0 ? -1 : Int32(found + start))
    }

    /// The bytes of a stretch in UTF-16 units, to the end without a length. Only what begins or ends within a pair is copied.
    private static func withBytes<Result>(of whole: Text, _ start: Int, _ count: Int?, _ body: (Utf8Bytes) -> Result) -> Result {
        guard let from = whole.byteOffset(at: start), let to = count.map({ whole.byteOffset(at: start + $0) }) ?? whole.string.utf8.count else {
            return withUtf8(whole.slice(start, count ?? whole.length - start), body)
        }
        return withUtf8(whole.string) { body(Utf8Bytes(rebasing: $0[from..<to])) }
    }

    private static func lastIndex(_ target: Value, _ needle: String, from start: Int?, count: Int?, comparison: Int64 = 4) throws -> Value {
        let whole = text(target)
        if whole.length == 0 { return .int(needle.isEmpty ? 0 : -1) }
        if let start, start > whole.length || start < 0 {
            throw Refusals.outOfRange("startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
        }
        let end = min(whole.length, (start ?? whole.length - 1) + 1)
        guard end >= 0 else { throw Refusals.outOfRange("startIndex") }
        if let count, count < 0 || count > end {
            throw Refusals.outOfRange("count", "Count must be positive and count must refer to a location within the string/array/collection.")
        }
        let from = max(0, end - (count ?? end))
        let part = whole.slice(from, end - from)
        if needle.isEmpty { return .int(Int32(end)) }
        let (hay, pin) = ignoresCase(comparison) ? (SimpleCase.upper(part), SimpleCase.upper(needle)) : (part, needle)
        let found: Int = withUtf8(hay) { bytes in
            withUtf8(pin) { wanted in
                let offset = TextSearch.lastIndex(of: wanted, in: bytes)
                return offset < 0 ? -1 : utf16Index(bytes, utf8: offset)
            }
        }
        return .int(found < 0 ? -1 : Int32(found + from))
    }

    private static func unit(_ a: [Value]) -> String { String(utf16Unit: a.char(0)) }

    private static var searching: [Method] {
        let comparison = OverloadParameter.of("comparisonType", Enumerations.stringComparison)
        return [
            Method(
                "Contains",
                [
                    Overload([.text("value")], returns: .bool) { t, a, _ in .bool(contains(t, a.text(0))) },
                    Overload([.text("value"), comparison], returns: .bool) { t, a, _ in
                        .bool(try index(t, a.text(0), from: 0, count: nil, comparison: a.enumeration(1)).asInt64 != -1)
                    },
                    Overload([.char("value")], returns: .bool) { t, a, _ in .bool(contains(t, unit(a))) },
                    Overload([.char("value"), comparison], returns: .bool) { t, a, _ in
                        .bool(try index(t, unit(a), from: 0, count: nil, comparison: a.enumeration(1)).asInt64 != -1)
                    },
                ]),
            Method(
                "IndexOf",
                [
                    Overload([.char("value")], returns: .int32) { t, a, _ in try index(t, unit(a), from: 0, count: nil) },
                    Overload([.char("value"), .int("startIndex")], returns: .int32) { t, a, _ in try index(t, unit(a), from: a.int(1), count: nil) },
                    Overload([.char("value"), comparison], returns: .int32) { t, a, _ in
                        try index(t, unit(a), from: 0, count: nil, comparison: a.enumeration(1))
                    },
                    Overload([.char("value"), .int("startIndex"), .int("count")], returns: .int32) { t, a, _ in
                        try index(t, unit(a), from: a.int(1), count: a.int(2))
                    },
                    Overload([.text("value")], returns: .int32) { t, a, _ in try index(t, a.text(0), from: 0, count: nil) },
                    Overload([.text("value"), .int("startIndex")], returns: .int32) { t, a, _ in try index(t, a.text(0), from: a.int(1), count: nil) },
                    Overload([.text("value"), .int("startIndex"), .int("count")], returns: .int32) { t, a, _ in
                        try index(t, a.text(0), from: a.int(1), count: a.int(2))
                    },
                    Overload([.text("value"), comparison], returns: .int32) { t, a, _ in
                        try index(t, a.text(0), from: 0, count: nil, comparison: a.enumeration(1))
                    },
                    Overload([.text("value"), .int("startIndex"), comparison], returns: .int32) { t, a, _ in
                        try index(t, a.text(0), from: a.int(1), count: nil, comparison: a.enumeration(2))
                    },
                    Overload([.text("value"), .int("startIndex"), .int("count"), comparison], returns: .int32) { t, a, _ in
                        try index(t, a.text(0), from: a.int(1), count: a.int(2), comparison: a.enumeration(3))
                    },
                ]),
            Method(
                "LastIndexOf",
                [
                    Overload([.char("value")], returns: .int32) { t, a, _ in try lastIndex(t, unit(a), from: nil, count: nil) },
                    Overload([.char("value"), .int("startIndex")], returns: .int32) { t, a, _ in try lastIndex(t, unit(a), from: a.int(1), count: nil) },
                    Overload([.char("value"), .int("startIndex"), .int("count")], returns: .int32) { t, a, _ in
                        try lastIndex(t, unit(a), from: a.int(1), count: a.int(2))
                    },
                    Overload([.text("value")], returns: .int32) { t, a, _ in try lastIndex(t, a.text(0), from: nil, count: nil) },
                    Overload([.text("value"), .int("startIndex")], returns: .int32) { t, a, _ in try lastIndex(t, a.text(0), from: a.int(1), count: nil) },
                    Overload([.text("value"), .int("startIndex"), .int("count")], returns: .int32) { t, a, _ in
                        try lastIndex(t, a.text(0), from: a.int(1), count: a.int(2))
                    },
                    Overload([.text("value"), comparison], returns: .int32) { t, a, _ in
                        try lastIndex(t, a.text(0), from: nil, count: nil, comparison: a.enumeration(1))
                    },
                    Overload([.text("value"), .int("startIndex"), comparison], returns: .int32) { t, a, _ in
                        try lastIndex(t, a.text(0), from: a.int(1), count: nil, comparison: a.enumeration(2))
                    },
                    Overload([.text("value"), .int("startIndex"), .int("count"), comparison], returns: .int32) { t, a, _ in
                        try lastIndex(t, a.text(0), from: a.int(1), count: a.int(2), comparison: a.enumeration(3))
                    },
                ]),
            Method(
                "IndexOfAny",
                [
                    Overload([.of("anyOf", TypeInfo.char.arrayType())], returns: .int32) { t, a, _ in try anyIndex(text(t), a.values(0), 0, nil) },
                    Overload([.of("anyOf", TypeInfo.char.arrayType()), .int("startIndex")], returns: .int32) { t, a, _ in
                        try anyIndex(text(t), a.values(0), a.int(1), nil)
                    },
                    Overload([.of("anyOf", TypeInfo.char.arrayType()), .int("startIndex"), .int("count")], returns: .int32) { t, a, _ in
                        try anyIndex(text(t), a.values(0), a.int(1), a.int(2))
                    },
                ]),
            Method(
                "LastIndexOfAny",
                [
                    Overload([.of("anyOf", TypeInfo.char.arrayType())], returns: .int32) { t, a, _ in try lastAnyIndex(text(t), a.values(0), nil, nil) },
                    Overload([.of("anyOf", TypeInfo.char.arrayType()), .int("startIndex")], returns: .int32) { t, a, _ in
                        try lastAnyIndex(text(t), a.values(0), a.int(1), nil)
                    },
                    Overload([.of("anyOf", TypeInfo.char.arrayType()), .int("startIndex"), .int("count")], returns: .int32) { t, a, _ in
                        try lastAnyIndex(text(t), a.values(0), a.int(1), a.int(2))
                    },
                ]),
            Method(
                "StartsWith",
                [
                    Overload([.text("value")], returns: .bool) { t, a, _ in .bool(edge(t, a.text(0), 0, atEnd: false)) },
                    Overload([.text("value"), comparison], returns: .bool) { t, a, _ in .bool(edge(t, a.text(0), a.enumeration(1), atEnd: false)) },
                    Overload([.text("value"), .bool("ignoreCase"), .of("culture", CultureMembers.type)], returns: .bool) { t, a, _ in
                        .bool(edge(t, a.text(0), a.bool(1) ? 1 : 0, atEnd: false))
                    },
                    Overload([.char("value")], returns: .bool) { t, a, _ in .bool(edge(t, unit(a), 0, atEnd: false)) },
                ]),
            Method(
                "EndsWith",
                [
                    Overload([.text("value")], returns: .bool) { t, a, _ in .bool(edge(t, a.text(0), 0, atEnd: true)) },
                    Overload([.text("value"), comparison], returns: .bool) { t, a, _ in .bool(edge(t, a.text(0), a.enumeration(1), atEnd: true)) },
                    Overload([.text("value"), .bool("ignoreCase"), .of("culture", CultureMembers.type)], returns: .bool) { t, a, _ in
                        .bool(edge(t, a.text(0), a.bool(1) ? 1 : 0, atEnd: true))
                    },
                    Overload([.char("value")], returns: .bool) { t, a, _ in .bool(edge(t, unit(a), 0, atEnd: true)) },
                ]),
        ]
    }

    private static func contains(_ target: Value, _ needle: String) -> Bool {
        withUtf8(text(target).string) { bytes in withUtf8(needle) { $0.isEmpty || TextSearch.index(of: $0, in: bytes) >= 0 } }
    }

    private static func edge(_ target: Value, _ part: String, _ comparison: Int64, atEnd: Bool) -> Bool {
        withUtf8(text(target).string) { bytes in
            withUtf8(part) { wanted in
                atEnd
                    ? TextSearch.hasSuffix(bytes, wanted, ignoreCase: ignoresCase(comparison))
                    : TextSearch.hasPrefix(bytes, wanted, ignoreCase: ignoresCase(comparison))
            }
        }
    }

    private static func units(_ values: [Value]) -> Set<UInt16> {
        Set(
            values.compactMap { value -> UInt16? in
                if case .char(let unit) = value.unwrapped { return unit }
                return nil
            })
    }

    private static func anyIndex(_ text: Text, _ wanted: [Value], _ start: Int, _ count: Int?) throws -> Value {
        let set = units(wanted), all = Array(text.string.utf16)
        guard start >= 0, start <= all.count else { throw Refusals.outOfRange("startIndex") }
        let end = start + (count ?? all.count - start)
        guard end >= start, end <= all.count else {
            throw Refusals.outOfRange("count", "Count must be positive and count must refer to a location within the string/array/collection.")
        }
        return .int(Int32(all[start..<end].firstIndex { set.contains($0) } ?? -1))
    }

    /// Backwards from a place, over so many characters.
    private static func lastAnyIndex(_ text: Text, _ wanted: [Value], _ start: Int?, _ count: Int?) throws -> Value {
        let set = units(wanted), all = Array(text.string.utf16)
        if all.isEmpty { return .int(-1) }
        let last = start ?? all.count - 1
        guard last >= 0, last < all.count else { throw Refusals.outOfRange("startIndex") }
        let first = last + 1 - (count ?? last + 1)
        guard first >= 0, first <= last + 1 else {
            throw Refusals.outOfRange("count", "Count must be positive and count must refer to a location within the string/array/collection.")
        }
        return .int(Int32(all[first...last].lastIndex { set.contains($0) } ?? -1))
    }

    // MARK: Changing

    private static func trimmed(_ target: Value, _ wanted: [Value]?, start: Bool, end: Bool) -> Value {
        let set = wanted.map(units)
        func drops(_ scalar: Unicode.Scalar) -> Bool {
            guard let set, !set.isEmpty else { return scalar.properties.isWhitespace }
            return scalar.value < 0x10000 && set.contains(UInt16(scalar.value))
        }
        var scalars = text(target).string.unicodeScalars[...]
        if start { while let first = scalars.first, drops(first) { scalars.removeFirst() } }
        if end { while let last = scalars.last, drops(last) { scalars.removeLast() } }
        return .text(String(scalars))
    }

    private static func trim(_ name: String, start: Bool, end: Bool) -> Method {
        Method(
            name,
            [
                Overload(returns: .string) { t, _, _ in trimmed(t, nil, start: start, end: end) },
                Overload([.rest("trimChars", .char)], returns: .string) { t, a, _ in trimmed(t, a.values(0), start: start, end: end) },
                Overload([.char("trimChar")], returns: .string) { t, a, _ in trimmed(t, [a[0]], start: start, end: end) },
            ])
    }

    private static func padded(_ target: Value, _ width: Int, _ unit: UInt16, left: Bool) throws -> Value {
        if width < 0 { throw Refusals.outOfRange("totalWidth", "Non-negative number required.") }
        let whole = text(target)
        let padding = try Room.text(String(utf16Unit: unit), times: width - whole.length)
        return .text(left ? padding + whole.string : whole.string + padding)
    }

    private static func pad(_ name: String, left: Bool) -> Method {
        Method(
            name,
            [
                Overload([.int("totalWidth")], returns: .string) { t, a, _ in try padded(t, a.int(0), 32, left: left) },
                Overload([.int("totalWidth"), .char("paddingChar")], returns: .string) { t, a, _ in try padded(t, a.int(0), a.char(1), left: left) },
            ])
    }

    private static func substring(_ target: Value, _ start: Int, _ length: Int?) throws -> Value {
        let whole = text(target)
        if start < 0 { throw Refusals.outOfRange("startIndex", "StartIndex cannot be less than zero.") }
        if start > whole.length { throw Refusals.outOfRange("startIndex", "startIndex cannot be larger than length of string.") }
        let count = length ?? whole.length - start
        if count < 0 { throw Refusals.outOfRange("length", "Length cannot be less than zero.") }
        if start + count > whole.length { throw Refusals.outOfRange("length", "Index and length must refer to a location within the string.") }
        return .text(whole.slice(start, count))
    }

    private static func removed(_ target: Value, _ start: Int, _ count: Int?) throws -> Value {
        let whole = text(target)
        if start < 0 { throw Refusals.outOfRange("startIndex", "StartIndex cannot be less than zero.") }
        if start > whole.length { throw Refusals.outOfRange("startIndex", "startIndex must be less than length of string.") }
        let n = count ?? whole.length - start
        if n < 0 { throw Refusals.outOfRange("count", "Count cannot be less than zero.") }
        if start + n > whole.length { throw Refusals.outOfRange("count", "Index and count must refer to a location within the string.") }
        return .text(whole.slice(0, start) + whole.slice(start + n, whole.length - start - n))
    }

    private static func replaced(_ target: Value, _ old: String, _ new: String, ignoreCase: Bool = false) throws -> Value {
        if old.isEmpty { throw Refusals.argument("String cannot be of zero length. (Parameter 'oldValue')") }
        try TextSearch.checkReplacing(text(target).string, old, with: new, ignoreCase: ignoreCase)
        return .text(TextSearch.replace(text(target).string, old, with: new, ignoreCase: ignoreCase))
    }

    private static var changing: [Method] {
        [
            Method(
                "ToUpper",
                [
                    Overload(returns: .string) { t, _, _ in .text(SimpleCase.upper(text(t).string)) },
                    Overload([.of("culture", CultureMembers.type)], returns: .string) { t, a, _ in
                        .text(CultureCase.upper(text(t).string, CultureMembers.culture(a[0]) ?? .invariant))
                    },
                ]),
            Method(
                "ToLower",
                [
                    Overload(returns: .string) { t, _, _ in .text(SimpleCase.lower(text(t).string)) },
                    Overload([.of("culture", CultureMembers.type)], returns: .string) { t, a, _ in
                        .text(CultureCase.lower(text(t).string, CultureMembers.culture(a[0]) ?? .invariant))
                    },
                ]),
            Method("ToUpperInvariant", returns: .string) { t, _, _ in .text(SimpleCase.upper(text(t).string)) },
            Method("ToLowerInvariant", returns: .string) { t, _, _ in .text(SimpleCase.lower(text(t).string)) },
            trim("Trim", start: true, end: true), trim("TrimStart", start: true, end: false), trim("TrimEnd", start: false, end: true),
            pad("PadLeft", left: true), pad("PadRight", left: false),
            Method(
                "Substring",
                [
                    Overload([.int("startIndex")], returns: .string) { t, a, _ in try substring(t, a.int(0), nil) },
                    Overload([.int("startIndex"), .int("length")], returns: .string) { t, a, _ in try substring(t, a.int(0), a.int(1)) },
                ]),
            Method(
                "Remove",
                [
                    Overload([.int("startIndex")], returns: .string) { t, a, _ in try removed(t, a.int(0), nil) },
                    Overload([.int("startIndex"), .int("count")], returns: .string) { t, a, _ in try removed(t, a.int(0), a.int(1)) },
                ]),
            Method("Insert", [.int("startIndex"), .text("value")], returns: .string) { t, a, _ in
                let whole = text(t)
                guard a.int(0) >= 0, a.int(0) <= whole.length else {
                    throw Refusals.outOfRange("startIndex", "Specified argument was out of the range of valid values.")
                }
                try Room.check(units: whole.string.utf8.count + a.text(1).utf8.count)
                return .text(whole.slice(0, a.int(0)) + a.text(1) + whole.slice(a.int(0), whole.length - a.int(0)))
            },
            Method(
                "Replace",
                [
                    Overload([.char("oldChar"), .char("newChar")], returns: .string) { t, a, _ in
                        try replaced(t, String(utf16Unit: a.char(0)), String(utf16Unit: a.char(1)))
                    },
                    Overload([.text("oldValue"), .text("newValue")], returns: .string) { t, a, _ in try replaced(t, a.text(0), a.text(1)) },
                    Overload([.text("oldValue"), .text("newValue"), .of("comparisonType", Enumerations.stringComparison)], returns: .string) { t, a, _ in
                        try replaced(t, a.text(0), a.text(1), ignoreCase: ignoresCase(a.enumeration(2)))
                    },
                    Overload([.text("oldValue"), .text("newValue"), .bool("ignoreCase"), .of("culture", CultureMembers.type)], returns: .string) { t, a, _ in
                        try replaced(t, a.text(0), a.text(1), ignoreCase: a.bool(2))
                    },
                ]),
            Method(
                "ReplaceLineEndings",
                [
                    Overload(returns: .string) { t, _, _ in .text(lines(text(t).string).joined(separator: "\n")) },
                    Overload([.text("replacementText")], returns: .string) { t, a, _ in .text(lines(text(t).string).joined(separator: a.text(0))) },
                ]),
            Method(
                "Normalize",
                [
                    Overload(returns: .string) { t, _, _ in .text(Normalization.composed(text(t).string)) },
                    Overload([.of("normalizationForm", RuneObject.forms)], returns: .string) { t, a, _ in
                        .text(a.enumeration(0) % 4 == 2 ? Normalization.decomposed(text(t).string) : Normalization.composed(text(t).string))
                    },
                ]),
            Method(
                "IsNormalized",
                [
                    Overload(returns: .bool) { t, _, _ in .bool(Normalization.isComposed(text(t).string)) },
                    Overload([.of("normalizationForm", RuneObject.forms)], returns: .bool) { t, a, _ in
                        .bool(a.enumeration(0) % 4 == 2 ? Normalization.isDecomposed(text(t).string) : Normalization.isComposed(text(t).string))
                    },
                ]),
            Method("EnumerateRunes", returns: .iEnumerable) { t, _, _ in
                .object(RuneSequence(text(t).string))
            },
            Method("CopyTo", [.int("sourceIndex"), .of("destination", TypeInfo.char.arrayType()), .int("destinationIndex"), .int("count")]) { t, a, _ in
                let own = text(t)
                guard let target = a[1].asArray else { throw Refusals.null("destination") }
                guard a.int(0) >= 0, a.int(3) >= 0, a.int(0) + a.int(3) <= own.length else { throw Refusals.outOfRange("sourceIndex") }
                guard a.int(2) >= 0, a.int(2) + a.int(3) <= target.elements.count else { throw Refusals.outOfRange("destinationIndex") }
                for i in 0..<a.int(3) { target.elements[a.int(2) + i] = .char(own.unit(at: a.int(0) + i)) }
                return .nothing
            },
            Method("Clone", returns: .object) { t, _, _ in t },
            Method(
                "ToString",
                [
                    Overload(returns: .string) { t, _, _ in .text(text(t).string) },
                    Overload([.of("provider", .object)], returns: .string) { t, _, _ in .text(text(t).string) },
                ]),
            Method(
                "ToCharArray",
                [
                    Overload(returns: TypeInfo.char.arrayType()) { t, _, _ in
                        try Room.check(elements: text(t).length)
                        return .object(ArrayObject(text(t).string.utf16.map { .char($0) }, elementType: .char))
                    },
                    Overload([.int("startIndex"), .int("length")], returns: TypeInfo.char.arrayType()) { t, a, _ in
                        let whole = text(t)
                        guard a.int(0) >= 0, a.int(1) >= 0, a.int(0) + a.int(1) <= whole.length else { throw Refusals.outOfRange("startIndex") }
                        return .object(ArrayObject(whole.slice(a.int(0), a.int(1)).utf16.map { .char($0) }, elementType: .char))
                    },
                ]),
            Method("GetEnumerator", returns: .iEnumerator) { t, _, _ in .object(ForEachEnumerator(text(t).string.utf16.map { .char($0) })) },
            Method("get_Chars", [.int("index")], returns: .char) { t, a, _ in
                guard a.int(0) >= 0, a.int(0) < text(t).length else {
                    throw MethodFailure("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
                }
                return .char(text(t).unit(at: a.int(0)))
            },
            Method("GetTypeCode", returns: Enumerations.typeCode) { _, _, _ in .object(EnumerationObject(Enumerations.typeCode, 18)) },
        ]
    }

    /// Pieces between line breaks of any kind.
    private static func lines(_ text: String) -> [String] {
        TextSearch.split(TextSearch.replace(TextSearch.replace(text, "\r\n", with: "\n"), "\r", with: "\n"), by: "\n")
    }

    // MARK: Splitting and comparing

    /// Pieces under `StringSplitOptions`; the last one takes the rest when there is a limit.
    static func split(_ whole: String, _ separators: [String], limit: Int, options: Int64) -> Value {
        let usable = separators.filter { !$0.isEmpty }
        let removesEmpty = options & 1 != 0, trims = options & 2 != 0
        func cleaned(_ piece: String) -> String { trims ? piece.trimmedWhiteSpace : piece }
        if usable.count == 1, limit <= 0, !removesEmpty, !trims {
            return .object(ArrayObject(TextSearch.split(whole, by: usable[0]) { .text($0) }, elementType: .string))
        }
        var pieces: [String] = []
        withUtf8(whole) { bytes in
            let marks = usable.map { Array($0.utf8) }
            var start = 0, i = 0
            func piece(_ from: Int, _ to: Int) -> String { cleaned(String(decoding: bytes[from..<to], as: UTF8.self)) }
            while i < bytes.count {
                if limit > 0, pieces.count >= limit - 1 { break }
                var length = 0
                if usable.isEmpty && separators.isEmpty {
                    let (value, size) = decodeScalar(bytes, at: i)
                    if Unicode.Scalar(value)?.properties.isWhitespace == true { length = size }
                } else {
                    for mark in marks where i + mark.count <= bytes.count && bytes[i..<i + mark.count].elementsEqual(mark) {
                        length = mark.count
                        break
                    }
                }
                if length > 0 {
                    let text = piece(start, i)
                    if !(removesEmpty && text.isEmpty) { pieces.append(text) }
                    i += length
                    start = i
                } else {
                    i += 1
                }
            }
            if limit > 0, removesEmpty, pieces.count >= limit - 1 {
                // Separators in front of the rest are no pieces.
                var again = true
                while again {
                    again = false
                    for mark in marks where start + mark.count <= bytes.count && bytes[start..<start + mark.count].elementsEqual(mark) {
                        start += mark.count
                        again = true
                    }
                }
            }
            let last = piece(min(start, bytes.count), bytes.count)
            if !(removesEmpty && last.isEmpty) { pieces.append(last) }
        }
        if limit == 1, separators.isEmpty == false || usable.isEmpty { if pieces.isEmpty { pieces = removesEmpty ? [] : [whole] } }
        return .object(ArrayObject(pieces.map { .text($0) }, elementType: .string))
    }

    private static func marks(_ values: [Value]) -> [String] {
        values.map { value in
            if case .char(let unit) = value.unwrapped { return String(utf16Unit: unit) }
            return value.asString ?? ""
        }
    }

    private static var splitting: [Method] {
        let options = OverloadParameter.of("options", Enumerations.splitOptions)
        let lastly = OverloadParameter.optional("options", Enumerations.splitOptions, .object(EnumerationObject(Enumerations.splitOptions, 0)))
        let result = TypeInfo.stringArray
        let chars = OverloadParameter.of("separator", TypeInfo.char.arrayType()), texts = OverloadParameter.of("separator", .stringArray)
        return [
            Method(
                "Split",
                [
                    Overload([.char("separator"), lastly], returns: result) { t, a, _ in
                        split(text(t).string, marks([a[0]]), limit: 0, options: a.enumeration(1))
                    },
                    Overload([.char("separator"), .int("count"), lastly], returns: result) { t, a, _ in
                        split(text(t).string, marks([a[0]]), limit: a.int(1), options: a.enumeration(2))
                    },
                    Overload([.rest("separator", .char)], returns: result) { t, a, _ in split(text(t).string, marks(a.values(0)), limit: 0, options: 0) },
                    Overload([chars, .int("count")], returns: result) { t, a, _ in split(text(t).string, marks(a.values(0)), limit: a.int(1), options: 0) },
                    Overload([chars, options], returns: result) { t, a, _ in split(text(t).string, marks(a.values(0)), limit: 0, options: a.enumeration(1)) },
                    Overload([chars, .int("count"), options], returns: result) { t, a, _ in
                        split(text(t).string, marks(a.values(0)), limit: a.int(1), options: a.enumeration(2))
                    },
                    Overload([.text("separator"), lastly], returns: result) { t, a, _ in split(text(t).string, [a.text(0)], limit: 0, options: a.enumeration(1))
                    },
                    Overload([.text("separator"), .int("count"), lastly], returns: result) { t, a, _ in
                        split(text(t).string, [a.text(0)], limit: a.int(1), options: a.enumeration(2))
                    },
                    Overload([texts, options], returns: result) { t, a, _ in split(text(t).string, marks(a.values(0)), limit: 0, options: a.enumeration(1)) },
                    Overload([texts, .int("count"), options], returns: result) { t, a, _ in
                        split(text(t).string, marks(a.values(0)), limit: a.int(1), options: a.enumeration(2))
                    },
                ])
        ]
    }

    private static var comparing: [Method] {
        [
            Method("Chars", [.int("index")], returns: .char) { t, a, _ in
                let own = text(t)
                guard a.int(0) >= 0, a.int(0) < own.length else {
                    throw ShellError(
                        "ExceptionWhenGetting", "Exception getting \"Chars\": \"Index was outside the bounds of the array.\"",
                        type: "GetValueInvocationException", category: .notSpecified)
                }
                return .char(own.unit(at: a.int(0)))
            },
            Method(
                "CompareTo",
                [
                    Overload([.object("value")], returns: .int32) { t, a, _ in
                        if a[0].isNull { return .int(1) }
                        guard let other = a[0].asString else { throw Refusals.argument("Object must be of type String.") }
                        return .int(Int32(Collation.compare(text(t).string, other, ignoreCase: false)))
                    }
                ]),
            Method(
                "Equals",
                [
                    Overload([.object("obj")], returns: .bool) { t, a, _ in .bool(a[0].asString.map { Ordinal.equal(text(t).string, $0) } ?? false) },
                    Overload([.text("value"), .of("comparisonType", Enumerations.stringComparison)], returns: .bool) { t, a, _ in
                        .bool(StringStatics.equal(text(t).string, a.text(0), a.enumeration(1)))
                    },
                ]),
        ]
    }
}

extension String {
    /// Without white space at both ends.
    var trimmedWhiteSpace: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}

enum StringStatics {
    static func equal(_ a: String, _ b: String, _ comparison: Int64) -> Bool { compare(a, b, comparison) == 0 }

    static func compare(_ a: String, _ b: String, _ comparison: Int64) -> Int {
        switch comparison {
        case 4: Ordinal.compare(a, b)
        case 5: Ordinal.compareIgnoringCase(a, b)
        default: Collation.compare(a, b, ignoreCase: comparison % 2 == 1)
        }
    }

    /// The keys or values of a table are not what `Join` looks into.
    private static func isKeys(_ value: Value) -> Bool {
        value.asList.map { $0.listType.fullName.contains("+") && $0.listType.genericArguments.isEmpty } ?? false
    }

    private static func join(_ separator: String, _ values: [Value], _ session: Session) throws -> Value {
        var length = 0
        let parts = try values.map { value in
            try session.checkCancelled()
            let part = try MethodText.of(value, session)
            length += part.utf8.count + separator.utf8.count
            try Room.check(units: length)
            return part
        }
        return .text(parts.joined(separator: separator))
    }

    /// Two places and a length: what of two texts is compared.
    private static let parts: [OverloadParameter] = [.text("strA"), .int("indexA"), .text("strB"), .int("indexB"), .int("length")]
    private static func part(_ a: [Value]) throws -> (String, String) {
        guard a.int(4) >= 0 else { throw Refusals.outOfRange("length", "Length cannot be less than zero.") }
        func slice(_ text: Text, _ start: Int, _ name: String) throws -> String {
            guard start >= 0, start <= text.length else { throw Refusals.outOfRange(name) }
            return text.slice(start, min(a.int(4), text.length - start))
        }
        return (try slice(Text(a.text(0)), a.int(1), "indexA"), try slice(Text(a.text(2)), a.int(3), "indexB"))
    }

    static var methods: [Method] {
        let comparison = OverloadParameter.of("comparisonType", Enumerations.stringComparison)
        return [
            Method("IsNullOrEmpty", [.text("value")], returns: .bool) { _, a, _ in .bool(a.text(0).isEmpty) },
            Method("IsNullOrWhiteSpace", [.text("value")], returns: .bool) { _, a, _ in .bool(a.text(0).trimmedWhiteSpace.isEmpty) },
            Method(
                "Join",
                [
                    Overload([.text("separator"), .rest("values", .object)], returns: .string) { _, a, session in
                        if a[1].isNull { throw Refusals.null("values") }
                        let values = a.values(1)
                        if values.count == 1, !isKeys(values[0]), values[0].asTable == nil,
                            let elements = try values[0].asArray?.elements ?? session.elements(of: values[0])
                        {
                            return try join(a.text(0), elements, session)
                        }
                        return try join(a.text(0), values, session)
                    },
                    Overload([.text("separator"), .of("value", .stringArray), .int("startIndex"), .int("count")], returns: .string) { _, a, session in
                        let values = a.values(1), start = a.int(2), count = a.int(3)
                        guard start >= 0, count >= 0, start + count <= values.count else { throw Refusals.outOfRange("startIndex") }
                        return try join(a.text(0), Array(values[start..<(start + count)]), session)
                    },
                    Overload([.char("separator"), .rest("values", .object)], returns: .string) { _, a, session in
                        let values = a.values(1)
                        let list = values.count == 1 ? values[0].asArray?.elements ?? values[0].asList?.elements ?? values : values
                        return try join(String(utf16Unit: a.char(0)), list, session)
                    },
                ]),
            Method(
                "Concat",
                [
                    Overload([.rest("args", .object)], returns: .string) { _, a, session in
                        let values = a.values(0)
                        return try join("", values.count == 1 ? values[0].asArray?.elements ?? values[0].asList?.elements ?? values : values, session)
                    }
                ]),
            Method(
                "Format",
                [
                    Overload([.text("format"), .rest("args", .object)], returns: .string) { _, a, session in
                        if a[1].isNull { throw Refusals.null("args") }
                        return .text(try session.filled(a.text(0), a.values(1)))
                    },
                    Overload([.of("provider", CultureMembers.provider), .text("format"), .rest("args", .object)], returns: .string) { _, a, session in
                        .text(try session.filled(a.text(1), a.values(2), culture: CultureMembers.culture(a[0])))
                    },
                ]),
            Method(
                "Compare",
                [
                    Overload([.text("strA"), .text("strB")], returns: .int32) { _, a, _ in
                        .int(Int32(Collation.compare(a.text(0), a.text(1), ignoreCase: false)))
                    },
                    Overload([.text("strA"), .text("strB"), .bool("ignoreCase")], returns: .int32) { _, a, _ in
                        .int(Int32(Collation.compare(a.text(0), a.text(1), ignoreCase: a.bool(2))))
                    },
                    Overload([.text("strA"), .text("strB"), comparison], returns: .int32) { _, a, _ in
                        .int(Int32(compare(a.text(0), a.text(1), a.enumeration(2))))
                    },
                    Overload([.text("strA"), .text("strB"), .bool("ignoreCase"), .of("culture", CultureMembers.type)], returns: .int32) { _, a, _ in
                        .int(Int32(Collation.compare(a.text(0), a.text(1), ignoreCase: a.bool(2))))
                    },
                    Overload(parts, returns: .int32) { _, a, _ in
                        let (x, y) = try part(a)
                        return .int(Int32(Collation.compare(x, y, ignoreCase: false)))
                    },
                    Overload(parts + [.bool("ignoreCase")], returns: .int32) { _, a, _ in
                        let (x, y) = try part(a)
                        return .int(Int32(Collation.compare(x, y, ignoreCase: a.bool(5))))
                    },
                    Overload(parts + [comparison], returns: .int32) { _, a, _ in
                        let (x, y) = try part(a)
                        return .int(Int32(compare(x, y, a.enumeration(5))))
                    },
                    Overload(parts + [.bool("ignoreCase"), .of("culture", CultureMembers.type)], returns: .int32) { _, a, _ in
                        let (x, y) = try part(a)
                        return .int(Int32(Collation.compare(x, y, ignoreCase: a.bool(5))))
                    },
                ]),
            Method(
                "GetHashCode",
                [
                    Overload([.text("value")], returns: .int32) { _, a, _ in .int(Int32(bitPattern: HashTable.hash(a[0]))) },
                    Overload([.text("value"), comparison], returns: .int32) { _, a, _ in
                        .int(Int32(bitPattern: HashTable.hash(.text(a.enumeration(1) % 2 == 1 ? SimpleCase.upper(a.text(0)) : a.text(0)))))
                    },
                ]),
            Method("IsInterned", [.text("str")], returns: .string) { _, a, _ in a[0] }, Method("Intern", [.text("str")], returns: .string) { _, a, _ in a[0] },
            Method(
                "CompareOrdinal",
                [
                    Overload([.text("strA"), .text("strB")], returns: .int32) { _, a, _ in .int(Int32(ordinalDifference(a.text(0), a.text(1)))) },
                    Overload(parts, returns: .int32) { _, a, _ in
                        let (x, y) = try part(a)
                        return .int(Int32(ordinalDifference(x, y)))
                    },
                ]),
            Method(
                "Equals",
                [
                    Overload([.text("a"), .text("b")], returns: .bool) { _, a, _ in .bool(Ordinal.equal(a.text(0), a.text(1))) },
                    Overload([.text("a"), .text("b"), comparison], returns: .bool) { _, a, _ in .bool(equal(a.text(0), a.text(1), a.enumeration(2))) },
                ]),
            Method("Copy", [.text("str")], returns: .string) { _, a, _ in a[0] },
        ]
    }

    private static func ordinalDifference(_ a: String, _ b: String) -> Int {
        let x = Array(a.utf16), y = Array(b.utf16)
        for i in 0..<min(x.count, y.count) where x[i] != y[i] { return Int(x[i]) - Int(y[i]) }
        return x.count - y.count
    }
}
