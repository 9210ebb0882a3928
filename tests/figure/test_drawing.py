"""The drawing: every exercise, from both sides, whole in its frame, with arrows that hide nothing."""

from dataclasses import astuple
from math import hypot

import pytest

from kneecoach.figure.clearing import arrow_reach, capsules
from kneecoach.figure.drawing import Scene, draw
from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Moment, View
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import Part, Piece
from kneecoach.figure.poses import Limb
from kneecoach.figure.solid import Section
from kneecoach.figure.solving import solve
from kneecoach.figure.strokes import Point, box, from_line
from kneecoach.figure.vectors import Vec
from tests.figure.movements import a_movement
from tests.figure.seen import TALL, Extent, in_frame, in_groups, inked, least_area, loop, moments, movement, points

SIZES = [TALL, (900, 600), (104, 78)]
EXERCISES = in_groups()


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("view", list(View))
def test_every_exercise_stays_in_its_frame(exercise, view):
    seen = loop(exercise, view)
    for width, height in SIZES:
        scene = in_frame(exercise, view, (width, height))
        for moment, body in seen.extents.items():
            assert body.seen_in(scene.projection, seen.scene.projection).within(width, height), (moment, width)
            if pointing := scene.pointers(moment) + scene.sign(moment):
                assert Extent.of(pointing).within(width, height), (moment, width)


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("view", list(View))
def test_a_picture_is_the_same_in_every_size(exercise, view):
    seen = loop(exercise, view)
    moment, body = list(seen.extents.items())[2]
    for size in SIZES[1:]:
        scene = in_frame(exercise, view, size)
        drawn = Extent.of(scene.drawing(moment, arrows=False).shapes)
        expected = body.seen_in(scene.projection, seen.scene.projection)
        assert astuple(drawn) == pytest.approx(astuple(expected), abs=1.5), size


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_exercise_uses_its_frame(exercise):
    extents = loop(exercise, movement(exercise).main_view).extents.values()
    wide = max(extent.right for extent in extents) - min(extent.left for extent in extents)
    high = max(extent.bottom for extent in extents) - min(extent.top for extent in extents)

    assert max(wide / TALL[0], high / TALL[1]) > 0.6


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("exercise", EXERCISES)
def test_all_shapes_are_wound_one_way(exercise):
    seen = loop(exercise, movement(exercise).main_view)
    arrows = [shape for moment in seen.extents for shape in seen.scene.pointers(moment) + seen.scene.sign(moment)]

    assert seen.least_area > -1
    assert least_area(arrows) > -1


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("exercise", EXERCISES)
def test_an_arrow_lies_on_no_limb_and_no_face(exercise):
    scene = Scene.of(movement(exercise), 443, 575)
    for moment in moments(scene.movement, 24):
        if scene.movement.travels or scene.movement.phases[moment.phase].still:
            continue
        limbs = capsules(solve(scene.movement, moment), scene.projection)
        for points_ in scene.arrows(moment):
            for x, y, radius in arrow_reach(points_, scene.projection.scale):
                deepest = max(radius + limb.radius - from_line((x, y), limb.line)[0] for limb in limbs)
                assert deepest < 0.02 * scene.projection.scale, moment


def test_what_is_still_is_the_same_in_every_moment():
    scene = Scene.of(movement("glute_bridge"), 443, 575)

    grounds = {d.shapes[: d.still] for d in map(scene.drawing, moments(scene.movement))}

    assert len(grounds) == 1
    assert {shape.ink for shape in grounds.pop()} >= {Ink.MAT_T}


def test_a_drawing_from_the_front_is_another_one():
    squat = movement("squat")

    side = draw(squat, squat.hero, width=300, height=300, view=View.SIDE)
    front = draw(squat, squat.hero, width=300, height=300, view=View.FRONT)

    assert side != front
    assert draw(squat, squat.hero, width=300, height=300) in (side, front)


def test_the_other_side_is_seen_in_a_mirror_but_for_the_sign_in_the_corner():
    stretch = movement("adductor_stretch")
    hold = next(i for i, phase in enumerate(stretch.phases) if phase.still)

    one = draw(stretch, Moment(hold, 0.5), width=300, height=200)
    other = draw(stretch, Moment(hold, 0.5), width=300, height=200, mirrored=True)

    for a, b in zip(points(one.shapes[:-1]), points(other.shapes[:-1]), strict=True):
        assert (300 - a[0], a[1]) == pytest.approx(b)
    assert one.shapes[-1] == other.shapes[-1]
    assert one.shapes[-1].ink is Ink.ARROW


