// What the engine offers scripts about itself: `LanguagePrimitives`, `PSTypeName`; and `Buffer`, which copies bytes between arrays.

import Runtime

/// A type by name that need not be known: `([Management.Automation.PSTypeName]'Some.Type').Type`.
final class NamedTypeObject: Box, @unchecked Sendable {
    let name: String
    let found: TypeInfo?
    init(_ name: String, _ found: TypeInfo?) {
        self.name = name
        self.found = found
    }
    override var type: TypeInfo { NamedTypeObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.PSTypeName", base: .object)
    override func describe(_ session: Session) throws -> String { name }
    static let known = KnownType(typeInfo) {
        @Sendable func own(_ value: Value) -> NamedTypeObject? { value.object as? NamedTypeObject }
        return MemberTable(
            properties: [
                Property("Name", .string, get: { t, _ in .text(own(t)?.name ?? "") }),
                Property("Type", .type, get: { t, _ in own(t)?.found.map { .object(TypeObject($0)) } ?? .null }),
            ],
            constructors: [
                Overload([.text("name")], returns: typeInfo) { _, a, session in .object(NamedTypeObject(a.text(0), session.findType(a.text(0)))) }
            ],
            convert: { value, session in
                if let type = value.asType?.value { return .object(NamedTypeObject(type.fullName, type)) }
                return value.asString.map { .object(NamedTypeObject($0, session.findType($0))) }
            })
    }
}

enum LanguageMembers {
    static let types: [KnownType] = [
        NamedTypeObject.known,
        KnownType(TypeInfo("System.Management.Automation.LanguagePrimitives", base: .object, isAbstract: true)) {
            func compared(_ ignoresCase: @escaping @Sendable ([Value]) -> Bool) -> Overload.Body {
                { _, a, session in .int(Int32(try session.compare(a[0], a[1], ignoreCase: ignoresCase(a)).signum())) }
            }
            let first = OverloadParameter.object("first"), second = OverloadParameter.object("second"), ignoreCase = OverloadParameter.bool("ignoreCase")
            return MemberTable(staticMethods: [
                Method(
                    "ConvertTo",
                    [
                        Overload([.object("valueToConvert"), .of("resultType", .type)], returns: .object) { _, a, session in
                            do { return try session.convert(a[0], to: TypeMembers.type(a[1]), isCast: true) } catch let error as ShellError {
                                throw MethodFailure(error.record.exception)
                            }
                        }
                    ],
                    generic: { types in
                        [Overload([.object("valueToConvert")], returns: types[0]) { _, a, session in try session.convert(a[0], to: types[0], isCast: true) }]
                    }),
                Method("TryConvertTo", [.object("valueToConvert"), .of("resultType", .type), .byReference("result", .object)], returns: .bool) {
                    _, a, session in
                    let converted = session.converted(a[0], to: TypeMembers.type(a[1]))
                    try (a[2].object as? ReferenceObject)?.variable.write(converted ?? .null, session)
                    return .bool(converted != nil)
                },
                Method("IsTrue", [.object("obj")], returns: .bool) { _, a, session in .bool(a[0].isTrue(session)) },
                Method("IsObjectEnumerable", [.object("obj")], returns: .bool) { _, a, session in .bool(try session.elements(of: a[0]) != nil) },
                Method("GetEnumerable", [.object("obj")], returns: .iEnumerable) { _, a, session in try session.elements(of: a[0]).map { .array($0) } ?? .null
                },
                Method(
                    "Equals",
                    [
                        Overload([first, second], returns: .bool) { _, a, session in .bool(try session.areEqual(a[0], a[1], ignoreCase: false)) },
                        Overload([first, second, ignoreCase], returns: .bool) { _, a, session in .bool(try session.areEqual(a[0], a[1], ignoreCase: a.bool(2)))
                        },
                    ]),
                Method(
                    "Compare",
                    [
                        Overload([first, second], returns: .int32, compared { _ in false }),
                        Overload([first, second, ignoreCase], returns: .int32, compared { $0.bool(2) }),
                    ]),
            ])
        },
        KnownType(TypeInfo("System.Buffer", base: .object, isAbstract: true)) {
            MemberTable(staticMethods: [
                Method("BlockCopy", [.of("src", .arrayBase), .int("srcOffset"), .of("dst", .arrayBase), .int("dstOffset"), .int("count")]) { _, a, _ in
                    guard let from = a[0].asArray, let to = a[2].asArray else { throw Refusals.null("src") }
                    // Only arrays of bytes are laid out as bytes here.
                    guard from.elementType.code == .byte, to.elementType.code == .byte else {
                        throw Refusals.argument("Object must be an array of bytes. (Parameter 'src')")
                    }
                    guard a.int(1) >= 0, a.int(3) >= 0, a.int(4) >= 0, a.int(1) + a.int(4) <= from.elements.count, a.int(3) + a.int(4) <= to.elements.count
                    else {
                        throw Refusals.argument(
                            "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
                        )
                    }
                    to.elements.replaceSubrange(a.int(3)..<a.int(3) + a.int(4), with: from.elements[a.int(1)..<a.int(1) + a.int(4)])
                    return .nothing
                },
                Method("ByteLength", [.of("array", .arrayBase)], returns: .int32) { _, a, _ in
                    guard let array = a[0].asArray, array.elementType.code == .byte else {
                        throw Refusals.argument("Object must be an array of bytes. (Parameter 'array')")
                    }
                    return .int(Int32(array.elements.count))
                },
            ])
        },
    ]
}
