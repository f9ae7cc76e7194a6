// Small values of the framework: `Lazy<T>`, `WeakReference`, `Index`, `Range`.

import Runtime
import Scalars

/// A value made when it is first asked for.
final class LazyObject: Box, @unchecked Sendable {
    private let make: Value
    private let held: TypeInfo
    private let lazyType: TypeInfo
    private(set) var value: Value?
    init(_ make: Value, _ held: TypeInfo, _ type: TypeInfo) {
        self.make = make
        self.held = held
        lazyType = type
    }
    override var type: TypeInfo { lazyType }
    override func describe(_ session: Session) throws -> String { try value?.toText(session) ?? "Value is not created." }

    func read(_ session: Session) throws -> Value {
        if let value { return value }
        let made: Value
        if let block = make.asScriptBlock {
            made = try session.convert(session.call(block, arguments: []), to: held)
        } else {
            made = make.isNull ? try session.construct(held, []) : make
        }
        value = made
        return made
    }
    private static func own(_ value: Value) throws -> LazyObject {
        guard let lazy = value.object as? LazyObject else { throw Refusals.null("this") }
        return lazy
    }

    static let generic = KnownGeneric("System.Lazy", arity: 1) { arguments in
        let held = arguments[0], type = TypeInfo("System.Lazy`1", base: .object, genericArguments: arguments)
        return KnownType(type) {
            let mode = OverloadParameter.object("isThreadSafe")
            @Sendable func make(_ value: Value) -> Value { .object(LazyObject(value, held, type)) }
            return MemberTable(
                properties: [
                    Property("Value", held, get: { t, session in try own(t).read(session) }),
                    Property("IsValueCreated", .bool, get: { t, _ in .bool(try own(t).value != nil) }),
                ],
                constructors: [
                    Overload(returns: type) { _, _, _ in make(.null) },
                    Overload([.object("valueFactory")], returns: type) { _, a, _ in
                        if case .bool = a[0].unwrapped { return make(.null) }
                        return make(a[0])
                    }, Overload([.object("valueFactory"), mode], returns: type) { _, a, _ in make(a[0]) },
                ])
        }
    }
}

/// `[WeakReference]`: here an object lives as long as the reference does.
final class WeakHolder: Box, @unchecked Sendable {
    var target: Value
    init(_ target: Value) { self.target = target }
    override var type: TypeInfo { WeakHolder.typeInfo }
    static let typeInfo = TypeInfo("System.WeakReference", base: .object)
    private static func own(_ value: Value) throws -> WeakHolder {
        guard let holder = value.object as? WeakHolder else { throw Refusals.null("this") }
        return holder
    }
    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("IsAlive", .bool, get: { t, _ in .bool(try !own(t).target.isNull) }),
                Property("Target", .object, get: { t, _ in try own(t).target }, set: { t, value, _ in try own(t).target = value }),
                Property("TrackResurrection", .bool, get: { _, _ in false }),
            ],
            constructors: [
                Overload([.object("target")], returns: typeInfo) { _, a, _ in .object(WeakHolder(a[0])) },
                Overload([.object("target"), .bool("trackResurrection")], returns: typeInfo) { _, a, _ in .object(WeakHolder(a[0])) },
            ])
    }
}

/// A place counted from the start or from the end.
final class PlaceObject: Box, @unchecked Sendable {
    let number: Int
    let isFromEnd: Bool
    init(_ number: Int, isFromEnd: Bool) {
        self.number = number
        self.isFromEnd = isFromEnd
    }
    override var type: TypeInfo { PlaceObject.typeInfo }
    static let typeInfo = TypeInfo("System.Index", base: .valueType, isValueType: true)
    var text: String { (isFromEnd ? "^" : "") + String(number) }
    override func describe(_ session: Session) throws -> String { text }
    override func isEqual(to other: Object) -> Bool { (other as? PlaceObject).map { $0.number == number && $0.isFromEnd == isFromEnd } ?? false }
    override var equalityHash: Int { isFromEnd ? ~number : number }
    func offset(in length: Int) -> Int { isFromEnd ? length - number : number }

