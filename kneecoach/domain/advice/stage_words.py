"""R25 in words: today's stage, and what of the last time decided it."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.ready import RUN_RULE, Condition
from kneecoach.domain.advice.returning import OTHER_RUN, Attempt, Stage, Standing, Step, began_with, gravest
from kneecoach.domain.advice.words import Said, day_of_words, found
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.number_words import or_less
from kneecoach.domain.pain import MAX_PAIN, Amount
from kneecoach.domain.red_flag_words import listed
from kneecoach.domain.told_before import CHANGED

SETTLED = "Rest, or walk for 20 minutes if that feels well, and look again tomorrow."
BEFORE_THAT = "A stage may be done after the hours off and a later morning at your usual level."
LEVELS = {Step.BACK: Level.STOP, Step.HOLD: Level.CAUTION}


def return_finding(
    now: Standing, attempts: Sequence[Attempt], profile: Profile, others: Sequence[Attempt] = ()
) -> Finding:
    """R25 as a finding, from where a person stands after these attempts and other runs."""
    runs = (*attempts, *others)
    read = [one for one in runs if one.id in now.read]
    last = next((one for one in runs if now.read and one.id == now.read[-1]), None)
    began = began_with(attempts)
    decided = [] if last is None else _decided(gravest(last, profile, began), now.step, profile, began)
    values: dict[str, int | str] = {
        "stage": now.stage.number,
        "plan": plan_words(now.stage),
        "clean": profile.return_clean,
        "hours": profile.return_off_hours,
        "green": profile.green_max,
        "shorter": "with shorter run parts" if now.stage.run_min and now.stage.walk_min else "but shorter",
        "what": listed(decided),
        "dates": listed([day_of_words(one.on) for one in read]),
        "day": day_of_words(now.from_day),
        "changed": CHANGED if any(one.changed for one in read) else "",
    }
    return found(f"R25.{now.step.value}", Said(LEVELS.get(now.step, Level.INFO), values, now.read))


def plan_words(stage: Stage) -> str:
    """A stage in one breath: "3 times 3 minutes of running and 2 of walking"."""
    if not stage.run_min:
        return f"{stage.walk_min} minutes of brisk walking"
    if not stage.walk_min:
        return f"{stage.run_min} minutes of easy running"
    return f"{stage.repeats} times {stage.run_min} minutes of running and {stage.walk_min} of walking"


def not_due_words(now: Standing) -> str:
    """Why a later stage can't be started."""
    return f"Stage {now.stage.number} comes first: {plan_words(now.stage)}."


def not_ready_words(now: Standing, failing: Condition | None, today: date, stop: Finding | None = None) -> str:
    """Why there is no run today, and the earliest day of one: a stop that another rule finds has none."""
    why = "" if failing is None else f"{failing.name}: not yet ({failing.said}). "
    if stop is not None:
        clears = BEFORE_THAT if stop.rule == RUN_RULE else f"What clears it: {stop.clears_when}"
        return f"No run today. {stop.title}. {stop.text} {why}{clears}"
    later = f"Stage {now.stage.number} may be done on {day_of_words(now.from_day)} at the earliest."
    return f"No run today. {why}{later if now.from_day > today else SETTLED}"


def too_sore_words(pain: int | None, profile: Profile) -> str:
    """Why this check-in allows no run."""
    said = "Pain now was not said." if pain is None else f"You gave pain {pain} of {MAX_PAIN}."
    return f"No run today. {said} A stage with running begins with {or_less(profile.green_max)}."


def _decided(last: Attempt, step: Step, profile: Profile, began: Fraction | None) -> list[str]:
    if step not in (Step.BACK, Step.HOLD):
        return _missing(last) or ["one clean time"]
    signs = _warned(last, profile) if step is Step.BACK else _risen(last, profile, began)
    return [*signs[:-1], f"{signs[-1]}, with another run"] if last.stage == OTHER_RUN else signs


def _warned(last: Attempt, profile: Profile) -> list[str]:
    signs = [f"{last.pain_max} of 10"] if (last.pain_max or 0) > profile.amber_max else []
    signs += ["swelling"] if last.swelling in (Amount.LITTLE, Amount.CLEAR) else []
    return signs + (["a limp"] if last.limp else [])


def _risen(last: Attempt, profile: Profile, began: Fraction | None) -> list[str]:
    signs = [f"{last.pain_max} of 10"] if (last.pain_max or 0) > profile.green_max else []
    if last.pain_60 is not None and last.pain_before is not None and last.pain_60 > last.pain_before:
        signs.append(f"{last.pain_60} an hour later after {last.pain_before} before")
    if last.morning is not None and last.usual is not None and last.morning > last.usual:
        signs.append(f"{last.morning} the next morning, above the usual")
    elif last.morning is not None and last.morning > profile.green_max:
        signs.append(f"{last.morning} the next morning, above {profile.green_max}")
    elif last.morning is not None and began is not None and last.morning > began:
        signs.append(f"{last.morning} the next morning, above the usual when the stages began")
    return signs


def _missing(last: Attempt) -> list[str]:
    known = {
        "the pain before": last.pain_before,
        "the highest pain": last.pain_max,
        "the pain an hour later": last.pain_60,
        "the next morning": last.morning,
        "a usual morning": last.usual,
        "swelling or none": last.swelling,
        "a limp or none": last.limp,
        "whether all of it was done": last.whole,
    }
    lacking = [name for name, value in known.items() if value is None]
    said = ["after a painkiller"] if last.masked else []
    said += ["shorter than planned"] if last.whole is False else []
    said += [] if last.rested else ["with no day of rest before it"]
    said += ["moved to another day"] if len(set(last.days)) > 1 and not (said or lacking) else []
    name = "another run" if last.stage == OTHER_RUN else "a time"
    told = [", ".join([name, *said])] if said or lacking else []
    return [f"{told[0]}. Not known yet: {listed(lacking)}"] if lacking else told
