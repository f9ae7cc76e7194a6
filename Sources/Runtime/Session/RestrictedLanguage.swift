// Script blocks that may hold nothing but data: the language of data sections, with commands and variables that are allowed besides.

import Diagnostics
import Scalars
import Syntax

extension Session {
    /// - Throws: the `ParseException` of a data section for what the block must not hold.
    public func checkRestrictedLanguage(_ block: ScriptBlock, commands: [String], variables: [String], allowsEnvironment: Bool) throws {
        let allowed = commands.filter { $0 != "*" && !$0.isEmpty }
        let names = (allowed.isEmpty ? ["__none__"] : allowed).map {
            "'" + $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        }
        let head = "data -SupportedCommand " + names.joined(separator: ",") + " {"
        let source = SourceText(head + block.body + "\n}")
        let permitted = Set(variables.map { $0.lowercased() })
        let faults = parse(source).diagnostics.filter { fault in
            switch fault.id {
            case "CommandNotSupportedInDataSection": return !commands.contains("*")
            case "VariableReferenceNotSupportedInDataSection":
                let name = source.text(fault.range).drop { $0 == "$" || $0 == "@" || $0 == "{" }.lowercased()
                return !(permitted.contains("*") || permitted.contains(name) || allowsEnvironment && name.hasPrefix("env:"))
            default: return true
            }
        }
        if !faults.isEmpty { throw MethodFailure(parseFailure(faults, source).record.exception) }
    }
}

extension ScriptBlock {
    /// `[CmdletBinding()]` and its kin in front of `param`, as objects.
    /// The same as long as the block lives.
    public var identifier: NetGuid {
        var seed = UInt64(UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()))
        let bytes = (0..<16).map { _ in
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(seed >> 56)
        }
        return NetGuid(randomBytes: bytes) ?? .empty
    }

    public func attributeObjects(_ session: Session) -> [Value] { AttributeReader.objects(syntax.attributes, session.scope) }
}
