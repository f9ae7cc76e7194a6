// Get-Verb: the verbs that names of commands begin with.

import Runtime

/// The approved verbs.
enum Verbs {
    struct Entry {
        let verb, prefix, group, use: String
    }

    /// In the order in which they are listed: by group, then by name.
    static let all: [Entry] = table.map { Entry(verb: $0.0, prefix: $0.1, group: $0.2, use: $0.3) }
    private static let names = Set(all.map { $0.verb.lowercased() })

    static func isApproved(_ verb: String) -> Bool { names.contains(verb.lowercased()) }

    private static let table: [(String, String, String, String)] = [
        ("Add", "a", "Common", "Adds a resource to a container, or attaches an item to another item"),
        ("Clear", "cl", "Common", "Empties a container but keeps it"),
        ("Close", "cs", "Common", "Makes a resource unavailable that was open"),
        ("Copy", "cp", "Common", "Makes a second one elsewhere or under another name"),
        ("Enter", "et", "Common", "Moves into a place or session"),
        ("Exit", "ex", "Common", "Moves back out of a place or session"),
        ("Find", "fd", "Common", "Looks for something nobody has the place of"),
        ("Format", "f", "Common", "Arranges objects for reading"),
        ("Get", "g", "Common", "Fetches a resource"),
        ("Hide", "h", "Common", "Makes a resource invisible"),
        ("Join", "j", "Common", "Puts parts together into one"),
        ("Lock", "lk", "Common", "Keeps others from changing a resource"),
        ("Move", "m", "Common", "Takes a resource to another place"),
        ("New", "n", "Common", "Makes a resource"),
        ("Open", "op", "Common", "Makes a resource available that was closed"),
        ("Optimize", "om", "Common", "Makes a resource work better"),
        ("Push", "pu", "Common", "Puts an item on top of a stack"),
        ("Pop", "pop", "Common", "Takes the item on top of a stack"),
        ("Redo", "re", "Common", "Does again what was undone"),
        ("Remove", "r", "Common", "Takes a resource out of its container"),
        ("Rename", "rn", "Common", "Gives a resource another name"),
        ("Reset", "rs", "Common", "Takes a resource back to its first state"),
        ("Resize", "rz", "Common", "Changes the size of a resource"),
        ("Search", "sr", "Common", "Looks through a container for a resource"),
        ("Select", "sc", "Common", "Picks resources out of a container"),
        ("Set", "s", "Common", "Changes the data of a resource"),
        ("Show", "sh", "Common", "Makes a resource visible"),
        ("Skip", "sk", "Common", "Passes over parts or points in a row"),
        ("Split", "sl", "Common", "Takes one apart into several"),
        ("Step", "st", "Common", "Goes to the next point in a row"),
        ("Switch", "sw", "Common", "Changes between two places, duties or states"),
        ("Undo", "un", "Common", "Takes a resource back to how it was before"),
        ("Unlock", "uk", "Common", "Lets others change a resource again"),
        ("Watch", "wc", "Common", "Looks at a resource for changes all the time"),
        ("Connect", "cc", "Communications", "Makes a link between a source and a target"),
        ("Disconnect", "dc", "Communications", "Breaks the link between a source and a target"),
        ("Read", "rd", "Communications", "Takes in information from a source"),
        ("Receive", "rc", "Communications", "Accepts information that was sent"),
        ("Send", "sd", "Communications", "Gives information to a target"),
        ("Write", "wr", "Communications", "Adds information to a target"),
        ("Backup", "ba", "Data", "Keeps data by making a copy"),
        ("Checkpoint", "ch", "Data", "Keeps the state of data at one moment"),
        ("Compare", "cr", "Data", "Shows how one resource differs from another"),
        ("Compress", "cm", "Data", "Makes the data of a resource take less room"),
        ("Convert", "cv", "Data", "Changes data from one form to another, both ways"),
        ("ConvertFrom", "cf", "Data", "Changes one form of input to any form of output"),
        ("ConvertTo", "ct", "Data", "Changes any form of input to one form of output"),
        ("Dismount", "dm", "Data", "Takes a named part away from its place"),
        ("Edit", "ed", "Data", "Changes what is there by adding and removing"),
        ("Expand", "en", "Data", "Makes packed data as large as it was"),
        ("Export", "ep", "Data", "Puts the main input into a lasting form"),
        ("Group", "gp", "Data", "Brings resources together"),
        ("Import", "ip", "Data", "Makes a resource from data in a lasting form"),
        ("Initialize", "in", "Data", "Prepares a resource for use"),
        ("Limit", "l", "Data", "Sets bounds to a resource"),
        ("Merge", "mg", "Data", "Makes one resource of several"),
        ("Mount", "mt", "Data", "Puts a named part in its place"),
        ("Out", "o", "Data", "Sends data out of the surroundings"),
        ("Publish", "pb", "Data", "Makes a resource available to others"),
        ("Restore", "rr", "Data", "Takes a resource back to a kept state"),
        ("Save", "sv", "Data", "Keeps data so that it is not lost"),
        ("Sync", "sy", "Data", "Makes two or more resources the same"),
        ("Unpublish", "ub", "Data", "Makes a resource unavailable to others"),
        ("Update", "ud", "Data", "Brings a resource up to date"),
        ("Debug", "db", "Diagnostic", "Looks at a resource to find what is wrong"),
        ("Measure", "ms", "Diagnostic", "Finds the size or count of something"),
        ("Ping", "pi", "Diagnostic", "Asks whether a resource is there"),
        ("Repair", "rp", "Diagnostic", "Makes a resource work again"),
        ("Resolve", "rv", "Diagnostic", "Finds the full form of a short one"),
        ("Test", "t", "Diagnostic", "Checks whether a resource works or fits"),
        ("Trace", "tr", "Diagnostic", "Follows what a resource does"),
        ("Approve", "ap", "Lifecycle", "Agrees to the state of a resource or process"),
        ("Assert", "as", "Lifecycle", "States the truth about a resource"),
        ("Build", "bd", "Lifecycle", "Makes a product out of sources"),
        ("Complete", "cmp", "Lifecycle", "Ends an operation that is under way"),
        ("Confirm", "cn", "Lifecycle", "Agrees to a process or verifies its state"),
        ("Deny", "dn", "Lifecycle", "Refuses a resource or process"),
        ("Deploy", "dp", "Lifecycle", "Brings a product to where it is used"),
        ("Disable", "d", "Lifecycle", "Makes a resource inactive"),
        ("Enable", "e", "Lifecycle", "Makes a resource active"),
        ("Install", "is", "Lifecycle", "Puts a resource in place"),
        ("Invoke", "i", "Lifecycle", "Does an action"),
        ("Register", "rg", "Lifecycle", "Makes an entry for a resource in a list"),
        ("Request", "rq", "Lifecycle", "Asks for a resource or for leave"),
        ("Restart", "rt", "Lifecycle", "Stops an operation and starts it again"),
        ("Resume", "ru", "Lifecycle", "Starts an operation that was paused"),
        ("Start", "sa", "Lifecycle", "Begins an operation"),
        ("Stop", "sp", "Lifecycle", "Ends an activity"),
        ("Submit", "sb", "Lifecycle", "Hands over a resource for approval"),
        ("Suspend", "ss", "Lifecycle", "Pauses an activity"),
        ("Uninstall", "us", "Lifecycle", "Takes a resource out of its place"),
        ("Unregister", "ur", "Lifecycle", "Takes the entry of a resource out of a list"),
        ("Wait", "w", "Lifecycle", "Pauses until something has happened"),
        ("Use", "u", "Other", "Works with a resource to do something"),
        ("Block", "bl", "Security", "Keeps others from a resource"),
        ("Grant", "gr", "Security", "Gives access to a resource"),
        ("Protect", "pt", "Security", "Keeps a resource from harm or loss"),
        ("Revoke", "rk", "Security", "Takes back access to a resource"),
        ("Unblock", "ul", "Security", "Removes what keeps others from a resource"),
        ("Unprotect", "up", "Security", "Removes what keeps a resource from harm"),
    ]
}

