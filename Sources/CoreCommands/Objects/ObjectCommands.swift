// The commands of this folder, and the types they write.

import Runtime

enum ObjectCommands {
    static let all: [any Command.Type] = [
        ForEachObject.self, WhereObject.self, SelectObject.self, SortObject.self, GroupObject.self, MeasureObject.self, CompareObject.self, TeeObject.self,
        GetUnique.self, NewObject.self, AddMember.self, GetMember.self, UpdateList.self,
    ]
    static var types: [KnownType] { [GroupInfoObject.known, MemberDefinitionObject.known] + MeasureInfoObject.known }
}
