"""The drawn coach in the player: at any time its pose is that of the session's own phase, on the side that works."""

from functools import cache, partial
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from kneecoach.domain.exercise import Side
from kneecoach.domain.session import Session
from kneecoach.domain.timeline import PlannedSet, Timeline, plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.exchange.movements import Movements
from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment, Movement
from kneecoach.figure.solving import solve
from kneecoach.ui.pages.player_figure import FigureBox
from kneecoach.ui.pages.player_pose import Pose, coming_still, is_mirrored, pose_of
from kneecoach.ui.pages.player_states import View
from tests.builders import SESSION_ID, at, timed
from tests.ui.pages.playing import Playing

Key = Qt.Key
POINTS = ("pelvis", "chest", "head", "l_knee", "r_knee", "l_ankle", "r_ankle", "l_wrist", "r_wrist")
ROUTINES = ("warm-up", "strength-day")
ASLEEP_BELOW_S = 1.5


@cache
def movements() -> Movements:
    return Movements()


@cache
def timeline_of(routine: str) -> Timeline:
    return plan(load_routines()[routine], load_exercises())


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot, movements=movements().find)


def where(timeline: Timeline, second: float):
    """The set that is played at a second of an undisturbed session, whether it works, and for how long."""
    for planned in timeline.sets:
        for working, length in ((False, planned.lead_s), (True, planned.work_s)):
            if second < length:
                return planned, working, second
            second -= length
    raise AssertionError("The session is over by then.")


def share_of(movement: Movement, name: str, number: int, share: float) -> Moment:
    """Counted out by hand: the `number`th run of phases called `name`, divided by their own seconds."""
    runs: list[list[int]] = []
    for index, phase in enumerate(movement.phases):
        if phase.tempo == name:
            if index and movement.phases[index - 1].tempo == name:
                runs[-1].append(index)
            else:
                runs.append([index])
    seconds = [movement.phases[index].seconds for index in runs[number]]
    ends = list(accumulate(seconds))
    reached = share * ends[-1]
    part = next(part for part, end in enumerate(ends) if reached <= end)
    return Moment(runs[number][part], (reached - ends[part] + seconds[part]) / seconds[part])


def expected(timeline: Timeline, second: float) -> tuple[Movement, Moment, Side]:
    """What has to be seen at a second of an undisturbed session."""
    planned, working, within = where(timeline, second)
    movement = movements().find(planned.exercise.id)
    held = [phase for phase in movement.phases if phase.tempo in {"enter", "leave"}]
    if working and held:
        loops = round(planned.work_s / sum(p.seconds for p in movement.phases if p.tempo == "hold"))
        loop = planned.work_s / loops
        return movement, share_of(movement, "hold", 0, within % loop / loop), planned.side
    if working:
        tempo = planned.dosage.tempo
        reached = within % planned.dosage.rep_s
        for index, phase in enumerate(tempo):
            if reached < phase.seconds:
                number = sum(before.phase == phase.phase for before in tempo[:index])
                names = [one.tempo for one in movement.phases]
                if phase.phase not in names:
                    return movement, Moment(len(names) - 1, 1.0), planned.side
                return movement, share_of(movement, phase.phase, number, reached / phase.seconds), planned.side
            reached -= phase.seconds
    before = timeline.sets[planned.index - 1] if planned.index else None
    # Under the name of another exercise nothing but that one is seen
    if before is not None and before.item == planned.item:
        left = movements().find(before.exercise.id)
        leave = sum(phase.seconds for phase in left.phases if phase.tempo == "leave")
        if within < leave:
            return left, share_of(left, "leave", 0, within / leave), before.side
    enter = sum(phase.seconds for phase in movement.phases if phase.tempo == "enter")
    if planned.lead_s - within < enter:
        return movement, share_of(movement, "enter", 0, 1 - (planned.lead_s - within) / enter), planned.side
    return movement, movement.hero, planned.side


def shown_at(timeline: Timeline, second: float, box: FigureBox) -> Session:
    """Let a fresh session run up to a second, seen by the box all the way."""
    session = Session(timeline, id=SESSION_ID)
    box.follow(session.advance(at(0)))
    reached = 0.0
    while reached < second:
        reached = min(second, reached + ASLEEP_BELOW_S)
        box.follow(session.advance(at(reached)))
    box.show_playing(session.playing)
    return session


def joints_of(movement: Movement, moment: Moment) -> list[float]:
    solved = solve(movement, moment)
    return [number for name in POINTS for number in solved.point(name)]


def hero_of(movement: Movement):
    return pytest.approx(joints_of(movement, movement.hero), abs=2e-3)


def seconds_of(planned: PlannedSet, name: str) -> float:
    return sum(phase.seconds for phase in movements().find(planned.exercise.id).phases if phase.tempo == name)


