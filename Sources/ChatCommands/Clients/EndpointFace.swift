// Endpoints as scripts see them.

import ChatModel
import Runtime

enum EndpointFace {
    static let own = Face<ChatEndpoint>("Chat.Endpoint", identity: \.identity, storedProperties { $0 })
}
