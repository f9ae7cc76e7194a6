// An object that is nothing but values by name: what an event tells, the parts of a view, a reply from the network.

import Runtime

public final class ValuesObject: Box, @unchecked Sendable {
    private let values: [(String, Value)]
    private let ownType: TypeInfo
    /// Its text; nil for the name of its type.
    private let shown: String?
    public init(_ type: TypeInfo, _ values: [(String, Value)], shown: String? = nil) {
        ownType = type
        self.values = values
        self.shown = shown
    }
    public override func describe(_ session: Session) throws -> String { shown ?? ownType.fullName }
    public override var type: TypeInfo { ownType }

    public subscript(name: String) -> Value { values.first { $0.0 == name }?.1 ?? .null }

    public static func known(_ type: TypeInfo, _ names: [(String, TypeInfo)]) -> KnownType {
        KnownType(type) {
            MemberTable(
                properties: names.map { name, valueType in
                    Property(name, valueType, get: { t, _ in (t.object as? ValuesObject)?[name] ?? .null })
                })
        }
    }
}
