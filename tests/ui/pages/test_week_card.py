"""What stands below a day of the week: it is written smaller before it is cut."""

import pytest
from PySide6.QtGui import QFontMetrics

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.pages.week_card import LEAST_LETTERS_PX, name_that_fits

COLUMN_PX = 61
"""In a window of 1024 by 640."""


@pytest.mark.usefixtures("light", "qapp")
@pytest.mark.parametrize("scale", [1.0, 1.35])
def test_a_warm_up_is_named_in_full_also_in_large_letters(scale):
    name, face = name_that_fits(("Warm-up 14 min", "Warm-up"), font(TEXT, 13 * scale, 400), COLUMN_PX)

    assert name == "Warm-up"
    assert QFontMetrics(face).horizontalAdvance(name) <= COLUMN_PX


@pytest.mark.usefixtures("light", "qapp")
def test_where_there_is_room_nothing_is_written_smaller():
    large = font(TEXT, 18, 400)

    assert name_that_fits(("Short 6 min", "Short"), large, 200) == ("Short 6 min", large)


@pytest.mark.usefixtures("light", "qapp")
def test_only_a_long_name_of_ones_own_is_cut():
    name, face = name_that_fits(("Before the long run on Sunday",), font(TEXT, 18, 400), COLUMN_PX)

    assert name.startswith("Before")
    assert name.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert face.pixelSize() == LEAST_LETTERS_PX
