"""Questions that put words into a mouth: leading and hypothetical ones, found by plain rules."""

import re

from icp_desktop.i18n import _, later
from icp_desktop.model.record import record

LONGEST_QUESTION = 160  # characters that can be taken in at one hearing


@record
class Caution:
    """What is doubtful about a question, and what to ask instead."""

    kind: str
    found: str
    sentence: str


_RULES: tuple[tuple[str, str, str], ...] = (
    (
        "leading",
        (
            r"^(?:do|would|don['’]t|wouldn['’]t|didn['’]t|isn['’]t|aren['’]t|wasn['’]t|haven['’]t"
            r"|can['’]t|couldn['’]t|shouldn['’]t|doesn['’]t) (?:you|it|that|this|we|they)\b"
            r"(?! (?:use|buy|do|go|look|spend|decide|work|need|have|want|know)\b)"
            r"(?=.*\b(?:agree|think|great|good|better|best|easy|easier|helpful|useful|important|love|like|enjoy|happy"
            r"|right|too)\b)"
        ),
        later("“{found}” suggests the answer. Ask “What do you think of …?” or “How was …?”."),
    ),
    (
        "leading",
        r"\b(?:don['’]t you|isn['’]t it|aren['’]t they|wouldn['’]t you|right|correct|agreed)\?$",
        later("“{found}” asks for a yes. End the question before it."),
    ),
    (
        "leading",
        (
            r"\bhow (?:much )?(?:good|great|easy|helpful|useful|important|happy|pleased|satisfied"
            r"|annoying|bad|difficult|expensive|slow|better)\b"
        ),
        later("“{found}” has the verdict in it. Ask “How was it?” and let them find the word."),
    ),
    (
        "leading",
        (
            r"\b(?:obviously|of course|surely|clearly|everybody knows|as you know|most people"
            r"|everyone|award-winning|innovative|our excellent|our great)\b"
        ),
        later("“{found}” tells them what to think. Leave it out."),
    ),
    (
        "hypothetical",
        (
            r"\bwould you (?:ever |also |rather |be |consider |buy|pay|use|like|want|recommend"
            r"|switch|prefer)\w*"
        ),
        later("“{found}” asks for a guess about the future. Ask for the last time it happened."),
    ),
    (
        "hypothetical",
        (
            r"\b(?:if (?:we|you|there|it|this) (?:were|was|had|could|offered|made|built|added)"
            r"|imagine|suppose|what if|in an ideal world|in future|in the future)\b"
        ),
        later("“{found}” asks about something that has not happened. Ask what they did instead."),
    ),
    (
        "hypothetical",
        r"\bhow (?:likely|willing) (?:are|is|would)\b",
        later("“{found}” asks for a promise. Ask whom they last told, or what they last paid."),
    ),
)
_COMPILED = tuple((kind, re.compile(rule, re.IGNORECASE), words) for kind, rule, words in _RULES)
_TWO = re.compile(r"\?.*\?")
_CLOSED = re.compile(
    r"^(?:do|did|does|is|are|was|were|have|has|had|can|could|will|should) ", re.IGNORECASE
)


def cautions(question: str, *, open_answer: bool = True) -> tuple[Caution, ...]:
    """Return what is doubtful about the wording of a question, each kind of doubt once.

    `open_answer` says whether it is answered in words: only then is a question that yes or no
    answers worth a remark. The rules know English; in other languages they find nothing.
    """
    text = " ".join(question.split())[:2_000]
    found: dict[str, Caution] = {}
    for kind, rule, words in _COMPILED:
        match = rule.search(text)
        if match and kind not in found:
            found[kind] = _caution(kind, match.group().strip(), words)
    if open_answer and not found and (match := _CLOSED.match(text)):
        words = later("It can be answered with yes or no. Begin with what, how, when or who.")
        found["closed"] = _caution("closed", match.group().strip(), words)
    if match := _TWO.search(text):
        words = later("It asks two things at once. Make two questions of it.")
        found["double"] = _caution("double", match.group().strip(), words)
    if len(text) > LONGEST_QUESTION:
        words = later("It is long. What can’t be said in one breath is not understood at once.")
        found["long"] = _caution("long", text[:20], words)
    return tuple(found.values())


def _caution(kind: str, found: str, words: str) -> Caution:
    return Caution(kind=kind, found=found, sentence=_(words, found=found))
