// Endpoints as scripts see them.

import ChatModel
import ChatStore
import Runtime

enum EndpointFace {
    static let own = Face<ChatEndpoint>("Chat.Endpoint", identity: \.identity, storedProperties { $0 })
}
