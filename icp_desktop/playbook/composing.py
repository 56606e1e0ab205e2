"""A playbook composed from a profile: each line names what it rests on; nothing is invented.

What nobody has answered gives no line, but the question that would bring one.
"""

from collections.abc import Iterator

from icp_desktop.i18n import _
from icp_desktop.insight.personas import call_persona
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.persona import Persona, PersonaLine
from icp_desktop.model.project import Answer, Profile, Project, find_answer
from icp_desktop.model.record import record
from icp_desktop.playbook.rules import More, PlaybookRules, PlayRule, playbook_rules
from icp_desktop.playbook.sources import (
    Because,
    Entry,
    basis_of,
    entries_of,
    persona_entry,
    weighed,
)
from icp_desktop.playbook.wording import fill
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.shipped import worksheet_of


@record
class PlayLine:
    """One line as the rules compose it now; `key` stays the same while it is about the same thing.

    `group` is the title of what it belongs to, `head` what stands over it. `text` may have several
    lines: the first is to be used as it stands, the others say how.
    """

    key: str
    chapter: str
    group: str
    head: str
    text: str
    because: tuple[Because, ...]

    @property
    def basis(self) -> str:
        """A mark of all that it rests on."""
        return basis_of(self.because)


@record
class ToFind:
    """What is to be found out before there can be a line, and the field that the answer goes to.

    Without a `field` it is asked what is not in the worksheet: who the people in a purchase are, or
    who is not a fit; `label` names it.
    """

    chapter: str
    question: str
    label: str
    place: str = BUSINESS
    field: str = ""
    item: str = ""


@record
class Composed:
    """All lines that the rules give, in order, and what is to be found out."""

    lines: tuple[PlayLine, ...]
    to_find: tuple[ToFind, ...]


def compose(project: Project, profile: Profile) -> Composed:
    """Return the playbook of a profile as its answers, their proof and its personas are now."""
    composer = _Composer(project, profile, playbook_rules())
    rules = composer.rules.rules
    if profile.kind == "negative":  # whom nobody looks for: only what is said of those like them
        rules = tuple(each for each in rules if each.of == "negative")
    found = [each for rule in rules for each in composer.apply(rule)]
    lines = {each.key: each for each in reversed(found) if isinstance(each, PlayLine)}
    asked = [each for each in found if isinstance(each, ToFind)]
    if profile.kind == "ideal":
        asked += composer.ask_for_people()
    questions = {(each.chapter, each.field, each.item, each.question): each for each in asked}
    return Composed(lines=tuple(reversed(lines.values())), to_find=tuple(questions.values()))


@record
class _Spot:
    """An answer that a rule reads: where it stands, and the field it answers."""

    place: Profile | None
    field: Field
    answer: Answer


