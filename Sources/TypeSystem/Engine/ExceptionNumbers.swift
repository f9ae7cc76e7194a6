// The numbers that exceptions carry as their HResult.

import Runtime

enum ExceptionNumbers {
    /// By name without `System.`; what derives from a type and has no number of its own has that of the type.
    private static let known: [String: UInt32] = [
        "Exception": 0x8013_1500, "SystemException": 0x8013_1501, "ArgumentOutOfRangeException": 0x8013_1502, "ArrayTypeMismatchException": 0x8013_1503,
        "ContextMarshalException": 0x8013_1504, "TimeoutException": 0x8013_1505, "IndexOutOfRangeException": 0x8013_1508,
        "InvalidOperationException": 0x8013_1509, "Security.SecurityException": 0x8013_150A, "Runtime.Serialization.SerializationException": 0x8013_150C,
        "MissingFieldException": 0x8013_1511, "MissingMemberException": 0x8013_1512, "MissingMethodException": 0x8013_1513,
        "NotSupportedException": 0x8013_1515, "OverflowException": 0x8013_1516, "RankException": 0x8013_1517, "TypeLoadException": 0x8013_1522,
        "FormatException": 0x8013_1537, "PlatformNotSupportedException": 0x8013_1539, "OperationCanceledException": 0x8013_153B,
        "Collections.Generic.KeyNotFoundException": 0x8013_1577, "ApplicationException": 0x8013_1600, "Reflection.TargetInvocationException": 0x8013_1604,
        "Reflection.TargetParameterCountException": 0x8013_8002, "IO.IOException": 0x8013_1620, "ObjectDisposedException": 0x8013_1622,
        "ArgumentException": 0x8007_0057, "ArgumentNullException": 0x8000_4003, "NullReferenceException": 0x8000_4003, "InvalidCastException": 0x8000_4002,
        "NotImplementedException": 0x8000_4001, "UnauthorizedAccessException": 0x8007_0005, "IO.FileNotFoundException": 0x8007_0002,
        "IO.DirectoryNotFoundException": 0x8007_0003, "IO.PathTooLongException": 0x8007_00CE, "IO.EndOfStreamException": 0x8007_0026,
        "OutOfMemoryException": 0x8007_000E, "ArithmeticException": 0x8007_0216, "DivideByZeroException": 0x8002_0012,
    ]

    static func number(of type: TypeInfo) -> Int32 {
        for ancestor in type.ancestors where ancestor.fullName.hasPrefix("System.") {
            if let number = known[String(ancestor.fullName.dropFirst("System.".count))] { return Int32(bitPattern: number) }
        }
        return Int32(bitPattern: 0x8013_1500)
    }
}
