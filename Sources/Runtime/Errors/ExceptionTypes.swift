// The exception types scripts can meet, as one table of names and bases.

public enum ExceptionTypes {
    /// Name and base; a name without dots stands in `System.Management.Automation` unless it is listed with its namespace.
    private static let table: [(String, String)] = [
        ("System.Exception", ""), ("System.SystemException", "System.Exception"), ("System.ApplicationException", "System.Exception"),
        ("System.ArgumentException", "System.SystemException"), ("System.ArgumentNullException", "System.ArgumentException"),
        ("System.ArgumentOutOfRangeException", "System.ArgumentException"), ("System.ArithmeticException", "System.SystemException"),
        ("System.DivideByZeroException", "System.ArithmeticException"), ("System.OverflowException", "System.ArithmeticException"),
        ("System.FormatException", "System.SystemException"), ("System.UriFormatException", "System.FormatException"),
        ("System.IndexOutOfRangeException", "System.SystemException"), ("System.InvalidCastException", "System.SystemException"),
        ("System.InvalidOperationException", "System.SystemException"), ("System.ObjectDisposedException", "System.InvalidOperationException"),
        ("System.NotImplementedException", "System.SystemException"), ("System.NotSupportedException", "System.SystemException"),
        ("System.PlatformNotSupportedException", "System.NotSupportedException"), ("System.NullReferenceException", "System.SystemException"),
        ("System.OutOfMemoryException", "System.SystemException"), ("System.StackOverflowException", "System.SystemException"),
        ("System.RankException", "System.SystemException"), ("System.TypeInitializationException", "System.SystemException"),
        ("System.TimeoutException", "System.SystemException"), ("System.TimeZoneNotFoundException", "System.Exception"),
        ("System.InvalidTimeZoneException", "System.Exception"), ("System.Text.DecoderFallbackException", "System.ArgumentException"),
        ("System.Text.EncoderFallbackException", "System.ArgumentException"), ("System.UnauthorizedAccessException", "System.SystemException"),
        ("System.OperationCanceledException", "System.SystemException"), ("System.Threading.SemaphoreFullException", "System.SystemException"),
        ("System.Threading.Tasks.TaskCanceledException", "System.OperationCanceledException"),
        ("System.Threading.SynchronizationLockException", "System.SystemException"),
        ("System.Threading.AbandonedMutexException", "System.SystemException"), ("System.AggregateException", "System.Exception"),
        ("System.MissingMemberException", "System.SystemException"), ("System.MissingMethodException", "System.MissingMemberException"),
        ("System.Collections.Generic.KeyNotFoundException", "System.SystemException"),
        ("System.TypeLoadException", "System.SystemException"), ("System.ComponentModel.Win32Exception", "System.SystemException"),
        ("System.ComponentModel.InvalidEnumArgumentException", "System.ArgumentException"),
        ("System.IO.IOException", "System.SystemException"), ("System.IO.FileNotFoundException", "System.IO.IOException"),
        ("System.IO.DirectoryNotFoundException", "System.IO.IOException"), ("System.IO.PathTooLongException", "System.IO.IOException"),
        ("System.IO.EndOfStreamException", "System.IO.IOException"), ("System.IO.InvalidDataException", "System.SystemException"),
        ("System.IO.DriveNotFoundException", "System.IO.IOException"),
        ("System.Security.SecurityException", "System.SystemException"), ("System.Security.Cryptography.CryptographicException", "System.SystemException"),
        ("System.Globalization.CultureNotFoundException", "System.ArgumentException"),
        ("System.Text.RegularExpressions.RegexParseException", "System.ArgumentException"),
        ("System.Text.RegularExpressions.RegexMatchTimeoutException", "System.TimeoutException"),
        ("System.Text.Json.JsonException", "System.Exception"), ("System.Xml.XmlException", "System.SystemException"),
        ("System.Xml.XPath.XPathException", "System.SystemException"),
        ("System.Reflection.TargetInvocationException", "System.ApplicationException"), ("System.Reflection.AmbiguousMatchException", "System.SystemException"),
        ("System.Net.Sockets.SocketException", "System.ComponentModel.Win32Exception"),
        ("System.Net.WebException", "System.InvalidOperationException"), ("System.Net.Http.HttpRequestException", "System.Exception"),
        ("Microsoft.PowerShell.Commands.WriteErrorException", "System.SystemException"),
        ("Microsoft.PowerShell.Commands.ServiceCommandException", "System.SystemException"),
        ("Microsoft.PowerShell.Commands.ProcessCommandException", "System.SystemException"),
        ("Microsoft.PowerShell.Commands.HelpNotFoundException", "System.SystemException"),
        ("RuntimeException", "System.SystemException"), ("ActionPreferenceStopException", "RuntimeException"),
        ("CmdletInvocationException", "RuntimeException"), ("CmdletProviderInvocationException", "CmdletInvocationException"),
        ("CmdletInvocationExceptionBase", "CmdletInvocationException"),
        ("CommandNotFoundException", "RuntimeException"), ("ApplicationFailedException", "RuntimeException"),
        ("NativeCommandExitException", "RuntimeException"),
        ("DriveNotFoundException", "SessionStateException"), ("ItemNotFoundException", "SessionStateException"),
        ("ProviderNotFoundException", "SessionStateException"),
        ("SessionStateException", "RuntimeException"), ("SessionStateUnauthorizedAccessException", "SessionStateException"),
        ("SessionStateOverflowException", "SessionStateException"),
        ("ProviderInvocationException", "RuntimeException"), ("ExtendedTypeSystemException", "RuntimeException"),
        ("GetValueException", "ExtendedTypeSystemException"), ("PropertyNotFoundException", "ExtendedTypeSystemException"),
        ("GetValueInvocationException", "GetValueException"), ("SetValueException", "ExtendedTypeSystemException"),
        ("SetValueInvocationException", "SetValueException"),
        ("MethodException", "ExtendedTypeSystemException"), ("MethodInvocationException", "MethodException"),
        ("PSInvalidCastException", "System.InvalidCastException"),
        ("FlowControlException", "System.SystemException"), ("HaltCommandException", "System.SystemException"), ("MetadataException", "RuntimeException"),
        ("ArgumentTransformationMetadataException", "MetadataException"), ("ValidationMetadataException", "MetadataException"),
        ("ParsingMetadataException", "MetadataException"),
        ("ParameterBindingException", "RuntimeException"), ("ParameterBindingValidationException", "ParameterBindingException"),
        ("ParameterBindingArgumentTransformationException", "ParameterBindingException"),
        ("ParameterBindingParameterDefaultValueException", "ParameterBindingException"),
        ("ParentContainsErrorRecordException", "System.SystemException"), ("ParseException", "RuntimeException"),
        ("IncompleteParseException", "ParseException"),
        ("PipelineStoppedException", "RuntimeException"), ("PipelineClosedException", "RuntimeException"), ("PSArgumentException", "System.ArgumentException"),
        ("PSArgumentNullException", "System.ArgumentNullException"), ("PSArgumentOutOfRangeException", "System.ArgumentOutOfRangeException"),
        ("PSInvalidOperationException", "System.InvalidOperationException"), ("PSNotSupportedException", "System.NotSupportedException"),
        ("PSNotImplementedException", "System.NotImplementedException"), ("PSObjectDisposedException", "System.ObjectDisposedException"),
        ("PSSecurityException", "RuntimeException"), ("PSArgumentNullOrEmptyException", "System.ArgumentException"),
        ("ScriptCallDepthException", "System.SystemException"),
        ("ScriptRequiresException", "RuntimeException"), ("WildcardPatternException", "RuntimeException"), ("JobFailedException", "System.SystemException"),
        ("RemoteException", "RuntimeException"), ("HostException", "RuntimeException"), ("PromptingException", "HostException"),
        ("SetVariableException", "RuntimeException"),
    ]

    /// Full name in lower case to type.
    private static let types: [String: TypeInfo] = {
        let automation = "System.Management.Automation."
        func full(_ name: String) -> String { name.contains(".") || name.isEmpty ? name : automation + name }
        let bases = Dictionary(table.map { (full($0.0), full($0.1)) }, uniquingKeysWith: { first, _ in first })
        var made: [String: TypeInfo] = [:]
        func make(_ name: String) -> TypeInfo {
            if let known = made[name] { return known }
            let base = bases[name] ?? "System.Exception"
            let type = TypeInfo(name, base: base.isEmpty ? .object : make(base), code: .exception)
            made[name] = type
            return type
        }
        var result: [String: TypeInfo] = [:]
        for name in bases.keys { result[name.lowercased()] = make(name) }
        return result
    }()

    public static var all: [TypeInfo] { Array(types.values) }

    /// The type of a name from the table; short names are those of the automation namespace. Unknown names read as `System.Exception`.
    public static func named(_ name: String) -> TypeInfo {
        let key = name.lowercased()
        return types[key] ?? types["system.management.automation." + key] ?? types["system.exception"] ?? .object
    }
}
