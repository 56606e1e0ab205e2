"""Handing a whole project over as one zip, and saving the list of what was hidden."""

from pathlib import Path

from icp_desktop.i18n import _
from icp_desktop.progress import Progress
from icp_desktop.sharing.choice import Choice, Hidden
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.file_names import file_name, free_path
from icp_desktop.ui.background import quiet_gc
from icp_desktop.ui.export import announcer, make_request, own_folder
from icp_desktop.ui.pages.page import Context


def save_pack(context: Context, profile_id: str, choice: Choice, *, with_project: bool) -> None:
    """Ask where a pack goes and write it there; nothing is ever written over."""
    from icp_desktop.sharing.pack import make_pack, pack_name
    from icp_desktop.storage.handing_over import write_pack

    request = make_request(context, profile_id)
    proposal = free_path(own_folder(context) / pack_name(request, choice))
    path = context.prompts.save_file(_("Save the hand-over pack"), proposal, "Zip (*.zip)")
    if path is None:
        return
    if path.suffix.casefold() != ".zip":
        path = path.with_name(path.name + ".zip")
    path = free_path(path)

    def work(progress: Progress) -> Path:
        with quiet_gc():
            pack = make_pack(request, choice, with_project=with_project, progress=progress)
        write_pack(path, pack.files)
        return path

    context.background.run(
        work,
        label=_("Making the hand-over pack"),
        done=announcer(context),
        failed=lambda error: context.host.complain(str(error)),
    )


def save_hidden_list(context: Context, hidden: tuple[Hidden, ...]) -> None:
    """Ask where the list of what was hidden goes, and write it there."""
    from icp_desktop.sharing.pack_data import hidden_list

    name = file_name(context.project.client, _("What was hidden"), ".csv")
    proposal = free_path(own_folder(context) / name)
    path = context.prompts.save_file(_("Save the list"), proposal, "CSV (*.csv)")
    if path is None:
        return
    if path.suffix.casefold() != ".csv":
        path = path.with_name(path.name + ".csv")

    def work(_progress: Progress) -> Path:
        write_whole(path, hidden_list(hidden))
        return path

    context.background.run(
        work,
        label="",
        done=announcer(context),
        failed=lambda error: context.host.complain(str(error)),
    )
