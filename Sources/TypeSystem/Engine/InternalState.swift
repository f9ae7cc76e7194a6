// What test frameworks reach for by reflection: the state that a script block belongs to, which they read from one block and give to another.

import Runtime

final class InternalState: Box, @unchecked Sendable {
    let module: ModuleInfo?
    private init(_ module: ModuleInfo?) { self.module = module }
    override var type: TypeInfo { InternalState.typeInfo }
    override func isEqual(to other: Object) -> Bool { (other as? InternalState).map { $0.module === module } ?? false }
    static let typeInfo = TypeInfo("System.Management.Automation.SessionStateInternal", base: .object)

    /// The one member that is not public and is there all the same.
    static func property(of type: TypeInfo) -> Property? {
        if type === TypeInfo.scriptBlock {
            return Property(
                "SessionStateInternal", typeInfo, get: { t, _ in .object(InternalState(try Delegates.block(t).module)) },
                set: { t, value, _ in try Delegates.block(t).module = (value.object as? InternalState)?.module })
        }
        if type === SessionStateObject.typeInfo {
            return Property("Internal", typeInfo, get: { t, _ in .object(InternalState((t.object as? SessionStateObject)?.scope.owningModule)) })
        }
        return nil
    }

    static let known = KnownType(typeInfo) {
        MemberTable(properties: [Property("Module", .object, get: { t, _ in (t.object as? InternalState)?.module.map { .object($0) } ?? .null })])
    }
}
