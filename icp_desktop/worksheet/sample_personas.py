"""The personas of a sample: read from the same TOML file, under the first of its profiles.

A line is a text, or a table: `take` names the field of the profile that says the same (the proof
comes with it), `reply` the second half of a pair there, `quotes` repeats words that were said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Interview
from icp_desktop.model.persona import TOPICS, Persona, PersonaLine, Topic
from icp_desktop.model.project import Profile
from icp_desktop.model.values import Pair, Pairs, Term, Terms
from icp_desktop.worksheet.sample_records import sample_record_id, theme_id

Toml = Mapping[str, Any]
_LINE_KEYS = {"text", "take", "reply", "quotes", "theme", "evidence"}


def make_personas(
    sample_id: str,
    tables: Sequence[Toml],
    profile: Profile,
    interviews: tuple[Interview, ...],
) -> tuple[Persona, ...]:
    """Return the personas of a sample."""
    quotes = {quote.text: quote.id for talk in interviews for quote in talk.quotes}
    return tuple(
        _Reader(sample_id, f"{sample_id}/persona/{number}", profile, quotes).persona(each)
        for number, each in enumerate(tables)
    )


class _Reader:
    """Reads one persona; whatever it names has to be there."""

    def __init__(
        self, sample_id: str, place: str, profile: Profile, quotes: Mapping[str, str]
    ) -> None:
        self._sample_id = sample_id
        self._place = place
        self._profile = profile
        self._quotes = quotes

    def persona(self, table: Toml) -> Persona:
        unknown = set(table) - {"title", "occupation", "parts", "quote", *TOPICS}
        if unknown:
            raise ValueError(self._place, unknown)  # a slip in a shipped file, found by the tests
        return Persona(
            id=sample_record_id(self._place),
            profile=self._profile.id,
            title=table["title"],
            occupation=table.get("occupation", ""),
            parts=tuple(table["parts"]),
            quote=self._quotes[table["quote"]] if "quote" in table else "",
            lines=tuple(
                self._line(topic, each, f"{self._place}/{topic}/{number}")
                for topic in TOPICS
                for number, each in enumerate(table.get(topic, ()))
            ),
        )

    def _line(self, topic: Topic, given: str | Toml, spot: str) -> PersonaLine:
        table: Toml = {"text": given} if isinstance(given, str) else given
        if unknown := set(table) - _LINE_KEYS:
            raise ValueError(spot, unknown)
        line = PersonaLine(
            id=sample_record_id(spot),
            topic=topic,
            text=table.get("text") or table["reply"],
            evidence=self._evidence(table, spot),
        )
        return self._taken(line, table, spot) if "take" in table else line

    def _taken(self, line: PersonaLine, table: Toml, spot: str) -> PersonaLine:
        answer = self._profile.answer(table["take"])
        items = answer.value.items if isinstance(answer.value, Terms | Pairs) else ()
        item: Term | Pair = next(each for each in items if line.text in _texts(each))
        pieces = (*item.evidence, *answer.evidence) if "reply" not in table else ()
        taken = tuple(
            replace(each, id=sample_record_id(f"{spot}/taken/{number}"))
            for number, each in enumerate(pieces)
        )
        return replace(
            line,
            text=f"{line.text[:1].upper()}{line.text[1:]}",  # it stands alone now
            evidence=(*line.evidence, *taken),
            field=answer.field,
            item=item.id,
        )

    def _evidence(self, table: Toml, spot: str) -> tuple[Evidence, ...]:
        pieces = [
            Evidence(id=sample_record_id(f"{spot}/evidence/{number}"), **each)
            for number, each in enumerate(table.get("evidence", ()))
        ]
        if "theme" in table:
            theme = theme_id(self._sample_id, table["theme"])
            place = sample_record_id(f"{spot}/theme")
            pieces.append(Evidence(id=place, source="interviews", theme=theme))
        if "quotes" in table:
            said = tuple(self._quotes[each] for each in table["quotes"])
            place = sample_record_id(f"{spot}/quotes")
            pieces.append(Evidence(id=place, source="interviews", quotes=said))
        return tuple(pieces)


def _texts(item: Term | Pair) -> tuple[str, ...]:
    return (item.first, item.second) if isinstance(item, Pair) else (item.text,)
