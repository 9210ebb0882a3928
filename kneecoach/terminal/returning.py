"""`kneecoach return`: today's stage, why it is that one, and whether it may be done; and what is asked after it."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from kneecoach.coaching import diary, returning
from kneecoach.coaching.returning import Returning
from kneecoach.domain.advice.returning import STAGES, Attempt, Stage
from kneecoach.domain.advice.stage_session import stage_routine
from kneecoach.domain.advice.stage_words import plan_words
from kneecoach.domain.routine import Routine
from kneecoach.storage.database import Store
from kneecoach.terminal.advice import NOT_A_DIAGNOSIS, end_of, finding_document
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.json_documents import dumped
from kneecoach.terminal.printable import visible
from kneecoach.terminal.questions import NoAnswer, ask_pain, ask_yes

HOW_TO_START = "`kneecoach start return --terminal` leads it."
AN_HOUR_LATER = "In an hour, note on this run how the knee is then; tomorrow morning it is judged."
SIGNS = {True: "yes", False: "no", None: "not known"}


def show_return(store: Store, person_id: UUID | None, on: date | None, terminal: Terminal) -> int:
    """Say where the person stands at the end of that day, or now."""
    now = terminal.wall()
    found = returning.where(store, person_id, end_of(on, now), present=now)
    if terminal.json:
        terminal.document(dumped(return_document(found)))
        return 0
    if found.stopped:
        terminal.say(visible(found.permission.sentence))
        return 0
    for stop in found.stops:
        terminal.say(f"{stop.rule}  stop: {visible(stop.title)}. {visible(stop.text)}")
    stage = found.standing.stage
    terminal.say(f"Stage {stage.number} of {STAGES[-1].number}: {plan_words(stage)}, effort up to {stage.effort_max}.")
    terminal.say(f"     {visible(found.finding.title)}. {visible(found.finding.text)}")
    for line in found.finding.because:
        terminal.say(f"     - {visible(line)}")
    terminal.say(f"     Source: {visible(found.finding.source)}")
    for condition in found.conditions:
        terminal.say(f"{SIGNS[condition.met]:>9}  {condition.name}: {visible(condition.said)}")
    ready = HOW_TO_START if found.ready else found.refusal
    terminal.say(ready)
    terminal.say(NOT_A_DIAGNOSIS)
    return 0


def return_document(found: Returning) -> dict[str, Any]:
    """What `return --json` prints. Under a red flag there is no stage: `stopped_by` says what to do."""
    stopped = {"title": found.permission.title, "text": found.permission.words} if found.stopped else None
    return {
        "rule": "R25",
        "stage": None if found.stopped else stage_document(found.standing.stage),
        "step": None if found.stopped else found.standing.step.value,
        "title": None if found.stopped else found.finding.title,
        "text": None if found.stopped else found.finding.text,
        "because": [] if found.stopped else list(found.finding.because),
        "entries": [str(entry) for entry in found.finding.entries],
        "source": found.finding.source,
        "clean": found.standing.clean,
        "clean_wanted": found.profile.return_clean,
        "from": None if found.stopped else found.standing.from_day.isoformat(),
        "ready": found.ready,
        "runs_left": found.left,
        "conditions": [{"name": one.name, "met": one.met, "said": one.said} for one in found.conditions],
        "attempts": [attempt_document(one) for one in found.attempts],
        "stops": [finding_document(one) for one in found.stops],
        "stopped_by": stopped,
    }


def stage_document(stage: Stage) -> dict[str, Any]:
    """One stage, in minutes."""
    return {
        "number": stage.number,
        "run_min": stage.run_min,
        "walk_min": stage.walk_min,
        "repeats": stage.repeats,
        "total_min": stage.total_min,
        "effort_max": stage.effort_max,
    }


def attempt_document(one: Attempt) -> dict[str, Any]:
    """One time at a stage, as it was read; null is not known."""
    return {
        "run": str(one.id),
        "on": one.on.isoformat(),
        "stage": one.stage,
        "pain_before": one.pain_before,
        "pain_max": one.pain_max,
        "pain_60": one.pain_60,
        "morning": one.morning,
        "usual": None if one.usual is None else float(one.usual),
        "swelling": None if one.swelling is None else one.swelling.value,
        "limp": one.limp,
        "masked": one.masked,
        "whole": one.whole,
        "rested": one.rested,
    }


def todays_stage(store: Store, person_id: UUID | None, terminal: Terminal) -> Routine:
    """What `start return` plays."""
    return stage_routine(returning.where(store, person_id, terminal.wall()).standing.stage)


def ask_after(store: Store, person_id: UUID, session_id: UUID, terminal: Terminal) -> None:
    """How the knee took a stage, of whoever is there to answer; what stays open is not known."""
    run = returning.run_of_session(store, session_id)
    if run is None:
        return
    if terminal.answers:
        try:
            highest = ask_pain(terminal, "Highest pain in it, 0 to 10 (Enter leaves it open): ", may_stay_open=True)
            limp, painkiller = ask_yes(terminal, "Did you limp?"), ask_yes(terminal, "A painkiller before it?")
        except (NoAnswer, KeyboardInterrupt):
            terminal.say("")
            return
        said = [pain for pain in (highest, run.pain_max) if pain is not None]
        told = replace(run, pain_max=max(said, default=None), limp=limp, painkiller=painkiller)
        diary.change_run(store, person_id, told, terminal.wall(), diary.place_of(store, run.id))
    terminal.say(AN_HOUR_LATER)
