"""What every document says, before any format: plain frozen values in the language of the reader.

`profile_content.make_profile_content` and `worksheet_content.make_worksheet_content` fill these
records from a `Request`; writers of PDF, Markdown, Excel and JSON only lay them out.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from icp_desktop.checks.grades import Grade
from icp_desktop.checks.states import State
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, language, later
from icp_desktop.model.project import Market, Profile, ProfileKind, Project, Weight
from icp_desktop.model.record import record
from icp_desktop.model.values import Kind, Value
from icp_desktop.worksheet.definitions import Option, Size

Paper = Literal["A4", "Letter"]
PAPERS: tuple[Paper, ...] = ("A4", "Letter")
WEIGHT_NAMES: dict[Weight, str] = {
    "must": later("Must have"),
    "should": later("Should have"),
    "nice": later("Nice to have"),
    "rules_out": later("Rules out"),
    "warns": later("Warns"),
}
REASON_NAMES: dict[str, str] = {
    "wrong_expectations": later("Wrong expectations"),
    "heavy_support": later("Heavy support"),
    "left_early": later("Left early"),
    "bad_reviews": later("Bad reviews"),
    "hard_to_work_with": later("Hard to work with"),
}
MARKET_NAMES: dict[Market, str] = {
    "b2b": later("Firms"),
    "b2c": later("Consumers"),
    "both": later("Firms and consumers"),
}


@record
class Request:
    """What is to be made, for whom and how.

    `version` names the last kept version, "" if none was kept; `language` is that of the document,
    "" for the language of the project. `today` is the only date a document knows.
    """

    project: Project
    profile_id: str
    today: date
    paper: Paper = "A4"
    version: str = ""
    prepared_by: str = ""
    language: str = ""


@record
class AnswerLine:
    """One item of an answer; texts and figures have a single one.

    `second` is the other half of a pair; `grade` is None unless the items carry proof of their own.
    """

    text: str
    second: str = ""
    grade: Grade | None = None
    proof_words: str = ""
    next_test: str = ""


@record
class Quotation:
    """A note of proof that is word for word, and who said it."""

    words: str
    who: str = ""


@record
class Proof:
    """One kind of proof for an answer: "31 of 42 best", with its notes.

    `items` names the entries of a list it is for, () where it is for all of them.
    """

    grade: Grade
    words: str
    count: int | None = None
    total: int | None = None
    notes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@record
class Row:
    """One field with its answer and how we know.

    `words` is the whole answer in words ("" while open). `proofs` speak for it, the best first.
    """

    section_id: str
    field_id: str
    label: str
    question: str
    why: str
    kind: Kind
    core: bool
    weight: Weight
    weight_words: str
    value: Value | None
    words: str
    lines: tuple[AnswerLine, ...]
    first_label: str
    second_label: str
    state: State
    grade: Grade | None
    proof_words: str
    proofs: tuple[Proof, ...]
    quotations: tuple[Quotation, ...]
    against: tuple[str, ...]
    next_test: str
    reason: str  # in words; only where somebody is not a fit

    @property
    def verdict(self) -> str:
        """How much it matters, with the reason where there is one."""
        return f"{self.weight_words}: {self.reason}" if self.reason else self.weight_words

    @property
    def aside(self) -> str:
        """The reason in brackets, to follow the answer; "" where there is none."""
        return f" ({in_sentence(self.reason)})" if self.reason else ""

    @property
    def short(self) -> str:
        """The answer in a line: the first line of a text, the items of a list."""
        if self.kind == "text":
            return self.words.partition("\n")[0]
        texts = [line.text for line in self.lines]
        return "; ".join(texts) if self.kind == "pairs" else join_items(texts)

    @property
    def mixed(self) -> bool:
        """Say whether the items of a list are not equally well proven."""
        return any(line.grade != self.grade for line in self.lines if line.grade)


@record
class Block:
    """One section: what is answered, what is still open, and the marks of its leading fields."""

    section_id: str
    label: str
    lead: str
    rows: tuple[Row, ...]
    open_rows: tuple[Row, ...]
    marks: tuple[Grade | None, ...]
    proven: int
    total: int

    @property
    def open_labels(self) -> tuple[str, ...]:
        """The names of the leading fields that are still open."""
        return tuple(row.label for row in self.open_rows if row.core)


@record
class Unproven:
    """An answer, or the items of a list, that nobody outside the team has confirmed."""

    row: Row
    grade: Grade
    words: str
    next_tests: tuple[str, ...]


@record
class Fact:
    """A small head and what stands under it."""

    label: str
    text: str


@record
class ProofCounts:
    """How many leading answers rest on what."""

    customers: int = 0
    interviews: int = 0
    outside: int = 0
    team: int = 0
    assumption: int = 0
    open: int = 0

    @property
    def proven(self) -> int:
        """How many rest on a source, interviews or customer data."""
        return self.customers + self.interviews + self.outside

    @property
    def total(self) -> int:
        """All of them."""
        return self.proven + self.team + self.assumption + self.open


@record
class ProfileContent:
    """Everything a document says of one profile.

    `blocks` are the sections of the profile in order; `about` is the section of the business;
    `who_not` gathers what rules out, None where nothing does. `musts` of a profile that is not a
    fit are the answers that rule out, `ruled_out` then those that warn.
    """

    title: str
    client: str
    kind: ProfileKind
    market: Market
    language: str
    kind_words: str
    market_words: str
    version_words: str
    footer: str
    retired: str
    sentence: str
    headline: str
    facts: tuple[Fact, ...]
    musts_label: str
    musts: tuple[Row, ...]
    ruled_out_label: str
    ruled_out: tuple[Row, ...]
    blocks: tuple[Block, ...]
    about: Block | None
    who_not: Block | None
    not_yet_proven: tuple[Unproven, ...]
    counts: ProofCounts
    how_made: tuple[Fact, ...]
    first_step: str

    @property
    def is_empty(self) -> bool:
        """Say whether nothing has been answered yet."""
        return not any(block.rows for block in self.blocks)

    @property
    def sections(self) -> tuple[Block, ...]:
        """Every block in the order of reading: the profile, the business, who it is not."""
        extra = (self.about, self.who_not)
        return (*self.blocks, *(block for block in extra if block is not None and block.rows))


@record
class BlankField:
    """A question with its guidance, to be answered by hand."""

    field_id: str
    label: str
    why: str
    question: str
    good: str
    weak: str
    kind: Kind
    size: Size
    choices: tuple[Option, ...]
    units: tuple[Option, ...]
    first_label: str
    second_label: str
    core: bool
    weighed: bool


@record
class BlankSection:
    """A section of the blank worksheet."""

    section_id: str
    label: str
    lead: str
    fields: tuple[BlankField, ...]


@record
class WorksheetContent:
    """The blank worksheet for one market; "" in `sentence` stands for a blank."""

    title: str
    client: str
    market: Market
    market_words: str
    edition: int
    language: str
    footer: str
    sections: tuple[BlankSection, ...]
    sentence: tuple[str, ...]


def in_sentence(label: str) -> str:
    """Return a label as it stands within a sentence: "why now", but "KPIs"."""
    if language().startswith("de") or label[1:2].isupper():
        return label
    return f"{label[:1].lower()}{label[1:]}"


def reason_words(reason: str) -> str:
    """Return why somebody is not a fit, in words: those of the program or the person's own."""
    return _(REASON_NAMES[reason]) if reason in REASON_NAMES else reason.strip()


def join_items(items: Iterable[str]) -> str:
    """Return items in one line, with semicolons where one of them has a comma of its own."""
    parts = [item for item in items if item]
    comma = "; " if any("," in part for part in parts) else ", "
    joined = "".join(part + (" " if part[-1] in ".!?…" else comma) for part in parts)
    return joined.removesuffix(comma).rstrip()


def chosen_profile(request: Request) -> Profile:
    """Return the profile a request asks for, the first one in use if it names none.

    Raises KnownError if there is no such profile.
    """
    profiles = request.project.profiles
    wanted = [p for p in profiles if p.id == request.profile_id] if request.profile_id else []
    if not request.profile_id:
        wanted = sorted(profiles, key=lambda p: (p.retired is not None, p.kind == "negative"))
    if not wanted:
        raise KnownError(_("This project has no such profile. Choose one of its profiles."))
    return wanted[0]


def language_of(request: Request) -> str:
    """Return the language a document is written in."""
    return request.language or request.project.language
