// Placeholder until the first file of Scalars lands.
