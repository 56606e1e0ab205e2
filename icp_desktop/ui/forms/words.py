"""What is said of a form that is out."""

from collections.abc import Iterable
from datetime import date

from icp_desktop.documents.forms_out import CHANNEL_NAMES
from icp_desktop.i18n import _, n_
from icp_desktop.model.forms import Form
from icp_desktop.worksheet.phrases import say_day


def recipient_words(form: Form) -> str:
    """Return for whom a form is: name and work, as far as they are known."""
    return ", ".join(each for each in (form.person, form.role) if each) or _("Nobody named")


def form_words(form: Form, today: date) -> str:
    """Return which form it is, since when it is out, and what has become of it."""
    kind = _(CHANNEL_NAMES[form.channel])
    edition = (_("edition {n}", n=form.edition),) if form.edition > 1 else ()
    return " · ".join((form.title, *edition, kind, *_fate(form, today)))


def _fate(form: Form, today: date) -> tuple[str, ...]:
    sent = _("sent {day}", day=say_day(form.sent))
    if form.is_back:
        return (sent, _("back {day}", day=say_day(form.returns[-1].day)))
    if form.closed:
        return (sent, _("not waited for any more"))
    days = (today - form.sent).days
    since = n_("out for {n} day", "out for {n} days", days) if days > 0 else _("out since today")
    if form.due is None:
        return (sent, since)
    if form.is_overdue(today):
        late = (today - form.due).days
        return (sent, n_("overdue by {n} day", "overdue by {n} days", late))
    return (sent, since, _("wanted back {day}", day=say_day(form.due)))


def sum_words(forms: Iterable[Form], today: date) -> str:
    """Return how many are out, late and back."""
    every = tuple(forms)
    out = [form for form in every if form.is_out]
    late = sum(form.is_overdue(today) for form in out)
    back = sum(form.is_back for form in every)
    parts = [
        n_("{n} form is out.", "{n} forms are out.", len(out)),
        n_("{n} is overdue.", "{n} are overdue.", late) if late else "",
        n_("{n} is back.", "{n} are back.", back) if back else "",
    ]
    return " ".join(part for part in parts if part)
