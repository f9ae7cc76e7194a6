// `System.Drawing`'s values without a screen: `Point`, `Size`, `Rectangle`, and `Color` with its names.

import Runtime
import Scalars

/// So many whole numbers that name a place, a size or both.
final class DrawnValue: Box, @unchecked Sendable {
    var parts: [Int32]
    private let ownType: TypeInfo
    init(_ parts: [Int32], _ type: TypeInfo) { self.parts = parts; ownType = type }
    override var type: TypeInfo { ownType }
    override func isEqual(to other: Object) -> Bool { (other as? DrawnValue).map { $0.ownType === ownType && $0.parts == parts } ?? false }
    override var equalityHash: Int { parts.hashValue }
    override func describe(_ session: Session) throws -> String {
        let names = DrawnValue.names(ownType)
        let text = zip(names, parts).map { "\($0)=\($1)" }.joined(separator: ownType === DrawnValue.size ? ", " : ",")
        return "{\(text)}"
    }

    static let point = TypeInfo("System.Drawing.Point", base: .valueType, isValueType: true)
    static let size = TypeInfo("System.Drawing.Size", base: .valueType, isValueType: true)
    static let rectangle = TypeInfo("System.Drawing.Rectangle", base: .valueType, isValueType: true)
    private static func names(_ type: TypeInfo) -> [String] {
        type === point ? ["X", "Y"] : type === size ? ["Width", "Height"] : ["X", "Y", "Width", "Height"]
    }

    private static func own(_ value: Value) throws -> DrawnValue {
        guard let drawn = value.object as? DrawnValue else { throw Refusals.null("this") }
        return drawn
    }
    private static func cut(_ number: Int) -> Int32 { Int32(truncatingIfNeeded: number) }
    private static func make(_ parts: [Int], _ type: TypeInfo) -> Value { .object(DrawnValue(parts.map(cut), type)) }

    private static func known(
        _ type: TypeInfo, methods: [Method], further: [Property] = [], constructors: [Overload] = [], operators: [String: Overload.Body] = [:]
    )
        -> KnownType
    {
        let names = names(type)
        return KnownType(type) {
            MemberTable(
                properties: [Property("IsEmpty", .bool, get: { t, _ in .bool(try own(t).parts.allSatisfy { $0 == 0 }) })]
                    + names.enumerated().map { place, name in
                        Property(
                            name, .int32, get: { t, _ in .int(try own(t).parts[place]) },
                            set: { t, value, _ in try own(t).parts[place] = cut(Int(value.asInt64 ?? 0)) })
                    } + further,
                methods: methods, staticProperties: [Property("Empty", type, get: { _, _ in .object(DrawnValue(names.map { _ in 0 }, type)) })],
                constructors: [
                    Overload(names.map { .int($0.lowercased()) }, returns: type) { _, a, _ in make(a.indices.map { a.int($0) }, type) },
                    Overload(returns: type) { _, _, _ in .object(DrawnValue(names.map { _ in 0 }, type)) },
                ] + constructors,
                convert: { value, session in
                    // "1,2" as type converters of the framework read it.
                    guard let text = value.asString else { return nil }
                    let numbers = text.split(separator: ",").compactMap { Int($0.filter { $0 != " " }) }
                    return numbers.count == names.count ? make(numbers, type) : nil
                }, operators: operators)
        }
    }
    private static func sum(_ sign: Int32) -> Overload.Body {
        { t, a, _ in
            let left = try own(t)
            return .object(DrawnValue(zip(left.parts, try own(a[0]).parts).map { $0 &+ sign &* $1 }, left.ownType))
        }
    }
    private static func edge(_ name: String, _ read: @escaping @Sendable ([Int32]) -> Int32) -> Property {
        Property(name, .int32, get: { t, _ in .int(read(try own(t).parts)) })
    }
    private static var shift: Method {
        Method("Offset", [.int("dx"), .int("dy")]) { t, a, _ in
            let own = try own(t)
            own.parts[0] &+= cut(a.int(0))
            own.parts[1] &+= cut(a.int(1))
            return .nothing
        }
    }
    private static let corner = Overload([.of("location", point), .of("size", size)], returns: rectangle) { _, a, _ in
        .object(DrawnValue(try own(a[0]).parts + own(a[1]).parts, rectangle))
    }

