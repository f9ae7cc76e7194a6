// What Get-Random and Get-SecureRandom do: a number, or some of the objects given.

import Runtime
import Scalars

struct RandomParameters: Sendable {
    private static let list = "RandomListItemParameterSet", number = "RandomNumberParameterSet", shuffleSet = "ShuffleParameterSet"
    let maximum = Parameter<Value>("Maximum", position: 0, sets: [number], help: "All numbers are less than this.")
    let minimum = Parameter<Value>("Minimum", sets: [number], help: "The least number; 0 if not given.")
    let inputObject = Parameter<[Value]>(
        "InputObject", position: 0, mandatory: true, pipeline: true, sets: [list, shuffleSet], type: TypeInfo.object.arrayType(), allowsNull: true,
        allowsEmptyCollection: true, help: "The objects to choose from.")
    let count = Parameter<Int>("Count", sets: [number, list], validations: [.range(.int(1), .int(.max))], help: "How many; 1 if not given.")
    let shuffle = Parameter<Bool>("Shuffle", mandatory: true, sets: [shuffleSet], help: "All objects in random order.")
    var all: [any AnyParameter] { [maximum, minimum, inputObject, count, shuffle] }
}

final class RandomChoice {
    private let parameters: RandomParameters
    private let source: RandomSource
    private var chosen: [Value] = []
    private var seen = 0

    init(_ parameters: RandomParameters, _ source: RandomSource) {
        self.parameters = parameters
        self.source = source
    }

    private func isList(_ run: Invocation) -> Bool { run.isBound(parameters.inputObject) || run.hasPipelineInput || run.has(parameters.shuffle) }

    /// - Throws: `MinGreaterThanOrEqualMax`, and what is no number.
    private func numbers(_ run: Invocation) throws {
        let low = try number(run[parameters.minimum], run) ?? .int(0)
        let high = try number(run[parameters.maximum], run)
        for _ in 0..<(run[parameters.count] ?? 1) { try run.write(one(low, high, run)) }
    }

    private func number(_ value: Value?, _ run: Invocation) throws -> Value? {
        guard let value, !value.isNull else { return nil }
        if let text = value.asString {
            if let converted = run.session.converted(value, to: .int32) { return text.contains(".") ? run.session.converted(value, to: .double) : converted }
            if let converted = run.session.converted(value, to: .int64) ?? run.session.converted(value, to: .double) { return converted }
            do { return try run.session.convert(value, to: .int32) } catch let failure as ShellError {
                throw run.failure(failure.record.errorId, failure.record.message, type: "PSInvalidCastException", category: .invalidArgument, target: value)
            }
        }
        return value
    }

    private func one(_ low: Value, _ high: Value?, _ run: Invocation) throws -> Value {
        func refuse() -> ShellError {
            run.failure(
                "MinGreaterThanOrEqualMax",
                "The Minimum value (\((try? low.toText(run.session)) ?? "")) cannot be greater than or equal to the Maximum value (\((try? high?.toText(run.session) ?? "") ?? "")).",
                type: "System.ArgumentException", category: .invalidArgument)
        }
        if isReal(low) || (high.map(isReal) ?? false) {
            let least = low.asDouble ?? 0, limit = high?.asDouble ?? .greatestFiniteMagnitude
            guard least < limit else { throw refuse() }
            return .double(source.real(least, limit))
        }
        let least = low.asInt64 ?? 0
        let isLong = isLong(low) || (high.map(isLong) ?? false)
        let limit = high?.asInt64 ?? (isLong ? .max : Int64(Int32.max))
        guard least < limit else { throw refuse() }
        let value = source.integer(least, limit)
        return isLong ? .long(value) : .int(Int32(truncatingIfNeeded: value))
    }

    private func isReal(_ value: Value) -> Bool {
        switch value.unwrapped {
        case .double, .single: true
        default: value.asInt64 == nil
        }
    }
    private func isLong(_ value: Value) -> Bool {
        if case .long = value.unwrapped { return true }
        return value.asInt64.map { Int32(exactly: $0) == nil } ?? false
    }

    func process(_ run: Invocation) throws {
        guard isList(run) else { return try numbers(run) }
        let raw = run.raw(parameters.inputObject)
        let items: [Value] = raw.isNull ? [.null] : try run.session.elements(of: raw) ?? [raw]
        let wanted = run.has(parameters.shuffle) ? Int.max : run[parameters.count] ?? 1
        for item in items {
            if seen < wanted {
                chosen.append(item)
            } else if source.integer(0, Int64(seen + 1)) < wanted {
                chosen[Int(source.integer(0, Int64(chosen.count)))] = item
            }
            seen += 1
        }
    }

    /// What was chosen, in random order.
    func end(_ run: Invocation) throws {
        for i in chosen.indices {
            let j = Int(source.integer(Int64(i), Int64(chosen.count)))
            try run.write(chosen[j])
            if i != j { chosen[j] = chosen[i] }
        }
    }
}
