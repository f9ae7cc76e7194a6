// The commands of this folder, the types they write, and the drives they bring.

import Runtime

public enum ItemCommands {
    static let all: [any Command.Type] = [
        GetItem.self, GetChildItem.self, TestPath.self, NewItem.self, RemoveItem.self, CopyItem.self, MoveItem.self, RenameItem.self, SetItem.self,
        ClearItem.self,
        SetContent.self, AddContent.self, ClearContent.self, GetContent.self, JoinPath.self, SplitPath.self, ResolvePath.self, ConvertPath.self,
        GetLocation.self, SetLocation.self, PushLocation.self, PopLocation.self, GetPSDrive.self, NewPSDrive.self, RemovePSDrive.self, GetPSProvider.self,
        GetItemProperty.self, GetItemPropertyValue.self, SetItemProperty.self, ClearItemProperty.self, NewItemProperty.self, RemoveItemProperty.self,
        RenameItemProperty.self, CopyItemProperty.self, MoveItemProperty.self,
        InvokeItem.self, NewTemporaryFile.self, GetFileHash.self, UnblockFile.self,
    ]
    static var types: [KnownType] {
        FileMembers.types + DriveMembers.types
            + [
                AttributeFilter.known, UnixStatObject.known, KnownType(ItemPath.valueCollection), KnownType(FileMembers.searchOption),
                KnownType(TestPath.kinds), PathStackObject.known,
                PathInfoMembers.known,
            ]
    }

    /// `$env:NAME` and its kin.
    public static func installDrives(in session: Session) {
        LanguageCommands.install(in: session)
        session.variableDrives["env"] = EnvironmentDrive()
        session.variableDrives["variable"] = VariablesDrive()
        session.variableDrives["function"] = FunctionsDrive()
        session.variableDrives["alias"] = AliasesDrive()
    }
}
