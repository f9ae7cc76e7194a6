// Redirections of a stream into a file or into another stream.

import Diagnostics

extension Parser {
    /// Reads what a redirection sign points to; the redirection is added unless its stream has one already.
    func redirection(_ token: Token, _ redirections: inout [Redirection]) -> Redirection? {
        let sign = text(token)
        if token.kind == .inputRedirection || !sign.utf8.contains(UInt8(ascii: "&")) {
            return fileRedirection(token, sign, &redirections)
        }
        let from = stream(sign)
        let to = sign.utf8.last.map { Int($0) - 0x30 } ?? 1
        if to != 1 || from == to {
            report(.redirectionNotSupported, token.range, sign)
        }
        return add(Redirection(range: token.range, from: from, target: .stream(1)), &redirections)
    }

    private func fileRedirection(_ token: Token, _ sign: String, _ redirections: inout [Redirection]) -> Redirection? {
        var file = singleArgument(.file)
        if file == nil {
            report(.missingFileSpecification, after(token))
            file = errorExpression(token.range)
        }
        guard let file else { return nil }
        if token.kind == .inputRedirection {
            report(.redirectionNotSupported, token.range, sign)
            return nil
        }
        let redirection = Redirection(
            range: span(token.range, file.range.union(token.range)), from: stream(sign),
            target: .file(file, append: sign.hasSuffix(">>")))
        return add(redirection, &redirections)
    }

    private func stream(_ sign: String) -> Int {
        guard let first = sign.utf8.first else { return 1 }
        if first == UInt8(ascii: "*") { return 0 }
        return ASCII.isDigit(first) ? Int(first) - 0x30 : 1
    }

    private func add(_ redirection: Redirection, _ redirections: inout [Redirection]) -> Redirection {
        if redirections.contains(where: { $0.from == redirection.from }) {
            report(.streamAlreadyRedirected, redirection.range, "\(redirection.from)")
        } else {
            redirections.append(redirection)
        }
        return redirection
    }
}
