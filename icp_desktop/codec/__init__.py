"""A project as named parts of JSON and TOML, and back, exactly."""
