"""What is handed out: the content every format says, then one module per format."""
