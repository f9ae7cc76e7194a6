// The reserved words and the dash operators, looked up from bytes without regard to case.

public enum Keyword: UInt8, Sendable, CaseIterable {
    case assembly, base, begin, `break`, `catch`, `class`, clean, command, configuration, `continue`, data, define, `do`
    case dynamicparam, `else`, elseif, end, `enum`, exit, filter, finally, `for`, foreach, from, function, hidden, `if`
    case `in`, inlinescript, interface, module, namespace, parallel, param, process, `private`, `public`, `return`, sequence, `static`
    case `switch`, `throw`, trap, `try`, type, until, using, `var`, `while`, workflow, `default`
}

enum DashOperator: UInt8, Sendable {
    case and, or, xor, band, bor, bxor, shl, shr
    case eq, ne, ge, gt, lt, le, like, notlike, match, notmatch, replace, contains, notcontains, `in`, notin, split
    case ceq, cne, cge, cgt, clt, cle, clike, cnotlike, cmatch, cnotmatch, creplace, ccontains, cnotcontains, cin, cnotin, csplit
    case isplit, join, f, `is`, isnot, `as`, not, bnot

    var isUnary: Bool {
        switch self {
        case .not, .bnot, .split, .isplit, .csplit, .join: true
        default: false
        }
    }
    var isBinary: Bool { self != .not && self != .bnot }
}

/// Words of up to 12 letters as a number, so that a look-up is one switch over integers.
enum WordTable {
    /// ASCII lower-cased letters packed eight to a word; nil where too long or not letters.
    @inline(__always)
    static func pack(_ base: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64)? {
        guard count <= 16 else { return nil }
        var low: UInt64 = 0, high: UInt64 = 0
        var i = 0
        while i < count {
            let byte = UInt64(base[i] | 0x20)
            if i < 8 { low |= byte << UInt64(i * 8) } else { high |= byte << UInt64((i - 8) * 8) }
            i += 1
        }
        return (low, high)
    }

    static func pack(_ word: String) -> (UInt64, UInt64) {
        var word = word
        return word.withUTF8 { pack($0.baseAddress!, $0.count) ?? (0, 0) }
    }

    struct Entry { let low: UInt64, high: UInt64, value: UInt8 }

    /// Entries by length and last letter; a bucket holds a handful.
    struct Table {
        private var buckets: [[Entry]] = Array(repeating: [], count: 16 * 32)

        init(_ words: [(String, UInt8)]) {
            for (word, value) in words {
                let (low, high) = WordTable.pack(word)
                let last = word.utf8.last.map { Int($0 & 31) } ?? 0
                buckets[word.utf8.count * 32 + last].append(Entry(low: low, high: high, value: value))
            }
        }

        func find(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt8? {
            guard count > 0, count < 16 else { return nil }
            let bucket = buckets[count * 32 + Int(base[count - 1] & 31)]
            if bucket.isEmpty { return nil }
            guard let (low, high) = WordTable.pack(base, count) else { return nil }
            for entry in bucket where entry.low == low && entry.high == high { return entry.value }
            return nil
        }
    }

    /// Words that are only words (`default`, `base`, `module` and the like) are recognised where they count.
    static let keywords = Table(
        Keyword.allCases.compactMap { word in
            switch word {
            case .default, .assembly, .base, .command, .module, .namespace, .type, .private: nil
            default: ("\(word)", word.rawValue)
            }
        })

    static let operators: Table = {
        let insensitive: [(String, DashOperator)] = [
            ("eq", .eq), ("ne", .ne), ("ge", .ge), ("gt", .gt), ("lt", .lt), ("le", .le), ("like", .like), ("notlike", .notlike),
            ("match", .match), ("notmatch", .notmatch), ("replace", .replace), ("contains", .contains),
            ("notcontains", .notcontains), ("in", .in), ("notin", .notin),
        ]
        let sensitive: [(String, DashOperator)] = [
            ("ceq", .ceq), ("cne", .cne), ("cge", .cge), ("cgt", .cgt), ("clt", .clt), ("cle", .cle), ("clike", .clike),
            ("cnotlike", .cnotlike), ("cmatch", .cmatch), ("cnotmatch", .cnotmatch), ("creplace", .creplace),
            ("ccontains", .ccontains), ("cnotcontains", .cnotcontains), ("cin", .cin), ("cnotin", .cnotin), ("csplit", .csplit),
        ]
        let others: [(String, DashOperator)] = [
            ("and", .and), ("or", .or), ("xor", .xor), ("band", .band), ("bor", .bor), ("bxor", .bxor), ("shl", .shl), ("shr", .shr),
            ("split", .split), ("isplit", .isplit), ("join", .join), ("f", .f), ("is", .is), ("isnot", .isnot), ("as", .as),
            ("not", .not), ("bnot", .bnot),
        ]
        let all = insensitive + insensitive.map { ("i" + $0.0, $0.1) } + sensitive + others
        return Table(all.map { ($0.0, $0.1.rawValue) })
    }()
}
