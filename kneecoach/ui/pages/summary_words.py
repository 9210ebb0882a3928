"""What the summary says of a session: how the pain changed, what was left out, what is next."""

from collections.abc import Sequence
from dataclasses import dataclass

from kneecoach.domain.advice.words import under_red
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.number_words import in_words
from kneecoach.domain.pain_gate import Gate
from kneecoach.domain.screening import Permission, Verdict
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetRecord, SetStatus
from kneecoach.domain.timeline import Timeline
from kneecoach.ui.widgets.card import Kind
from kneecoach.ui.words import listed, named

# Two points are the smallest change on this scale that people call a real one: clinical.md 2.4
CLEAR_CHANGE = 2
STOP_REASONS = (
    ("pain", "Pain"),
    ("time", "No time"),
    ("tired", "Tired"),
    ("interrupted", "Interrupted"),
    ("other", "Something else"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do or to leave, with why."""

    icon: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """The pain before and after, in a sentence; WARN asks for caution."""

    kind: Kind
    text: str


def saved_words(record: SessionRecord) -> str:
    """Where it is kept, and that a rehearsal does not count."""
    return "One set tried out. It counts for nothing." if record.rehearsal else "Saved on this computer only"


def change_of(before: int | None, after: int | None, *, rehearsal: bool = False) -> Change:
    """One point is normal variation from day to day; two or more up is a caution."""
    if after is None:
        later = "" if rehearsal else "; Today asks once later"
        return Change(Kind.INFO, f"Not given yet. You can finish without it{later}.")
    if before is None:
        return Change(Kind.INFO, "There is no score from before to compare it with.")
    points = abs(after - before)
    said = f"{in_words(points).capitalize()} {'point' if points == 1 else 'points'}"
    if after == before:
        return Change(Kind.OK, "The same as before.")
    if points < CLEAR_CHANGE:
        way = "lower" if after < before else "higher"
        return Change(Kind.OK, f"{said} {way} than before. That is within normal day-to-day change.")
    if after < before:
        return Change(Kind.OK, f"{said} lower than before. One session alone proves little; the trend tells more.")
    return Change(Kind.WARN, f"{said} higher than before. Walk today, and leave the run for another day.")


def nothing_done(record: SessionRecord) -> bool:
    """Whether every set was skipped or never came."""
    return all(one.status is SetStatus.SKIPPED for one in record.sets)


def title_of(record: SessionRecord) -> str:
    if nothing_done(record):
        return "Nothing done this time"
    if record.status is SessionStatus.STOPPED:
        return "Stopped early"
    return f"{named(record.routine.name)} done"


def left_out(timeline: Timeline, sets: tuple[SetRecord, ...]) -> str:
    """Which exercises lack sets: "1 set of front lunge skipped"."""
    records = {record.index: record for record in sets}
    said = []
    for status, word in ((SetStatus.PARTIAL, "cut short"), (SetStatus.SKIPPED, "skipped")):
        missing: dict[str, int] = {}
        for planned in timeline.sets:
            record = records.get(planned.index)
            if (record.status if record else SetStatus.SKIPPED) is status:
                name = planned.exercise.short_name.lower()
                missing[name] = missing.get(name, 0) + 1
        if missing:
            said.append(f"{listed([f'{count} of {name}' for name, count in missing.items()])} {word}")
    return "; ".join(said) or "every set as planned"


def next_steps(
    record: SessionRecord, after: int | None, permission: Permission, found: Sequence[Finding] = ()
) -> tuple[Step, ...]:
    """What is next, honestly: no run is suggested after a stop, or while a rule says less or nothing.

    A clear rise, or a pain that stops an exercise, asks for walking only (pain-monitoring model, as R10 and R11), and
    so does a set that hurt enough to end its exercise. What the rules `found` in this session stands before the
    morning; under a red flag only what stops.
    """
    if permission.red_flag:
        stops = (_step_of(under_red(one)) for one in found if one.level is Level.STOP)
        return (Step("stop", permission.title, permission.words), *stops)
    morning = Step("today", "Notice tomorrow morning", "Sorer when you get up than today? Then do less next time.")
    return (*_today(record, after, permission), *(_step_of(one) for one in found), morning)


def _step_of(found: Finding) -> Step:
    icon = {Level.INFO: "info", Level.CAUTION: "warn"}.get(found.level, "stop")
    return Step(icon, found.title, found.text)


def _today(record: SessionRecord, after: int | None, permission: Permission) -> tuple[Step, ...]:
    before, zones = record.pain_before, permission.zones
    risen = after is not None and before is not None and after - before >= min(CLEAR_CHANGE, zones.rise)
    stopped = record.stop_reason == "pain"
    hurt = any(one.pain is not None and zones.gate(one.pain, before) is Gate.RED for one in record.sets)
    if stopped or hurt or (after is not None and (risen or after > zones.amber_max)):
        praise = "Stopping for pain is doing it right. " if stopped else ""
        return (
            Step("stop", "Walk today, no run", f"{praise}Let it settle first. {zones.note}".rstrip()),
            Step("info", "Pain that stays or returns", "Ask a physio or doctor to look at the knee."),
        )
    if after is None:
        return (Step("pain", "How is the knee now?", "Give a score above to see what fits today."),)
    if after > zones.green_max or permission.verdict < Verdict.GO or record.status is SessionStatus.STOPPED:
        still = f"Walking is fine while it stays at {zones.amber_max} or below and does not rise. {zones.note}".rstrip()
        return (Step("info", "Keep it easy today", still),)
    if record.routine.calming:
        return (Step("check", "Enough for today", "A calm day is part of getting better."),)
    return (
        Step("run", "Start your run easy", f"Walk if pain passes {zones.amber_max} or your stride changes."),
        Step(
            "ice", "Ice after the run if it aches", "A cloth between. The timer is under the key I, and in the diary."
        ),
    )
