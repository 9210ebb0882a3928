"""From the page of an exercise: trying one set of it, adding it to a routine, and back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from kneecoach.coaching import people, routines
from kneecoach.domain.exercise import Side
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.storage import sessions
from kneecoach.ui.exercise_flow import ExerciseFlow
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.pages.check_in_page import CheckInPage
from kneecoach.ui.pages.exercise_figure import Speed
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.pages.summary_page import SummaryPage
from kneecoach.ui.shell import EXERCISE, TODAY
from tests.scenes import settle


@pytest.fixture
def looking(runner):
    """A runner who is set up and looks at the reverse lunge."""
    runner.start()
    runner.set_up()
    open_exercise(runner, "reverse_lunge")
    return runner


def open_exercise(runner, exercise_id):
    runner.window.findChild(ExerciseFlow).show_exercise(exercise_id, "Strength day")
    settle()


def store_of(runner):
    return runner.window.findChild(LateStore).get()


def all_sessions(runner):
    with store_of(runner).begin() as tx:
        return sessions.sessions(tx)


def try_one_set(runner, pain=2):
    runner.press("Try one set")
    runner.check_in(pain)
    runner.flow.footer.press_primary()


def test_one_set_of_each_side_is_played_as_a_rehearsal_and_leads_back(looking):
    page = looking.window.shell.page(EXERCISE)
    page.figure.leg.press(Side.RIGHT)

    try_one_set(looking)
    assert isinstance(looking.flow, PlayerPage)
    looking.play_for(15 + 32 + 10 + 32 + 5)
    assert isinstance(looking.flow, SummaryPage)
    assert "It counts for nothing." in looking.reads()
    assert "Today asks once later" not in looking.reads()
    looking.flow.finished.emit()

    assert looking.flow is None
    assert looking.window.shell.current() == EXERCISE
    played = all_sessions(looking)[-1]
    assert (played.routine.name, played.rehearsal) == ("Try out", True)
    assert [(done.side, done.reps) for done in played.sets] == [(Side.RIGHT, 8), (Side.LEFT, 8)]


def test_trying_out_counts_for_nothing_on_today(looking):
    try_one_set(looking)
    looking.play_for(15 + 32 + 10 + 32 + 5)
    looking.flow.finished.emit()
    looking.key(Qt.Key.Key_Escape)

    assert looking.window.shell.current() == TODAY
    assert "Last session" not in looking.reads()


def test_trying_out_asks_as_any_session_does(looking):
    looking.press("Try one set")
    looking.check_in(8)

    assert isinstance(looking.flow, CheckInPage)
    assert "Calm-down day" in looking.reads()


def test_leaving_the_check_in_leads_back_to_the_exercise(looking):
    looking.press("Try one set")
    looking.press("Exercise")

    assert looking.flow is None
    assert looking.window.shell.current() == EXERCISE


def test_a_session_left_open_is_not_ended_by_trying_something(looking):
    looking.key(Qt.Key.Key_Escape)
    looking.press("Start warm-up")
    looking.check_in(2)
    looking.flow.footer.press_primary()
    looking.play_for(20)
    looking.crash()
    looking.start()
    open_exercise(looking, "squat")

    looking.press("Try one set")

    assert looking.flow is None
    assert looking.window.shell.current() == TODAY
    assert "A session is unfinished" in looking.window.notice().text()
    assert looking.record().open_session is not None


def test_esc_leads_back_to_where_it_was_opened_from(looking):
    looking.press("Routines")
    open_exercise(looking, "squat")
    looking.press("Harder: Step-down")
    assert looking.window.shell.page(EXERCISE).exercise() == "step_down"

    looking.window.shell.page(EXERCISE).setFocus()
    looking.key(Qt.Key.Key_Escape)

    assert looking.window.shell.current() == "routines"


@pytest.fixture
def menus(monkeypatch):
    """The menus that were opened; an offscreen desktop cannot show one."""
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: opened.append(menu))
    return opened


def entries(menu):
    return [action for action in menu.actions() if not action.isSeparator()]


def test_an_exercise_starts_a_new_routine_and_can_be_taken_back(looking, menus):
    looking.press("Add to a routine")

    (new,) = entries(menus[0])
    new.trigger()
    made = routines.mine(store_of(looking))
    assert [item.exercise for item in made[0].items] == ["reverse_lunge"]
    looking.window.notice().undo()

    assert routines.mine(store_of(looking)) == ()


def test_an_exercise_goes_to_the_end_of_a_routine_of_mine_and_can_be_taken_back(looking, menus):
    store = store_of(looking)
    own = routines.make(store, [load_exercises()["squat"]], looking.clock.wall())
    looking.press("Add to a routine")

    entries(menus[0])[0].trigger()
    changed = routines.mine(store)[0]
    assert [item.exercise for item in changed.items] == ["squat", "reverse_lunge"]
    assert changed.version == own.routine.version + 1
    looking.window.notice().undo()

    assert [item.exercise for item in routines.mine(store)[0].items] == ["squat"]


def test_what_was_changed_after_adding_is_not_taken_back_with_it(looking, menus):
    store = store_of(looking)
    own = routines.make(store, [load_exercises()["squat"]], looking.clock.wall())
    looking.press("Add to a routine")
    entries(menus[0])[0].trigger()

    routines.save(store, replace(routines.mine(store)[0], name="Hotel room"), looking.clock.wall())
    looking.window.notice().undo()

    (kept,) = routines.mine(store)
    assert (kept.id, kept.name, len(kept.items)) == (own.id, "Hotel room", 2)
    assert looking.window.notice().text() == "This routine was changed since. It stays as it is now."


def test_a_routine_made_of_an_exercise_and_changed_is_not_taken_back(looking, menus):
    looking.press("Add to a routine")
    entries(menus[0])[0].trigger()
    store = store_of(looking)

    routines.save(store, replace(routines.mine(store)[0], name="Hotel room"), looking.clock.wall())
    looking.window.notice().undo()

    assert [routine.name for routine in routines.mine(store)] == ["Hotel room"]


def test_what_is_added_goes_to_the_routine_as_it_is_now(looking, menus):
    store = store_of(looking)
    own = routines.make(store, [load_exercises()["squat"]], looking.clock.wall())
    looking.press("Add to a routine")

    routines.save(store, replace(own.routine, name="Hotel room"), looking.clock.wall())
    entries(menus[0])[0].trigger()

    (kept,) = routines.mine(store)
    assert (kept.name, len(kept.items)) == ("Hotel room", 2)


def test_a_click_in_the_rail_takes_the_offer_to_undo_away(looking, menus):
    routines.make(store_of(looking), [load_exercises()["squat"]], looking.clock.wall())
    looking.press("Add to a routine")
    entries(menus[0])[0].trigger()
    assert looking.window.notice().isVisible()

    looking.press("Routines")

    assert looking.window.shell.current() == "routines"
    assert not looking.window.notice().isVisible()


def test_listen_speaks_the_cues_and_falls_silent_on_the_next_page(looking):
    looking.press("Listen")
    cues = load_exercises()["reverse_lunge"].cues
    assert looking.voice.said == [" ".join(f"{cue}." for cue in cues)]
    stops = looking.voice.stops

    looking.window.shell.page(EXERCISE).setFocus()
    looking.key(Qt.Key.Key_Escape)

    assert looking.voice.stops > stops


def test_a_computer_without_a_voice_says_so(looking):
    looking.voice.available = False

    looking.press("Listen")

    assert "No voice on this computer" in looking.window.notice().text()


def test_listen_is_heard_after_a_session_that_was_muted(looking):
    try_one_set(looking)
    looking.key(Qt.Key.Key_M)
    looking.play_for(15 + 32 + 10 + 32 + 5)
    looking.flow.finished.emit()
    before = len(looking.voice.said)

    looking.press("Listen")

    assert len(looking.voice.said) == before + 1
    assert "on again" in looking.window.notice().text()


def test_a_muted_voice_that_was_never_looked_for_is_looked_for_by_listen(looking):
    looking.voice.muted, looking.voice.settled = True, False
    opens = looking.voice.opens

    looking.press("Listen")

    assert (looking.voice.muted, looking.voice.opens) == (False, opens + 1)
    assert "getting ready" in looking.window.notice().text()


def test_listen_at_volume_nought_says_what_to_do(looking):
    people.change_settings(store_of(looking), voice_volume=0)

    looking.press("Listen")

    assert looking.voice.said == []
    assert "volume is 0" in looking.window.notice().text()


def test_a_voice_that_is_still_looked_for_is_asked_once_more(looking):
    looking.voice.settled = False

    looking.press("Listen")
    assert looking.voice.said == []
    assert "getting ready" in looking.window.notice().text()
    looking.voice.settled = True
    looking.press("Listen")

    assert len(looking.voice.said) == 1


def test_the_page_follows_the_settings(looking):
    person = looking.record().person
    people.change_person(store_of(looking), person.id, knee=Side.RIGHT)
    people.change_settings(store_of(looking), reduced_motion=True, voice=False)

    open_exercise(looking, "front_lunge")

    page = looking.window.shell.page(EXERCISE)
    assert page.figure.side() is Side.RIGHT
    assert page.figure.speed.value() is Speed.STEPS
    assert not page.text.listen.isVisible()
