// Placeholder until the first file of CoreCommands lands.
