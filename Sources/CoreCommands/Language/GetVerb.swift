// Get-Verb: the verbs that names of commands begin with.

import Runtime

final class GetVerb: Command {
    static let name = "Get-Verb"
    static let verbs = Parameter<[String]>("Verb", position: 0, pipeline: true, byName: true, help: "Verbs to look for; wildcards allowed.")
    static let group = Parameter<[String]>(
        "Group", position: 1, byName: true, validations: [.set(Verbs.all.map(\.group), ignoreCase: true, message: nil)], help: "Only verbs of these groups.")
    static let declaration = CommandDeclaration(
        synopsis: "Gets the verbs for names of commands.", description: "Each verb with its prefix in aliases, its group and what it stands for.",
        parameters: [verbs, group], outputTypes: ["System.Management.Automation.VerbInfo"],
        examples: [CommandExample("A group", "(Get-Verb -Group Security).Verb -join ' '", output: "Block Grant Protect Revoke Unblock Unprotect\n")])

    func process(_ run: Invocation) throws {
        let patterns = run[Self.verbs] ?? ["*"], groups = run[Self.group]
        for (group, verbs) in Verbs.all where groups.map({ $0.contains { $0.equalsIgnoringCase(group) } }) ?? true {
            for verb in verbs where patterns.contains(where: { WildcardName.matches(verb.name, $0) }) {
                try run.write(.object(VerbObject(verb, group: group)))
            }
        }
    }
}

/// One verb as `Get-Verb` writes it.
final class VerbObject: Box, @unchecked Sendable {
    let verb: Verbs.Verb
    let group: String
    init(_ verb: Verbs.Verb, group: String) {
        self.verb = verb
        self.group = group
    }
    override var type: TypeInfo { VerbObject.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.VerbInfo", base: .object)
    static let known = KnownType(typeInfo) {
        @Sendable func text(_ name: String, _ get: @escaping @Sendable (VerbObject) -> String) -> Property {
            Property(name, .string, get: { t, _ in (t.object as? VerbObject).map { .text(get($0)) } ?? .null })
        }
        return MemberTable(properties: [
            text("Verb", \.verb.name), text("AliasPrefix", \.verb.prefix), text("Group", \.group), text("Description", \.verb.meaning),
        ])
    }
}

/// The verbs, by group.
enum Verbs {
    struct Verb: Sendable {
        let name: String
        let prefix: String
        let meaning: String
        init(_ name: String, _ prefix: String, _ meaning: String) {
            self.name = name; self.prefix = prefix; self.meaning = meaning
        }
    }
    private static let names = Set(all.flatMap { $0.verbs.map { $0.name.lowercased() } })
    static func isApproved(_ verb: String) -> Bool { names.contains(verb.lowercased()) }

