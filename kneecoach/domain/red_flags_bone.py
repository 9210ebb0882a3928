"""R07: pin-point soreness over bone with pain on loading."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import Closing, Flag, FlagEntry, Urgency
from kneecoach.domain.known import days_between, denied_since, open_flags, real, seen_on
from kneecoach.domain.pain import PainEntry, PainPhase, PainSize, Tenderness
from kneecoach.domain.red_flag_words import day_words
from kneecoach.domain.red_flags_acute import seen_note

# MED_PLATEAU and MED_CONDYLE of the evidence table
BONE_REGIONS = frozenset({"medial_tibial_plateau", "medial_femoral_condyle"})
REGION_WORDS = {
    "medial_tibial_plateau": "inner side, top of the shin bone",
    "medial_femoral_condyle": "inner bump of the thigh bone",
}
LOADING_SCORE = 3
ASK_FROM = 3
WITHIN_DAYS = 14

Answer = TypeVar("Answer")


def bone_stress(record: Record, now: datetime) -> Finding | None:
    """R07: a fingertip-sized, clearly tender place over bone that hurts on loading. Unanswered counts as yes."""
    spots = [spot for spot in bone_spots(record) if stands(record, spot)]
    if not spots:
        return None
    spot = spots[-1]
    because = [_place(spot), *_known(record, spot)]
    if seen := seen_on(record, Flag.HOP_PAIN, now):
        return seen_note("R07", because, seen)
    return Finding(
        rule="R07",
        level=Level.SEEK_CARE,
        urgency=Urgency.DAYS,
        title="Stop running and ask a clinician about bone stress.",
        text=f"You logged {_place(spot)}. With pin-point soreness over bone and pain on loading, people are usually "
        "advised to stop running and to ask a clinician about bone stress in the next days.",
        because=tuple(because),
        source="S4; AAFP 2007",
        clears_when="A later entry where the place is not clearly tender, or no pain on hopping or walking.",
    )


def bone_spots(record: Record) -> list[PainEntry]:
    """The entries on the places that the rule reads, oldest first."""
    spots = [pain for pain in record.pains if BONE_REGIONS & set(pain.regions) and pain.score]
    return sorted(spots, key=lambda pain: pain.at)


def stands(record: Record, spot: PainEntry) -> bool:
    """Whether this entry fires the rule and nothing logged later has answered it."""
    asked = spot.score >= ASK_FROM
    size = size_of(record, spot)
    tenderness = tenderness_of(record, spot)
    return (
        (size is PainSize.FINGERTIP or (size is None and asked))
        and (tenderness is Tenderness.CLEAR or (tenderness is None and asked))
        and (bool(_loading(record, spot)) or (asked and not hop_known(record, spot)))
        and not _answered(record, spot)
    )


def size_of(record: Record, spot: PainEntry) -> PainSize | None:
    """How large the place is, as said then or at the next time it was asked."""
    return _first(record, spot, lambda pain: pain.size)


def tenderness_of(record: Record, spot: PainEntry) -> Tenderness | None:
    """How sore the place is to the touch, as said then or at the next time it was asked."""
    return _first(record, spot, lambda pain: pain.tenderness)


def hop_known(record: Record, spot: PainEntry) -> bool:
    """Whether pain on hopping was answered since this entry, or stands as an open flag."""
    if open_flags(record, Flag.HOP_PAIN) or denied_since(record, Flag.HOP_PAIN, spot.at):
        return True
    return any(entry.flag is Flag.HOP_PAIN and entry.at >= spot.at for entry in record.flags)


def _same_place(spot: PainEntry, other: PainEntry) -> bool:
    one_knee = Side.BOTH in (spot.side, other.side) or None in (spot.side, other.side) or spot.side is other.side
    return one_knee and bool(BONE_REGIONS & set(spot.regions) & set(other.regions))


def _first(record: Record, spot: PainEntry, read: Callable[[PainEntry], Answer | None]) -> Answer | None:
    later = [pain for pain in record.pains if pain.at >= spot.at and _same_place(spot, pain)]
    answers = [read(spot), *(read(pain) for pain in sorted(later, key=lambda pain: pain.at))]
    return next((answer for answer in answers if answer is not None), None)


def _loading(record: Record, spot: PainEntry) -> list[str]:
    signs = []
    for flag, words in ((Flag.HOP_PAIN, "pain on hopping"), (Flag.NIGHT_PAIN, "pain at night")):
        if any(entry.flag is flag and _near(entry, spot) for entry in real(record.flags)):
            signs.append(words)
    near = [pain for pain in record.pains if abs(days_between(pain.at, spot.at)) < WITHIN_DAYS]
    walks = [pain.score for pain in near if pain.phase is PainPhase.WALKING and pain.score >= LOADING_SCORE]
    if walks:
        signs.append(f"pain {max(walks)} of 10 on walking")
    if any(pain.phase is PainPhase.NIGHT and pain.score for pain in near) and "pain at night" not in signs:
        signs.append("pain at night")
    return signs


def _near(entry: FlagEntry, spot: PainEntry) -> bool:
    return entry.is_open or abs(days_between(entry.at, spot.at)) < WITHIN_DAYS


def _answered(record: Record, spot: PainEntry) -> bool:
    later = [pain for pain in record.pains if pain.at > spot.at]
    if any(pain.tenderness in (Tenderness.NONE, Tenderness.MILD) and _same_place(spot, pain) for pain in later):
        return True
    if open_flags(record, Flag.HOP_PAIN):
        return False
    walks = sorted((pain.at, pain.score) for pain in later if pain.phase is PainPhase.WALKING)
    if any(score >= LOADING_SCORE for _, score in walks):
        return False
    hopped = any(Flag.HOP_PAIN in check_in.denied and check_in.at > spot.at for check_in in record.check_ins)
    gone = any(_gone_after(entry, spot) for entry in record.flags)
    return hopped or gone or any(score == 0 for _, score in walks)


def _gone_after(entry: FlagEntry, spot: PainEntry) -> bool:
    if entry.flag is not Flag.HOP_PAIN or entry.closed is None or entry.closed.how is not Closing.GONE:
        return False
    day = spot.at.date()
    return entry.closed.on > day or (entry.closed.on == day and entry.at >= spot.at)


def _place(spot: PainEntry) -> str:
    region = next(region for region in spot.regions if region in BONE_REGIONS)
    return f"pain {spot.score} of 10 at one place ({REGION_WORDS[region]}) on {day_words(spot.at.date())}"


def _known(record: Record, spot: PainEntry) -> list[str]:
    size = size_of(record, spot)
    tenderness = tenderness_of(record, spot)
    lines = [
        "size of a fingertip" if size else "not yet answered: how large the place is",
        "clearly tender" if tenderness else "not yet answered: how sore it is to the touch",
        *_loading(record, spot),
    ]
    if not hop_known(record, spot):
        lines.append("not yet answered: pain on hopping")
    return lines
