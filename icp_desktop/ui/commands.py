"""Every command of the program as data: its words, its shortcut and its place in the menu."""

from collections.abc import Callable, Container, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from icp_desktop.i18n import _, later
from icp_desktop.model.record import record
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.tooltips import set_tool_tip

Standard = QKeySequence.StandardKey
Keys = Standard | str


@record
class Command:
    """One thing the program can do.

    `needs` is "project" where a project has to be open. `keys` are standard ones of the system
    where it has them.
    """

    id: str
    text: str
    keys: tuple[Keys, ...] = ()
    needs: str = ""
    checkable: bool = False


@record
class Menu:
    """A menu: ids of commands, with "" for a line between them; "&" marks the letter for Alt."""

    title: str
    items: tuple[str, ...]


def _project(command: str, text: str, *keys: Keys, checkable: bool = False) -> Command:
    return Command(id=command, text=text, keys=keys, needs="project", checkable=checkable)


COMMANDS: tuple[Command, ...] = (
    Command(id="new", text=later("New profile project"), keys=(Standard.New,)),
    Command(id="open", text=later("Open file…"), keys=(Standard.Open,)),
    _project("take_in", later("Take in a form that came back…")),
    _project("save", later("Save to the file"), Standard.Save),
    _project("choose_file", later("Choose where the file lies…")),
    _project("save_copy", later("Save a copy…")),
    _project("send_copy", later("Send a copy…")),
    _project("merge_copy", later("Merge a copy…")),
    _project("show_folder", later("Show in its folder")),
    _project("export", later("Save as a document…"), "Ctrl+E"),
    _project("print", later("Print…"), Standard.Print),
    _project("close", later("Close the project"), Standard.Close),
    Command(id="quit", text=later("Quit"), keys=("Ctrl+Q",)),
    _project("undo", later("Undo"), Standard.Undo),
    _project("redo", later("Redo"), Standard.Redo),
    Command(id="cut", text=later("Cut"), keys=(Standard.Cut,)),
    Command(id="copy", text=later("Copy"), keys=(Standard.Copy,)),
    Command(id="paste", text=later("Paste"), keys=(Standard.Paste,)),
    Command(id="select_all", text=later("Select all"), keys=(Standard.SelectAll,)),
    Command(id="find", text=later("Find…"), keys=("Ctrl+K",)),
    Command(id="home", text=later("All projects"), keys=("Ctrl+0",)),
    _project("overview", later("Overview"), "Ctrl+1"),
    _project("worksheet", later("Worksheet"), "Ctrl+2"),
    _project("form", later("Fill in as a form"), "Ctrl+Shift+F"),
    _project("tour", later("Fill in question by question"), "Ctrl+Shift+T"),
    _project("questions", later("Ten questions for yourself")),
    _project("interviews", later("Interviews"), "Ctrl+3"),
    _project("customers", later("Customers"), "Ctrl+4"),
    _project("leads", later("Leads"), "Ctrl+5"),
    _project("personas", later("Personas"), "Ctrl+6"),
    _project("playbook", later("Playbook"), "Ctrl+7"),
    _project("reviews", later("Reviews"), "Ctrl+8"),
    _project("documents", later("Documents"), "Ctrl+9"),
    _project("versions", later("Versions"), "Ctrl+Shift+H"),
    _project("proof", later("Proof"), "Ctrl+Shift+P"),
    _project("prove", later("Say how you know…"), "Ctrl+R"),
    _project("preview", later("Preview"), "Ctrl+Shift+E", checkable=True),
    _project("room", later("Room mode, for a client session"), "Ctrl+Shift+R", checkable=True),
    Command(id="dim_paper", text=later("Dim the paper"), checkable=True),
    Command(id="larger", text=later("Larger text"), keys=(Standard.ZoomIn, "Ctrl+=")),
    Command(id="smaller", text=later("Smaller text"), keys=(Standard.ZoomOut,)),
    Command(id="usual_size", text=later("Usual text size")),
    Command(id="next_part", text=later("Next part of the window"), keys=("F6",)),
    Command(id="last_part", text=later("Previous part of the window"), keys=("Shift+F6",)),
    Command(
        id="full_screen",
        text=later("Full screen"),
        keys=(Standard.FullScreen,),
        checkable=True,
    ),
    Command(id="settings", text=later("Settings"), keys=("Ctrl+,",)),
    _project("details", later("Business, currency and language…")),
    _project("add_profile", later("Add a profile…")),
    _project("compare_profiles", later("Profiles side by side")),
    _project("copy_profile", later("Copy this profile…")),
    _project("rename_profile", later("Rename this profile…")),
    _project("retire_profile", later("Retire this profile…")),
    _project("add_negative", later("Add “Not a fit”")),
    _project("tailor", later("Your questions…")),
    _project("keep_version", later("Keep a version…"), "Ctrl+Shift+S"),
    _project("remove_project", later("Move to the archive")),
    Command(id="field_help", text=later("Help for where you are"), keys=(Standard.HelpContents,)),
    Command(id="help", text=later("Help")),
    Command(id="method", text=later("The method in five steps")),
    Command(id="persona", text=later("Profile (ICP) or persona?")),
    Command(id="words", text=later("Words")),
    Command(id="safety", text=later("How your data is kept safe")),
    Command(id="keyboard", text=later("Keyboard shortcuts")),
    Command(id="about", text=later("About ICP Desktop")),
)
MENUS: tuple[Menu, ...] = (
    Menu(
        title=later("&File"),
        items=(
            "new open take_in",
            "",
            "save choose_file save_copy show_folder",
            "",
            "send_copy merge_copy",
            "",
            "export print",
            "",
            "close quit",
        ),
    ),
    Menu(
        title=later("&Edit"),
        items=("undo redo", "", "cut copy paste select_all", "", "prove", "", "find"),
    ),
    Menu(
        title=later("&View"),
        items=(
            "home overview worksheet proof",
            "",
            "interviews customers leads personas playbook reviews documents versions",
            "",
            "form tour questions",
            "",
            "preview dim_paper room",
            "",
            "larger smaller usual_size full_screen",
            "",
            "next_part last_part",
            "",
            "settings",
        ),
    ),
    Menu(
        title=later("&Project"),
        items=(
            "details",
            "",
            "compare_profiles add_profile copy_profile rename_profile retire_profile add_negative",
            "",
            "tailor",
            "",
            "keep_version",
            "",
            "remove_project",
        ),
    ),
    Menu(
        title=later("&Help"),
        items=("field_help help", "", "method persona words", "", "safety keyboard", "", "about"),
    ),
)


