"""Log activity: how long, what, how hard; nothing impossible."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.ui.pages.activity_entry import ActivityEntryPage
from tests.ui.pages.running import NOW


@pytest.fixture
def page(qtbot):
    made = ActivityEntryPage(wall=lambda: NOW)
    qtbot.addWidget(made)
    made.told = []
    made.saved.connect(made.told.append)
    made.resize(1072, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def write(qtbot, page, text):
    page.time.edit.setFocus()
    page.time.edit.selectAll()
    qtbot.keyClicks(page.time.edit, text)


def test_an_activity_is_told_with_the_keyboard(qtbot, page):
    qtbot.keyClicks(page.time.edit, "45")
    qtbot.keyClick(page.time.edit, Qt.Key.Key_Tab)
    qtbot.keyClick(page.kind.button(ActivityKind.STRENGTH), Qt.Key.Key_Right)
    qtbot.keyClick(page.effort.scale, "5")

    qtbot.keyClick(page.effort.scale, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    [told] = page.told
    assert (told.minutes, told.kind, told.effort) == (45, ActivityKind.FLEXIBILITY, 5)
    assert page.effort.load.text() == "Load 225"
    assert f"{told.at:%H:%M}" == "18:08"


@pytest.mark.parametrize(
    ("time", "kind", "sentence"),
    [
        ("", ActivityKind.WALK, "how long"),
        ("long", ActivityKind.WALK, "Write the time"),
        ("0", ActivityKind.WALK, "more than nothing"),
        ("25:00:00", ActivityKind.WALK, "to a day"),
        ("45", None, "what it was"),
    ],
)
def test_what_is_missing_or_can_not_be_is_refused_in_a_sentence(qtbot, page, time, kind, sentence):
    write(qtbot, page, time)
    page.kind.set_value(kind)

    page.tell()

    assert page.told == []
    assert sentence in page.refusal.text()
    assert page.time.text() == time


def test_a_sentence_goes_once_it_is_right(qtbot, page):
    write(qtbot, page, "long")
    page.time.edit.editingFinished.emit()
    assert page.refusal.text()

    write(qtbot, page, "45")

    assert not page.refusal.text()


@pytest.mark.parametrize(("clock", "sentence"), [("19:30", "in the future"), ("18:30", "end in the future")])
def test_the_future_is_refused(qtbot, page, clock, sentence):
    write(qtbot, page, "45")
    page.kind.set_value(ActivityKind.WALK)
    page.moment.clock.selectAll()
    qtbot.keyClicks(page.moment.clock, clock)

    page.tell()

    assert page.told == []
    assert sentence in page.moment.error()


def test_one_of_the_diary_is_corrected_and_keeps_the_rest(page):
    before = Activity(
        UUID(int=5), NOW - timedelta(days=3), ActivityKind.SWIM, 40, effort=4, note="cold", source="a.fit", digest="x"
    )
    page.edit(before)
    assert not page.touched()
    page.kind.press(ActivityKind.BIKE)

    page.tell()

    [told] = page.told
    assert (told.id, told.kind, told.minutes, told.source) == (before.id, ActivityKind.BIKE, 40, "a.fit")
    assert page.touched()
    assert page.delete.isVisible()


def test_a_past_day_is_marked_as_added_later(qtbot, page):
    page.begin(ActivityKind.WALK, day=NOW.date() - timedelta(days=1))
    write(qtbot, page, "30")

    page.tell()

    assert page.moment.is_later()
    assert page.told[0].at.isoformat()[:16] == "2026-11-20T18:00"


def test_a_note_that_is_too_long_is_refused(qtbot, page):
    write(qtbot, page, "30")
    page.kind.set_value(ActivityKind.WALK)
    page.note.setPlainText("x" * 2_001)

    page.tell()

    assert page.told == []
    assert "2000 characters" in page.refusal.text()


def test_deleting_and_leaving_are_asked_for(qtbot, page):
    kept = Activity(UUID(int=5), NOW - timedelta(days=3), ActivityKind.SWIM, 40)
    page.edit(kept)

    with qtbot.waitSignal(page.delete_requested) as deleted:
        page.delete.click()
    with qtbot.waitSignal(page.close_requested):
        qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert deleted.args == [kept]
