"""The page of interviews: talks as they are typed, themes, quotes."""
