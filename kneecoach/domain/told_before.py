"""Pain that was changed on a later day than it was told: the red flags read the worse of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import TypeVar
from uuid import UUID

from kneecoach.domain.finding import Finding, Record
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Tenderness

WORSE_COUNTS = "Changed on a later day: of what was told, the worse counts"
CHANGED = f"{WORSE_COUNTS}. If that was a mistake, delete it and log it anew"
WARNS_FROM = 3
"""From this score on a red flag may read an entry as a warning wherever it hurts, whatever else is said of it."""
ANSWERS_NOTHING = PainPhase.DURING_RUN
"""What is said of a run reassures about no pain of another time."""
Step = TypeVar("Step", bound=Enum)
_AMOUNTS, _TENDER = tuple(Amount), tuple(Tenderness)


def as_told(record: Record) -> Record:
    """The record with the worse of what was told of each pain, so that no later change takes a warning away."""
    if not record.earlier:
        return record
    # With a history of cancer any pain is one
    least = 1 if record.person and record.person.cancer_history else WARNS_FROM
    changed = {one.id for one in record.earlier}
    return replace(
        record,
        pains=pains_as_told(record.pains, record.earlier, least),
        earlier=(),
        versions=(*record.earlier, *(one for one in record.pains if one.id in changed)),
    )


def pains_as_told(
    now: Sequence[PainEntry], earlier: Sequence[PainEntry], least: int = WARNS_FROM
) -> tuple[PainEntry, ...]:
    """These pains with the worse of what was told of each, in no order; a warning stands at each of its times."""
    told: dict[UUID, list[PainEntry]] = defaultdict(list)
    for one in earlier:
        told[one.id].append(one)
    pains: list[PainEntry] = []
    for pain in now:
        pains += _as_told(pain, told.pop(pain.id), least) if pain.id in told else [pain]
    # What is said no more
    pains += [one for versions in told.values() for one in versions if warns(one, least)]
    return tuple(pains)


def _as_told(now: PainEntry, told: Sequence[PainEntry], least: int) -> list[PainEntry]:
    """The worst of it: where it answers others at the earliest of its times, and where it warns at each of them."""
    worst, versions = _worse(now, told), dict.fromkeys((one.phase, one.at) for one in (now, *told))
    if any(at != now.at for _, at in versions):
        # Two such answers lie a while apart: of one that was moved nobody knows how long
        worst = replace(worst, swelling=_said(worst.swelling, _AMOUNTS), tenderness=_said(worst.tenderness, _TENDER))
    phase = worst.phase if all(phase is worst.phase for phase, _ in versions) else ANSWERS_NOTHING
    first = replace(worst, phase=phase, at=min((at for _, at in versions), key=utc))
    if not warns(worst, least):
        return [first]
    others = [one for one in versions if one != (first.phase, first.at)]
    sore = [phase for phase, _ in others if _hurts(replace(worst, phase=phase), least)]
    return [
        first,
        # With its own id as what it follows from, it is known as said again
        *(
            replace(worst, phase=phase if phase in sore else ANSWERS_NOTHING, at=at, of=worst.id)
            for phase, at in others
        ),
    ]


def _said(step: Step | None, steps: Sequence[Step]) -> Step | None:
    return None if step is steps[0] else step


def warns(entry: PainEntry, least: int = WARNS_FROM) -> bool:
    """Whether a red flag may go by it: a lower score only ever answers one."""
    return _hurts(entry, least) or entry.swelling in _AMOUNTS[1:] or entry.tenderness in _TENDER[1:]


def _hurts(entry: PainEntry, least: int) -> bool:
    return bool(entry.score) and (entry.score >= least or entry.phase is PainPhase.NIGHT)


def _worse(now: PainEntry, told: Sequence[PainEntry]) -> PainEntry:
    for before in told:
        sore = bool(before.score)
        sides = now.side if before.side is now.side or not sore else None
        now = replace(
            now,
            score=max(now.score, before.score),
            swelling=graver(now.swelling, before.swelling, _AMOUNTS),
            tenderness=graver(now.tenderness, before.tenderness, _TENDER),
            size=PainSize.FINGERTIP if before.size is PainSize.FINGERTIP else now.size,
            regions=tuple(dict.fromkeys((*now.regions, *before.regions))) if sore else now.regions,
            side=sides,
        )
    return now


def graver(now: Step | None, before: Step | None, steps: Sequence[Step]) -> Step | None:
    """The later of the two steps; that it was none before reassures nobody once it was taken back."""
    if before is None or before is steps[0]:
        return now
    return before if now is None or steps.index(before) > steps.index(now) else now


def marked(found: Sequence[Finding], plain: Sequence[Finding]) -> list[Finding]:
    """What is `found` as it was told, marked where the record says otherwise now; `plain` stays if graver."""
    now = {name_of(one): one for one in plain}
    names = {name_of(one) for one in found}
    told = [_graver_of(one, now.get(name_of(one))) for one in found]
    return [*told, *(one for one in plain if name_of(one) not in names)]


def as_fact(because: str) -> str:
    """A reason as one tells it to somebody else, who can't change the diary."""
    return WORSE_COUNTS if because == CHANGED else because


def _graver_of(told: Finding, now: Finding | None) -> Finding:
    if now is not None and (now == told or (now.urgency or 0) > (told.urgency or 0)):
        return now
    return replace(told, because=(*told.because, CHANGED))


def name_of(finding: Finding) -> tuple[str, ...]:
    """What makes two findings the same one: its rule, and of open flags which of them."""
    return (finding.rule, *(finding.because if finding.rule == "FLAG" else ()))
