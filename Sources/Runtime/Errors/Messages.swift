// The words of the engine's errors, in one place. Scripts print some of them, so those are worded as the reference words them.

import Diagnostics
import Scalars

enum Messages {
    // Conversion
    static func cannotConvertValue(_ shown: String, _ type: TypeInfo, _ reason: String) -> String {
        "Cannot convert value \"\(shown)\" to type \"\(type.plainName)\". Error: \"\(reason)\""
    }
    static func cannotConvertNull(_ type: TypeInfo) -> String { "Cannot convert null to type \"\(type.plainName)\"." }
    static func cannotConvert(_ shown: String, _ from: TypeInfo, _ type: TypeInfo) -> String {
        "Cannot convert the \"\(shown)\" value of type \"\(from.plainName)\" to type \"\(type.plainName)\"."
    }
    static func badNumber(_ text: String) -> String { "The input string '\(text)' was not in a correct format." }
    static func badDate(_ text: String) -> String { DateTime.refusal(of: text) }
    static func badSpan(_ text: String) -> String { "String '\(text)' was not recognized as a valid TimeSpan." }
    static func outOfRange(_ type: String) -> String {
        switch type {
        case "SByte": "Value was either too large or too small for a signed byte."
        case "Byte": "Value was either too large or too small for an unsigned byte."
        case "Int16", "Int32", "Int64": "Value was either too large or too small for an \(type)."
        case "character": "Value was either too large or too small for a character."
        default: "Value was either too large or too small for a \(type)."
        }
    }
    static func invalidCast(_ from: String, _ to: String) -> String { "Invalid cast from '\(from)' to '\(to)'." }
    static let oneCharacter = "String must be exactly one character long."
    static func enumerationNoMatch(_ text: String, _ info: EnumerationInfo) -> String {
        "Unable to match the identifier name \(text) to a valid enumerator name. Specify one of the following enumerator names and try again:\n\(names(info))"
    }
    static func enumerationEmpty(_ info: EnumerationInfo) -> String {
        "Unable to match an empty name to a valid enumerator name. Specify one of the following enumerator names and try again:\n\(names(info))"
    }
    static func enumerationUndefined(_ value: String, _ info: EnumerationInfo) -> String {
        "The enumeration value \(value) is not defined. Specify one of the following enumerator names and try again:\n\(names(info))"
    }
    private static func names(_ info: EnumerationInfo) -> String { info.members.map(\.name).joined(separator: ", ") }
    static func typeNotFound(_ name: String) -> String { "Unable to find type [\(name)]." }
    static func cannotCreate(_ type: TypeInfo, _ reason: String) -> String { "Cannot create object of type \"\(type.plainName)\". \(reason)" }
    static func noSuchProperty(_ name: String, _ type: TypeInfo) -> String {
        "The \(name) property was not found for the \(type.fullName) object. The available property is: [] "
    }

    // Operators
    static let divideByZero = "Attempted to divide by zero."
    static let decimalOverflow = "Value was either too large or too small for a Decimal."
    static func methodNotFound(_ type: TypeInfo, _ name: String) -> String {
        "Method invocation failed because [\(type.fullName)] does not contain a method named '\(name)'."
    }
    static let negativeRepeat = "Specified argument was out of the range of valid values. (Parameter 'times')"
    static func duplicateKeyAdded(_ key: String) -> String { "Item has already been added. Key in dictionary: '\(key)'  Key being added: '\(key)'" }
    static func operatorRequiresNumber(_ op: String, _ type: TypeInfo) -> String {
        "The '\(op)' operator works only on numbers. The operand is a '\(type.fullName)'."
    }
    static func notComparable(_ text: String) -> String { "Cannot compare \"\(text)\" because it is not IComparable." }
    static func comparisonFailure(_ a: String, _ b: String, _ reason: String) -> String { "Could not compare \"\(a)\" to \"\(b)\". Error: \"\(reason)\"" }
    static let badReplaceArgument = "The -ireplace operator allows only two elements to follow it, not 3."
    static func formatError(_ reason: String) -> String { "Error formatting a string: \(reason)." }
    static let cannotAssign =
        "The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property."

