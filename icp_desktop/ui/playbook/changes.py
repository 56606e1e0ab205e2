"""What a person does with the playbook, as edits: each is a step of its own, typing is one."""

from icp_desktop.i18n import _
from icp_desktop.model.edits import Edit, Together
from icp_desktop.model.ids import new_id
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.play import Action, Effort, Play
from icp_desktop.model.project import Folder, Item, Profile
from icp_desktop.playbook.keeping import (
    Line,
    Playbook,
    drop,
    hide,
    keep_all,
    playbook_of,
    rewrite,
    still_holds,
    take_now,
)
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.playbook.plain_text import in_one
from icp_desktop.ui.playbook.shown import ShownLine

_LONGEST = 500  # characters of what is to be done


class PlaybookChanges:
    """Changes the lines, actions and efforts of one profile.

    Nothing of a playbook is kept before somebody changes it; the first change keeps all of it, so
    that from then on what changes underneath is noticed.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._profile: Profile | None = None

    def show_profile(self, profile: Profile) -> None:
        """Say whose playbook it is."""
        self._profile = profile

    def keep(self) -> None:
        """Keep every line as it stands."""
        edit = keep_all(self._playbook(), _("keeping the playbook"))
        said = _("Kept. When what a line rests on changes, you are asked first.")
        self._context.take(edit, said)

    def write(self, shown: ShownLine, words: str) -> None:
        """Put the person's words in the place of what is composed."""
        playbook = self._playbook()
        line = playbook.line(shown.id)
        if line is not None:
            edit = rewrite(playbook, line, words, _("a line of the playbook"))
            self._context.opened.do(self._first(playbook, edit), merge=f"play/{line.key}")

    def carry_out(self, wish: str, shown: ShownLine) -> None:
        """Do what is asked for with a line: restore, take, keep, hide or remove it."""
        playbook = self._playbook()
        line = playbook.line(shown.id)
        if line is None:
            return
        self._context.opened.seal()
        match wish:
            case "remove":
                self._take(playbook, drop(line, _("removal of a line")), _("Line removed."))
            case "take" if line.state == "lost":
                self._take(playbook, drop(line, _("removal of a line")), _("Line left out."))
            case "take":
                edit = take_now(playbook, line, _("new text of a line"))
                self._take(playbook, edit, _("New text taken."))
            case "keep":
                edit = _own(line) if line.state == "lost" else still_holds(line, _("kept line"))
                self._take(playbook, edit, _("Kept as it is."))
            case "hide":
                edit = hide(playbook, line, hidden=not line.hidden, label=_("hidden line"))
                said = _("Shown again.") if line.hidden else _("Line hidden.")
                self._take(playbook, edit, said)
            case "restore":
                edit = take_now(playbook, line, _("composed text of a line"))
                self._take(playbook, edit, _("Back to the composed text."))

    def add_line(self, chapter: str, words: str) -> None:
        """Add a line that the person wrote."""
        playbook = self._playbook()
        play = Play(id=new_id(), profile=playbook.profile, chapter=chapter, text=words)
        edit = PutItem(folder="plays", item=play, label=_("own line"))
        self._take(playbook, edit, _("Line added."))

    def add_action(self, action: Action) -> Action:
        """Add an action, and return it as it is kept."""
        assert self._profile is not None
        kept = Action(
            id=new_id(),
            profile=self._profile.id,
            what=action.what[:_LONGEST],
            who=action.who,
            by=action.by,
            play=action.play,
        )
        edit = PutItem(folder="actions", item=kept, label=_("new action"))
        self._context.take(edit, _("Action added."))
        return kept

    def put(self, folder: Folder, item: Item) -> None:
        """Keep an action or an effort as it has become; what is typed in a row is one step."""
        label = _("an action") if folder == "actions" else _("time and money")
        edit = PutItem(folder=folder, item=item, label=label)
        self._context.opened.do(edit, merge=f"{folder}/{item.id}")

    def remove_action(self, action: Action) -> None:
        """Take an action out."""
        edit = RemoveItem(folder="actions", item=action.id, label=_("removal of an action"))
        self._context.take(edit, _("Action removed."))

    def add_effort(self, effort: Effort) -> None:
        """Add what goes into a place."""
        edit = PutItem(folder="efforts", item=effort, label=_("time and money"))
        self._context.take(edit, _("Noted."))

    def remove_effort(self, effort: Effort) -> None:
        """Take out what goes into a place."""
        edit = RemoveItem(folder="efforts", item=effort.id, label=_("time and money"))
        self._context.take(edit, _("Removed."))

    def _playbook(self) -> Playbook:
        assert self._profile is not None
        return playbook_of(self._context.project, self._profile)

    def _first(self, playbook: Playbook, edit: Edit) -> Edit:
        """Return the edit with all lines kept before it, if none is kept yet."""
        if playbook.taken:
            return edit
        return Together(edits=(keep_all(playbook), edit), label=edit.label)

    def _take(self, playbook: Playbook, edit: Edit, said: str) -> None:
        self._context.take(self._first(playbook, edit), said)


def action_of(line: ShownLine) -> Action:
    """Return what is to be done about a line; who and when is still to be said."""
    return Action(id="", profile="", what=in_one(line, first=True), play=line.id)


def _own(line: Line) -> Edit:
    """Return the edit that makes a line the person's own, for nothing else stands behind it."""
    play = Play(
        id=new_id(),
        profile=line.play.profile if line.play else "",
        chapter=line.chapter,
        head=line.head,
        text=line.text,
    )
    put = PutItem(folder="plays", item=play)
    return Together(edits=(drop(line), put), label=_("kept line"))
