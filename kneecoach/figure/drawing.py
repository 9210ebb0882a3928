"""The picture of one moment: solved, seen from the movement's camera, and made into shapes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kneecoach.figure.arrows import arrow_points, arrow_shapes, hold_sign
from kneecoach.figure.body import figure
from kneecoach.figure.camera import Projection, fitted
from kneecoach.figure.clearing import Seen, moved_aside
from kneecoach.figure.ground import body_shadow, ghost_sole, hairline, roller_shadow, travel_marks
from kneecoach.figure.joints import Joints
from kneecoach.figure.leggings import leg_tones
from kneecoach.figure.movement import Arrow, Box, BoxKind, Chair, Footprint, Moment, Movement, Prop, View
from kneecoach.figure.palette import Ink
from kneecoach.figure.poses import LIMBS, Limb
from kneecoach.figure.props import box_part
from kneecoach.figure.shapes import Drawing, Shape
from kneecoach.figure.shoes import last_of
from kneecoach.figure.solid import place
from kneecoach.figure.solving import solve
from kneecoach.figure.strokes import Point
from kneecoach.figure.vectors import Vec, dot, scale, unit

SAMPLES = (0.25, 0.5, 0.75, 1.0)
"""The moments of every phase that the frame is fitted to."""
SHOWN = (0.0, 0.35, 0.7, 1.0)
"""The moments of every phase at which an arrow must be clear of the body."""
REACH = {"head": 0.075, "pelvis": 0.08, "l_knee": 0.05, "r_knee": 0.05, "l_elbow": 0.04, "r_elbow": 0.04}
HAND = 0.08
ARROW = 0.045


def draw(
    movement: Movement,
    moment: Moment,
    *,
    width: float,
    height: float,
    view: View | None = None,
    mirrored: bool = False,
    arrows: bool = True,
) -> Drawing:
    """One picture. For many of the same loop keep a `Scene`: it is fitted once."""
    return Scene.of(movement, width, height, view).drawing(moment, mirrored=mirrored, arrows=arrows)


@dataclass(frozen=True, slots=True)
class Scene:
    """One movement in a frame of some size, in pixels; its camera stays the same over the whole loop."""

    movement: Movement
    width: float
    height: float
    view: View
    projection: Projection
    shifts: tuple[Point, ...]
    """How far each arrow is moved aside, in pixels."""
    tones: Mapping[Limb, float]

    @staticmethod
    def of(movement: Movement, width: float, height: float, view: View | None = None) -> "Scene":
        seen = view or movement.main_view
        projection = fitted(movement.views[seen], _reach(movement, seen), width, height)
        shifts = tuple(
            moved_aside(arrow, _seen(movement, arrow, seen, projection), (width, height)) for arrow in movement.arrows
        )
        tones = leg_tones(movement, _samples(movement, projection))
        return Scene(movement, width, height, seen, projection, shifts, tones)

    def drawing(self, moment: Moment, *, mirrored: bool = False, arrows: bool = True) -> Drawing:
        joints, view = self._posed(moment)
        still = self._still(view)
        moving = [*self._ground(joints, view), *self._figure(joints, moment, view)]
        sign: list[Shape] = []
        if arrows:
            moving += self._pointers(moment, joints, view)
            sign = self.sign(moment)
        drawing = Drawing(self.width, self.height, (*still, *moving, *sign), len(still), len(sign))
        return drawing.mirrored() if mirrored else drawing

    def pointers(self, moment: Moment) -> list[Shape]:
        """The arrows alone, which lie over everything else."""
        return self._pointers(moment, *self._posed(moment))

    def sign(self, moment: Moment) -> list[Shape]:
        """The sign of a hold, which is never mirrored."""
        return hold_sign(self.width, self.height) if self.movement.holds(moment.phase) else []

    def _still(self, view: Projection) -> list[Shape]:
        """What never changes during the loop: the hairline and the mats."""
        shapes = hairline(self.projection, self.width)
        if not self.movement.travels:
            shapes += [shape for mat in self._mats for shape in box_part(mat, view).shapes(view)]
        return shapes

    @property
    def _mats(self) -> list[Box]:
        return [prop for prop in self.movement.props if isinstance(prop, Box) and prop.kind is BoxKind.MAT]

    def _ground(self, joints: Joints, view: Projection) -> list[Shape]:
        shapes: list[Shape] = []
        if self.movement.travels:
            shapes += [shape for mat in self._mats for shape in box_part(mat, view).shapes(view)]
        if self.movement.travels and self.movement.marks is not None:
            frame = self.width, self.height
            shapes += travel_marks(self.movement.marks, self.movement.travel, joints.pelvis, view, frame)
        return shapes

    def _figure(self, joints: Joints, moment: Moment, view: Projection) -> list[Shape]:
        _body, parts = figure(self.movement, moment.phase, joints, view, self.tones)
        floor = Ink.MAT_T if self._mats else Ink.GROUND
        shapes = body_shadow(joints, view, floor)
        if (roller := self.movement.roller) is not None:
            shapes += roller_shadow(roller, joints, view, floor)
        for prop in self.movement.props:
            if isinstance(prop, Footprint):
                shapes += ghost_sole(prop, joints, view)
        for part in parts:
            shapes += part.shapes(view)
        return shapes

    def _pointers(self, moment: Moment, joints: Joints, view: Projection) -> list[Shape]:
        return [
            shape
            for points, arrow in self._arrows_of(moment, joints, view)
            for shape in arrow_shapes(points, view.scale, double=arrow.double)
        ]

    def arrows(self, moment: Moment) -> list[list[Point]]:
        """Where the arrows of this moment run, each from its tail to its head, in pixels."""
        return [points for points, _ in self._arrows_of(moment, *self._posed(moment))]

    def _posed(self, moment: Moment) -> tuple[Joints, Projection]:
        joints = solve(self.movement, moment)
        view = self.projection
        if self.movement.travels:
            view = view.moved(_followed(self.movement, joints.pelvis))
        return joints, view

    def _arrows_of(self, moment: Moment, joints: Joints, view: Projection) -> Iterator[tuple[list[Point], Arrow]]:
        if self.movement.phases[moment.phase].still:
            return
        for arrow, (dx, dy) in zip(self.movement.arrows, self.shifts, strict=True):
            if _is_shown(arrow, moment.phase, self.view):
                points = [(x + dx, y + dy) for x, y in arrow_points(arrow, joints, view)]
                yield points[::-1] if moment.phase in arrow.back else points, arrow


def _samples(movement: Movement, projection: Projection) -> list[tuple[Joints, Projection]]:
    """The body at moments all over the loop, and from where it is seen then."""
    out = []
    for index, phase in enumerate(movement.phases):
        for progress in (0.5, 1.0) if not phase.still else ():
            joints = solve(movement, Moment(index, progress))
            at = projection.moved(_followed(movement, joints.pelvis)) if movement.travels else projection
            out.append((joints, at))
    return out


def _followed(movement: Movement, pelvis: Vec) -> Vec:
    """How far the camera has gone along: as far as the pelvis, on the way of the travel."""
    way = unit((movement.travel[0], 0.0, movement.travel[2]))
    return scale(way, dot(pelvis, way))


def _is_shown(arrow: Arrow, phase: int, view: View) -> bool:
    return arrow.shown_in(phase) and phase not in arrow.hold and arrow.view in (None, view)


def _seen(movement: Movement, arrow: Arrow, view: View, projection: Projection) -> list[Seen]:
    """Moments at which the arrow is shown."""
    out = []
    for index, phase in enumerate(movement.phases):
        if phase.still or not _is_shown(arrow, index, view):
            continue
        for progress in SHOWN:
            joints = solve(movement, Moment(index, progress))
            at = projection.moved(_followed(movement, joints.pelvis)) if movement.travels else projection
            out.append(Seen(joints, at, index in arrow.back))
    return out


def _reach(movement: Movement, view: View) -> list[tuple[Vec, float]]:
    """Everywhere the figure and its arrows get during the loop, as balls."""
    out: list[tuple[Vec, float]] = []
    for index, phase in enumerate(movement.phases):
        for progress in (1.0,) if phase.still else SAMPLES:
            joints = solve(movement, Moment(index, progress))
            balls = _body_reach(joints) + _arrow_reach(movement, index, view, joints)
            if movement.travels:
                gone = _followed(movement, joints.pelvis)
                balls = [((p[0] - gone[0], p[1], p[2] - gone[2]), radius) for p, radius in balls]
            out += balls
    if not movement.travels:
        out += [corner for prop in movement.props for corner in _prop_reach(prop)]
    return out


def _prop_reach(prop: Prop) -> list[tuple[Vec, float]]:
    """Corners of what must be seen whole: a chair, a step. Mats and walls may run out of the frame."""
    if isinstance(prop, Chair):
        x, z = prop.at
        half = prop.width / 2
        low, high = (x - half, 0.0, z - half), (x + half, prop.seat + 0.25, z + half)
    elif isinstance(prop, Box) and prop.kind in (BoxKind.STEP, BoxKind.BENCH):
        low, high = prop.low, prop.high
    else:
        return []
    return [((x, y, z), 0.01) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]


def _body_reach(joints: Joints) -> list[tuple[Vec, float]]:
    balls = [(joints.point(name), radius) for name, radius in REACH.items()]
    for limb in LIMBS:
        leg = joints.legs[limb]
        last = last_of(leg.ankle, leg.foot, leg.toe_flat)
        balls += [(joints.arms[limb].wrist, HAND), (joints.legs[limb].ankle, 0.045)]
        balls.append((place(last.ball, last.toes, 0.044, 0.01), 0.015))
    return balls


def _arrow_reach(movement: Movement, phase: int, view: View, joints: Joints) -> list[tuple[Vec, float]]:
    balls = []
    for arrow in movement.arrows:
        if _is_shown(arrow, phase, view):
            origin = joints.point(arrow.joint) if arrow.joint else (0.0, 0.0, 0.0)
            balls += [((origin[0] + x, origin[1] + y, origin[2] + z), ARROW) for x, y, z in arrow.points]
    return balls