    // Tables, arrays, members
    static let nullKey = "A null key is not allowed in a hash literal."
    static func duplicateKey(_ key: String) -> String { "Item has already been added. Key in dictionary: '\(key)'  Key being added: '\(key)'" }
    static let indexIntoNull = "Cannot index into a null array."
    static let nullIndex = "Index operation failed; the array index evaluated to null."
    static func cannotIndex(_ type: TypeInfo) -> String { "Unable to index into an object of type \"\(type.fullName)\"." }
    static let indexOutsideArray = "Index was outside the bounds of the array."
    static func indexOutOfRange(_ parameter: String) -> String {
        "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter '\(parameter)')"
    }
    static func needMoreIndices(_ count: Int) -> String { "Array cannot be indexed with fewer than \(count) dimensions." }
    static let insufficientMemory = "Insufficient memory to continue the execution of the program."
    static let collectionModified = "Collection was modified; enumeration operation may not execute."
    static let readOnlyCollection = "Collection is read-only."
    static func propertyCannotBeFound(_ name: String) -> String {
        "The property '\(name)' cannot be found on this object. Verify that the property exists and can be set."
    }
    static func propertyNotFoundStrict(_ name: String) -> String { "The property '\(name)' cannot be found on this object. Verify that the property exists." }
    static func propertyIsReadOnly(_ name: String) -> String { "'\(name)' is a ReadOnly property." }
    static func noSetter(_ name: String) -> String { "Set accessor for property \"\(name)\" is unavailable." }
    static func gettingFailed(_ name: String, _ reason: String) -> String { "Exception getting \"\(name)\": \"\(reason)\"" }
    static func settingFailed(_ name: String, _ reason: String) -> String { "Exception setting \"\(name)\": \"\(reason)\"" }
    static let methodOnNull = "You cannot call a method on a null-valued expression."
    static func methodThrew(_ name: String, _ count: Int, _ reason: String) -> String {
        "Exception calling \"\(name)\" with \"\(count)\" argument(s): \"\(reason)\""
    }
    static func noOverload(_ name: String, _ count: Int) -> String { "Cannot find an overload for \"\(name)\" and the argument count: \"\(count)\"." }
    static func argumentConversion(_ parameter: String, _ value: String, _ method: String, _ type: TypeInfo, _ reason: String) -> String {
        "Cannot convert argument \"\(parameter)\", with value: \"\(value)\", for \"\(method)\" to type \"\(type.plainName)\": \"\(reason)\""
    }

    // Classes
    static func sealedBase(_ base: TypeInfo, _ name: String) -> String {
        "The class '\(name)' cannot derive from [\(base.displayName)]: it is sealed or a value type."
    }
    static func arrayBase(_ base: String, _ name: String) -> String { "The class '\(name)' must derive from a class, but [\(base)] is an array." }
    static func openGenericBase(_ base: TypeInfo, _ name: String) -> String {
        "The class '\(name)' must derive from a type whose arguments are given, but [\(base.displayName)] has none."
    }
    static func interfaceExpected(_ type: TypeInfo, _ name: String) -> String {
        "After its base class '\(name)' must name interfaces, but [\(type.displayName)] is none."
    }
    static func noDefaultConstructor(_ base: TypeInfo, _ name: String) -> String {
        "The class '\(name)' must have a constructor that calls one of its base class '\(base.name)', which has none without parameters."
    }
    static func underlyingType(_ type: TypeInfo, _ name: String) -> String {
        "The enumeration '\(name)' must stand on an integer type, but [\(type.displayName)] is none."
    }
    static func enumCycle(_ name: String) -> String { "The values of enumerations must not need each other, but those of '\(name)' do." }
    static let enumConstant = "An enumerator's value must be a constant, but is not."
    static func cannotConvertEnumerator(_ type: TypeInfo) -> String { "An enumerator's value must be a number that [\(type.displayName)] holds, but is none." }
    static func enumOutOfBounds(_ type: TypeInfo) -> String { "An enumerator's value must be within the bounds of [\(type.displayName)], but is not." }
    static func missingInterfaceMember(_ type: TypeInfo, _ member: String, _ interface: TypeInfo) -> String {
        "Error during creation of type \"\(type.name)\". Error message: the interface \(interface.fullName) asks for the method \(member), which the class does not have."
    }

    static let calledLikeMethod =
        "The function or command was called as if it were a method. Parameters should be separated by spaces. For information about parameters, see the about_Parameters Help topic."

    // Variables
    static func variableNotWritable(_ name: String) -> String { "Cannot overwrite variable \(name) because it is read-only or constant." }
    static func variableIsUndefined(_ name: String) -> String { "The variable '$\(name)' cannot be retrieved because it has not been set." }
    static func variableValidation(_ name: String, _ reason: String) -> String {
        "The variable cannot be validated because the value is not a valid value for the \(name) variable."
    }
    static let usingWithoutSender = "A variable with using: stands for one of whoever sends a block to a job or another place; this code was not sent."
    static func driveNotFound(_ name: String) -> String { "Cannot find drive. A drive with the name '\(name)' does not exist." }

