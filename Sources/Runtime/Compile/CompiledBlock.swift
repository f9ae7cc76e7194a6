// A script block made ready to run.

final class CompiledBlock {
    let layout: ScopeLayout
    /// Script parameters first, in slots of the same index; then the common ones of an advanced function.
    let parameters: ParameterTable
    let parameterCount: Int
    let begin: BlockNode?
    let process: BlockNode?
    let end: BlockNode?
    let clean: BlockNode?
    let dynamicParameters: BlockNode?
    let confirmImpact: Int
    /// Type names from `[OutputType()]`.
    let outputTypes: [String]
    /// Parameters that the body assigns to: their type keeps watching.
    let assignedParameters: Set<Int>
    /// The expression, if the block is nothing but one: conditions need no output then.
    let single: Node?

    init(
        layout: ScopeLayout, parameters: ParameterTable, parameterCount: Int, begin: BlockNode?, process: BlockNode?, end: BlockNode?, clean: BlockNode?,
        dynamicParameters: BlockNode?, confirmImpact: Int, outputTypes: [String], assignedParameters: Set<Int>, single: Node?
    ) {
        self.layout = layout; self.parameters = parameters; self.parameterCount = parameterCount
        self.begin = begin; self.process = process; self.end = end; self.clean = clean; self.dynamicParameters = dynamicParameters
        self.confirmImpact = confirmImpact; self.outputTypes = outputTypes; self.assignedParameters = assignedParameters; self.single = single
    }
}
