"""A pack opens without us, leads to every file in it, and tells anyone nothing it should not."""

import csv
import io
import json
import re
from datetime import date
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from sharing_made import make_telling

from icp_desktop.documents.content import Request
from icp_desktop.model.project import Project
from icp_desktop.progress import Cancelled
from icp_desktop.sharing.choice import Choice
from icp_desktop.sharing.pack import Pack, make_pack
from icp_desktop.sharing.pack_data import hidden_list
from icp_desktop.storage.handing_over import zip_bytes
from icp_desktop.storage.project_file import read_project_file
from icp_desktop.worksheet.samples import make_sample
from tests.sharing.test_nobody_is_told import found_in, words_of

HOSTILE = '../../etc/<b>Pass & "wd"</b>:\u202ecsv.exe'
ANYONE = Choice(audience="anyone")


def request_for(project: Project) -> Request:
    return Request(project=project, profile_id="", today=date(2026, 11, 21))


@pytest.fixture(scope="module")
def whole() -> Pack:
    from dataclasses import replace

    project = make_sample("insurance-brokers")
    profile = replace(project.profiles[0], name=HOSTILE)
    hostile = replace(
        project, client=HOSTILE, name=HOSTILE, profiles=(profile, *project.profiles[1:])
    )
    return make_pack(request_for(hostile), Choice(), with_project=True)


def test_the_first_page_leads_to_every_file(whole: Pack) -> None:
    page = whole.files["index.html"].decode()
    links = {unquote(each) for each in re.findall(r'href="([^"#]+)"', page)}
    rest = set(whole.files) - {"index.html", "README.txt"}
    assert links == rest
    read_me = whole.files["README.txt"].decode("utf-8-sig")
    assert all(name in read_me for name in rest)
    assert "<b>Pass" not in page
    assert "default-src 'none'" in page


def test_names_are_safe_whatever_a_client_is_called(whole: Pack) -> None:
    for name in whole.files:
        assert re.fullmatch(r"(?:(?:documents|data)/)?[^/\\:*?\"<>|\u202e]+", name), name
        assert ".." not in name.split("/")


def test_every_file_opens_without_us(whole: Pack) -> None:
    kinds = set()
    for name, data in whole.files.items():
        kind = name.rpartition(".")[2]
        kinds.add(kind)
        match kind:
            case "pdf":
                assert PdfReader(io.BytesIO(data)).pages
            case "xlsx":
                assert load_workbook(io.BytesIO(data)).sheetnames
            case "csv":
                assert len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))) > 1
            case "json":
                assert json.loads(data)["project"]
            case "icp":
                assert read_project_file(data).project == whole.copy.project
    assert kinds == {"txt", "html", "pdf", "xlsx", "csv", "json", "icp"}


def test_no_cell_of_a_list_is_a_formula(whole: Pack) -> None:
    for name, data in whole.files.items():
        if name.endswith(".csv"):
            for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
                assert not any(cell.startswith(("=", "@", "+")) for cell in row)


def test_nothing_planted_is_left_in_a_pack_for_anyone() -> None:
    project = make_telling("insurance-brokers")
    pack = make_pack(request_for(project), ANYONE, with_project=True)
    assert any(name.endswith(".icp") for name in pack.files)
    for name, data in pack.files.items():
        assert found_in(name) == []
        assert found_in(words_of(data, f".{name.rpartition('.')[2]}")) == [], name
    assert found_in(words_of(zip_bytes(pack.files), ".zip")) == []
    listed = hidden_list(pack.copy.hidden).decode("utf-8-sig")
    assert len(found_in(listed)) > 40


def test_a_pack_can_be_cancelled() -> None:
    class Stop:
        def step(self, done: int, _total: int, _what: str = "") -> None:
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        make_pack(request_for(make_sample("fitness-studio")), Choice(), progress=Stop())


def test_the_project_is_not_in_it_unless_it_is_wanted() -> None:
    pack = make_pack(request_for(make_sample("fitness-studio")), Choice())
    assert not any(name.endswith(".icp") for name in pack.files)
