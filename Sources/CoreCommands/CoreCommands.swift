// The commands of the language and the system, by folder. A new command is a new file and a line in its folder's table.

import Runtime

public enum CoreCommands {
    public static let all: [any Command.Type] =
        ObjectCommands.all + FormattingCommands.all + DataCommands.all + ItemCommands.all + LanguageCommands.all + ModuleCommands.all + EventTables.all
        + JobTables.all
        + SystemCommands.all + SecurityCommands.all
    /// Types that these commands write.
    public static var catalogue: TypeCatalogue {
        TypeCatalogue(
            types: ObjectCommands.types + DataCommands.types + ItemCommands.types + LanguageCommands.types + EventTables.types
                + JobTables.types + SystemCommands.types)
    }
}
