"""What tables and interviews say: themes counted, segments told apart, what is new."""
