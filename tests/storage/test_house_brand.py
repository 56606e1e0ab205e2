"""The brand for new projects is kept whole, and what can't be read is none."""

from pathlib import Path

import pytest

from icp_desktop.model.body import make_body
from icp_desktop.model.brand import Brand
from icp_desktop.storage.house_brand import keep_house_brand, read_house_brand

BRAND = Brand(logo=make_body(b"png", "png"), colour="#0F5E63", footer="Rowan Ash Advice")


def test_it_comes_back(tmp_path: Path) -> None:
    assert read_house_brand(tmp_path) == Brand()
    keep_house_brand(tmp_path, BRAND)
    assert read_house_brand(tmp_path) == BRAND
    keep_house_brand(tmp_path, Brand(colour="#0F5E63"))
    assert read_house_brand(tmp_path) == Brand(colour="#0F5E63")


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"colour": 1}', "[" * 9_000])
def test_what_can_not_be_read_is_none(text: str, tmp_path: Path) -> None:
    keep_house_brand(tmp_path, BRAND)
    (tmp_path / "brand.json").write_text(text)
    assert read_house_brand(tmp_path) == Brand()
