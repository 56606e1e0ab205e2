"""A questionnaire with one question of each kind, a project that sends it, and what is answered."""

from datetime import date
from typing import Any

from icp_desktop.documents.form_content import FormRequest, make_form_content
from icp_desktop.documents.form_controls import control_name, parts_of
from icp_desktop.documents.forms_out import Recipient, new_form, write_form
from icp_desktop.model.forms import Channel, Form, OwnQuestionnaire
from icp_desktop.model.items import PutItem
from icp_desktop.model.project import Profile, Project
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.shipped import standard_source

TODAY = date(2026, 11, 21)
CHOICES = (
    "choices = [{ id = 'tram', label = 'Trämchen – 電車' }, { id = 'bike', label = 'Bicycle' }]"
)
UNITS = "units = [{ id = 'day', label = 'a day' }, { id = 'week', label = 'in der Wöche' }]"
EACH_KIND = f"""
id = "each-kind"
title = "One question of each kind"
audience = "colleague"
[[questions]]
id = "in_words"
text = "What do you see?"
size = "long"
[[questions]]
id = "short"
text = "In a word?"
size = "short"
[[questions]]
id = "way"
text = "How do they come?"
kind = "choice"
{CHOICES}
[[questions]]
id = "heard"
text = "What have you heard?"
kind = "terms"
choices = [{{ id = "price", label = "The price" }}, {{ id = "time", label = "No time" }}]
[[questions]]
id = "tools"
text = "What do they use?"
kind = "terms"
[[questions]]
id = "rides"
text = "How often?"
kind = "number_range"
{UNITS}
[[questions]]
id = "spend.on-it"
text = "What do they spend?"
kind = "money_range"
units = [{{ id = "year", label = "a year" }}]
[[questions]]
id = "since"
text = "Since when?"
kind = "date"
[[questions]]
id = "again"
text = "Did they come again?"
kind = "yes_no"
[[questions]]
id = "pains"
text = "What hurts, and what eases it?"
kind = "pairs"
"""


def sending_project(*forms: Form) -> Project:
    """Return a project that sends the questionnaire."""
    profile = Profile(id="p1", name="Commuters", market="b2c")
    return Project(
        id="spoke",
        client="Spoke & Sons",
        name="Profiles",
        worksheet=standard_source(),
        currency="GBP",
        profiles=(profile,),
        questionnaires=(OwnQuestionnaire(id="each-kind", source=EACH_KIND),),
        forms=forms,
    )


def send(
    channel: Channel = "pdf", questionnaire: str = "each-kind", **recipient: Any
) -> tuple[Project, Form, bytes]:
    """Return the project with the form noted as out, the form, and its file."""
    project = sending_project()
    who = Recipient(**{"person": "M. Okafor", "role": "Front desk", **recipient})
    form = new_form(project, questionnaire, channel, who, TODAY)
    project = PutItem(folder="forms", item=form).apply(project)
    return project, form, write_form(FormRequest(project=project, form=form, today=TODAY))


def fields_of(project: Project, form: Form) -> dict[str, Field]:
    """Return the fields of a form by the ids of its questions."""
    content = make_form_content(FormRequest(project=project, form=form, today=TODAY))
    return {ask.field.id: ask.field for ask in content.asks()}


def named(question: str, part: str = "") -> str:
    """Return the name of a control."""
    return control_name(question, part)


def all_names(field: Field) -> tuple[str, ...]:
    """Return the names of every control of a field."""
    return tuple(control_name(field.id, part) for part in parts_of(field))


def filling(text: str) -> dict[str, str | bool]:
    """Return what is filled in: the text wherever words go, and something of every other kind."""
    first_line = text.split("\n", maxsplit=1)[0]
    return {
        named("in_words"): text,
        named("short"): first_line,
        named("way"): "Trämchen – 電車",
        named("heard", "xtime"): True,
        named("heard", "xprice"): False,
        named("tools"): f"{first_line}\nZweitens",
        named("rides", "low"): "2",
        named("rides", "high"): "4.5",
        named("rides", "unit"): "in der Wöche",
        named("spend.on-it", "low"): "1,200",
        named("spend.on-it", "high"): "",
        named("since"): "14 March 2027",
        named("again"): "No",
        named("pains", "first1"): text,
        named("pains", "second1"): "Overshoes",
        named("pains", "first3"): "Lücke",
        "h_name": "Ann Øst",
        "h_day": "2026-11-23",
    }


TEXTS = {
    "ascii": "They come before work.",
    "umlauts": "Sie kämen früher, würde es öffnen: ßÄÖÜ é ñ",
    "cjk": "朝早く来ます。값이 문제입니다。你好",
    "emoji": "Happy 😀 with the 🚲 and 👩‍👩‍👧",
    "line breaks": "First line\nSecond line\n\nFourth line",
    "long": ("Fünf Wörter sind hier drin. " * 200)[:4999].strip() + ".",
    "formula": "=1+1",
    "markup": "<b>bold</b> & {{ 7*7 }}",
}
