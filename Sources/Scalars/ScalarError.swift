// What can go wrong with a scalar value: the refusals of parsing, formatting and arithmetic.

/// A refusal of a scalar operation. Each case stands for one exception type of the reference platform.
public enum ScalarError: Error, Equatable, Sendable {
    /// Text that is no value of the wanted type (`FormatException`). Holds the text.
    case badInput(String)
    /// A format specifier the type does not know (`FormatException`).
    case badFormat
    /// A composite format that cannot be read, with .NET's reason (`FormatException`).
    case badCompositeFormat(String)
    /// A result outside the type named (`OverflowException`), such as "Int32" or "Decimal".
    case overflow(String)
    /// Division by zero (`DivideByZeroException`).
    case divideByZero
    /// An argument outside its range (`ArgumentOutOfRangeException`): its name and what is wrong.
    case outOfRange(String, String)
    /// An argument that makes no sense (`ArgumentException`).
    case badArgument(String)
    /// A value larger than memory has room for (`OutOfMemoryException`).
    case outOfMemory

    /// Full name of the exception type this stands for.
    public var exceptionType: String {
        switch self {
        case .badInput, .badFormat, .badCompositeFormat: "System.FormatException"
        case .overflow: "System.OverflowException"
        case .divideByZero: "System.DivideByZeroException"
        case .outOfRange: "System.ArgumentOutOfRangeException"
        case .badArgument: "System.ArgumentException"
        case .outOfMemory: "System.OutOfMemoryException"
        }
    }

    /// The words the reference platform uses.
    public var message: String {
        switch self {
        case .badInput(let text): return "The input string '\(text)' was not in a correct format."
        case .badFormat: return "Format specifier was invalid."
        case .badCompositeFormat(let reason): return reason
        case .overflow(let type):
            switch type {
            case "TimeSpan": return "TimeSpan overflowed because the duration is too long."
            case "BigInteger": return "BigInteger cannot represent infinity."
            case "": return "Arithmetic operation resulted in an overflow."
            case "SByte": return "Value was either too large or too small for a signed byte."
            case "Byte": return "Value was either too large or too small for an unsigned byte."
            case "Int16", "Int32", "Int64", "UInt16", "UInt32", "UInt64":
                return "Value was either too large or too small for \(type.hasPrefix("I") ? "an" : "a") \(type)."
            default: return "Value was either too large or too small for a \(type)."
            }
        case .divideByZero: return "Attempted to divide by zero."
        case .outOfRange(let name, let reason): return name.isEmpty ? reason : "\(reason) (Parameter '\(name)')"
        case .badArgument(let reason): return reason
        case .outOfMemory: return "Exception of type 'System.OutOfMemoryException' was thrown."
        }
    }
}
