// The deployment of a session: which store it is, opened at first use and kept.

import ChatModel
import ChatStore
import Formatting
import Glibc
import Runtime

/// What a session keeps of its deployment.
final class SessionDeployment {
    private var opened: (path: String, store: any DeploymentStore)?

    /// The store that `CHATSH_STORE` names now, or the default one.
    ///
    /// - Throws: `StoreError`, or `ShellError` for a store of a kind there is not.
    func store(_ session: Session) throws -> any DeploymentStore {
        let path = try Self.path(session)
        if let opened, opened.path == path { return opened.store }
        let isDefault = session.environment[Self.variable]?.isEmpty != false
        if isDefault { try createFolder(of: path) }
        let store = try SQLiteStore(path: path)
        opened = (path, store)
        return store
    }

    /// The variable of the environment that names the store; `-Store` and `Use-ChatDeployment` set it.
    static let variable = "CHATSH_STORE"

    /// The full path of the store: `CHATSH_STORE`, or `chatsh/deployment.db` among the user's data.
    static func path(_ session: Session) throws -> String {
        if let chosen = session.environment[variable], !chosen.isEmpty {
            guard !chosen.hasPrefix("postgresql:"), !chosen.hasPrefix("postgres:") else {
                throw ShellError(
                    "StoreKindNotSupported", "Store \(chosen) is a PostgreSQL database; this version of chatsh opens SQLite files only.",
                    type: "System.NotSupportedException", category: .notImplemented, target: .text(chosen))
            }
            return session.fullPath(chosen)
        }
        if let data = session.environment["XDG_DATA_HOME"], data.hasPrefix("/") { return session.fullPath(data + "/chatsh/deployment.db") }
        return session.fullPath("~/.local/share/chatsh/deployment.db")
    }

    /// Makes the folder of the default store and those above it.
    private func createFolder(of path: String) throws {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            if mkdir(folder, 0o700) != 0, errno != EEXIST {
                throw StoreError(.cannotCreate, path: path, detail: "\(folder): \(String(cString: strerror(errno)))")
            }
        }
    }
}

extension Session {
    /// The deployment of this session. The views of its objects come with it, so that a session without a deployment does not pay for them.
    var deployment: SessionDeployment {
        attachment(SessionDeployment.self) {
            ViewTable.of(self).add(ChatViews.all)
            return SessionDeployment()
        }
    }
}

extension Invocation {
    /// Lets a command read the deployment of its session. A failure of the store ends the command.
    func read<Result>(_ body: (any DeploymentStore) throws -> Result) throws -> Result {
        do {
            return try body(try session.deployment.store(session))
        } catch let error as StoreError {
            throw failure(of: error)
        }
    }

    /// Where the changes of this command come from, for the change log.
    var origin: ChangeOrigin {
        ChangeOrigin(command: command.name, author: session.environment["USER"], time: (session.now - ticksOf1970) / 10_000)
    }
}

/// 1970-01-01 UTC in ticks of 100 ns since 0001-01-01.
let ticksOf1970: Int64 = 621_355_968_000_000_000
