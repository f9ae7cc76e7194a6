// Placeholder until the first file of Patterns lands.
