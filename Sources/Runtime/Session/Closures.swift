// Closures, text expanded at run time, and how members of an object came to it.

import Diagnostics
import Syntax

extension Session {
    /// The block with a home of its own that holds the variables seen now: `GetNewClosure()`.
    public func closure(of block: ScriptBlock) -> ScriptBlock {
        let module = ModuleInfo(name: "__DynamicModule_closure", path: "")
        module.isClosure = true
        let home = Scope(self, layout: ScopeLayout([], isOpen: true), parent: global, kind: .module, output: NullSink(), streams: scope.streams, module: module)
        module.scope = home
        for cell in variables(in: scope, onlyThere: true) where cell.computed == nil { home.makeStorage(symbols.symbol(cell.name)).pointee = cell.read(self) }
        if scope.kind != .global, scope.kind != .script, let parent = scope.parent, parent.module != nil {
            for cell in variables(in: parent, onlyThere: true) where cell.computed == nil && home.ownStorage(symbols.symbol(cell.name)) == nil {
                home.makeStorage(symbols.symbol(cell.name)).pointee = cell.read(self)
            }
        }
        return block.bound(to: module)
    }

    /// Variables and subexpressions in a text, as in double quotes.
    public func expand(_ text: String) throws -> String {
        let quoted = text.map { $0 == "\"" ? "`\"" : String($0) }.joined()
        return try evaluate(scriptBlock("\"" + quoted + "\""), scope: scope).toText(self)
    }

    /// `NoteProperty`, `Property`, `ScriptProperty` and so on.
    public func memberType(of target: Value, _ name: String) -> String {
        func kind(_ member: AddedMember) -> String {
            switch member.content {
            case .note: "NoteProperty"
            case .alias: "AliasProperty"
            case .scriptProperty: "ScriptProperty"
            case .scriptMethod: "ScriptMethod"
            case .propertySet: "PropertySet"
            case .memberSet: "MemberSet"
            case .codeProperty(let property): property.memberType == "Property" ? "CodeProperty" : property.memberType
            }
        }
        if let record = target.asRecord, let value = record[name] {
            if let box = value.object as? AddedMemberBox { return kind(box.member) }
            return "NoteProperty"
        }
        if let member = addedMember(of: target, name) { return kind(member) }
        if target.object?.adapter != nil { return "Property" }
        if let noted = target.object as? NotedText, noted.noteNames.contains(where: { $0.equalsIgnoringCase(name) }) { return "NoteProperty" }
        switch types.member(of: target.unwrapped.type, name) {
        case .property(let property): return property.memberType
        case .method: return "Method"
        case nil: return "Property"
        }
    }
}
