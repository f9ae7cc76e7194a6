// Placeholder until the first file of ChatCommands lands.
