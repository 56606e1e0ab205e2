"""What follows from a profile: lines composed by rules, each with its because, and what is kept."""
