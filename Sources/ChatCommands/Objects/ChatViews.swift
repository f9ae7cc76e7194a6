// How objects of the domain are shown unasked: tables of what tells them apart. Types with few properties need none.

import Formatting
import Runtime

enum ChatViews {
    static let all: [View] = [
        table("Chat.Site", [ViewField("Name"), ViewField("SiteId"), ViewField("SiteType"), ViewField("DefaultPersistentChatPool"), ViewField("Description")]),
        table(
            "Chat.FrontEndPool",
            [ViewField("Fqdn"), ViewField("Generation"), ViewField("Edition"), ViewField("Site"), ViewField("State"), ViewField("Computers")]),
        table("Chat.Pool", [ViewField("Fqdn"), ViewField("Generation"), ViewField("HostPool"), ViewField("ServiceState"), ViewField("Servers")]),
        table("Chat.PoolTest", [ViewField("Pool"), ViewField("Generation"), ViewField("Result"), ViewField("Diagnosis")]),
        table(
            "Chat.Server",
            [ViewField("Fqdn"), ViewField("Pool"), ViewField("Active"), ViewField("ChannelService"), ViewField("DataCenter"), ViewField("ConnectedUsers")]),
        table("Chat.Client", [ViewField("Name"), ViewField("Kind"), ViewField("User"), ViewField("LookupUri")]),
        table("Chat.Finding", [ViewField("Severity"), ViewField("Rule"), ViewField("Identity"), ViewField("Message")]),
        table("Chat.Rule", [ViewField("Id"), ViewField("Effect"), ViewField("Title")]),
        // What comes by the hundred thousand has fixed widths, so that no row waits for another.
        View(
            "Chat.User", types: ["Chat.User"],
            .table([
                ViewField("SipAddress", width: 32), ViewField("DisplayName", width: 20), ViewField("HomePool", width: 24),
                ViewField("Generation", width: 10, .property("HomeGeneration")),
                ViewField("Enabled", width: 7), ViewField("Policy"),
            ])),
        View(
            "Chat.ClientConnection", types: ["Chat.ClientConnection"],
            .table([
                ViewField("User", width: 28), ViewField("Client", width: 14), ViewField("Pool", width: 24), ViewField("Generation", width: 10),
                ViewField("Outcome", width: 9), ViewField("Reason"),
            ])),
        View(
            "Chat.Change", types: ["Chat.Change"],
            .table([
                ViewField("Change", width: 6), ViewField("Time", width: 19, format: "yyyy-MM-dd HH:mm:ss"), ViewField("Author", width: 10),
                ViewField("Command", width: 20),
                ViewField("Action", width: 7), ViewField("Identity", width: 28), ViewField("Property", width: 12), ViewField("New"),
            ])),
    ]

    /// A table of few objects, as wide as they need.
    private static func table(_ type: String, _ fields: [ViewField]) -> View { View(type, types: [type], .table(fields), isAutoSized: true) }
}
