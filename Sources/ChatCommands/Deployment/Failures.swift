// Refusals of the domain and failures of the store as errors of the shell.

import ChatModel
import ChatStore
import Runtime

/// The exception types of the domain, which scripts may catch by name.
enum ChatExceptions {
    /// A rule, or a look-up that finds nothing, refuses what was asked.
    static let refusal = TypeInfo("Chat.RefusalException", base: ExceptionTypes.named("System.InvalidOperationException"), code: .exception)
    /// The store cannot be opened, read or changed.
    static let store = TypeInfo("Chat.StoreException", base: ExceptionTypes.named("System.IO.IOException"), code: .exception)
}

extension Refusal {
    /// The refusal as an error record: the rule as its id, the object as its target, the way out as the recommended action.
    var record: ErrorRecord {
        let record = ErrorRecord(
            ExceptionObject(ChatExceptions.refusal, text), id: rule?.rawValue ?? id, category: Runtime.ErrorCategory(name: category.rawValue) ?? .notSpecified,
            target: .text(target.identity))
        record.targetName = target.identity
        record.targetTypeName = target.kind.rawValue
        record.recommendedAction = wayOut
        return record
    }
}

extension Invocation {
    /// The error that ends a command whose store fails.
    func failure(of error: StoreError) -> ShellError {
        let record = ErrorRecord(
            ExceptionObject(ChatExceptions.store, error.text), id: error.id, category: Runtime.ErrorCategory(name: error.category) ?? .notSpecified,
            target: .text(error.path))
        record.recommendedAction = error.wayOut
        record.invocation = info
        return ShellError(record)
    }

    /// Reads, reporting a refusal as an error that does not end the command; nil then.
    func readOrReport<Result>(_ body: (any DeploymentStore) throws -> Result) throws -> Result? {
        do {
            return try read(body)
        } catch let refusal as Refusal {
            try writeError(refusal.record)
            return nil
        }
    }
}

extension StoreError {
    /// What to do about it.
    fileprivate var wayOut: String? {
        switch kind {
        case .isDirectory, .notFound, .cannotCreate, .cannotOpen, .notADatabase, .notADeployment:
            "Name another store with Use-ChatDeployment -Path, chatsh -Store, or the variable CHATSH_STORE."
        case .newerVersion: "Use the version of chatsh that wrote it, or a newer one."
        case .damaged: "Restore it from a backup."
        case .busy: "Run the command again when the other shell has finished."
        case .readOnly: "Change the permissions of the file, or name another store with Use-ChatDeployment -Path."
        case .diskFull: "Make room on the disk; nothing was changed."
        case .stale, .aborted: "Run the command again."
        case .constraint, .failed: nil
        }
    }
}
