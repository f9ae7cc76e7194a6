// Placeholder until the first file of Formatting lands.
