"""How the documents of a project are dressed: the logo, colour and footer of whoever hands out."""

from icp_desktop.model.body import Body
from icp_desktop.model.record import record


@record
class Brand:
    """A logo, one colour (#RRGGBB, "" for the program's own) and a line at the foot of each page.

    An empty footer is composed from version, client and author.
    """

    logo: Body | None = None
    colour: str = ""
    footer: str = ""