def close_to_a_boundary(timeline: Timeline, second: float) -> bool:
    """The very instant at which one thing ends and the next begins may be counted to either."""
    planned, working, within = where(timeline, second)
    length = planned.work_s if working else planned.lead_s
    marks = [0.0, length]
    if not working:
        marks += [seconds_of(timeline.sets[max(0, planned.index - 1)], "leave"), length - seconds_of(planned, "enter")]
    if working and planned.dosage.tempo:
        marks += [within - within % planned.dosage.rep_s, planned.dosage.rep_s + within - within % planned.dosage.rep_s]
        ends = accumulate(phase.seconds for phase in planned.dosage.tempo)
        marks += [within - within % planned.dosage.rep_s + end for end in ends]
    return any(abs(mark - within) < 0.001 for mark in marks)


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.usefixtures("qapp")
def test_at_any_time_the_painted_pose_is_that_of_the_phase_the_session_is_in(routine):
    timeline = timeline_of(routine)

    @settings(max_examples=60, deadline=None)
    @given(st.floats(0, timeline.seconds - 0.01, allow_nan=False))
    def check(second: float) -> None:
        if close_to_a_boundary(timeline, second):
            return
        box = FigureBox(movements().find)
        shown_at(timeline, second, box)
        movement, moment, side = expected(timeline, second)
        assert box.view.movement.exercise == movement.exercise
        assert joints_of(box.view.movement, box.view.moment) == pytest.approx(joints_of(movement, moment), abs=2e-3)
        assert box.view.mirrored is is_mirrored(movement, side)
        box.deleteLater()

    check()


@pytest.mark.parametrize("routine", ROUTINES)
@given(share=st.floats(0.01, 0.99))
@settings(max_examples=20, deadline=None)
def test_the_right_set_is_the_mirror_of_the_left_one_at_every_moment(routine, share):
    timeline = timeline_of(routine)
    # Sets of one exercise with one dose go the same way
    for left in {(one.exercise.id, one.dosage): one for one in timeline.sets if one.side is Side.LEFT}.values():
        right = timeline.sets[left.index + 1]
        poses = [pose_in(timeline, one.index, share * one.work_s) for one in (left, right)]

        assert poses[0].moment == poses[1].moment
        assert {pose.mirrored for pose in poses} == {True, False}
        assert painted(poses[0]) == painted(poses[1], turned=True)


def pose_in(timeline: Timeline, index: int, second: float) -> Pose:
    session = Session(timeline, id=SESSION_ID)
    session.jump(at(0), index)
    session.skip(at(0))
    reached = 0.0
    while reached < second:
        reached = min(second, reached + ASLEEP_BELOW_S)
        session.advance(at(reached))
    return pose_of(session.playing, None, movements().find)


@cache
def scene_of(exercise: str) -> Scene:
    return Scene.of(movements().find(exercise), 443, 575)


def painted(pose: Pose, *, turned: bool = False) -> list[tuple[float, float]]:
    """The corners of everything that moves, without the arrows and signs; turned round the middle if asked."""
    drawing = scene_of(pose.movement.exercise).drawing(pose.moment, mirrored=pose.mirrored, arrows=False)
    corners = [point for shape in drawing.shapes for polygon in shape.polygons for point in polygon]
    return [(round(443 - x if turned else x, 3), round(y, 3)) for x, y in corners]


def test_the_steps_stand_in_the_box_of_an_exercise_that_nobody_drew(player):
    on = player(timed(30))

    on.run(2)

    assert on.view.figure.steps.isVisible()
    assert on.view.figure.view is None


def test_a_rest_shows_the_coming_set_still_on_the_ground_of_a_card(player):
    on = player(timeline=timeline_of("warm-up"))
    on.page.ticker.do(partial(on.session.jump, index=8))
    on.run(10)
    shown = on.view.figure.pose
    on.run(5)

    assert on.view.view is View.REST
    assert joints_of(shown.movement, shown.moment) == hero_of(shown.movement)
    assert on.view.figure.pose == shown
    assert on.colour_at(60, 640).name() == "#ffffff"


def test_paused_the_last_pose_stands_still_above_the_ways_on(player):
    on = player(timeline=timeline_of("warm-up"))
    on.to_work(10)
    on.run(2.25)
    before = on.view.figure.pose

    on.press(Key.Key_Space)
    on.run(5, step=1)

    figure = on.view.figure
    assert figure.pose == before
    assert figure.isVisible()
    assert figure.geometry().bottom() < on.view.paused.resume.y()


def test_a_held_position_is_left_in_the_first_seconds_of_the_pause_after_it(player):
    on = player(timeline=timeline_of("warm-up"))
    on.to_work(2)
    on.run(25.5)

    leaving = on.view.figure.pose
    on.run(4)

    assert leaving.movement.phases[leaving.moment.phase].tempo == "leave"
    assert leaving.mirrored is not on.view.figure.pose.mirrored
    assert joints_of(leaving.movement, on.view.figure.pose.moment) == hero_of(leaving.movement)


def test_a_hidden_player_keeps_its_last_picture(player):
    on = player(timeline=timeline_of("warm-up"))
    on.to_work(10)
    on.run(2)
    shown = on.view.figure.pose

    on.page.hide()
    on.run(1.25)

    assert on.view.figure.pose == shown


def test_an_easier_dose_of_seconds_still_ends_on_a_whole_breath(player):
    on = player(timeline=timeline_of("warm-up"))
    on.to_work(2)
    on.run(3)
    on.page.ticker.do(on.session.fewer_reps)
    on.run(2)

    shown = on.view.figure.pose

    assert shown.movement.phases[shown.moment.phase].tempo == "hold"


def test_a_jump_while_paused_shows_where_one_is_now(player):
    on = player(timeline=timeline_of("warm-up"))
    on.to_work(2)
    on.run(5)
    on.press(Key.Key_Space)

    on.view.header.segment_chosen.emit(10)

    assert on.view.figure.pose.movement.exercise == "front_lunge"


def test_going_from_pause_to_pause_leaves_no_position_a_second_time(player):
    on = player(timeline=timeline_of("warm-up"))
    on.to_work(2)
    on.run(26)
    on.press(Key.Key_Left)

    on.run(0.25)

    assert on.view.figure.pose.moment == coming_still(on.view.figure.pose.movement)
