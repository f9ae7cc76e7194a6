// Placeholder until the first file of ChatModel lands.
