"""R06 to R09: what the diary shows over days; each stays until something logged later answers it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import Flag, Urgency
from kneecoach.domain.known import Score, amounts, days_between, logged_days, open_flags, scores, seen_on
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.red_flag_words import day_words, listed
from kneecoach.domain.red_flags_acute import seen_note, ticked

NIGHTS = 3
NIGHT_SCORE = 4
NIGHTS_WITHIN_DAYS = 14
QUIET_DAYS = 14
CANCER_DAYS = 14
SEVERE = 8
SEVERE_AT_REST = 7
HIGH_AT_REST = 6
HIGH_DAYS = 3
WEEK_DAYS = 7
SETTLED = timedelta(hours=48)
SWELLING_DAYS = 3
CLEAR = 2
# A night runs from noon to noon by the clock on the wall, so that 23:30 and 02:00 are one night
NOON = timedelta(hours=12)


def systemic(record: Record, now: datetime) -> Finding | None:
    """R06: pain at night, pain that rest does not change, weight loss, a lump, or a history of cancer."""
    entries = open_flags(record, Flag.CONSTANT_PAIN, Flag.WEIGHT_LOSS, Flag.NEW_LUMP)
    fresh = [entry for entry in entries if not seen_on(record, entry.flag, now)]
    nights = _standing_nights(record)
    seen = [day for entry in entries if (day := seen_on(record, entry.flag, now))]
    seen_nights = _nights_seen(record, nights, now)
    cancer = _cancer(record, now)
    because = [*ticked(fresh)]
    if nights and not seen_nights:
        because.append(_nights_words(nights))
    if cancer:
        because.append(cancer)
    if not because:
        grounds = [*ticked(entries), *([_nights_words(nights)] if nights else [])]
        return seen_note("R06", grounds, max([*seen, *([seen_nights] if seen_nights else [])])) if grounds else None
    return Finding(
        rule="R06",
        level=Level.SEEK_CARE,
        urgency=Urgency.DAYS,
        title="See a clinician in the next days.",
        text=f"You logged: {listed(because)}. Pain that ignores rest, or comes with these, needs a clinician. "
        "Book a visit within the next days.",
        because=tuple(because),
        source="NHSGGC musculoskeletal knee page; Kernow knee pathway",
        clears_when="Fourteen logged days with no such night; a ticked sign when it is answered as gone or seen; with "
        "a history of cancer, pain 0 logged once fourteen days have passed.",
    )


def _nights_words(nights: list[date]) -> str:
    return f"pain of {NIGHT_SCORE} or more on {len(nights)} nights from {day_words(nights[0])}"


def _nights_seen(record: Record, nights: list[date], now: datetime) -> date | None:
    """The visit that makes these nights a note, unless there are more of them since than there were before it."""
    visit = seen_on(record, Flag.NIGHT_PAIN, now) if nights else None
    if visit is None:
        return None
    sure = _sure_nights(record)
    before = sum(0 <= (visit - night).days < NIGHTS_WITHIN_DAYS for night in nights if night in sure)
    since = sum(night > visit for night in nights)
    return visit if since <= before else None


def _sure_nights(record: Record) -> set[date]:
    """The nights of pain, whatever was told of an entry: what became one on a later day is none of before a visit."""
    told = {(one.id, _night_of(one)) for one in record.versions}
    nights = {known: {night for of, night in told if of == known} for known, _ in told}
    unsure = {known for known, said in nights.items() if len(said) > 1 or None in said}
    return {night for one in record.pains if one.id not in unsure and (night := _night_of(one))}


def _night_of(pain: PainEntry) -> date | None:
    """The night that it was of, when it hurt enough in it."""
    sore = pain.phase is PainPhase.NIGHT and pain.score >= NIGHT_SCORE
    return (pain.at - NOON).date() if sore else None


def _standing_nights(record: Record) -> list[date]:
    """The nights of pain that still stand: three within fourteen days, not answered by fourteen quiet logged days."""
    nights = sorted({night for pain in record.pains if (night := _night_of(pain))})
    days = sorted(logged_days(record)) if nights else []
    standing: list[date] = []
    for night in nights:
        standing = [] if standing and _quiet(days, standing[-1], night) else standing
        standing.append(night)
    if not standing or _quiet(days, standing[-1], None):
        return []
    pairs = zip(standing, standing[NIGHTS - 1 :], strict=False)
    return standing if any((last - first).days < NIGHTS_WITHIN_DAYS for first, last in pairs) else []


def _quiet(days: list[date], after: date, before: date | None) -> bool:
    # The morning after a night is logged on the next date: it is not yet a quiet day
    first = bisect_right(days, after + timedelta(days=1))
    last = len(days) if before is None else bisect_left(days, before)
    return last - first >= QUIET_DAYS


def _cancer(record: Record, now: datetime) -> str:
    if not (record.person and record.person.cancer_history):
        return ""
    values = scores(record)
    sore = [value for value in values if value.score >= 1]
    if not sore:
        return ""
    last = sore[-1]
    later = any(utc(value.at) > utc(last.at) and not value.again for value in values)
    if days_between(last.at, now) >= CANCER_DAYS and later:
        return ""
    return f"pain {last.score} of 10 on {day_words(last.at.date())}, with a history of cancer"


def severe(record: Record, now: datetime) -> Finding | None:
    """R08: a very high score, or a high one at rest on several days."""
    values = scores(record, HIGH_AT_REST)
    because = _peak(values, now) + _high_days(values, now)
    if not because:
        return None
    return Finding(
        rule="R08",
        level=Level.SEEK_CARE,
        urgency=Urgency.DAYS,
        title="This is a high pain level; please get advice.",
        text=f"You logged {listed(because)}. This is a high pain level. Ask a clinician for advice within the next "
        "days, and today if it does not ease.",
        because=tuple(because),
        source="running blog on pain inside the knee; bands of pain after Boonstra 2014, Pain 155:2545",
        clears_when=f"A week with every score under {SEVERE_AT_REST} at rest and under {SEVERE} otherwise, and "
        "something logged after the high score.",
    )


def _peak(values: Sequence[Score], now: datetime) -> list[str]:
    asked = [value for value in values if not value.running]
    peaks = [value for value in asked if value.score >= (SEVERE_AT_REST if value.at_rest else SEVERE)]
    if not peaks:
        return []
    last = peaks[-1]
    answers = [value for value in asked if not value.again]
    # In order: when any value is later, the last one is
    answered = days_between(last.at, now) >= WEEK_DAYS and bool(answers) and utc(answers[-1].at) > utc(last.at)
    if answered:
        return []
    # A lower one that comes after it does not make the worst of that week unsaid
    worst = max((one for one in peaks if days_between(one.at, last.at) < WEEK_DAYS), key=lambda one: one.score)
    return [_peak_words(one) for one in ([worst, last] if worst.score > last.score else [last])]


def _peak_words(peak: Score) -> str:
    where = " at rest" if peak.at_rest and not peak.unsaid else ""
    return f"pain {peak.score} of 10{where} on {day_words(peak.at.date())}"


def _high_days(values: Sequence[Score], now: datetime) -> list[str]:
    resting = [value for value in values if value.at_rest]
    high = [value for value in resting if value.score >= HIGH_AT_REST]
    days = sorted({value.at.date() for value in high})
    spans = zip(days, days[HIGH_DAYS - 1 :], strict=False)
    ends = [last for first, last in spans if (last - first).days < WEEK_DAYS]
    if not ends:
        return []
    recent = [day for day in days if (now.date() - day).days < WEEK_DAYS]
    calm = [value for value in resting if value.score < HIGH_AT_REST and not (value.unsaid or value.again)]
    answered = any(value.at.date() > ends[-1] for value in calm)
    if len(recent) < HIGH_DAYS and answered:
        return []
    where = "" if any(value.unsaid for value in high) else " at rest"
    return [f"pain of {HIGH_AT_REST} or more{where} on {HIGH_DAYS} days within a week, last on {day_words(ends[-1])}"]


def swelling(record: Record, now: datetime) -> Finding | None:
    """R09: clear swelling, or any swelling on several days."""
    entries = open_flags(record, Flag.SWOLLEN)
    standing = _standing_swelling(record)
    days = sorted({at.date() for at, _ in standing})
    spans = zip(days, days[SWELLING_DAYS - 1 :], strict=False)
    often = any((last - first).days < WEEK_DAYS for first, last in spans)
    clear = [at for at, amount in standing if amount == CLEAR]
    if not (entries or clear or often):
        return None
    because = list(ticked(entries))
    if clear and not entries:
        because.append(f"clear swelling on {day_words(clear[-1].date())}")
    if often:
        because.append(f"swelling on {len(days)} days, last on {day_words(days[-1])}")
    if seen := seen_on(record, Flag.SWOLLEN, now):
        return seen_note("R09", because, seen)
    return Finding(
        rule="R09",
        level=Level.SEEK_CARE,
        urgency=Urgency.DAYS,
        title="No run until the swelling has settled for 48 hours.",
        text=f"You logged: {listed(because)}. Skip running until swelling has settled for 48 hours and have it "
        "assessed in the next days, sooner if it returns.",
        because=tuple(because),
        source="running blog on pain inside the knee; blog of a sports physiotherapist",
        clears_when="No swelling, logged twice, 48 hours apart; and a ticked sign answered as gone or seen.",
    )


def _standing_swelling(record: Record) -> list[tuple[datetime, int]]:
    """Swelling not yet answered by "none" logged twice, 48 hours apart, with nothing between."""
    standing: list[tuple[datetime, int]] = []
    first_none: datetime | None = None
    for at, amount in amounts(record):
        if amount:
            standing.append((at, amount))
            first_none = None
        elif first_none is None:
            first_none = at
        elif utc(at) - utc(first_none) >= SETTLED:
            standing = []
    return standing
