"""How projects are kept: the library, the project file, versions and backups."""
