"""Where in a project the person is; apart from the pages, for the window needs it before them."""

from icp_desktop.model.record import record

MAP, SIDE_BY_SIDE = "map", "side"  # the two views of the overview
FORM, TOUR, TEN_QUESTIONS, ROOM = "form", "tour", "yourself", "room"  # those of the worksheet
OVERVIEW, WORKSHEET, INTERVIEWS = "overview", "worksheet", "interviews"
CUSTOMERS, LEADS = "customers", "leads"
DOCUMENTS, VERSIONS = "documents", "versions"
PLAYBOOK = "playbook"
TAILOR = "tailor"
PROOF = "proof"
PERSONAS = "personas"
REVIEWS = "reviews"
UNPROVEN, SOURCES, COMMENTS = "unproven", "sources", "comments"  # the views of the proof


@record
class Place:
    """Where in a project the person is; kept, so that reopening comes back to it.

    `view` is "form", "tour" or the id of a questionnaire on the worksheet page, and the id of the
    document on the documents page, on the overview "map" or "side", on the page of proof "unproven"
    or "sources", on the interviews page the tab, where `section` is a talk and `field` a question
    of it, on the customers page the tab, where `section` is a list, on the page of personas one of
    them, on the reviews page a finished review, on the page of the playbook `view` is a part of
    it; `scroll` is in pixels.
    """

    page: str = OVERVIEW
    profile: str = ""
    section: str = ""
    field: str = ""
    view: str = ""
    scroll: int = 0
