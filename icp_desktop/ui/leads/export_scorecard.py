"""Writing the scorecard of a scored list where the person says."""

from collections.abc import Callable

from icp_desktop.documents.scorecard import write_scorecard
from icp_desktop.i18n import _
from icp_desktop.insight.scoring import Scored
from icp_desktop.progress import Progress
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.file_names import file_name
from icp_desktop.ui.export import make_request, own_folder
from icp_desktop.ui.pages.page import Context


def export_scorecard(
    context: Context, scored: Scored, profile: str, complain: Callable[[Exception], None]
) -> None:
    """Ask where the scorecard goes and write it there."""
    proposal = own_folder(context) / file_name(context.project.client, _("Scorecard"), ".xlsx")
    path = context.prompts.save_file(_("Save the scorecard"), proposal, "Excel (*.xlsx)")
    if path is None:
        return
    target = path if path.suffix.casefold() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
    request = make_request(context, profile)

    def work(_progress: Progress) -> None:
        write_whole(target, write_scorecard(scored, request))

    def done(_nothing: None) -> None:
        context.host.say(_("Saved “{file}”.", file=target.name))

    context.background.run(work, label=_("Writing the scorecard"), done=done, failed=complain)
