"""The page of customers: their lists, what is read in, and what sets the best apart."""
