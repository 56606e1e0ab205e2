"""What is asked: fields, sections and questionnaires, read from resources/ or from the project."""
