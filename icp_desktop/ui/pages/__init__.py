"""The pages of the window, each composed by hand."""