    static let types: [KnownType] = [
        known(point, methods: [shift], operators: ["op_Addition": sum(1), "op_Subtraction": sum(-1)]),
        known(size, methods: [], operators: ["op_Addition": sum(1), "op_Subtraction": sum(-1)]),
        known(
            rectangle,
            methods: [
                shift,
                Method(
                    "Contains",
                    [
                        Overload([.int("x"), .int("y")], returns: .bool) { t, a, _ in
                            let p = try own(t).parts.map(Int.init)
                            return .bool(a.int(0) >= p[0] && a.int(0) < p[0] + p[2] && a.int(1) >= p[1] && a.int(1) < p[1] + p[3])
                        },
                        Overload([.of("pt", point)], returns: .bool) { t, a, _ in
                            let p = try own(t).parts, q = try own(a[0]).parts
                            return .bool(q[0] >= p[0] && q[0] < p[0] + p[2] && q[1] >= p[1] && q[1] < p[1] + p[3])
                        },
                    ]),
                Method("IntersectsWith", [.of("rect", rectangle)], returns: .bool) { t, a, _ in
                    let p = try own(t).parts, q = try own(a[0]).parts
                    return .bool(q[0] < p[0] + p[2] && p[0] < q[0] + q[2] && q[1] < p[1] + p[3] && p[1] < q[1] + q[3])
                },
                Method("Inflate", [.int("width"), .int("height")]) { t, a, _ in
                    let own = try own(t), w = cut(a.int(0)), h = cut(a.int(1))
                    own.parts = [own.parts[0] &- w, own.parts[1] &- h, own.parts[2] &+ 2 &* w, own.parts[3] &+ 2 &* h]
                    return .nothing
                },
            ],
            further: [
                edge("Left") { $0[0] }, edge("Top") { $0[1] }, edge("Right") { $0[0] &+ $0[2] }, edge("Bottom") { $0[1] &+ $0[3] },
                Property("Location", point, get: { t, _ in .object(DrawnValue(Array(try own(t).parts.prefix(2)), point)) }),
                Property("Size", size, get: { t, _ in .object(DrawnValue(Array(try own(t).parts.suffix(2)), size)) }),
            ], constructors: [corner]), ColorObject.known, ColorObject.translator,
    ]
}

