// Placeholder until the first file of TypeSystem lands.
