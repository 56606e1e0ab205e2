"""The lists in the help, each made from what it lists, so that the two cannot drift apart."""

from collections.abc import Iterator

from icp_desktop.help.topics import HelpSection, HelpTerm, Lists
from icp_desktop.i18n import _, later
from icp_desktop.model.project import MARKETS, Market
from icp_desktop.worksheet.definitions import Field, Section, Wording

_FOR: dict[Market, str] = {"b2b": later("For firms"), "b2c": later("For consumers")}


def shipped_lists() -> Lists:
    """Return the lists that need no window."""
    return {
        "fields": fields,
        "rules": rules,
        "grades": grades,
        "documents": documents,
        "questionnaires": questionnaires,
        "headings": headings,
    }


def fields() -> tuple[HelpSection, ...]:
    """Return every field of the standard worksheet: why, the question, a good and a weak answer."""
    from icp_desktop.worksheet.shipped import standard_source
    from icp_desktop.worksheet.toml_source import read_worksheet

    worksheet = read_worksheet(standard_source())
    return tuple(_of_section(section) for section in worksheet.sections)


def rules() -> tuple[HelpSection, ...]:
    """Return every rule of the checker: what it looks for, why it matters, how to mend it."""
    from icp_desktop.checks.objection_words import RULE_WORDS

    terms = tuple(
        HelpTerm(
            term=_(each.title),
            means=_(each.when),
            notes=(_(each.why), _(each.fix), _("In lists: {id}", id=each.id)),
        )
        for each in RULE_WORDS
    )
    return (HelpSection(head=_("The rules"), terms=terms),)


def grades() -> tuple[HelpSection, ...]:
    """Return the marks that say how well an answer is proven, the best last."""
    from icp_desktop.checks.grades import GRADE_MEANINGS, GRADE_NAMES, GRADES, LETTERS, PROVEN

    head = (_("Mark"), _("Name"), _("What it means"), _("Counts as proven"))
    rows = tuple(
        (
            LETTERS[each],
            _(GRADE_NAMES[each]),
            _(GRADE_MEANINGS[each]),
            _("Yes") if each in PROVEN else _("No"),
        )
        for each in GRADES
    )
    return (HelpSection(head=_("The marks"), table=(head, *rows)),)


def documents() -> tuple[HelpSection, ...]:
    """Return every document with the kinds of file it can be written as."""
    from icp_desktop.documents.catalogue import DOCUMENTS

    head = (_("Document"), _("Kinds of file"), _("Its name for the command line"))
    rows = tuple((_(each.title), ", ".join(each.formats), each.id) for each in DOCUMENTS)
    return (HelpSection(head=_("The documents"), table=(head, *rows)),)


def questionnaires() -> tuple[HelpSection, ...]:
    """Return every questionnaire with its lead and how many questions it has."""
    from icp_desktop.worksheet.shipped import questionnaire, questionnaire_ids

    found = [questionnaire(each) for each in questionnaire_ids()]
    terms = tuple(
        HelpTerm(
            term=each.title,
            means=each.lead,
            notes=(_("{n} questions", n=len(each.questions)),),
        )
        for each in found
    )
    return (HelpSection(head=_("The questionnaires"), terms=terms),)


def headings() -> tuple[HelpSection, ...]:
    """Return the headings of columns that are known, by the field they are compared with."""
    from icp_desktop.worksheet.shipped import standard_source
    from icp_desktop.worksheet.toml_source import read_worksheet

    head = (_("Field"), _("Headings of columns that are known"))
    rows = tuple(
        (_label(field).label, ", ".join(field.headings))
        for field in read_worksheet(standard_source()).fields()
        if field.headings
    )
    return (HelpSection(head=_("Columns that are known"), table=(head, *rows)),)


def _of_section(section: Section) -> HelpSection:
    words = section.wording("both")
    return HelpSection(
        head=words.label,
        text=(words.lead,) if words.lead else (),
        terms=tuple(_of_field(field) for field in section.fields),
    )


def _of_field(field: Field) -> HelpTerm:
    words = _label(field)
    notes = [words.question, *_examples(words)]
    for market in MARKETS:
        other = dict(field.words).get(market)
        if other is not None and market in field.audience and other.question != words.question:
            notes.append(f"{_(_FOR[market])}: {other.label}. {other.question}")
            notes += _examples(other)
    if len(field.audience) == 1:
        notes.append(
            _("Asked only about firms.")
            if field.audience == ("b2b",)
            else _("Asked only about consumers.")
        )
    return HelpTerm(term=words.label, means=words.why, notes=tuple(notes))


def _examples(words: Wording) -> Iterator[str]:
    if words.good:
        yield _("Good: “{example}”", example=words.good)
    if words.weak:
        yield _("Weak: “{example}”", example=words.weak)


def _label(field: Field) -> Wording:
    """Return the words of a field in the first market that is asked."""
    market = "both" if "both" in field.audience else field.audience[0]
    return field.wording(market)
