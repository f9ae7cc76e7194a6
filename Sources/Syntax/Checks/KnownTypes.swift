// Types named inside a class must exist. Names are judged only where all there is to know stands here: no dots, no
// `using`, no generic arguments.

import Diagnostics

extension SemanticChecker {
    func check(_ type: TypeName) {
        guard !classes.isEmpty, !seesForeignTypes else { return }
        switch type.form {
        case .array(let element, _): check(element)
        case .generic(_, let arguments): for argument in arguments { check(argument) }
        case .simple(let name):
            if !isKnown(name, asAttribute: false) { report(.typeNotFound, type.range, name) }
        }
    }

    func checkAttributeType(_ attribute: AttributeSyntax) {
        guard !seesForeignTypes, case .simple(let name) = attribute.type.form else { return }
        if !isKnown(name, asAttribute: true) { report(.customAttributeTypeNotFound, attribute.type.range, name) }
    }

    private func isKnown(_ name: String, asAttribute: Bool) -> Bool {
        let lower = name.lowercased()
        if lower.utf8.contains(UInt8(ascii: ".")) || lower.utf8.contains(UInt8(ascii: "+")) || lower.utf8.contains(UInt8(ascii: "`")) { return true }
        if definedTypes.contains(lower) || SemanticChecker.accelerators.contains(lower) || SemanticChecker.systemTypes.contains(lower) { return true }
        if asAttribute { return SemanticChecker.accelerators.contains(lower + "attribute") || SemanticChecker.systemTypes.contains(lower + "attribute") }
        return false
    }

    static let accelerators: Set<String> = [
        "adsi", "adsisearcher", "alias", "allowemptycollection", "allowemptystring", "allownull", "argumentcompleter",
        "argumentcompletions", "array", "bigint", "bool", "byte", "char", "cimclass", "cimconverter", "ciminstance", "cimsession",
        "cimtype", "cmdletbinding", "cultureinfo", "datetime", "decimal", "double", "dsclocalconfigurationmanager", "dscproperty",
        "dscresource", "experimentaction", "experimental", "experimentalfeature", "float", "guid", "hashtable", "initialsessionstate",
        "int", "int16", "int32", "int64", "ipaddress", "ipendpoint", "long", "mailaddress", "norunspaceaffinity", "nullstring",
        "objectsecurity", "ordered", "outputtype", "parameter", "physicaladdress", "powershell", "psaliasproperty", "pscredential",
        "pscustomobject", "psdefaultvalue", "pslistmodifier", "psmoduleinfo", "psnoteproperty", "psobject", "psprimitivedictionary",
        "pspropertyexpression", "psscriptmethod", "psscriptproperty", "pstypenameattribute", "psvariable", "psvariableproperty", "ref",
        "regex", "runspace", "runspacefactory", "sbyte", "scriptblock", "securestring", "semver", "short", "single", "string",
        "supportswildcards", "switch", "timespan", "type", "uint", "uint16", "uint32", "uint64", "ulong", "uri", "ushort", "validatecount",
        "validatedrive", "validatelength", "validatenotnull", "validatenotnullorempty", "validatenotnullorwhitespace", "validatepattern",
        "validaterange", "validatescript", "validateset", "validatetrusteddata", "validateuserdrive", "version", "void", "wildcardpattern",
        "wmi", "wmiclass", "wmisearcher", "x500distinguishedname", "x509certificate", "xml",
    ]

