// Placeholder until the first file of Syntax lands.
