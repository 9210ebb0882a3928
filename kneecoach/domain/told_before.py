"""Pain that was changed on a later day than it was told: the red flags read the worse of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import TypeVar

from kneecoach.domain.finding import Finding, Record
from kneecoach.domain.pain import Amount, PainEntry, PainSize, Tenderness

CHANGED = "Changed on a later day: of what was told, the worse counts. If that was a mistake, delete it and log it anew"
Step = TypeVar("Step", bound=Enum)
_AMOUNTS, _TENDER = tuple(Amount), tuple(Tenderness)


def as_told(record: Record) -> Record:
    """The record with the worse of what was told of each pain, so that no later change takes a warning away."""
    if not record.earlier:
        return record
    told: dict[object, list[PainEntry]] = defaultdict(list)
    for one in record.earlier:
        told[one.id].append(one)
    pains = [_worse(pain, told[pain.id]) if pain.id in told else pain for pain in record.pains]
    known = {pain.id: pain for pain in record.pains}
    # What is said no more, or was said of another time, stands beside what there is now
    beside = [one for one in record.earlier if _warns(one) and not _stands_there(one, known.get(one.id))]
    return replace(record, pains=(*pains, *beside), earlier=())


def _stands_there(told: PainEntry, now: PainEntry | None) -> bool:
    return now is not None and (now.phase, now.at) == (told.phase, told.at)


def _warns(entry: PainEntry) -> bool:
    return bool(entry.score) or entry.swelling in _AMOUNTS[1:] or entry.tenderness in _TENDER[1:]


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
    now = {_name(one): one for one in plain}
    names = {_name(one) for one in found}
    told = [_graver_of(one, now.get(_name(one))) for one in found]
    return [*told, *(one for one in plain if _name(one) not in names)]


def _graver_of(told: Finding, now: Finding | None) -> Finding:
    if now is not None and (now == told or (now.urgency or 0) > (told.urgency or 0)):
        return now
    return replace(told, because=(*told.because, CHANGED))


def _name(finding: Finding) -> tuple[str, ...]:
    return (finding.rule, *(finding.because if finding.rule == "FLAG" else ()))
