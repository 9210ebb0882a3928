"""Where the parts of the player stand in a window of any size, seen from near and from across the room."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

FIGURE, FIGURE_BESIDE_MINUTES = 0.38, 0.30
MARGIN = 0.03
FAR_WORDS, FAR_FIGURE, FAR_FIGURE_LEAST = 1.12, 0.30, 0.20
"""From afar the words keep this share of the height as their width; the figure gets what is left of the width."""
SAID = 0.22
STRIP, RAISED = 0.092, 0.06
"""Shares of the height: what is said gets two lines below the coach, who stands a little higher than the box asks for,
for the picture has room below the feet already.
"""
CAPTION_MARGIN_PX = 12


@dataclass(frozen=True, slots=True)
class Parts:
    """`reserved` is what the stage leaves free at its right for the figure."""

    header: QRect
    controls: QRect
    figure: QRect
    stage: QRect
    whole: QRect
    reserved: int = 0


def bar_height(height: int) -> int:
    """The row of buttons with its margins."""
    return max(56, round(0.084 * height)) + round(0.038 * height)


def near_parts(width: int, height: int, header: int, *, wide_figure: bool) -> Parts:
    """The figure box at the left; `whole` is the room of a stage that has no box beside it."""
    side, bar = round(MARGIN * width), bar_height(height)
    above, below = round(0.024 * height), round(0.016 * height)
    top = header + above
    middle = QRect(side, top, width - 2 * side, height - bar - below - top)
    figure = round((FIGURE if wide_figure else FIGURE_BESIDE_MINUTES) * (middle.width() - side))
    return Parts(
        header=QRect(0, 0, width, header),
        controls=QRect(0, height - bar, width, bar),
        figure=QRect(middle.left(), top, figure, middle.height()),
        stage=QRect(middle.left() + figure + side, top, middle.width() - figure - side, middle.height()),
        whole=middle,
    )


def far_parts(width: int, height: int, header: int) -> Parts:
    """Everything for the words; header and buttons would lie over it. `figure` is as wide as `reserved` without a gap.

    On a screen that is not wide enough there is no figure. `whole` leaves header and buttons their room, for a stage
    that has buttons of its own.
    """
    side, edge = round(MARGIN * width), round(MARGIN * height)
    bar = bar_height(height)
    stage = QRect(side, edge, width - 2 * side, height - 2 * edge)
    room = min(round(FAR_FIGURE * width), stage.width() - round(FAR_WORDS * height))
    reserved = room if room >= FAR_FIGURE_LEAST * height else 0
    gap = round(0.02 * height)
    return Parts(
        header=QRect(0, 0, width, header),
        controls=QRect(0, height - bar, width, bar),
        figure=QRect(stage.right() + 1 - reserved + gap, edge, max(0, reserved - gap), stage.height()),
        stage=stage,
        whole=near_parts(width, height, header, wide_figure=True).whole,
        reserved=reserved,
    )


def strip_height(height: int) -> int:
    """What the foot of the figure's box gives to what is said, when it is read from near."""
    return round(STRIP * height)


def raised(strip: int) -> int:
    """By how much a drawn figure is lifted to stand above a strip of that height."""
    return round(strip * RAISED / STRIP)


def figure_room(parts: Parts, far_floor: int | None, height: int) -> QRect:
    """The figure's box; from afar what is said stands between it and `far_floor`."""
    room = QRect(parts.figure)
    if far_floor is not None:
        room.setBottom(far_floor - round(SAID * height))
    return room


def caption_room(parts: Parts, far_floor: int | None, height: int) -> QRect:
    """The room at whose foot a caption stands: the strip below the figure; from afar down to `far_floor`, or without a
    figure the top of the stage, over the name.
    """
    room = QRect(parts.figure)
    if far_floor is None:
        room.setTop(room.bottom() + 1 - strip_height(height))
        return room.adjusted(CAPTION_MARGIN_PX, 0, -CAPTION_MARGIN_PX, -2)
    if room.isEmpty():
        return QRect(parts.stage.left(), parts.stage.top(), parts.stage.width(), round(SAID / 2 * parts.stage.height()))
    room.setTop(max(room.top(), far_floor + 1 - round(SAID * height)))
    room.setBottom(far_floor)
    return room


def hurts_room(width: int, height: int, header: int) -> QRect:
    """The panel of "it hurts": there is no bar of buttons below it."""
    whole = near_parts(width, height, header, wide_figure=True).whole
    return whole.adjusted(0, 0, 0, height - whole.bottom() - whole.top() // 4)
