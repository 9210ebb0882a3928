"""Running and walking as what a session plays: the parts of a stage of returning to running."""

from dataclasses import replace

from kneecoach.domain.dosage import Dosage, Sides, TempoPhase
from kneecoach.domain.exercise import Exercise, Kind, Position
from kneecoach.domain.pain_gate import Zones

MOST_REPEATS = 5
BRISK_WALK = "brisk_walk"
MINUTE_S = 60.0
SOURCE = "Trials 2023, doi 10.1186/s13063-023-07502-x"
RUN_STEPS = (
    "Run easily on level ground, slowly enough to talk in whole sentences.",
    "Keep the steps short and light.",
    "Pain of {amber}: say so and walk, and go on only if it falls to {green_or_less}.",
    "Pain above {amber_max}, or a limp: stop, and walk home.",
)
WALK_STEPS = ("Walk on without standing still.", "Notice the knee: is it as it was before?", "The next part is told.")
BRISK_STEPS = (
    "Walk as if you were a little late.",
    "Stay on level ground.",
    "Pain above {green_max}, or a limp: no run today.",
)


_STEPS = {"run": RUN_STEPS, "walk": WALK_STEPS, "brisk": BRISK_STEPS}


def part(exercise: str, minutes: int) -> Dosage:
    """So many minutes of a part, once and with no pause before the next one."""
    seconds = minutes * MINUTE_S
    phase = TempoPhase("run" if exercise.startswith("run") else "walk", seconds)
    return Dosage(sets=1, seconds=seconds, tempo=(phase,), rest_s=0.0, sides=Sides.BOTH)


def is_run(known_as: str) -> bool:
    """Whether this part is run, not walked."""
    return known_as in INTERVALS and known_as.startswith("run")


def numbered(kind: str, number: int, of: int) -> str:
    """The id of one part: "run_2_of_4"."""
    return f"{kind}_{number}_of_{of}"


def told_by(part: Exercise, zones: Zones) -> Exercise:
    """The same part, whose steps name the pain to walk and to stop at by these zones; any other exercise as it is."""
    return replace(part, steps=_steps(part.id, zones)) if part.id in INTERVALS else part


def _steps(known_as: str, zones: Zones) -> tuple[str, ...]:
    steps = _STEPS[known_as.partition("_")[0]]
    return tuple(step.format(**zones.shown) for step in steps)


def _part(known_as: str, name: str, steps: tuple[str, ...], cues: tuple[str, ...]) -> Exercise:
    return Exercise(
        id=known_as,
        code=None,
        name=name,
        short_name=name,
        position=Position.STANDING,
        muscles=(),
        equipment=(),
        steps=steps,
        cues=cues,
        common_errors=(),
        easier="",
        harder="",
        cautions=(),
        dosage=part(known_as, 1),
        source=SOURCE,
        each_side="",
        kind=Kind.MOVE,
    )


def _name(word: str, number: int, of: int) -> str:
    return word if of == 1 else f"{word} {number} of {of}"


def _all_parts() -> dict[str, Exercise]:
    usual = Zones()
    brisk = _part(BRISK_WALK, "Brisk walk", _steps(BRISK_WALK, usual), ("A little faster than a stroll",))
    run = _part("run", "Run", _steps("run", usual), ("Slow enough to talk", "Short, light steps"))
    walk = _part("walk", "Walk", _steps("walk", usual), ("Keep walking",))
    parts = {BRISK_WALK: brisk}
    for of in range(1, MOST_REPEATS + 1):
        for number in range(1, of + 1):
            for kind, one in (("run", run), ("walk", walk)):
                known_as, name = numbered(kind, number, of), _name(one.name, number, of)
                parts[known_as] = replace(one, id=known_as, name=name, short_name=name)
    return parts


INTERVALS = _all_parts()
"""The parts of all stages by id. They are in no list of exercises: a stage is all that they are for."""
