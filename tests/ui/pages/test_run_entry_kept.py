"""Changing a run that is kept with less than may be told by hand."""

import pytest

from tests.ui.pages.running import Running, a_run


@pytest.mark.parametrize("distance_m", [20, 40])
def test_pain_can_be_added_to_a_stage_that_was_cut_short(qtbot, distance_m):
    running = Running(qtbot, run=a_run(distance_m=distance_m, seconds=20))
    running.knee.strip.press_digit(6)

    assert running.save().highest_pain == 6

    running.write("0.03", "0:20")
    running.page.tell()
    assert "less than 50 metres" in running.form.figures.error()
