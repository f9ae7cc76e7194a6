// What stands after `chatsh` on the command line.

/// How the shell was started.
public struct CommandLineOptions: Equatable {
    public enum Work: Equatable {
        /// A prompt, or standard input where it is no terminal.
        case standardInput
        /// `-Command -`.
        case commandsFromInput
        case file(String, [String])
        case command(String)
        /// `-EncodedCommand`: UTF-16 as base 64.
        case encodedCommand(String)
        case version
        case help
    }
    public var work: Work = .standardInput
    public var loadsProfile = true
    public var isInteractive = true
    public var showsLogo = true
    public var staysOpen = false
    public var workingDirectory: String?
    public var store: String?
    /// `-CommandWithArgs`: what stands after the text.
    public var arguments: [String] = []
    /// `-EncodedArguments`: a list of objects as the shell's own program writes it.
    public var encodedArguments: String?
    /// `-InputFormat xml` and `-OutputFormat xml`: objects instead of text.
    public var readsObjects = false
    public var writesObjects = false
    public init() {}

    /// A command line that cannot be read: what is wrong and what is valid.
    public struct Refusal: Error, Equatable {
        public let message: String
    }

    /// Parameters take `-Name value` or `-Name:value`, in any case, shortened as long as they are clear.
    public static func read(_ arguments: [String]) throws(Refusal) -> CommandLineOptions {
        var options = CommandLineOptions()
        var rest = arguments[...]
        func value(_ name: String) throws(Refusal) -> String {
            guard let next = rest.popFirst() else { throw Refusal(message: "-\(name) must be followed by a value, but nothing follows.") }
            return next
        }
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-"), argument.count > 1 else {
                if argument == "-" {
                    options.work = .commandsFromInput
                    return options
                }
                options.work = .file(argument, Array(rest))
                return options
            }
            var name = String(argument.drop { $0 == "-" }).lowercased()
            if let colon = name.firstIndex(of: ":") {
                rest = [String(argument.drop { $0 == "-" }.dropFirst(name.distance(from: name.startIndex, to: colon) + 1))] + rest
                name = String(name[..<colon])
            }
            switch full(name) {
            case "noprofile": options.loadsProfile = false
            case "noninteractive": options.isInteractive = false
            case "interactive": options.isInteractive = true
            case "nologo": options.showsLogo = false
            case "noexit": options.staysOpen = true
            case "version": options.work = .version
            case "help": options.work = .help
            case "workingdirectory": options.workingDirectory = try value("WorkingDirectory")
            case "store": options.store = try value("Store")
            case "executionpolicy", "configurationname", "configurationfile", "custompipename", "settingsfile", "windowstyle": _ = try value(name)
            case "inputformat": options.readsObjects = try format(value("InputFormat"), "InputFormat")
            case "outputformat": options.writesObjects = try format(value("OutputFormat"), "OutputFormat")
            case "login", "mta", "sta", "noprofileloadtime": continue
            case "encodedarguments": options.encodedArguments = try value("EncodedArguments")
            case "encodedcommand": options.work = .encodedCommand(try value("EncodedCommand"))
            case "commandwithargs":
                options.work = .command(try value("CommandWithArgs"))
                options.arguments = Array(rest)
                return options
            case "file":
                let path = try value("File")
                options.work = path == "-" ? .commandsFromInput : .file(path, Array(rest))
                return options
            case "command":
                guard !rest.isEmpty else { throw Refusal(message: "-Command must be followed by the commands to run, but nothing follows.") }
                options.work = Array(rest) == ["-"] ? .commandsFromInput : .command(rest.joined(separator: " "))
                return options
            default:
                throw Refusal(
                    message:
                        "\(argument) must be a parameter of chatsh or the path of a script, but is neither. Valid parameters: -File, -Command, -CommandWithArgs, -EncodedCommand, -InputFormat, -OutputFormat, -NoProfile, -NonInteractive, -NoLogo, -NoExit, -WorkingDirectory, -Store, -Version, -Help."
                )
            }
        }
        return options
    }

    private static let names = [
        "noprofile", "noninteractive", "interactive", "nologo", "noexit", "version", "help", "workingdirectory", "store", "executionpolicy", "inputformat",
        "outputformat", "configurationname", "configurationfile", "custompipename", "settingsfile", "windowstyle", "login", "mta", "sta", "noprofileloadtime",
        "encodedarguments", "encodedcommand", "commandwithargs", "file", "command",
    ]
    private static let short = [
        "nop": "noprofile", "noni": "noninteractive", "i": "interactive", "nol": "nologo", "noe": "noexit", "v": "version", "h": "help", "?": "help",
        "wd": "workingdirectory", "wo": "workingdirectory", "ex": "executionpolicy", "ep": "executionpolicy", "l": "login", "f": "file", "c": "command",
        "s": "store", "e": "encodedcommand", "ec": "encodedcommand", "en": "encodedcommand", "enc": "encodedcommand", "encoded": "encodedcommand",
        "ea": "encodedarguments", "encodeda": "encodedarguments", "cwa": "commandwithargs", "in": "inputformat", "inp": "inputformat", "if": "inputformat",
        "o": "outputformat", "of": "outputformat", "w": "windowstyle", "config": "configurationname", "settings": "settingsfile",
    ]

    /// True for `xml`.
    private static func format(_ text: String, _ name: String) throws(Refusal) -> Bool {
        switch text.lowercased() {
        case "xml": return true
        case "text", "none": return false
        default: throw Refusal(message: "-\(name) must be Text or XML, but is '\(text)'.")
        }
    }

    private static func full(_ name: String) -> String {
        if names.contains(name) { return name }
        if let known = short[name] { return known }
        let matches = names.filter { $0.hasPrefix(name) }
        return matches.count == 1 ? matches[0] : name
    }

    public static let usage = """
        chatsh: a shell for the coexistence and migration of persistent-chat servers, in the language of PowerShell.

        chatsh [-NoProfile] [-NoLogo] [-NonInteractive] [-NoExit] [-WorkingDirectory DIR] [-Store PATH] [FILE ARGUMENTS ...]
        chatsh ... -File FILE [ARGUMENTS ...]    runs a script
        chatsh ... -Command TEXT                 runs commands
        chatsh ... -CommandWithArgs TEXT [ARGUMENTS ...]    runs commands that find the arguments in $args
        chatsh ... -EncodedCommand BASE64        runs commands given as UTF-16 in base 64
        chatsh ... -                             runs commands from standard input
        chatsh -Version, chatsh -Help

        -InputFormat and -OutputFormat take Text or XML: with XML, objects come in and go out as CLIXML.

        Without a file or command, chatsh reads commands at a prompt. Get-Help NAME tells about a command.

        """
}