    static func own(_ value: Value) throws -> PlaceObject {
        guard let place = value.object as? PlaceObject else { throw Refusals.null("this") }
        return place
    }
    private static func make(_ number: Int, _ isFromEnd: Bool) throws -> Value {
        guard number >= 0 else { throw Refusals.outOfRange("value", "Non-negative number required.") }
        return .object(PlaceObject(number, isFromEnd: isFromEnd))
    }
    static let known = KnownType(typeInfo) {
        MemberTable(
            properties: [
                Property("Value", .int32, get: { t, _ in .int(Int32(try own(t).number)) }),
                Property("IsFromEnd", .bool, get: { t, _ in .bool(try own(t).isFromEnd) }),
            ],
            methods: [Method("GetOffset", [.int("length")], returns: .int32) { t, a, _ in .int(Int32(try own(t).offset(in: a.int(0)))) }],
            staticProperties: [
                Property("Start", typeInfo, get: { _, _ in try make(0, false) }), Property("End", typeInfo, get: { _, _ in try make(0, true) }),
            ],
            staticMethods: [
                Method("FromStart", [.int("value")], returns: typeInfo) { _, a, _ in try make(a.int(0), false) },
                Method("FromEnd", [.int("value")], returns: typeInfo) { _, a, _ in try make(a.int(0), true) },
            ],
            constructors: [Overload([.int("value"), .optional("fromEnd", .bool, .false)], returns: typeInfo) { _, a, _ in try make(a.int(0), a.bool(1)) }],
            convert: { value, session in
                guard value.unwrapped.type.code.isInteger, let number = value.asInt64 else { return nil }
                return try make(Int(number), false)
            })
    }
}

/// From one place up to another.
final class SpanOfPlaces: Box, @unchecked Sendable {
    let start: PlaceObject
    let end: PlaceObject
    init(_ start: PlaceObject, _ end: PlaceObject) {
        self.start = start
        self.end = end
    }
    override var type: TypeInfo { SpanOfPlaces.typeInfo }
    static let typeInfo = TypeInfo("System.Range", base: .valueType, isValueType: true)
    override func describe(_ session: Session) throws -> String { start.text + ".." + end.text }
    override func isEqual(to other: Object) -> Bool { (other as? SpanOfPlaces).map { $0.start.isEqual(to: start) && $0.end.isEqual(to: end) } ?? false }
    override var equalityHash: Int { start.equalityHash &* 31 &+ end.equalityHash }

    private static func own(_ value: Value) throws -> SpanOfPlaces {
        guard let span = value.object as? SpanOfPlaces else { throw Refusals.null("this") }
        return span
    }
    private static var first: PlaceObject { PlaceObject(0, isFromEnd: false) }
    private static var last: PlaceObject { PlaceObject(0, isFromEnd: true) }
    static let known = KnownType(typeInfo) {
        let place = PlaceObject.typeInfo
        return MemberTable(
            properties: [
                Property("Start", place, get: { t, _ in .object(try own(t).start) }), Property("End", place, get: { t, _ in .object(try own(t).end) }),
            ],
            methods: [
                Method("GetOffsetAndLength", [.int("length")], returns: .object) { t, a, session in
                    let start = try own(t).start.offset(in: a.int(0)), end = try own(t).end.offset(in: a.int(0))
                    guard start >= 0, start <= end, end <= a.int(0) else {
                        throw Refusals.outOfRange("length", "Specified argument was out of the range of valid values.")
                    }
                    return MathMembers.tuple([.int(Int32(start)), .int(Int32(end - start))], session)
                }
            ],
            staticProperties: [Property("All", typeInfo, get: { _, _ in .object(SpanOfPlaces(first, last)) })],
            staticMethods: [
                Method("StartAt", [.of("start", place)], returns: typeInfo) { _, a, _ in .object(SpanOfPlaces(try PlaceObject.own(a[0]), last)) },
                Method("EndAt", [.of("end", place)], returns: typeInfo) { _, a, _ in .object(SpanOfPlaces(first, try PlaceObject.own(a[0]))) },
            ],
            constructors: [
                Overload([.of("start", place), .of("end", place)], returns: typeInfo) { _, a, _ in
                    .object(SpanOfPlaces(try PlaceObject.own(a[0]), try PlaceObject.own(a[1])))
                }
            ])
    }
}

enum LazyTypes {
    static let types: [KnownType] = [WeakHolder.known, PlaceObject.known, SpanOfPlaces.known]
    static let generics: [KnownGeneric] = [LazyObject.generic]
}
