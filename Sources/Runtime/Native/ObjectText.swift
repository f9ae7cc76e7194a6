// Objects as text between two processes of this shell: a script block given to the shell's own program, its arguments, what it reads and writes.

import Glibc

/// How values become text and values again. The room that knows the format fills it in.
public struct ObjectText {
    /// A value and the stream it belongs to.
    public struct Entry {
        public let stream: Streams.Kind
        public let value: Value
        public init(_ stream: Streams.Kind, _ value: Value) { self.stream = stream; self.value = value }
    }
    /// The text of values; each names its stream if they have any.
    public let encode: ([Entry], Session) throws -> String
    public let decode: (String, Session) throws -> [Entry]
    public let base64: ([UInt8]) -> String
    public let bytes: (String) -> [UInt8]?

    public init(
        encode: @escaping ([Entry], Session) throws -> String, decode: @escaping (String, Session) throws -> [Entry], base64: @escaping ([UInt8]) -> String,
        bytes: @escaping (String) -> [UInt8]?
    ) {
        self.encode = encode; self.decode = decode; self.base64 = base64; self.bytes = bytes
    }

    /// The first line of what is no plain text.
    public static let header = "#< CLIXML"

    /// The values in what a process wrote: objects after the header, otherwise lines of text.
    func entries(_ lines: [String], _ session: Session) throws -> [Entry] {
        guard let start = lines.firstIndex(of: ObjectText.header) else { return lines.map { Entry(.output, .text($0)) } }
        return try lines[..<start].map { Entry(.output, .text($0)) } + decode(lines[(start + 1)...].joined(separator: "\n"), session)
    }

    /// A text as `-EncodedCommand` wants it.
    func encoded(command text: String) -> String { base64(text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }) }
}

extension NativeArguments {
    /// True if a program is given a script block, which only a shell can read.
    static func holdBlock(_ node: CommandNode, _ s: Scope) throws -> Bool {
        for (i, argument) in node.arguments.enumerated() {
            guard case .value(let value) = argument, case .argument(let written) = node.syntax.elements[i + 1] else { continue }
            switch written {
            case .scriptBlock: return true
            case .variable: if try value.evaluate(s).asScriptBlock != nil { return true }
            default: continue
            }
        }
        return false
    }

    /// The command line for a shell that runs a block: the code and its arguments in a form that survives every quoting.
    static func make(forShell node: CommandNode, _ s: Scope, _ form: ObjectText, expectingInput: Bool) throws -> [String] {
        var result: [String] = [], arguments: [Value] = []
        var block: ScriptBlock?
        var nextIsList = false
        for (i, argument) in node.arguments.enumerated() {
            switch argument {
            case .value(let node):
                let value = try node.evaluate(s)
                if let found = value.asScriptBlock, block == nil {
                    block = found
                } else if nextIsList {
                    arguments += try s.session.elements(of: value) ?? [value]
                    nextIsList = false
                } else if block != nil {
                    arguments.append(value)
                } else {
                    result.append(try value.toText(s.session))
                }
            case .parameter(let name, let value, _):
                if isName(name, of: "Args", atLeast: 1) {
                    if let value {
                        let value = try value.evaluate(s)
                        arguments += try s.session.elements(of: value) ?? [value]
                    } else {
                        nextIsList = true
                    }
                } else if isName(name, of: "Command", atLeast: 1), i + 1 < node.arguments.count {
                    continue
                } else {
                    result.append("-" + name)
                    if let value { result.append(try value.evaluate(s).toText(s.session)) }
                }
            case .splat(let value):
                let value = try value.evaluate(s)
                for element in try s.session.elements(of: value) ?? [value] { result.append(try element.toText(s.session)) }
            }
        }
        result += ["-InputFormat", expectingInput ? "xml" : "text", "-OutputFormat", "xml"]
        if !arguments.isEmpty {
            let list = Value.object(ListObject(arguments, type: .arrayList))
            result += ["-EncodedArguments", form.encoded(command: try form.encode([ObjectText.Entry(.output, list)], s.session))]
        }
        return result + ["-EncodedCommand", form.encoded(command: block?.body ?? "")]
    }

    private static func isName(_ name: String, of full: String, atLeast count: Int) -> Bool {
        name.count >= count && full.lowercased().hasPrefix(name.lowercased())
    }
}
