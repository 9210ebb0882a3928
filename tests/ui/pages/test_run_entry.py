"""Log run: by hand in seconds, nothing taken for granted, nothing impossible kept."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.exercise import Side
from kneecoach.domain.person import Units
from kneecoach.domain.run import Onset, RunKind, Surface
from kneecoach.ui.pages.run_entry_words import AFTER, BEFORE, DURING, LATER
from kneecoach.ui.theme import Theme, apply_theme
from tests.ui.pages.running import GHOST, PEGASUS, PLACE, Running, a_run

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def running(qtbot):
    return Running(qtbot, last=a_run(), place=PLACE)


def test_six_keys_and_a_tab_are_a_run(qtbot, running):
    figures = running.form.figures
    qtbot.keyClicks(figures.distance.edit, "6")
    qtbot.keyClick(figures.distance.edit, Qt.Key.Key_Tab)
    assert figures.time.edit.hasFocus()
    qtbot.keyClicks(figures.time.edit, "37:50")

    qtbot.keyClick(figures.time.edit, Qt.Key.Key_Return, CTRL)

    [told] = running.told
    assert (told.run.distance_m, told.run.seconds) == (6_000, 2_270)
    assert told.run.kind is RunKind.LONG


def test_kind_surface_and_shoes_are_those_of_last_time_and_nothing_else_is(running):
    assert running.form.figures.distance.text() == ""
    assert running.form.figures.time.text() == ""
    running.write("6")

    run = running.save()

    assert (run.kind, run.surface, run.shoe) == (RunKind.LONG, Surface.TRAIL, PEGASUS.id)
    assert (run.effort, run.onset, run.limp, run.stopped_early, run.painkiller) == (None,) * 5
    assert (run.pain_before, run.pain_max, run.pain_after, run.pain_60, run.climb_m) == (None,) * 5
    assert running.told[-1].place == (None, ())


def test_the_first_run_of_all_has_nothing_chosen(qtbot):
    running = Running(qtbot)
    running.write("6")

    run = running.save()

    assert (run.kind, run.surface, run.shoe, run.seconds) == (None, None, None, None)


def test_the_pace_follows_every_key(running):
    assert running.form.figures.pace.text() == "–"

    running.write("6", "37:50")

    assert running.form.figures.pace.text() == "6:18"


def test_miles_are_typed_shown_and_kept_in_metres(qtbot):
    running = Running(qtbot, units=Units.MILES, last=a_run())
    running.write("3,1", "31")

    run = running.save()

    assert run.distance_m == 4_989
    assert running.form.figures.pace.text() == "10:00"
    assert running.form.shoes.card(PEGASUS.id).shown.line == "259 miles after this run"


@pytest.mark.parametrize(
    ("distance", "time", "sentence"),
    [
        ("", "37:50", "Write the distance"),
        ("0", "37:50", "more than nothing"),
        ("six", "37:50", "Write the distance"),
        ("501", "", "further than 500 km"),
        ("0.04", "", "less than 50 metres"),
        ("5", "5:00:01", "slower than an hour a kilometre"),
        ("6", "soon", "Write the time"),
        ("6", "0", "more than nothing"),
        ("6", "14:59", "faster than 2:30 a km"),
        ("15", "1:30", "For hours write 1:30:00"),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence_and_stays_as_it_was_written(running, distance, time, sentence):
    running.write(distance, time)
    running.form.effort.scale.press_digit(4)

    running.page.tell()

    assert running.told == []
    assert sentence in running.form.figures.error()
    assert (running.form.figures.distance.text(), running.form.figures.time.text()) == (distance, time)
    assert running.form.effort.scale.value() == 4
    assert running.form.figures.first_wrong().hasFocus()
    assert running.form.figures.pace.text() == "–"


def test_a_sentence_goes_as_soon_as_it_is_right_again(running):
    running.write("6", "7:50")
    running.page.tell()
    assert running.form.figures.error()

    running.write("6", "37:50")

    assert not running.form.figures.error()
    assert running.save().seconds == 2_270


def test_the_rule_under_a_wrong_field_has_the_stop_colour(running, light):
    running.write("0", "37:50")
    running.page.tell()
    edit = running.form.figures.distance.edit

    image = edit.grab().toImage()

    assert image.pixelColor(edit.width() // 2, edit.height() - 1) == light.stop


def test_a_climb_that_is_no_number_is_refused(running):
    running.write("6")
    running.form.climb.edit.setText("up")

    running.page.tell()

    assert running.told == []
    assert "number of metres" in running.form.climb.error()


def test_everything_that_is_told_is_in_the_run(running):
    running.write("6.2", "1:02:03")
    running.form.kind.press(RunKind.HILLS)
    running.form.surface.press(Surface.ROAD)
    running.form.effort.scale.press_digit(7)
    running.form.shoes.card(GHOST.id).click()
    running.form.limp.press(False)
    running.form.stopped.press(True)
    running.form.painkiller.press(False)
    running.form.climb.edit.setText("120")
    running.form.note.setPlainText("Felt it on the way down")
    for when, pain in ((BEFORE, 1), (DURING, 4), (AFTER, 3), (LATER, 2)):
        running.knee.turn_to(when)
        running.knee.strip.press_digit(pain)
    running.knee.onset.press(Onset.END)

    run = running.save()

    assert (run.distance_m, run.seconds, run.kind, run.surface) == (6_200, 3_723, RunKind.HILLS, Surface.ROAD)
    assert (run.effort, run.shoe, run.climb_m, run.note) == (7, GHOST.id, 120, "Felt it on the way down")
    assert (run.limp, run.stopped_early, run.painkiller, run.onset) == (False, True, False, Onset.END)
    assert (run.pain_before, run.pain_max, run.pain_after, run.pain_60) == (1, 4, 3, 2)
    assert running.told[-1].place == PLACE


def test_each_pain_has_its_own_answer_and_the_others_are_said_in_words(running):
    running.knee.strip.press_digit(3)
    running.knee.turn_to(BEFORE)

    assert running.knee.strip.value() is None
    assert running.knee.said.text() == "Before –, during 3, after –, an hour later –"
    assert running.page.save.text() == "Save run and pain"


def test_an_answer_can_be_taken_back(qtbot, running):
    running.write("6")
    running.knee.strip.press_digit(3)
    running.form.effort.scale.press_digit(3)
    running.form.limp.press(True)

    qtbot.keyClick(running.knee.strip, Qt.Key.Key_Delete)
    qtbot.keyClick(running.form.effort.scale, Qt.Key.Key_Backspace)
    running.form.limp.press(True)

    run = running.save()
    assert (run.pain_max, run.effort, run.limp) == (None, None, None)
    assert running.page.save.text() == "Save run"


def test_no_pain_has_no_place(running):
    running.write("6")
    running.knee.strip.press_digit(0)

    run = running.save()

    assert run.pain_max == 0
    assert running.told[-1].place == (None, ())


def test_a_place_on_the_other_knee_makes_it_both(running):
    running.write("6")
    running.knee.strip.press_digit(3)
    running.knee.place.map.toggle((Side.LEFT, "patellar_tendon"))

    running.knee.place.map.toggle((Side.RIGHT, "patellar_tendon"))
    running.save()

    side, regions = running.told[-1].place
    assert side is Side.BOTH
    assert "patellar_tendon" in regions


def test_pain_told_on_the_map_is_the_highest_one(running):
    running.knee.turn_to(BEFORE)
    running.knee.strip.press_digit(2)
    running.knee.turn_to(DURING)
    running.knee.strip.press_digit(5)
    running.knee.turn_to(BEFORE)

    running.knee.place.valued.emit(6)

    assert (running.knee.pain(BEFORE), running.knee.pain(DURING)) == (2, 6)


def test_the_load_is_effort_times_minutes_and_unknown_while_one_is(running):
    assert running.form.effort.load.text() == "Load –"
    running.form.effort.scale.press_digit(4)
    assert running.form.effort.load.text() == "Load –"

    running.write("6", "37:50")

    assert running.form.effort.load.text() == "Load 151"
    assert running.form.effort.label.text() == "Effort 4: Steady, full sentences"


def test_escape_keeps_nothing_and_knows_whether_anything_was_written(qtbot, running):
    qtbot.keyClick(running.page, Qt.Key.Key_Escape)
    assert running.closed == [1]
    assert not running.page.touched()

    running.form.limp.press(True)

    assert running.page.touched()
    assert running.told == []


def test_what_the_store_refuses_is_said_over_the_button(running):
    running.page.refuse("The disk is full.")

    assert running.page.refusal.isVisible()
    running.write("6")
    running.save()
    assert not running.page.refusal.isVisible()


def test_a_note_that_is_too_long_is_refused(running):
    running.write("6")
    running.form.note.setPlainText("x" * 2_001)

    running.page.tell()

    assert running.told == []
    assert "2000 characters" in running.page.refusal.text()


def test_tab_goes_through_the_page_in_reading_order_and_reaches_everything(running):
    from kneecoach.ui.widgets.tab_order import reading_order  # noqa: PLC0415

    ring = reading_order(running.page)
    wanted = [
        running.page.moment.day,
        running.form.figures.distance.edit,
        running.form.figures.time.edit,
        running.form.kind.button(RunKind.LONG),
        running.form.effort.scale,
        running.form.shoes.card(PEGASUS.id),
        running.form.shoes.add,
        running.form.note,
        running.knee.when.button(DURING),
        running.knee.strip,
        running.page.save,
    ]
    assert [one for one in ring if one in wanted] == wanted


@pytest.mark.parametrize("size", [(1072, 800), (960, 640)])
@pytest.mark.parametrize("scale", [1.0, 1.35])
def test_nothing_is_cut_off(qtbot, qapp, size, scale):
    from tests.scenes import settle  # noqa: PLC0415
    from tests.ui.test_long_text import cut_off  # noqa: PLC0415

    apply_theme(qapp, Theme.LIGHT, text_scale=scale)
    running = Running(qtbot, last=a_run(), place=PLACE, size=size)
    running.write("42.195", "13:02:03")
    running.knee.strip.press_digit(3)
    for _ in range(3):
        settle()

    found = cut_off(running.page)
    row = running.form.figures.row
    apply_theme(qapp, Theme.LIGHT)

    assert found == []
    assert all(part.geometry().right() <= row.width() for part in row.tab_stops())