def test_a_hold_shows_its_sign_in_the_corner_and_no_arrow():
    stretch = movement("adductor_stretch")
    hold = next(i for i, phase in enumerate(stretch.phases) if phase.still)

    (sign,) = inked(draw(stretch, Moment(hold, 0.5), width=443, height=575), Ink.ARROW)

    assert len(sign.polygons) == 2
    assert min(x for x, _ in points([sign])) > 443 * 0.85
    assert max(y for _, y in points([sign])) < 575 * 0.15


def test_arrows_can_be_left_out():
    lunge = movement("front_lunge")

    assert inked(draw(lunge, Moment(0, 0.5), width=443, height=575), Ink.ARROW)
    assert not inked(draw(lunge, Moment(0, 0.5), width=443, height=575, arrows=False), Ink.ARROW)


@pytest.mark.parametrize("exercise", ["figure_four", "itb_stretch", "glute_roll"])
def test_crossed_legs_are_parted_by_a_line_and_by_two_tones(exercise):
    crossed = movement(exercise)
    drawing = draw(crossed, crossed.hero, width=443, height=575)

    tones = {round(shape.far, 2) for shape in inked(drawing, Ink.LEG)}

    assert inked(drawing, Ink.GAP)
    assert max(tones) - min(tones) > 0.15


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_leg_keeps_its_tone_and_the_working_one_is_never_the_paler(exercise):
    scene = Scene.of(movement(exercise), 443, 575)
    side = scene.movement.side

    assert min(scene.tones.values()) == 0
    assert side is None or scene.tones[side] == scene.movement.far.get(side, 0)


def test_legs_side_by_side_have_one_tone():
    squat = movement("squat")
    drawing = draw(squat, Moment(0, 0.0), width=443, height=575, view=View.FRONT)

    assert {round(shape.far, 1) for shape in inked(drawing, Ink.LEG)} == {0.0}


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_muscle_at_work_is_lit(exercise):
    shown = movement(exercise)

    lit = inked(draw(shown, shown.hero, width=443, height=575), Ink.ACCENT, Ink.ACCENT_L)

    assert {shape.ink for shape in lit} == {Ink.ACCENT, Ink.ACCENT_L}


def test_the_inner_thigh_is_lit_in_the_half_that_lies_on_the_roller():
    roll = movement("adductor_roll")
    scene = Scene.of(roll, 443, 575)

    for moment in moments(roll):
        leg = solve(roll, moment).legs["r"]
        (hip, knee) = (scene.projection.point(place) for place in (leg.hip, leg.knee))
        lit = inked(scene.drawing(moment), Ink.ACCENT_L)
        below = [beside((hip, knee), at) for at in points(lit)]
        assert sum(below) / len(below) > 0.038 * scene.projection.scale


def beside(line: tuple[Point, Point], at: Point) -> float:
    """How far the point is below a line that runs from right to left, in pixels."""
    (x0, y0), (x1, y1) = line
    return ((y1 - y0) * (at[0] - x0) - (x1 - x0) * (at[1] - y0)) / hypot(x1 - x0, y1 - y0)


def test_a_muscle_is_lit_only_in_its_phases():
    calves = {"name": "calves", "side": "l", "phases": [0]}
    squat = a_movement(muscles=[calves])

    assert inked(draw(squat, Moment(0, 0.5), width=300, height=300), Ink.ACCENT)
    assert not inked(draw(squat, Moment(2, 0.5), width=300, height=300), Ink.ACCENT)


def test_the_buttock_of_the_leg_that_works_is_lit_unless_the_other_hip_hides_it():
    walk = movement("walking_lunge")

    near, far = (inked(draw(walk, Moment(phase, 0.5), width=443, height=575), Ink.ACCENT) for phase in (1, 6))

    assert (len(near), len(far)) == (2, 1)


def test_where_a_piece_goes_on_over_another_it_has_no_shaded_edge():
    view = Scene.of(movement("squat"), 443, 575).projection
    row = [Section((0.0, 0.5 + 0.03 * i, 0.0), 0.02) for i in range(3)]
    whole, going_on = (Part(0, [Piece(row, Ink.SKIN, Ink.SKIN_S, shade_from=i)]).shapes(view) for i in (0, 1))

    lowest = [max(y for _, y in points([shape])) for shape in (whole[1], going_on[1])]

    assert [shape.ink for shape in whole] == [Ink.RIM, Ink.SKIN_S, Ink.SKIN]
    assert lowest[0] - lowest[1] > 0.02 * view.scale
    assert whole[2] == going_on[2]


