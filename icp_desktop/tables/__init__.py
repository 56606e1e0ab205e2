"""Lists of customers, deals and leads: from a file or pasted text to clean, typed tables."""
