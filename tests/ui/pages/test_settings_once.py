"""The questions asked once, in Settings: no, yes and not answered look different, and are three values on disk."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching import people
from kneecoach.coaching.check_in import note_flags
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.person import Country, Units
from kneecoach.storage import diary
from tests.ui.pages.setting import Opened

NIGHT, CONSTANT, WEIGHT, LUMP = Flag.NIGHT_PAIN, Flag.CONSTANT_PAIN, Flag.WEIGHT_LOSS, Flag.NEW_LUMP


@pytest.fixture
def opened(qtbot, store, tmp_path):
    """Jana said yes to a lump and no to a loss of weight, and left the others open."""
    made = Opened(qtbot, store, tmp_path / "data")
    yield made
    made.window.notice().hide()


def by_mouse(qtbot, opened, flag, *, yes):
    qtbot.mouseClick(opened.page.once.flags[flag].button(yes), Qt.MouseButton.LeftButton)


def by_keyboard(qtbot, opened, flag, *, yes):
    qtbot.keyClick(opened.page.once.flags[flag], Qt.Key.Key_Y if yes else Qt.Key.Key_N)


def by_arrow(qtbot, opened, flag, *, yes):
    button = opened.page.once.flags[flag].button(not yes)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right if yes else Qt.Key.Key_Left)


WAYS = [by_mouse, by_keyboard, by_arrow]


def test_what_was_never_answered_has_nothing_chosen_and_says_so(opened):
    for flag in (NIGHT, CONSTANT):
        question = opened.page.once.flags[flag]
        assert not any(question.button(answer).isChecked() for answer in (False, True))
        assert opened.page.once.detail(flag) == "Not answered"


@pytest.mark.parametrize("way", WAYS)
def test_a_no_is_kept_and_taken_back_to_not_answered(qtbot, opened, way):
    way(qtbot, opened, NIGHT, yes=False)
    kept = (opened.said(NIGHT), opened.shown(NIGHT), opened.page.once.detail(NIGHT))

    opened.window.notice().undo()

    assert kept == (False, False, "")
    assert (opened.said(NIGHT), opened.shown(NIGHT)) == (None, None)
    assert opened.open_flags() == [LUMP]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("flag", "before"), [(NIGHT, None), (WEIGHT, False)])
def test_a_yes_opens_a_flag_and_undo_takes_both_back(qtbot, opened, way, flag, before):
    way(qtbot, opened, flag, yes=True)
    kept = (opened.said(flag), opened.shown(flag), flag in opened.open_flags())

    opened.window.notice().undo()

    assert kept == (True, True, True)
    assert (opened.said(flag), opened.shown(flag), opened.open_flags()) == (before, before, [LUMP])


@pytest.mark.parametrize("way", WAYS)
def test_a_no_after_a_yes_is_kept_but_the_flag_stays_open_and_that_is_said(qtbot, opened, way):
    way(qtbot, opened, LUMP, yes=False)

    assert (opened.said(LUMP), opened.shown(LUMP), opened.open_flags()) == (False, False, [LUMP])
    assert "stays open until the check-in hears" in opened.window.notice().text()
    assert "open until the check-in hears" in opened.page.once.detail(LUMP)


def test_undo_of_a_yes_leaves_the_flag_that_was_open_before_it(opened):
    opened.page.once.flags[LUMP].press(False)
    opened.page.once.flags[LUMP].press(True)

    opened.window.notice().undo()

    assert (opened.said(LUMP), opened.open_flags()) == (False, [LUMP])


def test_what_the_check_in_noted_since_is_a_yes(opened):
    opened.clock.pass_by(60)
    note_flags(opened.store, opened.person.id, (WEIGHT,), opened.clock.wall())

    opened.changes.diary.emit()

    assert opened.shown(WEIGHT) is True
    assert opened.page.once.detail(WEIGHT).startswith("Noted ")


@pytest.mark.parametrize(("how", "said"), [(Closing.GONE, "Gone "), (Closing.SEEN, "Seen by a clinician ")])
def test_a_yes_whose_flag_is_answered_says_how_and_can_be_said_again(opened, how, said):
    with opened.store.begin() as tx:
        (entry,) = diary.flags(tx, opened.person.id)
        diary.close_flag(tx, entry.id, Closed(how, opened.clock.wall().date()))
    opened.changes.diary.emit()
    assert opened.page.once.detail(LUMP).startswith(said)

    opened.page.once.flags[LUMP].press(True)

    assert opened.open_flags() == [LUMP]


@pytest.mark.parametrize("yes", [False, True])
def test_cancer_before_is_kept_and_taken_back_to_not_answered(opened, yes):
    people.change_person(opened.store, opened.person.id, cancer_history=None)
    opened.changes.person.emit()
    assert opened.page.once.cancer.value() is None

    opened.page.once.cancer.press(yes)
    kept = opened.kept.cancer_history
    opened.window.notice().undo()

    assert kept is yes
    assert (opened.kept.cancer_history, opened.page.once.cancer.value()) == (None, None)


def test_taking_back_cancer_before_says_what_it_does(opened):
    opened.page.once.cancer.press(True)
    opened.page.once.cancer.press(False)

    assert "no longer looks at your pain" in opened.window.notice().text()


def test_undo_puts_back_what_was_changed_and_nothing_that_was_changed_since(opened):
    opened.page.person.country.set_value(Country.INDIA)
    opened.page.person.country.activated.emit(0)
    people.change_person(opened.store, opened.person.id, units=Units.MILES, seen_by_clinician=True)

    opened.window.notice().undo()

    kept = opened.kept
    assert (kept.country, kept.units, kept.seen_by_clinician) == (Country.EUROPE, Units.MILES, True)


def test_a_full_disk_leaves_a_question_as_it_was(opened):
    opened.store.full = True

    opened.page.once.flags[NIGHT].press(False)
    opened.store.full = False

    assert (opened.said(NIGHT), opened.shown(NIGHT)) == (None, None)
