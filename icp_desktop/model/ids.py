"""Short random names for things that must stay the same thing when they move."""

import re

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without the ones that are misread: i l o 0 1
_LENGTH = 10
_SHAPE = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")


def new_id() -> str:
    """Return a fresh id of ten letters and digits (about 49 bits)."""
    import secrets  # a start needs no new id, nor what this loads: the whole of OpenSSL

    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def is_id(text: str) -> bool:
    """Say whether a text may be an id: it also has to be safe as a file name."""
    return _SHAPE.fullmatch(text) is not None and ".." not in text
