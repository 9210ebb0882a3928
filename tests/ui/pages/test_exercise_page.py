"""The page of an exercise: figure, phases, variants, words and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kneecoach.domain.exercise import Side
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.exchange.movements import Movements
from kneecoach.figure.movement import View
from kneecoach.ui.dialogs.evidence import Evidence
from kneecoach.ui.pages.exercise_figure import Speed, segments
from kneecoach.ui.pages.exercise_page import ExercisePage
from kneecoach.ui.pages.exercise_words import real_seconds
from kneecoach.ui.widgets.text import Label
from tests.scenes import settle

EXERCISES = load_exercises()
MOVEMENTS = Movements()


class Shown:
    """A page whose time is in our hands, and what it wished for."""

    def __init__(self, qtbot, exercises=EXERCISES, movements=MOVEMENTS.find, size=(1072, 800)):
        self.second = 0.0
        self.page = ExercisePage(exercises, movements, now=lambda: self.second)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        self.wishes = []
        for name in ("back", "exercise", "add", "try", "listen"):
            getattr(self.page, f"{name}_requested").connect(self._note(name))

    def _note(self, name):
        return lambda *told: self.wishes.append((name, *told))

    def show(self, exercise_id="front_lunge", **more):
        self.page.show_exercise(exercise_id, "Inner-knee warm-up", **more)
        self.page.setFocus()
        return self.page

    def pass_by(self, seconds):
        self.second += seconds
        self.page.figure.loop.tick()

    def press(self, key):
        QTest.keyClick(self.page, key)

    def phase(self):
        """The name on the ruler, and how much of it is over."""
        place, share = self.page.figure.ruler.now()
        return self.page.figure.ruler.phases()[place][0], round(share, 3)

    def texts(self):
        return [one.text() for one in self.page.findChildren(Label) if one.isVisible()]


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot)


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_every_exercise_shows_all_its_words(shown, exercise):
    shown.show(exercise.id)

    texts = " ".join(shown.texts())
    wanted = [exercise.name, *exercise.steps, *exercise.cues, *exercise.cautions, exercise.source]
    wanted += [wrong.error.rstrip(".") for wrong in exercise.common_errors]
    wanted += [wrong.correction.rstrip(".") for wrong in exercise.common_errors]
    assert [words for words in wanted if words not in texts] == []


def test_the_ruler_has_a_segment_for_each_phase_as_wide_as_it_is_long(shown):
    page = shown.show("squat")

    assert page.figure.ruler.phases() == (("Lower", 2.0), ("Hold", 0.5), ("Rise", 1.5), ("Stand", 0.3))
    widths = [page.figure.ruler.phase_rect(place).width() for place in range(4)]
    assert widths[0] / widths[2] == pytest.approx(2.0 / 1.5, rel=0.02)


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_the_loop_has_the_tempo_of_the_usual_dose(exercise):
    movement = MOVEMENTS.find(exercise.id)

    seconds = real_seconds(movement, exercise.dosage)

    whole = exercise.dosage.rep_s or movement.seconds
    assert sum(seconds) == pytest.approx(whole)


def test_neighbours_of_one_name_are_one_segment():
    movement = MOVEMENTS.find("squat")
    twice = replace(movement, phases=(movement.phases[0], *movement.phases))

    found = segments(twice)

    assert [one.name for one in found] == ["Lower", "Hold", "Rise", "Stand"]
    assert (found[0].first, found[0].last, found[1].first) == (0, 1, 2)


def test_the_figure_and_the_ruler_go_at_the_same_pace(shown):
    shown.show("squat")

    shown.pass_by(1.0)
    assert shown.phase() == ("Lower", 0.5)
    shown.pass_by(1.25)
    assert shown.phase() == ("Hold", 0.5)


def test_half_speed_slows_figure_and_ruler(shown):
    shown.show("squat")

    shown.press(Qt.Key.Key_1)
    shown.pass_by(1.0)

    assert shown.phase() == ("Lower", 0.25)


def test_space_pauses_and_goes_on(shown):
    page = shown.show("squat")
    shown.pass_by(1.0)

    shown.press(Qt.Key.Key_Space)
    assert page.figure.play.accessibleName() == "Play"
    shown.pass_by(5.0)
    assert shown.phase() == ("Lower", 0.5)
    shown.press(Qt.Key.Key_Space)
    shown.pass_by(0.5)

    assert shown.phase() == ("Lower", 0.75)


def test_a_click_on_a_phase_jumps_there(shown):
    page = shown.show("squat")
    at = page.figure.ruler.phase_rect(2).center().toPoint()

    QTest.mouseClick(page.figure.ruler, Qt.MouseButton.LeftButton, pos=at)

    assert shown.phase() == ("Rise", 0)


def test_the_arrows_go_from_phase_to_phase_and_round(shown):
    shown.show("squat")

    shown.press(Qt.Key.Key_Right)
    assert shown.phase() == ("Hold", 0)
    shown.press(Qt.Key.Key_Left)
    shown.press(Qt.Key.Key_Left)

    assert shown.phase() == ("Stand", 0)


def test_step_by_step_stops_at_the_end_of_each_phase_until_told_to_go_on(shown):
    page = shown.show("squat")

    shown.press(Qt.Key.Key_3)
    assert page.figure.play.accessibleName() == "Next phase"
    shown.press(Qt.Key.Key_Right)
    shown.pass_by(9.0)
    assert shown.phase() == ("Lower", 1)
    shown.pass_by(9.0)
    assert shown.phase() == ("Lower", 1)
    shown.press(Qt.Key.Key_Space)
    shown.pass_by(0.25)

    assert shown.phase() == ("Hold", 0.5)


def test_step_by_step_goes_round_after_the_last_phase(shown):
    shown.show("squat")
    shown.press(Qt.Key.Key_3)
    for _ in range(4):
        shown.press(Qt.Key.Key_Right)
        shown.pass_by(9.0)
    assert shown.phase() == ("Stand", 1)

    shown.press(Qt.Key.Key_Right)
    shown.pass_by(1.0)

    assert shown.phase() == ("Lower", 0.5)


def test_step_by_step_plays_neighbours_of_one_name_as_one_step(qtbot):
    movement = MOVEMENTS.find("calf_raise")
    assert [phase.name for phase in movement.phases][:2] == ["Rise", "Rise"]
    shown = Shown(qtbot)
    shown.show("calf_raise")
    shown.press(Qt.Key.Key_3)

    shown.press(Qt.Key.Key_Right)
    shown.pass_by(0.6)
    shown.pass_by(0.6)

    assert shown.phase() == ("Rise", 1)
    assert not shown.page.figure.loop.playing


def test_with_reduced_motion_it_opens_step_by_step_and_shows_only_the_ends_of_phases(shown):
    page = shown.show("squat", reduced_motion=True)
    assert page.figure.speed.value() is Speed.STEPS
    assert not page.figure.loop.playing

    shown.press(Qt.Key.Key_Right)
    assert shown.phase() == ("Lower", 1)
    shown.press(Qt.Key.Key_Space)
    assert shown.phase() == ("Hold", 1)
    shown.press(Qt.Key.Key_Left)

    assert shown.phase() == ("Lower", 1)
    assert not page.figure.loop.playing


def test_v_turns_and_s_mirrors(shown):
    page = shown.show()
    assert page.figure.view.value() is View.SIDE
    assert page.figure.side() is Side.LEFT

    shown.press(Qt.Key.Key_V)
    shown.press(Qt.Key.Key_S)

    assert page.figure.view.value() is View.FRONT
    assert page.figure.side() is Side.RIGHT


@pytest.mark.parametrize("exercise", ["front_lunge", "reverse_lunge"])
def test_left_and_right_are_mirrored_whichever_leg_was_drawn(shown, exercise):
    page = shown.show(exercise)
    drawn = {"l": Side.LEFT, "r": Side.RIGHT}[MOVEMENTS.find(exercise).side]

    page.figure.leg.press(drawn)
    assert not page.figure.figure.mirrored
    page.figure.leg.press(drawn.other)

    assert page.figure.figure.mirrored


def test_the_sore_side_is_shown_first(shown):
    assert shown.show(side=Side.RIGHT).figure.side() is Side.RIGHT


def test_where_both_legs_work_there_is_no_side_to_choose(shown):
    page = shown.show("squat")

    assert page.figure.leg.isHidden()
    shown.press(Qt.Key.Key_S)
    assert page.figure.side() is Side.LEFT
    assert shown.show("front_lunge").figure.leg.isVisible()


def test_easier_and_harder_open_that_exercise(shown):
    page = shown.show()
    assert page.easier.words()[0] == "Reverse lunge"
    assert page.harder.words()[0] == "Walking lunge"

    page.easier.click()
    page.harder.click()

    assert shown.wishes == [("exercise", "reverse_lunge"), ("exercise", "walking_lunge")]


def test_a_variant_that_is_no_exercise_is_a_sentence(shown):
    page = shown.show("calf_raise")

    assert page.easier.words() == ("", EXERCISES["calf_raise"].easier)
    assert not page.easier.isEnabled()
    page.easier.click()
    assert shown.wishes == []


def test_the_easiest_says_so(qtbot):
    easiest = replace(EXERCISES["heel_slide"], easier="", harder="")
    shown = Shown(qtbot, {"heel_slide": easiest})

    page = shown.show("heel_slide")

    assert page.easier.words()[1] == "This is the easiest."
    assert page.harder.words()[1] == "This is the hardest."


def test_an_exercise_of_one_s_own_without_a_drawing_shows_its_steps(qtbot):
    shown = Shown(qtbot, movements=lambda _exercise: None)

    page = shown.show()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_V, Qt.Key.Key_S, Qt.Key.Key_3):
        shown.press(key)

    assert page.figure.steps.isVisible()
    assert not page.figure.figure.isVisible()
    assert not page.figure.ruler.isVisible()
    assert not page.figure.speed.isVisible()


def test_enter_tries_one_set_of_the_side_that_is_shown(shown):
    shown.show(side=Side.RIGHT)

    shown.press(Qt.Key.Key_Return)

    assert shown.wishes == [("try", "front_lunge", Side.RIGHT)]


def test_esc_and_the_way_back_lead_back(shown):
    page = shown.show()

    shown.press(Qt.Key.Key_Escape)
    page.crumbs.back.click()

    assert shown.wishes == [("back",), ("back",)]
    assert page.crumbs.name() == "Inner-knee warm-up"


def test_add_and_listen_tell_what_is_wished(shown):
    page = shown.show()

    page.add.click()
    page.text.listen.click()

    assert shown.wishes == [("add", "front_lunge"), ("listen", EXERCISES["front_lunge"].cues)]


def test_without_a_voice_there_is_nothing_to_listen_to(shown):
    assert shown.show(voice=False).text.listen.isHidden()


def test_read_more_shows_who_was_studied_and_what_is_missing(shown):
    page = shown.show("outer_thigh_roll")

    page.text.read_more.click()

    dialog = page.findChild(Evidence)
    texts = [one.text() for one in dialog.findChildren(Label)]
    assert set(EXERCISES["outer_thigh_roll"].evidence) <= set(texts)
    dialog.accept()


def test_nothing_moves_while_the_page_is_hidden(shown):
    page = shown.show("squat")
    shown.pass_by(1.0)

    page.hide()
    assert not page.figure.loop.playing
    page.show()

    assert page.figure.loop.playing


def test_a_low_window_scrolls_the_words_and_not_the_figure(qtbot):
    shown = Shown(qtbot, size=(960, 640))

    page = shown.show("lateral_walk")
    settle()
    assert page.text.room.verticalScrollBar().maximum() > 0

    foot = page.figure.play.mapTo(page, QPoint(0, page.figure.play.height()))
    assert foot.y() <= page.height()
    assert page.figure.figure.height() >= 230
    assert page.easier.geometry().bottom() <= page.height()


@pytest.mark.parametrize("width", [500, 380, 250])
def test_the_controls_of_the_figure_stay_inside_its_card(shown, width):
    page = shown.show()

    places = page.figure.controls.places(width)

    assert all(at.right() < width for _, at in places)
    assert not any(one.intersects(other) for _, one in places for _, other in places if one is not other)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_at_the_usual_size_all_words_stand_without_scrolling(shown, exercise):
    page = shown.show(exercise)

    settle()

    assert page.text.room.verticalScrollBar().maximum() == 0