    static func notAFile(_ path: String) -> String { "The path '\(path)' is not one of the file system." }

    // Commands and parameters
    static func commandNotFound(_ name: String) -> String {
        "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again."
    }
    static let badCommandExpression =
        "The expression after '&' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object."
    static func parameterNotFound(_ name: String) -> String { "A parameter cannot be found that matches parameter name '\(name)'." }
    static func ambiguousParameter(_ name: String, _ found: [String]) -> String {
        "Parameter cannot be processed because the parameter name '\(name)' is ambiguous. Possible matches include:\(found.map { " -" + $0 }.joined())."
    }
    static func parameterAlreadyBound(_ name: String) -> String {
        "Cannot bind parameter because parameter '\(name)' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\"."
    }
    static func missingArgument(_ name: String, _ type: TypeInfo) -> String {
        "Missing an argument for parameter '\(name)'. Specify a parameter of type '\(type.fullName)' and try again."
    }
    static let ambiguousParameterSet =
        "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided."
    static let notOnePipeline = "Only a block that is one pipeline of commands can be driven step by step."
    static let positionalNotFound = "A positional parameter cannot be found that accepts the argument."
    static func positionalNotFound(_ value: String) -> String { "A positional parameter cannot be found that accepts argument '\(value)'." }
    static func missingMandatory(_ names: [String]) -> String {
        "Cannot process command because of one or more missing mandatory parameters: \(names.joined(separator: " "))."
    }
    static func nullNotAllowed(_ name: String) -> String { "Cannot bind argument to parameter '\(name)' because it is null." }
    static func nullElementNotAllowed(_ name: String) -> String {
        "Cannot bind argument to parameter '\(name)' because it is an array that contains a null element."
    }
    static func emptyStringNotAllowed(_ name: String) -> String { "Cannot bind argument to parameter '\(name)' because it is an empty string." }
    static func emptyCollectionNotAllowed(_ name: String) -> String { "Cannot bind argument to parameter '\(name)' because it is an empty array." }
    static func cannotBind(_ name: String, _ reason: String) -> String { "Cannot bind parameter '\(name)'. \(reason)" }
    static func cannotProcessTransformation(_ name: String, _ reason: String) -> String {
        "Cannot process argument transformation on parameter '\(name)'. \(reason)"
    }
    static func cannotValidate(_ name: String, _ reason: String) -> String { "Cannot validate argument on parameter '\(name)'. \(reason)" }
    static func cannotConvertParameter(_ name: String, _ from: String, _ type: TypeInfo) -> String {
        "Cannot convert '\(from)' to the type '\(type.fullName)' required by parameter '\(name)'. Specified method is not supported."
    }
    static let cannotConvertListToString = "Cannot convert value to type System.String."
    static func notABoolean(_ value: Value) -> String {
        "Cannot convert value \"\(value.asString ?? value.type.plainName)\" to type \"System.Boolean\". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0."
    }
    static let inputNotBound =
        "The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input."

