"""What goes out of the house: copies that tell nobody's name, projects begun anew, whole packs."""
