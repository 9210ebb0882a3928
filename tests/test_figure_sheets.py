"""The sheets of the coach: a picture of every exercise asked for, or its SVG."""

import pytest
from PySide6.QtGui import QImage

from tests import figure_sheets

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_sheet_shows_six_frames_of_each_exercise(tmp_path, capsys):
    assert figure_sheets.main(["squat", "front_lunge", "--size", "60x50", "--out", str(tmp_path)]) == 0

    image = QImage(str(tmp_path / "squat-front_lunge.png"))
    assert (image.width(), image.height()) == (360, 100)
    assert "squat-front_lunge.png" in capsys.readouterr().out


def test_sheets_of_other_looks_have_names_of_their_own(tmp_path):
    figure_sheets.main(["squat", "--dark", "--hero", "--view", "front", "--size", "60x50", "--out", str(tmp_path)])

    assert [path.name for path in tmp_path.iterdir()] == ["squat_dark_hero_front.png"]


def test_the_still_pictures_can_be_had_as_svg(tmp_path):
    figure_sheets.main(["squat", "--svg", "--out", str(tmp_path)])

    assert (tmp_path / "squat.svg").read_text(encoding="utf-8").startswith("<svg")


def test_an_unknown_exercise_is_said(tmp_path, capsys):
    assert figure_sheets.main(["flying", "--out", str(tmp_path)]) == 2
    assert "squat" in capsys.readouterr().err
