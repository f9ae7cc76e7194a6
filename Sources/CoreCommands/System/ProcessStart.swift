// Starting a program beside the shell.

import CPosix
import Glibc
import Runtime

/// What a new process gets.
struct ProcessStart {
    let program: String
    let arguments: [String]
    let environment: [String: String]
    let directory: String
    var input: String?
    var output: String?
    var errors: String?

    /// One command line as separate arguments: blanks separate, double quotes hold together, a backslash before a quote keeps it.
    static func split(_ line: String) -> [String] {
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

    /// - Throws: the system's refusal.
    func spawn() throws(FileFailure) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0) }
        if let output { posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o666) }
        if let errors { posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o666) }
        _ = posix_spawn_in_directory(&actions, directory)
        var words = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        var entries = environment.map { strdup($0.key + "=" + $0.value) }
        entries.append(nil)
        defer { for word in words + entries { free(word) } }
        var id: pid_t = 0
        let result = posix_spawn(&id, program, &actions, nil, words, entries)
        if result != 0 { throw FileFailure(path: program, code: result) }
        return id
    }
}
