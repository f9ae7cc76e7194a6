// Placeholder until the first file of Completion lands.
