// Placeholder until the first file of ChatStore lands.
