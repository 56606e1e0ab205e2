"""The page of personas: who decides, pays and uses it, a card for each."""
