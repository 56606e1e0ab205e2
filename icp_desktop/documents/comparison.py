"""Profiles side by side: one row per field, one cell per profile."""

from icp_desktop.documents.content import Row
from icp_desktop.documents.rows import make_row
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.record import record
from icp_desktop.worksheet.definitions import Field, Section
from icp_desktop.worksheet.shipped import worksheet_of


@record
class ComparedField:
    """What every profile says of one field; None stands where a profile is not asked."""

    field_id: str
    label: str
    cells: tuple[Row | None, ...]

    @property
    def differs(self) -> bool:
        """Say whether two profiles that are asked say different things."""
        return len({cell.words for cell in self.cells if cell is not None}) > 1


@record
class ComparedSection:
    """A section with its fields."""

    section_id: str
    label: str
    fields: tuple[ComparedField, ...]


@record
class Comparison:
    """The profiles that are compared, and the sections they are compared by."""

    profiles: tuple[Profile, ...]
    sections: tuple[ComparedSection, ...]


def profiles_in_use(project: Project) -> tuple[Profile, ...]:
    """Return what is compared: the ideal profiles in use, then those that are not a fit."""
    used = [each for each in project.profiles if each.retired is None]
    return tuple(sorted(used, key=lambda each: each.kind == "negative"))


def compare(project: Project) -> Comparison:
    """Return the profiles in use side by side; more detail only where one of them has answered."""
    chosen = profiles_in_use(project)
    sections = []
    for section in worksheet_of(project).sections:
        fields = [_field(section, field, chosen) for field in section.fields]
        kept = tuple(each for each in fields if each is not None)
        if section.scope == "profile" and kept:
            label = section.wording(chosen[0].market).label
            sections.append(ComparedSection(section_id=section.id, label=label, fields=kept))
    return Comparison(profiles=chosen, sections=tuple(sections))


def _field(section: Section, field: Field, profiles: tuple[Profile, ...]) -> ComparedField | None:
    cells = tuple(
        make_row(section, field, each.answer(field.id), each.market, each.kind)
        if each.market in field.audience
        else None
        for each in profiles
    )
    shown = [cell for cell in cells if cell is not None]
    if not any(cell.core or cell.value is not None for cell in shown):
        return None
    return ComparedField(field_id=field.id, label=shown[0].label, cells=cells)
