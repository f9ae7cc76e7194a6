// `-Attributes`: names of file attributes joined by comma (or), + (and), with ! (not).

import Glibc
import Runtime
import TypeSystem

final class AttributeFilter: Box, ParameterType, @unchecked Sendable {
    private let alternatives: [[(bit: Int64, isNegated: Bool)]]
    init(_ alternatives: [[(bit: Int64, isNegated: Bool)]]) { self.alternatives = alternatives }
    override var type: TypeInfo { AttributeFilter.typeInfo }
    static let typeInfo = TypeInfo("System.Management.Automation.FlagsExpression`1[[System.IO.FileAttributes]]", base: .object)
    static var parameterType: TypeInfo { typeInfo }
    static func read(_ value: Value) -> Self? { value.object as? Self }

    static var known: KnownType {
        KnownType(typeInfo) {
            MemberTable(convert: { value, session in
                let names = try (session.elements(of: value) ?? [value]).map { try $0.toText(session) }
                return .object(AttributeFilter(try names.flatMap { try read($0) }))
            })
        }
    }

    private static func read(_ text: String) throws -> [[(bit: Int64, isNegated: Bool)]] {
        try text.split(separator: ",").map { alternative in
            try alternative.split(separator: "+").map { part in
                var name = part.drop { $0 == " " }
                let isNegated = name.first == "!"
                if isNegated { name = name.dropFirst() }
                return (try bit(String(name.prefix { $0 != " " })), isNegated)
            }
        }
    }

    private static func bit(_ name: String) throws -> Int64 {
        switch name.lowercased() {
        case "d": return 16
        case "h": return 2
        case "r": return 1
        case "a": return 32
        case "s": return 4
        case "l": return 1024
        default:
            guard let bit = SystemTypes.fileAttributes.enumeration?.value(of: name) else {
                throw ShellError("InvalidCast", "'\(name)' is not a file attribute.", type: "PSInvalidCastException", category: .invalidArgument)
            }
            return bit
        }
    }

    func matches(_ bits: Int64) -> Bool {
        alternatives.contains { $0.allSatisfy { part in (bits & part.bit != 0) != part.isNegated } }
    }
    var asksForHidden: Bool { alternatives.contains { $0.contains { $0.bit == 2 && !$0.isNegated } } }
}

extension PathText {
    /// The path without links on the way.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
