"""What a project is: frozen records and pure edits; standard library only."""
