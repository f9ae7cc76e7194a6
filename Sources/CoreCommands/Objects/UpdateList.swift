// Update-List: adds to and removes from a list that is a property of an object.

import Runtime

final class UpdateList: Command {
    static let name = "Update-List"
    static let property = Parameter<String>("Property", position: 0, validations: [.notNullOrEmpty], help: "The property that holds the list.")
    static let add = Parameter<[Value]>("Add", sets: ["AddRemoveSet"], validations: [.notNullOrEmpty], help: "What the list gets.")
    static let remove = Parameter<[Value]>("Remove", sets: ["AddRemoveSet"], validations: [.notNullOrEmpty], help: "What the list loses.")
    static let inputObject = Parameter<Value>("InputObject", pipeline: true, validations: [.notNullOrEmpty], help: "The objects.")
    static let replace = Parameter<[Value]>(
        "Replace", mandatory: true, sets: ["ReplaceSet"], validations: [.notNullOrEmpty], help: "What the list holds from then on.")
    static let declaration = CommandDeclaration(
        synopsis: "Changes a list that is a property of objects.",
        description: "Without objects it writes a table of the changes, as other commands take it for such a property.",
        parameters: [property, add, remove, inputObject, replace], defaultSet: "AddRemoveSet",
        examples: [
            CommandExample(
                "One in, one out",
                "$room = [pscustomobject]@{Users = [System.Collections.ArrayList]('ann', 'bob')}\n$null = $room | Update-List Users -Add cho -Remove ann\n\"$($room.Users)\"",
                output: "bob cho\n")
        ])

    private var hadInput = false

    func process(_ run: Invocation) throws {
        guard !run.input.isMissing || run.isBound(Self.inputObject) else { return }
        hadInput = true
        let session = run.session
        let item = run.input.isMissing ? run[Self.inputObject] ?? .null : run.input
        guard let name = run[Self.property] else {
            return try run.writeError(
                "MissingPropertyParameter", "The parameter -Property must name the list when there are objects.", type: "PSArgumentException",
                category: .invalidArgument)
        }
        guard try session.hasProperty(item, name) else {
            return try run.writeError(
                "UpdateListPropertyNotFound", "The object has no property '\(name)'.", type: "PSArgumentException", category: .invalidArgument, target: item)
        }
        let old = try session.property(of: item, name, run.scope)
        if let list = old.asList {
            if let all = run[Self.replace] { list.elements = all } else { list.elements = try changed(list.elements, run) }
        } else {
            let elements = old.isNull ? [] : try session.elements(of: old) ?? [old]
            try session.setProperty(of: item, name, .array(run[Self.replace] ?? changed(elements, run)))
        }
        try run.write(item)
    }

    private func changed(_ elements: [Value], _ run: Invocation) throws -> [Value] {
        var result = elements
        for gone in run[Self.remove] ?? [] {
            if let place = try result.firstIndex(where: { try run.session.areEqual($0, gone, ignoreCase: true) }) { result.remove(at: place) }
        }
        return result + (run[Self.add] ?? [])
    }

    func end(_ run: Invocation) throws {
        if hadInput { return }
        let changes = TableObject()
        for (name, parameter) in [("Add", Self.add), ("Remove", Self.remove), ("Replace", Self.replace)] {
            if let values = run[parameter] { changes[name] = .array(values) }
        }
        try run.write(.object(changes))
    }
}
