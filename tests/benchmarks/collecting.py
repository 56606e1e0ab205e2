"""Forty filled PDFs taken in, against opening each of them with pikepdf."""

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pikepdf

from icp_desktop.documents.form_content import FormRequest
from icp_desktop.documents.form_controls import control_name
from icp_desktop.documents.form_reader import FormReader
from icp_desktop.documents.forms_in import Arrived, collect
from icp_desktop.documents.forms_out import Recipient, new_form, write_form
from icp_desktop.model.project import Project
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import questionnaire
from tests.benchmarks.figures import Line, ratio
from tests.forms.viewers import fill_by_pdfium

FORMS, RUNS = 40, 5
GOAL = 10.0  # times pikepdf, the crossing to another process and all meaning included
LONGEST_START = 1.5  # seconds for the process that reads
_TODAY = date(2026, 11, 21)
_ASKED = "good-customer"


def measure() -> Iterator[Line]:
    """Yield what a returned form costs, and what the first one waits for."""
    project, files = filled_forms()
    arrived = [Arrived(name=f"{n}.pdf", data=data) for n, data in enumerate(files)]
    ours: list[float] = []
    base: list[float] = []
    starts: list[float] = []
    for _run in range(RUNS):
        began = time.perf_counter()
        reader = FormReader()
        reader.read(files[0])
        starts.append(time.perf_counter() - began)
        began = time.perf_counter()
        found = collect(arrived, project, _TODAY, make_reader=lambda reader=reader: reader)
        ours.append((time.perf_counter() - began) * 1000 / FORMS)
        assert found.count == FORMS, found.troubles
        began = time.perf_counter()
        for data in files:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                assert len(pdf.Root.AcroForm.Fields)
        base.append((time.perf_counter() - began) * 1000 / FORMS)
    raw = "{:.1f} ms / {:.1f} ms a file, 40 files"
    yield ratio("take in a returned PDF / open it with pikepdf", GOAL, ours, base, raw)
    whole = sorted(starts)[len(starts) // 2]
    yield Line("  start of the process that reads them", whole, LONGEST_START, "s", "once")


def filled_forms() -> tuple[Project, list[bytes]]:
    """Return a project with forty forms out, and the forty files as they come back."""
    project = replace(make_sample("fitness-studio"), id="bench", interviews=())
    asked = questionnaire(_ASKED)
    forms, files = [], []
    for number in range(FORMS):
        who = Recipient(person=f"Person {number}", role="Invented")
        form = new_form(project, _ASKED, "pdf", who, _TODAY)
        data = write_form(FormRequest(project=project, form=form, today=_TODAY))
        typed = {
            control_name(question.id): f"Answer {number} to this. " * 12
            for question in asked.questions
        }
        files.append(fill_by_pdfium(data, typed))
        forms.append(form)
    return replace(project, forms=tuple(forms)), files
