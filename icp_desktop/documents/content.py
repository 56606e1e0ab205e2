"""What every document says, before any format: plain frozen values in the language of the reader.

`profile_content.make_profile_content` and `worksheet_content.make_worksheet_content` fill these
records from a `Request`; writers of PDF, Markdown, Excel and JSON only lay them out.
"""

from datetime import date
from typing import Literal

from icp_desktop.checks.grades import Grade
from icp_desktop.checks.states import State
from icp_desktop.documents.words import in_sentence, join_items, known_words, verdict_words
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later
from icp_desktop.model.project import Market, PageText, Profile, ProfileKind, Project, Weight
from icp_desktop.model.record import record
from icp_desktop.model.values import Kind, Value

Paper = Literal["A4", "Letter"]
PAPERS: tuple[Paper, ...] = ("A4", "Letter")
WEIGHT_NAMES: dict[Weight, str] = {
    "must": later("Must have"),
    "should": later("Should have"),
    "nice": later("Nice to have"),
    "rules_out": later("Rules out"),
    "warns": later("Warns"),
}
MARKET_NAMES: dict[Market, str] = {
    "b2b": later("Firms"),
    "b2c": later("Consumers"),
    "both": later("Firms and consumers"),
}


@record
class Earlier:
    """An earlier state of the project that what changed is told against: a kept version."""

    project: Project
    name: str
    day: date


@record
class Request:
    """What is to be made, for whom and how.

    `version` names the last kept version, "" if none was kept; `language` is that of the document,
    "" for the language of the project. `today` is the only date a document knows. `released` says
    that the project holds only what may be handed out; `consent.release` sees to that.
    `questionnaire` names the questions of an interview sheet, `persona` the one card wanted, "" for
    those of all; `earlier` is what a review is compared with, None where no version was kept.
    """

    project: Project
    profile_id: str
    today: date
    paper: Paper = "A4"
    version: str = ""
    prepared_by: str = ""
    language: str = ""
    released: bool = False
    questionnaire: str = ""
    persona: str = ""
    earlier: Earlier | None = None


@record
class AnswerLine:
    """One item of an answer; texts and figures have a single one.

    `second` is the other half of a pair; `grade` is None unless the items carry proof of their own.
    """

    text: str
    second: str = ""
    grade: Grade | None = None
    proof_words: str = ""
    disputed: bool = False
    next_test: str = ""

    @property
    def known_words(self) -> str:
        """How the item is known, and that something speaks against it."""
        return known_words(self.proof_words, disputed=self.disputed)


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
        return verdict_words(self.weight_words, self.reason)

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
        return join_items(texts, apart=self.kind == "pairs")

    @property
    def known_words(self) -> str:
        """How the answer is known, and that something speaks against it."""
        return known_words(self.proof_words, disputed=bool(self.against))

    @property
    def mixed(self) -> bool:
        """Say whether the items of a list are not equally well proven."""
        known = {(line.grade, line.disputed) for line in self.lines if line.grade}
        return len(known) > 1


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
    def disputed(self) -> int:
        """How many of its answers something speaks against."""
        return sum(bool(row.against) for row in self.rows)

    @property
    def open_labels(self) -> tuple[str, ...]:
        """The names of the leading fields that are still open."""
        return tuple(row.label for row in self.open_rows if row.core)


@record
class Unproven:
    """An answer, or items of a list, that nobody outside the team has confirmed, or is disputed.

    `kind_words` says where it belongs if not to the profile itself; `hangs` what rests on it;
    `keep_if` what was agreed beforehand; `who_words` is "Owner, by 18 December 2026".
    """

    profile_id: str
    field_id: str
    kind_words: str
    label: str
    weight: Weight
    weight_words: str
    reason: str
    grade: Grade
    proof_words: str
    disputed: bool
    words: str
    hangs: str
    test: str
    keep_if: str
    who: str
    by: date | None
    who_words: str

    @property
    def verdict(self) -> str:
        """How much it matters, with the reason where there is one."""
        return verdict_words(self.weight_words, self.reason)

    @property
    def known_words(self) -> str:
        """How it is known, and that something speaks against it."""
        return known_words(self.proof_words, disputed=self.disputed)


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
class ThemeLine:
    """A theme with the talks it came up in, and what one of them said."""

    name: str
    count: int
    total: int
    cells: tuple[bool, ...]
    words: str
    who: str


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
    page: tuple[PageText, ...]
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
    agreed: str
    themes: tuple[ThemeLine, ...]
    first_step: str

    @property
    def is_empty(self) -> bool:
        """Say whether nothing has been answered yet."""
        return not any(block.rows for block in self.blocks)

    @property
    def disputed(self) -> int:
        """How many answers something speaks against."""
        return sum(block.disputed for block in self.sections)

    @property
    def sections(self) -> tuple[Block, ...]:
        """Every block in the order of reading: the profile, the business, who it is not."""
        extra = (self.about, self.who_not)
        return (*self.blocks, *(block for block in extra if block is not None and block.rows))


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
