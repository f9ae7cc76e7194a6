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
    /// The input is a file that comes with one more line break, as `Start-Process` has it; not what stands in a pipe.
    var addsLineBreak = false
    var output: String?
    var errors: String?

    /// - Throws: the system's refusal.
    func spawn() throws(FileFailure) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var fed: Int32 = -1
        defer { if fed >= 0 { close(fed) } }
        if let input, addsLineBreak {
            fed = try ProcessStart.fed(input)
            posix_spawn_file_actions_adddup2(&actions, fed, 0)
        } else if let input {
            posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        }
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

    /// A file that is standard input comes as the reference writes it: all of it, and one more line break.
    private static func fed(_ path: String) throws(FileFailure) -> Int32 {
        let bytes = try FileAccess.read(path) + [0x0A]
        let file = posix_nameless_file()
        guard file >= 0 else { throw FileFailure(path: path, code: errno) }
        let isWhole = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) == $0.count }
        guard isWhole, lseek(file, 0, SEEK_SET) == 0 else {
            let code = errno
            close(file)
            throw FileFailure(path: path, code: code)
        }
        return file
    }
}