    /// What stands directly in the namespace System, and the names the shell's own namespace adds.
    static let systemTypes: Set<String> = [
        "accessviolationexception", "action", "actionpreference", "activator", "aggregateexception", "aliasattribute", "appcontext",
        "appdomain", "applicationexception", "argumentexception", "argumentnullexception", "argumentoutofrangeexception",
        "argumenttransformationattribute", "arithmeticexception", "array", "arraysegment", "arraytypemismatchexception", "asynccallback",
        "attribute", "attributetargets", "attributeusageattribute", "badimageformatexception", "base64formattingoptions", "bitconverter",
        "boolean", "buffer", "byte", "cannotunloadappdomainexception", "char", "charenumerator", "clscompliantattribute", "cmdlet",
        "cmdletbindingattribute", "commandinfo", "commandnotfoundexception", "comparison", "completionresult", "completionresulttype",
        "console", "consolecanceleventargs", "consolecanceleventhandler", "consolecolor", "consolekey", "consolekeyinfo",
        "consolemodifiers", "consolespecialkey", "contextboundobject", "convert", "converter", "dateonly", "datetime", "datetimekind",
        "datetimeoffset", "dayofweek", "dbnull", "debugrecord", "decimal", "delegate", "dividebyzeroexception", "dllnotfoundexception",
        "double", "duplicatewaitobjectexception", "engineintrinsics", "entrypointnotfoundexception", "enum", "environment",
        "environmentvariabletarget", "errorcategory", "errorrecord", "eventargs", "eventhandler", "exception", "executionengineexception",
        "fieldaccessexception", "filestyleuriparser", "flagsattribute", "formatexception", "formattablestring", "func", "functioninfo",
        "gc", "gccollectionmode", "genericuriparser", "guid", "half", "hashcode", "hashtable", "hiddenattribute", "iargumentcompleter",
        "iargumentcompleterfactory", "iasyncdisposable", "iasyncresult", "icloneable", "icomparable", "icontainserrorrecord",
        "iconvertible", "icustomformatter", "idisposable", "iequatable", "iformatprovider", "iformattable", "index",
        "indexoutofrangeexception", "informationrecord", "insufficientmemoryexception", "int128", "int16", "int32", "int64", "intptr",
        "invalidcastexception", "invalidoperationexception", "invalidprogramexception", "invalidtimezoneexception", "invocationinfo",
        "iobservable", "iobserver", "iprogress", "ispanformattable", "itemnotfoundexception", "ivalidatesetvaluesgenerator",
        "languageprimitives", "lazy", "loaderoptimization", "localdatastoreslot", "marshalbyrefobject", "math", "mathf",
        "memberaccessexception", "memory", "methodaccessexception", "methodinvocationexception", "midpointrounding",
        "missingfieldexception", "missingmemberexception", "missingmethodexception", "modulehandle", "mtathreadattribute",
        "multicastdelegate", "multicastnotsupportedexception", "nonserializedattribute", "notfinitenumberexception",
        "notimplementedexception", "notsupportedexception", "nullable", "nullreferenceexception", "object", "objectdisposedexception",
        "obsoleteattribute", "operatingsystem", "operationcanceledexception", "outofmemoryexception", "outputtypeattribute",
        "overflowexception", "paramarrayattribute", "parameterattribute", "parameterbindingexception", "pathinfo",
        "pipelinestoppedexception", "platformid", "platformnotsupportedexception", "predicate", "progress", "progressrecord",
        "psargumentexception", "pscmdlet", "pscredential", "pscustomobject", "psdefaultvalueattribute", "pseventargs",
        "psinvalidoperationexception", "psmoduleinfo", "psnotsupportedexception", "psreference", "pstypename", "psvariable", "random",
        "range", "rankexception", "readonlymemory", "resolveeventargs", "runtimeexception", "runtimetypehandle", "sbyte", "scriptblock",
        "semanticversion", "serializableattribute", "sessionstate", "single", "stackoverflowexception", "stathreadattribute", "string",
        "stringcomparer", "stringcomparison", "stringsplitoptions", "switchparameter", "systemexception", "threadstaticattribute",
        "timeonly", "timeoutexception", "timeprovider", "timespan", "timezone", "timezoneinfo", "timezonenotfoundexception", "tuple",
        "type", "typeaccessexception", "typecode", "typeinitializationexception", "typeloadexception", "typeunloadedexception", "uint128",
        "uint16", "uint32", "uint64", "uintptr", "unauthorizedaccessexception", "unhandledexceptioneventargs", "uri", "uribuilder",
        "uricomponents", "uriformat", "uriformatexception", "urihostnametype", "urikind", "uriparser", "uripartial",
        "validateargumentsattribute", "validateenumeratedargumentsattribute", "validatenotnullattribute", "validatepatternattribute",
        "validaterangeattribute", "validatescriptattribute", "validatesetattribute", "valuetuple", "valuetype", "verboserecord", "version",
        "void", "warningrecord", "weakreference", "wildcardpattern",
    ]
}
