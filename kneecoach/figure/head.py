"""The drawn head: face, hair with its top-knot, ears and eyes."""

from kneecoach.figure.camera import Projection
from kneecoach.figure.joints import Joints
from kneecoach.figure.palette import Ink
from kneecoach.figure.parts import Part, Piece
from kneecoach.figure.solid import Axes, Section, axes_of, ellipsoid, place
from kneecoach.figure.vectors import Vec, dot, rotate, unit

NEARER = 0.03
FACE_LIGHT = 0.86
TURNED_AWAY = -0.35
FULL_FACE = 0.8
NAPE = -0.75
EYES_FROM = -0.3
EYE_SEEN = 0.25
EAR_SEEN = 0.15
EAR_FROM = -0.1
"""A face that looks away or down shows no ear: alone on the cheek it reads as a closed eye."""


def head_part(joints: Joints, view: Projection) -> Part:
    axes, centre = axes_of(joints.head_frame), joints.head
    facing = dot(axes[0], view.toward)
    hair = [_bun(centre, axes), _skull(centre, axes), _nape(centre, axes)]
    if facing > TURNED_AWAY:
        pieces = [*hair, _face(centre, axes), _fringe(centre, axes, dot(axes[1], view.toward))]
        if facing < FULL_FACE:
            pieces.append(_nose(centre, axes))
        if facing > EYES_FROM:
            pieces += [*_eyes(joints, view), _mouth(centre, axes)]
    else:
        pieces = [_face(centre, axes), *([_nose(centre, axes)] if facing > NAPE else []), *reversed(hair)]
    for outward in (-1.0, 1.0):
        if dot(axes[2], view.toward) * outward > EAR_SEEN and facing > EAR_FROM:
            ear = ellipsoid(axes, place(centre, axes, -0.004, -0.012, outward * 0.046), (0.010, 0.015, 0.008), 0.9)
            pieces.append(_skin([ear]))
    return Part(view.depth(centre) + NEARER, pieces)


def _skin(sections: list[Section]) -> Piece:
    return Piece(sections, Ink.SKIN, Ink.SKIN_S, rimmed=False)


def _bun(centre: Vec, axes: Axes) -> Piece:
    return Piece([Section(place(centre, axes, -0.038, 0.068), 0.0225)], Ink.HAIR, Ink.HAIR_S)


def _skull(centre: Vec, axes: Axes) -> Piece:
    skull = ellipsoid(axes, place(centre, axes, -0.006, 0.010), (0.058, 0.058, 0.050))
    return Piece([skull], Ink.HAIR, Ink.HAIR_S)


def _nape(centre: Vec, axes: Axes) -> Piece:
    nape = ellipsoid(axes, place(centre, axes, -0.018, -0.012), (0.045, 0.050, 0.046))
    return Piece([nape], Ink.HAIR, Ink.HAIR_S)


def _face(centre: Vec, axes: Axes) -> Piece:
    face = ellipsoid(axes, place(centre, axes, 0.010, -0.012), (0.046, 0.054, 0.044), FACE_LIGHT)
    chin = ellipsoid(axes, place(centre, axes, 0.018, -0.036), (0.026, 0.028, 0.026), FACE_LIGHT)
    return Piece([face, chin], Ink.SKIN, Ink.SKIN_S)


def _nose(centre: Vec, axes: Axes) -> Piece:
    bridge = Section(place(centre, axes, 0.050, -0.008), 0.009, light=0.9)
    tip = Section(place(centre, axes, 0.056, -0.020), 0.0085, light=0.9)
    return Piece([bridge, tip], Ink.SKIN, Ink.SKIN)


def _mouth(centre: Vec, axes: Axes) -> Piece:
    sides = [
        ellipsoid(axes, place(centre, axes, 0.0455, -0.042, aside), (0.002, 0.0018, 0.003)) for aside in (-0.010, 0.010)
    ]
    return Piece(sides, Ink.SKIN_S, Ink.SKIN_S, rimmed=False, flat=True)


def _fringe(centre: Vec, axes: Axes, from_above: float) -> Piece:
    """Seen from the chin it is short, so that it never covers the face."""
    high = 0.029 * max(0.2, min(1.0, 1 + 1.6 * from_above))
    fringe = ellipsoid(axes, place(centre, axes, -0.006, 0.066 - high), (0.0525, high, 0.0475))
    return Piece([fringe], Ink.HAIR, Ink.HAIR, rimmed=False, flat=True)


def _eyes(joints: Joints, view: Projection) -> list[Piece]:
    axes = axes_of(joints.head_frame)
    eyes = []
    for outward in (-1.0, 1.0):
        looks = rotate(joints.head_frame, unit((1.0, 0.0, outward * 0.46)))
        if dot(looks, view.toward) > EYE_SEEN:
            eye = ellipsoid(axes, place(joints.head, axes, 0.0515, -0.006, outward * 0.018), (0.004, 0.0066, 0.0044))
            eyes.append(Piece([eye], Ink.HAIR_S, Ink.HAIR_S, rimmed=False, flat=True))
    return eyes
