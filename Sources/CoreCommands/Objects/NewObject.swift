// New-Object: an object of a type by name.

import Runtime

final class NewObject: Command {
    static let name = "New-Object"
    static let typeName = Parameter<String>("TypeName", position: 0, mandatory: true, help: "The type, such as System.Text.StringBuilder.")
    static let argumentList = Parameter<[Value]>("ArgumentList", aliases: ["Args"], position: 1, help: "Arguments of the constructor.")
    static let property = Parameter<TableObject>("Property", type: .iDictionary, help: "Properties to set, by name.")

    static let declaration = CommandDeclaration(
        synopsis: "Makes an object of a type.",
        description: "Calls a constructor of a known type and sets properties. PSObject and PSCustomObject make a custom object with the properties given.",
        parameters: [typeName, argumentList, property],
        examples: [CommandExample("A custom object", "(New-Object PSObject -Property @{Seats = 3}).Seats", output: "3\n")])

    func process(_ run: Invocation) throws {
        let session = run.session
        let name = run[Self.typeName] ?? ""
        let properties = run.raw(Self.property).asTable
        guard let type = session.findType(name) else {
            throw run.failure(
                "TypeNotFound", "Cannot find type [\(name)]: verify that the assembly containing this type is loaded.",
                type: "System.Management.Automation.PSArgumentException", category: .invalidType)
        }
        if type.code == .psObject || type.code == .customObject {
            let made = try properties.map { try session.record(from: $0) } ?? Record(shape: session.emptyShape, values: [])
            return try run.write(.object(made))
        }
        let arguments = run[Self.argumentList] ?? []
        let made: Value
        do {
            made = try session.construct(type, arguments)
        } catch let failure as ShellError {
            let id =
                ["MethodCountCouldNotFindBest", "MethodNotFound"].contains(failure.record.errorId) && !type.isFromScript
                ? "CannotFindAppropriateCtor" : "ConstructorInvokedThrowException"
            throw run.failure(
                id,
                failure.record.errorId == "MethodCountCouldNotFindBest"
                    ? "A constructor was not found. Cannot find an appropriate constructor for type \(name)." : failure.record.message,
                type: id == "CannotFindAppropriateCtor" ? "System.Management.Automation.PSArgumentException" : failure.record.exception.type.fullName,
                category: id == "CannotFindAppropriateCtor" ? .objectNotFound : .invalidOperation)
        }
        for (key, value) in properties?.table.pairs ?? [] {
            let member = try key.toText(session)
            guard try session.hasProperty(made, member) else {
                throw run.failure(
                    "InvalidOperationException", "The member \"\(member)\" was not found for the specified .NET object.",
                    type: "System.InvalidOperationException", category: .invalidOperation)
            }
            do { try session.setProperty(of: made, member, value) } catch let failure as ShellError where !failure.endsScript {
                throw run.failure("SetValueException", failure.record.message, type: failure.record.exception.type.fullName, category: .invalidArgument)
            }
        }
        try run.write(made)
    }
}
