// How commands change the deployment: plan, ask, carry out; all objects of one command in one pipeline in one transaction.

import ChatModel
import ChatStore
import Runtime

/// A command that changes the deployment. What it changes counts when the pipeline has passed through it, or not at all.
protocol ChangingCommand: Command {
    var changes: PipelineChange { get }
}

extension ChangingCommand {
    func end(_ run: Invocation) throws { try changes.commit(run) }
    func clean(_ run: Invocation) { changes.rollBack() }
}

/// The changes that one command makes in one pipeline. The transaction begins with the first of them, so that neither `-WhatIf` nor a question holds a lock.
final class PipelineChange {
    private var batch: (any ChangeBatch)?
    /// The store that the first object was changed in; the others follow it.
    private var store: (any DeploymentStore)?
    /// The same for all changes of a transaction, so that they share one number in the change log.
    private var origin: ChangeOrigin?

    /// Plans a change, reports what the rules say, asks, and carries it out.
    ///
    /// - Parameter target: How `-WhatIf` and `-Confirm` name the object.
    /// - Returns: The plan that was carried out; nil if it was refused, or was not to be carried out.
    /// - Throws: `ShellError` if the store fails.
    @discardableResult
    func make<Change: PlannedChange>(_ change: Change, on target: String, _ run: Invocation) throws -> Plan<Change.Result>? {
        do {
            let store = try self.store ?? run.session.deployment.store(run.session)
            self.store = store
            let plan = try change.plan(store)
            for caution in plan.cautions { try run.writeWarning(caution.text) }
            guard try run.shouldProcess(target) else { return nil }
            for question in plan.questions where try !run.answersYes(to: question) { return nil }
            return try carryOut(change, plan, in: store, run)
        } catch let refusal as Refusal {
            try run.writeError(refusal.record)
            return nil
        } catch let error as StoreError {
            throw run.failure(of: error)
        }
    }

    private func carryOut<Change: PlannedChange>(_ change: Change, _ plan: Plan<Change.Result>, in store: any DeploymentStore, _ run: Invocation) throws
        -> Plan<
            Change.Result
        >
    {
        if plan.changes.isEmpty { return plan }
        if batch != nil, let origin {
            try store.apply(plan.changes, by: origin)
            return plan
        }
        // Before the transaction somebody else may have changed what the plan relies on.
        batch = try store.beginBatch()
        let origin = run.origin
        self.origin = origin
        return try store.change(origin) { try $0.carryOut(change) }
    }

    /// Makes everything count.
    func commit(_ run: Invocation) throws {
        guard let batch else { return }
        self.batch = nil
        do {
            try batch.commit()
        } catch let error as StoreError {
            throw run.failure(of: error)
        }
    }

    /// Undoes everything that has not been committed.
    func rollBack() {
        batch?.rollBack()
        batch = nil
    }
}

extension Invocation {
    /// Asks a question of the domain. Without anybody to ask it is an error that names `-Force`.
    func answersYes(to question: Question) throws -> Bool {
        let host = session.host
        guard host.isInteractive else {
            let record = ErrorRecord(
                ExceptionObject(ChatExceptions.refusal, question.text), id: question.rule.rawValue, category: .invalidOperation,
                target: .text(question.target.identity))
            record.recommendedAction = "Nobody can be asked here; -Force answers yes."
            try writeError(record)
            return false
        }
        host.write("\nConfirm\n\(question.text)\n")
        while true {
            guard let answer = host.readLine(prompt: "[Y] Yes  [N] No  [?] Help (default is \"Y\"): ", isSecret: false)?.lowercased() else { return false }
            switch answer {
            case "", "y", "yes": return true
            case "n", "no": return false
            default: continue
            }
        }
    }
}
