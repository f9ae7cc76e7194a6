// `IConvertible`: what numbers, text, dates and enumerations can be asked to become.

import Runtime
import Scalars

enum ConvertibleMembers {
    private static let provider = OverloadParameter.of("provider", CultureMembers.provider)
    private static func to(_ name: String, _ target: TypeInfo) -> Method {
        Method(name, [Overload([provider], returns: target, declaredBy: "IConvertible") { t, _, session in try converted(t, target, session) }])
    }

    private static func converted(_ value: Value, _ target: TypeInfo, _ session: Session) throws -> Value {
        // Dates become dates and text alone.
        if value.object?.kind == .date, target.code != .dateTime, target.code != .string {
            throw MethodFailure("System.InvalidCastException", "Invalid cast from 'DateTime' to '\(target.name)'.")
        }
        if target.code == .dateTime, value.asString == nil, value.object?.kind != .date {
            throw MethodFailure("System.InvalidCastException", "Invalid cast from '\(value.unwrapped.type.name)' to 'DateTime'.")
        }
        do { return try session.callStatic(ConvertMembers.type, "To" + target.name, [value], session.scope) } catch let error as ShellError {
            throw MethodFailure(error.record.exception.inner ?? error.record.exception)
        }
    }

    static let known = KnownType(.iConvertible) {
        let targets: [TypeInfo] = [
            .bool, .byte, .char, .dateTime, .decimal, .double, .int16, .int32, .int64, .sbyte, .single, .uint16, .uint32, .uint64,
        ]
        return MemberTable(
            methods: targets.map { to("To" + $0.name, $0) } + [
                Method(
                    "ToType",
                    [
                        Overload([.of("conversionType", .type), provider], returns: .object, declaredBy: "IConvertible") { t, a, session in
                            guard let target = a[0].asType?.value else { throw Refusals.null("conversionType") }
                            if target === t.unwrapped.type || target.code == .object { return t }
                            if target.code == .string { return .text(try MethodText.of(t, session)) }
                            guard targets.contains(where: { $0 === target }) else {
                                throw MethodFailure("System.InvalidCastException", "Invalid cast from '\(t.unwrapped.type.fullName)' to '\(target.fullName)'.")
                            }
                            return try converted(t, target, session)
                        }
                    ])
            ])
    }
}
