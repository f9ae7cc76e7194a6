// Changing what is true of the deployment as a whole.

/// Names the forest, or marks the topology as published or enabled (R26).
public struct SetDeployment: PlannedChange {
    public var forest: Alteration<String> = .keep
    public var topologyIsEnabled: Alteration<Bool> = .keep

    public init() {}

    public func plan(_ reading: some DeploymentReading) throws -> Plan<Deployment> {
        let old = try reading.deployment()
        var deployment = old
        forest.apply(to: &deployment.forest)
        topologyIsEnabled.apply(to: &deployment.topologyIsEnabled)
        return Plan(deployment, changes: DeploymentChange.updates(from: old, to: deployment) { .deployment($0) })
    }
}
