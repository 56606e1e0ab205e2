"""Finding: what can be found in a project, and which of it fits the words that were typed."""
