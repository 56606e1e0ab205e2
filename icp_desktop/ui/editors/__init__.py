"""One editor per kind of field: they show a value and say what the person made of it."""
