"""Searching the help: the sections that hold every word, the best first."""

from icp_desktop.help.text import section_text
from icp_desktop.help.topics import HelpTopic
from icp_desktop.model.record import record
from icp_desktop.search.words import fold, rank, typed_words

TOP = -1  # stands for the beginning of a topic


@record
class Hit:
    """A section of a topic, or its beginning."""

    topic: str
    section: int
    head: str
    title: str


class HelpIndex:
    """All sections of all topics, made ready to be compared."""

    def __init__(self, topics: tuple[HelpTopic, ...]) -> None:
        """Fold every text once."""
        self._known: list[tuple[str, str, Hit]] = []
        for topic in topics:
            top = Hit(topic=topic.id, section=TOP, head=topic.title, title="")
            self._known.append((fold(topic.title), fold(topic.lead), top))
            for number, section in enumerate(topic.sections):
                hit = Hit(topic=topic.id, section=number, head=section.head, title=topic.title)
                terms = " ".join(each.term for each in section.terms)
                rest = f"{topic.title} {section_text(section)}"
                self._known.append((fold(f"{section.head} {terms}"), fold(rest), hit))

    def search(self, text: str) -> list[Hit]:
        """Return what fits; nothing while nothing is typed."""
        return [hit for _rank, hit in self.ranked(typed_words(text))]

    def ranked(self, words: tuple[str, ...]) -> list[tuple[int, Hit]]:
        """Return what holds every word with its rank, the best first."""
        if not words:
            return []
        ranked = [
            (place, number, hit)
            for number, (name, rest, hit) in enumerate(self._known)
            if (place := rank(words, name, rest)) is not None
        ]
        ranked.sort(key=lambda each: each[:2])
        return [(place, hit) for place, _number, hit in ranked]
