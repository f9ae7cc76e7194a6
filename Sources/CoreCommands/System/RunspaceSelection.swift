// Which sessions a command of the runspaces means.

import Runtime
import TypeSystem

/// The parameters that name sessions; some commands put `Runspace` before their names.
struct RunspaceParameters: Sendable {
    let name: Parameter<[String]>, id: Parameter<[Int]>, instanceId: Parameter<[Value]>, runspace: Parameter<[Value]>

    init(prefix: String) {
        name = Parameter<[String]>(
            prefix + "Name", position: 0, sets: [prefix + "NameParameterSet"], validations: [.notNullOrEmpty], help: "Names; wildcards allowed.")
        id = Parameter<[Int]>(prefix + "Id", position: 0, mandatory: true, sets: [prefix + "IdParameterSet"], help: "Numbers.")
        instanceId = Parameter<[Value]>(
            prefix + "InstanceId", position: prefix.isEmpty ? 0 : nil, mandatory: true, sets: [prefix + "InstanceIdParameterSet"],
            type: (GuidObject.typeInfo).arrayType(), help: "Identifiers.")
        runspace = Parameter<[Value]>(
            "Runspace", position: 0, mandatory: true, pipeline: true, byName: true, sets: ["RunspaceParameterSet"],
            type: RunspaceObject.base.arrayType(), help: "The sessions themselves.")
    }

    func chosen(_ run: Invocation) throws -> [RunspaceObject] {
        let all = RunspaceObject.all(run.session)
        if let given = run[runspace] { return given.compactMap { $0.object as? RunspaceObject } }
        if let ids = run[id] { return all.filter { ids.contains(Int($0.id)) } }
        if let identifiers = run[instanceId] { return all.filter { one in identifiers.contains { ($0.object as? GuidObject)?.value == one.instance } } }
        guard let names = run[name] else { return all }
        return all.filter { one in names.contains { WildcardName.matches(one.name, $0) } }
    }
}
