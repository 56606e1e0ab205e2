"""ICP Desktop."""
