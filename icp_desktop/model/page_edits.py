"""The changes a person can make to the one page: a block in own words, or composed again."""

from dataclasses import replace

from icp_desktop.model.project import PageText, Profile, Project
from icp_desktop.model.record import record


@record
class SetPageText:
    """Write a block of the one page by hand; an empty text composes it from the answers again."""

    profile: str
    block: str
    text: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the text in."""
        profile = project.profile(self.profile)
        if profile.page_text(self.block) == self.text:
            return project
        others = tuple(each for each in profile.page if each.block != self.block)
        own = (PageText(block=self.block, text=self.text),) if self.text.strip() else ()
        return _with_page(project, profile, (*others, *own))


@record
class SetPage:
    """Take the one page as it is elsewhere."""

    profile: str
    page: tuple[PageText, ...]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in."""
        return _with_page(project, project.profile(self.profile), self.page)


def _with_page(project: Project, profile: Profile, page: tuple[PageText, ...]) -> Project:
    if page == profile.page:
        return project
    after = replace(profile, page=page)
    profiles = tuple(after if each is profile else each for each in project.profiles)
    return replace(project, profiles=profiles)
