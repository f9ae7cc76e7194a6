// Users as scripts see them.

import ChatModel
import Runtime

/// A user with the generation of the home pool.
struct ShownUser: Sendable {
    let user: ChatUser
    let homeGeneration: Generation?

    static let face = Face<ShownUser>("Chat.User", identity: { $0.user.identity }, properties)

    private static let properties: [ShownProperty<ShownUser>] = {
        let stored = storedProperties({ (shown: ShownUser) in shown.user }, except: ["PrincipalState"])
        let generation = ShownProperty<ShownUser>.text("HomeGeneration") { $0.homeGeneration?.code }
        let state = ShownProperty<ShownUser>.text("PrincipalState") { "\($0.user.principalState)".capitalizedFirst }
        return stored[..<3] + [generation] + stored[3...] + [state]
    }()

    /// One user after a change.
    static func show(_ user: ChatUser, _ run: Invocation) throws -> Value {
        try run.read { reading in face.show(ShownUser(user: user, homeGeneration: try user.homePool.flatMap { try reading.frontEndPool($0)?.generation })) }
    }
}

extension String {
    /// With its first letter in upper case.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// The generations of all front-end pools, for showing many users.
struct HomeGenerations {
    private let generations: [Fqdn: Generation]

    init(_ reading: some DeploymentReading) throws {
        generations = Dictionary(try reading.frontEndPools().map { ($0.fqdn, $0.generation) }, uniquingKeysWith: { first, _ in first })
    }

    func shown(_ user: ChatUser) -> ShownUser { ShownUser(user: user, homeGeneration: user.homePool.flatMap { generations[$0] }) }
}

extension Invocation {
    /// The user that a parameter names. A piped user is found by address, the fastest form.
    func user(_ parameter: Parameter<String>) -> UserIdentity {
        let text = self[parameter] ?? ""
        if let user = input.shownUser, user.identity == text, let address = user.sipAddress { return .address(address) }
        return UserIdentity(parsing: text)
    }
}

extension Value {
    /// The user that this is, under whichever face.
    var shownUser: ChatUser? { isMissing ? nil : box(Shown<ShownUser>.self)?.subject.user }
}
