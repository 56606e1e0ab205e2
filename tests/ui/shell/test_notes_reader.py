"""Notes from files: words of every kind of file, and a sentence for everything else."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest

from icp_desktop.errors import KnownError
from icp_desktop.ui.notes_reader import LARGEST_FILE, read_notes

SAID = "It was close.\nIn März my doctor said it “out loud”."
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        )
    return made.getvalue()


def pdf(html: str, **changes: object) -> bytes:
    from weasyprint import HTML

    data = HTML(string=html).write_pdf()
    if not changes:
        return bytes(data)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(out, **changes)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", SAID.encode()),
        ("b.txt", SAID.encode("utf-16")),
        ("c.md", SAID.replace("\n", "\r\n").encode("cp1252")),
        (
            "d.docx",
            docx(
                "<w:p><w:r><w:t>It was </w:t></w:r><w:r><w:t>close.</w:t></w:r></w:p>"
                "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r>"
                "<w:t>In März my doctor said it “out loud”.</w:t></w:r></w:p>"
            ),
        ),
        ("e.pdf", pdf("<p>It was close.<br>In März my doctor said it “out loud”.")),
    ],
)
def test_words_are_read(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert read_notes(path, patience=60) == SAID


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"", "“empty.txt” is empty."),
        ("blank.md", b" \n ", "“blank.md” is empty."),
        ("photo.txt", b"\xff\xd8\xff\xe0" + bytes(100), "is a picture"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(100), "old Word file"),
        ("program.txt", bytes(range(256)) * 20, "holds no words"),
        ("broken.docx", b"PK\x03\x04" + bytes(100), "is damaged"),
        ("bomb.docx", docx("<w:p>" + "a" * 90_000_000 + "</w:p>"), "is damaged"),
        ("wordless.docx", docx("<w:p></w:p>"), "is empty"),
        ("broken.pdf", b"%PDF-1.7\n" + bytes(500), "is damaged"),
        ("scan.pdf", pdf("<div style='width:9cm;height:9cm;background:#ccc'></div>"), "pictures"),
        (
            "locked.pdf",
            pdf("<p>secret", encryption=pikepdf.Encryption(user="a", owner="b")),
            "locked with a password",
        ),
    ],
)
def test_everything_else_gets_a_sentence(
    name: str, data: bytes, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(KnownError) as caught:
        read_notes(path, patience=60)
    assert sentence in str(caught.value)
    assert name in str(caught.value)


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(
            "word/document.xml",
            '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hosts">]>'
            f'<w:document xmlns:w="{_W}"><w:p><w:t>&x;</w:t></w:p></w:document>',
        )
    path = tmp_path / "hosts.docx"
    path.write_bytes(made.getvalue())
    with pytest.raises(KnownError, match="damaged"):
        read_notes(path, patience=60)


def test_folders_and_huge_files_are_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is a folder"):
        read_notes(tmp_path)
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(KnownError, match="MB"):
        read_notes(huge)


def test_what_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "slow.pdf"
    path.write_bytes(pdf("<p>word"))
    with pytest.raises(KnownError, match="too long"):
        read_notes(path, patience=0)
