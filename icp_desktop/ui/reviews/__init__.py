"""The page of reviews: four questions with their numbers, what changed, decisions, the next day."""
