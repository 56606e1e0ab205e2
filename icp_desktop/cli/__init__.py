"""The command line: the same work as in the window, on project files, without a display."""