class Commands(QObject):
    """The commands as actions, each with the function that carries it out."""

    def __init__(
        self, handlers: Mapping[str, Callable[[], None]], parent: QObject | None = None
    ) -> None:
        """Make an action per command; raise KeyError if one has nothing to carry it out."""
        super().__init__(parent)
        self._actions = {each.id: self._make(each, handlers[each.id]) for each in COMMANDS}

    def action(self, command_id: str) -> QAction:
        """Return the action of a command."""
        return self._actions[command_id]

    def fill(self, bar: QMenuBar) -> None:
        """Put every command into the menus of a menu bar."""
        for each in MENUS:
            menu = QMenu(_(each.title), bar)
            for group in each.items:
                if group:
                    menu.addActions([self._actions[name] for name in group.split()])
                else:
                    menu.addSeparator()
            bar.addMenu(menu)

    def join(self, window: QWidget) -> None:
        """Let the shortcuts work in a window also while its menus are hidden."""
        window.addActions(list(self._actions.values()))

    def show_project(self, is_open: bool, allowed: Container[str] | None = None) -> None:
        """Switch on what needs an open project, or off; `allowed` leaves only some commands on."""
        for each in COMMANDS:
            possible = is_open or not each.needs
            self._actions[each.id].setEnabled(possible and (allowed is None or each.id in allowed))

    def show_steps(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that undo and redo would take; None means that there is nothing."""
        for name, step, bare, full in (
            ("undo", undo, _("Undo"), _("Undo: {step}")),
            ("redo", redo, _("Redo"), _("Redo: {step}")),
        ):
            words = bare if not step else full.replace("{step}", step)
            self._actions[name].setText(literal(words))
            self._actions[name].setEnabled(step is not None)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Return every command that has a shortcut, with the shortcut as the system writes it."""
        return tuple(
            (_(each.text).rstrip("…"), self.keys_of(each.id))
            for each in COMMANDS
            if self.keys_of(each.id)
        )

    def keys_of(self, command_id: str) -> str:
        """Return the first shortcut of a command in words of the system, "" if it has none."""
        native = QKeySequence.SequenceFormat.NativeText
        return self._actions[command_id].shortcut().toString(native)

    def _make(self, command: Command, handler: Callable[[], None]) -> QAction:
        action = QAction(literal(_(command.text)), self)
        action.setCheckable(command.checkable)
        action.setShortcuts([key for each in command.keys for key in _sequences(each)])
        action.setMenuRole(_ROLES.get(command.id, QAction.MenuRole.NoRole))
        set_tool_tip(action, _(command.text).rstrip("…"))
        action.triggered.connect(lambda _checked: handler())
        return action


_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
}


def _sequences(keys: Keys) -> list[QKeySequence]:
    return [QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys)
