"""R13: what the morning says of the run or the session of the day before."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kneecoach.domain.advice.log import DAY, TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import before_it
from kneecoach.domain.advice.told import hidden_days, run_days_told, runs_told_on, told_morning, told_session
from kneecoach.domain.advice.words import Said, day_of_words, found
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.morning import USUAL_DAYS, USUAL_FROM, MorningCheck, MorningMark
from kneecoach.domain.number_words import or_less
from kneecoach.domain.pain import Amount
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.told_before import CHANGED


@dataclass(frozen=True, slots=True)
class _Open:
    """A morning that nothing later has answered. `level` is what its pain is measured by, `usual` that in words."""

    check: MorningCheck
    level: Fraction | None
    usual: str
    above: bool
    swollen: bool

    def stops(self, profile: Profile) -> bool:
        """Whether it asks for a day of rest."""
        high = self.level is not None and self.check.pain >= self.level + profile.rest_above
        return self.swollen or (self.above and high)


def next_morning(log: TrainingLog, profile: Profile) -> Finding | None:
    """R13, the gravest and then the newest that is open.

    Pain and swelling are two questions; a later morning answers each, unless a painkiller may have hidden it.
    """
    mornings = _unanswered(log, profile)
    worst = max(mornings, key=lambda one: one.stops(profile), default=None)
    if worst is None:
        return None
    levels = [int(one.level) for one in mornings if one.above and one.level is not None]
    wanted = [f"at {or_less(min(levels))}"] if levels else []
    wanted += ["without swelling"] if any(one.swollen for one in mornings) else []
    values: dict[str, int | str] = {
        "pain": worst.check.pain,
        "day": day_of_words(worst.check.on),
        "usual": worst.usual,
        "clear": " and ".join(wanted),
        "changed": "" if worst.check in log.mornings else CHANGED,
    }
    stop = worst.stops(profile)
    said = Said(Level.STOP if stop else Level.CAUTION, values, (worst.check.id,))
    return found("R13.swollen" if worst.swollen else "R13.stop" if stop else "R13.caution", said)


def may_be_open(
    marks: Sequence[MorningMark], hidden: Collection[date], usual: Sequence[MorningMark] | None = None
) -> list[date]:
    """The days of mornings that R13 may not let go yet, the newest first, whatever was done before them.

    `marks` are all mornings, the earliest first, and `usual` the same ones with the lowest pain that was told of them;
    `hidden` the days of runs with a painkiller.
    """
    usual = marks if usual is None else usual
    found: list[date] = []
    days = [mark.on for mark in marks]
    least: int | None = None
    dry = False
    for mark in reversed(marks):
        if least == 0 and dry:
            break
        lowest = mark.pain if least is None else min(mark.pain, least)
        wet = mark.swelling in (Amount.LITTLE, Amount.CLEAR) and not dry
        if wet or (lowest and _may_be_above(lowest, mark.on - DAY, usual, days)):
            found.append(mark.on)
        if mark.on - DAY not in hidden:
            least = lowest
            dry = dry or mark.swelling is Amount.NONE
    return found


def _may_be_above(pain: int, day: date, marks: Sequence[MorningMark], days: Sequence[date]) -> bool:
    before = marks[bisect_left(days, day - USUAL_DAYS * DAY) : bisect_left(days, day)]
    # Without a usual morning what was said on the day before decides; no median lies under half of its numbers
    if len(before) < USUAL_FROM:
        return True
    lower = sum(mark.pain < pain for mark in before)
    return 2 * lower >= len(before)


def _unanswered(log: TrainingLog, profile: Profile) -> list[_Open]:
    """The newest first."""
    open_ones: list[_Open] = []
    least: int | None = None
    dry = False
    told = (before for versions in log.earlier_sessions.values() for before in versions)
    loaded = run_days_told(log) | {one.started_at.date() for one in (*log.sessions, *told) if _hurt(one)}
    hidden = hidden_days(log, profile)
    for kept in reversed(log.mornings):
        if least == 0 and dry:
            break
        check = told_morning(kept, log) if log.earlier_mornings else kept
        if least == 0 and check.swelling is None:
            # Nothing is above what can't be under 0
            continue
        day = check.on - DAY
        if day in loaded:
            lowest = check.pain if least is None else min(check.pain, least)
            swollen = check.swelling in (Amount.LITTLE, Amount.CLEAR) and not dry
            level, usual = level_before(log, check) if lowest or swollen else (None, "")
            above = level is not None and lowest > level
            if above or swollen:
                open_ones.append(_Open(check, level, usual, above, swollen))
        if day not in hidden:
            least = check.pain if least is None else min(check.pain, least)
            dry = dry or check.swelling is Amount.NONE
    return open_ones


def _hurt(session: SessionRecord) -> bool:
    if session.pain_before or session.pain_after:
        return True
    return any(done.pain for done in session.sets) or any(pain for _, pain in session.pains)


def level_before(log: TrainingLog, check: MorningCheck) -> tuple[Fraction | None, str]:
    """The usual morning before the loaded day, else the least pain before what was done on it."""
    day = check.on - DAY
    usual = log.usual_morning(day)
    if usual is not None:
        return usual, f"your usual is {_number(usual)}"
    said = [before_it(run, log) for run in runs_told_on(day, log)]
    said += [told_session(one, log).pain_before for one in log.worked(day, day)]
    before = [pain for pain in said if pain is not None]
    if not before:
        return None, "your usual morning is not known yet"
    return Fraction(min(before)), f"it was {min(before)} before you started the day before"


def _number(level: Fraction) -> str:
    return str(level) if level.denominator == 1 else f"{float(level):.1f}"
