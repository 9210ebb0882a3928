"""What the player's screen says at a moment, cut to the size of the terminal: lines of text, nothing drawn."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kneecoach.domain.as_agreed import AsAgreed
from kneecoach.domain.exercise import Side
from kneecoach.domain.session import Cause, Playing
from kneecoach.domain.speech_words import sentences
from kneecoach.terminal.big_digits import big
from kneecoach.terminal.big_digits import width as big_width
from kneecoach.terminal.plain_lines import LEADS, SIDES
from kneecoach.terminal.printable import clock, visible

Style = Literal["plain", "strong", "quiet", "rest", "paused", "message"]
FILLED = "━"
EMPTY = "─"
TALL = 32
LOW = 14
KEYS_SHARE = 4
# The last step goes first when room runs out
STEP = 40
PAUSES = {
    Cause.ASKED: "Paused",
    Cause.SLEPT: "Paused: the computer slept or this was stopped; that time does not count",
    Cause.HURTS: "Paused: it hurts",
    Cause.RESTARTED: "Paused: this session was not finished",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the screen."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together; a higher `keep` is left out later when there is too little room."""

    lines: tuple[Line, ...]
    keep: int


def picture(told: AsAgreed, *, message: str, keys: str, width: int, height: int, note: str = "") -> tuple[Line, ...]:
    """At most `height` rows of at most `width` columns, the keys on the last ones.

    `message` answers the person; `note` is worth knowing only while there is room.
    """
    playing = told.playing
    hints = _wrapped(keys, width, "quiet")[: height // KEYS_SHARE]
    blocks = [
        Block((_top(told, playing, width), _progress(told, playing, width)), 60),
        Block(_name(playing, width), 90),
        Block((_state(playing, width, with_time=height < LOW),), 100),
        _GAP,
        Block(_digits(playing, width, height), 80),
        _GAP,
        Block(_amount(playing, width), 70),
        _GAP,
        Block(_wrapped(message, width, "message"), 95),
        Block(_wrapped(_cue(playing), width, "strong"), 50),
        *_steps(playing, width),
        Block(_wrapped(note, width, "quiet"), 15),
    ]
    rows = _fitting(blocks, height - len(hints))
    rest = [Line("")] * (height - len(hints) - len(rows))
    return tuple(Line(line.text[:width], line.style) for line in (*rows, *rest, *hints))[-height:]


_GAP = Block((Line(""),), 10)


def _fitting(blocks: Sequence[Block], height: int) -> list[Line]:
    kept = [block for block in blocks if block.lines]
    while len(kept) > 1 and sum(len(block.lines) for block in kept) > height:
        kept.remove(min(kept, key=lambda block: block.keep))
    return [line for block in kept for line in block.lines][: max(height, 0)]


def _top(told: AsAgreed, playing: Playing, width: int) -> Line:
    left = f"{clock(playing.session_left_s)} left"
    name = visible(told.timeline.routine.name)[: max(width - len(left) - 1, 0)]
    return Line(name + left.rjust(width - len(name)), "quiet")


def _progress(told: AsAgreed, playing: Playing, width: int) -> Line:
    whole = told.timeline.seconds
    return Line(_bar((whole - playing.session_left_s) / whole if whole else 1.0, width), "quiet")


def _name(playing: Playing, width: int) -> tuple[Line, ...]:
    planned = playing.planned
    side = "" if planned.side is Side.BOTH else f" · {SIDES[planned.side].upper()}"
    last = " · last set" if playing.last_set_of_exercise and planned.dosage.sets > 1 else ""
    where = f"set {planned.number} of {planned.dosage.sets}{side}{last}"
    name = visible(planned.exercise.name)
    if len(name) + len(where) + 3 <= width:
        return (Line(f"{name} · {where}", "strong"),)
    return (Line(name, "strong"), Line(where, "strong"))


def _state(playing: Playing, width: int, *, with_time: bool) -> Line:
    time = f"{clock(playing.seconds_left)}  " if with_time else ""
    if playing.paused:
        return Line(f" {time}{PAUSES[playing.paused]} ".ljust(width), "paused")
    if playing.working:
        return Line(f"{time}Go", "strong")
    return Line(f" {time}{LEADS[playing.planned.lead]} ".ljust(width), "rest")


def _digits(playing: Playing, width: int, height: int) -> tuple[Line, ...]:
    counting = playing.working and playing.reps is not None
    text = f"{playing.rep}/{playing.reps}" if counting else clock(playing.seconds_left)
    scale = 2 if height >= TALL and big_width(text, scale=2) <= width else 1
    if big_width(text, scale=scale) > width:
        return (Line(text, "strong"),)
    return tuple(Line(row, "quiet" if playing.paused else "plain") for row in big(text, scale=scale))


def _amount(playing: Playing, width: int) -> tuple[Line, ...]:
    dosage = playing.planned.dosage
    if not playing.working:
        reps = dosage.reps
        next_up = f"then {clock(playing.planned.work_s)} s" if reps is None else f"then {reps} repetitions"
        return (Line(next_up, "quiet"),)
    lines = []
    if playing.reps is not None:
        lines.append(Line(f"{playing.rep} of {playing.reps} repetitions · {clock(playing.seconds_left)} s left"))
    if playing.phase_index is not None and dosage.tempo:
        lines.append(_tempo(playing, width))
    return tuple(lines)


def _tempo(playing: Playing, width: int) -> Line:
    phase = playing.planned.dosage.tempo[playing.phase_index or 0]
    name = visible(phase.phase).capitalize().ljust(12)
    return Line(name + _bar(playing.phase_elapsed_s / phase.seconds, min(width - len(name), 40)))


def _cue(playing: Playing) -> str:
    cues = playing.planned.exercise.cues
    cue = cues[(playing.planned.number - 1) % len(cues)] if cues else ""
    return visible(sentences(playing.half, cue) if playing.half else cue)


def _steps(playing: Playing, width: int) -> list[Block]:
    steps = enumerate(playing.planned.exercise.steps, start=1)
    return [Block(_wrapped(f"{number}. {visible(step)}", width, "plain"), STEP - number) for number, step in steps]


def _wrapped(text: str, width: int, style: Style) -> tuple[Line, ...]:
    return tuple(Line(row, style) for row in textwrap.wrap(text, max(width, 1)))


def _bar(fraction: float, width: int) -> str:
    filled = round(min(max(fraction, 0.0), 1.0) * max(width, 0))
    return FILLED * filled + EMPTY * (max(width, 0) - filled)
