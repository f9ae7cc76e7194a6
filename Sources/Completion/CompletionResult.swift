// What can stand at the cursor.

public enum CompletionKind: String, Sendable {
    case command = "Command", parameterName = "ParameterName", parameterValue = "ParameterValue", providerItem = "ProviderItem", providerContainer =
        "ProviderContainer"
    case history = "History", dynamicKeyword = "DynamicKeyword"
    case variable = "Variable", property = "Property", method = "Method", type = "Type", namespace = "Namespace", keyword = "Keyword", text = "Text"
}

public struct CompletionMatch: Sendable {
    /// What takes the place of the word.
    public let text: String
    public let listText: String
    public let kind: CompletionKind
    public let toolTip: String
    public init(_ text: String, kind: CompletionKind, listText: String? = nil, toolTip: String? = nil) {
        self.text = text
        self.kind = kind
        self.listText = listText ?? text
        self.toolTip = toolTip ?? text
    }
}

/// The matches and the stretch of the line they replace, in UTF-16 units.
public struct CompletionResult: Sendable {
    public let start: Int
    public let length: Int
    public let matches: [CompletionMatch]
    public init(start: Int, length: Int, matches: [CompletionMatch]) {
        self.start = start
        self.length = length
        self.matches = matches
    }
}
