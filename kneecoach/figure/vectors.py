"""Points, directions and turns in space: x where the figure faces, y up, z to its right; angles in degrees."""

import math
from math import acos, cos, pi, radians, sin, sqrt

Vec = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]

ORIGIN: Vec = (0.0, 0.0, 0.0)
X: Vec = (1.0, 0.0, 0.0)
Y: Vec = (0.0, 1.0, 0.0)
Z: Vec = (0.0, 0.0, 1.0)
UNTURNED: Quaternion = (1.0, 0.0, 0.0, 0.0)

_TINY = 1e-9
_NEARLY_PARALLEL = 1e-5
_SAME_DIRECTION = 1e-4
_OPPOSITE = pi - 1e-3
_NEARLY_SAME_TURN = 0.9995


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def subtract(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, factor: float) -> Vec:
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def along(start: Vec, direction: Vec, distance: float) -> Vec:
    """The point `distance` from `start` in that direction."""
    return (
        start[0] + direction[0] * distance,
        start[1] + direction[1] * distance,
        start[2] + direction[2] * distance,
    )


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    return length(subtract(a, b))


def unit(a: Vec, otherwise: Vec = X) -> Vec:
    """The direction of `a`, or `otherwise` when it has none."""
    size = sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])
    return (a[0] / size, a[1] / size, a[2] / size) if size > _TINY else otherwise


def mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def between(a: Vec, b: Vec, share: float) -> Vec:
    """The point on the straight line from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def across(direction: Vec, axis: Vec, otherwise: Vec = Y) -> Vec:
    """The unit direction nearest to `direction` at right angles to `axis`."""
    rest = along(direction, axis, -dot(direction, axis))
    if length(rest) > _NEARLY_PARALLEL:
        return unit(rest)
    return unit(along(otherwise, axis, -dot(otherwise, axis)), Z)


def aim(azimuth: float, elevation: float = 0.0) -> Vec:
    """A direction: azimuth 0 is ahead, 90 the figure's right; elevation is upwards."""
    a, e = radians(azimuth), radians(elevation)
    return (cos(e) * cos(a), sin(e), cos(e) * sin(a))


def arc(a: Vec, b: Vec, share: float) -> Vec:
    """The direction on the great circle from `a` to `b`."""
    angle = acos(max(-1.0, min(1.0, dot(a, b))))
    if angle < _SAME_DIRECTION:
        return a
    if angle > _OPPOSITE:
        return unit(add(scale(a, 1 - share), scale(b, share)))
    whole = sin(angle)
    return add(scale(a, sin((1 - share) * angle) / whole), scale(b, sin(share * angle) / whole))


def angle_between(a: Vec, b: Vec) -> float:
    """Degrees between two unit directions."""
    return math.degrees(acos(max(-1.0, min(1.0, dot(a, b)))))


def about(axis: Vec, angle: float) -> Quaternion:
    """A turn about a unit axis."""
    half = radians(angle) / 2
    s = sin(half)
    return (cos(half), axis[0] * s, axis[1] * s, axis[2] * s)


def compose(a: Quaternion, b: Quaternion) -> Quaternion:
    """The turn `b` made in the axes of `a`."""
    return (
        a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
        a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
        a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
        a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
    )


def undo(q: Quaternion) -> Quaternion:
    """The opposite turn."""
    return (q[0], -q[1], -q[2], -q[3])


def rotate(q: Quaternion, v: Vec) -> Vec:
    w, x, y, z = q
    # Twice the cross product of the turn's axis with v
    tx, ty, tz = 2 * (y * v[2] - z * v[1]), 2 * (z * v[0] - x * v[2]), 2 * (x * v[1] - y * v[0])
    return (
        v[0] + w * tx + (y * tz - z * ty),
        v[1] + w * ty + (z * tx - x * tz),
        v[2] + w * tz + (x * ty - y * tx),
    )


def turn_between(a: Quaternion, b: Quaternion, share: float) -> Quaternion:
    """The turn on the shortest way from `a` to `b`."""
    d = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
    sign = -1.0 if d < 0 else 1.0
    d = abs(d)
    if d > _NEARLY_SAME_TURN:
        of_a, of_b = 1 - share, share
    else:
        angle = acos(d)
        whole = sin(angle)
        of_a, of_b = sin((1 - share) * angle) / whole, sin(share * angle) / whole
    of_b *= sign
    w, x, y, z = (
        a[0] * of_a + b[0] * of_b,
        a[1] * of_a + b[1] * of_b,
        a[2] * of_a + b[2] * of_b,
        a[3] * of_a + b[3] * of_b,
    )
    size = sqrt(w * w + x * x + y * y + z * z)
    return (w / size, x / size, y / size, z / size)


def turned(heading: float = 0.0, lean: float = 0.0, roll: float = 0.0) -> Quaternion:
    """Heading turns ahead towards the right, lean goes forward, roll leans to the figure's right."""
    return compose(compose(about(Y, -heading), about(Z, -lean)), about(X, roll))


def bent(flexion: float = 0.0, side: float = 0.0, twist: float = 0.0) -> Quaternion:
    """How a part of the trunk is bent against the part below it."""
    return compose(compose(about(Z, -flexion), about(X, side)), about(Y, -twist))


def frame(front: Vec, up: Vec) -> Quaternion:
    """The turn whose x is `front` and whose y is nearest to `up`."""
    f = unit(front)
    r = unit(cross(f, up))
    u = cross(r, f)
    rows = ((f[0], u[0], r[0]), (f[1], u[1], r[1]), (f[2], u[2], r[2]))
    trace = rows[0][0] + rows[1][1] + rows[2][2]
    if trace > 0:
        k = sqrt(trace + 1) * 2
        return (
            0.25 * k,
            (rows[2][1] - rows[1][2]) / k,
            (rows[0][2] - rows[2][0]) / k,
            (rows[1][0] - rows[0][1]) / k,
        )
    i = max(range(3), key=lambda row: rows[row][row])
    j, m = (i + 1) % 3, (i + 2) % 3
    k = sqrt(max(_TINY, 1 + rows[i][i] - rows[j][j] - rows[m][m])) * 2
    axis = [0.0, 0.0, 0.0]
    axis[i] = 0.25 * k
    axis[j] = (rows[j][i] + rows[i][j]) / k
    axis[m] = (rows[m][i] + rows[i][m]) / k
    return ((rows[m][j] - rows[j][m]) / k, axis[0], axis[1], axis[2])
