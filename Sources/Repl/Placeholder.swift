// Placeholder until the first file of Repl lands.
