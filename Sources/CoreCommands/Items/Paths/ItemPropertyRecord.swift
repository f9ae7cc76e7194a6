// Some properties of an item as an object of their own.

import Runtime

enum ItemPropertyRecord {
    /// A custom object with some properties of an item and what says where it came from.
    static func record(_ item: Value, _ names: [String], _ run: Invocation) throws -> Value {
        let session = run.session
        let made = Record(shape: session.emptyShape, values: [])
        for name in names {
            for found in try session.propertyNames(of: item) where WildcardName.matches(found, name) && made[found] == nil {
                made.set(Text(found), try session.property(of: item, found))
            }
        }
        for note in ["PSPath", "PSParentPath", "PSChildName", "UnixStat", "PSDrive", "PSProvider"] where made[note] == nil {
            made.set(Text(note), try session.property(of: item, note))
        }
        return .object(made)
    }
}
