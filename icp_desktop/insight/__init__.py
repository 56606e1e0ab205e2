"""What tables and interviews say: contrasts, back-tests and fit; themes, segments, what is new."""
