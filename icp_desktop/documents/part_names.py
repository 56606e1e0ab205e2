"""What the parts of a project are called, wherever one is named: in comparisons, merges, comments.

What is not listed is called by its own name, so a new part has a name before it has a better one.
"""

from icp_desktop.documents.content import MARKET_NAMES, WEIGHT_NAMES
from icp_desktop.documents.forms_out import CHANNEL_NAMES
from icp_desktop.documents.words import REASON_NAMES, SITUATION_NAMES
from icp_desktop.i18n import _, later
from icp_desktop.insight.personas import PART_NAMES as PERSONA_PARTS
from icp_desktop.insight.personas import TOPIC_NAMES

FOLDER_NAMES: dict[str, tuple[str, str]] = {  # all of them, and one
    "profiles": (later("Profiles"), later("Profile")),
    "interviews": (later("Interviews"), later("Interview")),
    "themes": (later("Themes"), later("Theme")),
    "tables": (later("Lists"), later("List")),
    "questionnaires": (later("Questionnaires"), later("Questionnaire")),
    "forms": (later("Forms that went out"), later("Form")),
    "voices": (later("Worksheets filled in by others"), later("Filled-in worksheet")),
    "decisions": (later("Decisions"), later("Decision")),
    "sources": (later("Sources"), later("Source")),
    "personas": (later("Personas"), later("Persona")),
    "reviews": (later("Reviews"), later("Review")),
    "signoffs": (later("Who agreed"), later("Somebody who agreed")),
    "pilots": (later("Pilots"), later("Pilot")),
    "blind_tests": (later("Blind tests"), later("Blind test")),
    "plays": (later("Lines of the playbook"), later("Line of the playbook")),
    "actions": (later("What is to be done"), later("Something to be done")),
    "efforts": (later("What goes into each channel"), later("Channel")),
    "comments": (later("Comments"), later("Comment")),
}
_PARTS: dict[str, str] = {
    "about": later("About us"),
    "against": later("Speaks against it"),
    "answers": later("Answers"),
    "asked": later("The question as it was asked"),
    "begun": later("Begun"),
    "best": later("Who counts as best"),
    "body": later("The rows"),
    "brand": later("How documents look"),
    "by": later("By"),
    "called_by": later("Why it was held"),
    "channel": later("How it went out"),
    "client": later("Name of the business"),
    "closed": later("No longer waited for"),
    "colour": later("Colour of documents"),
    "columns": later("Columns"),
    "company": later("Company"),
    "consent": later("What they agreed to"),
    "costs": later("What a bad fit costs"),
    "currency": later("Currency"),
    "day": later("Day"),
    "discounts": later("Discounts"),
    "done": later("Done"),
    "doubts": later("Only believed then"),
    "due": later("Wanted back by"),
    "earlier": later("From an earlier list"),
    "edition": later("Edition"),
    "evidence": later("Proof"),
    "field": later("Question"),
    "finished": later("Finished"),
    "first": later("First half"),
    "footer": later("Foot of each page"),
    "group": later("Who they are"),
    "happened": later("Came about"),
    "heading": later("Heading"),
    "hourly_rate": later("Cost of an hour"),
    "hours": later("Hours"),
    "how": later("How they agreed"),
    "interviews": later("Interviews"),
    "item": later("Entry"),
    "items": later("Entries"),
    "judging": later("Who counts as best and as worst"),
    "keep_if": later("Kept if"),
    "keep_until": later("Kept until"),
    "kept_as": later("Kept as"),
    "kind": later("Kind"),
    "language": later("Language of documents"),
    "lines": later("Lines"),
    "link": later("Link"),
    "lists": later("Lists known then"),
    "logo": later("Logo"),
    "market": later("Who buys"),
    "meaning": later("What a column means"),
    "name": later("Name"),
    "next": later("Next review"),
    "next_test": later("Next test"),
    "note": later("Note"),
    "notes": later("Notes"),
    "now": later("Numbers now"),
    "before": later("Numbers before"),
    "occupation": later("Occupation"),
    "other": later("Other costs"),
    "page": later("The one page in own words"),
    "parts": later("Part in the purchase"),
    "people": later("How many took part"),
    "permission": later("When and how they agreed"),
    "person": later("Person"),
    "picked": later("Ticked"),
    "picture": later("Picture"),
    "profile": later("Profile"),
    "profiles": later("Profiles"),
    "question": later("Question"),
    "questionnaire": later("Questionnaire"),
    "quote": later("Quote that leads"),
    "quotes": later("Quotes"),
    "reason": later("Reason"),
    "reference": later("Source"),
    "refunds": later("Refunds"),
    "resolves": later("What was decided"),
    "result": later("What became of it"),
    "retired": later("No longer used"),
    "returns": later("What came back"),
    "review_plan": later("When reviews are held"),
    "print_signoffs": later("Whether the profile says who agreed"),
    "rhythm": later("How often"),
    "role": later("Role"),
    "rows": later("How many rows"),
    "second": later("Second half"),
    "segment": later("Kind of customer"),
    "sent": later("Sent"),
    "shown": later("Invented face is shown"),
    "settled": later("Settled"),
    "silenced": later("What is not to be asked again"),
    "situation": later("How many customers there are"),
    "source": later("Where it comes from"),
    "spellings": later("Other spellings"),
    "starred": later("Starred"),
    "state": later("State that was agreed to"),
    "summary": later("The one sentence"),
    "text": later("Text"),
    "theme": later("Theme"),
    "themes": later("Themes"),
    "title": later("Title"),
    "topic": later("Topic"),
    "total": later("Of how many"),
    "triggers": later("What calls for a review"),
    "type": later("How a column is read"),
    "unit": later("Unit"),
    "value": later("Answer"),
    "verdict": later("What was found"),
    "version": later("Version"),
    "weight": later("How much it matters"),
    "what": later("What"),
    "who": later("Who"),
    "words": later("Words"),
    "worksheet": later("The questions of the worksheet"),
    "worst": later("Who counts as worst"),
}
_OWN: dict[tuple[str, str], str] = {  # where a word means something of its own
    ("project", "name"): later("Name of the project"),
    ("answers", "reason"): later("Why it is not a fit"),
    ("interviews", "source"): later("Read from"),
    ("forms", "source"): later("The questions as they were sent"),
    ("questionnaires", "source"): later("The questions"),
    ("reviews", "against"): later("Compared with"),
    ("review_plan", "edition"): later("How often it was planned anew"),
}
_CHOICES: dict[str, dict[str, str]] = {
    "weight": {str(key): words for key, words in WEIGHT_NAMES.items()},
    "market": {str(key): words for key, words in MARKET_NAMES.items()},
    "situation": SITUATION_NAMES,
    "reason": REASON_NAMES,
    "channel": {str(key): words for key, words in CHANNEL_NAMES.items()},
    "topic": {str(key): words for key, words in TOPIC_NAMES.items()},
    "parts": {str(key): words for key, words in PERSONA_PARTS.items()},
    "kind": {"ideal": later("Ideal customer"), "negative": later("Not a fit")},
    "consent": {
        "none": later("Not asked yet"),
        "internal": later("For us only"),
        "anonymous": later("Quote without the name"),
        "named": later("Quote by name"),
    },
    "group": {
        "customer": later("Customer"),
        "lost": later("Customer who left, or did not buy"),
        "prospect": later("Not a customer yet"),
        "colleague": later("Colleague"),
    },
    "rhythm": {
        "": later("No rhythm"),
        "quarter": later("Every quarter"),
        "half_year": later("Every half-year"),
    },
    "verdict": {"yes": later("Yes"), "no": later("No"), "unsure": later("Can’t tell")},
}


def folder_name(folder: str) -> str:
    """Return what all that is kept in a folder is called, such as “Interviews”."""
    return _(FOLDER_NAMES[folder][0]) if folder in FOLDER_NAMES else _by_itself(folder)


def one_of(folder: str) -> str:
    """Return what one thing of a folder is called, such as “Interview”."""
    return _(FOLDER_NAMES[folder][1]) if folder in FOLDER_NAMES else _by_itself(folder)


def part_name(name: str, within: str = "") -> str:
    """Return what a part is called; `within` names the list or record it is a part of."""
    known = _OWN.get((within, name)) or _PARTS.get(name)
    return _(known) if known else _by_itself(name)


def choice_words(part: str, chosen: str) -> str:
    """Return a choice in words, or the text itself where it is none of the program's choices."""
    known = _CHOICES.get(part, {})
    return _(known[chosen]) if chosen in known else chosen


def _by_itself(name: str) -> str:
    words = name.replace("_", " ").strip()
    return f"{words[:1].upper()}{words[1:]}"
