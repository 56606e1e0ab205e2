"""Says which sync program a folder belongs to, by the names those programs give their folders."""

from pathlib import Path

_MARKS: tuple[tuple[str, str], ...] = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("mobile documents", "iCloud"),
    ("icloud", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pcloud", "pCloud"),
    ("syncthing", "Syncthing"),
    ("seafile", "Seafile"),
)


def synced_by(folder: Path) -> str:
    """Return the name of the sync program that keeps a folder, "" if none is known to."""
    for part in folder.parts:
        lowered = part.casefold()
        for mark, name in _MARKS:
            if lowered.startswith(mark):
                return name
    for each in (folder, *folder.parents):
        if (each / ".stfolder").exists():
            return "Syncthing"
        if (each / ".dropbox.cache").exists():
            return "Dropbox"
    return ""
