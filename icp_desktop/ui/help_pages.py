"""All pages of the help as the window shows them, with the lists that only the window can make."""

from functools import partial

from PySide6.QtGui import QKeySequence

from icp_desktop.cli.call import make_parser
from icp_desktop.help.calls import describe_calls
from icp_desktop.help.lists import shipped_lists
from icp_desktop.help.topics import HelpSection, HelpTopic, Lists, filled, help_topics
from icp_desktop.i18n import _, later
from icp_desktop.paths import licences
from icp_desktop.ui.commands import COMMANDS, MENUS, Commands
from icp_desktop.ui.crash import name_versions

Keys = tuple[tuple[str, str], ...]
ON_PAGES: tuple[tuple[str, Keys], ...] = (  # keys that are no command of a menu
    (
        later("In the tour and in room mode"),
        (("Ctrl+Return", later("Next question")), ("Alt+Left", later("Question before"))),
    ),
    (
        later("While an interview is typed"),
        (
            ("Ctrl+Return", later("Next question")),
            ("Ctrl+D", later("Mark a quote")),
            ("Ctrl+T", later("Give it a theme")),
        ),
    ),
    (
        later("Everywhere"),
        (
            ("Alt", later("Open the menus")),
            ("Esc", later("Close what lies on top")),
            ("Tab", later("Next field or button; with Shift the one before")),
            ("F10", later("Open the menus, too")),
        ),
    ),
)


def window_topics(commands: Commands) -> tuple[HelpTopic, ...]:
    """Return every topic with its lists, in the order in which they are listed."""
    lists: Lists = {
        **shipped_lists(),
        "shortcuts": partial(shortcuts, commands),
        "calls": lambda: describe_calls(make_parser()),
        "about": about,
    }
    return filled(help_topics(), lists)


def shortcuts(commands: Commands) -> tuple[HelpSection, ...]:
    """Return every shortcut, by menu and by page, as the system writes it."""
    words = {each.id: _(each.text).rstrip("…") for each in COMMANDS}
    sections = []
    for menu in MENUS:
        names = " ".join(menu.items).split()
        rows = [(words[name], commands.keys_of(name)) for name in names]
        sections.append((_(menu.title).replace("&", ""), [row for row in rows if row[1]]))
    for title, keys in ON_PAGES:
        rows = [(_(said), native_keys(each)) for each, said in keys]
        sections.append((_(title), rows))
    head = (_("What it does"), _("Keys"))
    return tuple(HelpSection(head=title, table=(head, *rows)) for title, rows in sections if rows)


def native_keys(keys: str) -> str:
    """Return a combination as the system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def about() -> tuple[HelpSection, ...]:
    """Return what the program is, under which licences, and its versions."""
    lines = [
        _("Work out, prove and print your ideal customer profile, offline."),
        _("Free software under the MIT License."),
        _(
            "Windows and controls: Qt and Qt for Python, under the GNU Lesser General Public "
            "License, version 3. You may replace them by versions of your own."
        ),
        _("Letters: Source Sans Pro, under the SIL Open Font License."),
    ]
    if (folder := licences()) is not None:
        lines.append(_("The licences of these and all other parts lie in {path}.", path=folder))
    versions = tuple(line for line in name_versions().splitlines() if line)
    return (
        HelpSection(head="ICP Desktop", text=tuple(lines)),
        HelpSection(head=_("Versions"), text=versions),
    )