    static let all: [(group: String, verbs: [Verb])] = [
        (
            "Common",
            [
                Verb("Add", "a", "Adds a resource to a container, or attaches an item to another item"),
                Verb("Clear", "cl", "Takes everything out of a resource and keeps the resource"),
                Verb("Close", "cs", "Makes a resource that was opened unreachable again"),
                Verb("Copy", "cp", "Makes a second one of a resource under another name or in another place"),
                Verb("Enter", "et", "Goes into a resource to work inside it"),
                Verb("Exit", "ex", "Leaves the resource that was entered last"),
                Verb("Find", "fd", "Looks for something unknown inside a container"),
                Verb("Format", "f", "Gives objects a layout"),
                Verb("Get", "g", "Reads a resource and gives it back"),
                Verb("Hide", "h", "Makes a resource invisible"),
                Verb("Join", "j", "Makes one resource of several"),
                Verb("Lock", "lk", "Keeps others from changing a resource"),
                Verb("Move", "m", "Takes a resource from one place to another"),
                Verb("New", "n", "Makes a resource that was not there"),
                Verb("Open", "op", "Makes a resource reachable for use"),
                Verb("Optimize", "om", "Makes a resource work better"),
                Verb("Push", "pu", "Puts an item on top of a stack"),
                Verb("Pop", "pop", "Takes the item from the top of a stack"),
                Verb("Redo", "re", "Does again what was undone"),
                Verb("Remove", "r", "Takes a resource away from its container"),
                Verb("Rename", "rn", "Gives a resource another name"),
                Verb("Reset", "rs", "Puts a resource back to how it was at first"),
                Verb("Resize", "rz", "Makes a resource larger or smaller"),
                Verb("Search", "sr", "Makes a reference to a resource inside a container"),
                Verb("Select", "sc", "Picks resources out of several"),
                Verb("Set", "s", "Puts data in place of what a resource held, or makes a resource hold it"),
                Verb("Show", "sh", "Makes a resource visible to the person"),
                Verb("Skip", "sk", "Passes over resources in a row"),
                Verb("Split", "sl", "Makes several resources of one"),
                Verb("Step", "st", "Goes to the next point of a row"),
                Verb("Switch", "sw", "Changes from one of two states or places to the other"),
                Verb("Undo", "un", "Puts a resource back to the state before"),
                Verb("Unlock", "uk", "Lets others change a resource again"),
                Verb("Watch", "wc", "Looks at a resource for changes the whole time"),
            ]
        ),
        (
            "Communications",
            [
                Verb("Connect", "cc", "Joins a source and a destination"),
                Verb("Disconnect", "dc", "Parts a source from a destination"),
                Verb("Read", "rd", "Takes in data from a source"),
                Verb("Receive", "rc", "Accepts data that a source sends"),
                Verb("Send", "sd", "Hands data to a destination"),
                Verb("Write", "wr", "Puts data into a target"),
            ]
        ),
        (
            "Data",
            [
                Verb("Backup", "ba", "Keeps data in a second place"),
                Verb("Checkpoint", "ch", "Keeps the state of something as it is now"),
                Verb("Compare", "cr", "Weighs the data of one resource against another's"),
                Verb("Compress", "cm", "Makes data take less room"),
                Verb("Convert", "cv", "Changes data into another form and back"),
                Verb("ConvertFrom", "cf", "Changes data of the form that the noun names into others"),
                Verb("ConvertTo", "ct", "Changes data into the form that the noun names"),
                Verb("Dismount", "dm", "Takes an entity away from its place"),
                Verb("Edit", "ed", "Changes parts of existing data"),
                Verb("Expand", "en", "Makes compressed data as large as it was"),
                Verb("Export", "ep", "Puts data into a lasting form, such as a file"),
                Verb("Group", "gp", "Puts resources together"),
                Verb("Import", "ip", "Makes a resource from data in a lasting form"),
                Verb("Initialize", "in", "Makes a resource ready for use"),
                Verb("Limit", "l", "Sets bounds to a resource"),
                Verb("Merge", "mg", "Makes one resource from several"),
                Verb("Mount", "mt", "Gives an entity a place where it can be reached"),
                Verb("Out", "o", "Sends data out of the shell"),
                Verb("Publish", "pb", "Makes a resource available to others"),
                Verb("Restore", "rr", "Puts a resource into a state that was kept"),
                Verb("Save", "sv", "Keeps data so that it is not lost"),
                Verb("Sync", "sy", "Makes two resources hold the same"),
                Verb("Unpublish", "ub", "Makes a resource no longer available to others"),
                Verb("Update", "ud", "Brings a resource up to date"),
            ]
        ),
        (
            "Diagnostic",
            [
                Verb("Debug", "db", "Looks into a resource for faults"),
                Verb("Measure", "ms", "Finds how much a resource takes or holds"),
                Verb("Ping", "pi", "Tests the way to a destination with a message"),
                Verb("Repair", "rp", "Puts a resource into working order"),
                Verb("Resolve", "rv", "Finds the whole form of a short one"),
                Verb("Test", "t", "Verifies the operation or consistency of a resource"),
                Verb("Trace", "tr", "Follows what a resource does"),
            ]
        ),
        (
            "Lifecycle",
            [
                Verb("Approve", "ap", "Says yes to the state of a resource or process"),
                Verb("Assert", "as", "Affirms the state of a resource"),
                Verb("Build", "bd", "Makes an artifact from input files"),
                Verb("Complete", "cmp", "Brings an operation to its end"),
                Verb("Confirm", "cn", "Says that a state or process is known and right"),
                Verb("Deny", "dn", "Says no to the state of a resource or process"),
                Verb("Deploy", "dp", "Sends an application to where it is to run"),
                Verb("Disable", "d", "Makes a resource inactive"),
                Verb("Enable", "e", "Makes a resource active"),
                Verb("Install", "is", "Puts a resource in place and makes it ready"),
                Verb("Invoke", "i", "Does an action, such as running a command"),
                Verb("Register", "rg", "Enters a resource into a list"),
                Verb("Request", "rq", "Asks for a resource or for leave"),
                Verb("Restart", "rt", "Stops an operation and starts it again"),
                Verb("Resume", "ru", "Starts an operation that was suspended"),
                Verb("Start", "sa", "Begins an operation"),
                Verb("Stop", "sp", "Ends an activity"),
                Verb("Submit", "sb", "Hands a resource in for approval"),
                Verb("Suspend", "ss", "Halts an activity for a while"),
                Verb("Uninstall", "us", "Takes a resource away from where it was put"),
                Verb("Unregister", "ur", "Strikes a resource off a list"),
                Verb("Wait", "w", "Halts until something happens"),
            ]
        ),
        (
            "Other",
            [
                Verb("Use", "u", "Takes a resource to do something with it")
            ]
        ),
        (
            "Security",
            [
                Verb("Block", "bl", "Keeps others from reaching a resource"),
                Verb("Grant", "gr", "Lets others reach a resource"),
                Verb("Protect", "pt", "Guards a resource from loss or attack"),
                Verb("Revoke", "rk", "Takes back leave to reach a resource"),
                Verb("Unblock", "ul", "Lets others reach a resource that was blocked"),
                Verb("Unprotect", "up", "Takes the guard from a resource"),
            ]
        ),
    ]
}
