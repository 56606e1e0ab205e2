"""Commands that say what there is: samples, documents, questionnaires."""

import argparse
from pathlib import Path

from icp_desktop.cli.output import say_json, say_table
from icp_desktop.i18n import _


def samples(call: argparse.Namespace) -> int:
    """List the sample projects."""
    from icp_desktop.worksheet.samples import sample_ids, sample_title

    rows = [(each, sample_title(each)) for each in sample_ids()]
    if call.json:
        say_json([{"id": each, "name": name} for each, name in rows])
    else:
        say_table(rows)
    return 0


def documents(call: argparse.Namespace) -> int:
    """List the documents with their formats."""
    from icp_desktop.documents.catalogue import DOCUMENTS

    if call.json:
        say_json([{"id": d.id, "name": _(d.title), "formats": list(d.formats)} for d in DOCUMENTS])
    else:
        say_table([(d.id, _(d.title), " ".join(d.formats)) for d in DOCUMENTS])
    return 0


def questionnaires(call: argparse.Namespace) -> int:
    """List the questionnaires, those of a project first if one is named."""
    from icp_desktop.worksheet.shipped import questionnaire, questionnaire_ids

    found = [questionnaire(each) for each in questionnaire_ids()]
    if call.file:
        from icp_desktop.storage.loose_file import open_file
        from icp_desktop.worksheet.questionnaires import questionnaires_of

        found = list(questionnaires_of(open_file(Path(call.file).absolute()).project))
    if call.json:
        say_json(
            [
                {
                    "id": each.id,
                    "name": each.title,
                    "lead": each.lead,
                    "questions": [
                        {"id": q.id, "text": q.text, "feeds": list(q.feeds)} for q in each.questions
                    ],
                }
                for each in found
            ]
        )
    else:
        say_table([(each.id, each.title) for each in found])
    return 0