/// `VerbInfo`.
final class VerbObject: Box, @unchecked Sendable {
    let entry: Verbs.Entry
    init(_ entry: Verbs.Entry) { self.entry = entry }
    override var type: TypeInfo { VerbObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.VerbInfo", base: .object)
    static let known = KnownType(typeInfo) {
        @Sendable func text(_ name: String, _ read: @escaping @Sendable (Verbs.Entry) -> String) -> Property {
            Property(name, .string, get: { t, _ in (t.object as? VerbObject).map { .text(read($0.entry)) } ?? .null })
        }
        return MemberTable(properties: [
            text("Verb") { $0.verb }, text("AliasPrefix") { $0.prefix }, text("Group") { $0.group }, text("Description") { $0.use },
        ])
    }
}

final class GetVerb: Command {
    static let name = "Get-Verb"
    static let verbs = Parameter<[String]>("Verb", position: 0, pipeline: true, byName: true, help: "Verbs; wildcards allowed.")
    static let groups = Parameter<[String]>(
        "Group", position: 1, byName: true,
        validations: [
            .set(["Common", "Communications", "Data", "Diagnostic", "Lifecycle", "Other", "Security"], ignoreCase: true, message: nil)
        ], help: "Only verbs of these groups.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the approved verbs.", description: "Gets the verbs with which names of commands should begin, with the letters aliases use for them.",
        parameters: [verbs, groups], outputTypes: ["System.Management.Automation.VerbInfo"],
        examples: [CommandExample("By group", "(Get-Verb -Group Security).Verb -join ' '", output: "Block Grant Protect Revoke Unblock Unprotect\n")])

    func process(_ run: Invocation) throws {
        let groups = run[Self.groups]
        for entry in Verbs.all {
            if let groups, !groups.contains(where: { $0.equalsIgnoringCase(entry.group) }) { continue }
            if let verbs = run[Self.verbs], !verbs.contains(where: { WildcardName.matches(entry.verb, $0) }) { continue }
            try run.write(.object(VerbObject(entry)))
        }
    }
}