/// `System.Drawing.Color`.
final class ColorObject: Box, @unchecked Sendable {
    private let argb: UInt32
    private let name: String?
    init(_ argb: UInt32, _ name: String? = nil) { self.argb = argb; self.name = name }
    override var type: TypeInfo { ColorObject.typeInfo }
    override func isEqual(to other: Object) -> Bool { (other as? ColorObject).map { $0.argb == argb && $0.name == name } ?? false }
    override var equalityHash: Int { Int(argb) }
    override func describe(_ session: Session) throws -> String {
        "Color [\(name ?? (argb == 0 ? "Empty" : "A=\(part(24)), R=\(part(16)), G=\(part(8)), B=\(part(0))"))]"
    }
    static let typeInfo = TypeInfo("System.Drawing.Color", base: .valueType, isValueType: true)
    private func part(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: argb >> shift) }
    private var hexName: String { name ?? String(argb, radix: 16) }

    private static func own(_ value: Value) throws -> ColorObject {
        guard let color = value.object as? ColorObject else { throw Refusals.null("this") }
        return color
    }
    private static func channel(_ name: String, _ shift: UInt32) -> Property { Property(name, .byte, get: { t, _ in .byte(try own(t).part(shift)) }) }
    private static func octet(_ number: Int, _ name: String) throws -> UInt32 {
        guard (0...255).contains(number) else {
            throw Refusals.argument(
                "Value of '\(number)' is not valid for '\(name)'. '\(name)' should be greater than or equal to 0 and less than or equal to 255.")
        }
        return UInt32(number)
    }
    private static func named(_ text: String) -> ColorObject? {
        names.first { $0.0.equalsIgnoringCase(text) }.map { ColorObject($0.0 == "Transparent" ? $0.1 : 0xFF00_0000 | $0.1, $0.0) }
    }
    private static func html(_ text: String) -> ColorObject? {
        guard text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16) else { return named(text) }
        switch text.utf8.count {
        case 7: return ColorObject(0xFF00_0000 | number)
        case 9: return ColorObject(number)
        case 4:
            let r = number >> 8 & 15, g = number >> 4 & 15, b = number & 15
            return ColorObject(0xFF00_0000 | (r * 17) << 16 | (g * 17) << 8 | b * 17)
        default: return nil
        }
    }
    /// Hue in degrees, saturation and brightness as HSL has them.
    private var shades: (hue: Float, saturation: Float, brightness: Float) {
        let r = Float(part(16)), g = Float(part(8)), b = Float(part(0)), high = max(r, g, b), low = min(r, g, b), span = high - low
        let brightness = (high + low) / 510
        if span == 0 { return (0, 0, brightness) }
        var hue = r == high ? (g - b) / span : g == high ? (b - r) / span + 2 : (r - g) / span + 4
        hue *= 60
        if hue < 0 { hue += 360 }
        let sum = high + low > 255 ? 510 - high - low : high + low
        return (hue, span / sum, brightness)
    }

    static let known = KnownType(typeInfo) {
        @Sendable func shade(_ name: String, _ read: @escaping @Sendable (ColorObject) -> Float) -> Method {
            Method(name, returns: .single) { t, _, _ in .single(read(try own(t))) }
        }
        @Sendable func make(_ a: [Int]) throws -> Value {
            var bits: UInt32 = a.count == 3 ? 255 : try octet(a[0], "alpha")
            for (number, name) in zip(a.suffix(3), ["red", "green", "blue"]) { bits = bits << 8 | (try octet(number, name)) }
            return .object(ColorObject(bits))
        }
        return MemberTable(
            properties: [
                channel("R", 16), channel("G", 8), channel("B", 0), channel("A", 24),
                Property("IsKnownColor", .bool, get: { t, _ in .bool(try own(t).name != nil) }),
                Property("IsEmpty", .bool, get: { t, _ in .bool(try own(t).argb == 0 && own(t).name == nil) }),
                Property("IsNamedColor", .bool, get: { t, _ in .bool(try own(t).name != nil) }), Property("IsSystemColor", .bool, get: { _, _ in false }),
                Property("Name", .string, get: { t, _ in .text(try own(t).hexName) }),
            ],
            methods: [
                Method("ToArgb", returns: .int32) { t, _, _ in .int(Int32(bitPattern: try own(t).argb)) }, shade("GetHue") { $0.shades.hue },
                shade("GetSaturation") { $0.shades.saturation }, shade("GetBrightness") { $0.shades.brightness },
            ],
            staticProperties: names.map { entry in Property(entry.0, typeInfo, get: { _, _ in named(entry.0).map { .object($0) } ?? .null }) }
                + [Property("Empty", typeInfo, get: { _, _ in .object(ColorObject(0)) })],
            staticMethods: [
                Method(
                    "FromArgb",
                    [
                        Overload([.int("argb")], returns: typeInfo) { _, a, _ in .object(ColorObject(UInt32(truncatingIfNeeded: a.int(0)))) },
                        Overload([.int("alpha"), .of("baseColor", typeInfo)], returns: typeInfo) { _, a, _ in
                            .object(ColorObject(try own(a[1]).argb & 0xFF_FFFF | (try octet(a.int(0), "alpha")) << 24))
                        },
                        Overload([.int("red"), .int("green"), .int("blue")], returns: typeInfo) { _, a, _ in try make(a.indices.map { a.int($0) }) },
                        Overload([.int("alpha"), .int("red"), .int("green"), .int("blue")], returns: typeInfo) { _, a, _ in
                            try make(a.indices.map { a.int($0) })
                        },
                    ]),
                Method("FromName", [.text("name")], returns: typeInfo) { _, a, _ in .object(named(a.text(0)) ?? ColorObject(0, a.text(0))) },
            ], convert: { value, _ in value.asString.flatMap(html).map { .object($0) } })
    }
    static let translator = KnownType(TypeInfo("System.Drawing.ColorTranslator", base: .object, isAbstract: true)) {
        MemberTable(staticMethods: [
            Method("FromHtml", [.text("htmlColor")], returns: typeInfo) { _, a, _ in
                guard let color = html(a.text(0)) else { throw Refusals.argument("'\(a.text(0))' is not a valid color name.") }
                return .object(color)
            },
            Method("ToHtml", [.of("c", typeInfo)], returns: .string) { _, a, _ in
                let color = try own(a[0])
                if let name = color.name { return .text(name) }
                let text = String(color.argb & 0xFF_FFFF, radix: 16, uppercase: true)
                return .text("#" + String(repeating: "0", count: 6 - text.utf8.count) + text)
            },
        ])
    }

    /// The colours of the web by their names.
    private static let names: [(String, UInt32)] = [
        ("Transparent", 0x00FF_FFFF), ("AliceBlue", 0xF0F8FF), ("AntiqueWhite", 0xFAEBD7), ("Aqua", 0x00FFFF), ("Aquamarine", 0x7FFFD4), ("Azure", 0xF0FFFF),
        ("Beige", 0xF5F5DC), ("Bisque", 0xFFE4C4), ("Black", 0x000000), ("BlanchedAlmond", 0xFFEBCD), ("Blue", 0x0000FF), ("BlueViolet", 0x8A2BE2),
        ("Brown", 0xA52A2A), ("BurlyWood", 0xDEB887), ("CadetBlue", 0x5F9EA0), ("Chartreuse", 0x7FFF00), ("Chocolate", 0xD2691E), ("Coral", 0xFF7F50),
        ("CornflowerBlue", 0x6495ED), ("Cornsilk", 0xFFF8DC), ("Crimson", 0xDC143C), ("Cyan", 0x00FFFF), ("DarkBlue", 0x00008B), ("DarkCyan", 0x008B8B),
        ("DarkGoldenrod", 0xB8860B), ("DarkGray", 0xA9A9A9), ("DarkGreen", 0x006400), ("DarkKhaki", 0xBDB76B), ("DarkMagenta", 0x8B008B),
        ("DarkOliveGreen", 0x556B2F), ("DarkOrange", 0xFF8C00), ("DarkOrchid", 0x9932CC), ("DarkRed", 0x8B0000), ("DarkSalmon", 0xE9967A),
        ("DarkSeaGreen", 0x8FBC8B), ("DarkSlateBlue", 0x483D8B), ("DarkSlateGray", 0x2F4F4F), ("DarkTurquoise", 0x00CED1), ("DarkViolet", 0x9400D3),
        ("DeepPink", 0xFF1493), ("DeepSkyBlue", 0x00BFFF), ("DimGray", 0x696969), ("DodgerBlue", 0x1E90FF), ("Firebrick", 0xB22222), ("FloralWhite", 0xFFFAF0),
        ("ForestGreen", 0x228B22), ("Fuchsia", 0xFF00FF), ("Gainsboro", 0xDCDCDC), ("GhostWhite", 0xF8F8FF), ("Gold", 0xFFD700), ("Goldenrod", 0xDAA520),
        ("Gray", 0x808080), ("Green", 0x008000), ("GreenYellow", 0xADFF2F), ("Honeydew", 0xF0FFF0), ("HotPink", 0xFF69B4), ("IndianRed", 0xCD5C5C),
        ("Indigo", 0x4B0082), ("Ivory", 0xFFFFF0), ("Khaki", 0xF0E68C), ("Lavender", 0xE6E6FA), ("LavenderBlush", 0xFFF0F5), ("LawnGreen", 0x7CFC00),
        ("LemonChiffon", 0xFFFACD), ("LightBlue", 0xADD8E6), ("LightCoral", 0xF08080), ("LightCyan", 0xE0FFFF), ("LightGoldenrodYellow", 0xFAFAD2),
        ("LightGray", 0xD3D3D3), ("LightGreen", 0x90EE90), ("LightPink", 0xFFB6C1), ("LightSalmon", 0xFFA07A), ("LightSeaGreen", 0x20B2AA),
        ("LightSkyBlue", 0x87CEFA), ("LightSlateGray", 0x778899), ("LightSteelBlue", 0xB0C4DE), ("LightYellow", 0xFFFFE0), ("Lime", 0x00FF00),
        ("LimeGreen", 0x32CD32), ("Linen", 0xFAF0E6), ("Magenta", 0xFF00FF), ("Maroon", 0x800000), ("MediumAquamarine", 0x66CDAA), ("MediumBlue", 0x0000CD),
        ("MediumOrchid", 0xBA55D3), ("MediumPurple", 0x9370DB), ("MediumSeaGreen", 0x3CB371), ("MediumSlateBlue", 0x7B68EE), ("MediumSpringGreen", 0x00FA9A),
        ("MediumTurquoise", 0x48D1CC), ("MediumVioletRed", 0xC71585), ("MidnightBlue", 0x191970), ("MintCream", 0xF5FFFA), ("MistyRose", 0xFFE4E1),
        ("Moccasin", 0xFFE4B5), ("NavajoWhite", 0xFFDEAD), ("Navy", 0x000080), ("OldLace", 0xFDF5E6), ("Olive", 0x808000), ("OliveDrab", 0x6B8E23),
        ("Orange", 0xFFA500), ("OrangeRed", 0xFF4500), ("Orchid", 0xDA70D6), ("PaleGoldenrod", 0xEEE8AA), ("PaleGreen", 0x98FB98), ("PaleTurquoise", 0xAFEEEE),
        ("PaleVioletRed", 0xDB7093), ("PapayaWhip", 0xFFEFD5), ("PeachPuff", 0xFFDAB9), ("Peru", 0xCD853F), ("Pink", 0xFFC0CB), ("Plum", 0xDDA0DD),
        ("PowderBlue", 0xB0E0E6), ("Purple", 0x800080), ("RebeccaPurple", 0x663399), ("Red", 0xFF0000), ("RosyBrown", 0xBC8F8F), ("RoyalBlue", 0x4169E1),
        ("SaddleBrown", 0x8B4513), ("Salmon", 0xFA8072), ("SandyBrown", 0xF4A460), ("SeaGreen", 0x2E8B57), ("SeaShell", 0xFFF5EE), ("Sienna", 0xA0522D),
        ("Silver", 0xC0C0C0), ("SkyBlue", 0x87CEEB), ("SlateBlue", 0x6A5ACD), ("SlateGray", 0x708090), ("Snow", 0xFFFAFA), ("SpringGreen", 0x00FF7F),
        ("SteelBlue", 0x4682B4), ("Tan", 0xD2B48C), ("Teal", 0x008080), ("Thistle", 0xD8BFD8), ("Tomato", 0xFF6347), ("Turquoise", 0x40E0D0),
        ("Violet", 0xEE82EE), ("Wheat", 0xF5DEB3), ("White", 0xFFFFFF), ("WhiteSmoke", 0xF5F5F5), ("Yellow", 0xFFFF00), ("YellowGreen", 0x9ACD32),
    ]
}
