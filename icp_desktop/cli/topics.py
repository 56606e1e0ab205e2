"""The command that reads the help in a terminal."""

import argparse
import shutil

from icp_desktop.cli.call import make_parser
from icp_desktop.cli.output import PROGRAM, say, say_json, say_table
from icp_desktop.cli.parser import WrongCallError, did_you_mean
from icp_desktop.help.calls import describe_calls
from icp_desktop.help.index import HelpIndex
from icp_desktop.help.lists import shipped_lists
from icp_desktop.help.text import topic_text
from icp_desktop.help.topics import HelpTopic, filled, help_topics
from icp_desktop.i18n import _

_WIDEST, _NARROWEST = 100, 40  # letters to a line


def show_topic(call: argparse.Namespace) -> int:
    """Print a topic, or which there are; with --search those that hold all words."""
    lists = {**shipped_lists(), "calls": lambda: describe_calls(make_parser())}
    topics = filled(help_topics(), lists)
    if call.search:
        return _search(topics, call.search)
    if not call.topic:
        if call.json:
            say_json([{"id": each.id, "title": each.title} for each in topics])
        else:
            say_table([(each.id, each.title) for each in topics])
        return 0
    topic = next((each for each in topics if each.id == call.topic), None)
    if topic is None:
        raise WrongCallError(
            _(
                "There is no topic “{word}” in the help. {near}See {program} help.",
                word=call.topic[:80],
                near=did_you_mean(call.topic, tuple(each.id for each in topics)),
                program=PROGRAM,
            )
        )
    width = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
    say(*topic_text(topic, width).splitlines())
    return 0


def _search(topics: tuple[HelpTopic, ...], words: str) -> int:
    """Print where words stand; the answer is no where they stand nowhere."""
    hits = HelpIndex(topics).search(words)
    if hits:
        say_table([(hit.topic, hit.head or hit.title) for hit in hits])
        return 0
    say(_("Nothing in the help has “{text}” in it.", text=words[:80]))
    return 1
