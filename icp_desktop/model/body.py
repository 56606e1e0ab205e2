"""Bytes that a project keeps whole, such as a customer list or a logo, told apart by digest."""

from typing import Literal

from icp_desktop.model.record import field, record

BodyForm = Literal["csv", "png"]


@record
class Body:
    """The bytes of a table (CSV in UTF-8) or a picture (PNG).

    It travels with the value that names it, so undo, versions and documents have it without asking
    anybody. Two bodies are equal if their digests (SHA-256, hexadecimal) are.
    """

    digest: str
    form: BodyForm
    data: bytes = field(compare=False, repr=False)


def make_body(data: bytes, form: BodyForm) -> Body:
    """Return bytes as a body."""
    import hashlib

    return Body(digest=hashlib.sha256(data).hexdigest(), form=form, data=data)