def test_a_shoe_that_points_at_the_viewer_shows_its_toe_cap_above_its_sole():
    squat = movement("squat")
    side, front = (draw(squat, Moment(0, 0.0), width=443, height=575, view=view) for view in (View.SIDE, View.FRONT))

    polygons = [sum(len(shape.polygons) for shape in inked(drawing, Ink.SHOE_S)) for drawing in (side, front)]
    order = [shape.ink for shape in front.shapes if shape.ink in (Ink.SOLE, Ink.SHOE)]

    assert polygons[1] >= polygons[0] + 2 * 3
    assert order[0] is Ink.SOLE


def test_a_figure_that_travels_stays_in_the_middle_while_the_floor_goes_by():
    walk = movement("walking_lunge")
    scene = Scene.of(walk, 443, 575)

    early, late = scene.drawing(Moment(0, 0.2)), scene.drawing(Moment(len(walk.phases) - 1, 1.0))

    assert inked(early, Ink.BOX_S) != inked(late, Ink.BOX_S)
    for drawing in (early, late):
        xs = [x for x, _ in points(inked(drawing, Ink.TOP))]
        assert sum(xs) / len(xs) == pytest.approx(443 / 2, abs=80)


@pytest.mark.parametrize("exercise", ["lateral_walk", "walking_lunge"])
@pytest.mark.parametrize("size", [(443, 575), (700, 240), (1200, 240)])
def test_the_marks_of_the_floor_end_at_the_frame_or_where_the_floor_does(exercise, size):
    scene = Scene.of(movement(exercise), *size)
    drawing = scene.drawing(Moment(0, 0.4), arrows=False)

    xs, ys = zip(*points(inked(drawing, Ink.BOX_S)), strict=True)
    (_, _, _, hairline) = box(inked(drawing, Ink.HORIZON)[0].polygons)

    assert min(xs) < 0 or max(ys) > size[1]
    assert max(xs) > size[0] or min(ys) <= hairline
    assert min(ys) > hairline - 4


@pytest.mark.parametrize(("exercise", "limb"), [("front_lunge", "r"), ("reverse_lunge", "l")])
@pytest.mark.parametrize("view", list(View))
def test_the_foot_of_a_lunge_leaves_a_ghost_where_it_stood_while_it_is_away(exercise, limb, view):
    lunge = movement(exercise)
    scene = Scene.of(lunge, 443, 575, view)
    down = next(i for i, phase in enumerate(lunge.phases) if phase.to == "down")

    standing, away = (scene.drawing(moment, arrows=False) for moment in (Moment(0, 0.0), Moment(down, 1.0)))
    (ghost,) = inked(away, Ink.BOX_S)
    left, top, right, bottom = box(ghost.polygons)
    x, y = scene.projection.point(under(solve(lunge, Moment(0, 0.0)), limb))

    assert not inked(standing, Ink.BOX_S)
    assert left < x < right
    assert top < y < bottom
    assert away.shapes.index(ghost) < min(away.shapes.index(shape) for shape in inked(away, Ink.RIM))


def under(joints: Joints, limb: Limb) -> Vec:
    x, _, z = joints.legs[limb].ankle
    return (x, 0.005, z)


def test_a_shadow_is_mixed_with_what_it_lies_on():
    on_mat, on_floor = (draw(m, m.hero, width=300, height=300) for m in (movement("glute_bridge"), movement("squat")))

    assert {shape.over for shape in inked(on_mat, Ink.SHADOW)} == {Ink.MAT_T}
    assert {shape.over for shape in inked(on_floor, Ink.SHADOW)} == {Ink.GROUND}


@pytest.mark.parametrize("view", list(View))
def test_the_chair_behind_a_squat_hides_nothing_of_the_body(view):
    squat = movement("squat")
    scene = Scene.of(squat, 443, 575, view)
    chair = {Ink.BOX, Ink.BOX_S, Ink.BOX_T}

    for moment in moments(squat):
        order = [shape.ink for shape in scene.drawing(moment, arrows=False).shapes]
        last = max(place for place, ink in enumerate(order) if ink in chair)
        first = min(place for place, ink in enumerate(order) if ink in {Ink.LEG, Ink.TOP, Ink.SOLE})
        assert last < first
