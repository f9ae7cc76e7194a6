// Placeholder until the first file of LineEditor lands.
