"""The library's tables, on one page; imports nothing of ours, so migrations stay what they were."""

from dataclasses import dataclass, field

APPLICATION_ID = 0x49435044  # "ICPD", in the header of the database

_SCHEMA = """
-- One row per project: all that the home page shows, so that it is one query.
CREATE TABLE project (
    id TEXT PRIMARY KEY,
    client TEXT NOT NULL,
    name TEXT NOT NULL,
    market TEXT NOT NULL,
    profiles TEXT NOT NULL,         -- names of the profiles in use, a JSON list
    stage TEXT NOT NULL,
    language TEXT NOT NULL,
    sample TEXT NOT NULL,
    counts TEXT NOT NULL,           -- how many answers are in which grade, a JSON table
    interviews INTEGER NOT NULL,
    touched TEXT NOT NULL,          -- ISO 8601, UTC; shown and sorted by, never decided by
    place TEXT NOT NULL DEFAULT '{}',  -- where the person was, a JSON table
    file TEXT,                      -- where it is published, if anywhere
    file_key TEXT UNIQUE,           -- the same without what the system does not tell apart
    beside TEXT                     -- where our state goes while a conflict is unsettled
) STRICT;

-- The present state of each project, as the named parts of codec/parts.py.
CREATE TABLE part (
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,           -- SHA-256 of the body
    body BLOB NOT NULL,
    PRIMARY KEY (project, name)
) STRICT, WITHOUT ROWID;

-- What a project was: a version is a list of parts by digest.
CREATE TABLE version (
    id TEXT NOT NULL,
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT NOT NULL,
    automatic INTEGER NOT NULL,
    digest TEXT NOT NULL,           -- of all of the above and of the list of parts
    PRIMARY KEY (project, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE version_part (
    project TEXT NOT NULL,
    version TEXT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (project, version, name),
    FOREIGN KEY (project, version) REFERENCES version (project, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX version_part_by_digest ON version_part (project, digest);

-- The bodies of versions, each once per project.
CREATE TABLE body (
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (project, digest)
) STRICT, WITHOUT ROWID;

-- Every file of ours: what was last written or read at a path is the base of the next comparison.
CREATE TABLE publication (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    file_key TEXT NOT NULL,
    digest TEXT NOT NULL,           -- of the file
    content TEXT NOT NULL,          -- of what it says
    pending INTEGER NOT NULL DEFAULT 0  -- 1: about to be written, and perhaps not done
) STRICT;

CREATE INDEX publication_by_path ON publication (project, file_key);
"""


@dataclass(frozen=True)
class Schema:
    """A version of the tables; `migrations[n]` leads from version n to n + 1."""

    version: int
    script: str
    migrations: dict[int, str] = field(default_factory=dict)


_FORMS = """
-- Which forms of a project are out; the home page tells of those that are late.
CREATE TABLE forms_out (
    project TEXT PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
    due TEXT NOT NULL               -- by when each is wanted back, null if no day was said: JSON
) STRICT;
"""

_REVIEWS = """
-- When the profiles of a project are looked at again; the home page tells when it is due.
CREATE TABLE next_review (
    project TEXT PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
    day TEXT,                       -- ISO 8601, null if none is planned
    calls TEXT NOT NULL             -- what has happened and calls for one: JSON
) STRICT;
"""

CURRENT = Schema(version=3, script=_SCHEMA + _FORMS + _REVIEWS, migrations={1: _FORMS, 2: _REVIEWS})