class _Composer:
    """Reads the answers of one profile, of the business and of those that are not a fit."""

    def __init__(self, project: Project, profile: Profile, rules: PlaybookRules) -> None:
        self.rules = rules
        self._project = project
        self._profile = profile
        self._personas = project.personas_of(profile.id)
        self._negatives = [
            each for each in project.profiles if each.kind == "negative" and each.retired is None
        ]
        self._fields = [
            (section, field)
            for section in worksheet_of(project).sections
            for field in section.fields
            if profile.market in field.audience
        ]

    def apply(self, rule: PlayRule) -> Iterator[PlayLine | ToFind]:
        """Yield the lines that a rule gives, and what it lacks."""
        if rule.topics:
            yield from self._of_personas(rule)
            return
        for spot in self._spots(rule):
            entries = self._entries(spot, whole=rule.whole)
            if not entries and spot.field.id in rule.needed:
                question = spot.field.wording(self._profile.market).question
                yield self._to_find(rule, spot, question)
            for entry in entries[rule.skip :]:
                if rule.find and entry.paired and not entry.second:
                    question = fill(rule.find, {"one": entry.one})
                    yield self._to_find(rule, spot, question, entry.because.item)
                    continue
                yield from self._of_entry(rule, spot, entry)
                if rule.find_reason and not spot.answer.reason.strip():
                    question = fill(rule.find_reason, {"one": entry.one})
                    yield self._to_find(rule, spot, question, entry.because.item)

    def ask_for_people(self) -> Iterator[ToFind]:
        """Yield what to find out of the people in the purchase, and of those who are no fit."""
        if not self._personas:
            yield ToFind(
                chapter="messages",
                label=_("Personas"),
                question=_("Who starts the purchase, who decides, who pays, who uses it?"),
                place=self._profile.id,
            )
        if not any(each.answers for each in self._negatives):
            yield ToFind(
                chapter="decline",
                label=_("Not a fit"),
                question=_("Whom would you rather not have as a customer, and why?"),
                place=self._negatives[0].id if self._negatives else BUSINESS,
            )

    def _spots(self, rule: PlayRule) -> list[_Spot]:
        if rule.of:
            places = [self._profile] if rule.of == "profile" else self._negatives
            found = [
                _Spot(place=place, field=field, answer=place.answer(field.id))
                for place in places
                for section, field in self._fields
                if section.scope == "profile"
                and field.id not in rule.besides
                and not field.moment
                and place.answer(field.id).weight in rule.weights
            ]
            return sorted(found, key=lambda each: self.rules.place(each.field.id))
        return [
            self._spot(section.scope == "business", field)
            for section, field in self._fields
            if field.id in rule.fields
            or (section.id in rule.sections and field.id not in rule.besides)
        ]

    def _spot(self, business: bool, field: Field) -> _Spot:
        if business:
            answer = find_answer(self._project.about, field.id)
            return _Spot(place=None, field=field, answer=answer)
        return _Spot(place=self._profile, field=field, answer=self._profile.answer(field.id))

    def _entries(self, spot: _Spot, *, whole: bool) -> tuple[Entry, ...]:
        label = spot.field.wording(self._profile.market).label
        return entries_of(spot.place, spot.answer, spot.field, label, whole=whole)

    def _of_entry(self, rule: PlayRule, spot: _Spot, entry: Entry) -> Iterator[PlayLine]:
        words = self._words(spot, entry)
        if rule.weights:
            weight, reason = spot.answer.weight, spot.answer.reason
            entry = weighed(entry, weight, reason)
            words["weighed"] = fill(self.rules.weigh(weight, several=entry.several), words)
            words["reason"] = fill("{it:tells}", {"it": self._reason(reason)})
        people = [(each, line) for each in self._personas if (line := _taken(each, rule, entry))]
        for persona, line in people:
            sources = (entry.because, persona_entry(persona, line).because)
            yield self._line(rule, {**words, "who": call_persona(persona)}, sources, persona)
        if not people:
            yield self._line(rule, words, (entry.because,), None)

    def _of_personas(self, rule: PlayRule) -> Iterator[PlayLine | ToFind]:
        for persona in self._personas:
            found = [each for topic in rule.topics for each in persona.about(topic)]
            found = [each for each in found if each.text.strip()]
            for line in found[:1] if rule.first else found:
                entry = persona_entry(persona, line)
                if not rule.find:
                    words = {"one": entry.one, "second": "", "who": call_persona(persona)}
                    yield self._line(rule, words, (entry.because,), persona)
                elif not line.field:  # their own trouble, for which the profile has no relief
                    words = {"one": entry.one, "who": call_persona(persona)}
                    question = fill(rule.find, words)
                    yield ToFind(
                        chapter=rule.chapter,
                        question=question,
                        label=call_persona(persona),
                        place=self._profile.id,
                        item=line.id,
                    )

    def _words(self, spot: _Spot, entry: Entry) -> dict[str, str]:
        market = self._profile.market
        label = spot.field.wording(market).label
        asked = self.rules.ask(spot.field.id)
        question = asked.words(market) if asked else spot.field.wording(market).question
        if asked and asked.look:
            question = fill(self.rules.look, {"label": label})
        return {
            "one": entry.one,
            "second": entry.second,
            "both": entry.both,
            "label": label,
            "ask": question,
            "who": self._profile.name,
        }

    def _reason(self, reason: str) -> str:
        return self.rules.reasons.get(reason, reason.strip())

    def _line(
        self,
        rule: PlayRule,
        words: dict[str, str],
        because: tuple[Because, ...],
        persona: Persona | None,
    ) -> PlayLine:
        text = [fill(rule.text, words)]
        for more in rule.more:
            if (entry := self._more(more, persona)) is not None:
                text.append(fill(more.say, {**words, "it": entry.one, "both": entry.both}))
                because = (*because, entry.because)
        main = because[0]
        keys = (rule.id, main.place, main.field, main.item, persona.id if persona else "")
        return PlayLine(
            key="|".join(keys),
            chapter=rule.chapter,
            group=fill(rule.group, words),
            head=fill(rule.head, words),
            text="\n".join(" ".join(each.split()) for each in text if each.strip()),
            because=_once(because),
        )

    def _more(self, more: More, persona: Persona | None) -> Entry | None:
        if persona is not None and more.topic:
            said = [each for each in persona.about(more.topic) if each.text.strip()]
            if said:
                return persona_entry(persona, said[0])
        if more.persona and persona is None:
            return None
        for section, field in self._fields:
            if field.id == more.field:
                spot = self._spot(section.scope == "business", field)
                return next(iter(self._entries(spot, whole=more.whole)), None)
        return None

    def _to_find(self, rule: PlayRule, spot: _Spot, question: str, item: str = "") -> ToFind:
        return ToFind(
            chapter=rule.chapter,
            question=question,
            label=spot.field.wording(self._profile.market).label,
            place=BUSINESS if spot.place is None else spot.place.id,
            field=spot.field.id,
            item=item,
        )


def _taken(persona: Persona, rule: PlayRule, entry: Entry) -> PersonaLine | None:
    """Return the line of a persona that was taken from an entry, None if there is none."""
    for topic in rule.for_people:
        for line in persona.about(topic):
            if line.field == entry.because.field and line.item == entry.because.item:
                return line
    return None


def _once(because: tuple[Because, ...]) -> tuple[Because, ...]:
    return tuple({(e.place, e.field, e.item, e.persona): e for e in because}.values())
