// All types of this target, as one literal table.

import Runtime

public enum KnownTypes {
    public static var catalogue: TypeCatalogue { TypeCatalogue(types: types, generics: generics) }

    private static var types: [KnownType] {
        ObjectMembers.types + [
            StringMembers.known, CharMembers.known, ArrayMembers.known, ListMembers.arrayList, TableMembers.hashtable,
            TableMembers.ordered, TableMembers.entry, TableMembers.walking, EnumMembers.known, ExtentObject.known, ScriptPositionObject.known,
            ParserMembers.known, StringComparerObject.known,
        ]
            + CultureMembers.types + NumberMembers.types + ErrorMembers.types + ErrorMembers.exceptions + TypeMembers.types + PSObjectTable.types
            + RegexMembers.types
            + [
                KnownType(Enumerations.stringComparison), KnownType(Enumerations.splitOptions), KnownType(Enumerations.midpointRounding),
                KnownType(Enumerations.dayOfWeek), KnownType(Enumerations.typeCode),
            ]
            + DateTimeMembers.types + [
                TimeSpanMembers.known, MathMembers.known, StringBuilderObject.known, GuidObject.known, VersionObject.known, SemanticVersionObject.known,
            ] + ConvertMembers.types + SystemTypes.types + CommandMembers.types + MessageMembers.types + QueueMembers.types + [
                EnumerableMembers.known, GroupingObject.known, OrderedSequence.known,
            ] + SortedTables.types + SpecialCollections.types + ModuleMembers.types + SessionStateObject.types + InterfaceTypes.types + AstTypes.known
            + TokenObject.known + OldTokens.known + PowerShellObject.types + [SteppableMembers.known] + FileTypes.types + NetTypes.types + MomentTypes.types
            + RuneObject.types + XmlTypes.known
            + SecretTypes.types + LanguageMembers.types + DigestObject.types + CipherObject.types + ThreadMembers.types + WaitTypes.types + LazyTypes.types
            + DiagnosticTypes.types + TimerObject.types
            + [ShortNames.known] + SpanMembers.types + DetachedMember.sets + StyleMembers.types + HostMembers.types + PrimitiveMembers.types + DriveObject.types
            + NetEnumerations.types
            + ComparerTypes.types + WideNumbers.types
            + DrawnValue.types + SystemIdentity.types + ProxyMembers.types
            + [
                ComplexNumber.known, BitOperationMembers.known, ConvertibleMembers.known, ZoneObject.known, ConsoleMembers.known, WildcardObject.known,
                KnownType(WildcardObject.options),
            ]
    }

    private static var generics: [KnownGeneric] {
        [
            KnownGeneric("System.Collections.Generic.List", arity: 1) { ListMembers.generic("System.Collections.Generic.List", $0) },
            KnownGeneric("System.Collections.ObjectModel.Collection", arity: 1) { ListMembers.generic("System.Collections.ObjectModel.Collection", $0) },
            TableMembers.dictionary, SortedTables.dictionary, SortedTables.list, SortedTables.concurrent, SortedTables.readOnly, LinkedListMembers.known,
            LinkedListMembers.node,
            SetMembers.hashSet, SetMembers.sortedSet,
        ] + QueueMembers.generics + MomentTypes.delegates + PairObject.generics + SpecialCollections.generics + InterfaceTypes.generics + LazyTypes.generics
            + WaitTypes.generics
            + ComparerTypes.generics + PowerShellObject.generics
    }
}
