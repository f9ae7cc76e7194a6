// Command lines of one text, as Windows has them: how they come apart, and how the old way of calling programs put them together.

public enum CommandLineText {
    /// One command line as separate arguments: blanks separate, double quotes hold together, a backslash before a quote keeps it.
    public static func split(_ line: String) -> [String] {
        var arguments: [String] = []
        var current = ""
        var isInside = false, hasOne = false
        var slashes = 0
        for character in line {
            if character == "\\" {
                slashes += 1
                continue
            }
            if character == "\"" {
                current += String(repeating: "\\", count: slashes / 2)
                if slashes % 2 == 1 { current += "\"" } else { isInside.toggle() }
                hasOne = true
                slashes = 0
                continue
            }
            current += String(repeating: "\\", count: slashes)
            slashes = 0
            if character == " " || character == "\t", !isInside {
                if hasOne || !current.isEmpty { arguments.append(current) }
                current = ""
                hasOne = false
            } else {
                current.append(character)
            }
        }
        current += String(repeating: "\\", count: slashes)
        if hasOne || !current.isEmpty { arguments.append(current) }
        return arguments
    }

    /// An argument as the old way wrote it: in double quotes only for its blanks, whatever quotes it has itself.
    static func legacy(_ argument: String) -> String {
        guard needsQuotes(argument) else { return argument }
        return "\"" + argument + (argument.hasSuffix("\\") ? "\\" : "") + "\""
    }
    /// Blanks that no quote of the argument's own encloses.
    private static func needsQuotes(_ argument: String) -> Bool {
        var isInside = false, slashes = 0
        for character in argument {
            if character == "\"", slashes % 2 == 0 { isInside.toggle() } else if character.isWhitespace, !isInside { return true }
            slashes = character == "\\" ? slashes + 1 : 0
        }
        return false
    }
}
