"""What the morning check says: what it asks of, what it closes, and what follows from the answers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from kneecoach.coaching.mornings import Due
from kneecoach.domain.morning_answer import Outcome, caution_from, outcome, rest_from
from kneecoach.domain.number_words import in_words
from kneecoach.domain.pain import Amount
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.screening import Permission
from kneecoach.domain.session_record import SessionRecord, SetStatus
from kneecoach.ui import words
from kneecoach.ui.pages.diary_words import Terms, title_of
from kneecoach.ui.widgets.card import Kind

Said = tuple[Kind | None, str, str]
"""How the foot looks, its lead, and the sentences under it."""

USUAL_UNKNOWN = "Usual not known yet"
USUAL_FROM = "Three mornings answered within seven days make a usual one."
PAIN_FIRST = "Pain first: choose 0 to 10."
NIGHT_FIRST = "Say how much it hurt in the night, from 0 to 10."
AGAIN_TOMORROW = "Look again tomorrow morning."
DAY = timedelta(days=1)


def title(due: Due, today: date) -> str:
    return "How is the knee this morning?" if due.morning == today else "How was the knee yesterday morning?"


def usual_number(usual: Fraction) -> str:
    """ "1", "1.5": a median of whole numbers has no other fraction."""
    return f"{float(usual):g}"


def usual_words(usual: Fraction | None) -> str:
    return USUAL_UNKNOWN if usual is None else f"Your usual morning: {usual_number(usual)}"


def closed_words(load: Run | SessionRecord, units: Units, *, with_day: bool) -> tuple[str, str, str]:
    """The icon, the title and the pains of something that the morning closes."""
    started = load.at if isinstance(load, Run) else load.started_at
    day = f"{words.DAYS[started.weekday()]} " if with_day else ""
    if isinstance(load, Run):
        name, detail = title_of(replace(load, seconds=None), Terms(units)), _run_pains(load)
    else:
        name, detail = words.named(load.routine.name), _session_pains(load)
    return ("run" if isinstance(load, Run) else "routine", f"{name}, {day}{started:%H:%M}", detail)


def _run_pains(run: Run) -> str:
    said = (
        (run.pain_before, "before"),
        (run.pain_max, "at most"),
        (run.pain_after, "after"),
        (run.pain_60, "after an hour"),
    )
    told = ", ".join(f"{pain} {when}" for pain, when in said if pain is not None)
    return f"Pain {told}" if told else "No pain was said of it"


def _session_pains(session: SessionRecord) -> str:
    planned = sum(item.dosage.sets_played for item in session.routine.items)
    done = sum(one.status is SetStatus.DONE for one in session.sets)
    before, after = session.pain_before, session.pain_after
    if before is not None and after is not None:
        return f"{done} of {planned} sets, pain {before} then {after}"
    return f"{done} of {planned} sets, pain up to {session.highest_pain}"


def closed_name(due: Due, today: date) -> str:
    """ "Yesterday's run", or with its weekday when the morning asked for is not today's."""
    what = "run" if any(isinstance(load, Run) for load in due.closes) else "session"
    day = due.morning - DAY
    whose = "Yesterday" if due.morning == today else words.DAYS[day.weekday()]
    return f"{whose}\u2019s {what}"


def chart_words(unanswered: Sequence[date]) -> str:
    text = "Usual is the middle value of the seven mornings before the run\u2019s day, from three answers up."
    if not unanswered:
        return text
    if len(unanswered) == 1:
        return f"{text} {words.DAYS[unanswered[0].weekday()]} has no answer."
    return f"{text} A question mark is a morning without an answer."


def outcome_of(due: Due, pain: int, swelling: Amount | None) -> Outcome:
    """R13 for what is closed: the least pain before it counts, and one painkiller hides the signal of all."""
    befores = [load.pain_before for load in due.closes if load.pain_before is not None]
    masked = any(isinstance(load, Run) and load.painkiller for load in due.closes)
    above = due.profile.rest_above
    return outcome(pain, swelling, due.usual, min(befores, default=None), rest_above=above, masked=masked)


def foot_words(due: Due, today: date, pain: int, swelling: Amount | None, permission: Permission) -> Said:
    """What follows; a red flag stands before everything else."""
    if permission.red_flag:
        numbers = ", ".join(permission.numbers)
        return (Kind.STOP, permission.title, f"{permission.words} {numbers}".strip())
    befores = [load.pain_before for load in due.closes if load.pain_before is not None]
    follows = outcome_of(due, pain, swelling)
    if follows in (Outcome.REST, Outcome.SWOLLEN):
        return (Kind.STOP, "A day without running.", _rest_words(due, pain, swelling))
    if follows is Outcome.CAUTION:
        if due.usual is None:
            lead = f"Above the {min(befores)} before it: repeat or shorten, do not add."
            return (Kind.WARN, lead, USUAL_FROM)
        return (Kind.WARN, "Above your usual morning: repeat or shorten, do not add.", _steps(due, due.usual, pain))
    if due.usual is None:
        measured = f"Not above the {min(befores)} given before it. " if befores else ""
        return (Kind.INFO, f"{USUAL_UNKNOWN}.", f"{measured}{USUAL_FROM}")
    return _calm_words(follows, due, due.usual, pain, today)


def _calm_words(follows: Outcome, due: Due, usual: Fraction, pain: int, today: date) -> Said:
    lead = "At your usual morning level." if pain == usual else "Below your usual morning level."
    if follows is Outcome.SWELLING_UNKNOWN:
        return (Kind.INFO, lead, "Swelling is not answered yet: without it this is only half of the answer.")
    if follows is Outcome.MASKED:
        return (Kind.INFO, lead, "A painkiller was taken before the run and can hide the signal: do not add for now.")
    return (Kind.OK, f"{lead} {closed_name(due, today)} was within what the knee took.", _steps(due, usual, pain))


def _steps(due: Due, usual: Fraction, pain: int) -> str:
    """From which score what follows; what is already reached is not said again."""
    caution, rest = caution_from(usual), rest_from(usual, due.profile.rest_above)
    above = caution is not None and pain >= caution
    said = [f"{pain} this morning, usual {usual_number(usual)}."] if above else []
    if caution is not None and not above and caution != rest:
        said.append(f"From {caution}: repeat or shorten.")
    said.append(f"From {rest}, or with swelling: a day without running." if rest is not None else "")
    return " ".join(part for part in (*said, due.profile.zones.note) if part)


def _rest_words(due: Due, pain: int, swelling: Amount | None) -> str:
    if swelling is Amount.CLEAR:
        return f"The knee is clearly swollen this morning. {AGAIN_TOMORROW}"
    if swelling is Amount.LITTLE:
        return f"The knee is a little swollen this morning. {AGAIN_TOMORROW}"
    usual = usual_number(due.usual) if due.usual is not None else ""
    points = due.profile.rest_above
    many = f"{in_words(points)} {'point' if points == 1 else 'points'}"
    said = f"{pain} in the morning is {many} or more above your usual {usual}. {AGAIN_TOMORROW}"
    return f"{said} {due.profile.zones.note}".rstrip()