    // Validation
    static let validateNotNull = "The argument is null. Provide a valid value for the argument, and then try running the command again."
    static let validateNotNullOrEmpty = "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
    static let validateNotNullOrWhiteSpace =
        "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again."
    static let validateNotEmptyCollection =
        "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again."
    static let validateNotNullElements =
        "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again."
    static func validateCount(_ count: Int, _ low: Int, _ high: Int) -> String {
        low == high
            ? "The parameter requires exactly \(low) value(s) - \(count) value(s) were provided."
            : "The parameter requires at least \(low) value(s) and no more than \(high) value(s) - \(count) value(s) were provided."
    }
    static func validateSet(_ text: String, _ allowed: [String]) -> String {
        "The argument \"\(text)\" does not belong to the set \"\(allowed.joined(separator: ","))\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again."
    }
    static func validateRangeLow(_ value: String, _ low: String) -> String {
        "The \(value) argument is less than the minimum allowed range of \(low). Supply an argument that is greater than or equal to \(low) and then try the command again."
    }
    static func validateRangeHigh(_ value: String, _ high: String) -> String {
        "The \(value) argument is greater than the maximum allowed range of \(high). Supply an argument that is less than or equal to \(high) and then try the command again."
    }
    static func validateRangeKind(_ value: String, _ kind: String) -> String {
        switch kind.lowercased() {
        case "positive": "The argument \"\(value)\" cannot be validated because its value is not greater than zero."
        case "negative": "The argument \"\(value)\" cannot be validated because its value is not less than zero."
        case "nonpositive": "The argument \"\(value)\" cannot be validated because its value is greater than zero."
        default: "The argument \"\(value)\" cannot be validated because its value is less than zero."
        }
    }
    static let validateLengthNotString =
        "The argument cannot be validated because it is not a string. Supply an argument that is a string and then try the command again."
    static func validateTooShort(_ length: Int, _ minimum: Int) -> String {
        "The character length (\(length)) of the argument is too short. Specify an argument with a length that is greater than or equal to \"\(minimum)\", and then try the command again."
    }
    static func validateTooLong(_ length: Int, _ maximum: Int) -> String {
        "The character length of the \(length) argument is too long. Shorten the character length of the argument so it is fewer than or equal to \"\(maximum)\" characters, and then try the command again."
    }
    static func validatePattern(_ text: String, _ pattern: String) -> String {
        "The argument \"\(text)\" does not match the \"\(pattern)\" pattern. Supply an argument that matches \"\(pattern)\" and try the command again."
    }
    static func validateScript(_ block: String, _ text: String) -> String {
        "The \"\(block)\" validation script for the argument with value \"\(text)\" did not return a result of True. Determine why the validation script failed, and then try the command again."
    }
    static func validateDrive(_ drive: String, _ drives: [String]) -> String {
        "The argument drive \"\(drive)\" does not belong to the set of approved drives: \(drives.joined(separator: ", ")). Supply a path argument with an approved drive."
    }

    // Running
    static let callDepthOverflow = "The call depth of the script is too large for the stack: a function calls itself without end."
    static func whatIf(_ action: String, _ target: String) -> String { "What if: \(performing(action, target))" }
    static func performing(_ action: String, _ target: String) -> String { "Performing the operation \"\(action)\" on target \"\(target)\"." }
    static let cannotAsk = "The command asks for confirmation, but there is nobody to ask: the session is not interactive. Give -Confirm:$false to go ahead."
    static func stoppedByPreference(_ stream: Streams.Kind, _ message: String) -> String {
        let name =
            stream == .warning ? "WarningPreference" : stream == .verbose ? "VerbosePreference" : stream == .debug ? "DebugPreference" : "InformationPreference"
        return "The running command stopped because the preference variable \"\(name)\" or common parameter is set to Stop: \(message)"
    }
    static func notSupported(_ what: String) -> String { "Not supported: \(what)." }

    // Files and programs
    static func noSuchPath(_ path: String) -> String { "Could not find a part of the path '\(path)'." }
    static func cannotOpen(_ path: String, _ reason: String) -> String { "Cannot open '\(path)': \(reason)." }
    static func scriptNotFound(_ path: String) -> String { "The script '\(path)' was not found. Give the path of a script file that exists." }
    static func scriptIsDirectory(_ path: String) -> String { "'\(path)' is a directory; a script must be a file." }
    static func cannotStart(_ name: String, _ reason: String) -> String { "Program '\(name)' failed to run: \(reason)." }
    static func programFailed(_ name: String, _ code: Int32) -> String {
        "Program \"\(name)\" ended with non-zero exit code: \(code) (0x\(String(UInt32(bitPattern: code), radix: 16, uppercase: true).leftPadded(2)))."
    }

    /// Each diagnostic with its line and a caret.
    static func parseFailure(_ diagnostics: [Diagnostic], _ source: SourceText) -> String {
        // A text that is no script at all has an error at each word.
        let isTooMuch = diagnostics.count > 9
        let shown = diagnostics.prefix(isTooMuch ? 9 : diagnostics.count).map { diagnostic in
            let position = source.position(at: diagnostic.range.start)
            let line = source.lineText(position.line)
            let width = max(1, min(Int(diagnostic.range.end - diagnostic.range.start), line.utf16.count - position.column + 2))
            return
                "At \(source.path ?? "line"):\(position.line) char:\(position.column)\n+ \(line)\n+ \(String(repeating: " ", count: position.column - 1))\(String(repeating: "~", count: max(1, width)))\n\(diagnostic.message)"
        }
        return (shown + (isTooMuch ? ["Not all parse errors were reported.  Correct the reported errors and try again."] : [])).joined(separator: "\n")
    }
}

extension String {
    fileprivate func leftPadded(_ width: Int) -> String { String(repeating: "0", count: max(0, width - count)) + self }
}
